package policy

import (
	"slices"

	"afterword"
)

// DefaultTo is whom a note of a kind goes to when nobody is named: answers to the one who wrote, else
// the agency, else who invited, else the first person with an address, else the first person. What is
// meant for a referee, an insider or an advocate goes to the first of those.
func DefaultTo(c afterword.Case, interview afterword.ID, kind afterword.NoteKind, r Rules) afterword.ID {
	f := fold{c: &c, r: r.complete()}
	f.schedule()
	f.sittings()
	return defaultTo(&c, f.roundsWith(interview), kind)
}

// defaultTo is DefaultTo for the rounds of a sitting.
func defaultTo(c *afterword.Case, here []afterword.ID, kind afterword.NoteKind) afterword.ID {
	switch kind {
	case afterword.AnswerNo:
		if p := whoWrote(c, afterword.HeardNo); p != "" {
			return p
		}
	case afterword.AnswerOffer:
		if p := whoWrote(c, afterword.HeardOffer); p != "" {
			return p
		}
	case afterword.Reply:
		if p := whoWroteLast(c); p != "" {
			return p
		}
	case afterword.RefereeHeadsUp, afterword.RefereeThanks:
		if p := firstWith(c, afterword.Referee); p != "" {
			return p
		}
	case afterword.AskWord:
		if p := firstWith(c, afterword.Advocate); p != "" {
			return p
		}
	case afterword.AskInsider:
		if p := firstWith(c, afterword.Insider); p != "" {
			return p
		}
	}
	if p := agencyPerson(c); p != "" {
		return p
	}
	if p := canonical(c, c.Application.Contact); p != "" {
		return p
	}
	return firstPerson(c, here)
}

func whoWrote(c *afterword.Case, kind afterword.FactKind) afterword.ID {
	for i := len(c.Facts) - 1; i >= 0; i-- {
		if fact := &c.Facts[i]; fact.Kind == kind && fact.VoidedBy == "" {
			return canonical(c, fact.Detail.From)
		}
	}
	return ""
}

// whoWroteLast is the sender of the newest message that no reply went to, else of the newest.
func whoWroteLast(c *afterword.Case) afterword.ID {
	f := fold{c: c}
	f.readFacts()
	f.messages()
	var last afterword.ID
	for i := len(f.Messages) - 1; i >= 0; i-- {
		m := &f.Messages[i]
		if m.From == "" {
			continue
		}
		if !m.Replied {
			return m.From
		}
		if last == "" {
			last = m.From
		}
	}
	return last
}

// firstWith is the first person with a role; a referee who agreed, and was not replaced, comes first.
func firstWith(c *afterword.Case, kind afterword.RoleKind) afterword.ID {
	var first afterword.ID
	for _, r := range c.Roles {
		if r.Kind != kind {
			continue
		}
		p := canonical(c, r.Person)
		if kind != afterword.Referee {
			return p
		}
		if first == "" {
			first = p
		}
		f := fold{c: c}
		f.readFacts()
		if s := f.referee(p); s.Agreed && s.ReplacedBy == "" {
			return p
		}
	}
	return first
}

// firstPerson is the first with an address among those met and named, this sitting's before the
// others', and then those with a role at the employer; without any address the first of them.
func firstPerson(c *afterword.Case, here []afterword.ID) afterword.ID {
	var first afterword.ID
	for p := range peopleHere(c, here) {
		if p = canonical(c, p); p == "" || !reachable(c, p) {
			continue
		}
		if c.People[p].Email != "" {
			return p
		}
		if first == "" {
			first = p
		}
	}
	return first
}

func peopleHere(c *afterword.Case, here []afterword.ID) func(yield func(afterword.ID) bool) {
	return func(yield func(afterword.ID) bool) {
		for _, own := range [...]bool{true, false} {
			for i := range c.Facts {
				fact := &c.Facts[i]
				if fact.Kind != afterword.WroteDown || fact.VoidedBy != "" || slices.Contains(here, fact.Interview) != own {
					continue
				}
				for _, m := range c.Debriefs[fact.Detail.Debrief].Met {
					if !yield(m.Person) {
						return
					}
				}
			}
			for i := range c.Interviews {
				if slices.Contains(here, c.Interviews[i].ID) != own {
					continue
				}
				for _, p := range c.Interviews[i].Invited {
					if !yield(p) {
						return
					}
				}
			}
		}
		for _, r := range c.Roles {
			switch r.Kind {
			case afterword.Referee, afterword.Advocate, afterword.Insider:
				continue
			}
			if r.Application == c.Application.ID && !takenBack(c, canonical(c, r.Person)) && !yield(r.Person) {
				return
			}
		}
	}
}

// takenBack says that everything that told of a person was voided: their role is kept as it was
// written, and says nothing any more.
func takenBack(c *afterword.Case, person afterword.ID) bool {
	if invited(c, person) {
		return false
	}
	told := false
	for i := range c.Facts {
		fact := &c.Facts[i]
		if !tellsOf(c, fact, person) {
			continue
		}
		if fact.VoidedBy == "" {
			return false
		}
		told = true
	}
	return told
}

// tellsOf says that a fact came from a person, or that its debrief met them.
func tellsOf(c *afterword.Case, fact *afterword.Fact, person afterword.ID) bool {
	if from := fact.Detail.From; from != "" && canonical(c, from) == person {
		return true
	}
	return fact.Detail.Debrief != "" && slices.ContainsFunc(c.Debriefs[fact.Detail.Debrief].Met,
		func(m afterword.Met) bool { return canonical(c, m.Person) == person })
}

// DefaultBy is the channel of a note when none is named: the agreed one where a note can take it, else
// email. What is agreed with the employer says nothing of a referee.
func DefaultBy(c afterword.Case, interview afterword.ID, kind afterword.NoteKind, to afterword.ID) afterword.Channel {
	return defaultBy(kind, agreedChannel(&c))
}

func defaultBy(kind afterword.NoteKind, agreed afterword.Channel) afterword.Channel {
	switch kind {
	case afterword.RefereeHeadsUp, afterword.RefereeThanks, afterword.AskWord, afterword.AskInsider:
		return afterword.Email
	}
	if agreed.Carries() {
		return agreed
	}
	return afterword.Email
}

// agreedChannel is the newest that a debrief tells of.
func agreedChannel(c *afterword.Case) afterword.Channel {
	by := afterword.NoChannel
	for i := range c.Facts {
		fact := &c.Facts[i]
		if fact.VoidedBy != "" || fact.Detail.Debrief == "" {
			continue
		}
		switch fact.Kind {
		case afterword.WroteDown, afterword.LookedBack, afterword.Decided:
			if h := c.Debriefs[fact.Detail.Debrief].Hear; h != nil && h.Channel != afterword.NoChannel {
				by = h.Channel
			}
		}
	}
	return by
}
