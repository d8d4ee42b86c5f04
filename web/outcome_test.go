package web

import (
	"net/url"
	"strings"
	"testing"
)

// offered is a search in which Northwind made an offer and Orbit is still open.
func offered(t *testing.T) (b *browser, at string) {
	t.Helper()
	b = setup(t, "2026-11-20T15:10:00Z")
	b.get("/add").press("Save", v("employer", "Orbit", "start", "2026-11-19T14:00", "with", "Chi Okafor <chi@orbit.example>"))
	b.get("/add").press("Save", v("employer", "Northwind", "role", "Analyst", "start", "2026-11-20T14:00", "with", "Priya Nair <priya@northwind.example>"))
	p := b.get("/interviews").follow("Northwind")
	at = p.at.Path
	b.get(at+"/debrief/1").press("Continue", url.Values{"name": {"Priya Nair"}, "email": {"priya@northwind.example"}})
	b.get(at+"/decide").press("Save", v("want", "unsure", "ask", "Who sets deadlines?"))
	b.clock.Set("2026-11-30T10:00:00Z")
	b.get(at+"/news/offer").press("Note it", v("until", "2026-12-04"))
	return b, at
}

func TestR99AnOfferIsDeclinedWithALetterThatSaysSo(t *testing.T) {
	t.Parallel()
	b, at := offered(t)
	b.get("/").says("Best thanked by tomorrow. Thank them first, and ask what is open. They want your answer by Fri 4 Dec.")
	p := b.get(at+"/outcome").says("They made an offer", "They want to know by Fri 4 Dec", "Who sets deadlines?", "I turned it down")
	silent(t, p, "No reply is fine too")
	b.clock.Set("2026-12-01T10:00:00Z")
	p.press("I turned it down", nil)
	p = b.get(at+"/outcome").says("You said no").press("Tell them in a letter", nil)
	p.says("I have decided not to accept it").press("Approve", nil).press("Yes, sent", nil)
	silent(t, b.get(at+"/outcome").says("You said no"), "Tell them in a letter")
	silent(t, b.get("/"), "A word for the others")
}

func TestR99AnOfferIsAskedAboutTakenAndTheOthersHearOfItOneByOne(t *testing.T) {
	t.Parallel()
	b, at := offered(t)
	p := b.get(at+"/outcome").press("Read my draft of the answer", nil).says("may I ask", "Who sets deadlines?")
	p.press("Approve", nil).press("Yes, sent", nil)
	b.clock.Set("2026-12-02T10:00:00Z")
	b.get(at+"/outcome").press("I took it", nil)
	p = b.get(at + "/outcome").says("You took it")
	b.get("/interviews").follow("Orbit")
	p.press("Tell them in a letter", nil).says("I am happy to accept it").press("Approve", nil).press("Yes, sent", nil)
	silent(t, b.get(at+"/outcome"), "Tell them in a letter")

	p = b.get(at+"/outcome").press("Letters for the others", nil).says("A word for the others", "Orbit, Chi Okafor", "I have accepted another offer")
	orbit := b.get("/interviews").follow("Orbit")
	silent(t, orbit, "You said no") // nothing closes by itself
	p.follow("Read and approve").press("Approve", nil).press("Yes, sent", nil)
	b.get(orbit.at.Path + "/outcome").says("You said no")
	if p := b.get(at+"/outcome").press("Letters for the others", nil); !strings.Contains(text(p.main()), "Nobody is waiting for a word from you.") {
		t.Errorf("%s", text(p.main()))
	}
}

func TestR90WhatWasToldDifferentlyIsSaidBeforeTheNextRound(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	b.get("/add").press("Save", v("employer", "Northwind", "start", "2026-11-20T14:00", "with", "Priya Nair <priya@northwind.example>"))
	at := b.get("/interviews").follow("Northwind").at.Path
	round := func(day, pay, next string) page {
		b.clock.Set(day + "T15:10:00Z")
		b.get(at+"/debrief/1").press("Continue", url.Values{"name": {"Priya Nair"}, "email": {"priya@northwind.example"}})
		b.get(at+"/debrief/3").press("Continue", url.Values{"asked": {"What are your salary expectations?"}, "answered": {pay}})
		b.get(at+"/news/next_round").press("Note it", v("start", next+"T14:00"))
		return b.get("/interviews").follow("Northwind")
	}
	p := round("2026-11-20", "about 45k", "2026-11-24")
	silent(t, p, "differently")
	at = p.at.Path
	p = round("2026-11-24", "fifty-five thousand", "2026-12-02")
	p.says("You told them 1 thing differently. Settle it first").follow("Prep sheet").says("Told them differently: settle this first", "about 45k", "fifty-five thousand")
}
