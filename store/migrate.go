package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"afterword"
)

//go:embed migration
var migrationFiles embed.FS

// steps are the migrations of one engine: those of both, and its own beside them.
type steps struct{ both, own fs.FS }

// migrations gives the steps of an engine.
func migrations(engine string) (steps, error) {
	both, err := fs.Sub(migrationFiles, "migration")
	if err != nil {
		return steps{}, err
	}
	own, err := fs.Sub(both, engine)
	return steps{both, own}, err
}

// Open finds a file in either.
func (s steps) Open(name string) (fs.File, error) {
	if f, err := s.own.Open(name); err == nil && name != "." {
		return f, nil
	}
	return s.both.Open(name)
}

// ReadDir lists both together.
func (s steps) ReadDir(name string) ([]fs.DirEntry, error) {
	both, err := fs.ReadDir(s.both, name)
	if err != nil {
		return nil, err
	}
	own, err := fs.ReadDir(s.own, name)
	return append(both, own...), err
}

// newest is the version that this program writes, read from the names of the files.
func (s steps) newest() (v int64, err error) {
	names, err := fs.Glob(s, "*.sql")
	for _, name := range names {
		n, err := goose.NumericComponent(name)
		if err != nil {
			return 0, err
		}
		v = max(v, n)
	}
	return v, err
}

// Schema is the version of the tables, 0 before the first migration.
func (db *DB) Schema(ctx context.Context) (version int64, err error) {
	found := `SELECT count(*) FROM sqlite_master WHERE name = 'goose_db_version'`
	if db.engine == Postgres {
		found = `SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'goose_db_version'`
	}
	var n int
	if err := db.sql.QueryRowContext(ctx, found).Scan(&n); err != nil || n == 0 {
		return 0, err
	}
	err = db.sql.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version`).Scan(&version)
	return version, err
}

// migrate brings the tables up to date. When they are, it costs three small queries.
func (db *DB) migrate(ctx context.Context, before func(path string) error) error {
	s, err := migrations(db.engine)
	if err != nil {
		return err
	}
	newest, err := s.newest()
	if err != nil {
		return err
	}
	// Two programs may open a new folder at the same moment: the slower one finds the work done.
	for try := 0; ; try++ {
		have, err := db.Schema(ctx)
		if err != nil {
			return err
		}
		if have > newest {
			return afterword.Errorf(afterword.Conflict, "the data were written by a newer afterword (tables %d, this program knows %d)", have, newest).
				WithHint("install the newer program again; nothing was changed")
		}
		if err := db.unseal(ctx); err != nil {
			return err
		}
		if have == newest {
			return nil
		}
		if have > 0 && before != nil && try == 0 {
			if err := db.whole(ctx); err != nil {
				return err
			}
			if err := before(db.path); err != nil {
				return fmt.Errorf("keep a copy before the tables change: %w", err)
			}
		}
		err = db.climb(ctx, s)
		if err == nil {
			return nil
		}
		var known *afterword.Error
		if try >= 50 || errors.As(db.refused(err), &known) && known.Kind != afterword.Conflict && !busy(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// climb runs the migrations that are missing, each in a transaction of its own.
func (db *DB) climb(ctx context.Context, s fs.FS) error {
	dialect, options := goose.DialectSQLite3, []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	if db.engine == Postgres {
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return err
		}
		dialect, options = goose.DialectPostgres, append(options, goose.WithSessionLocker(locker))
	}
	p, err := goose.NewProvider(dialect, db.sql, s, options...)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}
