package cli

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"afterword"
	"afterword/note"
)

type checkCmd struct {
	File     []string `arg:"" sep:"none" help:"A letter; - reads lines like {\"id\":\"1\",\"text\":\"…\"}."`
	Kind     string   `placeholder:"KIND" help:"What kind of note it is; else it is read from the text."`
	To       string   `placeholder:"NAME" help:"To whom it goes."`
	Employer string   `placeholder:"NAME" help:"The employer."`
	Lang     string   `placeholder:"LANG" help:"Its language, like en or de."`
}

// checkAnswer is the contract's shape. At are byte offsets into the whole text that was given.
type checkAnswer struct {
	ID   json.RawMessage `json:"id,omitempty"`
	File string          `json:"file"`
	note.Report
}

func (c *checkCmd) Run(s *session) error {
	return s.understand("check", c.File, true, func(q question) (answer, error) {
		kind := afterword.NoteKind(cmp.Or(q.Kind, c.Kind))
		if kind != "" && !slices.Contains(afterword.NoteKinds(), kind) {
			return nil, afterword.Invalid("kind", "%q is not a kind of note", kind).WithHint("%s", kinds())
		}
		subject, body := parts(q.Text)
		r := note.Check(subject, body, note.Known{
			Kind: kind, Lang: cmp.Or(q.Lang, c.Lang), To: cmp.Or(q.To, c.To), Employer: cmp.Or(q.Employer, c.Employer),
		})
		r.Checks = many(r.Checks)
		moveBy(r.Checks, len(q.Text)-len(body))
		return checkAnswer{File: q.name, Report: r}, nil
	})
}

// moveBy makes offsets into the body offsets into the text.
func moveBy(all []afterword.Check, n int) {
	for i, c := range all {
		if c.At != nil && n > 0 {
			all[i].At = &[2]int{c.At[0] + n, c.At[1] + n}
		}
	}
}

func (a checkAnswer) tagged(id json.RawMessage) answer { a.ID = id; return a }

func (a checkAnswer) words(p *page) {
	p.line("%s", a.File)
	p.checks(a.Checks, a.Words, a.OwnWords)
}

// kinds are the kinds of notes, as a hint lists them.
func kinds() string {
	var all []string
	for _, k := range afterword.NoteKinds() {
		all = append(all, string(k))
	}
	return strings.Join(all, ", ")
}
