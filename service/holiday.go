package service

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/when"
)

// daysLimit bounds a holiday file and the days away from a calendar. Thirty years of holidays fit.
const daysLimit = 1000

// calendar is the working calendar of a region with the days that the person gave for it.
func (w *work) calendar(region string, weekend []time.Weekday) when.Calendar {
	if c, ok := w.calendars[region]; ok {
		return c
	}
	c := when.NewCalendar(region, weekend, w.account.Settings.Holidays[region])
	if w.calendars == nil {
		w.calendars = map[string]when.Calendar{}
	}
	w.calendars[region] = c
	return c
}

// HolidaysView is what was understood of a holiday file.
type HolidaysView struct {
	Region string           `json:"region"`
	Days   []afterword.Date `json:"days"`
	Years  []int            `json:"years"` // those that count as known now
	Said   []string         `json:"-"`
}

// Days are whole days of a calendar file, from the first to the last.
type Days struct {
	From, To afterword.Date
	Repeats  bool // the file says that they come again; only the first time is here
}

// SetHolidays keeps the public holidays of a region from the whole days of a calendar file, in the place
// of those that were given for it before. An empty region is the person's own. Years that the file
// does not reach stay unknown.
func (s *Service) SetHolidays(ctx context.Context, a afterword.Actor, region string, days []Days) (v HolidaysView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		set := w.account.Settings
		v = HolidaysView{Region: set.Region, Days: []afterword.Date{}, Years: []int{}}
		if region != "" {
			if v.Region, err = when.ParseRegion(region); err != nil {
				return err
			}
		}
		repeating := 0
		for _, e := range days {
			if e.Repeats {
				repeating++ // which years it is right for, the file does not say
			}
			for d := e.From; !d.After(e.To) && len(v.Days) <= daysLimit; d = d.AddDays(1) {
				v.Days = append(v.Days, d)
			}
		}
		slices.SortFunc(v.Days, afterword.Date.Compare)
		v.Days = slices.Compact(v.Days)
		switch {
		case len(v.Days) == 0:
			return afterword.Invalid("file", "holds no whole day").WithHint("a holiday file has one all-day entry for each public holiday")
		case len(v.Days) > daysLimit:
			return afterword.Invalid("file", "holds %d days", len(v.Days)).WithHint("give the public holidays alone, %d days at most", daysLimit)
		}
		for _, d := range v.Days {
			if len(v.Years) == 0 || v.Years[len(v.Years)-1] != d.Year {
				v.Years = append(v.Years, d.Year)
			}
		}
		if repeating > 0 {
			v.Said = append(v.Said, "Entries that repeat count on their first day only: a file with each year written out is sure.")
		}
		given := map[string][]afterword.Date{}
		for r, days := range set.Holidays {
			given[r] = days
		}
		given[v.Region] = v.Days
		return w.saveHolidays(given)
	})
	return v, err
}

// ClearHolidays forgets the holiday files.
func (s *Service) ClearHolidays(ctx context.Context, a afterword.Actor) error {
	return s.write(ctx, a, func(w *work) error { return w.saveHolidays(nil) })
}

func (w *work) saveHolidays(given map[string][]afterword.Date) error {
	set := w.account.Settings
	set.Holidays = given
	w.all = true
	return w.saveSettings(&set)
}

// AwayView is a stretch of days away with what it clashes with, in words. Nothing forbids it (R89).
type AwayView struct {
	afterword.Away
	Clashes []string `json:"clashes,omitempty"`
}

// AwayList are the days away, the first first.
func (s *Service) AwayList(ctx context.Context, a afterword.Actor) (list []AwayView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		all, err := w.Tx.AwayList()
		list = make([]AwayView, len(all))
		for i, o := range all {
			list[i].Away = o
		}
		if err != nil || len(all) == 0 {
			return err
		}
		ids, err := w.open()
		if err != nil {
			return err
		}
		files, err := w.files(ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			files[id].clash(list, w.Now())
		}
		return nil
	})
	return list, err
}

// clash says of each stretch of days away what of an application falls into it: a round to come, or the
// time in which they may want the candidate.
func (f *file) clash(list []AwayView, now time.Time) {
	who := firstOf(f.Application.Employer, "Someone")
	says := func(what string, with func(afterword.Away) bool) {
		for i, o := range list {
			if with(o.Away) {
				list[i].Clashes = append(o.Clashes, who+what)
			}
		}
	}
	for i, iv := range f.Interviews {
		if st := f.stand(iv.ID, now); st.Start.After(now) && !st.CalledOff {
			on := afterword.DateOf(st.Start.In(st.Location))
			says(": the interview is on "+on.Words()+".", func(o afterword.Away) bool { return !on.Before(o.From) && !on.After(o.To) })
		}
		if i < len(f.Interviews)-1 {
			continue
		}
		for _, s := range policy.Compute(f.Case, iv.ID, f.rules, now).Steps {
			if s.Kind == afterword.StepStayAvailable && s.State == afterword.StepOpen {
				says(" may want you then.", func(o afterword.Away) bool { return strings.HasSuffix(s.ID, ":"+string(o.ID)) })
			}
		}
	}
}

// fromCalendar marks days away that came from the calendar that was subscribed to.
const fromCalendar = "calendar"

// AwayFrom is what was understood of a calendar with days away.
type AwayFrom struct {
	Address string           `json:"address"`
	Away    []afterword.Away `json:"away"`
	Said    []string         `json:"said"`
}

// AwayCalendar is the address that away dates come from, empty without one.
func (s *Service) AwayCalendar(ctx context.Context, a afterword.Actor) (string, error) {
	set, err := s.Settings(ctx, a)
	return set.AwayCalendar, err
}

// AwayTake keeps the days away that a calendar holds, in the place of those it held before, and
// remembers its address. What was written by hand stays. The entries' titles are not kept: a letter
// may quote the word beside an away date.
func (s *Service) AwayTake(ctx context.Context, a afterword.Actor, address string, days []Days) (v AwayFrom, err error) {
	err = s.write(ctx, a, func(w *work) error {
		v = AwayFrom{Address: strings.TrimSpace(address), Away: []afterword.Away{}, Said: []string{}}
		if v.Away, v.Said = w.awayOf(days); len(v.Away) > daysLimit {
			return afterword.Invalid("calendar", "holds %d stretches of whole days", len(v.Away)).WithHint("give the address of the calendar with your holidays alone")
		}
		had, err := w.Tx.AwayFrom(fromCalendar)
		if err != nil {
			return err
		}
		for i, n := range v.Away { // an unchanged stretch keeps its id, and so what was decided about it
			if at := slices.IndexFunc(had, func(o afterword.Away) bool { return o.From == n.From && o.To == n.To }); at >= 0 {
				v.Away[i] = had[at]
				had = slices.Delete(had, at, at+1)
				continue
			}
			if err := w.SaveAway(n); err != nil {
				return err
			}
		}
		for _, o := range had {
			if err := w.DeleteAway(o.ID); err != nil {
				return err
			}
		}
		w.all = true
		set := w.account.Settings
		set.AwayCalendar = v.Address
		return w.saveSettings(&set)
	})
	return v, err
}

// awayOf are the stretches of whole days that are not over yet.
func (w *work) awayOf(days []Days) ([]afterword.Away, []string) {
	today := afterword.DateOf(w.Now().In(w.ownZone()))
	list, said, repeating := []afterword.Away{}, []string{}, 0
	for _, e := range days {
		switch {
		case e.Repeats:
			repeating++
			continue
		case e.To.Before(today):
			continue
		}
		n := afterword.Away{From: e.From, To: e.To, Source: fromCalendar}
		if slices.ContainsFunc(list, func(o afterword.Away) bool { return o.From == n.From && o.To == n.To }) {
			continue
		}
		n.ID = afterword.NewID()
		list = append(list, n)
	}
	slices.SortStableFunc(list, func(x, y afterword.Away) int { return x.From.Compare(y.From) })
	if repeating > 0 {
		said = append(said, "What repeats was left out: birthdays and the like.")
	}
	return list, said
}

// AwayForget ends the subscription and takes its days back; what was written by hand stays.
func (s *Service) AwayForget(ctx context.Context, a afterword.Actor) error {
	_, err := s.AwayTake(ctx, a, "", nil)
	return err
}
