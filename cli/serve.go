package cli

// plainCmd is the program without a command: it opens in the browser.
type plainCmd struct{}

func (c *plainCmd) Run(s *session) error { return s.Serve(s.ctx, true) }

type serveCmd struct {
	Open bool `help:"Open it in the browser."`
}

func (c *serveCmd) Run(s *session) error { return s.Serve(s.ctx, c.Open) }

type demoCmd struct {
	Open bool `help:"Open it in the browser."`
}

func (c *demoCmd) Run(s *session) error { return s.Demo(s.ctx, c.Open) }
