package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

func TestSixteenWritersAllGetTheirTurn(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error { return tx.CreateApplication(&afterword.Application{ID: "a"}) })
		var wg sync.WaitGroup
		errs := make(chan error, 16)
		for w := range 16 {
			wg.Go(func() {
				for n := range 25 {
					errs <- db.Write(context.Background(), me, func(tx *store.Tx) error {
						a, err := tx.Application("a")
						return must(err, tx.UpdateApplication(&a), // what was read is still so
							tx.AddFact(&afterword.Fact{ID: afterword.ID(fmt.Sprint(w, "-", n)), Application: "a", Kind: afterword.Wrote}))
					})
				}
			})
		}
		go func() { wg.Wait(); close(errs) }()
		for err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
		read(t, db, func(tx *store.Tx) error {
			a, err := tx.Application("a")
			facts, err2 := tx.Facts("a")
			same(t, []int{a.Version, len(facts), int(facts[len(facts)-1].Seq)}, []int{401, 400, 400})
			return must(err, err2)
		})
	})
}

func TestALongWritingDoesNotPileUpInMemory(t *testing.T) {
	t.Parallel()
	db, most := testkit.Postgres(t, noon), 0
	write(t, db, func(tx *store.Tx) error {
		for n := range 1000 {
			if err := tx.AddFact(&afterword.Fact{ID: afterword.ID(fmt.Sprint(n)), Kind: afterword.Wrote}); err != nil {
				return err
			}
			most = max(most, store.Waiting(tx))
		}
		return nil
	})
	if most == 0 || most > 256 {
		t.Errorf("%d statements waited", most)
	}
	read(t, db, func(tx *store.Tx) error {
		facts, err := tx.FactsSince(0)
		same(t, len(facts), 1000)
		return err
	})
}

func TestSeveralProgramsOnOneFileWaitForEachOther(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "afterword.db")
	var wg sync.WaitGroup
	errs := make(chan error, 8)
	for w := range 4 { // all find a folder without a database, and make it
		wg.Go(func() {
			errs <- func() error {
				db, err := store.Open(context.Background(), store.Options{Path: path})
				if err != nil {
					return err
				}
				defer db.Close()
				account := afterword.ID(fmt.Sprint("account", w))
				for n := range 50 {
					if err := db.Write(context.Background(), account, func(tx *store.Tx) error {
						if n == 0 {
							return tx.SaveAccount(&afterword.Account{ID: account})
						}
						return tx.AddFact(&afterword.Fact{ID: afterword.NewID(), Kind: afterword.Wrote})
					}); err != nil {
						return err
					}
				}
				return nil
			}()
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	db, err := store.Open(context.Background(), store.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ids, err := db.Accounts(context.Background())
	if err != nil || len(ids) != 4 {
		t.Error(ids, err)
	}
}

func TestADatabaseOfANewerProgramIsRefusedInWords(t *testing.T) {
	t.Parallel()
	t.Run(store.SQLite, func(t *testing.T) {
		t.Parallel()
		path := filepath.Join(t.TempDir(), "afterword.db")
		refuses(t, store.Options{Path: path}, "sqlite", "file:"+path)
	})
	t.Run(store.Postgres, func(t *testing.T) {
		t.Parallel()
		url := testkit.PostgresURL(t)
		refuses(t, store.Options{URL: url}, "pgx", url)
	})
}

func refuses(t *testing.T, o store.Options, driver, address string) {
	t.Helper()
	db, err := store.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	version, err := db.Schema(t.Context())
	if err != nil || version < 2 {
		t.Fatal(version, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	if _, err := raw.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, true)`); err != nil {
		t.Fatal(err)
	}
	if driver == "sqlite" { // as in a copy, which carries its seal there
		if _, err := raw.Exec(`PRAGMA user_version = 7`); err != nil {
			t.Fatal(err)
		}
	}
	o.BeforeMigrate = func(string) error { t.Error("it was about to be changed"); return nil }
	_, err = store.Open(t.Context(), o)
	if afterword.KindOf(err) != afterword.Conflict || !strings.Contains(err.Error(), "newer") {
		t.Error(err)
	}
	if driver == "sqlite" {
		var seal int
		if err := raw.QueryRow(`PRAGMA user_version`).Scan(&seal); err != nil || seal != 7 {
			t.Error("it was changed", seal, err)
		}
	}
}

func TestAnOlderDatabaseIsCopiedBeforeItIsChanged(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "afterword.db")
	called := 0
	o := store.Options{Path: path, BeforeMigrate: func(p string) error {
		called++
		same(t, p, path)
		if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
			t.Error("a copy of the file would lack what is in its log")
		}
		return store.Examine(t.Context(), p)
	}}
	reopen := func() {
		db, err := store.Open(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	reopen()
	reopen()
	same(t, called, 0)
	path = lying(t, store.SQLite, "testdata/schema/3").Path
	o.Path = path
	raw, err := sql.Open("sqlite", "file:"+path+"?_pragma=busy_timeout(5000)&_pragma=journal_mode(wal)")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := raw.Exec(`UPDATE account SET version = version + 1`); err != nil { // and the log holds something
		t.Fatal(err)
	}
	reopen() // beside another program that holds the file open, so that the log stays
	raw.Close()
	same(t, called, 1)
}

func TestAFolderThatCannotBeWrittenIsSaidSo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte(strings.Repeat("not a database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(file, "afterword.db"), file, dir} {
		_, err := store.Open(t.Context(), store.Options{Path: path})
		if afterword.KindOf(err) != afterword.Unavailable || strings.Contains(err.Error(), "SQL") {
			t.Errorf("%s: %v", path, err)
		}
	}
	_, err := store.Open(t.Context(), store.Options{URL: "postgres://127.0.0.1:1/x?connect_timeout=2"})
	if afterword.KindOf(err) != afterword.Unavailable {
		t.Error(err)
	}
	_, err = store.Open(t.Context(), store.Options{URL: "postgres://kim:secret@[/"})
	if afterword.KindOf(err) != afterword.InvalidInput || strings.Contains(fmt.Sprint(err), "secret") {
		t.Error(err)
	}
}

func TestTheFilesAreForTheirOwnerAlone(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new")
	db, err := store.Open(t.Context(), store.Options{Path: filepath.Join(dir, "afterword.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Backup(t.Context(), filepath.Join(dir, "copy.db")); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) < 3 {
		t.Fatal(entries, err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Error(e.Name(), info.Mode(), err)
		}
	}
}

func TestEveryTableWithAPersonsDataHasItsAccountFirst(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error {
			return must(search(tx, "a"), everythingElse(tx), tx.SaveSession(store.Session{Hash: "h", Until: tx.Now().Add(time.Hour)}),
				tx.SaveLogin("h", tx.Now().Add(time.Hour)), tx.SaveFeed("h"), tx.SaveOnce("k", ""))
		})
		ofNoOne := []string{"folder", "goose_db_version"}
		tables, err := store.Tables(t.Context(), db)
		if err != nil {
			t.Fatal(err)
		}
		if len(tables) < 17 {
			t.Fatal("too few tables", tables)
		}
		for name, firstKey := range tables {
			if !slices.Contains(ofNoOne, name) && firstKey != "account" {
				t.Errorf("%s: the first column of the primary key is %q", name, firstKey)
			}
		}
		// With the account, every row goes.
		for name, rows := range store.Rows(t.Context(), db) {
			if rows == 0 && !slices.Contains(ofNoOne, name) {
				t.Errorf("%s is empty before: the test proves nothing", name)
			}
		}
		write(t, db, func(tx *store.Tx) error { return tx.EraseAccount() })
		for name, rows := range store.Rows(t.Context(), db) {
			if rows != 0 && !slices.Contains(ofNoOne, name) {
				t.Errorf("%s still holds %d rows", name, rows)
			}
		}
	})
}

func TestABackupIsComparedAndHoldsEverything(t *testing.T) {
	t.Parallel()
	db := testkit.SQLite(t, noon)
	write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
	dir := t.TempDir()
	path := filepath.Join(dir, "copy's.db")
	stop, done := make(chan struct{}), make(chan error)
	go func() { // someone goes on writing meanwhile
		for n := 0; ; n++ {
			select {
			case <-stop:
				done <- nil
				return
			default:
			}
			if err := db.Write(context.Background(), me, func(tx *store.Tx) error {
				return tx.AddFact(&afterword.Fact{ID: afterword.NewID(), Application: "a", Kind: afterword.Wrote})
			}); err != nil {
				done <- err
				return
			}
		}
	}()
	for range 5 { // the second time over the first
		if err := db.Backup(t.Context(), path); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Error("something was left behind", entries)
	}
	if err := store.Examine(t.Context(), path); err != nil {
		t.Error(err)
	}
	copied, err := store.Open(t.Context(), store.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	read(t, copied, func(tx *store.Tx) error {
		hits, err := tx.Search("northwind", 0)
		same(t, len(hits), 2)
		facts, err2 := tx.Facts("a")
		if len(facts) < 3 {
			t.Error("too few facts", len(facts))
		}
		return must(err, err2)
	})
	if err := db.Backup(t.Context(), filepath.Join(dir, "no", "such", "folder")); afterword.KindOf(err) != afterword.Unavailable {
		t.Error(err)
	}
}

func TestADamagedFileIsNotCalledGood(t *testing.T) {
	t.Parallel()
	db := testkit.SQLite(t, noon)
	write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := db.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string][]byte{
		"cut": good[:len(good)/2], "empty": {}, "zeroed": slices.Concat(good[:4096], make([]byte, 8192), good[12288:]),
		"text": []byte("dear diary"), "head": slices.Concat([]byte("x"), good[1:]),
	} {
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := store.Examine(t.Context(), path); afterword.KindOf(err) != afterword.Unavailable {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFullDiskIsSaidSoAndLosesNothingThatWasAcknowledged(t *testing.T) {
	t.Parallel()
	db := testkit.SQLite(t, noon)
	write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
	store.Fill(db, 1) // as full as it is now
	long := strings.Repeat("word ", 2000)
	var wg sync.WaitGroup
	var mu sync.Mutex
	acknowledged, refused := map[afterword.ID]bool{}, 0
	for range 8 {
		wg.Go(func() {
			for n := range 40 {
				id := afterword.NewID()
				err := db.Write(context.Background(), me, func(tx *store.Tx) error {
					// Someone who does not look at errors must not store half of it.
					_ = tx.AddFact(&afterword.Fact{ID: id, Application: "a", Kind: afterword.Wrote})
					if n%2 == 0 {
						_ = tx.CreateMessage(&afterword.Message{ID: id, Interview: "afirst", Text: long})
					}
					_ = tx.AddFact(&afterword.Fact{ID: id + "2", Application: "a", Kind: afterword.Wrote})
					return nil
				})
				mu.Lock()
				if err == nil {
					acknowledged[id], acknowledged[id+"2"] = true, true
				} else if refused++; afterword.KindOf(err) != afterword.Unavailable || !strings.Contains(err.Error(), "full") {
					t.Error(err)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if refused < 10 {
		t.Error("the disk was hardly ever full:", refused)
	}
	check := func() {
		read(t, db, func(tx *store.Tx) error {
			facts, err := tx.Facts("a")
			for _, f := range facts[2:] {
				if !acknowledged[f.ID] {
					t.Error("stored, although it was refused", f.ID)
				}
				delete(acknowledged, f.ID)
			}
			if len(acknowledged) > 0 {
				t.Error("lost", len(acknowledged))
			}
			return err
		})
	}
	check()
	store.Fill(db, 0)
	write(t, db, func(tx *store.Tx) error {
		return tx.CreateMessage(&afterword.Message{ID: "later", Interview: "afirst", Text: long})
	})
	if err := db.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.db")); err != nil {
		t.Error(err)
	}
}

func TestARefusedWritingTakesNoneOfItsNeighboursAlong(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		var wg sync.WaitGroup
		for w := range 16 {
			wg.Go(func() {
				for n := range 10 {
					id := afterword.ID(fmt.Sprint(w, "-", n))
					ctx, cancel := context.WithCancel(context.Background())
					err := db.Write(ctx, me, func(tx *store.Tx) error {
						if err := tx.AddFact(&afterword.Fact{ID: id, Kind: afterword.Wrote}); err != nil {
							return err
						}
						switch w % 4 {
						case 1:
							return afterword.Errorf(afterword.NotYet, "no")
						case 2:
							_ = tx.AddFact(&afterword.Fact{ID: id}) // refused, and not looked at
						}
						return nil
					})
					cancel()
					if (err == nil) != (w%4 == 0 || w%4 == 3) {
						t.Error(w, err)
					}
				}
			})
		}
		wg.Wait()
		read(t, db, func(tx *store.Tx) error {
			facts, err := tx.Facts("")
			same(t, len(facts), 80)
			for i, f := range facts {
				same(t, f.Seq, int64(i+1))
			}
			return err
		})
	})
}
