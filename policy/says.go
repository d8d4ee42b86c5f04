package policy

import (
	"strconv"
	"time"

	"afterword"
)

// says is the plan in one or two sentences: what is the candidate's to do, and if nothing, until when.
func (f *fold) says(p afterword.Plan) string {
	if f.Unreadable != "" {
		return "Something here cannot be read: " + f.Unreadable + "."
	}
	first := f.owed(p)
	rest := f.restSays(p, first != "")
	switch {
	case first == "":
		return rest
	case p.State == afterword.StateClosed || rest == "":
		return first
	}
	return first + " " + rest
}

// owed names the first promise or reply that is open.
func (f *fold) owed(p afterword.Plan) string {
	for i := range p.Steps {
		s := &p.Steps[i]
		if s.State != afterword.StepOpen {
			continue
		}
		switch s.Kind {
		case afterword.StepReplyOwed:
			return "Answer " + s.About + "."
		case afterword.StepPromise:
			pr := f.promised(s.Promise)
			loc := f.theirZone(pr.made)
			if f.passed(pr.Due) {
				return "Send what you promised: " + s.About + ". It is still welcome."
			}
			return "Send what you promised: " + s.About + ", by " + dayOf(pr.Due, loc).Words() + "."
		}
	}
	return ""
}

// restSays is what comes after what is owed, or is all.
func (f *fold) restSays(p afterword.Plan, then bool) string {
	switch p.State {
	case afterword.StateClosed:
		return f.closedSays()
	case afterword.StateAnswered:
		return f.answeredSays()
	case afterword.StateComingUp:
		return f.comingSays()
	case afterword.StateJustFinished:
		return "Write it down while it is fresh. " + f.waitSays(true)
	case afterword.StateAsked:
		return f.askedSays(then)
	case afterword.StateMayAsk:
		return "You may ask once now, since " + f.dayWords(f.Wait.AskFrom) + "."
	case afterword.StateNotesToSend:
		return f.notesSays() + " " + f.waitSays(true)
	}
	return f.waitSays(then)
}

// waitSays names W up to its last moment, afterwards the day of A.
func (f *fold) waitSays(then bool) string {
	if f.Wait == nil {
		return "Nothing to do for now."
	}
	if f.passed(lastMoment(f.Wait.Until, f.waitLoc)) {
		if booked, _ := f.roundBooked(); booked {
			return "The next round is booked, so there is nothing to ask on " + f.dayWords(f.Wait.AskFrom) + "."
		}
		return "You may ask once from " + f.dayWords(f.Wait.AskFrom) + "."
	}
	if then {
		return "Then nothing to do until " + f.Wait.Until.Words() + "."
	}
	return "Nothing to do until " + f.Wait.Until.Words() + "."
}

// askedSays names W while it lasts, afterwards the day of A and the day to put it down.
func (f *fold) askedSays(then bool) string {
	asked := f.dayWords(f.AskedAt)
	says := "You asked on " + asked + ". Now it is theirs."
	if f.Wait != nil {
		if !f.passed(lastMoment(f.Wait.Until, f.waitLoc)) {
			return "You asked on " + asked + ". " + f.waitSays(then)
		}
		if from := f.dayWords(f.Wait.AskFrom); from != asked {
			says = "You could ask from " + from + " and did on " + asked + ". Now it is theirs."
		}
	}
	if close := f.closeAt(); !f.reached(close) && f.skippedStep("close") == nil {
		says += " You can put it down from " + f.dayWords(close) + "."
	}
	return says
}

func (f *fold) notesSays() string {
	open, held := 0, 0
	for i := range f.ToThank {
		switch f.ToThank[i].State {
		case afterword.StepOpen:
			open++
		case afterword.StepHeld:
			held++
		}
	}
	switch {
	case open == 1:
		return "One note to send."
	case open > 1:
		return strconv.Itoa(open) + " notes to send."
	case f.Permission == No:
		return "Ask " + f.nameOr(f.Agency, "the agency") + " to pass your thanks on."
	}
	return "Your thanks wait until " + f.nameOr(f.Agency, "the agency") + " says yes."
}

func (f *fold) answeredSays() string {
	switch f.Outcome {
	case afterword.OutcomeNo:
		return "They said no. There is one kind reply to send, when you are ready."
	case afterword.OutcomeOffer:
		return "They made an offer. Ask what is still open, then answer."
	}
	if m := f.openRequest(); m != nil && m.Kind == afterword.ReferencesAsked {
		return "They asked for references. Send them, or answer first. " + f.waitSays(true)
	}
	return "They asked for documents. " + f.waitSays(true)
}

func (f *fold) comingSays() string {
	if !f.sit.dated {
		return "The date is still to come."
	}
	at := f.start(f.sit)
	if f.reached(at) {
		return "It is on now. The pocket card is ready."
	}
	own := at.In(f.r.Own)
	s := "The interview is on " + afterword.DateOf(own).Words() + " at " + own.Format("15:04")
	if there := at.In(f.sit.loc); !sameWall(own, there) {
		form := "15:04"
		if afterword.DateOf(there) != afterword.DateOf(own) {
			form = "Mon 15:04"
		}
		s += ", " + there.Format(form) + " in " + afterword.Place(f.sit.loc.String())
	}
	return s + "."
}

func sameWall(a, b time.Time) bool {
	_, x := a.Zone()
	_, y := b.Zone()
	return x == y
}

func (f *fold) closedSays() string {
	switch f.Outcome {
	case afterword.OutcomeNo:
		return "This one is closed. What you wrote stays with you."
	case afterword.OutcomeAccepted:
		return "You took the offer. This one is closed."
	case afterword.OutcomeDeclined:
		return "You said no to the offer, kindly. This one is closed."
	case afterword.OutcomeWithdrew:
		return "You said it is not for you. This one is closed."
	case afterword.OutcomeStopped:
		return "They stopped the hiring. This one is closed."
	case afterword.OutcomeNoReply:
		return "No answer came, and you put this one down."
	}
	if f.sit.lost {
		return "This round did not take place. There is another one."
	}
	if next := f.roundAfter(f.sit); next != nil && next.dated {
		if f.ended(next) {
			return "This round is done. A later one took over."
		}
		return "This round is done. The next one is on " + dayOf(f.start(next), f.r.Own).Words() + "."
	}
	return "This round is done."
}
