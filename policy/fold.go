package policy

import (
	"slices"
	"time"

	"afterword"
)

// fold is a Standing with what the rules need besides. Every look at the clock goes through reached,
// so the next moment at which anything may change is known without asking twice.
type fold struct {
	Standing
	c    *afterword.Case
	r    Rules
	now  time.Time
	next time.Time // the earliest moment after now that was asked about

	live    []*afterword.Fact // not voided, in the order in which they happened
	gone    []afterword.ID    // voided facts
	rounds  []round
	sits    []sitting
	sitOf   []int // of each round, its sitting
	sit     *sitting
	current *sitting // the latest that is over, nil before the first
	notes   []NoteStanding

	outcomeFact *afterword.Fact
	wantFact    *afterword.Fact
	decided     *afterword.Fact
	noFact      *afterword.Fact // the newest no
	promises    []promise
	region      string
	waitLoc     *time.Location // the zone that W is reckoned in
	steps       steps
}

// newFold reads every fact of a case, in the order in which the nouns rest on each other.
func newFold(c *afterword.Case, interview afterword.ID, r Rules, now time.Time) *fold {
	f := &fold{c: c, r: r.complete(), now: now, Standing: Standing{Interview: interview, Unreadable: c.Unreadable}}
	if f.region = c.Application.Region; f.region == "" {
		f.region = c.Settings.Region
	}
	f.readFacts()
	f.schedule()
	f.sittings()
	f.debriefs()
	f.seat()
	f.noteStandings()
	f.outcome()
	f.agency()
	f.messages()
	f.foldPromises()
	f.wait()
	f.asked()
	f.thanks()
	return f
}

func (r Rules) complete() Rules {
	if r.Own == nil {
		r.Own = time.UTC
	}
	return r
}

// reached says that t has come; a zero time never does.
func (f *fold) reached(t time.Time) bool {
	if t.IsZero() {
		return false
	}
	if !f.now.Before(t) {
		return true
	}
	if f.next.IsZero() || t.Before(f.next) {
		f.next = t
	}
	return false
}

// passed says that t is over, as for the last second of a day.
func (f *fold) passed(t time.Time) bool {
	return !t.IsZero() && f.reached(t.Add(time.Second))
}

// readFacts puts the facts that count in the order in which they happened. What was recorded later
// counts as later when both happened at one moment.
func (f *fold) readFacts() {
	f.live = make([]*afterword.Fact, 0, len(f.c.Facts))
	for i := range f.c.Facts {
		switch fact := &f.c.Facts[i]; {
		case fact.VoidedBy != "":
			f.gone = append(f.gone, fact.ID)
		case fact.Kind != afterword.Voided:
			f.live = append(f.live, fact)
		}
	}
	slices.SortStableFunc(f.live, inTime)
}

func inTime(a, b *afterword.Fact) int {
	if n := a.At.Compare(b.At); n != 0 {
		return n
	}
	switch {
	case a.Seq < b.Seq:
		return -1
	case a.Seq > b.Seq:
		return 1
	}
	return 0
}

func after(a, b *afterword.Fact) bool { return inTime(a, b) > 0 }

// seat finds the sitting that is asked about and the latest that is over.
func (f *fold) seat() {
	for s := range f.alive {
		if f.ended(s) {
			f.current = s
		}
	}
	r := f.round(f.Interview)
	if r == nil {
		return
	}
	f.sit = f.sittingOf(f.Interview)
	f.Start, f.PlannedEnd, f.RoundEnd, f.EndAssumed = r.Start, r.PlannedEnd, r.End, r.EndAssumed
	f.Zone, f.Location, f.CalledOff, f.NoShow = r.Zone, r.Location, r.CalledOff, r.NoShow
	f.Sitting = f.roundsWith(f.Interview)
	f.E = f.sit.e
	if f.HasDebrief = f.sit.written != nil; f.HasDebrief {
		f.WrittenAt = f.sit.written.At
	}
	f.Debrief = f.sit.debrief
	for _, m := range f.sit.debrief.Met {
		f.Met = append(f.Met, MetPerson{f.canonical(m.Person), m.TalkedAbout})
	}
}

// ours says that an interview belongs to the sitting that is asked about.
func (f *fold) ours(interview afterword.ID) bool {
	return f.sit != nil && f.sittingOf(interview) == f.sit
}

// theirZone is where the employer's clock is for a fact: that of its round, else of the current
// sitting, else of the first. It is the same whichever round is asked about.
func (f *fold) theirZone(fact *afterword.Fact) *time.Location {
	if fact != nil {
		if r := f.round(fact.Interview); r != nil {
			return r.Location
		}
	}
	switch {
	case f.current != nil:
		return f.current.loc
	case len(f.sits) > 0:
		return f.sits[0].loc
	}
	return f.r.Own
}
