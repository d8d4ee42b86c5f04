package mime

import (
	"bytes"
	"fmt"
	"io"
	"net/mail"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jhillyerd/enmime/v2"
	"golang.org/x/text/encoding/charmap"

	"afterword"
)

// Parse reads a mail. Faults in it are collected in Problems; the error is Invalid, for what is no
// mail at all and for what is too large to be one.
func Parse(r io.Reader) (Message, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return Message{}, &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: "cannot be read", Err: err}
	}
	if len(b) > maxBytes {
		return Message{}, afterword.Invalid("file", "is larger than 12 MiB").WithHint("save the mail without its attachments")
	}
	return parse(b, 0)
}

func parse(b []byte, depth int) (Message, error) {
	b = trimFront(b)
	if len(bytes.TrimSpace(b)) == 0 {
		return Message{}, afterword.Invalid("file", "is empty")
	}
	if !LooksLikeMail(b) {
		return Message{}, afterword.Invalid("file", "is not a mail: it does not begin with headers").
			WithHint("save the mail as .eml, or give the .ics file")
	}
	if err := bounded(b); err != nil {
		return Message{}, err
	}
	// The library's guesses at a charset change right texts; ours comes after the declared one.
	p := enmime.NewParser(enmime.DisableCharacterDetection(true), enmime.DisableTextConversion(true),
		enmime.MaxStoredPartErrors(5), enmime.SkipMalformedParts(true), enmime.MultipartWOBoundaryAsSinglePart(true),
		enmime.SetReadPartErrorPolicy(enmime.AllowCorruptTextPartErrorPolicy), enmime.StripMediaTypeInvalidCharacters(true))
	e, err := p.ReadEnvelope(bytes.NewReader(b))
	if err != nil {
		return plainly(b, err)
	}
	m := Message{}
	m.readHeaders(e)
	for _, x := range e.Errors {
		if x.Severe {
			m.problem("a part is damaged: %s", strings.ToLower(x.Name))
		}
	}
	m.Text, m.HTML = bodies(e.Root)
	if m.Text == "" && m.HTML == "" {
		m.Text, m.HTML = cut(asUTF8(e.Text), maxText), cut(asUTF8(e.HTML), maxText)
	}
	m.walk(e.Root, depth)
	m.settleText()
	m.pastedCalendar()
	return m, nil
}

// plainly reads what the library gives up on: the headers as far as they go, the rest as text.
func plainly(b []byte, cause error) (Message, error) {
	head, body, _ := bytes.Cut(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	m := Message{Text: cut(asUTF8(string(body)), maxText)}
	m.problem("the parts of the mail cannot be told apart, it was read as one text")
	if msg, err := mail.ReadMessage(bytes.NewReader(append(slices.Clone(head), "\n\n"...))); err == nil {
		m.Subject = decodeHeader(msg.Header.Get("Subject"))
		m.From = firstBox(boxes(decodeHeader(msg.Header.Get("From"))))
	} else if len(head) == 0 {
		return Message{}, &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: "cannot be read as a mail", Err: cause}
	}
	m.pastedCalendar()
	return m, nil
}

var (
	reBoundary = pattern(`(?i)boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))`)
	reHeader   = pattern(`^[!-9;-~]{1,76}[ \t]*:`)
)

// bounded refuses, before anything is built, a mail made of very many parts, or of parts in parts.
func bounded(b []byte) error {
	found := reBoundary().FindAllSubmatch(b, maxBoundaries+1)
	if len(found) > maxBoundaries {
		return afterword.Invalid("file", "has more than %d parts within parts", maxBoundaries)
	}
	marks := map[string]bool{}
	for _, f := range found {
		marks[string(f[1])+string(f[2])] = true
	}
	parts, header := 0, 0
	for rest := b; len(rest) > 0; {
		line := rest
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			line, rest = rest[:i], rest[i+1:]
		} else {
			rest = nil
		}
		if header >= 0 {
			if header += len(line) + 1; header > maxHeader {
				return afterword.Invalid("file", "has headers of more than 256 KiB")
			}
			if len(bytes.TrimSpace(line)) == 0 {
				header = -1
			}
		}
		if len(line) > 2 && line[0] == '-' && line[1] == '-' {
			mark := strings.TrimRight(string(line[2:min(len(line), 210)]), " \t\r")
			if marks[mark] {
				header = 0 // the part's own headers
				if parts++; parts > maxParts {
					return afterword.Invalid("file", "has more than %d parts", maxParts)
				}
			}
		}
	}
	return nil
}

// LooksLikeMail says that b begins with the headers of a mail, an mbox line before them allowed.
func LooksLikeMail(b []byte) bool {
	b = trimFront(b)
	if LooksLikeCalendar(b) {
		return false
	}
	known := 0
	for i, line := range bytes.SplitN(b[:min(len(b), 64<<10)], []byte("\n"), 80) {
		line = bytes.TrimRight(line, "\r")
		if i == 0 && bytes.HasPrefix(line, []byte("From ")) {
			continue
		}
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		if !reHeader().Match(line) {
			break
		}
		name, _, _ := strings.Cut(strings.ToLower(string(line)), ":")
		switch strings.TrimSpace(name) {
		case "from", "to", "subject", "date", "message-id", "received", "mime-version", "content-type", "return-path",
			"delivered-to", "cc", "sender", "reply-to", "x-mailer", "content-transfer-encoding", "in-reply-to":
			known++
		}
	}
	return known > 0
}

// LooksLikeCalendar says that b begins as a calendar file does.
func LooksLikeCalendar(b []byte) bool {
	b = bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), " \t\r\n")
	if bytes.HasPrefix(b, []byte("\xff\xfeB\x00")) || bytes.HasPrefix(b, []byte("\xfe\xff\x00B")) {
		return true
	}
	head := strings.ToUpper(string(b[:min(len(b), 40)]))
	return strings.HasPrefix(head, "BEGIN:VCALENDAR") || strings.HasPrefix(head, "BEGIN:VEVENT") || strings.HasPrefix(head, "BEGIN:VTIMEZONE")
}

// trimFront drops a byte order mark and blank lines before the headers.
func trimFront(b []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), "\r\n")
}

func (m *Message) problem(format string, a ...any) {
	s := fmt.Sprintf(format, a...)
	if len(m.Problems) < 10 && !slices.Contains(m.Problems, s) {
		m.Problems = append(m.Problems, s)
	}
}

// asUTF8 reads what no declared charset explained as Windows-1252, which most such mails are in.
func asUTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
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

func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	return strings.ToValidUTF8(s[:limit], "")
}

// unflow joins the lines that format=flowed broke (RFC 3676): those that end in a blank.
func unflow(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	var b strings.Builder
	for i, l := range lines {
		l = strings.TrimPrefix(l, " ") // space-stuffing
		b.WriteString(l)
		soft := strings.HasSuffix(l, " ") && l != "-- " && i+1 < len(lines) && lines[i+1] != "" &&
			strings.HasPrefix(l, ">") == strings.HasPrefix(lines[i+1], ">") && !strings.HasPrefix(l, ">")
		if !soft && i+1 < len(lines) {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
