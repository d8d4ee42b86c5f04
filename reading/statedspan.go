package reading

import (
	"math"
	"strconv"
)

// How many of it a year has, to compare a rate by the day with a salary. Nobody's year has exactly so
// many working days, so amounts of different periods differ only when they differ by much.
const (
	workDays  = 220
	workHours = 1760

	samePeriod  = 0.02 // what is lost in rounding
	roughly     = 0.07 // "about 45k"
	otherPeriod = 0.30
)

// payOf is what a text says about pay, as a range for a year; false when it names no amount.
func payOf(low string) (a amountOf, period int, now, ok bool) {
	list := amountsIn(low)
	if len(list) == 0 {
		return a, 0, false, false
	}
	a, period, now = list[0], 1, payNow.re().MatchString(low)
	for _, more := range list[1:] { // "48, at least 45": room in between
		if more.bare == a.bare {
			a.low, a.high = min(a.low, more.low), max(a.high, more.high)
		}
	}
	switch {
	case perHr.re().MatchString(low):
		period = workHours
	case perDay.re().MatchString(low):
		period = workDays
	case perMon.re().MatchString(low):
		period = 12
	case a.high >= 1000 && a.low < 10000: // nobody's year; in many countries pay is told by the month
		period = 12
	case a.high < 1000: // "45 to 50" without a word is thousands
		a.low, a.high = a.low*1000, a.high*1000
	}
	a.low, a.high = a.low*float64(period), a.high*float64(period)
	if about.re().MatchString(low) {
		a.low, a.high = a.low*(1-roughly), a.high*(1+roughly)
	}
	switch {
	case notLess.re().MatchString(low) && len(list) == 1:
		a.high = math.Inf(1)
	case atMost.re().MatchString(low):
		a.low = 0
	case atLeast.re().MatchString(low) && list[0].low == list[0].high && len(list) == 1:
		a.high = math.Inf(1)
	}
	return a, period, now, true
}

func payDiffers(x, y string) bool {
	a, pa, nowA, okA := payOf(x)
	b, pb, nowB, okB := payOf(y)
	if !okA || !okB || nowA != nowB || a.currency != "" && b.currency != "" && a.currency != b.currency {
		return false
	}
	slack := samePeriod
	if pa != pb {
		slack = otherPeriod
	}
	switch {
	case math.IsInf(a.high, 1) && math.IsInf(b.high, 1): // two different lowest figures
		a.high, b.high = a.low, b.low
	case a.low == 0 && b.low == 0:
		a.low, b.low = a.high, b.high
	}
	return a.low > b.high*(1+slack) || b.low > a.high*(1+slack)
}

var (
	span = lazily(`\b(\d+(?:\.\d+)?)(?:\s?(?:-|to|or)\s?(\d+(?:\.\d+)?))?[\s-]?(working days?|business days?|days?|weeks?|wks?|fortnights?|months?|quarters?)\b`)
	none = lazily(`\b(?:no notice|immediate(?:ly)?|straight ?away|right away|at once|asap|as soon as possible|any ?time|tomorrow|next day|zero notice|without notice|don't have (?:a|any) notice)\b`)
)

// nextDays is a day that is near.
var nextDays = lazily(`\b(?:this|next|coming) (?:week|mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b`)

// spanOf is a length of time in days, from and to.
type spanOf struct{ low, high float64 }

// spanIn is the length of time that a text names.
func spanIn(low string) (s spanOf, ok bool) {
	for _, m := range span.re().FindAllStringSubmatch(low, -1) {
		from, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			continue
		}
		to := from
		if n, err := strconv.ParseFloat(m[2], 64); err == nil {
			to = n
		}
		one := spanOf{from, to}
		switch unit := m[3]; unit[0] {
		case 'w', 'b':
			if unit[len(unit)-1] == 'y' || unit[len(unit)-2] == 'y' { // working days
				one = spanOf{from * 1.4, to * 1.4}
				break
			}
			one = spanOf{from * 7, to * 7}
		case 'f':
			one = spanOf{from * 14, to * 14}
		case 'm':
			one = spanOf{from * 28, to * 31}
		case 'q':
			one = spanOf{from * 84, to * 93}
		}
		if !ok {
			s, ok = one, true
		} else {
			s.low, s.high = min(s.low, one.low), max(s.high, one.high)
		}
	}
	switch {
	case ok:
	case none.re().MatchString(low):
		return spanOf{}, true
	case nextDays.re().MatchString(low):
		return spanOf{1, 10}, true
	}
	if ok && about.re().MatchString(low) {
		s.low, s.high = s.low*0.8, s.high*1.2
	}
	return s, ok
}

// spanSlack is how many days nobody would call a difference.
const spanSlack = 3

func (s spanOf) differs(o spanOf) bool { return s.low > o.high+spanSlack || o.low > s.high+spanSlack }

func spanDiffers(x, y string) bool {
	a, okA := spanIn(x)
	b, okB := spanIn(y)
	return okA && okB && a.differs(b)
}

// noNotice says that there is none to give, where notice was asked for.
var noNotice = lazily(`^\W*(?:i said |said |told (?:him|her|them) )?(?:none|nope|nothing|zero|no(?:\b|,)(?: i don't|, i don't)?)(?:\W|$)`)

// noticeIn is the length of a notice.
func noticeIn(low string) (spanOf, bool) {
	s, ok := spanIn(low)
	return s, ok || noNotice.re().MatchString(low)
}

func noticeDiffers(x, y string) bool {
	a, okA := noticeIn(x)
	b, okB := noticeIn(y)
	return okA && okB && a.differs(b)
}

// startsInNotice says that a start lies within the notice that was told.
func startsInNotice(notice, start string) bool {
	n, ok := noticeIn(notice)
	if _, dated := dayIn(start); !ok || dated {
		return false
	}
	s, ok := spanIn(start)
	return ok && n.low > s.high+spanSlack
}

const monthNames = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

var (
	isoDay   = lazily(`\b(20\d\d)-(\d\d)-(\d\d)\b`)
	dayMonth = lazily(`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (` + monthNames + `)\b(?:,? (20\d\d))?`)
	monthDay = lazily(`\b(` + monthNames + `)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?\b(?:,? (20\d\d))?`)
	newYear  = lazily(`\b(?:after|from|in|at|with|since) (?:the )?new year\b`)
	inMonth  = lazily(`\b(early|beginning of|start of|mid|middle of|late|end of|first (?:monday|day|week|of) (?:of|in)?|last (?:day|week) (?:of|in))?[- ]?(?:the )?(` + monthNames + `)\b(?:,? (20\d\d))?`)
)

// dayOf is a day or some days of a year; without a year, of any.
type dayOf struct {
	year      int
	low, high int // month x 31 + day
}

func monthNumber(name string) int {
	for i, m := range []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"} {
		if name[:3] == m {
			return i
		}
	}
	return 0
}

// dayIn is the day, or the month, that a text names.
func dayIn(low string) (d dayOf, ok bool) {
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	day := func(year string, month, day int) (dayOf, bool) {
		at := month*31 + day
		return dayOf{number(year), at, at}, day >= 1 && day <= 31
	}
	if m := isoDay.re().FindStringSubmatch(low); m != nil {
		return day(m[1], number(m[2])-1, number(m[3]))
	}
	if m := dayMonth.re().FindStringSubmatch(low); m != nil {
		return day(m[3], monthNumber(m[2]), number(m[1]))
	}
	if m := monthDay.re().FindStringSubmatch(low); m != nil {
		return day(m[3], monthNumber(m[1]), number(m[2]))
	}
	if newYear.re().MatchString(low) {
		return dayOf{0, 1, 10}, true
	}
	m := inMonth.re().FindStringSubmatch(low)
	if m == nil || m[2] == "may" && m[1] == "" && !regexpIn.re().MatchString(low) || m[2] == "mar" && m[1] == "" {
		return d, false
	}
	from, to := 1, 31
	if m[1] != "" {
		switch m[1][:3] {
		case "ear", "beg", "sta", "fir":
			to = 10
		case "mid":
			from, to = 10, 20
		case "lat", "end", "las":
			from = 20
		}
	}
	base := monthNumber(m[2]) * 31
	return dayOf{number(m[3]), base + from, base + to}, true
}

// regexpIn tells the month of May from what may be.
var regexpIn = lazily(`\b(?:in|from|by|until|since|of|this|next) may\b`)

func startDiffers(x, y string) bool {
	a, okA := dayIn(x)
	b, okB := dayIn(y)
	if okA != okB {
		return false // a day and a length of time may well be the same
	}
	if !okA {
		return spanDiffers(x, y)
	}
	if a.year != 0 && b.year != 0 && a.year != b.year {
		return true
	}
	slack := spanSlack
	if a.high-a.low == wholeMonth && b.high-b.low == wholeMonth {
		slack = 0
	}
	return a.low > b.high+slack || b.low > a.high+slack
}

// wholeMonth is how far apart the ends of a month without a day are.
const wholeMonth = 30
