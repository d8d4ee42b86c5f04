package service_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword"
	"afterword/example"
	"afterword/service"
	"afterword/store"
	"afterword/testkit"
)

// carried is the made-up search with everything that a folder can hold.
func carried(t *testing.T, db *store.DB) afterword.Actor {
	t.Helper()
	ctx := t.Context()
	now := time.Date(2026, 11, 20, 15, 30, 0, 0, time.UTC)
	at := func(when time.Time) *service.Service {
		return service.New(service.Options{DB: db, Now: func() time.Time { return when }, Local: time.UTC})
	}
	search := example.Search{Now: now, At: at}
	made, err := search.Fill(ctx)
	if err != nil {
		t.Fatal(err)
	}
	v := at(now.Add(time.Hour))
	a, err := v.Own(ctx, "test")
	if err != nil {
		t.Fatal(err)
	}
	must := func(what string, err error) {
		if err != nil {
			t.Fatal(what, err)
		}
	}
	_, err = v.AwayAdd(ctx, a, "2026-12-24", "2027-01-02", "home & “away” <b>")
	must("away", err)
	said, err := v.News(ctx, a, string(made.Hale), service.NewsInput{Kind: "delay", Until: "2026-12-11", From: "Lena Hale", By: "email", Text: "We need longer.\r\n\tLena  🙂"})
	must("news", err)
	_, err = v.Undo(ctx, a, string(said.ID))
	must("undo", err)
	_, err = v.News(ctx, a, string(made.Brightwater), service.NewsInput{Kind: "no", Text: "Not this time."})
	must("no", err)
	_, err = v.RefereePoints(ctx, a, "Dr Ruth Adeyemi", string(made.Hale), []string{"the clinic map", "on time"})
	must("points", err)
	_, err = v.Add(ctx, a, service.AddInput{Employer: "Northwind", With: []string{"P. Nair <p.nair@northwind.example>"}})
	must("add", err)
	_, err = v.Merge(ctx, a, "lena@halestudio.example", "p.nair@northwind.example")
	must("merge", err)
	_, err = v.ImportList(ctx, a, []byte("Company,Role,Applied\nQuay,Porter,2026-11-01\n"))
	must("list", err)
	n, err := v.Write(ctx, a, string(made.Hale), "feedback", "", "")
	must("write", err)
	_, err = v.EditNote(ctx, a, string(n.ID), service.NoteEdit{Body: "Dear Lena,\n\nthank you for the clinic map."})
	must("a letter that was changed", err)
	return a
}

func export(t *testing.T, db *store.DB, a afterword.Actor) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := service.New(service.Options{DB: db}).Export(context.Background(), a, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAnExportComesBackWithTheSameBytesOnEveryEngine(t *testing.T) {
	t.Parallel()
	testkit.Each(t, nil, func(t *testing.T, db *store.DB) {
		a := carried(t, db)
		one := export(t, db, a)
		var nouns map[string]json.RawMessage
		if err := json.Unmarshal(one, &nouns); err != nil {
			t.Fatal(err)
		}
		for noun, list := range nouns {
			if string(list) == "[]" && noun != "invitations" && noun != "published" {
				t.Errorf("%s are empty: this tests nothing of them", noun)
			}
		}
		for _, other := range []*store.DB{testkit.SQLite(t, nil), testkit.Postgres(t, nil)} {
			v := service.New(service.Options{DB: other, Local: time.UTC})
			b, err := v.Own(t.Context(), "test")
			if err != nil {
				t.Fatal(err)
			}
			if err := v.Import(t.Context(), b, bytes.NewReader(one)); err != nil {
				t.Fatal(err)
			}
			two := export(t, other, b)
			if !bytes.Equal(one, two) {
				t.Errorf("%s to %s: %s", db.Engine(), other.Engine(), firstDifference(one, two))
			}
			found, err := v.Doctor(t.Context(), b)
			if err != nil {
				t.Fatal(err)
			}
			held := false
			for _, f := range found {
				held = held || f.What == "sending" && strings.Contains(f.Says, "held")
				if f.What == "lists" && !f.OK {
					t.Error(f.Says)
				}
			}
			if !held {
				t.Error("what came in from an export is not held", found)
			}
			if err := v.Import(t.Context(), b, bytes.NewReader(one)); afterword.KindOf(err) != afterword.Conflict {
				t.Errorf("a second import: %v", err)
			}
			if got := export(t, other, b); !bytes.Equal(got, two) {
				t.Error("a refused import changed something")
			}
		}
	})
}

func firstDifference(a, b []byte) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	from := max(0, i-80)
	return "at " + string(a[from:min(len(a), i+80)]) + "\nand " + string(b[from:min(len(b), i+80)])
}

func TestAnExportThatIsNotWholeIsRefusedAndNothingIsStored(t *testing.T) {
	t.Parallel()
	db := testkit.SQLite(t, nil)
	whole := string(export(t, db, carried(t, db)))
	for name, text := range map[string]string{
		"empty":                  "",
		"another format":         strings.Replace(whole, "afterword/1", "afterword/2", 1),
		"no format":              `{"applications":[]}`,
		"cut off":                whole[:len(whole)/2],
		"an unknown key":         strings.Replace(whole, `"employer"`, `"employers"`, 1),
		"something twice":        strings.Replace(whole, `"people": [`, `"people": [{"id":"x","name":"A","links":[]},{"id":"x","name":"B","links":[]},`, 1),
		"something without base": strings.Replace(whole, `"points": [`, `"points": [{"person":"nobody","interview":"none","points":["a"]},`, 1),
		"a round of nothing":     strings.Replace(whole, `"invitations": [`, `"invitations": [{"interview":"none","me":""}`, 1),
		"a fact twice":           strings.Replace(whole, `"facts": [`, `"facts": [{"id":"x","seq":9001,"kind":"wrote"},{"id":"x","seq":9002,"kind":"wrote"},`, 1),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			said := map[string]string{}
			for _, other := range []*store.DB{testkit.SQLite(t, nil), testkit.Postgres(t, nil)} {
				v := service.New(service.Options{DB: other, Local: time.UTC})
				a, err := v.Own(t.Context(), "test")
				if err != nil {
					t.Fatal(err)
				}
				before := export(t, other, a)
				err = v.Import(t.Context(), a, strings.NewReader(text))
				if afterword.KindOf(err) != afterword.InvalidInput {
					t.Errorf("%s: got %v", other.Engine(), err)
				}
				said[fmt.Sprint(err)] += other.Engine()
				if !bytes.Equal(before, export(t, other, a)) {
					t.Error("something was stored")
				}
			}
			if len(said) != 1 {
				t.Error("the engines say different things", said)
			}
		})
	}
}
