package cli

import (
	"strings"

	"afterword"
	"afterword/service"
)

type debriefCmd struct {
	Interview string `arg:""`
	From      string `placeholder:"FILE" help:"JSON or YAML; - is standard input. Without it you are asked, page by page."`
}

func (c *debriefCmd) Run(s *session) error {
	d, given, err := s.debriefFile(c.From)
	if err != nil {
		return err
	}
	v, a, err := s.open()
	if err != nil {
		return err
	}
	in := service.DebriefInput{Debrief: d, Begun: v.Now()}
	if !given {
		view, err := v.Show(s.ctx, a, c.Interview)
		if err != nil {
			return err
		}
		if in.Debrief = s.asker().debrief(view, afterword.DateOf(v.Now().In(s.place(view)))); nothing(in.Debrief) {
			s.note("Nothing was written down. That is fine.")
			return s.interview(view, nil)
		}
		c.Interview = string(view.ID)
	}
	view, err := v.Debrief(s.ctx, a, c.Interview, in)
	if err == nil {
		s.note("Done. That was the hard part.")
	}
	return s.interview(view, err)
}

// debriefFile reads a file, if there is one.
func (s *session) debriefFile(name string) (d afterword.Debrief, given bool, err error) {
	if name == "" {
		return d, false, nil
	}
	b, err := s.file(name)
	if err != nil {
		return d, true, err
	}
	d, err = service.DecodeDebrief(name, b)
	return d, true, err
}

type lookBackCmd struct {
	Interview string `arg:""`
	From      string `placeholder:"FILE" xor:"how" help:"JSON or YAML, as for debrief. Without it you are asked."`
	Skip      bool   `xor:"how" help:"Not this time. That is a full answer."`
}

func (c *lookBackCmd) Run(s *session) error {
	d, given, err := s.debriefFile(c.From)
	if err != nil {
		return err
	}
	v, a, err := s.open()
	if err != nil {
		return err
	}
	skip := c.Skip
	if !given && !skip {
		if _, err := v.Show(s.ctx, a, c.Interview); err != nil {
			return err
		}
		written, _, err := v.Written(s.ctx, a, c.Interview)
		if err != nil {
			return err
		}
		d = s.asker().lookBack(written.Questions)
		skip = len(d.WentWell)+len(d.NextTime)+len(d.Questions) == 0 && d.FromTheRoom == ""
	}
	view, err := v.LookBack(s.ctx, a, c.Interview, d, skip)
	return s.interview(view, err)
}

type decideCmd struct {
	Interview string   `arg:""`
	Want      string   `placeholder:"WANT" help:"still, unsure or no."`
	Sign      []string `placeholder:"\"+ …\"" sep:"none" help:"A good sign (+) or a bad one (-). May be given again."`
	Ask       []string `placeholder:"\"…\"" sep:"none" help:"Something to ask if they make an offer. May be given again."`
}

func (c *decideCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	in := service.DecideInput{Want: c.Want, Signs: c.Sign, Ask: c.Ask}
	if in.Want == "" && len(in.Signs) == 0 && len(in.Ask) == 0 {
		view, err := v.Show(s.ctx, a, c.Interview)
		if err != nil {
			return err
		}
		if in = s.asker().decide(); in.Want == "" && len(in.Signs) == 0 && len(in.Ask) == 0 {
			s.note("It stays open. No need to know yet.")
			return s.interview(view, nil)
		}
	}
	view, err := v.Decide(s.ctx, a, c.Interview, in)
	return s.interview(view, err)
}

// nothing says that a person answered no page.
func nothing(d afterword.Debrief) bool {
	return len(d.Met)+len(d.Questions)+len(d.Unsaid)+len(d.OwnQuestions)+len(d.Promised) == 0 &&
		d.Hear == nil && d.Want == "" && d.CouldHelpWith == "" && strings.TrimSpace(d.Just) == "" && !d.MetNobodyNamed
}
