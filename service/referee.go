package service

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/when"
)

// RefereeAdd keeps someone who speaks for the candidate, with the day on which they agreed to be
// named, if they did.
func (s *Service) RefereeAdd(ctx context.Context, a afterword.Actor, who, agreed string) (v RefereeView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		name, email, err := mailbox("referee", who)
		if err != nil {
			return err
		}
		p, err := w.personFor(name, email, w.referees(), nil)
		if err != nil {
			return err
		}
		if err := w.SaveRole(afterword.Role{Person: p.ID, Kind: afterword.Referee}); err != nil {
			return err
		}
		if _, err := w.fact(afterword.Fact{Kind: afterword.RefereeAdded, Detail: afterword.Detail{Person: p.ID}}); err != nil {
			return err
		}
		if agreed != "" {
			if err := w.agreed(p, agreed); err != nil {
				return err
			}
		}
		v, err = w.refereeView(p)
		return err
	})
	return v, err
}

// referees are the people who are referees already; an unreadable list is found out elsewhere.
func (w *work) referees() []afterword.Person {
	roles, err := w.Roles("")
	if err != nil {
		return nil
	}
	all, err := w.People()
	if err != nil {
		return nil
	}
	var out []afterword.Person
	for _, r := range roles {
		i := slices.IndexFunc(all, func(p afterword.Person) bool { return p.ID == r.Person })
		if r.Kind != afterword.Referee || i < 0 {
			continue
		}
		if p := w.present(all[i], all); !slices.ContainsFunc(out, func(o afterword.Person) bool { return o.ID == p.ID }) {
			out = append(out, p)
		}
	}
	return out
}

func (w *work) agreed(p afterword.Person, on string) error {
	today := afterword.DateOf(w.Now().In(w.own))
	day := today
	if on != "" {
		var err error
		if day, err = when.ParseDay("agreed", on, today, when.Options{Region: w.account.Settings.Region}); err != nil {
			return err
		}
	}
	_, err := w.fact(afterword.Fact{Kind: afterword.RefereeAgreed, Detail: afterword.Detail{Person: p.ID, Until: day}})
	return err
}

// RefereeAgreed records that a referee agreed to be named (R71).
func (s *Service) RefereeAgreed(ctx context.Context, a afterword.Actor, ref, date string) (v RefereeView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		p, err := w.referee("referee", ref)
		if err != nil {
			return err
		}
		if err := w.agreed(p, date); err != nil {
			return err
		}
		v, err = w.refereeView(p)
		return err
	})
	return v, err
}

func (w *work) referee(field, ref string) (afterword.Person, error) {
	p, err := w.person(field, ref, w.referees())
	if afterword.KindOf(err) == afterword.NotFound {
		return p, &afterword.Error{Kind: afterword.NotFound, Field: field, Msg: quote(ref) + " is not one of your referees", Hint: "`afterword referee add` adds them"}
	}
	return p, err
}

// RefereePoints keeps what a referee is asked to stress for one application (R74).
func (s *Service) RefereePoints(ctx context.Context, a afterword.Actor, person, interview string, points []string) (v RefereeView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		p, err := w.referee("referee", person)
		if err != nil {
			return err
		}
		iv, err := w.interview(interview)
		if err != nil {
			return err
		}
		var kept []string
		for _, s := range points {
			if s = strings.TrimSpace(s); s != "" {
				kept = append(kept, s)
			}
		}
		if len(kept) > afterword.PointsLimit {
			return afterword.Invalid("points", "are %d", len(kept)).WithHint("three at most: nobody keeps more in mind")
		}
		if err := w.SavePoints(afterword.Points{Person: p.ID, Interview: iv.ID, Points: kept}); err != nil {
			return err
		}
		w.touch(iv.Application)
		v, err = w.refereeView(p)
		return err
	})
	return v, err
}

// RefereeReplace puts a new referee in the place of one who can no longer speak.
func (s *Service) RefereeReplace(ctx context.Context, a afterword.Actor, old, by string) (v RefereeView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		o, err := w.referee("referee", old)
		if err != nil {
			return err
		}
		n, err := w.referee("by", by)
		if afterword.KindOf(err) == afterword.NotFound {
			name, email, merr := mailbox("by", by)
			if merr != nil {
				return merr
			}
			if n, err = w.personFor(name, email, w.referees(), nil); err == nil {
				err = w.SaveRole(afterword.Role{Person: n.ID, Kind: afterword.Referee})
			}
			if err == nil {
				_, err = w.fact(afterword.Fact{Kind: afterword.RefereeAdded, Detail: afterword.Detail{Person: n.ID}})
			}
		}
		if err != nil {
			return err
		}
		if n.ID == o.ID {
			return afterword.Invalid("by", "names the same person")
		}
		if _, err := w.fact(afterword.Fact{Kind: afterword.RefereeReplaced, Detail: afterword.Detail{Person: o.ID, To: n.ID}}); err != nil {
			return err
		}
		v, err = w.refereeView(n)
		return err
	})
	return v, err
}

// RefereeDone says that a referee is no longer needed for an application.
func (s *Service) RefereeDone(ctx context.Context, a afterword.Actor, person, interview string) (RefereeView, error) {
	return s.refereeFact(ctx, a, afterword.NoLongerNeeded, person, interview)
}

// RefereeKnows says that a referee was told outside, on the phone for instance (R75).
func (s *Service) RefereeKnows(ctx context.Context, a afterword.Actor, person, interview string) (RefereeView, error) {
	return s.refereeFact(ctx, a, afterword.Told, person, interview)
}

func (s *Service) refereeFact(ctx context.Context, a afterword.Actor, kind afterword.FactKind, person, interview string) (v RefereeView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		p, err := w.referee("referee", person)
		if err != nil {
			return err
		}
		iv, err := w.interview(interview)
		if err != nil {
			return err
		}
		if _, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: kind,
			Detail: afterword.Detail{Person: p.ID}}); err != nil {
			return err
		}
		v, err = w.refereeView(p)
		return err
	})
	return v, err
}

// Referees are those who speak for the candidate, with what each was told.
func (s *Service) Referees(ctx context.Context, a afterword.Actor) (views []RefereeView, err error) {
	views = []RefereeView{}
	err = s.read(ctx, a, func(w *work) error {
		speak := w.referees()
		l, err := w.refereeLore(speak)
		if err != nil {
			return err
		}
		for _, p := range speak {
			views = append(views, l.view(p))
		}
		slices.SortStableFunc(views, func(x, y RefereeView) int { return strings.Compare(fold(x.Name), fold(y.Name)) })
		return nil
	})
	return views, err
}

func (w *work) refereeView(p afterword.Person) (RefereeView, error) {
	l, err := w.refereeLore([]afterword.Person{p})
	if err != nil {
		return RefereeView{}, err
	}
	return l.view(p), nil
}

// refereeLore is all that is known of referees: read once for a list of them.
type refereeLore struct {
	merged merged
	b      *backgrounds
	facts  []afterword.Fact // of no application
	files  []*file
	now    time.Time
}

func (w *work) refereeLore(of []afterword.Person) (l refereeLore, err error) {
	l.now = w.Now()
	all, err := w.People()
	if err != nil {
		return l, err
	}
	l.merged = merges(all)
	roles, err := w.AllRoles()
	if err != nil {
		return l, err
	}
	if l.b, err = w.backgrounds(of, all, roles); err != nil {
		return l, err
	}
	if l.facts, err = w.Facts(""); err != nil {
		return l, err
	}
	// What is open may ask for a referee; what is closed told one in a note, or had points for them.
	ids, err := w.open()
	if err != nil {
		return l, err
	}
	var people []afterword.ID
	asked := map[afterword.ID]bool{}
	for _, p := range of {
		asked[p.ID] = true
	}
	for _, p := range all {
		if asked[l.merged.kept(p.ID)] {
			people = append(people, p.ID)
		}
	}
	spoken, err := w.Addressed(people)
	if err != nil {
		return l, err
	}
	ids = append(ids, spoken...)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	files, err := w.files(ids)
	for _, id := range ids {
		if f := files[id]; f != nil {
			l.files = append(l.files, f)
		}
	}
	slices.SortStableFunc(l.files, func(x, y *file) int { return x.Application.CreatedAt.Compare(y.Application.CreatedAt) })
	return l, err
}

func (l refereeLore) view(p afterword.Person) RefereeView {
	v := RefereeView{PersonView: l.b.view(p), Told: []RefereeTold{}}
	for _, x := range l.facts {
		if x.VoidedBy != "" || l.merged.kept(x.Detail.Person) != p.ID {
			continue
		}
		switch x.Kind {
		case afterword.RefereeAgreed:
			v.Agreed = x.Detail.Until
		case afterword.RefereeReplaced:
			v.ReplacedBy = l.merged.kept(x.Detail.To)
		}
	}
	for _, f := range l.files {
		if t, ok := l.told(f, p); ok {
			v.Told = append(v.Told, t)
		}
	}
	return v
}

// told is what a referee was told for one application.
func (l refereeLore) told(f *file, p afterword.Person) (t RefereeTold, any bool) {
	if len(f.Interviews) == 0 {
		return t, false
	}
	t.Interview, t.Application, t.Employer, t.Points = f.Interviews[len(f.Interviews)-1].ID, f.Application.ID, f.Application.Employer, []string{}
	for _, k := range f.Points {
		if f.kept(k.Person) == p.ID && len(k.Points) > 0 {
			t.Points, any = slices.Clone(k.Points), true
		}
	}
	for _, x := range f.Facts {
		if x.Kind == afterword.NoLongerNeeded && x.VoidedBy == "" && x.Application == f.Application.ID && f.kept(x.Detail.Person) == p.ID {
			t.NotNeeded, any = true, true
		}
	}
	for _, r := range f.stand(t.Interview, l.now).Referees {
		if f.kept(r.Person) == p.ID {
			t.HeadsUp, t.Thanked = optional(r.Told), optional(r.Thanked)
			any = any || t.HeadsUp != nil || t.Thanked != nil
		}
	}
	return t, any
}
