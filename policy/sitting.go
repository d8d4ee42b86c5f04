package policy

import (
	"slices"
	"time"

	"afterword"
)

// sitting is the rounds of one application on one day: one debrief, one set of people, one end. A
// round that did not take place is a sitting of its own.
type sitting struct {
	rounds  []int // places in fold.rounds, in the order of their times
	e       time.Time
	loc     *time.Location
	zone    string
	dated   bool
	lost    bool
	written *afterword.Fact // the first debrief
	debrief afterword.Debrief
	looked  *afterword.Fact // looked back, or skipped
}

// sittings groups the rounds by day, each in its own zone.
func (f *fold) sittings() {
	order := make([]int, len(f.rounds))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &f.rounds[a], &f.rounds[b]
		if x.Unbooked != y.Unbooked {
			if y.Unbooked {
				return -1
			}
			return 1
		}
		if x.dated != y.dated {
			if x.dated {
				return -1
			}
			return 1
		}
		return x.at().Compare(y.at())
	})
	f.sits = make([]sitting, 0, len(order))
	f.Rounds = make([]Round, 0, len(order))
	f.sitOf = make([]int, len(f.rounds))
	var day afterword.Date
	last := -1
	for n, i := range order {
		r := &f.rounds[i]
		r.Number = n + 1
		if !r.Unbooked {
			f.Rounds = append(f.Rounds, r.Round)
		}
		if d := dayOf(r.at(), r.Location); r.lost == nil && r.dated && last >= 0 && d == day {
			f.sits[last].join(i, r)
			f.sitOf[i] = last
			continue
		} else if r.lost == nil && r.dated {
			last, day = len(f.sits), d
		}
		f.sitOf[i] = len(f.sits)
		// A round that was never booked, because that was undone, does not take place either.
		s := sitting{lost: r.lost != nil || r.Unbooked, dated: r.dated}
		s.join(i, r)
		f.sits = append(f.sits, s)
	}
}

func (s *sitting) join(i int, r *round) {
	s.rounds = append(s.rounds, i)
	if s.loc == nil || r.End.After(s.e) {
		s.e, s.loc, s.zone = r.End, r.Location, r.Zone
	}
}

// start is when the first round of a sitting begins.
func (f *fold) start(s *sitting) time.Time { return f.rounds[s.rounds[0]].at() }

// sittingOf is the sitting of an interview, nil when the interview is not of this application.
func (f *fold) sittingOf(id afterword.ID) *sitting {
	for i := range f.rounds {
		if f.rounds[i].Interview == id {
			return &f.sits[f.sitOf[i]]
		}
	}
	return nil
}

// roundsWith are the rounds of the sitting of an interview, in the order of their times.
func (f *fold) roundsWith(id afterword.ID) []afterword.ID {
	s := f.sittingOf(id)
	if s == nil {
		return nil
	}
	ids := make([]afterword.ID, len(s.rounds))
	for i, n := range s.rounds {
		ids[i] = f.rounds[n].Interview
	}
	return ids
}

// alive are the sittings that took place or will: not called off, and somebody came.
func (f *fold) alive(yield func(*sitting) bool) {
	for i := range f.sits {
		if !f.sits[i].lost && !yield(&f.sits[i]) {
			return
		}
	}
}

// ended says that a sitting is over.
func (f *fold) ended(s *sitting) bool { return s.dated && f.reached(s.e) }

// debriefs merges what was written of each sitting, in the order in which it was recorded.
func (f *fold) debriefs() {
	for i := range f.c.Facts {
		fact := &f.c.Facts[i]
		if fact.VoidedBy != "" {
			continue
		}
		switch fact.Kind {
		case afterword.WroteDown, afterword.LookedBack, afterword.Decided:
		default:
			continue
		}
		s := f.sittingOf(fact.Interview)
		if s == nil {
			continue
		}
		switch {
		case fact.Kind == afterword.WroteDown && s.written == nil:
			s.written = fact
		case fact.Kind == afterword.LookedBack:
			s.looked = fact
		case fact.Kind == afterword.Decided:
			f.decided = fact
		}
		d, ok := f.c.Debriefs[fact.Detail.Debrief]
		if !ok {
			continue
		}
		if d.Promised != nil {
			f.pledged(s, fact, &d)
		}
		s.debrief = s.debrief.Merge(d)
		if d.Want != afterword.WantUnsaid {
			f.Want, f.wantFact = d.Want, fact
		}
		if d.Hear != nil && d.Hear.Channel != afterword.NoChannel {
			f.Channel = d.Hear.Channel
		}
	}
}

// SameSitting says that two interviews are rounds of one sitting: of one application on one day.
func SameSitting(c afterword.Case, a, b afterword.ID, r Rules) bool {
	if a == b {
		return true
	}
	f := fold{c: &c, r: r.complete()}
	f.schedule()
	f.sittings()
	x := f.sittingOf(a)
	return x != nil && x == f.sittingOf(b)
}
