package note

import (
	"strings"
	"unicode"
)

// form is what a person's words are, which decides on the stem they can go into.
type form int

const (
	nothing  form = iota
	phrase        // a noun, a gerund, "how they …": fits after "about"
	ours          // the same, about the candidate or both: fits after "talking about"
	sentence      // stands alone
	quote         // their words in quotation marks
	question      // ends in a question mark
	link          // an address
	shown         // what they showed
	verb          // a bare verb: "clean the data"
)

// fitted are a person's words made ready for a stem: not one is added that changes what is said.
type fitted struct {
	form form
	text string // without an end for phrases, with one for sentences
	rest string // further sentences, which stand alone
}

// fitLine makes ready what someone talked about, for a letter to that person.
func fitLine(raw, lang string, to Recipient) fitted {
	s := tidy(raw)
	if s == "" || english(lang) && knowsNothing(s) {
		return fitted{}
	}
	if !english(lang) {
		return fitted{form: sentence, text: endSentence(upperFirst(s))}
	}
	if isLink(s) {
		return fitted{form: link, text: s}
	}
	s = mend(s)
	if i := strings.Index(s, ") "); strings.HasPrefix(s, "(") && i > 0 {
		s = s[i+2:] // where or how it was said
	}
	if q, ok := quoted(s); ok {
		return fitted{form: quote, text: q}
	}
	first, rest := splitSentences(s)
	if first = withoutGrudges(first, to); first == "" {
		return fitted{}
	}
	rest = eachSentence(rest, func(one string) string { return withoutGrudges(one, to) })
	told := "" // a clause that belongs to the first thing: "the monolith, they split billing first"
	if head, tail := clauses(first); tail != "" {
		first, told = head, bare(turn(tail, to))
		if !strings.HasPrefix(told, "You ") && !strings.HasPrefix(told, "You'") || rest != "" {
			told, rest = "", strings.TrimSpace(endSentence(tail)+" "+rest)
		}
	}
	first = listTwo(first)
	f := fitted{form: phrase, text: first}
	f.form, f.text = stripLead(first, to)
	if f.form == phrase {
		f.form = formOf(f.text, strings.HasSuffix(first, ".") || strings.HasSuffix(first, "!"))
	}
	if f.form == phrase {
		f.text = withoutVerbs(f.text)
	}
	turned := turn(f.text, to)
	switch f.form {
	case sentence, question:
		if cut, ok := cutFold(turned, "that "); ok && f.form == sentence {
			turned = cut
		}
		f.text = endSentence(startInside(turned))
	default:
		f.text = article(startInside(strings.TrimRight(turned, ".;,:! ")), "the ")
	}
	switch {
	case told != "" && f.form == phrase:
		f.text += ", and that " + lowerFirst(told)
	case told != "" && f.form == sentence && toldAsClause(split(f.text)):
		f.text = endSentence(bare(f.text) + ", and that " + lowerFirst(told))
	case told != "":
		f.rest = endSentence(told)
	case rest != "":
		if ws := split(rest); doesTo(ws) || wordSet("verbsaid")[ws[0].low] || wordSet("known3")[ws[0].low] {
			rest = "She " + lowerFirst(rest)
		}
		f.rest = endSentence(upperFirst(turn(rest, to)))
	}
	return f
}

// toldAsClause says that a sentence stands behind "that" in a letter, and is nothing that the two share.
func toldAsClause(ws []word) bool {
	low := ws[0].low
	return low != "i" && low != "we" && low != "you" && !strings.HasPrefix(low, "i'") && !strings.HasPrefix(low, "we'") && !wordSet("base")[low] && !wordSet("opening")[low]
}

// knowsNothing says that the words only say that there is nothing to say.
func knowsNothing(s string) bool {
	s, _, _ = strings.Cut(s, ",")
	switch strings.Trim(fold(s), ".!? ") {
	case "nothing really", "not much", "said hi", "just said hi", "hardly anything", "only hello", "just hello", "hello", "hi", "", "n/a", "na", "none", "nothing", "nothing much", "no idea", "not sure", "unsure", "don't know", "dont know", "i don't know", "don't remember", "dont remember", "i don't remember",
		"can't remember", "cant remember", "i can't remember", "cannot remember", "forgot", "i forgot", "tbd", "tbc", "same", "same as above", "skip", "x", "xx":
		return true
	}
	return false
}

// tidy takes off what is only writing-down: bullets, spaces, signs for words; a list on several lines
// becomes one.
func tidy(raw string) string {
	var items []string
	for line := range strings.Lines(strings.ReplaceAll(raw, "\r", "\n")) {
		line = strings.TrimSpace(line)
		line = strings.TrimLeft(line, "-*•–—·> ")
		if i := strings.IndexAny(line, ".)"); i > 0 && i < 3 && strings.Trim(line[:i], "0123456789") == "" && len(line) > i+1 && line[i+1] == ' ' {
			line = line[i+1:]
		}
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			items = append(items, line)
		}
	}
	if len(items) == 0 {
		return ""
	}
	s := items[0]
	if len(items) > 1 {
		s = joinItems(items)
	}
	for _, r := range [][2]string{{" -> ", " to "}, {" → ", " to "}, {" + ", " and "}, {" & ", " and "}, {" / ", " and "}, {"« ", "“"}, {" »", "”"}, {" w/ ", " with "}, {" w/o ", " without "}, {" b/c ", " because "}} {
		s = strings.ReplaceAll(s, r[0], r[1])
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
	if strings.Contains(s, "; ") && !strings.Contains(s, ". ") {
		s = joinItems(strings.Split(s, "; "))
	}
	return strings.TrimSpace(listAnd(s))
}

// joinItems makes one line of several: sentences stay sentences, fragments become a list.
func joinItems(items []string) string {
	whole := false
	for _, it := range items {
		whole = whole || ended(it) || len(strings.Fields(it)) > 8
	}
	if whole {
		for i, it := range items {
			items[i] = endSentence(upperFirst(strings.TrimRight(it, ",; ")))
		}
		return strings.Join(items, " ")
	}
	for i, it := range items {
		it = strings.TrimRight(it, ",;. ")
		if i > 0 {
			it = lowerCommon(it)
		}
		items[i] = it
	}
	return listOf(items)
}

// listOf is "a", "a and b", "a, b and c".
func listOf(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}

// listAnd gives a bare list its "and": "reports, hiring, hockey".
func listAnd(s string) string {
	parts := strings.Split(s, ", ")
	if len(parts) == 2 && opensWithGerund(parts[0]) && opensWithGerund(parts[1]) {
		return listOf(parts)
	}
	if len(parts) < 3 || strings.ContainsAny(s, ".!?:\"“") {
		return s
	}
	for i, p := range parts {
		ws := split(p)
		if len(ws) == 0 || len(ws) > 3 || i > 0 && ws[0].low[0] >= '0' && ws[0].low[0] <= '9' {
			return s
		}
		for _, w := range ws {
			switch w.low {
			case "and", "or", "but", "because", "then", "so":
				return s
			}
			if wordSet("auxiliary")[w.low] || wordSet("pronoun")[w.low] {
				return s
			}
		}
	}
	return listOf(parts)
}

func opensWithGerund(s string) bool {
	ws := split(s)
	return len(ws) > 0 && gerund(ws[0].low)
}

// stripLead takes off a lead that says again what the stem says: "Priya talked about …", "we spoke
// about …", "she told me that …".
func stripLead(s string, to Recipient) (form, string) {
	ws := split(s)
	if len(ws) == 0 {
		return phrase, s
	}
	for _, lead := range []string{"a lot about ", "lots about ", "mostly about ", "mainly about ", "something about ", "about "} {
		if cut, ok := cutFold(s, lead); ok {
			return phrase, cut
		}
	}
	i, us := 0, false
	switch n := nameOf(to.Name); {
	case ws[0].low == "we":
		us, i = true, 1
	case ws[0].low == "she" || ws[0].low == "he" || ws[0].low == "they":
		i = 1
	case n.given != "" && ws[0].low == fold(n.given) || n.family != "" && ws[0].low == fold(n.family):
		if i = 1; len(ws) > 1 && n.family != "" && ws[1].low == fold(n.family) {
			i = 2
		}
	}
	for i < len(ws) && wordSet("adverb")[ws[i].low] {
		i++
	}
	if i >= len(ws) || !wordSet("verbsaid")[ws[i].low] {
		return phrase, s
	}
	said := ws[i].low
	i++
	for i < len(ws) && (ws[i].low == "me" || ws[i].low == "us" || ws[i].low == "a" || ws[i].low == "lot" || ws[i].low == "to") {
		i++
	}
	if i >= len(ws) {
		return phrase, s
	}
	rest := s[ws[i].from:]
	switch {
	case ws[i].low == "about" && i+1 < len(ws) && (us || !strings.HasPrefix(said, "ask")):
		rest = s[ws[i+1].from:]
		if us {
			return ours, rest
		}
		return phrase, rest
	case ws[i].low == "that" && i+1 < len(ws):
		return sentence, s[ws[i+1].from:]
	case said == "showed" || said == "shows":
		return shown, rest
	case strings.HasPrefix(said, "ask") && wordSet("verbsaid")[ws[0].low]:
		return verb, s
	case strings.HasPrefix(said, "ask"):
		return sentence, s
	case said == "said" || said == "says" || said == "told" || said == "tells" || strings.HasPrefix(said, "th") || said == "noted":
		if wordSet("wh")[ws[i].low] {
			return phrase, rest
		}
		return sentence, rest
	case strings.HasPrefix(said, "tal") || strings.HasPrefix(said, "spo") || strings.HasPrefix(said, "spe"):
		return sentence, s
	}
	if us {
		return ours, rest
	}
	return phrase, rest
}

// formOf tells a phrase from a sentence. In doubt a capital with a full stop is a sentence.
func formOf(s string, stopped bool) form {
	if strings.HasSuffix(s, "?") {
		return question
	}
	ws := split(s)
	if len(ws) == 0 {
		return phrase
	}
	first := ws[0].low
	switch {
	case wordSet("wh")[first]:
		for _, w := range ws {
			if w.low == "i" || w.low == "my" || w.low == "me" {
				return ours
			}
		}
		return phrase
	case predicate(ws), doesTo(ws):
		return verb
	case first == "i" || strings.HasPrefix(first, "i'"):
		return sentence
	case isPronoun(first) && len(ws) > 1:
		return sentence
	case first == "there" && len(ws) > 1 && (wordSet("auxiliary")[ws[1].low]):
		return sentence
	case gerund(first) && !(stopped && hasFinite(ws, 3)):
		return possession(ws)
	case first == "that" && len(ws) > 2 && (isPronoun(ws[1].low) || wordSet("determiner")[ws[1].low] || hasFinite(ws[1:], 1)):
		return sentence
	case len(ws) > 1 && namedSubject(s, ws):
		return sentence
	case wordSet("past")[first] || wordSet("third")[first] && len(ws) > 1 || wordSet("known3")[first]:
		return verb
	case wordSet("base")[first] && !wordSet("ambiguousbase")[first]:
		return verb
	case listed(s):
		return possession(ws)
	case hasFinite(ws, 1) || surelyPast(ws):
		return sentence
	case stopped && hasPast(ws):
		return sentence
	}
	return possession(ws)
}

// doesTo says that words begin with what someone does to something, who it is left out: "drives the bus",
// "walked me through it".
func doesTo(ws []word) bool {
	if len(ws) < 2 || len(ws[0].low) < 4 || !strings.HasSuffix(ws[0].low, "ed") && (!strings.HasSuffix(ws[0].low, "s") || strings.HasSuffix(ws[0].low, "ss")) || wordSet("determiner")[ws[0].low] {
		return false
	}
	switch ws[1].low {
	case "me", "us", "him", "them", "everything", "everyone", "nothing":
		return true
	}
	return wordSet("determiner")[ws[1].low] && !wordSet("preposition")[ws[0].low] && ws[0].low != "always"
}

// listed says that the first of several things has no verb of its own: what follows is no sentence either.
func listed(s string) bool {
	head, _, more := strings.Cut(s, ", ")
	ws := split(head)
	return more && len(ws) > 0 && len(ws) < 6 && !wordSet("opening")[ws[0].low] && !hasFinite(ws, 1) && !surelyPast(ws) && !hasPast(ws)
}

// predicate says that the words are what someone is: "passionate about …", "very keen on …".
func predicate(ws []word) bool {
	i := 0
	for i < len(ws)-1 && (wordSet("adverb")[ws[i].low] || ws[i].low == "very" || ws[i].low == "quite" || ws[i].low == "so") {
		i++
	}
	return i+1 < len(ws) && wordSet("predicate")[ws[i].low] && (wordSet("preposition")[ws[i+1].low] || ws[i+1].low == "that")
}

// surelyPast says that a verb of its own stands behind a noun: a form that is never a participle, or
// one with an adverb before it.
func surelyPast(ws []word) bool {
	for i := 1; i < len(ws); i++ {
		w := ws[i].low
		if wordSet("relative")[w] || isPronoun(w) {
			return false
		}
		if wordSet("strictpast")[w] || wordSet("strictthird")[w] || (wordSet("past")[w] || wordSet("third")[w]) && wordSet("adverb")[ws[i-1].low] {
			return true
		}
	}
	return false
}

// namedSubject says that a name opens, with a verb behind it: "Tom explained …".
func namedSubject(s string, ws []word) bool {
	raw := s[ws[0].from:ws[0].to]
	verb := ws[1].low
	return raw != ws[0].low && lowerCommon(raw) == raw && (wordSet("verbsaid")[verb] || wordSet("third")[verb] || wordSet("past")[verb])
}

func isPronoun(w string) bool {
	base, _, _ := strings.Cut(w, "'")
	return wordSet("pronoun")[base]
}

// possession tells a phrase about the candidate, which nobody can be heard to talk about.
func possession(ws []word) form {
	switch ws[0].low {
	case "my", "our", "me", "us":
		return ours
	}
	return phrase
}

func gerund(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ing") && !wordSet("notgerund")[w]
}

// hasFinite says that a verb of its own stands outside any clause that hangs on a noun.
func hasFinite(ws []word, from int) bool {
	for i := max(from, 1); i < len(ws); i++ {
		w := ws[i].low
		if wordSet("relative")[w] {
			return false
		}
		if isPronoun(w) {
			return false // "the work they are doing"
		}
		if w == "may" && wordSet("preposition")[ws[i-1].low] {
			continue // the month
		}
		if wordSet("auxiliary")[w] && w != "might" && w != "will" && w != "can" && w != "must" ||
			wordSet("auxiliary")[w] && i+1 < len(ws) && !wordSet("preposition")[ws[i+1].low] {
			return true
		}
	}
	return false
}

// hasPast says that some word looks like a past tense, where a full stop already hints at a sentence.
func hasPast(ws []word) bool {
	for i := 1; i < len(ws); i++ {
		w := ws[i].low
		if wordSet("relative")[w] {
			return false
		}
		if wordSet("past")[w] || wordSet("third")[w] || len(w) > 4 && strings.HasSuffix(w, "ed") {
			return true
		}
	}
	return false
}

// startInside is how words begin inside a sentence: a capital that only stood for the start goes, that
// of a name stays.
func startInside(s string) string { return lowerCommon(s) }

// lowerCommon takes the capital off a first word that is sure to be a common one.
func lowerCommon(s string) string {
	ws := split(s)
	if len(ws) == 0 || ws[0].from > 0 && !strings.HasPrefix(s, "“") && !strings.HasPrefix(s, "\"") {
		return s
	}
	w := s[ws[0].from:ws[0].to]
	low := ws[0].low
	if w != upperFirst(low) || low == "i" || strings.HasPrefix(low, "i'") || ws[0].from > 0 {
		return s
	}
	if wordSet("common")[low] && len(ws) > 1 && !wordSet("determiner")[low] && !wordSet("wh")[low] && !gerund(low) {
		if next := s[ws[1].from:ws[1].to]; next == upperFirst(ws[1].low) && !wordSet("common")[ws[1].low] && s[ws[0].to:ws[1].from] == " " {
			return s // "Project Atlas"
		}
	}
	if wordSet("common")[low] || wordSet("determiner")[low] || wordSet("preposition")[low] || wordSet("auxiliary")[low] || wordSet("wh")[low] || gerund(low) ||
		isPronoun(low) || len(low) > 5 && strings.HasSuffix(low, "s") && len(ws) > 1 && wordSet("preposition")[ws[1].low] || wordSet("base")[low] || wordSet("past")[low] || wordSet("adverb")[low] || wordSet("relative")[low] || wordSet("third")[low] || commonEnding(low) {
		return lowerFirst(s)
	}
	return s
}

func commonEnding(w string) bool {
	for _, e := range []string{"tion", "tions", "ment", "ments", "ness", "ship", "ability", "ance", "ence", "ism", "ology", "able", "ful", "less", "ally", "ive"} {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// splitSentences parts the first sentence from the others.
func splitSentences(s string) (first, rest string) {
	for i := 0; i < len(s)-2; i++ {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && s[i+1] == ' ' && !abbreviation(s[:i+1]) {
			after := strings.TrimLeft(s[i+1:], " ")
			if r := []rune(after[:min(len(after), 4)]); len(r) > 0 && (unicode.IsUpper(r[0]) || unicode.IsDigit(r[0]) || strings.ContainsRune("“\"", r[0])) {
				return s[:i+1], after
			}
		}
	}
	return s, ""
}

// eachSentence changes the sentences of s one by one; those of which nothing is left go.
func eachSentence(s string, change func(string) string) string {
	var out []string
	for s != "" {
		one, rest := splitSentences(s)
		if changed := change(one); changed == one {
			out = append(out, one)
		} else if changed != "" {
			out = append(out, endSentence(changed))
		}
		s = rest
	}
	return strings.Join(out, " ")
}

func abbreviation(s string) bool {
	if i := strings.LastIndexAny(s, " ("); i >= 0 {
		s = s[i+1:]
	}
	switch strings.ToLower(s) {
	case "mr.", "mrs.", "ms.", "dr.", "prof.", "engr.", "cllr.", "sr.", "fr.", "rev.", "capt.", "hon.", "mx.", "st.", "e.g.", "i.e.", "etc.", "vs.", "no.", "approx.", "inc.", "ltd.", "co.":
		return true
	}
	return len(s) == 2 // an initial
}

// endSentence closes a sentence that has no end of its own.
func endSentence(s string) string {
	s = strings.TrimRight(s, ",;: ")
	if s == "" || ended(s) || endsInLink(s) {
		return s
	}
	return s + "."
}

// quoted says that the words are someone's, in quotation marks from end to end.
func quoted(s string) (string, bool) {
	t := strings.TrimRight(s, ".")
	for _, q := range [][2]string{{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}, {"'", "'"}, {"‘", "’"}} {
		if strings.HasPrefix(t, q[0]) && strings.HasSuffix(t, q[1]) && len(t) > len(q[0])+len(q[1]) {
			in := t[len(q[0]) : len(t)-len(q[1])]
			if !strings.Contains(in, q[0]) {
				return "“" + strings.TrimRight(in, ".,") + "”", true
			}
		}
	}
	return "", false
}

func isLink(s string) bool {
	return !strings.Contains(s, " ") && (strings.Contains(s, "://") || strings.HasPrefix(s, "www."))
}
