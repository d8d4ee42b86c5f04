package service

import (
	"context"

	"afterword"
	"afterword/policy"
)

// Story is all that the page of an interview shows, read at one moment.
type Story struct {
	Interview InterviewView
	Plan      afterword.Plan
	Facts     []FactView
	Written   afterword.Debrief
	Decision  afterword.Decision
	Invited   bool // it came with an invitation that can be answered
}

// Story is the whole of one interview.
func (s *Service) Story(ctx context.Context, a afterword.Actor, ref string) (v Story, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		p, st, _ := policy.Survey(f.Case, iv.ID, f.rules, w.Now())
		v = Story{Interview: f.viewOf(iv, p, st), Plan: p, Facts: w.record(f), Written: st.Debrief}
		v.Decision = w.decision(v.Written)
		if iv.UID != "" {
			v.Invited, err = w.answerable(iv)
		}
		return err
	})
	return v, err
}
