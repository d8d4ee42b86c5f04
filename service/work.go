package service

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/store"
	"afterword/when"
)

// work is one verb at work: one transaction, one account, one now.
type work struct {
	*store.Tx
	s       *Service
	actor   afterword.Actor
	account afterword.Account
	own     *time.Location
	touched []afterword.ID // applications whose lines must be computed again
	all     bool           // every open application's
	reads   bool           // nothing is written
	alias   string         // another address of the candidate, in the invitation at hand
	names   []string       // employers, once read

	calendars map[string]when.Calendar // by region, once made
	crowd
}

// read runs fn on one consistent state.
func (s *Service) read(ctx context.Context, a afterword.Actor, fn func(*work) error) error {
	return s.db.Read(ctx, a.Account, func(tx *store.Tx) error {
		w, err := s.begin(tx, a)
		if err != nil {
			return err
		}
		w.reads = true
		return fn(w)
	})
}

// write runs fn in one transaction and brings the lines of what it touched up to date in the same one.
func (s *Service) write(ctx context.Context, a afterword.Actor, fn func(*work) error) error {
	return s.db.Write(ctx, a.Account, func(tx *store.Tx) error {
		w, err := s.begin(tx, a)
		if err != nil {
			return err
		}
		if s.pretended {
			if err := w.SetMeta(metaPretended, "yes"); err != nil {
				return err
			}
		}
		if err := fn(w); err != nil {
			return err
		}
		return w.refresh()
	})
}

func (s *Service) begin(tx *store.Tx, a afterword.Actor) (*work, error) {
	account, err := tx.Account()
	if err != nil {
		return nil, err
	}
	w := &work{Tx: tx, s: s, actor: a, account: account, own: s.local}
	if l, ok := s.zone(account.Settings.Zone); ok {
		w.own = l
	}
	return w, nil
}

// touch marks an application whose lines must be computed again.
func (w *work) touch(application afterword.ID) {
	if application != "" && !slices.Contains(w.touched, application) {
		w.touched = append(w.touched, application)
	}
}

// file is a case with the rules it is reckoned with.
type file struct {
	afterword.Case
	rules policy.Rules
}

// file loads one application.
func (w *work) file(application afterword.ID) (*file, error) {
	files, err := w.files([]afterword.ID{application})
	if err != nil {
		return nil, err
	}
	f, ok := files[application]
	if !ok {
		return nil, afterword.Errorf(afterword.NotFound, "the application is not known")
	}
	return f, nil
}

// round finds an interview and loads its application.
func (w *work) round(ref string) (afterword.Interview, *file, error) {
	iv, err := w.interview(ref)
	if err != nil {
		return iv, nil, err
	}
	f, err := w.file(iv.Application)
	return iv, f, err
}

// open are the applications with a round that is open, in the order of lists.
func (w *work) open() ([]afterword.ID, error) {
	open := true
	lines, err := w.Tx.Lines(store.LineFilter{Open: &open})
	var ids []afterword.ID
	seen := map[afterword.ID]bool{}
	for _, l := range lines {
		if !seen[l.Application] {
			seen[l.Application] = true
			ids = append(ids, l.Application)
		}
	}
	return ids, err
}

// files loads many applications in a bounded number of queries.
func (w *work) files(applications []afterword.ID) (map[afterword.ID]*file, error) {
	cases, err := w.Cases(applications)
	if err != nil {
		return nil, err
	}
	apps := make([]afterword.Application, 0, len(cases))
	for _, c := range cases {
		apps = append(apps, c.Application)
	}
	around, err := w.Around(apps)
	if err != nil {
		return nil, err
	}
	files := make(map[afterword.ID]*file, len(cases))
	for id, c := range cases {
		c.Elsewhere = around.Elsewhere(c.Application)
		f := &file{Case: c}
		f.rules = w.rules(&f.Case)
		files[id] = f
	}
	return files, nil
}

// everyFile loads all applications, in their order, in a bounded number of queries. What needs only
// what was written asks written for it.
func (w *work) everyFile() ([]*file, error) {
	apps, err := w.Applications()
	if err != nil {
		return nil, err
	}
	ids := make([]afterword.ID, len(apps))
	for i, a := range apps {
		ids[i] = a.ID
	}
	files, err := w.files(ids)
	if err != nil {
		return nil, err
	}
	all := make([]*file, len(ids))
	for i, id := range ids {
		all[i] = files[id]
	}
	return all, nil
}

// rules are the calendars and zones that a case is reckoned with. A zone that cannot be loaded makes
// the case unreadable, so that the guard holds.
func (w *work) rules(c *afterword.Case) policy.Rules {
	set := w.account.Settings
	weekend := []time.Weekday{time.Saturday, time.Sunday}
	if set.Weekend != "" {
		var err error
		if weekend, err = when.ParseWeekend(set.Weekend); err != nil {
			c.Unreadable = "the weekend setting cannot be read"
		}
	}
	region := c.Application.Region
	if region == "" {
		region = set.Region
	}
	r := policy.Rules{
		Calendar:    w.calendar(region, weekend),
		OwnCalendar: w.calendar(set.Region, weekend),
		Own:         w.own,
		Locations:   map[string]*time.Location{},
	}
	for _, f := range c.Facts {
		if z := f.Detail.Zone; z != "" && r.Locations[z] == nil {
			l, ok := w.s.zone(z)
			if !ok {
				c.Unreadable = "the time zone " + quote(z) + " is not known"
				continue
			}
			r.Locations[z] = l
		}
	}
	return r
}

// fact adds what happened now, unless At says otherwise, and marks its application.
func (w *work) fact(f afterword.Fact) (afterword.Fact, error) {
	f.ID = afterword.NewID()
	f.RecordedAt = w.Now()
	if f.At.IsZero() {
		f.At = f.RecordedAt
	}
	f.At = f.At.UTC()
	if err := w.AddFact(&f); err != nil {
		return f, err
	}
	w.touch(f.Application)
	if f.Application == "" || f.Kind == afterword.Accepted {
		w.all = true // referees and an accepted offer matter to every application
	}
	return f, nil
}

// refresh computes the lines of what was touched, and then of what depends on it: an accepted offer
// matters to the others.
func (w *work) refresh() error {
	if err := w.relines(w.touched); err != nil || !w.all {
		return err
	}
	others, err := w.open()
	if err != nil {
		return err
	}
	return w.relines(slices.DeleteFunc(others, func(id afterword.ID) bool { return slices.Contains(w.touched, id) }))
}

func (w *work) relines(ids []afterword.ID) error {
	if len(ids) == 0 {
		return nil
	}
	files, err := w.files(ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		var lines []store.Line
		if f := files[id]; f != nil { // nil: it was deleted
			if lines, err = f.lines(w.Now()); err != nil {
				return err
			}
		}
		if err := w.SaveLines(id, lines); err != nil {
			return err
		}
	}
	return nil
}

// lines are what lists show of an application's rounds at a moment.
func (f *file) lines(now time.Time) ([]store.Line, error) {
	lines := make([]store.Line, 0, len(f.Interviews))
	for _, iv := range f.Interviews {
		p, st, next := policy.Survey(f.Case, iv.ID, f.rules, now)
		if !slices.ContainsFunc(st.Rounds, func(r policy.Round) bool { return r.Interview == iv.ID }) {
			continue // what booked it was taken back
		}
		l := store.Line{
			Interview: iv.ID, Application: f.Application.ID, Employer: f.Application.Employer, Role: f.Application.Role,
			Round: number(st, iv.ID), Start: st.Start, End: st.RoundEnd, Zone: st.Zone, State: p.State, Outcome: p.Outcome, Says: p.Says,
			Open: p.State != afterword.StateClosed, NextChange: next,
		}
		if p.Wait != nil {
			l.Until, l.AskFrom = p.Wait.Until, p.Wait.AskFrom
		}
		var mine []afterword.Step
		for _, s := range p.Steps {
			if isMine(s) {
				s.Interview = iv.ID
				mine = append(mine, s)
			}
		}
		l.Mine = len(mine) > 0
		if l.Mine {
			b, err := json.Marshal(mine)
			if err != nil {
				return nil, err
			}
			l.Plan = b
		}
		at := l.Start
		if at.IsZero() {
			at = l.End
		}
		l.Sort = sortKey(at)
		lines = append(lines, l)
	}
	return lines, nil
}

// sortKey puts the newest first: lists are compared byte by byte, so the time is turned round.
func sortKey(at time.Time) string {
	const far = 1 << 42 // seconds; far beyond every date that is read
	b := make([]byte, 0, 16)
	n := far - at.Unix()
	for shift := 60; shift >= 0; shift -= 4 {
		b = append(b, "0123456789abcdef"[(n>>shift)&15])
	}
	return string(b)
}

// stand is what is known of a round at a moment.
func (f *file) stand(interview afterword.ID, now time.Time) policy.Standing {
	return policy.Stand(f.Case, interview, f.rules, now)
}

// promises are those of the application, whichever round they were made in.
func (f *file) promises(now time.Time) []afterword.Promise {
	if len(f.Interviews) == 0 {
		return nil
	}
	return f.stand(f.Interviews[0].ID, now).Promises
}

// sameSitting says that another round is part of the sitting that st speaks of.
func sameSitting(st policy.Standing, other afterword.ID) bool {
	return other == st.Interview || slices.Contains(st.Sitting, other)
}

// number is the place of a round in its application, from 1.
func number(st policy.Standing, interview afterword.ID) int {
	for _, r := range st.Rounds {
		if r.Interview == interview {
			return r.Number
		}
	}
	return 1
}

// isMine says that a step is one to do now, as Today lists it. What only waits or reminds is not.
func isMine(s afterword.Step) bool {
	if s.State != afterword.StepOpen {
		return false
	}
	switch s.Kind {
	case afterword.StepKeepGoing, afterword.StepStayAvailable, afterword.StepDecide:
		return false
	case afterword.StepRefereeHeadsUp:
		return s.Person != "" // without a referee it is an offer, and waiting is a finished state
	}
	return true
}
