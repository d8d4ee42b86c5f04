package note

import (
	"strings"

	"afterword"
)

// Limits of a letter, in words (practice R43) and characters; all ours: no article gives a number.
const (
	wordsAimed    = 120 // what is easy to read
	wordsLeast    = 60  // what looks as if someone took time
	wordsThin     = 4   // of one's own, under which more of ours would only be padding
	wordsCard     = 60  // what fits on a folded card
	charsForm     = 299 // what a message or a web form takes: under 300
	wordsLine     = 45  // of one point that the person wrote down
	questionsMost = 2   // of one's own in a note (R47)
)

// Draft writes a letter from a brief. The same brief always gives the same letter.
func Draft(b Brief) Letter {
	d := newDrafter(b)
	var body piece
	switch b.Channel {
	case afterword.MessageText, afterword.Portal:
		body = d.short()
	case afterword.Post:
		body = d.card()
	case afterword.Phone:
		body = d.script()
	default:
		body = d.letter(d.parts())
	}
	l := Letter{Body: body.text, Own: body.own, Lang: b.Lang, Used: d.used}
	if l.Lang == "" {
		l.Lang = "en"
	}
	if b.Channel == afterword.Email || b.Channel == afterword.NoChannel || b.Channel == afterword.ViaAgency {
		l.Subject = d.subject()
	}
	return l
}

// drafter holds what one letter is made with.
type drafter struct {
	b     Brief
	st    *stems
	seat  int // chooses among wordings: the place at the table
	voice voice
	v     values
	used  Used
	table table
	asked bool // what they talked about is a question
	hard  bool // what they talked about is nothing to be glad of
}

func newDrafter(b Brief) *drafter {
	d := &drafter{b: b, st: stemsOf(b.Lang), table: tableOf(b)}
	if d.st == nil {
		return d
	}
	d.seat = max(b.Seat, 0) % len(d.st.Voices)
	d.voice = d.st.Voices[d.seat]
	d.v = values{
		"who":      {text: b.To.greeted(b.formalTo(), b.american())},
		"name":     {text: strings.TrimSpace(b.From.Name)},
		"role":     {text: roleName(b.Role), own: true},
		"employer": {text: firmName(b.Employer), own: true},
		"Employer": {text: upperFirst(firmName(b.Employer)), own: true},
		"day":      {text: d.day(b.Met)},
		"until":    {text: d.day(b.WaitUntil)},
	}
	if b.ApplicationKind == afterword.Confidential {
		d.v["employer"], d.v["Employer"] = value{}, value{} // the agency hides it: so do we
	}
	return d
}

// firmName is an employer as it stands inside a sentence: "the University of Basel".
func firmName(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if head, rest, ok := strings.Cut(s, " "); ok && (strings.HasPrefix(rest, "of ") || strings.HasPrefix(rest, "for ")) {
		switch strings.ToLower(head) {
		case "university", "college", "institute", "ministry", "department", "bank", "museum", "office", "school", "city", "county", "city's", "town", "port", "house", "state", "board", "society", "church", "archdiocese", "diocese", "library":
			return "the " + s
		}
	}
	return s
}

// stem fills the wording that belongs to this seat.
func (d *drafter) stem(key string) piece {
	if d.st == nil {
		return piece{}
	}
	return fill(d.st.stem(key, d.seat), d.v)
}

// with fills it with one more value.
func (d *drafter) with(key, name string, v value) piece { return d.withAll(key, values{name: v}) }

func (d *drafter) withAll(key string, more values) piece {
	if d.st == nil {
		for _, k := range []string{"x", "s", "S", "q"} {
			if v, ok := more[k]; ok && v.text != "" {
				return fill("{x}", values{"x": v})
			}
		}
		return piece{}
	}
	all := values{}
	for k, v := range d.v {
		all[k] = v
	}
	for k, v := range more {
		all[k] = v
	}
	return fill(d.st.stem(key, d.seat), all)
}

// roleName is a role as it stands inside a sentence, without the word role behind it.
func roleName(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for _, tail := range []string{" role", " position", " job", " post"} {
		if len(s) > len(tail) && strings.EqualFold(s[len(s)-len(tail):], tail) {
			s = s[:len(s)-len(tail)]
		}
	}
	words := strings.Fields(s)
	if s == "" || words[0] != upperFirst(strings.ToLower(words[0])) || strings.Join(words[1:], " ") != strings.ToLower(strings.Join(words[1:], " ")) {
		return s
	}
	if !namesWork(strings.ToLower(words[len(words)-1])) && !namesWork(strings.ToLower(words[0])) {
		return s // "Konstrukteur": a language in which the capital belongs to it
	}
	return lowerFirst(s) // "Data analyst", "Designer"
}

// namesWork says that a word ends as English names those who do something.
func namesWork(w string) bool {
	for _, e := range []string{"er", "tor", "sor", "ist", "ian", "ant", "ent", "yst", "ive", "ect", "man", "hand", "lead", "head", "intern", "nurse", "chef", "clerk", "cook", "ice", "wife", "doc", "aide", "guard", "coach", "host", "work", "pilot", "partner", "steward", "associate", "fellow", "legal", "ee"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// roleWords is "data analyst role", or "role" when it is not known.
func (d *drafter) roleWords() value {
	if r := d.v["role"].text; r != "" {
		return value{text: r + " role", own: true}
	}
	return value{text: "role"}
}

// day is a day as a letter says it: today, yesterday, on Friday, on 20 November.
func (d *drafter) day(day afterword.Date) string {
	if day.IsZero() || d.st == nil {
		return ""
	}
	word, on := d.dayWord(day)
	if on {
		return fill(d.st.one["on"], values{"day": {text: word}}).text
	}
	return word
}

func (d *drafter) dayWord(day afterword.Date) (word string, on bool) {
	if !d.b.Today.IsZero() {
		switch ago := day.DaysUntil(d.b.Today); {
		case ago == 0:
			return d.st.one["today"], false
		case ago == 1:
			return d.st.one["yesterday"], false
		case ago > 1 && ago < 7:
			return day.Weekday().String(), true
		}
	}
	return writtenDay(day, d.b.american()), true
}

func writtenDay(day afterword.Date, american bool) string {
	if american {
		return day.Month.String() + " " + itoa(day.Day)
	}
	return itoa(day.Day) + " " + day.Month.String()
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

// parts are the paragraphs of a letter by kind, the greeting and the close left out.
func (d *drafter) parts() []piece {
	switch d.b.Kind {
	case afterword.Thanks, "":
		return d.thanks()
	case afterword.AgencyThanks:
		return d.agencyThanks()
	case afterword.StatusQuestion:
		return d.status()
	case afterword.PromisedNote:
		return d.promised()
	case afterword.Reply:
		return d.reply()
	case afterword.Withdrawal:
		return d.withdrawal()
	case afterword.AnswerNo:
		return d.answerNo()
	case afterword.AnswerOffer:
		return d.answerOffer()
	case afterword.Feedback:
		return d.feedback()
	case afterword.RefereeHeadsUp:
		return d.headsUp()
	case afterword.RefereeThanks:
		return d.refereeThanks()
	case afterword.AskWord:
		return d.askWord()
	case afterword.AskInsider:
		return d.askInsider()
	case afterword.StayInTouchNote:
		return d.stayInTouch()
	}
	return nil
}

// letter puts a greeting before and a close behind.
func (d *drafter) letter(parts []piece) piece {
	all := append([]piece{d.greeting()}, parts...)
	return paragraphs(append(all, d.signOff())...)
}

func (d *drafter) greeting() piece {
	who := d.b.To.greeted(d.b.formalTo(), d.b.american())
	switch {
	case d.st == nil && who != "":
		return piece{text: who + ","}
	case who == "":
		return d.stem("nobody")
	}
	return d.stem("dear")
}

func (d *drafter) signOff() piece {
	off := strings.TrimSpace(d.b.From.SignOff)
	off = strings.TrimRight(off, ", ")
	if off == "" {
		key := "signoff"
		if d.b.formalTo() {
			key = "signoff_formal"
		}
		if d.b.american() {
			key += "_us"
		}
		off = d.stem(key).text
	}
	name := strings.TrimSpace(d.b.From.Name)
	switch {
	case name == "":
		return piece{text: off}
	case off == "":
		return piece{text: name}
	}
	return piece{text: off + ",\n" + name}
}

func (d *drafter) subject() string {
	if t := strings.Join(strings.Fields(d.b.Thread), " "); t != "" {
		return "Re: " + withoutRe(t)
	}
	if d.st == nil {
		return ""
	}
	v := values{"role0": d.v["role"], "employer": d.v["employer"], "role": d.v["role"]}
	if d.b.Kind != afterword.Thanks && d.b.Kind != "" {
		if d.b.Kind == afterword.StatusQuestion || d.b.Kind == afterword.AskInsider {
			v["role"] = d.roleWords()
		}
		if d.b.Kind == afterword.PromisedNote {
			v["x"] = value{text: d.promisedThings()}
		}
		return fill(d.st.Subject[string(d.b.Kind)], v).text
	}
	if !d.b.Met.IsZero() {
		if word, on := d.dayWord(d.b.Met); on {
			v["dayn"] = value{text: "on " + word}
			if ago := d.b.Met.DaysUntil(d.b.Today); ago > 1 && ago < 7 {
				v["day0"] = value{text: word}
			}
		} else {
			v["dayn"], v["day0"] = value{text: word}, value{text: word}
		}
	}
	lines := d.st.many["subject_thanks"]
	for i := range lines {
		if line := lines[(d.seat+i)%len(lines)]; filled(line, v) {
			return fill(line, v).text
		}
	}
	return ""
}

// withoutRe takes off the marks of an answer that a subject already bears.
func withoutRe(t string) string {
	for {
		cut := t
		for _, p := range []string{"re:", "aw:", "sv:", "fwd:", "fw:", "wg:", "vs:", "antw:", "odp:", "rv:", "tr:"} {
			if s, ok := cutFold(cut, p); ok {
				cut = s
				break
			}
		}
		if cut == t {
			return t
		}
		t = cut
	}
}
