package policy

import (
	"time"

	"afterword"
)

// cardStep is the pocket card of this round alone.
func (f *fold) cardStep() {
	if f.Start.IsZero() {
		return
	}
	d := draft{id: "pocket_card", kind: afterword.StepPocketCard, about: f.employer(), opens: f.Start.Add(-pocketCardBefore),
		closes: f.RoundEnd, practices: practicesCard, because: "Five things to ask before you leave the room."}
	switch {
	case f.CalledOff, f.reached(d.closes):
		d.state = afterword.StepOver
	case f.reached(d.opens):
		d.state = afterword.StepOpen
	default:
		d.state = afterword.StepLater
	}
	f.add(d)
}

// debriefStep opens at the end and stays open.
func (f *fold) debriefStep() {
	s := f.sit
	d := draft{id: "debrief", kind: afterword.StepDebrief, about: f.employer(), practices: practicesDebrief,
		because: "Write it down while it is fresh. A day later most of it is gone."}
	if s.dated {
		d.opens, d.best = s.e, s.e.Add(debriefBest)
		d.free = s.e.Add(debriefFirst)
		d.nudge(dayOf(s.e, f.r.Own).AddDays(1).At(morningHour, morningMinute, f.r.Own))
	}
	switch {
	case s.written != nil:
		d.state, d.because, d.settled = afterword.StepDone, "Written down. That was the hard part.", s.written.At
	case s.lost:
		d.state, d.because = afterword.StepOver, "It did not take place, so there is nothing to write down."
	case f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	case f.ended(s):
		d.state = afterword.StepOpen
		if f.reached(d.best) {
			d.because = "A few lines are still worth having."
		}
	default:
		d.state = afterword.StepLater
	}
	f.add(d)
}

// lookBackStep waits for the evening, when it has settled.
func (f *fold) lookBackStep() {
	s := f.sit
	d := draft{id: "look_back", kind: afterword.StepLookBack, about: f.employer(), practices: practicesLookBack,
		because: "Three short questions, once it has settled. Leaving it out is fine."}
	if s.dated {
		day := dayOf(s.e, f.r.Own)
		d.opens = day.At(lookBackHour, 0, f.r.Own)
		if s.e.After(d.opens) {
			d.opens = day.AddDays(1).At(morningHour, morningMinute, f.r.Own)
		}
		d.closes = lastMoment(day.AddDays(lookBackDays), f.r.Own)
	}
	switch {
	case s.looked != nil && !s.looked.Detail.Skipped:
		d.state, d.because = afterword.StepDone, "You looked back. It will be there for the next one."
	case s.looked != nil, f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	case s.lost:
		d.state, d.because = afterword.StepOver, "It did not take place, so there is nothing to look back on."
	case f.passed(d.closes):
		d.state, d.because = afterword.StepOver, "This one has had its time."
	case f.reached(d.opens):
		d.state = afterword.StepOpen
	default:
		d.state = afterword.StepLater
	}
	f.add(d)
}

// promiseSteps are what the candidate owes from this sitting.
func (f *fold) promiseSteps() {
	for i := range f.promises {
		p := &f.promises[i]
		if !f.ours(p.Interview) {
			continue
		}
		d := draft{id: "promise:" + string(p.ID), kind: afterword.StepPromise, about: p.What, opens: p.made.At, best: p.Due,
			promise: p.ID, practices: practicesPromise, because: "You said you would send it. On time says a lot."}
		if p.TheyAsked {
			d.because = "They asked for it. On time says a lot."
		}
		day := dayOf(p.Due, f.r.Own)
		if !p.Dated.IsZero() {
			day = p.Dated
		}
		d.nudge(day.AddDays(-1).At(eveningHour, 0, f.r.Own))
		d.nudge(day.At(morningHour, morningMinute, f.r.Own))
		switch {
		case !p.Kept.IsZero():
			d.state, d.settled, d.because = afterword.StepDone, p.Kept, "Sent. You kept your word."
		case f.skippedStep(d.id) != nil:
			d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
		case f.moot(p.made.At):
			d.state, d.because, d.closes = afterword.StepOver, "It has ended, so nothing is owed.", f.OutcomeAt
		default:
			d.state = afterword.StepOpen
		}
		for i := range d.nudges { // nothing is said before it was promised
			if d.nudges[i].Before(p.made.At) {
				d.nudges[i] = time.Time{}
			}
		}
		f.add(d)
	}
}

// moot says that the end of the application settles what was owed before it.
func (f *fold) moot(since time.Time) bool {
	return f.Ended && f.Outcome != afterword.OutcomeAccepted && !since.After(f.OutcomeAt)
}

// replySteps are the messages that wait for an answer.
func (f *fold) replySteps() {
	for i := range f.Messages {
		m := &f.Messages[i]
		if !m.Owed || !f.ours(m.Interview) {
			continue
		}
		d := draft{id: "reply_owed:" + string(m.Fact), kind: afterword.StepReplyOwed, about: f.nameOr(m.From, f.employer()),
			opens: m.At, best: workingHours(m.At, replyBest, f.r.OwnCalendar, f.r.Own), person: m.From, practices: practicesReply,
			because: "They may be waiting for your answer. Within a working day is best."}
		d.nudge(workingHours(m.At, replyNudge, f.r.OwnCalendar, f.r.Own))
		if n := f.replyTo(m); n != nil {
			d.note = n.ID
		}
		switch {
		case m.Replied, m.Met:
			d.state, d.settled, d.because = afterword.StepDone, m.RepliedAt, "You have answered."
		case f.skippedStep(d.id) != nil:
			d.state, d.because = afterword.StepSkipped, "You left this one without an answer. That is fine."
		case f.moot(m.At):
			d.state, d.because, d.closes = afterword.StepOver, "It has ended, so no answer is needed.", f.OutcomeAt
		case f.tookPlaceSince(m):
			d.state, d.because, d.closes = afterword.StepOver, "You have met since, so no answer is needed.", f.current.e
		default:
			d.state = afterword.StepOpen
		}
		f.add(d)
	}
}

// tookPlaceSince says that the round that a message was about is over.
func (f *fold) tookPlaceSince(m *Message) bool {
	if m.Kind != afterword.NextRound && m.Kind != afterword.Moved || f.current == nil {
		return false
	}
	return f.rounds[f.current.rounds[0]].bookedAt.Compare(m.At) >= 0 && f.current.e.After(m.At)
}

// replyTo is the note that answers a message, or is to.
func (f *fold) replyTo(m *Message) *afterword.Note {
	for i := range f.c.Notes {
		if n := &f.c.Notes[i]; n.Kind == afterword.Reply && n.RestsOn == m.Fact && f.notes[i].State != afterword.NoteCancelled {
			return n
		}
	}
	return nil
}
