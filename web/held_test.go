package web

import (
	"bytes"
	"strings"
	"testing"
)

// TestWhatCameBackFromACopySaysSoUntilThePersonHasLooked puts an export into an empty folder.
func TestWhatCameBackFromACopySaysSoUntilThePersonHasLooked(t *testing.T) {
	t.Parallel()
	old, _ := madeUp(t)
	var everything bytes.Buffer
	if err := old.svc.Export(t.Context(), old.own, &everything); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text(old.get("/").doc), "came back from a copy") {
		t.Error("what never left is held")
	}
	b := setup(t, "2026-11-24T16:00:00Z")
	if err := b.svc.Import(t.Context(), b.own, &everything); err != nil {
		t.Fatal(err)
	}
	p := b.get("/").says("This came back from a copy", "Look in the mail you sent").press("I have looked", nil)
	p.says("Nothing is held any more.")
	if held, err := b.svc.Held(t.Context(), b.own); held || err != nil {
		t.Error(held, err)
	}
}

// TestAnApplicationFromAListStandsOnInterviewsAndLeadsToItsFirstRound takes a list with one application
// without a date and one that ended, and adds the round that is missing.
func TestAnApplicationFromAListStandsOnInterviewsAndLeadsToItsFirstRound(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-24T16:00:00Z")
	b.get("/interviews?show=unbooked").says("Every application has a round.")
	if _, err := b.svc.ImportList(t.Context(), b.own, []byte("Company,Position,Status,Date applied\nOrbit Rail,Analyst,Applied,2026-11-01\nHale,Designer,Rejected,2026-10-01\n")); err != nil {
		t.Fatal(err)
	}
	p := b.get("/interviews").follow("No date yet").says("Orbit Rail", "Analyst", "Add a round", "Hale", "A no")
	p = p.follow("Orbit Rail").press("Save", map[string][]string{"start": {"2026-11-30T10:00"}})
	p.says("Orbit Rail")
	b.get("/interviews?show=unbooked").says("Hale")
	if list, err := b.svc.Unbooked(t.Context(), b.own); err != nil || len(list) != 1 {
		t.Error(list, err)
	}
}
