package note

import (
	"strings"
)

// turn makes words about someone into words to them: "they are moving her reports" becomes "you are
// moving your reports". Where more than one person or thing could be meant it leaves the words alone.
func turn(s string, to Recipient) string {
	t := turner{s: s, ws: split(s), name: nameOf(to.Name)}
	for t.i = 0; t.i < len(t.ws); t.i++ {
		t.word()
	}
	t.out.WriteString(s[t.done:])
	return t.out.String()
}

// turner goes through the words once; what is not replaced is copied.
type turner struct {
	s    string
	ws   []word
	name naming
	out  strings.Builder
	done int // bytes of s already written
	i    int

	one, many bool // "she" or "they" were turned, so "her" and "their" are too
	other     bool // somebody else was named: her and his may be theirs
	plural    bool // some things were named: they and their may be those
	thirds    bool // verbs of a turned "she" lose their s
}

func (t *turner) word() {
	w := t.ws[t.i]
	if t.insideQuotes(w.from) {
		return
	}
	base, tail, _ := strings.Cut(w.low, "'")
	switch {
	case t.isRecipient(w):
		t.recipient(w, base, tail)
	case (base == "she" || base == "he") && (!t.other || t.one) && t.subjectHere():
		t.one, t.thirds = true, true
		t.subject(w, tail)
	case base == "they" && (!t.plural || t.many) && (!t.other || t.many) && t.subjectHere():
		t.many = true
		t.subject(w, tail)
	case (w.low == "her" || w.low == "his") && (!t.other || t.one):
		t.replace(w, t.like(w, t.possessiveOr("you", w.low)))
	case w.low == "him" && (!t.other || t.one):
		t.replace(w, "you")
	case (w.low == "herself" || w.low == "himself") && !t.other:
		t.replace(w, "yourself")
	case w.low == "their" && (t.many || !t.plural && !t.other && t.i == 0 || !t.plural && !t.other && t.afterOpening()):
		t.many = true
		t.replace(w, t.like(w, "your"))
	case w.low == "themselves" && t.many:
		t.replace(w, "yourselves")
	case t.thirds && t.i > 0 && strings.TrimSpace(t.s[t.ws[t.i-1].to:w.from]) == "," && (wordSet("third")[w.low] || doesTo(t.ws[t.i:]) && strings.HasSuffix(w.low, "s")):
		t.agree(t.i, false)
	case (w.low == "and" || w.low == "but" || w.low == "then") && t.thirds && t.i+1 < len(t.ws):
		t.agree(t.i+1, true)
	default:
		t.note(w)
	}
}

// recipient turns their own name: "Priya" into you, "Priya's" into your.
func (t *turner) recipient(w word, base, tail string) {
	if t.i > 0 && t.isRecipient(t.ws[t.i-1]) { // the family name after the given one
		return
	}
	last := w
	if t.i+1 < len(t.ws) && t.isRecipient(t.ws[t.i+1]) && t.s[w.to:t.ws[t.i+1].from] == " " {
		last = t.ws[t.i+1]
		_, tail, _ = strings.Cut(last.low, "'")
		t.i++
	}
	t.one = true
	if tail == "s" {
		t.replace(word{w.from, last.to, ""}, t.like(w, "your"))
		return
	}
	t.replace(word{w.from, last.to, ""}, t.likeAt(w, "you"))
	if t.i+1 < len(t.ws) {
		t.thirds = true
		t.agree(t.i+1, false)
	}
}

func (t *turner) isRecipient(w word) bool {
	base, _, _ := strings.Cut(w.low, "'")
	if base == "" || t.s[w.from] >= 'a' && t.s[w.from] <= 'z' {
		return false
	}
	return t.name.given != "" && base == fold(t.name.given) || t.name.family != "" && base == fold(t.name.family)
}

// subject writes you for she, he or they, with the verb that belongs to it.
func (t *turner) subject(w word, tail string) {
	you := t.likeAt(w, "you")
	switch tail {
	case "re", "ve", "ll", "d":
		you += "'" + tail
	case "s":
		you += "'re"
		if t.i+1 < len(t.ws) {
			if n := t.ws[t.i+1].low; n == "been" || n == "got" || wordSet("past")[n] || wordSet("firstpast")[n] {
				you = t.likeAt(w, "you've")
			}
		}
	}
	t.replace(w, you)
	if tail == "" {
		t.agree(t.i+1, false)
	}
}

// agree puts the verb at i into the form that goes with you. After "and" only a sure verb is touched.
func (t *turner) agree(i int, coordinated bool) {
	for i < len(t.ws) && wordSet("adverb")[t.ws[i].low] {
		i++
	}
	if i >= len(t.ws) || t.insideQuotes(t.ws[i].from) {
		return
	}
	w := t.ws[i]
	verb, known := "", true
	switch w.low {
	case "is":
		verb = "are"
	case "was":
		verb = "were"
	case "has":
		verb = "have"
	case "does":
		verb = "do"
	case "isn't":
		verb = "aren't"
	case "wasn't":
		verb = "weren't"
	case "hasn't":
		verb = "haven't"
	case "doesn't":
		verb = "don't"
	default:
		known = false
	}
	if coordinated && !known && !wordSet("third")[w.low] {
		return
	}
	if !known {
		if !t.thirds {
			return
		}
		if verb = baseOfThird(w.low); verb == w.low {
			return
		}
	}
	t.replace(w, t.like(w, verb))
	t.i = max(t.i, i)
}

// baseOfThird takes the s off a verb of the third person.
func baseOfThird(w string) string {
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us"):
		return w
	case w == "goes":
		return "go"
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

// subjectHere says that a pronoun can be a subject at this place: something follows it.
func (t *turner) subjectHere() bool { return t.i+1 < len(t.ws) }

// afterOpening says that the words before are only "how", "why", "about" and the like.
func (t *turner) afterOpening() bool {
	for _, w := range t.ws[:t.i] {
		if !wordSet("preposition")[w.low] && !wordSet("wh")[w.low] && !gerund(w.low) && !wordSet("determiner")[w.low] {
			return false
		}
	}
	return true
}

// possessiveOr tells "her team" (your) from "told her" (you).
func (t *turner) possessiveOr(object, low string) string {
	if low == "his" {
		return "your"
	}
	if t.i+1 >= len(t.ws) {
		return object
	}
	n := t.ws[t.i+1]
	if t.s[t.ws[t.i].to:n.from] != " " || wordSet("preposition")[n.low] || wordSet("determiner")[n.low] || wordSet("relative")[n.low] ||
		n.low == "and" || n.low == "or" || n.low == "but" || wordSet("auxiliary")[n.low] || isPronoun(n.low) {
		return object
	}
	return "your"
}

// note remembers who and what else was named.
func (t *turner) note(w word) {
	raw := t.s[w.from:w.to]
	if t.i > 0 && raw != w.low && w.low != "i" && !strings.HasPrefix(w.low, "i'") && !t.afterStop(w.from) {
		t.other = t.other || raw == upperFirst(w.low) && len(w.low) > 2
	}
	if t.i == 0 && w.low != "i" && !strings.HasPrefix(w.low, "i'") && raw == upperFirst(w.low) && lowerCommon(raw) == raw && len(t.ws) > 1 {
		t.other = true
	}
	if len(w.low) > 3 && strings.HasSuffix(w.low, "s") && !strings.HasSuffix(w.low, "ss") && !wordSet("adverb")[w.low] &&
		!wordSet("auxiliary")[w.low] && !wordSet("third")[w.low] && !strings.HasSuffix(w.low, "'s") && w.low != "this" && w.low != "always" {
		t.plural = true
	}
	if w.low == "people" || w.low == "children" || w.low == "staff" || w.low == "everyone" {
		t.plural = true
	}
}

func (t *turner) afterStop(at int) bool {
	s := strings.TrimRight(t.s[:at], " ")
	return s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:")
}

func (t *turner) insideQuotes(at int) bool {
	before := t.s[:at]
	return strings.Count(before, `"`)%2 == 1 || strings.Count(before, "“") > strings.Count(before, "”")
}

// like keeps a capital where one stood.
func (t *turner) like(w word, s string) string {
	if c := t.s[w.from]; c >= 'A' && c <= 'Z' {
		return upperFirst(s)
	}
	return s
}

// likeAt is like, but a name's capital is kept only at the start of a sentence.
func (t *turner) likeAt(w word, s string) string {
	if t.afterStop(w.from) {
		return t.like(w, s)
	}
	return s
}

func (t *turner) replace(w word, with string) {
	if w.from < t.done {
		return
	}
	t.out.WriteString(t.s[t.done:w.from])
	t.out.WriteString(with)
	t.done = w.to
}
