package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

func TestTheProgramInARealBrowser(t *testing.T) {
	scenarios, err := filepath.Glob("*.test.mjs")
	if err != nil || len(scenarios) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	// The report's closing lines say how many scenarios passed and failed.
	node(t, append([]string{"--test", "--test-reporter=tap"}, scenarios...)...)
}

// TestPictures writes the pictures of the README; make screenshots asks for it.
func TestPictures(t *testing.T) {
	if os.Getenv("AFTERWORD_PICTURES") == "" {
		t.Skip("AFTERWORD_PICTURES names no folder")
	}
	node(t, "pictures.mjs")
}

// node runs a script against the built program and fails the test when the script fails.
func node(t *testing.T, args ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("the browser is not for the quick round")
	}
	program := program(t)
	chromium := need(t, "chromium", "AFTERWORD_CHROMIUM")
	if _, err := os.Stat("node_modules"); err != nil {
		missing(t, "the packages of e2e are not installed")
	}
	cmd := exec.CommandContext(t.Context(), need(t, "node", ""), args...)
	cmd.Env = append(os.Environ(), "AFTERWORD_BIN="+program, "AFTERWORD_CHROMIUM="+chromium)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("node: %v", err)
	}
}

// need finds a program of this machine, or the one that a variable of the environment names.
func need(t testing.TB, name, variable string) string {
	t.Helper()
	if p := os.Getenv(variable); variable != "" && p != "" {
		return p
	}
	p, err := exec.LookPath(name)
	if err != nil {
		missing(t, name+" is not installed")
	}
	return p
}

// missing ends a test that lacks a real part: in CI that is a fault, elsewhere a reason to skip.
func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(what)
	}
	t.Skip(what + "; make setup installs it")
}

// binary is where the program is built, once for all tests of a run.
var binary struct {
	once sync.Once
	dir  string
	err  error
}

func program(t testing.TB) string {
	t.Helper()
	if main, _ := filepath.Glob("../cmd/afterword/*.go"); len(main) == 0 {
		t.Skip("there is no program to start yet")
	}
	binary.once.Do(func() {
		if binary.dir, binary.err = os.MkdirTemp("", "afterword-bin-"); binary.err != nil {
			return
		}
		cmd := exec.Command("go", "build", "-o", binary.dir, "../cmd/afterword")
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		binary.err = cmd.Run()
	})
	if binary.err != nil {
		t.Fatalf("building the program: %v", binary.err)
	}
	return filepath.Join(binary.dir, "afterword")
}

func TestMain(m *testing.M) {
	code := m.Run()
	if binary.dir != "" {
		_ = os.RemoveAll(binary.dir)
	}
	os.Exit(code)
}
