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

func TestMostOfWhatWasHeldBackIsReadRight(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		set             string
		promises, quiet int // of a hundred, at least
	}{{"held", 94, 97}, {"plain", 95, 97}, {"blind", 94, 95}, {"second", 93, 98}, {"late", 90, 99}} {
		right, all := 0, lines(t, c.set+"-promises.txt")
		for _, line := range all {
			want, text, _ := strings.Cut(line, " | ")
			if w, ok := Promise(text, said, Options{}); ok && w.WaitUntil.String() == want {
				right++
			} else {
				t.Logf("%q: got %s (%q), want %s", text, w.WaitUntil, w.Text, want)
			}
		}
		none, quiet := 0, lines(t, c.set+"-nothing.txt")
		for _, text := range quiet {
			if w, ok := Promise(text, said, Options{}); !ok {
				none++
			} else {
				t.Logf("%q: got %s from %q", text, w.WaitUntil, w.Text)
			}
		}
		t.Logf("%s: %d of %d promises, %d of %d that are none", c.set, right, len(all), none, len(quiet))
		if right*100 < len(all)*c.promises || none*100 < len(quiet)*c.quiet {
			t.Errorf("%s: %d of %d promises, %d of %d that are none", c.set, right, len(all), none, len(quiet))
		}
	}
}

func TestFamiliesOfWordingsAreReadFromTheDayTheyWereSaid(t *testing.T) {
	t.Parallel()
	for _, line := range lines(t, "families.txt") {
		f := strings.SplitN(line, " | ", 4)
		text := strings.ReplaceAll(f[3], " // ", "\n")
		got := "-"
		if w, ok := Promise(text, day(f[0]), Options{Region: strings.Trim(f[1], "-")}); ok {
			got = w.WaitUntil.String()
		}
		if got != f[2] {
			t.Errorf("%s: %q: got %s, want %s", f[0], text, got, f[2])
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

func TestTheDayOfTheWordsDecides(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ from, text, want string }{
		{"2026-11-21", "this week", "2026-11-27"}, {"2026-11-22", "next week", "2026-11-27"}, {"2026-11-22", "next Thursday", "2026-11-26"},
		{"2026-11-23", "next Thursday", "2026-12-03"}, {"2026-11-23", "Thursday", "2026-11-26"}, {"2026-11-26", "Thursday", "2026-12-03"},
		{"2026-11-26", "this Thursday", "2026-12-03"}, {"2026-11-23", "early next week", "2026-12-02"}, {"2026-11-23", "end of the week", "2026-11-27"},
		{"2026-11-23", "next week", "2026-12-04"}, {"2026-11-23", "this week", "2026-11-27"}, {"2026-11-23", "the week after next", "2026-12-11"},
		{"2027-01-31", "a month", "2027-02-28"}, {"2028-01-31", "a month", "2028-02-29"}, {"2026-12-31", "a month", "2027-01-31"}, {"2026-08-31", "in 6 months", "2027-02-28"},
		{"2026-12-31", "1 week", "2027-01-07"}, {"2026-12-30", "the 15th", "2027-01-15"}, {"2026-12-15", "the 15th", "2026-12-15"}, {"2026-12-04", "4 December", "2026-12-04"},
		{"2026-12-05", "4 December", "2027-12-04"}, {"2026-12-28", "end of the year", "2026-12-31"}, {"2027-01-04", "in the first week of February", "2027-02-05"},
		{"2026-12-01", "mid December", "2026-12-15"}, {"2026-12-20", "in December", "2026-12-31"}, {"2026-12-20", "early January", "2027-01-10"}, {"2026-12-20", "by the end of January", "2027-01-31"},
		{"2027-01-31", "the 30th", "2027-03-30"}, {"2027-01-31", "the 31st", "2027-01-31"}, {"2027-02-01", "the 31st", "2027-03-31"}, {"2028-02-01", "29 February", "2028-02-29"},
		{"2026-11-21", "tomorrow", "2026-11-22"}, {"2026-11-21", "24 hours", "2026-11-23"}, {"2026-11-21", "3 days", "2026-11-25"}, {"2026-11-21", "today", "2026-11-21"},
		{"2026-11-19", "48 hours", "2026-11-23"}, {"2026-11-18", "before Friday", "2026-11-19"}, {"2026-11-18", "Wednesday", "2026-11-25"}, {"2026-03-28", "within two weeks", "2026-04-11"},
		{"2026-11-25", "early next month", "2026-12-10"}, {"2026-11-25", "middle of the month", "2026-12-15"}, {"2026-11-05", "middle of the month", "2026-11-15"}, {"2026-11-05", "late this month", "2026-11-30"},
		{"2026-11-05", "by the 10th of next month", "2026-12-10"}, {"2026-11-05", "Friday next week", "2026-11-13"}, {"2026-11-05", "next Friday", "2026-11-13"}, {"2026-11-08", "next Friday", "2026-11-13"},
		{"2026-11-09", "Friday week", "2026-11-20"}, {"2026-03-20", "before Easter", "2026-04-04"}, {"2026-03-20", "by Good Friday", "2026-04-03"}, {"2026-10-01", "in Q4", "2026-12-31"}, {"2026-11-05", "in Q3", "2027-09-30"},
		{"2026-11-20", "within 5 working days of 4 December", "2026-12-11"}, {"2026-12-24", "by the end of the week", "2026-12-25"}, {"2026-11-20", "by the end of 2026", "2026-12-31"},
	} {
		if w, ok := Promise(c.text, day(c.from), Options{}); !ok || w.WaitUntil.String() != c.want {
			t.Errorf("%q on %s: got %s (%q), want %s", c.text, c.from, w.WaitUntil, w.Text, c.want)
		}
	}
}
