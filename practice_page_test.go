package afterword_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"afterword"
)

var update = flag.Bool("update", false, "write doc/practices.md anew; then read it")

const practicesPage = "doc/practices.md"

// place says what the program does for a practice, on which page and by which command.
type place struct{ id, does, page, command string }

// TestPracticesPage keeps doc/practices.md: what is done comes from places, what proves it from the tree.
func TestPracticesPage(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	proofs := tr.proofs()
	var b strings.Builder
	b.WriteString("# The practices, and where they are\n\n" +
		"<!-- Written by `go test -run TestPracticesPage -update .`; change practice_places_test.go instead. -->\n\n" +
		"What each practice asks for stands in the program, under \"Why?\" and on the page `/help/practices`. Here is what Afterword does\n" +
		"for it, on which page and by which command, and which test fails when it does not. Pages are addresses of the web application,\n" +
		"commands are those of `afterword`. The [five articles](articles.md) are walked through heading by heading on a page of their own.\n")
	sections := map[string]string{"R01": "Before you leave the room", "R09": "Write it down while it is fresh", "R20": "Look back at how you did",
		"R27": "Send a thank-you: when", "R32": "Send a thank-you: what it says", "R50": "If an agency is involved",
		"R54": "Keep promises and answer promptly", "R57": "Wait well", "R71": "Referees and people who can speak for you",
		"R80": "Decide whether you want it", "R85": "Keep going meanwhile", "R90": "When the answer comes"}
	for i, p := range afterword.Practices() {
		if i >= len(places()) || places()[i].id != p.ID {
			t.Fatalf("%s has no place", p.ID)
		}
		if s := sections[p.ID]; s != "" {
			fmt.Fprintf(&b, "\n## %s\n\n| id | practice | what Afterword does | page | command | proved by |\n|---|---|---|---|---|---|\n", s)
		}
		at := places()[i]
		tests := strings.Join(proofs[p.ID], "<br>")
		fmt.Fprintf(&b, "| %s | %s | %s | `%s` | %s | %s |\n", p.ID, p.Title, at.does, at.page, code(at.command), tests)
	}
	if *update {
		if err := os.WriteFile(practicesPage, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(practicesPage)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), b.String()); diff != "" {
		t.Errorf("%s is old: run go test -run TestPracticesPage -update . and read it\n%s", practicesPage, diff)
	}
}

func code(s string) string {
	if s == "" {
		return "–"
	}
	return "`" + strings.ReplaceAll(s, "|", `\|`) + "`"
}

// proofs are the tests of each practice, each with its file, without lines so that the page stays.
func (tr tree) proofs() map[string][]string {
	all := map[string][]string{}
	add := func(text, where string) {
		file, _, _ := strings.Cut(where, ":")
		name := text
		if !strings.HasPrefix(text, "Test") {
			name = "\"" + strings.ReplaceAll(strings.TrimSpace(text), "|", " ") + "\""
		}
		for _, id := range practiceID.FindAllString(text, -1) {
			if proof := name + " (" + file + ")"; !slices.Contains(all[id], proof) {
				all[id] = append(all[id], proof)
			}
		}
	}
	for _, f := range tr.files {
		switch {
		case scenarioFile.MatchString(f.path):
			add(f.path[strings.LastIndex(f.path, "/")+1:], f.path)
		case f.syntax != nil && f.test && f.dir() != "":
			tr.goScenarios(f, add)
		case strings.HasPrefix(f.path, "e2e/") && strings.HasSuffix(f.path, ".mjs"):
			for _, m := range browserTest.FindAllStringSubmatch(string(f.text), -1) {
				if scenarioName.MatchString(m[1]) {
					add(m[1], f.path)
				}
			}
		}
	}
	for _, list := range all {
		slices.Sort(list)
	}
	return all
}

var (
	routeLine   = regexp.MustCompile(`\{"(?:GET|POST) ([^"]*)"(?: \+ (iv|note))?(?: \+ "([^"]*)")?,`)
	commandLine = regexp.MustCompile("(?m)^\t([A-Z]\\w*) +\\w+Cmd +`cmd:")
	camel       = regexp.MustCompile(`([a-z])([A-Z])`)
)

// A page or a command that is named must be there, so that the page does not send people astray.
func TestThePlacesOfThePracticesExist(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	pages := map[string]bool{}
	for _, m := range routeLine.FindAllStringSubmatch(tr.file(t, "web/routes.go"), -1) {
		base := map[string]string{"": "", "iv": "/interviews/{id}", "note": "/notes/{id}"}[m[2]]
		pages[strings.TrimSuffix(m[1]+base+m[3], "{$}")] = true
	}
	commands := map[string]bool{}
	for _, m := range commandLine.FindAllStringSubmatch(tr.file(t, "cli/grammar.go"), -1) {
		commands[strings.ToLower(camel.ReplaceAllString(m[1], "$1-$2"))] = true
	}
	if len(pages) < 50 || len(commands) < 30 {
		t.Fatalf("%d pages and %d commands were read", len(pages), len(commands))
	}
	for _, p := range places() {
		if !pages[p.page] {
			t.Errorf("%s: there is no page %s", p.id, p.page)
		}
		if name, _, _ := strings.Cut(p.command, " "); name != "" && !commands[name] {
			t.Errorf("%s: there is no command %s", p.id, name)
		}
		if !strings.HasSuffix(p.does, ".") || len(strings.Fields(p.does)) < 5 {
			t.Errorf("%s: %q is no sentence", p.id, p.does)
		}
	}
}
