package policy

import (
	"time"

	"afterword"
)

// round is one interview with what its facts say of its times.
type round struct {
	Round
	seen     bool      // it was booked at all
	dated    bool      // it has a time
	end      time.Time // the stated planned end
	kept     bool      // the end was kept from before a move, so it is assumed
	timedSeq int64     // when its start was last said
	over     time.Time
	overSeq  int64
	lost     *afterword.Fact // called off, nobody came, or moved without a new date
	bookedAt time.Time       // when it was last booked
}

// rounds folds the schedule of every interview: the latest of booked, moved and corrected counts.
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
	f.endByDebriefs()
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
	case afterword.Over:
		r.over, r.overSeq = fact.At, fact.Seq
	case afterword.CalledOff, afterword.NoShow:
		r.lost = fact
	default:
		return
	}
	if d.Zone != "" && fact.Kind != afterword.Over {
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
	if r.overCounts() {
		r.End, r.EndAssumed, r.dated = r.over, false, true
	}
	if r.lost != nil {
		r.CalledOff, r.NoShow = true, r.lost.Kind == afterword.NoShow
	}
}

// overCounts says that "it is over" was said of the time that stands now: a later move starts anew.
func (r *round) overCounts() bool {
	if r.over.IsZero() || r.overSeq > r.timedSeq {
		return !r.over.IsZero()
	}
	return !r.over.Before(r.Start) && !r.over.After(r.Start.Add(24*time.Hour))
}

// endByDebriefs lets a debrief that was begun before the planned end say when it was over.
func (f *fold) endByDebriefs() {
	for i := range f.c.Facts {
		fact := &f.c.Facts[i]
		if fact.Kind != afterword.WroteDown || fact.VoidedBy != "" {
			continue
		}
		begun := fact.Detail.Begun
		if begun.IsZero() {
			begun = fact.At
		}
		r := f.round(fact.Interview)
		if r == nil || !r.dated || r.overCounts() || begun.Before(r.Start) {
			continue
		}
		if begun.Before(r.PlannedEnd) && begun.Before(r.End) {
			r.End, r.EndAssumed = begun, false
		}
	}
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
	switch {
	case !r.Start.IsZero():
		return r.Start
	case !r.end.IsZero():
		return r.end
	}
	return r.over
}
