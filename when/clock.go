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
	if _, err := afterword.ParseDate(s); err == nil {
		return time.Time{}, afterword.Invalid(field, "%q has no time of day", s).WithHint("add it: %s 14:00", s)
	}
	return time.Time{}, afterword.Invalid(field, "%q is not a date", s).WithHint("write it like 2026-11-20 14:00 or 2026-11-20T14:00:00Z")
}

// ParseDay reads a day: "2026-12-04", "4 Dec", "Friday", "tomorrow", "in two weeks"; of a stretch of
// days the last. from is today. Text that says more than a day is an error.
func ParseDay(field, s string, from afterword.Date, opt Options) (afterword.Date, error) {
	if d, err := afterword.ParseDate(strings.TrimSpace(s)); err == nil {
		return d, nil
	}
	toks, _ := tokens(s)
	r := &reader{toks: toks, end: len(toks), from: from, opt: opt}
	if r.w(r.end-1) == "." && r.end > 1 {
		if _, month := monthOf(r.w(r.end - 2)); !month {
			r.end--
		}
	}
	if f, ok := r.phrase(0); ok && f.next >= r.end && !f.past && !f.habit && !f.vague {
		return f.last, nil
	}
	if f, ok := r.phrase(0); ok && f.next >= r.end && f.vague && strings.Contains(s, "/") {
		return afterword.Date{}, afterword.Invalid(field, "%q can be read in two ways", s).
			WithHint("write %s or %s", f.last, afterword.NewDate(f.last.Year, time.Month(f.last.Day), int(f.last.Month)))
	}
	return afterword.Date{}, afterword.Invalid(field, "%q is not a date", s).WithHint("write it like 2026-12-04, 4 Dec or Friday")
}

// LoadZone finds an IANA zone whatever its case: "europe/london" is Europe/London. An unknown name is
// an error that says what is near.
func LoadZone(field, name string) (*time.Location, error) {
	want := strings.ReplaceAll(strings.TrimSpace(name), " ", "_")
	for zone := range strings.FieldsSeq(zones) {
		if strings.EqualFold(zone, want) {
			return load(field, zone)
		}
	}
	err := afterword.Invalid(field, "%q is not a time zone", name)
	if near := nearZones(strings.ToLower(want)); len(near) > 0 {
		return nil, err.WithHint("did you mean %s?", strings.Join(near, " or "))
	}
	return nil, err.WithHint("write an IANA name like Europe/London or America/New_York")
}

func load(field, zone string) (*time.Location, error) {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		e := afterword.Invalid(field, "%q is a time zone that this machine does not know", zone)
		e.Err = err
		return nil, e
	}
	return loc, nil
}

// nearZones are up to three zones that have the words of the name as their city, or begin like it.
func nearZones(name string) []string {
	if alias, ok := zoneAlias(name); ok {
		return []string{alias}
	}
	if len(name) < 3 {
		return nil
	}
	_, city, cut := strings.Cut(name, "/")
	if !cut {
		city = name
	}
	var best []string
	bestAt := 3 // more letters wrong than this is another word
	for zone := range strings.FieldsSeq(zones) {
		low := strings.ToLower(zone)
		zcity := low[strings.LastIndex(low, "/")+1:]
		d := min(distance(low, name), distance(zcity, city))
		if strings.HasPrefix(zcity, city) {
			d = min(d, 1)
		}
		if d > bestAt || d > max(1, len(city)/4) {
			continue
		}
		if d < bestAt {
			best, bestAt = nil, d
		}
		if len(best) < 3 {
			best = append(best, zone)
		}
	}
	return best
}

// zoneAlias knows the abbreviations people write for a zone; they are no IANA names, and some stand
// for more than one.
func zoneAlias(name string) (string, bool) {
	zone, ok := map[string]string{
		"bst": "Europe/London", "uk": "Europe/London", "edt": "America/New_York", "et": "America/New_York", "eastern": "America/New_York",
		"cdt": "America/Chicago", "ct": "America/Chicago", "central": "America/Chicago", "mdt": "America/Denver", "mt": "America/Denver",
		"pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles",
		"cest": "Europe/Berlin", "germany": "Europe/Berlin", "ist": "Asia/Kolkata", "sgt": "Asia/Singapore", "jst": "Asia/Tokyo", "aest": "Australia/Sydney",
		"aedt": "Australia/Sydney", "ireland": "Europe/Dublin", "france": "Europe/Paris", "india": "Asia/Kolkata",
	}[name]
	return zone, ok
}

// distance is the number of letters to change, add or drop between two short names (Levenshtein).
func distance(a, b string) int {
	if len(a)-len(b) > 3 || len(b)-len(a) > 3 || len(a) > 64 {
		return 99
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
