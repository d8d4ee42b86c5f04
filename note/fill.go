package note

import (
	"strings"
	"unicode/utf8"
)

// value is what goes into a place of a stem, and whether it is the person's own words.
type value struct {
	text string
	own  bool
}

// values are what the places of a stem are filled from.
type values map[string]value

// piece is a filled part of a letter.
type piece struct {
	text string
	own  [][2]int
}

// fill puts values into a stem. A part in square brackets is left out when a place in it has no value.
// A full stop of the stem is left out after a value that brings its own end.
func fill(stem string, v values) piece {
	var p piece
	for stem != "" {
		switch i := strings.IndexAny(stem, "[{"); {
		case i < 0:
			p.literal(stem)
			return p
		case i > 0:
			p.literal(stem[:i])
			stem = stem[i:]
		case stem[0] == '[':
			end := strings.IndexByte(stem, ']')
			if end < 0 {
				p.literal(stem)
				return p
			}
			if inner := stem[1:end]; filled(inner, v) {
				p.join(fill(inner, v))
			}
			stem = stem[end+1:]
		default:
			end := strings.IndexByte(stem, '}')
			if end < 0 {
				p.literal(stem)
				return p
			}
			p.value(v[stem[1:end]])
			stem = stem[end+1:]
		}
	}
	return p
}

// filled says that every place of a stem has a value.
func filled(stem string, v values) bool {
	for {
		i := strings.IndexByte(stem, '{')
		if i < 0 {
			return true
		}
		end := strings.IndexByte(stem[i:], '}')
		if end < 0 {
			return true
		}
		if v[stem[i+1:i+end]].text == "" {
			return false
		}
		stem = stem[i+end+1:]
	}
}

func (p *piece) literal(s string) {
	if strings.HasPrefix(s, ".") && ended(p.text) {
		s = s[1:]
	}
	if s == "." && endsInLink(p.text) {
		s = ""
	}
	p.text += s
}

func (p *piece) value(v value) {
	from := len(p.text)
	p.text += v.text
	if v.own && v.text != "" {
		p.own = append(p.own, [2]int{from, len(p.text)})
	}
}

func (p *piece) join(q piece) { p.after(q, "") }

// after puts q behind p with something between.
func (p *piece) after(q piece, between string) {
	if q.text == "" {
		return
	}
	if p.text != "" {
		p.text += between
	}
	at := len(p.text)
	p.text += q.text
	for _, s := range q.own {
		p.own = append(p.own, [2]int{s[0] + at, s[1] + at})
	}
}

// ended says that a text has its own end: a mark that closes a sentence, or one inside quotes.
func ended(s string) bool {
	s = strings.TrimRight(s, `"”’)»`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '.' || r == '!' || r == '?' || r == '…'
}

func endsInLink(s string) bool {
	if i := strings.LastIndexAny(s, " \n"); i >= 0 {
		s = s[i+1:]
	}
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.")
}

// paragraphs joins pieces with blank lines.
func paragraphs(ps ...piece) piece {
	var all piece
	for _, p := range ps {
		all.after(p, "\n\n")
	}
	return all
}

// sentences joins pieces with spaces.
func sentences(ps ...piece) piece {
	var all piece
	for _, p := range ps {
		all.after(p, " ")
	}
	return all
}
