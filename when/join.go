package when

import (
	"slices"

	afterword "afterword"
)

// point reads anything that names a day or a stretch of days.
func (r *reader) point(i int) (found, bool) {
	if f, ok := r.timedPoint(i); ok && !f.bareTime {
		return f, true
	}
	return r.plainPoint(i)
}

// plainPoint reads a point that does not begin with a time of day; one may stand behind it.
func (r *reader) plainPoint(i int) (found, bool) {
	j := i
	if r.is(j, "first", "thing") {
		j += 2
		for r.w(j) == "on" || r.w(j) == "in" || r.w(j) == "," {
			j++
		}
		if f, ok := r.day(j); ok {
			f.next = r.timeTail(f.next)
			return f, true
		}
	}
	for _, read := range []func(int) (found, bool){r.dayInPart, r.weekAfterPart, r.weekend, r.stretchDay, r.day} {
		if f, ok := read(i); ok {
			f.next = r.timeTail(f.next)
			return f, true
		}
	}
	return found{}, false
}

// dayInPart reads "early on Friday", "later today": the part of a day changes nothing.
func (r *reader) dayInPart(i int) (found, bool) {
	p, next, ok := r.part(i)
	if !ok || p == whole {
		return found{}, false
	}
	f, ok := r.day(next)
	if !ok || f.weekly {
		return found{}, false
	}
	if r.w(next-1) != "on" && r.w(next-1) != "of" && r.w(i) != "early" && r.w(i) != "late" && r.w(i) != "later" && r.w(i) != "first" && r.w(i) != "the" {
		return found{}, false
	}
	return f, true
}

// weekAfterPart reads "the week after next", "early in the week after Easter".
func (r *reader) weekAfterPart(i int) (found, bool) {
	p, j, ok := r.part(i)
	if !ok {
		j = i
	}
	w, ok := r.weekAfter(j)
	if !ok {
		return found{}, false
	}
	return r.dayOfWeek(r.cutAhead(p, w)), true
}

// stretchDay reads a period, and a weekday behind it: "next week on Friday", "next week, Tuesday".
func (r *reader) stretchDay(i int) (found, bool) {
	f, ok := r.stretch(i)
	if !ok {
		return found{}, false
	}
	if !f.weekly {
		return f, true
	}
	return r.dayOfWeek(f), true
}

// dayOfWeek takes in the weekday that stands behind a week.
func (r *reader) dayOfWeek(f found) found {
	j := f.next
	for r.w(j) == "on" || r.w(j) == "," || r.w(j) == "-" || r.w(j) == "the" || r.w(j) == "(" || r.w(j) == "by" {
		j++
	}
	if d, next, ok := r.weekdayWord(j); ok && (f.first.Weekday() != f.last.Weekday()) {
		if g, ok := r.weekdayDate(d, next); ok {
			return g
		}
		day := inWeek(f.last, d)
		if !day.Before(r.from) {
			return r.on(day, next, f.vague)
		}
	}
	if r.w(f.next) == "(" { // "next week (Friday 27 November)"
		if g, ok := r.day(f.next + 1); ok && r.w(g.next) == ")" {
			g.next++
			return g
		}
	}
	return f
}

// joined reads what a point is joined to: "Monday or Tuesday", "late November / early December",
// "this week or next".
func (r *reader) joined(f found, p prefix) found {
	for range 3 {
		i, ok := r.joint(f.next)
		if !ok || r.w(f.next) == "and" && !p.between && !f.weekday {
			return f
		}
		for slices.Contains([]string{"by", "on", "in", "by", "during"}, r.w(i)) && r.w(f.next) != "and" {
			i++
		}
		g, ok := r.otherPoint(f, i)
		if !ok || g.past {
			return f
		}
		if f.weekday && g.weekday && f.last.Weekday() == 1 && g.last.Weekday() == 5 && r.w(f.next) != "or" && !p.between {
			f.habit, f.next = true, g.next // "Mon-Fri" are opening hours
			return f
		}
		if g.last.Before(f.first) && g.weekday {
			g.last = onOrAfter(f.last.AddDays(1), g.last.Weekday())
		}
		if g.last.Before(f.first) {
			return f
		}
		g.first, g.vague, g.weekday = f.first, f.vague || g.vague, f.weekday && g.weekday
		f = g
	}
	return f
}

// otherPoint reads the second end of a range, which may leave out what the first one said.
func (r *reader) otherPoint(f found, i int) (found, bool) {
	if r.w(i) == "sooner" || r.w(i) == "earlier" {
		return found{}, false
	}
	anchor := r.anchor
	r.anchor = f.last
	defer func() { r.anchor = anchor }()
	if g, ok := r.point(i); ok {
		return g, true
	}
	if !f.weekly {
		return found{}, false
	}
	p, j, ok := r.part(i) // "or early next"
	if !ok {
		j = i
	}
	if r.w(j) == "the" && r.w(j+1) != "next" {
		j++
	}
	switch {
	case r.w(j) == "the" && r.w(j+1) == "next":
		j++
	case r.is(j, "week", "after"), r.is(j, "following", "one"), r.is(j, "one", "after"):
		w := weekOf(f.last.AddDays(7))
		w.next = j + 2
		return r.cutAhead(p, w), true
	}
	if r.w(j) == "next" && r.endsPhrase(j+1) {
		w := weekOf(r.from.AddDays(7))
		w.next = j + 1
		return r.cutAhead(p, w), true
	}
	return found{}, false
}

// tail reads what may stand behind an expression and takes it in: "at the latest", "or sooner".
func (r *reader) tail(f found) found {
	for range 3 {
		i := f.next
		switch {
		case r.is(i, "at", "the", "latest"):
			f.by, f.next = true, i+3
		case r.is(i, "at", "the", "very", "latest"):
			f.by, f.next = true, i+4
		case r.is(i, "at", "latest"), r.is(i, "at", "most"), r.is(i, "the", "latest"):
			f.by, f.next = true, i+2
		case r.is(i, "at", "the", "most"):
			f.by, f.next = true, i+3
		case r.w(i) == "latest" || r.w(i) == "tops" || r.w(i) == "max" || r.w(i) == "maximum":
			f.by, f.next = true, i+1
		case r.is(i, "at", "the", "earliest"):
			f.vague, f.floor, f.next = true, true, i+3
		case r.is(i, "at", "the", "outside"):
			f.by, f.next = true, i+3
		case r.is(i, "or", "sooner"), r.is(i, "or", "earlier"), r.is(i, "or", "before"), r.is(i, "or", "less"):
			f.by, f.next = true, i+2
		case r.w(i) == "onwards" || r.w(i) == "onward":
			f.vague, f.floor, f.next = true, true, i+1
		default:
			next, vague := r.looseTail(i, f.vague)
			if next == i {
				return f
			}
			f.next, f.vague = next, vague
		}
	}
	return f
}

// restates says that g says f again, or more closely: "in the new year, by mid-January", "seven days
// from today, so next Friday". Nothing but such words stands between them.
func (r *reader) restates(f, g found) bool {
	again := false
	for i := f.next; i < g.at; i++ {
		switch w := r.w(i); w {
		case "so", "namely", "meaning", "specifically", "=", "say", "mean":
			again = true
		case "that", "it", "is", "'s", "that's", "i", "e", ".", ",", "(", "-", "most", "likely", "then", "to", "be", "precise", "exact", "more", "precisely":
		default:
			return false
		}
	}
	return again || r.w(f.next) == "(" || !f.counted && !f.weekday && !g.first.Before(f.first) && (g.by || f.weekly || g.first == g.last) && g.last.Before(f.last)
}

// handIn reads what a span is told from when it is the candidate's own work: "you submit", "receiving
// your task", "your submission".
func (r *reader) handIn(i int) (next int, ok bool) {
	stop := min(i+12, r.end)
	acts, work := false, false
	for j := i; j < stop; j++ {
		w := r.w(j)
		if !acts && j > i+6 || slices.Contains([]string{",", ";", ":", "(", "and", "but", "so"}, w) && j > i {
			break
		}
		if slices.Contains(handInActs, w) {
			acts, next = true, j+1
		}
		if slices.Contains(handInWork, w) {
			work, next = true, j+1
		}
	}
	if r.w(i) == "submission" || r.w(i+1) == "submission" {
		work, acts = true, true
	}
	return next, acts && (work || r.ownAct(i))
}

// ownAct says that the words are about something the candidate hands in, whatever its name.
func (r *reader) ownAct(i int) bool {
	for j := i; j < min(i+6, r.end); j++ {
		switch r.w(j) {
		case "submit", "submitted", "submitting", "hand", "handing", "handed", "submission":
			return true
		}
	}
	return false
}

var handInActs = []string{"submit", "submitted", "submitting", "submission", "hand", "handing", "handed", "receive", "received", "receiving", "receipt",
	"get", "getting", "got", "send", "sent", "sending", "return", "returned", "returning", "complete", "completed", "completing", "completion", "finish", "finishing", "finished", "have", "upload", "uploaded", "uploading", "deliver", "delivered", "turn", "turned", "turning"}

var handInWork = []string{"task", "test", "tests", "assignment", "exercise", "case", "study", "challenge", "homework", "work", "sample", "project", "code",
	"solution", "submission", "take-home", "home", "assessment", "presentation", "deck", "it", "piece"}

// window is a found stretch as the contract writes it.
func (r *reader) window(f found, text string) afterword.Window {
	first, last := f.first, f.last
	if first.IsZero() || f.by || first.Before(r.from) {
		first = r.from
	}
	if first.After(last) {
		first = last
	}
	w := afterword.Window{Earliest: first, Latest: last, WaitUntil: last, Unit: f.unit, Certain: !f.vague && !f.loose}
	w.At = [2]int{r.toks[f.at].at, r.toks[f.next-1].end}
	w.Text = text[w.At[0]:w.At[1]]
	if f.submitted {
		w.From = "submitted"
	}
	return w
}
