package ics

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"time"

	"afterword"
)

// Reply answers an invitation as RFC 5546 3.2.3 wants it: METHOD:REPLY, the same UID, SEQUENCE and
// RECURRENCE-ID, the organizer, and me as the only attendee with the answer. partstat is ACCEPTED,
// DECLINED or TENTATIVE, in any case. Invalid without a UID, an organizer or my address, for an event
// that takes no answer, and for another partstat.
func Reply(e Event, me Address, partstat string, stamp time.Time) ([]byte, error) {
	answer := strings.ToUpper(strings.TrimSpace(partstat))
	switch answer {
	case "ACCEPT":
		answer = "ACCEPTED"
	case "DECLINE":
		answer = "DECLINED"
	case "ACCEPTED", "DECLINED", "TENTATIVE":
	default:
		return nil, afterword.Invalid("answer", "%q is not accept, decline or tentative", partstat)
	}
	switch {
	case e.UID == "":
		return nil, afterword.Invalid("invitation", "has no uid, so no calendar can match an answer to it")
	case e.Organizer.Email == "":
		return nil, afterword.Invalid("invitation", "names no organizer to answer to")
	case me.Email == "":
		return nil, afterword.Invalid("me", "has no address").WithHint("afterword set email ADDRESS")
	case e.Cancelled:
		return nil, afterword.Invalid("invitation", "was called off, it needs no answer")
	case e.Method != "" && e.Method != "REQUEST" && e.Method != "ADD" && e.Method != "PUBLISH":
		return nil, afterword.Invalid("invitation", "is not a request but %s", e.Method)
	}
	var b bytes.Buffer
	p := &printer{w: bufio.NewWriter(&b)}
	p.line("BEGIN", "", "VCALENDAR")
	p.line("VERSION", "", "2.0")
	p.line("PRODID", "", productID)
	p.line("METHOD", "", "REPLY")
	p.line("BEGIN", "", "VEVENT")
	p.text("UID", e.UID)
	p.line("SEQUENCE", "", fmt.Sprint(e.Sequence))
	p.line("DTSTAMP", "", stamp.UTC().Format(stampForm))
	p.recurrence(e.RecurrenceID)
	p.times(e)
	if e.Summary != "" {
		p.text("SUMMARY", e.Summary)
	}
	p.address("ORGANIZER", "", e.Organizer)
	p.address("ATTENDEE", ";PARTSTAT="+answer, me)
	p.line("REQUEST-STATUS", "", "2.0;Success")
	p.line("END", "", "VEVENT")
	p.line("END", "", "VCALENDAR")
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return b.Bytes(), p.err
}

// recurrence names the instance, in the form that Parse normalised.
func (p *printer) recurrence(id string) {
	if id == "" {
		return
	}
	m, ok := parseMoment(id)
	switch {
	case !ok:
	case m.date:
		p.line("RECURRENCE-ID", ";VALUE=DATE", m.wall.Format(dayForm))
	case m.utc:
		p.line("RECURRENCE-ID", "", m.wall.Format(stampForm))
	default:
		p.line("RECURRENCE-ID", "", strings.TrimSuffix(m.wall.Format(stampForm), "Z"))
	}
}

// times repeats when it is; a time whose zone we do not know is left out rather than changed.
func (p *printer) times(e Event) {
	switch {
	case e.AllDay:
		p.line("DTSTART", ";VALUE=DATE", dayText(e.Day))
	case e.Floating && !e.Start.IsZero():
		p.line("DTSTART", "", strings.TrimSuffix(e.Start.Format(stampForm), "Z"))
	case !e.WallTimeOnly() && !e.Start.IsZero():
		p.line("DTSTART", "", e.Start.UTC().Format(stampForm))
		if !e.EndAssumed && e.End.After(e.Start) {
			p.line("DTEND", "", e.End.UTC().Format(stampForm))
		}
	}
}
