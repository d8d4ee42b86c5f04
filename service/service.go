// Package service holds the verbs: what a person does, one verb one transaction. A verb checks the
// actor, loads what is known, lets the pure packages decide, and saves.
//
// Read work.go first: how a transaction is framed and how a case is loaded. It refuses to decide on
// dates and permission (policy does), to word letters (note does) and to know a face.
package service

import (
	"context"
	"sync"
	"time"

	"afterword"
	"afterword/store"
)

// Options are what a service needs.
type Options struct {
	DB        *store.DB
	Now       func() time.Time
	Local     *time.Location // the machine's zone: the own zone until one is set
	Pretended bool           // now is made up; a folder written with it is never used to send
}

// Service is safe for use by several goroutines.
type Service struct {
	db        *store.DB
	now       func() time.Time
	local     *time.Location
	pretended bool
	zones     sync.Map // IANA name → *time.Location
	keys      keyring
	shelf     shelf
}

// New makes a service on an open database.
func New(o Options) *Service {
	s := &Service{db: o.DB, now: o.Now, local: o.Local, pretended: o.Pretended}
	if s.now == nil {
		s.now = time.Now
	}
	if s.local == nil {
		s.local = time.Local
	}
	if s.db != nil {
		s.db = s.db.At(s.now) // a verb has one now, whoever asks for it
	}
	return s
}

// Now is the moment the service acts at.
func (s *Service) Now() time.Time { return s.now() }

// metaPretended marks a folder that was written at a pretended time.
const metaPretended = "pretended"

// Own is the one account of a folder, made at first use.
func (s *Service) Own(ctx context.Context, face string) (afterword.Actor, error) {
	actor := afterword.Actor{Account: ownAccount, Face: face}
	err := s.db.Read(ctx, ownAccount, func(tx *store.Tx) error {
		_, err := tx.Account()
		return err
	})
	if err == nil || afterword.KindOf(err) != afterword.NotFound {
		return actor, err
	}
	return actor, s.db.Write(ctx, ownAccount, func(tx *store.Tx) error {
		if _, err := tx.Account(); err == nil {
			return nil // another start was quicker
		}
		return tx.SaveAccount(&afterword.Account{ID: ownAccount})
	})
}

// ownAccount is the account of a folder that belongs to one person.
const ownAccount afterword.ID = "own"

// zone loads an IANA zone once.
func (s *Service) zone(name string) (*time.Location, bool) {
	if l, ok := s.zones.Load(name); ok {
		return l.(*time.Location), true
	}
	if name == "" || name == "Local" {
		return nil, false
	}
	l, err := time.LoadLocation(name)
	if err != nil {
		return nil, false
	}
	s.zones.Store(name, l)
	return l, true
}
