package store

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"afterword"
)

// tries is how often a transaction is run before it is given up.
const tries = 8

func openPostgres(ctx context.Context, db *DB, o Options) error {
	config, err := pgx.ParseConfig(o.URL)
	if err != nil {
		// The address holds a password: it is not repeated.
		return afterword.Invalid("database-url", "is not an address of a PostgreSQL").WithHint("write it like postgres://name@host/database")
	}
	db.sql = stdlib.OpenDB(*config)
	db.sql.SetMaxOpenConns(16)
	db.sql.SetMaxIdleConns(4)
	db.sql.SetConnMaxIdleTime(5 * time.Minute)
	var encoding string
	if err := db.sql.QueryRowContext(ctx, `SHOW server_encoding`).Scan(&encoding); err != nil {
		return err
	}
	if encoding != "UTF8" {
		return afterword.Errorf(afterword.Unavailable, "the database keeps its texts in %s", encoding).
			WithHint("create it with the encoding UTF8")
	}
	return nil
}

func (db *DB) readPostgres(ctx context.Context, account afterword.ID, fn func(*Tx) error) error {
	return db.pipe(ctx, func(p *pipeline) error {
		if err := p.do(ctx, `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`); err != nil {
			return err
		}
		if err := db.tx(ctx, p, account).run(fn); err != nil {
			return err
		}
		_, err := p.exec(ctx, `COMMIT`)
		return err
	})
}

func (db *DB) writePostgres(ctx context.Context, account afterword.ID, fn func(*Tx) error) (err error) {
	for try := range tries {
		if err = db.writeOnce(ctx, account, fn); !again(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(1+rand.IntN(10<<try)) * time.Millisecond):
		}
	}
	return unavailable(err, "too many changes at the same moment", "wait a moment and try again")
}

// writeOnce runs fn alone among the writers of this account, as SQLite does for the whole file: what
// fn has read is still so when it writes. Other accounts are not held up. The transaction's now comes
// after those of the writers before it.
func (db *DB) writeOnce(ctx context.Context, account afterword.ID, fn func(*Tx) error) error {
	return db.pipe(ctx, func(p *pipeline) error {
		if err := p.do(ctx, `BEGIN`); err != nil {
			return err
		}
		if _, err := p.exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, string(account)); err != nil {
			return err
		}
		if err := db.tx(ctx, p, account).run(fn); err != nil {
			return err
		}
		_, err := p.exec(ctx, `COMMIT`)
		return err
	})
}

// again says that the same transaction may well succeed when it is run once more.
func again(err error) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && (e.Code == "40001" || e.Code == "40P01") // serialization, deadlock
}

// refusedByPostgres puts the codes of appendix A of its manual into words.
func (db *DB) refusedByPostgres(err error) error {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		switch e.Code {
		case "23505":
			return already(err)
		case "23503":
			return orphan(err)
		case "53100":
			return unavailable(err, "the disk of the database is full", "nothing was changed; make room and try again")
		case "25006":
			return unavailable(err, "the database may only be read at the moment", "wait a moment and try again")
		}
		if e.Code[:2] == "28" || e.Code == "3D000" {
			return unavailable(err, "the database does not let the program in", "check the name, the password and the database in --database-url")
		}
		if e.Code[:2] == "57" || e.Code[:2] == "53" || e.Code[:2] == "08" {
			return unavailable(err, "the database did not answer", "wait a moment and try again")
		}
		return nil
	}
	var connect *pgconn.ConnectError
	var network net.Error
	if errors.As(err, &connect) || errors.As(err, &network) {
		return unavailable(err, "the database did not answer", "check that it runs and that --database-url is right")
	}
	return nil
}
