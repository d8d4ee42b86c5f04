package mime

import (
	"bytes"
	stdmime "mime"
	"strings"

	"github.com/jhillyerd/enmime/v2"
)

// walk looks at every part, also of mails within the mail: an invitation that was forwarded stands
// in a message/rfc822.
func (m *Message) walk(p *enmime.Part, depth int) {
	for ; p != nil; p = p.NextSibling {
		m.part(p, depth)
		m.walk(p.FirstChild, depth)
	}
}

func (m *Message) part(p *enmime.Part, depth int) {
	kind, name := strings.ToLower(p.ContentType), strings.ToLower(p.FileName)
	switch {
	case isCalendar(kind, name, p.Content):
		m.addCalendar(withMethod(p.Content, methodOf(p)))
	case kind == "message/rfc822" || kind == "message/global" || strings.HasSuffix(name, ".eml"):
		m.forwarded(p.Content, depth)
	case kind == "application/ms-tnef" || kind == "application/vnd.ms-tnef" || name == "winmail.dat":
		m.problem("an attachment is winmail.dat, a form that only Outlook opens: an invitation in it cannot be read; ask for the .ics")
	case kind == "multipart/encrypted", strings.HasSuffix(kind, "pkcs7-mime") && !strings.Contains(strings.ToLower(p.ContentTypeParams["smime-type"]), "signed"):
		m.problem("the mail is encrypted, what is in it cannot be read here")
	case strings.HasSuffix(kind, "pkcs7-mime"):
		m.problem("the mail is wrapped in a signature, what is in it cannot be read here")
	case kind == "message/disposition-notification" || kind == "message/delivery-status":
		m.Automatic.Report = true
	}
	if p.FileName != "" || p.Disposition == "attachment" {
		if len(m.Attachments) < maxAttachments {
			m.Attachments = append(m.Attachments, Attachment{Name: oneLine(asUTF8(p.FileName)), Type: kind, Size: len(p.Content)})
		}
	}
}

// bodies are the text and the HTML that a person sees: of alternatives one, of all other parts each.
// Mail programs cut a text in two around an attachment; the library keeps one of the halves.
func bodies(p *enmime.Part) (text, htm string) {
	var t, h []string
	collect(p, &t, &h, 0)
	return cut(strings.Join(t, "\n"), maxText), cut(strings.Join(h, "\n"), maxText)
}

func collect(p *enmime.Part, t, h *[]string, depth int) {
	if p == nil || depth > maxBoundaries || p.Disposition == "attachment" {
		return
	}
	kind := strings.ToLower(p.ContentType)
	if p.FirstChild == nil {
		s := cut(asUTF8(string(p.Content)), maxText)
		switch {
		case strings.TrimSpace(s) == "", p.FileName != "" && p.Disposition != "inline":
		case kind == "text/plain", kind == "":
			if strings.EqualFold(p.ContentTypeParams["format"], "flowed") {
				s = unflow(s)
			}
			*t = append(*t, s)
		case kind == "text/html":
			*h = append(*h, s)
		}
		return
	}
	if kind != "multipart/alternative" {
		for c := p.FirstChild; c != nil; c = c.NextSibling {
			collect(c, t, h, depth+1)
		}
		return
	}
	var at, ah []string // the first of each kind: the later ones say the same again
	for c := p.FirstChild; c != nil; c = c.NextSibling {
		var ct, ch []string
		collect(c, &ct, &ch, depth+1)
		if len(at) == 0 {
			at = ct
		}
		if len(ah) == 0 {
			ah = ch
		}
	}
	*t, *h = append(*t, at...), append(*h, ah...)
}

func isCalendar(kind, name string, content []byte) bool {
	switch kind {
	case "text/calendar", "application/ics", "text/x-vcalendar", "application/calendar", "text/ics":
		return true
	}
	named := strings.HasSuffix(name, ".ics") || strings.HasSuffix(name, ".vcs") || strings.HasSuffix(name, ".ical")
	return (named || kind == "application/octet-stream" || kind == "text/plain") && LooksLikeCalendar(content)
}

func (m *Message) addCalendar(b []byte) {
	if len(bytes.TrimSpace(b)) == 0 {
		m.problem("its calendar part is empty")
		return
	}
	if len(b) > maxCalendar {
		m.problem("its calendar part is larger than 1 MiB and was left out")
		return
	}
	// Mail programs send the same invitation as a part and as an attachment.
	for _, known := range m.Calendars {
		if sameButSpace(known, b) {
			return
		}
	}
	if len(m.Calendars) < maxCalendars {
		m.Calendars = append(m.Calendars, b)
	}
}

// methodOf reads the parameter from the header itself: the library forgets it on a mail of one part.
func methodOf(p *enmime.Part) string {
	if m := p.ContentTypeParams["method"]; m != "" {
		return m
	}
	_, params, err := stdmime.ParseMediaType(p.Header.Get("Content-Type"))
	if err != nil {
		return ""
	}
	return params["method"]
}

var reMethod = pattern(`(?im)^\s*METHOD\s*[:;]`)

// withMethod puts the method into a file that has it only in the header of its part (RFC 6047 2.4).
func withMethod(b []byte, method string) []byte {
	method = strings.ToUpper(method)
	head := []byte("BEGIN:VCALENDAR")
	if method == "" || strings.Trim(method, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" || reMethod().Match(b) || !bytes.HasPrefix(bytes.ToUpper(b[:min(len(b), 15)]), head) {
		return b
	}
	return append(append(append([]byte(nil), b[:15]...), "\r\nMETHOD:"+method...), b[15:]...)
}

func sameButSpace(a, b []byte) bool {
	return bytes.Equal(bytes.Join(bytes.Fields(a), nil), bytes.Join(bytes.Fields(b), nil))
}

// forwarded takes the invitation out of a mail in the mail, and its words when the outer has none.
func (m *Message) forwarded(b []byte, depth int) {
	if depth >= maxForwards {
		m.problem("mails within mails are read %d deep", maxForwards)
		return
	}
	in, err := parse(b, depth+1)
	if err != nil {
		m.problem("a mail within it cannot be read")
		return
	}
	for _, c := range in.Calendars {
		m.addCalendar(c)
	}
	for _, p := range in.Problems {
		m.problem("%s", p)
	}
	if strings.TrimSpace(m.Text) == "" && strings.TrimSpace(m.HTML) == "" && !m.Automatic.Report {
		m.Text, m.HTML = in.Text, in.HTML
	}
}

// settleText takes the text from HTML when there is no text, or one that says only "use HTML".
func (m *Message) settleText() {
	m.Text = strings.ReplaceAll(m.Text, "\r\n", "\n")
	if m.HTML == "" {
		if looksLikeHTML(m.Text) { // HTML that is declared as text
			m.HTML = m.Text
			m.Text = HTMLText(m.HTML)
		}
		return
	}
	if t := strings.TrimSpace(m.Text); t == "" || isPlaceholder(t) {
		m.Text = HTMLText(m.HTML)
	}
}

func looksLikeHTML(s string) bool {
	head := strings.ToLower(strings.TrimSpace(cut(s, 600)))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") ||
		strings.HasPrefix(head, "<body") || strings.HasPrefix(head, "<div")
}

func isPlaceholder(t string) bool {
	if len(t) > 300 {
		return false
	}
	low := strings.ToLower(t)
	for _, s := range []string{"html", "view this email in", "view in browser", "view it in your browser", "does not support"} {
		if strings.Contains(low, s) {
			return true
		}
	}
	return false
}

// pastedCalendar finds a calendar file that stands in the text itself.
func (m *Message) pastedCalendar() {
	if len(m.Calendars) > 0 {
		return
	}
	i := strings.Index(m.Text, "BEGIN:VCALENDAR")
	if i < 0 {
		return
	}
	end := strings.Index(m.Text[i:], "END:VCALENDAR")
	if end < 0 {
		end = len(m.Text) - i
	} else {
		end += len("END:VCALENDAR")
	}
	m.addCalendar([]byte(m.Text[i : i+end]))
}
