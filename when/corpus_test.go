package when

import (
	"encoding/json"
	"regexp"
	"slices"
	"testing"
	"time"

	afterword "afterword"
)

// stretches are all that the grammar finds in a text, promised or not.
func stretches(text string, from afterword.Date, opt Options) []afterword.Window {
	toks, ends := tokens(text)
	r := &reader{toks: toks, from: from, opt: opt}
	var out []afterword.Window
	for _, end := range ends {
		r.begin, r.end = r.end, end
		for _, f := range r.sentence(unsaid).found {
			out = append(out, r.window(f.found, text))
		}
	}
	return out
}

func TestAnIndependentListOfPhrasesWithoutADateHoldsNoPromise(t *testing.T) {
	t.Parallel()
	seen, found := 0, 0
	for lines := corpus(t, "time/chrono/en.jsonl"); lines.Scan(); {
		var line struct {
			Input     string
			Reference *time.Time
			Expect    []json.RawMessage
			Mode      string
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		if len(line.Expect) > 0 {
			continue
		}
		seen++
		from := said
		if line.Reference != nil {
			from = afterword.DateOf(*line.Reference)
		}
		for _, w := range stretches(line.Input, from, Options{}) {
			found++
			t.Logf("%s %q: %q is %s", line.Mode, line.Input, w.Text, w.Latest)
		}
	}
	if seen < 100 || found > 30 {
		t.Errorf("%d phrases, %d stretches found in them", seen, found)
	}
}

// difference is why another reader's date is not ours.
type difference struct {
	why string
	of  *regexp.Regexp
}

// differs are the reasons, the first that fits; a phrase without one must be read alike.
var differs = []difference{
	{"a moment of the day, or less than a day, is no day to wait for", regexp.MustCompile(`(?i)\d ?[ap]m?\b|\d:\d|hour|\bhrs?\b|minute|\bmins?\b|\+\d+ ?m|second|\bsec|\bnow\b|midnight|\bnoon|at night|morning|afternoon|evening|tonight|o'clock|\d\.\d\d|\d{2}h|\d{4}\)|T\d\d`)},
	{"days are working days", regexp.MustCompile(`(?i)\bdays?\b`)},
	{"a week, a month, a quarter or a year has an end and is not the day a week, a month or a year from now", regexp.MustCompile(`(?i)\b(?:this|next|after|coming) (?:week|weekend|month|quarter|qtr|year|decade)|decades`)},
	{"a month or a year alone names no day", regexp.MustCompile(`(?i)^\W*(?:(?:the event is going ahead|in)? ?\(?\d{1,2}/\d{4}\)?|[a-z]+\.?,? ?-?(?:\d{4})?(?: bce?| ad| b\.c\.| a\.d\.)?)\W*$`)},
	{"what is past is no promise", regexp.MustCompile(`(?i)\bago\b|since|yesterday|\blast\b|past|happened|did you`)},
	{"after a day is five working days later at the latest", regexp.MustCompile(`(?i)\bafter\b|from`)},
	{"their list gives the week that was asked in, ours the days that are named", regexp.MustCompile(`(?i)\bor (?:tue|thursday)`)},
	{"before the end of X is its last day", regexp.MustCompile(`(?i)before (?:the )?end`)},
}

// explained says why a phrase is read in another way, and counts the reasons.
func explained(t *testing.T, reasons map[string]int, input string) {
	t.Helper()
	for _, d := range differs {
		if d.of.MatchString(input) {
			reasons[d.why]++
			return
		}
	}
	reasons[""]++
}

func reportReasons(t *testing.T, right, seen int, reasons map[string]int) {
	t.Helper()
	t.Logf("%d of %d alike", right, seen)
	for why, n := range reasons {
		t.Logf("%d: %s", n, why)
	}
}

func TestDatesOfAnIndependentListAreReadOnTheSameDay(t *testing.T) {
	t.Parallel()
	seen, right, reasons := 0, 0, map[string]int{}
	for lines := corpus(t, "time/chrono/en.jsonl"); lines.Scan(); {
		var line struct {
			Input     string
			Reference *time.Time
			Mode      string
			Forward   bool
			Expect    []struct {
				Text  string
				Start struct {
					Date             string
					Year, Month, Day int
				}
				End json.RawMessage
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		if len(line.Expect) != 1 || line.Reference == nil || len(line.Expect[0].End) > 0 {
			continue
		}
		from := afterword.DateOf(*line.Reference)
		var want afterword.Date
		s := line.Expect[0].Start
		switch at, err := time.Parse(time.RFC3339Nano, s.Date); {
		case s.Year > 0 && s.Month > 0 && s.Day > 0:
			want = afterword.NewDate(s.Year, time.Month(s.Month), s.Day)
		case err == nil:
			want = afterword.DateOf(at)
		default:
			continue
		}
		if want.Before(from) {
			continue
		}
		seen++
		region := "US"
		if line.Mode == "en-GB" {
			region = "GB"
		}
		ok := false
		ws := stretches(line.Input, from, Options{Region: region, At: *line.Reference})
		for _, w := range ws {
			ok = ok || w.Latest == want || w.Earliest == want
		}
		if ok {
			right++
		} else {
			explained(t, reasons, line.Input)
			t.Logf("%q on %s: want %s, got %v", line.Input, from, want, ws)
		}
	}
	reportReasons(t, right, seen, reasons)
	if right < 160 || reasons[""] > 6 {
		t.Errorf("%d of %d alike, %d differ without a reason", right, seen, reasons[""])
	}
}

func TestWindowsOfAnotherIndependentListHoldOurLastDay(t *testing.T) {
	t.Parallel()
	date := regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b`)
	seen, right, reasons := 0, 0, map[string]int{}
	for lines := corpus(t, "time/recognizers-half/en_windows.jsonl"); lines.Scan(); {
		var line struct {
			Input     string
			Reference *string
			Results   []json.RawMessage
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		if line.Reference == nil {
			continue
		}
		at, err := time.Parse("2006-01-02T15:04:05", *line.Reference)
		if err != nil {
			t.Fatal(err)
		}
		from, first, last := afterword.DateOf(at), "9", ""
		for _, result := range line.Results {
			for _, d := range date.FindAllString(string(result), -1) {
				first, last = min(first, d), max(last, d)
			}
		}
		if last < from.String() {
			continue
		}
		seen++
		if ws := stretches(line.Input, from, Options{Region: "US", At: at}); slices.ContainsFunc(ws, func(w afterword.Window) bool {
			return first <= w.Latest.String() && w.Latest.String() <= last
		}) {
			right++
		} else {
			explained(t, reasons, line.Input)
			t.Logf("%q on %s: want %s to %s, got %v", line.Input, from, first, last, ws)
		}
	}
	reportReasons(t, right, seen, reasons)
	if right < 105 || reasons[""] > 0 {
		t.Errorf("%d of %d alike, %d differ without a reason", right, seen, reasons[""])
	}
}
