package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"afterword"
)

// lineLimit bounds one line of input, and so the memory that a stream needs.
const lineLimit = 16 << 20

// loud is how many inputs that cannot be read are told one by one on standard error.
const loud = 20

// question is one input of the commands that only understand text: a file, a text, or a line with a
// JSON object, which may say of itself what flags say for all.
type question struct {
	ID       json.RawMessage `json:"id"`
	Text     string          `json:"text"`
	From     string          `json:"from"`
	Zone     string          `json:"zone"`
	Region   string          `json:"region"`
	Kind     string          `json:"kind"`
	To       string          `json:"to"`
	Employer string          `json:"employer"`
	Lang     string          `json:"lang"`
	name     string          // of the file, "-" for a line
}

// answer is what is found in one question.
type answer interface {
	tagged(id json.RawMessage) answer // the same with the id of its line
	words(p *page)
}

// wrong is the answer to an input that cannot be read.
type wrong struct {
	ID    json.RawMessage `json:"id,omitempty"`
	File  string          `json:"file,omitempty"`
	Line  int             `json:"line,omitempty"`
	Error string          `json:"error"`
	Hint  string          `json:"hint,omitempty"`
}

// stream answers every input, in order, and holds one of them at a time.
type stream struct {
	s       *session
	command string
	find    func(question) (answer, error)
	out     *bufio.Writer
	enc     *json.Encoder
	bad     int
	code    int
}

// understand answers inputs: texts as they are, or files; "-" are lines of JSON on standard input.
func (s *session) understand(command string, inputs []string, files bool, find func(question) (answer, error)) error {
	st := &stream{s: s, command: command, find: find, out: bufio.NewWriterSize(s.Out, 64<<10)}
	st.enc = json.NewEncoder(st.out)
	st.enc.SetEscapeHTML(false)
	for _, in := range inputs {
		if err := st.input(in, files); err != nil {
			return err
		}
	}
	if err := st.out.Flush(); err != nil {
		return err
	}
	if st.bad > loud {
		s.note("afterword: %s: %d more could not be read", command, st.bad-loud)
	}
	if st.bad > 0 {
		return told(st.code)
	}
	return nil
}

func (st *stream) input(in string, files bool) error {
	if in == "-" {
		return st.lines(bufio.NewReaderSize(st.s.In, 64<<10))
	}
	q := question{name: in, Text: in}
	if files {
		b, err := st.s.file(in)
		if err != nil {
			return st.fail(q, 0, err)
		}
		q.Text = string(b)
	}
	return st.answer(q, 0)
}

func (st *stream) lines(r *bufio.Reader) error {
	for n := 1; ; n++ {
		line, tooLong, err := readLine(r)
		if err != nil && !errors.Is(err, io.EOF) {
			return fileError("-", err)
		}
		if err := st.line(n, line, tooLong); err != nil {
			return err
		}
		if err != nil {
			return nil
		}
		if r.Buffered() == 0 { // whoever waits for an answer before asking on gets it
			if err := st.out.Flush(); err != nil {
				return err
			}
		}
		if err := st.s.ctx.Err(); err != nil {
			return err
		}
	}
}

func (st *stream) line(n int, line []byte, tooLong bool) error {
	q := question{name: "-"}
	if tooLong {
		return st.fail(q, n, afterword.Invalid("", "longer than 16 MiB"))
	}
	if line = bytes.TrimSpace(line); len(line) == 0 {
		return nil
	}
	var given struct {
		question
		Text *string `json:"text"`
	}
	if err := json.Unmarshal(line, &given); err != nil {
		return st.fail(q, n, afterword.Invalid("", "not a JSON object with a text: %s", err).WithHint(`write it like {"id":"1","text":"…"}`))
	}
	q = given.question
	q.name = "-"
	if given.Text == nil {
		return st.fail(q, n, afterword.Invalid("text", "is missing"))
	}
	q.Text = *given.Text
	return st.answer(q, n)
}

func (st *stream) answer(q question, n int) error {
	a, err := st.find(q)
	if err != nil && a != nil { // its own shape can say that it cannot be read
		st.count(q, n, err)
		err = nil
	}
	if err != nil {
		return st.fail(q, n, err)
	}
	if st.s.asJSON {
		return st.enc.Encode(a.tagged(q.ID))
	}
	a.words(&page{w: st.out})
	return nil
}

// fail answers an input that cannot be read with the reason, and goes on.
func (st *stream) fail(q question, n int, err error) error {
	w := wrong{ID: q.ID, File: q.name, Line: n}
	w.Error, w.Hint = st.count(q, n, err)
	if st.s.asJSON {
		return st.enc.Encode(w)
	}
	return nil
}

// count keeps the exit code of the first input that cannot be read, and tells of the first few.
func (st *stream) count(q question, n int, err error) (says, hint string) {
	var known *afterword.Error
	says, code := err.Error(), exitFault
	if errors.As(err, &known) {
		says, hint, code = known.Error(), known.Hint, exitCode(known.Kind)
	}
	if st.bad++; st.bad == 1 {
		st.code = code
	}
	if st.bad > loud {
		return says, hint
	}
	at := q.name
	if n > 0 {
		at = fmt.Sprintf("line %d", n)
	}
	if r := []rune(at); len(r) > 60 {
		at = string(r[:60]) + "…"
	}
	st.s.note("afterword: %s: %s: %s", st.command, at, says)
	if hint != "" {
		st.s.note("afterword: hint: %s", hint)
	}
	return says, hint
}

// readLine reads to the next line end. A line over the limit is read to its end and thrown away.
func readLine(r *bufio.Reader) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !tooLong {
			line = append(line, part...)
		}
		if len(line) > lineLimit {
			line, tooLong = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}
