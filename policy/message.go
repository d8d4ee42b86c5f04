package policy

import (
	"time"

	"afterword"
)

// comes says that a fact is something that came from them: it can be replied to.
func comes(k afterword.FactKind) bool {
	switch k {
	case afterword.Wrote, afterword.NextRound, afterword.Delay, afterword.DocumentsAsked, afterword.ReferencesAsked,
		afterword.Checked, afterword.FeedbackCame, afterword.AgencyYes, afterword.AgencyNo, afterword.Moved,
		afterword.CalledOff, afterword.Stopped:
		return true
	}
	return false
}

// answers says that a fact answers the question: anything from the employer or its agency, and a
// newly booked round. A referee's mail and an automatic one answer nothing.
func (f *fold) answers(fact *afterword.Fact) bool {
	switch fact.Kind {
	case afterword.HeardNo, afterword.HeardOffer, afterword.Booked:
		return true
	}
	return comes(fact.Kind) && !refereeOnly(f.c, f.canonical(fact.Detail.From))
}

// owes says that a message opens the reply clock.
func owes(fact *afterword.Fact) bool {
	if fact.Detail.NoAnswerNeeded { // said so, or a calendar sent it
		return false
	}
	switch fact.Kind {
	case afterword.Wrote, afterword.NextRound, afterword.DocumentsAsked, afterword.ReferencesAsked, afterword.Moved:
		return true
	}
	return false
}

// messages folds what came in, and pairs it with the replies that went.
func (f *fold) messages() {
	for _, fact := range f.live {
		if !comes(fact.Kind) {
			continue
		}
		from := f.canonical(fact.Detail.From)
		m := Message{Fact: fact.ID, Interview: fact.Interview, Kind: fact.Kind, At: fact.At, From: from, By: fact.Detail.By,
			Referee: refereeOnly(f.c, from)}
		m.Owed = owes(fact) && !m.Referee
		f.Messages = append(f.Messages, m)
	}
	if len(f.Messages) == 0 {
		return
	}
	for _, fact := range f.live {
		if fact.Kind != afterword.Sent && fact.Kind != afterword.PassedOn {
			continue
		}
		if n := f.note(fact.Detail.Note); n != nil && n.Kind == afterword.Reply {
			f.pair(n, fact.At)
		}
	}
}

// pair marks the message that a reply answers: the one it rests on, else the oldest open one of the
// person it went to, else the oldest open one.
func (f *fold) pair(n *afterword.Note, at time.Time) {
	m := f.message(n.RestsOn)
	if m == nil || m.Replied {
		m = f.open(n.To, at, m != nil)
	}
	if m != nil {
		m.Replied, m.RepliedAt = true, at
	}
}

// open is the oldest unanswered message of a person until a moment, else of anyone at all, unless it is to
// be theirs.
func (f *fold) open(person afterword.ID, until time.Time, theirs bool) *Message {
	var other *Message
	for i := range f.Messages {
		m := &f.Messages[i]
		switch {
		case m.Replied || m.At.After(until):
		case m.From != "" && f.same(m.From, person):
			return m
		case other == nil && !m.Referee && (!theirs || m.From == "" || f.oneSide(m.From, person)):
			other = m
		}
	}
	return other
}

// ReplyTo is the message that a reply to someone would answer: the fact that brought it, empty when all
// are answered.
func ReplyTo(c afterword.Case, interview, to afterword.ID, r Rules, now time.Time) afterword.ID {
	if m := newFold(&c, interview, r, now).unreplied(to, nil); m != nil {
		return m.Fact
	}
	return ""
}

// unreplied is the message that a reply would answer now, nil when there is none.
func (f *fold) unreplied(to afterword.ID, note *afterword.Note) *Message {
	if note != nil {
		if m := f.message(note.RestsOn); m != nil && !m.Replied {
			return m
		}
	}
	return f.open(to, f.now, to != "")
}

// oneSide says that both are the employer's people, or both the agency's.
func (f *fold) oneSide(a, b afterword.ID) bool {
	a, b = f.canonical(a), f.canonical(b)
	if refereeOnly(f.c, a) || refereeOnly(f.c, b) {
		return false
	}
	return ofAgency(f.c, a) == ofAgency(f.c, b)
}

// message is the message that a fact brought, nil when it brought none.
func (f *fold) message(fact afterword.ID) *Message {
	for i := range f.Messages {
		if f.Messages[i].Fact == fact {
			return &f.Messages[i]
		}
	}
	return nil
}

// asked finds the one question: the last that went, and whether anything answered it.
func (f *fold) asked() {
	for _, fact := range f.live {
		switch fact.Kind {
		case afterword.Sent, afterword.PassedOn:
			if n := f.note(fact.Detail.Note); n != nil && n.Kind == afterword.StatusQuestion {
				f.AskedAt, f.AskedNote = fact.At, n.ID
			}
		default:
			if f.AskedNote != "" && f.answers(fact) {
				f.AskedAt, f.AskedNote = time.Time{}, ""
			}
		}
	}
}
