package store

import "afterword"

func scanAway(r row) (a afterword.Away, err error) {
	return a, r.Scan(&a.ID, (*day)(&a.From), (*day)(&a.To), &a.Note)
}

// SaveAway keeps days on which the candidate is away, or changes them.
func (tx *Tx) SaveAway(a afterword.Away) error {
	return tx.do(`INSERT INTO away (account, id, from_day, to_day, note) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (account, id) DO UPDATE SET from_day = excluded.from_day, to_day = excluded.to_day, note = excluded.note`,
		tx.account, a.ID, day(a.From), day(a.To), a.Note)
}

// DeleteAway removes them.
func (tx *Tx) DeleteAway(id afterword.ID) error {
	return tx.remove("away", `DELETE FROM away WHERE account = $1 AND id = $2`, tx.account, id)
}

// AwayList is all of them by their first day.
func (tx *Tx) AwayList() ([]afterword.Away, error) {
	return all(tx, `SELECT id, from_day, to_day, note FROM away WHERE account = $1 ORDER BY from_day, id`, scanAway, tx.account)
}
