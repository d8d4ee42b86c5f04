package note

import (
	"strings"
	"sync"
	"unicode"
)

// mend puts hurried writing right as an editor would, without another word: "i dont" becomes "I don't",
// "jan" January, "portuguese" Portuguese; marks in a row become one.
func mend(s string) string {
	s = strings.ReplaceAll(oneMark(s), " - ", " – ")
	for _, aside := range []string{" (!)", " (?)", " (sp?)", " (lol)", " lol", " haha", " omg", " tbh", " ngl"} {
		if i := strings.Index(s, aside); i > 0 && (i+len(aside) == len(s) || strings.IndexByte(" .,;!?", s[i+len(aside)]) >= 0) {
			s = s[:i] + s[i+len(aside):]
		}
	}
	var out strings.Builder
	done := 0
	ws := split(s)
	for i, w := range ws {
		if w.from > 0 && strings.IndexByte("/.@#_", s[w.from-1]) >= 0 || w.to < len(s) && strings.IndexByte("/@_", s[w.to]) >= 0 {
			continue // a part of an address
		}
		raw := s[w.from:w.to]
		to := written()[w.low]
		switch base, tail, _ := strings.Cut(raw, "'"); {
		case base == "i":
			to = "I" + raw[1:]
		case raw != w.low:
			continue // they wrote it with care
		case wordSet("proper")[base]:
			to = upperFirst(raw)
		case wordSet("acronym")[base] && tail == "":
			to = strings.ToUpper(raw)
		case raw == "its" && i+1 < len(ws) && (wordSet("adverb")[ws[i+1].low] || wordSet("determiner")[ws[i+1].low] || ws[i+1].low == "not"):
			to = "it's"
		case i > 0 && wordSet("preposition")[ws[i-1].low] && months()[w.low] != "":
			to = months()[w.low]
		}
		if to != "" {
			out.WriteString(s[done:w.from])
			out.WriteString(to)
			done = w.to
		}
	}
	out.WriteString(s[done:])
	return out.String()
}

// oneMark leaves one of several marks in a row, and a comma for dots that only trail off.
func oneMark(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); {
		n := i
		for n < len(s) && strings.IndexByte(".!?", s[n]) >= 0 {
			n++
		}
		switch run := s[i:n]; {
		case n == i:
			out.WriteByte(s[i])
			n++
		case run == "." && n+1 < len(s) && s[n] == ' ' && s[n+1] >= 'a' && s[n+1] <= 'z' && wordBefore(s[:i]) > 2 && !shortened(s[:i]):
			out.WriteByte(',')
		case len(run) == 1:
			out.WriteString(run)
		case n == len(s) || startsUpper(strings.TrimLeft(s[n:], " ")):
			out.WriteByte(strongest(run))
		case s[n] == ' ' && strings.Trim(run, "?") != "":
			out.WriteByte(',')
		default:
			out.WriteByte(strongest(run))
		}
		i = n
	}
	return out.String()
}

// shortened says that the last word is one that is written short, with a full stop.
func shortened(s string) bool {
	return wordSet("shortened")[strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])]
}

// wordBefore is the length of the last word.
func wordBefore(s string) int { return len(s) - 1 - strings.LastIndexByte(s, ' ') }

func strongest(run string) byte {
	for _, mark := range []byte("?!") {
		if strings.IndexByte(run, mark) >= 0 {
			return mark
		}
	}
	return '.'
}

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}

// written are the short forms that have one long form only.
var written = sync.OnceValue(func() map[string]string { return pairs("written") })

// months are short names of months and days, which are words of their own without an in or on before.
var months = sync.OnceValue(func() map[string]string { return pairs("month") })

func pairs(set string) map[string]string {
	all := map[string]string{}
	for p := range wordSet(set) {
		from, to, _ := strings.Cut(p, "=")
		all[from] = to
	}
	return all
}

// clauses parts what was written without a full stop: "the monolith, they split billing first" is a
// thing and a sentence.
func clauses(s string) (first, rest string) {
	straight, open, parens := 0, 0, 0
	for i := 0; i < min(len(s)-2, clauseWithin); i++ {
		n := 0
		for _, sep := range []string{", ", "; ", ": ", " - ", " – ", " — "} {
			if strings.HasPrefix(s[i:], sep) {
				n = len(sep)
				break
			}
		}
		if n > 0 && i > 0 && straight%2 == 0 && open <= 0 && parens <= 0 {
			before, after := split(s[:i]), split(s[i+n:min(len(s), i+n+clauseWithin)])
			if len(before) > 0 && !wordSet("opening")[before[0].low] && !wordSet("verbsaid")[before[len(before)-1].low] && startsClause(after) {
				return s[:i], upperFirst(s[i+n:])
			}
		}
		switch {
		case s[i] == '"':
			straight++
		case s[i] == '(':
			parens++
		case s[i] == ')':
			parens--
		case strings.HasPrefix(s[i:], "“"):
			open++
		case strings.HasPrefix(s[i:], "”"):
			open--
		}
	}
	return s, ""
}

// clauseWithin is how far, in bytes, the first clause is looked for: what runs on longer is no jotting.
const clauseWithin = 400

// withoutGrudges leaves out what somebody cannot bear, with the rest of that sentence: "moving to tokens,
// she hates plugins" is one's own jotting there, and reads as a reproach in a letter to her.
func withoutGrudges(s string, to Recipient) string {
	ws, who := split(s), nameOf(to.Name)
	for i := range ws {
		at := i // where the clause begins
		for at > 0 && wordSet("adverb")[ws[at-1].low] {
			at--
		}
		named := false
		if at > 0 {
			low := ws[at-1].low
			base, _, _ := strings.Cut(low, "'")
			named = base == "she" || base == "he" || base == "they" || low == fold(who.given) || low == fold(who.family)
		}
		if named {
			at--
		}
		if !grudge(ws[i:], named) {
			continue
		}
		switch before := strings.TrimRight(s[:ws[at].from], " "); {
		case at == 0:
			return ""
		case strings.ContainsAny(before, "\"“"):
			return s // it may be their very words
		case ws[at-1].low == "and" || ws[at-1].low == "but":
			return bare(s[:ws[at-1].from])
		case strings.HasSuffix(before, ",") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, " –") || strings.HasSuffix(before, " —"):
			return strings.TrimRight(before, ",;:–— ")
		}
	}
	return s
}

// grudge says that words begin with a dislike of a thing; "hates how slow it is" gives a reason to change
// it. Without a subject the verb must be one that is no noun.
func grudge(ws []word, named bool) bool {
	if len(ws) > 1 && wordSet("relative")[ws[1].low] {
		return false
	}
	if wordSet("grudges")[ws[0].low] || named && wordSet("grudge")[ws[0].low] {
		return true
	}
	if len(ws) < 2 {
		return false
	}
	switch ws[0].low {
	case "can't", "cant", "cannot":
		return ws[1].low == "stand" || ws[1].low == "bear"
	case "doesn't", "doesnt", "don't", "dont":
		return (named || ws[0].low[2] == 'e') && (ws[1].low == "like" || ws[1].low == "trust" || ws[1].low == "enjoy")
	}
	return named && ws[0].low == "is" && (ws[1].low == "sick" || ws[1].low == "tired") && len(ws) > 2 && ws[2].low == "of"
}

// startsVerb says that a clause begins with what someone does, who it is left out: "runs a weekly clinic".
func startsVerb(ws []word) bool {
	return len(ws) > 1 && (doesTo(ws) && !strings.HasSuffix(ws[0].low, "ed") || wordSet("known3")[ws[0].low] || wordSet("third")[ws[0].low] && !wordSet("common")[ws[0].low])
}

// withoutVerbs leaves out the clauses behind a thing that begin with a verb and do not say whose it is.
func withoutVerbs(s string) string {
	for i := range min(len(s), clauseWithin) {
		if s[i] == ',' && startsVerb(split(s[i:min(len(s), i+clauseWithin)])) && !strings.ContainsAny(s[:i], "\"“(") {
			return s[:i]
		}
	}
	return s
}

// startsClause says that a subject and its verb begin: "they split", "it's".
func startsClause(ws []word) bool {
	if len(ws) < 2 || !isPronoun(ws[0].low) && ws[0].low != "there" && ws[0].low != "that's" {
		return false
	}
	v := ws[1].low
	switch ws[0].low {
	case "he", "she", "they", "we", "i":
		return !wordSet("preposition")[v] && !wordSet("determiner")[v] && !isPronoun(v) && v != "and" && v != "or"
	}
	return strings.Contains(ws[0].low, "'") || wordSet("auxiliary")[v] || wordSet("adverb")[v] || wordSet("third")[v] || wordSet("past")[v] || wordSet("base")[v] ||
		wordSet("firstpresent")[v] || wordSet("firstpast")[v] || wordSet("verbsaid")[v] || wordSet("known3")[v] || len(v) > 4 && (strings.HasSuffix(v, "ed") || strings.HasSuffix(v, "es") || strings.HasSuffix(v, "s") && len(ws) > 2)
}

// listTwo joins two things that were only written one after the other: "lunch, football".
func listTwo(s string) string {
	a, b, ok := strings.Cut(s, ", ")
	if q, isQuote := quoted(b); ok && isQuote && a != "" {
		return a + " (" + q + ")"
	}
	if !ok || strings.Contains(b, ", ") || strings.ContainsAny(s, ".!?:;\"“(") {
		return s
	}
	x, y := split(a), split(b)
	if len(x) == 0 || len(y) == 0 || hasFinite(x, 1) || surelyPast(x) || isPronoun(x[0].low) {
		return s
	}
	switch y[0].low {
	case "how", "why", "what":
		return a + " and " + b
	}
	last := a[x[len(x)-1].from:]
	if len(x) > 6 || len(y) > 4 || y[0].low == "the" && len(y) > 2 || y[0].low != "the" && wordSet("determiner")[y[0].low] || wordSet("preposition")[y[0].low] ||
		len(x) > 1 && startsUpper(last) || y[0].low[0] >= '0' && y[0].low[0] <= '9' {
		return s // it may say more of the first thing: "Anna, head of data", "the crane, a new one"
	}
	for _, w := range append(x[1:], y...) {
		if wordSet("auxiliary")[w.low] || wordSet("relative")[w.low] || isPronoun(w.low) || w.low == "and" || w.low == "not" || w.low == "no" || w.low == "only" || w.low == "mine" || strings.HasSuffix(w.low, "ly") {
			return s
		}
	}
	return a + " and " + b
}

// article gives a single thing that was noted without one its article: "phonics scheme" is the phonics
// scheme in a letter. The head of the words must be a noun that never stands alone.
func article(s, with string) string {
	ws := split(s)
	if len(ws) == 0 || strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || wordSet("determiner")[ws[0].low] || wordSet("wh")[ws[0].low] || isPronoun(ws[0].low) ||
		wordSet("preposition")[ws[0].low] || number(ws[0].low) || ws[0].low[0] >= '0' && ws[0].low[0] <= '9' {
		return s
	}
	head := 0
	for i, w := range ws {
		if i > 0 && (s[ws[i-1].to:w.from] != " " || wordSet("preposition")[w.low] || wordSet("relative")[w.low] || wordSet("auxiliary")[w.low] || w.low == "and" || w.low == "or" || w.low == "being" || i > 0 && gerund(w.low) && i+1 < len(ws) && wordSet("preposition")[ws[i+1].low]) {
			break
		}
		if strings.HasSuffix(w.low, "'s") || i > 0 && gerund(ws[0].low) && wordSet("determiner")[w.low] {
			return s // "Anna's rota", "moving the warehouse" have theirs
		}
		head = i
	}
	if !wordSet("single")[ws[head].low] && (with != "my " || !wordSet("owned")[ws[head].low]) {
		return s
	}
	return with + lowerCommon(s)
}
