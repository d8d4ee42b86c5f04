package service

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/store"
)

// Show is one interview.
func (s *Service) Show(ctx context.Context, a afterword.Actor, ref string) (v InterviewView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, err := w.interview(ref)
		if err != nil {
			return err
		}
		v, err = w.show(iv.ID)
		return err
	})
	return v, err
}

func (w *work) show(id afterword.ID) (InterviewView, error) {
	iv, err := w.Interview(id)
	if err != nil {
		return InterviewView{}, named(err, "interview", string(id))
	}
	f, err := w.file(iv.Application)
	if err != nil {
		return InterviewView{}, err
	}
	return f.view(iv, w.Now()), nil
}

// view is a round as it is printed.
func (f *file) view(iv afterword.Interview, now time.Time) InterviewView {
	p, st, _ := policy.Survey(f.Case, iv.ID, f.rules, now)
	return f.viewOf(iv, p, st)
}

func (f *file) viewOf(iv afterword.Interview, p afterword.Plan, st policy.Standing) InterviewView {
	v := InterviewView{
		ID: iv.ID, Application: iv.Application, Kind: f.Application.Kind, Employer: f.Application.Employer, Role: f.Application.Role,
		Round: number(st, iv.ID), Start: optional(st.Start), End: optional(st.RoundEnd), EndAssumed: st.EndAssumed, Zone: st.Zone,
		Location: iv.Location, Link: iv.Link, People: f.peopleIn(iv, st), Want: st.Want, Channel: st.Channel,
		State: p.State, Outcome: p.Outcome, Version: iv.Version,
	}
	if a, ok := f.People[f.Application.Agency]; ok && f.Application.Agency != "" {
		v.Agency = &PersonRef{ID: a.ID, Name: a.Name, Email: a.Email}
	}
	return v
}

// peopleIn are those met or named beforehand in a round's sitting, then the others with a role here.
func (f *file) peopleIn(iv afterword.Interview, st policy.Standing) []PersonInInterview {
	people := []PersonInInterview{}
	add := func(id afterword.ID, met bool) {
		id = f.kept(id)
		p, ok := f.People[id]
		if !ok || slices.ContainsFunc(people, func(o PersonInInterview) bool { return o.ID == id }) {
			return
		}
		kind, title := f.roleOf(id)
		people = append(people, PersonInInterview{PersonRef: PersonRef{ID: id, Name: p.Name, Email: p.Email}, Role: kind, Phone: p.Phone, Title: title, Met: met})
	}
	for _, m := range st.Met {
		add(m.Person, true)
	}
	for _, id := range iv.Invited {
		add(id, false)
	}
	for _, r := range f.Roles {
		if r.Application == f.Application.ID && r.Kind != afterword.Referee && r.Kind != afterword.Interviewer {
			add(r.Person, false)
		}
	}
	return people
}

// kept follows a merge.
func (f *file) kept(id afterword.ID) afterword.ID {
	for range 8 {
		p, ok := f.People[id]
		if !ok || p.MergedInto == "" {
			return id
		}
		id = p.MergedInto
	}
	return id
}

func (f *file) roleOf(id afterword.ID) (afterword.RoleKind, string) {
	for _, r := range f.Roles {
		if f.kept(r.Person) == id && r.Application == f.Application.ID {
			return r.Kind, r.Title
		}
	}
	return "", ""
}

// ListFilter chooses what a list shows; its zero value is everything.
type ListFilter struct {
	Open  *bool
	After string // where the page before ended
	Limit int
}

// List is every interview, the newest first.
func (s *Service) List(ctx context.Context, a afterword.Actor, filter ListFilter) (views []InterviewView, err error) {
	views = []InterviewView{}
	err = s.read(ctx, a, func(w *work) error {
		lines, err := w.Lines(store.LineFilter{Open: filter.Open, After: filter.After, Limit: filter.Limit})
		if err != nil {
			return err
		}
		var ids []afterword.ID
		for _, l := range lines {
			if !slices.Contains(ids, l.Application) {
				ids = append(ids, l.Application)
			}
		}
		files, err := w.files(ids)
		if err != nil {
			return err
		}
		for _, l := range lines {
			f := files[l.Application]
			for _, iv := range f.Interviews {
				if iv.ID == l.Interview {
					views = append(views, f.view(iv, w.Now()))
				}
			}
		}
		return nil
	})
	return views, err
}

// Lines is the light list for pages: one read, and what has grown old is computed again.
func (s *Service) Lines(ctx context.Context, a afterword.Actor, filter ListFilter) (lines []LineView, next string, err error) {
	lines = []LineView{}
	err = s.read(ctx, a, func(w *work) error {
		limit := filter.Limit
		if limit > 0 {
			limit++ // one more tells whether there is a next page
		}
		kept, err := w.fresh(store.LineFilter{Open: filter.Open, After: filter.After, Limit: limit})
		if err != nil {
			return err
		}
		if filter.Limit > 0 && len(kept) > filter.Limit {
			kept = kept[:filter.Limit]
			next = kept[len(kept)-1].Key()
		}
		for _, l := range kept {
			lines = append(lines, w.lineView(l))
		}
		return nil
	})
	return lines, next, err
}

// fresh reads lines and computes those again whose time has come; nothing is stored.
func (w *work) fresh(filter store.LineFilter) ([]store.Line, error) {
	lines, err := w.Tx.Lines(filter)
	if err != nil {
		return nil, err
	}
	var stale []afterword.ID
	for _, l := range lines {
		if !l.NextChange.IsZero() && !l.NextChange.After(w.Now()) && !slices.Contains(stale, l.Application) {
			stale = append(stale, l.Application)
		}
	}
	if len(stale) == 0 {
		return lines, nil
	}
	files, err := w.files(stale)
	if err != nil {
		return nil, err
	}
	now := map[afterword.ID]store.Line{}
	for _, id := range stale {
		ls, err := files[id].lines(w.Now())
		if err != nil {
			return nil, err
		}
		for _, l := range ls {
			now[l.Interview] = l
		}
	}
	for i, l := range lines {
		if n, ok := now[l.Interview]; ok {
			lines[i] = n
		}
	}
	return lines, nil
}

func (w *work) lineView(l store.Line) LineView {
	v := LineView{Interview: l.Interview, Application: l.Application, Employer: l.Employer, Role: l.Role, Round: l.Round,
		Start: optional(l.Start), End: optional(l.End), Zone: l.Zone, State: l.State, Outcome: l.Outcome, Says: l.Says, Until: l.Until,
		AskFrom: optional(l.AskFrom)}
	if loc, ok := w.s.zone(l.Zone); ok && !l.Until.IsZero() && !l.End.IsZero() {
		from := afterword.DateOf(l.End.In(loc))
		v.Days = from.DaysUntil(l.Until)
		v.Day = min(max(from.DaysUntil(afterword.DateOf(w.Now().In(loc))), 0), v.Days)
	}
	return v
}

// Plan is the plan of an interview, computed now.
func (s *Service) Plan(ctx context.Context, a afterword.Actor, ref string) (p afterword.Plan, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		p = policy.Compute(f.Case, iv.ID, f.rules, w.Now())
		return nil
	})
	return p, err
}

// Refresh computes again every line whose time has come. A server calls it now and then, so that
// pages need not.
func (s *Service) Refresh(ctx context.Context, a afterword.Actor) error {
	var stale []afterword.ID
	err := s.db.Read(ctx, a.Account, func(tx *store.Tx) (err error) {
		stale, err = tx.StaleLines(tx.Now())
		return err
	})
	if err != nil || len(stale) == 0 {
		return err
	}
	return s.db.Write(ctx, a.Account, func(tx *store.Tx) error {
		w, err := s.begin(tx, a)
		if err != nil {
			return err
		}
		w.touched = stale
		return w.refresh()
	})
}

// describe names a round for a person who has to choose.
func (w *work) describe(l store.Line) string {
	parts := []string{string(l.Interview)}
	if l.Employer != "" {
		parts = append(parts, l.Employer)
	}
	at := l.Start
	if at.IsZero() {
		at = l.End
	}
	if loc, ok := w.s.zone(l.Zone); ok {
		parts = append(parts, at.In(loc).Format("Mon 2 Jan 2006 15:04"))
	}
	return strings.Join(parts, " ")
}

// clock is a moment as a person reads it in a zone, which is named when it is not their own.
func (w *work) clock(t time.Time, zone string) string {
	const form = "Mon 2 Jan, 15:04"
	loc := w.zoneOr(zone)
	says := t.In(loc).Format(form)
	if says != t.In(w.ownZone()).Format(form) {
		says += " in " + afterword.Place(loc.String())
	}
	return says
}
