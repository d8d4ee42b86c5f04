package when

import (
	"slices"
	"strconv"
	"strings"
)

// clockTime reads a time of day with its zone: "5pm", "17:00 GMT", "noon", "close of business", "EOD".
// minutes is counted from midnight. named is true for words that stand for a day's end by themselves.
func (r *reader) clockTime(i int) (minutes, next int, named, ok bool) {
	for _, words := range []string{"close of business", "close of play", "close of day", "close of work", "end of business", "end of play", "end of day",
		"end of the business day", "end of the working day", "end of the work day", "end of the day", "end of working day", "end of business day",
		"end of office hours", "end of work", "cob", "cop", "eob", "eod", "eop"} {
		if next, ok = r.match(i, words); ok {
			return 17 * 60, r.zone(next), true, true
		}
	}
	switch r.w(i) {
	case "noon", "midday", "lunchtime", "lunch":
		return 12 * 60, r.zone(i + 1), false, true
	case "midnight":
		return 24 * 60, r.zone(i + 1), false, true
	}
	if !r.digits(i) || len(r.w(i)) > 2 {
		return 0, i, false, false
	}
	h, _ := strconv.Atoi(r.w(i))
	m, next, exact := 0, i+1, false
	if (r.w(next) == ":" || r.w(next) == ".") && r.glued(next) && r.digits(next+1) && r.glued(next+1) && len(r.w(next+1)) == 2 {
		m, _ = strconv.Atoi(r.w(next + 1))
		exact = r.w(next) == ":"
		next += 2
	}
	switch {
	case r.w(next) == "am" || r.w(next) == "pm":
		h, next, exact = twelve(h, r.w(next)), next+1, true
	case (r.w(next) == "a" || r.w(next) == "p") && r.w(next+1) == "." && r.w(next+2) == "m":
		h, next, exact = twelve(h, r.w(next)+"m"), next+3, true
		if r.w(next) == "." {
			next++
		}
	case r.w(next) == "o'clock":
		next, exact = next+1, true
	case r.w(next) == "h" && r.glued(next) && h > 12:
		next, exact = next+1, true
	}
	if !exact || h > 24 || m > 59 {
		return 0, i, false, false
	}
	return h*60 + m, r.zone(next), false, true
}

func twelve(h int, half string) int {
	switch {
	case h > 12:
		return 99
	case half == "am":
		return h % 12
	}
	return h%12 + 12
}

var zoneNames = strings.Fields("gmt utc bst cet cest eet eest ist est edt cst cdt mst mdt pst pdt et pt ct mt aest aedt awst jst sgt hkt nzst nzdt sast wet west")

func zoneName(w string) bool { return slices.Contains(zoneNames, w) }

// zone skips a zone behind a time. The day that was named stays the day.
func (r *reader) zone(i int) int {
	j := i
	if r.w(j) == "(" {
		j++
	}
	switch {
	case zoneName(r.w(j)):
		j++
		if (r.w(j) == "+" || r.w(j) == "-") && r.glued(j) && r.digits(j+1) {
			j += 2
		}
	case r.w(j+1) == "time" && slices.Contains([]string{"uk", "london", "local", "eastern", "pacific", "central", "mountain", "our", "your", "german", "berlin", "dublin", "york", "us", "singapore"}, r.w(j)):
		j += 2
	default:
		return i
	}
	if r.w(i) == "(" && r.w(j) == ")" {
		j++
	}
	return j
}

// timedPoint reads "5pm on Friday", "close of business tomorrow", "EOD"; a time alone is today, or
// tomorrow when it is known that it is past.
func (r *reader) timedPoint(i int) (found, bool) {
	j := i
	if r.w(j) == "the" {
		j++
	}
	minutes, next, named, ok := r.clockTime(j)
	if !ok {
		return found{}, false
	}
	k := next
	if r.w(k) == "," || r.w(k) == "-" {
		k++
	}
	for r.w(k) == "on" || r.w(k) == "of" || r.w(k) == "by" {
		k++
	}
	if f, ok := r.plainPoint(k); ok {
		f.timed = true
		return f, true
	}
	if r.w(next) == "yesterday" {
		return found{}, false
	}
	d := r.from
	if at := r.opt.At; !at.IsZero() && !named && at.Hour()*60+at.Minute() >= minutes {
		d = d.AddDays(1)
	}
	f := r.on(d, next, false)
	f.timed, f.bareTime = true, !named
	return f, true
}

// timeTail skips a time of day behind a day: "at 5pm", "by noon", "morning", "in the afternoon", "COB".
func (r *reader) timeTail(i int) int {
	j := i
	for r.w(j) == "," || r.w(j) == "at" || r.w(j) == "by" || r.w(j) == "before" || r.w(j) == "around" || r.w(j) == "the" || r.w(j) == "in" || r.w(j) == "(" || r.w(j) == "-" || r.w(j) == "about" || r.w(j) == "first" && r.w(j+1) == "thing" || r.w(j) == "thing" || r.w(j) == "early" || r.w(j) == "late" {
		j++
	}
	if slices.Contains([]string{"morning", "afternoon", "evening", "night", "lunchtime"}, r.w(j)) {
		return j + 1
	}
	if _, next, _, ok := r.clockTime(j); ok {
		if (r.w(next) == "-" || r.w(next) == "to") && next > j {
			if _, end, _, ok := r.clockTime(next + 1); ok {
				next = end
			}
		}
		if r.w(next) == ")" && r.w(i) == "(" {
			next++
		}
		return next
	}
	if r.is(i, "first", "thing") {
		return i + 2
	}
	return i
}
