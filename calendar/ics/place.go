package ics

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// sortedZones are the zones of the Windows table, each once.
func sortedZones() []string {
	return slices.Compact(slices.Sorted(maps.Values(windowsZones)))
}

// clock resolves the wall times of one file. It remembers each zone that it was asked for, and stops
// asking after maxZones, so that a file of made-up zones costs nothing.
type clock struct {
	rules   map[string]*rules
	named   map[string]string // TZID to IANA name; empty: not known by its name
	matched map[string]string // TZID and year to IANA name, by its rules
	hint    string            // the zone of the whole file
}

// placed is a moment with its place.
type placed struct {
	at       time.Time
	zone     string
	floating bool
	problem  string
}

func newClock(cal *component) *clock {
	c := &clock{rules: map[string]*rules{}, named: map[string]string{}, matched: map[string]string{}}
	if cal == nil {
		return c
	}
	for _, s := range cal.subs {
		if s.name == "VTIMEZONE" && len(c.rules) < maxZones {
			r := readRules(s)
			if _, again := c.rules[tzKey(r.tzid)]; !again {
				c.rules[tzKey(r.tzid)] = r
			}
		}
	}
	if z, ok := c.name(cal.text("X-WR-TIMEZONE")); ok {
		c.hint = z
	} else if len(c.rules) == 1 {
		for _, r := range c.rules {
			if z, ok := c.name(r.tzid); ok {
				c.hint = z
			}
		}
	}
	return c
}

func tzKey(tzid string) string {
	return strings.ToLower(strings.Trim(strings.TrimSpace(unescape(tzid)), `"`))
}

// name is ZoneName, remembered.
func (c *clock) name(tzid string) (string, bool) {
	k := tzKey(tzid)
	if k == "" {
		return "", false
	}
	z, seen := c.named[k]
	if !seen && len(c.named) < maxZones {
		z, _ = ZoneName(tzid)
		if _, bare := offsetZone(strings.TrimSpace(tzid)); bare && c.rules[k] != nil && len(c.rules[k].parts) > 1 {
			z = "" // "GMT+0100", with rules that know its summer
		}
		// The name "EST" or "CET" alone says less than the rules that come with it.
		if r := c.rules[k]; z == "" && r != nil && r.location != "" {
			z, _ = ZoneName(r.location)
		}
		if z == "" && c.rules[k] == nil {
			z = abbreviated(k)
		}
		c.named[k] = z
	}
	return z, z != ""
}

// abbreviated are the few short names that can mean one thing only and come without rules.
func abbreviated(k string) string {
	switch k {
	case "cet", "cest", "mez":
		return "Europe/Berlin"
	case "gmt":
		return "UTC"
	case "eet", "eest":
		return "Europe/Athens"
	case "wet":
		return "Europe/Lisbon"
	}
	return ""
}

// place finds the instant of a moment.
func (c *clock) place(m moment, tzid string) placed {
	switch {
	case m.utc:
		return placed{at: m.wall, zone: "UTC"}
	case m.offset != nil:
		zone, _ := fixedName(*m.offset)
		at := m.wall.Add(-time.Duration(*m.offset) * time.Second)
		if loc, err := time.LoadLocation(zone); zone != "" && err == nil {
			return placed{at: at.In(loc), zone: zone}
		}
		return placed{at: at}
	case strings.TrimSpace(tzid) == "":
		return placed{at: m.wall, floating: true}
	}
	if z, ok := c.name(tzid); ok {
		if loc, err := time.LoadLocation(z); err == nil {
			return placed{at: wallIn(m.wall, loc), zone: z}
		}
	}
	return c.byRules(m, tzid)
}

// byRules asks the rules that the file gives for a zone whose name says nothing.
func (c *clock) byRules(m moment, tzid string) placed {
	shown := strings.Trim(tzid, `"`)
	if len(shown) > 60 {
		shown = shown[:60] + "…"
	}
	r := c.rules[tzKey(tzid)]
	if r == nil && len(c.rules) == 1 && strings.HasPrefix(tzKey(tzid), "customized time zone") {
		for _, only := range c.rules { // Outlook numbers it in one place and not in the other
			r = only
		}
	}
	if r == nil || len(r.parts) == 0 {
		return placed{at: m.wall, problem: fmt.Sprintf("the time zone %q is not known and the file does not describe it", shown)}
	}
	at, ok := r.instant(m.wall)
	if !ok {
		return placed{at: m.wall, problem: fmt.Sprintf("the file's own description of the time zone %q cannot be read", shown)}
	}
	key := fmt.Sprint(tzKey(tzid), "/", m.wall.Year())
	zone, seen := c.matched[key]
	if !seen && len(c.matched) < maxZones/4 {
		zone, _ = r.sameAs(m.wall.Year())
		if zone == "" {
			zone, _ = fixedName(int(m.wall.Sub(at).Seconds()))
		}
		c.matched[key] = zone
	}
	loc, err := time.LoadLocation(zone)
	if zone == "" || err != nil {
		return placed{at: at} // the instant is sure, its zone has no name
	}
	return placed{at: at.In(loc), zone: zone}
}
