package service

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"afterword"
)

// csvTime is a day of a list, with a time of day when the cell names one.
type csvTime struct {
	day   afterword.Date
	clock bool
	h, m  int
	at    time.Time // the moment, when the cell says it whole, offset and all
}

// moment is the cell in a zone; a day alone stands at noon.
func (t csvTime) moment(loc *time.Location) time.Time {
	switch {
	case !t.at.IsZero():
		return t.at
	case t.clock:
		return t.day.At(t.h, t.m, loc)
	}
	return t.day.At(12, 0, loc)
}

func (t csvTime) known() bool { return t.day != afterword.Date{} }

// csvDates reads the dates of a list. Whether the day or the month comes first in 04/12/2026 is told
// by the region of the person, else by the other dates of the list; when neither tells, it is asked.
type csvDates struct {
	country string
	dayAt   int // the line of a date that can only have the day first
	monthAt int
	openAt  int // the line of the first that can be read both ways
	open    string
}

// reSlashed is a date in numbers, the year last.
var reSlashed = regexp.MustCompile(`^(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4}|\d{2})$`)

// look takes note of a cell; the order is judged when all were seen.
func (d *csvDates) look(line int, cell string) {
	date, _, _ := cutClock(cell)
	m := reSlashed.FindStringSubmatch(date)
	if m == nil || m[2] == "." { // with dots the day is first everywhere
		return
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[3])
	switch {
	case a > 12 && b <= 12:
		d.dayAt = line
	case b > 12 && a <= 12:
		d.monthAt = line
	case a != b && d.openAt == 0:
		d.openAt, d.open = line, date
	}
}

// monthFirst says which comes first, or asks.
func (d *csvDates) monthFirst() (bool, error) {
	if d.dayAt > 0 && d.monthAt > 0 {
		return false, afterword.Invalid(fmt.Sprintf("line %d", d.monthAt), "has the month first in a date, line %d the day", d.dayAt).
			WithHint("write the dates like 2026-12-04; nothing was stored")
	}
	byRegion, told := false, true
	switch d.country {
	case "US", "PH", "PR", "GU", "FM", "MH", "PW":
		byRegion = true
	case "", "CA": // in Canada both orders are in use
		told = false
	}
	seen := d.dayAt > 0 || d.monthAt > 0
	switch {
	case seen && told && d.openAt > 0 && byRegion != (d.monthAt > 0):
		return false, d.ask("other dates of the list have another order than is usual in " + d.country)
	case seen:
		return d.monthAt > 0, nil
	case told || d.openAt == 0:
		return byRegion, nil
	}
	return false, d.ask("nothing tells whether the day or the month comes first")
}

func (d *csvDates) ask(why string) error {
	return afterword.Errorf(afterword.Conflict, "line %d: %q can be read in two ways: %s", d.openAt, d.open, why).
		WithHint("say where you are with `afterword set region GB` (or US, …), or write the dates like 2026-12-04; nothing was stored")
}

// read reads a cell whose order is known.
func (d *csvDates) read(line int, head, cell string, monthFirst bool) (csvTime, error) {
	var t csvTime
	if cell == "" {
		return t, nil
	}
	wrong := afterword.Invalid(fmt.Sprintf("line %d", line), "%s %q is not a date", head, cell).
		WithHint("write it like 2026-12-04, or 2026-12-04 14:00; nothing was stored")
	if at, err := time.Parse(time.RFC3339, strings.ToUpper(cell)); err == nil {
		return csvTime{day: afterword.DateOf(at), clock: true, at: at.UTC()}, nil
	}
	date, clock, ok := cutClock(cell)
	if !ok {
		return t, wrong
	}
	if clock != nil {
		t.clock, t.h, t.m = true, clock[0], clock[1]
	}
	if m := reSlashed.FindStringSubmatch(date); m != nil && m[2] == m[4] {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[3])
		y, _ := strconv.Atoi(m[5])
		if y < 100 {
			y += 2000
		}
		if monthFirst && m[2] != "." {
			a, b = b, a
		}
		day, err := afterword.ParseDate(fmt.Sprintf("%04d-%02d-%02d", y, b, a))
		if err != nil {
			return t, wrong
		}
		t.day = day
		return t, nil
	}
	for _, layout := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006", "2-Jan-2006", "2-Jan-06", "2 Jan 06"} {
		if at, err := time.Parse(layout, date); err == nil {
			t.day = afterword.DateOf(at)
			return t, nil
		}
	}
	return t, wrong
}

// reClock is a time of day at the end of a cell; reWeekday a weekday before the date.
var (
	reClock   = regexp.MustCompile(`(?i)(?:[ T,]+|^)(?:at )?(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?$`)
	reWeekday = regexp.MustCompile(`(?i)^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*[., ]+`)
	reOrdinal = regexp.MustCompile(`(?i)\b(\d{1,2})(st|nd|rd|th)\b`)
)

// cutClock parts a date from the time of day behind it. ok is false for a time that there is not.
func cutClock(cell string) (date string, clock *[2]int, ok bool) {
	date = strings.TrimSpace(cell)
	if m := reClock.FindStringSubmatchIndex(date); m != nil && (m[4] >= 0 || m[6] >= 0) { // minutes, or am and pm
		h, _ := strconv.Atoi(date[m[2]:m[3]])
		minute := 0
		if m[4] >= 0 {
			minute, _ = strconv.Atoi(date[m[4]:m[5]])
		}
		if m[6] >= 0 {
			if h < 1 || h > 12 {
				return date, nil, false
			}
			h %= 12
			if strings.EqualFold(date[m[6]:m[6]+1], "p") {
				h += 12
			}
		}
		if h > 23 || minute > 59 {
			return date, nil, false
		}
		clock, date = &[2]int{h, minute}, date[:m[0]]
	}
	date = reWeekday.ReplaceAllString(date, "")
	date = reOrdinal.ReplaceAllString(date, "$1")
	return strings.Join(strings.Fields(strings.ReplaceAll(date, ",", " ")), " "), clock, true
}
