package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

// create is what adding an interview by hand writes.
func create(tx *store.Tx) error {
	a, i, p := afterword.NewID(), afterword.NewID(), afterword.NewID()
	at := tx.Now()
	return must(
		tx.CreateApplication(&afterword.Application{ID: a, Employer: "Northwind", Role: "Analyst", CreatedAt: at}),
		tx.CreateInterview(&afterword.Interview{ID: i, Application: a, CreatedAt: at}),
		tx.CreatePerson(&afterword.Person{ID: p, Name: "Priya Nair", CreatedAt: at}),
		tx.SaveRole(afterword.Role{Application: a, Person: p, Kind: afterword.Interviewer}),
		tx.AddFact(&afterword.Fact{ID: afterword.NewID(), Application: a, Interview: i, Kind: afterword.Booked, At: at}),
		tx.SaveLines(a, []store.Line{{Interview: i, Open: true, Sort: at.Format(time.RFC3339Nano) + string(i)}}))
}

// On PostgreSQL the writers of one account take turns, those of others do not.
func BenchmarkDurableCreationBySixteenWriters(b *testing.B) {
	for _, engine := range []string{store.SQLite, store.Postgres} {
		for _, accounts := range []int{1, 16} {
			b.Run(fmt.Sprintf("%s/accounts=%d", engine, accounts), func(b *testing.B) {
				db := onEngine(b, engine)
				var next atomic.Int64
				var wg sync.WaitGroup
				for writer := range 16 {
					account := accountNumber(b, db, writer%accounts)
					wg.Go(func() {
						for next.Add(1) <= int64(b.N) {
							if err := db.Write(context.Background(), account, create); err != nil {
								b.Error(err)
								return
							}
						}
					})
				}
				wg.Wait()
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "writes/s")
			})
		}
	}
}

func accountNumber(b *testing.B, db *store.DB, n int) afterword.ID {
	if n == 0 {
		return me
	}
	id := afterword.ID(fmt.Sprintf("account%d", n))
	if err := db.Write(context.Background(), id, func(tx *store.Tx) error { return tx.SaveAccount(&afterword.Account{ID: id}) }); err != nil {
		b.Fatal(err)
	}
	return id
}

func onEngine(b *testing.B, engine string) *store.DB {
	if engine == store.Postgres {
		return testkit.Postgres(b, nil)
	}
	return testkit.SQLite(b, nil)
}

func BenchmarkOneFact(b *testing.B) {
	db := testkit.SQLite(b, nil)
	for b.Loop() {
		if err := db.Write(context.Background(), me, func(tx *store.Tx) error {
			return tx.AddFact(&afterword.Fact{ID: afterword.NewID(), Kind: afterword.Wrote})
		}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReading(b *testing.B) {
	for _, engine := range []string{store.SQLite, store.Postgres} {
		db := onEngine(b, engine)
		var ids []afterword.ID
		err := db.Write(context.Background(), me, func(tx *store.Tx) error {
			for n := range 1000 {
				id := afterword.ID(fmt.Sprintf("a%04d", n))
				ids = append(ids, id)
				if err := search(tx, id); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		yes := true
		for name, fn := range map[string]func(tx *store.Tx) error{
			"case":      func(tx *store.Tx) error { _, err := tx.Case("a0500"); return err },
			"cases1000": func(tx *store.Tx) error { _, err := tx.Cases(ids); return err },
			"lines50":   func(tx *store.Tx) error { _, err := tx.Lines(store.LineFilter{Open: &yes, Limit: 50}); return err },
			"page": func(tx *store.Tx) error {
				_, err := tx.Lines(store.LineFilter{After: "1~a0500first", Limit: 50})
				return err
			},
			"stale":  func(tx *store.Tx) error { _, err := tx.StaleLines(noon()); return err },
			"search": func(tx *store.Tx) error { _, err := tx.Search("priya", 20); return err },
			"one":    func(tx *store.Tx) error { _, err := tx.Interview("a0500first"); return err },
		} {
			b.Run(engine+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := db.Read(context.Background(), me, fn); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkOpenWhenCurrent(b *testing.B) {
	o := store.Options{Path: filepath.Join(b.TempDir(), "afterword.db")}
	for b.Loop() {
		db, err := store.Open(context.Background(), o)
		if err != nil {
			b.Fatal(err)
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
