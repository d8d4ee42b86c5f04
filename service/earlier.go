package service

import (
	"context"
	"slices"

	"afterword"
	"afterword/note"
)

// keepEarlier keeps what a note says before it is changed, our draft too.
func (w *work) keepEarlier(n afterword.Note, now note.Letter) error {
	kept, err := w.Tx.Earlier(n.ID)
	if err != nil {
		return err
	}
	if len(kept) >= afterword.EarlierLimit {
		if err := w.DropEarlier(n.ID, kept[afterword.EarlierLimit-1].Version); err != nil {
			return err
		}
	}
	return w.KeepEarlier(&afterword.EarlierText{Note: n.ID, Version: n.Version, Subject: now.Subject, Body: now.Body, ChangedAt: n.ChangedAt})
}

// Earlier are the texts that a note had before, the newest first.
func (s *Service) Earlier(ctx context.Context, a afterword.Actor, id string) (texts []afterword.EarlierText, err error) {
	err = s.read(ctx, a, func(w *work) error {
		n, _, err := w.noteFile(id)
		if err != nil {
			return err
		}
		texts, err = w.Tx.Earlier(n.ID)
		return err
	})
	return texts, err
}

// BringBack gives a note a text that it had before. The one it has now becomes an earlier one.
func (s *Service) BringBack(ctx context.Context, a afterword.Actor, id string, version int) (v NoteView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		texts, err := w.Tx.Earlier(n.ID)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(texts, func(e afterword.EarlierText) bool { return e.Version == version })
		if i < 0 {
			return afterword.Errorf(afterword.NotFound, "this note has no version %d", version).WithHint("`afterword note %s --earlier` lists them", id)
		}
		v, err = w.editNote(f, n, NoteEdit{Subject: &texts[i].Subject, Body: texts[i].Body})
		return err
	})
	return v, err
}
