package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"afterword"
	"afterword/store"
)

// What the program asks of the system while it stores something, and what may become of it. strace
// counts each thread by itself, so the k-th call of every thread is hit.
var (
	calls  = []string{"pwrite64", "fsync", "fdatasync", "ftruncate", "?open,openat", "rename,renameat,renameat2,unlink,unlinkat"}
	faults = []string{"signal=SIGKILL", "error=EIO", "error=ENOSPC"}
)

// TestWhatWasAcknowledgedIsThereWhateverCallWentWrong stops or fails the program at every call of a
// kind in turn, while it saves a debrief and while it approves a note. What it acknowledged (exit code
// 0) is there afterwards; what it did not is absent or whole; and the database is sound.
//
// The kill comes at every k. Of the two errors every k gets one, in turn, unless AFTERWORD_EVERY is set.
func TestWhatWasAcknowledgedIsThereWhateverCallWentWrong(t *testing.T) {
	t.Parallel()
	f := newFaulty(t)
	t.Run("debrief", func(t *testing.T) {
		t.Parallel()
		f.tryAll(t, f.before, "debrief", f.interview, "--from", f.debrief)
	})
	t.Run("approve", func(t *testing.T) {
		t.Parallel()
		f.tryAll(t, f.drafted, "note", f.note, "--approve")
	})
}

// TestAFirstStartThatIsKilledEndsWithNothingOrAllOfTheTables kills the program while it makes its
// tables, at every seventeenth write; the next start finds the old state or the new and goes on.
func TestAFirstStartThatIsKilledEndsWithNothingOrAllOfTheTables(t *testing.T) {
	t.Parallel()
	f := newFaulty(t)
	tried := 0
	for k, missed := 1, 0; missed < 2; k += 17 {
		dir := filepath.Join(t.TempDir(), "data")
		_, _, hit := f.struck(t, dir, "pwrite64", "signal=SIGKILL", k, []string{"set", "name", "Asha Rao"})
		if !hit {
			missed++
			continue
		}
		tried++
		f.run(t, dir, "set", "region", "GB")
		if h := f.holds(t, dir); len(h.Facts) > 0 {
			t.Errorf("killed at write %d: %v", k, h)
		}
	}
	if tried < 5 {
		t.Errorf("killed %d times only", tried)
	}
}

// faulty is the built program with two folders: one with an interview, one with its draft as well.
type faulty struct {
	program, debrief string
	before, drafted  string
	interview, note  string
}

func newFaulty(t *testing.T) *faulty {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("skipped: strace runs on Linux alone")
	}
	if _, err := exec.LookPath("strace"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("strace is missing: apt-get install strace")
		}
		t.Skip("skipped: strace is not installed here")
	}
	if out, err := exec.Command("strace", "-f", "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("skipped: this machine does not let strace look at a program: %s", out)
	}
	dir := t.TempDir()
	f := &faulty{program: built(t), debrief: filepath.Join(dir, "debrief.json"), before: filepath.Join(dir, "before")}
	write(t, f.debrief, `{"met":[{"name":"Priya Nair","email":"priya@northwind.example","talked_about":"moving the reports off spreadsheets"}],
		"questions":[{"asked":"How do you take feedback?","answered":"I ask early"}],"promised":[{"what":"portfolio link"}],"hear":{"said":"1 to 2 weeks"},"want":"still"}`)
	letter := filepath.Join(dir, "letter.txt")
	write(t, letter, "Dear Priya,\n\nthank you for the talk today. I kept thinking of how you move the reports off spreadsheets, and I would gladly do that work with you.\n\nKind regards\nAsha Rao\n")
	f.run(t, f.before, "set", "name", "Asha Rao")
	f.interview = id(t, f.run(t, f.before, "add", "--employer", "Northwind", "--with", "Priya Nair <priya@northwind.example>", "--json"))
	f.drafted = copyFolder(t, f.before)
	f.run(t, f.drafted, "debrief", f.interview, "--from", f.debrief)
	f.note = id(t, f.run(t, f.drafted, "notes", f.interview, "--json"))
	f.run(t, f.drafted, "note", f.note, "--edit", letter)
	return f
}

// build is the program, built once for all tests of a run.
var build struct {
	once sync.Once
	dir  string
	out  []byte
	err  error
}

func built(t *testing.T) string {
	t.Helper()
	build.once.Do(func() {
		if build.dir, build.err = os.MkdirTemp("", "afterword-bin-"); build.err == nil {
			build.out, build.err = exec.Command("go", "build", "-o", build.dir, ".").CombinedOutput()
		}
	})
	if build.err != nil {
		t.Fatalf("the program does not build: %v %s", build.err, build.out)
	}
	return filepath.Join(build.dir, "afterword")
}

func TestMain(m *testing.M) {
	code := m.Run()
	if build.dir != "" {
		_ = os.RemoveAll(build.dir)
	}
	os.Exit(code)
}

// tryAll goes through the calls, the faults and every k at which there is such a call.
func (f *faulty) tryAll(t *testing.T, folder string, command ...string) {
	old := f.holds(t, folder)
	done := copyFolder(t, folder)
	f.run(t, done, command...)
	whole := f.holds(t, done)
	if cmp.Equal(old, whole) {
		t.Fatal("the command stores nothing that this test could see")
	}
	tried, kept, writes := 0, 0, 0
	for _, call := range calls {
		for n, fault := range faults {
			for k, missed := 1, 0; missed < 2; k++ {
				if skipped(call, n, k) {
					continue
				}
				dir := copyFolder(t, folder)
				exit, said, hit := f.struck(t, dir, call, fault, k, command)
				if !hit {
					missed++
					continue
				}
				tried++
				if call == calls[0] {
					writes++
				}
				where := fmt.Sprintf("%s of %s %d", fault, call, k)
				if strings.Contains(said, "panic:") || strings.Contains(said, "goroutine ") {
					t.Errorf("%s: the program fell over: %s", where, said)
				}
				got := f.holds(t, dir)
				switch {
				case exit == 0 && !cmp.Equal(got, whole):
					t.Errorf("%s: acknowledged and not there (-want +got)\n%s", where, cmp.Diff(whole, got))
				case !cmp.Equal(got, whole) && !cmp.Equal(got, old):
					t.Errorf("%s: half of it is there (-old +got)\n%s", where, cmp.Diff(old, got))
				case cmp.Equal(got, whole):
					kept++
				}
				if err := os.RemoveAll(dir); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if least := len(faults) * map[bool]int{true: 2, false: 8}[testing.Short()]; writes < least || kept == 0 || kept == tried {
		t.Errorf("%d faults, %d of them at a write, after %d the change was there: this tried nothing", tried, writes, kept)
	}
	t.Logf("%d faults, %d of them at a write; the change was there after %d", tried, writes, kept)
}

// skipped thins the cases: the two errors take turns, and a short run takes every ninth k.
func skipped(call string, fault, k int) bool {
	if testing.Short() {
		return k%9 != 1
	}
	if os.Getenv("AFTERWORD_EVERY") != "" || fault == 0 || call != "pwrite64" && call != "?open,openat" {
		return false
	}
	return k%2 != fault-1
}

// struck runs a command whose k-th such call is struck, and tells its exit code, what it said, and
// whether there was such a call.
func (f *faulty) struck(t *testing.T, dir, call, fault string, k int, command []string) (exit int, said string, hit bool) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "log")
	// Not with --seccomp-bpf: it does not count.
	args := append([]string{"-f", "-qq", "-o", log, "-e", "trace=" + call, "-e", fmt.Sprintf("inject=%s:%s:when=%d", call, fault, k), f.program}, command...)
	c := exec.Command("strace", args...)
	c.Env = environment(dir)
	var out bytes.Buffer
	c.Stderr = &out
	err := c.Run()
	trace, readErr := os.ReadFile(log)
	if readErr != nil {
		t.Fatal(readErr, err)
	}
	exit = c.ProcessState.ExitCode()
	return exit, out.String(), bytes.Contains(trace, []byte("(INJECTED)")) || bytes.Contains(trace, []byte("killed by SIGKILL"))
}

// held is what a folder holds, without what differs from run to run.
type held struct {
	Facts    []string
	Debriefs []afterword.Debrief
	Letters  []string
	Roles    int
}

// holds opens a folder as the next start would, and reads it.
func (f *faulty) holds(t *testing.T, dir string) held {
	t.Helper()
	db, err := store.Open(t.Context(), store.Options{Path: filepath.Join(dir, databaseName)})
	if err != nil {
		t.Fatalf("%s does not open: %v", dir, err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	if wrong, err := db.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
	accounts, err := db.Accounts(t.Context())
	if err != nil || len(accounts) == 0 {
		t.Fatal(accounts, err)
	}
	h := held{}
	err = db.Read(t.Context(), accounts[0], func(tx *store.Tx) error {
		d, err := tx.Dump()
		for _, x := range d.Facts {
			h.Facts = append(h.Facts, string(x.Kind)+" "+x.Detail.What)
		}
		for _, k := range d.Debriefs {
			k.Debrief.Begun = time.Time{}
			h.Debriefs = append(h.Debriefs, k.Debrief)
		}
		for _, n := range d.Notes {
			h.Letters = append(h.Letters, n.Body)
		}
		h.Roles = len(d.Roles)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func environment(dir string) []string {
	return append(os.Environ(), "AFTERWORD_DATA="+dir, "AFTERWORD_NOW=2026-11-20T15:30:00Z", "TZ=Europe/London")
}

func (f *faulty) run(t *testing.T, dir string, command ...string) []byte {
	t.Helper()
	c := exec.Command(f.program, command...)
	c.Env = environment(dir)
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v: %v %s", command, err, out)
	}
	return out
}

// firstID is the first id in an answer.
var firstID = regexp.MustCompile(`"id":"([a-z0-9]+)"`)

func id(t *testing.T, answer []byte) string {
	t.Helper()
	m := firstID.FindSubmatch(answer)
	if m == nil || !json.Valid(answer) {
		t.Fatalf("no id in %s", answer)
	}
	return string(m[1])
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func copyFolder(t *testing.T, from string) string {
	t.Helper()
	to, err := os.MkdirTemp(t.TempDir(), "copy")
	if err == nil {
		err = os.CopyFS(filepath.Join(to, "data"), os.DirFS(from))
	}
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(to, "data")
}
