package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

const me = testkit.Me

// noon is the clock of most tests.
func noon() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 123456789, time.UTC) }

func each(t *testing.T, test func(t *testing.T, db *store.DB)) {
	t.Helper()
	t.Parallel()
	testkit.Each(t, noon, test)
}

func write(t *testing.T, db *store.DB, fn func(tx *store.Tx) error) {
	t.Helper()
	if err := db.Write(context.Background(), me, fn); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, db *store.DB, fn func(tx *store.Tx) error) {
	t.Helper()
	if err := db.Read(context.Background(), me, fn); err != nil {
		t.Fatal(err)
	}
}

// wantKind runs a writing that must be refused.
func wantKind(t *testing.T, db *store.DB, kind afterword.Kind, fn func(tx *store.Tx) error) {
	t.Helper()
	err := db.Write(context.Background(), me, fn)
	if err == nil || afterword.KindOf(err) != kind {
		t.Errorf("got %v, want an error of kind %d", err, kind)
	}
}

func same(t *testing.T, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// must stops at the first error.
func must(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// search is one application with everything that can hang on it.
func search(tx *store.Tx, a afterword.ID) error {
	at := tx.Now()
	return must(
		tx.CreateApplication(&afterword.Application{ID: a, Kind: afterword.New, Employer: "Northwind", Role: "Analyst", Agency: a + "agent", CreatedAt: at}),
		tx.CreatePerson(&afterword.Person{ID: a + "priya", Name: "Priya Nair", Email: "priya@northwind.example", Links: []string{"https://example.com"}, CreatedAt: at}),
		tx.CreatePerson(&afterword.Person{ID: a + "agent", Name: "Ola Søby", CreatedAt: at}),
		tx.CreatePerson(&afterword.Person{ID: a + "old", Name: "P. Nair", MergedInto: a + "priya", CreatedAt: at}),
		tx.CreatePerson(&afterword.Person{ID: a + "stranger", Name: "Not In It", CreatedAt: at}),
		tx.CreateInterview(&afterword.Interview{ID: a + "first", Application: a, UID: "uid-1", Invited: []afterword.ID{a + "old"}, CreatedAt: at}),
		tx.CreateInterview(&afterword.Interview{ID: a + "another", Application: a, CreatedAt: at}),
		tx.SaveRole(afterword.Role{Application: a, Person: a + "priya", Kind: afterword.HiringManager, Title: "Head of Analytics"}),
		tx.SavePoints(afterword.Points{Person: a + "agent", Interview: a + "first", Points: []string{"migration"}}),
		tx.CreateNote(&afterword.Note{ID: a + "note", Application: a, Interview: a + "first", Kind: afterword.Thanks, To: a + "priya", Channel: afterword.Email,
			Written: true, Subject: "Thank you", Body: "Dear Priya, thank you for the talk about spreadsheets.", CreatedAt: at}),
		tx.SaveDebrief(a+"debrief", a+"first", afterword.Debrief{Just: "It went well.", Begun: at.Add(-time.Hour),
			Questions: []afterword.Asked{{Asked: "How do you take feedback?", Answered: "I ask early", Better: "Give the café example"}}}, 0),
		tx.CreateMessage(&afterword.Message{ID: a + "message", Interview: a + "first", Text: "We will be in touch.", CreatedAt: at}),
		tx.AddFact(&afterword.Fact{ID: a + "booked", Application: a, Interview: a + "first", Kind: afterword.Booked, At: at,
			Detail: afterword.Detail{Start: at.Add(time.Hour), End: at.Add(2 * time.Hour), Zone: "Asia/Singapore"}}),
		tx.AddFact(&afterword.Fact{ID: a + "wrote", Application: a, Interview: a + "first", Kind: afterword.WroteDown, At: at, Detail: afterword.Detail{Debrief: a + "debrief"}}),
		tx.SaveLines(a, []store.Line{{Interview: a + "first", State: afterword.StateWaiting, Open: true, Sort: "1", NextChange: at.Add(time.Hour)},
			{Interview: a + "another", State: afterword.StateClosed, Sort: "2"}}),
	)
}

func TestARowComesBackAsItWasStored(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		at := time.Date(2026, 11, 20, 15, 30, 0, 123456000, time.UTC)
		a := afterword.Application{ID: "a", Kind: afterword.Confidential, Employer: "Ørsted & Søn", Role: "Ana\"lyst'; --", Region: "DK", Agency: "x", Contact: "y", CreatedAt: at}
		i := afterword.Interview{ID: "i", Application: "a", UID: "u", Sequence: 3, Summary: "s", Location: "l", Link: "https://example.com", Invited: []afterword.ID{"p"}, CreatedAt: at}
		p := afterword.Person{ID: "p", Name: "李小龍 🙂", Email: "e", Phone: "1", Links: []string{}, Called: "Dr Li", Register: "formal", CreatedAt: at}
		n := afterword.Note{ID: "n", Application: "a", Interview: "i", Kind: afterword.StatusQuestion, To: "p", Channel: afterword.Post, Lang: "de",
			Written: true, Subject: "s", Body: "b\r\n\tc", ChangedAt: at, RestsOn: "f", Promise: "q", CreatedAt: at.Add(time.Microsecond)}
		f := afterword.Fact{ID: "f", Application: "a", Interview: "i", Kind: afterword.HeardOffer, At: at,
			Detail: afterword.Detail{Until: afterword.Date{Year: 2026, Month: 12, Day: 4}, Said: "next week", By: afterword.Phone, From: "p"}}
		d := afterword.Debrief{MetNobodyNamed: true, Want: afterword.WantStill, Begun: at, Promised: []afterword.Pledge{{What: "link", Due: afterword.Date{Year: 2026, Month: 11, Day: 24}}}}
		away := afterword.Away{ID: "w", From: afterword.Date{Year: 2026, Month: 12, Day: 24}, To: afterword.Date{Year: 2027, Month: 1, Day: 2}, Note: "home"}
		m := afterword.Message{ID: "m", Interview: "i", Text: "hello", CreatedAt: at}
		write(t, db, func(tx *store.Tx) error {
			return must(tx.CreateApplication(&a), tx.CreateInterview(&i), tx.CreatePerson(&p), tx.CreateNote(&n), tx.AddFact(&f),
				tx.SaveDebrief("d", "i", d, 0), tx.SaveAway(away), tx.CreateMessage(&m))
		})
		if a.Version != 1 || i.Version != 1 || p.Version != 1 || n.Version != 1 || f.Seq != 1 || !f.RecordedAt.Equal(noon().Truncate(time.Microsecond)) {
			t.Error("creating did not set version, seq and recorded_at", a, i, p, n, f)
		}
		read(t, db, func(tx *store.Tx) error {
			a2, e1 := tx.Application("a")
			i2, e2 := tx.Interview("i")
			p2, e3 := tx.Person("p")
			n2, e4 := tx.Note("n")
			f2, e5 := tx.Fact("f")
			d2, v, e6 := tx.Debrief("d")
			w2, e7 := tx.AwayList()
			m2, e8 := tx.Message("m")
			same(t, []any{a2, i2, p2, n2, f2, d2, v, w2, m2}, []any{a, i, p, n, f, d, 1, []afterword.Away{away}, m})
			return must(e1, e2, e3, e4, e5, e6, e7, e8)
		})
	})
}

func TestAChangeOfWhatSomeoneElseChangedIsAConflict(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
		var a afterword.Application
		var i afterword.Interview
		var p afterword.Person
		var n afterword.Note
		load := func(tx *store.Tx) (err error) {
			var e1, e2, e3, e4 error
			a, e1 = tx.Application("a")
			i, e2 = tx.Interview("afirst")
			p, e3 = tx.Person("apriya")
			n, e4 = tx.Note("anote")
			return must(e1, e2, e3, e4)
		}
		read(t, db, load)
		stale := []func(tx *store.Tx) error{
			func(tx *store.Tx) error { b := a; b.Employer = "Other"; return tx.UpdateApplication(&b) },
			func(tx *store.Tx) error { b := i; b.Location = "Other"; return tx.UpdateInterview(&b) },
			func(tx *store.Tx) error { b := p; b.Name = "Other"; return tx.UpdatePerson(&b) },
			func(tx *store.Tx) error { b := n; b.Body = "Other"; return tx.UpdateNote(&b) },
			func(tx *store.Tx) error {
				return tx.SaveDebrief("adebrief", "afirst", afterword.Debrief{Just: "Other"}, 1)
			},
			func(tx *store.Tx) error {
				return tx.SaveAccount(&afterword.Account{ID: me, Version: 1, Settings: afterword.Settings{Name: "Kim"}})
			},
		}
		for _, change := range stale {
			write(t, db, change) // the first one is welcome
			wantKind(t, db, afterword.Conflict, change)
		}
		read(t, db, load)
		same(t, []any{a.Employer, a.Version, i.Location, i.Version, p.Name, p.Version, n.Body, n.Version}, []any{"Other", 2, "Other", 2, "Other", 2, "Other", 2})
	})
}

func TestWhatIsNotThereIsNotFoundAndWhatIsThereTwiceAConflict(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
		for _, missing := range []func(tx *store.Tx) error{
			func(tx *store.Tx) error { _, err := tx.Application("x"); return err },
			func(tx *store.Tx) error { _, err := tx.Interview("x"); return err },
			func(tx *store.Tx) error { _, err := tx.Person("x"); return err },
			func(tx *store.Tx) error { _, err := tx.Note("x"); return err },
			func(tx *store.Tx) error { _, _, err := tx.Debrief("x"); return err },
			func(tx *store.Tx) error { _, err := tx.Message("x"); return err },
			func(tx *store.Tx) error { _, err := tx.Fact("x"); return err },
			func(tx *store.Tx) error { _, err := tx.Case("x"); return err },
			func(tx *store.Tx) error { _, err := tx.Line("x"); return err },
			func(tx *store.Tx) error { return tx.UpdateNote(&afterword.Note{ID: "x", Version: 1}) },
			func(tx *store.Tx) error { return tx.DeleteApplication("x") },
			func(tx *store.Tx) error { return tx.DeleteApplication("") },
			func(tx *store.Tx) error { return tx.DeleteInterview("x") },
			func(tx *store.Tx) error { return tx.DeletePerson("x") },
			func(tx *store.Tx) error { return tx.DeleteAway("x") },
			func(tx *store.Tx) error { return tx.CreateInterview(&afterword.Interview{ID: "x", Application: "x"}) },
			func(tx *store.Tx) error { return tx.CreateNote(&afterword.Note{ID: "x", Application: "x"}) },
			func(tx *store.Tx) error { return tx.SaveDebrief("x", "x", afterword.Debrief{}, 0) },
			func(tx *store.Tx) error {
				return tx.AddFact(&afterword.Fact{ID: "x", Kind: afterword.Voided, Detail: afterword.Detail{Voids: "x"}})
			},
		} {
			wantKind(t, db, afterword.NotFound, missing)
		}
		wantKind(t, db, afterword.Conflict, func(tx *store.Tx) error { return tx.CreateApplication(&afterword.Application{ID: "a"}) })
		wantKind(t, db, afterword.Conflict, func(tx *store.Tx) error { return tx.AddFact(&afterword.Fact{ID: "abooked"}) })
		wantKind(t, db, afterword.InvalidInput, func(tx *store.Tx) error {
			return tx.CreateApplication(&afterword.Application{ID: "z", Employer: "a\x00b"})
		})
		wantKind(t, db, afterword.InvalidInput, func(tx *store.Tx) error {
			return tx.CreateApplication(&afterword.Application{ID: "z", Employer: "a\xffb"})
		})
		if err := db.Write(context.Background(), "nobody", func(tx *store.Tx) error {
			return tx.CreateApplication(&afterword.Application{ID: "b"})
		}); afterword.KindOf(err) != afterword.NotFound {
			t.Errorf("an account that is not there: %v", err)
		}
	})
}

func TestAWritingIsStoredWholeOrNotAtAll(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		wantKind(t, db, afterword.NotYet, func(tx *store.Tx) error {
			if err := search(tx, "a"); err != nil {
				return err
			}
			return afterword.Errorf(afterword.NotYet, "no")
		})
		func() {
			defer func() { _ = recover() }()
			_ = db.Write(context.Background(), me, func(tx *store.Tx) error {
				_ = search(tx, "a")
				panic("in the middle")
			})
		}()
		read(t, db, func(tx *store.Tx) error {
			d, err := tx.Dump()
			if len(d.Applications)+len(d.Facts)+len(d.People) != 0 {
				t.Error("something stayed", d)
			}
			return err
		})
		write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
	})
}

func TestAReadingCannotWrite(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		err := db.Read(context.Background(), me, func(tx *store.Tx) error { return tx.CreateApplication(&afterword.Application{ID: "a"}) })
		if err == nil {
			t.Error("it wrote")
		}
		read(t, db, func(tx *store.Tx) error { _, err := tx.Applications(); return err })
	})
}

func TestOneAccountNeverSeesAnother(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
		other := func(fn func(tx *store.Tx) error) error { return db.Write(context.Background(), "other", fn) }
		if err := other(func(tx *store.Tx) error {
			return must(tx.SaveAccount(&afterword.Account{ID: "other"}), search(tx, "a")) // the same ids
		}); err != nil {
			t.Fatal(err)
		}
		if err := other(func(tx *store.Tx) error { return tx.EraseAccount() }); err != nil {
			t.Fatal(err)
		}
		if err := other(func(tx *store.Tx) error {
			hits, err := tx.Search("northwind", 0)
			lines, err2 := tx.Lines(store.LineFilter{})
			facts, err3 := tx.FactsSince(0)
			same(t, len(hits)+len(lines)+len(facts), 0)
			_, err4 := tx.Case("a")
			same(t, afterword.KindOf(err4), afterword.NotFound)
			return must(err, err2, err3)
		}); err != nil {
			t.Fatal(err)
		}
		read(t, db, func(tx *store.Tx) error {
			d, err := tx.Dump()
			same(t, []int{len(d.Applications), len(d.Interviews), len(d.People), len(d.Facts), len(d.Notes)}, []int{1, 2, 4, 2, 1})
			hits, err2 := tx.Search("northwind", 0)
			same(t, len(hits), 2)
			return must(err, err2)
		})
	})
}

func TestNowIsOneMomentInATransaction(t *testing.T) {
	t.Parallel()
	clock := testkit.NewClock("2026-11-20T12:00:00+08:00")
	testkit.Each(t, func() time.Time { clock.Add(time.Second); return clock.Now() }, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error {
			if a, b := tx.Now(), tx.Now(); a != b || a.Location() != time.UTC {
				t.Error(a, b)
			}
			return nil
		})
	})
}

func TestApplicationsWithoutARoundAreFoundNewestFirst(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error {
			return must(search(tx, "a"),
				tx.CreateApplication(&afterword.Application{ID: "old", Employer: "Orbit", CreatedAt: noon()}),
				tx.CreateApplication(&afterword.Application{ID: "new", Employer: "Hale", CreatedAt: noon().Add(time.Hour)}))
		})
		for limit, want := range map[int][]afterword.ID{1: {"new"}, 9: {"new", "old"}} {
			read(t, db, func(tx *store.Tx) error {
				list, err := tx.Unbooked(limit)
				var ids []afterword.ID
				for _, a := range list {
					ids = append(ids, a.ID)
				}
				same(t, ids, want)
				return err
			})
		}
	})
}
