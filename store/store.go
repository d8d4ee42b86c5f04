// Package store keeps facts and texts in SQL, on SQLite and on PostgreSQL.
//
// Read transaction.go first: every reading and every writing happens inside one transaction that is
// bound to one account and has one fixed now. The SQL is one text for both engines; what differs
// stands in sqlite.go, postgres.go and search.go alone.
//
// The package decides nothing: no rule of the practices is here, no state is computed, and SQL never
// computes with time. It refuses to run on an engine that is known to lose data, and on a database
// that a newer program has written.
package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"afterword"
)

// The engines.
const (
	SQLite   = "sqlite"
	Postgres = "postgres"
)

// Options say where the data are.
type Options struct {
	Path          string                  // the SQLite file
	URL           string                  // postgres://… chooses PostgreSQL
	Now           func() time.Time        // the clock; nil is the machine's
	BeforeMigrate func(path string) error // called before an older database is changed, to keep a copy
}

// DB is an open database. It is safe for use by many goroutines.
type DB struct {
	engine string
	path   string
	now    func() time.Time
	sql    *sql.DB
	lite   *pool // nil on PostgreSQL
}

// Open opens the database, makes it when there is none, and brings it up to date. A database that a
// newer program wrote is a Conflict; a folder that cannot be written is Unavailable.
func Open(ctx context.Context, o Options) (*DB, error) {
	db := &DB{engine: SQLite, path: o.Path, now: o.Now}
	if db.now == nil {
		db.now = time.Now
	}
	open := openSQLite
	if o.URL != "" {
		db.engine, db.path, open = Postgres, "", openPostgres
	}
	if err := open(ctx, db, o); err != nil {
		return nil, errors.Join(db.refused(err), db.Close())
	}
	if err := db.migrate(ctx, o.BeforeMigrate); err != nil {
		return nil, errors.Join(db.refused(err), db.Close())
	}
	return db, nil
}

// Close ends all use.
func (db *DB) Close() error {
	if db.lite != nil {
		db.lite.close()
	}
	if db.sql == nil {
		return nil
	}
	return db.sql.Close()
}

// Engine is sqlite or postgres.
func (db *DB) Engine() string { return db.engine }

// Accounts are the accounts there are, oldest first. On one's own computer there is one at most.
func (db *DB) Accounts(ctx context.Context) (ids []afterword.ID, err error) {
	err = db.Read(ctx, "", func(tx *Tx) error {
		ids, err = all(tx, `SELECT account FROM account ORDER BY created_at, account`, scanID)
		return err
	})
	return ids, err
}

// Whose is the account to which the hash of a session's, a login's or a feed's token belongs;
// NotFound for one that is unknown or over.
func (db *DB) Whose(ctx context.Context, hash string) (id afterword.ID, err error) {
	err = db.Read(ctx, "", func(tx *Tx) error {
		id, err = one(tx, "account", `SELECT account FROM session WHERE hash = $1 AND until_at > $2
			UNION ALL SELECT account FROM login WHERE hash = $1 AND until_at > $2
			UNION ALL SELECT account FROM feed WHERE hash = $1`, scanID, hash, stamp(tx.now))
		return err
	})
	return id, err
}

func scanID(r row) (id afterword.ID, err error) { return id, r.Scan(&id) }

// At is the same database with another clock: the moments of its transactions come from now.
func (db *DB) At(now func() time.Time) *DB {
	with := *db
	with.now = now
	return &with
}
