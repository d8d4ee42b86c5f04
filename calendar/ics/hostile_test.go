package ics

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// bombs are about 1 MiB each.
func bombs() map[string][]byte {
	fill := func(head, unit, tail string) []byte {
		n := (1<<20 - len(head) - len(tail)) / len(unit)
		return []byte(head + strings.Repeat(unit, n) + tail)
	}
	const begin, event = "BEGIN:VCALENDAR\nVERSION:2.0\n", "BEGIN:VEVENT\nUID:1\nDTSTART:20261120T140000Z\n"
	zones := &strings.Builder{}
	zones.WriteString(begin)
	for i := 0; zones.Len() < 1<<20-400; i++ {
		fmt.Fprintf(zones, "BEGIN:VTIMEZONE\nTZID:z%d\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0137\nTZOFFSETTO:+0137\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nX-PAD:ppppppppppppppppppppppppppppppppppppppppppppp\nUID:%d\nDTSTART;TZID=z%d:%04d0101T000000\nEND:VEVENT\n", i, i, i, i%9000+1)
	}
	manyNames := &strings.Builder{}
	manyNames.WriteString(begin)
	for i := 0; manyNames.Len() < 1<<20-100; i++ {
		fmt.Fprintf(manyNames, "BEGIN:VEVENT\nX-PAD:ppppppppppppppppppppppppppppppppppppppppppppp\nDTSTART;TZID=Europe/X%d:20260101T000000\nEND:VEVENT\n", i)
	}
	return map[string][]byte{
		"open components":     fill(begin, "BEGIN:VEVENT\n", ""),
		"deep components":     fill("", "BEGIN:X\n", ""),
		"deep calendars":      fill("", "BEGIN:VCALENDAR\n", ""),
		"one long fold":       fill(begin+event+"SUMMARY:", "\n a", "\nEND:VEVENT\n"),
		"empty folds":         fill(begin+event+"SUMMARY:", "\n ", "\nEND:VEVENT\n"),
		"one long line":       fill(begin+event+"DESCRIPTION:", "a", "\nEND:VEVENT\n"),
		"many parameters":     fill(begin+event+"ATTENDEE", ";A=b", ":mailto:x@y.example\nEND:VEVENT\n"),
		"many values":         fill(begin+event+"ATTENDEE;MEMBER=", "\"a\",", "b:mailto:x@y.example\nEND:VEVENT\n"),
		"many attendees":      fill(begin+event, "ATTENDEE:mailto:x@y.example\n", "END:VEVENT\n"),
		"many events":         fill(begin, "BEGIN:VEVENT\nEND:VEVENT\n", ""),
		"many equal events":   fill(begin, event+"END:VEVENT\n", ""),
		"many properties":     fill(begin+event, "UID:\n", "END:VEVENT\n"),
		"many starts":         fill(begin+event, "DTSTART:1\n", "END:VEVENT\n"),
		"many rules":          fill(begin+event, "RRULE:FREQ=SECONDLY;COUNT=999999999\n", "END:VEVENT\n"),
		"many links":          fill(begin+event+"DESCRIPTION:", "https://a.zoom.us/x ", "\nEND:VEVENT\n"),
		"nested redirections": fill(begin+event+"DESCRIPTION:", "https://www.google.com/url?q=", "\nEND:VEVENT\n"),
		"tags":                fill(begin+event+"DESCRIPTION:", "<a href=", ">\nEND:VEVENT\n"),
		"open tags":           fill(begin+event+"DESCRIPTION:", "<", ">\nEND:VEVENT\n"),
		"comments":            fill(begin+event+"DESCRIPTION:", "<!-- ", ">\nEND:VEVENT\n"),
		"escapes":             fill(begin+event+"SUMMARY:", `\`, "\nEND:VEVENT\n"),
		"carets":              fill(begin+event+"ATTENDEE;CN=\"", "^", "\":mailto:a@b.example\nEND:VEVENT\n"),
		"quotes":              fill(begin+event+"ATTENDEE;CN=", `"`, ":mailto:a@b.example\nEND:VEVENT\n"),
		"quoted printable":    fill(begin+event+"SUMMARY;ENCODING=QUOTED-PRINTABLE:", "=41=\n", "\nEND:VEVENT\n"),
		"zones with rules":    []byte(zones.String()),
		"zones without":       []byte(manyNames.String()),
		"observances":         fill(begin+"BEGIN:VTIMEZONE\nTZID:a\n", "BEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\n", "END:VTIMEZONE\n"+event+"END:VEVENT\n"),
		"rdates":              fill(begin+"BEGIN:VTIMEZONE\nTZID:a\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nRDATE:", "20260101T000000,", "\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=a:20260101T000000\nEND:VEVENT\n"),
		"nothing":             fill("", "\n", ""),
		"zeros":               bytes.Repeat([]byte{0}, 1<<20),
		"utf-16":              append([]byte{0xff, 0xfe}, bytes.Repeat([]byte("A\x00\n\x00"), 1<<18-1)...),
		"bad utf-8":           bytes.Repeat([]byte("A:\xff\n"), 1<<18),
	}
}

func TestAMebibyteOfMaliceCostsLittle(t *testing.T) {
	for name, b := range bombs() {
		if len(b) > 1<<20 {
			b = b[:1<<20]
		}
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		began := time.Now()
		events, err := Parse(bytes.NewReader(b))
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		for range 2 { // the quickest of three: other tests may keep the machine busy
			if took > time.Second {
				began = time.Now()
				_, _ = Parse(bytes.NewReader(b))
				took = min(took, time.Since(began))
			}
		}
		used := after.TotalAlloc - before.TotalAlloc
		if took > time.Second || used > 64<<20 {
			t.Errorf("%s: %v, %d MiB, %d events, %v", name, took, used>>20, len(events), err)
		} else {
			t.Logf("%s: %v, %d MiB, %d events, %v", name, took, used>>20, len(events), err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, b := range samples(f) {
		if len(b) < 20<<10 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		began := time.Now()
		events, err := Parse(bytes.NewReader(b))
		if took := time.Since(began); took > 2*time.Second {
			t.Fatalf("took %v", took)
		}
		if err != nil && len(events) > 0 {
			t.Fatal("an error and events")
		}
		for _, e := range events {
			if !e.Start.IsZero() && e.End.Before(e.Start) {
				t.Fatalf("ends before it starts: %v %v", e.Start, e.End)
			}
			if !e.AllDay && e.Start.IsZero() && len(e.Problems) == 0 && !bytes.Contains(b, []byte("0001")) {
				t.Fatalf("silent about its start: %+v", e)
			}
			if _, err := Reply(e, Address{Email: "me@example.com"}, "accept", e.Stamp); err == nil {
				continue
			}
		}
	})
}

func FuzzZoneName(f *testing.F) {
	for z := range windowsZones {
		f.Add(z)
	}
	f.Add("(UTC+01:00) Amsterdam, Berlin")
	f.Add("/mozilla.org/20070129_1/Europe/Berlin")
	f.Fuzz(func(t *testing.T, s string) {
		z, ok := ZoneName(s)
		if !ok {
			return
		}
		if _, err := time.LoadLocation(z); err != nil || z == "" || z == "Local" {
			t.Fatalf("%q became %q: %v", s, z, err)
		}
	})
}
