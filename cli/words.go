package cli

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"afterword"
	"afterword/service"
)

// day is a day as a person reads it: "Fri 4 Dec".
func day(t time.Time) string { return t.Format("Mon 2 Jan") }

// moment is a day and a time of day: "Mon 7 Dec, 09:00".
func moment(t time.Time) string { return t.Format("Mon 2 Jan, 15:04") }

// stamp is a moment for a script to read: RFC 3339 in UTC.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// span is from when to when: "Fri 20 Nov 2026, 14:00 to 15:10".
func span(start, end *time.Time, loc *time.Location) string {
	switch {
	case start == nil && end == nil:
		return "no date yet"
	case start == nil:
		return "ended " + end.In(loc).Format("Mon 2 Jan 2006, 15:04")
	case end == nil:
		return start.In(loc).Format("Mon 2 Jan 2006, 15:04")
	}
	from, to := start.In(loc), end.In(loc)
	if afterword.DateOf(from) == afterword.DateOf(to) {
		return from.Format("Mon 2 Jan 2006, 15:04") + " to " + to.Format("15:04")
	}
	return from.Format("Mon 2 Jan 2006, 15:04") + " to " + to.Format("Mon 2 Jan, 15:04")
}

// zone is the zone of an interview, UTC when it has none that is known.
func zone(name string) *time.Location {
	if loc, err := time.LoadLocation(name); err == nil {
		return loc
	}
	return time.UTC
}

// local is the machine's zone.
func (s *session) local() *time.Location {
	if s.Local == nil {
		return time.UTC
	}
	return s.Local
}

// own is the candidate's zone: the one that was set, else the machine's.
func (s *session) own() *time.Location {
	if s.service == nil {
		return s.local()
	}
	set, err := s.service.Settings(s.ctx, s.actor)
	if loc, lerr := time.LoadLocation(set.Zone); err == nil && set.Zone != "" && lerr == nil {
		return loc
	}
	return s.local()
}

// when is from when to when, where the interview is; and for the candidate, when their clocks show
// another time: "Tue 24 Nov 2026, 16:00 to 17:00 in New York, Wed 25 Nov, 04:00 yours".
func (p *page) when(start, end *time.Time, name string) string {
	loc, at := zone(name), start
	if at == nil {
		at = end
	}
	if at == nil || p.own == nil {
		return span(start, end, loc)
	}
	theirs, yours := at.In(loc), at.In(p.own)
	_, a := theirs.Zone()
	_, b := yours.Zone()
	text := span(start, end, loc)
	if a == b {
		return text
	}
	text += " in " + afterword.Place(loc.String())
	if afterword.DateOf(theirs) != afterword.DateOf(yours) {
		return text + ", " + moment(yours) + " yours"
	}
	return text + ", " + yours.Format("15:04") + " yours"
}

// place is the zone of an interview, the machine's when it has none.
func (s *session) place(v service.InterviewView) *time.Location {
	if v.Zone == "" {
		return s.local()
	}
	return zone(v.Zone)
}

// title is what an interview is called: "Northwind, Data analyst, round 2".
func title(v service.InterviewView) string {
	t := cmp.Or(v.Employer, "An employer")
	if v.Role != "" {
		t += ", " + v.Role
	}
	if v.Round > 1 {
		t += fmt.Sprintf(", round %d", v.Round)
	}
	return t
}

// lineTitle is title for a line of a list.
func lineTitle(l service.LineView) string {
	return title(service.InterviewView{Employer: l.Employer, Role: l.Role, Round: l.Round})
}

// spoken is a word of the contract as a person reads it: "notes to send".
func spoken[T ~string](w T) string { return strings.ReplaceAll(string(w), "_", " ") }

// who is a person with their address.
func who(name, email string) string {
	switch {
	case email == "":
		return cmp.Or(name, "someone")
	case name == "":
		return email
	}
	return name + " <" + email + ">"
}

func (p *page) interview(v service.InterviewView) {
	p.line("%s", title(v))
	when := p.when(v.Start, v.End, v.Zone)
	if v.Start != nil || v.End != nil {
		when += " (" + cmp.Or(v.Zone, "UTC") + ")"
	}
	if v.EndAssumed {
		when += ", the end is assumed"
	}
	p.line("  %s", when)
	state := spoken(v.State)
	if v.Outcome != "" {
		state += ", " + spoken(v.Outcome)
	}
	p.line("  %s", state)
	for _, f := range [][2]string{{"where", v.Location}, {"link", v.Link}, {"want", spoken(v.Want)}, {"by", spoken(v.Channel)}} {
		if f[1] != "" {
			p.line("  %s: %s", f[0], f[1])
		}
	}
	for _, in := range v.People {
		p.person(in)
	}
	if v.Agency != nil {
		p.line("  agency: %s", who(v.Agency.Name, v.Agency.Email))
	}
	p.line("  id %s, application %s", v.ID, v.Application)
}

func (p *page) person(v service.PersonInInterview) {
	line := who(v.Name, v.Email)
	if v.Role != "" {
		line += ", " + spoken(v.Role)
	}
	if v.Title != "" {
		line += ", " + v.Title
	}
	if v.Phone != "" {
		line += ", " + v.Phone
	}
	p.line("  with %s", line)
}

func (p *page) interviews(all []service.InterviewView) {
	if len(all) == 0 {
		p.line("No interviews yet. Give an invitation to `afterword add --invite FILE`, or add one by hand.")
	}
	for _, v := range all {
		p.line("%s  %s · %s · %s", v.ID, title(v), p.when(v.Start, v.End, v.Zone), spoken(v.State))
	}
}

func (p *page) today(t service.TodayView) {
	p.line("%s", cmp.Or(t.Says, "Nothing to do today. You have done your part."))
	if t.Now != nil {
		at := ""
		if t.NowAt != nil {
			at = lineTitle(*t.NowAt) + ": "
		}
		p.line("  now: %s%s", at, step(*t.Now, p.own))
	}
	for _, part := range []struct {
		name  string
		lines []service.LineView
	}{{"Waiting", t.Waiting}, {"Coming", t.Coming}} {
		if len(part.lines) == 0 {
			continue
		}
		p.gap()
		p.line("%s", part.name)
		for _, l := range part.lines {
			p.line("  %s · %s", lineTitle(l), cmp.Or(l.Says, p.when(l.Start, l.End, l.Zone)))
		}
	}
}

func (p *page) plan(plan afterword.Plan, v service.InterviewView) {
	p.line("%s", title(v))
	p.line("%s", plan.Says)
	if w := plan.Wait; w != nil {
		said := "They said: " + w.Said + ". "
		if w.Said == "" {
			said = ""
		}
		guess := ""
		if w.Guessed {
			guess = " (our guess, `afterword wait` changes it)"
		}
		p.line("%sWait until %s%s; you may ask once from %s.", said, w.Until.Words(), guess, p.when(&w.AskFrom, nil, v.Zone))
		if w.Uncounted != "" {
			p.line("%s `afterword set holidays FILE.ics` gives them.", w.Uncounted)
		}
	}
	p.gap()
	for _, s := range plan.Steps {
		p.line("  %-7s  %s", s.State, step(s, p.own))
	}
}

// stepWords say a step to a person; %s is whom or what it is about.
func stepWords() map[afterword.StepKind]string {
	return map[afterword.StepKind]string{
		afterword.StepPocketCard: "read the pocket card", afterword.StepDebrief: "write it down", afterword.StepLookBack: "look back, if you like",
		afterword.StepAgencyThanks: "thank the agency: %s", afterword.StepThankYou: "thank %s", afterword.StepPromise: "send what you promised: %s",
		afterword.StepReplyOwed: "answer %s", afterword.StepRefereeHeadsUp: "tell %s that someone may call", afterword.StepRefereeThanks: "thank %s for speaking for you",
		afterword.StepAskWord: "ask %s for a word", afterword.StepAskInsider: "ask %s what it is like there", afterword.StepDecide: "think about whether you want it",
		afterword.StepStayAvailable: "say how they can reach you: %s", afterword.StepKeepGoing: "one more application, if you have energy", afterword.StepFollowUp: "ask once",
		afterword.StepAnswerNo: "answer the no", afterword.StepAnswerOffer: "answer the offer", afterword.StepWithdraw: "tell them that it is not for you",
		afterword.StepAskFeedback: "ask what you could do better", afterword.StepStayInTouch: "say hello to %s", afterword.StepNextRound: "get ready for the next round",
		afterword.StepClose: "put this one down, if you like",
	}
}

// step is one step in a line: what, about whom, and its window.
func step(s afterword.Step, loc *time.Location) string {
	line := cmp.Or(stepWords()[s.Kind], spoken(s.Kind))
	about := s.About
	if s.Kind == afterword.StepRefereeHeadsUp {
		about = cmp.Or(about, "your referees")
	}
	line = strings.ReplaceAll(line, "%s", cmp.Or(about, "them"))
	switch {
	case s.State == afterword.StepLater && s.Opens != nil:
		line += " · from " + moment(s.Opens.In(loc))
	case s.State == afterword.StepOpen && s.BestBefore != nil:
		line += " · best before " + moment(s.BestBefore.In(loc))
	case s.State == afterword.StepHeld && s.Because != "":
		line += " · " + s.Because
	}
	return line
}

func (p *page) facts(all []service.FactView) {
	if len(all) == 0 {
		p.line("Nothing yet.")
	}
	for _, f := range all {
		line := cmp.Or(f.Says, spoken(f.Kind))
		if f.VoidedBy != "" {
			line += " (taken back)"
		}
		if f.Promise != "" {
			line += " [promise " + string(f.Promise) + "]"
		}
		p.line("%s  %s  %s", f.ID, f.At.In(p.own).Format("Mon 2 Jan 15:04"), line)
	}
}
