package afterword_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// The rules read the files themselves: an answer from "go list" can come out of the test cache.

// sourceFile is one file of the repository, parsed when it is Go.
type sourceFile struct {
	path      string // from the root, with slashes
	text      []byte
	syntax    *ast.File // nil unless it is Go
	test      bool
	generated bool
	goTree    bool // the go command would look at it: no testdata
}

// dir is the package's folder, "" for the root package.
func (f sourceFile) dir() string { return folderOf(f.path) }

// layer is the first folder, "" for the root package.
func (f sourceFile) layer() string { return strings.Split(f.dir(), "/")[0] }

// ours are the folders of this module that the file imports, "" for the root package.
func (f sourceFile) ours() []string {
	var dirs []string
	for _, p := range f.imports() {
		if p == module || strings.HasPrefix(p, module+"/") {
			dirs = append(dirs, strings.TrimPrefix(strings.TrimPrefix(p, module), "/"))
		}
	}
	return dirs
}

func (f sourceFile) imports() []string {
	var paths []string
	for _, spec := range f.syntax.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		paths = append(paths, p)
	}
	return paths
}

const module = "afterword"

func folderOf(p string) string {
	if d := path.Dir(p); d != "." {
		return d
	}
	return ""
}

// tree is every file of the repository, and every folder.
type tree struct {
	fset    *token.FileSet
	files   []sourceFile
	folders []string
	broken  []error // Go files that do not parse
}

var readOnce = sync.OnceValues(readAll)

func readTree(t *testing.T) tree {
	t.Helper()
	tr, err := readOnce()
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// notOurs are folders that git ignores: what is in them is nobody's source.
var notOurs = []string{".git", ".bin", "node_modules", "dist", "out"}

func readAll() (tree, error) {
	tr := tree{fset: token.NewFileSet()}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		name = filepath.ToSlash(name)
		if d.IsDir() {
			if slices.Contains(notOurs, d.Name()) {
				return fs.SkipDir
			}
			tr.folders = append(tr.folders, name)
			return nil
		}
		if !d.Type().IsRegular() {
			return nil
		}
		f := sourceFile{path: name}
		if f.text, err = os.ReadFile(name); err != nil {
			return err
		}
		if strings.HasSuffix(name, ".go") {
			f.goTree = !strings.Contains("/"+name, "/testdata/")
			f.test = strings.HasSuffix(name, "_test.go")
			f.generated = strings.HasSuffix(name, "_templ.go") || bytes.Contains(f.text, []byte("// Code generated "))
			syntax, err := parser.ParseFile(tr.fset, name, f.text, parser.ParseComments)
			if err != nil {
				tr.broken = append(tr.broken, err)
				return nil // one test says so; the others judge the rest
			}
			f.syntax = syntax
		}
		tr.files = append(tr.files, f)
		return nil
	})
	return tr, err
}

// source is the Go files outside tests that a person wrote.
func (tr tree) source() []sourceFile {
	return tr.only(func(f sourceFile) bool { return f.goTree && !f.test && !f.generated })
}

// goFiles is every Go file that the go command looks at.
func (tr tree) goFiles() []sourceFile {
	return tr.only(func(f sourceFile) bool { return f.goTree })
}

func (tr tree) only(keep func(sourceFile) bool) []sourceFile {
	var kept []sourceFile
	for _, f := range tr.files {
		if keep(f) {
			kept = append(kept, f)
		}
	}
	return kept
}

// file is the text of one file; the test fails without it.
func (tr tree) file(t *testing.T, name string) string {
	t.Helper()
	for _, f := range tr.files {
		if f.path == name {
			return string(f.text)
		}
	}
	t.Fatalf("%s is missing", name)
	return ""
}

// at is a place for a message, "file:line".
func (tr tree) at(n ast.Node) string {
	p := tr.fset.Position(n.Pos())
	return filepath.ToSlash(p.Filename) + ":" + strconv.Itoa(p.Line)
}

var (
	practiceID   = regexp.MustCompile(`R\d\d`)
	scenarioName = regexp.MustCompile(`^R\d\d(?:[ ,_/+-]+R\d\d)*[ ,_:/-]+\S*[a-zA-Z]`)
	scenarioFile = regexp.MustCompile(`(?:^|/)testdata/.*R\d\d[^/]*$`)
	browserTest  = regexp.MustCompile("\\b(?:test|it|describe)\\w*(?:\\.\\w+)?\\(\\s*['\"`](R\\d\\d[^'\"`]*)")
)

// scenarios are the practices that a test names, each with the places.
func (tr tree) scenarios(t *testing.T) map[string][]string {
	t.Helper()
	named := map[string][]string{}
	add := func(text, where string) {
		for _, id := range practiceID.FindAllString(text, -1) {
			named[id] = append(named[id], where)
		}
	}
	for _, f := range tr.files {
		switch {
		case scenarioFile.MatchString(f.path):
			add(path.Base(f.path), f.path)
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
	return named
}

func (tr tree) goScenarios(f sourceFile, add func(text, where string)) {
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if strings.HasPrefix(n.Name.Name, "Test") {
				add(n.Name.Name, tr.at(n))
			}
		case *ast.BasicLit:
			if n.Kind != token.STRING {
				return true
			}
			if s, err := strconv.Unquote(n.Value); err == nil && scenarioName.MatchString(s) {
				add(s, tr.at(n))
			}
		}
		return true
	})
}
