package service

import (
	"context"
	"time"

	"afterword"
)

// ApplicationView is an application without a round: there is nothing to plan yet.
type ApplicationView struct {
	ID       afterword.ID      `json:"id"`
	Employer string            `json:"employer"`
	Role     string            `json:"role"`
	Since    time.Time         `json:"since"`
	Outcome  afterword.Outcome `json:"outcome"` // empty while it is open
}

// unbookedLimit is how many applications without a round are listed, the newest.
const unbookedLimit = 500

// Unbooked are the newest applications that have no round yet, such as those from a list.
func (s *Service) Unbooked(ctx context.Context, a afterword.Actor) (list []ApplicationView, err error) {
	list = []ApplicationView{}
	err = s.read(ctx, a, func(w *work) error {
		apps, err := w.Tx.Unbooked(unbookedLimit)
		if err != nil {
			return err
		}
		ids := make([]afterword.ID, len(apps))
		for i, x := range apps {
			ids[i] = x.ID
		}
		files, err := w.files(ids)
		if err != nil {
			return err
		}
		for _, x := range apps {
			list = append(list, ApplicationView{ID: x.ID, Employer: x.Employer, Role: x.Role, Since: x.CreatedAt, Outcome: files[x.ID].stand("", w.Now()).Outcome})
		}
		return nil
	})
	return list, err
}

// Application is one application, with rounds or without.
func (s *Service) Application(ctx context.Context, a afterword.Actor, id afterword.ID) (v ApplicationView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		x, err := w.Tx.Application(id)
		v = ApplicationView{ID: x.ID, Employer: x.Employer, Role: x.Role, Since: x.CreatedAt}
		return err
	})
	return v, err
}
