package when

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	afterword "afterword"
)

// corpus opens a file of the public test data, or skips the test when the data are not there.
func corpus(t *testing.T, name string) *bufio.Scanner {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	f, err := os.Open(filepath.Join(dir, "..", "shared", "corpora", filepath.FromSlash(name)))
	if err != nil {
		t.Skipf("the public test data are absent: %s", name)
	}
	t.Cleanup(func() { _ = f.Close() })
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	return s
}

func day(s string) afterword.Date {
	d, err := afterword.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// differences are the days on which the independent list of 2025 is not followed: it lists days that
// Ontario leaves to each employer, and lacks the September day that British Columbia (2023) and
// Manitoba (2024) made a statutory holiday.
var differences = map[string][]string{
	"CA-BC": {"2025-09-30"},
	"CA-MB": {"2025-09-30"},
	"CA-ON": {"2025-04-21", "2025-08-04", "2025-09-30", "2025-11-11"},
}

func TestHolidaysOf2025AgreeWithAnIndependentListWhereverARegionIsCalledKnown(t *testing.T) {
	t.Parallel()
	want := map[string]map[afterword.Date]string{}
	for lines := corpus(t, "holidays/date-holidays-2025/public-2025.jsonl"); lines.Scan(); {
		var line struct{ Region, Date, Name, From string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		if want[line.Region] == nil {
			want[line.Region] = map[afterword.Date]string{}
		}
		if line.From == "" {
			want[line.Region][day(line.Date)] = line.Name
		}
	}
	known := 0
	for region, days := range want {
		if strings.Count(region, "-") > 1 {
			continue // part of a state
		}
		c := NewCalendar(region, nil, nil)
		if !c.Known(day("2025-06-01")) {
			continue
		}
		known++
		for d := day("2025-01-01"); d.Year == 2025; d = d.AddDays(1) {
			name, listed := days[d]
			if (d.Weekday() == time.Saturday || d.Weekday() == time.Sunday) || slices.Contains(differences[region], d.String()) {
				continue
			}
			if got, ok := c.Holiday(d); ok != listed {
				t.Errorf("%s %s: holiday is %v (%q), want %v (%q)", region, d, ok, got, listed, name)
			}
		}
	}
	if known < 60 {
		t.Errorf("only %d regions are known", known)
	}
}

func TestARegionOrYearWithoutASureSourceIsUnknown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		region, day string
		known       bool
	}{
		{"", "2026-11-20", true}, {"GB", "2026-11-20", true}, {"US", "2026-11-20", true}, {"DE-BY", "2030-01-01", true}, {"US-WA", "2026-01-01", true},
		{"IN", "2026-11-20", false}, {"SG", "2026-11-20", false}, {"PH", "2026-11-20", false}, {"MY", "2026-11-20", false}, {"US-NY", "2026-11-20", false},
		{"ES-MD", "2026-11-20", false}, {"NZ-AUK", "2026-11-20", false}, {"GB", "1999-11-20", false}, {"GB", "2060-11-20", false}, {"FI", "2026-01-01", false}, {"FR-75", "2026-01-01", false},
	} {
		if got := NewCalendar(c.region, nil, nil).Known(day(c.day)); got != c.known {
			t.Errorf("%q on %s: known is %v", c.region, c.day, got)
		}
	}
	own := NewCalendar("IN", nil, []afterword.Date{day("2026-11-08")})
	if !own.Known(day("2026-02-01")) || own.Known(day("2027-02-01")) {
		t.Error("a calendar the person gives makes its own years known and no others")
	}
}

func TestWorkingDaysSkipTheWeekendAndHolidays(t *testing.T) {
	t.Parallel()
	gulf, err := ParseWeekend("fri,sat")
	if err != nil {
		t.Fatal(err)
	}
	never := []time.Weekday{0, 1, 2, 3, 4, 5, 6}
	for _, c := range []struct {
		cal  Calendar
		from string
		n    int
		want string
	}{
		{Calendar{}, "2026-11-20", 1, "2026-11-23"}, {Calendar{}, "2026-11-20", 0, "2026-11-20"}, {Calendar{}, "2026-11-21", 1, "2026-11-23"},
		{Calendar{}, "2026-11-20", 10, "2026-12-04"}, {Calendar{}, "2026-11-23", -1, "2026-11-20"},
		{NewCalendar("GB", nil, nil), "2026-12-24", 1, "2026-12-29"}, {NewCalendar("GB-ENG", nil, nil), "2027-12-24", 1, "2027-12-29"},
		{NewCalendar("US", nil, nil), "2026-11-25", 1, "2026-11-27"}, {NewCalendar("US", nil, nil), "2027-12-30", 1, "2028-01-03"},
		{NewCalendar("DE-BY", nil, nil), "2026-06-03", 1, "2026-06-05"}, {NewCalendar("DE-BE", nil, nil), "2026-06-03", 1, "2026-06-04"},
		{NewCalendar("GB-SCT", nil, nil), "2026-12-31", 1, "2027-01-05"}, {NewCalendar("NZ", nil, nil), "2026-07-09", 1, "2026-07-13"},
		{NewCalendar("", gulf, nil), "2026-11-19", 1, "2026-11-22"}, {NewCalendar("", []time.Weekday{}, nil), "2026-11-20", 1, "2026-11-21"},
		{NewCalendar("SG", nil, []afterword.Date{day("2026-11-23")}), "2026-11-20", 1, "2026-11-24"}, {NewCalendar("", never, nil), "2026-11-20", 0, "2026-11-20"},
	} {
		if got := c.cal.AddWorking(day(c.from), c.n); got != day(c.want) {
			t.Errorf("%q: %d working days after %s is %s, want %s", c.cal.Region(), c.n, c.from, got, c.want)
		}
	}
	if d := NewCalendar("", never, nil).AddWorking(day("2026-11-20"), 3); d.IsZero() {
		t.Error("a week without work must end too")
	}
}

func TestHolidaysThatTheLibraryDidNotKnowAreThere(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ region, day string }{
		{"PL", "2026-12-24"}, {"IT", "2027-10-04"}, {"BR", "2026-11-20"}, {"NZ", "2027-06-25"}, {"GB-NIR", "2026-07-13"}, {"CA-ON", "2026-02-16"},
		{"IE", "2027-02-01"}, {"IE", "2030-02-01"}, {"JP", "2026-09-22"}, {"AU-VIC", "2026-11-03"}, {"CA-QC", "2026-06-24"},
	} {
		if _, ok := NewCalendar(c.region, nil, nil).Holiday(day(c.day)); !ok {
			t.Errorf("%s %s is no holiday", c.region, c.day)
		}
	}
	for _, c := range []struct{ region, day string }{{"CA-ON", "2026-08-03"}, {"DK", "2026-06-05"}, {"DK", "2026-05-01"}, {"NL", "2026-04-03"}, {"SE", "2026-12-31"}, {"US", "2026-11-27"}} {
		if name, ok := NewCalendar(c.region, nil, nil).Holiday(day(c.day)); ok {
			t.Errorf("%s %s is %s", c.region, c.day, name)
		}
	}
}

func TestRegionsAndWeekendsAreReadAsWrittenAndNonsenseIsNamed(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{"": "", "gb": "GB", "GB-ENG": "GB-ENG", "us_ca": "US-CA", "UK": "GB", "de-by": "DE-BY", "IN": "IN", " fr ": "FR", "in-ka": "IN-KA"} {
		if got, err := ParseRegion(s); err != nil || got != want {
			t.Errorf("%q: got %q, %v", s, got, err)
		}
	}
	for _, s := range []string{"XX", "England", "GB-XX", "G", "US-", "US-CALIFORNIA", "12", "DE-BAYERN", "US-Z1"} {
		_, err := ParseRegion(s)
		var e *afterword.Error
		if !errors.As(err, &e) || e.Field != "region" || e.Hint == "" {
			t.Errorf("%q: got %v", s, err)
		}
	}
	for s, want := range map[string][]time.Weekday{"sat,sun": {6, 0}, "Fri, Sat": {5, 6}, "friday": {5}, "Saturday and Sunday": {6, 0}, "none": {}, "sundays": {0}} {
		if got, err := ParseWeekend(s); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: got %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "sat,funday", "s", "mon,tue,wed,thu,fri,sat,sun", ","} {
		_, err := ParseWeekend(s)
		var e *afterword.Error
		if !errors.As(err, &e) || e.Field != "weekend" {
			t.Errorf("%q: got %v", s, err)
		}
	}
}

func TestOneCalendarIsReadByManyAtOnce(t *testing.T) {
	t.Parallel()
	c := NewCalendar("GB", nil, nil)
	done := make(chan afterword.Date)
	for range 8 {
		go func() { done <- c.AddWorking(day("2026-11-20"), 500) }()
	}
	first := <-done
	for range 7 {
		if d := <-done; d != first {
			t.Errorf("got %s and %s", first, d)
		}
	}
}

func BenchmarkWorking(b *testing.B) {
	c, d := NewCalendar("GB", nil, nil), day("2026-11-20")
	for b.Loop() {
		c.Working(d)
	}
}

func BenchmarkTenWorkingDaysInANewCalendar(b *testing.B) {
	d := day("2026-11-20")
	for b.Loop() {
		NewCalendar("GB", nil, nil).AddWorking(d, 10)
	}
}
