package web

import (
	"net/url"
	"strings"
	"testing"
)

// firstDebrief writes down an interview with Priya, whose address is given or not, and opens her note.
func firstDebrief(b *browser, email string) page {
	p := b.get("/").press("Continue", v("employer", "Northwind"))
	p = p.press("Continue", url.Values{"name": {"Priya Nair"}, "email": {email}})
	p = p.press("Continue", v("talked_about", "the weekly data clinic"))
	for range 3 {
		p = p.press("Continue", nil)
	}
	return p.press("Continue", v("want", "still")).follow("Read them now")
}

func TestR06SomeoneWithoutAnAddressGetsTwoPlainSearches(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	firstDebrief(b, "")
	found := 0
	for _, a := range b.get("/people").follow("Priya Nair").all("a") {
		if href := attr(a, "href"); strings.HasPrefix(href, "https://") {
			found++
			if attr(a, "target") != "_blank" || !strings.Contains(attr(a, "rel"), "noreferrer") || !strings.Contains(href, "Priya") {
				t.Errorf("a search opens at %q in %q", href, attr(a, "target"))
			}
		}
	}
	if found != 2 {
		t.Errorf("there are %d searches, want 2", found)
	}
}

func TestR06SomeoneWithAnAddressIsNotLookedUp(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	firstDebrief(b, "priya@northwind.example")
	for _, a := range b.get("/people").follow("Priya Nair").all("a") {
		if strings.HasPrefix(attr(a, "href"), "https://") {
			t.Errorf("a search for someone who can be reached: %q", attr(a, "href"))
		}
	}
}

func TestR49TheOldNumberIsToldOnceToSomeoneWhoHesitates(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	note := firstDebrief(b, "priya@northwind.example")
	note.follow("Not this person").says("57 %", "2017")
	if again := text(note.follow("Not this person").main()); strings.Contains(again, "57 %") {
		t.Error("it was told twice")
	}
}

func TestR87AfterANoTheNextStepStandsThere(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	at := "/interviews/" + string(made.Hale)
	b.post(at+"/news/no", nil)
	b.get(at + "/outcome").says("Ask Dana about the museum job")
}

func TestR88TheOwnListOfGoodThingsStandsOnToday(t *testing.T) {
	t.Parallel()
	b, _ := madeUp(t)
	b.get("/").says("Walk before lunch", "Call Sam")
}
