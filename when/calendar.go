package when

import (
	"strings"
	"sync/atomic"
	"time"

	afterword "afterword"
)

// Years for which the rules in regions.go were checked. Outside them a region is not known: laws
// change, and a day that is not sure is said to be unknown instead of being counted.
const (
	firstSureYear = 2020
	lastSureYear  = 2040
)

// Calendar knows which days are worked. It is an immutable value and cheap to copy. Its zero value
// has Saturday and Sunday as the weekend and knows of no holiday, because no region was given.
type Calendar struct {
	region  string
	weekend uint8 // one bit a weekday; 0 stands for Saturday and Sunday, a set without days for noWeekend
	extra   map[afterword.Date]bool
	given   map[int]bool // the years that extra covers
	years   *[lastSureYear - firstSureYear + 1]atomic.Pointer[holidays]
}

// noWeekend marks a week of seven working days, which zero cannot.
const noWeekend = 1 << 7

// holidays are one region's days off in one year: a bit for each day of the month, and the names.
type holidays struct {
	off  [13]uint32
	name map[afterword.Date]string
}

// NewCalendar is a calendar for a region in the form that ParseRegion returns ("" for none), with the
// given weekend (nil for Saturday and Sunday) and the days of the person's own holiday calendar.
func NewCalendar(region string, weekend []time.Weekday, extra []afterword.Date) Calendar {
	c := Calendar{region: region}
	if weekend != nil {
		c.weekend = noWeekend
		for _, d := range weekend {
			c.weekend |= 1 << (d % 7)
		}
	}
	if len(extra) > 0 {
		c.extra, c.given = make(map[afterword.Date]bool, len(extra)), map[int]bool{}
		for _, d := range extra {
			c.extra[d], c.given[d.Year] = true, true
		}
	}
	if region != "" {
		c.years = new([lastSureYear - firstSureYear + 1]atomic.Pointer[holidays])
	}
	return c
}

// Region is the region the calendar was made for, empty for none.
func (c Calendar) Region() string { return c.region }

// Working says that d is neither in the weekend nor a public holiday that the calendar knows.
func (c Calendar) Working(d afterword.Date) bool {
	if c.rest(d.Weekday()) || c.extra[d] {
		return false
	}
	y := c.year(d.Year)
	return y == nil || y.off[d.Month]&(1<<d.Day) == 0
}

// Known says that the holidays around d are sure. Without a region there is nothing to know, so it is
// true; for a region or a year without a sure source it is true only when the person gave the days.
func (c Calendar) Known(d afterword.Date) bool {
	if c.region == "" || c.given[d.Year] {
		return true
	}
	return sureRegion(c.region) && d.Year >= firstSureYear && d.Year <= lastSureYear
}

// NextWorking is the first working day after d.
func (c Calendar) NextWorking(d afterword.Date) afterword.Date { return c.AddWorking(d, 1) }

// AddWorking is the nth working day after d, before it when n is negative, and d itself for 0.
// Where no day is worked at all, every day counts, so that it always ends.
func (c Calendar) AddWorking(d afterword.Date, n int) afterword.Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	idle := 0
	for n > 0 {
		d = d.AddDays(step)
		if c.Working(d) || idle > 60 {
			n, idle = n-1, 0
			continue
		}
		idle++
	}
	return d
}

// Holiday is the name of the public holiday on d. A day from the person's own calendar has no name
// here, but is one.
func (c Calendar) Holiday(d afterword.Date) (name string, ok bool) {
	if y := c.year(d.Year); y != nil {
		if name, ok = y.name[d]; ok {
			return name, true
		}
	}
	return "", c.extra[d]
}

func (c Calendar) rest(d time.Weekday) bool {
	if c.weekend == 0 {
		return d == time.Saturday || d == time.Sunday
	}
	return c.weekend&(1<<d) != 0
}

// year computes a year once for each calendar and all its copies; two that do it at the same time
// arrive at the same days.
func (c Calendar) year(y int) *holidays {
	if c.years == nil || y < firstSureYear || y > lastSureYear {
		return nil
	}
	slot := &c.years[y-firstSureYear]
	if h := slot.Load(); h != nil {
		return h
	}
	h := holidaysOf(c.region, y)
	slot.Store(h)
	return h
}

// ParseWeekend reads weekdays like "sat,sun", "fri,sat", "friday" or "none". The error has the field
// "weekend".
func ParseWeekend(s string) ([]time.Weekday, error) {
	hint := "write it like sat,sun or fri,sat, or none"
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ',' || r == ' ' || r == ';' || r == '+' || r == '/' })
	if len(words) == 1 && words[0] == "none" {
		return []time.Weekday{}, nil
	}
	var days []time.Weekday
	for _, w := range words {
		if w == "and" {
			continue
		}
		d, ok := weekdayOf(strings.TrimSuffix(w, "s"), true)
		if !ok {
			if d, ok = weekdayOf(w, true); !ok {
				return nil, afterword.Invalid("weekend", "%q is not a day of the week", w).WithHint("%s", hint)
			}
		}
		days = append(days, d)
	}
	switch {
	case len(days) == 0:
		return nil, afterword.Invalid("weekend", "is empty").WithHint("%s", hint)
	case len(days) > 6:
		return nil, afterword.Invalid("weekend", "%q leaves no day to work", s).WithHint("%s", hint)
	}
	return days, nil
}
