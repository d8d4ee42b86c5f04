package packaging_test

import (
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestAReleaseIsTheSameWhereverItIsBuilt makes the release for this machine here and in a copy of the
// source elsewhere: the same sums. With AFTERWORD_EVERY it makes all six, and the second time without
// anything compiled before.
func TestAReleaseIsTheSameWhereverItIsBuilt(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("skipped: a release is made by a shell script")
	}
	if testing.Short() {
		t.Skip("skipped in a short run: it builds the program twice")
	}
	elsewhere := filepath.Join(t.TempDir(), "another", "place")
	copySource(t, elsewhere)
	here, there := release(t, ".."), release(t, elsewhere)
	first, second := read(t, filepath.Join(here, "SHA256SUMS")), read(t, filepath.Join(there, "SHA256SUMS"))
	if first != second {
		t.Errorf("here:\n%sthere:\n%s", first, second)
	}
	check := exec.Command("sha256sum", "--check", "--strict", "SHA256SUMS")
	check.Dir = here
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("the sums are not those of the files: %s", out)
	}
	own := "afterword-" + runtime.GOOS + "-" + runtime.GOARCH
	if !strings.Contains(first, own) || !strings.Contains(first, "afterword.cdx.json") {
		t.Errorf("the sums lack a file: %s", first)
	}
	listsEveryModule(t, filepath.Join(here, "afterword.cdx.json"), filepath.Join(here, own))
}

// listsEveryModule holds the list of parts against what the compiler recorded in the program.
func listsEveryModule(t *testing.T, list, program string) {
	t.Helper()
	var sbom struct {
		BomFormat, SpecVersion string
		Components             []struct {
			Name, Version, Purl string
			Hashes              []struct{ Alg, Content string }
		}
	}
	if err := json.Unmarshal([]byte(read(t, list)), &sbom); err != nil || sbom.BomFormat != "CycloneDX" || sbom.SpecVersion != "1.5" {
		t.Fatal(err, sbom.BomFormat, sbom.SpecVersion)
	}
	listed := map[string]bool{}
	for _, c := range sbom.Components {
		listed[c.Name+" "+c.Version] = c.Name == "go" || len(c.Hashes) == 1 && len(c.Hashes[0].Content) == 64
	}
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	if len(info.Deps) < 10 || len(listed) < len(info.Deps)+1 {
		t.Errorf("%d parts are listed, %d modules are in the program", len(listed), len(info.Deps))
	}
	for _, m := range info.Deps {
		if !listed[m.Path+" "+m.Version] {
			t.Errorf("%s %s is not listed with its sum", m.Path, m.Version)
		}
	}
}

// release makes one and gives its folder.
func release(t *testing.T, source string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "dist")
	c := exec.Command(filepath.Join(source, ".ci", "release"))
	c.Env = append(os.Environ(), "OUT="+out, "VERSION=v0.0.0-test")
	if os.Getenv("AFTERWORD_EVERY") == "" {
		c.Env = append(c.Env, "TARGETS="+runtime.GOOS+"/"+runtime.GOARCH)
	} else if source != ".." {
		c.Env = append(c.Env, "GOCACHE="+t.TempDir())
	}
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return out
}

// copySource copies every file that belongs to the project.
func copySource(t *testing.T, to string) {
	t.Helper()
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = ".."
	names, err := list.Output()
	if err != nil {
		t.Skipf("skipped: this is no checkout: %v", err)
	}
	for name := range bytes.SplitSeq(bytes.TrimRight(names, "\x00"), []byte{0}) {
		from, at := filepath.Join("..", string(name)), filepath.Join(to, string(name))
		b, err := os.ReadFile(from)
		if os.IsNotExist(err) {
			continue // deleted and not committed
		}
		mode := os.FileMode(0o600)
		if info, err := os.Stat(from); err == nil {
			mode = info.Mode().Perm()
		}
		if err == nil {
			if err = os.MkdirAll(filepath.Dir(at), 0o700); err == nil {
				err = os.WriteFile(at, b, mode)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
