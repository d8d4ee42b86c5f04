package ics

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // zones are read right on machines that have no tz database

	"afterword"
)

var (
	reWords      = pattern(`[\pL\pN]+`)
	reZonePrefix = pattern(`^\s*\(?\s*(?i:UTC|GMT)\s*(?:([+-])\s*(\d{1,2})(?:[:.]?(\d{2}))?)?\s*\)?`)
	reBareOffset = pattern(`^([+-])(\d{2}):?(\d{2})$`)
)

// oldTitles are zone titles that Windows, Outlook and Exchange showed before CLDR's table, and the short
// names that some programs use; by their words.
var oldTitles = map[string]string{
	"pacific time us canada tijuana": "America/Los_Angeles", "western central europe": "Europe/Berlin",
	"amsterdam belgrade berlin brussels budapest madrid paris prague stockholm": "Europe/Berlin",
	"eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver", "pacific": "America/Los_Angeles",
	"eastern time": "America/New_York", "central time": "America/Chicago", "mountain time": "America/Denver",
	"pacific time": "America/Los_Angeles", "london time": "Europe/London", "uk time": "Europe/London",
	"greenwich mean time dublin edinburgh lisbon london": "Europe/London",
	"greenwich mean time dublin edinburgh london":        "Europe/London",
	"canberra melbourne sydney":                          "Australia/Sydney",
	"w europe":                                           "Europe/Berlin",
	"bombay calcutta madras new delhi":                   "Asia/Kolkata", "india": "Asia/Kolkata", "singapore": "Asia/Singapore",
	"british summer time": "Europe/London", "pacific daylight time": "America/Los_Angeles", "mountain daylight time": "America/Denver",
	"central daylight time": "America/Chicago", "eastern daylight time": "America/New_York", "z": "UTC", "zulu": "UTC",
}

// centralEurope is how programs call Central European Time in the languages that are spoken there and
// around. Other zones have names in these languages that mean one thing in Windows and another in
// CLDR, and are asked about.
var centralEurope = []string{"central european", "mitteleuropäische", "europe centrale", "europa central", "midden europese",
	"centraleuropeisk", "centraleuropæisk", "sentraleuropeisk", "keski euroopan", "środkowoeuropejski", "středoevropský",
	"stredoeurópsky", "közép európai", "europei centrale"}

// ZoneName maps the name that a file gives its zone to an IANA name: an IANA name itself, also with a
// vendor's prefix; a Windows name; the title that Windows shows; an offset. It does not look at the
// file's own rules; ok is false when only these can tell.
func ZoneName(tzid string) (iana string, ok bool) {
	s := strings.Trim(strings.TrimSpace(html.UnescapeString(unescape(tzid))), `"'`)
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 200 {
		return "", false
	}
	if z, ok := ianaName(s); ok {
		return z, true
	}
	low := strings.ToLower(s)
	if z, ok := windowsZones[low]; ok {
		return z, true
	}
	if strings.HasPrefix(low, "tzone://microsoft/") {
		return ZoneName(s[len("tzone://microsoft/"):])
	}
	// Outlook numbers a zone that it met twice: "W. Europe Standard Time 1".
	if i := strings.LastIndexByte(low, ' '); i > 0 && strings.Trim(low[i+1:], "0123456789") == "" {
		if z, ok := windowsZones[low[:i]]; ok {
			return z, true
		}
	}
	if z, ok := titledZone(s); ok {
		return z, true
	}
	return offsetZone(s)
}

// ianaName is the tz name in s, whole or after a vendor's prefix ("/mozilla.org/20070129_1/Europe/Berlin").
func ianaName(s string) (string, bool) {
	if strings.EqualFold(s, "utc") || strings.EqualFold(s, "etc/utc") || strings.EqualFold(s, "etc/gmt") || s == "GMT" || s == "Z" {
		return "UTC", true
	}
	s = strings.TrimPrefix(strings.TrimLeft(s, "/"), "posix/")
	parts := strings.Split(strings.ReplaceAll(s, " ", "_"), "/")
	if len(parts) > 8 {
		return "", false
	}
	for i := range parts {
		name := strings.Join(parts[i:], "/")
		// Without a slash only a whole name is one: "…/CUSTOM" or "EST" (whose rules differ) are not.
		if !strings.Contains(name, "/") && (i > 0 || len(name) < 4) {
			continue
		}
		if known(name) {
			return name, true
		}
		if t := titleCase(name); t != name && known(t) {
			return t, true
		}
	}
	// "custom_America/New_York": a mark before the name
	if i := strings.IndexByte(parts[0], '_'); i > 0 && len(parts) > 1 {
		if name := s[i+1:]; known(name) {
			return name, true
		}
	}
	return "", false
}

func known(name string) bool {
	if name == "" || name == "Local" || strings.ContainsAny(name, " \\.") {
		return false
	}
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+/") != "" {
		return false
	}
	_, err := time.LoadLocation(name)
	return err == nil
}

func titleCase(s string) string {
	b := []byte(strings.ToLower(s))
	for i := range b {
		if (i == 0 || b[i-1] == '/' || b[i-1] == '_' || b[i-1] == '-') && b[i] >= 'a' && b[i] <= 'z' {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

// words is a title without its offset, its punctuation and its "and".
func words(s string) string {
	w := reWords().FindAllString(strings.ToLower(fold(s)), -1)
	out := w[:0]
	for _, x := range w {
		if x != "and" {
			out = append(out, x)
		}
	}
	return strings.Join(out, " ")
}

var accents = strings.NewReplacer("á", "a", "ã", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ç", "c", "Á", "a")

func fold(s string) string { return accents.Replace(s) }

// titledZone reads "(UTC+01:00) Amsterdam, Berlin, …" and titles without the offset.
func titledZone(s string) (string, bool) {
	rest, off, hasOff := cutOffset(s)
	key := words(rest)
	if key == "" {
		return "", false
	}
	for _, table := range []map[string]string{windowsTitles, oldTitles} {
		if z, ok := table[key]; ok && (!hasOff || hasStandard(z, off)) {
			return z, true
		}
	}
	if z, ok := windowsZones[strings.ToLower(strings.TrimSpace(rest))]; ok {
		return z, true
	}
	plain := strings.Join(reWords().FindAllString(strings.ToLower(rest), -1), " ")
	for _, name := range centralEurope {
		if strings.Contains(plain, name) && (!hasOff || hasStandard("Europe/Berlin", off)) {
			return "Europe/Berlin", true
		}
	}
	// One of its places is a tz place, and the offset agrees.
	if hasOff {
		for _, place := range strings.FieldsFunc(fold(rest), func(r rune) bool { return strings.ContainsRune(",/;", r) }) {
			p := strings.ReplaceAll(titleCase(strings.TrimSpace(place)), " ", "_")
			for _, area := range []string{"Europe", "America", "Asia", "Australia", "Africa", "Pacific", "Atlantic"} {
				if z := area + "/" + p; len(p) > 2 && known(z) && hasStandard(z, off) {
					return z, true
				}
			}
		}
	}
	return "", false
}

// cutOffset takes "(UTC+01:00)" or "GMT +0100" off the front; the offset is in seconds.
func cutOffset(s string) (rest string, off int, ok bool) {
	m := reZonePrefix().FindStringSubmatchIndex(s)
	if m == nil {
		return s, 0, false
	}
	if m[2] >= 0 {
		h, _ := strconv.Atoi(s[m[4]:m[5]])
		off = h * 3600
		if m[6] >= 0 {
			mi, _ := strconv.Atoi(s[m[6]:m[7]])
			off += mi * 60
		}
		if s[m[2]:m[3]] == "-" {
			off = -off
		}
	}
	return s[m[1]:], off, true
}

// hasStandard says that the zone keeps this offset in its winter or its summer.
func hasStandard(zone string, off int) bool {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return false
	}
	for _, m := range []time.Month{time.January, time.July} {
		if _, o := time.Date(2024, m, 1, 0, 0, 0, 0, time.UTC).In(loc).Zone(); o == off {
			return true
		}
	}
	return false
}

// offsetZone reads a bare offset: "UTC+11", "GMT-0500", "(GMT +01:00)", "+05:30".
func offsetZone(s string) (string, bool) {
	if m := reBareOffset().FindStringSubmatch(s); m != nil {
		s = "UTC" + s
	}
	rest, off, ok := cutOffset(s)
	if !ok || words(rest) != "" {
		return "", false
	}
	return fixedName(off)
}

// fixedName is a tz name that keeps the offset all year.
func fixedName(off int) (string, bool) {
	if off == 0 {
		return "UTC", true
	}
	if off%3600 == 0 && off >= -12*3600 && off <= 14*3600 {
		return fmt.Sprintf("Etc/GMT%+d", -off/3600), true
	}
	switch off {
	case 5*3600 + 1800:
		return "Asia/Kolkata", true
	case 5*3600 + 2700:
		return "Asia/Kathmandu", true
	case 4*3600 + 1800:
		return "Asia/Kabul", true
	case 3*3600 + 1800:
		return "Asia/Tehran", true
	case 6*3600 + 1800:
		return "Asia/Yangon", true
	case 9*3600 + 1800:
		return "Australia/Darwin", true
	case -(9*3600 + 1800):
		return "Pacific/Marquesas", true
	}
	return "", false
}

// candidates are the zones that a file's own rules are compared with, the large ones first.
var candidates = sync.OnceValue(func() []*time.Location {
	first := []string{"UTC", "Europe/London", "Europe/Berlin", "America/New_York", "America/Chicago", "America/Denver",
		"America/Los_Angeles", "America/Phoenix", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney",
		"Australia/Brisbane", "Pacific/Auckland", "Europe/Bucharest", "Europe/Istanbul", "Asia/Dubai", "Asia/Shanghai",
		"America/Sao_Paulo", "Africa/Johannesburg", "Asia/Bangkok", "America/Halifax", "America/St_Johns", "Asia/Jerusalem"}
	seen := map[string]bool{}
	var out []*time.Location
	add := func(name string) {
		if loc, err := time.LoadLocation(name); err == nil && !seen[name] {
			seen[name] = true
			out = append(out, loc)
		}
	}
	for _, name := range first {
		add(name)
	}
	for _, name := range sortedZones() {
		add(name)
	}
	return out
})

// sameAs is the tz zone that behaves like the rules in the year of the wall time.
func (r *rules) sameAs(year int) (string, bool) {
	cs := r.changes(year)
	if len(cs) == 0 {
		return "", false
	}
	var probes []time.Time
	for d := 0; d < 366; d += 6 {
		probes = append(probes, time.Date(year, 1, 1+d, 12, 0, 0, 0, time.UTC))
	}
	for _, loc := range candidates() {
		same := true
		for _, at := range probes {
			if _, off := at.In(loc).Zone(); off != offsetIn(cs, at) {
				same = false
				break
			}
		}
		if same {
			return loc.String(), true
		}
	}
	return "", false
}

// wallIn is the instant at which clocks in loc show the wall time.
func wallIn(w time.Time, loc *time.Location) time.Time {
	return afterword.Wall(w.Year(), w.Month(), w.Day(), w.Hour(), w.Minute(), w.Second(), loc)
}
