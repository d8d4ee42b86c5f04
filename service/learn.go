package service

import (
	"context"
	"slices"
	"strings"

	"afterword"
	"afterword/reading"
	"afterword/store"
)

// Questions is the bank: grouped by question in spite of its wording, the most asked first. words
// narrows it; filter is empty, hard, no_answer or to_ask.
func (s *Service) Questions(ctx context.Context, a afterword.Actor, words, filter string) (qs []afterword.Question, err error) {
	qs = []afterword.Question{}
	if err := oneOf("filter", filter, "hard", "no_answer", "to_ask"); err != nil {
		return qs, err
	}
	err = s.read(ctx, a, func(w *work) error {
		all, err := w.bank()
		if err != nil {
			return err
		}
		if filter == "to_ask" {
			all, err = w.toAsk()
			if err != nil {
				return err
			}
		}
		hits, err := w.matches(words)
		if err != nil {
			return err
		}
		for _, q := range all {
			if passes(q, filter) && (hits == nil || hits.has(q)) {
				qs = append(qs, q)
			}
		}
		return nil
	})
	return qs, err
}

// passes says that a question belongs to a filter.
func passes(q afterword.Question, filter string) bool {
	is := func(fn func(afterword.Answer) bool) bool { return slices.ContainsFunc(q.Answers, fn) }
	switch filter {
	case "hard":
		return is(func(a afterword.Answer) bool { return a.Felt == "hard" || a.Felt == "more_to_say" })
	case "no_answer":
		return !is(func(a afterword.Answer) bool { return a.Answered != "" || a.Better != "" })
	}
	return true
}

// found are the folded questions that a search hit.
type found map[string]bool

func (f found) has(q afterword.Question) bool {
	if f[fold(q.Asked)] {
		return true
	}
	return slices.ContainsFunc(q.Answers, func(a afterword.Answer) bool {
		return a.Answered != "" && f[fold(a.Answered)] || a.Better != "" && f[fold(a.Better)]
	})
}

func (w *work) matches(words string) (found, error) {
	if strings.TrimSpace(words) == "" {
		return nil, nil
	}
	hits, err := w.Search(words, 200)
	if err != nil {
		return nil, err
	}
	f := found{}
	for _, h := range hits {
		for line := range strings.SplitSeq(h.Text, "\n") {
			f[fold(line)] = true
		}
	}
	return f, nil
}

// bank gathers every question from every sitting, told once a sitting.
func (w *work) bank() ([]afterword.Question, error) {
	var qs []afterword.Question
	at := map[string]int{}
	err := w.sittings(func(f *file, s sitting) error {
		for _, q := range s.debrief.Questions {
			key := reading.QuestionKey(q.Asked)
			i, ok := at[key]
			if !ok {
				i = len(qs)
				at[key] = i
				qs = append(qs, afterword.Question{Asked: strings.TrimSpace(q.Asked), Answers: []afterword.Answer{}})
			}
			qs[i].Times++
			qs[i].Answers = append(qs[i].Answers, afterword.Answer{Interview: s.interview, Employer: f.Application.Employer, Round: s.round, On: s.on,
				Answered: q.Answered, Better: q.Better, Felt: q.Felt, Reaction: q.Reaction})
		}
		return nil
	})
	for i := range qs {
		slices.SortStableFunc(qs[i].Answers, func(a, b afterword.Answer) int { return b.On.Compare(a.On) })
	}
	slices.SortStableFunc(qs, func(a, b afterword.Question) int {
		if a.Times != b.Times {
			return b.Times - a.Times
		}
		return b.Answers[0].On.Compare(a.Answers[0].On)
	})
	return qs, err
}

// toAsk are the candidate's own questions that were not asked yet.
func (w *work) toAsk() ([]afterword.Question, error) {
	var qs []afterword.Question
	err := w.sittings(func(f *file, s sitting) error {
		for _, q := range append(slices.Clone(s.debrief.OwnQuestions), s.debrief.OpenQuestions...) {
			qs = append(qs, afterword.Question{Asked: q, Answers: []afterword.Answer{{Interview: s.interview, Employer: f.Application.Employer, Round: s.round, On: s.on}}})
		}
		return nil
	})
	return qs, err
}

// sitting is one debrief with where it belongs.
type sitting struct {
	interview afterword.ID // its last round
	round     int
	on        afterword.Date
	debrief   afterword.Debrief
}

// sittings calls fn for every sitting that was written about, in a bounded number of queries.
func (w *work) sittings(fn func(*file, sitting) error) error {
	apps, err := w.Applications()
	if err != nil {
		return err
	}
	ids := make([]afterword.ID, len(apps))
	for i, a := range apps {
		ids[i] = a.ID
	}
	files, err := w.files(ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		f := files[id]
		done := map[afterword.ID]bool{}
		for _, iv := range f.Interviews {
			st := f.stand(iv.ID, w.Now())
			last := iv.ID
			if n := len(st.Sitting); n > 0 {
				last = st.Sitting[n-1]
			}
			if done[last] || !st.HasDebrief {
				continue
			}
			done[last] = true
			s := sitting{interview: last, round: number(st, last), debrief: st.Debrief}
			if !st.E.IsZero() {
				s.on = afterword.DateOf(st.E.In(st.Location))
			}
			if err := fn(f, s); err != nil {
				return err
			}
		}
	}
	return nil
}

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
}

// StatedAt is something told to them, and when.
type StatedAt struct {
	afterword.Stated
	Round int            `json:"round"`
	On    afterword.Date `json:"on"`
}

// prepBank is how many often asked questions fit on the sheet.
const prepBank = 6

// Prep is the sheet for a round: what I said, what to add, what to ask, who they are (R90, R91).
func (s *Service) Prep(ctx context.Context, a afterword.Actor, ref string) (p PrepView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, err := w.interview(ref)
		if err != nil {
			return err
		}
		f, err := w.file(iv.Application)
		if err != nil {
			return err
		}
		p = PrepView{Interview: f.view(iv, w.Now()), Said: []afterword.Answer{}, Asked: []afterword.Question{}, ToAdd: []string{}, ToAsk: []string{},
			NextTime: []string{}, Stated: []StatedAt{}, Differs: []string{}, Lines: map[string]string{}, Promises: []afterword.Promise{}, Bank: []afterword.Question{}}
		p.People = p.Interview.People
		for _, pr := range f.promises(w.Now()) {
			if pr.Kept.IsZero() {
				p.Promises = append(p.Promises, pr)
			}
		}
		bank, err := w.bank()
		if err != nil {
			return err
		}
		if err := w.sittings(func(o *file, s sitting) error {
			if o.Application.ID == iv.Application {
				p.earlier(s)
			}
			return nil
		}); err != nil {
			return err
		}
		for _, q := range bank {
			if here := slices.ContainsFunc(q.Answers, func(a afterword.Answer) bool { return w.in(f, a.Interview) }); here {
				p.Asked = append(p.Asked, q)
			} else if q.Times > 1 && len(p.Bank) < prepBank {
				p.Bank = append(p.Bank, q)
			}
		}
		p.Differs = differs(p.Stated)
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
	}
	for _, t := range s.debrief.Stated {
		p.Stated = append(p.Stated, StatedAt{Stated: t, Round: s.round, On: s.on})
	}
	for _, q := range s.debrief.Questions { // pay, notice, start date and reasons, where an answer states them
		for _, t := range reading.StatedIn(q.Asked, q.Answered) {
			p.Stated = append(p.Stated, StatedAt{Stated: t, Round: s.round, On: s.on})
		}
	}
}

// differs names what was told to them in more than one way.
func differs(all []StatedAt) []string {
	out := []string{}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.About == b.About && reading.Contradicts(a.Stated, b.Stated) {
				out = append(out, "On "+a.About+" you said \""+a.Said+"\" on "+a.On.Words()+" and \""+b.Said+"\" on "+b.On.Words()+".")
			}
		}
	}
	return out
}

// HitView is something found, and where it is.
type HitView struct {
	Kind      string       `json:"kind"`
	ID        afterword.ID `json:"id"`
	Interview afterword.ID `json:"interview"`
	Text      string       `json:"text"`
}

// findLimit is how much one search shows.
const findLimit = 40

// Find looks through questions, answers, notes, people and messages.
func (s *Service) Find(ctx context.Context, a afterword.Actor, words string) (hits []HitView, err error) {
	hits = []HitView{}
	if strings.TrimSpace(words) == "" {
		return hits, nil
	}
	err = s.read(ctx, a, func(w *work) error {
		var got []store.Hit
		if got, err = w.Search(words, findLimit); err != nil {
			return err
		}
		for _, h := range got {
			hits = append(hits, HitView{Kind: h.Kind, ID: h.ID, Interview: h.Interview, Text: h.Text})
		}
		return nil
	})
	return hits, err
}
