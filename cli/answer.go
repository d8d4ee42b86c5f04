package cli

import (
	"fmt"
	"io"
	"strings"

	"afterword/service"
)

type feedbackCmd struct {
	Interview string `arg:""`
}

// Run shows the feedback that came, word for word, beside what the candidate wrote. It is opened by
// asking for it (R94).
func (c *feedbackCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	if err := v.OpenFeedback(s.ctx, a, c.Interview); err != nil {
		return err
	}
	all, err := v.Messages(s.ctx, a, c.Interview)
	if err != nil {
		return err
	}
	own, err := v.Review(s.ctx, a, c.Interview)
	if err != nil {
		return err
	}
	var came []service.MessageView
	for _, m := range all {
		if m.Kind == "feedback" {
			came = append(came, m)
		}
	}
	return s.print(many(came), func(p *page) {
		if len(came) == 0 {
			p.line("No feedback was kept.")
		}
		for _, m := range came {
			p.line("%s", m.Text)
		}
		p.list("What went well, in your words", own.WentWell)
		p.list("What was hard", own.Hard)
		p.list("Next time I will", own.NextTime)
	})
}

type noticedCmd struct{}

func (c *noticedCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	all, err := v.Notices(s.ctx, a)
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) {
		if len(all) == 0 {
			p.line("After three interviews what repeats is pointed out here.")
		}
		for _, n := range all {
			p.line("%s", n.Says)
		}
	})
}

type proofCmd struct {
	From string `arg:"" help:"The first day."`
	To   string `arg:"" help:"The last day."`
	CSV  string `name:"csv" help:"Write it as a table to this file; - is standard output." type:"path"`
}

// Run is the record of the applications in a span of days, for a job office.
func (c *proofCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	rows, err := v.Proof(s.ctx, a, c.From, c.To)
	if err != nil {
		return err
	}
	switch {
	case c.CSV == "-" || strings.HasSuffix(c.CSV, "/-"):
		return service.ProofCSV(s.Out, rows)
	case c.CSV != "":
		return save(c.CSV, func(w io.Writer) error { return service.ProofCSV(w, rows) })
	}
	return s.print(many(rows), func(p *page) {
		if len(rows) == 0 {
			p.line("No interview in these days.")
		}
		for _, r := range rows {
			role := r.Role
			if role != "" {
				role = ", " + role
			}
			what := fmt.Sprintf("round %d · notes sent: %d", r.Round, r.Notes)
			if r.Round == 0 {
				what = "applied"
			}
			p.line("%s  %s%s, %s · %s", r.On, r.Employer, role, what, orOpen(string(r.Outcome)))
		}
	})
}

func orOpen(outcome string) string {
	if outcome == "" {
		return "open"
	}
	return spoken(outcome)
}
