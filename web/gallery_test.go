package web

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestEachStateInTheGalleryIsWellMade(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, g := range Gallery() {
		if seen[g.Name] {
			t.Errorf("%s stands twice", g.Name)
		}
		seen[g.Name] = true
		var b bytes.Buffer
		if err := g.Component.Render(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		p := page{t: t, doc: doc, at: &url.URL{Path: g.Name}}
		wellMade(t, p)
		if strings.Contains(g.Name, "error") {
			problemsLead(t, g.Name, p)
		}
	}
}

// problemsLead: the title says that there is an error, the summary takes the focus, each line leads
// to its box (M15).
func problemsLead(t *testing.T, name string, p page) {
	t.Helper()
	if !strings.HasPrefix(p.title(), "Error: ") {
		t.Errorf("%s is called %q", name, p.title())
	}
	found := false
	ids := map[string]bool{}
	walk(p.doc, func(n *html.Node) { ids[attr(n, "id")] = true })
	walk(p.doc, func(n *html.Node) {
		if !strings.HasPrefix(attr(n, "class"), "problems") {
			return
		}
		found = true
		if !has(n, "autofocus") || attr(n, "tabindex") != "-1" {
			t.Errorf("%s: the summary does not take the focus", name)
		}
		walk(n, func(a *html.Node) {
			if to := strings.TrimPrefix(attr(a, "href"), "#"); a.Data == "a" && !ids[to] {
				t.Errorf("%s: %q leads nowhere (#%s)", name, text(a), to)
			}
		})
	})
	if !found {
		t.Errorf("%s has no summary", name)
	}
}
