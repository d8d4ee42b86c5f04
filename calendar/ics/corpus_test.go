package ics

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// corpus is the folder of public samples, which do not belong to the project.
func corpus(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above this package")
		}
		dir = up
	}
	path := filepath.Join(dir, "..", "shared", "corpora", "ics")
	if _, err := os.Stat(path); err != nil {
		t.Skip("the public samples are not here: ../shared/corpora/ics")
	}
	return path
}

func samples(t testing.TB) map[string][]byte {
	t.Helper()
	root, out := corpus(t), map[string][]byte{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		low := strings.ToLower(path)
		if strings.HasSuffix(low, ".ics") || strings.HasSuffix(low, ".vcs") || strings.Contains(low, "invalid/") {
			b, err := os.ReadFile(path)
			rel, _ := filepath.Rel(root, path)
			out[rel] = b
			return err
		}
		return nil
	})
	if err != nil || len(out) < 500 {
		t.Fatalf("%d samples, %v", len(out), err)
	}
	return out
}

func TestEachSampleIsReadOrSaysWhyNot(t *testing.T) {
	t.Parallel()
	read := 0
	for name, b := range samples(t) {
		began := time.Now()
		events, err := Parse(bytes.NewReader(b))
		if took := time.Since(began); took > time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if err != nil {
			if err.Error() == "" || bytes.Contains(b, []byte("BEGIN:VEVENT")) && bytes.HasPrefix(b, []byte("BEGIN:VCALENDAR")) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		read++
		for _, e := range events {
			said := len(e.Problems) > 0
			switch {
			case e.AllDay && e.Day.IsZero(), !e.AllDay && e.Start.IsZero() && !said:
				t.Errorf("%s: %q has no start and does not say so", name, e.Summary)
			case !e.Start.IsZero() && !e.Floating && e.Zone == "" && !said:
				t.Errorf("%s: %q has no zone and does not say so", name, e.Summary)
			case !e.Start.IsZero() && e.End.Before(e.Start):
				t.Errorf("%s: %q ends before it starts", name, e.Summary)
			}
		}
	}
	t.Logf("%d samples read", read)
}

// stated is one line of node-ical's expectations; an absent value states nothing.
type stated struct {
	File   string `json:"file"`
	Select struct {
		UID     string `json:"uid"`
		Summary string `json:"summary"`
		Index   *int   `json:"index"`
	} `json:"select"`
	Summary     string `json:"summary"`
	Sequence    *int   `json:"sequence"`
	StartHour   *int   `json:"start_hour_utc"`
	StartUTC    string `json:"start_utc"`
	EndUTC      string `json:"end_utc"`
	StartDate   string `json:"start_date_local"`
	EndDate     string `json:"end_date_local"`
	Kind        string `json:"kind"`
	Zone        string `json:"zone"`
	NotZone     string `json:"not_zone"`
	Organizer   string `json:"organizer"`
	Attendee    string `json:"attendee"`
	Status      string `json:"status"`
	Location    string `json:"location"`
	Method      string `json:"method"`
	CountEvents int    `json:"count_events"`
}

// apart are the lines in which another program's opinion differs from the contract.
var apart = map[string]string{
	"floating-with-custom-vtimezone@test":                "a floating time is asked about",
	"f683404f-aede-43eb-8774-27f62bb27c92":               "a floating time is asked about",
	"1891-1709856000-1709942399@www.washougal.k12.wa.us": "a floating time is asked about",
	"*masked-away2*": "a negative length is said, not counted back",
}

func TestTheStatedValuesOfNodeIcal(t *testing.T) {
	t.Parallel()
	root := filepath.Join(corpus(t), "node-ical")
	f, err := os.Open(filepath.Join(root, "expected.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var want stated
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		if apart[want.Select.UID] != "" || apart[want.Select.Summary] != "" {
			continue
		}
		b, err := os.ReadFile(filepath.Join(root, want.File))
		if err != nil {
			t.Fatal(err)
		}
		events, err := Parse(bytes.NewReader(b))
		if err != nil {
			t.Errorf("%s: %v", want.File, err)
			continue
		}
		if want.CountEvents > 0 {
			if len(events) != want.CountEvents {
				t.Errorf("%s: %d events, want %d", want.File, len(events), want.CountEvents)
			}
			continue
		}
		e, ok := choose(events, want)
		if !ok {
			t.Errorf("%s: no event %+v", want.File, want.Select)
			continue
		}
		compare(t, want, e)
	}
}

func choose(events []Event, want stated) (Event, bool) {
	for i, e := range events {
		switch {
		case want.Select.Index != nil && *want.Select.Index == i,
			want.Select.UID != "" && e.UID == want.Select.UID && e.RecurrenceID == "",
			want.Select.Summary != "" && e.Summary == oneLine(want.Select.Summary):
			return e, true
		}
	}
	return Event{}, false
}

func compare(t *testing.T, want stated, e Event) {
	t.Helper()
	is := func(what, got, want string) {
		t.Helper()
		if want != "" && got != want {
			t.Errorf("%s %q: got %q, want %q", what, e.UID, got, want)
		}
	}
	utc := func(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05Z") }
	is(want.File+" summary", e.Summary, oneLine(want.Summary))
	is(want.File+" start", utc(e.Start), want.StartUTC)
	is(want.File+" end", utc(e.End), want.EndUTC)
	is(want.File+" start date", e.Day.String(), want.StartDate)
	if want.EndDate != "" {
		is(want.File+" end date", e.LastDay.AddDays(1).String(), want.EndDate)
	}
	if want.Kind != "" {
		is(want.File+" kind", map[bool]string{true: "date", false: "date-time"}[e.AllDay], want.Kind)
	}
	is(want.File+" status", e.Status, want.Status)
	is(want.File+" method", e.Method, want.Method)
	is(want.File+" location", e.Location, want.Location)
	if want.Organizer != "" {
		is(want.File+" organizer", "mailto:"+e.Organizer.Email, want.Organizer)
	}
	if want.Attendee != "" && (len(e.Attendees) == 0 || "mailto:"+e.Attendees[0].Email != want.Attendee) {
		t.Errorf("%s: attendees %v", want.File, e.Attendees)
	}
	if want.Sequence != nil && e.Sequence != *want.Sequence {
		t.Errorf("%s %s: sequence %d", want.File, e.UID, e.Sequence)
	}
	if want.StartHour != nil && e.Start.UTC().Hour() != *want.StartHour {
		t.Errorf("%s %s: start %v", want.File, e.UID, e.Start)
	}
	if want.NotZone != "" && e.Zone == want.NotZone {
		t.Errorf("%s: zone %q", want.File, e.Zone)
	}
	if want.Zone != "" {
		sameOffset(t, want, e)
	}
}

// sameOffset compares what zones do, since many have several names.
func sameOffset(t *testing.T, want stated, e Event) {
	t.Helper()
	loc, err := time.LoadLocation(want.Zone)
	if err != nil {
		t.Fatal(err)
	}
	at := e.Start
	_, a := at.Zone()
	_, b := at.In(loc).Zone()
	if e.AllDay || a != b {
		t.Errorf("%s %s: zone %q, want %q (%s)", want.File, e.UID, e.Zone, want.Zone, e.ZoneProblem)
	}
}

// expanded is one line of calcard's expansion of a file.
type expanded struct {
	Events []struct {
		Comp  int    `json:"comp_id"`
		Start string `json:"start"`
		End   string `json:"end"`
	} `json:"events"`
}

func TestStartsAndEndsAgreeWithCalcard(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob(filepath.Join(corpus(t), "calcard-half", "ical", "*.json"))
	checked, differ := 0, 0
	for _, f := range files {
		raw, _ := os.ReadFile(f)
		var want expanded
		if json.NewDecoder(bytes.NewReader(raw)).Decode(&want) != nil {
			continue
		}
		instants := map[time.Time]bool{}
		for _, e := range want.Events {
			if at, err := time.Parse(time.RFC3339, e.Start); err == nil {
				instants[at.UTC()] = true
			}
		}
		b, err := os.ReadFile(strings.TrimSuffix(f, ".json") + ".ics")
		if err != nil {
			continue
		}
		events, err := Parse(bytes.NewReader(b))
		if err != nil || len(instants) == 0 {
			continue
		}
		for _, e := range events {
			if e.AllDay || e.WallTimeOnly() || e.Start.IsZero() {
				continue
			}
			checked++
			if !instants[e.Start.UTC()] {
				differ++
				t.Logf("%s: %q starts %v, which the other reader does not have", filepath.Base(f), e.Summary, e.Start)
			}
		}
	}
	t.Logf("%d starts compared, %d differ", checked, differ)
	if checked < 100 || differ*20 > checked {
		t.Errorf("%d of %d starts differ", differ, checked)
	}
}
