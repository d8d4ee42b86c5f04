package policy_test

import (
	"regexp"
	"strings"
	"testing"

	"afterword"
)

var never = regexp.MustCompile(`(?i)!|overdue|failed|missed|\blate\b|rejected|ghosted|pester|spam|score`)

// spoken checks words for people, and that every practice is in the register.
func spoken(t *testing.T, heading, because string, practices []string) {
	t.Helper()
	for _, text := range []string{heading, because} {
		if text == "" {
			t.Error("there are no words")
		}
		if bad := never.FindString(text); bad != "" {
			t.Errorf("%q says %q", text, bad)
		}
		for _, sentence := range regexp.MustCompile(`[.?] `).Split(text, -1) {
			if n := len(strings.Fields(sentence)); n > 20 {
				t.Errorf("%q has %d words", sentence, n)
			}
		}
	}
	if len(practices) == 0 {
		t.Errorf("%q names no practice", because)
	}
	for _, id := range practices {
		if _, ok := afterword.PracticeByID(id); !ok {
			t.Errorf("%s is not a practice", id)
		}
	}
}
