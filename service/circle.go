package service

import (
	"context"
	"maps"
	"slices"

	"afterword"
	"afterword/policy"
)

// People are everyone known, by name; who was merged into another is left out.
func (s *Service) People(ctx context.Context, a afterword.Actor) (views []PersonView, err error) {
	views = []PersonView{}
	err = s.read(ctx, a, func(w *work) error {
		all, err := w.People()
		if err != nil {
			return err
		}
		roles, err := w.AllRoles()
		if err != nil {
			return err
		}
		views, err = w.personViews(themselves(all), all, roles)
		return err
	})
	return views, err
}

// Circle is a page of everyone known, put together by how they are known and then by name, and whether
// there are more.
func (s *Service) Circle(ctx context.Context, a afterword.Actor, from, limit int) (views []PersonView, more bool, err error) {
	err = s.read(ctx, a, func(w *work) error {
		all, err := w.Names()
		if err != nil {
			return err
		}
		roles, err := w.AllRoles()
		if err != nil {
			return err
		}
		ties, err := w.ties(all, roles)
		if err != nil {
			return err
		}
		shown := themselves(all)
		slices.SortStableFunc(shown, func(x, y afterword.Person) int { return ties[x.ID] - ties[y.ID] })
		from = min(max(from, 0), len(shown))
		to := min(from+limit, len(shown))
		more = to < len(shown)
		ids := make([]afterword.ID, 0, limit)
		for _, p := range shown[from:to] {
			ids = append(ids, p.ID)
		}
		some, err := w.PeopleNamed(ids)
		if err != nil {
			return err
		}
		slices.SortStableFunc(some, func(x, y afterword.Person) int { return ties[x.ID] - ties[y.ID] })
		if views, err = w.personViews(some, all, roles); err != nil {
			return err
		}
		for i := range views {
			views[i].Known = ties[views[i].ID]
		}
		return nil
	})
	return views, more, err
}

// How someone is known, in the order of lists.
const (
	KnownMet = iota
	KnownAgency
	KnownReferee
	KnownHelper
	KnownOtherwise
)

// ties says of everyone how they are known, without loading any case.
func (w *work) ties(all []afterword.Person, roles []afterword.Role) (map[afterword.ID]int, error) {
	wrote, err := w.written()
	if err != nil {
		return nil, err
	}
	to := merges(all)
	as := map[afterword.ID]map[afterword.RoleKind]bool{}
	is := func(person afterword.ID, kind afterword.RoleKind) {
		person = to.kept(person)
		if as[person] == nil {
			as[person] = map[afterword.RoleKind]bool{}
		}
		as[person][kind] = true
	}
	for _, r := range roles {
		is(r.Person, r.Kind)
	}
	for _, s := range wrote.sittings {
		for _, m := range s.debrief.Met {
			is(m.Person, afterword.Interviewer)
		}
	}
	known := make(map[afterword.ID]int, len(all))
	for _, p := range all {
		switch is := as[p.ID]; {
		case is[afterword.Recruiter]:
			known[p.ID] = KnownAgency
		case is[afterword.Referee]:
			known[p.ID] = KnownReferee
		case is[afterword.Interviewer] || is[afterword.HiringManager]:
			known[p.ID] = KnownMet
		case is[afterword.Insider] || is[afterword.Advocate]:
			known[p.ID] = KnownHelper
		default:
			known[p.ID] = KnownOtherwise
		}
	}
	return known, nil
}

// Person is one of them.
func (s *Service) Person(ctx context.Context, a afterword.Actor, ref string) (v PersonView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		p, err := w.person("person", ref, nil)
		if err != nil {
			return err
		}
		v, err = w.personView(p)
		return err
	})
	return v, err
}

func (w *work) personView(p afterword.Person) (PersonView, error) {
	all, err := w.People()
	if err != nil {
		return PersonView{}, err
	}
	roles, err := w.AllRoles()
	if err != nil {
		return PersonView{}, err
	}
	views, err := w.personViews([]afterword.Person{p}, all, roles)
	if err != nil || len(views) == 0 {
		return PersonView{}, err
	}
	return views[0], nil
}

// personViews are some of all the people, with where they stand.
func (w *work) personViews(some, all []afterword.Person, roles []afterword.Role) ([]PersonView, error) {
	b, err := w.backgrounds(some, all, roles)
	if err != nil {
		return nil, err
	}
	views := make([]PersonView, 0, len(some))
	for _, p := range some {
		views = append(views, b.view(p))
	}
	return views, nil
}

// themselves are those who did not turn out to be another.
func themselves(all []afterword.Person) []afterword.Person {
	return slices.DeleteFunc(slices.Clone(all), func(p afterword.Person) bool { return p.MergedInto != "" })
}

// merged says who turned out to be another.
type merged map[afterword.ID]afterword.ID

func merges(all []afterword.Person) merged {
	m := merged{}
	for _, p := range all {
		if p.MergedInto != "" {
			m[p.ID] = p.MergedInto
		}
	}
	return m
}

func (m merged) kept(id afterword.ID) afterword.ID {
	for range 8 {
		to, ok := m[id]
		if !ok {
			return id
		}
		id = to
	}
	return id
}

// backgrounds are where people stand: their roles, and where they were met.
type backgrounds struct {
	also      map[afterword.ID][]string // the names of those who were merged into someone
	roles     map[afterword.ID][]PersonRole
	met       map[afterword.ID][]MetAt
	connected map[afterword.ID]afterword.Date
}

// backgrounds loads the applications that some of the people have to do with, and no others.
func (w *work) backgrounds(some, all []afterword.Person, roles []afterword.Role) (*backgrounds, error) {
	b := &backgrounds{also: map[afterword.ID][]string{}, roles: map[afterword.ID][]PersonRole{}, met: map[afterword.ID][]MetAt{},
		connected: map[afterword.ID]afterword.Date{}}
	to, asked := merges(all), map[afterword.ID]bool{}
	for _, p := range some {
		asked[p.ID] = true
	}
	for _, p := range all {
		if asked[p.MergedInto] {
			b.also[p.MergedInto] = append(b.also[p.MergedInto], firstOf(p.Name, p.Email))
		}
	}
	wrote, err := w.written()
	if err != nil {
		return nil, err
	}
	needed := map[afterword.ID]bool{}
	for _, r := range roles {
		if asked[to.kept(r.Person)] {
			needed[r.Application] = true
		}
	}
	for _, s := range wrote.sittings {
		for _, m := range s.debrief.Met {
			if asked[to.kept(m.Person)] {
				needed[s.application] = true
			}
		}
	}
	delete(needed, "")
	ids := slices.Sorted(maps.Keys(needed))
	files, err := w.files(ids)
	if err != nil {
		return nil, err
	}
	for _, r := range roles {
		if id := to.kept(r.Person); asked[id] {
			v := PersonRole{Application: r.Application, Kind: r.Kind, Title: r.Title}
			if f := files[r.Application]; f != nil {
				v.Employer, v.Pursuit = f.Application.Employer, f.Application.Kind
			}
			b.roles[id] = append(b.roles[id], v)
		}
	}
	for _, id := range ids {
		if f := files[id]; f != nil {
			b.meet(f, w)
		}
	}
	return b, nil
}

// meet notes whom an application's sittings met, once a sitting, and with whom there is touch since.
func (b *backgrounds) meet(f *file, w *work) {
	for _, x := range f.Facts {
		if x.Kind == afterword.Connected && x.VoidedBy == "" && x.Application == f.Application.ID {
			b.connected[f.kept(x.Detail.Person)] = afterword.DateOf(x.At.In(w.own))
		}
	}
	done := map[afterword.ID]bool{}
	for _, iv := range f.Interviews {
		st := f.stand(iv.ID, w.Now())
		last := iv.ID
		if n := len(st.Sitting); n > 0 {
			last = st.Sitting[n-1]
		}
		if done[last] || st.E.IsZero() || w.Now().Before(st.E) {
			continue
		}
		done[last] = true
		for _, m := range st.Met {
			at := MetAt{Interview: last, Employer: f.Application.Employer, On: afterword.DateOf(st.E.In(st.Location)), TalkedAbout: m.TalkedAbout,
				BestBefore: st.E.Add(policy.ThanksBestBefore), Ended: st.Ended}
			for _, t := range st.ToThank {
				if t.Person == m.Person {
					at.Thanks, at.Note, at.Thanked = t.State, t.Note, optional(st.Notes[t.Note].SentAt)
				}
			}
			id := f.kept(m.Person)
			b.met[id] = append(b.met[id], at)
		}
	}
}

func (b *backgrounds) view(p afterword.Person) PersonView {
	v := PersonView{ID: p.ID, Name: p.Name, Email: p.Email, Phone: p.Phone, Links: p.Links, Roles: []PersonRole{}, MetAt: []MetAt{},
		Called: p.Called, Register: p.Register, Connected: b.connected[p.ID], Also: b.also[p.ID]}
	if v.Links == nil {
		v.Links = []string{}
	}
	v.Roles = append(v.Roles, b.roles[p.ID]...)
	v.MetAt = append(v.MetAt, b.met[p.ID]...)
	slices.SortStableFunc(v.MetAt, func(x, y MetAt) int { return y.On.Compare(x.On) })
	return v
}
