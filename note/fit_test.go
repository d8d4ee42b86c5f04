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
		{"moving their design system to tokens, she hates Figma plugins", "moving your design system to tokens"},
		{"the token migration - Priya really hates plugins. She can't stand Figma.", "the token migration"},
		{"the token migration and she doesn't like plugins", "the token migration"},
		{"why she hates plugins", "why you hate plugins"},
		{"moving reports off spreadsheets, runs a weekly data clinic", "moving reports off spreadsheets"},
	} {
		if f := fitLine(c.line, "en", Recipient{Name: "Priya Nair"}); f.form != phrase || f.text != c.want || f.rest != "" {
			t.Errorf("%s: form %d, %q, %q, want %q", c.line, f.form, f.text, f.rest, c.want)
		}
	}
}

func TestADislikeWithAReasonStays(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"They hate how slow the reports are, so they are moving them": "you hate how slow the reports are, so you are moving them.",
		"the team hates decks": "the team hates decks.",
	} {
		if f := fitLine(line, "en", Recipient{Name: "Priya Nair"}); f.form != sentence || f.text != want {
			t.Errorf("%s: form %d, %q", line, f.form, f.text)
		}
	}
}

// What somebody cannot bear is in no letter to them; with nothing else there, the gap stays.
func TestADislikeIsNoLine(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"hates slide decks. 3 kids", "she hates slide decks", "Priya can't stand Figma"} {
		b := Brief{Kind: afterword.Thanks, Channel: afterword.Email, To: Recipient{Name: "Priya Nair", Line: line}}
		if body := Draft(b).Body; !strings.Contains(body, "[…]") || strings.Contains(body, "3 kids") {
			t.Errorf("%s:\n%s", line, body)
		}
		b.Kind = afterword.AnswerNo
		if body := Draft(b).Body; strings.Contains(body, "hate") || strings.Contains(body, "stand") {
			t.Errorf("%s:\n%s", line, body)
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
