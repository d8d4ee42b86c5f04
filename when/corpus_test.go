package when

import (
	"encoding/json"
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

func TestDatesOfAnIndependentListAreReadOnTheSameDay(t *testing.T) {
	t.Parallel()
	seen, right := 0, 0
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
			t.Logf("%q on %s: want %s, got %v", line.Input, from, want, ws)
		}
	}
	t.Logf("%d of %d", right, seen)
}
