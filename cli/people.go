package cli

import "afterword/service"

type personCmd struct {
	Person      string   `arg:"" help:"Someone new when --kind says what they are there: \"Name <mail>\"."`
	Name        *string  `placeholder:"N" help:"Their name."`
	Email       *string  `placeholder:"M" help:"Their address."`
	Phone       *string  `placeholder:"P" help:"Their number."`
	Link        []string `placeholder:"U" sep:"none" help:"A page of theirs. May be given again; replaces those there are."`
	Called      *string  `placeholder:"\"Dr Okafor\"" help:"How they are greeted, when the name does not tell."`
	Register    *string  `placeholder:"REGISTER" help:"formal or first_name."`
	Kind        string   `placeholder:"ROLE" help:"interviewer, hiring_manager, coordinator, recruiter, front_desk, referee, insider or advocate."`
	Application string   `placeholder:"ID" help:"The application in which they are that."`
	Title       string   `placeholder:"TITLE" help:"Their title there."`
	Merge       string   `placeholder:"PERSON" xor:"twin" help:"This other person is the same one."`
	Split       bool     `xor:"twin" help:"This person turned out to be two: undo a merge."`
	Connected   string   `placeholder:"INTERVIEW" help:"You are in touch elsewhere since this interview, such as on a network."`
}

func (c *personCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	var p service.PersonView
	who := c.Person
	switch {
	case c.Merge != "":
		p, err = v.Merge(s.ctx, a, who, c.Merge)
		who = string(p.ID)
	case c.Split:
		p, err = v.Split(s.ctx, a, who)
		who = string(p.ID)
	case c.Connected != "":
		if _, err = v.Connected(s.ctx, a, c.Connected, who); err == nil {
			p, err = v.Person(s.ctx, a, who)
		}
	case !c.changes():
		p, err = v.Person(s.ctx, a, who)
	}
	if err != nil {
		return err
	}
	if c.changes() {
		p, err = v.EditPerson(s.ctx, a, who, service.PersonEdit{
			Name: c.Name, Email: c.Email, Phone: c.Phone, Called: c.Called, Register: c.Register,
			Links: c.Link, Role: c.Kind, Title: c.Title, Application: c.Application,
		})
	}
	return s.person(p, err)
}

func (c *personCmd) changes() bool {
	for _, f := range []*string{c.Name, c.Email, c.Phone, c.Called, c.Register} {
		if f != nil {
			return true
		}
	}
	return len(c.Link) > 0 || c.Kind != "" || c.Application != "" || c.Title != ""
}

func (s *session) person(p service.PersonView, err error) error {
	if err != nil {
		return err
	}
	p.Links, p.Roles, p.MetAt = many(p.Links), many(p.Roles), many(p.MetAt)
	return s.print(p, func(w *page) { w.onePerson(p) })
}

type refereeCmd struct {
	Add     refereeAddCmd     `cmd:"" help:"Someone who speaks for you."`
	Agreed  refereeAgreedCmd  `cmd:"" help:"They agreed to be named."`
	Points  refereePointsCmd  `cmd:"" help:"What they were asked to stress for an interview, up to three points."`
	Replace refereeReplaceCmd `cmd:"" help:"Another person speaks for you instead."`
	Told    refereeToldCmd    `cmd:"" help:"They know of an interview: you told them outside."`
	Done    refereeDoneCmd    `cmd:"" help:"They are not needed for an interview any more."`
	List    refereeListCmd    `cmd:"" help:"Your referees."`
}

type refereeAddCmd struct {
	Who    string `arg:"" help:"\"Name <mail>\"."`
	Agreed string `placeholder:"DATE" help:"The day on which they agreed to be named."`
}

func (c *refereeAddCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	r, err := v.RefereeAdd(s.ctx, a, c.Who, c.Agreed)
	return s.referee(r, err)
}

type refereeAgreedCmd struct {
	Person string `arg:""`
	On     string `arg:"" optional:"" help:"The day, if not today."`
}

func (c *refereeAgreedCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	r, err := v.RefereeAgreed(s.ctx, a, c.Person, c.On)
	return s.referee(r, err)
}

type refereePointsCmd struct {
	Person    string   `arg:""`
	Interview string   `arg:""`
	Points    []string `arg:"" sep:"none" help:"One to three of them."`
}

func (c *refereePointsCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	r, err := v.RefereePoints(s.ctx, a, c.Person, c.Interview, c.Points)
	return s.referee(r, err)
}

type refereeReplaceCmd struct {
	Old string `arg:""`
	New string `arg:"" help:"A person, or \"Name <mail>\"."`
}

func (c *refereeReplaceCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	r, err := v.RefereeReplace(s.ctx, a, c.Old, c.New)
	return s.referee(r, err)
}

type refereeDoneCmd struct {
	Person    string `arg:""`
	Interview string `arg:""`
}

func (c *refereeDoneCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	r, err := v.RefereeDone(s.ctx, a, c.Person, c.Interview)
	return s.referee(r, err)
}

type refereeToldCmd struct {
	Person    string `arg:""`
	Interview string `arg:""`
}

func (c *refereeToldCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	r, err := v.RefereeKnows(s.ctx, a, c.Person, c.Interview)
	return s.referee(r, err)
}

type refereeListCmd struct{}

func (c *refereeListCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	all, err := v.Referees(s.ctx, a)
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) { p.referees(all) })
}

func (s *session) referee(r service.RefereeView, err error) error {
	if err != nil {
		return err
	}
	return s.print(r, func(p *page) { p.referee(r) })
}
