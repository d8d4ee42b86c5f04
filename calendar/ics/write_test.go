package ics

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"afterword"
)

func at(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

func wellFormed(t *testing.T, b []byte) {
	t.Helper()
	if !bytes.HasSuffix(b, []byte("END:VCALENDAR\r\n")) || bytes.Count(b, []byte("\n")) != bytes.Count(b, []byte("\r\n")) {
		t.Error("a line does not end in CRLF")
	}
	for _, l := range strings.Split(string(b), "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) {
			t.Errorf("line of %d octets, or cut within a character: %q", len(l), l)
		}
	}
}

func TestWhatIsWrittenIsReadBackTheSame(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Zweites Gespräch, später; „Fragen“ \\ 日本語 ", 12) + "\nnext line"
	cal := Calendar{Name: "Afterword: Nördlingen", Entries: []Entry{
		{
			UID: "thank_you:abc@afterword", Sequence: 3, Stamp: at("2026-11-20T10:00:00Z"),
			Start: at("2026-11-21T08:30:00Z"), End: at("2026-11-21T08:45:00Z"), Summary: long, Description: long,
			URL: "https://example.com/a?b=c,d;e", Alarms: []time.Time{at("2026-11-21T08:30:00Z"), at("2026-11-20T19:10:00+01:00"), at("2026-11-20T18:10:00Z")},
		},
		{UID: "wait:abc@afterword", Stamp: at("2026-11-20T10:00:00Z"), Day: afterword.NewDate(2026, 12, 4), Summary: "Wait until today"},
		{UID: "gone:abc@afterword", Sequence: 1, Stamp: at("2026-11-20T10:00:00Z"), Start: at("2026-11-21T08:30:00Z"), Cancelled: true, Alarms: []time.Time{at("2026-11-21T08:30:00Z")}},
	}}
	var b bytes.Buffer
	if err := Write(&b, cal); err != nil {
		t.Fatal(err)
	}
	wellFormed(t, b.Bytes())
	if n := strings.Count(b.String(), "TRIGGER;VALUE=DATE-TIME:"); n != 2 {
		t.Errorf("%d alarms, want 2: the same instant once, none for what was called off", n)
	}
	events, err := Parse(&b)
	if err != nil || len(events) != 3 {
		t.Fatalf("%d events, %v", len(events), err)
	}
	e := events[0]
	if e.Summary != oneLine(long) || e.Description != strings.TrimSpace(long) || e.Sequence != 3 || !e.Start.Equal(at("2026-11-21T08:30:00Z")) || e.Method != "PUBLISH" {
		t.Errorf("got %+v", e)
	}
	if !events[1].AllDay || events[1].Day != afterword.NewDate(2026, 12, 4) || events[1].LastDay != events[1].Day {
		t.Errorf("all day: %+v", events[1])
	}
	if !events[2].Cancelled || events[2].Sequence != 1 {
		t.Errorf("called off: %+v", events[2])
	}
}

func TestNothingCanBeSmuggledIntoACalendar(t *testing.T) {
	t.Parallel()
	for _, evil := range []string{"a\r\nATTENDEE:mailto:x@y.example", "a\nBEGIN:VALARM", "a\u2028X:1", "a\u0085X:1", "a\x00b\"c", "\xff\xfe;,:\\"} {
		var b bytes.Buffer
		err := Write(&b, Calendar{Name: evil, Method: evil, Organizer: Address{Name: evil, Email: "o@p.example" + evil}, Entries: []Entry{{
			UID: "u" + evil, Stamp: at("2026-11-20T10:00:00Z"), Start: at("2026-11-20T10:00:00Z"),
			Summary: evil, Description: evil, Location: evil, URL: "https://example.com/" + evil, Alarms: []time.Time{at("2026-11-20T10:00:00Z")}, AlarmText: evil,
		}}})
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, b.Bytes())
		alarms := 0
		for _, l := range strings.Split(b.String(), "\r\n") {
			if l == "BEGIN:VALARM" {
				alarms++
			}
			if strings.HasPrefix(l, "ATTENDEE") || strings.HasPrefix(l, "X:") {
				t.Errorf("%q became the line %q", evil, l)
			}
		}
		if alarms != 1 {
			t.Errorf("%q became an alarm", evil)
		}
	}
}

func TestAReplyKeepsWhatTheirCalendarMatchesItBy(t *testing.T) {
	t.Parallel()
	in := strings.ReplaceAll(`BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:abc
SEQUENCE:2
RECURRENCE-ID;TZID=Europe/London:20261120T140000
DTSTART;TZID=Europe/London:20261120T150000
DTEND;TZID=Europe/London:20261120T160000
SUMMARY:Interview
ORGANIZER;CN="Nair, Priya":mailto:priya@northwind.example
ATTENDEE;CN=Sam:mailto:sam@example.com
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	events, err := Parse(strings.NewReader(in))
	if err != nil || len(events) != 1 {
		t.Fatal(events, err)
	}
	for said, want := range map[string]string{"accept": "ACCEPTED", "DECLINED": "DECLINED", "Tentative": "TENTATIVE"} {
		b, err := Reply(events[0], Address{Name: "Sam O'Brien, Jr", Email: "sam@example.com"}, said, at("2026-11-18T09:00:00Z"))
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, b)
		back, err := Parse(bytes.NewReader(b))
		if err != nil || len(back) != 1 {
			t.Fatal(back, err)
		}
		r := back[0]
		if r.Method != "REPLY" || r.UID != "abc" || r.Sequence != 2 || r.RecurrenceID != "2026-11-20T14:00:00Z" ||
			!r.Start.Equal(events[0].Start) || r.Organizer.Name != "Nair, Priya" ||
			len(r.Attendees) != 1 || r.Attendees[0] != (Address{Name: "Sam O'Brien, Jr", Email: "sam@example.com", Status: want}) {
			t.Errorf("%s: %+v", said, r)
		}
	}
	if _, err := Reply(events[0], Address{Email: "sam@example.com"}, "maybe", at("2026-11-18T09:00:00Z")); afterword.KindOf(err) != afterword.InvalidInput {
		t.Errorf("maybe is no answer: %v", err)
	}
}
