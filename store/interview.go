package store

import "afterword"

const interviewColumns = `id, application, uid, sequence, summary, subject, location, link, invited, created_at, version`

func scanInterview(r row) (i afterword.Interview, err error) {
	return i, r.Scan(&i.ID, &i.Application, &i.UID, &i.Sequence, &i.Summary, &i.Subject, &i.Location, &i.Link, opaque{&i.Invited},
		(*stamp)(&i.CreatedAt), &i.Version)
}

// CreateInterview keeps a new round; it comes after those that its application has.
func (tx *Tx) CreateInterview(i *afterword.Interview) error {
	return created(&i.Version, tx.putInterview(i, 1))
}

func (tx *Tx) putInterview(i *afterword.Interview, version int) error {
	return tx.do(`INSERT INTO interview (account, `+interviewColumns+`, n) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
		(SELECT coalesce(max(n), 0) + 1 FROM interview WHERE account = $1 AND application = $3))`,
		tx.account, i.ID, i.Application, i.UID, i.Sequence, i.Summary, i.Subject, i.Location, i.Link, opaque{i.Invited}, stamp(i.CreatedAt), version)
}

// UpdateInterview changes one; Conflict when someone did meanwhile. It stays in its application.
func (tx *Tx) UpdateInterview(i *afterword.Interview) error {
	return tx.versioned("interview", i.ID, &i.Version, `UPDATE interview SET uid = $4, sequence = $5, summary = $6, subject = $7,
		location = $8, link = $9, invited = $10, version = version + 1 WHERE account = $1 AND id = $2 AND version = $3`,
		tx.account, i.ID, i.Version, i.UID, i.Sequence, i.Summary, i.Subject, i.Location, i.Link, opaque{i.Invited})
}

// Interview is the one with that id.
func (tx *Tx) Interview(id afterword.ID) (afterword.Interview, error) {
	return one(tx, "interview", `SELECT `+interviewColumns+` FROM interview WHERE account = $1 AND id = $2`, scanInterview, tx.account, id)
}

// InterviewsByUID are those that came with that UID of an invitation, oldest first.
func (tx *Tx) InterviewsByUID(uid string) ([]afterword.Interview, error) {
	return all(tx, `SELECT `+interviewColumns+` FROM interview WHERE account = $1 AND uid = $2 ORDER BY created_at, id`, scanInterview, tx.account, uid)
}

// Interviews are the rounds of an application, in the order in which they were added.
func (tx *Tx) Interviews(application afterword.ID) ([]afterword.Interview, error) {
	return all(tx, `SELECT `+interviewColumns+` FROM interview WHERE account = $1 AND application = $2 ORDER BY n, id`, scanInterview, tx.account, application)
}

// AllInterviews are those of every application, those of one together in the order of adding.
func (tx *Tx) AllInterviews() ([]afterword.Interview, error) {
	return all(tx, `SELECT `+interviewColumns+` FROM interview WHERE account = $1 ORDER BY application, n, id`, scanInterview, tx.account)
}

// DeleteInterview removes a round with all that hangs on it, its facts too.
func (tx *Tx) DeleteInterview(id afterword.ID) error {
	i, err := tx.Interview(id)
	if err != nil {
		return err
	}
	if err := tx.forget(i); err != nil {
		return err
	}
	for _, q := range []string{
		`DELETE FROM finding WHERE account = $1 AND interview = $2 AND application = $3`,
		`DELETE FROM note WHERE account = $1 AND interview = $2 AND application = $3`,
	} {
		if err := tx.do(q, tx.account, id, i.Application); err != nil {
			return err
		}
	}
	if err := tx.do(`DELETE FROM message WHERE account = $1 AND interview = $2`, tx.account, id); err != nil {
		return err
	}
	return tx.remove("interview", `DELETE FROM interview WHERE account = $1 AND id = $2`, tx.account, id)
}

// forget removes the facts of a round, and those that void one of them.
func (tx *Tx) forget(i afterword.Interview) error {
	facts, err := tx.Facts(i.Application)
	if err != nil {
		return err
	}
	gone := map[afterword.ID]bool{}
	for _, f := range facts { // a fact that voids comes after the one it voids
		gone[f.ID] = f.Interview == i.ID || f.Kind == afterword.Voided && gone[f.Detail.Voids]
	}
	for _, f := range facts {
		if !gone[f.ID] {
			continue
		}
		if err := tx.do(`DELETE FROM fact WHERE account = $1 AND id = $2`, tx.account, f.ID); err != nil {
			return err
		}
	}
	return nil
}
