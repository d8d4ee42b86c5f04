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
	"time"

	"afterword"
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
	write  *sql.DB
	read   *sql.DB
}

// Open opens the database, makes it when there is none, and brings it up to date. A database that a
// newer program wrote is a Conflict; a folder that cannot be written is Unavailable.
func Open(ctx context.Context, o Options) (*DB, error) { panic("soon") }

// Close ends all use.
func (db *DB) Close() error { panic("soon") }

// Engine is sqlite or postgres.
func (db *DB) Engine() string { return db.engine }

// Schema is the version of the tables.
func (db *DB) Schema(ctx context.Context) (version int64, err error) { panic("soon") }

// Backup writes a checked copy of the whole database to path. Only SQLite can; a PostgreSQL has its
// own tools.
func (db *DB) Backup(ctx context.Context, path string) error { panic("soon") }

// Accounts are the accounts there are, oldest first. On one's own computer there is one at most.
func (db *DB) Accounts(ctx context.Context) ([]afterword.ID, error) { panic("soon") }

// Whose is the account to which a session or a feed belongs, by the hash of its token; NotFound for
// one that is unknown, used up or over.
func (db *DB) Whose(ctx context.Context, hash string) (afterword.ID, error) { panic("soon") }
