package when

import (
	"slices"
	"strconv"
	"time"

	afterword "afterword"
)

// period is a week, a month, a quarter or a year that words name. first and last bound it; for a week
// last is its Friday, the last day the words stand for.
type period struct {
	first, last afterword.Date
	unit        string // week, month, quarter or year
	next        int
	loose       bool // "the month": when the part asked for is over, the next one is meant
	vague       bool
	past        bool
}

func weekOf(d afterword.Date) period {
	monday := d.AddDays(-(int(d.Weekday()) + 6) % 7)
	return period{first: monday, last: monday.AddDays(4), unit: "week"}
}

func monthOfDate(d afterword.Date) period {
	first := afterword.NewDate(d.Year, d.Month, 1)
	return period{first: first, last: first.LastOfMonth(), unit: "month"}
}

func quarterOf(d afterword.Date) period {
	first := afterword.NewDate(d.Year, (d.Month-1)/3*3+1, 1)
	return period{first: first, last: first.AddMonths(2).LastOfMonth(), unit: "quarter"}
}

func yearOf(y int) period {
	return period{first: afterword.NewDate(y, 1, 1), last: afterword.NewDate(y, 12, 31), unit: "year"}
}

// around is the period of a unit that d lies in, moved by n.
func around(u unit, d afterword.Date, n int) period {
	switch u {
	case weeks:
		return weekOf(d.AddDays(7 * n))
	case months:
		return monthOfDate(afterword.NewDate(d.Year, d.Month, 1).AddMonths(n))
	case quarters:
		return quarterOf(afterword.NewDate(d.Year, d.Month, 1).AddMonths(3 * n))
	}
	return yearOf(d.Year + n)
}

// period reads "next week", "the month", "December 2026", "Q1", "the week commencing 30 November",
// "the first week of December", "the new year".
func (r *reader) period(i int) (period, bool) {
	for _, read := range []func(int) (period, bool){r.feastWeek, r.weekNamed, r.weekOfMonth, r.monthNamed, r.quarterNamed, r.yearNamed, r.periodByWord} {
		if p, ok := read(i); ok {
			return p, true
		}
	}
	return period{}, false
}

// feastWeek reads "Christmas week", "the week of Easter" being weekNamed's.
func (r *reader) feastWeek(i int) (period, bool) {
	f, ok := r.feast(i)
	if !ok || r.w(f.next) != "week" || f.first != f.last {
		return period{}, false
	}
	p := weekOf(f.last)
	p.next = f.next + 1
	return p, true
}

// periodByWord reads a determiner and a unit: this, next, the, the coming, the following, last.
func (r *reader) periodByWord(i int) (period, bool) {
	j, det := i, ""
	if r.w(j) == "the" || r.w(j) == "this" || r.w(j) == "that" {
		det = r.w(j)
		j++
	}
	switch w := r.w(j); w {
	case "next", "coming", "following", "last", "past", "previous", "current", "present", "upcoming":
		det = w
		j++
	case "same":
		det = "that"
		j++
	}
	if r.w(j) == "calendar" || r.w(j) == "working" || r.w(j) == "business" || r.w(j) == "academic" || r.w(j) == "financial" {
		j++
	}
	u, next, ok := r.unitOf(j)
	if !ok || u < weeks || u == fortnights || r.w(j) == "weeks" || r.w(j) == "months" || r.w(j) == "years" || r.w(j) == "quarters" {
		return period{}, false
	}
	base, n := r.from, 0
	switch det {
	case "":
		if u != weeks && r.w(i-1) != "of" && r.w(i-1) != "-" && !isPart(r.w(i-1)) && r.w(i-1) != "in" || r.w(i-1) == "a" {
			return period{}, false
		}
		if u == weeks && r.w(i-1) != "of" && !isPart(r.w(i-1)) {
			return period{}, false
		}
	case "next":
		n = 1
	case "coming", "upcoming":
		n = 1
	case "following":
		n = 1
		if !r.anchor.IsZero() {
			base = r.anchor
		}
	}
	if det == "next" && r.w(next) == "but" && r.w(next+1) == "one" {
		n, next = 2, next+2
	}
	if r.is(next, "after", "next") {
		n, next = 2, next+2
	}
	p := around(u, base, n)
	p.next, p.loose, p.past = next, det == "the" || det == "" || det == "this" || det == "that", det == "last" || det == "past" || det == "previous"
	if det == "that" && !r.anchor.IsZero() {
		p = around(u, r.anchor, 0)
		p.next = next
	}
	if u == weeks && n == 0 && p.last.Before(r.from) && !p.past { // said on a weekend
		p = weekOf(r.from.AddDays(7))
		p.next = next
	}
	return p, true
}

// weekNamed reads "the week of 30 November", "week commencing 30/11", "w/c 30 Nov", "week ending 4 Dec",
// "week 49".
func (r *reader) weekNamed(i int) (period, bool) {
	j := i
	if r.w(j) == "the" {
		j++
	}
	switch {
	case r.is(j, "w", "/", "c"), r.is(j, "w", "/", "b"), r.is(j, "w", "/", "e"), r.is(j, "w", ".", "c"):
		j += 3
		if r.w(j) == "." {
			j++
		}
	case r.w(j) == "wc" || r.w(j) == "cw" || r.w(j) == "kw":
		j++
	case r.w(j) == "week" || r.w(j) == "wk":
		j++
		if r.w(j) == "of" || r.w(j) == "commencing" || r.w(j) == "beginning" || r.w(j) == "starting" || r.w(j) == "ending" || r.w(j) == "from" {
			j++
		}
	default:
		return period{}, false
	}
	if r.w(j) == "on" {
		j++
	}
	if f, ok := r.day(j); ok {
		p := weekOf(f.last)
		p.next, p.vague = f.next, f.vague
		return p, true
	}
	if n, err := strconv.Atoi(r.w(j)); err == nil && n >= 1 && n <= 53 && r.w(j-1) != "of" && r.endsPhrase(j+1) && r.w(j+1) != "-" {
		p := isoWeek(r.from.Year, n)
		if p.last.Before(r.from) {
			p = isoWeek(r.from.Year+1, n)
		}
		p.next = j + 1
		return p, true
	}
	return period{}, false
}

// isoWeek is the nth week of a year after ISO 8601: the first is the one with 4 January.
func isoWeek(y, n int) period { return weekOf(afterword.NewDate(y, 1, 4).AddDays(7 * (n - 1))) }

// weekOfMonth reads "the first week of December", "last week in January". A week belongs to the month
// that has its Thursday, as in ISO 8601.
func (r *reader) weekOfMonth(i int) (period, bool) {
	j := i
	if r.w(j) == "the" {
		j++
	}
	n, j, last, ok := r.rank(j)
	if !ok {
		return period{}, false
	}
	if k, joined := r.joint(j); joined && !last { // "the first or second week of"
		if n2, j2, last2, ok := r.rank(k); ok {
			n, j, last = n2, j2, last2
		}
	}
	if r.w(j) == "full" || r.w(j) == "working" {
		j++
	}
	if r.w(j) == "weeks" && n == 2 { // "the first two weeks of"
		return period{}, false
	}
	if r.w(j) != "week" && r.w(j) != "wk" || r.w(j+1) != "of" && r.w(j+1) != "in" {
		return period{}, false
	}
	m, ok := r.period(j + 2)
	if !ok || m.unit != "month" && !(m.unit == "year" && m.last.Year > r.from.Year) {
		return period{}, false
	}
	p := weekOf(thursday(m.first, n))
	if last {
		p = weekOf(thursday(m.last.AddDays(-6), 1))
	}
	if p.last.After(m.last) && last {
		p.last = m.last
	}
	if p.last.Before(r.from) && m.loose {
		return period{}, false
	}
	p.next = m.next
	return p, true
}

func thursday(from afterword.Date, n int) afterword.Date {
	return onOrAfter(from, time.Thursday).AddDays(7 * (n - 1))
}

func onOrAfter(d afterword.Date, w time.Weekday) afterword.Date {
	return d.AddDays((int(w-d.Weekday()) + 7) % 7)
}

// rank reads first, 2nd, third, last.
func (r *reader) rank(i int) (n, next int, last, ok bool) {
	if r.w(i) == "last" || r.w(i) == "final" {
		return 1, i + 1, true, true
	}
	n, next, ordinal, ok := r.dayNumber(i)
	return n, next, false, ok && ordinal && n <= 5
}

// monthNamed reads "December", "Dec 2026", "next January".
func (r *reader) monthNamed(i int) (period, bool) {
	j := i
	if w := r.w(j); w == "next" || w == "this" || w == "coming" {
		j++
	}
	m, next, ok := r.month(j)
	if !ok || r.w(j) == "may" && !r.mayIsAMonth(j) || r.w(j) == "march" && !r.mayIsAMonth(j) || len(r.w(j)) == 3 && r.w(j) != "may" && next == j+1 && !r.mayIsAMonth(j) {
		return period{}, false
	}
	_, isYear := r.fullYear(next)
	if r.digits(next) && !isYear || r.digits(j-1) || r.w(j-1) == "/" { // "32 August" is no August
		return period{}, false
	}
	y, after := r.year(next)
	if y == 0 {
		y = r.from.Year
		if m < r.from.Month {
			y++
		}
	}
	p := monthOfDate(afterword.NewDate(y, m, 1))
	p.next, p.loose = after, after == next
	if after != next && p.last.Before(r.from) {
		p.past = true
	}
	return p, true
}

// mayIsAMonth tells the month from the verb by the word before it.
func (r *reader) mayIsAMonth(i int) bool {
	w := r.w(i - 1)
	if _, ok := r.fullYear(i + 1); ok {
		return true
	}
	return slices.Contains([]string{"in", "by", "of", "until", "till", "before", "during", "this", "next", "or", "-", "/", "and", "around", "about", "through", "into", "end", "to", "coming", "after"}, w) || isPart(w)
}

// quarterNamed reads "Q1", "Q1 2027", "the first quarter of 2027".
func (r *reader) quarterNamed(i int) (period, bool) {
	j := i
	if r.w(j) == "the" {
		j++
	}
	n, next := 0, 0
	if r.w(j) == "q" && r.digits(j+1) && r.glued(j+1) {
		n, _ = strconv.Atoi(r.w(j + 1))
		next = j + 2
	} else if k, after, _, ok := r.rank(j); ok && r.w(after) == "quarter" {
		n, next = k, after+1
		if r.w(j) == "last" || r.w(j) == "final" {
			n = 4
		}
	}
	if n < 1 || n > 4 {
		return period{}, false
	}
	y, after := r.year(next)
	if y == 0 && (r.w(next) == "of" || r.w(next) == "in") {
		if p, ok := r.period(next + 1); ok && p.unit == "year" {
			y, after = p.first.Year, p.next
		}
	}
	if y == 0 {
		y, after = r.from.Year, next
		if quarterOf(afterword.NewDate(y, time.Month(3*n), 1)).last.Before(r.from) {
			y++
		}
	}
	p := quarterOf(afterword.NewDate(y, time.Month(3*n), 1))
	p.next = after
	return p, true
}

// yearNamed reads "the new year", "year end" apart, "2027" behind a word that asks for a year.
func (r *reader) yearNamed(i int) (period, bool) {
	j := i
	if r.w(j) == "the" {
		j++
	}
	if r.is(j, "new", "year") && r.w(j+2) != "'s" && r.w(j+2) != "eve" && r.w(j+2) != "day" {
		p := yearOf(r.from.Year + 1)
		p.next, p.vague = j+2, true
		p.unit = "newyear"
		return p, true
	}
	if y, ok := r.fullYear(i); ok && !(r.glued(i+1) && r.glued(i+2)) && (isPart(r.w(i-1)) || slices.Contains([]string{"of", "in", "by", "before", "until"}, r.w(i-1))) {
		p := yearOf(y)
		p.next = i + 1
		return p, y >= r.from.Year
	}
	return period{}, false
}
