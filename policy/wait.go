package policy

import (
	"strconv"
	"strings"
	"time"

	"afterword"
	"afterword/when"
)

// waiting is W while it is folded.
type waiting struct {
	until   afterword.Date
	said    string
	guessed bool
	loc     *time.Location
	since   time.Time
	task    string // their words, when they count from a hand-in
}

// wait works out W and A of the application: the latest round that is over sets them, and what
// happened since moves them, newer first.
func (f *fold) wait() {
	var w waiting
	if s := f.current; s != nil {
		w = f.waitOf(s)
	}
	for _, fact := range f.live {
		if f.current == nil || !fact.At.Before(f.current.e) {
			f.move(&w, fact)
		}
	}
	if w.until.IsZero() {
		return
	}
	f.Wait = &afterword.Wait{Said: w.said, Until: w.until, Guessed: w.guessed, AskFrom: f.askFrom(w.until, w.loc)}
	f.Wait.Uncounted = f.uncounted(dayOf(w.since, w.loc).Year, dayOf(f.Wait.AskFrom, w.loc).Year)
	f.WaitSince, f.waitLoc = w.since, w.loc
}

// uncounted says for which of some years the region's holidays are not sure.
func (f *fold) uncounted(from, to int) string {
	var years []string
	for y := from; y <= to && len(years) < 3; y++ {
		if !f.r.Calendar.Known(afterword.Date{Year: y, Month: time.January, Day: 1}) {
			years = append(years, strconv.Itoa(y))
		}
	}
	if len(years) == 0 {
		return ""
	}
	return "The public holidays of " + f.r.Calendar.Region() + " are not known for " + strings.Join(years, " and ") + ", so none were counted."
}

// askFrom is A: 09:00 on the first working day after W.
func (f *fold) askFrom(w afterword.Date, loc *time.Location) time.Time {
	return f.r.Calendar.NextWorking(w).At(dayOpens, 0, loc)
}

// waitOf is what a sitting sets: the upper end of what they said, counted from its day, else a guess.
func (f *fold) waitOf(s *sitting) waiting {
	day := dayOf(s.e, s.loc)
	w := waiting{loc: s.loc, since: s.e}
	if s.debrief.Hear != nil {
		w.said = s.debrief.Hear.Said
	}
	if w.until = f.spanOf(s, &w, day); w.until.IsZero() {
		w.until, w.guessed = f.r.Calendar.AddWorking(day, guessedWait), true
	}
	return w
}

// spanOf is the last day of what they said, none when it cannot be read. A span told from a hand-in
// counts from the task's due date until then.
func (f *fold) spanOf(s *sitting, w *waiting, day afterword.Date) (until afterword.Date) {
	span, ok := f.read(w.said, day, s.e.In(s.loc))
	if !ok || span.From == "" {
		return span.WaitUntil
	}
	w.task = w.said
	due, handed := f.taskDue(s)
	if !handed.IsZero() {
		due = dayOf(handed, s.loc)
	}
	if due.IsZero() {
		return until
	}
	span, _ = f.read(w.said, due, time.Time{})
	return span.WaitUntil
}

// read finds what their words promise, counted from a day; at is the moment of it in their zone.
func (f *fold) read(said string, from afterword.Date, at time.Time) (afterword.Window, bool) {
	if said == "" {
		return afterword.Window{}, false
	}
	return when.Promise(said, from, when.Options{Calendar: f.r.Calendar, Region: f.region, At: at})
}

// taskDue is the day on which the task is due, and when it was handed in by a note of its own.
func (f *fold) taskDue(s *sitting) (due afterword.Date, handed time.Time) {
	rank := -1
	for i := range f.promises {
		p := &f.promises[i]
		r := 0
		switch {
		case soundsLikeATask(p.What):
			r = 2
		case p.TheyAsked:
			r = 1
		}
		if r <= rank {
			continue
		}
		if r == 0 && f.sittingOf(p.Interview) != s {
			continue
		}
		rank, due, handed = r, p.Dated, p.Kept
	}
	return due, handed
}

// move lets one fact change the wait.
func (f *fold) move(w *waiting, fact *afterword.Fact) {
	loc := f.theirZone(fact)
	day := dayOf(fact.At, loc)
	d := &fact.Detail
	to := func(until afterword.Date, said string, guessed bool) {
		w.until, w.said, w.guessed, w.loc, w.since = until, said, guessed, loc, fact.At
	}
	switch fact.Kind {
	case afterword.WaitSet:
		if !d.Until.IsZero() {
			to(d.Until, "", false)
		}
		return
	case afterword.Submitted:
		f.handedIn(w, fact, day, to)
		return
	case afterword.CalledOff, afterword.NoShow, afterword.Moved:
		if r := f.round(fact.Interview); r != nil && r.lost == fact {
			if !f.bookedSince(fact) {
				if fact.Kind == afterword.NoShow && r.dated {
					day = dayOf(r.End, r.Location)
				}
				to(day, "", false)
			}
			return
		}
		if fact.Kind != afterword.Moved {
			return
		}
	}
	if !comes(fact.Kind) || !f.answers(fact) {
		return
	}
	switch until, said := f.dateGiven(fact, day); {
	case !until.IsZero():
		to(until, said, false)
	case fact.Kind == afterword.NextRound:
		to(f.r.Calendar.AddWorking(day, throughWait), "", true)
	case !w.until.IsZero() && day.After(w.until):
		to(f.r.Calendar.AddWorking(day, guessedWait), "", true)
	}
}

// dateGiven is the date that a message names for the answer. The date of a request for documents is
// when they are due, not when the candidate hears.
func (f *fold) dateGiven(fact *afterword.Fact, day afterword.Date) (afterword.Date, string) {
	d := &fact.Detail
	switch {
	case fact.Kind == afterword.DocumentsAsked || fact.Kind == afterword.Moved:
		return afterword.Date{}, ""
	case !d.Until.IsZero():
		return d.Until, d.Said
	case !d.UntilAt.IsZero():
		return dayOf(d.UntilAt, f.theirZone(fact)), d.Said
	}
	if span, ok := f.read(d.Said, day, fact.At.In(f.theirZone(fact))); ok && span.From == "" {
		return span.WaitUntil, d.Said
	}
	return afterword.Date{}, ""
}

// handedIn starts the wait for a task: the span they named for it, else a guess, from that day.
func (f *fold) handedIn(w *waiting, fact *afterword.Fact, day afterword.Date, to func(afterword.Date, string, bool)) {
	if !fact.Detail.Until.IsZero() {
		to(fact.Detail.Until, fact.Detail.Said, false)
		return
	}
	if span, ok := f.read(w.task, day, fact.At.In(f.theirZone(fact))); ok {
		to(span.WaitUntil, w.task, false)
		return
	}
	to(f.r.Calendar.AddWorking(day, guessedWait), "", true)
}

// bookedSince says that a new date was booked after a fact.
func (f *fold) bookedSince(fact *afterword.Fact) bool {
	for _, b := range f.live {
		if after(b, fact) && (b.Kind == afterword.Booked || b.Kind == afterword.Moved && !b.Detail.Start.IsZero() ||
			b.Kind == afterword.Corrected && b.Detail.Start.After(fact.At)) {
			return true
		}
	}
	return false
}

// waitFor is W and A of a round that is still to come: reckoned from its planned end and a guess.
func (f *fold) waitFor(r *round) (ask time.Time) {
	if !r.dated {
		return time.Time{}
	}
	day := dayOf(r.PlannedEnd, r.Location)
	return f.askFrom(f.r.Calendar.AddWorking(day, guessedWait), r.Location)
}
