package when

import (
	"math"
	"slices"
	"strings"
	"time"

	afterword "afterword"
)

// unit is what a stretch of time is counted in.
type unit int

const (
	hours unit = iota + 1
	days       // bare days; counted as working days (contract, section 2)
	workingDays
	calendarDays
	weeks
	fortnights
	months
	quarters
	years
)

// name is the unit as the contract writes it.
func (u unit) name() string {
	switch u {
	case hours, workingDays:
		return "working_day"
	case days, calendarDays:
		return "day"
	case weeks, fortnights:
		return "week"
	}
	return "month"
}

// span is a stretch of time told as a number of units, with a lower and an upper end.
type span struct {
	lo, hi   float64
	loU, hiU unit
	vague    bool
	next     int
}

// unitOf reads "weeks", "working days", "wks", and the glued "2w" of notes.
func (r *reader) unitOf(i int) (u unit, next int, ok bool) {
	kind := days
	for ; ; i++ {
		switch r.w(i) {
		case "working", "wkg", "business", "work", "office", "banking", "week":
			if r.w(i) == "week" && !strings.HasPrefix(r.w(i+1), "day") {
				break
			}
			kind = workingDays
			continue
		case "calendar", "consecutive":
			kind = calendarDays
			continue
		case "full", "clear", "whole", "short", "long":
			continue
		case "-":
			if r.glued(i) && r.glued(i+1) {
				continue
			}
		}
		break
	}
	switch w := r.w(i); w {
	case "hour", "hours", "hr", "hrs":
		return hours, i + 1, true
	case "day", "days":
		return kind, i + 1, true
	case "weekday", "weekdays", "workday", "workdays", "bd", "bds", "wd", "wds":
		return workingDays, i + 1, true
	case "week", "weeks", "wk", "wks", "weeek", "weeeks":
		return weeks, i + 1, true
	case "fortnight", "fortnights":
		return fortnights, i + 1, true
	case "month", "months", "mth", "mths", "mo", "mos":
		return months, i + 1, true
	case "quarter", "quarters", "qtr":
		return quarters, i + 1, true
	case "year", "years", "yr", "yrs":
		return years, i + 1, true
	case "h", "d", "w":
		if r.glued(i) && r.digits(i-1) && (!r.glued(i-1) || strings.Contains("-/~(", r.w(i-2))) {
			return map[string]unit{"h": hours, "d": days, "w": weeks}[w], i + 1, true
		}
	}
	return 0, i, false
}

// span reads "1 to 2 weeks", "a week or two", "a couple of days", "10-14 business days", "a fortnight".
func (r *reader) span(i int) (span, bool) {
	a, ok := r.amount(i)
	if !ok {
		return span{}, false
	}
	s := span{lo: a.n, hi: a.n, vague: a.vague}
	if j, joined := r.joint(a.next); joined { // "1 to 2 weeks"
		if b, ok := r.amount(j); ok {
			if u, next, ok := r.unitOf(b.next); ok && b.n >= a.n {
				s.hi, s.loU, s.hiU, s.next, s.vague = b.n, u, u, next, a.vague || b.vague
				return r.spanTail(s)
			}
		}
	}
	u, next, ok := r.unitOf(a.next)
	if !ok {
		return span{}, false
	}
	s.loU, s.hiU, s.next = u, u, next
	if r.is(next, "and", "a", "half") {
		s.lo, s.hi, s.next = s.lo+.5, s.hi+.5, next+3
	}
	if j, joined := r.joint(s.next); joined {
		if b, ok := r.amount(j); ok {
			if u2, next, ok := r.unitOf(b.next); ok { // "a week to ten days"
				s.hi, s.hiU, s.next = b.n, u2, next
			} else if b.n > s.hi && b.n-s.hi < 3 { // "a week or two"
				s.hi, s.next = b.n, b.next
			}
		}
	} else if b, ok := r.amount(s.next + 1); ok && r.w(s.next) == "," && b.n > s.hi { // "a week, two at the outside"
		if end := r.tail(found{next: b.next}); end.by {
			s.hi, s.next = b.n, b.next
		}
	}
	return r.spanTail(s)
}

// spanTail reads what may follow a span: "or so", "'s time", "at most".
func (r *reader) spanTail(s span) (span, bool) {
	if s.hi > 800 || s.hi == 0 {
		return span{}, false
	}
	if (r.w(s.next) == "'" || r.w(s.next) == "'s") && r.glued(s.next) {
		s.next++
	}
	if r.w(s.next) == "time" || r.w(s.next) == "times" {
		s.next++
	}
	s.next, s.vague = r.looseTail(s.next, s.vague)
	return s, true
}

// joint reads the sign or word between the two ends of a range.
func (r *reader) joint(i int) (next int, ok bool) {
	if w := r.w(i + 1); r.w(i) == "," && (w == "maybe" || w == "possibly" || w == "perhaps") { // "a week, maybe two"
		i++
	}
	switch r.w(i) {
	case "maybe", "possibly", "perhaps":
		return i + 1, true
	case "to", "or", "-", "/", "and", "till", "until", "through", "thru":
		for i++; slices.Contains([]string{"maybe", "possibly", "even", "perhaps", "up", "to", "at", "most", "the"}, r.w(i)); i++ {
		}
		return i, true
	}
	return i, false
}

// looseTail reads "or so", "ish", "give or take".
func (r *reader) looseTail(i int, vague bool) (int, bool) {
	for {
		switch {
		case r.is(i, "or", "so"), r.is(i, "or", "thereabouts"), r.is(i, "or", "more"):
			i, vague = i+2, true
		case r.is(i, "give", "or", "take"):
			i, vague = i+3, true
		case r.w(i) == "ish", r.w(i) == "approx", r.w(i) == "approximately", r.w(i) == "roughly":
			i, vague = i+1, true
		case r.is(i, "-", "ish"):
			i, vague = i+2, true
		default:
			return i, vague
		}
	}
}

// add is the day n units after base.
func (r *reader) add(base afterword.Date, n float64, u unit) afterword.Date {
	up := int(math.Ceil(n))
	switch u {
	case hours:
		if n >= 24 {
			return r.opt.Calendar.AddWorking(base, int(math.Ceil(n/24)))
		}
		if base == r.from && !r.opt.At.IsZero() {
			if d := afterword.DateOf(r.opt.At.Add(time.Duration(n * float64(time.Hour)))); d.After(base) {
				return d
			}
		}
		return base
	case days, workingDays:
		return r.opt.Calendar.AddWorking(base, up)
	case calendarDays:
		return base.AddDays(up)
	case weeks:
		if n == .5 { // half of a week's working days
			return r.opt.Calendar.AddWorking(base, 3)
		}
		return base.AddDays(int(math.Ceil(n * 7)))
	case fortnights:
		return base.AddDays(int(math.Ceil(n * 14)))
	}
	per := map[unit]float64{months: 1, quarters: 3, years: 12}[u]
	whole, rest := math.Modf(n * per)
	return base.AddMonths(int(whole)).AddDays(int(math.Ceil(rest * 30)))
}

// after is what the span means when it is counted from base. within says that it may be over sooner.
func (r *reader) after(s span, base afterword.Date) found {
	f := found{
		first: r.add(base, s.lo, s.loU), last: r.add(base, s.hi, s.hiU),
		unit: s.hiU.name(), vague: s.vague, next: s.next, counted: true,
	}
	if f.last.Before(f.first) {
		f.first, f.last = f.last, f.first
	}
	if s.hiU == hours && s.hi < 24 {
		f.unit, f.brief = "day", true
	}
	return f
}
