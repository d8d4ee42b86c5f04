package policy

import (
	"cmp"
	"slices"
	"time"

	"afterword"
)

// Sooner orders steps by what is best done first at a moment: by the order of the kinds, then by best
// before. Notes that are no longer fresh come after what is owed.
func Sooner(now time.Time) func(a, b afterword.Step) int {
	far := time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
	at := func(s afterword.Step) time.Time {
		for _, t := range []*time.Time{s.BestBefore, s.Closes} {
			if t != nil {
				return *t
			}
		}
		return far
	}
	place := func(s afterword.Step) int {
		if s.Kind == afterword.StepDebrief && at(s).Before(now) {
			return rank(afterword.StepLookBack)
		}
		return rank(s.Kind)
	}
	return func(a, b afterword.Step) int { return cmp.Or(place(a)-place(b), at(a).Compare(at(b))) }
}

// rank puts what cannot wait first: what is in the room, what is fresh, what is owed, what may be
// asked, and last what is only kind (experience 3.2: debrief, note, promise, reply, ask once, outcome).
func rank(k afterword.StepKind) int {
	order := []afterword.StepKind{afterword.StepPocketCard, afterword.StepDebrief, afterword.StepAgencyThanks, afterword.StepThankYou,
		afterword.StepWithdraw, afterword.StepPromise, afterword.StepReplyOwed, afterword.StepAnswerOffer, afterword.StepAnswerNo, afterword.StepFollowUp,
		afterword.StepNextRound, afterword.StepRefereeHeadsUp, afterword.StepLookBack, afterword.StepAskFeedback, afterword.StepRefereeThanks,
		afterword.StepAskWord, afterword.StepAskInsider, afterword.StepClose, afterword.StepStayInTouch}
	if i := slices.Index(order, k); i >= 0 {
		return i
	}
	return len(order)
}

// TooSoon says that another step goes first: an answer they wait for before a question of ours, and the
// answer to a no, which asks for one thing to do better, before asking for that alone.
func TooSoon(s afterword.Step, all []afterword.Step) bool {
	first := map[afterword.StepKind]afterword.StepKind{
		afterword.StepFollowUp: afterword.StepReplyOwed, afterword.StepAskFeedback: afterword.StepAnswerNo,
	}[s.Kind]
	return first != "" && s.State == afterword.StepOpen && slices.ContainsFunc(all, func(o afterword.Step) bool {
		return o.Kind == first && o.State == afterword.StepOpen && o.Interview == s.Interview
	})
}
