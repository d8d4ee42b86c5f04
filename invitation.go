package afterword

import "time"

// Invitation is what a calendar file says of one meeting, read and bounded but not yet believed.
type Invitation struct {
	Method       string // of RFC 5546: REQUEST, PUBLISH, CANCEL, REPLY, COUNTER; empty when not said
	UID          string
	Sequence     int
	Stamp        time.Time // DTSTAMP: of two with one Sequence the later counts; zero when not said
	RecurrenceID string    // set on one moved meeting of a series
	Recurring    bool
	Start        time.Time // in Zone; zero when it could not be told
	End          time.Time
	EndAssumed   bool   // the file has no end: start and one hour
	Zone         string // IANA name; empty when floating, or when Zone could not be told
	ZoneProblem  string // why the zone could not be told, in words; empty when it could
	ZoneHint     string // the zone of the whole file, where the time itself is floating or in UTC
	AllDay       bool
	Day          Date // of an all-day meeting
	Floating     bool // a wall time without a zone: WallStart and WallEnd hold it, in UTC
	Cancelled    bool // METHOD:CANCEL or STATUS:CANCELLED
	Summary      string
	Description  string
	Location     string
	Link         string // the video call
	Status       string
	Organizer    Mailbox
	Attendees    []Mailbox // without rooms and other things
	Subject      string    // of the mail that held it
}

// Mailbox is a name with an address, as calendars and mails hold it.
type Mailbox struct {
	Name   string `json:"name"`
	Email  string `json:"email"`
	Status string `json:"status,omitempty"` // PARTSTAT of RFC 5545
}
