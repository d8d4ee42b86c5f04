package when

import (
	"strings"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"

	afterword "afterword"
)

// feast is a day that people call by its name.
type feast struct {
	words string
	rule  func(country string, year int) afterword.Date
}

func onDay(m time.Month, d int) func(string, int) afterword.Date {
	return func(_ string, y int) afterword.Date { return afterword.NewDate(y, m, d) }
}

func byRule(h *cal.Holiday) func(string, int) afterword.Date {
	return func(_ string, y int) afterword.Date {
		actual, _ := h.Calc(y)
		return afterword.DateOf(actual)
	}
}

func onNth(m time.Month, d time.Weekday, n int) func(string, int) afterword.Date {
	return byRule(nth("", m, d, n))
}

func thanksgiving(country string, y int) afterword.Date {
	if country == "CA" {
		return onNth(time.October, time.Monday, 2)("", y)
	}
	return onNth(time.November, time.Thursday, 4)("", y)
}

func labourDay(country string, y int) afterword.Date {
	switch country {
	case "", "US", "CA":
		return onNth(time.September, time.Monday, 1)("", y)
	}
	return afterword.NewDate(y, time.May, 1)
}

// lunarNewYear is known for the years that are written down here.
func lunarNewYear(_ string, y int) afterword.Date {
	days := map[int][2]int{2025: {1, 29}, 2026: {2, 17}, 2027: {2, 6}, 2028: {1, 26}, 2029: {2, 13}, 2030: {2, 3}, 2031: {1, 23}, 2032: {2, 11}, 2033: {1, 31}}
	d, ok := days[y]
	if !ok {
		return afterword.Date{}
	}
	return afterword.NewDate(y, time.Month(d[0]), d[1])
}

// feasts lists longer names before those they begin with.
func feasts() []feast {
	return []feast{
		{"christmas eve", onDay(12, 24)}, {"xmas eve", onDay(12, 24)}, {"christmas day", onDay(12, 25)},
		{"christmas", onDay(12, 25)}, {"xmas", onDay(12, 25)}, {"boxing day", onDay(12, 26)},
		{"st stephen's day", onDay(12, 26)}, {"st . stephen's day", onDay(12, 26)},
		{"new year's eve", onDay(12, 31)}, {"new years eve", onDay(12, 31)}, {"new year eve", onDay(12, 31)}, {"nye", onDay(12, 31)},
		{"hogmanay", onDay(12, 31)}, {"silvester", onDay(12, 31)},
		{"new year's day", onDay(1, 1)}, {"new years day", onDay(1, 1)}, {"new year's", onDay(1, 1)}, {"new years", onDay(1, 1)},
		{"thanksgiving day", thanksgiving}, {"thanksgiving", thanksgiving},
		{"black friday", func(_ string, y int) afterword.Date { return thanksgiving("US", y).AddDays(1) }},
		{"cyber monday", func(_ string, y int) afterword.Date { return thanksgiving("US", y).AddDays(4) }},
		{"good friday", byRule(aa.GoodFriday)}, {"easter monday", byRule(aa.EasterMonday)},
		{"easter sunday", byRule(aa.Easter)}, {"easter", byRule(aa.Easter)}, {"maundy thursday", byRule(aa.MaundyThursday)},
		{"ascension day", byRule(aa.AscensionDay)}, {"ascension", byRule(aa.AscensionDay)},
		{"whit monday", byRule(aa.PentecostMonday)}, {"pentecost monday", byRule(aa.PentecostMonday)}, {"pentecost", byRule(aa.Pentecost)}, {"whitsun", byRule(aa.Pentecost)},
		{"corpus christi", byRule(aa.CorpusChristi)},
		{"mlk day", onNth(1, time.Monday, 3)}, {"martin luther king jr . day", onNth(1, time.Monday, 3)}, {"martin luther king day", onNth(1, time.Monday, 3)}, {"mlk", onNth(1, time.Monday, 3)},
		{"presidents ' day", onNth(2, time.Monday, 3)}, {"president's day", onNth(2, time.Monday, 3)}, {"presidents day", onNth(2, time.Monday, 3)},
		{"memorial day", onNth(5, time.Monday, -1)}, {"juneteenth", onDay(6, 19)},
		{"independence day", onDay(7, 4)}, {"fourth of july", onDay(7, 4)},
		{"labor day", labourDay}, {"labour day", labourDay}, {"may day", onDay(5, 1)},
		{"columbus day", onNth(10, time.Monday, 2)}, {"indigenous peoples ' day", onNth(10, time.Monday, 2)}, {"indigenous people's day", onNth(10, time.Monday, 2)},
		{"halloween", onDay(10, 31)}, {"veterans day", onDay(11, 11)}, {"veteran's day", onDay(11, 11)}, {"veterans ' day", onDay(11, 11)},
		{"remembrance day", onDay(11, 11)}, {"armistice day", onDay(11, 11)},
		{"valentine's day", onDay(2, 14)}, {"valentines day", onDay(2, 14)}, {"valentine's", onDay(2, 14)},
		{"st patrick's day", onDay(3, 17)}, {"st . patrick's day", onDay(3, 17)}, {"paddy's day", onDay(3, 17)},
		{"st andrew's day", onDay(11, 30)}, {"st nicholas day", onDay(12, 6)},
		{"burns night", onDay(1, 25)}, {"australia day", onDay(1, 26)}, {"anzac day", onDay(4, 25)}, {"waitangi day", onDay(2, 6)},
		{"canada day", onDay(7, 1)}, {"victoria day", byRule(&cal.Holiday{Month: 5, Day: 24, Weekday: time.Monday, Offset: -1, Func: cal.CalcWeekdayFrom})},
		{"bastille day", onDay(7, 14)}, {"epiphany", onDay(1, 6)}, {"assumption day", onDay(8, 15)}, {"all saints ' day", onDay(11, 1)}, {"all saints day", onDay(11, 1)}, {"all saints", onDay(11, 1)},
		{"german unity day", onDay(10, 3)}, {"guy fawkes night", onDay(11, 5)}, {"bonfire night", onDay(11, 5)}, {"cinco de mayo", onDay(5, 5)},
		{"chinese new year", lunarNewYear}, {"lunar new year", lunarNewYear}, {"singles ' day", onDay(11, 11)},
		{"bank holiday monday", nil}, {"bank holiday", nil}, {"public holiday", nil},
	}
}

// feast reads a holiday's name and means its next occurrence. "The bank holiday" is the next one of
// the calendar's region.
func (r *reader) feast(i int) (found, bool) {
	j := i
	for r.w(j) == "the" || r.w(j) == "this" || r.w(j) == "next" || r.w(j) == "coming" || r.w(j) == "may" || r.w(j) == "august" {
		j++
	}
	if f, ok := r.breaks(j); ok {
		return f, true
	}
	if !mayBeFeast(r.w(j)) {
		return found{}, false
	}
	for _, f := range feasts() {
		next, ok := r.match(j, f.words)
		if !ok {
			continue
		}
		if r.w(next) == "weekend" || r.w(next) == "sunday" {
			next++
		}
		if f.rule == nil {
			return r.bankHoliday(next)
		}
		region := r.opt.Region
		if region == "" {
			region = r.opt.Calendar.Region()
		}
		country, _, _ := strings.Cut(region, "-")
		for y := r.from.Year; y <= r.from.Year+1; y++ {
			if d := f.rule(country, y); !d.IsZero() && !d.Before(r.from) {
				return r.on(d, next, false), true
			}
		}
		return found{}, false
	}
	return found{}, false
}

// breaks reads "the holidays", "the Christmas break", "the festive season": 24 December to 1 January.
func (r *reader) breaks(i int) (found, bool) {
	next := 0
	for _, words := range []string{"christmas break", "christmas holidays", "christmas holiday", "christmas period", "christmas shutdown", "christmas closure",
		"christmas vacation", "xmas break", "winter break", "holiday season", "holiday break", "holiday period", "festive season", "festive period", "festive break", "holidays"} {
		if n, ok := r.match(i, words); ok {
			next = n
			break
		}
	}
	if next == 0 || r.w(next-1) == "holidays" && next == i+1 && r.w(i-1) != "the" {
		return found{}, false
	}
	y := r.from.Year
	if r.from.Month == time.January {
		y-- // in the first days of January they are just over
		if r.from.Day > 1 {
			y++
		}
	}
	f := r.on(afterword.NewDate(y, 12, 24), next, true)
	f.last = afterword.NewDate(y+1, 1, 1)
	return f, true
}

func (r *reader) bankHoliday(next int) (found, bool) {
	for d, n := r.from, 0; n < 370; d, n = d.AddDays(1), n+1 {
		if _, ok := r.opt.Calendar.Holiday(d); ok {
			return r.on(d, next, false), true
		}
	}
	return found{}, false
}

// mayBeFeast keeps the list from being walked at every word.
func mayBeFeast(w string) bool {
	for _, f := range feastFirst {
		if f == w {
			return true
		}
	}
	return false
}

var feastFirst = strings.Fields("christmas xmas boxing st new nye hogmanay silvester thanksgiving black cyber good easter maundy ascension whit pentecost " +
	"whitsun corpus mlk martin presidents president's memorial juneteenth independence fourth labor labour may columbus indigenous halloween veterans " +
	"veteran's remembrance armistice valentine's valentines paddy's burns australia anzac waitangi canada victoria bastille epiphany assumption all german " +
	"guy bonfire cinco chinese lunar singles bank public")
