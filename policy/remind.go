package policy

import (
	"slices"
	"time"

	"afterword"
)

// wish is a reminder that a step asks for.
type wish struct {
	at      time.Time
	step    int32
	yields  int8 // it makes room for one of the same day that yields less
	free    bool // the end of an interview, which the limit does not count
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
		f.steps.wish = append(f.steps.wish, wish{step: int32(step), at: awake(t, f.r.Own).UTC(), free: free, given: !live, yields: yields(d.kind)})
	}
	note(d.free, true)
	for _, t := range d.nudges[:d.nudged] {
		note(t, false)
	}
}

// remind hands out the reminders: what falls in quiet hours comes after them, one a day at most. The
// first of a day wins, what yields apart; several at one moment are one.
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
			if v.step == int32(i) && !v.dropped && !v.given && (len(all) == from || !all[len(all)-1].Equal(v.at)) {
				all = append(all, v.at)
			}
		}
		f.steps.list[i].Remind = all[from:len(all):len(all)]
	}
}

// yields says what makes room for what on one day: writing it down and what was promised come before
// thanking, and all of it before the referees. The others (0) are not moved by it.
func yields(k afterword.StepKind) int8 {
	switch k {
	case afterword.StepDebrief, afterword.StepPromise:
		return 1
	case afterword.StepThankYou, afterword.StepAgencyThanks:
		return 2
	case afterword.StepRefereeHeadsUp, afterword.StepRefereeThanks:
		return 3
	}
	return 0
}

// thin drops what a day has no room for. The list is in order of time.
func thin(w []wish, own *time.Location) {
	for i := 0; i < len(w); {
		day := dayOf(w[i].at, own)
		end, least := i, int8(4)
		for end < len(w) && dayOf(w[end].at, own) == day {
			if v := &w[end]; !v.free && v.yields > 0 {
				least = min(least, v.yields)
			}
			end++
		}
		var said time.Time
		for ; i < end; i++ {
			switch v := &w[i]; {
			case v.free:
			case v.yields > least:
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
				w = append(w, wish{step: int32(len(places)), at: t, free: free, yields: yields(s.Kind)})
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
