package policy

import (
	"time"

	"afterword"
)

// thanks works out whom to thank for the sitting asked about, and how each thank-you stands.
func (f *fold) thanks() {
	s := f.sit
	if s == nil {
		return
	}
	f.agencyThanks(s)
	f.employerThanks(s)
	if len(f.ToThank) > 0 && f.ToThank[0].Agency {
		for _, t := range f.ToThank {
			if !t.Agency {
				f.ToThank[0].Asks = true // someone at the employer was met: may the candidate write to them?
			}
		}
	}
	for i := range f.ToThank {
		f.thankState(s, &f.ToThank[i])
	}
}

// agencyThanks are the agency's person, met or not, and others of the agency who were in the room.
func (f *fold) agencyThanks(s *sitting) {
	if f.Agency != "" && reachable(f.c, f.Agency) {
		f.ToThank = append(f.ToThank, Thank{Person: f.Agency, Agency: true, TalkedAbout: f.line(s, f.Agency)})
	}
	for p := range f.named(s) {
		if ofAgency(f.c, p) {
			f.thank(Thank{Person: p, Agency: true, TalkedAbout: f.line(s, p)})
		}
	}
}

// employerThanks are one for each person met; with nobody met every named attendee; with nobody named
// one to who invited, to be passed on.
func (f *fold) employerThanks(s *sitting) {
	nobody := true
	for p := range f.named(s) {
		nobody = false
		if !ofAgency(f.c, p) {
			f.thank(Thank{Person: p, TalkedAbout: f.line(s, p)})
		}
	}
	if p := f.Contact; nobody && p != "" && !ofAgency(f.c, p) && reachable(f.c, p) {
		f.thank(Thank{Person: p, PassOn: true})
	}
}

// named are the people of a sitting who can be thanked: those met, else the attendees.
func (f *fold) named(s *sitting) func(yield func(afterword.ID) bool) {
	return func(yield func(afterword.ID) bool) {
		for _, m := range s.debrief.Met {
			if p := f.canonical(m.Person); p != "" && reachable(f.c, p) && !yield(p) {
				return
			}
		}
		if len(s.debrief.Met) > 0 {
			return
		}
		for _, n := range s.rounds {
			for _, p := range f.interview(n).Invited {
				if p = f.canonical(p); reachable(f.c, p) && !yield(p) {
					return
				}
			}
		}
	}
}

// thank adds a person once.
func (f *fold) thank(t Thank) {
	for i := range f.ToThank {
		if f.ToThank[i].Person == t.Person {
			return
		}
	}
	f.ToThank = append(f.ToThank, t)
}

// line is what was kept about a person.
func (f *fold) line(s *sitting, person afterword.ID) string {
	for _, m := range s.debrief.Met {
		if f.same(m.Person, person) {
			return m.TalkedAbout
		}
	}
	return ""
}

// thankWindow is when a thank-you opens, is best sent before, and is over.
func (f *fold) thankWindow(s *sitting) (opens, best, closes time.Time) {
	if !s.dated {
		return opens, best, closes
	}
	opens = s.e.Add(noDebriefOpens)
	if s.written != nil {
		opens = later(s.e, earlier(opens, s.written.At))
	}
	closes = plusDays(s.e, thanksDays, s.loc)
	if f.thanksEnded() {
		closes = earlier(closes, later(s.e, f.OutcomeAt))
	}
	return opens, s.e.Add(thanksBest), closes
}

// thanksEnded says that an outcome is known that ends the thank-yous: a withdrawal does not.
func (f *fold) thanksEnded() bool { return f.Known && f.Outcome != afterword.OutcomeWithdrew }

// thankState decides how one thank-you stands.
func (f *fold) thankState(s *sitting, t *Thank) {
	kind := afterword.Thanks
	if t.Agency {
		kind = afterword.AgencyThanks
	}
	note, standing := f.find(kind, t.Person, s)
	if note == nil || !standing.went() { // the other kind of thanks counts as well
		other := afterword.Thanks
		if kind == other {
			other = afterword.AgencyThanks
		}
		if n, st := f.find(other, t.Person, s); n != nil && st.went() {
			note, standing = n, st
		}
	}
	withdrawal, gone := f.find(afterword.Withdrawal, t.Person, nil)
	switch {
	case note != nil && standing.went():
	case withdrawal != nil && gone.went():
		note, standing, t.Withdrawal = withdrawal, gone, true
	case f.withdrawing(gone) && f.withdrawTo() == t.Person:
		t.Withdrawal = true
	}
	if note != nil {
		t.Note = note.ID
	}
	opens, _, closes := f.thankWindow(s)
	switch {
	case standing.went():
		t.State = afterword.StepDone
	case s.lost:
		t.State = afterword.StepOver
	case standing.State == afterword.NoteSkipped || f.skippedStep(thankID(*t)) != nil:
		t.State = afterword.StepSkipped
	case t.Withdrawal, f.reached(closes):
		t.State = afterword.StepOver
	case !f.reached(opens):
		t.State = afterword.StepLater
	case !t.Agency && f.AgencyCase && f.Permission != Yes:
		t.State = afterword.StepHeld
	default:
		t.State = afterword.StepOpen
	}
}

func thankID(t Thank) string {
	if t.Agency {
		return string(afterword.StepAgencyThanks) + ":" + string(t.Person)
	}
	return string(afterword.StepThankYou) + ":" + string(t.Person)
}

// settled says that a thank-you is sent, passed on, skipped or over.
func settled(s afterword.StepState) bool {
	return s == afterword.StepDone || s == afterword.StepSkipped || s == afterword.StepOver
}

// thankSteps adds the thank-yous to the plan.
func (f *fold) thankSteps() {
	s := f.sit
	opens, best, closes := f.thankWindow(s)
	for i := range f.ToThank {
		t := &f.ToThank[i]
		d := draft{id: thankID(*t), kind: afterword.StepThankYou, about: f.name(t.Person), state: t.State,
			opens: opens, best: best, closes: closes, person: t.Person, note: t.Note, practices: practicesThanks}
		d.because = f.thanksBecause(s, t)
		switch {
		case t.Agency:
			d.kind, d.practices = afterword.StepAgencyThanks, practicesAgencyThanks
		case t.State == afterword.StepHeld:
			d.practices = practicesHeld
		case t.PassOn:
			d.practices = practicesPassOn
		}
		if s.dated {
			if t.State != afterword.StepHeld {
				d.nudge(s.e.Add(thanksFirst))
			}
			d.nudge(s.e.Add(thanksSecond))
		}
		if settled(t.State) {
			d.settled = f.standing(t.Note).SentAt
		}
		f.add(d)
	}
}

// thanksBecause says in a line why, by how long it has been. It never calls a note late.
func (f *fold) thanksBecause(s *sitting, t *Thank) string {
	switch {
	case t.State == afterword.StepDone:
		return "Sent. Nothing more to do for this note."
	case t.Withdrawal:
		return "Your note to say it is not for you thanks them too."
	case t.State == afterword.StepSkipped:
		return "You left this one out. That is fine."
	case s.lost:
		return "It did not take place, so there is nothing to thank for yet."
	case t.State == afterword.StepOver:
		return "This one has had its time."
	case t.State == afterword.StepHeld:
		return f.heldBecause(s)
	case s.dated && f.reached(s.e.Add(thanksGood)):
		return "A short note is still better than none."
	case s.dated && f.reached(s.e.Add(thanksBest)):
		return "Still a good time to send."
	case t.Agency && t.Asks:
		return "The agency set it up, so they hear first. Ask if you may write to the others."
	case t.Agency:
		return "The agency set it up, so they hear from you first."
	case t.PassOn:
		return "We know no name, so ask them to pass your thanks on."
	}
	return "They still remember you, and they may decide soon."
}

// heldBecause says what a note waits for, and the way round once it has waited.
func (f *fold) heldBecause(s *sitting) string {
	agency := f.nameOr(f.Agency, "the agency")
	switch {
	case f.Permission == No:
		return agency + " said no to writing directly. Ask them to pass it on, or skip it."
	case f.reached(s.e.Add(passOnOrSkip)):
		return agency + " has not said yes. Ask them to pass it on, or skip it."
	case f.reached(s.e.Add(passOnFrom)):
		return agency + " has not said yes yet. Ask them to pass it on."
	}
	return "It waits until " + agency + " says you may write."
}
