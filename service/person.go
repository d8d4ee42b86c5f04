package service

import (
	"context"
	"slices"
	"strings"

	"afterword"
	"afterword/when"
)

// Names are everyone known by name, for a choice among them.
func (s *Service) Names(ctx context.Context, a afterword.Actor) (refs []PersonRef, err error) {
	err = s.read(ctx, a, func(w *work) error {
		all, err := w.People()
		for _, p := range themselves(all) {
			refs = append(refs, PersonRef{ID: p.ID, Name: p.Name, Email: p.Email})
		}
		return err
	})
	return refs, err
}

// PeopleOf are the people of an interview with where they stand, those it met or names first.
func (s *Service) PeopleOf(ctx context.Context, a afterword.Actor, ref string) (views []PersonView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, err := w.show(afterword.ID(ref))
		if err != nil {
			return err
		}
		all, err := w.People()
		if err != nil {
			return err
		}
		roles, err := w.AllRoles()
		if err != nil {
			return err
		}
		var some []afterword.Person
		for _, x := range iv.People {
			if i := slices.IndexFunc(all, func(p afterword.Person) bool { return p.ID == x.ID }); i >= 0 {
				some = append(some, all[i])
			}
		}
		views, err = w.personViews(some, all, roles)
		return err
	})
	return views, err
}

// EditPerson changes a person, and gives or takes a role in an application.
func (s *Service) EditPerson(ctx context.Context, a afterword.Actor, ref string, in PersonEdit) (v PersonView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		p, err := w.person("person", ref, nil)
		if afterword.KindOf(err) == afterword.NotFound && in.Role != "" {
			p, err = w.newcomer(ref, in, err)
		}
		if err != nil {
			return err
		}
		if err := w.editPerson(&p, in); err != nil {
			return err
		}
		if err := w.editRole(p, in); err != nil {
			return err
		}
		v, err = w.personView(p)
		return err
	})
	return v, err
}

// newcomer makes someone whom nobody met yet and who is given a role: a colleague who works there, someone
// who knows the hiring manager. A bare name is enough for those two, and where it was said that they are
// new; for the others it may be a slip of the pen, so they need an address.
func (w *work) newcomer(ref string, in PersonEdit, unknown error) (afterword.Person, error) {
	kind := afterword.RoleKind(strings.ReplaceAll(fold(in.Role), "-", "_"))
	if in.New && in.Application == "" {
		return afterword.Person{}, afterword.Invalid("application", "is missing")
	}
	outside := kind == afterword.Insider || kind == afterword.Advocate
	if in.Application == "" || afterword.LooksLikeID(strings.TrimSpace(ref)) || !outside && !in.New && !strings.Contains(ref, "@") {
		return afterword.Person{}, unknown
	}
	app, err := w.application(in.Application)
	if err != nil {
		return afterword.Person{}, err
	}
	name, email, err := mailbox("person", ref)
	if err != nil {
		return afterword.Person{}, err
	}
	here, err := w.peopleHere(app.ID)
	if err != nil {
		return afterword.Person{}, err
	}
	return w.personFor(name, email, here, nil)
}

func (w *work) editPerson(p *afterword.Person, in PersonEdit) error {
	if in.Name != nil && strings.TrimSpace(*in.Name) == "" && p.Name != "" {
		return afterword.Invalid("name", "is empty").WithHint("a person keeps a name, to be found by")
	}
	put(&p.Name, in.Name)
	put(&p.Phone, in.Phone)
	put(&p.Called, in.Called)
	if in.Register != nil {
		if err := oneOf("register", *in.Register, "formal", "first_name"); err != nil {
			return err
		}
		p.Register = *in.Register
	}
	if in.Email != nil {
		email := strings.TrimSpace(*in.Email)
		if email != "" {
			if !plainAddress(email) {
				return afterword.Invalid("email", "%q is not a mail address", email)
			}
			if err := isPersonal("email", email); err != nil {
				return err
			}
			if err := w.addressFree(p.ID, email); err != nil {
				return err
			}
		}
		p.Email = email
	}
	if in.Links != nil {
		p.Links = in.Links
	}
	if p.Name == "" && p.Email == "" {
		return afterword.Invalid("name", "is empty")
	}
	if err := w.touchPerson(p.ID); err != nil {
		return err
	}
	return w.UpdatePerson(p)
}

// addressFree refuses an address that someone else has: it is one person, to be merged.
func (w *work) addressFree(id afterword.ID, email string) error {
	all, err := w.Tx.People()
	if err != nil {
		return err
	}
	for _, o := range all {
		if o.ID != id && o.MergedInto == "" && fold(o.Email) == fold(email) {
			return (&afterword.Error{Kind: afterword.Conflict, Field: "email", Msg: quote(email) + " belongs to " + o.Name}).
				WithHint("if they are one person: `afterword person %s --merge %s`", o.ID, id)
		}
	}
	return nil
}

// touchPerson marks every application that someone stands in.
func (w *work) touchPerson(id afterword.ID) error {
	roles, err := w.AllRoles()
	if err != nil {
		return err
	}
	for _, r := range roles {
		if r.Person == id {
			if r.Application == "" {
				w.all = true
			}
			w.touch(r.Application)
		}
	}
	return nil
}

func (w *work) editRole(p afterword.Person, in PersonEdit) error {
	if in.Role == "" && in.Title == "" && in.DropRole == "" {
		return nil
	}
	kinds := make([]string, 0, len(afterword.RoleKinds()))
	for _, k := range afterword.RoleKinds() {
		kinds = append(kinds, string(k))
	}
	kind := strings.ReplaceAll(fold(in.Role), "-", "_")
	if err := oneOf("kind", kind, kinds...); err != nil {
		return err
	}
	r := afterword.Role{Person: p.ID, Kind: afterword.RoleKind(kind), Title: in.Title}
	if in.Application != "" {
		app, err := w.application(in.Application)
		if err != nil {
			return err
		}
		r.Application = app.ID
		if r.Kind == afterword.Recruiter && app.Agency == "" {
			app.Agency = p.ID
			if err := w.UpdateApplication(&app); err != nil {
				return err
			}
		}
	} else if r.Kind != afterword.Referee && in.DropRole == "" {
		return afterword.Invalid("application", "is missing").WithHint("a role is held in an application: --application ID")
	}
	w.touch(r.Application)
	if in.DropRole != "" {
		r.Kind = afterword.RoleKind(in.DropRole)
		return w.DeleteRole(r)
	}
	if r.Application != "" && r.Kind != afterword.Referee { // one role an application, a referee's apart
		held, err := w.Roles(r.Application)
		if err != nil {
			return err
		}
		for _, o := range held {
			if o.Person == p.ID && o.Application == r.Application && o.Kind != r.Kind && o.Kind != afterword.Referee {
				r.Title = firstOf(r.Title, o.Title)
				if err := w.DeleteRole(o); err != nil {
					return err
				}
			}
		}
	}
	return w.SaveRole(r)
}

// Merge says that two are one person. Nothing is moved: the other points to the one that is kept, so
// that Split can take it back.
func (s *Service) Merge(ctx context.Context, a afterword.Actor, keep, other string) (v PersonView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		k, err := w.person("person", keep, nil)
		if err != nil {
			return err
		}
		o, err := w.person("merge", other, nil)
		if err != nil {
			return err
		}
		if k.ID == o.ID {
			return afterword.Invalid("merge", "names the same person")
		}
		o.MergedInto = k.ID
		if err := w.UpdatePerson(&o); err != nil {
			return err
		}
		filled := k
		filled.Name, filled.Email, filled.Phone = firstOf(k.Name, o.Name), firstOf(k.Email, o.Email), firstOf(k.Phone, o.Phone)
		filled.Called = firstOf(k.Called, o.Called)
		for _, l := range o.Links {
			if !slices.Contains(filled.Links, l) {
				filled.Links = append(filled.Links, l)
			}
		}
		if err := w.UpdatePerson(&filled); err != nil {
			return err
		}
		if err := w.touchPerson(k.ID); err != nil {
			return err
		}
		if err := w.touchPerson(o.ID); err != nil {
			return err
		}
		v, err = w.personView(filled)
		return err
	})
	return v, err
}

// Split takes a merge back: everyone who was merged into this person stands alone again.
func (s *Service) Split(ctx context.Context, a afterword.Actor, ref string) (v PersonView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		p, err := w.person("person", ref, nil)
		if err != nil {
			return err
		}
		all, err := w.Tx.People()
		if err != nil {
			return err
		}
		n := 0
		for _, o := range all {
			if o.MergedInto != p.ID {
				continue
			}
			o.MergedInto = ""
			n++
			if o.Email != "" && fold(o.Email) == fold(p.Email) { // it came with the merge: an address is one person's
				p.Email = ""
				if err := w.UpdatePerson(&p); err != nil {
					return err
				}
			}
			if err := w.UpdatePerson(&o); err != nil {
				return err
			}
			if err := w.touchPerson(o.ID); err != nil {
				return err
			}
		}
		if n == 0 {
			return afterword.Invalid("person", "has nobody merged into them")
		}
		if err := w.touchPerson(p.ID); err != nil {
			return err
		}
		v, err = w.personView(p)
		return err
	})
	return v, err
}

// AwayAdd keeps days on which the candidate is away (R89).
func (s *Service) AwayAdd(ctx context.Context, a afterword.Actor, from, to, note string) (away afterword.Away, err error) {
	err = s.write(ctx, a, func(w *work) error {
		today := afterword.DateOf(w.Now().In(w.own))
		region := w.account.Settings.Region
		away = afterword.Away{ID: afterword.NewID(), Note: strings.TrimSpace(note)}
		if away.From, err = when.ParseDay("from", from, today, when.Options{Region: region}); err != nil {
			return err
		}
		if away.To, err = when.ParseDay("to", to, away.From, when.Options{Region: region}); err != nil {
			return err
		}
		if away.To.Before(away.From) {
			return afterword.Invalid("to", "is before the first day away")
		}
		w.all = true
		return w.SaveAway(away)
	})
	return away, err
}

// AwayDelete takes days away back.
func (s *Service) AwayDelete(ctx context.Context, a afterword.Actor, id string) error {
	return s.write(ctx, a, func(w *work) error {
		w.all = true
		return named(w.DeleteAway(afterword.ID(id)), "away", id)
	})
}
