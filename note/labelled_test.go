package note

import (
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"afterword"
)

// labelled is a letter of testdata/letters with what an attentive reader found in it. The letters and
// their labels were written before the rules; half is held back and is never looked at to mend a rule.
type labelled struct {
	name         string
	known        Known
	body         string
	stop, advice []string
	good         bool
}

func readLabelled(t testing.TB, held bool) []labelled {
	t.Helper()
	var all []labelled
	for _, dir := range []string{"good", "bad"} {
		files, err := filepath.Glob(filepath.Join("testdata", "letters", dir, "*.txt"))
		if err != nil || len(files) < 60 {
			t.Fatalf("%s: %d letters, %v", dir, len(files), err)
		}
		for _, f := range files {
			h := fnv.New32a()
			_, _ = h.Write([]byte(filepath.Base(f)))
			tuning := strings.HasPrefix(filepath.Base(f), "tuning-") // written after the first rules, to mend them
			if ((h.Sum32()>>3%2 == 0 || strings.HasPrefix(filepath.Base(f), "held-")) && !tuning) != held {
				continue
			}
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			head, body, _ := strings.Cut(string(data), "\n\n")
			l := labelled{name: dir + "/" + filepath.Base(f), body: body, good: dir == "good"}
			for line := range strings.Lines(head) {
				key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
				switch key {
				case "kind":
					l.known.Kind = afterword.NoteKind(value)
				case "channel":
					l.known.Channel = afterword.Channel(value)
				case "to":
					l.known.To = value
				case "employer":
					l.known.Employer = value
				case "stop":
					// A stem without its words is told as a gap only where the debrief is known.
					l.stop = strings.Split(strings.ReplaceAll(value, "gap", "unfinished"), ", ")
				case "advice":
					l.advice = strings.Split(value, ", ")
				default:
					t.Fatalf("%s: %q", f, key)
				}
			}
			all = append(all, l)
		}
	}
	return all
}

// score counts what a check found, missed and made up.
type score struct{ right, wrong, missed int }

func (s score) precision() float64 { return share(s.right, s.right+s.wrong) }
func (s score) recall() float64    { return share(s.right, s.right+s.missed) }

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// measure runs the checks over letters and scores them. With tell, each difference is written out.
func measure(t *testing.T, letters []labelled, tell bool) (stop, advice score, by map[string]*score) {
	t.Helper()
	by = map[string]*score{}
	one := func(check string) *score {
		if by[check] == nil {
			by[check] = &score{}
		}
		return by[check]
	}
	for _, l := range letters {
		var stops, advices []string
		r := Check("", l.body, l.known)
		for _, c := range r.Checks {
			switch c.Level {
			case afterword.Stop:
				stops = append(stops, c.Check)
			case afterword.Advice:
				advices = append(advices, c.Check)
			}
		}
		for _, s := range []struct {
			got, want []string
			all       *score
		}{{stops, l.stop, &stop}, {advices, l.advice, &advice}} {
			for _, g := range s.got {
				if slices.Contains(s.want, g) {
					s.all.right++
					one(g).right++
					continue
				}
				s.all.wrong++
				one(g).wrong++
				if tell {
					t.Logf("%s: made up %s: %v", l.name, g, says(r, g))
				}
			}
			for _, w := range s.want {
				if !slices.Contains(s.got, w) {
					s.all.missed++
					one(w).missed++
					if tell {
						t.Logf("%s: missed %s", l.name, w)
					}
				}
			}
		}
		if l.good && len(advices) > 1 {
			if tell {
				t.Logf("%s: a good letter with advice %v", l.name, advices)
			}
		}
	}
	return stop, advice, by
}

func says(r Report, check string) string {
	for _, c := range r.Checks {
		if c.Check == check {
			return c.Says
		}
	}
	return ""
}

func TestChecksFindWhatAnAttentiveReaderFound(t *testing.T) {
	t.Parallel()
	stop, advice, by := measure(t, readLabelled(t, false), true)
	report(t, stop, advice, by)
}

func TestChecksHoldOnLettersThatWereHeldBack(t *testing.T) {
	t.Parallel()
	stop, advice, by := measure(t, readLabelled(t, true), false)
	report(t, stop, advice, by)
}

func report(t *testing.T, stop, advice score, by map[string]*score) {
	t.Helper()
	names := make([]string, 0, len(by))
	for n := range by {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		t.Logf("%-12s precision %.2f recall %.2f  %+v", n, by[n].precision(), by[n].recall(), *by[n])
	}
	t.Logf("stops  precision %.3f recall %.3f %+v", stop.precision(), stop.recall(), stop)
	t.Logf("advice precision %.3f recall %.3f %+v", advice.precision(), advice.recall(), advice)
	if stop.precision() < 0.98 || stop.recall() < 0.98 {
		t.Errorf("stopping checks: precision %.3f, recall %.3f, aim 0.98", stop.precision(), stop.recall())
	}
	if advice.precision() < 0.90 || advice.recall() < 0.90 {
		t.Errorf("advice: precision %.3f, recall %.3f, aim 0.90", advice.precision(), advice.recall())
	}
}
