package when

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestAPhrasingIsNeverRuledOutWhereItsPatternMatches(t *testing.T) {
	t.Parallel()
	var texts []string
	for _, line := range append(lines(t, "promises.txt"), lines(t, "nothing.txt")...) {
		if _, text, ok := strings.Cut(line, " | "); ok {
			line = text
		}
		texts = append(texts, " "+strings.ToLower(strings.Map(func(r rune) rune {
			if strings.ContainsRune(",.'!?", r) {
				return ' '
			}
			return r
		}, line))+" ")
	}
	known := 0
	for _, c := range cues() {
		if len(c.re.pieces) > 0 {
			known++
		}
		for _, text := range texts {
			if c.re.MatchString(text) && !c.re.Maybe(text) {
				t.Errorf("%q is ruled out by %q: %s", text, c.re.pieces, c.re)
			}
		}
	}
	for _, text := range texts[:min(len(texts), 400)] {
		for _, c := range cues() {
			if c.re.atWord != nil && c.re.Maybe(text) && !cmp.Equal(c.re.All(text), c.re.FindAllStringIndex(text, -1), cmpopts.EquateEmpty()) {
				t.Errorf("%q: found %v, want %v", text, c.re.All(text), c.re.FindAllStringIndex(text, -1))
			}
		}
	}
	if known < len(cues())*3/4 {
		t.Errorf("of %d cues only %d have pieces", len(cues()), known)
	}
}

func TestPhrasingsNeedTheLongestWords(t *testing.T) {
	t.Parallel()
	for expr, want := range map[string]string{
		`(?i)\bnot (?:successful|selected)\b`:  "not successful|not selected",
		`(?i)\b(?:we|i) regret\b.{0,30}\bto\b`: "we regret|i regret",
		`(?i)colou?r`:                          "color|colour",
		`[a-z]+`:                               "",
		`(?i)(?:delay|x)`:                      "",
		`(?:please )?send(?:ing)? us`:          "send us|sending us",
	} {
		if got := strings.Join(slices.Concat(NewPhrasing(expr).pieces...), "|"); !sameSet(got, want) {
			t.Errorf("%s: got %q, want %q", expr, got, want)
		}
	}
}

func sameSet(a, b string) bool {
	x, y := setOf(strings.ReplaceAll(strings.ReplaceAll(a, " ", "_"), "|", " ")), setOf(strings.ReplaceAll(strings.ReplaceAll(b, " ", "_"), "|", " "))
	if len(x) != len(y) {
		return false
	}
	for k := range x {
		if !y[k] {
			return false
		}
	}
	return true
}
