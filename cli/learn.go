package cli

import (
	"strings"

	"afterword/service"
)

type questionsCmd struct {
	Words    []string `arg:"" optional:"" sep:"none" help:"Only those with these words."`
	Hard     bool     `xor:"filter" help:"Only those that were hard."`
	NoAnswer bool     `xor:"filter" help:"Only those without an answer."`
	ToAsk    bool     `xor:"filter" help:"What you wanted to ask them."`
}

func (c *questionsCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	filter := ""
	switch {
	case c.Hard:
		filter = "hard"
	case c.NoAnswer:
		filter = "no_answer"
	case c.ToAsk:
		filter = "to_ask"
	}
	all, err := v.Questions(s.ctx, a, strings.Join(c.Words, " "), filter)
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) { p.questions(all) })
}

type prepCmd struct {
	Interview string `arg:""`
}

func (c *prepCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	sheet, err := v.Prep(s.ctx, a, c.Interview)
	if err != nil {
		return err
	}
	return s.print(sheet, func(p *page) { p.prep(sheet) })
}

type findCmd struct {
	Words []string `arg:"" sep:"none"`
}

func (c *findCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	all, err := v.Find(s.ctx, a, strings.Join(c.Words, " "))
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) { p.hits(all) })
}

// everyInterview asks for all of them.
func everyInterview() service.ListFilter { return service.ListFilter{} }
