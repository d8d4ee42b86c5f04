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
