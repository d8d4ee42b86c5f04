package testkit

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"afterword"
	"afterword/store"
)

// Each runs a test on every engine, each time with a new and empty database that holds one account,
// Me. now is the clock of the database; nil is the machine's.
func Each(t *testing.T, now func() time.Time, test func(t *testing.T, db *store.DB)) {
	t.Helper()
	t.Run(store.SQLite, func(t *testing.T) {
		t.Parallel()
		test(t, SQLite(t, now))
	})
	t.Run(store.Postgres, func(t *testing.T) {
		t.Parallel()
		test(t, Postgres(t, now))
	})
}

// Me is the account that the databases of Each hold.
const Me afterword.ID = "me"

// SQLite is a new database in a folder of the test.
func SQLite(t testing.TB, now func() time.Time) *store.DB {
	t.Helper()
	return open(t, store.Options{Path: filepath.Join(t.TempDir(), "afterword.db"), Now: now})
}

// Postgres is a new database on a PostgreSQL that belongs to this process of tests.
func Postgres(t testing.TB, now func() time.Time) *store.DB {
	t.Helper()
	return open(t, store.Options{URL: migratedURL(t), Now: now})
}

func open(t testing.TB, o store.Options) *store.DB {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	err = db.Write(ctx, Me, func(tx *store.Tx) error { return tx.SaveAccount(&afterword.Account{ID: Me}) })
	if err != nil {
		t.Fatal(err)
	}
	return db
}
