package service

import (
	"cmp"
	"slices"
	"strings"

	"afterword"
)

// banked is a question of the bank with what a search asks of it.
type banked struct {
	afterword.Question
	key      string   // of what it asks
	found    string   // its words, as the index knows them
	asked    []string // the words that carry the question
	answered []string // and its answers
	worded   []string // the wording of each answer, while the bank is filled
}

// banked gathers every question, told once a sitting, and then the prepared ones. A question goes by
// the wording in which it came first.
func (w *work) banked(all []sitting) []banked {
	b := banking{keys: &w.s.keys}
	for _, s := range all {
		for _, q := range s.debrief.Questions {
			b.put(q.Asked, true, s.answer(q))
		}
	}
	for _, q := range w.account.Settings.Prepared {
		b.put(q.Asked, false, afterword.Answer{Answered: q.Answered, Better: q.Better, Felt: q.Felt})
	}
	return b.sorted()
}

func (s sitting) answer(q afterword.Asked) afterword.Answer {
	return afterword.Answer{Interview: s.interview, Employer: s.employer, Round: s.round, On: s.on,
		Answered: q.Answered, Better: q.Better, Felt: q.Felt, Reaction: q.Reaction}
}

// toAsk are the candidate's own questions for those who have not answered yet, each once, and those
// that are kept for anyone.
func (w *work) toAsk(all []sitting) []banked {
	b := banking{keys: &w.s.keys}
	for _, s := range all {
		if s.ended {
			continue
		}
		for _, q := range slices.Concat(s.debrief.OwnQuestions, s.debrief.OpenQuestions) {
			b.put(q, false, s.answer(afterword.Asked{}))
		}
	}
	for _, q := range w.account.Settings.ToAsk {
		b.put(q, false, afterword.Answer{})
	}
	return b.sorted()
}

// banking is a bank being filled.
type banking struct {
	keys *keyring
	list []banked
	at   map[string]int
}

func (b *banking) put(asked string, told bool, a afterword.Answer) {
	asked = strings.TrimSpace(asked)
	if asked == "" {
		return
	}
	key := b.keys.of(asked, a.Employer)
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
		b.list = append(b.list, banked{key: key})
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
func (b *banking) sorted() []banked {
	order := make([]*banked, len(b.list))
	for i := range b.list {
		b.list[i].settle(b.keys)
		order[i] = &b.list[i]
	}
	slices.SortStableFunc(order, func(a, b *banked) int {
		return cmp.Or(b.Times-a.Times, b.Answers[0].On.Compare(a.Answers[0].On))
	})
	list := make([]banked, len(order))
	for i, q := range order {
		list[i] = *q
	}
	return list
}

// settle puts the newest answer first, chooses the wording and lays out what a search asks for.
func (q *banked) settle(keys *keyring) {
	first := 0 // the earliest; what is prepared has no day
	var text strings.Builder
	for i, x := range q.Answers {
		if !x.On.IsZero() && (q.Answers[first].On.IsZero() || x.On.Before(q.Answers[first].On)) {
			first = i
		}
		text.WriteString(keys.found(q.worded[i]) + keys.found(x.Answered) + keys.found(x.Better))
		q.answered = append(append(q.answered, keys.answers(x.Answered)...), keys.answers(x.Better)...)
	}
	q.Asked, q.worded = q.worded[first], nil
	q.asked, q.found = keys.words(q.Asked), text.String()
	slices.SortStableFunc(q.Answers, func(x, y afterword.Answer) int { return y.On.Compare(x.On) })
}

// questions are those of a bank as they are shown, which may be changed.
func questions(bank []banked) []afterword.Question {
	qs := make([]afterword.Question, len(bank))
	for i, q := range bank {
		qs[i] = q.Question
		qs[i].Answers = slices.Clone(q.Answers)
	}
	return qs
}
