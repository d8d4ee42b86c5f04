package cli

import (
	"strings"

	"afterword"
	"afterword/service"
)

type newsCmd struct {
	Interview      string `arg:""`
	Kind           string `arg:"" help:"wrote, automatic, no, offer, accepted, declined, next_round, delay, documents, references, checked, feedback, agency_yes, agency_no, moved, called_off, no_show, submitted, stopped, withdrew, no_reply or reopened."`
	Until          string `placeholder:"DATE" help:"The last day they named."`
	From           string `placeholder:"PERSON" help:"Who told you."`
	By             string `placeholder:"CHANNEL" help:"How it came."`
	Start          string `placeholder:"TIME" help:"When the next round is, or the moved one."`
	End            string `placeholder:"TIME" help:"When that ends."`
	Zone           string `placeholder:"ZONE" help:"The time zone of that."`
	Text           string `placeholder:"FILE" help:"What they wrote: a text, or a mail."`
	At             string `placeholder:"TIME" help:"When it came, if not now."`
	NoAnswerNeeded bool   `help:"They wait for no answer."`
	As             string `placeholder:"INTERVIEW|new" help:"After a debrief: the round that was moved, or a new one."`
}

func (c *newsCmd) Run(s *session) error {
	text, err := s.message(c.Text)
	if err != nil {
		return err
	}
	v, a, err := s.open()
	if err != nil {
		return err
	}
	f, err := v.News(s.ctx, a, c.Interview, service.NewsInput{
		Kind: c.Kind, Until: c.Until, From: c.From, By: c.By, Start: c.Start, End: c.End, Zone: c.Zone,
		Text: text, At: c.At, NoAnswerNeeded: c.NoAnswerNeeded, As: c.As,
	})
	return s.fact(f, err)
}

// message is the text of a file: of a mail, what its writer wrote.
func (s *session) message(name string) (string, error) {
	if name == "" {
		return "", nil
	}
	b, err := s.file(name)
	if err != nil {
		return "", err
	}
	if strings.HasSuffix(strings.ToLower(name), ".eml") {
		m, err := readMail(b)
		return m.Text, err
	}
	return strings.ToValidUTF8(string(b), "\ufffd"), nil
}

type waitCmd struct {
	Interview string `arg:""`
	Date      string `arg:"" help:"The last day to wait, like 2026-12-11."`
}

func (c *waitCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	view, err := v.Wait(s.ctx, a, c.Interview, c.Date)
	return s.interview(view, err)
}

type promiseCmd struct {
	Interview string `arg:"" optional:""`
	What      string `arg:"" optional:"" help:"What you owe them. Without it: what is promised so far."`
	Due       string `placeholder:"DATE" help:"By when; without it, 24 hours after the interview."`
	Kept      string `placeholder:"PROMISE" help:"It went; the id of the promise."`
}

// Validate finds what cannot go together.
func (c *promiseCmd) Validate() error {
	switch {
	case c.Kept != "" && (c.Interview != "" || c.Due != ""):
		return misused("--kept stands alone with the id of the promise")
	case c.Kept == "" && c.Interview == "":
		return misused("there is no <interview>, and no --kept")
	case c.Due != "" && c.What == "":
		return misused("--due needs to know what you owe them")
	}
	return nil
}

func (c *promiseCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	switch {
	case c.Kept != "":
		f, err := v.KeepPromise(s.ctx, a, c.Kept)
		return s.fact(f, err)
	case c.What != "":
		f, err := v.Promise(s.ctx, a, c.Interview, c.What, c.Due)
		return s.fact(f, err)
	}
	all, err := v.Promises(s.ctx, a, c.Interview)
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) { p.promises(all) })
}

func (p *page) promises(all []afterword.Promise) {
	if len(all) == 0 {
		p.line("Nothing is owed.")
	}
	for _, o := range all {
		state := "due " + day(o.Due)
		if !o.Kept.IsZero() {
			state = "kept " + day(o.Kept)
		}
		p.line("%s  %s · %s", o.ID, o.What, state)
	}
}
