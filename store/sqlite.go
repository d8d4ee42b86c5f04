package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"modernc.org/sqlite"

	"afterword"
)

// oldestSQLite is the first engine without the fault that can damage a database in WAL mode
// (versions 3.7.0 to 3.51.2).
var oldestSQLite = [3]int{3, 51, 3}

// readers is how many may read at the same time; one more writes.
const readers = 4

// openSQLite opens the file and asserts what durability rests on: an engine without known faults,
// the write-ahead log, a sync at every commit, foreign keys.
func openSQLite(ctx context.Context, db *DB, o Options) error {
	path, err := filepath.Abs(o.Path)
	if err != nil {
		return err
	}
	db.path = path
	if err := private(path); err != nil {
		return err
	}
	if db.sql, err = sql.Open("sqlite", dsn(path, "rwc")); err != nil {
		return err
	}
	db.sql.SetMaxOpenConns(readers + 3) // the writer, and two for copies and migrations
	db.sql.SetMaxIdleConns(1)
	var version, journal string
	var synchronous, foreign int
	err = db.sql.QueryRowContext(ctx, `SELECT sqlite_version(), j.journal_mode, s.synchronous, f.foreign_keys
		FROM pragma_journal_mode j, pragma_synchronous s, pragma_foreign_keys f`).Scan(&version, &journal, &synchronous, &foreign)
	if err != nil {
		return err
	}
	if older(version, oldestSQLite) {
		return fmt.Errorf("SQLite %s may lose data, %d.%d.%d or newer is needed", version, oldestSQLite[0], oldestSQLite[1], oldestSQLite[2])
	}
	if journal != "wal" || synchronous < 2 || foreign != 1 {
		return afterword.Errorf(afterword.Unavailable, "the data cannot be kept safely here (journal %s, synchronous %d, foreign keys %d)",
			journal, synchronous, foreign).WithHint("choose a folder on a local disk")
	}
	db.lite = newPool(db.sql)
	return nil
}

// whole brings what stands in the write-ahead log into the file, so that the file alone is everything.
func (db *DB) whole(ctx context.Context) error {
	if db.lite == nil {
		return nil
	}
	var held, inLog, moved int
	err := db.sql.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&held, &inLog, &moved)
	if err == nil && held != 0 {
		return unavailable(nil, "another program is using the data", "stop it, so that the tables can change")
	}
	return err
}

// private makes the folder and the file, for their owner alone.
func private(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return unavailable(err, fmt.Sprintf("the folder %s cannot be made", filepath.Dir(path)), "choose another one with --data")
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return unavailable(err, fmt.Sprintf("the file %s cannot be written", path), "check who may write there, or choose another folder with --data")
	}
	return f.Close()
}

func dsn(path, mode string) string {
	return address(path) + "?mode=" + mode + "&_txlock=immediate&_pragma=busy_timeout(10000)&_pragma=journal_mode(wal)" +
		"&_pragma=synchronous(full)&_pragma=foreign_keys(1)&_pragma=cache_size(-1000)" +
		"&_pragma=wal_autocheckpoint(4000)&_pragma=journal_size_limit(16777216)"
}

// address is a path as the engine wants it: a URI, its odd characters escaped.
func address(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a drive letter
	}
	u := url.URL{Scheme: "file", Path: slashed}
	return u.String()
}

// older compares 3.51.2 with a version.
func older(version string, than [3]int) bool {
	for i, part := range strings.SplitN(version, ".", 3) {
		if n, _ := strconv.Atoi(part); n != than[i] {
			return n < than[i]
		}
	}
	return false
}

// busy says that another program holds the database at this moment.
func busy(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && (e.Code()&0xff == 5 || e.Code()&0xff == 6)
}

// refusedBySQLite puts the result codes of https://sqlite.org/rescode.html into words.
func (db *DB) refusedBySQLite(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return nil
	}
	switch e.Code() {
	case 1555, 2067: // SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE
		return already(err)
	case 787: // SQLITE_CONSTRAINT_FOREIGNKEY
		return orphan(err)
	}
	dir := filepath.Dir(db.path)
	switch e.Code() & 0xff {
	case 5, 6: // SQLITE_BUSY, SQLITE_LOCKED
		return unavailable(err, "another program is using the data", "wait a moment and try again")
	case 8: // SQLITE_READONLY
		return unavailable(err, fmt.Sprintf("the folder %s cannot be written", dir), "check who may write there, or choose another folder with --data")
	case 10: // SQLITE_IOERR
		return unavailable(err, fmt.Sprintf("the disk with %s did not answer", dir), "nothing was changed; look at the disk and try again")
	case 11: // SQLITE_CORRUPT
		return unavailable(err, fmt.Sprintf("the file %s is damaged", db.path), "put a backup back with afterword restore")
	case 13: // SQLITE_FULL
		return unavailable(err, "the disk is full", "nothing was changed; make room and try again")
	case 14: // SQLITE_CANTOPEN
		return unavailable(err, fmt.Sprintf("the file %s cannot be opened", db.path), "check who may read and write there")
	case 26: // SQLITE_NOTADB
		return unavailable(err, fmt.Sprintf("the file %s is not a data file of afterword", db.path), "put a backup back with afterword restore, or choose another folder with --data")
	}
	return nil
}

// dsnToLookAt opens a file of which nothing is to be changed, not even its journal.
func dsnToLookAt(path string) string { return address(path) + "?mode=ro&immutable=1" }
