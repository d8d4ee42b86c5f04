package web

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// pairs are the colours that stand on each other in app.css (M22): text needs 4.5 to 1, the edge of a
// control, a mark or a ring of focus needs 3 to 1.
var pairs = []struct {
	least float64
	on    string
	these string
}{
	{4.5, "desk", "ink ink-2 ink-3 accent accent-strong stop"},
	{4.5, "paper", "ink ink-2 ink-3 accent accent-strong stop"},
	{4.5, "sunken", "ink"},
	{4.5, "rest", "ink ink-2 ink-3 accent accent-strong stop"},
	{4.5, "rest-2", "accent-strong"},
	{4.5, "look-soft", "ink look"},
	{4.5, "stop-soft", "ink stop"},
	{4.5, "go", "on-go"},
	{4.5, "go-strong", "on-go"},
	{3, "desk", "control go-edge focus ink-3 look stop"},
	{3, "paper", "control go-edge focus ink-3 accent stop"},
	{3, "rest", "accent rest-edge focus control"},
	{3, "look-soft", "look"},
	{3, "stop-soft", "stop"},
}

// decoration are lines that nobody needs to see: hairlines between rows, the folds of an envelope.
const decoration = " line rest-line "

var colour = regexp.MustCompile(`--([a-z0-9-]+): (#[0-9A-F]{6})`)

func tokens(block string) map[string]string {
	found := map[string]string{}
	for _, m := range colour.FindAllStringSubmatch(block, -1) {
		found[m[1]] = m[2]
	}
	return found
}

func TestEveryPairOfColoursCanBeRead(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("static/app.css")
	if err != nil {
		t.Fatal(err)
	}
	css, _, _ := strings.Cut(string(b), "@layer base {")
	light, dark, ok := strings.Cut(css, "@media (prefers-color-scheme: dark)")
	system, chosen, ok2 := strings.Cut(dark, ":root[data-theme=dark]")
	if !ok || !ok2 {
		t.Fatal("the themes are not where they were")
	}
	themes := map[string]map[string]string{"light": tokens(light), "dark": tokens(system), "dark by choice": tokens(chosen)}
	for name, theme := range themes {
		if len(theme) != len(themes["light"]) {
			t.Errorf("%s has %d colours, light has %d", name, len(theme), len(themes["light"]))
		}
		used := map[string]bool{}
		for _, p := range pairs {
			used[p.on] = true
			for _, ink := range strings.Fields(p.these) {
				used[ink] = true
				if got := contrast(t, theme[ink], theme[p.on]); got < p.least {
					t.Errorf("%s: %s on %s is %.2f to 1, less than %g", name, ink, p.on, got, p.least)
				}
			}
		}
		for token := range theme {
			if !used[token] && !strings.Contains(decoration, " "+token+" ") {
				t.Errorf("%s: nothing says what %s stands on", name, token)
			}
		}
	}
	for token, hex := range themes["dark"] {
		if themes["dark by choice"][token] != hex {
			t.Errorf("%s is not the same in both kinds of dark", token)
		}
	}
}

// contrast is the ratio of WCAG 2 between two colours.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) != 7 {
		t.Fatalf("%q is no colour", hex)
	}
	sum := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= .04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
