package service

import (
	"context"
	"slices"
	"strings"

	"afterword"
)

// Questions is the bank: grouped by question in spite of its wording, the most asked first. words
// narrows it, the nearest first; filter is empty, hard, no_answer or to_ask.
func (s *Service) Questions(ctx context.Context, a afterword.Actor, words, filter string) (qs []afterword.Question, err error) {
	qs = []afterword.Question{}
	if err := oneOf("filter", filter, "hard", "no_answer", "to_ask"); err != nil {
		return qs, err
	}
	err = s.read(ctx, a, func(w *work) error {
		all, err := w.written()
		if err != nil {
			return err
		}
		from := all.bank
		if filter == "to_ask" {
			from = w.toAsk(all.sittings)
		}
		for _, q := range questions(s.keys.nearest(from, words)) {
			if passes(q, filter) {
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
		return !is(func(a afterword.Answer) bool {
			return strings.TrimSpace(a.Answered) != "" || strings.TrimSpace(a.Better) != ""
		})
	}
	return true
}

// ReviewView is what the candidate wrote of how it went, in all rounds of an application.
type ReviewView struct {
	WentWell []string `json:"went_well"`
	NextTime []string `json:"next_time"`
	Hard     []string `json:"hard"` // questions

	// What stays, whatever they said.
	Questions int `json:"questions"`
	Better    int `json:"better"`
	People    int `json:"people"`
}

// Review is one's own view, to lie beside theirs (R94).
func (s *Service) Review(ctx context.Context, a afterword.Actor, ref string) (v ReviewView, err error) {
	v = ReviewView{WentWell: []string{}, NextTime: []string{}, Hard: []string{}}
	err = s.read(ctx, a, func(w *work) error {
		iv, err := w.interview(ref)
		if err != nil {
			return err
		}
		all, err := w.written()
		if err != nil {
			return err
		}
		met := map[afterword.ID]bool{}
		for _, x := range all.sittings {
			if x.application != iv.Application {
				continue
			}
			for _, m := range x.debrief.Met {
				met[m.Person] = true
			}
			v.Questions, v.People = v.Questions+len(x.debrief.Questions), len(met)
			v.WentWell, v.NextTime = append(v.WentWell, x.debrief.WentWell...), append(v.NextTime, x.debrief.NextTime...)
			for _, q := range x.debrief.Questions {
				if q.Better != "" {
					v.Better++
				}
				if q.Felt == "hard" {
					v.Hard = append(v.Hard, q.Asked)
				}
			}
		}
		return nil
	})
	return v, err
}

// HitView is something found, and where it is.
type HitView struct {
	Kind      string       `json:"kind"`
	ID        afterword.ID `json:"id"`
	Interview afterword.ID `json:"interview"`
	Title     string       `json:"title"` // the question, the subject, the name or the employer
	Text      string       `json:"text"`  // the title and the rest
}

// findLimit is how much one search shows.
const findLimit = 40

// Find looks through questions, answers, notes, people and messages. Feedback that was not opened yet
// is not found (R94).
func (s *Service) Find(ctx context.Context, a afterword.Actor, words string) (hits []HitView, err error) {
	hits = []HitView{}
	if strings.TrimSpace(words) == "" {
		return hits, nil
	}
	err = s.read(ctx, a, func(w *work) error {
		got, err := w.Search(words, 0)
		if err != nil {
			return err
		}
		closed := map[afterword.ID]map[afterword.ID]bool{} // application to its messages that were not opened
		for _, h := range got {
			if len(hits) == findLimit {
				break
			}
			if h.Kind == "message" {
				if closed[h.Application] == nil {
					if closed[h.Application], err = w.unopened(h.Application); err != nil {
						return err
					}
				}
				if closed[h.Application][h.ID] {
					continue
				}
			}
			hits = append(hits, HitView{Kind: h.Kind, ID: h.ID, Interview: h.Interview, Title: h.Title, Text: strings.TrimSpace(h.Title + "\n" + h.Text)})
		}
		return nil
	})
	return hits, err
}

// unopened are the messages with feedback that wait to be opened.
func (w *work) unopened(application afterword.ID) (map[afterword.ID]bool, error) {
	closed := map[afterword.ID]bool{}
	f, err := w.file(application)
	if err != nil {
		return closed, err
	}
	for _, x := range f.Facts {
		if f.sealed(x) && x.Detail.Message != "" {
			closed[x.Detail.Message] = true
		}
	}
	return closed, nil
}
