package when

import (
	"slices"
	"strconv"
	"strings"
	"time"

	afterword "afterword"
)

// calendarDate reads a day that is named by number: "2026-12-04", "12/04", "4 December 2026",
// "Dec 4th", "the 15th".
func (r *reader) calendarDate(i int) (found, bool) {
	for _, read := range []func(int) (found, bool){r.isoDate, r.yearFirst, r.numericDate, r.dayMonth, r.monthDay, r.ordinalDay} {
		if f, ok := read(i); ok {
			return f, true
		}
	}
	if r.w(i) == "the" {
		return r.dayMonth(i + 1)
	}
	return found{}, false
}

// dated is the found day if it exists; without a year it is the next such day, today included.
func (r *reader) dated(y int, m time.Month, d, next int, vague bool) (found, bool) {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return found{}, false
	}
	if y != 0 {
		date := afterword.NewDate(y, m, d)
		return r.on(date, next, vague), date.Day == d
	}
	for y = r.from.Year; y <= r.from.Year+8; y++ { // 29 February may take eight years
		if date := afterword.NewDate(y, m, d); date.Day == d && !date.Before(r.from) {
			return r.on(date, next, vague), true
		}
	}
	return found{}, false
}

func (r *reader) on(d afterword.Date, next int, vague bool) found {
	return found{first: d, last: d, unit: "date", vague: vague, next: next, anchors: true}
}

// year reads a year with an optional comma before it, 0 when there is none.
func (r *reader) year(i int) (y, next int) {
	j := i
	if r.w(j) == "," || r.w(j) == "of" {
		j++
	}
	if y, ok := r.fullYear(j); ok {
		return y, j + 1
	}
	if r.w(j) == "'" && r.digits(j+1) && len(r.w(j+1)) == 2 && r.glued(j+1) { // '26
		y, _ = strconv.Atoi(r.w(j + 1))
		return 2000 + y, j + 2
	}
	return 0, i
}

func (r *reader) fullYear(i int) (int, bool) {
	if !r.digits(i) || len(r.w(i)) != 4 {
		return 0, false
	}
	y, _ := strconv.Atoi(r.w(i))
	return y, y >= 1990 && y <= 2100
}

// isoDate reads 2026-12-04, 2026/12/04 and 2026.12.04, with a time of day behind it or not.
func (r *reader) isoDate(i int) (found, bool) {
	if i > 0 && r.glued(i) && strings.Contains("/=_&?%-.", r.w(i-1)) {
		return found{}, false // part of an address
	}
	y, ok := r.fullYear(i)
	sep := r.w(i + 1)
	if !ok || sep != "-" && sep != "/" && sep != "." || r.w(i+3) != sep || !r.digits(i+2) || !r.digits(i+4) {
		return found{}, false
	}
	m, _ := strconv.Atoi(r.w(i + 2))
	d, _ := strconv.Atoi(r.w(i + 4))
	next := i + 5
	if r.w(next) == "/" && r.glued(next) {
		return found{}, false
	}
	if r.w(next) == "t" && r.glued(next) && r.digits(next+1) {
		next++
	}
	return r.dated(y, time.Month(m), d, next, false)
}

// yearFirst reads "2026 December 4" and "2026/Dec/04".
func (r *reader) yearFirst(i int) (found, bool) {
	sign := func(j int) int {
		if r.w(j) == "/" || r.w(j) == "-" {
			j++
		}
		return j
	}
	y, ok := r.fullYear(i)
	if !ok {
		return found{}, false
	}
	m, j, ok := r.month(sign(i + 1))
	if !ok {
		return found{}, false
	}
	n, next, _, ok := r.dayNumber(sign(j))
	if !ok {
		return found{}, false
	}
	return r.dated(y, m, n, next, false)
}

// numericDate reads 12/04, 12/04/2026, 4-12-2026, 04.12.2026 and "4.12.". With full stops the day
// comes first everywhere; else the region decides, and without one the day comes first too, but not
// certainly.
func (r *reader) numericDate(i int) (found, bool) {
	if r.weekendWork(i) {
		return found{}, false
	}
	sep := r.w(i + 1)
	if !r.digits(i) || !r.digits(i+2) || !r.glued(i+1) || !r.glued(i+2) || len(r.w(i)) > 2 || len(r.w(i+2)) > 2 {
		return found{}, false
	}
	if i > 0 && r.glued(i) && strings.Contains("/.-+:,$€£", r.w(i-1)) {
		return found{}, false
	}
	a, _ := strconv.Atoi(r.w(i))
	b, _ := strconv.Atoi(r.w(i + 2))
	next, y := i+3, 0
	if r.w(next) == sep && r.glued(next) && r.digits(next+1) && r.glued(next+1) {
		var ok bool
		if y, ok = r.fullYear(next + 1); !ok {
			if len(r.w(next+1)) != 2 || len(r.w(i))+len(r.w(i+2)) < 4 && sep == "." { // a version
				return found{}, false
			}
			y, _ = strconv.Atoi(r.w(next + 1))
			y += 2000
		}
		next += 2
	}
	switch sep {
	case ".":
		if y == 0 { // "4.12." with its full stop and a preposition before, or it is a number
			alone := i == r.begin && r.w(next) == "." && next+1 == r.end
			if !alone && !slices.Contains([]string{"by", "on", "until", "before", "the", "till", "from", "than"}, r.w(i-1)) {
				return found{}, false
			}
			if r.w(next) == "." && r.glued(next) {
				next++
			}
		}
		return r.dated(y, time.Month(b), a, next, false)
	case "-":
		if y < 2020 {
			return found{}, false
		}
	case "/":
		if _, _, unit := r.unitOf(next); unit || r.w(next) == "%" || r.w(next) == "/" {
			return found{}, false
		}
	default:
		return found{}, false
	}
	return r.slashed(y, a, b, next)
}

func (r *reader) weekendWork(i int) bool { return r.w(i) == "24" && r.w(i+1) == "/" && r.w(i+2) == "7" }

func (r *reader) slashed(y, a, b, next int) (found, bool) {
	region := r.opt.Region
	if region == "" {
		region = r.opt.Calendar.Region()
	}
	country, _, _ := strings.Cut(strings.ToUpper(region), "-")
	dayFirst, vague := true, a <= 12 && b <= 12 && a != b
	switch country {
	case "": // no region: day first, and it may be wrong
	case "US", "PH", "PR", "GU", "FM", "MH", "PW":
		dayFirst, vague = false, false
	case "CA": // both orders are in use
	default:
		vague = false
	}
	if dayFirst && b > 12 || !dayFirst && a > 12 {
		dayFirst = !dayFirst
	}
	if dayFirst {
		return r.dated(y, time.Month(b), a, next, vague)
	}
	return r.dated(y, time.Month(a), b, next, vague)
}

// month reads a month's name; "may" and "march" count only where verb says that no verb is meant.
func (r *reader) month(i int) (time.Month, int, bool) {
	m, ok := monthOf(r.w(i))
	if !ok {
		return 0, i, false
	}
	if r.w(i+1) == "." && r.glued(i+1) && len(r.w(i)) <= 4 {
		return m, i + 2, true
	}
	return m, i + 1, true
}

// dayMonth reads "4 December", "4th of Dec 2026", "fourth of December", "4-Dec-2026", and ranges of
// days like "4-8 December", of which the last counts.
func (r *reader) dayMonth(i int) (found, bool) {
	n, j, ordinal, ok := r.dayNumber(i)
	if !ok {
		return found{}, false
	}
	first := n
	if k, joined := r.joint(j); joined || r.w(j) == "," && r.digits(i) {
		if !joined {
			k = j + 1
		}
		if r.w(k) == "the" {
			k++
		}
		if n2, k, ord2, ok := r.dayNumber(k); ok && n2 > n {
			if f, ok := r.dayMonthTail(n2, k, ordinal || ord2); ok {
				f.first = afterword.NewDate(f.last.Year, f.last.Month, first)
				return f, true
			}
		}
	}
	return r.dayMonthTail(n, j, ordinal)
}

func (r *reader) dayMonthTail(n, j int, ordinal bool) (found, bool) {
	if ordinal && r.is(j, "day", "of") {
		j++
	}
	if r.w(j) == "of" {
		j++
	} else if !ordinal && (r.w(j) == "-" || r.w(j) == "/") && r.glued(j) || r.w(j) == "." && r.glued(j) {
		j++
	}
	if m, k, ok := r.month(j); ok {
		if (r.w(k) == "-" || r.w(k) == "/") && r.glued(k) {
			if _, ok := r.fullYear(k + 1); ok {
				k++
			}
		}
		y, next := r.year(k)
		return r.dated(y, m, n, next, false)
	}
	if !ordinal {
		return found{}, false
	}
	if p, ok := r.period(j); ok && p.unit == "month" { // "the 10th of next month"
		return r.inMonth(p.first, n, p.next)
	}
	return found{}, false
}

func (r *reader) inMonth(month afterword.Date, n, next int) (found, bool) {
	d := afterword.NewDate(month.Year, month.Month, n)
	return r.on(d, next, false), d.Day == n
}

// monthDay reads "December 4th, 2026", "Dec. 4", "December the fourth", "December 4-8".
func (r *reader) monthDay(i int) (found, bool) {
	m, j, ok := r.month(i)
	if !ok {
		return found{}, false
	}
	if r.w(j) == "the" || r.w(j) == "," {
		j++
	}
	n, j, _, ok := r.dayNumber(j)
	if !ok || r.w(j) == ":" || r.w(j) == "." && r.digits(j+1) && r.glued(j+1) {
		return found{}, false
	}
	first := n
	if k, joined := r.joint(j); joined {
		if n2, k2, _, ok := r.dayNumber(k); ok && n2 > n {
			if _, _, month := r.month(k2); !month { // not "Dec 4 - 8 Jan"
				n, j = n2, k2
			}
		}
	}
	y, next := r.year(j)
	f, ok := r.dated(y, m, n, next, false)
	if ok && first != n {
		f.first = afterword.NewDate(f.last.Year, f.last.Month, first)
	}
	return f, ok
}

// ordinalDay reads "the 15th": the next such day, today included. "The 2nd interview" is no day, so
// what follows must not be a thing that is counted.
func (r *reader) ordinalDay(i int) (found, bool) {
	j := i
	if r.w(j) == "the" {
		j++
	}
	n, next, ordinal, ok := r.dayNumber(j)
	if !ok || !ordinal || !r.digits(j) && j == i {
		return found{}, false
	}
	if _, _, weekday := r.weekdayWord(i - 1); !weekday && !r.digits(j) && !slices.Contains([]string{"by", "on", "before", "until", "till", "than"}, r.w(i-1)) {
		return found{}, false // "you will be the first to know"
	}
	first := n
	if k, joined := r.joint(next); joined { // "the 3rd or 4th"
		if n2, k2, ord, ok := r.dayNumber(k); ok && ord && n2 > n {
			n, next = n2, k2
		}
	}
	if !r.endsPhrase(next) {
		return found{}, false
	}
	for k := range 4 {
		month := afterword.NewDate(r.from.Year, r.from.Month+time.Month(k), 1)
		if f, ok := r.inMonth(month, n, next); ok && !f.last.Before(r.from) {
			if first < n {
				f.first = afterword.NewDate(f.last.Year, f.last.Month, first)
			}
			return f, true
		}
	}
	return found{}, false
}

// phraseEnds are the words that may follow a day which stands alone.
var phraseEnds = strings.Fields("at and or we you i they he she it to if when in by as for so but latest with then that this " +
	"morning afternoon evening night which who our the a because before after once until is will should would may can might " +
	"someone hr either max tops maximum subject provided unless although though where on from via through please your now")

func (r *reader) endsPhrase(i int) bool {
	w := r.w(i)
	if w == "" || !r.digits(i) && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" && w != "%" {
		return true
	}
	return slices.Contains(phraseEnds, w)
}
