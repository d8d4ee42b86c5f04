// Package ics reads and writes iCalendar (RFC 5545, 5546, 7986), the form in which interviews are
// announced and in which our dates leave for other calendars.
//
// Read Parse first, then zoneOf: most that goes wrong with invitations is a zone. The package
// refuses to guess a time: a zone that it cannot map, a floating or an all-day start are said, never
// silently taken for UTC. It expands no recurrence, so no rule in a file can cost time or memory.
//
// The lines are taken apart here and not by a library: the one that was tried (arran4/golang-ical)
// refused whole files for one bad line, 97 of 518 public samples, gives the zero time for a zone it does not
// know, and writes names that hold a comma in a form RFC 5545 does not allow.
package ics

import (
	"time"

	"afterword"
)

// Event is one VEVENT: the invitation, and what only this package and its callers need of it.
//
// A wall time without a known zone (Floating, or ZoneProblem is not empty) stands in Start and End as
// if it were in UTC, and has to be asked about before it is used. An all-day event has Day, LastDay
// and no Start.
type Event struct {
	afterword.Invitation
	LastDay  afterword.Date // of an all-day event, included
	URLs     []string       // from CONFERENCE, the vendors' own properties and URL, in order of trust
	Rooms    []Address      // invited things: rooms, resources
	Problems []string       // what could not be read or does not fit, in plain words
}

// WallTimeOnly says that Start shows what clocks read, without saying where.
func (e Event) WallTimeOnly() bool { return e.Floating || e.ZoneProblem != "" }

// Address is an organizer or attendee.
type Address = afterword.Mailbox

// Limits of a file. They are far above any real invitation.
const (
	maxBytes     = 1 << 20 // the whole file
	maxEvents    = 10_000
	maxProps     = 2_000 // of one component
	maxDepth     = 8     // components within components
	maxLine      = 256 << 10
	maxAttendees = 500
	maxProblems  = 20
	maxZones     = 200 // different zone names of one file
)

// assumedLength is how long an interview is when nothing says it (contract, section 2).
const assumedLength = time.Hour
