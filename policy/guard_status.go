package policy

import (
	"time"

	"afterword"
)

// statusAfterTheEnd: there is nothing left to ask (row 11).
func (f *fold) statusAfterTheEnd(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.StatusQuestion || !f.Known {
		return afterword.Verdict{}, false
	}
	if f.Outcome == afterword.OutcomeOffer {
		return refuse("They have answered", "They made an offer on "+f.dayWords(f.OutcomeAt)+". Answer that instead.", "R64", "R99"), true
	}
	return refuse("This one is over", "It ended on "+f.dayWords(f.OutcomeAt)+", so there is nothing left to ask.", "R64"), true
}

// statusWhileBooked: a round is booked, and is the better place to ask (row 12).
func (f *fold) statusWhileBooked(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.StatusQuestion {
		return afterword.Verdict{}, false
	}
	booked, until := f.roundBooked()
	if !booked {
		return afterword.Verdict{}, false
	}
	if until.IsZero() {
		return hold(until, "A round is booked", "You will talk to them there. It has no date yet, so ask afterwards.", "R61"), true
	}
	return hold(until, "A round is booked", "You will talk to them there. After it you can ask from "+afterword.DateOf(until).Words()+".", "R61"), true
}

// secondStatus: one unanswered question is enough, whoever got it and however (row 13).
func (f *fold) secondStatus(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.StatusQuestion || f.AskedAt.IsZero() || f.AskedNote == a.Note {
		return afterword.Verdict{}, false
	}
	asked := f.note(f.AskedNote)
	on := f.dayWords(f.AskedAt)
	if asked != nil && !f.same(asked.To, a.To) && asked.To != "" {
		return refuse("One question, one person", "You asked "+f.nameOr(asked.To, "them")+" on "+on+". Asking "+f.nameOr(a.To, "someone else")+
			" too counts as a second time.", "R64", "R67", "R68"), true
	}
	return refuse("You have asked once. That is enough.", "You asked on "+on+" and they have not answered. "+
		"If they mean to answer, they will.", "R64", "R67"), true
}

// statusPastTheAgency: the agency asks for the candidate (row 14).
func (f *fold) statusPastTheAgency(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.StatusQuestion || !a.straight || !f.AgencyCase || f.Permission == Yes {
		return afterword.Verdict{}, false
	}
	agency := f.nameOr(f.Agency, "the agency")
	return refuse("Ask "+agency, "The contact is theirs. "+agency+" can ask for you.", "R51", "R52"), true
}

// tooEarly: their time is not over (row 15).
func (f *fold) tooEarly(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.StatusQuestion {
		return afterword.Verdict{}, false
	}
	if f.Wait == nil {
		return hold(time.Time{}, "It has not taken place yet", "There is no round that is over, so there is nothing to ask.", "R61"), true
	}
	if f.reached(f.Wait.AskFrom) || f.overrode(a.Note, f.WaitSince) {
		return afterword.Verdict{}, false
	}
	from, until := f.dayWords(f.Wait.AskFrom), f.Wait.Until.Words()
	v := hold(f.Wait.AskFrom, "Let this one rest until "+from, "They may still be deciding until "+until+
		". Writing now rarely helps.", "R61", "R62")
	switch {
	case f.Wait.Guessed && f.Wait.Said == "":
		v.Heading, v.Practices = "Give it until "+from, []string{"R61", "R65"}
		v.Because = "They did not say when, so we allow until " + until + ". You can change that."
	case f.Wait.Guessed:
		v.Heading, v.Practices = "Give it until "+from, []string{"R61", "R65"}
		v.Because = "They said “" + f.Wait.Said + "”, which we cannot count, so we allow until " + until + ". You can change that."
	case f.Wait.Said != "":
		v.Because = "They said “" + f.Wait.Said + "”, so they may still be deciding until " + until + ". Writing now rarely helps."
	}
	v.MayOverride = !f.overriddenInThisWait()
	return v, true
}

// overriddenInThisWait says that the guard was overridden for a question since the wait began.
func (f *fold) overriddenInThisWait() bool {
	for _, fact := range f.live {
		if fact.Kind != afterword.Overrode || fact.At.Before(f.WaitSince) {
			continue
		}
		if n := f.note(fact.Detail.Note); n == nil || n.Kind == afterword.StatusQuestion {
			return true
		}
	}
	return false
}
