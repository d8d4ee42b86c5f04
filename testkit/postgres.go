package testkit

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"

	"afterword/store"
)

// cluster is a PostgreSQL in a temporary folder, on a port of the own machine, without passwords and
// without syncing. It lives as long as this process of tests.
type cluster struct {
	port int
	err  error
	n    atomic.Int64

	ready    sync.Once // a database with its tables, of which others are copies
	readyErr error
}

var private = sync.OnceValue(startCluster)

var errNoPostgres = errors.New("no PostgreSQL is installed here")

// PostgresURL is the address of a new and empty database on a PostgreSQL of this process's own. Where
// none is installed the test is skipped, and fails when CI is true.
func PostgresURL(t testing.TB) string {
	t.Helper()
	url, err := started(t).create("template1")
	if err != nil {
		t.Fatal(err)
	}
	return url
}

// started is the cluster, running.
func started(t testing.TB) *cluster {
	t.Helper()
	c := private()
	if errors.Is(c.err, errNoPostgres) && os.Getenv("CI") != "true" {
		t.Skip("skipped: " + c.err.Error() + " (initdb is looked for in the path and in /usr/lib/postgresql)")
	}
	if c.err != nil {
		t.Fatal(c.err)
	}
	return c
}

// migratedURL is PostgresURL with the tables in it already, which saves their making.
func migratedURL(t testing.TB) string {
	t.Helper()
	c := started(t)
	c.ready.Do(func() {
		if c.readyErr = c.exec("CREATE DATABASE ready"); c.readyErr != nil {
			return
		}
		db, err := store.Open(context.Background(), store.Options{URL: c.url("ready")})
		if err == nil {
			err = db.Close()
		}
		c.readyErr = err
	})
	if c.readyErr != nil {
		t.Fatal(c.readyErr)
	}
	url, err := c.create("ready")
	if err != nil {
		t.Fatal(err)
	}
	return url
}

// create makes a database like another one.
func (c *cluster) create(like string) (url string, err error) {
	name := fmt.Sprintf("test_%d", c.n.Add(1))
	return c.url(name), c.exec("CREATE DATABASE " + name + " TEMPLATE " + like)
}

func (c *cluster) exec(statement string) error {
	admin, err := sql.Open("pgx", c.url("postgres"))
	if err != nil {
		return err
	}
	_, err = admin.Exec(statement)
	return errors.Join(err, admin.Close())
}

func (c *cluster) url(database string) string {
	return fmt.Sprintf("postgres://afterword@127.0.0.1:%d/%s?sslmode=disable", c.port, database)
}

func startCluster() *cluster {
	c := &cluster{}
	c.err = c.start()
	return c
}

func (c *cluster) start() error {
	bin, err := postgresBin()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "afterword-postgres-")
	if err != nil {
		return err
	}
	as, err := notRoot(dir)
	if err != nil {
		return err
	}
	data := filepath.Join(dir, "data")
	create := []string{"-D", data, "-U", "afterword", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"}
	// A locale that does not sort by bytes shows an order that rests on bytes. Not every build has one.
	icu := append(create, "--locale-provider=icu", "--icu-locale=en-US")
	if _, err := as(filepath.Join(bin, "initdb"), icu...).CombinedOutput(); err != nil {
		if out, err := as(filepath.Join(bin, "initdb"), create...).CombinedOutput(); err != nil {
			return fmt.Errorf("initdb: %w: %s", err, out)
		}
	}
	if c.port, err = freePort(); err != nil {
		return err
	}
	server := as(filepath.Join(bin, "postgres"), "-D", data, "-p", strconv.Itoa(c.port), "-c", "listen_addresses=127.0.0.1",
		"-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=400", "-c", "shared_buffers=32MB")
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	server.Stdout, server.Stderr = log, log
	if err := server.Start(); err != nil {
		return err
	}
	if err := endWithTests(server.Process.Pid, dir); err != nil {
		return err
	}
	return c.answers(log.Name())
}

// endWithTests leaves someone behind who ends the server and removes its folder as soon as this process
// is gone, however it ends: a pipe from here closes then. A test process has no end of its own to hook
// into, and one that was killed would not reach it.
func endWithTests(pid int, dir string) error {
	reader, writer, err := os.Pipe()
	if err != nil {
		return err
	}
	// Kept open, and out of reach of the garbage collector, until the process ends.
	heldOpen = writer
	watch := exec.Command("sh", "-c", `cat >/dev/null; kill -INT "$0"; while kill -0 "$0" 2>/dev/null; do sleep 0.05; done; rm -rf "$1"`,
		strconv.Itoa(pid), dir)
	watch.Stdin = reader
	ownGroup(watch)
	if err := watch.Start(); err != nil {
		return err
	}
	return reader.Close()
}

var heldOpen *os.File

func (c *cluster) answers(log string) error {
	db, err := sql.Open("pgx", c.url("postgres"))
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for {
		err := db.PingContext(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			said, _ := os.ReadFile(log)
			return fmt.Errorf("PostgreSQL did not start: %w: %s", err, said)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// postgresBin is the folder of initdb: in the path, or the newest where Debian puts them.
func postgresBin() (string, error) {
	if p, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(p), nil
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		return "", errNoPostgres
	}
	version := func(p string) int {
		n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(p))))
		return n
	}
	return filepath.Dir(slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) })), nil
}

// notRoot gives a way to run commands that PostgreSQL accepts: it refuses to be run by root, so root
// hands the folder to the user postgres, or nobody, and runs them as that one.
func notRoot(dir string) (func(name string, args ...string) *exec.Cmd, error) {
	if os.Getuid() != 0 {
		return func(name string, args ...string) *exec.Cmd { return inFolder(exec.Command(name, args...), dir) }, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		if u, err = user.Lookup("nobody"); err != nil {
			return nil, err
		}
	}
	uid, err1 := strconv.Atoi(u.Uid)
	gid, err2 := strconv.Atoi(u.Gid)
	if err := errors.Join(err1, err2, os.Chown(dir, uid, gid)); err != nil {
		return nil, err
	}
	return func(name string, args ...string) *exec.Cmd {
		return asUser(inFolder(exec.Command(name, args...), dir), uid, gid)
	}, nil
}

func inFolder(c *exec.Cmd, dir string) *exec.Cmd {
	c.Dir = dir
	return c
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
