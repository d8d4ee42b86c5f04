package note

import (
	"fmt"
	"strings"

	"afterword"
)

// gap holds a thank-you until it names something that this person said (R38).
func (e *examination) gap() {
	b := e.k.Brief
	if b == nil || !e.isThanks() || b.Unnamed || b.To.Role == afterword.FrontDesk || b.To.Role == afterword.Coordinator && b.To.Line == "" {
		return
	}
	says := "One gap left: what did " + e.first() + " talk about?"
	if at := strings.Index(e.s, "[…]"); at >= 0 {
		e.add("gap", afterword.Stop, says, &[2]int{at, at + len("[…]")})
		return
	}
	if e.namesLine(b.To.Line) {
		e.ok("gap", "Names something "+e.first()+" said")
		return
	}
	e.add("gap", afterword.Stop, says, nil)
}

// namesLine says that the letter holds what was kept about the person, in these words or others of
// their own: without a line, or in place of it, something that is in no stem will do.
func (e *examination) namesLine(line string) bool {
	if knowsNothing(tidy(line)) {
		line = ""
	}
	kept := content(line)
	if len(kept) > 0 {
		have := map[string]bool{}
		elsewhere := e.otherPoints()
		for i, w := range e.ws {
			if !elsewhere[i] {
				have[root(plain(w.low))] = true
			}
		}
		n := 0
		for _, k := range kept {
			if have[k] {
				n++
			}
		}
		if n > 0 && 3*n >= len(kept) {
			return true
		}
	} else if tidy(line) != "" && strings.Contains(fold(e.s), fold(tidy(line))) {
		return true
	}
	ours := e.ourWords()
	own := 0
	for i, w := range e.ws {
		if !ours[i] && w.from >= e.greet.to && w.to <= e.sign && len([]rune(w.low)) > 2 && !worn(w.low) && !wordSet("preposition")[w.low] && !wordSet("determiner")[w.low] && !wordSet("auxiliary")[w.low] && !e.promisedWord(w.low) {
			own++
		}
	}
	least := 8
	if len(kept) > 0 {
		least = 14 // they wrote of something else, at length
	}
	return own >= least && !e.stillDraft()
}

// otherPoints marks the words that stand in the letter as another point of the debrief: an offer to
// help may share its words with what the person talked about, and is not it.
func (e *examination) otherPoints() []bool {
	marked := make([]bool, len(e.ws))
	low := fold(e.s)
	if len(low) != len(e.s) {
		return marked // folding moved the places
	}
	d := e.k.Brief.Debrief
	for _, p := range append(append(couldItems(d), d.Unsaid...), d.OwnQuestions...) {
		p = bare(fold(tidy(p)))
		if at := strings.Index(low, p); p != "" && at >= 0 {
			for i, w := range e.ws {
				marked[i] = marked[i] || w.from >= at && w.to <= at+len(p)
			}
		}
	}
	return marked
}

// promisedWord leaves out what stands in the letter for another reason than this person.
func (e *examination) promisedWord(low string) bool {
	b := e.k.Brief
	for _, s := range append(append([]string{b.Debrief.CouldHelpWith, b.Employer, b.Role, b.From.Name, b.From.Link, b.To.Name}, b.Debrief.Unsaid...), b.Debrief.OwnQuestions...) {
		for _, w := range split(s) {
			if w.low == low {
				return true
			}
		}
	}
	for _, p := range b.Promises {
		for _, w := range split(p.What) {
			if w.low == low {
				return true
			}
		}
	}
	return false
}

func (e *examination) stillDraft() bool { return e.draft != nil && e.draft.Body == e.s }

// content are the roots of the words that carry meaning.
func content(s string) []string {
	var all []string
	for _, w := range split(s) {
		low := w.low
		if len([]rune(low)) < 3 && !(low[0] >= '0' && low[0] <= '9') || wordSet("preposition")[low] || wordSet("determiner")[low] || wordSet("auxiliary")[low] || wordSet("pronoun")[low] || wordSet("wh")[low] || wordSet("verbsaid")[low] || low == "and" || low == "her" || low == "his" || low == "him" || low == "them" {
			continue
		}
		all = append(all, root(plain(low)))
	}
	return all
}

// root takes the common endings off, so that "moved the reports" and "moving reports" share theirs.
func root(w string) string {
	for _, e := range []string{"'s", "ations", "ation", "ings", "ing", "ies", "ed", "es", "ers", "er", "s", "e", "y"} {
		if len(w)-len(e) >= 3 && strings.HasSuffix(w, e) {
			return w[:len(w)-len(e)]
		}
	}
	return w
}

func (e *examination) route() {
	if e.k.Reach == nil {
		return
	}
	if *e.k.Reach {
		e.ok("route", "Has a way to reach "+e.first())
		return
	}
	through := "the person who invited you"
	if b := e.k.Brief; b != nil {
		if b.Agency.Name != "" {
			through = b.Agency.first()
		} else if b.Contact.Name != "" {
			through = b.Contact.first()
		}
	}
	e.add("route", afterword.Stop, "No address yet. Find one, or send it through "+through+".", nil)
}

func (e *examination) channel() {
	agreed, by := e.k.Agreed, e.k.Channel
	if agreed == "" || agreed == afterword.AnyChannel || by == "" {
		return
	}
	if agreed == afterword.Email && (by == afterword.Phone || by == afterword.MessageText) {
		way := "Call"
		if by == afterword.MessageText {
			way = "A message"
		}
		e.add("channel", afterword.Stop, "They asked for email. "+way+" is off for this one.", nil)
		return
	}
	if agreed == by && e.toEmployer() {
		e.ok("channel", "By "+channelWord(by)+", as agreed")
		return
	}
	e.ok("channel", "By "+channelWord(by))
}

// toEmployer says that the letter goes to somebody with whom a channel can have been agreed: a referee or
// a friend agreed to none.
func (e *examination) toEmployer() bool {
	switch e.kind {
	case afterword.RefereeHeadsUp, afterword.RefereeThanks, afterword.AskWord, afterword.AskInsider:
		return false
	}
	return e.k.Brief == nil || e.k.Brief.To.Role != afterword.Referee
}

func channelWord(c afterword.Channel) string {
	switch c {
	case afterword.MessageText:
		return "message"
	case afterword.Portal:
		return "web form"
	case afterword.ViaAgency:
		return "way of the agency"
	}
	return string(c)
}

func (e *examination) agency() {
	if e.k.Asked == nil {
		return
	}
	if *e.k.Asked {
		e.ok("agency", "Agency said yes")
		return
	}
	name := "the agency"
	if b := e.k.Brief; b != nil && b.Agency.Name != "" {
		name = b.Agency.first()
	}
	e.add("agency", afterword.Stop, "Waiting for "+name+" to say yes. Or ask them to pass it on.", nil)
}

func (e *examination) once() {
	if e.k.First == nil || !e.isThanks() && e.kind != afterword.AgencyThanks {
		return
	}
	if *e.k.First {
		e.ok("once", "First note to "+e.first())
		return
	}
	e.add("once", afterword.Stop, "You have thanked "+e.first()+" already. A reply to their answer is fine.", nil)
}

// same holds a letter that is another's; one that is very like it gets advice (R44).
func (e *examination) same() {
	if len(e.k.OtherBodies) == 0 || !e.isThanks() {
		return
	}
	most, who := 0.0, ""
	for name, body := range e.k.OtherBodies {
		a := Alike(e.s, body)
		if a < 1 && withoutGreeting(e.s) == withoutGreeting(body) {
			a = 1
		}
		if a > most || a == most && name < who {
			most, who = a, name
		}
	}
	who = possessive(Recipient{Name: who}.first())
	switch {
	case most >= 1:
		e.add("same", afterword.Stop, "This is the same as "+who+" note.", nil)
	case most > alikeMost && !e.shortForm() && e.k.Channel != afterword.Phone:
		e.add("same", afterword.Advice, "Very like "+who+" note. Change a line?", nil)
	default:
		e.ok("same", "Not like "+who)
	}
}

// alikeMost is how alike two notes of one sitting may be (ours).
const alikeMost = 0.60

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

func withoutGreeting(s string) string {
	t := takeApart(s, "")
	var b strings.Builder
	for _, w := range t.ws {
		if w.from >= t.greet.to {
			b.WriteString(w.low)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// linksMost is how many links somebody opens.
const linksMost = 2

func (e *examination) links() int {
	n := 0
	for at := nextLink(e.s, 0); at.from >= 0; at = nextLink(e.s, at.to) {
		n++
	}
	return n
}

// link offers the person's own, in the letter that it was kept for, and says when there are too many.
func (e *examination) link() {
	b := e.k.Brief
	if b == nil || !e.isThanks() {
		return
	}
	if n := e.links(); n > linksMost {
		e.add("link", afterword.Advice, fmt.Sprintf("%d links. One or two get opened.", n), nil)
		return
	}
	if b.From.Link == "" || b.Want != afterword.WantStill || b.Late || e.shortForm() || b.Unnamed || b.To.Role == afterword.FrontDesk {
		return
	}
	bareLink := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(b.From.Link, "https://"), "http://"), "/")
	if strings.Contains(e.s, bareLink) {
		e.ok("link", "Has your link")
		return
	}
	if tableOf(*b).seat == 0 {
		e.add("link", afterword.Advice, "No link yet. Add your portfolio?", nil)
	}
}

// promise asks for what was promised with this note (R56).
func (e *examination) promise() {
	b := e.k.Brief
	if b == nil || !e.isThanks() || len(b.promisedHere()) == 0 {
		return
	}
	have := map[string]bool{}
	for _, w := range e.ws {
		have[root(plain(w.low))] = true
	}
	for _, p := range b.promisedHere() {
		n, of := 0, 0
		for _, k := range content(p.What) {
			if of++; have[k] {
				n++
			}
		}
		if of > 0 && 2*n < of {
			what := fitPromise(p.What, b.Lang, b.To).text
			e.add("promise", afterword.Advice, "You promised "+bare(what)+". Put it in here?", nil)
			return
		}
	}
	e.ok("promise", "Includes what you promised")
}

// ownWords measures how much of the letter is the person's own (R42), greeting and close left out.
func (e *examination) ownWords() {
	if e.k.Brief == nil || len(e.ws) == 0 {
		return
	}
	ours := e.ourWords()
	n, of, sign := 0, 0, e.closing(ours)
	for i := 0; i < len(e.ws); {
		mine, all := 0, 0
		sentence := e.in[i]
		for ; i < len(e.ws) && e.in[i] == sentence; i++ {
			if e.ws[i].to <= e.greet.to || e.ws[i].from >= sign {
				continue
			}
			if all++; !ours[i] {
				mine++
			}
		}
		switch {
		case 2*mine >= all:
			mine = all // a sentence that is mostly theirs is theirs
		case e.thanksIn(sentence):
			continue // every letter has it (R32)
		}
		n, of = n+mine, of+all
	}
	if of == 0 {
		return
	}
	percent := 100 * n / of
	e.report.OwnWords = &percent
	if !e.isThanks() || e.shortForm() {
		return
	}
	if percent < ownLeast {
		e.add("own_words", afterword.Advice, "Most of this is ours. Say one thing your way?", nil)
		return
	}
	e.ok("own_words", fmt.Sprintf("%d %% are your words", percent))
}

// thanksIn says that a sentence thanks.
func (e *examination) thanksIn(sentence int) bool {
	book := phrases("thanks")
	for i := 0; i < len(e.ws); {
		_, p, k := e.find(book, i)
		if p == nil {
			return false
		}
		if e.in[k] == sentence {
			return true
		}
		i = k + 1
	}
	return false
}

// closing is where the close begins: at the good wishes before the name, where they are ours alone.
func (e *examination) closing(ours []bool) int {
	for i := len(e.blocks) - 1; i >= 0; i-- {
		b := e.blocks[i]
		if b.from >= e.sign || b.to <= e.greet.to {
			continue
		}
		for j, w := range e.ws {
			if w.from >= b.from && w.from < e.sign && !ours[j] {
				return e.sign
			}
		}
		return b.from
	}
	return e.sign
}

// ownLeast is the share, in per cent, under which a letter gets advice (ours).
const ownLeast = 30

// ourRun is how many words in a row must be those of a stem to count as ours.
const ourRun = 4

// ourWords marks the words of the letter that come from our stems: those in runs of four or more that
// the draft has too, outside the person's words.
func (e *examination) ourWords() []bool {
	ours := make([]bool, len(e.ws))
	stems := map[string]bool{}
	dw := split(e.draft.Body)
	mine := make([]bool, len(dw))
	for i, w := range dw {
		for _, s := range e.draft.Own {
			mine[i] = mine[i] || w.from >= s[0] && w.to <= s[1]
		}
	}
	if e.stillDraft() && len(dw) == len(e.ws) {
		for i := range mine {
			ours[i] = !mine[i]
		}
		return ours
	}
	for i := 0; i+ourRun <= len(dw); i++ {
		if run, ok := shingle(dw, i, mine); ok {
			stems[run] = true
		}
	}
	for i := 0; i+ourRun <= len(e.ws); i++ {
		if run, _ := shingle(e.ws, i, nil); stems[run] {
			for j := i; j < i+ourRun; j++ {
				ours[j] = true
			}
		}
	}
	return ours
}

func shingle(ws []word, i int, mine []bool) (string, bool) {
	var b strings.Builder
	for j := i; j < i+ourRun; j++ {
		if mine != nil && mine[j] {
			return "", false
		}
		b.WriteString(ws[j].low)
		b.WriteByte(' ')
	}
	return b.String(), true
}
