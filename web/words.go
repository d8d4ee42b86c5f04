package web

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterword"
	"afterword/reading"
)

// clock is now and where: it turns moments into words.
type clock struct {
	now time.Time
	loc *time.Location
}

// Day is a date in words: "Fri 4 Dec", with its year when that is not clear.
func (c clock) Day(d afterword.Date) string {
	if d.IsZero() {
		return ""
	}
	t := d.At(12, 0, c.loc)
	if far := t.Sub(c.now); far > 300*24*time.Hour || far < -300*24*time.Hour {
		return t.Format("Mon 2 Jan 2006")
	}
	return t.Format("Mon 2 Jan")
}

// LongDay is a date as a headline: "Friday 4 December".
func (c clock) LongDay(d afterword.Date) string { return d.At(12, 0, c.loc).Format("Monday 2 January") }

// When is a moment in the own zone: "today, 15:40", "tomorrow, 15:40", "Mon 7 Dec, 09:00".
func (c clock) When(t time.Time) string {
	t = t.In(c.loc)
	day, today := afterword.DateOf(t), c.today()
	at := t.Format("15:04")
	switch day {
	case today:
		return "today, " + at
	case today.AddDays(1):
		return "tomorrow, " + at
	case today.AddDays(-1):
		return "yesterday, " + at
	}
	return c.Day(day) + ", " + at
}

// In is a moment where an interview is; and for the candidate, when their clocks show another time:
// "Tue 24 Nov, 16:00 in New York, Wed 25 Nov, 04:00 yours".
func (c clock) In(t time.Time, zone string) string {
	theirs, yours := c.both(t, zone)
	return joined(", ", theirs, yours)
}

// both are the two halves of In; the second is empty where the clocks agree.
func (c clock) both(t time.Time, zone string) (theirs, yours string) {
	loc, err := time.LoadLocation(zone)
	if zone == "" || err != nil || offset(t.In(loc)) == offset(t.In(c.loc)) {
		return c.When(t), ""
	}
	there, here := t.In(loc), t.In(c.loc)
	in := there.Format("15:04") + " in " + afterword.Place(zone)
	if afterword.DateOf(there) == afterword.DateOf(here) {
		day, _, _ := strings.Cut(c.When(t), ", ")
		return day + ", " + in, here.Format("15:04") + " yours"
	}
	return c.Day(afterword.DateOf(there)) + ", " + in, c.When(t) + " yours"
}

// elsewhere is the place of a zone whose clocks show another time than the own ones; empty without one.
func (c clock) elsewhere(zone string) string {
	loc, err := time.LoadLocation(zone)
	if zone == "" || err != nil || offset(c.now.In(loc)) == offset(c.now.In(c.loc)) {
		return ""
	}
	return afterword.Place(zone)
}

func offset(t time.Time) int { _, o := t.Zone(); return o }

// Stamp is a moment of the record: "20 Nov 15:10".
func (c clock) Stamp(t time.Time) Moment {
	t = t.In(c.loc)
	layout := "2 Jan 15:04"
	if t.Year() != c.now.In(c.loc).Year() {
		layout = "2 Jan 2006"
	}
	return stamp(t, t.Format(layout))
}

// Ago says how long ago in a word or two: "20 minutes ago", "3 hours ago", "on Fri 20 Nov".
func (c clock) Ago(t time.Time) string {
	gone := c.now.Sub(t)
	switch {
	case gone < time.Minute:
		return "a moment ago"
	case gone < 90*time.Minute:
		return count(int(gone.Minutes()), "minute") + " ago"
	case gone < 12*time.Hour:
		return count(int(gone.Hours()+.5), "hour") + " ago"
	}
	if afterword.DateOf(t.In(c.loc)) == afterword.DateOf(c.now.In(c.loc)).AddDays(-1) {
		return "yesterday"
	}
	return "on " + c.Day(afterword.DateOf(t.In(c.loc)))
}

func (c clock) today() afterword.Date { return afterword.DateOf(c.now.In(c.loc)) }

// count is a number with its noun: "1 note", "2 notes".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ay") {
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}
	if noun == "person" {
		return fmt.Sprintf("%d people", n)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// upper starts a sentence.
func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// lower puts a sentence's start into the middle of another one; abbreviations stay.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	if second, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(second) {
		return s // an abbreviation
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// and joins names: "Lena, Ido and Tom".
func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// first is the name by which someone is spoken of on a page.
func first(name string) string {
	if f, _, ok := strings.Cut(name, " "); ok && len(f) > 2 && !strings.HasSuffix(f, ".") {
		return f
	}
	return name
}

// joined leaves out what is empty.
func joined(sep string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, sep)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// wants are the answers to "Do you still want it?".
var wants = map[afterword.Want]string{
	afterword.WantStill: "Still want it", afterword.WantUnsure: "Not sure yet", afterword.WantNo: "Not for me",
}

// channels are the ways to write, in the words of a button.
var channels = map[afterword.Channel]string{
	afterword.Email: "Email", afterword.Phone: "Phone", afterword.MessageText: "A message", afterword.Portal: "Their web form",
	afterword.Post: "A card by post", afterword.ViaAgency: "Through the agency", afterword.AnyChannel: "Any way",
}

// roles are what someone is in an application.
var roles = map[afterword.RoleKind]string{
	afterword.Interviewer: "Interviewer", afterword.HiringManager: "Hiring manager", afterword.Coordinator: "Arranges the interviews",
	afterword.Recruiter: "At the agency", afterword.FrontDesk: "Front desk", afterword.Referee: "Referee",
	afterword.Insider: "Works there", afterword.Advocate: "Knows the hiring manager",
}

// states are where an interview stands.
var states = map[afterword.State]string{
	afterword.StateComingUp: "Coming up", afterword.StateJustFinished: "Just finished", afterword.StateNotesToSend: "Notes to send",
	afterword.StateWaiting: "Waiting", afterword.StateMayAsk: "You may ask once", afterword.StateAsked: "Asked, waiting",
	afterword.StateAnswered: "They answered", afterword.StateClosed: "Closed",
}

// outcomes are how an application ended, in a list.
var outcomes = map[afterword.Outcome]string{
	afterword.OutcomeNo: "a no", afterword.OutcomeOffer: "an offer", afterword.OutcomeAccepted: "offer taken",
	afterword.OutcomeDeclined: "you said no", afterword.OutcomeNextRound: "next round", afterword.OutcomeWithdrew: "you withdrew",
	afterword.OutcomeStopped: "they stopped the hiring", afterword.OutcomeCalledOff: "called off",
	afterword.OutcomeNoShow: "they did not appear", afterword.OutcomeNoReply: "no answer came",
}

// typedTime is a time as a date-and-time box gives it ("2026-11-20T14:00") in the form of the
// contract ("2026-11-20 14:00"). Anything else stays as it was typed.
func typedTime(s string) string {
	if len(s) == 16 && s[10] == 'T' {
		return s[:10] + " " + s[11:]
	}
	return s
}

// wall is the other way round, for the box.
func wall(s string) string {
	if len(s) == 16 && s[10] == ' ' {
		return s[:10] + "T" + s[11:]
	}
	return s
}

// lines are the lines that say something.
func lines(s string) []string {
	var all []string
	for _, l := range strings.Split(s, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			all = append(all, l)
		}
	}
	return all
}

func itoa(n int) string { return strconv.Itoa(n) }

// sameQuestion says that two wordings ask the same: the bank shows one of them.
func sameQuestion(a, b string) bool {
	return strings.EqualFold(a, b) || reading.QuestionKey(a) == reading.QuestionKey(b)
}
