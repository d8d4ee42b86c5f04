package store

import "afterword"

const awayColumns = `id, from_day, to_day, note, source`

func scanAway(r row) (a afterword.Away, err error) {
	return a, r.Scan(&a.ID, (*day)(&a.From), (*day)(&a.To), &a.Note, &a.Source)
}

// SaveAway keeps days on which the candidate is away, or changes them.
func (tx *Tx) SaveAway(a afterword.Away) error {
	return tx.do(`INSERT INTO away (account, `+awayColumns+`) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (account, id) DO UPDATE SET from_day = excluded.from_day, to_day = excluded.to_day, note = excluded.note, source = excluded.source`,
		tx.account, a.ID, day(a.From), day(a.To), a.Note, a.Source)
}

// DeleteAway removes them.
func (tx *Tx) DeleteAway(id afterword.ID) error {
	return tx.remove("away", `DELETE FROM away WHERE account = $1 AND id = $2`, tx.account, id)
}

// AwayList is all of them by their first day.
func (tx *Tx) AwayList() ([]afterword.Away, error) {
	return all(tx, `SELECT `+awayColumns+` FROM away WHERE account = $1 ORDER BY from_day, id`, scanAway, tx.account)
}
