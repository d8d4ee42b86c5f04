package service

import (
	"net/mail"
	"slices"
	"strings"

	"afterword"
	"afterword/reading"
	"afterword/store"
)

// fold is the form in which names and addresses are compared: no case, single spaces.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

func plainAddress(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == strings.TrimSpace(s)
}

// mailbox reads "Name <mail>", a bare address or a bare name.
func mailbox(field, s string) (name, email string, err error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", "", afterword.Invalid(field, "is empty").WithHint(`write it like "Priya Nair <priya@northwind.example>"`)
	}
	if !strings.ContainsAny(s, "<>@") {
		return s, "", nil
	}
	a, perr := mail.ParseAddress(s)
	if perr != nil {
		if open := strings.IndexByte(s, '<'); open > 0 && strings.HasSuffix(s, ">") && plainAddress(s[open+1:len(s)-1]) {
			return strings.Trim(strings.TrimSpace(s[:open]), `"`), s[open+1 : len(s)-1], nil // an unquoted comma or dot
		}
		return "", "", afterword.Invalid(field, "%q is not a name with a mail address", s).WithHint(`write it like "Priya Nair <priya@northwind.example>"`)
	}
	return strings.TrimSpace(a.Name), a.Address, isPersonal(field, a.Address)
}

// isPersonal refuses an address that nobody reads: it is never a person.
func isPersonal(field, email string) error {
	if !reading.NoReply(email) {
		return nil
	}
	return afterword.Invalid(field, "%q is an address that nobody reads", email).WithHint("leave it out, or give a person's own")
}

// interview finds a round by its id, by its employer, or by the address or full name of someone in it.
func (w *work) interview(ref string) (afterword.Interview, error) {
	ref = strings.TrimSpace(ref)
	if ref == "" {
		return afterword.Interview{}, afterword.Invalid("interview", "is empty")
	}
	if afterword.LooksLikeID(ref) {
		iv, err := w.Interview(afterword.ID(ref))
		return iv, named(err, "interview", ref)
	}
	all, err := w.AllInterviews()
	if err != nil {
		return afterword.Interview{}, err
	}
	apps, err := w.Applications()
	if err != nil {
		return afterword.Interview{}, err
	}
	found, lines, err := w.matching(ref, all, apps)
	if err != nil {
		return afterword.Interview{}, err
	}
	switch len(found) {
	case 0:
		return afterword.Interview{}, &afterword.Error{Kind: afterword.NotFound, Field: "interview",
			Msg: quote(ref) + " is not known", Hint: "`afterword list` shows them with their ids"}
	case 1:
		return found[0], nil
	}
	e := &afterword.Error{Kind: afterword.Conflict, Field: "interview", Msg: quote(ref) + " could be several"}
	for _, iv := range found {
		e.Candidates = append(e.Candidates, w.describe(lines[iv.ID]))
	}
	return afterword.Interview{}, e.WithHint("use the id: %s", strings.Join(e.Candidates, "; "))
}

// matching are the interviews that a name or an address may mean; with their lines when they are several.
func (w *work) matching(ref string, all []afterword.Interview, apps []afterword.Application) (found []afterword.Interview, lines map[afterword.ID]store.Line, err error) {
	want := fold(ref)
	meant := map[afterword.ID]bool{} // applications
	for _, a := range apps {
		meant[a.ID] = a.Employer != "" && fold(a.Employer) == want || string(a.ID) == ref
	}
	people, err := w.People()
	if err != nil {
		return nil, nil, err
	}
	named := map[afterword.ID]bool{}
	for _, p := range people {
		if fold(p.Name) == want || p.Email != "" && fold(p.Email) == want {
			named[p.ID] = true
		}
	}
	if len(named) > 0 {
		roles, err := w.AllRoles()
		if err != nil {
			return nil, nil, err
		}
		for _, r := range roles {
			if named[r.Person] && r.Kind != afterword.Referee {
				meant[r.Application] = true
			}
		}
	}
	for _, iv := range all {
		if meant[iv.Application] || slices.ContainsFunc(iv.Invited, func(id afterword.ID) bool { return named[id] }) {
			found = append(found, iv)
		}
	}
	if len(found) < 2 {
		return found, nil, nil
	}
	list, err := w.Tx.Lines(store.LineFilter{})
	lines = map[afterword.ID]store.Line{}
	for _, l := range list {
		lines[l.Interview] = l
	}
	found = slices.DeleteFunc(found, func(iv afterword.Interview) bool { // what booked a round may have been taken back
		_, ok := lines[iv.ID]
		return !ok
	})
	return found, lines, err
}

// person finds someone by id, address or full name, anywhere or among some.
func (w *work) person(field, ref string, among []afterword.Person) (afterword.Person, error) {
	ref = strings.TrimSpace(ref)
	if ref == "" {
		return afterword.Person{}, afterword.Invalid(field, "is empty")
	}
	if among == nil {
		all, err := w.People()
		if err != nil {
			return afterword.Person{}, err
		}
		among = all
	}
	want, address := fold(ref), fold(ref)
	if _, email, err := mailbox(field, ref); err == nil && email != "" {
		address = fold(email)
	}
	var found []afterword.Person
	for _, p := range among {
		if string(p.ID) == ref {
			return w.present(p, among), nil
		}
		if p.Email != "" && fold(p.Email) == address || p.Name != "" && fold(p.Name) == want {
			if p = w.present(p, among); !slices.ContainsFunc(found, func(o afterword.Person) bool { return o.ID == p.ID }) {
				found = append(found, p)
			}
		}
	}
	switch len(found) {
	case 0:
		return afterword.Person{}, &afterword.Error{Kind: afterword.NotFound, Field: field,
			Msg: quote(ref) + " is not known", Hint: "`afterword people` shows them with their ids"}
	case 1:
		return found[0], nil
	}
	e := &afterword.Error{Kind: afterword.Conflict, Field: field, Msg: quote(ref) + " could be several"}
	for _, p := range found {
		e.Candidates = append(e.Candidates, strings.TrimSpace(string(p.ID)+" "+p.Name+" "+p.Email))
	}
	return afterword.Person{}, e.WithHint("use the id or the address: %s", strings.Join(e.Candidates, "; "))
}

// present follows a merge to the person that is kept.
func (w *work) present(p afterword.Person, among []afterword.Person) afterword.Person {
	for range 8 { // a chain of merges is short; a circle cannot be made, and would end here
		if p.MergedInto == "" {
			return p
		}
		i := slices.IndexFunc(among, func(o afterword.Person) bool { return o.ID == p.MergedInto })
		if i < 0 {
			return p
		}
		p = among[i]
	}
	return p
}

// personFor is the one a name and an address mean within an application, made when there is none.
// An address is one person everywhere; a bare name only within the application: two people may share it.
func (w *work) personFor(name, email string, here []afterword.Person, taken map[afterword.ID]bool) (afterword.Person, error) {
	all, err := w.People()
	if err != nil {
		return afterword.Person{}, err
	}
	if email != "" {
		for _, p := range all {
			if fold(p.Email) == fold(email) {
				return w.named(w.present(p, all), name)
			}
		}
	}
	var same []afterword.Person
	for _, p := range here {
		if name != "" && fold(p.Name) == fold(name) && !taken[p.ID] && (email == "" || p.Email == "") {
			same = append(same, p)
		}
	}
	if len(same) == 1 {
		p := same[0]
		if email != "" && p.Email == "" {
			p.Email = email
			return p, w.UpdatePerson(&p)
		}
		return p, nil
	}
	if len(same) > 1 {
		e := &afterword.Error{Kind: afterword.Conflict, Field: "met", Msg: quote(name) + " could be several"}
		for _, p := range same {
			e.Candidates = append(e.Candidates, strings.TrimSpace(string(p.ID)+" "+p.Email))
		}
		return afterword.Person{}, e.WithHint("give the mail address too: %s", strings.Join(e.Candidates, "; "))
	}
	p := afterword.Person{ID: afterword.NewID(), Name: strings.TrimSpace(name), Email: strings.TrimSpace(email), CreatedAt: w.Now()}
	return p, w.CreatePerson(&p)
}

// named gives a person without a name the one that is now known.
func (w *work) named(p afterword.Person, name string) (afterword.Person, error) {
	if p.Name == "" && name != "" {
		p.Name = name
		return p, w.UpdatePerson(&p)
	}
	return p, nil
}

func quote(s string) string { return `"` + s + `"` }

// named puts the field and what was asked for into a bare NotFound of the store.
func named(err error, field, ref string) error {
	if err == nil || afterword.KindOf(err) != afterword.NotFound {
		return err
	}
	return &afterword.Error{Kind: afterword.NotFound, Field: field, Msg: quote(ref) + " is not known", Err: err}
}
