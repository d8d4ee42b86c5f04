package afterword_test

import (
	"slices"
	"strings"
	"testing"
)

// mayImport is the table of doc/architecture.md: which of our folders a folder may import. "" is the
// root package, "*" is anything but testkit and e2e. A folder of its own layer is always allowed. The
// longest row that fits counts. Tests are free: they wire the real thing instead of a mock.
var mayImport = map[string][]string{
	"":              {},
	"when":          {""},
	"policy":        {"", "when"},
	"note":          {"", "when"},
	"reading":       {"", "when"},
	"store":         {""},
	"service":       {"", "policy", "note", "when", "reading", "store"},
	"job":           {""},
	"mail":          {""},
	"calendar":      {""},
	"contact":       {""},
	"web":           {"", "service", "policy", "note", "when", "reading", "calendar/ics", "mail/mime", "contact"},
	"api":           {"", "service", "policy", "note", "when", "reading", "calendar/ics", "mail/mime", "contact"},
	"mcp":           {"", "service", "policy", "note", "when", "reading", "calendar/ics", "mail/mime", "contact"},
	"cli":           {"", "service", "policy", "note", "when", "reading", "calendar/ics", "mail/mime", "contact"},
	"example":       {"", "service"},
	"config":        {},
	"packaging":     {},
	"cmd/afterword": {"*"},
	"testkit":       {"*", "testkit"},
	"e2e":           {},
}

// mustNotImport are packages from outside that a layer does without, besides the table.
var mustNotImport = map[string][]string{
	"":        {"database/sql", "net/http", "log/slog"},
	"when":    {"context", "os", "math/rand", "math/rand/v2", "crypto/rand"},
	"policy":  {"context", "os", "math/rand", "math/rand/v2", "crypto/rand"},
	"note":    {"context", "os", "math/rand", "math/rand/v2", "crypto/rand"},
	"reading": {"context", "os", "math/rand", "math/rand/v2", "crypto/rand"},
	"service": {"net/http"},
}

// rowOf is the longest row of the table that holds a folder.
func rowOf(folder string) (string, bool) {
	for row := folder; ; {
		if _, ok := mayImport[row]; ok {
			return row, true
		}
		i := strings.LastIndex(row, "/")
		if i < 0 {
			return "", false
		}
		row = row[:i]
	}
}

func allowed(from, to string) bool {
	row, ok := rowOf(from)
	if !ok {
		return false
	}
	may := mayImport[row]
	layer := strings.Split(from, "/")[0]
	if layer != "" && (to == layer || strings.HasPrefix(to, layer+"/")) {
		return true
	}
	if to == "testkit" || to == "e2e" || strings.HasPrefix(to, "e2e/") {
		return false
	}
	return slices.Contains(may, to) || slices.Contains(may, "*")
}

func TestEachFolderImportsOnlyWhatTheTableAllows(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	for _, f := range tr.goFiles() {
		if _, ok := rowOf(f.dir()); !ok {
			t.Errorf("%s: folder %q has no row in the table of imports", f.path, f.dir())
			continue
		}
		if f.test {
			continue
		}
		for _, to := range f.ours() {
			if !allowed(f.dir(), to) {
				t.Errorf("%s: %q may not import %q", f.path, f.dir(), to)
			}
		}
	}
}

func TestConfigIsReadByMainAlone(t *testing.T) {
	t.Parallel()
	for _, f := range readTree(t).goFiles() {
		if f.layer() != "config" && f.layer() != "cmd" && slices.Contains(f.ours(), "config") {
			t.Errorf("%s imports config", f.path)
		}
	}
}

func TestNothingImportsTheBrowserTests(t *testing.T) {
	t.Parallel()
	for _, f := range readTree(t).goFiles() {
		for _, to := range f.ours() {
			if to == "e2e" || strings.HasPrefix(to, "e2e/") {
				t.Errorf("%s imports %s", f.path, to)
			}
		}
		if f.layer() == "e2e" && !f.test && len(f.syntax.Decls) > 0 {
			t.Errorf("%s: e2e holds tests, this file is code", f.path)
		}
	}
}

func TestTheRootPackageStandsOnTheStandardLibrary(t *testing.T) {
	t.Parallel()
	for _, f := range readTree(t).source() {
		if f.dir() != "" {
			continue
		}
		for _, p := range f.imports() {
			if strings.Contains(strings.Split(p, "/")[0], ".") {
				t.Errorf("%s imports %s", f.path, p)
			}
		}
	}
}

func TestNoLayerImportsWhatItDoesWithout(t *testing.T) {
	t.Parallel()
	for _, f := range readTree(t).source() {
		for _, p := range f.imports() {
			if slices.Contains(mustNotImport[f.layer()], p) {
				t.Errorf("%s imports %s", f.path, p)
			}
			if p == "unsafe" {
				t.Errorf("%s imports unsafe", f.path)
			}
		}
	}
}

func TestTheTableItselfTellsRightFromWrong(t *testing.T) {
	t.Parallel()
	cases := []struct {
		from, to string
		want     bool
	}{
		{"policy", "when", true},
		{"policy", "store", false},
		{"store", "policy", false},
		{"web", "store", false},
		{"web/static", "service", true},
		{"cli", "calendar/ics", true},
		{"cli", "web", false},
		{"mail", "mail/mime", true},
		{"mail/mime", "calendar/ics", false},
		{"calendar/ics", "", true},
		{"", "when", false},
		{"cmd/afterword", "store", true},
		{"cmd/afterword", "testkit", false},
		{"testkit", "store", true},
		{"util", "", false},
	}
	for _, c := range cases {
		if got := allowed(c.from, c.to); got != c.want {
			t.Errorf("%q imports %q: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}
