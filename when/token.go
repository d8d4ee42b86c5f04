package when

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxText bounds how much of a text is read, so that any input takes a bounded time.
const maxText = 64 << 10

// maxSentence is where a sentence is cut that never ends: what looks ahead in it stays bounded.
const maxSentence = 160

// token is a word, a run of digits or one other sign, in lower case.
type token struct {
	s       string
	at, end int  // byte offsets into the text
	glued   bool // no blank before it
	digits  bool
}

// tokens splits a text and marks where its sentences end: ends holds the index after each sentence.
func tokens(text string) (toks []token, ends []int) {
	if len(text) > maxText {
		text = text[:maxText]
		for len(text) > 0 && !utf8.ValidString(text[len(text)-1:]) {
			text = text[:len(text)-1]
		}
	}
	stop := func() {
		if n := len(toks); n > 0 && (len(ends) == 0 || ends[len(ends)-1] < n) {
			ends = append(ends, n)
		}
	}
	glued := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n':
			if newParagraph(text[i+1:]) {
				stop()
			}
			i, glued = i+size, false
			continue
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			i, glued = i+size, false
			continue
		}
		j, digits := wordEnd(text, i)
		t := token{s: fold(text[i:j]), at: i, end: j, glued: glued, digits: digits}
		if stem, ok := strings.CutSuffix(t.s, "'s"); ok && namesTime(stem) && (len(toks) == 0 || toks[len(toks)-1].s != "new") { // "Friday's when", "the month's out"
			cut := i + strings.LastIndexFunc(text[i:j], func(r rune) bool { return !unicode.IsLetter(r) })
			toks = append(toks, token{s: stem, at: i, end: cut, glued: glued})
			t = token{s: "'s", at: cut, end: j, glued: true}
		}
		toks = append(toks, t)
		i, glued = j, true
		last := 0
		if len(ends) > 0 {
			last = ends[len(ends)-1]
		}
		if t.s == "!" || t.s == "?" || t.s == "." && endsSentence(toks, text[j:]) || len(toks)-last >= maxSentence {
			stop()
		}
	}
	stop()
	return toks, ends
}

// wordEnd is where the token that begins at i ends: letters with apostrophes inside, digits, or one sign.
func wordEnd(text string, i int) (j int, digits bool) {
	r, size := utf8.DecodeRuneInString(text[i:])
	j = i + size
	if r >= '0' && r <= '9' {
		for j < len(text) && text[j] >= '0' && text[j] <= '9' {
			j++
		}
		return j, true
	}
	if !unicode.IsLetter(r) {
		return j, false
	}
	for j < len(text) {
		r, size := utf8.DecodeRuneInString(text[j:])
		if r == '\'' || r == '’' || r == 'ʼ' {
			after, _ := utf8.DecodeRuneInString(text[j+size:])
			if !unicode.IsLetter(after) {
				return j, false
			}
		} else if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return j, false
		}
		j += size
	}
	return j, false
}

// fold makes the spellings of one sign alike.
func fold(s string) string {
	switch s {
	case "–", "—", "‑", "−", "‐", "―":
		return "-"
	case "’", "‘", "ʼ", "´", "`":
		return "'"
	case "“", "”", "„", "«", "»":
		return `"`
	}
	if s = strings.ToLower(s); s == "nxt" {
		return "next"
	}
	if strings.ContainsAny(s, "’ʼ") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "’", "'"), "ʼ", "'")
	}
	return s
}

// namesTime says that a word is a day or a stretch of days by itself.
func namesTime(w string) bool {
	_, weekday := weekdayOf(w, false)
	_, month := monthOf(w)
	return weekday || month || slices.Contains([]string{"today", "tomorrow", "week", "month", "quarter", "year", "day"}, w)
}

// newParagraph says that a line break ends the sentence: an empty line or a new list item follows.
func newParagraph(rest string) bool {
	rest = strings.TrimLeft(rest, " \t\r>")
	if rest == "" || rest[0] == '\n' {
		return true
	}
	return strings.HasPrefix(rest, "* ") || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "•")
}

// endsSentence says whether the full stop that was just read ends a sentence: not inside 04.12. or
// a.m., and not after an abbreviation.
func endsSentence(toks []token, rest string) bool {
	n := len(toks)
	next, _ := utf8.DecodeRuneInString(rest)
	if rest == "" {
		return true
	}
	if !unicode.IsSpace(next) && next != '"' && next != ')' && next != '”' {
		return false
	}
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t\r\n\u00a0\")”"))
	if n < 2 {
		return true
	}
	prev := toks[n-2].s
	if prev == "m" && n > 3 && toks[n-3].s == "." { // a.m.
		return unicode.IsUpper(after) && !startsZone(rest)
	}
	if _, ok := monthOf(prev); ok && prev != "may" && len(prev) < 5 {
		return !unicode.IsDigit(after) && unicode.IsUpper(after)
	}
	if slices.Contains(abbreviations, prev) {
		return false
	}
	if toks[n-2].digits && unicode.IsDigit(after) {
		return false
	}
	return !unicode.IsLower(after) || prev != "e" && prev != "g"
}

func startsZone(rest string) bool {
	f := strings.Fields(rest)
	return len(f) > 0 && zoneName(strings.ToLower(strings.Trim(f[0], ".,;()")))
}

var abbreviations = []string{"approx", "mr", "mrs", "ms", "dr", "prof", "st", "wk", "wks", "hrs", "ca", "incl", "vs", "eg",
	"ie", "e", "i", "g", "dept", "est", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "w", "c"}
