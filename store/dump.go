package store

import (
	"cmp"
	"slices"

	"afterword"
)

// Dump is everything of an account, one array per noun, in a stable order. Caches, sessions and
// tokens are left out.
type Dump struct {
	Account      afterword.Account       `json:"account"`
	Applications []afterword.Application `json:"applications"`
	Interviews   []afterword.Interview   `json:"interviews"`
	People       []afterword.Person      `json:"people"`
	Roles        []afterword.Role        `json:"roles"`
	Points       []afterword.Points      `json:"points"`
	Notes        []afterword.Note        `json:"notes"`
	Earlier      []afterword.EarlierText `json:"earlier"`
	Debriefs     []KeptDebrief           `json:"debriefs"`
	Messages     []afterword.Message     `json:"messages"`
	Away         []afterword.Away        `json:"away"`
	Invitations  []KeptInvitation        `json:"invitations"`
	Facts        []afterword.Fact        `json:"facts"`
}

// Dump reads everything of the account.
func (tx *Tx) Dump() (d Dump, err error) {
	if d.Account, err = tx.Account(); err != nil {
		return d, err
	}
	fill(&err, &d.Applications, tx.Applications)
	fill(&err, &d.Interviews, tx.AllInterviews)
	fill(&err, &d.People, tx.People)
	fill(&err, &d.Roles, tx.AllRoles)
	fill(&err, &d.Points, func() ([]afterword.Points, error) {
		return all(tx, `SELECT interview, person, points FROM points WHERE account = $1 ORDER BY interview, person`, scanPoints, tx.account)
	})
	fill(&err, &d.Notes, func() ([]afterword.Note, error) {
		return all(tx, `SELECT `+noteColumns+` FROM note WHERE account = $1 ORDER BY created_at, id`, scanNote, tx.account)
	})
	fill(&err, &d.Earlier, func() ([]afterword.EarlierText, error) {
		return all(tx, `SELECT `+earlierColumns+` FROM earlier WHERE account = $1 ORDER BY note, version`, scanEarlier, tx.account)
	})
	fill(&err, &d.Debriefs, func() ([]KeptDebrief, error) {
		return all(tx, `SELECT `+debriefColumns+` FROM debrief WHERE account = $1 ORDER BY interview, id`, scanDebrief, tx.account)
	})
	fill(&err, &d.Messages, func() ([]afterword.Message, error) {
		return all(tx, `SELECT `+messageColumns+` FROM message WHERE account = $1 ORDER BY created_at, id`, scanMessage, tx.account)
	})
	fill(&err, &d.Away, tx.AwayList)
	fill(&err, &d.Invitations, tx.Invitations)
	fill(&err, &d.Facts, func() ([]afterword.Fact, error) { return tx.FactsSince(0) })
	slices.SortStableFunc(d.People, func(a, b afterword.Person) int {
		return cmp.Or(a.CreatedAt.Compare(b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	return d, err
}

// fill reads one noun unless an earlier one went wrong.
func fill[T any](err *error, to *[]T, read func() ([]T, error)) {
	if *err == nil {
		*to, *err = read()
	}
}

// Load puts a dump into the account of the transaction, which must hold nothing yet; Conflict when it
// does. The settings are replaced, and every row keeps its version.
func (tx *Tx) Load(d Dump) error {
	taken, err := all(tx, `SELECT id FROM application WHERE account = $1 UNION ALL SELECT id FROM person WHERE account = $1
		UNION ALL SELECT id FROM fact WHERE account = $1 UNION ALL SELECT id FROM away WHERE account = $1
		UNION ALL SELECT id FROM message WHERE account = $1 LIMIT 1`, scanID, tx.account)
	if err != nil {
		return err
	}
	if len(taken) > 0 {
		return afterword.Errorf(afterword.Conflict, "there are data already").WithHint("import into an empty folder: --data DIR")
	}
	err = tx.do(`INSERT INTO account (account, settings, created_at, version) VALUES ($1, $2, $3, $4)
		ON CONFLICT (account) DO UPDATE SET settings = excluded.settings, version = excluded.version`,
		tx.account, opaque{d.Account.Settings}, stamp(tx.now), max(d.Account.Version, 1))
	if err != nil {
		return err
	}
	if err == nil {
		err = tx.gather(func() error { return tx.loadNouns(d) })
	}
	if err == nil { // what the engine refuses is said here, not at some later question
		_, err = all(tx, `SELECT 1`, scanNumber)
	}
	return err
}

// loadNouns puts in all but the account.
func (tx *Tx) loadNouns(d Dump) (err error) {
	put(&err, d.Applications, func(a *afterword.Application) error { return tx.putApplication(a, max(a.Version, 1)) })
	put(&err, d.Interviews, func(i *afterword.Interview) error { return tx.putInterview(i, max(i.Version, 1)) })
	put(&err, d.People, func(p *afterword.Person) error { return tx.putPerson(p, max(p.Version, 1)) })
	put(&err, d.Roles, func(r *afterword.Role) error { return tx.SaveRole(*r) })
	put(&err, d.Points, func(p *afterword.Points) error { return tx.SavePoints(*p) })
	put(&err, d.Notes, func(n *afterword.Note) error { return tx.putNote(n, max(n.Version, 1)) })
	put(&err, d.Earlier, tx.KeepEarlier)
	put(&err, d.Debriefs, func(k *KeptDebrief) error {
		kept := *k
		kept.Debrief.Begun, kept.Version = k.Begun, max(k.Version, 1)
		return tx.putDebrief(kept)
	})
	put(&err, d.Messages, tx.CreateMessage)
	put(&err, d.Away, func(a *afterword.Away) error { return tx.SaveAway(*a) })
	put(&err, d.Invitations, func(k *KeptInvitation) error { return tx.SaveInvitation(*k) })
	put(&err, d.Facts, tx.putFact)
	return err
}

// put writes one noun unless an earlier one went wrong.
func put[T any](err *error, list []T, write func(*T) error) {
	for i := range list {
		if *err == nil {
			*err = write(&list[i])
		}
	}
}
