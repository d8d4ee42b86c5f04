package mime

import (
	"bytes"
	"encoding/base64"
	"net/mail"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jhillyerd/enmime/v2"

	"afterword"
)

// Outgoing is a mail as it will leave.
type Outgoing struct {
	From       afterword.Mailbox
	To         []afterword.Mailbox
	Subject    string
	Text       string
	Date       time.Time
	MessageID  string // without the brackets
	InReplyTo  string
	References []string
}

// Compose writes a plain-text mail (RFC 5322) in UTF-8 with CRLF. No field can start another header
// or add a recipient. The same input gives the same bytes. Invalid without a sender, a recipient
// or a date, and for an address that is none.
func Compose(m Outgoing) ([]byte, error) {
	from, err := address("from", m.From)
	if err != nil {
		return nil, err
	}
	if len(m.To) == 0 {
		return nil, afterword.Invalid("to", "names nobody")
	}
	b := enmime.Builder().From(from.Name, from.Address).Subject(encodable(headerText(m.Subject)))
	for _, box := range m.To {
		to, err := address("to", box)
		if err != nil {
			return nil, err
		}
		b = b.To(to.Name, to.Address)
	}
	if m.Date.IsZero() {
		return nil, afterword.Invalid("date", "is not set")
	}
	b = b.Date(m.Date)
	if id := idText(m.MessageID); id != "" {
		b = b.Header("Message-ID", id)
	}
	if id := idText(m.InReplyTo); id != "" {
		b = b.Header("In-Reply-To", id)
	}
	var refs []string
	for _, r := range m.References {
		if id := idText(r); id != "" {
			refs = append(refs, id)
		}
	}
	if len(refs) > 0 {
		b = b.Header("References", strings.Join(refs, " "))
	}
	root, err := b.Text([]byte(bodyText(m.Text))).Build()
	if err != nil {
		return nil, &afterword.Error{Kind: afterword.InvalidInput, Msg: "the mail cannot be written", Err: err}
	}
	var out bytes.Buffer
	if err := root.Encode(&out); err != nil {
		return nil, &afterword.Error{Kind: afterword.Internal, Msg: "the mail cannot be written", Err: err}
	}
	return out.Bytes(), nil
}

func address(field string, box afterword.Mailbox) (mail.Address, error) {
	a, err := mail.ParseAddress("<" + strings.TrimSpace(box.Email) + ">")
	if err != nil || strings.ContainsAny(box.Email, "<>,;\r\n\x00") || headerText(a.Address) != a.Address {
		return mail.Address{}, afterword.Invalid(field, "%q is not a mail address", box.Email)
	}
	// No name holds this: in quotes it means itself, but many programs would decode it all the same.
	name := strings.ReplaceAll(headerText(box.Name), "=?", "= ?")
	if holdsNoBreak(name) || len(a.Address) > maxWord {
		return mail.Address{}, afterword.Invalid(field, "the name or address of %.60q is too long for a mail", box.Email)
	}
	return mail.Address{Name: name, Address: a.Address}, nil
}

// holdsNoBreak says that a word is longer than a line.
func holdsNoBreak(s string) bool {
	return slices.ContainsFunc(strings.Fields(s), func(w string) bool { return len(w) > maxWord })
}

// headerText is one line without anything that ends a header, in any reading of it.
func headerText(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r < ' ', r == 0x7f, r >= 0x80 && r < 0xa0, r == 0x2028, r == 0x2029:
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// maxWord is the longest word that a header line holds: lines are broken at blanks, and end after 998
// octets (RFC 5322 2.1.1).
const maxWord = 900

// encodable hides text that looks encoded already, so that no reader decodes it into something else, and
// text with a word that no line holds.
func encodable(s string) string {
	if !strings.Contains(s, "=?") && !holdsNoBreak(s) {
		return s
	}
	var out []string
	for len(s) > 0 {
		n := min(len(s), 40)
		for n < len(s) && !utf8.RuneStart(s[n]) {
			n--
		}
		out = append(out, "=?utf-8?b?"+base64.StdEncoding.EncodeToString([]byte(s[:n]))+"?=")
		s = s[n:]
	}
	return strings.Join(out, " ")
}

func idText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r <= ' ' || r >= 0x7f || strings.ContainsRune(`<>()",;:\[]`, r) {
			return -1
		}
		return r
	}, s)
	if s == "" || len(s) > 400 {
		return ""
	}
	return "<" + s + ">"
}

// bodyText ends every line alike and drops what mail does not carry.
func bodyText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		if r == 0 || r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	if !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return strings.ReplaceAll(s, "\n", "\r\n")
}
