package web

import (
	"strings"

	"afterword"
	"afterword/service"
)

// PeoplePage is everyone, grouped by what they are.
type PeoplePage struct {
	Frame
	Head   string // of a task page
	Groups []PeopleGroup
}

// PeopleGroup is some people under a label.
type PeopleGroup struct {
	Label  string
	People []Row
}

func people(v *visit) error {
	all, err := v.Service.People(v.ctx, v.a)
	if err != nil {
		return err
	}
	p := PeoplePage{Frame: v.frame("People", "People")}
	p.Heading = "People"
	groups := []PeopleGroup{{Label: "Met"}, {Label: "Agency"}, {Label: "Referees"}, {Label: "Could help"}, {Label: "Others"}}
	for _, x := range all {
		i := groupOf(x)
		groups[i].People = append(groups[i].People, v.personRow(x))
	}
	for _, g := range groups {
		if len(g.People) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	return v.show(peoplePage(p))
}

// groupOf is where someone stands in the list.
func groupOf(x service.PersonView) int {
	has := func(kinds ...afterword.RoleKind) bool {
		for _, r := range x.Roles {
			for _, k := range kinds {
				if r.Kind == k {
					return true
				}
			}
		}
		return false
	}
	switch {
	case has(afterword.Recruiter):
		return 1
	case has(afterword.Referee):
		return 2
	case len(x.MetAt) > 0 || has(afterword.Interviewer, afterword.HiringManager):
		return 0
	case has(afterword.Insider, afterword.Advocate):
		return 3
	}
	return 4
}

func (v *visit) personRow(x service.PersonView) Row {
	r := Row{Href: "/people/" + string(x.ID), Title: orElse(x.Name, x.Email)}
	if len(x.Roles) > 0 {
		role := x.Roles[len(x.Roles)-1]
		r.Small = joined(", ", orElse(role.Title, roles[role.Kind]), role.Employer)
	}
	if len(x.MetAt) > 0 {
		m := x.MetAt[len(x.MetAt)-1]
		r.Small = joined(". ", r.Small, "Met at "+orElse(m.Employer, "an interview")+", "+v.Day(m.On))
	}
	if x.Email == "" && x.Phone == "" && len(x.Links) == 0 {
		r.Small = joined(". ", r.Small, "No address yet")
	}
	return r
}

// PersonPage is one person, to read and to correct.
type PersonPage struct {
	Frame
	ID                                   string
	Name, Email, Phone, Called, Register string
	Links                                string
	Roles                                []Row
	MetAt                                []Row
	LookUp                               []Link
	Others                               []Option // who they may turn out to be
	Applications                         []Option
	RoleKinds                            []Option
}

func (v *visit) personPage() (PersonPage, error) {
	x, err := v.Service.Person(v.ctx, v.a, v.id())
	if err != nil {
		return PersonPage{}, err
	}
	p := PersonPage{Frame: v.frame("People", x.Name), ID: string(x.ID), Name: x.Name, Email: x.Email, Phone: x.Phone, Links: strings.Join(x.Links, "\n")}
	p.Back = &Link{"/people", "People"}
	employer := ""
	for _, r := range x.Roles {
		employer = orElse(r.Employer, employer)
		p.Roles = append(p.Roles, Row{Title: roles[r.Kind], Small: joined(", ", r.Title, r.Employer)})
	}
	for _, m := range x.MetAt {
		p.MetAt = append(p.MetAt, Row{Href: "/interviews/" + string(m.Interview), Title: orElse(m.Employer, "An interview"), Small: v.Day(m.On)})
	}
	if x.Email == "" {
		p.LookUp = lookUps(x.Name, employer)
	}
	all, err := v.Service.People(v.ctx, v.a)
	if err != nil {
		return PersonPage{}, err
	}
	p.Others = []Option{{Label: "Choose", Chosen: true}}
	for _, o := range all {
		if o.ID != x.ID {
			p.Others = append(p.Others, Option{Value: string(o.ID), Label: joined(", ", o.Name, o.Email)})
		}
	}
	return p, nil
}

// lookUps are two plain searches for an address; they open elsewhere, and we look nothing up (R06).
func lookUps(name, employer string) []Link {
	q := strings.ReplaceAll(strings.TrimSpace(name+" "+employer), " ", "+")
	return []Link{{"https://duckduckgo.com/?q=" + q + "+email", "Look on the web"}, {"https://www.linkedin.com/search/results/people/?keywords=" + q, "Look on LinkedIn"}}
}

func person(v *visit) error {
	p, err := v.personPage()
	if err != nil {
		return err
	}
	return v.show(personPage(p))
}

func editPerson(v *visit) error {
	name, email, phone, called, register := v.text("name"), v.text("email"), v.text("phone"), v.text("called"), v.text("register")
	in := service.PersonEdit{Name: &name, Email: &email, Phone: &phone, Links: orNone(lines(v.text("links")))}
	if called != "" {
		in.Called = &called
	}
	if register != "" {
		in.Register = &register
	}
	x, err := v.Service.EditPerson(v.ctx, v.a, v.id(), in)
	if err != nil {
		p, err2 := v.personPage()
		if p.Problems = problems(err); p.Problems == nil || err2 != nil {
			return err
		}
		p.Name, p.Email, p.Phone, p.Links, p.Called = name, email, phone, v.text("links"), called
		return v.again(personPage(p))
	}
	return v.seeSaid("/people/"+string(x.ID), "saved", "")
}

func mergePeople(v *visit) error {
	x, err := v.Service.Merge(v.ctx, v.a, v.id(), v.text("other"))
	if err != nil {
		return err
	}
	return v.seeSaid("/people/"+string(x.ID), "merged", "")
}

func splitPerson(v *visit) error {
	x, err := v.Service.Split(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	return v.seeSaid("/people/"+string(x.ID), "split", "")
}

// RefereesPage is who speaks for the candidate, with what they know.
type RefereesPage struct {
	Frame
	List []RefereeRow
	Who  string
	On   string
}

// RefereeRow is one referee.
type RefereeRow struct {
	ID, Name, Email, Agreed string
	Told                    []string
	Interviews              []Option
}

func (v *visit) refereesPage() (RefereesPage, error) {
	all, err := v.Service.Referees(v.ctx, v.a)
	if err != nil {
		return RefereesPage{}, err
	}
	open := true
	list, _, err := v.Service.Lines(v.ctx, v.a, service.ListFilter{Open: &open, Limit: perPage})
	if err != nil {
		return RefereesPage{}, err
	}
	p := RefereesPage{Frame: v.frame("People", "Referees")}
	p.Back = &Link{"/people", "People"}
	for _, r := range all {
		if r.ReplacedBy != "" {
			continue
		}
		row := RefereeRow{ID: string(r.ID), Name: r.Name, Email: r.Email, Agreed: v.Day(r.Agreed)}
		for _, t := range r.Told {
			says := t.Employer
			if len(t.Points) > 0 {
				says += ": " + strings.Join(t.Points, "; ")
			}
			if t.HeadsUp != nil {
				says += ". Told " + v.Day(afterword.DateOf(t.HeadsUp.In(v.loc)))
			}
			if t.Thanked != nil {
				says += ". Thanked " + v.Day(afterword.DateOf(t.Thanked.In(v.loc)))
			}
			row.Told = append(row.Told, says)
		}
		for _, l := range list {
			row.Interviews = append(row.Interviews, Option{Value: string(l.Interview), Label: joined(", ", name(l), l.Role)})
		}
		p.List = append(p.List, row)
	}
	return p, nil
}

func referees(v *visit) error {
	p, err := v.refereesPage()
	if err != nil {
		return err
	}
	return v.show(refereesPage(p))
}

func addReferee(v *visit) error {
	who := v.text("who")
	if mail := v.text("mail"); mail != "" {
		who += " <" + mail + ">"
	}
	if _, err := v.Service.RefereeAdd(v.ctx, v.a, who, v.text("agreed")); err != nil {
		p, err2 := v.refereesPage()
		if p.Problems = problems(err); p.Problems == nil || err2 != nil {
			return err
		}
		p.Problems[0].Field = "who"
		p.Who, p.On = v.text("who"), v.text("agreed")
		return v.again(refereesPage(p))
	}
	return v.seeSaid("/people/referees", "added", "")
}

func refereeAgreed(v *visit) error {
	if _, err := v.Service.RefereeAgreed(v.ctx, v.a, v.id(), v.text("agreed")); err != nil {
		return err
	}
	return v.seeSaid("/people/referees", "noted", "")
}

func refereePoints(v *visit) error {
	if _, err := v.Service.RefereePoints(v.ctx, v.a, v.id(), v.text("interview"), lines(v.text("points"))); err != nil {
		return err
	}
	return v.seeSaid("/people/referees", "saved", "")
}
