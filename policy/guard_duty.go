package policy

import (
	"time"

	"afterword"
)

// duty lets go what is owed: replies, promises, the answer to an offer, the first withdrawal (row 5).
func (f *fold) duty(a *attempt) (afterword.Verdict, bool) {
	switch a.Kind {
	case afterword.Reply:
		if m := f.unreplied(a.To, a.note); m != nil {
			return allow("They wrote to you, so an answer is always right.", "R55"), true
		}
	case afterword.PromisedNote:
		var id afterword.ID
		if a.note != nil {
			id = a.note.Promise
		}
		if f.openPromise(id) {
			return allow("You promised it, so it may go at any time.", "R54"), true
		}
	case afterword.AnswerOffer:
		if f.Outcome == afterword.OutcomeOffer {
			return allow("They made an offer, and it is your turn.", "R99"), true
		}
	case afterword.Withdrawal:
		if f.withdrawn(a.Note) {
			return refuse("You have told them already", "They know that it is not for you. Once is right.", "R83"), true
		}
		if !f.Ended {
			return allow("Telling them soon saves their time.", "R83"), true
		}
	}
	return afterword.Verdict{}, false
}

// withdrawn says that a withdrawal went since the application was last opened again.
func (f *fold) withdrawn(except afterword.ID) bool {
	var opened time.Time
	if fact := f.heard(afterword.Reopened); fact != nil {
		opened = fact.At
	}
	for i := range f.c.Notes {
		n := &f.c.Notes[i]
		if n.Kind == afterword.Withdrawal && n.ID != except && f.notes[i].went() && !f.notes[i].SentAt.Before(opened) {
			return true
		}
	}
	return false
}

// answerToANo lets one answer go, an hour after the news (row 6).
func (f *fold) answerToANo(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.AnswerNo || f.Outcome != afterword.OutcomeNo {
		return afterword.Verdict{}, false
	}
	for i := range f.c.Notes {
		n := &f.c.Notes[i]
		if n.Kind == afterword.AnswerNo && n.ID != a.Note && f.notes[i].went() && !f.notes[i].SentAt.Before(f.OutcomeAt) {
			return refuse("You have answered it", "They have your kind reply of "+f.dayWords(f.notes[i].SentAt)+". One is right.", "R92"), true
		}
	}
	until := f.OutcomeAt.Add(noRests)
	if f.reached(until) || f.overrode(a.Note, f.OutcomeAt) {
		return allow("A kind reply costs little and is remembered.", "R92"), true
	}
	v := hold(until, "Let it rest for an hour", "You can send it at "+until.In(f.r.Own).Format("15:04")+". A short rest makes it kinder.", "R92", "R97")
	v.MayOverride = true
	return v, true
}

// nothingToAnswer judges an answer to nothing as the question that it is (row 7).
func (f *fold) nothingToAnswer(a *attempt) (afterword.Verdict, bool) {
	var how string
	switch a.Kind {
	case afterword.Reply:
		if !a.atEmployer && !a.atAgency {
			return afterword.Verdict{}, false
		}
		how = "If they wrote to you, record it first: then a reply may go at once."
	case afterword.PromisedNote:
		how = "If you promised it, record the promise first: then it may go at once."
	case afterword.AnswerNo:
		how = "If they said no, record it first."
	case afterword.AnswerOffer:
		if f.Outcome == afterword.OutcomeAccepted || f.Outcome == afterword.OutcomeDeclined {
			return afterword.Verdict{}, false // the news came, and the letter says what was decided
		}
		how = "If they made an offer, record it first: then your answer may go at once."
	default:
		return afterword.Verdict{}, false
	}
	b := *a
	b.Kind = afterword.StatusQuestion
	for _, judge := range [...]func(*fold, *attempt) (afterword.Verdict, bool){
		(*fold).statusAfterTheEnd, (*fold).statusWhileBooked, (*fold).secondStatus, (*fold).statusPastTheAgency, (*fold).tooEarly,
	} {
		if v, ok := judge(f, &b); ok {
			v.Because += " " + how
			return v, true
		}
	}
	return allow("It counts as your one question. "+how, "R63"), true
}
