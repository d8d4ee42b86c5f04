package when

import (
	"slices"
	"strings"
	"time"

	afterword "afterword"
)

// day reads whatever names one day: a date, a weekday, today, a holiday, the day after one of these.
func (r *reader) day(i int) (found, bool) {
	for _, read := range []func(int) (found, bool){r.dayBeside, r.weekdayOfMonth, r.weekday, r.calendarDate, r.relativeDay, r.feast} {
		if f, ok := read(i); ok {
			return f, true
		}
	}
	return found{}, false
}

// weekdayWord reads a weekday's name. "Sat" and "sun" are words of their own, so they need a hint.
func (r *reader) weekdayWord(i int) (time.Weekday, int, bool) {
	w := r.w(i)
	d, ok := weekdayOf(w, false)
	if !ok && (w == "sat" || w == "sun") {
		if _, next, _, num := r.dayNumber(i + 1); num && next > i || slices.Contains([]string{"by", "on", "this", "next", "until", "before", "or", "and", "-"}, r.w(i-1)) {
			d, ok = weekdayOf(w, true)
		}
	}
	next := i + 1
	if ok && len(w) <= 5 && r.w(next) == "." && r.glued(next) {
		next++
	}
	return d, next, ok
}

// weekday reads "Friday", "next Thursday", "Friday week", "Tuesday of next week", "Friday 4 December".
func (r *reader) weekday(i int) (found, bool) {
	j, det := i, ""
	for slices.Contains([]string{"the", "this", "next", "coming", "following", "last", "past", "upcoming"}, r.w(j)) {
		if r.w(j) != "the" || det == "" {
			det = r.w(j)
		}
		j++
	}
	d, next, ok := r.weekdayWord(j)
	if !ok {
		return found{}, false
	}
	if f, ok := r.weekdayDate(d, next); ok {
		return f, true
	}
	bare := onOrAfter(r.from.AddDays(1), d)
	f := r.on(bare, next, false)
	f.weekday = true
	switch det {
	case "next":
		f = r.on(inWeek(r.from.AddDays(7), d), next, false)
		if r.is(next, "but", "one") {
			f.first, f.last, f.next = f.first.AddDays(7), f.last.AddDays(7), next+2
		}
	case "the", "following":
		if !r.anchor.IsZero() {
			f = r.on(onOrAfter(r.anchor.AddDays(1), d), next, false)
		}
	case "last", "past":
		f = r.on(bare.AddDays(-7), next, false)
		f.past = true
	}
	return r.weekdayTail(f, d), true
}

func inWeek(d afterword.Date, w time.Weekday) afterword.Date {
	return weekOf(d).first.AddDays((int(w) + 6) % 7)
}

// weekdayTail reads what may follow a weekday: "week", "of next week", "after next".
func (r *reader) weekdayTail(f found, d time.Weekday) found {
	move := func(days, next int) found {
		g := r.on(f.first.AddDays(days), next, f.vague)
		return g
	}
	i := f.next
	switch {
	case r.w(i) == "week" && r.w(i+1) != "of" && r.w(i+1) != "commencing":
		return move(7, i+1)
	case r.w(i) == "fortnight":
		return move(14, i+1)
	case r.is(i, "after", "next"):
		return r.on(inWeek(r.from.AddDays(7), d).AddDays(7), i+2, false)
	case r.w(i) == "gone" || r.w(i) == "last":
		g := move(-7, i+1)
		g.past = true
		return g
	case (r.w(i) == "next" || r.w(i) == "coming") && r.endsPhrase(i+1) && r.w(i+1) != "week":
		return move(0, i+1)
	}
	j := i
	if r.w(j) == "of" || r.w(j) == "in" || r.w(j) == "," || r.w(j) == "the" && r.w(j+1) == "week" {
		j++
	}
	if r.w(j) == "the" && (r.is(j+1, "week", "after") || r.w(j+1) == "following") {
		if p, ok := r.weekAfter(j); ok {
			return r.on(inWeek(p.first, d), p.next, false)
		}
	}
	if p, ok := r.period(j); ok && p.unit == "week" {
		g := r.on(inWeek(p.first, d), p.next, p.vague)
		g.past = p.past
		if p.loose && g.last.Before(r.from) {
			g.first, g.last = g.first.AddDays(7), g.last.AddDays(7)
		}
		return g
	}
	return f
}

// weekdayDate reads a date right behind a weekday; the date counts, and it is not certain when the
// two disagree.
func (r *reader) weekdayDate(d time.Weekday, i int) (found, bool) {
	j, paren := i, false
	for r.w(j) == "," || r.w(j) == "the" || r.w(j) == "(" || r.w(j) == "-" {
		paren = paren || r.w(j) == "("
		j++
	}
	for _, read := range []func(int) (found, bool){r.isoDate, r.numericDate, r.dayMonth, r.monthDay, r.ordinalDay} {
		f, ok := read(j)
		if !ok {
			continue
		}
		if f.last.Weekday() != d && f.first == f.last {
			if g, ok := r.sameWeekday(f, d, j); ok {
				f = g
			} else {
				f.vague = true
			}
		} else if f.first == f.last {
			f.vague = false // the weekday settles 12/04
		}
		if paren && r.w(f.next) == ")" {
			f.next++
		}
		return f, true
	}
	if n, next, _, ok := r.dayNumber(j); ok && j == i && r.digits(j) && r.endsPhrase(next) && r.w(next) != ":" {
		for k := range 3 { // "Monday 30"
			day := afterword.NewDate(r.from.Year, r.from.Month+time.Month(k), n)
			if day.Day == n && day.Weekday() == d && !day.Before(r.from) {
				return r.on(day, next, false), true
			}
		}
	}
	return found{}, false
}

// sameWeekday tries the other reading of 12/04, and the later months for "Friday the 4th".
func (r *reader) sameWeekday(f found, d time.Weekday, i int) (found, bool) {
	if r.w(i+1) == "/" && f.vague && f.last.Day <= 12 {
		y := f.last.Year
		if f.next <= i+3 { // no year was named
			y = 0
		}
		if g, ok := r.dated(y, time.Month(f.last.Day), int(f.last.Month), f.next, false); ok && g.last.Weekday() == d {
			return g, true
		}
	}
	return found{}, false
}

// weekdayOfMonth reads "the first Monday of December", "last Friday in the month".
func (r *reader) weekdayOfMonth(i int) (found, bool) {
	j := i
	if r.w(j) == "the" {
		j++
	}
	n, j, last, ok := r.rank(j)
	if !ok {
		return found{}, false
	}
	d, j, ok := r.weekdayWord(j)
	if !ok || r.w(j) != "of" && r.w(j) != "in" {
		return found{}, false
	}
	m, ok := r.period(j + 1)
	if !ok || m.unit != "month" {
		return found{}, false
	}
	at := func(m period) afterword.Date {
		if last {
			return onOrAfter(m.last.AddDays(-6), d)
		}
		return onOrAfter(m.first, d).AddDays(7 * (n - 1))
	}
	day := at(m)
	if day.Before(r.from) && m.loose && !r.named(m.next) {
		day = at(monthOfDate(m.first.AddMonths(1)))
	}
	return r.on(day, m.next, false), true
}

// relativeDay reads today, tomorrow, that day, the next day, the day after.
func (r *reader) relativeDay(i int) (found, bool) {
	base := r.from
	if !r.anchor.IsZero() {
		base = r.anchor
	}
	j := i
	if r.w(j) == "the" || r.w(j) == "that" || r.w(j) == "this" || r.w(j) == "later" || r.w(j) == "early" || r.w(j) == "late" {
		j++
	}
	switch w := r.w(j); {
	case w == "today" && r.w(j+1) == "week":
		return r.on(r.from.AddDays(7), j+2, false), true
	case w == "tomorrow" && r.w(j+1) == "week":
		return r.on(r.from.AddDays(8), j+2, false), true
	case w == "today" || w == "tonight":
		return r.on(r.from, j+1, false), true
	case r.w(i) == "this" && slices.Contains([]string{"morning", "afternoon", "evening", "lunchtime"}, w):
		return r.on(r.from, j+1, false), true
	case slices.Contains([]string{"tomorrow", "tmrw", "tmr", "tomorow", "tommorow", "tommorrow"}, w):
		return r.on(r.from.AddDays(1), j+1, false), true
	case r.w(i) == "that" && r.is(j, "same", "day"), r.w(i) == "the" && r.is(j, "same", "day"), i == j && r.is(j, "same", "day"):
		return r.on(base, j+2, false), true
	case r.w(i) == "that" && slices.Contains([]string{"day", "afternoon", "evening", "morning"}, w):
		return r.on(base, j+1, false), true
	case w == "next" || w == "following":
		return r.nextDay(j, base)
	}
	return r.sameDay(i)
}

// sameDay reads "this time next week", "the same day next month", and the day that runs: "before the
// day is over".
func (r *reader) sameDay(i int) (found, bool) {
	j := i
	for r.w(j) == "the" || r.w(j) == "this" || r.w(j) == "same" {
		j++
	}
	if r.w(j) != "time" && r.w(j) != "day" || j == i && r.w(j-1) != "about" {
		return found{}, false
	}
	if _, over := r.over(j + 1); over && r.w(j) == "day" {
		return r.on(r.from, j+1, false), true
	}
	switch {
	case r.is(j+1, "next", "week"):
		return r.on(r.from.AddDays(7), j+3, false), true
	case r.is(j+1, "next", "month"):
		return r.on(r.from.AddMonths(1), j+3, false), true
	}
	return found{}, false
}

// over reads how a stretch of time ends behind its name: "is out", "ends", "'s over".
func (r *reader) over(i int) (next int, ok bool) {
	for _, words := range []string{"ends", "closes", "finishes", "is out", "is over", "is up", "is done", "is through", "is gone", "'s out", "'s over", "'s up",
		"'s done", "'s through", "has ended", "has passed", "has gone", "runs out", "comes to an end", "comes to a close", "draws to a close"} {
		if next, ok = r.match(i, words); ok {
			return next, true
		}
	}
	return 0, false
}

// nextDay reads "the next day", "the following morning", "next business day".
func (r *reader) nextDay(j int, base afterword.Date) (found, bool) {
	if slices.Contains([]string{"day", "morning", "afternoon", "evening"}, r.w(j+1)) {
		if r.w(j+1) == "day" && r.w(j+2) == "or" {
			return found{}, false // "the next day or two" is a span
		}
		return r.on(base.AddDays(1), j+2, false), true
	}
	if u, next, ok := r.unitOf(j + 1); ok && u == workingDays && !strings.HasSuffix(r.w(next-1), "s") {
		f := r.on(r.opt.Calendar.NextWorking(base), next, false)
		f.unit = "working_day"
		return f, true
	}
	return found{}, false
}

// dayBeside reads "the day after tomorrow", "the Monday after Thanksgiving", "the day before the 4th",
// and "the day after" alone, which is told from the day that was named before.
func (r *reader) dayBeside(i int) (found, bool) {
	if r.depth > 3 {
		return found{}, false
	}
	j := i
	if r.w(j) == "the" {
		j++
	}
	d, next, isWeekday := r.weekdayWord(j)
	switch {
	case isWeekday:
	case r.w(j) == "day" || r.w(j) == "morning":
		next = j + 1
	default:
		return found{}, false
	}
	word := r.w(next)
	if word != "after" && word != "following" && word != "before" || j == i && word != "after" && word != "before" {
		return found{}, false
	}
	r.depth++
	x, ok := r.point(next + 1)
	r.depth--
	if !ok && !isWeekday && word == "after" && r.w(j) == "day" {
		x, ok = r.interviewDay(next + 1)
		if !ok && r.endsPhrase(next+1) {
			x, ok = r.beforeNow(next+1), true
		}
	}
	if !ok && isWeekday && word == "after" && !r.anchor.IsZero() && r.endsPhrase(next+1) {
		x, ok = r.beforeNow(next+1), true // "next Friday or the Friday after"
	}
	if !ok {
		return found{}, false
	}
	switch {
	case isWeekday && word == "before":
		return r.on(onOrAfter(x.first.AddDays(-7), d), x.next, x.vague), true
	case isWeekday:
		return r.on(onOrAfter(x.last.AddDays(1), d), x.next, x.vague), true
	case word == "before":
		return r.on(x.first.AddDays(-1), x.next, x.vague), true
	}
	return r.on(x.last.AddDays(1), x.next, x.vague), true
}

// beforeNow is the day that was named last, today when none was.
func (r *reader) beforeNow(next int) found {
	if r.anchor.IsZero() {
		return r.on(r.from, next, false)
	}
	return r.on(r.anchor, next, false)
}

// interviewDay reads "the interview", "our meeting", "your visit": the day of E.
func (r *reader) interviewDay(i int) (found, bool) {
	j := i
	if slices.Contains([]string{"the", "your", "our", "this", "today", "my"}, r.w(j)) {
		j++
	}
	if r.w(j) == "'s" {
		j++
	}
	if slices.Contains([]string{"interview", "meeting", "visit", "conversation", "call", "chat"}, r.w(j)) {
		return r.on(r.from, j+1, false), true
	}
	return found{}, false
}

// weekAfter reads "the week after", "the week after next", "the week after Easter".
func (r *reader) weekAfter(i int) (period, bool) {
	j := i
	if r.w(j) == "the" {
		j++
	}
	if r.w(j) == "following" && r.w(j+1) == "week" {
		return r.period(i)
	}
	if r.w(j) == "week" && r.w(j+1) == "before" && r.depth <= 3 { // "the week before Christmas"
		r.depth++
		f, ok := r.point(j + 2)
		r.depth--
		p := weekOf(f.first.AddDays(-7))
		p.next = f.next
		return p, ok
	}
	if r.w(j) != "week" && r.w(j) != "wk" || r.w(j+1) != "after" && r.w(j+1) != "following" || r.depth > 3 {
		return period{}, false
	}
	base, next := r.from, j+2
	if r.w(next) == "next" && r.w(next+1) != "week" {
		p := weekOf(r.from.AddDays(14))
		p.next = next + 1
		return p, true
	}
	if r.w(next) == "that" || r.w(next) == "this" {
		next++
	}
	r.depth++
	f, ok := r.point(next)
	r.depth--
	switch {
	case ok:
		base, next = f.last, f.next
	case !r.anchor.IsZero():
		base = r.anchor
	}
	p := weekOf(base.AddDays(7))
	p.next = next
	return p, true
}
