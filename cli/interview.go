package cli

import (
	"afterword/service"
)

type listCmd struct {
	Open   bool   `help:"Only those whose application is open."`
	After  string `help:"Begin after this interview." placeholder:"ID"`
	Number int    `help:"At most so many." placeholder:"N"`
}

func (c *listCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	f := service.ListFilter{After: c.After, Limit: c.Number}
	if c.Open {
		f.Open = &c.Open
	}
	all, err := v.List(s.ctx, a, f)
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) { p.interviews(all) })
}

type showCmd struct {
	Interview string `arg:""`
}

func (c *showCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	view, err := v.Show(s.ctx, a, c.Interview)
	return s.interview(view, err)
}

// interview prints what show prints.
func (s *session) interview(view service.InterviewView, err error) error {
	if err != nil {
		return err
	}
	return s.print(view, func(p *page) { p.interview(view) })
}

type todayCmd struct{}

func (c *todayCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	t, err := v.Today(s.ctx, a)
	if err != nil {
		return err
	}
	t.Waiting, t.Coming, t.Steps = many(t.Waiting), many(t.Coming), many(t.Steps)
	return s.print(t, func(p *page) { p.today(t) })
}

type planCmd struct {
	Interview string `arg:""`
}

func (c *planCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	plan, err := v.Plan(s.ctx, a, c.Interview)
	if err != nil {
		return err
	}
	plan.Steps = many(plan.Steps)
	if s.asJSON {
		return s.print(plan, nil)
	}
	view, err := v.Show(s.ctx, a, string(plan.Interview))
	if err != nil {
		return err
	}
	return s.print(plan, func(p *page) { p.plan(plan, view) })
}

type overCmd struct {
	Interview string `arg:""`
	At        string `help:"When it ended, if not now." placeholder:"TIME"`
}

func (c *overCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	view, err := v.Over(s.ctx, a, c.Interview, c.At)
	return s.interview(view, err)
}

type editCmd struct {
	Interview string  `arg:""`
	Employer  *string `placeholder:"E" help:"The employer's name."`
	Role      *string `placeholder:"R" help:"The job."`
	Start     *string `placeholder:"TIME" help:"When it begins."`
	End       *string `placeholder:"TIME" help:"When it ends."`
	Zone      *string `placeholder:"ZONE" help:"The employer's time zone, like Europe/London."`
	Region    *string `placeholder:"CODE" help:"Where its public holidays are, like GB or DE-BY."`
	Kind      *string `placeholder:"KIND" help:"new, internal or confidential."`
	Location  *string `placeholder:"PLACE" help:"Where it is."`
	Link      *string `placeholder:"URL" help:"The video call."`
}

func (c *editCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	view, err := v.Edit(s.ctx, a, c.Interview, service.EditInput{
		Employer: c.Employer, Role: c.Role, Start: c.Start, End: c.End, Zone: c.Zone,
		Region: c.Region, Kind: c.Kind, Location: c.Location, Link: c.Link,
	})
	return s.interview(view, err)
}

type deleteCmd struct {
	Interview string `arg:""`
}

func (c *deleteCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	view, err := v.Show(s.ctx, a, c.Interview)
	if err != nil {
		return err
	}
	if err := v.Delete(s.ctx, a, string(view.ID)); err != nil {
		return err
	}
	return s.print(view, func(p *page) { p.line("Removed: %s.", title(view)) })
}

type recordCmd struct {
	Interview string `arg:""`
}

func (c *recordCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	facts, err := v.Record(s.ctx, a, c.Interview)
	if err != nil {
		return err
	}
	return s.print(many(facts), func(p *page) { p.facts(facts) })
}

type undoCmd struct {
	Fact string `arg:"" help:"Its id; afterword record shows it."`
}

func (c *undoCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	f, err := v.Undo(s.ctx, a, c.Fact)
	return s.fact(f, err)
}

// fact prints one fact.
func (s *session) fact(f service.FactView, err error) error {
	if err != nil {
		return err
	}
	return s.print(f, func(p *page) { p.facts([]service.FactView{f}) })
}
