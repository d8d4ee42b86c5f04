package when

import (
	"slices"

	afterword "afterword"
)

// part is a stretch of a week, a month, a quarter or a year.
type part int

const (
	whole part = iota
	opening
	early
	firstHalf
	middle
	late
	end
)

func isPart(w string) bool {
	return slices.Contains([]string{"early", "late", "later", "mid", "middle", "beginning", "start", "end", "half", "part", "midway", "earlier"}, w)
}

// part reads "early", "in the first half of", "mid-", "towards the end of" up to the period.
func (r *reader) part(i int) (p part, next int, ok bool) {
	j := i
	for r.w(j) == "the" || r.w(j) == "very" || r.w(j) == "sometime" || r.w(j) == "in" && r.w(j+1) == "the" {
		j++
	}
	switch w := r.w(j); {
	case w == "early" || w == "beginning" || w == "start" || w == "top":
		p, j = early, j+1
	case r.is(j, "first", "half"):
		p, j = firstHalf, j+2
	case r.is(j, "first", "part"), r.is(j, "early", "part"), r.is(j, "first", "days"):
		p, j = early, j+2
	case r.is(j, "first", "few", "days"), r.is(j, "first", "couple", "of"), r.is(j, "first", "two", "weeks"):
		p, j = early, j+3
		if r.w(j-1) == "weeks" {
			p = firstHalf
		}
	case w == "mid" || w == "middle" || w == "midway" || w == "halfway":
		p, j = middle, j+1
	case w == "late" || w == "later":
		p, j = late, j+1
	case w == "end" || w == "close":
		p, j = end, j+1
	case r.is(j, "second", "half"), r.is(j, "latter", "part"), r.is(j, "latter", "half"), r.is(j, "last", "part"),
		r.is(j, "later", "part"), r.is(j, "back", "end"), r.is(j, "tail", "end"), r.is(j, "last", "days"):
		p, j = late, j+2
	case r.is(j, "last", "few", "days"):
		p, j = late, j+3
	case r.is(j, "first", "thing"):
		p, j = opening, j+2
	default:
		return whole, i, false
	}
	if w := r.w(j - 1); (w == "start" || w == "close" || w == "top" || w == "beginning" || w == "end") && (r.w(j) == "in" || r.w(j) == "on" || r.w(j) == "into" || r.w(j) == "through") {
		return whole, i, false // a verb: "you start in January"
	}
	if r.w(j) == "part" {
		j++
	}
	if k, joined := r.joint(j); joined && r.w(j) != "and" && isPart(r.w(k)) { // "mid to late"
		if q, next, ok := r.part(k); ok {
			return q, next, true
		}
	}
	for r.w(j) == "of" || r.w(j) == "in" || r.w(j) == "on" || r.w(j) == "-" || r.w(j) == "through" || r.w(j) == "into" {
		j++
	}
	return p, j, true
}

// cut is the part of a period, from its first to its last day (contract, section 2).
func cut(p part, of period) (first, last afterword.Date, vague bool) {
	first, last = of.first, of.last
	if p == opening {
		return first, first, false
	}
	at := func(from, to int) (afterword.Date, afterword.Date) { return first.AddDays(from), first.AddDays(to) }
	switch of.unit {
	case "week":
		switch p {
		case early, firstHalf:
			first, last = at(0, 2)
		case middle:
			first, last = at(1, 3)
		case late:
			first = last.AddDays(-1)
		case end:
			first = last
		}
	case "month":
		switch p {
		case early:
			first, last = at(0, 9)
		case firstHalf:
			first, last = at(0, 14)
		case middle:
			first, last = at(9, 14)
		case late:
			first = first.AddDays(20)
		case end:
			first = last
		}
	case "newyear":
		switch p {
		case early:
			last = first.AddDays(9)
		case whole:
			last = first.LastOfMonth()
		}
		return first, last, true
	default:
		return cutLong(p, of)
	}
	return first, last, false
}

// cutLong cuts quarters and years, for which the contract names only the end.
func cutLong(p part, of period) (first, last afterword.Date, vague bool) {
	months := 3
	if of.unit == "year" {
		months = 12
	}
	first, last = of.first, of.last
	switch p {
	case whole:
		return first, last, false
	case early:
		return first, first.LastOfMonth(), true
	case firstHalf, middle:
		return first.AddMonths(months / 3), first.AddMonths((months+1)/2 - 1).LastOfMonth(), true
	case late:
		return last.AddMonths(-months / 3), last, false
	}
	return last, last, false
}

// stretch reads a period or a part of one: "next week", "early December", "the end of the month",
// "month-end", "mid-week".
func (r *reader) stretch(i int) (found, bool) {
	if f, ok := r.shortEnd(i); ok {
		return f, true
	}
	p, j, ok := r.part(i)
	if !ok {
		j = i
	}
	of, found0 := r.period(j)
	if !found0 && ok && r.w(j-1) == "in" { // "later in the week": the "in" was eaten, "the" was not
		of, found0 = r.period(j)
	}
	if !found0 {
		return found{}, false
	}
	if r.w(of.next) == "'s" && !ok { // "next week's end"
		if q, next, ok := r.part(of.next + 1); ok {
			p, of.next = q, next
		}
	}
	return r.cutAhead(p, of), true
}

// cutAhead cuts a period, and takes the next one where the part is over and the words do not say
// which one they mean.
func (r *reader) cutAhead(p part, of period) found {
	first, last, vague := cut(p, of)
	if of.loose && last.Before(r.from) && !of.past {
		shift := map[string]int{"month": 1, "quarter": 3, "year": 12}[of.unit]
		if of.unit == "month" && r.named(of.next) {
			shift = 12
		}
		if of.unit == "week" {
			of.first, of.last = of.first.AddDays(7), of.last.AddDays(7)
		} else {
			of.first = of.first.AddMonths(shift)
			of.last = of.last.AddDays(1).AddMonths(shift).AddDays(-1)
		}
		first, last, vague = cut(p, of)
	}
	unit := "date"
	if of.unit == "week" || of.unit == "month" {
		unit = of.unit
	}
	if of.unit == "quarter" {
		unit = "month"
	}
	return found{first: first, last: last, unit: unit, vague: vague || of.vague, next: of.next, past: of.past, anchors: true,
		weekly: of.unit == "week", newYear: of.unit == "newyear" && p == whole}
}

// named says that the period that ends before token i was a month's name.
func (r *reader) named(i int) bool {
	w := r.w(i - 1)
	if w == "." {
		w = r.w(i - 2)
	}
	_, ok := monthOf(w)
	return ok
}

// shortEnd reads EOW, EOM, EOQ, EOY, "month end", "year-end", "midweek".
func (r *reader) shortEnd(i int) (found, bool) {
	j, p := i, end
	if r.w(j) == "the" {
		j++
	}
	u := map[string]unit{"eow": weeks, "eom": months, "eoq": quarters, "eoy": years}[r.w(j)]
	next := j + 1
	if u == 0 {
		u = map[string]unit{"month": months, "year": years, "yr": years, "quarter": quarters, "week": weeks}[r.w(j)]
		if own := r.w(next) == "'s"; own || r.w(next) == "-" && u != weeks {
			next++
		} else if u == weeks { // "the week end" is a weekend
			u = 0
		}
		if u == 0 || r.w(next) != "end" && r.w(next) != "close" {
			u = 0
		}
		next++
	}
	if u == 0 {
		k := j + 1
		if r.w(k) == "-" {
			k++
		}
		if r.w(j) == "midweek" || r.w(j) == "mid" && r.w(k) == "week" {
			u, p, next = weeks, middle, k+1
			if r.w(j) == "midweek" {
				next = j + 1
			}
			if w, ok := r.period(next); ok && w.unit == "week" { // "midweek next week"
				return r.cutAhead(middle, w), true
			}
		}
	}
	if u == 0 {
		return found{}, false
	}
	if r.w(next) == "of" {
		next++
	}
	if of, ok := r.period(next); ok && p == end && of.unit != "newyear" { // "EOW next week"
		return r.cutAhead(p, of), true
	}
	of := around(u, r.from, 0)
	if _, last, _ := cut(p, of); u == weeks && last.Before(r.from) { // "midweek", said on a Friday
		of = around(u, r.from, 1)
	}
	of.next, of.loose = next, true
	if r.w(next-1) == "of" {
		of.next--
	}
	return r.cutAhead(p, of), true
}

// weekend reads "the weekend", "this weekend", "next weekend": its Saturday and Sunday.
func (r *reader) weekend(i int) (found, bool) {
	j, n := i, 0
	for r.w(j) == "the" || r.w(j) == "this" || r.w(j) == "next" || r.w(j) == "coming" {
		if r.w(j) == "next" {
			n = 1
		}
		j++
	}
	next := j + 1
	if r.w(j) == "week" && r.w(j+1) == "-" && r.w(j+2) == "end" {
		next = j + 3
	} else if r.w(j) != "weekend" && r.w(j) != "w" {
		return found{}, false
	}
	if r.w(j) == "w" {
		if !r.is(j, "w", "/", "end") {
			return found{}, false
		}
		next = j + 3
	}
	if r.is(next, "of", "the") {
		if x, ok := r.ordinalDay(next + 1); ok { // "the weekend of the 28th"
			f := r.on(inWeek(x.last, 6), x.next, false)
			f.last = f.first.AddDays(1)
			return f, true
		}
	}
	if r.is(next, "after", "next") {
		n, next = 2, next+2
	}
	saturday := weekOf(r.from.AddDays(7 * n)).first.AddDays(5)
	f := r.on(saturday, next, false)
	f.last = saturday.AddDays(1)
	if f.last.Before(r.from) {
		f.first, f.last = f.first.AddDays(7), f.last.AddDays(7)
	}
	return f, true
}
