package cli_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestTheCommandLine runs the scripts in testdata/script against the built program. Besides the
// usual commands of testscript there are
//
//	exits CODE afterword …   runs the program and wants exactly this exit code
//	has PATH VALUE           wants a value in the JSON of the last standard output: has .wait.until 2026-12-04
//	lacks PATH               wants null, nothing or an empty value there
//	keep NAME PATH           keeps such a value as $NAME
func TestTheCommandLine(t *testing.T) {
	t.Parallel()
	bin := filepath.Join(t.TempDir(), "bin")
	build := exec.Command("go", "build", "-o", bin+string(filepath.Separator), "../cmd/afterword")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("the program does not build: %s", out)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("PATH", bin+string(os.PathListSeparator)+e.Getenv("PATH"))
			e.Setenv("AFTERWORD_DATA", filepath.Join(e.WorkDir, "data"))
			e.Setenv("TZ", "Europe/London")
			e.Setenv("GOCOVERDIR", os.Getenv("GOCOVERDIR"))
			return nil
		},
		Condition: func(c string) (bool, error) {
			if c == "windows" {
				return runtime.GOOS == "windows", nil
			}
			return false, fmt.Errorf("no condition %q", c)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "has": has, "lacks": lacks, "keep": keep,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE program arguments…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func has(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: has PATH VALUE")
	}
	got := fmt.Sprint(at(ts, args[0]))
	if (got == args[1]) == neg {
		ts.Fatalf("%s is %q, want %q", args[0], got, args[1])
	}
}

func lacks(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: lacks PATH")
	}
	v := at(ts, args[0])
	nothing := v == nil || v == "" || v == false
	if list, ok := v.([]any); ok {
		nothing = len(list) == 0
	}
	if nothing == neg {
		ts.Fatalf("%s is %v", args[0], v)
	}
}

func keep(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: keep NAME PATH")
	}
	v, ok := at(ts, args[1]).(string)
	if !ok || v == "" {
		ts.Fatalf("%s is no text: %v", args[1], v)
	}
	ts.Setenv(args[0], v)
}

// at finds a value: ".steps[kind=thank_you].state", ".people[0].name", "." is the whole. That standard
// output holds exactly one JSON value is a part of the test.
func at(ts *testscript.TestScript, path string) any {
	out := ts.ReadFile("stdout")
	dec := json.NewDecoder(strings.NewReader(out))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		ts.Fatalf("standard output is not JSON: %v\n%s", err, out)
	}
	if dec.More() {
		ts.Fatalf("standard output holds more than one value:\n%s", out)
	}
	for _, m := range rePart.FindAllStringSubmatch(path, -1) {
		v = into(ts, v, path, m[1]+m[2])
	}
	return v
}

// rePart is a key, or what stands in brackets.
var rePart = regexp.MustCompile(`\[([^\]]*)\]|([^.\[\]]+)`)

func into(ts *testscript.TestScript, v any, path, part string) any {
	switch v := v.(type) {
	case map[string]any:
		return v[part]
	case []any:
		if part == "length" {
			return len(v)
		}
		if i, err := strconv.Atoi(part); err == nil && i < len(v) {
			return v[i]
		}
		key, want, _ := strings.Cut(part, "=")
		for _, e := range v {
			if m, ok := e.(map[string]any); ok && fmt.Sprint(m[key]) == want {
				return e
			}
		}
		return nil
	case nil:
		return nil
	}
	ts.Fatalf("%s: nothing can be in %v", path, v)
	return nil
}
