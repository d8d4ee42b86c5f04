package store

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"modernc.org/sqlite"
)

// pool gives the connections to SQLite out: one to write, in the order of asking, and a few to read.
// A queue of our own stands in front of the file's lock, so that no writer of this program ever
// finds it taken by another one. Each connection keeps its statements prepared.
type pool struct {
	sql     *sql.DB
	waiting atomic.Int32  // who has asked for the turn and will take it
	turn    chan struct{} // holds one token while someone writes
	writer  *conn
	setUp   string        // for the writer
	batch   *batch        // what the writer's open transaction holds; nil when none is open
	places  chan struct{} // holds one token for each reader
	mu      sync.Mutex
	idle    []*conn
	over    sync.Once
}

// batch is a transaction of the file that several writings share: each stands in a savepoint of its
// own, and one sync to the disk makes all of them last. Nobody is told "stored" before that.
type batch struct {
	writings int
	begun    time.Time
	done     chan struct{} // closed when the batch is over
	err      error         // then, why it was not stored
}

// How the connections differ. What a savepoint needs to be taken back stays in memory, and so does a
// batch until it is stored.
const (
	writing = "PRAGMA temp_store = memory; PRAGMA cache_size = -4000"
	reading = "PRAGMA query_only = 1"
)

// A batch ends when nobody waits, or when it is as large or as old as this.
const (
	mostWritings = 64
	longestBatch = 50 * time.Millisecond
)

func newPool(db *sql.DB) *pool {
	return &pool{sql: db, setUp: writing, turn: make(chan struct{}, 1), places: make(chan struct{}, readers)}
}

// close gives up every connection once those who use them are done. Whoever comes later finds them
// taken, so a second close must not wait for its turn.
func (p *pool) close() { p.over.Do(p.giveUp) }

func (p *pool) giveUp() {
	p.turn <- struct{}{}
	p.writer.close()
	p.writer = nil
	for range readers {
		p.places <- struct{}{}
	}
	for _, c := range p.idle {
		c.close()
	}
	p.idle = nil
}

// write runs fn as one writing. The turn is always taken, even when ctx is over meanwhile: the one
// before may have left the batch open for this one to end.
func (p *pool) write(ctx context.Context, fn func(runner) error) error {
	p.waiting.Add(1)
	p.turn <- struct{}{}
	p.waiting.Add(-1)
	b, err := p.join(ctx, fn)
	if err != nil {
		return err
	}
	<-b.done
	return b.err
}

// join adds a writing to the batch and hands the turn on.
func (p *pool) join(ctx context.Context, fn func(runner) error) (b *batch, err error) {
	defer func() { // also when fn panics
		if p.batch != nil && (p.waiting.Load() == 0 || p.batch.writings >= mostWritings || time.Since(p.batch.begun) > longestBatch) {
			p.end(nil)
		}
		<-p.turn
	}()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if p.batch == nil {
		if err := p.begin(ctx); err != nil {
			return nil, err
		}
	}
	b = p.batch
	b.writings++
	kept := false
	defer func() {
		if kept {
			return
		}
		// When the engine has taken everything back by itself, the savepoint is gone too.
		if e := errors.Join(p.writer.run("ROLLBACK TO writing"), p.writer.run("RELEASE writing")); e != nil {
			p.end(cmp.Or(p.writer.broken, e))
		}
	}()
	if err := p.writer.run("SAVEPOINT writing"); err != nil {
		return nil, err
	}
	if err := fn(p.writer); err != nil {
		return nil, err
	}
	if err := p.writer.run("RELEASE writing"); err != nil {
		return nil, err
	}
	kept = true
	return b, nil
}

// alone runs fn while nobody writes, other programs included. What fn writes is taken back.
func (p *pool) alone(ctx context.Context, fn func(runner) error) error {
	p.waiting.Add(1)
	p.turn <- struct{}{}
	p.waiting.Add(-1)
	defer func() { <-p.turn }()
	if p.batch != nil {
		p.end(nil)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := p.begin(ctx); err != nil {
		return err
	}
	p.batch = nil
	defer func() {
		if p.writer.rollback() != nil {
			p.drop()
		}
	}()
	return fn(p.writer)
}

// begin opens a batch.
func (p *pool) begin(ctx context.Context) (err error) {
	if p.writer == nil {
		if p.writer, err = connect(ctx, p.sql, p.setUp); err != nil {
			return err
		}
	}
	if err := p.writer.run("BEGIN IMMEDIATE"); err != nil {
		p.drop()
		return err
	}
	p.batch = &batch{begun: time.Now(), done: make(chan struct{})}
	return nil
}

// end stores the batch, or gives it up because of an error, and tells those who wait for it.
func (p *pool) end(err error) {
	if err == nil {
		err = p.writer.run("COMMIT")
	}
	if err != nil {
		_ = p.writer.rollback()
		p.drop()
	}
	p.batch.err = err
	close(p.batch.done)
	p.batch = nil
}

// drop gives the writing connection up: the next writing opens a new one.
func (p *pool) drop() {
	p.writer.close()
	p.writer = nil
}

func (p *pool) read(ctx context.Context, fn func(runner) error) (err error) {
	select {
	case p.places <- struct{}{}:
		defer func() { <-p.places }()
	case <-ctx.Done():
		return ctx.Err()
	}
	c, err := p.reader(ctx)
	if err != nil {
		return err
	}
	healthy := false
	defer func() { // also when fn panics
		if e := c.rollback(); e != nil || !healthy {
			c.close()
			return
		}
		p.mu.Lock()
		p.idle = append(p.idle, c)
		p.mu.Unlock()
	}()
	if err := c.run("BEGIN"); err != nil {
		return err
	}
	err = fn(c)
	healthy = c.broken == nil
	return err
}

func (p *pool) reader(ctx context.Context) (*conn, error) {
	p.mu.Lock()
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return c, nil
	}
	p.mu.Unlock()
	return connect(ctx, p.sql, reading)
}

// conn is one connection with its prepared statements.
type conn struct {
	on         *sql.Conn
	statements map[string]*sql.Stmt
	broken     error // what ended the open transaction, if anything did
}

// connect opens a connection and sets it up.
func connect(ctx context.Context, db *sql.DB, setUp string) (*conn, error) {
	on, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	c := &conn{on: on, statements: map[string]*sql.Stmt{}}
	if _, err := on.ExecContext(ctx, setUp); err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

func (c *conn) close() {
	if c == nil {
		return
	}
	for _, s := range c.statements {
		_ = s.Close()
	}
	// The connection itself is thrown away: it may be set to read only, or be in an unknown state.
	_ = c.on.Raw(func(any) error { return driver.ErrBadConn })
	_ = c.on.Close()
}

// run runs a statement that begins or ends something; it is not to be interrupted.
func (c *conn) run(statement string) error {
	return c.do(context.Background(), statement)
}

// rollback takes everything back, whatever state the connection is in.
func (c *conn) rollback() error {
	c.broken = nil
	return c.run("ROLLBACK")
}

// do runs a statement, prepared once.
func (c *conn) do(ctx context.Context, query string, args ...any) error {
	_, err := c.exec(ctx, query, args...)
	return err
}

// exec runs a statement and tells how many rows it touched.
func (c *conn) exec(ctx context.Context, query string, args ...any) (int64, error) {
	s, err := c.prepared(ctx, query)
	if err != nil {
		return 0, c.notice(err)
	}
	r, err := s.ExecContext(ctx, args...)
	if err != nil {
		return 0, c.notice(err)
	}
	return r.RowsAffected()
}

// query asks a question, prepared once.
func (c *conn) query(ctx context.Context, query string, args ...any) (rows, error) {
	s, err := c.prepared(ctx, query)
	if err != nil {
		return nil, c.notice(err)
	}
	found, err := s.QueryContext(ctx, args...) //nolint:rowserrcheck // whoever reads the rows checks it
	if err != nil {
		return nil, c.notice(err)
	}
	return found, nil
}

// notice remembers an error after which the engine may have ended the transaction by itself
// (https://sqlite.org/lang_transaction.html): what came next would be stored on its own.
func (c *conn) notice(err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case 5, 7, 9, 10, 13: // SQLITE_BUSY, NOMEM, INTERRUPT, IOERR, FULL
			c.broken = err
		}
	}
	return err
}

func (c *conn) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	if c.broken != nil {
		return nil, c.broken
	}
	if s := c.statements[query]; s != nil {
		return s, nil
	}
	s, err := c.on.PrepareContext(ctx, query)
	if err == nil {
		c.statements[query] = s
	}
	return s, err
}
