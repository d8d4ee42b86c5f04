package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// pipeline is a connection to PostgreSQL on which statements that need no answer wait for the next one
// that does: each journey to the server takes all that stands in it (55.2.5 of its manual, pipelining).
type pipeline struct {
	on      *pgx.Conn
	waiting *pgx.Batch
}

// pipe runs fn on a pipeline. A transaction that fn leaves open is taken back.
func (db *DB) pipe(ctx context.Context, fn func(*pipeline) error) error {
	on, err := db.sql.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = on.Close() }()
	var done error
	err = on.Raw(func(raw any) error {
		p := &pipeline{on: raw.(*stdlib.Conn).Conn(), waiting: &pgx.Batch{}}
		defer p.back() // also when fn panics
		done = fn(p)
		return nil
	})
	return errors.Join(done, err)
}

// back takes back what is not committed. Where that is not possible the connection is closed, and the
// pool opens another one.
func (p *pipeline) back() {
	if p.on.IsClosed() || p.on.PgConn().TxStatus() == 'I' {
		return
	}
	if _, err := p.on.Exec(context.Background(), "ROLLBACK"); err != nil {
		_ = p.on.Close(context.Background())
	}
}

// mostWaiting is how many statements wait at most: an import has tens of thousands, and none needs an
// answer.
const mostWaiting = 256

// do lets a statement wait.
func (p *pipeline) do(ctx context.Context, query string, args ...any) error {
	if p.waiting.Len() >= mostWaiting-1 {
		_, err := p.exec(ctx, query, args...)
		return err
	}
	p.waiting.Queue(query, args...)
	return nil
}

// send sends what waits and reads the answers to all but the last statement.
func (p *pipeline) send(ctx context.Context) (pgx.BatchResults, error) {
	sent := p.waiting
	p.waiting = &pgx.Batch{}
	answers := p.on.SendBatch(ctx, sent)
	for range sent.Len() - 1 {
		if _, err := answers.Exec(); err != nil {
			_ = answers.Close()
			return nil, err
		}
	}
	return answers, nil
}

// exec sends a statement with all that waited and tells how many rows it touched.
func (p *pipeline) exec(ctx context.Context, query string, args ...any) (int64, error) {
	p.waiting.Queue(query, args...)
	answers, err := p.send(ctx)
	if err != nil {
		return 0, err
	}
	tag, err := answers.Exec()
	if e := answers.Close(); err == nil {
		err = e
	}
	return tag.RowsAffected(), err
}

// query sends a question with all that waited.
func (p *pipeline) query(ctx context.Context, query string, args ...any) (rows, error) {
	p.waiting.Queue(query, args...)
	answers, err := p.send(ctx)
	if err != nil {
		return nil, err
	}
	found, err := answers.Query()
	if err != nil {
		_ = answers.Close()
		return nil, err
	}
	return piped{found, answers}, nil
}

// piped are rows at the end of what was sent.
type piped struct {
	pgx.Rows
	answers pgx.BatchResults
}

// Close lets the connection go on.
func (r piped) Close() error {
	r.Rows.Close()
	return r.answers.Close()
}
