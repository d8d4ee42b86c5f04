package service

import (
	"context"
	"slices"
	"strings"

	"afterword"
	"afterword/reading"
)

// Contact is a person as an address book knows them.
type Contact struct {
	ID       afterword.ID
	Name     string
	Emails   []string
	Phones   []string
	Links    []string
	Title    string
	Employer string
	Role     string // in words: "interviewer", "hiring manager"
}

// Contacts are the people for an address book: one, or all with an empty ref. What was written about
// them is not in it.
func (s *Service) Contacts(ctx context.Context, a afterword.Actor, ref string) (list []Contact, err error) {
	list = []Contact{}
	var views []PersonView
	if ref != "" {
		v, err := s.Person(ctx, a, ref)
		if err != nil {
			return nil, err
		}
		views = []PersonView{v}
	} else if views, err = s.People(ctx, a); err != nil {
		return nil, err
	}
	for _, v := range views {
		c := Contact{ID: v.ID, Name: v.Name, Links: v.Links}
		if v.Email != "" {
			c.Emails = []string{v.Email}
		}
		if v.Phone != "" {
			c.Phones = []string{v.Phone}
		}
		for _, r := range v.Roles { // the newest says most
			c.Role = strings.ReplaceAll(string(r.Kind), "_", " ")
			c.Employer, c.Title = firstOf(r.Employer, c.Employer), firstOf(r.Title, c.Title)
		}
		list = append(list, c)
	}
	return list, nil
}

// ContactsTaken says what became of contacts that came in.
type ContactsTaken struct {
	Added   []PersonRef `json:"added"`
	Changed []PersonRef `json:"changed"`
	Same    int         `json:"same"`
	LeftOut []LeftOut   `json:"left_out"`
}

// LeftOut is a contact that was not taken, and why.
type LeftOut struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// contactsLimit bounds how many contacts are taken at once: an address book of that size is not the
// people of a job search.
const contactsLimit = 1000

// AddContacts takes people from an address book. An address is one person; a name is one only when
// nothing speaks against it. What is known is never written over, only what is missing is filled in,
// and taking the same contacts again changes nothing.
func (s *Service) AddContacts(ctx context.Context, a afterword.Actor, in []Contact) (t ContactsTaken, err error) {
	if len(in) > contactsLimit {
		return t, afterword.Invalid("file", "holds %d people", len(in)).WithHint("give the people of your search alone, %d at most", contactsLimit)
	}
	err = s.write(ctx, a, func(w *work) error {
		t = ContactsTaken{Added: []PersonRef{}, Changed: []PersonRef{}, LeftOut: []LeftOut{}}
		all, err := w.Tx.People()
		if err != nil {
			return err
		}
		book := &addressBook{work: w, all: all, taken: &t}
		for _, c := range in {
			if err := book.take(c.tidy()); err != nil {
				return err
			}
		}
		return nil
	})
	return t, err
}

// tidy leaves what can be used: no address that nobody reads, nothing twice.
func (c Contact) tidy() Contact {
	tidy := func(list []string, keep func(string) bool) []string {
		var out []string
		for _, s := range list {
			s = strings.TrimSpace(s)
			if s != "" && keep(s) && !slices.ContainsFunc(out, func(o string) bool { return fold(o) == fold(s) }) {
				out = append(out, s)
			}
		}
		return out
	}
	any := func(string) bool { return true }
	c.Name = shorten(strings.Join(strings.Fields(c.Name), " "), 200)
	c.Emails = tidy(c.Emails, func(s string) bool { return plainAddress(s) && !reading.NoReply(s) })
	c.Phones, c.Links = tidy(c.Phones, any), tidy(c.Links, any)
	return c
}

// addressBook matches contacts with the people there are.
type addressBook struct {
	work  *work
	all   []afterword.Person
	taken *ContactsTaken
}

func (b *addressBook) take(c Contact) error {
	label := firstOf(append([]string{c.Name}, c.Emails...)...)
	leave := func(why string) error {
		b.taken.LeftOut = append(b.taken.LeftOut, LeftOut{Name: label, Why: why})
		return nil
	}
	if label == "" {
		return leave("it has neither a name nor an address")
	}
	if slices.ContainsFunc(c.Emails, b.work.isMe) {
		return leave("that is you")
	}
	same := b.same(c)
	switch len(same) {
	case 0:
		return b.add(c)
	case 1:
		return b.fill(same[0], c)
	}
	return leave("could be several of the people you have")
}

// same are the people that a contact may be: whoever has one of its addresses, else those of its name
// that have the same number, or no address that speaks against it.
func (b *addressBook) same(c Contact) []afterword.Person {
	var byMail, byPhone, byName []afterword.Person
	add := func(list []afterword.Person, p afterword.Person) []afterword.Person {
		p = b.work.present(p, b.all)
		if slices.ContainsFunc(list, func(o afterword.Person) bool { return o.ID == p.ID }) {
			return list
		}
		return append(list, p)
	}
	for _, p := range b.all {
		named := c.Name != "" && fold(p.Name) == fold(c.Name)
		switch {
		case p.Email != "" && slices.ContainsFunc(c.Emails, func(m string) bool { return fold(m) == fold(p.Email) }):
			byMail = add(byMail, p)
		case named && slices.ContainsFunc(c.Phones, func(n string) bool { return digits(n) != "" && digits(n) == digits(p.Phone) }):
			byPhone = add(byPhone, p)
		case named && (p.Email == "" || len(c.Emails) == 0):
			byName = add(byName, p)
		}
	}
	for _, list := range [][]afterword.Person{byMail, byPhone, byName} {
		if len(list) > 0 {
			return list
		}
	}
	return nil
}

// digits are those of a number, without the ways of writing it.
func digits(phone string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, phone)
}

func (b *addressBook) add(c Contact) error {
	p := afterword.Person{ID: afterword.NewID(), Name: c.Name, Links: c.Links, CreatedAt: b.work.Now()}
	p.Email, p.Phone = firstOf(c.Emails...), firstOf(c.Phones...)
	if err := b.work.CreatePerson(&p); err != nil {
		return err
	}
	b.all = append(b.all, p)
	b.taken.Added = append(b.taken.Added, PersonRef{ID: p.ID, Name: p.Name, Email: p.Email})
	return nil
}

// fill adds what is missing.
func (b *addressBook) fill(p afterword.Person, c Contact) error {
	was := p
	p.Name, p.Email, p.Phone = firstOf(p.Name, c.Name), firstOf(p.Email, firstOf(c.Emails...)), firstOf(p.Phone, firstOf(c.Phones...))
	if len(p.Links) == 0 {
		p.Links = c.Links
	}
	if p.Name == was.Name && p.Email == was.Email && p.Phone == was.Phone && len(p.Links) == len(was.Links) {
		b.taken.Same++
		return nil
	}
	if err := b.work.touchPerson(p.ID); err != nil {
		return err
	}
	if err := b.work.UpdatePerson(&p); err != nil {
		return err
	}
	for i, o := range b.all {
		if o.ID == p.ID {
			b.all[i] = p
		}
	}
	b.taken.Changed = append(b.taken.Changed, PersonRef{ID: p.ID, Name: p.Name, Email: p.Email})
	return nil
}
