package store

import (
	"time"

	"afterword"
)

// Session is a browser that is signed in. Hash is that of its token; the token itself is never kept.
type Session struct {
	Hash      string
	Agent     string // what the browser says it is
	CreatedAt time.Time
	SeenAt    time.Time
	Until     time.Time
}

const sessionColumns = `hash, agent, created_at, seen_at, until_at`

func scanSession(r row) (s Session, err error) {
	return s, r.Scan(&s.Hash, &s.Agent, (*stamp)(&s.CreatedAt), (*stamp)(&s.SeenAt), (*stamp)(&s.Until))
}

// SaveSession adds a session or changes it, and forgets those that are over.
func (tx *Tx) SaveSession(s Session) error {
	if err := tx.do(`DELETE FROM session WHERE account = $1 AND until_at <= $2`, tx.account, stamp(tx.now)); err != nil {
		return err
	}
	return tx.do(`INSERT INTO session (account, `+sessionColumns+`) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (account, hash) DO UPDATE SET agent = excluded.agent, seen_at = excluded.seen_at, until_at = excluded.until_at`,
		tx.account, s.Hash, s.Agent, stamp(s.CreatedAt), stamp(s.SeenAt), stamp(s.Until))
}

// Session is the one with that hash; NotFound when it is over.
func (tx *Tx) Session(hash string) (Session, error) {
	return one(tx, "session", `SELECT `+sessionColumns+` FROM session WHERE account = $1 AND hash = $2 AND until_at > $3`,
		scanSession, tx.account, hash, stamp(tx.now))
}

// Sessions are those that are not over, the newest first.
func (tx *Tx) Sessions() ([]Session, error) {
	return all(tx, `SELECT `+sessionColumns+` FROM session WHERE account = $1 AND until_at > $2 ORDER BY created_at DESC, hash`,
		scanSession, tx.account, stamp(tx.now))
}

// DeleteSession signs a browser out; one that is not there is no error.
func (tx *Tx) DeleteSession(hash string) error {
	return tx.do(`DELETE FROM session WHERE account = $1 AND hash = $2`, tx.account, hash)
}

// SaveLogin keeps the hash of a token that signs in once, and forgets those that are over.
func (tx *Tx) SaveLogin(hash string, until time.Time) error {
	if err := tx.do(`DELETE FROM login WHERE account = $1 AND until_at <= $2`, tx.account, stamp(tx.now)); err != nil {
		return err
	}
	return tx.do(`INSERT INTO login (account, hash, until_at) VALUES ($1, $2, $3)`, tx.account, hash, stamp(until))
}

// UseLogin uses it up; NotFound when it is unknown, used or over.
func (tx *Tx) UseLogin(hash string) error {
	return tx.remove("login", `DELETE FROM login WHERE account = $1 AND hash = $2 AND until_at > $3`, tx.account, hash, stamp(tx.now))
}

// SaveFeed keeps the hash of the calendar feed's token, in the place of the one before.
func (tx *Tx) SaveFeed(hash string) error {
	if err := tx.DeleteFeed(); err != nil {
		return err
	}
	return tx.do(`INSERT INTO feed (account, hash, created_at) VALUES ($1, $2, $3)`, tx.account, hash, stamp(tx.now))
}

// DeleteFeed takes the calendar feed back.
func (tx *Tx) DeleteFeed() error {
	return tx.do(`DELETE FROM feed WHERE account = $1`, tx.account)
}

// Feed is NotFound when hash is not that of the feed's token; an empty hash asks whether there is one.
func (tx *Tx) Feed(hash string) error {
	_, err := one(tx, "feed", `SELECT account FROM feed WHERE account = $1 AND (hash = $2 OR $2 = '')`, scanID, tx.account, hash)
	return err
}

// onceFor is how long a form that was taken is remembered.
const onceFor = 7 * 24 * time.Hour

// Once tells whether a form with this key was taken before, and with what result.
func (tx *Tx) Once(key string) (already bool, result string, err error) {
	list, err := all(tx, `SELECT result FROM once WHERE account = $1 AND name = $2`,
		scanWords, tx.account, key)
	if err != nil || len(list) == 0 {
		return false, "", err
	}
	return true, list[0], nil
}

// SaveOnce remembers for a week that a form was taken; Conflict when it was already.
func (tx *Tx) SaveOnce(key, result string) error {
	if key == "" {
		return afterword.Errorf(afterword.Internal, "a form without a key")
	}
	if err := tx.do(`DELETE FROM once WHERE account = $1 AND at <= $2`, tx.account, stamp(tx.now.Add(-onceFor))); err != nil {
		return err
	}
	return tx.do(`INSERT INTO once (account, name, result, at) VALUES ($1, $2, $3, $4)`, tx.account, key, result, stamp(tx.now))
}

// Meta is a value kept for the whole folder, empty when it was never set.
func (tx *Tx) Meta(key string) (string, error) {
	list, err := all(tx, `SELECT value FROM folder WHERE name = $1`, scanWords, key)
	if err != nil || len(list) == 0 {
		return "", err
	}
	return list[0], nil
}

// SetMeta keeps a value for the whole folder.
func (tx *Tx) SetMeta(key, value string) error {
	return tx.do(`INSERT INTO folder (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, key, value)
}
