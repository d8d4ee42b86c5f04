package store_test

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

// A database of every schema that landed stands in testdata/schema and opens for ever: N.sqlite.gz as
// it lay on the disk, N.postgres.sql as pg_dump tells it, N.json what it holds. When a migration lands,
//
//	AFTERWORD_KEEP_SCHEMA=1 go test -run EverySchema ./store/
//
// adds those of the new version (PATH must name a pg_dump); they are committed with it. None that is
// there is ever written again, and no migration of such a version is changed: write the next one.
func TestADatabaseOfEverySchemaThatLandedOpensAndReads(t *testing.T) {
	t.Parallel()
	db := testkit.SQLite(t, noon)
	newest, err := db.Schema(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("AFTERWORD_KEEP_SCHEMA") != "" {
		keepSchema(t, db, newest)
	}
	golden, _ := filepath.Glob("testdata/schema/*.json")
	there := false
	for _, file := range golden {
		var version int64
		if _, err := fmt.Sscanf(filepath.Base(file), "%d.json", &version); err != nil {
			t.Fatal(file, err)
		}
		there = there || version == newest
		want := readFile(t, file)
		t.Run(fmt.Sprintf("%d/sqlite", version), func(t *testing.T) {
			t.Parallel()
			packed, err := gzip.NewReader(bytes.NewReader(readFile(t, fmt.Sprintf("testdata/schema/%d.sqlite.gz", version))))
			if err != nil {
				t.Fatal(err)
			}
			b, err := io.ReadAll(packed)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "afterword.db")
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			stillReads(t, store.Options{Path: path, Now: noon, BeforeMigrate: store.KeepBefore}, want)
			if copies, _ := filepath.Glob(path + ".before*"); (len(copies) == 1) != (version < newest) {
				t.Error("a copy is kept before the tables change, and only then", copies)
			}
		})
		t.Run(fmt.Sprintf("%d/postgres", version), func(t *testing.T) {
			t.Parallel()
			url := testkit.PostgresURL(t)
			raw, err := sql.Open("pgx", url)
			if err != nil {
				t.Fatal(err)
			}
			defer raw.Close()
			if _, err := raw.Exec(string(readFile(t, fmt.Sprintf("testdata/schema/%d.postgres.sql", version)))); err != nil {
				t.Fatal(err)
			}
			stillReads(t, store.Options{URL: url, Now: noon}, want)
		})
	}
	if !there {
		t.Errorf("there is no database of schema %d in testdata/schema: AFTERWORD_KEEP_SCHEMA=1 go test -run EverySchema ./store/ writes it", newest)
	}
}

// stillReads opens an older database, and wants in it all that it held, found and written as ever.
func stillReads(t *testing.T, o store.Options, want []byte) {
	t.Helper()
	db, err := store.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if wrong, err := db.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
	var old, now any
	read(t, db, func(tx *store.Tx) error {
		hits, err := tx.Search("feedback", 0)
		same(t, len(hits), 1)
		return must(err, json.Unmarshal([]byte(dumped(t, tx)), &now), json.Unmarshal(want, &old))
	})
	missing(t, "", old, now)
	write(t, db, func(tx *store.Tx) error { return search(tx, "new") })
}

// missing names what stood in an older one and does not any more. What is new since is no fault.
func missing(t *testing.T, at string, old, now any) {
	t.Helper()
	switch old := old.(type) {
	case map[string]any:
		now, _ := now.(map[string]any)
		for key, v := range old {
			missing(t, at+"."+key, v, now[key])
		}
	case []any:
		now, _ := now.([]any)
		if len(now) != len(old) {
			t.Errorf("%s: %d in place of %d", at, len(now), len(old))
			return
		}
		for i, v := range old {
			missing(t, fmt.Sprintf("%s[%d]", at, i), v, now[i])
		}
	default:
		if !reflect.DeepEqual(old, now) {
			t.Errorf("%s: %v in place of %v", at, now, old)
		}
	}
}

// keepSchema writes the databases of the newest schema, unless they are there.
func keepSchema(t *testing.T, db *store.DB, version int64) {
	t.Helper()
	name := fmt.Sprintf("testdata/schema/%d", version)
	if _, err := os.Stat(name + ".json"); err == nil {
		t.Fatalf("%s.json is there: a schema that landed does not change", name)
	}
	fill := func(tx *store.Tx) error { return must(search(tx, "a"), everythingElse(tx)) }
	write(t, db, fill)
	var held bytes.Buffer
	read(t, db, func(tx *store.Tx) error { return json.Indent(&held, []byte(dumped(t, tx)), "", " ") })
	url := testkit.PostgresURL(t)
	pg, err := store.Open(t.Context(), store.Options{URL: url, Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	defer pg.Close()
	write(t, pg, func(tx *store.Tx) error { return must(tx.SaveAccount(&afterword.Account{ID: me}), fill(tx)) })
	told, err := exec.Command("pg_dump", "--inserts", "--no-owner", "--no-privileges", "--no-comments", url).Output()
	if err != nil {
		t.Fatal("pg_dump: ", err)
	}
	// Newer ones begin and end with words for psql alone.
	lines := bytes.Split(told, []byte("\n"))
	kept := lines[:0]
	for _, l := range lines {
		if !bytes.HasPrefix(l, []byte(`\`)) && !bytes.HasPrefix(l, []byte("--")) && !bytes.Contains(l, []byte("set_config('search_path'")) {
			kept = append(kept, l)
		}
	}
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := db.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if _, err := z.Write(readFile(t, path)); err != nil {
		t.Fatal(err)
	}
	if err := must(z.Close(), os.WriteFile(name+".sqlite.gz", packed.Bytes(), 0o644),
		os.WriteFile(name+".postgres.sql", bytes.Join(kept, []byte("\n")), 0o644), os.WriteFile(name+".json", held.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
