package ics

import (
	"fmt"
	"strings"

	"afterword"
)

// tree is what a file holds: calendars, and loose components of files that lost their frame.
type tree struct {
	roots    []*component
	problems []string
	calendar bool // there was a BEGIN:VCALENDAR
}

func (t *tree) problem(format string, a ...any) {
	if len(t.problems) < maxProblems {
		t.problems = append(t.problems, fmt.Sprintf(format, a...))
	}
}

// grow reads all components. A line that cannot be read is said and passed over: one bad line
// must not cost the interview.
func grow(b []byte) (*tree, error) {
	t := &tree{}
	s := &scanner{rest: b}
	var open []*component
	events, deep := 0, 0
	for {
		line, n, ok := s.next()
		if !ok {
			break
		}
		p, ok := cutLine(line, n)
		if !ok {
			if len(open) > 0 {
				t.problem("line %d cannot be read", n)
			}
			continue
		}
		switch p.name {
		case "BEGIN":
			if len(open) >= maxDepth || deep > 0 {
				deep++
				continue
			}
			c := &component{name: strings.ToUpper(strings.TrimSpace(p.value)), line: n}
			if c.name == "VEVENT" || c.name == "VTIMEZONE" {
				if events++; events > maxEvents {
					return nil, afterword.Invalid("file", "holds more than %d events", maxEvents).
						WithHint("give only the invitation")
				}
			}
			t.attach(&open, c)
		case "END":
			if deep > 0 {
				deep--
				continue
			}
			open = closeTo(open, strings.ToUpper(strings.TrimSpace(p.value)))
		default:
			if len(open) > 0 && deep == 0 && kept(p.name) {
				keep(open[len(open)-1], p)
			}
		}
	}
	for _, c := range open {
		t.problem("%s of line %d has no end", c.name, c.line)
	}
	return t, nil
}

// attach hangs a new component under the one it belongs to. A second VEVENT without an END before it
// is a new event, not a part of the first.
func (t *tree) attach(open *[]*component, c *component) {
	if c.name == "VCALENDAR" {
		t.calendar = true
		*open = (*open)[:0]
	}
	if c.name == "VEVENT" || c.name == "VTIMEZONE" {
		for i, o := range *open {
			if o.name == "VEVENT" || o.name == "VTIMEZONE" {
				t.problem("%s of line %d has no end", o.name, o.line)
				*open = (*open)[:i]
				break
			}
		}
	}
	if len(*open) == 0 {
		t.roots = append(t.roots, c)
	} else if up := (*open)[len(*open)-1]; worthKeeping(c.name) {
		up.subs = append(up.subs, c)
	}
	*open = append(*open, c)
}

// worthKeeping leaves alarms and the like out: they are walked over, not stored.
func worthKeeping(name string) bool {
	switch name {
	case "VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VTODO", "VFREEBUSY", "VJOURNAL":
		return true
	}
	return false
}

func keep(c *component, p property) {
	if len(c.props) >= maxProps {
		c.cut = true
		return
	}
	c.props = append(c.props, p)
}

// closeTo ends the innermost component of that name and all within it; an END of nothing is passed over.
func closeTo(open []*component, name string) []*component {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].name == name {
			return open[:i]
		}
	}
	return open
}
