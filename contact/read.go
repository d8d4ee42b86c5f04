package contact

import (
	"fmt"
	"net/url"
	"strings"
)

// reader gathers cards.
type reader struct {
	scan     scanner
	begun    int
	cards    []Card
	problems []string
	card     *draft
}

// draft is a card while it is read.
type draft struct {
	Card
	line   int
	suffix string
	nick   string
	pref   bool // the first address was said to be preferred
}

const maxProblems = 20

func (r *reader) say(format string, a ...any) {
	if len(r.problems) < maxProblems {
		r.problems = append(r.problems, fmt.Sprintf(format, a...))
	}
}

func (r *reader) read() {
	for {
		line, n, ok := r.scan.next()
		if !ok {
			break
		}
		if r.card != nil && !wanted(line) {
			continue
		}
		p, ok := cut(line)
		if !ok {
			continue
		}
		switch word := strings.ToUpper(strings.TrimSpace(p.value)); {
		case p.name == "BEGIN" && word == "VCARD":
			if r.card != nil { // it was never closed, or holds another: both are people
				r.close()
			}
			r.begun++
			r.card = &draft{line: n}
		case p.name == "END" && word == "VCARD":
			r.close()
		case r.card != nil:
			r.card.take(p)
		}
		if len(r.cards) >= maxCards {
			r.say("only the first %d cards were read", maxCards)
			return
		}
	}
	r.close()
}

// wanted looks at the first letters of a line: what we do not read is passed over untouched.
func wanted(line []byte) bool {
	head := strings.ToUpper(string(line[:min(len(line), 64)]))
	if i := strings.IndexAny(head, ".:;"); i > 0 && head[i] == '.' {
		head = head[i+1:]
	}
	end := strings.IndexAny(head, ":;")
	if end < 0 {
		return false
	}
	switch strings.TrimSpace(head[:end]) {
	case "BEGIN", "END", "VERSION", "FN", "N", "NICKNAME", "EMAIL", "TEL", "URL", "ORG", "TITLE", "UID":
		return true
	}
	return false
}

func (d *draft) take(p property) {
	switch p.name {
	case "VERSION":
		d.Version = text(p.value)
	case "UID":
		d.UID = text(p.value)
	case "FN":
		if d.Name == "" {
			d.Name = text(p.value)
		}
	case "NICKNAME":
		d.nick = p.fields(',')[0]
	case "N":
		f := append(p.fields(';'), "", "", "", "", "")
		if d.Family == "" && d.Given == "" {
			d.Family, d.Given, d.suffix = f[0], f[1], f[4]
		}
	case "ORG":
		if d.Org == "" {
			d.Org = p.fields(';')[0]
		}
	case "TITLE":
		if d.Title == "" {
			d.Title = text(p.value)
		}
	case "EMAIL":
		d.email(p)
	case "TEL":
		d.phone(p)
	case "URL":
		if u, err := url.Parse(text(p.value)); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
			d.Links = more(d.Links, u.String())
		}
	}
}

// email takes an address; one that is preferred comes first.
func (d *draft) email(p property) {
	mail := text(p.value)
	if len(mail) > 7 && strings.EqualFold(mail[:7], "mailto:") {
		mail = mail[7:]
	}
	if !strings.Contains(mail, "@") || strings.ContainsAny(mail, " <>") {
		return
	}
	first := p.is("TYPE", "PREF") || p.params["PREF"] != ""
	if first && !d.pref {
		d.pref = true
		d.Emails = append([]string{mail}, d.Emails[:min(len(d.Emails), maxValues-1)]...)
		return
	}
	d.Emails = more(d.Emails, mail)
}

// phone takes a number; a fax or a pager takes no call.
func (d *draft) phone(p property) {
	if (p.is("TYPE", "FAX") || p.is("TYPE", "PAGER")) && !p.is("TYPE", "VOICE") && !p.is("TYPE", "CELL") {
		return
	}
	n := text(p.value)
	if len(n) > 4 && strings.EqualFold(n[:4], "tel:") {
		n, _, _ = strings.Cut(n[4:], ";")
		if s, err := url.PathUnescape(n); err == nil {
			n = text(s)
		}
	}
	if strings.ContainsAny(n, "0123456789") {
		d.Phones = more(d.Phones, n)
	}
}

func more(list []string, s string) []string {
	for _, o := range list {
		if o == s {
			return list
		}
	}
	if len(list) >= maxValues {
		return list
	}
	return append(list, s)
}

// close keeps the card in hand, with the name as people say it.
func (r *reader) close() {
	d := r.card
	r.card = nil
	if d == nil {
		return
	}
	parts := strings.TrimSpace(d.Given + " " + d.Family)
	switch {
	case d.Name == "" && parts != "":
		d.Name = parts
	case d.Name == "":
		d.Name = d.nick
	}
	d.known()
	if strings.Contains(d.Name, "@") && len(d.Emails) > 0 { // an address in the place of a name is none
		d.Name = ""
	}
	if d.Name == "" && len(d.Emails) == 0 {
		r.say("the card of line %d has neither a name nor an address", d.line)
		return
	}
	r.cards = append(r.cards, d.Card)
}

// known takes back what Write added to a name, so that a card that went out comes in as it was.
func (d *draft) known() {
	open := strings.LastIndex(d.Name, " (")
	if open <= 0 || !strings.HasSuffix(d.Name, ")") {
		return
	}
	inner := d.Name[open+2 : len(d.Name)-1]
	if d.suffix == "("+inner+")" || d.Org != "" && strings.HasPrefix(inner, d.Org) {
		d.Name, d.Known = d.Name[:open], inner
	}
}
