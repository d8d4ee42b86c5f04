package policy

import (
	"strings"
	"time"

	"afterword"
)

// theDocuments is what a request for documents asks for when it names nothing.
const theDocuments = "the documents they asked for"

// promise is a promise while it is folded.
type promise struct {
	afterword.Promise
	made   *afterword.Fact // the fact that opened it last
	listed bool            // it stands in a debrief
	anew   bool            // it was made again in a later sitting: what was kept before does not count
}

// pledged takes the list of promises of a debrief: a later list replaces an earlier one.
func (f *fold) pledged(s *sitting, fact *afterword.Fact, d *afterword.Debrief) {
	kept := f.promises[:0]
	for _, p := range f.promises {
		if !p.listed || f.sittingOf(p.Interview) != s {
			kept = append(kept, p)
		}
	}
	f.promises = kept
	for _, p := range d.Promised {
		made := f.promise(fact, p.What, p.Due)
		made.listed = true
		if f.sittingOf(made.Interview) != s {
			made.Interview, made.anew, made.Dated = fact.Interview, true, p.Due
		}
	}
}

// promise finds a promise by its words or adds it.
func (f *fold) promise(fact *afterword.Fact, what string, due afterword.Date) *promise {
	id := afterword.PromiseID(f.c.Application.ID, what)
	p := f.promised(id)
	if p == nil {
		f.promises = append(f.promises, promise{Promise: afterword.Promise{ID: id, Interview: fact.Interview, What: strings.TrimSpace(what)}})
		p = &f.promises[len(f.promises)-1]
	}
	p.made = fact
	if !due.IsZero() {
		p.Dated = due
	}
	return p
}

func (f *fold) promised(id afterword.ID) *promise {
	for i := range f.promises {
		if f.promises[i].ID == id {
			return &f.promises[i]
		}
	}
	return nil
}

// foldPromises adds what was promised outside the debriefs, and what was kept.
func (f *fold) foldPromises() {
	for _, fact := range f.live {
		switch fact.Kind {
		case afterword.Promised:
			f.promise(fact, fact.Detail.What, firstDate(fact.Detail.Due, fact.Detail.Until)).again()
		case afterword.DocumentsAsked:
			if f.message(fact.ID).Referee {
				continue
			}
			what := strings.TrimSpace(fact.Detail.What)
			if what == "" {
				what = theDocuments
			}
			p := f.promise(fact, what, firstDate(fact.Detail.Due, fact.Detail.Until))
			p.again()
			p.TheyAsked = true
		case afterword.Kept:
			if p := f.promised(fact.Detail.Promise); p != nil {
				p.keep(fact)
			}
		case afterword.Submitted:
			if p := f.task(fact); p != nil {
				p.keep(fact)
			}
		case afterword.Sent, afterword.PassedOn:
			n := f.note(fact.Detail.Note)
			if n == nil || n.Kind != afterword.PromisedNote {
				continue
			}
			p := f.promised(n.Promise)
			if n.Promise == "" {
				p = f.mostUrgent(fact)
			}
			if p != nil {
				p.keep(fact)
			}
		}
	}
	for i := range f.promises { // what they asked for is their answer
		p := &f.promises[i]
		if m := f.message(p.made.ID); m != nil && !p.Kept.IsZero() && !m.Replied {
			m.Met, m.RepliedAt = true, p.Kept
		}
	}
	f.Promises = make([]afterword.Promise, 0, len(f.promises))
	for i := range f.promises {
		f.promises[i].Due = f.due(&f.promises[i])
		f.Promises = append(f.Promises, f.promises[i].Promise)
	}
}

func firstDate(a, b afterword.Date) afterword.Date {
	if a.IsZero() {
		return b
	}
	return a
}

// again opens a promise that was made by a fact of its own, even when it was kept before.
func (p *promise) again() { p.listed, p.Kept = false, time.Time{} }

// keep closes a promise. The first time counts.
func (p *promise) keep(fact *afterword.Fact) {
	if p.anew && after(p.made, fact) {
		return
	}
	if p.Kept.IsZero() {
		p.Kept = fact.At
	}
}

// due is the last moment of the day that was named; without one a day after the end, as the note.
func (f *fold) due(p *promise) time.Time {
	loc, e := f.theirZone(p.made), time.Time{}
	if s := f.sittingOf(p.Interview); s != nil && !s.lost {
		loc, e = s.loc, s.e
	}
	if !p.Dated.IsZero() {
		return lastMoment(p.Dated, loc)
	}
	if due := e.Add(promiseDefault); !e.IsZero() && p.made.At.Before(due) {
		return due
	}
	return p.made.At.Add(promiseDefault)
}

// task is the promise that a hand-in keeps: the one it names, else the open one that sounds like a
// task, else what they asked for, else the most urgent.
func (f *fold) task(fact *afterword.Fact) *promise {
	if fact.Detail.Promise != "" {
		return f.promised(fact.Detail.Promise)
	}
	if what := strings.TrimSpace(fact.Detail.What); what != "" {
		if p := f.promised(afterword.PromiseID(f.c.Application.ID, what)); p != nil {
			return p
		}
	}
	var best *promise
	rank := -1
	for i := range f.promises {
		p := &f.promises[i]
		if !p.Kept.IsZero() || after(p.made, fact) {
			continue
		}
		r := 0
		switch {
		case soundsLikeATask(p.What):
			r = 2
		case p.TheyAsked:
			r = 1
		}
		if r > rank || r == rank && f.due(p).Before(f.due(best)) {
			best, rank = p, r
		}
	}
	return best
}

func soundsLikeATask(what string) bool {
	what = strings.ToLower(what)
	for _, w := range [...]string{"task", "take-home", "take home", "takehome", "assignment", "exercise", "challenge", "homework",
		"test", "case study", "project", "presentation", "sample work", "trial"} {
		if strings.Contains(what, w) {
			return true
		}
	}
	return false
}

func (f *fold) mostUrgent(fact *afterword.Fact) *promise {
	var best *promise
	for i := range f.promises {
		p := &f.promises[i]
		if p.Kept.IsZero() && !after(p.made, fact) && (best == nil || f.due(p).Before(f.due(best))) {
			best = p
		}
	}
	return best
}

// openPromise says that something is promised and not yet kept.
func (f *fold) openPromise(id afterword.ID) bool {
	for i := range f.promises {
		if p := &f.promises[i]; p.Kept.IsZero() && (id == "" || id == p.ID) {
			return true
		}
	}
	return false
}
