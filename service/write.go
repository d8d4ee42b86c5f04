package service

import (
	"context"
	"slices"
	"strings"

	"afterword"
	"afterword/policy"
)

// Write is a draft of any kind: the unsent one there is, or a new one.
func (s *Service) Write(ctx context.Context, a afterword.Actor, ref, kind, to, by string) (v NoteView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		iv, f, try, err := w.tryOf(ref, kind, to, by)
		if err != nil {
			return err
		}
		n, found := f.note(iv.ID, try.Kind, try.To, w.Now())
		if !found {
			if n, err = w.draft(f, iv, try.Kind, try.To, try.By); err != nil {
				return err
			}
			f.Notes = append(f.Notes, n)
		} else if by != "" && n.Channel != try.By {
			n.Channel = try.By
			if err := w.UpdateNote(&n); err != nil {
				return err
			}
			w.touch(n.Application)
		}
		v = w.noteView(f, n)
		return nil
	})
	return v, err
}

// May asks the guard.
func (s *Service) May(ctx context.Context, a afterword.Actor, ref, kind, to, by string) (v afterword.Verdict, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, f, try, err := w.tryOf(ref, kind, to, by)
		if err != nil {
			return err
		}
		if n, ok := f.note(iv.ID, try.Kind, try.To, w.Now()); ok {
			try.Note = n.ID
		}
		v = policy.May(f.Case, iv.ID, try, f.rules, w.Now())
		return nil
	})
	return v, err
}

// tryOf reads what is to be written: kind, to whom, by which channel, with the defaults of the contract.
func (w *work) tryOf(ref, kind, to, by string) (afterword.Interview, *file, afterword.Try, error) {
	var t afterword.Try
	iv, err := w.interview(ref)
	if err != nil {
		return iv, nil, t, err
	}
	f, err := w.file(iv.Application)
	if err != nil {
		return iv, nil, t, err
	}
	t.Kind = afterword.NoteKind(strings.ReplaceAll(fold(kind), "-", "_"))
	if !slices.Contains(afterword.NoteKinds(), t.Kind) {
		names := make([]string, 0, len(afterword.NoteKinds()))
		for _, k := range afterword.NoteKinds() {
			names = append(names, string(k))
		}
		return iv, f, t, afterword.Invalid("kind", "%q is not a kind of note", kind).WithHint("use one of: %s", strings.Join(names, ", "))
	}
	if to != "" {
		p, err := w.personNear(f, "to", to)
		if err != nil {
			return iv, f, t, err
		}
		t.To = p.ID
		if _, ok := f.People[p.ID]; !ok {
			f.People[p.ID] = p
		}
	} else {
		t.To = policy.DefaultTo(f.Case, iv.ID, t.Kind, f.rules)
		if t.Kind == afterword.StatusQuestion { // it was begun in some round: that is the one
			for n := range f.pending(iv.ID, t.Kind, w.Now()) {
				t.To = n.To
				break
			}
		}
	}
	if by != "" {
		t.By = afterword.Channel(fold(by))
		if !t.By.Carries() {
			return iv, f, t, afterword.Invalid("by", "%q is not a channel", by).WithHint("use one of: email, phone, message, portal, post, agency")
		}
	} else {
		t.By = policy.DefaultBy(f.Case, iv.ID, t.Kind, t.To)
	}
	return iv, f, t, nil
}

// personNear finds someone in an application first, then anywhere.
func (w *work) personNear(f *file, field, ref string) (afterword.Person, error) {
	here, err := w.peopleHere(f.Application.ID)
	if err != nil {
		return afterword.Person{}, err
	}
	p, err := w.person(field, ref, append(here, w.refereesOf(f)...))
	if err == nil || afterword.KindOf(err) != afterword.NotFound {
		return p, err
	}
	return w.person(field, ref, nil)
}

func (w *work) refereesOf(f *file) []afterword.Person {
	var out []afterword.Person
	for _, r := range f.Roles {
		if p, ok := f.People[r.Person]; ok && r.Kind == afterword.Referee {
			out = append(out, p)
		}
	}
	return out
}
