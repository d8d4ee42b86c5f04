package cli

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/calendar/ics"
	"afterword/service"
)

type calendarCmd struct {
	Interview string `arg:"" optional:"" help:"Only this one."`
	Feed      bool   `xor:"what" help:"Make an address to subscribe to, in the place of the one before. It is told once."`
	OwnWords  bool   `help:"With --feed: say employers and steps; without it titles are neutral."`
	Revoke    bool   `xor:"what" help:"Take the address back."`
	Reply     string `xor:"what" placeholder:"ANSWER" help:"The answer to an invitation, as an .ics file: accept, decline or tentative."`
	Me        string `placeholder:"MAIL" help:"With --reply: which address of mine was invited."`
}

// Validate finds what cannot go together.
func (c *calendarCmd) Validate() error {
	switch {
	case c.Reply != "" && c.Interview == "":
		return misused("--reply needs an <interview>")
	case (c.Feed || c.Revoke) && c.Interview != "":
		return misused("a feed holds every interview: leave %s out", c.Interview)
	case c.OwnWords && !c.Feed:
		return misused("--own-words goes with --feed")
	case c.Me != "" && c.Reply == "":
		return misused("--me goes with --reply")
	}
	return nil
}

func (c *calendarCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	switch {
	case c.Feed:
		token, err := v.NewFeed(s.ctx, a, c.OwnWords)
		if err != nil {
			return err
		}
		address := s.Address(FeedPath(token))
		return s.print(map[string]any{"address": address, "own_words": c.OwnWords}, func(p *page) {
			p.line("%s", address)
			p.line("Subscribe to it in your calendar. It is shown once; whoever has it can read the dates.")
		})
	case c.Revoke:
		if err := v.RevokeFeed(s.ctx, a); err != nil {
			return err
		}
		return s.print(map[string]bool{"revoked": true}, func(p *page) { p.line("The address opens nothing any more.") })
	case c.Reply != "":
		return c.reply(s, v, a)
	}
	entries, err := v.Calendar(s.ctx, a, c.Interview)
	if err != nil {
		return err
	}
	if s.asJSON {
		return encode(s.Out, many(entries))
	}
	return WriteCalendar(s.Out, "Afterword", entries)
}

// reply writes the answer to an invitation.
func (c *calendarCmd) reply(s *session, v *service.Service, a afterword.Actor) error {
	inv, me, err := v.Invited(s.ctx, a, c.Interview, c.Me)
	if err != nil {
		return err
	}
	b, err := Reply(inv, me, c.Reply, v.Now())
	if err != nil {
		return err
	}
	if s.asJSON {
		return encode(s.Out, map[string]string{"to": inv.Organizer.Email, "from": me.Email, "ics": string(b)})
	}
	s.note("Send it to %s, from %s.", who(inv.Organizer.Name, inv.Organizer.Email), me.Email)
	_, err = s.Out.Write(b)
	return err
}

// FeedPath is where the pages answer with the feed of a token.
func FeedPath(token string) string { return "/feed/" + token + ".ics" }

// Reply writes the answer to an invitation as an iCalendar file. Main lends it to the web as well.
func Reply(inv afterword.Invitation, me afterword.Mailbox, answer string, now time.Time) ([]byte, error) {
	return ics.Reply(ics.Event{Invitation: inv}, me, answer, now)
}

// refresh is how often a subscriber may look again.
const refresh = time.Hour

// WriteCalendar writes our dates as an iCalendar file. Main lends it to the web as well.
func WriteCalendar(w io.Writer, name string, entries []service.CalendarEntry) error {
	cal := ics.Calendar{Name: name, Refresh: refresh}
	for _, e := range entries {
		x := ics.Entry{
			UID: e.UID, Sequence: e.Sequence, Stamp: e.Stamp, Start: e.Start, End: e.End, Day: e.Day,
			Summary: e.Summary, Description: e.Description, Location: e.Location, Cancelled: e.Cancelled,
			Alarms: e.Alarms, Transparent: e.Transparent,
		}
		if e.Moves != 0 {
			x.AlarmsAfter = []time.Duration{e.Moves}
		}
		cal.Entries = append(cal.Entries, x)
	}
	return ics.Write(w, cal)
}

// WholeDays reads the whole days of a calendar file. Main lends it to the web as well.
func WholeDays(name string, b []byte) ([]service.Days, error) {
	events, err := ics.Parse(bytes.NewReader(b))
	if err != nil {
		return nil, afterword.Invalid(name, "is not a calendar file").WithHint("a calendar file ends in .ics and begins with BEGIN:VCALENDAR; 1 MiB at most")
	}
	var days []service.Days
	for _, e := range events {
		if from, to, ok := e.WholeDays(); ok {
			days = append(days, service.Days{From: from, To: to, Repeats: e.Recurring})
		}
	}
	return days, nil
}

// holidays keeps a holiday file: afterword set holidays FILE.ics [REGION].
func (c *setCmd) holidays(s *session) error {
	if len(c.Value) > 2 {
		return afterword.Errorf(afterword.Usage, "holidays take a file and a region").WithHint("afterword set holidays FILE.ics IN")
	}
	v, a, err := s.open()
	if err != nil {
		return err
	}
	if c.Value[0] == "" {
		if err := v.ClearHolidays(s.ctx, a); err != nil {
			return err
		}
		return s.print(map[string]any{"days": []string{}}, func(p *page) { p.line("Your holiday files are forgotten.") })
	}
	b, err := s.file(c.Value[0])
	if err != nil {
		return err
	}
	days, err := WholeDays(c.Value[0], b)
	if err != nil {
		return err
	}
	region := ""
	if len(c.Value) == 2 {
		region = c.Value[1]
	}
	h, err := v.SetHolidays(s.ctx, a, region, days)
	if err != nil {
		return err
	}
	for _, l := range h.Said {
		s.note("%s", l)
	}
	return s.print(h, func(p *page) {
		p.line("%d days, for %s. Other years are not known.", len(h.Days), years(h.Years))
	})
}

func years(all []int) string {
	words := make([]string, len(all))
	for i, y := range all {
		words[i] = fmt.Sprint(y)
	}
	return strings.Join(words, ", ")
}

// holidayWords sums up the holiday files: "IN 2026 2027".
func holidayWords(given map[string][]afterword.Date) string {
	var parts []string
	for region, days := range given {
		var of []int
		for _, d := range days {
			if !slices.Contains(of, d.Year) {
				of = append(of, d.Year)
			}
		}
		parts = append(parts, strings.TrimSpace(region+" "+years(of)))
	}
	slices.Sort(parts)
	return strings.Join(parts, "; ")
}

type awayCmd struct {
	From     string  `arg:"" optional:"" help:"The first day. Without it: the days there are."`
	To       string  `arg:"" optional:"" help:"The last day."`
	Note     string  `placeholder:"WORDS" help:"How you can be reached. A letter may say it."`
	Remove   string  `placeholder:"ID" help:"You are here after all."`
	Calendar *string `placeholder:"URL" help:"Take the whole days of this calendar as days away; \"\" ends it."`
	Refresh  bool    `help:"Look again at the calendar that was given."`
}

// Validate finds what cannot go together.
func (c *awayCmd) Validate() error {
	switch {
	case c.From != "" && c.To == "":
		return misused("there is no <to>: the last day away")
	case c.Remove != "" && c.From != "":
		return misused("--remove stands alone")
	case (c.Calendar != nil || c.Refresh) && (c.From != "" || c.Remove != "" || c.Calendar != nil && c.Refresh):
		return misused("--calendar and --refresh stand alone")
	}
	return nil
}

func (c *awayCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	switch {
	case c.Calendar != nil || c.Refresh:
		return c.fetch(s, v, a)
	case c.From != "":
		w, err := v.AwayAdd(s.ctx, a, c.From, c.To, c.Note)
		if err != nil {
			return err
		}
		all, err := v.AwayList(s.ctx, a)
		if err != nil {
			return err
		}
		all = slices.DeleteFunc(all, func(o service.AwayView) bool { return o.ID != w.ID })
		return s.print(all[0], func(p *page) { p.away(all) })
	case c.Remove != "":
		if err := v.AwayDelete(s.ctx, a, c.Remove); err != nil {
			return err
		}
	}
	return s.awayList(v, a)
}

func (s *session) awayList(v *service.Service, a afterword.Actor) error {
	all, err := v.AwayList(s.ctx, a)
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) { p.away(all) })
}

// fetch takes the days away from a calendar.
func (c *awayCmd) fetch(s *session, v *service.Service, a afterword.Actor) error {
	address, err := v.AwayCalendar(s.ctx, a)
	if err != nil {
		return err
	}
	if c.Calendar != nil {
		if address = *c.Calendar; address == "" {
			if err := v.AwayForget(s.ctx, a); err != nil {
				return err
			}
			return s.awayList(v, a)
		}
	}
	if address == "" {
		return afterword.Invalid("calendar", "was not given yet").WithHint("afterword away --calendar https://…")
	}
	b, err := s.Fetch(s.ctx, address)
	if err != nil {
		return err
	}
	days, err := WholeDays("calendar", b)
	if err != nil {
		return err
	}
	taken, err := v.AwayTake(s.ctx, a, address, days)
	if err != nil {
		return err
	}
	for _, l := range taken.Said {
		s.note("%s", l)
	}
	return s.awayList(v, a)
}

func (p *page) away(all []service.AwayView) {
	if len(all) == 0 {
		p.line("You are not away.")
	}
	for _, w := range all {
		note := w.Note
		if w.Source != "" {
			note = "from your calendar"
		}
		p.line("%s  %s to %s  %s", w.ID, w.From.Words(), w.To.Words(), note)
		for _, clash := range w.Clashes {
			p.line("  %s Go all the same; say how you can be reached.", clash)
		}
	}
}
