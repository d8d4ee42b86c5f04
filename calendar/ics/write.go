package ics

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"afterword"
)

// Calendar is what we publish: the dates of one application, or of all.
type Calendar struct {
	Name      string
	Method    string  // PUBLISH when empty; CANCEL for a file of cancellations alone
	Organizer Address // RFC 5546 wants one in what is published; left out without an address
	Entries   []Entry
	Refresh   time.Duration // how often a subscriber may look again, RFC 7986 5.7; 0 says nothing
}

// Entry is one date of ours, as one VEVENT.
type Entry struct {
	UID        string    // the same each time the entry is written
	Sequence   int       // higher each time its date changed
	Stamp      time.Time // when this version came to be
	Start, End time.Time // an instant each; without End it takes no time
	Day        afterword.Date
	LastDay    afterword.Date // included; Day when zero

	Summary, Description, Location, URL string
	Cancelled                           bool
	Transparent                         bool            // does not make the person busy
	Alarms                              []time.Time     // moments
	AlarmsAfter                         []time.Duration // after the start: they move with it
	AlarmText                           string          // Summary when empty
}

const (
	productID  = "-//Afterword//Afterword 1//EN"
	stampForm  = "20060102T150405Z"
	dayForm    = "20060102"
	foldOctets = 75
	maxAlarms  = 50
)

// Write writes RFC 5545 with CRLF and lines of at most 75 octets. Times and alarms are instants in
// UTC, so that no change of clocks can move them. The same calendar gives the same bytes. An entry
// without UID, stamp or date is Invalid, and nothing is written then.
func Write(w io.Writer, cal Calendar) error {
	for i, e := range cal.Entries {
		if err := e.check(); err != nil {
			return fmt.Errorf("entry %d: %w", i+1, err)
		}
	}
	p := &printer{w: bufio.NewWriter(w)}
	p.line("BEGIN", "", "VCALENDAR")
	p.line("VERSION", "", "2.0")
	p.line("PRODID", "", productID)
	p.line("CALSCALE", "", "GREGORIAN")
	p.line("METHOD", "", token(cmp.Or(cal.Method, "PUBLISH")))
	if cal.Name != "" {
		p.text("NAME", cal.Name) // RFC 7986 5.1
		p.text("X-WR-CALNAME", cal.Name)
	}
	if cal.Refresh > 0 {
		p.line("REFRESH-INTERVAL", ";VALUE=DURATION", duration(cal.Refresh))
		p.line("X-PUBLISHED-TTL", "", duration(cal.Refresh)) // what Outlook reads
	}
	for _, e := range cal.Entries {
		p.entry(e, cal)
	}
	p.line("END", "", "VCALENDAR")
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}

func (e Entry) check() error {
	switch {
	case strings.TrimSpace(e.UID) == "":
		return afterword.Invalid("uid", "is empty")
	case e.Stamp.IsZero():
		return afterword.Invalid("stamp", "is not set for %q", e.UID)
	case e.Start.IsZero() && e.Day.IsZero():
		return afterword.Invalid("start", "is not set for %q", e.UID)
	case !e.End.IsZero() && e.End.Before(e.Start):
		return afterword.Invalid("end", "is before the start of %q", e.UID)
	}
	return nil
}

// printer folds content lines; the first error stays.
type printer struct {
	w   *bufio.Writer
	err error
}

func (p *printer) entry(e Entry, cal Calendar) {
	p.line("BEGIN", "", "VEVENT")
	p.text("UID", e.UID)
	p.line("DTSTAMP", "", e.Stamp.UTC().Format(stampForm))
	p.line("LAST-MODIFIED", "", e.Stamp.UTC().Format(stampForm))
	p.line("SEQUENCE", "", fmt.Sprint(max(e.Sequence, 0)))
	if !e.Start.IsZero() {
		p.line("DTSTART", "", e.Start.UTC().Format(stampForm))
		if e.End.After(e.Start) {
			p.line("DTEND", "", e.End.UTC().Format(stampForm))
		}
	} else {
		last := e.Day
		if e.LastDay.After(last) {
			last = e.LastDay
		}
		p.line("DTSTART", ";VALUE=DATE", dayText(e.Day))
		p.line("DTEND", ";VALUE=DATE", dayText(last.AddDays(1)))
	}
	p.text("SUMMARY", e.Summary)
	for _, kv := range [][2]string{{"DESCRIPTION", e.Description}, {"LOCATION", e.Location}} {
		if kv[1] != "" {
			p.text(kv[0], kv[1])
		}
	}
	if u, err := url.Parse(e.URL); err == nil && u.Scheme != "" {
		p.line("URL", "", clean(u.String()))
	}
	if cal.Organizer.Email != "" {
		p.address("ORGANIZER", "", cal.Organizer)
	}
	if e.Cancelled || strings.EqualFold(cal.Method, "CANCEL") {
		p.line("STATUS", "", "CANCELLED")
	} else {
		p.line("STATUS", "", "CONFIRMED")
	}
	if e.Transparent || e.Start.IsZero() {
		p.line("TRANSP", "", "TRANSPARENT")
	}
	if !e.Cancelled {
		p.alarms(e)
	}
	p.line("END", "", "VEVENT")
}

// alarms are written in order, each moment once: those that move with the start, then those that are
// moments. An event without a time has no start to count from.
func (p *printer) alarms(e Entry) {
	left := maxAlarms
	seen := map[time.Time]bool{}
	for _, d := range slices.Sorted(slices.Values(e.AlarmsAfter)) {
		if at := e.Start.Add(d).UTC(); left > 0 && !e.Start.IsZero() && !seen[at] {
			seen[at] = true
			left--
			p.alarm(e, "", duration(d))
		}
	}
	at := slices.Clone(e.Alarms)
	slices.SortFunc(at, time.Time.Compare)
	for _, t := range at {
		if t = t.UTC(); left > 0 && !seen[t] {
			seen[t] = true
			left--
			p.alarm(e, ";VALUE=DATE-TIME", t.Format(stampForm))
		}
	}
}

func (p *printer) alarm(e Entry, params, trigger string) {
	p.line("BEGIN", "", "VALARM")
	p.line("ACTION", "", "DISPLAY")
	p.text("DESCRIPTION", cmp.Or(e.AlarmText, e.Summary, "Afterword"))
	p.line("TRIGGER", params, trigger)
	p.line("END", "", "VALARM")
}

// duration is RFC 5545 3.3.6, in whole seconds and without days, so that no clock change touches it.
func duration(d time.Duration) string {
	sign := ""
	if d < 0 {
		sign, d = "-", -d
	}
	s := int64(d / time.Second)
	text := ""
	for _, u := range []struct {
		size int64
		name string
	}{{3600, "H"}, {60, "M"}, {1, "S"}} {
		if n := s / u.size; n > 0 {
			text += fmt.Sprint(n) + u.name
		}
		s %= u.size
	}
	return sign + "PT" + cmp.Or(text, "0S")
}

func (p *printer) address(name, params string, a Address) {
	if n := oneLine(clean(a.Name)); n != "" {
		// RFC 5545 3.1: a quote cannot stand in a parameter, whatever the escape.
		params += `;CN="` + strings.ReplaceAll(n, `"`, "'") + `"`
	}
	p.line(name, params, "mailto:"+mailText(a.Email))
}

// mailText is an address that cannot end its line or begin another value.
func mailText(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f || strings.ContainsRune(`<>"`, r) {
			return -1
		}
		return r
	}, clean(s))
}

func (p *printer) text(name, value string) { p.line(name, "", escape(value)) }

var escaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

func escape(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return escaper.Replace(keepBreaks(s))
}

// clean makes one line of valid UTF-8 without control characters.
func clean(s string) string { return strings.ReplaceAll(keepBreaks(s), "\n", " ") }

// keepBreaks drops what RFC 5545 does not allow in text, and makes every kind of line break a "\n".
func keepBreaks(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == 0x85, r == 0x2028, r == 0x2029:
			return '\n'
		case r == '\n', r == '\t':
			return r
		case r < ' ', r == 0x7f, r >= 0x80 && r < 0xa0:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// token is a word that may stand as a value without escapes.
func token(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, strings.ToUpper(s))
}

func dayText(d afterword.Date) string {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Format(dayForm)
}

// line writes one content line, folded between characters (RFC 5545 3.1).
func (p *printer) line(name, params, value string) {
	if p.err != nil {
		return
	}
	rest, room := name+params+":"+value, foldOctets
	for len(rest) > room {
		cut := room
		for cut > 1 && !utf8.RuneStart(rest[cut]) {
			cut--
		}
		p.put(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], foldOctets-1
	}
	p.put(rest + "\r\n")
}

func (p *printer) put(s string) {
	if p.err == nil {
		_, p.err = p.w.WriteString(s)
	}
}
