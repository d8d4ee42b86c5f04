package policy_test

import (
	"archive/zip"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword"
	"afterword/policy"
)

// everyZone lists the zones of the time zone database that comes with the Go tools.
func everyZone(t *testing.T) []string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skip("no Go tools to list zones from: ", err)
	}
	z, err := zip.OpenReader(filepath.Join(strings.TrimSpace(string(root)), "lib", "time", "zoneinfo.zip"))
	if err != nil {
		t.Skip("no time zone database to list zones from: ", err)
	}
	defer z.Close()
	var names []string
	for _, f := range z.File {
		if name := f.Name; !strings.HasSuffix(name, "/") && name != "Factory" {
			names = append(names, name)
		}
	}
	return names
}

// changes are the moments at which clocks change in a zone, from 2026 to 2028.
func changes(loc *time.Location) []time.Time {
	var all []time.Time
	end := time.Date(2029, 1, 1, 0, 0, 0, 0, time.UTC)
	for at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC); ; {
		_, next := at.In(loc).ZoneBounds()
		if next.IsZero() || next.After(end) {
			return all
		}
		all = append(all, next)
		at = next
	}
}

// Whatever the clocks do, A is 09:00 on the wall, a day is a day, 24 hours are 24 hours, and nothing
// is said at night.
func TestTheClocksOfEveryZoneHoldAcrossEveryChange(t *testing.T) {
	t.Parallel()
	names := everyZone(t)
	for i, name := range names {
		if testing.Short() && i%25 != 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			loc, err := time.LoadLocation(name)
			if err != nil {
				t.Skip(err)
			}
			at := append(changes(loc), time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC))
			for _, change := range at {
				for _, before := range []time.Duration{30 * time.Minute, 20 * time.Hour, 14 * 24 * time.Hour} {
					holds(t, name, change.Add(-before))
				}
			}
		})
	}
}

// holds checks the clocks of an interview that ended at a moment, here and with the own zone elsewhere.
func holds(t *testing.T, name string, end time.Time) {
	t.Helper()
	s := tell(t, "own "+name)
	loc := s.own
	day := afterword.DateOf(end.In(loc))
	s.fact(end, afterword.Booked, "r1", afterword.Detail{End: end, Zone: name})
	s.c.Interviews = append(s.c.Interviews, afterword.Interview{ID: "r1", Application: "app", Invited: []afterword.ID{s.person("Priya Nair")}})
	s.happens(end.Add(time.Minute), `debrief r1 {"met":[{"name":"Priya Nair"}],"hear":{"said":"1 to 2 weeks"},"promised":[{"what":"a link"}]}`)
	p := policy.Compute(s.c, "r1", s.r, end.Add(time.Hour))

	if want := day.AddDays(14); p.Wait == nil || p.Wait.Until != want {
		t.Fatalf("ended %s: W is %+v, not %s", end.In(loc), p.Wait, want)
	}
	monday := p.Wait.Until.AddDays(1)
	for monday.Weekday() == time.Saturday || monday.Weekday() == time.Sunday {
		monday = monday.AddDays(1)
	}
	wall(t, "A", p.Wait.AskFrom, monday, "09:00", loc)
	thanks := step(p, "thank_you:priya-nair")
	if got := thanks.BestBefore.Sub(end); got != 24*time.Hour {
		t.Errorf("ended %s: best before is %s later", end.In(loc), got)
	}
	wall(t, "over", *thanks.Closes, day.AddDays(7), end.In(loc).Format("15:04"), loc)
	look := step(p, "look_back")
	if six := day.At(18, 0, loc); end.After(six) {
		wall(t, "look back", *look.Opens, day.AddDays(1), "08:30", loc)
	} else {
		wall(t, "look back", *look.Opens, day, "18:00", loc)
	}
	if last := look.Closes.In(loc); afterword.DateOf(last) != day.AddDays(3) || afterword.DateOf(last.Add(time.Second)) == day.AddDays(3) {
		t.Errorf("ended %s: look back is over at %s", end.In(loc), last)
	}
	for _, st := range p.Steps {
		for _, at := range st.Remind {
			if own := at.In(loc); fmt.Sprintf("%02d%02d", own.Hour(), own.Minute()) < "0730" || own.Hour() >= 21 {
				t.Errorf("ended %s: %s speaks at %s", end.In(loc), st.ID, own)
			}
		}
	}
}

// wall checks what a clock on the wall shows; a time that does not exist is the end of the gap.
func wall(t *testing.T, what string, got time.Time, day afterword.Date, clock string, loc *time.Location) {
	t.Helper()
	local := got.In(loc)
	if afterword.DateOf(local) == day && local.Format("15:04") == clock {
		return
	}
	start, _ := local.ZoneBounds()
	if start.Equal(got) && local.Format("15:04") > clock || local.Second() != 0 {
		return // in a gap, or before the zone had whole minutes
	}
	t.Errorf("%s is %s, not %s %s", what, local, day, clock)
}
