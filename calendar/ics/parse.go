package ics

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"time"

	"afterword"
)

// Parse reads every event of a file. Events with one UID and different RECURRENCE-ID are moved
// instances of one series; of two versions of the same event the one with the higher SEQUENCE
// stays. What could not be read of an event is in its Problems; the error is Invalid and says why
// nothing at all could be read. A file without any event gives none, and no error.
func Parse(r io.Reader) ([]Event, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: "cannot be read", Err: err}
	}
	if len(b) > maxBytes {
		return nil, afterword.Invalid("file", "is larger than 1 MiB").WithHint("give only the invitation, not the whole calendar")
	}
	if len(strings.TrimSpace(string(b))) == 0 {
		return nil, afterword.Invalid("file", "is empty").WithHint("give the .ics file, or the mail that holds it")
	}
	t, err := grow(toUTF8(b))
	if err != nil {
		return nil, err
	}
	if !t.calendar && !t.holdsEvent() {
		return nil, afterword.Invalid("file", "is not a calendar file: it has no BEGIN:VCALENDAR").
			WithHint("an invitation is a .ics file, or a mail that holds one")
	}
	return latest(t.events()), nil
}

// ParseAll reads several files as one, as a mail may hold the same invitation twice in different
// clothes: of equal events one stays. The error is that of the first file that cannot be read, given
// only when none can.
func ParseAll(files ...[]byte) ([]Event, error) {
	var all []Event
	var first error
	read := 0
	for _, f := range files {
		events, err := Parse(bytes.NewReader(f))
		if err != nil {
			if first == nil {
				first = err
			}
			continue
		}
		read++
		all = append(all, events...)
	}
	if read == 0 && first != nil {
		return nil, first
	}
	return latest(all), nil
}

func (t *tree) holdsEvent() bool {
	for _, c := range t.roots {
		if c.name == "VEVENT" {
			return true
		}
	}
	return false
}

// events reads them in file order. What stands outside a calendar is read as if it stood in the
// last one: some files close VCALENDAR too early.
func (t *tree) events() []Event {
	var out []Event
	var last *component
	var ck *clock
	for _, c := range t.roots {
		switch c.name {
		case "VCALENDAR":
			last, ck = c, newClock(c)
			for _, s := range c.subs {
				if s.name == "VEVENT" {
					out = append(out, readEvent(s, c, ck, t.problems))
				}
			}
		case "VEVENT":
			if ck == nil {
				ck = newClock(nil)
			}
			out = append(out, readEvent(c, last, ck, t.problems))
		case "VTIMEZONE":
			if ck == nil {
				ck = newClock(&component{subs: []*component{c}})
			}
		}
	}
	return out
}

// latest keeps the newest version of each event, in the place of the first.
func latest(all []Event) []Event {
	type key struct{ uid, rid string }
	at := map[key]int{}
	var out []Event
	for _, e := range all {
		k := key{e.UID, e.RecurrenceID}
		i, seen := at[k]
		if e.UID == "" || !seen {
			at[k] = len(out)
			out = append(out, e)
			continue
		}
		old := out[i]
		switch {
		case e.Sequence > old.Sequence, e.Sequence == old.Sequence && e.Stamp.After(old.Stamp):
			out[i] = e
		case e.Sequence < old.Sequence, old.Stamp.After(e.Stamp), sameTime(e, old) && e.Summary == old.Summary:
		default: // nothing says which one counts: both are shown
			out = append(out, e)
		}
	}
	return out
}

func sameTime(a, b Event) bool { return a.Start.Equal(b.Start) && a.Day == b.Day }

func readEvent(c, cal *component, ck *clock, fileProblems []string) Event {
	var e Event
	e.ZoneHint = ck.hint
	e.UID, e.Status = c.text("UID"), strings.ToUpper(c.text("STATUS"))
	e.Summary, e.Location, e.Description = oneLine(c.text("SUMMARY")), oneLine(c.text("LOCATION")), c.text("DESCRIPTION")
	if cal != nil {
		e.Method = strings.ToUpper(cal.text("METHOD"))
	}
	e.Cancelled = e.Method == "CANCEL" || e.Status == "CANCELLED"
	say := func(format string, a ...any) {
		if len(e.Problems) < maxProblems {
			e.Problems = append(e.Problems, fmt.Sprintf(format, a...))
		}
	}
	for _, p := range fileProblems {
		say("%s", p)
	}
	if c.cut {
		say("the event of line %d holds more than was read", c.line)
	}
	if s := c.text("SEQUENCE"); s != "" {
		n, err := strconv.ParseFloat(s, 64) // "1.0" occurs
		if err != nil || n < 0 || n > 1<<31 {
			say("its version number %q cannot be read", short(s))
		}
		if err == nil && n > 0 && n <= 1<<31 {
			e.Sequence = int(n)
		}
	}
	if m, ok := parseMoment(c.text("DTSTAMP")); ok {
		e.Stamp = ck.place(m, "UTC").at.UTC()
	}
	if e.Description == "" {
		e.Description = plainText(c.text("X-ALT-DESC"))
	}
	_, hasRule := c.first("RRULE")
	_, hasDates := c.first("RDATE")
	e.Recurring = hasRule || hasDates
	readTimes(&e, c, ck, say)
	readPeople(&e, c, say)
	readURLs(&e, c)
	e.Link = FindLink(e)
	return e
}

// readTimes sets Start, End and all that says how sure they are.
func readTimes(e *Event, c *component, ck *clock, say func(string, ...any)) {
	if p, ok := c.first("RECURRENCE-ID"); ok {
		e.RecurrenceID = recurrenceID(p, ck)
	}
	p, ok := c.first("DTSTART")
	if !ok {
		say("it has no start")
		return
	}
	if n := c.count("DTSTART"); n > 1 {
		say("it has %d starts; the first was used", n)
	}
	m, ok := parseMoment(p.value)
	if !ok {
		say("its start %q in line %d cannot be read", short(p.value), p.line)
		return
	}
	tzid := p.param("TZID")
	wholeDay := m.date || endlessDay(c, m)
	if wholeDay {
		e.AllDay, e.Day = true, afterword.DateOf(m.wall)
		readLastDay(e, c, say)
		return
	}
	pl := ck.place(m, tzid)
	e.Start, e.Zone, e.Floating, e.ZoneProblem = pl.at, pl.zone, pl.floating, pl.problem
	if pl.zone == "" && !pl.floating && pl.problem == "" {
		say("its time zone %q has no usual name; the time itself is right", short(tzid))
	}
	if e.ZoneProblem != "" {
		say("%s", e.ZoneProblem)
	}
	readEnd(e, c, ck, say)
}

// endlessDay is how Exchange marks a whole day that it writes from midnight to midnight.
func endlessDay(c *component, m moment) bool {
	return strings.EqualFold(c.text("X-MICROSOFT-CDO-ALLDAYEVENT"), "TRUE") && m.wall.Hour() == 0 && m.wall.Minute() == 0
}

// readLastDay sets LastDay: the file has the day after it.
func readLastDay(e *Event, c *component, say func(string, ...any)) {
	e.LastDay = e.Day
	if p, ok := c.first("DTEND"); ok {
		m, ok := parseMoment(p.value)
		end := afterword.DateOf(m.wall)
		switch {
		case !ok:
			say("its end %q in line %d cannot be read", short(p.value), p.line)
		case end.Before(e.Day):
			say("its end is before its start")
		case end.After(e.Day):
			e.LastDay = end.AddDays(-1)
		}
		return
	}
	if p, ok := c.first("DURATION"); ok {
		d, ok := parseDuration(p.value)
		switch {
		case !ok:
			say("its length %q in line %d cannot be read", short(p.value), p.line)
		case d.days < 0 || d.rest < 0:
			say("its length %q is negative", short(p.value))
		case d.days > 1:
			e.LastDay = e.Day.AddDays(d.days - 1)
		}
	}
}

func readEnd(e *Event, c *component, ck *clock, say func(string, ...any)) {
	if p, ok := c.first("DTEND"); ok {
		m, ok := parseMoment(p.value)
		if !ok {
			say("its end %q in line %d cannot be read", short(p.value), p.line)
		} else if m.date {
			say("its end in line %d is a day without a time", p.line)
		} else {
			tzid := p.param("TZID")
			pl := ck.place(m, tzid)
			switch {
			case pl.problem != "" && e.ZoneProblem == "", pl.floating != e.Floating:
				// One of the two has a zone, the other none: the length is what their clocks show.
				if s, ok := c.first("DTSTART"); ok {
					if sm, ok := parseMoment(s.value); ok {
						pl.at = e.Start.Add(m.wall.Sub(sm.wall))
					}
				}
				say("its end in line %d is in another zone than its start; the zone of the start was used", p.line)
			}
			end := pl.at
			if !end.Before(e.Start) {
				e.End = end.In(e.Start.Location()) // also when it lasts no time at all: it is what they said
				return
			}
			say("its end is before its start; an hour was assumed")
		}
	} else if p, ok := c.first("DURATION"); ok {
		d, ok := parseDuration(p.value)
		switch {
		case !ok:
			say("its length %q in line %d cannot be read; an hour was assumed", short(p.value), p.line)
		case d.days < 0 || d.rest < 0:
			say("its length %q is negative; an hour was assumed", short(p.value))
		case d.days > 0 || d.rest > 0:
			e.End = d.after(e.Start)
			return
		}
	}
	e.End, e.EndAssumed = e.Start.Add(assumedLength), true
}

// recurrenceID is a date, an instant in UTC, or the text as it stands.
func recurrenceID(p property, ck *clock) string {
	m, ok := parseMoment(p.value)
	if !ok {
		return strings.TrimSpace(p.value)
	}
	if m.date {
		return afterword.DateOf(m.wall).String()
	}
	pl := ck.place(m, p.param("TZID"))
	if pl.floating || pl.problem != "" {
		return m.wall.Format("2006-01-02T15:04:05")
	}
	return pl.at.UTC().Format(time.RFC3339)
}

func readPeople(e *Event, c *component, say func(string, ...any)) {
	if p, ok := c.first("ORGANIZER"); ok {
		e.Organizer = readAddress(p)
	}
	for _, p := range c.props {
		if p.name != "ATTENDEE" {
			continue
		}
		if len(e.Attendees)+len(e.Rooms) == maxAttendees {
			say("it names more than %d people; the others were left out", maxAttendees)
			return
		}
		a := readAddress(p)
		switch kind := strings.ToUpper(p.param("CUTYPE")); {
		case a.Name == "" && a.Email == "":
		case kind == "ROOM", kind == "RESOURCE", strings.HasSuffix(strings.ToLower(a.Email), "@resource.calendar.google.com"):
			e.Rooms = append(e.Rooms, a)
		default:
			e.Attendees = append(e.Attendees, a)
		}
	}
}

var reMail = pattern(`[^\s<>"',;:()\[\]]+@[^\s<>"',;:()\[\]]+`)

func readAddress(p property) Address {
	a := Address{
		Name:   oneLine(unescape(p.param("CN"))),
		Status: strings.ToUpper(p.param("PARTSTAT")),
	}
	v := strings.TrimSpace(p.value)
	if len(v) >= 7 && strings.EqualFold(v[:7], "mailto:") {
		v = v[7:]
		if u, err := url.PathUnescape(v); err == nil {
			v = u
		}
	}
	if m := reMail().FindString(v); m != "" {
		a.Email = m
	} else if m := reMail().FindString(p.param("EMAIL")); m != "" { // RFC 7986 6.2
		a.Email = m
	}
	// "invalid:nomail" and the like are placeholders of Outlook and Apple.
	if strings.HasSuffix(strings.ToLower(a.Email), "@invalid") {
		a.Email = ""
	}
	if strings.EqualFold(a.Name, a.Email) || strings.EqualFold(a.Name, "mailto:"+a.Email) {
		a.Name = ""
	}
	a.Name = strings.Trim(a.Name, `"' `)
	return a
}

func readURLs(e *Event, c *component) {
	var trusted, plain []string
	for _, p := range c.props {
		v := strings.TrimSpace(p.text())
		switch {
		case len(v) > 2000:
		case p.name == "URL":
			plain = append(plain, v)
		case p.name == "CONFERENCE":
			if !strings.HasPrefix(strings.ToLower(v), "tel:") {
				trusted = append(trusted, v)
			}
		case strings.HasPrefix(p.name, "X-") && strings.HasPrefix(strings.ToLower(v), "http"):
			trusted = append(trusted, v)
		}
	}
	for _, u := range append(trusted, plain...) {
		if len(e.URLs) < 20 && u != "" {
			e.URLs = append(e.URLs, u)
		}
	}
}

// oneLine makes one line of several, for what people see in lists.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// short keeps what is quoted back small.
func short(s string) string {
	s = oneLine(s)
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
