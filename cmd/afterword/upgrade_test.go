package main

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"afterword/store"
)

// TestAnUpgradeThatIsKilledEndsWithTheOldTablesOrTheNew takes the database of every schema that ever
// landed and kills the program at its calls while it brings the tables up to date. The next start finds
// all that was there; and wherever the tables changed, a whole copy of the old ones stands beside them.
func TestAnUpgradeThatIsKilledEndsWithTheOldTablesOrTheNew(t *testing.T) {
	t.Parallel()
	f := newFaulty(t)
	newest := tables(t, filepath.Join(f.before, databaseName))
	landed, _ := filepath.Glob("../../store/testdata/schema/*.sqlite.gz")
	tried, old, changed := 0, 0, 0
	for _, packed := range landed {
		from := filepath.Join(t.TempDir(), "data")
		unpack(t, packed, filepath.Join(from, databaseName))
		first := tables(t, filepath.Join(from, databaseName))
		if first == newest {
			continue
		}
		whole := f.holds(t, copyFolder(t, from))
		for _, call := range calls {
			for k, missed := 1, 0; missed < 2; k += step(call) {
				dir := copyFolder(t, from)
				_, said, hit := f.struck(t, dir, call, "signal=SIGKILL", k, []string{"list"})
				if !hit {
					missed++
					continue
				}
				tried++
				where := fmt.Sprintf("%s, killed at %s %d", filepath.Base(packed), call, k)
				if strings.Contains(said, "panic:") {
					t.Errorf("%s: %s", where, said)
				}
				now := tables(t, filepath.Join(dir, databaseName))
				if now == first {
					old++
				} else {
					changed++
				}
				kept, _ := filepath.Glob(filepath.Join(dir, databaseName+".before"))
				if now != first && len(kept) == 0 {
					t.Errorf("%s: the tables changed and no copy was kept", where)
				}
				for _, k := range kept {
					if err := store.Examine(t.Context(), k); err != nil || tables(t, k) != first {
						t.Errorf("%s: the copy is not good: %v", where, err)
					}
				}
				if got := f.holds(t, dir); !cmp.Equal(got, whole) {
					t.Errorf("%s: (-want +got)\n%s", where, cmp.Diff(whole, got))
				}
			}
		}
	}
	t.Logf("killed %d times: the tables were the old ones after %d, newer after %d", tried, old, changed)
	if old == 0 || changed == 0 {
		t.Error("the kills did not come while the tables changed")
	}
}

// step thins the writes, of which there are many; AFTERWORD_EVERY kills at each.
func step(call string) int {
	switch {
	case os.Getenv("AFTERWORD_EVERY") != "":
		return 1
	case testing.Short():
		return 29
	case call == "pwrite64":
		return 5
	}
	return 2
}

func unpack(t *testing.T, packed, to string) {
	t.Helper()
	raw, err := os.ReadFile(packed)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(to), 0o700)
	}
	if err != nil {
		t.Fatal(err)
	}
	write(t, to, string(b))
}

// tables is their version as they lie there.
func tables(t *testing.T, path string) (v int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.QueryRowContext(t.Context(), `SELECT max(version_id) FROM goose_db_version`).Scan(&v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return v
}
