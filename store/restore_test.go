package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

// at opens a database for the length of a test.
func at(t *testing.T, path string) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), store.Options{Path: path, Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// backedUp is a copy of a database with one application in it.
func backedUp(t *testing.T) string {
	t.Helper()
	db := testkit.SQLite(t, noon)
	write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
	path := filepath.Join(t.TempDir(), "copy of it ?#%.db")
	if err := db.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	return path
}

// applications are the ids of what a database holds, and whether it is held.
func applications(t *testing.T, path string) (ids []afterword.ID, held string) {
	t.Helper()
	db, err := store.Open(t.Context(), store.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if wrong, err := db.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
	read(t, db, func(tx *store.Tx) error {
		list, err := tx.Applications()
		for _, a := range list {
			ids = append(ids, a.ID)
		}
		held, _ = tx.Meta(store.Held)
		return err
	})
	return ids, held
}

func TestACopyIsRestoredHeldIntoAFolderThatIsNotThere(t *testing.T) {
	t.Parallel()
	to := filepath.Join(t.TempDir(), "new", "folder", "afterword.db")
	kept, err := store.Restore(t.Context(), backedUp(t), to, noon)
	if err != nil || kept != "" {
		t.Fatal(kept, err)
	}
	ids, held := applications(t, to)
	same(t, ids, []afterword.ID{"a"})
	same(t, held, "yes")
	left, _ := os.ReadDir(filepath.Dir(to))
	same(t, len(left), 1)
	if info, err := os.Stat(to); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Error(info.Mode(), err)
	}
}

func TestWhatWasThereBeforeARestoreIsKeptAndWhoReadsItMeanwhileSeesOneOrTheOther(t *testing.T) {
	t.Parallel()
	to := filepath.Join(t.TempDir(), "afterword.db")
	db := at(t, to)
	write(t, db, func(tx *store.Tx) error {
		return must(tx.SaveAccount(&afterword.Account{ID: me}), search(tx, "b"), search(tx, "c"))
	})
	stop, wg := make(chan struct{}), sync.WaitGroup{}
	wg.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			err := db.Read(t.Context(), me, func(tx *store.Tx) error {
				list, err := tx.Applications()
				if n := len(list); n != 1 && n != 2 {
					t.Errorf("%d applications are neither the old nor the new", n)
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		}
	})
	kept, err := store.Restore(t.Context(), backedUp(t), to, noon)
	close(stop)
	wg.Wait()
	if err != nil || kept == "" {
		t.Fatal(kept, err)
	}
	write(t, db, func(tx *store.Tx) error { return search(tx, "d") }) // the one that has it open goes on
	ids, _ := applications(t, to)
	same(t, ids, []afterword.ID{"a", "d"})
	ids, _ = applications(t, kept)
	same(t, ids, []afterword.ID{"b", "c"})
}

func TestARestoreReplacesADamagedFileAndKeepsIt(t *testing.T) {
	t.Parallel()
	to := filepath.Join(t.TempDir(), "afterword.db")
	garbage := bytes.Repeat([]byte("not a database "), 1000)
	for _, name := range []string{to, to + "-wal"} {
		if err := os.WriteFile(name, garbage, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := store.Restore(t.Context(), backedUp(t), to, noon)
	if err != nil {
		t.Fatal(err)
	}
	ids, _ := applications(t, to)
	same(t, ids, []afterword.ID{"a"})
	b, err := os.ReadFile(kept)
	if err != nil || !bytes.Equal(b, garbage) {
		t.Error("what was there is not kept", err)
	}
}

func TestWhatIsNotAWholeCopyIsRefusedAndNothingIsTouched(t *testing.T) {
	t.Parallel()
	whole, err := os.ReadFile(backedUp(t))
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string][]byte{"nothing": {}, "words": []byte("met:\n  - name: Priya\n"), "a half": whole[:len(whole)/2], "an end that is missing": whole[:len(whole)-4096]}
	for n := 1; n < 12; n++ { // whole pages of nothing, one after the other
		b := bytes.Clone(whole)
		clear(b[n*4096*5 : n*4096*5+4096])
		cases["a hole at page "+string(rune('a'+n))] = b
	}
	for name, b := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			from, to := filepath.Join(dir, "copy.db"), filepath.Join(dir, "data", "afterword.db")
			if err := os.WriteFile(from, b, 0o600); err != nil {
				t.Fatal(err)
			}
			db := at(t, to)
			write(t, db, func(tx *store.Tx) error {
				return must(tx.SaveAccount(&afterword.Account{ID: me}), search(tx, "b"))
			})
			_, err := store.Restore(t.Context(), from, to, noon)
			if afterword.KindOf(err) != afterword.InvalidInput {
				t.Errorf("got %v", err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			ids, held := applications(t, to)
			same(t, ids, []afterword.ID{"b"})
			same(t, held, "")
			left, _ := filepath.Glob(filepath.Join(dir, "data", "*"))
			same(t, left, []string{to})
		})
	}
}

func TestAFileThatIsInUseIsNotTakenForACopy(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "afterword.db")
	db := at(t, path)
	write(t, db, func(tx *store.Tx) error { return tx.SaveAccount(&afterword.Account{ID: me}) })
	_, err := store.Restore(t.Context(), path, filepath.Join(t.TempDir(), "afterword.db"), noon)
	if afterword.KindOf(err) != afterword.InvalidInput || !strings.Contains(err.Error(), "in use") {
		t.Error(err)
	}
}
