package store

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"afterword"
)

// Tx is one transaction, bound to one account, with one fixed now. It is for one goroutine.
type Tx struct {
	ctx     context.Context
	db      *DB
	on      runner
	account string
	now     time.Time
	seq     int64 // the newest fact, 0 when not asked yet
	doc     int64 // the newest finding, 0 when not asked yet
	over    error // what the engine refused

	gathers  bool // what is to be found waits in gathered
	gathered []finding
}

// runner is what the engines have in common. What do refuses may come out later, at the next question or
// at the end of the transaction: an engine far away is told several things at once.
type runner interface {
	do(ctx context.Context, query string, args ...any) error
	exec(ctx context.Context, query string, args ...any) (touched int64, err error)
	query(ctx context.Context, query string, args ...any) (rows, error)
}

// rows are what a question is answered with, one after the other.
type rows interface {
	row
	Next() bool
	Err() error
	Close() error
}

// Read runs fn on one consistent state of the account's data.
func (db *DB) Read(ctx context.Context, account afterword.ID, fn func(*Tx) error) error {
	if db.lite != nil {
		return db.refused(db.lite.read(ctx, func(on runner) error { return db.tx(ctx, on, account).run(fn) }))
	}
	return db.refused(db.readPostgres(ctx, account, fn))
}

// Write runs fn in one transaction: all of it is stored, durably, or nothing. fn may be called again
// when the engine asks for it, so it must change nothing outside. Once the engine has refused
// something (there is one already, the disk is full), the whole transaction is over. fn must not begin
// another writing.
func (db *DB) Write(ctx context.Context, account afterword.ID, fn func(*Tx) error) error {
	if db.lite != nil {
		return db.refused(db.lite.write(ctx, func(on runner) error { return db.tx(ctx, on, account).run(fn) }))
	}
	return db.refused(db.writePostgres(ctx, account, fn))
}

func (db *DB) tx(ctx context.Context, on runner, account afterword.ID) *Tx {
	if db.lite != nil {
		// Each statement is short, and watching a context costs SQLite a goroutine for every one.
		ctx = context.WithoutCancel(ctx)
	}
	return &Tx{ctx: ctx, db: db, on: on, account: string(account), now: db.now().UTC().Truncate(time.Microsecond)}
}

// run is fn, and never well when the engine refused something in it.
func (tx *Tx) run(fn func(*Tx) error) error {
	if err := fn(tx); err != nil {
		return err
	}
	return tx.over
}

// Now is the moment of the transaction, UTC, in microseconds.
func (tx *Tx) Now() time.Time { return tx.now }

// row is one row to be read.
type row interface{ Scan(dest ...any) error }

// exec runs a statement and tells how many rows it touched.
func (tx *Tx) exec(query string, args ...any) (int64, error) {
	if err := cmp.Or(tx.over, areText(args)); err != nil {
		return 0, err
	}
	n, err := tx.on.exec(tx.ctx, query, args...)
	return n, tx.end(err)
}

// do is exec for those who do not count.
func (tx *Tx) do(query string, args ...any) error {
	if err := cmp.Or(tx.over, areText(args)); err != nil {
		return err
	}
	return tx.end(tx.on.do(tx.ctx, query, args...))
}

// all reads every row; none is an empty list, never nil, so that JSON says [].
func all[T any](tx *Tx, query string, scan func(row) (T, error), args ...any) ([]T, error) {
	list := []T{}
	return list, each(tx, query, func(r row) error {
		v, err := scan(r)
		list = append(list, v)
		return err
	}, args...)
}

// each calls fn for every row.
func each(tx *Tx, query string, fn func(row) error, args ...any) error {
	if err := cmp.Or(tx.over, areText(args)); err != nil {
		return err
	}
	rows, err := tx.on.query(tx.ctx, query, args...)
	if err != nil {
		return tx.end(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := fn(rows); err != nil {
			return err
		}
	}
	return tx.end(rows.Err())
}

// end remembers that the engine refused something: on PostgreSQL a transaction is over then, so on
// SQLite it is too.
func (tx *Tx) end(err error) error {
	if err != nil && tx.over == nil {
		tx.over = tx.db.refused(err)
	}
	return tx.over
}

// one reads a single row; without one it is NotFound.
func one[T any](tx *Tx, what, query string, scan func(row) (T, error), args ...any) (T, error) {
	list, err := all(tx, query, scan, args...)
	if err == nil && len(list) == 0 {
		err = missing(what)
	}
	if err != nil {
		var zero T
		return zero, err
	}
	return list[0], nil
}

// remove runs a DELETE that must find something.
func (tx *Tx) remove(what, query string, args ...any) error {
	n, err := tx.exec(query, args...)
	if err == nil && n == 0 {
		return missing(what)
	}
	return err
}

// versioned runs an UPDATE that names the version it expects, and says what went wrong when no row
// was touched.
func (tx *Tx) versioned(table string, id afterword.ID, version *int, query string, args ...any) error {
	n, err := tx.exec(query, args...)
	if err != nil {
		return err
	}
	if n == 1 {
		*version++
		return nil
	}
	there, err := all(tx, `SELECT id FROM `+table+` WHERE account = $1 AND id = $2`, scanID, tx.account, id)
	if err != nil {
		return err
	}
	if len(there) == 0 {
		return missing(table)
	}
	return changedMeanwhile(table)
}

// created says that a row is new.
func created(version *int, err error) error {
	if err == nil {
		*version = 1
	}
	return err
}

func missing(what string) error {
	return afterword.Errorf(afterword.NotFound, "there is no such %s", what)
}

func changedMeanwhile(what string) error {
	return afterword.Errorf(afterword.Conflict, "the %s was changed meanwhile", what).
		WithHint("look at it again, then repeat the change")
}

// areText refuses what PostgreSQL would refuse and SQLite would cut off: a text with a zero byte in
// it, or one that is not UTF-8.
func areText(args []any) error {
	for i, a := range args {
		var s string
		switch a := a.(type) {
		case string:
			s = a
		case afterword.ID:
			s = string(a)
			args[i] = s
		default:
			continue
		}
		if strings.IndexByte(s, 0) >= 0 || !utf8.ValidString(s) {
			return &afterword.Error{Kind: afterword.InvalidInput, Msg: "the text holds bytes that are not text",
				Hint: "save the file as UTF-8 and try again"}
		}
	}
	return nil
}

// refused turns what an engine says into an error for people. What is one already stays as it is.
func (db *DB) refused(err error) error {
	var known *afterword.Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if e := db.refusedBySQLite(err); e != nil {
		return e
	}
	if e := db.refusedByPostgres(err); e != nil {
		return e
	}
	return err
}

// The words for what both engines may refuse.
func already(err error) error {
	return &afterword.Error{Kind: afterword.Conflict, Msg: "there is one already", Err: err}
}

func orphan(err error) error {
	return &afterword.Error{Kind: afterword.NotFound, Msg: "what it belongs to is not there", Err: err}
}

func unavailable(err error, msg, hint string) error {
	return &afterword.Error{Kind: afterword.Unavailable, Msg: msg, Hint: hint, Err: err}
}
