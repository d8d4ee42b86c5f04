package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// print writes the answer: one JSON value, or words for people.
func (s *session) print(v any, words func(w *page)) error {
	if s.asJSON {
		return encode(s.Out, v)
	}
	p := &page{w: bufio.NewWriter(s.Out), own: s.own()}
	words(p)
	return p.w.Flush()
}

// note tells a person something beside the answer.
func (s *session) note(format string, a ...any) { say(s.Err, format, a...) }

// encode writes one compact JSON value and a line end.
func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// many is v, or an empty list: a list is never null.
func many[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}

// page is a page of words. What goes wrong while writing comes out at its flush.
type page struct {
	w   *bufio.Writer
	own *time.Location // the candidate's zone
}

func (p *page) line(format string, a ...any) { _, _ = fmt.Fprintf(p.w, format+"\n", a...) }

func (p *page) gap() { p.line("") }
