package ics

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// rules is a VTIMEZONE: what the file itself says of a zone. It is asked only where the zone's name
// tells nothing, and it knows the yearly rules that programs write, no others.
type rules struct {
	tzid     string
	location string // X-LIC-LOCATION, or a TZID that a program wrote twice
	parts    []observance
}

// observance is a STANDARD or DAYLIGHT part.
type observance struct {
	start    time.Time // wall time before the change, as if in UTC
	from, to int       // seconds east of UTC
	rule     *yearly
	dates    []time.Time
}

// yearly is "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", the only form that zones need.
type yearly struct {
	month   time.Month
	nth     int // of weekday in the month, negative from its end; 0: none
	weekday time.Weekday
	byDay   []int // BYMONTHDAY: with a weekday, the one that falls on these
	until   time.Time
	once    bool // COUNT=1
}

// change is one transition: from this instant on, the offset is to.
type change struct {
	at       time.Time
	from, to int
}

func readRules(c *component) *rules {
	r := &rules{tzid: c.text("TZID"), location: c.text("X-LIC-LOCATION")}
	for _, s := range c.subs {
		if s.name != "STANDARD" && s.name != "DAYLIGHT" || len(r.parts) >= 200 {
			continue
		}
		m, ok := parseMoment(s.text("DTSTART"))
		to, okTo := parseOffset(s.text("TZOFFSETTO"))
		if !okTo {
			continue
		}
		from, okFrom := parseOffset(s.text("TZOFFSETFROM"))
		if !okFrom {
			from = to
		}
		if !ok { // without a start it holds from the beginning
			m.wall = time.Date(1601, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		o := observance{start: m.wall, from: from, to: to, rule: parseYearly(s.text("RRULE"))}
		for _, p := range s.props {
			if p.name != "RDATE" {
				continue
			}
			for _, v := range strings.Split(p.value, ",") {
				if d, ok := parseMoment(v); ok && len(o.dates) < 200 {
					o.dates = append(o.dates, d.wall)
				}
			}
		}
		r.parts = append(r.parts, o)
	}
	return r
}

func parseYearly(s string) *yearly {
	if s == "" {
		return nil
	}
	y := &yearly{}
	for _, kv := range strings.Split(strings.ToUpper(s), ";") {
		k, v, _ := strings.Cut(strings.TrimSpace(kv), "=")
		switch k {
		case "FREQ":
			if v != "YEARLY" {
				return nil
			}
		case "BYMONTH":
			n, _ := strconv.Atoi(v)
			y.month = time.Month(n)
		case "BYDAY":
			if len(v) < 2 || !y.day(v) {
				return nil
			}
		case "BYMONTHDAY":
			for _, d := range strings.Split(v, ",") {
				if n, err := strconv.Atoi(d); err == nil && len(y.byDay) < 31 {
					y.byDay = append(y.byDay, n)
				}
			}
		case "UNTIL":
			if m, ok := parseMoment(v); ok {
				y.until = m.wall
			}
		case "COUNT":
			y.once = v == "1"
		}
	}
	return y
}

func (y *yearly) day(v string) bool {
	names := []string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}
	i := slices.Index(names, v[len(v)-2:])
	if i < 0 {
		return false
	}
	y.weekday = time.Weekday(i)
	n, err := strconv.Atoi(strings.TrimPrefix(v[:len(v)-2], "+"))
	y.nth = n
	return err == nil && n >= -5 && n <= 5 || len(v) == 2
}

// on is the day of the change in that year, at the wall time of start.
func (y *yearly) on(year int, start time.Time) (time.Time, bool) {
	month := y.month
	if month == 0 {
		month = start.Month()
	}
	if month < 1 || month > 12 {
		return time.Time{}, false
	}
	at := func(day int) time.Time {
		return time.Date(year, month, day, start.Hour(), start.Minute(), start.Second(), 0, time.UTC)
	}
	first, last := at(1), time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	toWeekday := (int(y.weekday) - int(first.Weekday()) + 7) % 7
	switch {
	case len(y.byDay) > 0 && y.nth == 0 && y.month != 0 && len(y.byDay) > 1: // the Sunday on or after the 8th
		for _, d := range y.byDay {
			if d >= 1 && d <= last && at(d).Weekday() == y.weekday {
				return at(d), true
			}
		}
		return time.Time{}, false
	case len(y.byDay) == 1 && y.byDay[0] >= 1 && y.byDay[0] <= last:
		return at(y.byDay[0]), true
	case y.nth > 0:
		return at(1 + toWeekday + 7*(y.nth-1)), true
	case y.nth < 0:
		final := at(last)
		back := (int(final.Weekday()) - int(y.weekday) + 7) % 7
		return at(last - back + 7*(y.nth+1)), true
	}
	return at(start.Day()), true
}

// changes are the transitions that matter around a year, in order.
func (r *rules) changes(year int) []change {
	var out []change
	add := func(o observance, wall time.Time) {
		out = append(out, change{wall.Add(-time.Duration(o.from) * time.Second), o.from, o.to})
	}
	for _, o := range r.parts {
		add(o, o.start)
		for _, d := range o.dates {
			add(o, d)
		}
		if o.rule == nil || o.rule.once {
			continue
		}
		for y := year - 1; y <= year+1; y++ {
			w, ok := o.rule.on(y, o.start)
			if !ok || w.Before(o.start) || !o.rule.until.IsZero() && w.After(o.rule.until.Add(24*time.Hour)) {
				continue
			}
			add(o, w)
		}
		// The last change of a rule that has ended still counts.
		if u := o.rule.until; !u.IsZero() && u.Year() < year-1 {
			if w, ok := o.rule.on(u.Year(), o.start); ok && !w.Before(o.start) {
				add(o, w)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b change) int { return a.at.Compare(b.at) })
	return out
}

// offset is the offset in force at an instant, from the transitions of its year.
func offsetIn(cs []change, at time.Time) int {
	if len(cs) == 0 {
		return 0
	}
	off := cs[0].from
	for _, c := range cs {
		if c.at.After(at) {
			break
		}
		off = c.to
	}
	return off
}

// instant is when clocks under these rules show the wall time: the first of two, the end of a gap.
func (r *rules) instant(wall time.Time) (time.Time, bool) {
	if len(r.parts) == 0 {
		return time.Time{}, false
	}
	cs := r.changes(wall.Year())
	offs := []int{}
	for _, c := range cs {
		offs = append(offs, c.from, c.to)
	}
	slices.Sort(offs)
	offs = slices.Compact(offs)
	slices.Reverse(offs) // the larger offset is the earlier instant
	for _, off := range offs {
		if at := wall.Add(-time.Duration(off) * time.Second); offsetIn(cs, at) == off {
			return at, true
		}
	}
	for _, c := range cs { // a gap: clocks went from before to after the wall time
		d := wall.Sub(c.at)
		if d >= time.Duration(c.from)*time.Second && d < time.Duration(c.to)*time.Second {
			return c.at, true
		}
	}
	return time.Time{}, false
}
