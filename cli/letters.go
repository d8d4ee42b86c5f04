package cli

import (
	"cmp"
	"fmt"
	"time"

	"afterword"
	"afterword/service"
)

func (p *page) notes(all []service.NoteView) {
	if len(all) == 0 {
		p.line("No notes yet. They are drafted when the debrief is written.")
	}
	for i, n := range all {
		if i > 0 {
			p.gap()
		}
		p.note(n)
	}
}

func (p *page) note(n service.NoteView) {
	state := spoken(n.State)
	switch {
	case n.SentAt != nil:
		state = "sent " + moment(n.SentAt.In(p.own))
	case n.KeepUntil != nil:
		state = "kept until " + moment(n.KeepUntil.In(p.own))
	}
	p.line("%s  %s to %s, by %s · %s", n.ID, spoken(n.Kind), who(n.To.Name, n.To.Email), spoken(n.Channel), state)
	if n.Subject != "" {
		p.line("Subject: %s", n.Subject)
	}
	p.gap()
	p.line("%s", n.Body)
	p.gap()
	p.checks(n.Checks, n.Words, n.OwnWords)
}

func (p *page) earlier(all []afterword.EarlierText) {
	if len(all) == 0 {
		p.line("It has not been changed yet.")
	}
	for i, e := range all {
		if i > 0 {
			p.gap()
		}
		written := "our draft"
		if !e.ChangedAt.IsZero() {
			written = moment(e.ChangedAt.In(p.own))
		}
		p.line("%d  %s", e.Version, written)
		if e.Subject != "" {
			p.line("Subject: %s", e.Subject)
		}
		p.gap()
		p.line("%s", e.Body)
	}
}

// checks lists what deserves a look; what is good needs no line.
func (p *page) checks(all []afterword.Check, words int, own *int) {
	for _, c := range all {
		switch c.Level {
		case afterword.Stop:
			p.line("  stop: %s (%s)", c.Says, c.Check)
		case afterword.Advice:
			p.line("  %s (%s)", c.Says, c.Check)
		}
	}
	line := fmt.Sprintf("  %d words", words)
	if own != nil {
		line += fmt.Sprintf(", %d %% are yours", *own)
	}
	p.line("%s", line)
}

func (p *page) verdict(v afterword.Verdict) {
	p.line("%s", cmp.Or(v.Because, map[string]string{afterword.Allow: "You may."}[v.Verdict], spoken(v.Verdict)))
	if v.Until != nil {
		p.line("until %s (%s)", v.Until.In(p.own).Format("Mon 2 Jan 2006, 15:04"), p.own)
	}
	if v.MayOverride {
		p.line("With a reason it may go now.")
	}
}

func (p *page) people(all []service.PersonView) {
	if len(all) == 0 {
		p.line("People you meet will be here, with where you met.")
	}
	for _, v := range all {
		p.onePerson(v)
	}
}

func (p *page) onePerson(v service.PersonView) {
	p.line("%s  %s", v.ID, who(v.Name, v.Email))
	if v.Phone != "" {
		p.line("  phone %s", v.Phone)
	}
	for _, l := range v.Links {
		p.line("  %s", l)
	}
	for _, r := range v.Roles {
		line := spoken(r.Kind)
		if r.Title != "" {
			line += ", " + r.Title
		}
		if r.Employer != "" {
			line += " at " + r.Employer
		}
		p.line("  %s", line)
	}
	for _, m := range v.MetAt {
		p.line("  met at %s, %s %d", m.Employer, m.On.Words(), m.On.Year)
	}
}

func (p *page) referees(all []service.RefereeView) {
	if len(all) == 0 {
		p.line("Add the people who speak for you. We remind you to warn them and to thank them.")
	}
	for _, r := range all {
		p.referee(r)
	}
}

func (p *page) referee(r service.RefereeView) {
	agreed := "not asked yet"
	if !r.Agreed.IsZero() {
		agreed = "agreed on " + r.Agreed.Words()
	}
	if r.ReplacedBy != "" {
		agreed += ", replaced"
	}
	p.line("%s  %s · %s", r.ID, who(r.Name, r.Email), agreed)
	for _, t := range r.Told {
		spared := ""
		if t.NotNeeded {
			spared = ", not needed"
		}
		p.line("  %s%s%s%s", t.Employer, since(", told ", t.HeadsUp), since(", thanked ", t.Thanked), spared)
		for _, point := range t.Points {
			p.line("    %s", point)
		}
	}
}

func since(words string, t *time.Time) string {
	if t == nil {
		return ""
	}
	return words + day(t.UTC())
}

func (p *page) questions(all []afterword.Question) {
	if len(all) == 0 {
		p.line("After your first debrief the questions are kept here, with room for a better answer.")
	}
	for _, q := range all {
		times := ""
		if q.Times > 1 {
			times = fmt.Sprintf(" (%d times)", q.Times)
		}
		p.line("%s%s", q.Asked, times)
		for _, a := range q.Answers {
			switch {
			case a.Interview == "":
				p.line("  prepared")
			case q.Times == 0:
				p.line("  for %s", a.Employer)
			default:
				p.line("  %s, %s: %s", a.Employer, a.On.Words(), cmp.Or(a.Answered, "no answer kept"))
			}
			if a.Better != "" {
				p.line("    better: %s", a.Better)
			}
		}
	}
}
