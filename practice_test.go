package afterword_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"afterword"
)

// bannedOnScreen are words that hurt a person who waits; no sentence of ours holds one.
var bannedOnScreen = regexp.MustCompile(`(?i)\b(fail(ed|ure)?|overdue|missed|reject(ed|ion)?|ghost(ed)?|pester|spam|score|desperate)\b`)

func TestTheRegisterHoldsR01ToR99InOrder(t *testing.T) {
	t.Parallel()
	all := afterword.Practices()
	if len(all) != 99 {
		t.Fatalf("%d practices, want 99", len(all))
	}
	for i, p := range all {
		if want := fmt.Sprintf("R%02d", i+1); p.ID != want {
			t.Errorf("practice %d is %s, want %s", i, p.ID, want)
		}
		got, ok := afterword.PracticeByID(p.ID)
		if !ok || got.Title != p.Title {
			t.Errorf("PracticeByID(%s) is %+v, want %+v", p.ID, got, p)
		}
	}
	for _, id := range []string{"", "R00", "R100", "r01", "S1"} {
		if p, ok := afterword.PracticeByID(id); ok {
			t.Errorf("PracticeByID(%q) found %+v", id, p)
		}
	}
}

func TestEveryPracticeComesFromAnArticle(t *testing.T) {
	t.Parallel()
	var ids []string
	for _, a := range afterword.Articles() {
		ids = append(ids, a.ID)
		if a.Title == "" || !strings.HasPrefix(a.String(), a.Title) {
			t.Errorf("%s is cited as %q", a.ID, a)
		}
	}
	if want := []string{"S0", "S1", "S2", "S3", "S4"}; !slices.Equal(ids, want) {
		t.Fatalf("articles are %v, want %v", ids, want)
	}
	for _, p := range afterword.Practices() {
		if len(p.Sources) == 0 || len(p.From()) != len(p.Sources) || !slices.IsSorted(p.Sources) {
			t.Errorf("%s: sources %v", p.ID, p.Sources)
		}
	}
}

func TestEveryPracticeIsSaidShortAndKind(t *testing.T) {
	t.Parallel()
	titles := map[string]string{}
	for _, p := range afterword.Practices() {
		if other := titles[p.Title]; other != "" {
			t.Errorf("%s and %s have one title", p.ID, other)
		}
		titles[p.Title] = p.ID
		if n := len(strings.Fields(p.Title)); n == 0 || n > 8 {
			t.Errorf("%s: title of %d words", p.ID, n)
		}
		if n := len(strings.Fields(p.Says)); n < 4 || n >= 20 {
			t.Errorf("%s: sentence of %d words", p.ID, n)
		}
		if !strings.HasSuffix(p.Says, ".") || strings.ContainsAny(p.Title+p.Says, "!;…") {
			t.Errorf("%s: %q is not one plain sentence", p.ID, p.Says)
		}
		if w := bannedOnScreen.FindString(p.Title + " " + p.Says); w != "" {
			t.Errorf("%s says %q", p.ID, w)
		}
	}
}

// A scenario is a test function whose name holds the id (TestR27…, Test…_R27), a subtest or table
// row whose name begins with ids and goes on in words ("R27 R28 one note for each person"), a file
// under testdata named so, or the same in a test of e2e.
func TestEveryPracticeHasAScenario(t *testing.T) {
	t.Parallel()
	named := readTree(t).scenarios(t)
	for _, p := range afterword.Practices() {
		if len(named[p.ID]) == 0 {
			t.Errorf("no scenario test names %s (%s)", p.ID, p.Title)
		}
	}
}
