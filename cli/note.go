package cli

import (
	"errors"
	"regexp"
	"strings"

	"afterword"
	"afterword/service"
)

type notesCmd struct {
	Interview string `arg:""`
}

func (c *notesCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	all, err := v.Notes(s.ctx, a, c.Interview)
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) { p.notes(all) })
}

type noteCmd struct {
	Note    string `arg:"" help:"Its id; afterword notes shows it."`
	Edit    string `placeholder:"FILE" xor:"do" help:"Take this text. A first line \"Subject: …\" with an empty line after it is its subject."`
	Approve bool   `xor:"do" help:"It is good and may go."`
	Because string `placeholder:"REASON" help:"Why it should go although it is early."`
	Keep    bool   `xor:"do" help:"Keep it until it may go."`
	LetGo   bool   `xor:"do" help:"It is not needed any more."`
	Sent    bool   `xor:"do" help:"It went."`
	At      string `placeholder:"TIME" help:"When it went, if not now."`
	Skip    bool   `xor:"do" help:"Leave it out."`
	Why     string `placeholder:"WHY" help:"Why it is left out."`
	PassOn  string `placeholder:"PERSON" xor:"do" help:"It went through this person."`
	Earlier bool   `xor:"do" help:"What it said before it was changed."`
	Back    int    `placeholder:"VERSION" xor:"do" help:"Bring back what it said in that version; --earlier lists them."`
}

// Validate finds what cannot go together.
func (c *noteCmd) Validate() error {
	switch {
	case c.Because != "" && !c.Approve:
		return misused("--because belongs to --approve")
	case c.At != "" && !c.Sent:
		return misused("--at belongs to --sent")
	case c.Why != "" && !c.Skip:
		return misused("--why belongs to --skip")
	}
	return nil
}

func (c *noteCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	if c.Earlier {
		texts, err := v.Earlier(s.ctx, a, c.Note)
		if err != nil {
			return err
		}
		return s.print(many(texts), func(p *page) { p.earlier(texts) })
	}
	var n service.NoteView
	switch {
	case c.Back != 0:
		n, err = v.BringBack(s.ctx, a, c.Note, c.Back)
	case c.Edit != "":
		b, ferr := s.file(c.Edit)
		if ferr != nil {
			return ferr
		}
		n, err = v.EditNote(s.ctx, a, c.Note, letter(b))
	case c.Approve:
		n, err = v.Approve(s.ctx, a, c.Note, c.Because)
	case c.Keep:
		n, err = v.Keep(s.ctx, a, c.Note)
	case c.LetGo:
		n, err = v.LetGo(s.ctx, a, c.Note)
	case c.Sent:
		n, err = v.SentNote(s.ctx, a, c.Note, c.At)
	case c.Skip:
		n, err = v.SkipNote(s.ctx, a, c.Note, c.Why)
	case c.PassOn != "":
		n, err = v.PassOn(s.ctx, a, c.Note, c.PassOn)
	default:
		n, err = v.Note(s.ctx, a, c.Note)
	}
	return s.oneNote(n, err)
}

// oneNote prints a note, or what the guard says when it held it.
func (s *session) oneNote(n service.NoteView, err error) error {
	if err != nil {
		return s.held(err)
	}
	n.Checks = many(n.Checks)
	return s.print(n, func(p *page) { p.note(n) })
}

// held adds to the guard's sentence the moment from which it allows.
func (s *session) held(err error) error {
	var held *service.Held
	var known *afterword.Error
	if !errors.As(err, &held) || !errors.As(err, &known) || held.Verdict.Until == nil {
		return err
	}
	e := *known
	way := "--keep keeps it until then"
	if held.Verdict.MayOverride {
		way += "; --approve --because REASON sends it now"
	}
	e.Hint = "until " + stamp(*held.Verdict.Until) + "; " + way
	return &e
}

var reSubject = regexp.MustCompile(`^\x{feff}?(?i:subject):[ \t]*([^\r\n]*)\r?\n[ \t]*\r?\n`)

// parts takes a text apart into its subject, where its first line is one and an empty line follows,
// and its body, which is the end of the text as it stands.
func parts(text string) (subject, body string) {
	m := reSubject.FindStringSubmatch(text)
	if m == nil {
		return "", strings.TrimPrefix(text, "\ufeff")
	}
	return strings.TrimSpace(m[1]), text[len(m[0]):]
}

// letter is the text of a file as an edit of a note.
func letter(b []byte) service.NoteEdit {
	text := strings.ReplaceAll(strings.ToValidUTF8(string(b), "\ufffd"), "\r\n", "\n")
	subject, body := parts(text)
	if !reSubject.MatchString(text) {
		return service.NoteEdit{Body: body}
	}
	return service.NoteEdit{Subject: &subject, Body: body}
}

type writeCmd struct {
	Interview string `arg:""`
	Kind      string `arg:"" help:"thanks, agency_thanks, status, promised, reply, withdrawal, answer_no, answer_offer, feedback, referee_heads_up, referee_thanks, ask_word, ask_insider or stay_in_touch."`
	To        string `placeholder:"PERSON" help:"To whom."`
	By        string `placeholder:"CHANNEL" help:"email, phone, message, portal, post or agency."`
}

func (c *writeCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	n, err := v.Write(s.ctx, a, c.Interview, c.Kind, c.To, c.By)
	return s.oneNote(n, err)
}

type mayCmd struct {
	Interview string `arg:""`
	Kind      string `arg:"" help:"As for afterword write."`
	To        string `placeholder:"PERSON" help:"To whom."`
	By        string `placeholder:"CHANNEL" help:"email, phone, message, portal, post or agency."`
}

func (c *mayCmd) Run(s *session) error {
	svc, a, err := s.open()
	if err != nil {
		return err
	}
	v, err := svc.May(s.ctx, a, c.Interview, c.Kind, c.To, c.By)
	if err != nil {
		return err
	}
	v.Practices = many(v.Practices)
	if err := s.print(v, func(p *page) { p.verdict(v) }); err != nil {
		return err
	}
	if v.Verdict != afterword.Allow {
		return told(exitNotNow)
	}
	return nil
}
