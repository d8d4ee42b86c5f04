package note

import (
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"afterword"
)

// A set of labelled letters: those that rules may be mended on, those held back, and those that another
// hand wrote and labelled, of which nothing but the sums was looked at until they had been measured. The
// last set is another of these, and no rule was mended on it since.
type set int

const (
	tuning set = iota
	heldBack
	otherHand
	unmended
)

// sets are all letters, by the name that the report gives them.
var sets = []string{tuning: "tuning", heldBack: "held-back", otherHand: "another-hand", unmended: "unmended"}

func setOf(file string) set {
	h := fnv.New32a()
	_, _ = h.Write([]byte(file))
	switch {
	case strings.HasPrefix(file, "tuning-"): // written after the first rules, to mend them
		return tuning
	case strings.HasPrefix(file, "held-b2-"):
		return otherHand
	case strings.HasPrefix(file, "held-d-"):
		return unmended
	case h.Sum32()>>3%2 == 0 || strings.HasPrefix(file, "held-"):
		return heldBack
	}
	return tuning
}

// labelled is a letter of testdata/letters with what an attentive reader found in it. The letters and
// their labels were written before the rules; half is held back and is never looked at to mend a rule.
type labelled struct {
	name         string
	known        Known
	body         string
	stop, advice []string
	good         bool
}

func readLabelled(t testing.TB, of set) []labelled {
	t.Helper()
	var all []labelled
	for _, dir := range []string{"good", "bad"} {
		files, err := filepath.Glob(filepath.Join("testdata", "letters", dir, "*.txt"))
		if err != nil || len(files) < 60 {
			t.Fatalf("%s: %d letters, %v", dir, len(files), err)
		}
		for _, f := range files {
			if setOf(filepath.Base(f)) != of {
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
type score struct {
	right, wrong, missed int
	cases                []string // what was made up and missed, and where
}

func (s score) precision() float64 { return share(s.right, s.right+s.wrong) }
func (s score) recall() float64    { return share(s.right, s.right+s.missed) }

func (s *score) tell(t testing.TB, aloud bool, wrong string) {
	s.cases = append(s.cases, wrong)
	if aloud {
		t.Log(wrong)
	}
}

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// measure runs the checks over letters and scores them. With tell, each difference is written out.
func measure(t testing.TB, letters []labelled, tell bool) (stop, advice score, by map[string]*score) {
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
				one(g).tell(t, tell, fmt.Sprintf("%s: made up %s: %v", l.name, g, says(r, g)))
			}
			for _, w := range s.want {
				if !slices.Contains(s.got, w) {
					s.all.missed++
					one(w).missed++
					one(w).tell(t, tell, fmt.Sprintf("%s: missed %s", l.name, w))
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

func counts(s score) string {
	return fmt.Sprintf("right %d, made up %d, missed %d", s.right, s.wrong, s.missed)
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
	reach(t, tuning, true, aim{0.98, 0.98, 0.90, 0.90})
}

func TestChecksHoldOnLettersThatWereHeldBack(t *testing.T) {
	t.Parallel()
	reach(t, heldBack, false, aim{0.98, 0.98, 0.90, 0.90})
}

// These were measured once unseen (doc/bench.md says with what result); since then their cases are known
// too, and they only keep what was reached. To measure anew takes letters that nobody has seen.
func TestChecksKeepWhatLettersOfAnotherHandTaught(t *testing.T) {
	t.Parallel()
	reach(t, otherHand, true, aim{0.98, 0.98, 0.90, 0.90})
}

// These were labelled by a further hand. Their sums were seen before and while the rules were mended on
// other letters (stops 0.96 and 0.79, advice 0.89 and 0.79, then as here), their cases only after that,
// and no rule was mended on them: they say what to expect of a letter that nobody has seen.
func TestChecksOnLettersThatNoRuleWasMendedOn(t *testing.T) {
	t.Parallel()
	reach(t, unmended, true, aim{0.96, 0.87, 0.89, 0.87})
}

// aim is precision and recall of the stopping checks, then of advice.
type aim struct{ stop, stopFound, advice, adviceFound float64 }

func reach(t *testing.T, of set, tell bool, a aim) {
	t.Helper()
	stop, advice, by := measure(t, readLabelled(t, of), tell)
	for _, n := range slices.Sorted(maps.Keys(by)) {
		t.Logf("%-12s precision %.2f recall %.2f  %s", n, by[n].precision(), by[n].recall(), counts(*by[n]))
	}
	t.Logf("stops  precision %.3f recall %.3f %s", stop.precision(), stop.recall(), counts(stop))
	t.Logf("advice precision %.3f recall %.3f %s", advice.precision(), advice.recall(), counts(advice))
	if stop.precision() < a.stop || stop.recall() < a.stopFound {
		t.Errorf("stopping checks: precision %.3f, recall %.3f, want %.2f and %.2f", stop.precision(), stop.recall(), a.stop, a.stopFound)
	}
	if advice.precision() < a.advice || advice.recall() < a.adviceFound {
		t.Errorf("advice: precision %.3f, recall %.3f, want %.2f and %.2f", advice.precision(), advice.recall(), a.advice, a.adviceFound)
	}
}

// Letters that people were proud of get at most one piece of advice, whoever wrote them.
func TestAGoodLetterIsLeftInPeace(t *testing.T) {
	t.Parallel()
	for of := range sets {
		letters, stopped, twice := 0, 0, 0
		for _, l := range readLabelled(t, set(of)) {
			if !l.good {
				continue
			}
			letters++
			advice := 0
			for _, c := range Check("", l.body, l.known).Checks {
				if c.Level == afterword.Stop && !slices.Contains(l.stop, c.Check) {
					stopped++
				}
				if c.Level == afterword.Advice {
					advice++
				}
			}
			if advice > 1 {
				twice++
			}
		}
		t.Logf("%d good letters: %d stopped, %d with more than one advice", letters, stopped, twice)
		if stopped > letters/20 || twice > letters/20 {
			t.Errorf("of %d good letters %d are stopped and %d get more than one advice", letters, stopped, twice)
		}
	}
}
