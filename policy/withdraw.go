package policy

import (
	"time"

	"afterword"
)

// withdrawWish is since when the candidate no longer wants it: said so, or took another offer. Zero
// is never. It counts while the application has not ended.
func (f *fold) withdrawWish() (since time.Time, other bool) {
	if f.Want == afterword.WantNo {
		since = f.WantAt
	}
	if at := f.c.Elsewhere.Accepted; !at.IsZero() && (since.IsZero() || at.Before(since)) {
		return at, true
	}
	return since, false
}

// withdrawing says that a withdrawal is due and was neither sent nor set aside.
func (f *fold) withdrawing(gone NoteStanding) bool {
	since, _ := f.withdrawWish()
	return !since.IsZero() && !f.Ended && gone.State != afterword.NoteSkipped && f.skippedStep(string(afterword.StepWithdraw)) == nil
}

// withdrawTo is who hears of it: the contact.
func (f *fold) withdrawTo() afterword.ID {
	return f.canonical(defaultTo(f.c, f.Sitting, afterword.Withdrawal))
}

// withdrawStep tells them that it is not for the candidate.
func (f *fold) withdrawStep() {
	since, other := f.withdrawWish()
	note, standing := f.find(afterword.Withdrawal, "", nil)
	if since.IsZero() && !standing.went() || f.Ended && !standing.went() && f.OutcomeAt.Before(since) {
		return
	}
	d := draft{id: string(afterword.StepWithdraw), kind: afterword.StepWithdraw, about: f.employer(), opens: since,
		person: f.withdrawTo(), practices: practicesWithdraw, state: afterword.StepOpen,
		because: "Telling them soon saves their time and leaves a good memory."}
	if other {
		d.because = "You took another offer. Let them know, with thanks."
	}
	if since.IsZero() {
		d.opens = standing.SentAt
	}
	d.best = endOfNextWorkingDay(d.opens, f.r.Calendar, f.theirZone(nil))
	if note != nil {
		d.note = note.ID
	}
	switch {
	case standing.went():
		d.state, d.because, d.person = afterword.StepDone, "They know. You said it kindly.", f.canonical(note.To)
	case f.Ended:
		d.state, d.because, d.closes = afterword.StepOver, "It has ended, so there is nothing to call off.", f.OutcomeAt
	case standing.State == afterword.NoteSkipped || f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	}
	f.add(d)
}
