package mime

import (
	"bytes"
	"net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword"
)

func outgoing(name, email, subject, text, id string) Outgoing {
	return Outgoing{
		From: afterword.Mailbox{Name: name, Email: "sam@example.com"}, To: []afterword.Mailbox{{Name: name, Email: email}},
		Subject: subject, Text: text, MessageID: id, InReplyTo: id, References: []string{id, id},
		Date: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC),
	}
}

// onlyExpected reads the mail with another reader: exactly our headers, one recipient.
func onlyExpected(t *testing.T, b []byte, m Outgoing) {
	t.Helper()
	got, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%v\n%q", err, b)
	}
	allowed := []string{"From", "To", "Subject", "Date", "Message-Id", "In-Reply-To", "References", "Mime-Version", "Content-Type", "Content-Transfer-Encoding"}
	for k, v := range got.Header {
		if !slices.Contains(allowed, k) || len(v) != 1 {
			t.Fatalf("header %q: %q", k, v)
		}
	}
	to, err := got.Header.AddressList("To")
	if err != nil || len(to) != 1 || !strings.EqualFold(to[0].Address, strings.TrimSpace(m.To[0].Email)) {
		t.Fatalf("to %v, want %q (%v)", to, m.To[0].Email, err)
	}
	from, err := got.Header.AddressList("From")
	if err != nil || len(from) != 1 || from[0].Address != m.From.Email || from[0].Name != strings.ReplaceAll(headerText(m.From.Name), "=?", "= ?") {
		t.Fatalf("from %v, want %q (%v)", from, m.From, err)
	}
	for _, l := range bytes.Split(b, []byte("\r\n")) {
		if bytes.ContainsAny(l, "\r\n\x00") || len(l) > 998 {
			t.Fatalf("line %q", l)
		}
	}
	if !bytes.Contains(b, []byte("\r\n\r\n")) {
		t.Fatal("no body")
	}
}

func TestAMailIsReadBackAsItWasWritten(t *testing.T) {
	t.Parallel()
	text := "Dear Priya,\n\nthank you – über die „Fragen“ 日本語.\n\nFrom the heart\n.\nSam\n"
	for _, subject := range []string{"Thank you", "Vielen Dank für das Gespräch", strings.Repeat("lang und länger ", 20), "=?utf-8?q?=0D=0ABcc:_x?= is text", ""} {
		m := outgoing("Nair, Priya Ö", "priya@northwind.example", subject, text, "abc.1@example.com")
		b, err := Compose(m)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Compose(m)
		if !bytes.Equal(b, again) {
			t.Error("the same mail gave other bytes")
		}
		onlyExpected(t, b, m)
		got, err := Parse(bytes.NewReader(b))
		if err != nil || got.Subject != strings.TrimSpace(subject) || got.Text != text || got.To[0] != m.To[0] ||
			got.MessageID != "abc.1@example.com" || !got.Date.Equal(m.Date) {
			t.Errorf("%v\n got %+v\nwant %+v", err, got, m)
		}
	}
}

func TestHeadersCannotBeInjected(t *testing.T) {
	t.Parallel()
	for _, evil := range []string{"a\r\nBcc: x@y.example", "a\nBcc: x@y.example", "a\rBcc: x", "a\x00b", "a\u0085Bcc: x", "a\u2028Bcc: x", "<x@y.example>, a", `"a" <x@y.example>`} {
		m := outgoing(evil, "priya@northwind.example", evil, evil, evil)
		b, err := Compose(m)
		if err != nil {
			t.Fatalf("%q: %v", evil, err)
		}
		onlyExpected(t, b, m)
		if _, err := Compose(outgoing("a", "p@q.example"+evil, "s", "t", "")); err == nil && strings.ContainsAny(evil, "\r\n<,") {
			t.Errorf("%q is no address", "p@q.example"+evil)
		}
	}
}

const invitation = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:abc\r\nSUMMARY:Gespräch\r\nDTSTART:20261120T140000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

func TestAnInvitationIsFoundWhereverMailProgramsPutIt(t *testing.T) {
	t.Parallel()
	const head = "From: a@b.example\r\nSubject: Interview\r\nMIME-Version: 1.0\r\n"
	b64 := "QkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVRVUVTVA0KQkVHSU46VkVWRU5UDQpVSUQ6YWJjDQpTVU1NQVJZOkdlc3Byw6RjaA0K\r\nRFRTVEFSVDoyMDI2MTEyMFQxNDAwMDBaDQpFTkQ6VkVWRU5UDQpFTkQ6VkNBTEVOREFSDQo=\r\n"
	inner := head + "Content-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\nContent-Type: text/plain\r\n\r\nHello\r\n--i\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n" + invitation + "--i--\r\n"
	cases := map[string]string{
		"a part":        inner,
		"base64":        head + "Content-Type: text/calendar; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64,
		"an attachment": head + "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nHello\r\n--m\r\nContent-Type: application/octet-stream; name=invite.ics\r\nContent-Disposition: attachment; filename=invite.ics\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64 + "--m--\r\n",
		"both":          head + "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/calendar; charset=utf-8\r\n\r\n" + invitation + "--m\r\nContent-Type: application/ics; name=invite.ics\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64 + "--m--\r\n",
		"a forward":     "From: c@d.example\r\nSubject: Fwd\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: text/plain\r\n\r\nsee below\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n" + inner + "--o--\r\n",
		"pasted":        head + "Content-Type: text/plain; charset=utf-8\r\n\r\nHere it is:\r\n" + invitation,
	}
	for name, in := range cases {
		m, err := Parse(strings.NewReader(in))
		if err != nil || len(m.Calendars) != 1 || !bytes.Contains(m.Calendars[0], []byte("SUMMARY:Gespräch")) {
			t.Errorf("%s: %d calendars, %v, %v", name, len(m.Calendars), err, m.Problems)
		}
	}
	only := head + "Content-Type: text/calendar; method=request\r\n\r\n" + strings.Replace(invitation, "METHOD:REQUEST\r\n", "", 1)
	if m, err := Parse(strings.NewReader(only)); err != nil || len(m.Calendars) != 1 || !bytes.Contains(m.Calendars[0], []byte("\nMETHOD:REQUEST")) {
		t.Errorf("the method of the part is lost: %q %v", m.Calendars, err)
	}
	m, err := Parse(strings.NewReader(head + "Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Disposition: attachment; filename=winmail.dat\r\n\r\nx\r\n"))
	if err != nil || len(m.Problems) == 0 || !strings.Contains(m.Problems[0], "winmail.dat") {
		t.Errorf("winmail.dat is not said: %v, %v", m.Problems, err)
	}
}
