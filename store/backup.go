package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"

	"afterword"
)

// Backup writes a copy of the whole database to path. The copy is synced, opened and compared with
// the original before it gets its name, so that what stands at path is always good. Only SQLite can
// be copied so; PostgreSQL has its own tools.
func (db *DB) Backup(ctx context.Context, path string) error {
	if db.lite == nil {
		return afterword.Errorf(afterword.Usage, "a PostgreSQL is not copied by afterword").WithHint("use pg_dump")
	}
	part := path + ".part"
	if err := os.Remove(part); err != nil && !os.IsNotExist(err) {
		return unavailable(err, fmt.Sprintf("the file %s cannot be written", path), "choose another place")
	}
	defer func() { _ = os.Remove(part) }()
	var before map[string]int64
	// Nobody writes between the counting and the copying, other programs included.
	err := db.lite.alone(ctx, func(on runner) (err error) {
		if before, err = counts(func(query string) (rows, error) { return on.query(ctx, query) }); err != nil {
			return err
		}
		_, err = db.sql.ExecContext(ctx, `VACUUM INTO $1`, part)
		return err
	})
	if err != nil {
		return db.refused(err)
	}
	if err := settle(part); err != nil {
		return unavailable(err, fmt.Sprintf("the file %s cannot be written", path), "choose another place")
	}
	if err := examine(ctx, part, before); err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return unavailable(err, fmt.Sprintf("the file %s cannot be written", path), "choose another place")
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// counts tells how many rows each table holds.
func counts(ask func(string) (rows, error)) (map[string]int64, error) {
	names := []string{}
	rows, err := ask(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'finding_words_%'`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	counted := map[string]int64{}
	for _, name := range names {
		n, err := rowsIn(ask, name)
		if err != nil {
			return nil, err
		}
		counted[name] = n
	}
	return counted, nil
}

func rowsIn(ask func(string) (rows, error), table string) (n int64, err error) {
	rows, err := ask(`SELECT count(*) FROM "`+table+`"`)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&n); err != nil {
			return 0, err
		}
	}
	return n, rows.Err()
}

// Examine opens a file and tells what is wrong with it in plain words: not a database, damaged, or
// holding rows that refer to nothing. It changes nothing.
func Examine(ctx context.Context, path string) error { return examine(ctx, path, nil) }

func examine(ctx context.Context, path string, want map[string]int64) error {
	if _, err := os.Stat(path); err != nil {
		return unavailable(err, fmt.Sprintf("the file %s cannot be opened", path), "check that it is there")
	}
	file := &DB{engine: SQLite, path: path}
	var err error
	if file.sql, err = sql.Open("sqlite", dsnToLookAt(path)); err != nil {
		return err
	}
	defer file.sql.Close()
	var result string
	if err := file.sql.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&result); err != nil {
		return file.refused(err)
	}
	if result != "ok" {
		return afterword.Errorf(afterword.Unavailable, "the file %s is damaged: %s", path, result).WithHint("use another copy")
	}
	var orphans int
	if err := file.sql.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&orphans); err != nil {
		return file.refused(err)
	}
	have, err := counts(func(query string) (rows, error) { return file.sql.QueryContext(ctx, query) })
	if err != nil {
		return file.refused(err)
	}
	if _, ours := have["goose_db_version"]; !ours || orphans > 0 {
		return afterword.Errorf(afterword.Unavailable, "the file %s is not a whole data file of afterword", path).WithHint("use another copy")
	}
	for name, n := range want {
		if have[name] != n {
			return afterword.Errorf(afterword.Internal, "the copy holds %d rows of %s in place of %d", have[name], name, n)
		}
	}
	return nil
}

// Check tells what is wrong with the database that is open, in plain words; nothing when all is well.
func (db *DB) Check(ctx context.Context) (wrong []string, err error) {
	if db.lite == nil { // PostgreSQL keeps its own promises
		return nil, db.refused(db.sql.PingContext(ctx))
	}
	err = db.Read(ctx, "", func(tx *Tx) error {
		said, err := all(tx, `PRAGMA integrity_check(10)`, scanWords)
		if err != nil {
			return err
		}
		for _, s := range said {
			if s != "ok" {
				wrong = append(wrong, "the file is damaged: "+s)
			}
		}
		orphans, err := all(tx, `SELECT count(*) FROM pragma_foreign_key_check`, scanNumber)
		if err == nil && orphans[0] > 0 {
			wrong = append(wrong, fmt.Sprintf("%d rows belong to something that is not there", orphans[0]))
		}
		return err
	})
	return wrong, err
}

// settle makes sure that a file is on the disk, for its owner alone.
func settle(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Chmod(0o600); err != nil {
		return err
	}
	return f.Sync()
}

// syncFolder makes sure that a new name is on the disk. Not every system lets a folder be synced.
func syncFolder(path string) {
	if d, err := os.Open(path); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
