package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"afterword/testkit"
)

// TestAFullDiskIsSaidOnThePageAndInTheTerminalAndPassesWithoutARestart fills the disk under the running
// program at many levels: a form and a command are refused in words, pages are read on, and with room
// again the same program stores what is sent again.
func TestAFullDiskIsSaidOnThePageAndInTheTerminalAndPassesWithoutARestart(t *testing.T) {
	t.Parallel()
	f := newFaulty(t)
	disk := testkit.SmallDisk(t)
	dir := filepath.Join(disk.Path, "data")
	f.run(t, dir, "set", "name", "Asha Rao")
	c := f.serve(t, dir)
	full := 0
	for level := range 30 {
		disk.Left(level * 8192)
		status, said := 0, ""
		for n := 0; status < 400 && n < 100; n++ {
			status, said = c.add(fmt.Sprintf("Full %d.%d", level, n))
		}
		if status != http.StatusServiceUnavailable || !strings.Contains(said, "The disk is full") || !strings.Contains(said, "make room and try again") {
			t.Fatalf("with %d bytes left: %d %s", level*8192, status, said)
		}
		full++
		if status, _ := c.get("/interviews"); status != http.StatusOK {
			t.Errorf("with %d bytes left the list is not read: %d", level*8192, status)
		}
		if exit, said := f.tried(dir, "add", "--employer", strings.Repeat("Full ", 40)); level == 0 && (exit != 7 || !strings.Contains(said, "hint: ")) {
			t.Errorf("the command ends with %d: %s", exit, said)
		}
		if exit, said := f.tried(dir, "list"); exit != 0 && level > 4 { // a few pages are needed to open it
			t.Errorf("with %d bytes left the list ends with %d: %s", level*8192, exit, said)
		}
		disk.Left(-1)
		again := fmt.Sprintf("Again %d", level)
		if status, said := c.add(again); status != http.StatusSeeOther {
			t.Fatalf("with room again: %d %s", status, said)
		}
		if list := f.run(t, dir, "list", "--json"); !bytes.Contains(list, []byte(again)) {
			t.Errorf("%s was acknowledged and is not there", again)
		}
	}
	t.Logf("full %d times", full)
}

// TestAFolderThatCannotBeWrittenIsSaidInWords takes the right to write away, and gives it back.
func TestAFolderThatCannotBeWrittenIsSaidInWords(t *testing.T) {
	t.Parallel()
	f := newFaulty(t)
	disk := testkit.SmallDisk(t)
	dir := filepath.Join(disk.Path, "data")
	f.run(t, dir, "set", "name", "Asha Rao")
	before := f.run(t, dir, "export")
	disk.ReadOnly(true)
	for _, command := range [][]string{{"list"}, {"add", "--employer", "Hale"}, {"serve", "--addr", "127.0.0.1:0"}, {"doctor"}, {"restore", f.debrief}} {
		exit, said := f.tried(dir, command...)
		if exit != 7 && command[0] != "restore" || exit == 0 || !strings.Contains(said, "hint: ") || strings.Contains(said, "fault of ours") {
			t.Errorf("%v ends with %d: %s", command, exit, said)
		}
	}
	disk.ReadOnly(false)
	if after := f.run(t, dir, "export"); !bytes.Equal(before, after) {
		t.Errorf("it changed: %s", after)
	}
}

// TestASecondStartOpensThePagesOfTheFirst clicks twice: the second ends at once and gives an address
// that the first answers, whatever answers at the address of the second. Where no browser was asked for
// it says that there is another.
func TestASecondStartOpensThePagesOfTheFirst(t *testing.T) {
	t.Parallel()
	f := newFaulty(t)
	dir := filepath.Join(t.TempDir(), "data")
	c := f.serve(t, dir)
	addr := strings.TrimPrefix(c.base, "http://")
	stranger := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer stranger.Close()
	second := exec.Command(f.program, "serve", "--open", "--addr", strings.TrimPrefix(stranger.URL, "http://"))
	second.Env = append(environment(dir), "PATH="+t.TempDir()) // no browser here
	said, err := second.CombinedOutput()
	m := reAddress.FindStringSubmatch(string(said))
	if err != nil || m == nil || m[1] != c.base {
		t.Fatalf("%v %s", err, said)
	}
	jar, _ := cookiejar.New(nil)
	other := &caller{t, c.base, &http.Client{Jar: jar, CheckRedirect: c.http.CheckRedirect}}
	if status, said := other.get(strings.TrimPrefix(m[0], c.base)); status >= 400 {
		t.Fatal(status, said)
	}
	if status, _ := other.get("/interviews"); status != http.StatusOK {
		t.Error("the address does not sign in", status)
	}
	if exit, said := f.tried(dir, "serve", "--addr", addr); exit != 6 || !strings.Contains(said, "is served already") {
		t.Errorf("%d %s", exit, said)
	}
}

// tried runs a command that may be refused.
func (f *faulty) tried(dir string, command ...string) (exit int, said string) {
	c := exec.Command(f.program, command...)
	c.Env = environment(dir)
	var out bytes.Buffer
	c.Stderr = &out
	_ = c.Run()
	return c.ProcessState.ExitCode(), out.String()
}

// caller is a browser that is signed in to a running program and follows no link by itself.
type caller struct {
	t    *testing.T
	base string
	http *http.Client
}

var reAddress = regexp.MustCompile(`(http://[0-9.:]+)/open/\S+`)

// serve starts the program and signs a browser in.
func (f *faulty) serve(t *testing.T, dir string) *caller {
	t.Helper()
	cmd := exec.Command(f.program, "serve", "--addr", "127.0.0.1:0")
	cmd.Env = environment(dir)
	out, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	m := reAddress.FindStringSubmatch(line)
	if m == nil {
		t.Fatalf("no address in %q: %v", line, err)
	}
	go func() { _, _ = io.Copy(os.Stderr, out) }()
	jar, _ := cookiejar.New(nil)
	c := &caller{t, m[1], &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	if status, said := c.get(strings.TrimPrefix(m[0], m[1])); status >= 400 {
		t.Fatal(status, said)
	}
	return c
}

func (c *caller) get(path string) (int, string) {
	c.t.Helper()
	r, err := c.http.Get(c.base + path)
	return c.read(r, err)
}

// add sends the form for an interview by hand.
func (c *caller) add(employer string) (int, string) {
	c.t.Helper()
	r, err := c.http.PostForm(c.base+"/add", url.Values{"employer": {employer}, "role": {strings.Repeat("Analyst ", 20)}, "start": {"2026-11-23 10:00"}})
	return c.read(r, err)
}

func (c *caller) read(r *http.Response, err error) (int, string) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	return r.StatusCode, string(b)
}
