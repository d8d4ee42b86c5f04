package store

import (
	"maps"
	"slices"
	"strings"
	"time"

	"afterword"
)

// Surroundings are what the rules of one application need to know of the others.
type Surroundings struct {
	accepted map[afterword.ID]time.Time // by application
	newest   time.Time
	contact  map[string][]contact // by employer in lower case
	open     map[afterword.ID]bool
}

type contact struct {
	application afterword.ID
	at          time.Time
}

// contacts are the facts that count as contact with an employer.
const contacts = `('sent', 'wrote', 'no', 'offer', 'next_round', 'delay', 'documents', 'references', 'feedback', 'moved', 'called_off', 'stopped', 'connected')`

// Around reads what the rules of these applications need to know of the others, in five queries
// at most, however many there are. It leans on the lines: those of an application that was just changed must
// be saved before another one's rules are asked.
func (tx *Tx) Around(of []afterword.Application) (Surroundings, error) {
	s := Surroundings{accepted: map[afterword.ID]time.Time{}, contact: map[string][]contact{}, open: map[afterword.ID]bool{}}
	newest := map[afterword.ID]int64{}
	err := each(tx, `SELECT application, at, seq FROM fact WHERE account = $1 AND kind = 'accepted'
		AND application IN (SELECT application FROM line WHERE account = $1 AND outcome = 'accepted')`, func(r row) error {
		var id afterword.ID
		var at time.Time
		var seq int64
		if err := r.Scan(&id, (*stamp)(&at), &seq); err != nil {
			return err
		}
		if seq > newest[id] {
			newest[id], s.accepted[id] = seq, at
		}
		return nil
	}, tx.account)
	if err != nil {
		return s, err
	}
	if s.newest, err = tx.lastMove(); err != nil {
		return s, err
	}
	err = each(tx, `SELECT application FROM line WHERE account = $1 AND is_open = $2`, func(r row) error {
		var id afterword.ID
		err := r.Scan(&id)
		s.open[id] = true
		return err
	}, tx.account, true)
	if err != nil {
		return s, err
	}
	return s, tx.contacts(of, &s)
}

// lastMove is when the newest fact that stands happened: what was taken back moved nothing, and neither
// did taking it back. It looks a bounded way back.
func (tx *Tx) lastMove() (at time.Time, err error) {
	recent, err := all(tx, `SELECT `+factColumns+` FROM fact WHERE account = $1 ORDER BY seq DESC LIMIT 32`, scanFact, tx.account)
	slices.Reverse(recent)
	markVoided(recent)
	for _, f := range slices.Backward(recent) {
		if f.Kind != afterword.Voided && f.VoidedBy == "" {
			return f.At, err
		}
	}
	return at, err
}

// contacts finds when an employer was last written to or heard from, per application.
func (tx *Tx) contacts(of []afterword.Application, s *Surroundings) error {
	asked := map[afterword.ID]bool{}
	var names []afterword.ID
	for _, a := range of {
		asked[a.ID] = true
		if a.Employer != "" {
			names = append(names, afterword.ID(strings.ToLower(a.Employer)))
		}
	}
	employer := map[afterword.ID]string{}
	others := false
	_, err := within(tx, `SELECT id, lower(employer) FROM application WHERE account = $1 AND lower(employer) IN`, ``,
		func(r row) (none struct{}, err error) {
			var id afterword.ID
			var name string
			err = r.Scan(&id, &name)
			employer[id] = name
			others = others || !asked[id]
			return none, err
		}, names)
	if err != nil || len(of) == 1 && !others { // nobody else is at that employer
		return err
	}
	_, err = within(tx, `SELECT application, max(at) FROM fact WHERE account = $1 AND kind IN `+contacts+` AND application IN`, `GROUP BY application`,
		func(r row) (none struct{}, err error) {
			var c contact
			err = r.Scan(&c.application, (*stamp)(&c.at))
			at := employer[c.application]
			s.contact[at] = append(s.contact[at], c)
			return none, err
		}, slices.Sorted(maps.Keys(employer)))
	return err
}

// Elsewhere is what the rules of one application need to know of the others.
func (s Surroundings) Elsewhere(a afterword.Application) afterword.Elsewhere {
	e := afterword.Elsewhere{LastMove: s.newest}
	for id, at := range s.accepted {
		if id != a.ID && (e.Accepted.IsZero() || at.Before(e.Accepted)) {
			e.Accepted = at
		}
	}
	for id := range s.open {
		if id != a.ID {
			e.Open++
		}
	}
	for _, c := range s.contact[strings.ToLower(a.Employer)] {
		if c.application != a.ID && c.at.After(e.EmployerContact) {
			e.EmployerContact = c.at
		}
	}
	return e
}
