package note

import (
	"strings"

	"afterword"
)

// thanks is the thank-you note: ordered parts, each present only when its words exist.
func (d *drafter) thanks() []piece {
	switch {
	case d.st == nil:
		return d.ownWordsOnly()
	case d.b.Late:
		return d.lateThanks()
	case d.b.To.Role == afterword.FrontDesk:
		return []piece{sentences(d.stem("desk"), d.line(false), d.stem("desk_close"))}
	case d.b.Unnamed:
		return []piece{sentences(d.stem("coordinator"), d.line(false)), d.interest(), d.stem("pass_all"), d.promises(), d.link(), d.reach()}
	}
	parts := d.thanksParts()
	d.fill(parts)
	// What matters least goes first when the letter grows too long.
	for _, name := range []string{"ask", "answer", "unsaid", "link", "could", "reach"} {
		if d.words(parts) <= wordsAimed {
			break
		}
		delete(parts, name)
		d.forget(name)
	}
	return d.arrange(parts)
}

// fill brings a letter that is short to its length, unless it would be padding and nothing else: a
// short letter is better than that.
func (d *drafter) fill(parts map[string]piece) {
	own := 0
	for _, name := range []string{"line", "could", "unsaid", "answer", "ask"} {
		for _, s := range parts[name].own {
			own += Words(parts[name].text[s[0]:s[1]])
		}
	}
	if own < wordsThin {
		parts["want"] = d.wantShort()
		return
	}
	if d.words(parts) < wordsLeast && parts["line"].text != "" && !d.hard {
		parts["pad"] = piece{text: d.voice.Pad}
	}
	if d.words(parts) < wordsLeast && d.b.Want == afterword.WantStill {
		parts["close"] = piece{text: d.voice.CloseLong}
	}
}

func (d *drafter) words(parts map[string]piece) int { return Words(d.letter(d.arrange(parts)).text) }

func (d *drafter) thanksParts() map[string]piece {
	parts := map[string]piece{
		"thanks": fill(d.voice.Thanks, d.v), "line": d.line(true), "want": d.interest(),
		"could": d.could(), "unsaid": d.unsaid(), "answer": d.answer(), "ask": d.ask(),
		"promise": d.promises(), "link": d.link(), "reach": d.reach(), "pass": d.passOn(),
		"close": {text: d.voice.Close},
	}
	if d.b.To.Role == afterword.Coordinator && d.b.To.Line == "" {
		parts["thanks"], parts["line"] = d.stem("coordinator"), piece{}
	}
	if strings.HasPrefix(d.voice.Order[0], "line") && parts["line"].text == "" {
		parts["thanks"] = d.stem("thanks_first")
	}
	if d.b.Want != afterword.WantStill {
		parts["close"] = d.stem("plain_close")
	}
	return parts
}

// arrange puts the parts into the order of the voice.
func (d *drafter) arrange(parts map[string]piece) []piece {
	rows := make([]piece, 0, len(d.voice.Order))
	for _, row := range d.voice.Order {
		var p piece
		for name := range strings.FieldsSeq(row) {
			p.after(parts[name], " ")
		}
		rows = append(rows, p)
	}
	return rows
}

func (d *drafter) forget(part string) {
	switch part {
	case "ask":
		d.used.OwnQuestions = nil
	case "answer":
		d.used.Answers = nil
	case "unsaid":
		d.used.Unsaid = nil
	case "link":
		d.used.Link = false
	case "could":
		d.used.Could = false
	}
}

// lateThanks is the shorter note after two days: a short note is still better than none.
func (d *drafter) lateThanks() []piece {
	p := sentences(d.stem("late"), d.line(!d.b.Unnamed))
	pass := d.passOn()
	if d.b.Unnamed {
		pass = d.stem("pass_all")
	}
	return []piece{p, sentences(d.wantShort(), d.promises()), pass}
}

// line is what they talked about. Without it there is a gap that can be seen, where one is asked for.
func (d *drafter) line(gap bool) piece {
	f := fitLine(d.b.To.Line, d.b.Lang, d.b.To)
	if f.form == nothing {
		if !gap || d.st == nil {
			return piece{}
		}
		return fill(d.voice.NP, values{"x": {text: d.st.one["gap"]}})
	}
	d.used.Line = true
	f = f.clip(wordsLine)
	p := d.lineOf(f)
	p.after(fill("{x}", values{"x": {text: f.rest, own: true}}), " ")
	return p
}

// lineOf puts what they talked about into the stem for what it is.
func (d *drafter) lineOf(f fitted) piece {
	own := value{text: f.text, own: true}
	if d.st == nil {
		return fill("{x}", values{"x": own})
	}
	d.hard = hardTopic(f.text + " " + f.rest)
	switch f.form {
	case phrase:
		if d.hard {
			return d.with("hard_np", "x", own)
		}
		return fill(d.voice.NP, values{"x": own})
	case ours:
		return d.with("line_talk", "x", own)
	case shown:
		return d.with("line_show", "x", own)
	case quote:
		return d.with("line_quote", "q", own)
	case question:
		d.asked = true
		return d.with("line_question", "s", own)
	case link:
		return d.with("line_link", "x", own)
	case verb:
		first := split(f.text)
		if wordSet("base")[first[0].low] {
			own.text = endSentence(f.text) // advice, as it was given
			return d.with("line_sentence", "s", own)
		}
		she := "She "
		if predicate(first) {
			she = "She is "
		}
		own.text = endSentence(lowerFirst(turn(she+lowerFirst(f.text), d.b.To)))
	}
	return d.lineClause(own)
}

// lineClause is a whole sentence: what they asked, what the two share, or what they told.
func (d *drafter) lineClause(own value) piece {
	if x, asked := cutFold(own.text, "you asked "); asked {
		own.text = bare(x)
		return d.with("line_asked", "x", own)
	}
	switch first := split(own.text)[0].low; {
	case first == "i" || first == "we" || strings.HasPrefix(first, "i'") || strings.HasPrefix(first, "we'"):
		own.text = upperFirst(own.text)
		return fill("{x}", values{"x": own})
	case wordSet("base")[first] || wordSet("opening")[first] || !strings.HasSuffix(own.text, "."):
		return d.with("line_sentence", "s", own)
	case d.hard:
		return d.with("hard_that", "s", own)
	}
	return d.with("line_that", "s", own)
}

// hardTopic says that nobody is glad or enjoys to hear of it.
func hardTopic(s string) bool {
	ws := split(s)
	for i, w := range ws {
		if wordSet("hard")[w.low] && (i == 0 || !wordSet("fewer")[ws[i-1].low]) {
			return true
		}
	}
	return false
}

// clip leaves out what goes beyond n words: whole sentences first, then from the last comma.
func (f fitted) clip(n int) fitted {
	for f.rest != "" && Words(f.text)+Words(f.rest) > n {
		last := lastSentence(f.rest)
		f.rest = strings.TrimSpace(f.rest[:last])
	}
	if Words(f.text) <= n {
		return f
	}
	ws := split(f.text)
	cut := f.text[:ws[n-1].to]
	if i := strings.LastIndexAny(cut, ",;"); i > len(cut)/3 {
		f.text = cut[:i]
		if f.form == sentence || f.form == question {
			f.text = endSentence(f.text)
		}
	}
	return f
}

// lastSentence is where the last sentence of s begins.
func lastSentence(s string) int {
	at := 0
	for rest := s; ; {
		first, more := splitSentences(rest)
		if more == "" {
			return at
		}
		at = len(s) - len(more)
		_ = first
		rest = more
	}
}

// interest is the one calm sentence that says the job is wanted (R33-R36); only when it is.
func (d *drafter) interest() piece {
	if d.b.Want != afterword.WantStill || d.st == nil || d.b.To.Role == afterword.FrontDesk {
		return piece{}
	}
	if d.unnamedEmployer() {
		return d.stem("want_internal")
	}
	return fill(d.voice.Want, d.v)
}

func (d *drafter) wantShort() piece {
	switch {
	case d.b.Want != afterword.WantStill || d.st == nil || d.b.To.Role == afterword.FrontDesk:
		return piece{}
	case d.unnamedEmployer():
		return d.stem("want_short_internal")
	}
	return d.stem("want_short")
}

// unnamedEmployer says that the employer cannot be joined by name: one's own, a hidden or an unknown one.
func (d *drafter) unnamedEmployer() bool {
	return d.b.ApplicationKind == afterword.InternalMove || d.v["employer"].text == ""
}

func (d *drafter) could() piece {
	i := d.table.could
	if i < 0 {
		return piece{}
	}
	f := fitCould(couldItems(d.b.Debrief)[i], d.b.Lang, d.b.To).clip(wordsLine)
	if f.form == nothing {
		return piece{}
	}
	d.used.Could = true
	own := value{text: f.text, own: true}
	var p piece
	switch f.form {
	case sentence:
		if strings.HasPrefix(f.text, "I") && d.st != nil {
			p = fill("{x}", values{"x": own}) // a whole sentence of theirs needs no stem
		} else {
			p = d.with("could_sentence", "s", own)
		}
	case verb:
		p = d.with("could_verb", "x", own)
	default:
		if d.st == nil {
			p = fill("{x}", values{"x": own})
		} else {
			p = fill(d.voice.Could, values{"x": own})
		}
	}
	p.after(fill("{x}", values{"x": {text: f.rest, own: true}}), " ")
	return p
}

func (d *drafter) unsaid() piece {
	i := d.table.unsaid
	if i < 0 {
		return piece{}
	}
	f := fitUnsaid(d.b.Debrief.Unsaid[i], d.b.Lang).clip(wordsLine)
	if f.form == nothing {
		return piece{}
	}
	d.used.Unsaid = []int{i}
	own := value{text: f.text, own: true}
	var p piece
	if d.st == nil {
		p = fill("{x}", values{"x": own})
	} else {
		stem := d.voice.Unsaid
		if ws := split(f.text); ws[0].low == "my" && !hasFinite(ws, 1) || !isPronoun(ws[0].low) && !wordSet("wh")[ws[0].low] && !wordSet("relative")[ws[0].low] && !hasFinite(ws, 1) && !surelyPast(ws) && (!hasPast(ws) || gerund(ws[0].low)) {
			stem = d.st.stem("unsaid_thing", d.seat)
		}
		p = fill(stem, values{"x": own})
	}
	p.after(fill("{x}", values{"x": {text: f.rest, own: true}}), " ")
	return p
}

// answer finishes one that was half given, where a better one was written down (R39).
func (d *drafter) answer() piece {
	i := d.table.answer
	if i < 0 || d.st == nil {
		return piece{}
	}
	q := d.b.Debrief.Questions[i]
	f := fitUnsaid(q.Better, d.b.Lang).clip(wordsLine)
	if f.form == nothing {
		return piece{}
	}
	d.used.Answers = []int{i}
	asked := strings.TrimRight(strings.NewReplacer("“", "", "”", "", "\"", "").Replace(mend(tidy(q.Asked))), ".,; ")
	return d.withAll("answer", values{"q": {text: asked, own: true}, "s": {text: f.text, own: true}})
}

// ask puts at most two of one's own questions (R47).
func (d *drafter) ask() piece {
	if d.asked {
		return piece{} // they have a question before them already
	}
	var qs []fitted
	var used []int
	for _, i := range d.table.ask {
		if f := fitQuestion(d.b.Debrief.OwnQuestions[i], d.b.Lang).clip(wordsLine); f.form != nothing {
			qs, used = append(qs, f), append(used, i)
		}
	}
	if len(qs) == 2 && (qs[0].form != question || qs[1].form != question) {
		qs, used = qs[:1], used[:1]
	}
	d.used.OwnQuestions = used
	switch {
	case len(qs) == 0:
		return piece{}
	case len(qs) == 2:
		return d.withAll("ask_two", values{"s": {qs[0].text, true}, "S": {upperFirst(qs[0].text), true}, "T": {upperFirst(qs[1].text), true}})
	case qs[0].form == question || qs[0].form == sentence:
		return d.withAll("ask_one", values{"s": {qs[0].text, true}, "S": {upperFirst(qs[0].text), true}})
	}
	return d.with("ask_about", "x", value{qs[0].text, true})
}

// promises are put in here rather than in a second mail (R56).
func (d *drafter) promises() piece {
	var all piece
	for _, p := range d.b.promisedHere() {
		f := fitPromise(p.What, d.b.Lang, d.b.To)
		if f.form == nothing {
			continue
		}
		d.used.Promises = append(d.used.Promises, p.ID)
		own := value{text: f.text, own: true}
		switch {
		case f.form == verb:
			all.after(d.withAll("promise_do", values{"x": own, "due": {text: d.dueDay(p)}}), " ")
		case f.form == sentence:
			all.after(d.with("promise_said", "s", own), " ")
		case d.b.From.Link != "" && aboutLink(p.What) && !d.used.Link:
			d.used.Link = true
			all.after(d.withAll("promise_link", values{"x": own, "link": {text: d.b.From.Link}}), " ")
		default:
			all.after(d.with("promise", "x", own), " ")
		}
	}
	return all
}

// promisedHere are the promises of this letter: one that names somebody of the table is for that person
// alone, any other goes with the first letter.
func (b Brief) promisedHere() []afterword.Promise {
	if b.Kind != afterword.Thanks && b.Kind != "" {
		return b.Promises
	}
	var here []afterword.Promise
	for _, p := range b.Promises {
		named := false
		for _, o := range b.Others {
			named = named || o.namedIn(p.What)
		}
		if seat, _ := seatOf(b); b.To.namedIn(p.What) || !named && seat <= 0 {
			here = append(here, p)
		}
	}
	return here
}

// namedIn says that words name this person, by the given or the family name.
func (r Recipient) namedIn(s string) bool {
	n := nameOf(r.Name)
	for _, w := range split(s) {
		low := strings.TrimSuffix(w.low, "'s")
		if low != "" && startsUpper(s[w.from:w.to]) && (low == fold(n.given) || low == fold(n.family)) {
			return true
		}
	}
	return false
}

func (d *drafter) dueDay(p afterword.Promise) string {
	if p.Dated.IsZero() || d.st == nil {
		return ""
	}
	word, _ := d.dayWord(p.Dated)
	if ahead := d.b.Today.DaysUntil(p.Dated); ahead > 0 && ahead < 7 {
		return p.Dated.Weekday().String()
	}
	return word
}

// aboutLink says that a promise is one of the link that stands in the settings.
func aboutLink(what string) bool {
	for _, w := range split(what) {
		switch w.low {
		case "link", "links", "portfolio", "website", "site", "github", "profile":
			return true
		}
	}
	return false
}

// link goes into the first letter only: one of a panel is enough to find it.
func (d *drafter) link() piece {
	if d.b.From.Link == "" || d.used.Link || d.table.seat > 0 || d.b.Want != afterword.WantStill {
		return piece{}
	}
	for _, p := range d.b.Promises {
		if aboutLink(p.What) {
			return piece{}
		}
	}
	d.used.Link = true
	return d.with("link", "link", value{text: d.b.From.Link})
}

func (d *drafter) reach() piece {
	if s := bare(tidy(d.b.ReachMe)); s != "" {
		return d.with("reach", "x", value{text: s})
	}
	return piece{}
}

func (d *drafter) passOn() piece {
	names := d.names(d.b.PassOn)
	if len(d.b.PassOn) == 0 || names == "" {
		return piece{}
	}
	for _, r := range d.b.PassOn {
		d.used.PassOn = append(d.used.PassOn, r.Name)
	}
	return d.with("pass", "names", value{text: names})
}

// names lists people as one speaks of them to somebody else.
func (d *drafter) names(rs []Recipient) string {
	var all []string
	for _, r := range rs {
		if n := r.spoken(d.b.formalTo(), d.b.american()); n != "" {
			all = append(all, n)
		}
	}
	return listOf(all)
}

// ownWordsOnly is a letter in a language without stems: the person's words, each on its own.
func (d *drafter) ownWordsOnly() []piece {
	return []piece{d.line(false), d.could(), d.unsaid(), d.ask()}
}
