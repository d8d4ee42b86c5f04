package when

import (
	"strings"
	"time"
)

// weekdayOf reads an English weekday in lower case, whole or, when short is set, cut to three or more
// letters. Without short only the usual abbreviations count, so that "sun" and "sat" stay words.
func weekdayOf(w string, short bool) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		if w == name || short && len(w) >= 3 && strings.HasPrefix(name, w) {
			return d, true
		}
	}
	switch w {
	case "mon":
		return time.Monday, true
	case "tue", "tues":
		return time.Tuesday, true
	case "wed", "weds":
		return time.Wednesday, true
	case "thu", "thur", "thurs":
		return time.Thursday, true
	case "fri":
		return time.Friday, true
	}
	return 0, false
}

// monthOf reads an English month in lower case, whole or abbreviated.
func monthOf(w string) (time.Month, bool) {
	if len(w) < 3 {
		return 0, false
	}
	if w == "sept" {
		return time.September, true
	}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if w == name || w == name[:3] {
			return m, true
		}
	}
	return 0, false
}
