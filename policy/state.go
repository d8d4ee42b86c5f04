package policy

import (
	"afterword"
)

// state is where the interview stands: the first that applies.
func (f *fold) state() afterword.State {
	s := f.sit
	switch {
	case f.closed():
		return afterword.StateClosed
	case f.answered():
		return afterword.StateAnswered
	case !s.lost && !f.ended(s):
		return afterword.StateComingUp
	case !s.lost && s.written == nil && !f.reached(s.e.Add(debriefBest)):
		return afterword.StateJustFinished
	case !f.AskedAt.IsZero():
		return afterword.StateAsked
	case f.Wait != nil && f.reached(f.Wait.AskFrom) && f.mayAsk():
		return afterword.StateMayAsk
	case f.notesToSend():
		return afterword.StateNotesToSend
	}
	return afterword.StateWaiting
}

// closed says that the application ended and nothing is due, or that a later round took over.
func (f *fold) closed() bool {
	if f.Ended {
		if f.Outcome != afterword.OutcomeNo {
			return true
		}
		if _, _, answered := f.noAnswered(); answered {
			return true
		}
	}
	s := f.sit
	if s.lost {
		return f.carriesOn(s)
	}
	if f.roundAfter(s) == nil {
		return false
	}
	if !f.ended(s) || s.written == nil && !f.reached(s.e.Add(debriefBest)) {
		return false
	}
	for i := range f.ToThank {
		if !settled(f.ToThank[i].State) {
			return false
		}
	}
	return true
}

// carriesOn says that the application has another round since one did not take place.
func (f *fold) carriesOn(s *sitting) bool {
	lost := f.rounds[s.rounds[0]].lost
	for o := range f.alive {
		if lost == nil || !o.dated || o.e.After(lost.At) {
			return true
		}
	}
	return false
}

// answered says that they answered and it is the candidate's turn.
func (f *fold) answered() bool {
	switch f.Outcome {
	case afterword.OutcomeNo:
		return true // closed comes first when it is answered
	case afterword.OutcomeOffer:
		return true
	}
	return f.openRequest() != nil
}

// openRequest is a request for documents or references that was neither met nor replied to.
func (f *fold) openRequest() *Message {
	if f.Ended {
		return nil
	}
	for i := range f.Messages {
		m := &f.Messages[i]
		if m.Replied || m.Referee || f.skippedStep("reply_owed:"+string(m.Fact)) != nil {
			continue
		}
		switch m.Kind {
		case afterword.DocumentsAsked:
			if p := f.asks(m.Fact); p != nil && p.Kept.IsZero() && f.skippedStep("promise:"+string(p.ID)) == nil {
				return m
			}
		case afterword.ReferencesAsked:
			if fact := f.heard(afterword.Checked); fact != nil && !fact.At.Before(m.At) {
				continue
			}
			if !f.sentSince(m, afterword.PromisedNote) {
				return m
			}
		}
	}
	return nil
}

// asks is the promise that a request opened, nil when a later one took its place.
func (f *fold) asks(fact afterword.ID) *promise {
	for i := range f.promises {
		if f.promises[i].made.ID == fact {
			return &f.promises[i]
		}
	}
	return nil
}

// sentSince says that a note of a kind went after a message.
func (f *fold) sentSince(m *Message, kind afterword.NoteKind) bool {
	for i := range f.c.Notes {
		if f.c.Notes[i].Kind == kind && f.notes[i].went() && !f.notes[i].SentAt.Before(m.At) {
			return true
		}
	}
	return false
}

// notesToSend says that a thank-you is open or held while it still comes at a good time.
func (f *fold) notesToSend() bool {
	if f.sit.lost || f.reached(f.sit.e.Add(thanksGood)) {
		return false
	}
	for i := range f.ToThank {
		if s := f.ToThank[i].State; s == afterword.StepOpen || s == afterword.StepHeld {
			return true
		}
	}
	return false
}
