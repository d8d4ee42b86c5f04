package cli

import (
	"cmp"
	"fmt"
	"strings"

	"afterword"
	"afterword/service"
)

type questionsCmd struct {
	Words    []string `arg:"" optional:"" sep:"none" help:"Only those with these words."`
	Hard     bool     `xor:"filter" help:"Only those that were hard."`
	NoAnswer bool     `xor:"filter" help:"Only those without an answer."`
	ToAsk    bool     `xor:"filter" help:"What you want to ask them."`
	Import   string   `xor:"do" help:"Put a plain list of questions into the bank: one a line, or a table with a column question." placeholder:"FILE"`
	Add      string   `xor:"do" help:"Put one question into the bank." placeholder:"TEXT"`
	Edit     string   `xor:"do" help:"Change a question that you prepared." placeholder:"TEXT"`
	Remove   string   `xor:"do" help:"Remove a question that you prepared." placeholder:"TEXT"`
	As       string   `help:"With --edit: its wording from now on." placeholder:"TEXT"`
	Answer   *string  `help:"With --add and --edit: your answer." placeholder:"TEXT"`
}

func (c *questionsCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	switch {
	case c.As != "" && c.Edit == "":
		return afterword.Invalid("as", "needs --edit").WithHint(`afterword questions --edit "Why us?" --as "Why this team?"`)
	case c.Edit != "" && c.As == "" && c.Answer == nil:
		return afterword.Errorf(afterword.Usage, "--edit says nothing to change").WithHint("its wording with --as, or your answer with --answer")
	case c.Answer != nil && c.Add == "" && c.Edit == "":
		return afterword.Errorf(afterword.Usage, "--answer is for one question").WithHint("give it with --add or --edit; a table may have a column answer")
	case c.Import != "", c.Add != "":
		return c.prepare(s, v, a)
	case c.Edit != "", c.Remove != "":
		edit := service.PreparedEdit{Asked: c.Edit + c.Remove, New: c.As, Answer: c.Answer, Own: c.ToAsk, Remove: c.Remove != ""}
		if err := v.EditPrepared(s.ctx, a, edit); err != nil {
			return err
		}
		c.Words = nil
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

// prepare puts questions into the bank, or among those that the candidate asks.
func (c *questionsCmd) prepare(s *session, v *service.Service, a afterword.Actor) error {
	answer := ""
	if c.Answer != nil {
		answer = *c.Answer
	}
	list := service.QuestionTable(c.Add, answer)
	if c.Import != "" {
		var err error
		if list, err = s.file(c.Import); err != nil {
			return err
		}
	}
	done, err := v.PrepareQuestions(s.ctx, a, list, c.ToAsk)
	if err != nil {
		return err
	}
	return s.print(done, func(p *page) {
		p.line("%d added, %d there already.", done.Added, done.Already)
		p.list("Left out", done.LeftOut)
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
	p.list("Told differently, settle it before", v.Differs)
	p.list("Who they are", people)
	p.list("To add", v.ToAdd)
	p.list("To ask", v.ToAsk)
	p.list("Next time I will", v.NextTime)
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
	if left := service.LeftOutWords(v.LeftOut); left != "" {
		p.gap()
		p.line("%s `afterword questions` and `afterword show` have the whole.", left)
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
