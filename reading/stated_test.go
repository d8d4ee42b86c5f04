package reading

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"afterword"
)

func TestWhatWasStatedIsFoundInAnswers(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		question, answer string
		want             []afterword.Stated
	}{
		{"What are your salary expectations?", "I said somewhere between 45 and 50k.", []afterword.Stated{{About: "pay", Said: "I said somewhere between 45 and 50k"}}},
		{"What are you hoping to earn?", "£48,000", []afterword.Stated{{About: "pay", Said: "£48,000"}}},
		{"What is your day rate?", "My day rate is 450 euros", []afterword.Stated{{About: "pay", Said: "My day rate is 450 euros"}}},
		{"What salary did you have in mind?", "Mid-fifties, but flexible", []afterword.Stated{{About: "pay", Said: "Mid-fifties"}}},
		{"What do you earn now?", "38k", []afterword.Stated{{About: "pay", Said: "38k, at present"}}},
		{"Tell me about money", "I'm on 40k now, and I'd want at least 47k to move.", []afterword.Stated{{About: "pay", Said: "I'm on 40k now"}, {About: "pay", Said: "I'd want at least 47k to move"}}},
		{"What is your notice period?", "Four weeks to the end of the month", []afterword.Stated{{About: "notice", Said: "Four weeks to the end of the month"}}},
		{"How soon could you start?", "I have three months' notice, but I could start in January.", []afterword.Stated{{About: "notice", Said: "I have three months' notice"}, {About: "start", Said: "I could start in January"}}},
		{"When can you start?", "Immediately.", []afterword.Stated{{About: "start", Said: "Immediately"}}},
		{"When would you be available?", "From 4 January 2027", []afterword.Stated{{About: "start", Said: "From 4 January 2027"}}},
		{"Why are you leaving?", "There is no room to grow where I am.", []afterword.Stated{{About: "reason", Said: "There is no room to grow where I am."}}},
		{"Walk me through your CV", "I started at Mira. I left because the commute was two hours. Then I joined Orbit.", []afterword.Stated{{About: "reason", Said: "I left because the commute was two hours"}}},
		// what is not said about oneself is not stated
		{"What is your biggest achievement?", "I saved the team £200,000 a year by moving 40 reports", []afterword.Stated{}},
		{"Tell me about a project", "We had a budget of 50k and three months. It paid off.", []afterword.Stated{}},
		{"How do you handle pressure?", "I noticed that two weeks before the release everyone was tired, and I may have started earlier", []afterword.Stated{}},
		{"What are your salary expectations?", "I said it depends on the whole package", []afterword.Stated{{About: "pay", Said: "I said it depends on the whole package"}}},
		{"What is your current package?", "Base of 44k, bonus 10%, car", []afterword.Stated{{About: "pay", Said: "Base of 44k, bonus 10%, car, at present"}}},
		{"When could you begin?", "First week of February, because of my notice of two months", []afterword.Stated{{About: "notice", Said: "First week of February, because of my notice of two months"}, {About: "start", Said: "First week of February, because of my notice of two months"}}},
		{"Where do you see yourself in 5 years?", "Leading a team of 10", []afterword.Stated{}},
		{"", "", []afterword.Stated{}},
	} {
		if diff := cmp.Diff(x.want, StatedIn(x.question, x.answer)); diff != "" {
			t.Errorf("%q, %q (-want +got):\n%s", x.question, x.answer, diff)
		}
	}
}

func TestOnlyWhatCannotGoTogetherContradicts(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		about, a, b string
		want        bool
	}{
		{"pay", "45k", "45,000", false},
		{"pay", "45k", "£45,000 a year", false},
		{"pay", "45.000 €", "45 thousand euros", false},
		{"pay", "forty-five thousand", "45k", false},
		{"pay", "40k", "50k", true},
		{"pay", "40k to 45k", "45 to 50k", false},
		{"pay", "between 40 and 45", "50-55k", true},
		{"pay", "45", "45k", false},
		{"pay", "at least 45k", "55k", false},
		{"pay", "at least 55k", "45k", true},
		{"pay", "up to 50k", "42k", false},
		{"pay", "around 45k", "48k", false},
		{"pay", "around 45k", "60k", true},
		{"pay", "mid-forties", "45k", false},
		{"pay", "low forties", "high fifties", true},
		{"pay", "€4,000 a month", "48k a year", false},
		{"pay", "€3,000 a month", "60k a year", true},
		{"pay", "£450 a day", "£500 per day", true},
		{"pay", "£25 an hour", "£25/hour", false},
		{"pay", "450 a day", "about 100k a year", false},
		{"pay", "I'm on 40k now", "I'd like 50k", false},
		{"pay", "I'm on 40k now", "I currently earn 36k", true},
		{"pay", "$120k", "£90k", false},
		{"pay", "it depends on the package", "45k", false},
		{"pay", "I'd be comfortable with £52k base plus bonus", "Said 60-65, they didn't flinch", true},
		{"pay", "3.200 € im Monat", "38.400 € pro Jahr", false},
		{"notice", "six weeks", "a month and a half", false},
		{"pay", "50k plus a 10% bonus", "50k", false},
		{"notice", "four weeks", "a month", false},
		{"notice", "one month's notice", "4 weeks", false},
		{"notice", "three months", "12 weeks", false},
		{"notice", "three months", "a month", true},
		{"notice", "two weeks", "a fortnight", false},
		{"notice", "two weeks", "four weeks", true},
		{"notice", "20 working days", "four weeks", false},
		{"notice", "none, I can start immediately", "a month", true},
		{"notice", "2-4 weeks", "a month", false},
		{"start", "4 January", "January 4th", false},
		{"start", "4 January", "early January", false},
		{"start", "in January", "from 15 January", false},
		{"start", "in January", "in March", true},
		{"start", "1 March 2027", "2027-03-01", false},
		{"start", "1 March", "mid-March", true},
		{"start", "immediately", "in two months", true},
		{"start", "in four weeks", "4 January", false},
		{"start", "after a month", "in four weeks", false},
		{"reason", "no room to grow", "I want to learn more and take on responsibility", false},
		{"reason", "I was made redundant", "I left for a new challenge", true},
		{"reason", "The commute is two hours", "The pay is too low", true},
		{"reason", "It is not about the money, I want to grow", "I want to progress", false},
		{"reason", "personal reasons", "I want to grow", false},
		{"other", "I prefer Tuesdays", "I prefer Mondays", false},
	} {
		a, b := afterword.Stated{About: x.about, Said: x.a}, afterword.Stated{About: x.about, Said: x.b}
		if got := Contradicts(a, b); got != x.want {
			t.Errorf("%s: %q and %q: %v, want %v", x.about, x.a, x.b, got, x.want)
		}
		if Contradicts(a, b) != Contradicts(b, a) {
			t.Errorf("%s: %q and %q depend on which comes first", x.about, x.a, x.b)
		}
		if Contradicts(a, a) || Contradicts(b, b) {
			t.Errorf("%s: %q or %q contradicts itself", x.about, x.a, x.b)
		}
		b.About = "other"
		if Contradicts(a, b) {
			t.Errorf("%q about %s contradicts something else", x.a, x.about)
		}
	}
}

// Two rounds' questions with answers as people write them down, and what is told differently in them: pay,
// notice, start, reason, or "-". The rules were made with one file at hand, and never saw the other before
// they were done.
func TestWhatIsToldDifferentlyIsFoundInNaturalWords(t *testing.T) {
	t.Parallel()
	for file, least := range map[string]float64{"testdata/stated-tuned.tsv": 0.87, "testdata/stated-held.tsv": 0.91} {
		right, wrongly, n := 0, 0, 0
		for _, p := range statedLines(t, file, 5) {
			got := "-"
			for _, a := range StatedIn(p[0], p[1]) {
				for _, b := range StatedIn(p[2], p[3]) {
					if Contradicts(a, b) {
						got = a.About
					}
				}
			}
			n++
			switch {
			case got == p[4]:
				right++
			case p[4] == "-":
				wrongly++
			}
			if got != p[4] {
				t.Logf("%s, want %s: %q %q, then %q %q", got, p[4], p[0], p[1], p[2], p[3])
			}
		}
		t.Logf("%s: %d of %d, %d told apart that go together", file, right, n, wrongly)
		if float64(right) < least*float64(n) || wrongly > n/30 {
			t.Errorf("%s: %d of %d, %d told apart that go together", file, right, n, wrongly)
		}
	}
}

func TestAnOrdinaryAnswerWithNumbersStatesNothing(t *testing.T) {
	t.Parallel()
	for _, p := range statedLines(t, "testdata/stated-nothing.tsv", 2) {
		if got := StatedIn(p[0], p[1]); len(got) > 0 {
			t.Errorf("%q, %q states %v", p[0], p[1], got)
		}
	}
}

func statedLines(t *testing.T, file string, columns int) (lines [][]string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		p := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(p) != columns {
			t.Fatalf("%s: %q has %d columns", file, line, len(p))
		}
		lines = append(lines, p)
	}
	return lines
}

func TestStatementsFromHostileTextDoNoHarm(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"\xff\xfe", "999999999999999999999999k", "£" + string(make([]byte, 100)), "-,-,- and and and", "1.1.1.1.1.1 weeks", "may may may", string(slices.Repeat([]byte("45k to "), 500))} {
		for _, q := range []string{"What are your salary expectations?", "When can you start?", "Why are you leaving?", s} {
			for _, st := range StatedIn(q, s) {
				Contradicts(st, afterword.Stated{About: st.About, Said: "45k, 4 weeks, 4 January"})
			}
		}
	}
}
