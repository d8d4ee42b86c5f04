package ics

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestWholeDaysAreThoseThatTakeADay(t *testing.T) {
	t.Parallel()
	for lines, want := range map[string]string{
		"DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261209":                               "2026-12-01 2026-12-08",
		"DTSTART;VALUE=DATE:20261201":                                                          "2026-12-01 2026-12-01",
		"DTSTART;TZID=Europe/London:20261024T000000\nDTEND;TZID=Europe/London:20261026T000000": "2026-10-24 2026-10-25",
		"DTSTART;TZID=Europe/London:20260329T000000\nDTEND;TZID=Europe/London:20260330T000000": "2026-03-29 2026-03-29", // 23 hours
		"DTSTART;TZID=Europe/London:20261204T170000\nDTEND;TZID=Europe/London:20261207T090000": "2026-12-04 2026-12-07",
		"DTSTART;TZID=Europe/London:20261204T090000\nDTEND;TZID=Europe/London:20261204T170000": "",
		"DTSTART;TZID=Nowhere/Land:20261204T000000\nDTEND;TZID=Nowhere/Land:20261209T000000":   "",
		"DTSTART;VALUE=DATE:20261201\nSTATUS:CANCELLED":                                        "",
		"DTSTART:rubbish": "",
	} {
		events, err := Parse(strings.NewReader("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR\n"))
		if err != nil || len(events) != 1 {
			t.Errorf("%q: %v %v", lines, events, err)
			continue
		}
		got := ""
		if from, to, ok := events[0].WholeDays(); ok {
			got = from.String() + " " + to.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", lines, got, want)
		}
	}
}

func TestAnAlarmIsToldFromTheStartOrIsAMoment(t *testing.T) {
	t.Parallel()
	e := Entry{UID: "1", Stamp: at("2026-11-20T10:00:00Z"), Start: at("2026-11-20T14:00:00Z"), Summary: "x",
		AlarmsAfter: []time.Duration{80 * time.Minute, -15 * time.Minute, 26*time.Hour + 30*time.Second, 0},
		Alarms:      []time.Time{at("2026-11-20T15:20:00Z"), at("2026-11-21T08:30:00Z")}}
	var b bytes.Buffer
	if err := Write(&b, Calendar{Refresh: time.Hour, Entries: []Entry{e}}); err != nil {
		t.Fatal(err)
	}
	wellFormed(t, b.Bytes())
	var got []string
	for l := range strings.SplitSeq(b.String(), "\r\n") {
		if strings.HasPrefix(l, "TRIGGER") || strings.HasPrefix(l, "REFRESH") {
			got = append(got, l)
		}
	}
	want := "REFRESH-INTERVAL;VALUE=DURATION:PT1H TRIGGER:-PT15M TRIGGER:PT0S TRIGGER:PT1H20M TRIGGER:PT26H30S TRIGGER;VALUE=DATE-TIME:20261121T083000Z"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}
