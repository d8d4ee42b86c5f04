package when

import (
	"os"
	"strings"
	"testing"
	"time"

	afterword "afterword"
)

// said is the day of most tests: Friday 20 November 2026.
var said = afterword.Date{Year: 2026, Month: time.November, Day: 20}

// lines reads a table of testdata without its comments.
func lines(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func TestWhatIsPromisedEndsOnTheRightDay(t *testing.T) {
	t.Parallel()
	for _, line := range lines(t, "promises.txt") {
		want, text, _ := strings.Cut(line, " | ")
		w, ok := Promise(text, said, Options{})
		if !ok || w.WaitUntil.String() != want {
			t.Errorf("%q: got %s (%q), want %s", text, w.WaitUntil, w.Text, want)
		}
	}
}

func TestWhatIsNotPromisedToTheCandidateIsLeftAlone(t *testing.T) {
	t.Parallel()
	for _, text := range lines(t, "nothing.txt") {
		if w, ok := Promise(text, said, Options{}); ok {
			t.Errorf("%q: got %s from %q", text, w.WaitUntil, w.Text)
		}
	}
}

func TestAWindowHoldsTheWordsAndWhereTheyStand(t *testing.T) {
	t.Parallel()
	for _, line := range lines(t, "promises.txt") {
		_, text, _ := strings.Cut(line, " | ")
		for _, w := range Read(text, said, Options{}) {
			if w.Text == "" || text[w.At[0]:w.At[1]] != w.Text {
				t.Errorf("%q: words %q at %v", text, w.Text, w.At)
			}
			if w.Earliest.After(w.Latest) || w.Latest != w.WaitUntil || w.Earliest.Before(said) {
				t.Errorf("%q: %s..%s, wait until %s", text, w.Earliest, w.Latest, w.WaitUntil)
			}
		}
	}
}

func TestWindowsSayUnitCertaintyAndEarliestDay(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]afterword.Window{
		"1 to 2 weeks":                         {Earliest: day("2026-11-27"), Latest: day("2026-12-04"), Unit: "week", Certain: true},
		"within two weeks":                     {Earliest: day("2026-11-20"), Latest: day("2026-12-04"), Unit: "week", Certain: true},
		"about two weeks":                      {Earliest: day("2026-12-04"), Latest: day("2026-12-04"), Unit: "week"},
		"a week or so":                         {Earliest: day("2026-11-27"), Latest: day("2026-11-27"), Unit: "week"},
		"a couple of days":                     {Earliest: day("2026-11-24"), Latest: day("2026-11-24"), Unit: "day", Certain: true},
		"5 working days":                       {Earliest: day("2026-11-27"), Latest: day("2026-11-27"), Unit: "working_day", Certain: true},
		"24 hours":                             {Earliest: day("2026-11-23"), Latest: day("2026-11-23"), Unit: "working_day", Certain: true},
		"next week":                            {Earliest: day("2026-11-23"), Latest: day("2026-11-27"), Unit: "week", Certain: true},
		"in December":                          {Earliest: day("2026-12-01"), Latest: day("2026-12-31"), Unit: "month", Certain: true},
		"by Friday":                            {Earliest: day("2026-11-20"), Latest: day("2026-11-27"), Unit: "date", Certain: true},
		"12/04":                                {Earliest: day("2027-04-12"), Latest: day("2027-04-12"), Unit: "date"},
		"25/12":                                {Earliest: day("2026-12-25"), Latest: day("2026-12-25"), Unit: "date", Certain: true},
		"a month":                              {Earliest: day("2026-12-20"), Latest: day("2026-12-20"), Unit: "month", Certain: true},
		"between 3 and 8 December":             {Earliest: day("2026-12-03"), Latest: day("2026-12-08"), Unit: "date", Certain: true},
		"a week after you submit":              {Earliest: day("2026-11-27"), Latest: day("2026-11-27"), Unit: "week", Certain: true, From: "submitted"},
		"within 5 days of receiving your task": {Earliest: day("2026-11-20"), Latest: day("2026-11-27"), Unit: "day", Certain: true, From: "submitted"},
	} {
		got, ok := Promise(text, said, Options{})
		got.Text, got.At, got.WaitUntil = "", [2]int{}, afterword.Date{}
		if !ok || got != want {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}

func TestTheRegionDecidesTheOrderOfDayAndMonth(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		region, text, want string
		certain            bool
	}{
		{"US", "by 12/04", "2026-12-04", true}, {"US-CA", "by 12/04/2026", "2026-12-04", true}, {"GB", "by 04/12", "2026-12-04", true},
		{"GB-SCT", "by 12/04", "2027-04-12", true}, {"", "by 04/12", "2026-12-04", false}, {"CA", "by 04/12", "2026-12-04", false},
		{"US", "by 25/12", "2026-12-25", true}, {"US", "by 4.12.2026", "2026-12-04", true}, {"DE", "by 04.12.2026", "2026-12-04", true},
		{"", "by Friday 12/04", "2026-12-04", true}, {"", "by 12/12", "2026-12-12", true},
	} {
		for _, opt := range []Options{{Region: c.region}, {Calendar: NewCalendar(c.region, nil, nil)}} {
			w, ok := Promise(c.text, said, opt)
			if !ok || w.Latest.String() != c.want || w.Certain != c.certain {
				t.Errorf("%s in %q: got %s, certain %v", c.text, c.region, w.Latest, w.Certain)
			}
		}
	}
}

func TestSpansToldFromAHandInSaySo(t *testing.T) {
	t.Parallel()
	for text, from := range map[string]string{
		"We will get back to you within a week of receiving your task.":                "submitted",
		"Once you have submitted the assignment, you will hear from us within a week.": "submitted",
		"You'll hear within a week after you hand in the test.":                        "submitted",
		"Allow a week from your submission for us to reply.":                           "submitted",
		"After we receive your solution we will answer within a week.":                 "submitted",
		"We will review it within a week once you've sent us the case study.":          "submitted",
		"We will get back to you within a week.":                                       "",
		"We will get back to you within a week of the interview.":                      "",
		"Once we have met the other candidates, you will hear within a week.":          "",
		"When we have made a decision, we will write to you within a week.":            "",
	} {
		w, ok := Promise(text, said, Options{})
		if !ok || w.From != from || w.WaitUntil != day("2026-11-27") {
			t.Errorf("%q: got %+v", text, w)
		}
	}
}

func TestHolidaysMoveWorkingDaysOnlyInTheirRegion(t *testing.T) {
	t.Parallel()
	from := day("2026-12-21")
	for region, want := range map[string]string{"": "2026-12-28", "GB": "2026-12-30", "US": "2026-12-29", "IE": "2026-12-29", "JP": "2026-12-28"} {
		w, ok := Promise("within 5 working days", from, Options{Calendar: NewCalendar(region, nil, nil)})
		if !ok || w.Latest.String() != want {
			t.Errorf("%q: got %s, want %s", region, w.Latest, want)
		}
	}
}

func TestATimeOfDayThatIsPastMeansTomorrow(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{"We'll call you by 5pm": "2026-11-21", "We'll call you by 7pm": "2026-11-20", "by 5pm today you'll hear": "2026-11-20", "You'll hear in 10 hours": "2026-11-21"} {
		if w, ok := Promise(text, said, Options{At: at}); !ok || w.Latest.String() != want {
			t.Errorf("%q: got %s, want %s", text, w.Latest, want)
		}
	}
}

func TestAnyInputIsReadInBoundedTime(t *testing.T) {
	t.Parallel()
	for _, piece := range []string{"by Friday ", "within two weeks, ", "1 to ", "the day after ", "the week after the ", "4/", "first ", "\xff", "we will call you on Monday and ", "(", "next ", "Monday or ", "a week after ", "and a half ", "in the "} {
		start := time.Now()
		Read(strings.Repeat(piece, 1<<17/len(piece)), said, Options{})
		if d := time.Since(start); d > 8*time.Second {
			t.Errorf("%q repeated takes %s", piece, d)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"1 to 2 weeks", "by the 4th of December 2026", "Friday – Monday", "12/04", "\xff\xfe", "the week of the 31st", "31 February"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range Read(s, said, Options{}) {
			if s[w.At[0]:w.At[1]] != w.Text || w.Latest.Before(said) || w.Earliest.After(w.Latest) {
				t.Errorf("%q: %+v", s, w)
			}
		}
		_, _ = ParseDay("day", s, said, Options{})
	})
}

func BenchmarkReadASentence(b *testing.B) {
	for b.Loop() {
		Read("We hope to have made a decision by the end of next week and will let you know by Monday.", said, Options{})
	}
}

func BenchmarkReadAPhrase(b *testing.B) {
	for b.Loop() {
		Read("1 to 2 weeks", said, Options{})
	}
}
