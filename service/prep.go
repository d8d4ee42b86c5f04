package service

import (
	"context"
	"slices"

	"afterword"
	"afterword/reading"
)

// PrepView is the sheet for the next round: one printed page.
type PrepView struct {
	Interview InterviewView        `json:"interview"`
	Said      []afterword.Answer   `json:"said"`      // what I said in the earlier rounds
	Asked     []afterword.Question `json:"asked"`     // the earlier rounds' questions with the best answers
	ToAdd     []string             `json:"to_add"`    // unsaid, and more to say
	ToAsk     []string             `json:"to_ask"`    // own and open questions
	NextTime  []string             `json:"next_time"` // what I wanted to do next time
	Stated    []StatedAt           `json:"stated"`    // what I told them, with where
	Differs   []string             `json:"differs"`   // what I told them differently, to settle before
	People    []PersonInInterview  `json:"people"`    // who they are
	Lines     map[string]string    `json:"lines"`     // what each talked about
	Promises  []afterword.Promise  `json:"promises"`  // still open
	Bank      []afterword.Question `json:"bank"`      // what is asked often elsewhere, best answers
	LeftOut   []PrepLeft           `json:"left_out"`  // what one page has no room for
}

// StatedAt is something told to them, and when.
type StatedAt struct {
	afterword.Stated
	Round int            `json:"round"`
	On    afterword.Date `json:"on"`
}

// Prep is the sheet for a round: what I said, what to add, what to ask, who they are (R90, R91).
func (s *Service) Prep(ctx context.Context, a afterword.Actor, ref string) (p PrepView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		p = PrepView{Interview: f.view(iv, w.Now()), Said: []afterword.Answer{}, Asked: []afterword.Question{}, ToAdd: []string{}, ToAsk: []string{},
			NextTime: []string{}, Stated: []StatedAt{}, Differs: []string{}, Lines: map[string]string{}, Promises: []afterword.Promise{}, Bank: []afterword.Question{}, LeftOut: []PrepLeft{}}
		p.People = p.Interview.People
		for _, pr := range f.promises(w.Now()) {
			if pr.Kept.IsZero() {
				pr.Due = pr.Due.UTC()
				p.Promises = append(p.Promises, pr)
			}
		}
		all, err := w.written()
		if err != nil {
			return err
		}
		for _, x := range all.sittings {
			if x.application == iv.Application {
				p.earlier(x)
			}
		}
		here := func(a afterword.Answer) bool { return w.in(f, a.Interview) }
		for _, q := range questions(all.bank) {
			switch {
			case slices.ContainsFunc(q.Answers, here):
				// what they heard comes before what others did
				slices.SortStableFunc(q.Answers, func(a, b afterword.Answer) int { return order(here(b)) - order(here(a)) })
				p.Asked = append(p.Asked, q)
			case q.Times != 1:
				p.Bank = append(p.Bank, q)
			}
		}
		p.ToAsk = append(p.ToAsk, w.account.Settings.ToAsk...)
		p.once()
		p.Differs = differs(p.Stated)
		p.fit()
		return nil
	})
	return p, err
}

func (w *work) in(f *file, interview afterword.ID) bool {
	return slices.ContainsFunc(f.Interviews, func(i afterword.Interview) bool { return i.ID == interview })
}

// earlier takes an earlier sitting of the same application onto the sheet.
func (p *PrepView) earlier(s sitting) {
	for _, q := range s.debrief.Questions {
		p.Said = append(p.Said, afterword.Answer{Interview: s.interview, Round: s.round, On: s.on, Answered: firstOf(q.Answered, q.Better), Better: q.Better, Felt: q.Felt})
		if q.Felt == "more_to_say" {
			p.ToAdd = append(p.ToAdd, q.Asked)
		}
	}
	p.ToAdd = append(p.ToAdd, s.debrief.Unsaid...)
	p.ToAsk = append(p.ToAsk, s.debrief.OwnQuestions...)
	p.ToAsk = append(p.ToAsk, s.debrief.OpenQuestions...)
	p.NextTime = append(p.NextTime, s.debrief.NextTime...)
	for _, m := range s.debrief.Met {
		if m.TalkedAbout != "" {
			p.Lines[firstOf(m.Name, m.Email)] = m.TalkedAbout
		}
		if !slices.ContainsFunc(p.People, func(o PersonInInterview) bool { return o.ID == m.Person }) {
			p.People = append(p.People, PersonInInterview{PersonRef: PersonRef{ID: m.Person, Name: m.Name, Email: m.Email}, Role: afterword.Interviewer, Title: m.Role})
		}
	}
	about := map[string]bool{}
	for _, t := range s.debrief.Stated {
		about[t.About] = true
		p.Stated = append(p.Stated, StatedAt{Stated: t, Round: s.round, On: s.on})
	}
	for _, q := range s.debrief.Questions { // pay, notice, start date and reasons, where an answer states them
		for _, t := range reading.StatedIn(q.Asked, firstOf(q.Answered, q.Better)) {
			if !about[t.About] { // what was written down as told comes before what was found
				p.Stated = append(p.Stated, StatedAt{Stated: t, Round: s.round, On: s.on})
			}
		}
	}
}

// once leaves out what says the same again.
func (p *PrepView) once() {
	for _, list := range []*[]string{&p.ToAdd, &p.ToAsk, &p.NextTime} {
		seen := map[string]bool{}
		*list = slices.DeleteFunc(*list, func(l string) bool {
			k := fold(l)
			had := seen[k] || k == ""
			seen[k] = true
			return had
		})
	}
	seen := map[StatedAt]bool{}
	p.Stated = slices.DeleteFunc(p.Stated, func(t StatedAt) bool {
		had := seen[t]
		seen[t] = true
		return had
	})
}

func order(first bool) int {
	if first {
		return 1
	}
	return 0
}

// differs names what was told to them in more than one way, each change once: where a statement does
// not go with the last one before it.
func differs(all []StatedAt) []string {
	out := []string{}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b StatedAt) int { return a.On.Compare(b.On) })
	for i, b := range all {
		for j := i - 1; j >= 0; j-- {
			a := all[j]
			if a.About != b.About || a.On == b.On && a.Round == b.Round {
				continue
			}
			if reading.Contradicts(a.Stated, b.Stated) {
				out = append(out, "On "+toldAbout(a.About)+" you said \""+a.Said+"\" on "+a.On.Words()+" and \""+b.Said+"\" on "+b.On.Words()+".")
				break
			}
			if !reading.Contradicts(b.Stated, a.Stated) && fold(a.Said) == fold(b.Said) {
				break // told as before
			}
		}
	}
	return out
}

// toldAbout is how a sentence speaks of what was stated.
func toldAbout(about string) string {
	switch about {
	case "start":
		return "the start date"
	case "reason":
		return "why you leave"
	case "notice":
		return "your notice"
	}
	return about
}
