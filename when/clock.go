package when

import (
	"strings"
	"time"

	afterword "afterword"
)

// ParseTime reads a TIME of the command line: RFC 3339, or a wall time like "2026-11-20 14:00" in
// loc, with or without seconds, with a blank or a T. A wall time inside a spring gap moves to its end.
// What cannot be read is an error that names the field, never the present moment.
func ParseTime(field, s string, loc *time.Location) (time.Time, error) {
	s = strings.TrimSpace(s)
	if t, err := time.Parse(time.RFC3339, strings.ToUpper(s)); err == nil {
		return t, nil
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return afterword.Wall(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), loc), nil
		}
	}
	err := afterword.Invalid(field, "%q is not a time", s)
	if _, day := afterword.ParseDate(s); day == nil {
		return time.Time{}, err.WithHint("add the time of day: %s 14:00", s)
	}
	return time.Time{}, err.WithHint("write it like 2026-11-20 14:00 or 2026-11-20T14:00:00Z")
}

// ParseDay reads a day: "2026-12-04", "4 Dec", "Friday", "tomorrow", "in two weeks". from is today.
func ParseDay(field, s string, from afterword.Date, opt Options) (afterword.Date, error) {
	if d, err := afterword.ParseDate(strings.TrimSpace(s)); err == nil {
		return d, nil
	}
	return afterword.Date{}, afterword.Invalid(field, "%q is not a date", s).WithHint("write it like 2026-12-04, 4 Dec or Friday")
}

// LoadZone finds an IANA zone whatever its case. An unknown name is an error that says what is near.
func LoadZone(field, name string) (*time.Location, error) {
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, afterword.Invalid(field, "%q is not a time zone", name).WithHint("write it like Europe/London")
	}
	return loc, nil
}
