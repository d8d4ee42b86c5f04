package service

import (
	"context"

	"afterword"
)

// CardPrinted keeps the day on which a card was printed, which comes besides the email (R48).
func (s *Service) CardPrinted(ctx context.Context, a afterword.Actor, note string) error {
	return s.write(ctx, a, func(w *work) error {
		n, _, err := w.noteFile(note)
		if err != nil {
			return err
		}
		_, err = w.fact(afterword.Fact{Application: n.Application, Interview: n.Interview, Kind: afterword.CardPrinted,
			Detail: afterword.Detail{Note: n.ID}})
		return err
	})
}

// Connected keeps that the candidate is in touch with someone elsewhere, such as on a network (R96).
func (s *Service) Connected(ctx context.Context, a afterword.Actor, interview, person string) (v FactView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		iv, f, err := w.round(interview)
		if err != nil {
			return err
		}
		p, err := w.personNear(f, "person", person)
		if err != nil {
			return err
		}
		made, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Connected,
			Detail: afterword.Detail{Person: p.ID}})
		if err != nil {
			return err
		}
		v = w.factView(f, made)
		return nil
	})
	return v, err
}
