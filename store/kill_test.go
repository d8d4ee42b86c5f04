package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

// killedFile names the database to the process that is killed.
const killedFile = "AFTERWORD_KILLED_FILE"

func TestWhatWasAcknowledgedSurvivesAKill(t *testing.T) {
	if path := os.Getenv(killedFile); path != "" {
		writeUntilKilled(path)
		return
	}
	t.Parallel()
	rounds := 12
	if testing.Short() {
		rounds = 4
	}
	path := filepath.Join(t.TempDir(), "afterword.db")
	acknowledged, reach := map[afterword.ID]bool{}, 0
	for range rounds {
		child := exec.Command(os.Args[0], "-test.run=^TestWhatWasAcknowledgedSurvivesAKill$")
		child.Env = append(os.Environ(), killedFile+"="+path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for n, last := 0, 1+rand.IntN(150); lines.Scan(); n++ {
			if id, ok := strings.CutPrefix(lines.Text(), "stored "); ok {
				acknowledged[afterword.ID(id)] = true
			} else if strings.HasPrefix(lines.Text(), "error") {
				t.Error(lines.Text())
			}
			if n == last {
				_ = child.Process.Kill() // and what it still says counts too
				reach++
			}
		}
		_ = child.Wait()
		db, err := store.Open(t.Context(), store.Options{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		read(t, db, func(tx *store.Tx) error {
			facts, err := tx.FactsSince(0)
			there := map[afterword.ID]bool{}
			for _, f := range facts {
				there[f.ID] = true
			}
			for id := range acknowledged {
				if !there[id] {
					t.Errorf("%s was acknowledged and is lost", id)
				}
			}
			return err
		})
		if wrong, err := db.Check(t.Context()); err != nil || len(wrong) > 0 {
			t.Error(wrong, err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if reach < rounds || len(acknowledged) < rounds*10 {
		t.Errorf("only %d kills of %d came while it wrote, %d were stored", reach, rounds, len(acknowledged))
	}
}

// writeUntilKilled stores facts with four writers and says of each that it is stored.
func writeUntilKilled(path string) {
	db, err := store.Open(context.Background(), store.Options{Path: path})
	if err != nil {
		fmt.Println("error", err)
		return
	}
	_ = db.Write(context.Background(), testkit.Me, func(tx *store.Tx) error {
		if _, err := tx.Account(); err != nil {
			return tx.SaveAccount(&afterword.Account{ID: testkit.Me})
		}
		return nil
	})
	until := time.Now().Add(20 * time.Second)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for time.Now().Before(until) {
				id := afterword.NewID()
				err := db.Write(context.Background(), testkit.Me, func(tx *store.Tx) error {
					return tx.AddFact(&afterword.Fact{ID: id, Kind: afterword.Wrote, Detail: afterword.Detail{What: strings.Repeat("word ", 200)}})
				})
				if err != nil {
					fmt.Println("error", err)
					return
				}
				fmt.Println("stored", id)
			}
		})
	}
	wg.Wait()
}
