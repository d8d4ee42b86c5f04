package web

import (
	"net/url"
	"strconv"
	"strings"

	"afterword"
	"afterword/service"
)

// PeoplePage is everyone, grouped by what they are.
type PeoplePage struct {
	Frame
	Head   string // of a task page
	Note   string
	New    string // where someone is added
	Groups []PeopleGroup
	Next   string
}

// PeopleGroup is some people under a label.
type PeopleGroup struct {
	Label  string
	People []Row
}

func people(v *visit) error {
	from, _ := strconv.Atoi(v.query("from"))
	from = max(from, 0)
	shown, more, err := v.Service.Circle(v.ctx, v.a, from, perPage)
	if err != nil {
		return err
	}
	now, err := v.Service.Today(v.ctx, v.a)
	if err != nil {
		return err
	}
	p := PeoplePage{Frame: v.frame("People", "People")}
	p.Heading = "People"
	labels := [...]string{service.KnownMet: "Met", service.KnownAgency: "Agency", service.KnownReferee: "Referees", service.KnownHelper: "Could help",
		service.KnownOtherwise: "Others"}
	for _, x := range shown {
		if n := len(p.Groups); n == 0 || p.Groups[n-1].Label != labels[x.Known] {
			p.Groups = append(p.Groups, PeopleGroup{Label: labels[x.Known]})
		}
		r := v.personRow(x)
		r.Owed = joined(". ", owedTo(x.ID, now.Steps), r.Owed)
		g := &p.Groups[len(p.Groups)-1]
		g.People = append(g.People, r)
	}
	if more {
		p.Next = "/people?from=" + itoa(from+perPage)
	}
	return v.show(peoplePage(p))
}

// owedTo is what is yours to do for someone now, apart from thanks for an interview.
func owedTo(person afterword.ID, now []afterword.Step) string {
	for _, s := range now {
		if s.Person != person {
			continue
		}
		if words, ok := map[afterword.StepKind]string{afterword.StepRefereeHeadsUp: "Tell them that someone may call", afterword.StepRefereeThanks: "Thank them",
			afterword.StepAskWord: "You may ask them for a word", afterword.StepAskInsider: "One short question is fine", afterword.StepReplyOwed: "Answer them"}[s.Kind]; ok {
			return words
		}
	}
	return ""
}

// personRow is someone with where they were met last, what they spoke about and what is owed to them.
func (v *visit) personRow(x service.PersonView) Row {
	r := Row{Href: "/people/" + string(x.ID), Title: orElse(x.Name, x.Email)}
	role := ""
	if len(x.Roles) > 0 {
		last := x.Roles[len(x.Roles)-1]
		role = joined(", ", orElse(last.Title, roles[last.Kind]), last.Employer)
	}
	r.Small = role
	if len(x.MetAt) > 0 {
		m := x.MetAt[0]
		r.Yours = m.TalkedAbout
		met := "Met " + v.Day(m.On)
		if !strings.HasSuffix(role, m.Employer) {
			met = "Met at " + orElse(m.Employer, "an interview") + ", " + v.Day(m.On)
		}
		owed, done := v.thanksOf(m)
		r.Owed, r.After = owed, joined(", ", met, lower(done))
	}
	if x.Email == "" && x.Phone == "" && len(x.Links) == 0 {
		r.Owed = joined(". ", r.Owed, "No address yet")
	}
	return r
}

// thanksOf is what is owed to someone who was met, and what they have.
func (v *visit) thanksOf(m service.MetAt) (owed, done string) {
	switch {
	case m.Thanked != nil:
		return "", "Thanked " + v.Day(afterword.DateOf(m.Thanked.In(v.loc)))
	case m.Thanks == afterword.StepOpen && m.TalkedAbout == "":
		return "One gap in the note: what did they talk about?", ""
	case m.Thanks == afterword.StepOpen && m.BestBefore.After(v.now):
		return "Note ready, best before " + v.When(m.BestBefore), ""
	case m.Thanks == afterword.StepOpen:
		return "Note ready", ""
	case m.Thanks == afterword.StepHeld:
		return "", "The note waits for the agency"
	}
	return "", ""
}

// PersonPage is one person, to read and to correct.
type PersonPage struct {
	Frame
	ID                                   string
	Name, Email, Phone, Called, Register string
	Links                                string
	Roles                                []RoleRow
	MetAt                                []Row
	LookUp                               []Link
	NoLookUp                             string // why nothing is looked up
	Also                                 []string
	Others                               []Option // who they may turn out to be
	Touch                                *Do      // we are in touch elsewhere
	TouchSince                           string
}

// RoleRow is what someone is in one application, with what they may be instead.
type RoleRow struct {
	Says, Employer, Title, Application string
	Kinds                              []Option
	Drop                               Do
}

func (v *visit) personPage() (PersonPage, error) {
	x, err := v.Service.Person(v.ctx, v.a, v.id())
	if err != nil {
		return PersonPage{}, err
	}
	p := PersonPage{Frame: v.frame("People", orElse(x.Name, x.Email)), ID: string(x.ID), Name: x.Name, Email: x.Email, Phone: x.Phone, Links: strings.Join(x.Links, "\n"),
		Called: x.Called, Register: x.Register, Also: x.Also, TouchSince: v.Day(x.Connected)}
	p.Back = &Link{"/people", "People"}
	for _, r := range x.Roles {
		p.Roles = append(p.Roles, roleRow(p.ID, r))
	}
	for _, m := range x.MetAt {
		owed, done := v.thanksOf(m)
		p.MetAt = append(p.MetAt, Row{Href: "/interviews/" + string(m.Interview), Title: orElse(m.Employer, "An interview"), Small: v.Day(m.On), Yours: m.TalkedAbout, Owed: owed, After: done})
		if m.Ended && p.Touch == nil && x.Connected.IsZero() {
			p.Touch = &Do{Action: "/people/" + p.ID + "/connected", Label: "We are in touch elsewhere", Fields: []Pair{{"interview", string(m.Interview)}}}
		}
	}
	if x.Email == "" {
		p.LookUp, p.NoLookUp = lookUps(x)
	}
	all, err := v.Service.Names(v.ctx, v.a)
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

func roleRow(person string, r service.PersonRole) RoleRow {
	row := RoleRow{Says: roles[r.Kind], Employer: r.Employer, Title: r.Title, Application: string(r.Application)}
	if r.Application == "" {
		return row
	}
	for _, k := range afterword.RoleKinds() {
		row.Kinds = append(row.Kinds, Option{Value: string(k), Label: roles[k], Chosen: k == r.Kind})
	}
	row.Drop = Do{Action: "/people/" + person + "/role", Label: "Take it away", Look: "away",
		Fields: []Pair{{"application", row.Application}, {"drop", string(r.Kind)}, {"kind", string(r.Kind)}}}
	return row
}

// lookUps are two plain searches for an address; they open elsewhere, and we look nothing up (R06). An
// employer that the agency keeps to itself is no word for a search, and a colleague is no stranger.
func lookUps(x service.PersonView) ([]Link, string) {
	if x.Name == "" {
		return nil, ""
	}
	employer, why := "", ""
	for _, r := range x.Roles {
		switch r.Pursuit {
		case afterword.Confidential:
			why = "No address yet. The agency keeps the employer’s name, so ask the agency to pass your note on."
		case afterword.InternalMove:
			why = "No address yet. You work at the same place, so look in your own address list."
		default:
			employer = orElse(r.Employer, employer)
		}
	}
	if employer == "" && why != "" {
		return nil, why
	}
	q := url.QueryEscape(joined(" ", x.Name, employer))
	return []Link{{"https://duckduckgo.com/?q=" + q + "+email", "Look on the web"}, {"https://www.linkedin.com/search/results/people/?keywords=" + q, "Look on LinkedIn"}}, ""
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
	in := service.PersonEdit{Name: &name, Email: &email, Phone: &phone, Links: orNone(lines(v.text("links"))), Called: &called, Register: &register}
	x, err := v.Service.EditPerson(v.ctx, v.a, v.id(), in)
	if err != nil {
		p, err2 := v.personPage()
		if err2 != nil {
			return err
		}
		if p.Problems = problems(err); afterword.KindOf(err) == afterword.Conflict {
			p.Problems = []Problem{{"email", "Someone else has this address. If they are one person, make them one below."}}
		}
		if p.Problems == nil {
			return err
		}
		p.Name, p.Email, p.Phone, p.Links, p.Called, p.Register = name, email, phone, v.text("links"), called, register
		return v.again(personPage(p))
	}
	return v.seeSaid("/people/"+string(x.ID), "saved", "")
}

// editRole says what someone is in one application, or takes it away.
func editRole(v *visit) error {
	x, err := v.Service.EditPerson(v.ctx, v.a, v.id(), service.PersonEdit{Application: v.text("application"), Role: v.text("kind"), Title: v.text("title"), DropRole: v.text("drop")})
	if err != nil {
		return err
	}
	return v.seeSaid("/people/"+string(x.ID), "saved", "")
}

// connected keeps that the two are in touch elsewhere, such as on a network (R96).
func connected(v *visit) error {
	if _, err := v.Service.Connected(v.ctx, v.a, v.text("interview"), v.id()); err != nil {
		return err
	}
	return v.seeSaid("/people/"+v.id(), "connected", "")
}

func mergePeople(v *visit) error {
	x, err := v.Service.Merge(v.ctx, v.a, v.id(), v.text("other"))
	if err != nil {
		p, err2 := v.personPage()
		if p.Problems = problems(err); p.Problems == nil || err2 != nil {
			return err
		}
		p.Problems = []Problem{{"other", "Choose who they are the same as."}}
		return v.again(personPage(p))
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

// NewPersonPage adds someone whom no interview brought along: a colleague who works there, someone who
// knows the manager, a referee.
type NewPersonPage struct {
	Frame
	Name, Email string
	Kinds       []Option
	Interviews  []Option
}

func (v *visit) newPersonPage(kind, interview string) (NewPersonPage, error) {
	p := NewPersonPage{Frame: v.frame("People", "Add a person"), Name: v.text("name"), Email: v.text("email")}
	p.Back = &Link{"/people", "People"}
	kinds := []Option{{Value: "insider", Label: "Works there", Small: "You may ask them one thing."}, {Value: "advocate", Label: "Knows the hiring manager", Small: "You may ask them for a word."},
		{Value: "referee", Label: "Speaks for me", Small: "A referee, for every job."}, {Value: "interviewer", Label: "Is at the interview"},
		{Value: "coordinator", Label: "Arranges the interviews"}, {Value: "recruiter", Label: "Is at the agency"}}
	p.Kinds = chosen(orElse(kind, "insider"), kinds...)
	open := true
	list, _, err := v.Service.Lines(v.ctx, v.a, service.ListFilter{Open: &open, Limit: perPage})
	if err != nil {
		return p, err
	}
	for _, l := range onePursuit(list) {
		p.Interviews = append(p.Interviews, Option{Value: string(l.Application), Label: joined(", ", orElse(l.Employer, "An interview"), l.Role),
			Chosen: interview == string(l.Interview) || interview == string(l.Application)})
	}
	return p, nil
}

func newPersonForm(v *visit) error {
	p, err := v.newPersonPage(v.query("kind"), v.query("interview"))
	if err != nil {
		return err
	}
	return v.show(newPersonPage(p))
}

func newPerson(v *visit) error {
	who, kind := v.text("name"), v.text("kind")
	if mail := v.text("email"); mail != "" {
		who = strings.TrimSpace(who + " <" + mail + ">")
	}
	if kind == string(afterword.Referee) {
		if _, err := v.Service.RefereeAdd(v.ctx, v.a, who, ""); err != nil {
			return v.newPersonAgain(err)
		}
		return v.seeSaid("/people/referees", "added", "")
	}
	x, err := v.Service.EditPerson(v.ctx, v.a, who, service.PersonEdit{New: true, Role: kind, Application: v.text("application")})
	if err != nil {
		return v.newPersonAgain(err)
	}
	return v.seeSaid("/people/"+string(x.ID), "added", "")
}

func (v *visit) newPersonAgain(err error) error {
	p, err2 := v.newPersonPage(v.text("kind"), v.text("application"))
	if err2 != nil {
		return err
	}
	if p.Problems = problems(err); p.Problems == nil {
		return err
	}
	switch p.Problems[0].Field {
	case "application":
		p.Problems[0] = Problem{"application", "Say which interview it is about."}
	case "person", "referee":
		p.Problems[0] = Problem{"name", "Say who it is: a name, with an address or without."}
		if v.text("email") != "" {
			p.Problems[0] = Problem{"email", "That does not look like a mail address."}
		}
	}
	return v.again(newPersonPage(p))
}
