package store

import "afterword"

const noteColumns = `id, application, interview, kind, person, channel, lang, written, subject, body, changed_at, rests_on, promise, created_at, version`

func scanNote(r row) (n afterword.Note, err error) {
	return n, r.Scan(&n.ID, &n.Application, &n.Interview, &n.Kind, &n.To, &n.Channel, &n.Lang, &n.Written, &n.Subject, &n.Body,
		(*stamp)(&n.ChangedAt), &n.RestsOn, &n.Promise, (*stamp)(&n.CreatedAt), &n.Version)
}

// CreateNote keeps a new one.
func (tx *Tx) CreateNote(n *afterword.Note) error {
	return created(&n.Version, tx.putNote(n, 1))
}

func (tx *Tx) putNote(n *afterword.Note, version int) error {
	err := tx.do(`INSERT INTO note (account, `+noteColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
		tx.account, n.ID, n.Application, n.Interview, string(n.Kind), n.To, string(n.Channel), n.Lang, n.Written, n.Subject, n.Body,
		stamp(n.ChangedAt), n.RestsOn, n.Promise, stamp(n.CreatedAt), version)
	if err != nil {
		return err
	}
	return tx.index(noteFinding(n)...)
}

// UpdateNote changes one; Conflict when someone did meanwhile. It stays in its application.
func (tx *Tx) UpdateNote(n *afterword.Note) error {
	err := tx.versioned("note", n.ID, &n.Version, `UPDATE note SET interview = $4, kind = $5, person = $6, channel = $7, lang = $8,
		written = $9, subject = $10, body = $11, changed_at = $12, rests_on = $13, promise = $14, version = version + 1
		WHERE account = $1 AND id = $2 AND version = $3`,
		tx.account, n.ID, n.Version, n.Interview, string(n.Kind), n.To, string(n.Channel), n.Lang, n.Written, n.Subject, n.Body,
		stamp(n.ChangedAt), n.RestsOn, n.Promise)
	if err != nil {
		return err
	}
	return tx.reindex(n.ID, noteFinding(n)...)
}

// noteFinding is nothing for a draft without a text of its own.
func noteFinding(n *afterword.Note) []finding {
	if n.Subject == "" && n.Body == "" {
		return nil
	}
	at := n.ChangedAt
	if at.IsZero() {
		at = n.CreatedAt
	}
	return []finding{{Hit: Hit{Kind: "note", ID: n.ID, Application: n.Application, Interview: n.Interview, Title: n.Subject, Text: n.Body, At: at}}}
}

// Note is the one with that id.
func (tx *Tx) Note(id afterword.ID) (afterword.Note, error) {
	return one(tx, "note", `SELECT `+noteColumns+` FROM note WHERE account = $1 AND id = $2`, scanNote, tx.account, id)
}

// Notes are those of one application, oldest first.
func (tx *Tx) Notes(application afterword.ID) ([]afterword.Note, error) {
	return all(tx, `SELECT `+noteColumns+` FROM note WHERE account = $1 AND application = $2 ORDER BY created_at, id`, scanNote, tx.account, application)
}

const earlierColumns = `note, version, subject, body, changed_at`

func scanEarlier(r row) (e afterword.EarlierText, err error) {
	return e, r.Scan(&e.Note, &e.Version, &e.Subject, &e.Body, (*stamp)(&e.ChangedAt))
}

// KeepEarlier keeps what a note said.
func (tx *Tx) KeepEarlier(e *afterword.EarlierText) error {
	return tx.do(`INSERT INTO earlier (account, `+earlierColumns+`) VALUES ($1, $2, $3, $4, $5, $6)`,
		tx.account, e.Note, e.Version, e.Subject, e.Body, stamp(e.ChangedAt))
}

// Earlier is what a note said before, the newest first.
func (tx *Tx) Earlier(note afterword.ID) ([]afterword.EarlierText, error) {
	return all(tx, `SELECT `+earlierColumns+` FROM earlier WHERE account = $1 AND note = $2 ORDER BY version DESC`, scanEarlier, tx.account, note)
}

// DropEarlier forgets what a note said up to a version.
func (tx *Tx) DropEarlier(note afterword.ID, upTo int) error {
	return tx.do(`DELETE FROM earlier WHERE account = $1 AND note = $2 AND version <= $3`, tx.account, note, upTo)
}

// DeleteNote removes one. Facts about it stay.
func (tx *Tx) DeleteNote(id afterword.ID) error {
	if err := tx.do(`DELETE FROM finding WHERE account = $1 AND id = $2`, tx.account, id); err != nil {
		return err
	}
	return tx.remove("note", `DELETE FROM note WHERE account = $1 AND id = $2`, tx.account, id)
}
