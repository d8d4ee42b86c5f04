package when

import (
	"strings"
	"time"
)

// weekdayOf reads an English weekday in lower case, whole or, when short is set, cut to three or more
// letters. Without short only the usual abbreviations count, so that "sun" and "sat" stay words.
func weekdayOf(w string, short bool) (time.Weekday, bool) {
	switch w {
	case "sunday":
		return time.Sunday, true
	case "monday", "mon":
		return time.Monday, true
	case "tuesday", "tue", "tues":
		return time.Tuesday, true
	case "wednesday", "wed", "weds":
		return time.Wednesday, true
	case "thursday", "thu", "thur", "thurs":
		return time.Thursday, true
	case "friday", "fri":
		return time.Friday, true
	case "saturday":
		return time.Saturday, true
	}
	if short && len(w) >= 3 {
		for d := time.Sunday; d <= time.Saturday; d++ {
			if strings.HasPrefix(strings.ToLower(d.String()), w) {
				return d, true
			}
		}
	}
	return 0, false
}

// monthOf reads an English month in lower case, whole or abbreviated.
func monthOf(w string) (time.Month, bool) {
	switch w {
	case "january", "jan":
		return time.January, true
	case "february", "feb":
		return time.February, true
	case "march", "mar":
		return time.March, true
	case "april", "apr":
		return time.April, true
	case "may":
		return time.May, true
	case "june", "jun":
		return time.June, true
	case "july", "jul":
		return time.July, true
	case "august", "aug":
		return time.August, true
	case "september", "sept", "sep":
		return time.September, true
	case "october", "oct":
		return time.October, true
	case "november", "nov":
		return time.November, true
	case "december", "dec":
		return time.December, true
	}
	return 0, false
}
