package store_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"afterword/store"
	"afterword/testkit"
)

// TestAnUpgradeThatFailsAtAStatementEndsWithTheTablesOfOneVersion lets every migration fail before each
// of its statements in turn, from an empty database and from every schema that landed, on both engines.
// The tables are then those of the version before, row for row, and the true migrations go on from there.
func TestAnUpgradeThatFailsAtAStatementEndsWithTheTablesOfOneVersion(t *testing.T) {
	t.Parallel()
	starts := []string{""}
	landed, _ := filepath.Glob("testdata/schema/*.json")
	for _, file := range landed {
		starts = append(starts, strings.TrimSuffix(file, ".json"))
	}
	for _, engine := range []string{store.SQLite, store.Postgres} {
		for _, start := range starts {
			t.Run(engine+"/"+filepath.Base(start), func(t *testing.T) {
				t.Parallel()
				db, err := store.AsItIs(t.Context(), lying(t, engine, start))
				if err != nil {
					t.Fatal(err)
				}
				defer db.Close()
				failAtEach(t, db, engine)
			})
		}
	}
}

// lying is a database as it lay on the disk or was told by pg_dump; an empty one without a name.
func lying(t *testing.T, engine, name string) store.Options {
	t.Helper()
	if engine == store.Postgres {
		o := store.Options{URL: testkit.PostgresURL(t), Now: noon}
		raw, err := sql.Open("pgx", o.URL)
		if err != nil {
			t.Fatal(err)
		}
		defer raw.Close()
		if name != "" {
			if _, err := raw.ExecContext(t.Context(), string(readFile(t, name+".postgres.sql"))); err != nil {
				t.Fatal(err)
			}
		}
		return o
	}
	o := store.Options{Path: filepath.Join(t.TempDir(), "afterword.db"), Now: noon}
	if name == "" {
		return o
	}
	packed, err := gzip.NewReader(bytes.NewReader(readFile(t, name+".sqlite.gz")))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(packed)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(o.Path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return o
}

func failAtEach(t *testing.T, db *store.DB, engine string) {
	t.Helper()
	steps, err := store.Migrations(engine)
	if err != nil {
		t.Fatal(err)
	}
	failed := 0
	names, _ := fs.Glob(steps, "*.sql")
	for _, name := range names {
		var number int64
		if _, err := fmt.Sscanf(name, "%d_", &number); err != nil {
			t.Fatal(err)
		}
		if have, err := db.Schema(t.Context()); err != nil || number <= have {
			continue
		}
		text, _ := fs.ReadFile(steps, name)
		for k := 0; ; k++ {
			broken, ok := brokenBefore(string(text), k)
			if !ok {
				break
			}
			until := upTo(t, steps, number)
			was := rowsNow(t, db)
			until[name] = &fstest.MapFile{Data: []byte(broken)}
			if err := store.Climb(t.Context(), db, until); err == nil || !strings.Contains(err.Error(), "no_such_thing") {
				t.Fatalf("%s before statement %d: %v", name, k, err)
			}
			failed++
			if now := rowsNow(t, db); k > 0 && was != now { // the first try brings the versions before it
				t.Errorf("%s before statement %d: half of it is there: %s, was %s", name, k, now, was)
			}
			if have, err := db.Schema(t.Context()); err != nil || have >= number {
				t.Errorf("%s before statement %d: the version is %d %v", name, k, have, err)
			}
		}
		if err := store.Climb(t.Context(), db, upTo(t, steps, number)); err != nil {
			t.Fatal(err)
		}
		if have, err := db.Schema(t.Context()); err != nil || have != number {
			t.Errorf("%s does not go on: %d %v", name, have, err)
		}
	}
	t.Logf("failed at %d statements", failed)
}

// upTo are the steps up to a version.
func upTo(t *testing.T, steps fs.FS, last int64) fstest.MapFS {
	t.Helper()
	some := fstest.MapFS{}
	names, _ := fs.Glob(steps, "*.sql")
	for _, name := range names {
		var number int64
		b, err := fs.ReadFile(steps, name)
		if _, err2 := fmt.Sscanf(name, "%d_", &number); must(err, err2) != nil {
			t.Fatal(name, err, err2)
		}
		if number <= last {
			some[name] = &fstest.MapFile{Data: b}
		}
	}
	return some
}

// brokenBefore is a migration that fails where its k-th statement would begin, or at its end.
func brokenBefore(text string, k int) (string, bool) {
	const failing = "SELECT no_such_thing;\n"
	var out strings.Builder
	inside, at := false, 0
	up, down, _ := strings.Cut(text, "-- +goose Down")
	head, body, _ := strings.Cut(up, "-- +goose Up\n")
	out.WriteString(head + "-- +goose Up\n")
	if k == 0 {
		out.WriteString(failing)
	}
	for line := range strings.Lines(body) {
		out.WriteString(line)
		code, _, _ := strings.Cut(line, "--")
		inside = strings.HasPrefix(line, "-- +goose StatementBegin") || inside && !strings.HasPrefix(line, "-- +goose StatementEnd")
		if strings.HasPrefix(line, "-- +goose StatementEnd") || !inside && strings.HasSuffix(strings.TrimSpace(code), ";") {
			if at++; at == k {
				out.WriteString(failing)
			}
		}
	}
	out.WriteString("-- +goose Down" + down)
	return out.String(), k <= at
}

// rowsNow is every table with the number of its rows, and the version.
func rowsNow(t *testing.T, db *store.DB) string {
	t.Helper()
	v, err := db.Schema(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	tables, err := store.Tables(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]int{}
	if _, there := tables["finding"]; there && v > 1 {
		rows = store.Rows(t.Context(), db)
	}
	return fmt.Sprint(v, tables, rows)
}
