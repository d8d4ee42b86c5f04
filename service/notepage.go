package service

import (
	"context"

	"afterword"
	"afterword/note"
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
		v.Leftovers = note.Leftovers(w.brief(f, n), v.Body)
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
