package afterword_test

import (
	"bytes"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestEveryGoFileParses(t *testing.T) {
	t.Parallel()
	for _, err := range readTree(t).broken {
		t.Error(err)
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	doc := map[string]string{}
	for _, f := range tr.goFiles() {
		if f.generated {
			continue
		}
		name := f.syntax.Name.Name
		if _, seen := doc[f.dir()]; !seen {
			doc[f.dir()] = ""
		}
		text := f.syntax.Doc.Text()
		if name == "main" && text != "" || strings.HasPrefix(text, "Package "+name+" ") {
			doc[f.dir()] += text
		}
	}
	for dir, text := range doc {
		if len(strings.Fields(text)) < 8 {
			t.Errorf("package %q has no comment that says what it is for", dir)
		}
	}
}

func TestNoFileIsOver600Lines(t *testing.T) {
	t.Parallel()
	for _, f := range readTree(t).goFiles() {
		if n := bytes.Count(f.text, []byte("\n")); n > 600 && !f.generated {
			t.Errorf("%s has %d lines", f.path, n)
		}
	}
}

func TestNoFunctionIsOver80Lines(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	for _, f := range tr.source() {
		for _, d := range f.syntax.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := tr.fset.Position(fn.End()).Line - tr.fset.Position(fn.Pos()).Line + 1
			if n > 80 {
				t.Errorf("%s: %s has %d lines", tr.at(fn), fn.Name.Name, n)
			}
		}
	}
}

func TestNoInitAndNoInterfaceOfMoreThanSevenMethods(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	for _, f := range tr.source() {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					t.Errorf("%s: init runs before main knows", tr.at(n))
				}
			case *ast.InterfaceType:
				if n.Methods.NumFields() > 7 {
					t.Errorf("%s: interface of %d methods", tr.at(n), n.Methods.NumFields())
				}
			}
			return true
		})
	}
}

// A package variable without a value is only of use to code that sets it later.
func TestNoPackageVariableWaitsToBeSet(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	for _, f := range tr.source() {
		if f.layer() == "testkit" {
			continue // a server that all tests of a process share has to be kept somewhere
		}
		for _, d := range f.syntax.Decls {
			gen, ok := d.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR {
				continue
			}
			for _, s := range gen.Specs {
				v := s.(*ast.ValueSpec)
				embedded := strings.Contains(comments(gen.Doc, v.Doc), "//go:embed")
				if len(v.Values) == 0 && !embedded {
					t.Errorf("%s: variable %s has no value", tr.at(v), v.Names[0].Name)
				}
			}
		}
	}
}

// comments joins groups with their directives, which Text would leave out.
func comments(groups ...*ast.CommentGroup) string {
	var b strings.Builder
	for _, g := range groups {
		if g == nil {
			continue
		}
		for _, c := range g.List {
			b.WriteString(c.Text + "\n")
		}
	}
	return b.String()
}

var pure = []string{"when", "policy", "note", "reading"}

// clockReaders are the functions of package time that look at the clock.
var clockReaders = []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Sleep"}

func TestPurePackagesNeverLookAtTheClock(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	for _, f := range tr.source() {
		if f.layer() != "" && !slices.Contains(pure, f.layer()) {
			continue
		}
		for _, call := range selectors(f) {
			if name, ok := strings.CutPrefix(call.name, "time."); ok && slices.Contains(clockReaders, name) {
				t.Errorf("%s: %s", tr.at(call.node), call.name)
			}
		}
	}
}

// trustMe are the ways to tell a template that a text is safe.
var trustMe = []string{"templ.SafeURL", "templ.SafeCSS", "templ.SafeCSSProperty", "templ.SafeScript", "templ.Raw",
	"template.HTML", "template.HTMLAttr", "template.JS", "template.JSStr", "template.URL", "template.CSS", "template.Srcset"}

func TestNoTextIsTrustedOnSomeonesWord(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	for _, f := range tr.source() {
		for _, s := range selectors(f) {
			if slices.Contains(trustMe, s.name) {
				t.Errorf("%s: %s", tr.at(s.node), s.name)
			}
		}
	}
	for _, f := range tr.files {
		if !strings.HasSuffix(f.path, ".templ") {
			continue
		}
		for _, name := range trustMe {
			if regexp.MustCompile(regexp.QuoteMeta(name) + `\b`).Match(f.text) {
				t.Errorf("%s: %s", f.path, name)
			}
		}
	}
}

// selector is a name with its package, such as time.Now.
type selector struct {
	name string
	node ast.Node
}

// selectors are the names a file takes out of the packages that it imports, by the last element of
// the import path, so that a renamed import hides nothing.
func selectors(f sourceFile) []selector {
	base := map[string]string{}
	for _, spec := range f.syntax.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		last := p[strings.LastIndex(p, "/")+1:]
		local := last
		if spec.Name != nil {
			local = spec.Name.Name
		}
		base[local] = last
	}
	var found []selector
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && base[x.Name] != "" {
				found = append(found, selector{base[x.Name] + "." + sel.Sel.Name, n})
			}
		}
		return true
	})
	return found
}

// sqlText tells SQL from English: capitals, or a whole clause.
var sqlText = regexp.MustCompile(`\bSELECT\s.+\sFROM\s|\bINSERT\s+INTO\s|\bUPDATE\s+\w+\s+SET\s|\bDELETE\s+FROM\s|\bCREATE\s+(TABLE|INDEX|UNIQUE|VIEW)\s` +
	`|(?i:\binsert\s+into\s+\w+\s*\(|\bupdate\s+\w+\s+set\s+\w+\s*=|\bdelete\s+from\s+\w+\s+where\s|\bselect\s+[\w*.,() ]+\s+from\s+\w+\s+(where|order|group|join)\s)`)

func TestSQLLivesInStore(t *testing.T) {
	t.Parallel()
	tr := readTree(t)
	for _, f := range tr.files {
		if f.layer() != "store" && strings.HasSuffix(f.path, ".sql") && !strings.Contains(f.path, "testdata/") {
			t.Errorf("%s: SQL outside store", f.path)
		}
	}
	for _, f := range tr.source() {
		if f.layer() == "store" || f.layer() == "testkit" {
			continue
		}
		if slices.Contains(f.imports(), "database/sql") && f.layer() != "job" && f.layer() != "cmd" {
			t.Errorf("%s imports database/sql", f.path)
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && sqlText.MatchString(lit.Value) {
				t.Errorf("%s: SQL outside store", tr.at(lit))
			}
			return true
		})
	}
}

func TestTheRuleOnSQLTellsItFromEnglish(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"SELECT id FROM fact WHERE 1=1":       true,
		"insert into fact (id) values ($1)":   true,
		"delete from fact where id = $1":      true,
		"select a, b from fact where id = $1": true,
		"select one from the list":            false,
		"update the note, set the date":       false,
	} {
		if got := sqlText.MatchString(text); got != want {
			t.Errorf("%q is SQL: %v, want %v", text, got, want)
		}
	}
}
