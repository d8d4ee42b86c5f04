package ics

import (
	"time"

	"afterword"
)

// WholeDays is the first and the last day of an event that takes at least one whole day: without a
// time, or nearly a day long (the day of a clock change has 23 hours). ok is false for any other, for
// one that was called off, and where nothing says when it ends or where its clocks are.
func (e Event) WholeDays() (from, to afterword.Date, ok bool) {
	switch {
	case e.Cancelled:
		return from, to, false
	case e.AllDay:
		to = e.Day
		if e.LastDay.After(to) {
			to = e.LastDay
		}
		return e.Day, to, !e.Day.IsZero()
	case e.Start.IsZero() || e.EndAssumed || e.ZoneProblem != "" || e.End.Sub(e.Start) < 23*time.Hour:
		return from, to, false
	}
	from, to = afterword.DateOf(e.Start), afterword.DateOf(e.End.In(e.Start.Location()))
	if h, m, s := e.End.In(e.Start.Location()).Clock(); h+m+s == 0 {
		to = to.AddDays(-1) // until midnight: that day is not in it
	}
	return from, to, true
}
