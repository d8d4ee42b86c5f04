package web

import (
	"time"

	"afterword"
	"afterword/service"
)

// Reminders that a person asks for go into their own calendar, one entry with one alarm: nothing here
// speaks by itself. In the evening is at 19:00, in the morning at 08:00, both outside the quiet hours.
const (
	eveningHour = 19
	morningHour = 8
)

// remindLinks offer the evening, while it is still to come, and the next morning.
func (c clock) remindLinks(at string) []Link {
	var list []Link
	if c.today().At(eveningHour, 0, c.loc).After(c.now.Add(30 * time.Minute)) {
		list = append(list, Link{at + "/remind.ics?when=tonight", "Remind me tonight, 19:00"})
	}
	return append(list, Link{at + "/remind.ics?when=tomorrow", "Remind me tomorrow, 08:00"})
}

// remind is the entry as a file, which a calendar opens.
func remind(v *visit) error {
	plan, err := v.Service.Plan(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	iv, err := v.interview()
	if err != nil {
		return err
	}
	at := v.clock.today().AddDays(1).At(morningHour, 0, v.loc)
	if v.query("when") == "tonight" {
		at = v.clock.today().At(eveningHour, 0, v.loc)
	}
	what := "your notes are ready to read"
	if plan.State == afterword.StateJustFinished {
		what = "write it down while it is fresh"
	}
	return v.calendarFile([]service.CalendarEntry{{
		UID: string(iv.ID) + "-" + at.UTC().Format("20060102T1504") + "@afterword", Stamp: v.now, Start: at, End: at.Add(15 * time.Minute), Zone: v.loc.String(),
		Summary: title(iv) + ": " + what, Neutral: "Reminder", Alarms: []time.Time{at}, Transparent: true,
	}})
}
