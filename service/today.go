package service

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/store"
)

// todayWaiting is how many waiting interviews Today shows; Interviews has the rest.
const todayWaiting = 20

// Today is what is mine now, what waits and what comes.
func (s *Service) Today(ctx context.Context, a afterword.Actor) (t TodayView, err error) {
	t = TodayView{Waiting: []LineView{}, Coming: []LineView{}, Steps: []afterword.Step{}}
	err = s.read(ctx, a, func(w *work) error {
		lines, err := w.todayLines()
		if err != nil {
			return err
		}
		at := map[afterword.ID]store.Line{}
		open := map[afterword.ID]bool{}
		seen := map[string]bool{} // what the rounds of one application share is listed once
		for _, l := range lines {
			at[l.Interview] = l
			if l.State != afterword.StateClosed {
				open[l.Application] = true
			}
			if err := t.take(l, w, seen); err != nil {
				return err
			}
		}
		t.Open = len(open)
		if err := t.closedLately(w, open); err != nil {
			return err
		}
		slices.SortStableFunc(t.Steps, policy.Sooner(w.Now()))
		slices.SortStableFunc(t.Waiting, func(x, y LineView) int { return x.Until.Compare(y.Until) })
		slices.Reverse(t.Coming) // lists are newest first; here the next one leads
		if len(t.Steps) > 0 {
			now := t.Steps[0]
			t.Now = &now
			line := w.lineView(at[now.Interview])
			t.NowAt = &line
		}
		t.Says = t.sentence()
		if t.Says == nothingYet {
			any, err := w.Lines(store.LineFilter{Limit: 1})
			if err != nil {
				return err
			}
			if len(any) > 0 { // all of it is closed
				t.Says = "Nothing to do today. When you have an interview, paste the invitation."
			}
		}
		return nil
	})
	return t, err
}

// What Today shows of closed ones: a few, of interviews that were not long ago.
const (
	todayDone = 3
	lately    = 6 * 7 * 24 * time.Hour
)

// closedLately are applications that ended, the newest first.
func (t *TodayView) closedLately(w *work, open map[afterword.ID]bool) error {
	no := false
	lines, err := w.fresh(store.LineFilter{Open: &no, Limit: 2 * todayDone})
	if err != nil {
		return err
	}
	for _, l := range lines {
		at := l.End
		if at.IsZero() {
			at = l.Start
		}
		if len(t.Done) < todayDone && !open[l.Application] && l.Outcome.Ends() && w.Now().Sub(at) < lately {
			open[l.Application] = true // its other rounds say the same
			t.Done = append(t.Done, w.lineView(l))
		}
	}
	return nil
}

// todayLines are those with something to do, those that come, and the first that wait.
func (w *work) todayLines() ([]store.Line, error) {
	open, mine := true, true
	due, err := w.StaleLines(w.Now())
	if err != nil {
		return nil, err
	}
	lines, err := w.fresh(store.LineFilter{Open: &open, Mine: &mine})
	if err != nil {
		return nil, err
	}
	more, err := w.fresh(store.LineFilter{Open: &open, States: []afterword.State{afterword.StateComingUp}, Limit: todayWaiting})
	if err != nil {
		return nil, err
	}
	waits, err := w.fresh(store.LineFilter{Open: &open, States: []afterword.State{afterword.StateWaiting, afterword.StateAsked}, Limit: todayWaiting})
	if err != nil {
		return nil, err
	}
	more = append(more, waits...)
	for _, id := range due { // what became due since its line was computed
		ls, err := w.fresh(store.LineFilter{Application: id})
		if err != nil {
			return nil, err
		}
		more = append(more, ls...)
	}
	for _, l := range more {
		if !slices.ContainsFunc(lines, func(o store.Line) bool { return o.Interview == l.Interview }) {
			lines = append(lines, l)
		}
	}
	return lines, nil
}

// take sorts one line into the page.
func (t *TodayView) take(l store.Line, w *work, seen map[string]bool) error {
	switch l.State {
	case afterword.StateComingUp:
		t.Coming = append(t.Coming, w.lineView(l))
	case afterword.StateWaiting, afterword.StateAsked:
		if !seen["wait "+string(l.Application)] {
			seen["wait "+string(l.Application)] = true
			t.Waiting = append(t.Waiting, w.lineView(l))
		}
	}
	if !l.Mine {
		return nil
	}
	var steps []afterword.Step
	if err := json.Unmarshal(l.Plan, &steps); err != nil {
		return err
	}
	for _, s := range steps {
		key := string(l.Application) + " " + s.ID
		if s.Kind == afterword.StepPocketCard {
			key = string(l.Interview) + " " + s.ID
		}
		if !seen[key] {
			seen[key] = true
			t.Steps = append(t.Steps, s)
		}
	}
	return nil
}

// nothingYet is what the page says to someone who has just come (experience 3.9).
const nothingYet = "Nothing here yet. When you have an interview, paste the invitation."

// sentence is what the page says first (experience 3.6 and 3.9).
func (t *TodayView) sentence() string {
	switch {
	case t.Now != nil:
		return t.Now.Because
	case len(t.Waiting) > 0:
		return "Nothing to do today. You have done your part."
	case len(t.Coming) > 0:
		return "Nothing to do today."
	}
	return nothingYet
}
