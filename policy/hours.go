package policy

import (
	"time"

	"afterword"
	"afterword/when"
)

// lastMoment is the last second of a day.
func lastMoment(d afterword.Date, loc *time.Location) time.Time {
	return d.AddDays(1).At(0, 0, loc).Add(-time.Second)
}

// plusDays is calendar arithmetic: the same time of day, n days on.
func plusDays(t time.Time, n int, loc *time.Location) time.Time {
	l := t.In(loc)
	y, m, d := l.Date()
	return afterword.Wall(y, m, d+n, l.Hour(), l.Minute(), l.Second(), loc)
}

// dayOf is the day on which t falls in loc.
func dayOf(t time.Time, loc *time.Location) afterword.Date { return afterword.DateOf(t.In(loc)) }

// workingHours is the moment at which n working hours have gone since t.
func workingHours(t time.Time, n int, cal when.Calendar, loc *time.Location) time.Time {
	left := time.Duration(n) * time.Hour
	d := dayOf(t, loc)
	for range 400 { // a calendar without working days must not keep us here
		if cal.Working(d) {
			from, to := d.At(dayOpens, 0, loc), d.At(dayCloses, 0, loc)
			if t.After(from) {
				from = t
			}
			if room := to.Sub(from); room > 0 {
				if left <= room {
					return from.Add(left)
				}
				left -= room
			}
		}
		d = d.AddDays(1)
	}
	return t.Add(left)
}

// awake is t, or 07:30 after the quiet hours that it falls in.
func awake(t time.Time, own *time.Location) time.Time {
	l := t.In(own)
	switch minute := l.Hour()*60 + l.Minute(); {
	case minute >= quietFrom:
		return afterword.DateOf(l).AddDays(1).At(quietTo/60, quietTo%60, own)
	case minute < quietTo:
		return afterword.DateOf(l).At(quietTo/60, quietTo%60, own)
	}
	return t
}

// endOfNextWorkingDay is the last moment of the first working day after t's day.
func endOfNextWorkingDay(t time.Time, cal when.Calendar, loc *time.Location) time.Time {
	return lastMoment(cal.NextWorking(dayOf(t, loc)), loc)
}

// later is the later of two moments.
func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// earlier is the earlier of two moments; zero stands for never.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
