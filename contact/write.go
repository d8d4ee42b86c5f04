package contact

import (
	"bufio"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"afterword"
)

// foldOctets is the longest line, RFC 6350 3.2.
const foldOctets = 75

// Write writes cards as version 4.0 or 3.0, with CRLF and lines of at most 75 octets. What makes a call
// known stands in the name, since a phone shows nothing else: "Priya Nair (Northwind, interviewer)".
// The same cards give the same bytes. Another version, and a card without a name and an address, is
// Invalid, and nothing is written then.
func Write(w io.Writer, version string, cards []Card) error {
	if version != "3.0" && version != "4.0" {
		return afterword.Invalid("version", "%q is not 3.0 or 4.0", version)
	}
	for i, c := range cards {
		if c.Name == "" && len(c.Emails) == 0 {
			return afterword.Invalid("name", "of card %d is empty", i+1)
		}
	}
	p := &printer{w: bufio.NewWriter(w)}
	for _, c := range cards {
		p.card(version, c)
	}
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}

type printer struct {
	w   *bufio.Writer
	err error
}

func (p *printer) card(version string, c Card) {
	name, known := c.Name, ""
	if name == "" {
		name = c.Emails[0]
	}
	if c.Known != "" {
		known = "(" + c.Known + ")"
	}
	given, family := c.Given, c.Family
	if given == "" && family == "" {
		given, family = parts(name)
	}
	p.line("BEGIN:VCARD")
	p.line("VERSION:" + version)
	p.line("PRODID:-//Afterword//Afterword 1//EN")
	if version == "4.0" {
		p.line("KIND:individual")
	}
	if c.UID != "" {
		uid := "UID:"
		if version == "4.0" {
			uid = "UID;VALUE=text:"
		}
		p.line(uid + escape(c.UID))
	}
	p.line("FN:" + escape(strings.TrimSpace(name+" "+known)))
	p.line("N:" + escape(family) + ";" + escape(given) + ";;;" + escape(known))
	if c.Org != "" {
		p.line("ORG:" + escape(c.Org))
	}
	if c.Title != "" {
		p.line("TITLE:" + escape(c.Title))
	}
	work, internet := "WORK", "INTERNET,WORK"
	if version == "4.0" {
		work, internet = "work", "work"
	}
	for _, m := range c.Emails {
		p.line("EMAIL;TYPE=" + internet + ":" + escape(m))
	}
	for _, n := range c.Phones {
		p.line("TEL;TYPE=" + work + "," + map[string]string{"3.0": "VOICE", "4.0": "voice"}[version] + ":" + escape(n))
	}
	for _, l := range c.Links {
		if u, err := url.Parse(l); err == nil && u.Scheme != "" {
			p.line("URL:" + clean(u.String()))
		}
	}
	p.line("CATEGORIES:Afterword")
	p.line("END:VCARD")
}

// parts takes a name apart for N, where phones want it in two: the last word is the family's, with the
// words before it that belong to it.
func parts(name string) (given, family string) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name, ""
	}
	at := len(words) - 1
	for at > 1 && particle(words[at-1]) {
		at--
	}
	return strings.Join(words[:at], " "), strings.Join(words[at:], " ")
}

// particle is a small word of a family name: "van der", "de la", "von".
func particle(w string) bool {
	switch w {
	case "van", "der", "den", "de", "la", "le", "von", "zu", "di", "da", "dos", "del", "bin", "al", "ter":
		return true
	}
	return false
}

var escaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`)

func escape(s string) string { return escaper.Replace(clean(s)) }

// line writes one line, folded between characters.
func (p *printer) line(rest string) {
	room := foldOctets
	for len(rest) > room {
		at := room
		for at > 1 && !utf8.RuneStart(rest[at]) {
			at--
		}
		p.put(rest[:at] + "\r\n ")
		rest, room = rest[at:], foldOctets-1
	}
	p.put(rest + "\r\n")
}

func (p *printer) put(s string) {
	if p.err == nil {
		_, p.err = p.w.WriteString(s)
	}
}
