package policy

import (
	"slices"
	"strings"

	"afterword"
)

// canonical is the person that id stands for now: two that turned out to be one are one.
func canonical(c *afterword.Case, id afterword.ID) afterword.ID {
	for range 8 { // a circle of merges must not keep us here
		p, ok := c.People[id]
		if !ok || p.MergedInto == "" {
			return id
		}
		id = p.MergedInto
	}
	return id
}

func (f *fold) canonical(id afterword.ID) afterword.ID { return canonical(f.c, id) }

// same says that two ids stand for one person.
func (f *fold) same(a, b afterword.ID) bool {
	return a == b || a != "" && b != "" && f.canonical(a) == f.canonical(b)
}

// holds says that a person has a role in this application, or everywhere.
func holds(c *afterword.Case, id afterword.ID, kind afterword.RoleKind) bool {
	for _, r := range c.Roles {
		if r.Kind == kind && (r.Person == id || canonical(c, r.Person) == id) {
			return true
		}
	}
	return false
}

// ofAgency says that a person belongs to the agency.
func ofAgency(c *afterword.Case, id afterword.ID) bool {
	return id != "" && (id == canonical(c, c.Application.Agency) || holds(c, id, afterword.Recruiter))
}

// agencyPerson is the person at the agency; empty when there is no agency.
func agencyPerson(c *afterword.Case) afterword.ID {
	if c.Application.Agency != "" {
		return canonical(c, c.Application.Agency)
	}
	for _, r := range c.Roles {
		if r.Kind == afterword.Recruiter {
			return canonical(c, r.Person)
		}
	}
	return ""
}

// atEmployer says that a person is on the employer's side: whoever is not of the agency, and not
// there for the candidate.
func atEmployer(c *afterword.Case, id afterword.ID) bool {
	if id == "" {
		return true
	}
	if ofAgency(c, id) {
		return false
	}
	side, other := false, false
	for _, r := range c.Roles {
		if canonical(c, r.Person) != id {
			continue
		}
		switch r.Kind {
		case afterword.Referee, afterword.Advocate:
			other = true
		default:
			side = true
		}
	}
	return side || !other || invited(c, id)
}

func invited(c *afterword.Case, id afterword.ID) bool {
	if canonical(c, c.Application.Contact) == id {
		return true
	}
	for i := range c.Interviews {
		if slices.ContainsFunc(c.Interviews[i].Invited, func(p afterword.ID) bool { return canonical(c, p) == id }) {
			return true
		}
	}
	return false
}

// refereeOnly says that someone speaks for the candidate and is nobody else here.
func refereeOnly(c *afterword.Case, id afterword.ID) bool {
	return id != "" && holds(c, id, afterword.Referee) && !ofAgency(c, id) && !atEmployer(c, id)
}

// reachable leaves out the candidate and addresses behind which there is no person.
func reachable(c *afterword.Case, id afterword.ID) bool {
	p, ok := c.People[id]
	if !ok {
		return id != ""
	}
	if own := strings.TrimSpace(c.Settings.Email); own != "" && strings.EqualFold(strings.TrimSpace(p.Email), own) {
		return false
	}
	return !noReply(p.Email)
}

func noReply(address string) bool {
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	if !strings.Contains(local, "no") {
		return false
	}
	local = strings.NewReplacer("-", "", "_", "", ".", "").Replace(local)
	return strings.Contains(local, "noreply") || strings.Contains(local, "donotreply") || strings.Contains(local, "dontreply")
}

// name is a person as people say it.
func (f *fold) name(id afterword.ID) string {
	if p, ok := f.c.People[f.canonical(id)]; ok {
		if p.Name != "" {
			return p.Name
		}
		return p.Email
	}
	return ""
}

// nameOr is a name, or what to say without one.
func (f *fold) nameOr(id afterword.ID, or string) string {
	if n := f.name(id); n != "" {
		return n
	}
	return or
}

// employer is the place as people say it; a confidential one is not named.
func (f *fold) employer() string {
	if f.c.Application.Employer != "" {
		return f.c.Application.Employer
	}
	if f.Agency != "" {
		return f.nameOr(f.Agency, "the agency")
	}
	return "the employer"
}

// agency folds whether there is one and what it allows.
func (f *fold) agency() {
	f.Agency = agencyPerson(f.c)
	f.Contact = f.canonical(f.c.Application.Contact)
	f.AgencyCase = f.Agency != "" || f.Channel == afterword.ViaAgency
	for _, fact := range f.live {
		switch fact.Kind {
		case afterword.AgencyYes:
			f.Permission = Yes
		case afterword.AgencyNo:
			f.Permission = No
		case afterword.Sent, afterword.PassedOn:
			if n := f.note(fact.Detail.Note); n != nil && n.Kind == afterword.AgencyThanks && f.Permission == NotAsked {
				f.Permission = Asked
			}
		}
	}
	if f.wantFact != nil {
		f.WantAt = f.wantFact.At
	}
}

// met says that someone met the candidate, or is to.
func (f *fold) met(id afterword.ID) bool {
	for i := range f.sits {
		s := &f.sits[i]
		if len(s.debrief.Met) > 0 {
			for _, m := range s.debrief.Met {
				if f.same(m.Person, id) {
					return true
				}
			}
			continue
		}
		for _, n := range s.rounds {
			for _, p := range f.interview(n).Invited {
				if f.same(p, id) {
					return true
				}
			}
		}
	}
	return holds(f.c, id, afterword.Interviewer) && !takenBack(f.c, f.canonical(id))
}

func (f *fold) interview(round int) *afterword.Interview { return &f.c.Interviews[round] }
