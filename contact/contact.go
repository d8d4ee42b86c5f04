// Package contact reads and writes vCards (RFC 6350 and 2426, and what vCard 2.1 left behind), the
// form in which people come out of address books and go into them.
//
// Read Read and Write first; lines.go takes content lines apart. The package keeps what a job search
// needs of a person and passes over pictures, birthdays and home addresses before they take memory. It
// refuses to guess: a card without a name and an address is said, never made up.
//
// The lines are taken apart here and not by a library: the one that was tried (emersion/go-vcard) does
// not fold what it writes, leaves quoted-printable as it is, and takes time that grows with the square
// of a folded value.
package contact

import (
	"io"

	"afterword"
)

// Card is one person.
type Card struct {
	UID     string
	Name    string // as it is shown: "Priya Nair"
	Known   string // what is added to the name so that a call is known: "Northwind, interviewer"
	Given   string
	Family  string
	Emails  []string // the preferred one first
	Phones  []string
	Links   []string
	Org     string
	Title   string
	Version string // as the file said it
}

// Limits of a file. An address book with pictures is larger than all its text.
const (
	maxBytes  = 16 << 20
	maxCards  = 5000
	maxValues = 20 // of one kind on one card
	maxLine   = 8 << 10
)

// Read reads every card of a file. What could not be read is said in problems, in plain words; the
// error is Invalid when nothing could be.
func Read(r io.Reader) (cards []Card, problems []string, err error) {
	b, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, nil, &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: "cannot be read", Err: err}
	}
	if len(b) > maxBytes {
		return nil, nil, afterword.Invalid("file", "is larger than 16 MiB").WithHint("export the people of your search alone, without pictures")
	}
	p := &reader{scan: scanner{rest: toUTF8(b)}}
	p.read()
	if len(p.cards) == 0 {
		if p.begun == 0 {
			return nil, nil, afterword.Invalid("file", "is not a contact file: it has no BEGIN:VCARD").WithHint("a contact file is a .vcf")
		}
		return nil, p.problems, afterword.Invalid("file", "holds nobody with a name or an address")
	}
	return p.cards, p.problems, nil
}
