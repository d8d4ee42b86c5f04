package contact

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// scanner hands out unfolded content lines.
type scanner struct {
	rest []byte
	n    int // lines read
}

// next is the next content line, unfolded: a line that begins with a blank belongs to the one before,
// and in vCard 2.1 so does one after a soft break of quoted-printable. A line is kept up to maxLine:
// what is longer is a picture.
func (s *scanner) next() (line []byte, n int, ok bool) {
	if len(s.rest) == 0 {
		return nil, 0, false
	}
	line, n = s.physical(), s.n+1
	s.n++
	copied, quoted := false, quotedLine(line)
	for len(s.rest) > 0 {
		soft := quoted && bytes.HasSuffix(line, []byte("="))
		if !soft && s.rest[0] != ' ' && s.rest[0] != '\t' {
			break
		}
		more := s.physical()
		s.n++
		if !copied {
			line, copied = append(make([]byte, 0, len(line)+len(more)), line...), true
		}
		if soft {
			line = line[:len(line)-1]
		} else {
			more = more[1:]
		}
		if len(line)+len(more) <= maxLine {
			line = append(line, more...)
		}
	}
	return line, n, true
}

// quotedLine says that a line is in quoted-printable. Only its head is looked at.
func quotedLine(line []byte) bool {
	head := line[:min(len(line), 200)]
	return bytes.Contains(bytes.ToUpper(head), []byte("QUOTED-PRINTABLE"))
}

func (s *scanner) physical() []byte {
	i := bytes.IndexAny(s.rest, "\r\n")
	if i < 0 {
		l := s.rest
		s.rest = nil
		return l
	}
	l := s.rest[:i]
	if s.rest[i] == '\r' && i+1 < len(s.rest) && s.rest[i+1] == '\n' {
		i++
	}
	s.rest = s.rest[i+1:]
	return l
}

// property is one content line, taken apart.
type property struct {
	name   string            // in capitals, without its group
	params map[string]string // in capitals; several values of one are joined by commas
	value  string            // decoded, with its escapes
}

// cut takes a line apart: [group "."] name *(";" param) ":" value.
func cut(line []byte) (p property, ok bool) {
	head, value, found := splitValue(line)
	if !found {
		return p, false
	}
	parts := splitQuoted(head, ';')
	p.name = strings.ToUpper(strings.TrimSpace(parts[0]))
	if i := strings.LastIndexByte(p.name, '.'); i >= 0 {
		p.name = p.name[i+1:]
	}
	p.params = map[string]string{}
	for _, q := range parts[1:] {
		name, v, has := strings.Cut(q, "=")
		name = strings.ToUpper(strings.TrimSpace(name))
		if !has { // vCard 2.1 writes the bare word: TEL;WORK;VOICE
			name, v = "TYPE", name
			if v == "QUOTED-PRINTABLE" || v == "BASE64" || v == "B" {
				name = "ENCODING"
			}
		}
		v = strings.ToUpper(strings.ReplaceAll(v, `"`, ""))
		if old := p.params[name]; old != "" && len(old) < 200 {
			v = old + "," + v
		}
		if len(p.params) < 20 {
			p.params[name] = v
		}
	}
	if p.params["ENCODING"] == "QUOTED-PRINTABLE" {
		value = unquote(value)
	}
	p.value = decode(value, p.params["CHARSET"])
	return p, p.name != ""
}

// splitValue parts a line at its first colon outside quotes.
func splitValue(line []byte) (head string, value []byte, ok bool) {
	quoted := false
	for i, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ':' && !quoted:
			return string(line[:i]), line[i+1:], true
		}
	}
	if i := bytes.IndexByte(line, ':'); i >= 0 { // a quote that never closes
		return string(line[:i]), line[i+1:], true
	}
	return "", nil, false
}

func splitQuoted(s string, sep byte) (parts []string) {
	quoted, from := false, 0
	for i := 0; i < len(s) && len(parts) < 50; i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == sep && !quoted:
			parts = append(parts, s[from:i])
			from = i + 1
		}
	}
	return append(parts, s[from:])
}

// is says that a parameter has this word among its values.
func (p property) is(param, word string) bool {
	for v := range strings.SplitSeq(p.params[param], ",") {
		if strings.TrimSpace(v) == word {
			return true
		}
	}
	return false
}

// fields are the parts of a structured value, with the escapes of RFC 6350 3.4 undone.
func (p property) fields(sep byte) (parts []string) {
	from := 0
	for i := 0; i < len(p.value) && len(parts) < 20; i++ {
		switch p.value[i] {
		case '\\':
			i++
		case sep:
			parts = append(parts, text(p.value[from:i]))
			from = i + 1
		}
	}
	return append(parts, text(p.value[min(from, len(p.value)):]))
}

// text undoes the escapes and makes one line of it.
func text(s string) string {
	if strings.IndexByte(s, '\\') >= 0 {
		s = unescaper.Replace(s)
	}
	return strings.Join(strings.Fields(clean(s)), " ")
}

var unescaper = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\:`, ":")

// clean drops what cannot stand in text.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == 0x85, r == 0x2028, r == 0x2029, r == '\t':
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func unquote(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] == '=' && i+2 < len(b) {
			if hi, lo := unhex(b[i+1]), unhex(b[i+2]); hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, b[i])
	}
	return out
}

func unhex(c byte) int { return strings.IndexByte("0123456789ABCDEF", bytes.ToUpper([]byte{c})[0]) }

// decode reads a value in the character set that its line names, else in UTF-8, else as Windows wrote.
func decode(b []byte, charset string) string {
	if charset != "" && charset != "UTF-8" {
		if e, err := htmlindex.Get(strings.ToLower(charset)); err == nil {
			if s, err := e.NewDecoder().Bytes(b); err == nil {
				return string(s)
			}
		}
	}
	if utf8.Valid(b) {
		return string(b)
	}
	s, _ := charmap.Windows1252.NewDecoder().Bytes(b)
	return string(s)
}

// toUTF8 undoes byte order marks and UTF-16.
func toUTF8(b []byte) []byte {
	big := bytes.HasPrefix(b, []byte("\xfe\xff"))
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return b[3:]
	case !big && !bytes.HasPrefix(b, []byte("\xff\xfe")):
		return b
	}
	b = b[2:]
	u := make([]uint16, 0, len(b)/2)
	for ; len(b) >= 2; b = b[2:] {
		if big {
			u = append(u, uint16(b[0])<<8|uint16(b[1]))
		} else {
			u = append(u, uint16(b[1])<<8|uint16(b[0]))
		}
	}
	return []byte(string(utf16.Decode(u)))
}
