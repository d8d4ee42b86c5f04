package cli

type skipCmd struct {
	Interview string `arg:""`
	Step      string `arg:"" help:"Its id or kind; afterword plan --json shows them."`
	Why       string `placeholder:"WHY" help:"Why, for your own record."`
}

func (c *skipCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	f, err := v.SkipStep(s.ctx, a, c.Interview, c.Step, c.Why)
	return s.fact(f, err)
}
