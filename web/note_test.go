package web

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Words go from the debrief into the letter and out again, and an earlier text comes back: with forms alone.
func TestALetterTakesWordsInAndOutAndBringsAnEarlierTextBack(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/").press("Continue", v("employer", "Northwind"))
	p = p.press("Continue", v("name", "Priya Nair", "email", "priya.nair@northwind.example"))
	p = p.press("Continue", v("talked_about", "moving the reports")).press("Continue", nil)
	p = p.press("Continue", v("unsaid", "I moved 40 reports", "unsaid", "I hold a licence")).press("Continue", nil)
	p = p.press("Continue", v("want", "still")).follow("Read")
	draft := letterText(p)

	p = p.press("Add", nil).says("Take out")
	if got := letterText(p); !strings.Contains(got, "I hold a licence.\n\nI look forward to hearing from you.") {
		t.Errorf("the words should stand before the good wishes:\n%s", got)
	}
	p = p.press("Take out", nil).says("Add")
	if got := letterText(p); got != draft {
		t.Errorf("taken out again, it should be as before:\n%s", got)
	}
	if strings.Contains(text(p.main()), "Earlier versions") {
		t.Error("nothing was saved yet")
	}
	p = p.press("Save for later", v("body", draft+"\nPS: one line more")).says("Earlier versions", "Our draft")
	p = p.press("Bring it back", nil).says("It is back.", "one line more")
	if got := letterText(p); got != draft {
		t.Errorf("brought back, it should be the draft:\n%s", got)
	}
}

func letterText(p page) string {
	for n := range p.main().Descendants() {
		if n.Type == html.ElementNode && attr(n, "id") == "body" && n.FirstChild != nil {
			return strings.TrimSpace(n.FirstChild.Data)
		}
	}
	return ""
}

// TestALetterWithoutANameOrAnAddressSaysWhereToAddThem follows what the page of a note lacks.
func TestALetterWithoutANameOrAnAddressSaysWhereToAddThem(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	if _, err := b.svc.Set(t.Context(), b.own, "name", ""); err != nil {
		t.Fatal(err)
	}
	p := b.get("/").press("Continue", v("employer", "Northwind")).press("Continue", v("name", "Priya Nair"))
	p.press("Continue", v("talked_about", "the weekly data clinic"))
	p = b.get("/").follow("Read it").says("No name yet.", "and letters are signed.")
	p.follow("Add it").says("Profile")
	p.follow("Add an address").says("Priya Nair", "No address yet")
	p.follow("Send it through someone").says("Who passes it on?", "Dear Priya", "the weekly data clinic")
}
