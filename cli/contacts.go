package cli

import (
	"bytes"
	"io"
	"strings"

	"afterword"
	"afterword/contact"
	"afterword/service"
)

type peopleCmd struct {
	File    string `arg:"" optional:"" help:"With --vcard: where to. Without it, standard output."`
	VCard   bool   `name:"vcard" xor:"what" help:"Write them as contacts, so that a call from them is known."`
	Version string `name:"vcard-version" enum:"3.0,4.0" default:"3.0" help:"Of the vCards: 3.0, which every phone reads, or 4.0."`
	Import  string `xor:"what" placeholder:"FILE" help:"Take people from a contact file (.vcf)."`
}

// Validate finds what cannot go together.
func (c *peopleCmd) Validate() error {
	if c.File != "" && !c.VCard {
		return misused("a file goes with --vcard or --import")
	}
	return nil
}

func (c *peopleCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	switch {
	case c.VCard:
		return c.export(s, v, a)
	case c.Import != "":
		return c.take(s, v, a)
	}
	all, err := v.People(s.ctx, a)
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) { p.people(all) })
}

func (c *peopleCmd) export(s *session, v *service.Service, a afterword.Actor) error {
	list, err := v.Contacts(s.ctx, a, "")
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return WriteContacts(w, c.Version, list) }
	if c.File == "" || c.File == "-" {
		return write(s.Out)
	}
	if err := save(c.File, write); err != nil {
		return err
	}
	return s.wrote(c.File)
}

func (c *peopleCmd) take(s *session, v *service.Service, a afterword.Actor) error {
	b, err := s.file(c.Import)
	if err != nil {
		return err
	}
	list, said, err := ReadContacts(c.Import, b)
	if err != nil {
		return err
	}
	t, err := v.AddContacts(s.ctx, a, list)
	if err != nil {
		return err
	}
	for _, l := range said {
		s.note("%s", l)
	}
	return s.print(t, func(p *page) {
		p.line("%d new, %d filled in, %d as they were.", len(t.Added), len(t.Changed), t.Same)
		for _, l := range t.LeftOut {
			p.line("Left out: %s: %s", l.Name, l.Why)
		}
	})
}

// WriteContacts writes people as vCards. Main lends it to the web as well.
func WriteContacts(w io.Writer, version string, list []service.Contact) error {
	cards := make([]contact.Card, 0, len(list))
	for _, c := range list {
		cards = append(cards, contact.Card{UID: string(c.ID) + "@afterword", Name: c.Name, Emails: c.Emails, Phones: c.Phones, Links: c.Links,
			Org: c.Employer, Title: c.Title, Known: strings.Trim(c.Employer+", "+c.Role, ", ")})
	}
	return contact.Write(w, version, cards)
}

// ReadContacts reads people from a contact file, and says what could not be read. Main lends it to the
// web as well.
func ReadContacts(name string, b []byte) (list []service.Contact, said []string, err error) {
	cards, said, err := contact.Read(bytes.NewReader(b))
	if err != nil {
		return nil, nil, namely(name, err)
	}
	for _, c := range cards {
		list = append(list, service.Contact{Name: c.Name, Emails: c.Emails, Phones: c.Phones, Links: c.Links, Employer: c.Org, Title: c.Title})
	}
	return list, said, nil
}
