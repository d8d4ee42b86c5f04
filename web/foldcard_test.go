package web

import (
	"net/url"
	"strings"
	"testing"
)

func TestR48TheCardHasThePapersTheCodeAndTheDayOfPrinting(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	b.get("/you/profile").press("Save", v("link", "asha-k.example/work"))
	p := b.get("/").press("Continue", v("employer", "Northwind"))
	p = p.press("Continue", url.Values{"name": {"Priya Nair"}, "email": {"priya@northwind.example"}})
	p.press("Continue", url.Values{"talked_about": {"moving the reports off spreadsheets"}})
	p = b.get("/").follow("Read it").follow("Print a card").says("One A4 page, folded twice to A6.", "moving the reports", "asha-k.example/work")
	want := qrOf("https://asha-k.example/work").Path
	has := func(p page) (found bool) {
		for _, n := range p.all("path") {
			found = found || attr(n, "d") == want
		}
		return found
	}
	if has(p) {
		t.Error("the code is on the card before it was asked for")
	}
	p = p.press("Show it so", v("paper", "a5", "code", "yes", "address", "1 Dock Road")).says("One A5 page, printed on both sides and folded once to A6.", "1 Dock Road")
	if !has(p) {
		t.Error("the code of the link is not on the card")
	}
	p = p.press("I have printed it", nil).says("Noted. Post it when you like: the email goes first.")
	b.get(strings.TrimSuffix(attr(backOf(p), "href"), "/")).says("card printed")
}
