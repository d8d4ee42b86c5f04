package reading

import (
	"fmt"
	"strings"
	"time"

	"afterword"
)

// The kinds of an invitation, as the contract names them.
const (
	KindInvite  = "invite"
	KindUpdate  = "update"
	KindCancel  = "cancel"
	KindReply   = "reply"
	KindPublish = "publish"
	KindNone    = "none"
)

// Invite is what an invitation says; its JSON is that of `afterword invite`.
type Invite struct {
	File        string              `json:"file"`
	Method      string              `json:"method"`
	UID         string              `json:"uid"`
	Sequence    int                 `json:"sequence"`
	Start       *string             `json:"start"` // RFC 3339 in UTC; a date when all_day; a wall time without a zone when that is not known
	End         *string             `json:"end"`
	Zone        string              `json:"zone"`
	AllDay      bool                `json:"all_day"`
	Summary     string              `json:"summary"`
	Location    string              `json:"location"`
	Link        string              `json:"link"`
	Organizer   afterword.Mailbox   `json:"organizer"`
	Attendees   []afterword.Mailbox `json:"attendees"`
	Kind        string              `json:"kind"`
	IsInterview bool                `json:"is_interview"`
	Because     string              `json:"because"`

	RecurrenceID string   `json:"recurrence_id,omitempty"` // which one of a series
	Floating     bool     `json:"floating,omitempty"`      // start has no zone
	EndAssumed   bool     `json:"end_assumed,omitempty"`
	Problems     []string `json:"problems,omitempty"` // what could not be read
}

// Describe tells what an invitation is. problems are what the reader of the file could not read;
// lastDay is the last day of an all-day event, when it is not its first.
func Describe(file string, inv afterword.Invitation, problems []string, lastDay ...afterword.Date) Invite {
	out := Invite{
		File: file, Method: inv.Method, UID: inv.UID, Sequence: inv.Sequence, Zone: inv.Zone, AllDay: inv.AllDay,
		Summary: inv.Summary, Location: inv.Location, Link: inv.Link, Organizer: inv.Organizer, Attendees: inv.Attendees,
		RecurrenceID: inv.RecurrenceID, Floating: inv.Floating, EndAssumed: inv.EndAssumed, Problems: problems,
	}
	if out.Attendees == nil {
		out.Attendees = []afterword.Mailbox{}
	}
	out.Start, out.End = times(inv, lastDay)
	var how string
	out.Kind, how = kindOfInvite(inv)
	is, because, _ := Interview(inv)
	out.IsInterview = is
	said := []string{because}
	if how != "" {
		said = append(said, how)
	}
	switch {
	case inv.AllDay:
		said = append(said, "it has a day and no time: say when it starts")
	case inv.Floating:
		said = append(said, "its time has no time zone: say which")
	}
	if inv.EndAssumed {
		said = append(said, "it says no end, an hour was assumed")
	}
	for _, p := range problems {
		if !strings.Contains(p, "an hour was assumed") || !inv.EndAssumed {
			said = append(said, p)
		}
	}
	out.Because = strings.Join(said, "; ")
	return out
}

// Nothing is the answer for a file without an event; why says what it is instead.
func Nothing(file, why string) Invite {
	return Invite{File: file, Kind: KindNone, Because: why, Attendees: []afterword.Mailbox{}}
}

// times writes what is sure: an instant in UTC, a date, or a wall time without a zone.
// The end of a whole day is the day after it, as in the file (RFC 5545 3.6.1).
func times(inv afterword.Invitation, lastDay []afterword.Date) (start, end *string) {
	form := func(t time.Time) *string {
		if t.IsZero() {
			return nil
		}
		s := t.UTC().Format(time.RFC3339)
		if inv.Floating || inv.ZoneProblem != "" {
			s = t.Format("2006-01-02T15:04:05")
		}
		return &s
	}
	if inv.AllDay {
		d := inv.Day.String()
		last := inv.Day
		if len(lastDay) > 0 && lastDay[0].After(last) {
			last = lastDay[0]
		}
		after := last.AddDays(1).String()
		return &d, &after
	}
	return form(inv.Start), form(inv.End)
}

func kindOfInvite(inv afterword.Invitation) (kind, because string) {
	switch {
	case inv.Cancelled && inv.RecurrenceID != "":
		return KindCancel, "it calls off the one of " + inv.RecurrenceID
	case inv.Cancelled:
		return KindCancel, "it calls the event off"
	}
	switch inv.Method {
	case "REQUEST":
		if inv.Sequence > 0 {
			return KindUpdate, fmt.Sprintf("it is version %d of the invitation", inv.Sequence)
		}
		if inv.RecurrenceID != "" {
			return KindUpdate, "it moves the one of " + inv.RecurrenceID
		}
		return KindInvite, ""
	case "ADD":
		return KindInvite, "it adds a date to a series"
	case "REPLY":
		return KindReply, "it is an answer: " + answerOf(inv)
	case "COUNTER":
		return KindReply, "it proposes another time"
	case "DECLINECOUNTER":
		return KindReply, "it declines a proposed time"
	case "REFRESH":
		return KindReply, "it asks for the newest version"
	}
	return KindPublish, ""
}

func answerOf(inv afterword.Invitation) string {
	if len(inv.Attendees) == 1 {
		a := inv.Attendees[0]
		who := a.Name
		if who == "" {
			who = a.Email
		}
		if a.Status != "" {
			return who + " " + strings.ToLower(a.Status)
		}
		return who
	}
	return "of several"
}
