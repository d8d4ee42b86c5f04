package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"afterword"
	"afterword/service"
	"afterword/store"
)

// The files in the folder: the one that holds everything, the one that a server locks, and the one that
// says where that server answers.
const (
	databaseName = "afterword.db"
	lockName     = "serve.lock"
	addrName     = "serve.addr"
)

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
		Path: filepath.Join(dir, databaseName), URL: p.config.DatabaseURL, Now: now, BeforeMigrate: store.KeepBefore,
	})
	return db, now, pretended, err
}

func (p *program) service(db *store.DB, now func() time.Time, pretended bool) *service.Service {
	return service.New(service.Options{DB: db, Now: now, Local: p.local, Pretended: pretended})
}

// lock keeps a second server out of the folder. It ends with the program, however that ends.
func lock(dir string) (io.Closer, error) {
	path := filepath.Join(dir, lockName)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, &afterword.Error{Kind: afterword.Unavailable, Field: "data", Msg: fmt.Sprintf("folder %q cannot be written", dir),
			Hint: "check who may write there, or say another folder with --data DIR", Err: err}
	}
	if err := tryLock(f); err != nil {
		return nil, errors.Join(&afterword.Error{Kind: afterword.Conflict, Field: "data", Err: err,
			Msg:  fmt.Sprintf("folder %q is served already", dir),
			Hint: "stop the other one first, or say another folder with --data DIR; other commands may run beside it"}, f.Close())
	}
	return f, nil
}

// runningAt is where the server that holds the folder answers; empty while it does not listen.
func runningAt(dir string) string {
	b, err := os.ReadFile(filepath.Join(dir, addrName))
	if err != nil {
		return ""
	}
	return string(b)
}

// gone removes a file that may not be there.
func gone(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// restore puts a backup in the place of the folder's database, which is kept under another name.
func (p *program) restore(ctx context.Context, file string) (err error) {
	if p.config.DatabaseURL != "" {
		return afterword.Errorf(afterword.Usage, "a PostgreSQL is restored with its own tools").
			WithHint("pg_restore or psql; or `afterword import` an export into an empty database")
	}
	now, _, err := p.clock()
	if err != nil {
		return err
	}
	made := p.absent()
	defer func() {
		if err != nil {
			for _, path := range made { // only what is empty goes
				_ = os.Remove(path)
			}
		}
	}()
	dir, err := p.folder()
	if err != nil {
		return err
	}
	held, err := lock(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, held.Close()) }()
	_, err = store.Restore(ctx, file, filepath.Join(dir, databaseName), now)
	return err
}

// absent is what a first command would make: the folder with those above it, and the lock in it, the
// innermost first.
func (p *program) absent() (made []string) {
	dir, err := p.config.Dir()
	if err != nil {
		return nil
	}
	for at := filepath.Join(dir, lockName); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(at); err == nil || at == filepath.Dir(at) {
			return made
		}
		made = append(made, at)
	}
}
