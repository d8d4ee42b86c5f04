package ics

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// property is one content line, taken apart.
type property struct {
	name   string // in capitals
	params []param
	value  string // as it stands in the file
	line   int    // of its first line, from 1
}

type param struct {
	name   string // in capitals
	values []string
}

// param is the first value of a parameter, empty without it.
func (p property) param(name string) string {
	for _, q := range p.params {
		if q.name == name && len(q.values) > 0 {
			return q.values[0]
		}
	}
	return ""
}

// component is a BEGIN … END block with what we keep of it.
type component struct {
	name  string
	line  int
	props []property
	subs  []*component
	cut   bool // it held more than we keep
}

// first is the first property of that name.
func (c *component) first(name string) (property, bool) {
	for _, p := range c.props {
		if p.name == name {
			return p, true
		}
	}
	return property{}, false
}

func (c *component) count(name string) int {
	n := 0
	for _, p := range c.props {
		if p.name == name {
			n++
		}
	}
	return n
}

// text is the first property of that name as text, empty without it.
func (c *component) text(name string) string {
	p, ok := c.first(name)
	if !ok {
		return ""
	}
	return strings.TrimSpace(p.text())
}

// kept are the properties that we read. All others are passed over before they take memory.
func kept(name string) bool {
	switch name {
	case "METHOD", "VERSION", "PRODID", "X-WR-TIMEZONE", "UID", "SEQUENCE", "RECURRENCE-ID", "DTSTART",
		"DTEND", "DURATION", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "DTSTAMP", "ORGANIZER",
		"ATTENDEE", "RRULE", "RDATE", "URL", "CONFERENCE", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "TZ",
		"X-LIC-LOCATION", "X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-CDO-TZID", "X-ALT-DESC",
		"X-GOOGLE-CONFERENCE", "X-GOOGLE-HANGOUT", "X-MICROSOFT-SKYPETEAMSMEETINGURL",
		"X-MICROSOFT-ONLINEMEETINGCONFLINK", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-MS-OLK-CONFTYPE":
		return true
	}
	return strings.HasPrefix(name, "X-") && strings.Contains(name, "MEETING") && strings.Contains(name, "UR")
}

// text is the value with the escapes of RFC 5545 3.3.11 undone; vCalendar 1.0 wrote quoted-printable.
func (p property) text() string {
	v := p.value
	switch strings.ToUpper(p.param("ENCODING")) {
	case "QUOTED-PRINTABLE":
		v = unquotePrintable(v)
		if !utf8.ValidString(v) {
			v = decodeLatin(v)
		}
	case "BASE64", "B":
		if b, err := base64.StdEncoding.DecodeString(strings.TrimSpace(v)); err == nil && utf8.Valid(b) {
			v = string(b)
		}
	}
	return unescape(v)
}

func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'N':
			b.WriteByte('\n')
		case ',', ';', '\\', ':', '"', '\'':
			b.WriteByte(s[i])
		default: // not an escape: a Windows path, say
			b.WriteByte('\\')
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func unquotePrintable(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '=' && i+2 < len(s) {
			hi, lo := unhex(s[i+1]), unhex(s[i+2])
			if hi >= 0 && lo >= 0 {
				b.WriteByte(byte(hi<<4 | lo))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// toUTF8 undoes byte order marks and UTF-16. Single lines in other encodings are read after unfolding,
// since a fold may stand within a character (RFC 5545 3.1).
func toUTF8(b []byte) []byte {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		return fromUTF16(b)
	}
	return b
}

// decodeLatin reads the lines that are not UTF-8 as Windows-1252: a file may hold one bad line.
func decodeLatin(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for l := range strings.SplitAfterSeq(s, "\n") {
		if utf8.ValidString(l) {
			b.WriteString(l)
			continue
		}
		for i := range len(l) {
			b.WriteRune(charmap.Windows1252.DecodeByte(l[i]))
		}
	}
	return b.String()
}

func fromUTF16(b []byte) []byte {
	big := b[0] == 0xfe
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

// scanner hands out unfolded content lines.
type scanner struct {
	rest []byte
	n    int // lines read
}

// next is the next content line, unfolded, and the number of its first line.
func (s *scanner) next() (line string, n int, ok bool) {
	var first []byte
	for {
		if len(s.rest) == 0 {
			return "", 0, false
		}
		first = s.physical()
		if len(bytes.TrimSpace(first)) > 0 {
			break
		}
	}
	n = s.n
	// Some exporters pad whole lines; a fold is only what follows another line.
	if !s.folds(first) {
		return decoded(first), n, true
	}
	buf := append([]byte(nil), first...)
	for s.folds(buf) {
		soft := softBreak(buf)
		more := s.physical()
		if soft {
			buf = buf[:len(buf)-1]
			more = bytes.TrimLeft(more, " \t")
		} else {
			more = more[1:]
		}
		if len(buf)+len(more) <= maxLine {
			buf = append(buf, more...)
		}
	}
	return decoded(buf), n, true
}

// decoded is a line as text, without the control characters that no text may hold.
func decoded(b []byte) string {
	s := string(b)
	if !utf8.Valid(b) {
		s = decodeLatin(s)
	}
	if bytes.IndexFunc(b, control) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if control(r) {
			return -1
		}
		return r
	}, s)
}

func control(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f }

// folds says that the next physical line belongs to the one in hand: it begins with a blank
// (RFC 5545 3.1), or the one in hand ends in a soft break of quoted-printable.
func (s *scanner) folds(hand []byte) bool {
	if len(s.rest) == 0 {
		return false
	}
	return s.rest[0] == ' ' || s.rest[0] == '\t' || softBreak(hand)
}

func softBreak(b []byte) bool {
	if len(b) == 0 || b[len(b)-1] != '=' {
		return false
	}
	head := b[:min(len(b), 200)]
	return bytes.Contains(bytes.ToUpper(head), []byte("QUOTED-PRINTABLE"))
}

func (s *scanner) physical() []byte {
	s.n++
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

// cutLine takes a content line apart: name *(";" param) ":" value, with quotes, and with the faults
// of real files: blanks around names, a colon in an unquoted zone name, no closing quote.
func cutLine(line string, n int) (property, bool) {
	p := property{line: n}
	i := strings.IndexAny(line, ":;")
	if i <= 0 {
		return p, false
	}
	p.name = strings.ToUpper(strings.TrimSpace(line[:i]))
	if g := strings.LastIndexByte(p.name, '.'); g >= 0 { // a group, as vCards have
		p.name = p.name[g+1:]
	}
	if p.name == "" || strings.ContainsAny(p.name, " \t\"=") {
		return p, false
	}
	rest := line[i:]
	for len(rest) > 0 && rest[0] == ';' && len(p.params) < 50 {
		var q param
		q, rest = cutParam(rest[1:])
		if q.name != "" {
			p.params = append(p.params, q)
		}
	}
	if len(rest) == 0 || rest[0] != ':' {
		return p, p.swallowed()
	}
	p.value = rest[1:]
	return p, true
}

// swallowed takes the value back out of a last parameter that was quoted too far, as Exchange was seen
// to write: DTSTART;TZID="W. Europe Standard Time:20200609T090000".
func (p *property) swallowed() bool {
	if len(p.params) == 0 {
		return false
	}
	last := p.params[len(p.params)-1]
	if len(last.values) == 0 {
		return false
	}
	v := last.values[len(last.values)-1]
	i := strings.LastIndexByte(v, ':')
	if i < 0 {
		return false
	}
	if _, ok := parseMoment(v[i+1:]); !ok {
		return false
	}
	last.values[len(last.values)-1], p.value = v[:i], v[i+1:]
	return true
}

func cutParam(s string) (q param, rest string) {
	end := strings.IndexAny(s, "=;:")
	if end < 0 {
		return q, ""
	}
	name := strings.ToUpper(strings.TrimSpace(s[:end]))
	if s[end] != '=' {
		// vCalendar 1.0 writes the bare value: DESCRIPTION;QUOTED-PRINTABLE:…
		if name == "QUOTED-PRINTABLE" || name == "BASE64" {
			return param{name: "ENCODING", values: []string{name}}, s[end:]
		}
		return q, s[end:]
	}
	q.name = name
	s = strings.TrimLeft(s[end+1:], " ")
	for {
		var v string
		v, s = cutParamValue(s, name)
		if len(q.values) < 20 {
			q.values = append(q.values, uncaret(v))
		}
		if !strings.HasPrefix(s, ",") {
			return q, s
		}
		s = s[1:]
	}
}

func cutParamValue(s, name string) (v, rest string) {
	if strings.HasPrefix(s, `"`) {
		if end := strings.IndexByte(s[1:], '"'); end >= 0 {
			v, rest = s[1:1+end], s[2+end:]
			// Text after the closing quote belongs to nobody.
			if i := strings.IndexAny(rest, ";:,"); i > 0 {
				rest = rest[i:]
			}
			return v, rest
		}
		s = s[1:] // no closing quote: read on as if there were none
	}
	stop := ",;:"
	if name == "TZID" { // "(UTC+01:00) Amsterdam, Berlin" unquoted: the value is what looks like a time
		if i := lastTimeColon(s); i >= 0 {
			return strings.Trim(s[:i], `"`), s[i:]
		}
		stop = ";:"
	}
	i := strings.IndexAny(s, stop)
	for name == "TZID" && i > 0 && s[i-1] == '\\' { // "Bangkok\; Hanoi"
		j := strings.IndexAny(s[i+1:], stop)
		if j < 0 {
			i = -1
			break
		}
		i += 1 + j
	}
	if i < 0 {
		return s, ""
	}
	return strings.TrimRight(s[:i], `" `), s[i:]
}

// lastTimeColon finds the colon before a date when an unquoted zone name holds a colon itself.
func lastTimeColon(s string) int {
	i := strings.LastIndexByte(s, ':')
	if i < 0 || strings.ContainsAny(s[:i], ";") || strings.IndexByte(s[:i], ':') < 0 {
		return -1
	}
	if v := strings.TrimSpace(s[i+1:]); len(v) >= 8 && v[0] >= '0' && v[0] <= '9' {
		return i
	}
	return -1
}

// uncaret undoes RFC 6868.
func uncaret(s string) string {
	if !strings.Contains(s, "^") {
		return s
	}
	return strings.NewReplacer("^n", "\n", "^'", `"`, "^^", "^").Replace(s)
}
