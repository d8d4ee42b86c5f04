package note

import (
	"strings"

	"afterword"
)

// Leftovers are the points of the debrief that a thank-you does not hold, each as the sentence that
// would put it in. No other letter is made of them.
func Leftovers(b Brief, body string) []string {
	left := []string{}
	if b.Kind != afterword.Thanks {
		return left
	}
	have := map[string]bool{}
	for _, k := range content(body) {
		have[k] = true
	}
	for _, p := range points(b) {
		n, all := 0, 0
		for _, own := range p.own {
			for _, k := range content(p.text[own[0]:own[1]]) {
				if all++; have[k] {
					n++
				}
			}
		}
		if p.text != "" && (3*n < 2*all || all == 0 && !strings.Contains(fold(body), fold(p.text))) {
			left = append(left, p.text)
		}
	}
	return left
}

// points are all that a thank-you to this person could say, each by itself.
func points(b Brief) []piece {
	all := []piece{newDrafter(b).line(false)}
	one := func(set func(*table)) *drafter {
		d := newDrafter(b)
		d.table = table{could: -1, unsaid: -1, answer: -1}
		set(&d.table)
		return d
	}
	for i, raw := range b.Debrief.Unsaid {
		p := one(func(t *table) { t.unsaid = i }).unsaid()
		if f := fitUnsaid(raw, b.Lang); startsClause(split(f.text)) {
			p = whole(f) // it needs no stem, which the letter may have already
		}
		all = append(all, p)
	}
	for i := range couldItems(b.Debrief) {
		all = append(all, one(func(t *table) { t.could = i }).could())
	}
	for i, q := range b.Debrief.Questions {
		if q.Felt == "more_to_say" && q.Better != "" {
			all = append(all, one(func(t *table) { t.answer = i }).answer())
		}
	}
	for i, raw := range b.Debrief.OwnQuestions {
		p := one(func(t *table) { t.ask = []int{i} }).ask()
		if f := fitQuestion(raw, b.Lang); f.form == question {
			p = whole(f)
		}
		all = append(all, p)
	}
	return all
}

func whole(f fitted) piece {
	f.text = upperFirst(strings.TrimSpace(f.text + " " + f.rest))
	return fill("{x}", values{"x": {text: f.text, own: true}})
}
