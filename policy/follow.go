package policy

import (
	"time"

	"afterword"
)

// followUpStep is the one question, from A on.
func (f *fold) followUpStep() {
	d := draft{id: "follow_up", kind: afterword.StepFollowUp, about: f.employer(), state: afterword.StepLater, practices: practicesFollowUp,
		person: f.canonical(defaultTo(f.c, f.Sitting, afterword.StatusQuestion))}
	if f.Wait != nil {
		d.opens = f.Wait.AskFrom
		d.because = "They may decide until " + f.Wait.Until.Words() + ". Then one simple question is fine."
		if f.Wait.Guessed {
			d.practices = practicesGuessed
			d.because = "They named no date, so we allow until " + f.Wait.Until.Words() + ". You can change that."
		}
	}
	if f.Outcome == afterword.OutcomeCalledOff || f.Outcome == afterword.OutcomeNoShow {
		d.because = "One simple question about a new date is fine."
	}
	if n, _ := f.find(afterword.StatusQuestion, "", nil); n != nil {
		d.note = n.ID
	}
	skipped := f.skippedStep(d.id)
	switch {
	case f.Known:
		d.state, d.because, d.closes = afterword.StepOver, "The answer is here.", f.OutcomeAt
	case !f.AskedAt.IsZero():
		d.state, d.settled, d.because = afterword.StepDone, f.AskedAt, "You asked on "+f.dayWords(f.AskedAt)+". That is enough."
	case skipped != nil && !skipped.At.Before(f.WaitSince):
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	default:
		f.mayAskStep(&d)
	}
	if (f.sit == f.current || f.sit.lost) && d.state != afterword.StepHeld {
		d.nudge(d.opens)
	}
	f.add(d)
}

// mayAskStep opens the question when the guard does.
func (f *fold) mayAskStep(d *draft) {
	booked, until := f.roundBooked()
	switch {
	case booked:
		d.state, d.because, d.opens = afterword.StepHeld, "A round is booked, so there is nothing to ask.", until
	case !f.reached(d.opens):
	case f.mayAsk():
		d.state, d.because = afterword.StepOpen, "Their time is over. One simple question is fine now."
	default:
		d.state = afterword.StepHeld
	}
}

// mayAsk says that the guard allows the question, put the way `write` would.
func (f *fold) mayAsk() bool {
	return f.may(afterword.Try{Kind: afterword.StatusQuestion}).Verdict == afterword.Allow
}

// roundBooked says that a later round is booked, and from when it may be asked about, in its own zone:
// never, when it has no date.
func (f *fold) roundBooked() (bool, time.Time) {
	booked := false
	var until time.Time
	for s := range f.alive {
		if f.ended(s) {
			continue
		}
		booked = true
		if !s.dated {
			return true, time.Time{}
		}
		for _, i := range s.rounds {
			until = later(until, f.waitFor(&f.rounds[i]))
		}
	}
	return booked, until
}

// closeAt is when to offer to put it down: ten working days after the question, or after A.
func (f *fold) closeAt() time.Time {
	loc := f.theirZone(nil)
	if f.waitLoc != nil {
		loc = f.waitLoc
	}
	from := f.AskedAt
	if from.IsZero() {
		if f.Wait == nil {
			return time.Time{}
		}
		from = f.Wait.AskFrom
	}
	return f.r.Calendar.AddWorking(dayOf(from, loc), closeAfter).At(dayOpens, 0, loc)
}

// closeStep offers to put it down, and never presses.
func (f *fold) closeStep() {
	if f.Known && f.Outcome != afterword.OutcomeNoReply || f.sit != f.current && !f.sit.lost {
		return
	}
	booked, _ := f.roundBooked()
	early := f.AskedAt.IsZero() && (f.Wait == nil || !f.reached(f.Wait.AskFrom)) && f.Outcome != afterword.OutcomeNoReply
	if booked || early && (f.Wait == nil || !f.onlyOnAYes()) {
		return
	}
	d := draft{id: "close", kind: afterword.StepClose, about: f.employer(), opens: f.closeAt(), state: afterword.StepLater, practices: practicesClose,
		because: "No answer came. Many employers never send one. You can put this one down."}
	if f.onlyOnAYes() {
		d.because = "They write only if it is a yes, so silence may be their answer. Then you can put this one down."
	}
	switch {
	case f.Outcome == afterword.OutcomeNoReply:
		d.state, d.because = afterword.StepDone, "You put this one down. It can be opened again."
	case f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left it open. That is fine."
	case f.reached(d.opens):
		d.state = afterword.StepOpen
	}
	f.add(d)
}

// onlyOnAYes says that they write to nobody else: then the day to put it down is shown from the start (R03).
func (f *fold) onlyOnAYes() bool {
	return f.Debrief.Hear != nil && f.Debrief.Hear.EitherWay == "only_if_yes"
}

// dayWords is a day in the zone of the wait: "Mon 7 Dec".
func (f *fold) dayWords(t time.Time) string {
	loc := f.waitLoc
	if loc == nil {
		loc = f.theirZone(nil)
	}
	return dayOf(t, loc).Words()
}
