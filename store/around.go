package store

import (
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
	employer    string
	at          time.Time
}

// contacts are the facts that count as contact with an employer.
const contacts = `('sent', 'wrote', 'no', 'offer', 'next_round', 'delay', 'documents', 'references', 'feedback', 'moved', 'called_off', 'stopped', 'connected')`

// Around reads what the rules of these applications need to know of the others, in four queries
// however many there are. It leans on the lines: those of an application that was just changed must
// be saved before another one's rules are asked.
func (tx *Tx) Around(of []afterword.Application) (Surroundings, error) {
	s := Surroundings{accepted: map[afterword.ID]time.Time{}, contact: map[string][]contact{}, open: map[afterword.ID]bool{}}
	err := each(tx, `SELECT f.application, f.at FROM line l JOIN fact f ON f.account = l.account AND f.application = l.application
		WHERE l.account = $1 AND l.outcome = 'accepted' AND f.kind = 'accepted' ORDER BY f.seq`, func(r row) error {
		var id afterword.ID
		var at time.Time
		if err := r.Scan(&id, (*stamp)(&at)); err != nil {
			return err
		}
		s.accepted[id] = at
		return nil
	}, tx.account)
	if err != nil {
		return s, err
	}
	if s.newest, err = tx.lastMove(); err != nil {
		return s, err
	}
	err = each(tx, `SELECT DISTINCT application FROM line WHERE account = $1 AND is_open = $2`, func(r row) error {
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
	var names []afterword.ID
	for _, a := range of {
		if a.Employer != "" {
			names = append(names, afterword.ID(strings.ToLower(a.Employer)))
		}
	}
	list, err := within(tx, `SELECT f.application, lower(a.employer), max(f.at) FROM application a
		JOIN fact f ON f.account = a.account AND f.application = a.id
		WHERE a.account = $1 AND f.kind IN `+contacts+` AND lower(a.employer) IN`, `GROUP BY f.application, lower(a.employer)`,
		func(r row) (c contact, err error) {
			return c, r.Scan(&c.application, &c.employer, (*stamp)(&c.at))
		}, names)
	for _, c := range list {
		s.contact[c.employer] = append(s.contact[c.employer], c)
	}
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
