package store

import "afterword"

const applicationColumns = `id, kind, employer, role, region, agency, contact, created_at, version`

func scanApplication(r row) (a afterword.Application, err error) {
	return a, r.Scan(&a.ID, &a.Kind, &a.Employer, &a.Role, &a.Region, &a.Agency, &a.Contact, (*stamp)(&a.CreatedAt), &a.Version)
}

// CreateApplication keeps a new one.
func (tx *Tx) CreateApplication(a *afterword.Application) error {
	return created(&a.Version, tx.putApplication(a, 1))
}

func (tx *Tx) putApplication(a *afterword.Application, version int) error {
	err := tx.do(`INSERT INTO application (account, `+applicationColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		tx.account, a.ID, string(a.Kind), a.Employer, a.Role, a.Region, a.Agency, a.Contact, stamp(a.CreatedAt), version)
	if err != nil {
		return err
	}
	return tx.index(applicationFinding(a))
}

// UpdateApplication changes one; Conflict when someone did meanwhile.
func (tx *Tx) UpdateApplication(a *afterword.Application) error {
	err := tx.versioned("application", a.ID, &a.Version, `UPDATE application SET kind = $4, employer = $5, role = $6, region = $7,
		agency = $8, contact = $9, version = version + 1 WHERE account = $1 AND id = $2 AND version = $3`,
		tx.account, a.ID, a.Version, string(a.Kind), a.Employer, a.Role, a.Region, a.Agency, a.Contact)
	if err != nil {
		return err
	}
	return tx.reindex(a.ID, applicationFinding(a))
}

func applicationFinding(a *afterword.Application) finding {
	return finding{Hit: Hit{Kind: "application", ID: a.ID, Application: a.ID, Title: a.Employer, Text: a.Role, At: a.CreatedAt}}
}

// Application is the one with that id.
func (tx *Tx) Application(id afterword.ID) (afterword.Application, error) {
	return one(tx, "application", `SELECT `+applicationColumns+` FROM application WHERE account = $1 AND id = $2`,
		scanApplication, tx.account, id)
}

// Applications are all of them, oldest first.
func (tx *Tx) Applications() ([]afterword.Application, error) {
	return all(tx, `SELECT `+applicationColumns+` FROM application WHERE account = $1 ORDER BY created_at, id`, scanApplication, tx.account)
}

// Unbooked are the applications that have no round, the newest first, so many at most.
func (tx *Tx) Unbooked(limit int) ([]afterword.Application, error) {
	return all(tx, `SELECT `+applicationColumns+` FROM application WHERE account = $1
		AND NOT EXISTS (SELECT 1 FROM interview i WHERE i.account = application.account AND i.application = application.id)
		ORDER BY created_at DESC, id LIMIT $2`, scanApplication, tx.account, limit)
}

// DeleteApplication removes an application with all that hangs on it, its facts too. People stay.
func (tx *Tx) DeleteApplication(id afterword.ID) error {
	for _, q := range []string{
		`DELETE FROM finding WHERE account = $1 AND application = $2`,
		`DELETE FROM fact WHERE account = $1 AND application = $2`,
		`DELETE FROM role WHERE account = $1 AND application = $2`,
		`DELETE FROM message WHERE account = $1 AND interview IN (SELECT id FROM interview WHERE account = $1 AND application = $2)`,
	} {
		if id == "" { // what belongs to no application is not an application
			break
		}
		if err := tx.do(q, tx.account, id); err != nil {
			return err
		}
	}
	return tx.remove("application", `DELETE FROM application WHERE account = $1 AND id = $2`, tx.account, id)
}
