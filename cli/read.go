package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"strings"
	"time"

	"afterword"
	"afterword/mail/mime"
	"afterword/reading"
	"afterword/when"
)

type readCmd struct {
	File   []string `arg:"" sep:"none" help:"A mail; - reads lines like {\"id\":\"1\",\"text\":\"…\"}."`
	From   string   `placeholder:"TIME" help:"When it was sent; the mail's own date, if not given."`
	Zone   string   `placeholder:"ZONE" help:"The time zone of their dates; that of the mail's date, if not given."`
	Region string   `placeholder:"CODE" help:"Whose holidays count, and whose way to write 12/04."`
}

// mailAnswer is the contract's shape.
type mailAnswer struct {
	ID json.RawMessage `json:"id,omitempty"`
	reading.Reading
}

func (c *readCmd) Run(s *session) error {
	r, err := newReader(s, c.From, c.Zone, c.Region)
	if err != nil {
		return err
	}
	return s.understand("read", c.File, true, func(q question) (answer, error) {
		m, err := letterOf(q)
		if err != nil {
			return nil, err
		}
		sent, opt, err := r.sent(q, m.Date)
		if err != nil {
			return nil, err
		}
		found := reading.Mail(mailInput(m), afterword.DateOf(sent), opt)
		found.File = q.name
		return mailAnswer{Reading: found}, nil
	})
}

// letterOf is the mail in an input. A line, or a file that says that it is only text, may hold the
// words alone.
func letterOf(q question) (mime.Message, error) {
	b := []byte(q.Text)
	plain := q.name == "-" || strings.HasSuffix(strings.ToLower(q.name), ".txt")
	if plain && strings.TrimSpace(q.Text) != "" && !mime.LooksLikeMail(b) && !mime.LooksLikeCalendar(b) {
		return mime.Message{Text: strings.ToValidUTF8(q.Text, "\ufffd")}, nil
	}
	return mime.Parse(bytes.NewReader(b))
}

// sent is when a mail was sent, in the zone that goes with it: what the line or a flag says, else its
// own date, else now.
func (r *reader) sent(q question, date time.Time) (time.Time, when.Options, error) {
	at, timed, err := r.moment(q)
	if err != nil {
		return at, when.Options{}, err
	}
	if q.From == "" && r.from == "" && !date.IsZero() {
		if cmp.Or(q.Zone, r.zone) != "" {
			date = date.In(at.Location())
		}
		at, timed = date, true
	}
	opt, err := r.options(q)
	if timed {
		opt.At = at
	}
	return at, opt, err
}

// mailInput is a mail as far as its meaning depends on it.
func mailInput(m mime.Message) reading.Input {
	in := reading.Input{
		Subject: m.Subject, From: m.From, Text: m.Text,
		AutoSubmitted: m.Automatic.AutoSubmitted, Precedence: m.Automatic.Precedence, ListID: m.Automatic.ListID,
		AutoReply: m.Automatic.AutoReply, ReturnPath: m.Automatic.ReturnPath,
		Unsubscribe: m.Automatic.ListUnsubscribe, Report: m.Automatic.Report,
	}
	events, err := calendarsOf(m) // a broken one leaves the mail readable
	if err != nil || len(events) == 0 {
		return in
	}
	in.Invitation, in.Problems = &events[0].Invitation, events[0].Problems
	return in
}

func (a mailAnswer) tagged(id json.RawMessage) answer { a.ID = id; return a }

func (a mailAnswer) words(p *page) {
	p.line("%s: %s", a.File, spoken(a.Kind))
	if a.Because != "" {
		p.line("  %s", a.Because)
	}
	for _, w := range a.Windows {
		p.line("  %s: until %s", w.Text, w.WaitUntil.Words())
	}
	if a.Signature.Name != "" {
		p.line("  from %s", who(a.Signature.Name, a.Signature.Email))
	}
}
