package policy

import (
	"time"

	"afterword"
)

// referees folds everyone who speaks for the candidate.
func (f *fold) referees() []RefereeStanding {
	if f.Referees == nil {
		f.Referees = []RefereeStanding{}
		for _, r := range f.c.Roles {
			if r.Kind == afterword.Referee {
				f.addReferee(r.Person)
			}
		}
		for _, fact := range f.live {
			if fact.Kind == afterword.RefereeAdded || fact.Kind == afterword.RefereeAgreed {
				f.addReferee(fact.Detail.Person)
			}
		}
	}
	return f.Referees
}

func (f *fold) addReferee(id afterword.ID) {
	id = f.canonical(id)
	for i := range f.Referees {
		if f.Referees[i].Person == id {
			return
		}
	}
	if id != "" {
		f.Referees = append(f.Referees, f.referee(id))
	}
}

// referee folds one of them.
func (f *fold) referee(id afterword.ID) RefereeStanding {
	s := RefereeStanding{Person: id}
	for _, fact := range f.live {
		switch fact.Kind {
		case afterword.RefereeAdded, afterword.RefereeAgreed:
			if !f.same(fact.Detail.Person, id) {
				continue
			}
			if s.ReplacedBy = ""; fact.Kind == afterword.RefereeAgreed || !fact.Detail.Until.IsZero() {
				s.Agreed = true
				if s.AgreedOn = fact.Detail.Until; s.AgreedOn.IsZero() {
					s.AgreedOn = dayOf(fact.At, f.r.complete().Own)
				}
			}
		case afterword.RefereeReplaced:
			if f.same(fact.Detail.Person, id) {
				s.ReplacedBy = f.canonical(fact.Detail.To)
			}
		case afterword.Told:
			if f.same(fact.Detail.Person, id) && fact.Application == f.c.Application.ID {
				s.Told = earlier(s.Told, fact.At)
			}
		}
	}
	if f.notes != nil {
		s.Told = earlier(s.Told, f.wentAt(afterword.RefereeHeadsUp, id, ""))
		s.Thanked = f.wentAt(afterword.RefereeThanks, id, "")
	}
	return s
}

// heard is the newest fact of a kind about this application, nil when there is none.
func (f *fold) heard(kind afterword.FactKind) *afterword.Fact {
	for i := len(f.live) - 1; i >= 0; i-- {
		if f.live[i].Kind == kind && f.live[i].Application == f.c.Application.ID {
			return f.live[i]
		}
	}
	return nil
}

// headsUpOpens is when the referees may hear of it: once the thank-yous are off the table, at the
// latest a day after the end, at once when references are asked for.
func (f *fold) headsUpOpens() time.Time {
	s := f.sit
	if !s.dated || s.lost {
		return time.Time{}
	}
	opens := s.e.Add(headsUpLatest)
	if at, ok := f.thanksSettled(); ok {
		opens = earlier(opens, at)
	}
	if fact := f.heard(afterword.ReferencesAsked); fact != nil {
		opens = earlier(opens, fact.At)
	}
	return later(opens, s.e)
}

// thanksSettled is when the last thank-you was sent, passed on, skipped or over.
func (f *fold) thanksSettled() (at time.Time, ok bool) {
	at = later(f.sit.e, f.WrittenAt)
	if len(f.ToThank) == 0 && !f.HasDebrief {
		return time.Time{}, false // nobody knows yet whom there is to thank
	}
	for i := range f.ToThank {
		t := &f.ToThank[i]
		switch t.State {
		case afterword.StepDone:
			at = later(at, f.standing(t.Note).SentAt)
		case afterword.StepSkipped:
			at = later(at, f.skippedAt(t))
		case afterword.StepOver:
			if !t.Withdrawal {
				_, _, closes := f.thankWindow(f.sit)
				at = later(at, closes)
			}
		default:
			return time.Time{}, false
		}
	}
	return at, true
}

func (f *fold) skippedAt(t *Thank) time.Time {
	if fact := f.skippedStep(thankID(*t)); fact != nil {
		return fact.At
	}
	for i := len(f.live) - 1; i >= 0; i-- {
		if f.live[i].Kind == afterword.Skipped && f.live[i].Detail.Note == t.Note {
			return f.live[i].At
		}
	}
	return time.Time{}
}

// headsUpSteps are one for each referee, or one without a person when none is known.
func (f *fold) headsUpSteps() {
	if f.sit.lost {
		return
	}
	opens := f.headsUpOpens()
	any := false
	for _, r := range f.referees() {
		if r.ReplacedBy != "" && r.Told.IsZero() {
			continue
		}
		any = true
		f.headsUp(r, opens)
	}
	if !any {
		f.headsUp(RefereeStanding{}, opens)
	}
}

func (f *fold) headsUp(r RefereeStanding, opens time.Time) {
	d := draft{id: "referee_heads_up", kind: afterword.StepRefereeHeadsUp, about: f.name(r.Person), opens: opens,
		best: endOfNextWorkingDay(opens, f.r.Calendar, f.sit.loc), person: r.Person, practices: practicesHeadsUp,
		because: "Someone may call them. Tell them first, with what to stress."}
	if r.Person == "" {
		d.because = "If someone may be asked about you, add them here and tell them."
	} else {
		d.id += ":" + string(r.Person)
		d.nudge(opens)
	}
	note, standing := f.find(afterword.RefereeHeadsUp, r.Person, nil)
	if r.Person != "" && note != nil {
		d.note = note.ID
	}
	spared := f.noLongerNeeded(r.Person)
	switch {
	case r.Person != "" && !r.Told.IsZero():
		d.state, d.settled, d.because = afterword.StepDone, r.Told, "They know, and can prepare."
	case spared != nil:
		d.state, d.because = afterword.StepSkipped, "They are not needed for this one."
	case r.Person != "" && standing.State == afterword.NoteSkipped || f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	case f.Ended || f.heard(afterword.Checked) != nil:
		d.state, d.because = afterword.StepOver, "Nobody will call them about this one now."
	case !f.reached(opens):
		d.state = afterword.StepLater
	case r.Person != "" && !r.Agreed:
		d.state, d.because, d.practices = afterword.StepHeld, "Ask them first if you may name them.", practicesConsent
	default:
		d.state = afterword.StepOpen
	}
	f.add(d)
}

func (f *fold) noLongerNeeded(id afterword.ID) *afterword.Fact {
	var last *afterword.Fact
	for _, fact := range f.live {
		if fact.Kind == afterword.NoLongerNeeded && id != "" && f.same(fact.Detail.Person, id) {
			last = fact
		}
	}
	return last
}

// refereeThanksSteps open when the check is done or the outcome is known, for those who were told or
// whose word was asked for.
func (f *fold) refereeThanksSteps() {
	checked := f.heard(afterword.Checked)
	var opens time.Time
	if f.Known {
		opens = f.OutcomeAt
	}
	if checked != nil {
		opens = earlier(opens, checked.At)
	}
	if opens.IsZero() {
		return
	}
	asked := checked != nil || f.heard(afterword.ReferencesAsked) != nil
	for _, r := range f.referees() {
		if r.Told.IsZero() && r.Thanked.IsZero() && (!asked || !r.Agreed || r.ReplacedBy != "") {
			continue
		}
		d := draft{id: "referee_thanks:" + string(r.Person), kind: afterword.StepRefereeThanks, about: f.name(r.Person), opens: opens,
			person: r.Person, practices: practicesRefereeThanks, state: afterword.StepOpen, because: "They did you a favour. Tell them how it went."}
		d.nudge(opens)
		note, standing := f.find(afterword.RefereeThanks, r.Person, nil)
		if note != nil {
			d.note = note.ID
		}
		switch {
		case !r.Thanked.IsZero():
			d.state, d.settled, d.because = afterword.StepDone, r.Thanked, "They have your thanks."
		case standing.State == afterword.NoteSkipped || f.skippedStep(d.id) != nil:
			d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
		}
		f.add(d)
	}
}
