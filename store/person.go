package store

import (
	"cmp"
	"slices"

	"afterword"
)

const personColumns = `id, name, email, phone, links, called, register, merged_into, created_at, version`

func scanPerson(r row) (p afterword.Person, err error) {
	return p, r.Scan(&p.ID, &p.Name, &p.Email, &p.Phone, opaque{&p.Links}, &p.Called, &p.Register, &p.MergedInto,
		(*stamp)(&p.CreatedAt), &p.Version)
}

// CreatePerson keeps a new one.
func (tx *Tx) CreatePerson(p *afterword.Person) error {
	return created(&p.Version, tx.putPerson(p, 1))
}

func (tx *Tx) putPerson(p *afterword.Person, version int) error {
	err := tx.do(`INSERT INTO person (account, `+personColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		tx.account, p.ID, p.Name, p.Email, p.Phone, opaque{p.Links}, p.Called, p.Register, p.MergedInto, stamp(p.CreatedAt), version)
	if err != nil {
		return err
	}
	return tx.index(personFinding(p)...)
}

// UpdatePerson changes one; Conflict when someone did meanwhile.
func (tx *Tx) UpdatePerson(p *afterword.Person) error {
	err := tx.versioned("person", p.ID, &p.Version, `UPDATE person SET name = $4, email = $5, phone = $6, links = $7, called = $8,
		register = $9, merged_into = $10, version = version + 1 WHERE account = $1 AND id = $2 AND version = $3`,
		tx.account, p.ID, p.Version, p.Name, p.Email, p.Phone, opaque{p.Links}, p.Called, p.Register, p.MergedInto)
	if err != nil {
		return err
	}
	return tx.reindex(p.ID, personFinding(p)...)
}

// personFinding is nothing for one who turned out to be another.
func personFinding(p *afterword.Person) []finding {
	if p.MergedInto != "" {
		return nil
	}
	return []finding{{Hit: Hit{Kind: "person", ID: p.ID, Title: p.Name, Text: p.Email, At: p.CreatedAt}, more: []string{p.Called}}}
}

// Person is the one with that id.
func (tx *Tx) Person(id afterword.ID) (afterword.Person, error) {
	return one(tx, "person", `SELECT `+personColumns+` FROM person WHERE account = $1 AND id = $2`, scanPerson, tx.account, id)
}

// People are all of them by name, those who turned out to be another included.
func (tx *Tx) People() ([]afterword.Person, error) {
	people, err := all(tx, `SELECT `+personColumns+` FROM person WHERE account = $1`, scanPerson, tx.account)
	byName(people)
	return people, err
}

// Names are all people as lists need them: only their ids, names, addresses and who they turned out to be.
func (tx *Tx) Names() ([]afterword.Person, error) {
	people, err := all(tx, `SELECT id, name, email, merged_into FROM person WHERE account = $1`, func(r row) (p afterword.Person, err error) {
		return p, r.Scan(&p.ID, &p.Name, &p.Email, &p.MergedInto)
	}, tx.account)
	byName(people)
	return people, err
}

// PeopleNamed are some of them, by name.
func (tx *Tx) PeopleNamed(ids []afterword.ID) ([]afterword.Person, error) {
	people, err := within(tx, `SELECT `+personColumns+` FROM person WHERE account = $1 AND id IN`, ``, scanPerson, ids)
	byName(people)
	return people, err
}

func byName(people []afterword.Person) {
	folded := make(map[afterword.ID]string, len(people))
	for _, p := range people {
		folded[p.ID] = fold(p.Name)
	}
	slices.SortFunc(people, func(a, b afterword.Person) int {
		return cmp.Or(cmp.Compare(folded[a.ID], folded[b.ID]), cmp.Compare(a.ID, b.ID))
	})
}

// DeletePerson removes someone with their roles and points. Facts about them stay.
func (tx *Tx) DeletePerson(id afterword.ID) error {
	if err := tx.do(`DELETE FROM finding WHERE account = $1 AND id = $2`, tx.account, id); err != nil {
		return err
	}
	return tx.remove("person", `DELETE FROM person WHERE account = $1 AND id = $2`, tx.account, id)
}

func scanRole(r row) (o afterword.Role, err error) {
	return o, r.Scan(&o.Application, &o.Person, &o.Kind, &o.Title)
}

const roleColumns = `application, person, kind, title`

// SaveRole keeps a role; the same role of the same person gets the new title.
func (tx *Tx) SaveRole(o afterword.Role) error {
	return tx.do(`INSERT INTO role (account, `+roleColumns+`) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (account, application, person, kind) DO UPDATE SET title = excluded.title`,
		tx.account, o.Application, o.Person, string(o.Kind), o.Title)
}

// DeleteRole removes a role, whatever its title; one that is not there is no error.
func (tx *Tx) DeleteRole(o afterword.Role) error {
	return tx.do(`DELETE FROM role WHERE account = $1 AND application = $2 AND person = $3 AND kind = $4`,
		tx.account, o.Application, o.Person, string(o.Kind))
}

// Roles are those held in one application; "" are the referees for all.
func (tx *Tx) Roles(application afterword.ID) ([]afterword.Role, error) {
	return all(tx, `SELECT `+roleColumns+` FROM role WHERE account = $1 AND application = $2 ORDER BY person, kind`, scanRole, tx.account, application)
}

// AllRoles are those of every application, and the referees.
func (tx *Tx) AllRoles() ([]afterword.Role, error) {
	return all(tx, `SELECT `+roleColumns+` FROM role WHERE account = $1 ORDER BY application, person, kind`, scanRole, tx.account)
}

func scanPoints(r row) (p afterword.Points, err error) {
	return p, r.Scan(&p.Interview, &p.Person, opaque{&p.Points})
}

// SavePoints keeps what a referee was asked to stress; no points removes it.
func (tx *Tx) SavePoints(p afterword.Points) error {
	if len(p.Points) == 0 {
		return tx.do(`DELETE FROM points WHERE account = $1 AND interview = $2 AND person = $3`, tx.account, p.Interview, p.Person)
	}
	return tx.do(`INSERT INTO points (account, interview, person, points) VALUES ($1, $2, $3, $4)
		ON CONFLICT (account, interview, person) DO UPDATE SET points = excluded.points`,
		tx.account, p.Interview, p.Person, opaque{p.Points})
}

// Points are those of one interview.
func (tx *Tx) Points(interview afterword.ID) ([]afterword.Points, error) {
	return all(tx, `SELECT interview, person, points FROM points WHERE account = $1 AND interview = $2 ORDER BY person`, scanPoints, tx.account, interview)
}

// Addressed are the applications in which a note is for one of these people, or points were chosen for
// them to stress.
func (tx *Tx) Addressed(people []afterword.ID) ([]afterword.ID, error) {
	noted, err := within(tx, `SELECT DISTINCT application FROM note WHERE account = $1 AND person IN`, ``, scanID, people)
	if err != nil {
		return nil, err
	}
	pointed, err := within(tx, `SELECT DISTINCT i.application FROM points p JOIN interview i ON i.account = p.account AND i.id = p.interview
		WHERE p.account = $1 AND p.person IN`, ``, scanID, people)
	return append(noted, pointed...), err
}
