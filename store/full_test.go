package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

// TestAFullDiskIsSaidAndCostsNothing leaves more and more room on a disk, 240 times, and writes until it
// is full: that is said in words, nothing that was acknowledged is lost, reads go on, and with room
// again the same open database goes on.
func TestAFullDiskIsSaidAndCostsNothing(t *testing.T) {
	t.Parallel()
	disk := testkit.SmallDisk(t)
	said, acknowledged := map[string]int{}, 0
	for group := range 24 { // a new database for every ten levels, so that it stays small
		folder := filepath.Join(disk.Path, fmt.Sprint(group))
		acknowledged += fillUp(t, disk, filepath.Join(folder, "afterword.db"), group*10, said)
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d facts were stored; at the end of each level: %v", acknowledged, said)
}

func fillUp(t *testing.T, disk *testkit.Disk, path string, from int, said map[string]int) int {
	t.Helper()
	db := at(t, path)
	write(t, db, func(tx *store.Tx) error { return tx.SaveAccount(&afterword.Account{ID: me}) })
	var acknowledged []afterword.ID
	put := func(size int) error {
		id := afterword.NewID()
		err := db.Write(t.Context(), me, func(tx *store.Tx) error {
			return tx.AddFact(&afterword.Fact{ID: id, Kind: afterword.Wrote, Detail: afterword.Detail{What: strings.Repeat("w", size)}})
		})
		if err == nil {
			acknowledged = append(acknowledged, id)
		}
		return err
	}
	for level := from; level < from+10; level++ {
		disk.Left(level * 4096)
		var err error
		for tries := 0; err == nil && tries < 1000; tries++ {
			err = put(1000 + level*300)
		}
		if afterword.KindOf(err) != afterword.Unavailable {
			t.Fatalf("with %d pages left: %v", level, err)
		}
		said[err.Error()]++
		read(t, db, func(tx *store.Tx) error {
			before := max(len(acknowledged)-2, 0) // the rest is looked for at the end
			facts, err := tx.FactsSince(int64(before))
			if err == nil && before+len(facts) != len(acknowledged) {
				err = fmt.Errorf("%d facts are there, %d were acknowledged", before+len(facts), len(acknowledged))
			}
			return err
		})
		disk.Left(-1)
		if err := put(10); err != nil {
			t.Errorf("with room again after level %d: %v", level, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if lost := notIn(t, path, acknowledged); len(lost) > 0 {
		t.Errorf("%d of %d are lost", len(lost), len(acknowledged))
	}
	return len(acknowledged)
}

// TestACopyThatFindsNoRoomLeavesNothingBehind fills the disk at many levels under a backup, a restore
// and the copy that is kept before an upgrade.
func TestACopyThatFindsNoRoomLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	disk := testkit.SmallDisk(t)
	good := backedUp(t)
	path := filepath.Join(disk.Path, "afterword.db")
	db := at(t, path)
	write(t, db, func(tx *store.Tx) error { return must(tx.SaveAccount(&afterword.Account{ID: me}), search(tx, "b")) })
	refused := 0
	for level := range 60 {
		for name, try := range map[string]func() error{
			"backup": func() error { return db.Backup(t.Context(), filepath.Join(disk.Path, "copy.db")) },
			"restore": func() error {
				_, err := store.Restore(t.Context(), good, filepath.Join(disk.Path, "new.db"), noon)
				return err
			},
			"before": func() error { return store.KeepBefore(path) },
		} {
			disk.Left(level * 16384)
			err := try()
			disk.Left(-1)
			made, _ := filepath.Glob(filepath.Join(disk.Path, "*"))
			var left []string
			for _, m := range made {
				if b := filepath.Base(m); b != "afterword.db" && b != "afterword.db-wal" && b != "afterword.db-shm" {
					left = append(left, b)
				}
			}
			if err != nil {
				refused++
				if afterword.KindOf(err) != afterword.Unavailable && afterword.KindOf(err) != afterword.InvalidInput || len(left) > 0 {
					t.Errorf("%s with %d bytes left: %v, and %v is left behind", name, level*16384, err, left)
				}
			}
			clean(t, disk.Path, left)
		}
	}
	if refused < 20 || refused > 170 {
		t.Errorf("refused %d times of 180: the levels are not where it fails", refused)
	}
}

func clean(t *testing.T, folder string, names []string) {
	t.Helper()
	for _, n := range names {
		if err := os.Remove(filepath.Join(folder, n)); err != nil {
			t.Fatal(err)
		}
	}
}
