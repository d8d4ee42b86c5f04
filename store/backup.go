package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"

	"afterword"
)

// Backup writes a copy of the whole database to path. The copy is sealed, synced, opened and compared
// with the original before it gets its name, so that what stands at path is always good. Only SQLite can
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
	if err := seal(part); err != nil {
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
	rows, err := ask(`SELECT count(*) FROM "` + table + `"`)
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

// Examine opens a file and tells what is wrong with it in plain words: not a database, damaged, other
// than it was sealed, or holding rows that refer to nothing. It changes nothing.
func Examine(ctx context.Context, path string) error { return examine(ctx, path, nil) }

func examine(ctx context.Context, path string, want map[string]int64) error {
	if _, err := os.Stat(path); err != nil {
		return unavailable(err, fmt.Sprintf("the file %s cannot be opened", path), "check that it is there")
	}
	err := unbroken(path)
	if err != nil {
		return err
	}
	file := &DB{engine: SQLite, path: path}
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
	have, err := counts(func(query string) (rows, error) { return file.sql.QueryContext(ctx, query) }) //nolint:rowserrcheck // counts checks it
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

// The engine cannot tell that a bit of somebody's words has turned on a disk, so a copy carries a sum of
// itself: in user_version, a number that the engine leaves to the program
// (https://sqlite.org/fileformat.html, 1.3.16). Whoever opens the copy to write takes it out again.
const sealAt, sealLength = 60, 4

// sumOf is the sum of a whole file but for its seal, never 0, and the seal that it carries.
func sumOf(f *os.File) (sum, carried uint32, err error) {
	head := make([]byte, 100)
	if _, err := io.ReadFull(f, head); err != nil {
		return 0, 0, err
	}
	seal := head[sealAt:][:sealLength]
	carried = binary.BigEndian.Uint32(seal)
	clear(seal)
	h := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	_, err = io.Copy(h, io.MultiReader(bytes.NewReader(head), f))
	return max(h.Sum32(), 1), carried, err
}

// seal writes the sum of a file into it and makes sure that it is on the disk.
func seal(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	sum, _, err := sumOf(f)
	if err == nil {
		_, err = f.WriteAt(binary.BigEndian.AppendUint32(nil, sum), sealAt)
	}
	return errors.Join(err, f.Close(), settle(path))
}

// unbroken says that a file is as it was sealed, if it was.
func unbroken(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return unavailable(err, fmt.Sprintf("the file %s cannot be opened", path), "check who may read it")
	}
	defer f.Close()
	sum, carried, err := sumOf(f)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) { // too short: the engine says so
		return unavailable(err, fmt.Sprintf("the file %s cannot be read", path), "use another copy")
	}
	if err == nil && carried != 0 && carried != sum {
		return afterword.Errorf(afterword.Unavailable, "the file %s is damaged: it is not as it was written", path).WithHint("use another copy")
	}
	return nil
}

// unseal takes the seal out of a copy that is written in from now on.
func (db *DB) unseal(ctx context.Context) error {
	if db.lite == nil {
		return nil
	}
	var carried int64
	err := db.sql.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&carried)
	if err == nil && carried != 0 {
		_, err = db.sql.ExecContext(ctx, `PRAGMA user_version = 0`)
	}
	return err
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
