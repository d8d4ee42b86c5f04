package afterword_test

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
)

// folderName is how a folder is named in doc/architecture.md: `store/`.
var folderName = regexp.MustCompile("`([a-z0-9]+(?:/[a-z0-9]+)*)/`")

func TestTheArchitecturePageNamesExactlyTheFoldersThatExist(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	want := map[string]bool{}
	for _, f := range tr.goFiles() {
		want[f.dir()] = true
	}
	for _, f := range tr.files {
		if top := strings.Split(f.path, "/")[0]; strings.Contains(f.path, "/") && !strings.HasPrefix(top, ".") {
			if !holdsPackages(want, top) {
				want[top] = true
			}
		}
	}
	delete(want, "")
	named := map[string]bool{}
	for _, m := range folderName.FindAllStringSubmatch(tr.file(t, "doc/architecture.md"), -1) {
		named[m[1]] = true
	}
	for _, dir := range sortedKeys(want) {
		if !named[dir] {
			t.Errorf("doc/architecture.md does not name `%s/`", dir)
		}
	}
	for _, dir := range sortedKeys(named) {
		if !want[dir] && !slices.Contains(tr.folders, dir) {
			t.Errorf("doc/architecture.md names `%s/`, which does not exist", dir)
		}
	}
}

// holdsPackages says that a top folder is already named through a package below it, as mail is
// through mail/mime.
func holdsPackages(dirs map[string]bool, top string) bool {
	for d := range dirs {
		if strings.HasPrefix(d, top+"/") {
			return true
		}
	}
	return false
}

func TestTheMapInTheRootCommentShowsEveryLayer(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	text := tr.file(t, "afterword.go")
	layers := map[string]bool{}
	for _, f := range tr.source() {
		layers[f.layer()] = true
	}
	delete(layers, "")
	delete(layers, "testkit") // for tests, as e2e
	for _, l := range sortedKeys(layers) {
		if !strings.Contains(text, "//\t"+l+"/") {
			t.Errorf("afterword.go does not show %s/", l)
		}
	}
}

func TestNoFolderIsABox(t *testing.T) {
	t.Parallel()
	boxes := []string{"internal", "pkg", "src", "util", "utils", "common", "models", "helper", "helpers", "base", "manager", "misc", "lib"}
	for _, dir := range readTree(t).folders {
		if slices.Contains(boxes, path.Base(dir)) && !strings.Contains(dir, "testdata") {
			t.Errorf("%s says nothing about what it holds", dir)
		}
	}
}

var (
	requireLine    = regexp.MustCompile(`(?m)^\t?(?:require )?([a-z0-9][\w.-]*\.[\w./-]+) v\S+(.*)$`)
	dependencyLine = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| (.+) \\|$")
)

// directModules are the modules that our own code imports, or that go.mod calls direct.
func directModules(t *testing.T, tr tree) []string {
	t.Helper()
	var all []string
	direct := map[string]bool{}
	for _, m := range requireLine.FindAllStringSubmatch(tr.file(t, "go.mod"), -1) {
		all = append(all, m[1])
		if !strings.Contains(m[2], "// indirect") {
			direct[m[1]] = true
		}
	}
	for _, f := range tr.goFiles() {
		for _, p := range f.imports() {
			best := ""
			for _, m := range all {
				if (p == m || strings.HasPrefix(p, m+"/")) && len(m) > len(best) {
					best = m
				}
			}
			if best != "" {
				direct[best] = true
			}
		}
	}
	return sortedKeys(direct)
}

func TestEveryDirectDependencyHasItsSentence(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	direct := directModules(t, tr)
	if len(direct) > 24 {
		t.Errorf("%d direct dependencies, at most 24", len(direct))
	}
	var said []string
	for _, m := range dependencyLine.FindAllStringSubmatch(tr.file(t, "doc/dependencies.md"), -1) {
		said = append(said, m[1])
		if len(strings.Fields(m[2])) < 5 {
			t.Errorf("doc/dependencies.md: %s has no sentence", m[1])
		}
	}
	for _, m := range direct {
		if !slices.Contains(said, m) {
			t.Errorf("doc/dependencies.md does not say why we need %s", m)
		}
	}
	for _, m := range said {
		if !slices.Contains(direct, m) {
			t.Errorf("doc/dependencies.md speaks of %s, which we do not use", m)
		}
	}
}

// machinePath is a path of someone's own machine, in a file that everyone gets.
var machinePath = regexp.MustCompile(`(?m)(?:^|[\s"'(=:` + "`" + `])/(?:wo` + `rk|ro` + `ot)/`)

func TestTheFilesAreTheSameOnEveryMachine(t *testing.T) {
	t.Parallel()
	for _, f := range readTree(t).files {
		if strings.Contains(f.path, "testdata/") || bytes.IndexByte(f.text, 0) >= 0 {
			continue // files of the outside world stay as they came
		}
		if m := machinePath.Find(f.text); m != nil {
			t.Errorf("%s holds the path of a machine: %q", f.path, m)
		}
		if path.Base(f.path) == "package-lock.json" && bytes.Contains(f.text, []byte(`"resolved"`)) {
			t.Errorf("%s says where packages were downloaded from", f.path)
		}
	}
}

func sortedKeys(m map[string]bool) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
