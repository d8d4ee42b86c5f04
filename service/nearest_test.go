package service

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword"
)

// listedQuestions are those of a list that people wrote, each by itself.
func listedQuestions(t testing.TB, keys *keyring) (all []banked) {
	for _, file := range []string{"tech-interview-handbook/behavioral.txt", "30-seconds-of-interviews/questions.txt"} {
		b, err := os.ReadFile(filepath.Join("..", "..", "shared", "corpora", "questions", filepath.FromSlash(file)))
		if err != nil {
			t.Skipf("the question lists are not here: %v", err)
		}
		for line := range strings.Lines(string(b)) {
			if line = strings.TrimSpace(line); line != "" {
				one := banking{keys: keys}
				one.put(line, true, afterword.Answer{Interview: "i"})
				all = append(all, one.sorted()...)
			}
		}
	}
	return all
}

// Twenty searches over the two lists, and for each what a person would look for: a piece of every
// question that must be among the ten nearest, and of the one that must be first (before the "|").
func TestTheTenNearestQuestionsAreThoseOneLooksFor(t *testing.T) {
	t.Parallel()
	var k keyring
	all := listedQuestions(t, &k)
	missed, judged := 0, 0
	for _, x := range []struct{ words, first, with string }{
		{"strengths", "strength", "biggest strength was|three strengths|area of growth"},
		{"weakness", "weaknesses|area of growth", "three weaknesses|area of growth"},
		{"conflict with colleague", "conflict", "getting along|teammate|difference of opinion|difficult coworkers|disagreements with co-workers"},
		{"why us", "", "for Amazon|work here|at ByteDance"},
		{"leave job", "leave", "leave your current/last|looking to leave"},
		{"five years", "5 years|five years", "be in five years|yourself in 5|yourself in five"},
		{"failure", "recent failure", "recent failure"},
		{"feedback", "feedback|critici", "constructive feedback|often criticized|handled criticism"},
		{"deadline", "deadline", "tight deadline|failed deadline"},
		{"disagreement with boss", "disagreement with your manager", "disagreement with your manager"},
		{"pay", "salary", "salary"},
		{"walk me through your cv", "about yourself", "Tell me about yourself."},
		{"hardest project", "", "toughest project|most challenging project|that was difficult"},
		{"first three months", "", "first six months|first day"},
		{"keep learning new technology", "up to date", "up to date"},
		{"biggest achievement", "achievement", "achievement"},
		{"closures", "closure", "closure"},
		{"null undefined", "`null` and `undefined`", "`null` and `undefined`"},
		{"react lifecycle", "lifecycle", "lifecycle methods|component lifecycle"},
		{"web accessibility", "accessibility", "accessibility of a website|Accessibility Tree"},
	} {
		got := k.nearest(all, x.words)
		var ten strings.Builder
		for _, q := range got[:min(len(got), 10)] {
			ten.WriteString(q.Asked + "\n")
		}
		first, _, _ := strings.Cut(ten.String(), "\n")
		if !anyIn(first, x.first) {
			t.Errorf("%q: %q came first", x.words, first)
		}
		for want := range strings.SplitSeq(x.with, "|") {
			if judged++; !strings.Contains(ten.String(), want) {
				missed++
				t.Errorf("%q: %q is not among the ten nearest:\n%s", x.words, want, ten.String())
			}
		}
	}
	t.Logf("%d of %d questions were where one looks for them", judged-missed, judged)
}

func anyIn(text, pieces string) bool {
	for p := range strings.SplitSeq(pieces, "|") {
		if strings.Contains(text, p) {
			return true
		}
	}
	return false
}

func TestASearchLeavesOutWhatItIsNotAbout(t *testing.T) {
	t.Parallel()
	var k keyring
	all := listedQuestions(t, &k)
	for _, words := range []string{"salary", "feedback", "closure", "zebra", "five years"} {
		if got := k.nearest(all, words); len(got) > 8 {
			t.Errorf("%q finds %d of %d questions", words, len(got), len(all))
		}
	}
}
