package policy

import (
	"slices"
	"time"

	"afterword"
)

// wish is a reminder that a step asks for.
type wish struct {
	step    int
	at      time.Time
	free    bool // the end of an interview, which the limit does not count
	yields  bool // a referee's, which makes room for a thank-you
	thanks  bool
	given   bool // the step is settled since: it counts for its day, and is not shown
	dropped bool
}

// wishes notes the reminders of a step: those of a live one, and those that were given before it was
// settled.
func (f *fold) wishes(step int, d *draft) {
	live := d.state == afterword.StepOpen || d.state == afterword.StepLater || d.state == afterword.StepHeld
	note := func(t time.Time, free bool) {
		if t.IsZero() || !live && !t.Before(d.settled) {
			return
		}
		if !d.closes.IsZero() && !t.Before(d.closes) {
			return
		}
		f.steps.wish = append(f.steps.wish, wish{step: step, at: awake(t, f.r.Own).UTC(), free: free, given: !live,
			yields: d.kind == afterword.StepRefereeHeadsUp || d.kind == afterword.StepRefereeThanks,
			thanks: d.kind == afterword.StepThankYou || d.kind == afterword.StepAgencyThanks})
	}
	note(d.free, true)
	for _, t := range d.nudges[:d.nudged] {
		note(t, false)
	}
}

// remind hands out the reminders: what falls in quiet hours comes after them, one a day at most. The
// first of a day wins; several at one moment are one.
func (f *fold) remind() {
	w := f.steps.wish
	slices.SortStableFunc(w, func(a, b wish) int { return a.at.Compare(b.at) })
	thin(w, f.r.Own)
	n := 0
	for i := range w {
		if !w[i].dropped && !w[i].given {
			n++
		}
	}
	all := make([]time.Time, 0, n)
	for i := range f.steps.list {
		from := len(all)
		for _, v := range w {
			if v.step == i && !v.dropped && !v.given && (len(all) == from || !all[len(all)-1].Equal(v.at)) {
				all = append(all, v.at)
			}
		}
		f.steps.list[i].Remind = all[from:len(all):len(all)]
	}
}

// thin drops what a day has no room for. The list is in order of time.
func thin(w []wish, own *time.Location) {
	for i := 0; i < len(w); {
		day := dayOf(w[i].at, own)
		end, thanks := i, false
		for end < len(w) && dayOf(w[end].at, own) == day {
			thanks = thanks || w[end].thanks && !w[end].free
			end++
		}
		var said time.Time
		for ; i < end; i++ {
			switch v := &w[i]; {
			case v.free:
			case v.yields && thanks:
				v.dropped = true
			case said.IsZero():
				said = v.at
			case !v.at.Equal(said):
				v.dropped = true
			}
		}
	}
}

// Thin keeps one reminder a day over several plans, the first of the day; several at one moment are
// one, and the end of an interview does not count. Spent are reminders that were given already.
func Thin(plans []afterword.Plan, own *time.Location, spent ...time.Time) []afterword.Plan {
	if own == nil {
		own = time.UTC
	}
	type place struct{ plan, step int }
	var w []wish
	var places []place
	for _, t := range spent {
		w = append(w, wish{step: -1, at: t})
	}
	for i := range plans {
		for j := range plans[i].Steps {
			s := &plans[i].Steps[j]
			for _, t := range s.Remind {
				free := s.Kind == afterword.StepDebrief && s.Opens != nil && t.Equal(awake(s.Opens.Add(debriefFirst), own))
				w = append(w, wish{step: len(places), at: t, free: free,
					yields: s.Kind == afterword.StepRefereeHeadsUp || s.Kind == afterword.StepRefereeThanks,
					thanks: s.Kind == afterword.StepThankYou || s.Kind == afterword.StepAgencyThanks})
			}
			places = append(places, place{i, j})
		}
	}
	slices.SortStableFunc(w, func(a, b wish) int { return a.at.Compare(b.at) })
	thin(w, own)
	out := make([]afterword.Plan, len(plans))
	for i := range plans {
		out[i] = plans[i]
		out[i].Steps = slices.Clone(plans[i].Steps)
		for j := range out[i].Steps {
			out[i].Steps[j].Remind = []time.Time{}
		}
	}
	for _, v := range w {
		if v.step >= 0 && !v.dropped {
			s := &out[places[v.step].plan].Steps[places[v.step].step]
			s.Remind = append(s.Remind, v.at)
		}
	}
	return out
}
