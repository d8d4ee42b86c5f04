package policy

import (
	"time"

	"afterword"
)

// round is one interview with what its facts say of its times.
type round struct {
	Round
	seen     bool            // it was booked at all
	dated    bool            // it has a time
	end      time.Time       // the stated planned end
	kept     bool            // the end was kept from before a move, so it is assumed
	timedSeq int64           // when its start was last said
	over     bool            // the candidate said when it was over
	lost     *afterword.Fact // called off, nobody came, or moved without a new date
	bookedAt time.Time       // when it was last booked
}

// schedule folds when every round is: the latest of booked, moved and corrected counts, then what was
// said of its end.
func (f *fold) schedule() {
	f.rounds = make([]round, len(f.c.Interviews))
	for i := range f.c.Interviews {
		f.rounds[i].Interview = f.c.Interviews[i].ID
	}
	for i := range f.c.Facts {
		fact := &f.c.Facts[i]
		if fact.VoidedBy != "" || fact.Interview == "" {
			continue
		}
		if r := f.round(fact.Interview); r != nil {
			r.take(fact)
		}
	}
	for i := range f.rounds {
		f.settle(&f.rounds[i])
	}
	for i := range f.c.Facts {
		if fact := &f.c.Facts[i]; fact.VoidedBy == "" {
			f.endSaid(fact)
		}
	}
}

func (f *fold) round(id afterword.ID) *round {
	for i := range f.rounds {
		if f.rounds[i].Interview == id {
			return &f.rounds[i]
		}
	}
	return nil
}

func (r *round) take(fact *afterword.Fact) {
	d := &fact.Detail
	switch fact.Kind {
	case afterword.Booked:
		r.seen, r.lost, r.bookedAt = true, nil, fact.At
		r.Start, r.end, r.kept, r.timedSeq = d.Start, d.End, false, fact.Seq
	case afterword.Moved:
		if d.Start.IsZero() {
			r.lost = fact
			return
		}
		r.lost, r.bookedAt = nil, fact.At
		r.startAt(d.Start, d.End, fact.Seq)
	case afterword.Corrected:
		if !d.Start.IsZero() {
			if r.lost != nil && d.Start.After(r.lost.At) {
				r.lost = nil // a new date after it was called off
			}
			end := d.End
			if end.IsZero() && r.end.After(d.Start) {
				end = r.end
			}
			r.startAt(d.Start, end, fact.Seq)
		} else if !d.End.IsZero() {
			r.end, r.kept = d.End, false
		}
	case afterword.CalledOff, afterword.NoShow:
		r.lost = fact
	default:
		return
	}
	if d.Zone != "" {
		r.Zone = d.Zone
	}
}

// startAt sets a new start. Without an end it lasts as long as it would have.
func (r *round) startAt(start, end time.Time, seq int64) {
	if length := r.end.Sub(r.Start); end.IsZero() && !r.Start.IsZero() && !r.end.IsZero() && length > 0 {
		end, r.kept = start.Add(length), true
	} else {
		r.kept = false
	}
	r.Start, r.end, r.timedSeq = start, end, seq
}

// settle works out the zone, the planned end and the end.
func (f *fold) settle(r *round) {
	r.Location = f.r.Own
	switch {
	case r.Zone == "":
		r.Zone = f.r.Own.String()
	case f.r.Locations[r.Zone] != nil:
		r.Location = f.r.Locations[r.Zone]
	case r.Zone != f.r.Own.String():
		f.Unreadable = "the time zone " + r.Zone + " is not known"
	}
	r.PlannedEnd = r.end
	if !r.Start.IsZero() && !r.end.After(r.Start) {
		r.PlannedEnd, r.EndAssumed = r.Start.Add(assumedLength), true
	}
	r.EndAssumed = r.EndAssumed || r.kept
	r.dated = !r.PlannedEnd.IsZero()
	r.End = r.PlannedEnd
	r.Unbooked = !r.seen && !r.dated
	if r.lost != nil {
		r.CalledOff, r.NoShow = true, r.lost.Kind == afterword.NoShow
	}
}

// endSaid lets the candidate say when a round was over: by "it is over", or by a debrief that was begun
// before the planned end. Of several rounds on one day that is the one that was on.
func (f *fold) endSaid(fact *afterword.Fact) {
	if fact.Kind != afterword.Over && fact.Kind != afterword.WroteDown {
		return
	}
	r := f.round(fact.Interview)
	if r == nil {
		return
	}
	at := fact.At
	if fact.Kind == afterword.WroteDown && !fact.Detail.Begun.IsZero() {
		at = fact.Detail.Begun
	}
	r = f.onAt(r, at)
	switch {
	case fact.Kind == afterword.Over:
		if r.ofThisTime(fact) {
			r.over = true
			r.End, r.EndAssumed, r.dated = at, false, true
		}
	case r.dated && !r.over && !at.Before(r.Start) && at.Before(r.End):
		r.End, r.EndAssumed = at, false
	}
}

// onAt is the round of r's day that had begun last at a moment, r itself when none had.
func (f *fold) onAt(r *round, at time.Time) *round {
	if !r.dated || r.lost != nil {
		return r
	}
	day, on := dayOf(r.at(), r.Location), r
	for i := range f.rounds {
		q := &f.rounds[i]
		if q.lost != nil || q.Start.IsZero() || q.Start.After(at) || dayOf(q.Start, q.Location) != day {
			continue
		}
		if on.Start.After(at) || q.Start.After(on.Start) {
			on = q
		}
	}
	return on
}

// ofThisTime says that "it is over" was said of the time that stands now: a later move starts anew.
func (r *round) ofThisTime(over *afterword.Fact) bool {
	return over.Seq > r.timedSeq || !over.At.Before(r.Start) && !over.At.After(r.Start.Add(24*time.Hour))
}

// at is the moment by which rounds are put in order.
func (r *round) at() time.Time {
	if r.Start.IsZero() {
		return r.End
	}
	return r.Start
}

// Starts is when a round starts, or ends when only that is known; zero when it has no time.
func Starts(c afterword.Case, interview afterword.ID) time.Time {
	r := round{}
	for i := range c.Facts {
		if c.Facts[i].Interview == interview && c.Facts[i].VoidedBy == "" {
			r.take(&c.Facts[i])
		}
	}
	if r.Start.IsZero() {
		return r.end
	}
	return r.Start
}
