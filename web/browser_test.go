package web

import (
	"bytes"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"afterword"
	"afterword/cli"
	"afterword/example"
	"afterword/service"
	"afterword/store"
	"afterword/testkit"
)

// browser is a browser without script: it follows links and sends forms as they stand.
type browser struct {
	t      *testing.T
	clock  *testkit.Clock
	svc    *service.Service
	own    afterword.Actor
	server *httptest.Server
	client *http.Client
}

// page is what a browser shows.
type page struct {
	t      *testing.T
	b      *browser
	status int
	at     *url.URL
	header http.Header
	body   []byte
	doc    *html.Node
}

// setup opens an empty folder at a moment and signs a browser in.
func setup(t *testing.T, now string) *browser {
	t.Helper()
	b := &browser{t: t, clock: testkit.NewClock(now)}
	db, err := store.Open(t.Context(), store.Options{Path: filepath.Join(t.TempDir(), "afterword.db"), Now: b.clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	b.svc = service.New(service.Options{DB: db, Now: b.clock.Now, Local: london})
	b.own, err = b.svc.Own(t.Context(), "web")
	if err != nil {
		t.Fatal(err)
	}
	b.server = httptest.NewServer(New(Options{Service: b.svc, Local: london, Invitations: cli.Invitations, Calendar: cli.WriteCalendar,
		Outside: Outside{Reply: cli.Reply, WholeDays: cli.WholeDays, ReadContacts: cli.ReadContacts, WriteContacts: cli.WriteContacts}}))
	t.Cleanup(b.server.Close)
	jar, _ := cookiejar.New(nil)
	b.client = &http.Client{Jar: jar}
	token, err := b.svc.NewLink(t.Context(), b.own)
	if err != nil {
		t.Fatal(err)
	}
	b.get("/open/" + token)
	return b
}

// madeUp is setup with the made-up search in it.
func madeUp(t *testing.T) (*browser, example.Made) {
	t.Helper()
	b := setup(t, "2026-11-24T16:00:00Z")
	now := b.clock.Now()
	s := example.Search{Now: now.In(time.UTC), At: func(at time.Time) *service.Service {
		b.clock.Set(at.Format(time.RFC3339))
		return b.svc
	}}
	made, err := s.Fill(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.clock.Set(now.Format(time.RFC3339))
	return b, made
}

func (b *browser) get(path string) page {
	b.t.Helper()
	r, err := b.client.Get(b.server.URL + path)
	return b.shown(r, err)
}

func (b *browser) post(path string, form url.Values) page {
	b.t.Helper()
	r, err := b.client.PostForm(b.server.URL+path, form)
	return b.shown(r, err)
}

func (b *browser) shown(r *http.Response, err error) page {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		b.t.Fatal(err)
	}
	return page{t: b.t, b: b, status: r.StatusCode, at: r.Request.URL, header: r.Header, body: body, doc: doc}
}

// walk calls fn for every element below n.
func walk(n *html.Node, fn func(*html.Node)) {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode {
			fn(c)
		}
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// text is what an element says, with single spaces.
func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func (p page) all(tag string) []*html.Node {
	var list []*html.Node
	walk(p.doc, func(n *html.Node) {
		if n.Data == tag {
			list = append(list, n)
		}
	})
	return list
}

func (p page) title() string { return text(p.all("title")[0]) }
func (p page) h1() string    { return text(p.all("h1")[0]) }

// says fails unless the page shows the words.
func (p page) says(words ...string) page {
	p.t.Helper()
	shown := text(p.doc)
	for _, w := range words {
		if !strings.Contains(shown, w) {
			p.t.Errorf("%s does not say %q; it says: %s", p.at.Path, w, text(p.main()))
		}
	}
	return p
}

func (p page) main() *html.Node {
	for _, m := range p.all("main") {
		return m
	}
	return p.doc
}

// follow goes where the link with these words leads.
func (p page) follow(label string) page {
	p.t.Helper()
	for _, a := range p.all("a") {
		if strings.HasPrefix(text(a), label) {
			return p.b.get(attr(a, "href"))
		}
	}
	p.t.Fatalf("%s has no link %q", p.at.Path, label)
	return page{}
}

// press sends the form with the button of these words, its boxes filled in.
func (p page) press(label string, fill url.Values) page {
	p.t.Helper()
	for _, f := range p.all("form") {
		var pressed *html.Node
		walk(f, func(n *html.Node) {
			if n.Data == "button" && attr(n, "type") != "button" && pressed == nil && strings.HasPrefix(text(n), label) {
				pressed = n
			}
		})
		if pressed == nil {
			continue
		}
		form := values(f)
		for k, v := range fill {
			if _, known := form[k]; !known && !named(f, k) {
				p.t.Fatalf("%s: the form has no box %q", p.at.Path, k)
			}
			form[k] = v
		}
		if name := attr(pressed, "name"); name != "" {
			form.Set(name, attr(pressed, "value"))
		}
		if attr(f, "method") != "post" {
			return p.b.get(attr(f, "action") + "?" + form.Encode())
		}
		if to := attr(pressed, "formaction"); to != "" {
			return p.b.post(to, form)
		}
		return p.b.post(attr(f, "action"), form)
	}
	p.t.Fatalf("%s has no button %q: %s", p.at.Path, label, text(p.main()))
	return page{}
}

func named(f *html.Node, name string) bool {
	found := false
	walk(f, func(n *html.Node) { found = found || attr(n, "name") == name })
	return found
}

// values are what a browser would send.
func values(f *html.Node) url.Values {
	form := url.Values{}
	walk(f, func(n *html.Node) {
		name := attr(n, "name")
		switch {
		case name == "":
		case n.Data == "input" && (attr(n, "type") == "radio" || attr(n, "type") == "checkbox"):
			if has(n, "checked") {
				form.Add(name, attr(n, "value"))
			}
		case n.Data == "input":
			form.Add(name, attr(n, "value"))
		case n.Data == "textarea":
			raw := ""
			if n.FirstChild != nil {
				raw = n.FirstChild.Data
			}
			form.Add(name, raw)
		case n.Data == "select":
			walk(n, func(o *html.Node) {
				if o.Data == "option" && (has(o, "selected") || !form.Has(name)) {
					form.Set(name, attr(o, "value"))
				}
			})
		}
	})
	return form
}
