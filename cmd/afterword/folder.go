package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"afterword"
	"afterword/service"
	"afterword/store"
)

// databaseName is the file in the folder that holds everything.
const databaseName = "afterword.db"

// folder makes the folder, for its owner alone, and gives its path.
func (p *program) folder() (string, error) {
	dir, err := p.config.Dir()
	if err != nil {
		return "", afterword.Invalid("data", "%s", err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", &afterword.Error{Kind: afterword.Unavailable, Field: "data", Msg: fmt.Sprintf("folder %q cannot be used", dir),
			Hint: "say another one with --data DIR", Err: err}
	}
	return dir, nil
}

// open opens the folder's database and its service.
func (p *program) open(ctx context.Context) (*service.Service, io.Closer, error) {
	db, now, pretended, err := p.database(ctx)
	if err != nil {
		return nil, nil, err
	}
	return p.service(db, now, pretended), db, nil
}

// database opens the folder's database, and gives the clock that goes with it.
func (p *program) database(ctx context.Context) (db *store.DB, now func() time.Time, pretended bool, err error) {
	if now, pretended, err = p.clock(); err != nil {
		return nil, nil, false, err
	}
	dir, err := p.folder()
	if err != nil {
		return nil, nil, false, err
	}
	db, err = store.Open(ctx, store.Options{
		Path: filepath.Join(dir, databaseName), URL: p.config.DatabaseURL, Now: now, BeforeMigrate: keepBefore,
	})
	return db, now, pretended, err
}

func (p *program) service(db *store.DB, now func() time.Time, pretended bool) *service.Service {
	return service.New(service.Options{DB: db, Now: now, Local: p.local, Pretended: pretended})
}

// lock keeps a second server out of the folder. It ends with the program, however that ends.
func lock(dir string) (io.Closer, error) {
	path := filepath.Join(dir, "serve.lock")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, &afterword.Error{Kind: afterword.Unavailable, Field: "data", Msg: fmt.Sprintf("folder %q cannot be written", dir), Err: err}
	}
	if err := tryLock(f); err != nil {
		return nil, errors.Join(&afterword.Error{Kind: afterword.Conflict, Field: "data", Err: err,
			Msg:  fmt.Sprintf("folder %q is served already", dir),
			Hint: "stop the other one first, or say another folder with --data DIR; other commands may run beside it"}, f.Close())
	}
	return f, nil
}

// keepBefore keeps a copy of an older database before it is changed.
func keepBefore(path string) error { return copyFile(path, freeName(path+".before")) }

// restore puts a backup in the place of the folder's database. The backup is opened first; what was
// there is kept under another name.
func (p *program) restore(ctx context.Context, file string) (err error) {
	if p.config.DatabaseURL != "" {
		return afterword.Errorf(afterword.Usage, "a PostgreSQL is restored with its own tools")
	}
	now, _, err := p.clock()
	if err != nil {
		return err
	}
	dir, err := p.folder()
	if err != nil {
		return err
	}
	held, err := lock(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, held.Close()) }()
	fresh := filepath.Join(dir, "restore.tmp")
	defer func() { err = errors.Join(err, removeAll(fresh, fresh+"-wal", fresh+"-shm")) }()
	if err := copyFile(file, fresh); err != nil {
		return err
	}
	if err := inspect(ctx, file, store.Options{Path: fresh, Now: now}); err != nil {
		return err
	}
	path := filepath.Join(dir, databaseName)
	if _, err := os.Stat(path); err == nil {
		if err := putAside(path); err != nil {
			return err
		}
	}
	return os.Rename(fresh, path)
}

// inspect opens a database and reads what it holds.
func inspect(ctx context.Context, name string, o store.Options) error {
	db, err := store.Open(ctx, o)
	if err != nil {
		return &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: fmt.Sprintf("%q is not a backup that can be opened", name),
			Hint: "nothing was changed; take a file that `afterword backup` wrote", Err: err}
	}
	accounts, err := db.Accounts(ctx)
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	if len(accounts) == 0 {
		return afterword.Invalid("file", "%q holds nothing", name).WithHint("nothing was changed; take a file that `afterword backup` wrote")
	}
	return nil
}

// putAside renames the database and what belongs to it, so that nothing is lost.
func putAside(path string) error {
	aside := freeName(path + ".replaced")
	for _, end := range []string{"-wal", "-shm", ""} {
		if err := os.Rename(path+end, aside+end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// freeName is name, or name with a number, so that no file is written over.
func freeName(name string) string {
	free := name
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, os.ErrNotExist) {
			return free
		}
		free = fmt.Sprintf("%s-%d", name, n)
	}
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		kind := afterword.InvalidInput
		if errors.Is(err, os.ErrNotExist) {
			kind = afterword.NotFound
		}
		return &afterword.Error{Kind: kind, Field: "file", Msg: fmt.Sprintf("%q cannot be opened", from), Err: err}
	}
	defer in.Close() //nolint:errcheck // only read from
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

func removeAll(names ...string) error {
	for _, n := range names {
		if err := os.Remove(n); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}
