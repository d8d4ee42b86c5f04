package when

import (
	"bufio"
	"encoding/json"
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
