package policy

import (
	"time"

	"afterword"
)

// feedback goes through the agency, once, and after the answer (row 16).
func (f *fold) feedback(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.Feedback {
		return afterword.Verdict{}, false
	}
	if a.straight && f.AgencyCase {
		agency := f.nameOr(f.Agency, "the agency")
		return refuse("Ask "+agency, agency+" asks for feedback on your behalf, and often hears more.", "R52"), true
	}
	if f.feedbackAsked(a.Note) {
		return refuse("You have asked already", "One question is right. If they want to tell you, they will.", "R93"), true
	}
	switch f.Outcome {
	case afterword.OutcomeNo, afterword.OutcomeStopped, afterword.OutcomeNoReply:
		return afterword.Verdict{}, false
	}
	return hold(time.Time{}, "Wait for their answer first", "Feedback is for afterwards. There is no answer yet.", "R61"), true
}

// favour stops asks to people who met the candidate, and second ones (row 17).
func (f *fold) favour(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.AskWord && a.Kind != afterword.AskInsider {
		return afterword.Verdict{}, false
	}
	practice := "R79"
	if a.Kind == afterword.AskWord {
		practice = "R78"
	}
	switch {
	case f.met(a.To):
		return refuse("Not someone who met you", "Ask someone who knows them instead.", "R70", practice), true
	case a.Kind == afterword.AskWord && holds(f.c, a.To, afterword.HiringManager):
		return refuse("Not the person who decides", "Ask someone who knows them instead.", "R70", practice), true
	case !f.wentAt(a.Kind, a.To, a.Note).IsZero():
		return refuse("You have asked "+f.nameOr(a.To, "them")+" already", "One ask is right. They will answer if they can.", "R70", practice), true
	}
	return afterword.Verdict{}, false
}

// unaskedReferee waits for their consent (row 18).
func (f *fold) unaskedReferee(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.RefereeHeadsUp {
		return afterword.Verdict{}, false
	}
	if a.To != "" && f.referee(a.To).Agreed {
		return afterword.Verdict{}, false
	}
	return hold(time.Time{}, "Ask them first", "Ask "+f.nameOr(a.To, "them")+" if you may name them. Then record that they agreed.", "R71"), true
}

// touchTooEarly keeps the light word for its date (row 19).
func (f *fold) touchTooEarly(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.StayInTouchNote {
		return afterword.Verdict{}, false
	}
	if !f.Ended {
		return hold(time.Time{}, "This one is still open", "A light word is for afterwards, when it has ended.", "R96"), true
	}
	if until := f.touchDate(); !f.reached(until) {
		return hold(until, "Give it until "+dayOf(until, f.r.Own).Words(), "You were in touch not long ago. A light word is better after a while.", "R96"), true
	}
	return afterword.Verdict{}, false
}
