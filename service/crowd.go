package service

import (
	"slices"

	"afterword"
)

// crowd is the people and their roles, each read once in a transaction: an invitation, a debrief or a list
// names many people, and each of them is looked for. What is written goes through it.
type crowd struct {
	people []afterword.Person
	roles  map[afterword.ID][]afterword.Role // by application
	held   []afterword.Role                  // all of them
}

// People are everyone, those who turned out to be another included.
func (w *work) People() ([]afterword.Person, error) {
	var err error
	if w.people == nil {
		w.people, err = w.Tx.People()
	}
	return w.people, err
}

// CreatePerson keeps a new one.
func (w *work) CreatePerson(p *afterword.Person) error {
	if err := w.Tx.CreatePerson(p); err != nil || w.people == nil {
		return err
	}
	w.people = append(w.people, *p)
	return nil
}

// UpdatePerson changes one.
func (w *work) UpdatePerson(p *afterword.Person) error {
	err := w.Tx.UpdatePerson(p)
	for i, o := range w.people {
		if o.ID == p.ID {
			w.people[i] = *p
		}
	}
	return err
}

// Roles are those held in one application.
func (w *work) Roles(application afterword.ID) ([]afterword.Role, error) {
	if held, ok := w.roles[application]; ok {
		return held, nil
	}
	held, err := w.Tx.Roles(application)
	if err != nil {
		return nil, err
	}
	if w.roles == nil {
		w.roles = map[afterword.ID][]afterword.Role{}
	}
	w.roles[application] = held
	return held, nil
}

// AllRoles are those of every application, and the referees.
func (w *work) AllRoles() ([]afterword.Role, error) {
	var err error
	if w.held == nil {
		w.held, err = w.Tx.AllRoles()
	}
	return w.held, err
}

// SaveRole keeps a role; the same role of the same person gets the new title.
func (w *work) SaveRole(r afterword.Role) error {
	w.held = nil
	err := w.Tx.SaveRole(r)
	held, ok := w.roles[r.Application]
	if !ok {
		return err
	}
	for i, o := range held {
		if o.Person == r.Person && o.Kind == r.Kind {
			held = slices.Clone(held) // others hold the list
			held[i].Title = r.Title
			w.roles[r.Application] = held
			return err
		}
	}
	w.roles[r.Application] = append(slices.Clip(held), r)
	return err
}

// DeleteRole removes one.
func (w *work) DeleteRole(r afterword.Role) error {
	w.held = nil
	delete(w.roles, r.Application)
	return w.Tx.DeleteRole(r)
}
