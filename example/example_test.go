package example

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"afterword"
	"afterword/service"
	"afterword/store"
)

func fill(t *testing.T, now time.Time) (*service.Service, afterword.Actor, Made) {
	t.Helper()
	var clock time.Time
	db, err := store.Open(t.Context(), store.Options{Path: filepath.Join(t.TempDir(), "a.db"), Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	at := func(m time.Time) *service.Service {
		clock = m
		return service.New(service.Options{DB: db, Now: func() time.Time { return m }, Local: now.Location()})
	}
	s := Search{At: at, Now: now}
	made, err := s.Fill(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	v := at(now)
	actor, err := v.Own(t.Context(), "test")
	if err != nil {
		t.Fatal(err)
	}
	return v, actor, made
}

func TestTheMadeUpSearchStandsWhereTheScreensShowIt(t *testing.T) {
	t.Parallel()
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	v, a, made := fill(t, time.Date(2026, 11, 23, 16, 0, 0, 0, london))
	today, err := v.Today(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if today.Now == nil || today.Now.Kind != afterword.StepDebrief || today.Now.Interview != made.Northwind {
		t.Errorf("now is %+v, want the debrief of Northwind", today.Now)
	}
	for id, want := range map[afterword.ID]string{made.Hale: "Nothing to do until Fri 4 Dec.", made.Brightwater: "Nothing to do until Wed 2 Dec."} {
		p, err := v.Plan(t.Context(), a, string(id))
		if err != nil {
			t.Fatal(err)
		}
		if p.Says != want {
			t.Errorf("got %q, want %q", p.Says, want)
		}
	}
}
