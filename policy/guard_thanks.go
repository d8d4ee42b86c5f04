package policy

import (
	"time"

	"afterword"
)

// secondThanks keeps to one thank-you for a person and a sitting; a card by post is counted apart, one
// for each person (row 8).
func (f *fold) secondThanks(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.Thanks && a.Kind != afterword.AgencyThanks {
		return afterword.Verdict{}, false
	}
	card := a.By == afterword.Post
	for i := range f.c.Notes {
		n := &f.c.Notes[i]
		if n.Kind != afterword.Thanks && n.Kind != afterword.AgencyThanks || n.ID == a.Note || !f.notes[i].went() ||
			!f.same(n.To, a.To) || (n.Channel == afterword.Post) != card || !card && f.sittingOf(n.Interview) != a.within {
			continue
		}
		who := f.nameOr(a.To, "They")
		if card {
			return refuse(who+" has your card", "One card is right. A second one would be too much.", "R31", "R48"), true
		}
		return refuse(who+" has your thanks", "You thanked them on "+f.dayWords(f.notes[i].SentAt)+". One is right. If they answer, reply as you like.", "R31"), true
	}
	return afterword.Verdict{}, false
}

// thanksAfterTheEnd leaves thanks to the answer to a no, and to the withdrawal (row 9).
func (f *fold) thanksAfterTheEnd(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.Thanks {
		return afterword.Verdict{}, false
	}
	if f.Outcome == afterword.OutcomeNo {
		return refuse("They have answered", "Your thanks go into the answer to their no (answer_no).", "R36", "R92"), true
	}
	if n, s := f.find(afterword.Withdrawal, a.To, nil); n != nil && s.went() {
		return refuse(f.nameOr(a.To, "They")+" has your thanks", "You thanked them when you said it is not for you. "+
			"If they answer with a no, there is answer_no.", "R36", "R92"), true
	}
	return afterword.Verdict{}, false
}

// thanksBeforeTheAgency holds thanks to the employer until the agency said yes (row 10).
func (f *fold) thanksBeforeTheAgency(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.Thanks || !a.straight || !f.AgencyCase || f.Permission == Yes {
		return afterword.Verdict{}, false
	}
	agency := f.nameOr(f.Agency, "the agency")
	if f.Permission == No {
		return refuse(agency+" said no to writing directly", "Ask "+agency+" to pass it on instead.", "R51", "R45"), true
	}
	return hold(time.Time{}, "Wait for "+agency, "It can go once "+agency+" says that you may write. Or ask them to pass it on.", "R51"), true
}
