package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite"

	"afterword"
)

// Held is the name under which a folder keeps that nothing may be sent from it until its person says
// so: it came from a copy, and what the copy holds as unsent may have gone meanwhile.
const Held = "held"

// Restore puts the copy in the file from where a folder's database belongs, and gives the name under
// which what was there before is kept, if anything was. The copy is opened, brought up to date and
// held before it gets its place; until then nothing is touched. Whoever has the database open at that
// moment sees the old one or the new one, and never a part of both.
func Restore(ctx context.Context, from, to string, now func() time.Time) (kept string, err error) {
	if err := alone(from); err != nil {
		return "", err
	}
	if err := Examine(ctx, from); err != nil {
		return "", notACopy(from, err)
	}
	fresh := filepath.Join(filepath.Dir(to), "restore.tmp")
	if err := private(fresh); err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, removed(withParts(fresh)...)) }()
	if err := removed(withParts(fresh)...); err != nil { // of a restore that was killed
		return "", unavailable(err, fmt.Sprintf("the folder %s cannot be written", filepath.Dir(to)), "check who may write there")
	}
	if err := copied(from, fresh); err != nil {
		return "", err
	}
	if err := prepare(ctx, from, fresh, now); err != nil {
		return "", err
	}
	if _, err := os.Stat(to); errors.Is(err, os.ErrNotExist) {
		return "", inPlace(fresh, to)
	}
	kept = free(to + ".replaced")
	if err := aside(ctx, to, kept); err == nil {
		return kept, over(ctx, fresh, to)
	} else if busy(err) || afterword.KindOf(err) == afterword.Conflict || errors.Is(err, context.Canceled) {
		return "", err
	}
	// It cannot be opened: that may be why a copy is put back. It is kept as it is.
	for _, end := range []string{"-wal", "-shm", "-journal", ""} {
		if err := os.Rename(to+end, kept+end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", unavailable(err, fmt.Sprintf("the file %s cannot be put aside", to+end), "check who may write there")
		}
	}
	return kept, inPlace(fresh, to)
}

// alone refuses a file with a log beside it: what stands in the log would be lost.
func alone(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &afterword.Error{Kind: afterword.NotFound, Field: "file", Msg: fmt.Sprintf("%q is not there", path), Hint: "check the name and the folder", Err: err}
	case err != nil:
		return &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: fmt.Sprintf("%q cannot be opened", path), Err: err}
	case !info.Mode().IsRegular():
		return afterword.Invalid("file", "%q is not a file", path)
	}
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		return afterword.Invalid("file", "%q is in use: a part of it stands in %q", path, path+"-wal").
			WithHint("make a whole copy with `afterword backup` and restore that one")
	}
	return nil
}

// notACopy says of a file that it cannot be restored, and why.
func notACopy(name string, err error) error {
	if afterword.KindOf(err) == afterword.Internal && !errors.As(err, new(*afterword.Error)) {
		return err
	}
	return &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: fmt.Sprintf("%q is not a backup that can be opened: %s", name, err),
		Hint: "nothing was changed; take a file that `afterword backup` wrote", Err: err}
}

// prepare opens the copy of the copy, brings it up to date and holds it. A newer one is refused.
func prepare(ctx context.Context, name, fresh string, now func() time.Time) error {
	db, err := Open(ctx, Options{Path: fresh, Now: now})
	if err != nil {
		return notACopy(name, err)
	}
	accounts, err := db.Accounts(ctx)
	if err == nil && len(accounts) == 0 {
		err = afterword.Invalid("file", "%q holds nothing", name).WithHint("nothing was changed; take a file that `afterword backup` wrote")
	}
	if err == nil {
		err = db.Write(ctx, "", func(tx *Tx) error { return tx.SetMeta(Held, "yes") })
	}
	if err == nil {
		err = db.whole(ctx)
	}
	return errors.Join(err, db.Close())
}

// inPlace gives the copy its name.
func inPlace(fresh, to string) error {
	if err := settle(fresh); err != nil {
		return unavailable(err, fmt.Sprintf("the file %s cannot be written", to), "check who may write there")
	}
	if err := os.Rename(fresh, to); err != nil {
		return unavailable(err, fmt.Sprintf("the file %s cannot be written", to), "check who may write there")
	}
	syncFolder(filepath.Dir(to))
	return nil
}

// aside keeps a checked copy of the database that is about to be replaced.
func aside(ctx context.Context, path, kept string) error {
	db := &DB{engine: SQLite, path: path, now: time.Now}
	if err := openSQLite(ctx, db, Options{Path: path}); err != nil {
		return errors.Join(db.refused(err), db.Close())
	}
	return errors.Join(db.Backup(ctx, kept), db.Close())
}

// over writes the copy into the database that is there, in one transaction of the engine: renaming a
// file under those who have it open would mix the log of one with the other.
func over(ctx context.Context, fresh, to string) (err error) {
	db := &DB{engine: SQLite, path: to}
	if db.sql, err = sql.Open("sqlite", dsnToLookAt(fresh)); err != nil {
		return err
	}
	defer func() { err = errors.Join(db.refused(err), db.Close()) }()
	c, err := db.sql.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	return c.Raw(func(driver any) error {
		source, ok := driver.(interface {
			NewBackup(string) (*sqlite.Backup, error)
		})
		if !ok {
			return errors.New("the engine cannot copy a database into another")
		}
		b, err := source.NewBackup(dsn(to, "rw"))
		if err != nil {
			return err
		}
		_, err = b.Step(-1)
		return errors.Join(err, b.Finish())
	})
}

// copied copies a file byte by byte and makes sure that it is on the disk.
func copied(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: fmt.Sprintf("%q cannot be opened", from), Err: err}
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err == nil {
		_, err = io.Copy(out, in)
		err = errors.Join(err, out.Sync(), out.Close())
	}
	if err != nil {
		return unavailable(err, fmt.Sprintf("the folder %s cannot take the copy", filepath.Dir(to)), "nothing was changed; make room there, or check who may write")
	}
	return nil
}

// free is name, or name with a number, so that no file is written over.
func free(name string) string {
	for n, at := 2, name; ; n++ {
		if _, err := os.Lstat(at); errors.Is(err, os.ErrNotExist) {
			return at
		}
		at = fmt.Sprintf("%s-%d", name, n)
	}
}

// withParts are a database and the files that the engine keeps beside it.
func withParts(path string) []string {
	return []string{path, path + "-wal", path + "-shm", path + "-journal"}
}

func removed(names ...string) error {
	for _, n := range names {
		if err := os.Remove(n); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// KeepBefore keeps a checked copy of an older database beside it before its tables change. It is what
// Options.BeforeMigrate wants.
func KeepBefore(path string) error {
	ctx := context.Background()
	kept := free(path + ".before")
	part := kept + ".part"
	if err := copied(path, part); err != nil {
		return errors.Join(err, removed(part))
	}
	if err := errors.Join(seal(part), Examine(ctx, part)); err != nil {
		return errors.Join(err, removed(part))
	}
	if err := inPlace(part, kept); err != nil {
		return errors.Join(err, removed(part))
	}
	return nil
}
