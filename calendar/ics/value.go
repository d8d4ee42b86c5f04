package ics

import (
	"strconv"
	"strings"
	"time"
)

// moment is a DATE or DATE-TIME as it stands in the file.
type moment struct {
	wall   time.Time // what clocks show, as if in UTC
	date   bool      // no time of day
	utc    bool      // ends in Z
	offset *int      // seconds east of UTC, for the few who write one
}

var (
	reMoment   = pattern(`^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$`)
	reDuration = pattern(`^([+-]?)PT?(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T?(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$`)
	reOffset   = pattern(`^([+-]?)(\d{2}):?(\d{2})(?::?(\d{2}))?$`)
)

// parseMoment reads the forms of RFC 5545 3.3.4 and 3.3.5 and, forgivingly, those of ISO 8601.
func parseMoment(s string) (moment, bool) {
	s = strings.ToUpper(strings.TrimSpace(s))
	m := reMoment().FindStringSubmatch(s)
	if m == nil {
		return moment{}, false
	}
	num := func(i int) int { n, _ := strconv.Atoi(m[i]); return n }
	y, mo, d, h, mi, sec := num(1), num(2), num(3), num(4), num(5), num(6)
	if h > 23 || mi > 59 || sec > 60 {
		return moment{}, false
	}
	w := time.Date(y, time.Month(mo), d, h, mi, min(sec, 59), 0, time.UTC)
	if mo < 1 || mo > 12 || w.Day() != d {
		return moment{}, false
	}
	out := moment{wall: w, date: m[4] == "", utc: m[7] == "Z" && m[4] != ""}
	if m[7] != "" && m[7] != "Z" && m[4] != "" {
		off, ok := parseOffset(m[7])
		if !ok {
			return moment{}, false
		}
		out.offset = &off
	}
	return out, true
}

// parseOffset reads a UTC offset in seconds.
func parseOffset(s string) (int, bool) {
	m := reOffset().FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return 0, false
	}
	num := func(i int) int { n, _ := strconv.Atoi(m[i]); return n }
	h, mi, sec := num(2), num(3), num(4)
	if h > 26 || mi > 59 || sec > 59 {
		return 0, false
	}
	off := h*3600 + mi*60 + sec
	if m[1] == "-" {
		off = -off
	}
	return off, true
}

// span is a DURATION: days are calendar days, the rest is elapsed time (RFC 5545 3.3.6).
type span struct {
	days int
	rest time.Duration
}

func parseDuration(s string) (span, bool) {
	m := reDuration().FindStringSubmatch(strings.ToUpper(strings.TrimSpace(s)))
	if m == nil || strings.HasSuffix(strings.ToUpper(strings.TrimSpace(s)), "P") || strings.HasSuffix(s, "T") {
		return span{}, false
	}
	num := func(i int) int { n, _ := strconv.Atoi(m[i]); return n }
	d := span{
		days: num(2)*7 + num(3),
		rest: time.Duration(num(4))*time.Hour + time.Duration(num(5))*time.Minute + time.Duration(num(6))*time.Second,
	}
	if m[1] == "-" {
		d.days, d.rest = -d.days, -d.rest
	}
	return d, true
}

// after is t plus the span, by the clocks of t's location.
func (d span) after(t time.Time) time.Time { return t.AddDate(0, 0, d.days).Add(d.rest) }
