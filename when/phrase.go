package when

import (
	"slices"
	"strings"
	"sync"

	afterword "afterword"
)

// reader reads one text. It looks at a sentence at a time: beyond end there are no words.
type reader struct {
	toks   []token
	begin  int
	end    int
	from   afterword.Date
	opt    Options
	anchor afterword.Date // the last day that was named, for "the day after"
	depth  int            // bounds days told from days
}

// found is a stretch of time that words name.
type found struct {
	first, last afterword.Date
	unit        string
	vague       bool // the words leave room
	at, next    int  // tokens
	counted     bool // a number of units from a day
	anchors     bool // later words may refer to it
	weekday     bool // a bare weekday
	weekly      bool // a week or a part of one
	timed       bool // a time of day was named with it
	bareTime    bool // nothing but a time of day
	past        bool // "ago", "last week"
	habit       bool // "two days a week", "every Friday"
	lasting     bool // "for 6 months"
	brief       bool // less than a day
	newYear     bool // "the new year" without a part of it
	until       bool // "until X"
	capped      bool // "(not) later than X"
	by          bool // by, within, until: it may be over before
	floor       bool // "from Monday", "not before": the words name no end
	submitted   bool // told from a hand-in
	loose       bool // counted from a day that is not known
}

func (r *reader) w(i int) string {
	if i < r.begin || i >= r.end {
		return ""
	}
	return r.toks[i].s
}

func (r *reader) digits(i int) bool { return i >= r.begin && i < r.end && r.toks[i].digits }
func (r *reader) glued(i int) bool  { return i > r.begin && i < r.end && r.toks[i].glued }

func (r *reader) is(i int, words ...string) bool {
	for k, w := range words {
		if r.w(i+k) != w {
			return false
		}
	}
	return true
}

// match compares with words in one string; a hyphen between two of them is passed over.
func (r *reader) match(i int, words string) (next int, ok bool) {
	for w := range strings.SplitSeq(words, " ") {
		if r.w(i) == "-" && r.glued(i) {
			i++
		}
		if r.w(i) != w {
			return 0, false
		}
		i++
	}
	return i, true
}

// phrase reads an expression with the words before and behind it.
func (r *reader) phrase(i int) (found, bool) {
	var p prefix
	j := r.prefix(i, &p)
	f, ok := r.core(j, p)
	if !ok {
		return found{}, false
	}
	f.at = i
	if f.bareTime && !p.by && !p.before && !p.around {
		return found{}, false
	}
	if p.around {
		f.vague = true
	}
	if f.newYear && p.by { // the day, not its first weeks
		f.last = f.first
	}
	f.lasting = p.lasting
	if next, ok := r.over(f.next); ok && (p.before || p.by) && !f.counted { // "before the month is out"
		f.next, p.before, p.by = next, false, true
	} else if w := r.w(f.next); p.before && (w == "starts" || w == "begins") { // "before December starts"
		f.next++
	}
	switch {
	case p.before && !f.counted:
		if !r.isEnd(j) && !f.timed {
			f.last = f.first.AddDays(-1)
		}
		f.first, f.by = afterword.Date{}, true
	case p.after && !f.counted:
		f.first = f.last.AddDays(1)
		f.last, f.vague, f.floor = r.opt.Calendar.AddWorking(f.last, 5), true, true
	case p.from && !f.counted:
		f.vague, f.floor = true, true
	}
	f.by = f.by || p.by
	f.until, f.capped = p.until, p.capped
	f.past = f.past || p.past
	f.habit = f.habit || p.habit
	return r.tail(f), true
}

// isEnd says that the words name an end already, so that "before the end of X" is its last day.
func (r *reader) isEnd(i int) bool {
	if p, _, ok := r.part(i); ok {
		return p == end
	}
	if _, ok := r.shortEnd(i); ok {
		return true
	}
	if r.w(i) == "the" {
		i++
	}
	_, _, named, ok := r.clockTime(i)
	return ok && named
}

// prefix is what the words before an expression say about it.
type prefix struct {
	by, until, capped, before, after, from, around, past, habit, lasting, between bool
}

// leading is a turn of phrase that may stand before an expression.
type leading struct {
	words string
	set   func(*prefix)
}

// byFirstWord finds the ones that may begin at a word.
var byFirstWord = sync.OnceValue(func() map[string][]leading {
	m := map[string][]leading{}
	for _, x := range prefixes {
		first, _, _ := strings.Cut(x.words, " ")
		m[first] = append(m[first], x)
	}
	return m
})

// prefixes are in no order; the longest that fits is taken.
var prefixes = []leading{
	{"at the latest by", func(p *prefix) { p.by = true }}, {"at the very latest by", func(p *prefix) { p.by = true }},
	{"no later than", func(p *prefix) { p.by, p.capped = true, true }}, {"not later than", func(p *prefix) { p.by, p.capped = true, true }}, {"no longer than", func(p *prefix) { p.by, p.capped = true, true }},
	{"not longer than", func(p *prefix) { p.by, p.capped = true, true }}, {"longer than", func(p *prefix) { p.by, p.capped = true, true }}, {"later than", func(p *prefix) { p.by, p.capped = true, true }},
	{"no more than", func(p *prefix) { p.by, p.capped = true, true }}, {"not more than", func(p *prefix) { p.by, p.capped = true, true }},
	{"at most", func(p *prefix) { p.by, p.capped = true, true }}, {"at the most", func(p *prefix) { p.by, p.capped = true, true }}, {"up to", func(p *prefix) { p.by, p.capped = true, true }},
	{"a maximum of", func(p *prefix) { p.by = true }}, {"maximum of", func(p *prefix) { p.by = true }}, {"max", func(p *prefix) { p.by = true }},
	{"on or before", func(p *prefix) { p.by = true }}, {"by or before", func(p *prefix) { p.by = true }}, {"less than", func(p *prefix) { p.by = true }}, {"under", func(p *prefix) { p.by = true }},
	{"within", func(p *prefix) { p.by = true }}, {"inside", func(p *prefix) { p.by = true }}, {"by", func(p *prefix) { p.by = true }},
	{"by the time", func(p *prefix) { p.by = true }}, {"in the run up to", func(p *prefix) { p.before = true }}, {"the run up to", func(p *prefix) { p.before = true }},
	{"until", func(p *prefix) { p.by, p.until = true, true }}, {"till", func(p *prefix) { p.by, p.until = true, true }}, {"til", func(p *prefix) { p.by, p.until = true, true }},
	{"past", func(p *prefix) { p.by, p.capped = true, true }}, {"beyond", func(p *prefix) { p.by, p.capped = true, true }},
	{"latest", func(p *prefix) { p.by = true }}, {"during", func(p *prefix) {}}, {"throughout", func(p *prefix) {}},
	{"prior to", func(p *prefix) { p.before = true }}, {"ahead of", func(p *prefix) { p.before = true }}, {"in advance of", func(p *prefix) { p.before = true }}, {"before", func(p *prefix) { p.before = true }},
	{"after", func(p *prefix) { p.after = true }}, {"following", func(p *prefix) { p.after = true }}, {"once past", func(p *prefix) { p.after = true }},
	{"as early as", func(p *prefix) { p.from = true }}, {"as soon as", func(p *prefix) { p.from = true }}, {"no earlier than", func(p *prefix) { p.from = true }},
	{"not before", func(p *prefix) { p.from = true }}, {"starting from", func(p *prefix) { p.from = true }}, {"starting", func(p *prefix) { p.from = true }}, {"as of", func(p *prefix) { p.from = true }},
	{"between", func(p *prefix) { p.between = true }}, {"anything from", func(p *prefix) { p.between = true }}, {"anywhere from", func(p *prefix) { p.between = true }},
	{"from", func(p *prefix) { p.from = true }}, {"either", func(p *prefix) {}}, {"anywhere", func(p *prefix) {}},
	{"more or less", func(p *prefix) { p.around = true }}, {"more than", func(p *prefix) { p.around, p.capped = true, true }}, {"at least", func(p *prefix) { p.around = true }}, {"a minimum of", func(p *prefix) { p.around = true }},
	{"closer to", func(p *prefix) { p.around = true }}, {"nearer to", func(p *prefix) { p.around = true }}, {"close to", func(p *prefix) { p.around = true }}, {"around", func(p *prefix) { p.around = true }}, {"about", func(p *prefix) { p.around = true }},
	{"approximately", func(p *prefix) { p.around = true }}, {"approx .", func(p *prefix) { p.around = true }}, {"approx", func(p *prefix) { p.around = true }}, {"roughly", func(p *prefix) { p.around = true }},
	{"circa", func(p *prefix) { p.around = true }}, {"ca .", func(p *prefix) { p.around = true }}, {"ca", func(p *prefix) { p.around = true }}, {"c .", func(p *prefix) { p.around = true }}, {"~", func(p *prefix) { p.around = true }},
	{"nearly", func(p *prefix) { p.around = true }}, {"almost", func(p *prefix) { p.around = true }}, {"or so", func(p *prefix) { p.around = true }},
	{"sometime", func(p *prefix) {}}, {"some time", func(p *prefix) {}}, {"at some point", func(p *prefix) {}}, {"any time", func(p *prefix) {}}, {"anytime", func(p *prefix) {}},
	{"since", func(p *prefix) { p.past = true }}, {"for the last", func(p *prefix) { p.past = true }}, {"for the past", func(p *prefix) { p.past = true }},
	{"in the last", func(p *prefix) { p.past = true }}, {"in the past", func(p *prefix) { p.past = true }}, {"over the last", func(p *prefix) { p.past = true }}, {"over the past", func(p *prefix) { p.past = true }},
	{"within the last", func(p *prefix) { p.past = true }}, {"within the past", func(p *prefix) { p.past = true }}, {"the last", func(p *prefix) { p.past = true }}, {"the past", func(p *prefix) { p.past = true }},
	{"earlier", func(p *prefix) { p.past = true }}, {"previous", func(p *prefix) { p.past = true }}, {"the previous", func(p *prefix) { p.past = true }},
	{"every other", func(p *prefix) { p.habit = true }}, {"every", func(p *prefix) { p.habit = true }}, {"each", func(p *prefix) { p.habit = true }}, {"per", func(p *prefix) { p.habit = true }},
	{"for", func(p *prefix) { p.lasting = true }}, {"towards", func(p *prefix) {}}, {"toward", func(p *prefix) {}}, {"over", func(p *prefix) {}},
	{"in", func(p *prefix) {}}, {"on", func(p *prefix) {}}, {"at", func(p *prefix) {}},
}

// prefix reads up to six of them. A past one that begins the longest match wins over "in" and "for".
func (r *reader) prefix(i int, p *prefix) (next int) {
	for range 6 {
		best, set := i, func(*prefix) {}
		for _, x := range byFirstWord()[r.w(i)] {
			if n, ok := r.match(i, x.words); ok && n > best {
				best, set = n, x.set
			}
		}
		if (r.w(i) == "around" || r.w(i) == "about") && (r.w(best) == "in" || r.w(best) == "by" || r.w(best) == "within") {
			return i // "turn this around in two weeks"
		}
		if best == i || r.w(i) == "latest" && r.w(best) == "" {
			return i
		}
		if (r.w(i) == "the" || r.w(best-1) == "last") && !r.isLastSpan(best) {
			return i // "the last Friday of", "the last week of" are days to come
		}
		if r.w(i) == "first" {
			if _, ok := r.stretch(i); ok {
				return i
			}
		}
		set(p)
		i = best
	}
	return i
}

// isLastSpan tells "the last two weeks", which are gone, from "the last week of December".
func (r *reader) isLastSpan(i int) bool {
	s, ok := r.span(i)
	if ok {
		return r.w(s.next) != "of"
	}
	_, next, ok := r.unitOf(i)
	return ok && r.w(next) != "of" && r.w(next) != "in"
}

// core reads the expression itself: a span, or a point and what it is joined to.
func (r *reader) core(i int, p prefix) (found, bool) {
	if s, ok := r.lead(i); ok {
		return r.spanFrom(s, i)
	}
	f, ok := r.timedPoint(i)
	if !ok {
		f, ok = r.plainPoint(i)
	}
	if !ok {
		return found{}, false
	}
	return r.joined(f, p), true
}

// lead reads a span, also after "the next": "the next two weeks", "the next week or two", "the coming
// days".
func (r *reader) lead(i int) (span, bool) {
	j, article := i, false
	if r.w(j) == "the" || r.w(j) == "this" || r.w(j) == "these" || r.w(j) == "our" {
		j, article = j+1, true
	}
	next := slices.Contains([]string{"next", "coming", "upcoming", "following"}, r.w(j))
	if next {
		j++
	}
	if s, ok := r.span(j); ok && (next || !article) {
		return s, true
	} else if ok && article && r.w(i) == "the" && (r.w(j) == "couple" || r.w(j) == "few") {
		return s, true
	}
	if u, after, ok := r.unitOf(i); ok && u == fortnights && i == r.begin { // "Fortnight and you're told"
		return r.spanTail(span{lo: 1, hi: 1, loU: u, hiU: u, next: after})
	}
	within := r.w(i-1) == "within" || r.w(i-1) == "inside"
	if !next && !within {
		return span{}, false
	}
	u, after, ok := r.unitOf(j)
	if !ok {
		return span{}, false
	}
	s := span{lo: 1, hi: 1, loU: u, hiU: u, next: after}
	if strings.HasSuffix(r.w(after-1), "s") { // "the coming weeks"
		s.lo, s.hi, s.vague = 1, 3, true
		return r.spanTail(s)
	}
	if k, joined := r.joint(after); joined {
		if b, ok := r.amount(k); ok {
			if u2, end, ok := r.unitOf(b.next); ok {
				s.hi, s.hiU, s.next = b.n, u2, end
				return r.spanTail(s)
			}
			if b.n > 1 && b.n < 4 {
				s.hi, s.next = b.n, b.next
				return r.spanTail(s)
			}
		}
	}
	if next && (!article || r.w(j-1) == "following" || u < weeks && u != hours) {
		return span{}, false // "next week" and "the next day" are points
	}
	if r.w(i-1) == "of" || isPart(r.w(i-1)) || isPart(r.w(i-2)) {
		return span{}, false // "the first half of the next week"
	}
	return r.spanTail(s)
}

// spanFrom places a span: from today, or from the day that "a week on Tuesday", "two weeks after the
// 3rd", "a month before Christmas" name.
func (r *reader) spanFrom(s span, at int) (found, bool) {
	f := r.after(s, r.from)
	i := s.next
	switch w := r.w(i); {
	case w == "ago" || w == "earlier" || w == "previously" || w == "back" || w == "old":
		f.past, f.next = true, i+1
		return f, true
	case r.habit(s, at):
		f.habit = true
		return f, true
	case w == "before" || w == "prior" && r.w(i+1) == "to":
		if w == "prior" {
			i++
		}
		if x, ok := r.point(i + 1); ok {
			g := r.on(r.add(x.first, -s.hi, s.hiU), x.next, x.vague)
			return g, true
		}
		return f, true
	case w == "today" || w == "tomorrow" || w == "this" || w == "on" || w == "next":
		j := i
		if w == "on" {
			j++
		}
		if x, ok := r.day(j); ok && (s.hiU >= weeks) && (x.weekday || w != "on") {
			f = r.after(s, x.last)
			f.next, f.anchors = x.next, true
			f.first = f.last
		}
		return f, true
	case w == "from" || w == "after" || w == "of" || w == "following" || w == "since":
		return r.spanAfter(s, i+1), true
	case w == "later" && r.w(at-1) == "not": // "not a day later"
		f.habit, f.next = true, i+1
		return f, true
	case w == "later" || w == "afterwards" || w == "thereafter":
		if !r.anchor.IsZero() {
			f = r.after(s, r.anchor)
		}
		f.next = i + 1
		return f, true
	}
	return f, true
}

// spanAfter counts a span from what stands behind "after": a day, the interview, a hand-in.
func (r *reader) spanAfter(s span, i int) found {
	f := r.after(s, r.from)
	if r.w(i) == "now" {
		f.next = i + 1
		return f
	}
	if r.w(i) == "that" || r.w(i) == "then" || r.w(i) == "this" && r.endsPhrase(i+1) {
		if !r.anchor.IsZero() {
			f = r.after(s, r.anchor)
		}
		f.next = i + 1
		return f
	}
	if x, ok := r.point(i); ok {
		f = r.after(s, x.last)
		f.next, f.vague = x.next, f.vague || x.vague
		return f
	}
	if next, ok := r.handIn(i); ok {
		f.submitted, f.next = true, next
		return f
	}
	if x, ok := r.interviewDay(i); ok {
		f.next = x.next
		if y, ok := r.dayWithin(x.next); ok { // "within a week of your interview on Friday"
			f = r.after(s, y.last)
			f.next = y.next
		}
		return f
	}
	if y, ok := r.dayWithin(i); ok {
		f = r.after(s, y.last)
		f.next, f.vague = y.next, f.vague || y.vague
		return f
	}
	f.vague = f.vague || r.w(i) == "the" || r.w(i) == "all" || r.w(i) == "our"
	return f
}

// dayWithin reads the day that a thing takes place on: "the closing date (30 November)", "the panel
// on the 3rd".
func (r *reader) dayWithin(i int) (found, bool) {
	for k := i; k < i+5; k++ {
		switch w := r.w(k); {
		case w == "on" || w == "(" || w == "of" || w == "," && k > i:
			if f, ok := r.day(k + 1); ok {
				if w == "(" && r.w(f.next) == ")" {
					f.next++
				}
				return f, true
			}
		case w == "" || w == "and" || w == "we" || w == "you" || strings.Contains(".;:!?", w):
			return found{}, false
		}
	}
	return found{}, false
}

// habit tells "two days a week", "40 hours per week" and "£500 a week" from a span.
func (r *reader) habit(s span, at int) bool {
	i := s.next
	if r.w(i) == "a" || r.w(i) == "per" || r.w(i) == "each" || r.w(i) == "every" || r.w(i) == "/" {
		if u, _, ok := r.unitOf(i + 1); ok && u > s.hiU {
			return true
		}
	}
	before := r.w(at - 1)
	one := r.w(at) == "a" || r.w(at) == "per"
	return one && (slices.Contains([]string{"once", "twice", "times", "days", "day", "hours", "k"}, before) || r.digits(at-1))
}
