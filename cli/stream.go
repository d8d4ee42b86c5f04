package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

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

// stream answers every input, in order, and holds a few of them at a time.
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
	a, err := st.find(q)
	return st.write(result{q: q, a: a, err: err})
}

// lines answers lines in batches, so that every core has something to do; the order stays, and whoever
// waits for an answer before asking on gets it.
func (st *stream) lines(r *bufio.Reader) error {
	var batch []result
	size := 0
	for n := 1; ; n++ {
		line, tooLong, err := readLine(r)
		if err != nil && !errors.Is(err, io.EOF) {
			return fileError("-", err)
		}
		if line = bytes.TrimSpace(line); tooLong || len(line) > 0 {
			batch = append(batch, result{n: n, line: line, tooLong: tooLong})
			size += len(line)
		}
		if err != nil || r.Buffered() == 0 || len(batch) == batchLines || size > lineLimit {
			if err := st.batch(batch); err != nil {
				return err
			}
			batch, size = batch[:0], 0
		}
		if err != nil {
			return nil
		}
	}
}

// batchLines is how many lines are answered together.
const batchLines = 256

// result is a line and what was found in it.
type result struct {
	n       int
	line    []byte
	tooLong bool
	q       question
	a       answer
	err     error
}

// batch finds the answers side by side and writes them in order.
func (st *stream) batch(all []result) error {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(all)) {
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(all)); i = next.Add(1) - 1 {
				st.line(&all[i])
			}
		})
	}
	wait.Wait()
	for _, r := range all {
		if err := st.write(r); err != nil {
			return err
		}
	}
	return errors.Join(st.out.Flush(), st.s.ctx.Err())
}

// line finds the answer to a line.
func (st *stream) line(r *result) {
	r.q.name = "-"
	if r.tooLong {
		r.err = afterword.Invalid("", "longer than 16 MiB")
		return
	}
	var given struct {
		question
		Text *string `json:"text"`
	}
	if err := json.Unmarshal(r.line, &given); err != nil {
		r.q.ID = given.ID
		r.err = afterword.Invalid("", "not a JSON object with a text%s", plainly(err)).WithHint(`write it like {"id":"1","text":"…"}`)
		return
	}
	r.q = given.question
	r.q.name = "-"
	if given.Text == nil {
		r.err = afterword.Invalid("text", "is missing")
		return
	}
	r.q.Text = *given.Text
	r.a, r.err = st.find(r.q)
}

// plainly says what is wrong with a line without the words of the program.
func plainly(err error) string {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf(": %s is a %s and no text", kind.Field, kind.Value)
	case errors.As(err, &kind):
		return fmt.Sprintf(": it is a JSON %s", kind.Value)
	case errors.As(err, &syntax):
		return fmt.Sprintf(": %s, at byte %d", syntax.Error(), syntax.Offset)
	}
	return ""
}

// write writes one answer.
func (st *stream) write(r result) error {
	if r.err != nil && r.a == nil {
		return st.fail(r.q, r.n, r.err)
	}
	if r.err != nil { // its own shape says that it cannot be read
		st.count(r.q, r.n, r.err)
	}
	if st.s.asJSON {
		return st.enc.Encode(r.a.tagged(r.q.ID))
	}
	r.a.words(&page{w: st.out})
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
	if r := []rune(at); len(r) > 200 {
		at = string(r[:200]) + "…"
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
