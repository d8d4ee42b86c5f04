package note

import (
	"strings"

	"afterword"
)

// short is the form for a message or a web form: one paragraph under 300 characters. What matters
// least goes first; the greeting, the thanks and what they talked about stay.
func (d *drafter) short() piece {
	greet := d.greeting()
	if d.st != nil && !d.b.formalTo() && d.v["who"].text != "" {
		greet = d.stem("hello")
	}
	name := piece{text: strings.TrimSpace(d.b.From.Name)}
	if !d.b.formalTo() {
		if n := nameOf(name.text); n.given != "" {
			name.text = n.given
		}
	}
	if d.b.Kind != afterword.Thanks && d.b.Kind != "" {
		d.b.To.Line = "" // what the letter is for comes first
	}
	parts := d.shortParts()
	if strings.HasSuffix(greet.text, ",") {
		parts[0] = parts[0].afterComma()
	}
	for keep := len(parts); ; keep-- {
		body := sentences(append(append([]piece{greet}, parts[:keep]...), name)...)
		if Characters(body.text) <= charsForm {
			d.keepUsed(body.text)
			return body
		}
		if keep == 1 {
			return d.squeeze(greet, parts[0], name)
		}
	}
}

// afterComma takes off the capital of a stem that now stands behind a greeting on the same line.
func (p piece) afterComma() piece {
	first, _, _ := strings.Cut(p.text, " ")
	if first != "I" && (len(p.own) == 0 || p.own[0][0] > 0) {
		p.text = lowerFirst(p.text)
	}
	return p
}

// keepUsed takes back what was left out for want of room: the guard counts what a letter asks for.
func (d *drafter) keepUsed(body string) {
	for _, key := range []string{"no_feedback", "no_feedback_agency", "feedback_ask", "feedback_agency"} {
		if s := d.stem(key).text; s != "" && strings.Contains(body, s) {
			return
		}
	}
	d.used.Feedback = false
}

// squeeze cuts a single part to what fits, at the end of a word.
func (d *drafter) squeeze(greet, part, name piece) piece {
	room := charsForm - Characters(greet.text) - Characters(name.text) - 3
	ws := split(part.text)
	for n := len(ws); n > 0; n-- {
		if w := ws[n-1]; Characters(part.text[:w.to]) <= room && !hangs(w.low) {
			part = part.cut(w.to)
			part.text += "."
			return sentences(greet, part, name)
		}
	}
	return sentences(greet, name)
}

// hangs says that nothing may end on this word.
func hangs(w string) bool {
	return wordSet("preposition")[w] || wordSet("determiner")[w] || wordSet("wh")[w] || wordSet("auxiliary")[w] ||
		w == "and" || w == "or" || w == "but" || w == "because" || isPronoun(w)
}

// cut keeps the text before at, with the spans that are left.
func (p piece) cut(at int) piece {
	q := piece{text: p.text[:at]}
	for _, s := range p.own {
		if s[0] < at {
			q.own = append(q.own, [2]int{s[0], min(s[1], at)})
		}
	}
	return q
}

// shortParts are the sentences of a short form, the most important first.
func (d *drafter) shortParts() []piece {
	if d.b.Kind != afterword.Thanks && d.b.Kind != "" {
		var all []piece
		for _, p := range d.parts() {
			if p.text != "" {
				p.text = strings.ReplaceAll(p.text, "\n", " ")
				all = append(all, p)
			}
		}
		if len(all) == 0 {
			all = []piece{{}}
		}
		return all
	}
	d.table = table{could: -1, unsaid: -1, answer: -1, seat: d.table.seat}
	if d.st == nil {
		return []piece{d.line(false)}
	}
	first := sentences(d.stem("short_thanks"), d.shortLine())
	return []piece{first, d.promises(), d.wantShort(), d.passOn()}
}

// shortLine is the line without a frame that would cost half of the room.
func (d *drafter) shortLine() piece {
	if d.b.Unnamed || d.b.To.Role == afterword.FrontDesk {
		return d.line(false)
	}
	if full := d.line(true); Characters(full.text) <= charsForm/2 {
		return full
	}
	d.seat, d.voice = 0, d.st.Voices[0] // the shortest frame
	return d.line(true)
}

// card is what goes on a folded card: up to sixty words, written by hand.
func (d *drafter) card() piece {
	if d.st == nil {
		return d.letter([]piece{d.line(false)})
	}
	if d.b.Kind != afterword.Thanks && d.b.Kind != "" {
		d.b.To.Line = ""
		parts := d.parts()
		for keep := len(parts); keep > 1; keep-- {
			if body := d.letter(parts[:keep]); Words(body.text) <= wordsCard {
				d.keepUsed(body.text)
				return body
			}
		}
		return d.letter(parts[:1])
	}
	thanks, line, want := fill(d.voice.Thanks, d.v), d.line(true), d.wantShort()
	if strings.HasPrefix(d.voice.Order[0], "line") {
		thanks = d.stem("late")
	}
	off := piece{text: strings.TrimSpace(d.b.From.Name)}
	for _, parts := range [][]piece{{thanks, line, want}, {thanks, line}} {
		body := paragraphs(d.greeting(), sentences(parts...), off)
		if Words(body.text) <= wordsCard {
			return body
		}
	}
	room := wordsCard - Words(d.greeting().text) - Words(thanks.text) - Words(off.text)
	ws := split(line.text)
	for n := min(room, len(ws)); n > 0; n-- {
		if !hangs(ws[n-1].low) {
			line = line.cut(ws[n-1].to)
			line.text += "."
			break
		}
	}
	return paragraphs(d.greeting(), sentences(thanks, line), off)
}

// script is what to say on the phone: who it is, the thing itself, a thank-you.
func (d *drafter) script() piece {
	if d.st == nil {
		return paragraphs(d.parts()...)
	}
	open := d.stem("phone_open")
	if d.v["name"].text == "" {
		open = d.stem("phone_open_bare")
	}
	close := d.stem("phone_close")
	if d.b.Kind == afterword.StatusQuestion || d.b.Kind == afterword.Feedback {
		close = d.stem("phone_close_ask")
	}
	var parts []piece
	if d.b.Kind == afterword.Thanks || d.b.Kind == "" {
		thanks := fill(d.voice.Thanks, d.v)
		if strings.HasPrefix(d.voice.Order[0], "line") {
			thanks = d.stem("late")
		}
		parts = []piece{thanks, d.line(true), d.wantShort()}
	} else {
		parts = d.parts()
	}
	var lines piece
	for _, p := range append(append([]piece{open}, parts...), close) {
		if p.text != "" {
			lines.after(p, "\n")
		}
	}
	return lines
}
