package policy

import (
	"strings"
	"time"

	"afterword"
)

// askSteps are one for everyone who knows the hiring manager or works there, and did not meet the
// candidate.
func (f *fold) askSteps() {
	for _, role := range f.c.Roles {
		if role.Application != f.c.Application.ID {
			continue
		}
		p := f.canonical(role.Person)
		switch role.Kind {
		case afterword.Advocate:
			f.askStep(afterword.StepAskWord, afterword.AskWord, p, practicesAskWord, "A word from someone they know carries weight.")
		case afterword.Insider:
			f.askStep(afterword.StepAskInsider, afterword.AskInsider, p, practicesAskInsider, "They can tell you what the days there are like.")
		}
	}
}

func (f *fold) askStep(kind afterword.StepKind, note afterword.NoteKind, person afterword.ID, practices []string, because string) {
	if f.met(person) || kind == afterword.StepAskWord && holds(f.c, person, afterword.HiringManager) {
		return // the guard says no
	}
	d := draft{id: string(kind) + ":" + string(person), kind: kind, about: f.name(person), opens: later(f.E, f.WrittenAt), person: person,
		practices: practices, because: because, state: afterword.StepOpen}
	n, standing := f.find(note, person, nil)
	if n != nil {
		d.note = n.ID
	}
	switch {
	case standing.went():
		d.state, d.because = afterword.StepDone, "You have asked. Once is right."
	case standing.State == afterword.NoteSkipped || f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	case f.Known:
		d.state, d.because, d.closes = afterword.StepOver, "The answer is here.", f.OutcomeAt
	case !f.reached(d.opens):
		d.state = afterword.StepLater
	}
	f.add(d)
}

// decideStep stays open until the outcome, without a nudge.
func (f *fold) decideStep() {
	d := draft{id: "decide", kind: afterword.StepDecide, about: f.employer(), opens: later(f.E, f.WrittenAt), practices: practicesDecide,
		because: "Do you want it? Private, short, at any time. No need to know yet.", state: afterword.StepOpen}
	switch {
	case f.decided != nil && (f.Want == afterword.WantStill || f.Want == afterword.WantNo):
		d.state, d.because = afterword.StepDone, "You know where you stand. You can change your mind."
	case f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	case f.Known:
		d.state, d.because, d.closes = afterword.StepOver, "The answer is here.", f.OutcomeAt
	case !f.reached(d.opens):
		d.state = afterword.StepLater
	}
	f.add(d)
}

// keepGoingStep is one line while waiting, when nothing moved for a week.
func (f *fold) keepGoingStep(state afterword.State) {
	moved := later(f.E, f.c.Elsewhere.LastMove)
	for _, fact := range f.live {
		if at := fact.RecordedAt; !at.IsZero() {
			moved = later(moved, at)
		} else {
			moved = later(moved, fact.At)
		}
	}
	d := draft{id: "keep_going", kind: afterword.StepKeepGoing, about: f.employer(), opens: plusDays(moved, quietDays, f.r.Own),
		practices: practicesKeepGoing, because: "It is lighter to wait for one when others are moving too.", state: afterword.StepLater}
	switch {
	case f.Known || state == afterword.StateClosed:
		d.state, d.because = afterword.StepOver, "This one has moved on."
	case f.skippedStep(d.id) != nil:
		d.state = afterword.StepSkipped
	case state == afterword.StateWaiting && f.reached(d.opens):
		d.state = afterword.StepOpen
	}
	f.add(d)
}

// availableSteps hold the away dates against the wait.
func (f *fold) availableSteps() {
	if len(f.c.Away) == 0 || f.Wait == nil || f.Known || f.current == nil || f.sit.lost || !f.reached(f.E) {
		return
	}
	from := dayOf(f.current.e, f.current.loc)
	to := f.r.Calendar.AddWorking(f.Wait.Until, availableFor)
	for _, a := range f.c.Away {
		if a.To.Before(from) || a.From.After(to) {
			continue
		}
		d := draft{id: "stay_available:" + string(a.ID), kind: afterword.StepStayAvailable, about: awayWords(a), opens: f.current.e,
			closes: lastMoment(a.To, f.r.Own), practices: practicesAvailable, state: afterword.StepOpen,
			because: "You are away " + awayWords(a) + ", and they may want you then. Tell them how to reach you?"}
		switch {
		case f.skippedStep(d.id) != nil:
			d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
		case f.passed(d.closes):
			d.state, d.because = afterword.StepOver, "You are back."
		case f.wrote(a.Note):
			d.state, d.because = afterword.StepDone, "They know how to reach you."
		}
		f.add(d)
	}
}

// wrote says that words stand in a note that went.
func (f *fold) wrote(words string) bool {
	for i := range f.c.Notes {
		if words != "" && f.notes[i].went() && strings.Contains(f.c.Notes[i].Body, words) {
			return true
		}
	}
	return false
}

// awayWords are "1 to 8 Dec".
func awayWords(a afterword.Away) string {
	from, to := dateTime(a.From), dateTime(a.To)
	switch {
	case a.From == a.To:
		return from.Format("2 Jan")
	case a.From.Year == a.To.Year && a.From.Month == a.To.Month:
		return from.Format("2") + " to " + to.Format("2 Jan")
	}
	return from.Format("2 Jan") + " to " + to.Format("2 Jan")
}

func dateTime(d afterword.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// nextRoundStep is what these notes are good for now: the next round at the same place.
func (f *fold) nextRoundStep() {
	next := f.roundAfter(f.sit)
	news := f.heard(afterword.NextRound)
	if f.sit.lost || f.Ended || next == nil && (f.Outcome != afterword.OutcomeNextRound || f.sit != f.current) {
		return
	}
	d := draft{id: "next_round", kind: afterword.StepNextRound, about: f.employer(), practices: practicesNextRound, state: afterword.StepOpen}
	if next == nil {
		d.opens, d.because = news.At, "They will send times. Your notes of this round are ready for it."
		f.add(d)
		return
	}
	d.opens = f.E
	for _, i := range next.rounds {
		d.opens = later(d.opens, f.rounds[i].bookedAt)
	}
	d.because = "Your notes of this round are ready for the next one."
	if next.dated {
		d.closes = f.start(next)
	}
	switch {
	case f.skippedStep(d.id) != nil:
		d.state = afterword.StepSkipped
	case !f.reached(f.E):
		d.state = afterword.StepLater
	case f.reached(d.closes):
		d.state = afterword.StepOver
	}
	f.add(d)
}

// roundAfter is the next sitting after s that takes place, nil when there is none.
func (f *fold) roundAfter(s *sitting) *sitting {
	past := false
	for i := range f.sits {
		if o := &f.sits[i]; o == s {
			past = true
		} else if past && !o.lost {
			return o
		}
	}
	return nil
}

// touchDate is 90 days after the outcome or after the last contact with the employer since.
func (f *fold) touchDate() time.Time {
	last := later(f.OutcomeAt, f.c.Elsewhere.EmployerContact)
	for _, fact := range f.live {
		switch fact.Kind {
		case afterword.Sent, afterword.PassedOn:
			if n := f.note(fact.Detail.Note); n != nil && (atEmployer(f.c, f.canonical(n.To)) || ofAgency(f.c, f.canonical(n.To))) {
				last = later(last, fact.At)
			}
		default:
			if f.answers(fact) && fact.Kind != afterword.Booked {
				last = later(last, fact.At)
			}
		}
	}
	return dayOf(last, f.r.Own).AddDays(stayInTouchAfter).At(dayOpens, 0, f.r.Own)
}
