package store

import "afterword"

// Account is the account of the transaction; NotFound before the first SaveAccount.
func (tx *Tx) Account() (afterword.Account, error) {
	return one(tx, "account", `SELECT account, settings, version FROM account WHERE account = $1`,
		func(r row) (a afterword.Account, err error) {
			return a, r.Scan(&a.ID, opaque{&a.Settings}, &a.Version)
		}, tx.account)
}

// SaveAccount creates the account of the transaction when its Version is 0, and changes it otherwise.
func (tx *Tx) SaveAccount(a *afterword.Account) error {
	if string(a.ID) != tx.account {
		return afterword.Errorf(afterword.NotFound, "there is no such account")
	}
	if a.Version == 0 {
		return created(&a.Version, tx.do(`INSERT INTO account (account, settings, created_at, version) VALUES ($1, $2, $3, 1)`,
			tx.account, opaque{a.Settings}, stamp(tx.now)))
	}
	n, err := tx.exec(`UPDATE account SET settings = $3, version = version + 1 WHERE account = $1 AND version = $2`,
		tx.account, a.Version, opaque{a.Settings})
	if err != nil {
		return err
	}
	if n == 0 {
		if _, err := tx.Account(); err != nil {
			return err
		}
		return changedMeanwhile("account")
	}
	a.Version++
	return nil
}

// EraseAccount removes the account and everything that it holds: every table with a person's data
// refers to it.
func (tx *Tx) EraseAccount() error {
	return tx.remove("account", `DELETE FROM account WHERE account = $1`, tx.account)
}
