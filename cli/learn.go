package cli

import (
	"cmp"
	"fmt"
	"strings"

	"afterword/service"
)

type questionsCmd struct {
	Words    []string `arg:"" optional:"" sep:"none" help:"Only those with these words."`
	Hard     bool     `xor:"filter" help:"Only those that were hard."`
	NoAnswer bool     `xor:"filter" help:"Only those without an answer."`
	ToAsk    bool     `xor:"filter" help:"What you wanted to ask them."`
	Import   string   `help:"Put a plain list of questions into the bank first: one a line, or a table with a column question." placeholder:"FILE"`
}

func (c *questionsCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	if c.Import != "" {
		list, err := s.file(c.Import)
		if err != nil {
			return err
		}
		done, err := v.PrepareQuestions(s.ctx, a, list)
		if err != nil {
			return err
		}
		return s.print(done, func(p *page) {
			p.line("%d added, %d there already.", done.Added, done.Already)
			p.list("Left out", done.LeftOut)
		})
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
	return s.print(many(all), func(p *page) {
		if len(all) == 0 && (len(c.Words) > 0 || filter != "") {
			p.line("Nothing here.")
			return
		}
		p.questions(all)
	})
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

// prep is the sheet for a round; a part without words is left out.
func (p *page) prep(v service.PrepView) {
	p.interview(v.Interview)
	var people []string
	for _, m := range v.People {
		line := m.Name
		if t := cmp.Or(v.Lines[m.Name], v.Lines[m.Email]); t != "" {
			line += ": " + t
		}
		people = append(people, line)
	}
	p.list("Who they are", people)
	p.list("To add", v.ToAdd)
	p.list("To ask", v.ToAsk)
	p.list("Next time I will", v.NextTime)
	p.list("Told differently, settle it before", v.Differs)
	var told []string
	for _, s := range v.Stated {
		told = append(told, fmt.Sprintf("%s: %s (round %d, %s)", s.About, s.Said, s.Round, s.On.Words()))
	}
	p.list("What you told them", told)
	if len(v.Asked) > 0 {
		p.gap()
		p.line("What they asked")
		p.questions(v.Asked)
	}
	if len(v.Bank) > 0 {
		p.gap()
		p.line("Often asked elsewhere")
		p.questions(v.Bank)
	}
	if len(v.Promises) > 0 {
		p.gap()
		p.promises(v.Promises)
	}
}

func (p *page) list(heading string, all []string) {
	if len(all) == 0 {
		return
	}
	p.gap()
	p.line("%s", heading)
	for _, l := range all {
		p.line("  %s", l)
	}
}

func (p *page) hits(all []service.HitView) {
	if len(all) == 0 {
		p.line("Nothing found.")
	}
	for _, h := range all {
		p.line("%s  %s", spoken(h.Kind), strings.Join(strings.Fields(h.Text), " "))
	}
}
