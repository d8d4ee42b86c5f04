package policy

import (
	"slices"
	"time"

	"afterword"
)

// NoteState is what became of a note. A draft whose ground was undone is cancelled; what went stays.
func NoteState(c afterword.Case, n afterword.Note, now time.Time) (state afterword.NoteState, keepUntil, sentAt time.Time) {
	f := fold{c: &c, now: now}
	for i := range c.Facts {
		if c.Facts[i].VoidedBy != "" {
			f.gone = append(f.gone, c.Facts[i].ID)
		}
	}
	s := f.noteStanding(&n)
	return s.State, s.KeepUntil, s.SentAt
}

func (f *fold) noteStandings() {
	f.notes = make([]NoteStanding, len(f.c.Notes))
	for i := range f.c.Notes {
		f.notes[i] = f.noteStanding(&f.c.Notes[i])
	}
}

func (f *fold) noteStanding(n *afterword.Note) NoteStanding {
	s := NoteStanding{State: afterword.NoteDraft}
	for i := range f.c.Facts {
		fact := &f.c.Facts[i]
		if fact.Detail.Note != n.ID || fact.VoidedBy != "" {
			continue
		}
		switch fact.Kind {
		case afterword.Sent:
			s.State, s.SentAt = afterword.NoteSent, fact.At
		case afterword.PassedOn:
			s.State, s.SentAt = afterword.NotePassedOn, fact.At
		case afterword.Approved:
			s.become(afterword.NoteApproved)
			if v := fact.Detail.Version; v != 0 && v != n.Version || v == 0 && n.ChangedAt.After(fact.At) {
				s.become(afterword.NoteDraft) // what was approved is not what stands there now
			}
		case afterword.KeptUntil:
			s.become(afterword.NoteKept)
			if s.KeepUntil = fact.Detail.UntilAt; s.KeepUntil.IsZero() && !fact.Detail.Until.IsZero() {
				s.KeepUntil = fact.Detail.Until.At(dayOpens, 0, time.UTC)
			}
		case afterword.LetGo:
			s.become(afterword.NoteCancelled)
		case afterword.Skipped:
			s.become(afterword.NoteSkipped)
		}
	}
	if s.State != afterword.NoteKept {
		s.KeepUntil = time.Time{}
	}
	if !s.went() && f.groundless(n) {
		s.State = afterword.NoteCancelled
	}
	return s
}

// groundless says that what a note rests on was taken back.
func (f *fold) groundless(n *afterword.Note) bool {
	return n.RestsOn != "" && slices.Contains(f.gone, n.RestsOn)
}

// become changes the state, unless the note went already: that stays.
func (s *NoteStanding) become(state afterword.NoteState) {
	if !s.went() {
		s.State = state
	}
}

func (s NoteStanding) went() bool {
	return s.State == afterword.NoteSent || s.State == afterword.NotePassedOn
}

// note is a note by its id.
func (f *fold) note(id afterword.ID) *afterword.Note {
	if id == "" {
		return nil
	}
	for i := range f.c.Notes {
		if f.c.Notes[i].ID == id {
			return &f.c.Notes[i]
		}
	}
	return nil
}

// standing is what became of a note by its id.
func (f *fold) standing(id afterword.ID) NoteStanding {
	for i := range f.c.Notes {
		if f.c.Notes[i].ID == id {
			return f.notes[i]
		}
	}
	return NoteStanding{}
}

// find is the note of a kind to a person that matters most: one that went before one that did not,
// then the newest that is not set aside. Any sitting will do when within is nil. A step stands as it
// did before what was taken back, so a note that rested on it is not found.
func (f *fold) find(kind afterword.NoteKind, to afterword.ID, within *sitting) (*afterword.Note, NoteStanding) {
	best, rank := -1, -1
	for i := range f.c.Notes {
		n := &f.c.Notes[i]
		if n.Kind != kind || to != "" && !f.same(n.To, to) || within != nil && f.sittingOf(n.Interview) != within {
			continue
		}
		r := 2
		switch s := f.notes[i]; {
		case s.went():
			r = 3
		case f.groundless(n):
			continue
		case s.State == afterword.NoteSkipped:
			r = 1
		case s.State == afterword.NoteCancelled:
			r = 0
		}
		if r >= rank {
			best, rank = i, r
		}
	}
	if best < 0 {
		return nil, NoteStanding{}
	}
	return &f.c.Notes[best], f.notes[best]
}

// went is when the first note of a kind to a person went; zero when none did.
func (f *fold) wentAt(kind afterword.NoteKind, to afterword.ID, except afterword.ID) time.Time {
	var at time.Time
	for i := range f.c.Notes {
		n := &f.c.Notes[i]
		if n.Kind == kind && n.ID != except && f.notes[i].went() && (to == "" || f.same(n.To, to)) {
			at = earlier(at, f.notes[i].SentAt)
		}
	}
	return at
}

// skippedStep is the fact that set a step aside, nil when nobody did.
func (f *fold) skippedStep(id string) *afterword.Fact {
	var last *afterword.Fact
	for _, fact := range f.live {
		if fact.Kind == afterword.Skipped && fact.Detail.Step == id && (f.sit == nil || fact.Interview == "" || f.ours(fact.Interview) || sharedID(id)) {
			last = fact
		}
	}
	return last
}
