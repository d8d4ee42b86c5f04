package policy_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"afterword"
	"afterword/policy"
)

var update = flag.Bool("update", false, "write the plans of testdata anew; then read them")

// A golden file is the facts as lines, then for each "now" the plan of each round, and what the guard
// says to each "may".
func TestTheFirstWeeksGoAsWritten(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			head, rest, ok := strings.Cut(string(text), "-- facts --\n")
			if !ok {
				t.Fatal("no -- facts --")
			}
			facts, want, _ := strings.Cut(rest, "-- plan")
			got := tellPlans(t, facts)
			if *update {
				if err := os.WriteFile(file, []byte(head+"-- facts --\n"+facts+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff("-- plan"+want, got); diff != "" {
				t.Errorf("run with -update and read it against the contract:\n%s", diff)
			}
		})
	}
}

// tellPlans tells the facts line by line: a "now" prints the plans as they stand at that point, a "may"
// the verdict at the latest now.
func tellPlans(t *testing.T, facts string) string {
	s := tell(t, "")
	var b bytes.Buffer
	for line := range strings.Lines(facts) {
		line = strings.TrimSpace(line)
		switch word, rest, _ := strings.Cut(line, " "); word {
		case "now":
			s.now = s.at(rest)
			for _, iv := range s.c.Interviews {
				printPlan(t, &b, policy.Compute(s.c, iv.ID, s.r, s.now), s.now.In(s.own).Format("Mon 2006-01-02 15:04"))
			}
		case "may":
			now := s.now.In(s.own).Format("2006-01-02 15:04")
			v, err := json.Marshal(s.may(now, rest))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "-- may %s, %s --\n%s\n", rest, now, v)
		default:
			s.more(line)
		}
	}
	return strings.ReplaceAll(b.String(), `\u0026`, "&")
}

// printPlan writes a plan as JSON, a step a line.
func printPlan(t *testing.T, b *bytes.Buffer, p afterword.Plan, now string) {
	fmt.Fprintf(b, "-- plan %s, %s --\n", p.Interview, now)
	steps := p.Steps
	p.Steps = nil
	head, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	b.Write(bytes.TrimSuffix(head, []byte("null}")))
	b.WriteString("[\n")
	for i, step := range steps {
		line, err := json.Marshal(step)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(line)
		if i < len(steps)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]}\n")
}
