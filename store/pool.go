package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"sync"
)

// pool gives the connections to SQLite out: one to write, in the order of asking, and a few to read.
// A queue of our own stands in front of the file's lock, so that no writer of this program ever
// finds it taken by another one. Each connection keeps its statements prepared.
type pool struct {
	sql    *sql.DB
	turn   chan struct{} // holds one token while someone writes
	writer *conn
	places chan struct{} // holds one token for each reader
	mu     sync.Mutex
	idle   []*conn
}

func newPool(db *sql.DB) *pool {
	return &pool{sql: db, turn: make(chan struct{}, 1), places: make(chan struct{}, readers)}
}

// close gives up every connection once those who use them are done.
func (p *pool) close() {
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

func (p *pool) write(ctx context.Context, fn func(runner) error) (err error) {
	select {
	case p.turn <- struct{}{}:
		defer func() { <-p.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if p.writer == nil {
		if p.writer, err = connect(ctx, p.sql, ""); err != nil {
			return err
		}
	}
	lost, err := p.writer.inTransaction(ctx, "BEGIN IMMEDIATE", fn)
	if lost {
		p.writer.close()
		p.writer = nil
	}
	return err
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
	lost, err := c.inTransaction(ctx, "BEGIN", fn)
	if lost {
		c.close()
		return err
	}
	p.mu.Lock()
	p.idle = append(p.idle, c)
	p.mu.Unlock()
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
	return connect(ctx, p.sql, "PRAGMA query_only = 1")
}

// conn is one connection with its prepared statements.
type conn struct {
	on         *sql.Conn
	statements map[string]*sql.Stmt
}

// connect opens a connection and runs a statement on it, if one is given.
func connect(ctx context.Context, db *sql.DB, first string) (*conn, error) {
	on, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	c := &conn{on: on, statements: map[string]*sql.Stmt{}}
	if first != "" {
		if _, err := on.ExecContext(ctx, first); err != nil {
			c.close()
			return nil, err
		}
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

// inTransaction runs fn between begin and COMMIT. lost says that the connection is of no more use.
func (c *conn) inTransaction(ctx context.Context, begin string, fn func(runner) error) (lost bool, err error) {
	if err := ctx.Err(); err != nil {
		return false, err
	}
	ctx = context.WithoutCancel(ctx)
	if _, err := c.ExecContext(ctx, begin); err != nil {
		return true, err
	}
	done := false
	defer func() {
		if done {
			return
		}
		// After a full disk the engine may have rolled back by itself, which is as well.
		if _, e := c.ExecContext(ctx, "ROLLBACK"); e != nil {
			lost = true
		}
	}()
	if err := fn(c); err != nil {
		return false, err
	}
	if _, err := c.ExecContext(ctx, "COMMIT"); err != nil {
		return false, err
	}
	done = true
	return false, nil
}

// ExecContext runs a statement, prepared once.
func (c *conn) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := c.prepared(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext runs a query, prepared once.
func (c *conn) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := c.prepared(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

func (c *conn) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := c.statements[query]; s != nil {
		return s, nil
	}
	s, err := c.on.PrepareContext(ctx, query)
	if err == nil {
		c.statements[query] = s
	}
	return s, err
}
