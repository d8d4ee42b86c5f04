package policy

import (
	"slices"
	"time"

	"afterword"
)

// outcome folds how the application stands with the employer: the newest news counts. A call-off
// does not undo a no, and only the candidate's own "accepted" outlives a newly booked round.
func (f *fold) outcome() {
	for _, fact := range f.live {
		switch fact.Kind {
		case afterword.HeardNo:
			f.noFact = fact
			f.stands(afterword.OutcomeNo, fact)
		case afterword.HeardOffer:
			f.stands(afterword.OutcomeOffer, fact)
		case afterword.Accepted:
			f.stands(afterword.OutcomeAccepted, fact)
		case afterword.Declined:
			f.stands(afterword.OutcomeDeclined, fact)
		case afterword.Withdrew:
			f.stands(afterword.OutcomeWithdrew, fact)
		case afterword.Stopped:
			f.stands(afterword.OutcomeStopped, fact)
		case afterword.NoReply:
			f.stands(afterword.OutcomeNoReply, fact)
		case afterword.NextRound:
			switch f.Outcome {
			case afterword.OutcomeOffer, afterword.OutcomeAccepted, afterword.OutcomeDeclined, afterword.OutcomeWithdrew:
			default:
				f.stands(afterword.OutcomeNextRound, fact)
			}
		case afterword.CalledOff, afterword.NoShow, afterword.Moved, afterword.Booked:
			f.booking(fact)
		case afterword.Sent, afterword.PassedOn:
			if n := f.note(fact.Detail.Note); n != nil && n.Kind == afterword.Withdrawal && !f.saidWithdrew(fact) {
				f.stands(afterword.OutcomeWithdrew, fact)
			}
		case afterword.Reopened:
			f.Outcome, f.OutcomeAt, f.outcomeFact, f.noFact = afterword.NoOutcome, time.Time{}, nil, nil
		}
	}
	f.outlived()
	f.Ended = f.Outcome.Ends()
	f.Known = f.Ended || f.Outcome == afterword.OutcomeOffer
}

func (f *fold) stands(o afterword.Outcome, fact *afterword.Fact) {
	f.Outcome, f.OutcomeAt, f.outcomeFact = o, fact.At, fact
}

// booking is a date that was given or taken away.
func (f *fold) booking(fact *afterword.Fact) {
	lost := fact.Kind == afterword.CalledOff || fact.Kind == afterword.NoShow ||
		fact.Kind == afterword.Moved && fact.Detail.Start.IsZero()
	if lost {
		if f.Outcome.Ends() || f.Outcome == afterword.OutcomeOffer {
			return
		}
		if fact.Kind == afterword.NoShow {
			f.stands(afterword.OutcomeNoShow, fact)
		} else {
			f.stands(afterword.OutcomeCalledOff, fact)
		}
		return
	}
	switch f.Outcome {
	case afterword.NoOutcome, afterword.OutcomeAccepted, afterword.OutcomeOffer, afterword.OutcomeNextRound:
		return
	case afterword.OutcomeCalledOff, afterword.OutcomeNoShow:
	default: // it had ended: only a round that comes after that opens it again
		if at := later(fact.Detail.Start, fact.Detail.End); !at.After(f.OutcomeAt) {
			return
		}
	}
	f.Outcome, f.OutcomeAt, f.outcomeFact, f.noFact = afterword.NoOutcome, time.Time{}, nil, nil
}

// outlived takes back a next round once a later one took place, a call-off or a no-show also while
// another round is still to come.
func (f *fold) outlived() {
	switch f.Outcome {
	case afterword.OutcomeNextRound, afterword.OutcomeCalledOff, afterword.OutcomeNoShow:
	default:
		return
	}
	over := f.current != nil && f.current.e.After(f.OutcomeAt)
	if f.Outcome != afterword.OutcomeNextRound { // another round stands: the application goes on
		for s := range f.alive {
			over = over || !s.dated || s.e.After(f.OutcomeAt)
		}
	}
	if over {
		f.Outcome, f.OutcomeAt, f.outcomeFact = afterword.NoOutcome, time.Time{}, nil
	}
}

// saidWithdrew says that a fact of its own tells, or told until it was undone, that a withdrawal
// ended the application.
func (f *fold) saidWithdrew(sent *afterword.Fact) bool {
	return slices.ContainsFunc(f.c.Facts, func(w afterword.Fact) bool {
		return w.Kind == afterword.Withdrew && (w.Detail.Note == sent.Detail.Note || w.Seq > sent.Seq)
	})
}
