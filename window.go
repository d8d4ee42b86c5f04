package afterword

import (
	"fmt"
	"strings"
	"time"
)

// Date is a day of the Gregorian calendar without a time or a zone.
// Its zero value is "no date". As text it is RFC 3339 full-date: 2026-12-04.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the day on which t falls in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// NewDate normalises its arguments as time.Date does: 31 April is 1 May.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// ParseDate reads a full-date of RFC 3339. The error is Invalid.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, Invalid("date", "%q is not a date", s).WithHint("write it like 2026-12-04")
	}
	return DateOf(t), nil
}

// IsZero says that there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// AddDays moves by whole days, back when n is negative.
func (d Date) AddDays(n int) Date { return NewDate(d.Year, d.Month, d.Day+n) }

// AddMonths keeps the day number, clamped to the month's last day: 31 January and one month is 28 February.
func (d Date) AddMonths(n int) Date {
	first := NewDate(d.Year, d.Month+time.Month(n), 1)
	return NewDate(first.Year, first.Month, min(d.Day, first.LastOfMonth().Day))
}

// LastOfMonth is the last day of d's month.
func (d Date) LastOfMonth() Date { return NewDate(d.Year, d.Month+1, 0) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// Compare is -1, 0 or 1, as for cmp.Compare.
func (d Date) Compare(o Date) int { return d.utc().Compare(o.utc()) }

// Before says that d is earlier than o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After says that d is later than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// DaysUntil counts the days from d to o, negative when o is earlier.
func (d Date) DaysUntil(o Date) int { return int(o.utc().Sub(d.utc()).Hours() / 24) }

func (d Date) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String is the RFC 3339 full-date, empty for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Words is the day as a person reads it: "Fri 4 Dec".
func (d Date) Words() string { return d.utc().Format("Mon 2 Jan") }

// LongWords is the day written out: "Friday 4 December".
func (d Date) LongWords() string { return d.utc().Format("Monday 2 January") }

// MarshalText writes the full-date, nothing for no date.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a full-date; empty text is no date.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}

// At is the instant at which clocks in loc show h:m on day d. A wall time inside a spring gap is
// moved to the end of the gap; one that comes twice is the first (contract, section 2).
func (d Date) At(h, m int, loc *time.Location) time.Time {
	return Wall(d.Year, d.Month, d.Day, h, m, 0, loc)
}

// Place is the city of an IANA zone: "Asia/Ho_Chi_Minh" is "Ho Chi Minh".
func Place(zone string) string {
	return strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " ")
}

// Wall is the instant at which clocks in loc show this wall time. Go's time.Date leaves a time in a
// gap to chance and may put it before the gap: here it is the end of the gap, and the first of two.
func Wall(y int, mo time.Month, d, h, mi, s int, loc *time.Location) time.Time {
	want := time.Date(y, mo, d, h, mi, s, 0, time.UTC)
	// The offset in force a day and a half before and after bounds every candidate.
	var first time.Time
	for _, probe := range [...]time.Duration{-36 * time.Hour, 36 * time.Hour} {
		t := read(want, offset(want.Add(probe).In(loc))).In(loc)
		if shows(t, want) && (first.IsZero() || t.Before(first)) {
			first = t
		}
	}
	if !first.IsZero() {
		return first
	}
	if t := time.Date(y, mo, d, h, mi, s, 0, loc); shows(t, want) {
		return t
	}
	return gapEnd(want, loc)
}

func offset(t time.Time) time.Duration {
	_, seconds := t.Zone()
	return time.Duration(seconds) * time.Second
}

// read is the instant that a wall time, given as if in UTC, means under an offset.
func read(wall time.Time, offset time.Duration) time.Time { return wall.Add(-offset) }

// shows says that clocks in the zone of t show the wall time, given as if in UTC.
func shows(t, wall time.Time) bool { return read(wall, offset(t)).Equal(t) }

// gapEnd is the first instant after the transition that skips the wanted wall time.
func gapEnd(want time.Time, loc *time.Location) time.Time {
	// Read with the offset before the gap, the wanted time lies after the transition.
	t := read(want, offset(want.Add(-36*time.Hour).In(loc))).In(loc)
	start, _ := t.ZoneBounds()
	if start.IsZero() {
		return t
	}
	return start.In(loc)
}

// Span is a stretch of time from From, included, to To, not included; a zero To has no end.
type Span struct{ From, To time.Time }

// Window is what some words promise: the first and the last day, and the day to wait until.
type Window struct {
	Text      string `json:"text"`           // the words it was read from
	Earliest  Date   `json:"earliest"`       // first day on which it may happen
	Latest    Date   `json:"latest"`         // last day that was named
	WaitUntil Date   `json:"wait_until"`     // the day the plan waits for: the upper end
	Unit      string `json:"unit"`           // day, working_day, week, month or date
	Certain   bool   `json:"certain"`        // false where the words leave room: "about", "12/04" without a region
	At        [2]int `json:"at"`             // where the words stand: byte offsets into the text, [from, to)
	From      string `json:"from,omitempty"` // "submitted" for a span that is told from a hand-in
}
