package service_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword"
	"afterword/service"
)

// invitation is one of Northwind's, for 20 November at 14:00 in London, with what is different.
func invitation(different func(*afterword.Invitation)) afterword.Invitation {
	inv := afterword.Invitation{Method: "REQUEST", UID: "one@northwind.example", Stamp: at("2026-11-17T09:00:00Z"), Zone: "Europe/London",
		Start: at("2026-11-20T14:00:00Z"), End: at("2026-11-20T15:00:00Z"), Summary: "Interview: Data analyst at Northwind",
		Organizer: afterword.Mailbox{Name: "Priya Nair", Email: "priya@northwind.example"},
		Attendees: []afterword.Mailbox{{Name: "Asha Rao", Email: "asha@example.org"}}}
	if different != nil {
		different(&inv)
	}
	return inv
}

func at(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

func moved(to string, seq int, stamp string) afterword.Invitation {
	return invitation(func(i *afterword.Invitation) {
		i.Start, i.Sequence, i.Stamp = at(to), seq, at(stamp)
		i.End = i.Start.Add(time.Hour)
	})
}

func cancelled(seq int, stamp string) afterword.Invitation {
	return invitation(func(i *afterword.Invitation) {
		i.Method, i.Cancelled, i.Sequence, i.Stamp = "CANCEL", true, seq, at(stamp)
	})
}

func (d calendarDesk) take(in service.InvitationInput, inv ...afterword.Invitation) (service.InterviewView, bool, error) {
	d.Helper()
	in.Invitations = append(in.Invitations, inv...)
	return d.svc.AddInvitation(d.Context(), d.a, in)
}

// taken wants the invitation to be taken, and says whether anything changed.
func (d calendarDesk) taken(in service.InvitationInput, inv ...afterword.Invitation) (service.InterviewView, bool) {
	d.Helper()
	v, changed, err := d.take(in, inv...)
	d.must(err)
	return v, changed
}

// asked wants a question about a field, with nothing stored.
func (d calendarDesk) asked(field string, in service.InvitationInput, inv ...afterword.Invitation) *afterword.Error {
	d.Helper()
	before := len(d.list())
	_, _, err := d.take(in, inv...)
	var e *afterword.Error
	if !errors.As(err, &e) || e.Kind != afterword.Conflict || e.Field != field || e.Hint == "" {
		d.Fatalf("want a question about %s, got %v", field, err)
	}
	if len(d.list()) != before {
		d.Error("it asks, and stored something")
	}
	return e
}

func (d calendarDesk) list() []service.InterviewView {
	d.Helper()
	list, err := d.svc.List(d.Context(), d.a, service.ListFilter{})
	d.must(err)
	return list
}

func TestAnOlderVersionOfAnInvitationNeverWins(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		first, _ := d.taken(service.InvitationInput{}, invitation(nil))
		is := func(what string, inv afterword.Invitation, wantChange bool, wantStart, wantOutcome string) {
			d.Helper()
			v, changed := d.taken(service.InvitationInput{}, inv)
			if v.ID != first.ID || changed != wantChange || !v.Start.Equal(at(wantStart)) || string(v.Outcome) != wantOutcome {
				d.Errorf("%s: changed %v, %v, %q", what, changed, v.Start, v.Outcome)
			}
		}
		is("the same again", invitation(nil), false, "2026-11-20T14:00:00Z", "")
		is("the same number, an older stamp", moved("2026-11-21T10:00:00Z", 0, "2026-11-16T09:00:00Z"), false, "2026-11-20T14:00:00Z", "")
		is("the same number, a later stamp", moved("2026-11-21T10:00:00Z", 0, "2026-11-17T10:00:00Z"), true, "2026-11-21T10:00:00Z", "")
		is("the first one, late", invitation(nil), false, "2026-11-21T10:00:00Z", "")
		is("a higher number", moved("2026-11-23T10:00:00Z", 2, "2026-11-17T11:00:00Z"), true, "2026-11-23T10:00:00Z", "")
		is("a number in between, late", moved("2026-11-22T10:00:00Z", 1, "2026-11-17T12:00:00Z"), false, "2026-11-23T10:00:00Z", "")
		by := "2026-11-23 12:00"
		_, err := d.svc.Edit(d.Context(), d.a, string(first.ID), service.EditInput{Start: &by})
		d.must(err)
		is("the same again, after a correction by hand", moved("2026-11-23T10:00:00Z", 2, "2026-11-17T11:00:00Z"), false, "2026-11-23T12:00:00Z", "")
		is("an old cancellation", cancelled(1, "2026-11-17T13:00:00Z"), false, "2026-11-23T12:00:00Z", "")
		is("a cancellation", cancelled(2, "2026-11-17T13:00:00Z"), true, "2026-11-23T12:00:00Z", "called_off")
		is("the same cancellation", cancelled(2, "2026-11-17T13:00:00Z"), false, "2026-11-23T12:00:00Z", "called_off")
		is("what was called off, late", moved("2026-11-23T10:00:00Z", 2, "2026-11-17T11:00:00Z"), false, "2026-11-23T12:00:00Z", "called_off")
		is("back on", moved("2026-11-24T10:00:00Z", 3, "2026-11-17T14:00:00Z"), true, "2026-11-24T10:00:00Z", "")
	})
}

func TestAnInvitationWithoutStampsIsTakenByItsNumber(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		bare := func(start string, seq int) afterword.Invitation {
			i := moved(start, seq, "2026-11-17T09:00:00Z")
			i.Stamp = time.Time{}
			return i
		}
		d.taken(service.InvitationInput{}, bare("2026-11-20T14:00:00Z", 1))
		if _, changed := d.taken(service.InvitationInput{}, bare("2026-11-20T14:00:00Z", 1)); changed {
			d.Error("the same again changed something")
		}
		if v, changed := d.taken(service.InvitationInput{}, bare("2026-11-20T16:00:00Z", 1)); !changed || v.Start.Hour() != 16 {
			d.Errorf("another time with the same number: %v", v.Start)
		}
		if _, changed := d.taken(service.InvitationInput{}, bare("2026-11-20T18:00:00Z", 0)); changed {
			d.Error("an older number changed something")
		}
	})
}

func TestWhatWasWrittenAboutIsNeitherMovedNorCalledOffUnasked(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		v, _ := d.taken(service.InvitationInput{}, invitation(nil))
		d.clock.Set("2026-11-20T15:30:00Z")
		in, err := service.DecodeDebrief("debrief.json", []byte(`{"just":"It went well."}`))
		d.must(err)
		_, err = d.svc.Debrief(d.Context(), d.a, string(v.ID), service.DebriefInput{Debrief: in})
		d.must(err)
		update := moved("2026-11-27T14:00:00Z", 1, "2026-11-20T15:00:00Z")
		if e := d.asked("invitation", service.InvitationInput{}, update); len(e.Candidates) != 1 || !strings.Contains(e.Hint, "--as "+string(v.ID)) {
			d.Errorf("it asks %v, %s", e.Candidates, e.Hint)
		}
		d.asked("invitation", service.InvitationInput{}, cancelled(1, "2026-11-20T15:00:00Z"))
		next, _ := d.taken(service.InvitationInput{As: "new"}, update)
		if next.ID == v.ID || next.Application != v.Application || next.Round != 2 {
			d.Errorf("a new round: %+v", next)
		}
		if again, changed := d.taken(service.InvitationInput{}, update); changed || again.ID != next.ID {
			d.Errorf("answered once, and asked again: %v", again.ID)
		}
	})
}

func TestOneMeetingOfASeriesIsToldFromTheOthers(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		series := invitation(func(i *afterword.Invitation) { i.Recurring = true })
		instance := func(of, to string, seq int) afterword.Invitation {
			i := moved(to, seq, "2026-11-17T09:00:00Z")
			i.RecurrenceID = of
			return i
		}
		first, _ := d.taken(service.InvitationInput{}, series)
		if !strings.Contains(strings.Join(first.Said, " "), "repeats") {
			d.Errorf("it repeats, and that is not said: %q", first.Said)
		}
		d.asked("invitation", service.InvitationInput{}, instance("2026-11-27T14:00:00Z", "2026-11-28T09:00:00Z", 1))
		second, _ := d.taken(service.InvitationInput{As: "new"}, instance("2026-11-27T14:00:00Z", "2026-11-28T09:00:00Z", 1))
		if second.ID == first.ID || second.Application != first.Application {
			d.Fatalf("the second week: %+v", second)
		}
		if v, changed := d.taken(service.InvitationInput{}, instance("2026-11-27T14:00:00Z", "2026-11-29T09:00:00Z", 2)); v.ID != second.ID || !changed || v.Start.Day() != 29 {
			d.Errorf("the second week, moved again: %+v", v)
		}
		if v, changed := d.taken(service.InvitationInput{}, instance("2026-11-20T14:00:00Z", "2026-11-20T16:00:00Z", 1)); v.ID != first.ID || !changed || v.Start.Hour() != 16 {
			d.Errorf("the first week, moved: %+v", v)
		}
		off := instance("2026-12-04T14:00:00Z", "2026-12-04T14:00:00Z", 4)
		off.Cancelled = true
		if _, _, err := d.take(service.InvitationInput{}, off); afterword.KindOf(err) != afterword.NotFound {
			d.Errorf("a week that is not here is called off: %v", err)
		}
		d.taken(service.InvitationInput{}, cancelled(5, "2026-11-18T09:00:00Z"))
		for _, v := range d.list() {
			if v.Outcome != afterword.OutcomeCalledOff {
				d.Errorf("the series was called off, and %s was not", v.Start)
			}
		}
	})
}

func TestACancellationCallsOffOnlyTheRoundThatWasNamed(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		first, _ := d.taken(service.InvitationInput{}, invitation(func(i *afterword.Invitation) { i.Recurring = true }))
		next := moved("2026-11-27T16:00:00Z", 0, "2026-11-17T09:00:00Z")
		next.RecurrenceID = "2026-11-27T14:00:00Z"
		second, _ := d.taken(service.InvitationInput{As: "new"}, next)
		d.clock.Set("2026-11-27T17:30:00Z")
		for _, v := range []service.InterviewView{first, second} {
			_, err := d.svc.Debrief(d.Context(), d.a, string(v.ID), service.DebriefInput{Debrief: afterword.Debrief{Just: "It went well."}})
			d.must(err)
		}
		off := cancelled(1, "2026-11-27T17:20:00Z")
		d.asked("invitation", service.InvitationInput{}, off)
		d.asked("invitation", service.InvitationInput{As: "new"}, off)
		is := func(want ...afterword.ID) {
			d.Helper()
			story, err := d.svc.Story(d.Context(), d.a, string(first.ID))
			d.must(err)
			var off []afterword.ID
			for _, f := range story.Facts {
				if f.Kind == afterword.CalledOff {
					off = append(off, f.Interview)
				}
			}
			slices.Sort(off)
			slices.Sort(want)
			if !slices.Equal(off, want) {
				d.Errorf("called off are %v, not %v", off, want)
			}
		}
		is()
		d.taken(service.InvitationInput{As: string(first.ID)}, off)
		is(first.ID)
		if e := d.asked("invitation", service.InvitationInput{}, off); !strings.Contains(e.Hint, string(second.ID)) {
			d.Errorf("it asks for the other one: %s", e.Hint)
		}
		d.taken(service.InvitationInput{As: string(second.ID)}, off)
		is(first.ID, second.ID)
		if _, changed := d.taken(service.InvitationInput{}, off); changed {
			d.Error("called off, and once more")
		}
	})
}

func TestTheCandidateIsNeverKeptAsSomeoneTheyMeet(t *testing.T) {
	colleague, other := afterword.Mailbox{Name: "Tom Reed", Email: "tom@northwind.example"}, afterword.Mailbox{Name: "Asha R.", Email: "asha.rao@other.example"}
	with := func(people ...afterword.Mailbox) afterword.Invitation {
		return invitation(func(i *afterword.Invitation) { i.Attendees = people })
	}
	eachCalendar(t, func(d calendarDesk) {
		for _, c := range []struct {
			what string
			me   string
			inv  afterword.Invitation
			asks bool
			with []string
		}{
			{"nobody tells", "", with(other, afterword.Mailbox{Email: "ann@a.example"}), true, nil},
			{"an address that is not on the list, where a stranger is", "asha@example.org", with(colleague, other), true, nil},
			{"they are not on the list", "none", with(colleague), false, []string{"Priya Nair", "Tom Reed"}},
			{"a name as it is filed", "asha@example.org", with(afterword.Mailbox{Name: "Doe, Jane", Email: "jane@northwind.example"}, afterword.Mailbox{Name: "Lee Fox, PhD", Email: "lee@northwind.example"}), false, []string{"Jane Doe", "Lee Fox, PhD", "Priya Nair"}},
			{"the other address", "asha.rao@other.example", with(colleague, other), false, []string{"Priya Nair", "Tom Reed"}},
			{"colleagues of who invited alone", "asha@example.org", with(colleague), false, []string{"Priya Nair", "Tom Reed"}},
			{"a robot is nobody", "asha@example.org", with(colleague, afterword.Mailbox{Name: "Asha Rao", Email: "asha@example.org"}, afterword.Mailbox{Name: "Rooms", Email: "no-reply@northwind.example"}), false, []string{"Priya Nair", "Tom Reed"}},
		} {
			c.inv.UID = c.what
			in := service.InvitationInput{Me: c.me, As: "new", Employer: "Northwind"}
			if c.asks {
				if e := d.asked("me", in, c.inv); !slices.Contains(e.Candidates, other.Email) {
					d.Errorf("%s: it asks %v", c.what, e.Candidates)
				}
				continue
			}
			v, _ := d.taken(in, c.inv)
			var names []string
			for _, p := range v.People {
				names = append(names, p.Name)
			}
			slices.Sort(names)
			if fmt.Sprint(names) != fmt.Sprint(c.with) {
				d.Errorf("%s: with %v, want %v", c.what, names, c.with)
			}
		}
		few, more := with(colleague), with(colleague, afterword.Mailbox{Name: "Ann Lee", Email: "ann@northwind.example"})
		few.UID, more.UID, more.Sequence = "a list of colleagues", "a list of colleagues", 1
		d.taken(service.InvitationInput{Me: "asha@example.org", As: "new", Employer: "Northwind"}, few)
		if v, changed := d.taken(service.InvitationInput{}, more); !changed || len(v.People) != 3 {
			d.Errorf("a colleague more: %+v", v.People)
		}
		// An update goes to the address that the first one went to: nothing is asked, nobody is added.
		again := with(colleague, other, afterword.Mailbox{Name: "Ann Lee", Email: "ann@northwind.example"})
		again.UID, again.Sequence = "the other address", 1
		if v, changed := d.taken(service.InvitationInput{}, again); !changed || len(v.People) != 3 {
			d.Errorf("an update: %+v", v.People)
		}
	})
}

func TestAFloatingTimeStaysWhereItWasReadAndSaysSo(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		floating := invitation(func(i *afterword.Invitation) { i.Zone, i.Floating, i.ZoneHint = "", true, "America/New_York" })
		v, _ := d.taken(service.InvitationInput{}, floating)
		if v.Zone != "UTC" || !v.Start.Equal(at("2026-11-20T14:00:00Z")) || !strings.Contains(strings.Join(v.Said, " "), "America/New_York") {
			d.Errorf("%s, %v, %q", v.Zone, v.Start, v.Said)
		}
		v, changed := d.taken(service.InvitationInput{Zone: "America/New_York"}, floating)
		if !changed || v.Zone != "America/New_York" || !v.Start.Equal(at("2026-11-20T19:00:00Z")) {
			d.Errorf("with its zone said: %s, %v", v.Zone, v.Start)
		}
		if v, changed = d.taken(service.InvitationInput{}, floating); changed || !v.Start.Equal(at("2026-11-20T19:00:00Z")) {
			d.Errorf("the same again: %v", v.Start)
		}
		floating.Start, floating.End, floating.Sequence = floating.Start.Add(time.Hour), floating.End.Add(time.Hour), 1
		if v, _ = d.taken(service.InvitationInput{}, floating); !v.Start.Equal(at("2026-11-20T20:00:00Z")) {
			d.Errorf("an update is read in the zone of the interview: %v", v.Start)
		}
	})
}

func TestAWholeDayIsAskedAboutOnce(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		day := invitation(func(i *afterword.Invitation) {
			i.AllDay, i.Day, i.Start, i.End, i.Zone = true, afterword.NewDate(2026, 11, 24), time.Time{}, time.Time{}, ""
		})
		d.asked("start", service.InvitationInput{}, day)
		v, _ := d.taken(service.InvitationInput{Start: "2026-11-24 09:00", Zone: "Europe/London"}, day)
		day.Sequence, day.Location = 1, "12 High Street"
		if again, _ := d.taken(service.InvitationInput{}, day); !again.Start.Equal(*v.Start) || again.Location == "" {
			d.Errorf("a new place for the same day: %+v", again)
		}
		day.Sequence, day.Day = 2, afterword.NewDate(2026, 11, 25)
		d.asked("start", service.InvitationInput{}, day)
	})
}

func TestTheOneInterviewOfAFileIsFound(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		birthday := invitation(func(i *afterword.Invitation) { i.UID, i.Summary = "b", "Birthday of Tom" })
		another := invitation(func(i *afterword.Invitation) { i.UID, i.Start = "two@northwind.example", i.Start.AddDate(0, 0, 7) })
		if e := d.asked("invitation", service.InvitationInput{}, birthday, invitation(nil), another); fmt.Sprint(e.Candidates) != "[one@northwind.example two@northwind.example]" {
			d.Errorf("it asks %v", e.Candidates)
		}
		v, _ := d.taken(service.InvitationInput{}, birthday, invitation(nil))
		if v.Employer != "Northwind" || len(v.Said) != 1 {
			d.Errorf("%q, %q", v.Employer, v.Said)
		}
		if v, _ = d.taken(service.InvitationInput{UID: "b", As: "new", Employer: "Party"}, birthday, invitation(nil)); v.Employer != "Party" {
			d.Errorf("what was chosen: %q", v.Employer)
		}
		if _, _, err := d.take(service.InvitationInput{UID: "c"}, birthday, invitation(nil)); afterword.KindOf(err) != afterword.NotFound {
			d.Errorf("what is not there: %v", err)
		}
	})
}

func TestAnInvitationWithoutAUIDIsTakenOnce(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		bare := invitation(func(i *afterword.Invitation) { i.UID = "" })
		other := invitation(func(i *afterword.Invitation) { i.UID, i.Start = "", i.Start.AddDate(0, 0, 7) })
		if e := d.asked("invitation", service.InvitationInput{}, bare, other); len(e.Candidates) != 2 {
			d.Errorf("it asks %v", e.Candidates)
		}
		v, _ := d.taken(service.InvitationInput{}, bare)
		if again, changed := d.taken(service.InvitationInput{}, bare); changed || again.ID != v.ID {
			d.Errorf("the second time: %+v", again)
		}
		if _, _, err := d.svc.Invited(d.Context(), d.a, string(v.ID), "asha@example.org"); afterword.KindOf(err) != afterword.Conflict {
			d.Errorf("no calendar can match an answer to it, and one is made: %v", err)
		}
		other.UID = "x"
		two := invitation(func(i *afterword.Invitation) { i.UID = "x" })
		d.asked("start", service.InvitationInput{}, other, two)
	})
}

func TestARobotThatInvitesIsNobodyAndItsFirmIsKnown(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		v, _ := d.taken(service.InvitationInput{Me: "asha@example.org"}, invitation(func(i *afterword.Invitation) {
			i.Organizer = afterword.Mailbox{Name: "Northwind Careers", Email: "noreply@northwind.example"}
		}))
		if v.Employer != "Northwind" || len(v.People) != 0 {
			d.Errorf("%q, with %+v", v.Employer, v.People)
		}
	})
}

func TestANewInvitationThatLooksLikeAKnownOneMovedIsAskedAbout(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		robot := func(i *afterword.Invitation) {
			i.Organizer = afterword.Mailbox{Name: "Northwind Careers", Email: "noreply@northwind.example"}
		}
		v, _ := d.taken(service.InvitationInput{Me: "asha@example.org"}, invitation(robot))
		again := invitation(robot)
		again.UID, again.Start, again.End = "two@northwind.example", again.Start.AddDate(0, 0, 3), again.End.AddDate(0, 0, 3)
		if e := d.asked("invitation", service.InvitationInput{}, again); len(e.Candidates) != 1 || !strings.Contains(e.Hint, string(v.ID)) {
			d.Errorf("it asks %v, %s", e.Candidates, e.Hint)
		}
		moved, _ := d.taken(service.InvitationInput{As: string(v.ID)}, again)
		if moved.ID != v.ID || !moved.Start.Equal(again.Start) {
			d.Errorf("the same round: %+v", moved)
		}
		other := again
		other.UID, other.Summary, other.Start = "three@northwind.example", "Interview: Head of Design at Northwind", other.Start.AddDate(0, 0, 1)
		if v, _ := d.taken(service.InvitationInput{}, other); v.ID == moved.ID {
			d.Error("another job is taken for the same round")
		}
	})
}

func TestANewRoundStaysWithTheApplicationThatItIsLike(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		v, _ := d.taken(service.InvitationInput{}, invitation(nil))
		other := invitation(func(i *afterword.Invitation) {
			i.UID = "another@northwind.example"
			i.Start, i.End = i.Start.AddDate(0, 0, 1), i.End.AddDate(0, 0, 1)
		})
		d.asked("invitation", service.InvitationInput{}, other)
		next, _ := d.taken(service.InvitationInput{As: "new"}, other)
		if next.Application != v.Application || next.Round != 2 {
			d.Errorf("a new round: %+v", next)
		}
	})
}

func TestALetterStaysInTheThreadOfTheMailThatInvited(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		v, _ := d.taken(service.InvitationInput{}, invitation(func(i *afterword.Invitation) { i.Subject = "Your interview at Northwind" }))
		d.clock.Set("2026-11-20T15:30:00Z")
		n, err := d.svc.Write(d.Context(), d.a, string(v.ID), "thanks", "Priya Nair", "")
		d.must(err)
		if n.Subject != "Re: Your interview at Northwind" {
			d.Errorf("the subject is %q", n.Subject)
		}
	})
}
