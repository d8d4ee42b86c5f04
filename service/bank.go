package service

import (
	"slices"
	"strings"

	"afterword"
)

// bank gathers every question from every sitting, told once a sitting, and then the prepared ones.
// A question goes by the wording in which it came first.
func (w *work) bank() ([]afterword.Question, error) {
	var b banking
	err := w.sittings(func(f *file, s sitting) error {
		for _, q := range s.debrief.Questions {
			b.put(w.s.keys.of(q.Asked, f.Application.Employer), q.Asked, true, afterword.Answer{Interview: s.interview, Employer: f.Application.Employer, Round: s.round, On: s.on,
				Answered: q.Answered, Better: q.Better, Felt: q.Felt, Reaction: q.Reaction})
		}
		return nil
	})
	for _, q := range w.account.Settings.Prepared {
		b.put(w.s.keys.of(q.Asked, ""), q.Asked, false, afterword.Answer{Answered: q.Answered, Better: q.Better, Felt: q.Felt})
	}
	return b.sorted(), err
}

// banking is the bank being filled.
type banking struct {
	list []banked
	at   map[string]int
}

// banked is a question with the wording of each answer.
type banked struct {
	afterword.Question
	worded []string
}

func (b *banking) put(key, asked string, told bool, a afterword.Answer) {
	asked = strings.TrimSpace(asked)
	if asked == "" {
		return
	}
	if key == "" {
		key = asked // signs alone
	}
	i, ok := b.at[key]
	if !ok {
		if b.at == nil {
			b.at = map[string]int{}
		}
		i = len(b.list)
		b.at[key] = i
		b.list = append(b.list, banked{})
	}
	q := &b.list[i]
	if told {
		q.Times++
	} else if len(q.Answers) > 0 && a.Answered == "" && a.Better == "" {
		return // prepared, and asked since
	}
	q.Answers, q.worded = append(q.Answers, a), append(q.worded, asked)
}

// sorted are the questions, the most asked first, each with its newest answer first.
func (b *banking) sorted() []afterword.Question {
	qs := make([]afterword.Question, 0, len(b.list))
	for _, q := range b.list {
		order := make([]int, len(q.Answers))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(x, y int) int { return q.Answers[y].On.Compare(q.Answers[x].On) })
		first := 0 // the earliest; what is prepared has no day
		for i, x := range q.Answers {
			if !x.On.IsZero() && (q.Answers[first].On.IsZero() || x.On.Before(q.Answers[first].On)) {
				first = i
			}
		}
		one := afterword.Question{Asked: q.worded[first], Times: q.Times, Answers: make([]afterword.Answer, 0, len(order))}
		for _, i := range order {
			one.Answers = append(one.Answers, q.Answers[i])
		}
		qs = append(qs, one)
	}
	slices.SortStableFunc(qs, func(a, b afterword.Question) int {
		if a.Times != b.Times {
			return b.Times - a.Times
		}
		return b.Answers[0].On.Compare(a.Answers[0].On)
	})
	return qs
}

// toAsk are the candidate's own questions for those who have not answered yet, each once.
func (w *work) toAsk() ([]afterword.Question, error) {
	var b banking
	err := w.sittings(func(f *file, s sitting) error {
		if f.stand(s.interview, w.Now()).Outcome.Ends() {
			return nil
		}
		for _, q := range slices.Concat(s.debrief.OwnQuestions, s.debrief.OpenQuestions) {
			b.put(w.s.keys.of(q, f.Application.Employer), q, false, afterword.Answer{Interview: s.interview, Employer: f.Application.Employer, Round: s.round, On: s.on, Better: ""})
		}
		return nil
	})
	return b.sorted(), err
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
