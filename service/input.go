package service

import (
	"time"

	"afterword"
)

// Times and dates in inputs are the text that a person typed: the service reads them in the zone that
// goes with them and says which field is wrong. In updates nil means "leave as it is".

// AddInput is an interview by hand. Without Start it just ended: the end is now.
type AddInput struct {
	Employer, Role, Start, End, Duration, Zone string
	With                                       []string // "Name <mail>"
	Agency                                     string   // "Name <mail>"
	Application                                string   // id of a known application: a further round
	Kind, Region, Location, Link               string
	Once                                       string // key of the form: a second post of it changes nothing
}

// InvitationInput is an invitation with what the person says about it.
type InvitationInput struct {
	Invitations            []afterword.Invitation // what the file holds
	File                   string                 // its name, for errors
	Employer, Role, Agency string
	Me                     string // which address is mine
	Zone, Start            string
	UID                    string // which of several
	As                     string // "new", or the interview that it moves
	Application            string
	Kind                   string
	Once                   string
}

// EditInput corrects an interview; nil leaves a field as it is.
type EditInput struct {
	Employer, Role, Start, End, Zone, Region, Kind, Location, Link *string
	Version                                                        int // of the interview, 0 does not look
}

// DebriefInput is what was written down, and when it was begun.
type DebriefInput struct {
	Debrief afterword.Debrief
	Begun   time.Time // zero is now
	Page    bool      // one page of many: joined with the pages of the same sitting into one fact
	Version int       // of the debrief as it was shown, 0 does not look
	Once    string
	needs   error // why it is no debrief of its own; it may still add to an earlier one
}

// DecideInput is where the person stands.
type DecideInput struct {
	Want    string   // still, unsure or no; empty leaves it
	Signs   []string // "+ left at five", "- third analyst in two years"
	Ask     []string // to ask if they make an offer
	Matters []afterword.Matter
	Replace bool // the lists are whole (a page) and not additions (the command line)
}

// NewsInput is something that came in, or that the candidate did outside.
type NewsInput struct {
	Kind           string
	Until          string // a date
	From           string // person
	By             string // channel
	Start, End     string // of a new round, or of the moved one
	Zone           string
	Text           string
	What           string // of documents: what they asked for
	At             string // when it happened; empty is now
	NoAnswerNeeded bool
	As             string // for moved after a debrief: an interview (the same round) or "new"
	Once           string
}

// NoteEdit is the text as the person wants it.
type NoteEdit struct {
	Subject *string
	Body    string
	Version int // as it was shown, 0 does not look; another one is a conflict that keeps both texts
	Lang    string
}

// PersonEdit changes a person; nil leaves a field as it is.
type PersonEdit struct {
	Name, Email, Phone, Called, Register *string
	Links                                []string // nil leaves them
	Role, Title, Application             string   // holds this role in this application
	DropRole                             string
	New                                  bool // the reference is the name of someone new, who is given the role
}
