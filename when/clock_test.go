package when

import (
	"errors"
	"strings"
	"testing"
	"time"

	afterword "afterword"
)

func TestATimeIsReadInItsZoneAndAnUnreadableOneIsNeverNow(t *testing.T) {
	t.Parallel()
	london, err := LoadZone("zone", "europe/london")
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]string{
		"2026-11-20T14:00:00Z":      "2026-11-20T14:00:00Z",
		"2026-11-20T14:00:00+02:00": "2026-11-20T14:00:00+02:00",
		"2026-11-20 14:00":          "2026-11-20T14:00:00Z",
		"2026-06-20T14:00":          "2026-06-20T14:00:00+01:00",
		"2026-06-20 14:00:30":       "2026-06-20T14:00:30+01:00",
		"2026-03-29 01:30":          "2026-03-29T02:00:00+01:00",
	} {
		got, err := ParseTime("start", s, london)
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%q: got %s, %v, want %s", s, got.Format(time.RFC3339), err, want)
		}
	}
	for _, s := range []string{"", "now", "32 May", "2026-11-20", "2026-13-01 10:00", "2026-02-30 10:00", "14:00", "2026-11-20 25:00"} {
		got, err := ParseTime("start", s, london)
		var e *afterword.Error
		if !errors.As(err, &e) || e.Field != "start" || e.Kind != afterword.InvalidInput || !got.IsZero() {
			t.Errorf("%q: got %v, %v", s, got, err)
		}
	}
}

func TestADayIsReadFromADateOrAWord(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"2026-12-04": "2026-12-04", "4 Dec": "2026-12-04", "Dec 4": "2026-12-04", "4 December 2026": "2026-12-04", "Friday": "2026-11-27", "friday": "2026-11-27",
		"tomorrow": "2026-11-21", "today": "2026-11-20", "next Thursday": "2026-11-26", "in two weeks": "2026-12-04", "25/12": "2026-12-25",
		"the 4th": "2026-12-04", "end of the month": "2026-11-30", "2026-01-02": "2026-01-02", "04.12.2026": "2026-12-04", "Fri 4 Dec": "2026-12-04",
	} {
		got, err := ParseDay("until", s, said, Options{})
		if err != nil || got.String() != want {
			t.Errorf("%q: got %s, %v, want %s", s, got, err, want)
		}
	}
	for _, s := range []string{"", "32 May", "soon", "2026-02-30", "12/04", "last Friday", "Friday or so", "31 June", "banana", "Friday the thirteenth of never"} {
		got, err := ParseDay("until", s, said, Options{})
		var e *afterword.Error
		if !errors.As(err, &e) || e.Field != "until" || !got.IsZero() {
			t.Errorf("%q: got %s, %v", s, got, err)
		}
	}
}

func TestAZoneIsFoundWhateverItsCaseAndElseWhatIsNearIsSaid(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Europe/London": "Europe/London", "america/new_york": "America/New_York", "America/New York": "America/New_York", "utc": "UTC", "ASIA/KOLKATA": "Asia/Kolkata"} {
		loc, err := LoadZone("zone", name)
		if err != nil || loc.String() != want {
			t.Errorf("%q: got %v, %v", name, loc, err)
		}
	}
	for name, near := range map[string]string{"Europe/Londn": "Europe/London", "Berlin": "Europe/Berlin", "Pacific": "America/Los_Angeles", "Local": "IANA", "": "IANA", "../../etc/passwd": "IANA", "Mars/Phobos": "IANA"} {
		loc, err := LoadZone("zone", name)
		var e *afterword.Error
		if !errors.As(err, &e) || e.Field != "zone" || !strings.Contains(e.Hint, near) {
			t.Errorf("%q: got %v, %v", name, loc, err)
		}
	}
}

// Every wall time of every zone around every change of its clocks between 2024 and 2037 is what
// section 2 of the contract says: itself, the first of two, or the end of the gap.
func TestEveryWallTimeOfEveryZoneHasItsInstant(t *testing.T) {
	t.Parallel()
	all := strings.Fields(zones)
	for i, name := range all {
		if testing.Short() && i%20 != 0 {
			continue
		}
		loc, err := LoadZone("zone", name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		end := time.Date(2037, 12, 31, 0, 0, 0, 0, time.UTC)
		for at := time.Date(2024, 1, 1, 0, 0, 0, 0, loc); at.Before(end); {
			_, change := at.ZoneBounds()
			if change.IsZero() || change.After(end) {
				break
			}
			checkChange(t, loc, change)
			at = change
		}
	}
}

func checkChange(t *testing.T, loc *time.Location, change time.Time) {
	t.Helper()
	_, before := change.Add(-time.Second).Zone()
	_, after := change.Zone()
	for _, off := range []time.Duration{-90 * time.Minute, -30 * time.Minute, -time.Minute, 0, 10 * time.Minute, 30 * time.Minute, 59 * time.Minute, time.Hour, 2 * time.Hour} {
		wall := change.UTC().Add(time.Duration(before) * time.Second).Add(off)
		got := afterword.Wall(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), 0, loc)
		first := wall.Add(-time.Duration(before) * time.Second) // read with the old offset
		second := wall.Add(-time.Duration(after) * time.Second) // and with the new one
		want := first
		switch {
		case first.Before(change): // still the old offset: the first of two, or the only one
		case second.Before(change): // in neither: a gap
			want = change
		default:
			want = second
		}
		want = want.Truncate(time.Minute)
		if !got.Truncate(time.Minute).Equal(want) {
			t.Errorf("%s: wall time %s is %s, want %s", loc, wall.Format("2006-01-02 15:04"), got.UTC(), want.UTC())
		}
	}
}
