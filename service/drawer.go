package service

import (
	"context"
	"slices"
	"time"

	"afterword"
	"afterword/policy"
)

// Kept is the drawer: every note that was written for later, of all interviews, the next to go first.
func (s *Service) Kept(ctx context.Context, a afterword.Actor) (views []LetterView, err error) {
	views = []LetterView{}
	err = s.read(ctx, a, func(w *work) error {
		of, err := w.WhereRecorded(afterword.KeptUntil)
		if err != nil {
			return err
		}
		files, err := w.files(of)
		if err != nil {
			return err
		}
		for _, id := range of {
			f := files[id]
			if f == nil {
				continue
			}
			for _, n := range f.Notes {
				if state, _, _ := policy.NoteState(f.Case, n, w.Now()); state == afterword.NoteKept {
					views = append(views, w.letterView(f, n))
				}
			}
		}
		slices.SortStableFunc(views, func(x, y LetterView) int { return keptUntil(x).Compare(keptUntil(y)) })
		return nil
	})
	return views, err
}

// keptUntil is when a note may go; one whose moment is not known comes last.
func keptUntil(v LetterView) time.Time {
	if v.KeepUntil == nil {
		return time.Unix(1<<40, 0)
	}
	return *v.KeepUntil
}

func (w *work) letterView(f *file, n afterword.Note) LetterView {
	return LetterView{NoteView: w.noteView(f, n), Employer: firstOf(f.Application.Employer, f.Application.Role)}
}
