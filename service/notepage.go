package service

import (
	"context"
	"strings"

	"afterword"
	"afterword/policy"
)

// NotePage is a note with all that its page shows.
func (s *Service) NotePage(ctx context.Context, a afterword.Actor, id string) (v NotePageView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		v.NoteView = w.noteView(f, n)
		for _, iv := range f.Interviews {
			if iv.ID == n.Interview {
				v.Of = f.view(iv, w.Now())
				v.Others = w.noteViews(f, iv)
			}
		}
		v.Verdict = policy.May(f.Case, n.Interview, w.try(n, v.Body), f.rules, w.Now())
		for _, s := range policy.Compute(f.Case, n.Interview, f.rules, w.Now()).Steps {
			kind, ok := draftOf(s.Kind)
			if ok && kind == n.Kind && s.Person == f.kept(n.To) || s.Note == n.ID {
				v.BestBefore, v.Because, v.Practices = w.bestBefore(s), s.Because, s.Practices
			}
		}
		if v.Earlier, err = w.Tx.Earlier(n.ID); err != nil {
			return err
		}
		v.Leftovers = f.leftovers(f.stand(n.Interview, w.Now()).Debrief, n.To, v.Body)
		return nil
	})
	return v, err
}

// bestBefore is the moment in words, in the own zone; once it is past nothing is said: a note is never late.
func (w *work) bestBefore(s afterword.Step) string {
	if s.BestBefore == nil || !s.BestBefore.After(w.Now()) {
		return ""
	}
	own := w.ownZone()
	at, today := s.BestBefore.In(own), afterword.DateOf(w.Now().In(own))
	switch today.DaysUntil(afterword.DateOf(at)) {
	case 0:
		return "today, " + at.Format("15:04")
	case 1:
		return "tomorrow, " + at.Format("15:04")
	}
	return at.Format("Mon 2 Jan, 15:04")
}

// leftovers are the words of a debrief that a letter does not hold yet, for taking in with a tap.
func (f *file) leftovers(d afterword.Debrief, to afterword.ID, body string) []string {
	out := []string{}
	in := fold(body)
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" && !strings.Contains(in, strings.TrimRight(fold(s), ".")) {
			out = append(out, s)
		}
	}
	for _, m := range d.Met {
		if f.kept(m.Person) == f.kept(to) {
			add(m.TalkedAbout)
		}
	}
	for _, u := range d.Unsaid {
		add(u)
	}
	add(d.CouldHelpWith)
	for _, q := range d.Questions {
		if q.Felt == "more_to_say" {
			add(firstOf(q.Better, q.Asked))
		}
	}
	for _, q := range d.OwnQuestions {
		add(q)
	}
	return out
}
