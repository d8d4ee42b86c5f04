package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// crawl opens every page that can be reached from Today by links, once for each address.
func crawl(t *testing.T, b *browser, fn func(page)) int {
	t.Helper()
	seen, todo := map[string]bool{}, []string{"/", "/people/referees", "/learn/notice", "/help/practices", "/interviews?show=all"}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		p := b.get(at)
		if p.status != http.StatusOK {
			t.Errorf("%s answers %d: %s", at, p.status, text(p.main()))
		}
		if !strings.HasPrefix(p.header.Get("Content-Type"), "text/html") {
			continue
		}
		fn(p)
		for _, a := range p.all("a") {
			href := attr(a, "href")
			u, err := url.Parse(href)
			if err != nil {
				t.Errorf("%s links to %q", at, href)
				continue
			}
			u.Fragment = ""
			if strings.HasPrefix(href, "/") && !seen[u.String()] {
				todo = append(todo, u.String())
			}
		}
	}
	return len(seen)
}

func exported(t *testing.T, b *browser) string {
	t.Helper()
	var buf bytes.Buffer
	if err := b.svc.Export(t.Context(), b.own, &buf); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func TestNoGetChangesAnything(t *testing.T) {
	t.Parallel()
	b, _ := madeUp(t)
	before := exported(t, b)
	if n := crawl(t, b, func(page) {}); n < 50 {
		t.Errorf("only %d pages were opened", n)
	}
	if exported(t, b) != before {
		t.Error("reading pages changed what is stored")
	}
}

func TestEachPageIsWellMade(t *testing.T) {
	t.Parallel()
	b, _ := madeUp(t)
	crawl(t, b, func(p page) { wellMade(t, p) })
}

// wellMade holds what every page owes: one headline, landmarks, labels, unique ids, nothing inline,
// nothing from elsewhere.
func wellMade(t *testing.T, p page) {
	t.Helper()
	at := p.at.String()
	for tag, n := range map[string]int{"h1": 1, "main": 1, "title": 1} {
		if got := len(p.all(tag)); got != n {
			t.Errorf("%s has %d %s", at, got, tag)
		}
	}
	if !strings.HasSuffix(p.title(), " – Afterword") {
		t.Errorf("%s is called %q", at, p.title())
	}
	ids, labels := map[string]int{}, map[string]bool{}
	walk(p.doc, func(n *html.Node) {
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
		if n.Data == "label" {
			labels[attr(n, "for")] = true
		}
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s: %s has an inline %s", at, n.Data, a.Key)
			}
		}
		if src := attr(n, "src"); src != "" && !strings.HasPrefix(src, "/assets/") {
			t.Errorf("%s loads %q", at, src)
		}
		if n.Data == "style" || n.Data == "script" && n.FirstChild != nil {
			t.Errorf("%s: %s stands in the page", at, n.Data)
		}
		if n.Data == "form" && attr(n, "method") != "post" && attr(n, "method") != "get" {
			t.Errorf("%s: a form without a method", at)
		}
	})
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: id %q stands %d times", at, id, n)
		}
	}
	walk(p.doc, func(n *html.Node) {
		if n.Data != "input" && n.Data != "textarea" && n.Data != "select" || attr(n, "type") == "hidden" || has(n, "hidden") {
			return
		}
		inside := false
		for up := n.Parent; up != nil; up = up.Parent {
			inside = inside || up.Data == "label"
		}
		if !inside && !labels[attr(n, "id")] {
			t.Errorf("%s: the box %q has no label", at, attr(n, "name"))
		}
	})
	for _, a := range p.all("a") {
		if text(a) == "" || attr(a, "href") == "" {
			t.Errorf("%s has a link without words or without a place: %s", at, attr(a, "href"))
		}
	}
}

// The words that no screen may use (experience 3.9); help speaks of what it does not do.
var unkind = regexp.MustCompile(`(?i)\b(overdue|failed|missed|rejected|ghosted|pester|spam|streak)\b|!`)

func TestNoPageIsUnkind(t *testing.T) {
	t.Parallel()
	b, _ := madeUp(t)
	crawl(t, b, func(p page) {
		walk(p.main(), func(n *html.Node) {
			if n.Data == "textarea" || strings.Contains(attr(n, "class"), "yours") || strings.Contains(attr(n, "class"), "text") || n.FirstChild == nil || n.FirstChild.Type != html.TextNode {
				return
			}
			if s := n.FirstChild.Data; unkind.MatchString(s) && !strings.Contains(s, "A project that failed") {
				t.Errorf("%s says %q", p.at.Path, strings.TrimSpace(s))
			}
		})
	})
}

func TestPagesAreLight(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	weigh := func(path string) int {
		r, _ := http.NewRequest(http.MethodGet, b.server.URL+path, nil)
		r.Header.Set("Accept-Encoding", "gzip")
		res, err := b.client.Transport.RoundTrip(withCookies(b, r))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = res.Body.Close() }()
		body, _ := io.ReadAll(res.Body)
		if res.Header.Get("Content-Encoding") == "gzip" {
			if _, err := gzip.NewReader(bytes.NewReader(body)); err != nil {
				t.Fatal(err)
			}
		}
		return len(body)
	}
	b.client.Transport = http.DefaultTransport
	first, requests := weigh("/"), 1
	p := b.get("/")
	for _, tag := range []string{"link", "script"} {
		for _, n := range p.all(tag) {
			if strings.HasPrefix(attr(n, "href"), "data:") {
				continue // the icon stands in the page
			}
			first += weigh(attr(n, "href") + attr(n, "src"))
			requests++
		}
	}
	if first > 60<<10 || requests > 5 {
		t.Errorf("the first visit takes %d bytes in %d requests", first, requests)
	}
	for _, path := range []string{"/", "/interviews/" + string(made.Hale), "/people", "/learn", "/interviews/" + string(made.Northwind) + "/debrief/3"} {
		if n := weigh(path); n > 15<<10 {
			t.Errorf("%s takes %d bytes", path, n)
		}
	}
}

func withCookies(b *browser, r *http.Request) *http.Request {
	for _, c := range b.client.Jar.Cookies(r.URL) {
		r.AddCookie(c)
	}
	return r
}

func TestOnlyKnownHostsAreAnswered(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	h := New(Options{Service: b.svc, Hosts: []string{"home.example:8484"}})
	for host, want := range map[string]int{"127.0.0.1:8484": 401, "localhost:8484": 401, "[::1]:8484": 401, "home.example": 401, "HOME.example:8484": 401,
		"evil.example": 421, "127.0.0.1.evil.example": 421, "": 421, "169.254.169.254": 421} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("host %q: %d, want %d", host, w.Code, want)
		}
		if w.Header().Get("Content-Security-Policy") != contentPolicy || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("host %q: answered without the walls", host)
		}
	}
}

func TestAFormFromAnotherSiteIsRefused(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	before := exported(t, b)
	for _, h := range []http.Header{{"Sec-Fetch-Site": {"cross-site"}}, {"Sec-Fetch-Site": {"same-site"}}, {"Origin": {"https://evil.example"}}, {"Origin": {"null"}}} {
		for _, route := range pages() {
			method, path, _ := strings.Cut(route.pattern, " ")
			if method == http.MethodGet {
				continue
			}
			r, _ := http.NewRequest(method, b.server.URL+strings.NewReplacer("{id}", "x", "{page}", "1", "{kind}", "no", "{promise}", "x", "{group}", "looks").Replace(path), strings.NewReader("employer=Evil"))
			r.Header = h.Clone()
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			res, err := b.client.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			_ = res.Body.Close()
			if res.StatusCode != http.StatusForbidden {
				t.Errorf("%s with %v: %d", route.pattern, h, res.StatusCode)
			}
		}
	}
	if exported(t, b) != before {
		t.Error("something was changed")
	}
}

func TestWithoutASessionNothingIsShown(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	stranger := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, route := range pages() {
		method, path, _ := strings.Cut(route.pattern, " ")
		path = strings.NewReplacer("{$}", "", "{id}", string(made.Hale), "{page}", "1", "{kind}", "no", "{promise}", "x", "{group}", "looks").Replace(path)
		r, _ := http.NewRequest(method, b.server.URL+path, nil)
		res, err := stranger.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(res.Body)
		_ = res.Body.Close()
		if route.pattern == "POST /sign-out" {
			continue // it says that one is signed out
		}
		if res.StatusCode != http.StatusUnauthorized || bytes.Contains(body, []byte("Hale")) {
			t.Errorf("%s: %d", route.pattern, res.StatusCode)
		}
	}
}

func TestTheOneTimeAddressWorksOnce(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	token, err := b.svc.NewLink(t.Context(), b.own)
	if err != nil {
		t.Fatal(err)
	}
	open := func() *http.Response {
		c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		res, err := c.Get(b.server.URL + "/open/" + token)
		if err != nil {
			t.Fatal(err)
		}
		_ = res.Body.Close()
		return res
	}
	first := open()
	if first.StatusCode != http.StatusSeeOther || !first.Cookies()[0].HttpOnly || first.Cookies()[0].SameSite != http.SameSiteLaxMode {
		t.Errorf("first: %d, %v", first.StatusCode, first.Cookies())
	}
	if second := open(); second.StatusCode != http.StatusUnauthorized {
		t.Errorf("second: %d", second.StatusCode)
	}
}

func TestSigningOutEndsTheSession(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	b.get("/you").press("Sign out here", nil).says("You are signed out here.")
	if p := b.get("/"); p.status != http.StatusUnauthorized {
		t.Errorf("after signing out: %d", p.status)
	}
}

func TestAFormThatIsTooLargeIsTurnedAway(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.post("/add/ended", url.Values{"employer": {strings.Repeat("x", formLimit+1)}})
	if p.status != http.StatusUnprocessableEntity {
		t.Errorf("status %d", p.status)
	}
}

func TestWordsOfAPersonNeverBecomeMarkup(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	nasty := `<img src=x onerror=alert(1)>"'</title><script>`
	p := b.get("/").press("Continue", url.Values{"employer": {nasty}}).press("Continue", url.Values{"name": {nasty}})
	p.press("Continue", url.Values{"talked_about": {nasty}})
	crawl(t, b, func(p page) {
		wellMade(t, p)
		if len(p.all("img")) > 0 {
			t.Errorf("%s shows a picture", p.at)
		}
	})
}
