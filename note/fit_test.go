package note

import (
	"strings"
	"testing"
	"time"

	"afterword"
)

// What was noted in a hurry stands in the letter as an editor would leave it.
func TestJottingsBecomeALine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ line, want string }{
		{"moving the warehouse to Go", "moving the warehouse to Go"},
		{"moving their design system to tokens", "moving your design system to tokens"},
		{"design system", "the design system"},
		{"hiring process", "the hiring process"},
	} {
		if f := fitLine(c.line, "en", Recipient{Name: "Priya Nair"}); f.form != phrase || f.text != c.want || f.rest != "" {
			t.Errorf("%s: form %d, %q, %q, want %q", c.line, f.form, f.text, f.rest, c.want)
		}
	}
}

// A page of "a, b " is read once, not once at every comma.
func TestALongListIsReadOnce(t *testing.T) {
	t.Parallel()
	b := Brief{Kind: afterword.Thanks, Channel: afterword.Email, To: Recipient{Name: "Priya Nair", Line: strings.Repeat("a, b ", 8000)}}
	start := time.Now()
	Draft(b)
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("40 KB took %s", took)
	}
}
