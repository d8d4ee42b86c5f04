package web

import (
	"strings"
	"testing"
)

func TestAListWithNothingOpenDoesNotSayThereIsNoInterview(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	b.get("/interviews").says("No interviews yet")
	b.get("/").press("Continue", v("employer", "Northwind"))
	at := b.get("/interviews").follow("Northwind").at.Path
	b.get(at+"/news/stopped").press("Note it", nil)
	b.get("/interviews").says("Nothing is open.")
	b.get("/interviews?show=closed").says("Northwind")
}

func TestBeforeTheFirstInterviewNobodyHasDoneTheirPart(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	b.post("/add", v("employer", "Northwind", "start", "2026-12-20T10:00", "zone", "Europe/London"))
	p := b.get("/").says("Nothing to do today.", "Northwind")
	for _, no := range []string{"You have done your part", "Elsewhere"} {
		if strings.Contains(text(p.main()), no) {
			t.Errorf("today says %q", no)
		}
	}
}
