package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

// every says that the long proofs are asked for whole, and not in the share that each run takes.
func every() bool { return os.Getenv("AFTERWORD_EVERY") != "" }

// share is the whole number of cases of a long proof, or what each run takes of it.
func share(whole, each int) int {
	if every() {
		return whole
	}
	if testing.Short() {
		return max(each/10, 1)
	}
	return each
}

// TestABackupUnderFourWritersHoldsAllThatWasAcknowledgedBeforeIt makes copies while four write, opens
// each as a restore would, and looks for every fact that was acknowledged before the copy was begun.
func TestABackupUnderFourWritersHoldsAllThatWasAcknowledgedBeforeIt(t *testing.T) {
	t.Parallel()
	db := testkit.SQLite(t, noon)
	var mu sync.Mutex
	var acknowledged []afterword.ID
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for ctx.Err() == nil {
				id := afterword.NewID()
				err := db.Write(context.Background(), me, func(tx *store.Tx) error {
					return tx.AddFact(&afterword.Fact{ID: id, Kind: afterword.Wrote, Detail: afterword.Detail{What: strings.Repeat("word ", 40)}})
				})
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				acknowledged = append(acknowledged, id)
				mu.Unlock()
			}
		})
	}
	dir := t.TempDir()
	copies := share(200, 6)
	for n := range copies {
		mu.Lock()
		before := slices.Clone(acknowledged)
		mu.Unlock()
		copied := filepath.Join(dir, "copy.db")
		if err := db.Backup(t.Context(), copied); err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(dir, fmt.Sprint(n), "afterword.db")
		if _, err := store.Restore(t.Context(), copied, to, noon); err != nil {
			t.Fatal(err)
		}
		if lost := notIn(t, to, before); len(lost) > 0 {
			t.Errorf("copy %d lacks %d of %d", n, len(lost), len(before))
		}
		if err := os.RemoveAll(filepath.Dir(to)); err != nil {
			t.Fatal(err)
		}
	}
	stop()
	wg.Wait()
	if len(acknowledged) < 5*copies {
		t.Errorf("only %d were written meanwhile", len(acknowledged))
	}
}

// notIn opens a file as the next start would, and tells which of these facts it lacks.
func notIn(t *testing.T, path string, want []afterword.ID) (lost []afterword.ID) {
	t.Helper()
	db, err := store.Open(t.Context(), store.Options{Path: path})
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	defer db.Close()
	if wrong, err := db.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Error(path, wrong, err)
	}
	read(t, db, func(tx *store.Tx) error {
		facts, err := tx.FactsSince(0)
		there := map[afterword.ID]bool{}
		for _, f := range facts {
			there[f.ID] = true
		}
		lost = slices.DeleteFunc(slices.Clone(want), func(id afterword.ID) bool { return there[id] })
		return err
	})
	return lost
}

// TestACopyWithOneBitTurnedIsRefused turns one bit at places all over a copy, of its words too, where
// the engine itself sees nothing wrong.
func TestACopyWithOneBitTurnedIsRefused(t *testing.T) {
	t.Parallel()
	path := backedUp(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Examine(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	word := strings.Index(string(whole), "spreadsheets")
	if word < 0 {
		t.Fatal("the letter is not in the copy")
	}
	at, places := filepath.Join(t.TempDir(), "turned.db"), []int{0, 60, 63, 99, word, len(whole) - 1}
	for range share(1000, 40) {
		places = append(places, rand.IntN(len(whole)))
	}
	for _, place := range places {
		b := slices.Clone(whole)
		b[place] ^= 1 << rand.IntN(8)
		if err := os.WriteFile(at, b, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := store.Restore(t.Context(), at, filepath.Join(t.TempDir(), "afterword.db"), noon)
		if afterword.KindOf(err) != afterword.InvalidInput {
			t.Errorf("byte %d of %d: %v", place, len(whole), err)
		}
	}
}

// TestACopyThatIsUsedAsItIsMayBeRestoredAfterwards puts a copy where the data belong, without asking
// restore, writes in it and takes that file for a copy: its seal is broken for a good reason.
func TestACopyThatIsUsedAsItIsMayBeRestoredAfterwards(t *testing.T) {
	t.Parallel()
	path := backedUp(t)
	db := at(t, path)
	write(t, db, func(tx *store.Tx) error { return search(tx, "b") })
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "afterword.db")
	if _, err := store.Restore(t.Context(), path, to, noon); err != nil {
		t.Fatal(err)
	}
	ids, _ := applications(t, to)
	same(t, ids, []afterword.ID{"a", "b"})
}
