package note

import (
	"strconv"

	"afterword"
)

// Check looks a letter over. It never changes it. Each check that its facts allow answers once, ok or
// with the first place that it found.
func Check(subject, body string, k Known) Report {
	e := newExamination(subject, body, k)
	for _, check := range []func(){
		// What stops: in the order in which people mend it.
		e.placeholder, e.unfinished, e.gap, e.name, e.spelling, e.employer, e.private,
		e.route, e.channel, e.agency, e.once, e.same,
		// Advice.
		e.tone, e.length, e.thanks, e.want, e.could, e.calm, e.questions, e.link, e.promise,
		e.money, e.gift, e.excuse, e.pressure, e.blaming, e.asks, e.textSpeak, e.capitals, e.exclamation,
		e.deadLink, e.attachment, e.ownWords,
	} {
		check()
	}
	return e.report
}

// Angry says that a text reads as angry, for the guard.
func Angry(body string) bool {
	t := takeApart(body, "")
	at, _ := t.angry()
	return at != span{}
}

// examination is one letter being looked over.
type examination struct {
	*text
	subject string
	k       Known
	kind    afterword.NoteKind
	to      naming
	called  string
	firm    string // the employer's name, empty when it is not known or hidden
	draft   *Letter
	report  Report
}

func newExamination(subject, body string, k Known) *examination {
	e := &examination{subject: subject, k: k, kind: k.Kind, firm: k.Employer}
	to := k.To
	if b := k.Brief; b != nil {
		if k.Lang == "" {
			e.k.Lang = b.Lang
		}
		if e.kind == "" {
			e.kind = b.Kind
		}
		if e.k.Channel == "" {
			e.k.Channel = b.Channel
		}
		if to == "" {
			to, e.called = b.To.Name, b.To.Called
		}
		if e.firm == "" && b.ApplicationKind != afterword.Confidential {
			e.firm = b.Employer
		}
		e.k.To = to
		if e.k.Lang == "" {
			e.k.Lang = "en"
		}
		l := Draft(*b)
		e.draft = &l
	}
	e.to = nameOf(to)
	e.text = takeApart(body, e.k.Lang)
	if e.kind == "" {
		e.kind = e.guessKind()
	}
	e.report = Report{Checks: make([]afterword.Check, 0, 24), Words: len(e.ws)}
	return e
}

// guessKind reads what a letter is for where nobody said: a thank-you, unless it says otherwise.
func (e *examination) guessKind() afterword.NoteKind {
	var news, withdraw, let bool
	for i, w := range e.ws {
		next := func(n int) string {
			if i+n < len(e.ws) {
				return e.ws[i+n].low
			}
			return ""
		}
		switch w.low {
		case "withdraw", "withdrawing":
			withdraw = true
		case "update", "news":
			news = news || i > 0 && (e.ws[i-1].low == "any" || e.ws[i-1].low == "an")
		case "letting":
			let = let || next(1) == "me" && next(2) == "know"
		}
	}
	switch {
	case withdraw:
		return afterword.Withdrawal
	case news:
		return afterword.StatusQuestion
	case let:
		return afterword.AnswerNo
	}
	return afterword.Thanks
}

// first is what our words call the recipient.
func (e *examination) first() string {
	switch {
	case e.to.given != "":
		return e.to.given
	case e.to.full != "":
		return e.to.full
	case e.called != "":
		return e.called
	}
	return "they"
}

func (e *examination) ok(check, says string) { e.add(check, afterword.OK, says, nil) }

// found says that one of these checks has something to say.
func (e *examination) found(checks ...string) bool {
	for _, c := range e.report.Checks {
		if c.Level != afterword.OK && has(checks, c.Check) {
			return true
		}
	}
	return false
}

// passed says that a check had nothing to say.
func (e *examination) passed(check string) bool {
	for _, c := range e.report.Checks {
		if c.Check == check && c.Level == afterword.OK {
			return true
		}
	}
	return false
}

// told says that a place has a finding already: nothing is said twice of the same words.
func (e *examination) told(at *[2]int) bool {
	for _, c := range e.report.Checks {
		if c.Level == afterword.OK || c.At == nil || at == nil {
			continue
		}
		if both := min(c.At[1], at[1]) - max(c.At[0], at[0]); both > 0 && 2*both > min(c.At[1]-c.At[0], at[1]-at[0]) {
			return true
		}
	}
	return false
}

func (e *examination) add(check, level, says string, at *[2]int) {
	switch check {
	case "capitals", "exclamation", "text_speak", "asks", "questions": // about the shape, whatever the words say
	default:
		if level == afterword.Advice && e.told(at) {
			return
		}
	}
	e.report.Checks = append(e.report.Checks, afterword.Check{Check: check, Level: level, Says: says, At: at, Practices: practicesOf(check)})
}

// practicesOf are the rows of the practices that a check follows.
func practicesOf(check string) []string {
	switch check {
	case "gap":
		return []string{"R38", "R42"}
	case "route":
		return []string{"R05", "R06"}
	case "channel":
		return []string{"R07"}
	case "agency":
		return []string{"R51"}
	case "once":
		return []string{"R31"}
	case "same":
		return []string{"R44"}
	case "length":
		return []string{"R43"}
	case "thanks":
		return []string{"R32", "R41"}
	case "want":
		return []string{"R33", "R35"}
	case "could":
		return []string{"R37"}
	case "calm", "exclamation", "capitals":
		return []string{"R46"}
	case "questions", "asks":
		return []string{"R47"}
	case "link", "dead_link":
		return []string{"R40"}
	case "promise", "attachment":
		return []string{"R54", "R56"}
	case "employer":
		return []string{"R34"}
	case "own_words", "placeholder", "name", "spelling":
		return []string{"R42"}
	case "tone", "blaming":
		return []string{"R97", "R98"}
	case "pressure":
		return []string{"R57", "R61"}
	case "money":
		return []string{"R84", "R99"}
	}
	return []string{"R98"} // stay professional to the end
}

// isThanks says that the checks of a thank-you apply.
func (e *examination) isThanks() bool { return e.kind == afterword.Thanks }

// thanksKind says that a letter of this kind thanks.
func (e *examination) thanksKind() bool {
	switch e.kind {
	case afterword.Thanks, afterword.AgencyThanks, afterword.Withdrawal, afterword.AnswerNo, afterword.AnswerOffer, afterword.RefereeThanks:
		return true
	}
	return false
}

// shortForm says that the letter goes where there is no room.
func (e *examination) shortForm() bool {
	return e.k.Channel == afterword.MessageText || e.k.Channel == afterword.Portal || e.k.Channel == afterword.Post || e.k.Channel == afterword.Phone
}

func (e *examination) cite(s span) string { return e.s[s.from:s.to] }

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
