package web

import "testing"

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
