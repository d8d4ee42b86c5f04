package ics

import (
	"strings"
	"testing"
	"time"

	"afterword"
)

// file is a calendar file with one event of these lines.
func file(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:abc\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

func one(t *testing.T, in string) Event {
	t.Helper()
	events, err := Parse(strings.NewReader(in))
	if err != nil || len(events) != 1 {
		t.Fatalf("%d events, %v\n%s", len(events), err, in)
	}
	return events[0]
}

const newYork = `BEGIN:VTIMEZONE
TZID:%
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
`

func withRules(tzid, event string) string {
	rules := strings.ReplaceAll(strings.ReplaceAll(newYork, "%", tzid), "\n", "\r\n")
	return strings.Replace(event, "BEGIN:VEVENT", rules+"BEGIN:VEVENT", 1)
}

func TestStartEndAndZone(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name, in         string
		start, end, zone string
		assumed          bool
	}{
		{"UTC", file("DTSTART:20261120T140000Z", "DTEND:20261120T150000Z"), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "UTC", false},
		{"an IANA name without rules", file("DTSTART;TZID=Europe/Berlin:20260720T140000", "DTEND;TZID=Europe/Berlin:20260720T144500"), "2026-07-20T12:00:00Z", "2026-07-20T12:45:00Z", "Europe/Berlin", false},
		{"a Windows name", file("DTSTART;TZID=W. Europe Standard Time:20261120T140000", "DTEND;TZID=W. Europe Standard Time:20261120T150000"), "2026-11-20T13:00:00Z", "2026-11-20T14:00:00Z", "Europe/Berlin", false},
		{"GMT Standard Time is London", file("DTSTART;TZID=GMT Standard Time:20260720T140000"), "2026-07-20T13:00:00Z", "2026-07-20T14:00:00Z", "Europe/London", true},
		{"a title, quoted", file(`DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna":20261120T140000`), "2026-11-20T13:00:00Z", "2026-11-20T14:00:00Z", "Europe/Berlin", true},
		{"a title, not quoted", file(`DTSTART;TZID=(UTC-05:00) Eastern Time (US & Canada):20261120T140000`), "2026-11-20T19:00:00Z", "2026-11-20T20:00:00Z", "America/New_York", true},
		{"a customized zone by its rules", withRules("Customized Time Zone", file("DTSTART;TZID=Customized Time Zone:20260720T140000")), "2026-07-20T18:00:00Z", "2026-07-20T19:00:00Z", "America/New_York", true},
		{"wrong rules: the name counts", withRules("Europe/Berlin", file("DTSTART;TZID=Europe/Berlin:20260720T140000")), "2026-07-20T12:00:00Z", "2026-07-20T13:00:00Z", "Europe/Berlin", true},
		{"a vendor's prefix", file("DTSTART;TZID=/mozilla.org/20070129_1/Asia/Kolkata:20261120T140000"), "2026-11-20T08:30:00Z", "2026-11-20T09:30:00Z", "Asia/Kolkata", true},
		{"an offset as a name", file("DTSTART;TZID=UTC+05:30:20261120T140000"), "2026-11-20T08:30:00Z", "2026-11-20T09:30:00Z", "Asia/Kolkata", true},
		{"an offset as a name, with rules", withRules("GMT-0500", file("DTSTART;TZID=GMT-0500:20260720T140000")), "2026-07-20T18:00:00Z", "2026-07-20T19:00:00Z", "America/New_York", true},
		{"an offset at the time", file("DTSTART:20261120T140000+0100"), "2026-11-20T13:00:00Z", "2026-11-20T14:00:00Z", "Etc/GMT-1", true},
		{"a gap moves to its end", file("DTSTART;TZID=America/New_York:20260308T023000"), "2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z", "America/New_York", true},
		{"of two the first", file("DTSTART;TZID=America/New_York:20261101T013000"), "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "America/New_York", true},
		{"a gap in the file's own rules", withRules("X", file("DTSTART;TZID=X:20260308T023000")), "2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z", "America/New_York", true},
		{"a length", file("DTSTART:20261120T140000Z", "DURATION:PT1H30M"), "2026-11-20T14:00:00Z", "2026-11-20T15:30:00Z", "UTC", false},
		{"a length of days over a change of clocks", file("DTSTART;TZID=Europe/London:20261024T140000", "DURATION:P1D"), "2026-10-24T13:00:00Z", "2026-10-25T14:00:00Z", "Europe/London", false},
		{"no end", file("DTSTART:20261120T140000Z"), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "UTC", true},
		{"an end before the start", file("DTSTART:20261120T140000Z", "DTEND:20261120T130000Z"), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "UTC", true},
		{"an end in another zone", file("DTSTART;TZID=Europe/London:20261120T140000", "DTEND;TZID=Europe/Berlin:20261120T160000"), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "Europe/London", false},
		{"quoted too far", file(`DTSTART;TZID="Pacific Standard Time:20261120T080000"`), "2026-11-20T16:00:00Z", "2026-11-20T17:00:00Z", "America/Los_Angeles", true},
		{"lower case, ISO form", file("dtstart:2026-11-20T14:00:00Z"), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "UTC", true},
		{"only line feeds", strings.ReplaceAll(file("DTSTART:20261120T140000Z"), "\r\n", "\n"), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "UTC", true},
		{"only carriage returns", strings.ReplaceAll(file("DTSTART:20261120T140000Z"), "\r\n", "\r"), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "UTC", true},
		{"a byte order mark", "\ufeff" + file("DTSTART:20261120T140000Z"), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "UTC", true},
		{"control characters", strings.Replace(file("DTSTART:2026\x001120T140000Z"), "UID:", "UID:\x07", 1), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "UTC", true},
		{"cut off", strings.TrimSuffix(file("DTSTART:20261120T140000Z"), "END:VEVENT\r\nEND:VCALENDAR\r\n"), "2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z", "UTC", true},
	}
	for _, c := range cases {
		e := one(t, c.in)
		utc := func(at time.Time) string { return at.UTC().Format(time.RFC3339) }
		if utc(e.Start) != c.start || utc(e.End) != c.end || e.Zone != c.zone || e.EndAssumed != c.assumed || e.WallTimeOnly() {
			t.Errorf("%s: %s to %s in %q, assumed %v %v; want %s to %s in %q", c.name, utc(e.Start), utc(e.End), e.Zone, e.EndAssumed, e.Problems, c.start, c.end, c.zone)
		}
		if e.Start.Location().String() != c.zone {
			t.Errorf("%s: start is in %v", c.name, e.Start.Location())
		}
	}
}

// Names of zones without rules, as programs in other languages and other times wrote them.
func TestNamesOfZones(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Mitteleuropäische Zeit": "Europe/Berlin", "Mitteleuropäische Sommerzeit": "Europe/Berlin", "heure normale d’Europe centrale": "Europe/Berlin",
		"Hora estándar de Europa central": "Europe/Berlin", "czas środkowoeuropejski letni": "Europe/Berlin", "Midden-Europese tijd": "Europe/Berlin",
		"Central European Summer Time": "Europe/Berlin", "(UTC+05:00) Mitteleuropäische Zeit": "",
		"(UTC+01:00) Amsterdam, Berlin, Bern": "Europe/Amsterdam", "(UTC+01:00) Brüssel, Kopenhagen, Madrid, Paris": "Europe/Madrid",
		"Eastern Time (US & Canada)": "America/New_York", "Eastern Time (US &amp; Canada)": "America/New_York", "Eastern Daylight Time": "America/New_York",
		"British Summer Time": "Europe/London", "Greenwich Mean Time": "", "W. Europe Standard Time 1": "Europe/Berlin",
		"(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London": "Europe/London",
		"GMT+0100": "Etc/GMT-1", "UTC-3": "Etc/GMT+3", "+05:30": "Asia/Kolkata", "GMT": "UTC",
		"/softwarestudio.org/Olson_20011030_5/America/New_York": "America/New_York", "/citadel.org/20210210_1/Europe/London": "Europe/London",
		"America/New York": "America/New_York", "america/argentina/buenos aires": "America/Argentina/Buenos_Aires",
		"Hora estándar romance": "", "Osteuropäische Zeit": "", "EST": "", "IST": "", "CST": "", "Europe/Germany": "", "東京": "",
	} {
		if got, _ := ZoneName(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestWhatIsNotKnownIsSaidAndNeverTakenForUTC(t *testing.T) {
	t.Parallel()
	for _, zone := range []string{"Nowhere Standard Time", "Customized Time Zone", "EST", "CST", "Local", "", "../../etc/passwd", "Europe/Atlantis"} {
		e := one(t, file("DTSTART;TZID="+zone+":20261120T140000"))
		if e.Zone != "" || !e.WallTimeOnly() {
			t.Errorf("%q became %q", zone, e.Zone)
		}
		if zone != "" && (e.ZoneProblem == "" || len(e.Problems) == 0) {
			t.Errorf("%q is not said", zone)
		}
		if e.Start.Format("15:04") != "14:00" {
			t.Errorf("%q: the wall time is lost: %v", zone, e.Start)
		}
	}
	e := one(t, file("DTSTART:20261120T140000", "DTEND:20261120T150000"))
	if !e.Floating || e.Zone != "" || e.End.Sub(e.Start) != time.Hour {
		t.Errorf("floating: %+v", e)
	}
	for _, start := range []string{"DTSTART:next week", "DTSTART:20261320T140000Z", "DTSTART:20260230T140000Z", "DTSTART:20261120T250000Z", "SUMMARY:no start"} {
		if e := one(t, file(start)); !e.Start.IsZero() || len(e.Problems) == 0 {
			t.Errorf("%s: %v %v", start, e.Start, e.Problems)
		}
	}
}

func TestAWholeDayHasADayAndNoTime(t *testing.T) {
	t.Parallel()
	for name, in := range map[string]string{
		"a date":             file("DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:20261121"),
		"a date alone":       file("DTSTART;VALUE=DATE:20261120"),
		"without VALUE":      file("DTSTART:20261120"),
		"one day long":       file("DTSTART;VALUE=DATE:20261120", "DURATION:P1D"),
		"as Exchange has it": file("DTSTART;TZID=Europe/Berlin:20261120T000000", "DTEND;TZID=Europe/Berlin:20261121T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"),
	} {
		e := one(t, in)
		if !e.AllDay || e.Day != afterword.NewDate(2026, 11, 20) || e.LastDay != e.Day || !e.Start.IsZero() || e.Zone != "" {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestVersionsAndInstancesAreToldApart(t *testing.T) {
	t.Parallel()
	two := func(a, b string) []Event {
		events, err := Parse(strings.NewReader("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n" + a + "\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\n" + b + "\nEND:VEVENT\nEND:VCALENDAR\n"))
		if err != nil {
			t.Fatal(err)
		}
		return events
	}
	if e := two("SEQUENCE:2\nDTSTART:20261121T140000Z", "SEQUENCE:1\nDTSTART:20261120T140000Z"); len(e) != 1 || e[0].Sequence != 2 {
		t.Errorf("the higher version counts: %+v", e)
	}
	if e := two("DTSTART:20261121T140000Z\nRRULE:FREQ=DAILY", "RECURRENCE-ID:20261122T140000Z\nDTSTART:20261122T160000Z"); len(e) != 2 || !e[0].Recurring || e[1].RecurrenceID != "2026-11-22T14:00:00Z" {
		t.Errorf("a moved instance stands beside its series: %+v", e)
	}
	if e := two("DTSTART:20261121T140000Z", "DTSTART:20261122T140000Z"); len(e) != 2 {
		t.Errorf("where nothing says which counts both are shown: %+v", e)
	}
	e := one(t, strings.Replace(file("SEQUENCE:3", "DTSTART:20261120T140000Z"), "METHOD:REQUEST", "METHOD:CANCEL", 1))
	if !e.Cancelled || e.Method != "CANCEL" || e.Sequence != 3 {
		t.Errorf("called off: %+v", e)
	}
}

func TestPeopleAndTextAreReadAsTheyWereMeant(t *testing.T) {
	t.Parallel()
	e := one(t, file("DTSTART:20261120T140000Z",
		`ORGANIZER;CN="Nair, Priya; Northwind":MAILTO:priya@northwind.example`,
		`ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=sam@exa`, " mple.com;X-NUM-GUESTS=0:mailto:sam@example.com",
		"ATTENDEE;CN=O^'Neil^nB:mailto:bo%20b@example.com", `ATTENDEE;CUTYPE=ROOM;CN="Room 5":mailto:room5@northwind.example`,
		`SUMMARY:Interview\, round 2\; data`, `DESCRIPTION:First line\nC:\temp and \\n`, "LOCATION;LANGUAGE=en:1 Main St\\, London",
	))
	want := Address{Name: "Nair, Priya; Northwind", Email: "priya@northwind.example"}
	if e.Organizer != want || len(e.Attendees) != 2 || e.Attendees[0] != (Address{Email: "sam@example.com", Status: "NEEDS-ACTION"}) || len(e.Rooms) != 1 {
		t.Errorf("people: %+v %+v %+v", e.Organizer, e.Attendees, e.Rooms)
	}
	if e.Summary != "Interview, round 2; data" || e.Description != "First line\nC:\\temp and \\n" || e.Location != "1 Main St, London" {
		t.Errorf("text: %q %q %q", e.Summary, e.Description, e.Location)
	}
	// A fold in the middle of a character, and vCalendar 1.0.
	if e := one(t, strings.Replace(file("DTSTART:20261120T140000Z", "SUMMARY:Gesprä_ch"), "ä_", "\xc3\r\n \xa4", 1)); e.Summary != "Gespräch" {
		t.Errorf("folded: %q", e.Summary)
	}
	old := "BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nDTSTART:20261120T140000Z\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gespr=C3=A4ch mit =\nNorthwind\nEND:VEVENT\nEND:VCALENDAR\n"
	if e := one(t, old); e.Summary != "Gespräch mit Northwind" {
		t.Errorf("vCalendar: %q", e.Summary)
	}
}

func TestTheVideoLinkIsFoundWhereverItStands(t *testing.T) {
	t.Parallel()
	const teams = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%7d"
	cases := map[string]struct{ line, want string }{
		"Teams":           {"X-MICROSOFT-SKYPETEAMSMEETINGURL:" + teams, teams},
		"Teams in text":   {`DESCRIPTION:____\nMicrosoft Teams meeting\nJoin: <` + teams + `>\nLearn more <https://aka.ms/JoinTeamsMeeting> | Meeting options <https://teams.microsoft.com/meetingOptions/?a=b>`, teams},
		"Google":          {"X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"},
		"Zoom":            {"LOCATION:https://us02web.zoom.us/j/123?pwd=x", "https://us02web.zoom.us/j/123?pwd=x"},
		"Webex":           {"DESCRIPTION:Meeting link: https://northwind.webex.com/northwind/j.php?MTID=m1", "https://northwind.webex.com/northwind/j.php?MTID=m1"},
		"RFC 7986":        {"CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=x:https://video.northwind.example/room/5", "https://video.northwind.example/room/5"},
		"SafeLinks":       {"DESCRIPTION:Join https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F99&data=x", "https://us02web.zoom.us/j/99"},
		"HTML":            {`DESCRIPTION:<p>Please <a href="https://whereby.com/northwind">join here</a>.</p>`, "https://whereby.com/northwind"},
		"after a map":     {`DESCRIPTION:Map: https://maps.google.com/?q=1 \nJoin the call: https://calls.northwind.example/7`, "https://calls.northwind.example/7"},
		"a place":         {"LOCATION:1 Main Street", ""},
		"only about them": {`DESCRIPTION:Read about us at https://northwind.example/about`, ""},
		"Google's page":   {"URL:https://www.google.com/calendar/event?eid=abc", ""},
	}
	for name, c := range cases {
		if e := one(t, file("DTSTART:20261120T140000Z", c.line)); e.Link != c.want {
			t.Errorf("%s: %q, want %q", name, e.Link, c.want)
		}
	}
}

func TestAFileThatIsNoCalendarSaysSo(t *testing.T) {
	t.Parallel()
	for name, in := range map[string]string{"empty": "", "blank": " \r\n", "text": "Hello, see you on Friday", "HTML": "<html></html>", "too large": strings.Repeat("a", maxBytes+1)} {
		events, err := Parse(strings.NewReader(in))
		if afterword.KindOf(err) != afterword.InvalidInput || len(events) > 0 {
			t.Errorf("%s: %v, %v", name, events, err)
		}
	}
	events, err := Parse(strings.NewReader("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nEND:VCALENDAR\n"))
	if err != nil || len(events) != 0 {
		t.Errorf("a file without an event is no fault: %v, %v", events, err)
	}
}
