// Package policy is the heart: facts, a calendar and now become a plan, and the guard says whether a
// note may go.
//
// Read Compute first, then fold.go: every fact is read once, in order, into a Standing; the steps,
// the state and the guard are then questions to that Standing. Each clock of the contract has a file
// of its own, named after it.
//
// The package refuses to ask the clock, the disk or chance: what it needs comes in, and the same
// case, rules and now give the same plan, byte for byte. It stores nothing, sends nothing and writes
// no letter.
package policy

import (
	"time"

	"afterword"
	"afterword/when"
)

// Rules are the data that a case is reckoned with.
type Rules struct {
	Calendar    when.Calendar             // working days of the application's region: W, A, everything towards them
	OwnCalendar when.Calendar             // the person's own: the reply clock
	Own         *time.Location            // the own zone; nil is UTC
	Locations   map[string]*time.Location // IANA name to loaded zone; a zone that is missing makes the case unreadable
}

// Compute is the plan of one interview at a moment. Rounds of one day are one sitting and share all
// but their pocket card; steps of which Shared is true are the same in every round's plan.
func Compute(c afterword.Case, interview afterword.ID, r Rules, now time.Time) afterword.Plan {
	f := newFold(&c, interview, r, now)
	return f.plan()
}

// NextChange is the earliest moment after now at which the plan may differ though nothing happens;
// zero is never. Between now and then the plan stays as it is but for as_of.
func NextChange(c afterword.Case, interview afterword.ID, r Rules, now time.Time) time.Time {
	f := newFold(&c, interview, r, now)
	f.plan()
	return f.next
}

// Survey is Compute, Stand and NextChange in one: a list asks for all three.
func Survey(c afterword.Case, interview afterword.ID, r Rules, now time.Time) (afterword.Plan, Standing, time.Time) {
	f := newFold(&c, interview, r, now)
	p := f.plan()
	return p, f.Standing, f.next
}

// May is the guard: may this be sent now? An empty To or By takes the default of `write`.
func May(c afterword.Case, interview afterword.ID, try afterword.Try, r Rules, now time.Time) afterword.Verdict {
	f := newFold(&c, interview, r, now)
	return f.may(try)
}

// Stand is what is known of an interview at a moment, folded from its facts.
func Stand(c afterword.Case, interview afterword.ID, r Rules, now time.Time) Standing {
	f := newFold(&c, interview, r, now)
	f.referees()
	f.Notes = make(map[afterword.ID]NoteStanding, len(c.Notes))
	for i := range c.Notes {
		f.Notes[c.Notes[i].ID] = f.notes[i]
	}
	return f.Standing
}
