package service_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"afterword"
	"afterword/service"
	"afterword/store"
	"afterword/testkit"
)

// calendarDesk is an account with one interview to come.
type calendarDesk struct {
	*testing.T
	clock *testkit.Clock
	svc   *service.Service
	a     afterword.Actor
}

// eachCalendar runs a test on every engine.
func eachCalendar(t *testing.T, test func(calendarDesk)) {
	t.Parallel()
	clock := map[string]*testkit.Clock{}
	for _, engine := range []string{store.SQLite, store.Postgres} {
		clock[engine] = testkit.NewClock("2026-11-18T09:00:00Z")
		t.Run(engine, func(t *testing.T) {
			t.Parallel()
			c := clock[engine]
			db := testkit.SQLite
			if engine == store.Postgres {
				db = testkit.Postgres
			}
			svc := service.New(service.Options{DB: db(t, c.Now), Now: c.Now, Local: time.UTC})
			test(calendarDesk{T: t, clock: c, svc: svc, a: afterword.Actor{Account: testkit.Me, Face: "web"}})
		})
	}
}

func (d calendarDesk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d calendarDesk) add(in service.AddInput) service.InterviewView {
	d.Helper()
	v, err := d.svc.Add(d.Context(), d.a, in)
	d.must(err)
	return v
}

func (d calendarDesk) entries() []service.CalendarEntry {
	d.Helper()
	list, err := d.svc.Calendar(d.Context(), d.a, "")
	d.must(err)
	return list
}

func TestAnEntryGrowsOnlyWhenItChanges(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		iv := d.add(service.AddInput{Employer: "Northwind", Start: "2026-11-20 14:00", Zone: "Europe/London"})
		first := d.entries()
		d.clock.Add(time.Hour)
		if diff := cmp.Diff(first, d.entries(), cmp.AllowUnexported(service.CalendarEntry{})); diff != "" {
			d.Errorf("nothing happened:\n%s", diff)
		}
		// A name is no fact, and yet it changes the entry.
		name := "Northwind Traders"
		_, err := d.svc.Edit(d.Context(), d.a, string(iv.ID), service.EditInput{Employer: &name})
		d.must(err)
		second := d.entries()
		if second[0].UID != first[0].UID || second[0].Sequence <= first[0].Sequence || !second[0].Stamp.After(first[0].Stamp) {
			d.Errorf("renamed: %+v, then %+v", first[0], second[0])
		}
		one, err := d.svc.Calendar(d.Context(), d.a, string(iv.ID))
		d.must(err)
		if diff := cmp.Diff(second, one, cmp.AllowUnexported(service.CalendarEntry{})); diff != "" {
			d.Errorf("one application alone says something else:\n%s", diff)
		}
	})
}

func TestWhatWasDeletedIsCalledOffWithoutItsWords(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		iv := d.add(service.AddInput{Employer: "Northwind", Start: "2026-11-20 14:00", Zone: "Europe/London"})
		was := d.entries()[0]
		d.must(d.svc.Delete(d.Context(), d.a, string(iv.ID)))
		for range 2 {
			got := d.entries()
			if len(got) != 1 || !got[0].Cancelled || got[0].UID != was.UID || got[0].Sequence != was.Sequence+1 || strings.Contains(got[0].Summary, "Northwind") || len(got[0].Alarms) > 0 {
				d.Errorf("got %+v", got)
			}
		}
		d.clock.Set("2026-11-21T09:00:00Z")
		if got := d.entries(); len(got) != 0 {
			d.Errorf("it is past, and nobody waits for it: %+v", got)
		}
	})
}

func TestTheFeedOpensForItsTokenAlone(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		d.add(service.AddInput{Employer: "Northwind", Start: "2026-11-20 14:00", Zone: "Europe/London", Location: "12 High Street"})
		token, err := d.svc.NewFeed(d.Context(), d.a, false)
		d.must(err)
		got, err := d.svc.Feed(d.Context(), token)
		d.must(err)
		if len(got) != 1 || got[0].Summary != "Appointment" || got[0].Location != "" || got[0].Description != "" {
			d.Errorf("not neutral: %+v", got)
		}
		var b bytes.Buffer
		d.must(d.svc.Export(d.Context(), d.a, &b))
		if strings.Contains(b.String(), token) {
			d.Error("the token is kept")
		}
		again, err := d.svc.NewFeed(d.Context(), d.a, true)
		d.must(err)
		if got, err := d.svc.Feed(d.Context(), again); err != nil || got[0].Summary != "Northwind: interview" {
			d.Errorf("own words: %+v, %v", got, err)
		}
		d.must(d.svc.RevokeFeed(d.Context(), d.a))
		d.must(d.svc.RevokeFeed(d.Context(), d.a))
		link, err := d.svc.NewLink(d.Context(), d.a)
		d.must(err)
		said := map[string]bool{}
		for _, wrong := range []string{token, again, "", "x", link, strings.Repeat("a", 10000)} {
			_, err := d.svc.Feed(d.Context(), wrong)
			if afterword.KindOf(err) != afterword.NotFound {
				d.Errorf("%.20q: %v", wrong, err)
				continue
			}
			said[err.Error()] = true
		}
		if len(said) != 1 {
			d.Errorf("wrong tokens are told apart: %v", said)
		}
	})
}

func TestContactsAreTakenOnceAndNeverGuessed(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		d.add(service.AddInput{Employer: "Northwind", Start: "2026-11-20 14:00", Zone: "Europe/London",
			With: []string{"Priya Nair <priya@northwind.example>", "Sam Field", "Alex Kim <a@northwind.example>"}})
		d.add(service.AddInput{Employer: "Contoso", Start: "2026-11-25 14:00", Zone: "Europe/London", With: []string{"Sam Field"}})
		in := []service.Contact{
			{Name: "P. Nair", Emails: []string{"other@b.example", "PRIYA@northwind.example"}, Phones: []string{"+44 1"}},
			{Name: "Sam Field", Phones: []string{"2"}},
			{Name: "Alex Kim", Emails: []string{"alex@elsewhere.example"}},
			{Name: "New Person", Phones: []string{"3"}, Links: []string{"https://b.example/"}},
			{Emails: []string{"noreply@b.example"}},
		}
		taken, err := d.svc.AddContacts(d.Context(), d.a, in)
		d.must(err)
		names := func(list []service.PersonRef) (out []string) {
			for _, p := range list {
				out = append(out, p.Name)
			}
			return out
		}
		if !slices.Equal(names(taken.Added), []string{"Alex Kim", "New Person"}) || !slices.Equal(names(taken.Changed), []string{"Priya Nair"}) || len(taken.LeftOut) != 2 {
			d.Errorf("%+v", taken)
		}
		again, err := d.svc.AddContacts(d.Context(), d.a, in)
		d.must(err)
		if len(again.Added)+len(again.Changed) != 0 || again.Same != 3 {
			d.Errorf("the second time: %+v", again)
		}
		list, err := d.svc.Contacts(d.Context(), d.a, "priya@northwind.example")
		d.must(err)
		if len(list) != 1 || list[0].Employer != "Northwind" || list[0].Role != "interviewer" || list[0].Phones[0] != "+44 1" {
			d.Errorf("%+v", list)
		}
	})
}

func day(y int, m time.Month, n int) afterword.Date { return afterword.NewDate(y, m, n) }

func TestAHolidayFileIsCountedForItsRegionAndItsYears(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		_, err := d.svc.Set(d.Context(), d.a, "region", "IN")
		d.must(err)
		iv := d.add(service.AddInput{Employer: "Northwind", Start: "2026-11-16 10:00", End: "2026-11-16 11:00", Zone: "Asia/Kolkata"})
		until := func() string {
			p, err := d.svc.Plan(d.Context(), d.a, string(iv.ID))
			d.must(err)
			if p.Wait == nil {
				d.Fatal("no wait")
			}
			return p.Wait.Until.String()
		}
		before := until()
		v, err := d.svc.SetHolidays(d.Context(), d.a, "", []service.Days{{From: day(2026, 11, 24), To: day(2026, 11, 25)}, {From: day(2026, 11, 24), To: day(2026, 11, 24)}})
		d.must(err)
		if v.Region != "IN" || len(v.Days) != 2 || !slices.Equal(v.Years, []int{2026}) {
			d.Errorf("%+v", v)
		}
		if after := until(); before != "2026-11-30" || after != "2026-12-02" {
			d.Errorf("ten working days ended %s, and with two holidays %s", before, after)
		}
		_, err = d.svc.SetHolidays(d.Context(), d.a, "", nil)
		if afterword.KindOf(err) != afterword.InvalidInput || until() != "2026-12-02" {
			d.Errorf("an empty file: %v", err)
		}
		_, err = d.svc.SetHolidays(d.Context(), d.a, "", []service.Days{{From: day(2026, 1, 1), To: day(2200, 1, 1)}})
		if afterword.KindOf(err) != afterword.InvalidInput {
			d.Errorf("a file of two hundred years: %v", err)
		}
		d.must(d.svc.ClearHolidays(d.Context(), d.a))
		if until() != before {
			d.Error("the file is forgotten, and still counted")
		}
	})
}

func TestAwayDaysOfACalendarFollowItAndLeaveHandWrittenOnesAlone(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		_, err := d.svc.AwayAdd(d.Context(), d.a, "2026-12-24", "2026-12-27", "by phone")
		d.must(err)
		week := service.Days{From: day(2026, 12, 1), To: day(2026, 12, 8)}
		v, err := d.svc.AwayTake(d.Context(), d.a, "https://a.example/x.ics", []service.Days{week, week, {From: day(2026, 1, 1), To: day(2026, 1, 9)}, {From: day(2026, 12, 5), To: day(2026, 12, 5), Repeats: true}})
		d.must(err)
		if len(v.Away) != 1 || v.Away[0].Note != "" || len(v.Said) != 1 {
			d.Errorf("%+v", v)
		}
		again, err := d.svc.AwayTake(d.Context(), d.a, "https://a.example/x.ics", []service.Days{week, {From: day(2027, 1, 4), To: day(2027, 1, 5)}})
		d.must(err)
		if len(again.Away) != 2 || again.Away[0].ID != v.Away[0].ID {
			d.Errorf("what stayed the same got a new id: %+v", again)
		}
		d.must(d.svc.AwayForget(d.Context(), d.a))
		list, err := d.svc.AwayList(d.Context(), d.a)
		d.must(err)
		if len(list) != 1 || list[0].Note != "by phone" {
			d.Errorf("left: %+v", list)
		}
	})
}

func TestAnAnswerGoesToWhoInvited(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		inv := afterword.Invitation{Method: "REQUEST", UID: "abc", Sequence: 3, RecurrenceID: "2026-11-20T14:00:00Z", Start: time.Date(2026, 11, 20, 14, 0, 0, 0, time.UTC),
			End: time.Date(2026, 11, 20, 15, 0, 0, 0, time.UTC), Zone: "Europe/London", Summary: "Interview with Northwind",
			Organizer: afterword.Mailbox{Name: "Priya Nair", Email: "priya@northwind.example"},
			Attendees: []afterword.Mailbox{{Name: "Asha", Email: "asha@example.org"}, {Name: "Priya Nair", Email: "priya@northwind.example"}}}
		v, _, err := d.svc.AddInvitation(d.Context(), d.a, service.InvitationInput{Invitations: []afterword.Invitation{inv}, Employer: "Northwind", Me: "asha@example.org"})
		d.must(err)
		later := "2026-11-20 16:00"
		_, err = d.svc.Edit(d.Context(), d.a, string(v.ID), service.EditInput{Start: &later})
		d.must(err)
		got, me, err := d.svc.Invited(d.Context(), d.a, string(v.ID), "")
		d.must(err)
		if got.UID != "abc" || got.Sequence != 3 || got.RecurrenceID != inv.RecurrenceID || got.Organizer != inv.Organizer || !got.Start.Equal(inv.Start) || me.Email != "asha@example.org" {
			d.Errorf("%+v, %+v", got, me)
		}
		by := d.add(service.AddInput{Employer: "Contoso", Start: "2026-11-25 14:00", Zone: "Europe/London"})
		if _, _, err := d.svc.Invited(d.Context(), d.a, string(by.ID), ""); afterword.KindOf(err) != afterword.Conflict {
			d.Errorf("nobody invited, and that is not asked: %v", err)
		}
	})
}

func TestAClashWithDaysAwayIsShown(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		d.add(service.AddInput{Employer: "Northwind", Start: "2026-11-17 14:00", Zone: "Europe/London"}) // two weeks of waiting, and two more
		d.add(service.AddInput{Employer: "Contoso", Start: "2026-12-24 23:30", Zone: "America/New_York"})
		for _, days := range [][2]string{{"2026-12-01", "2026-12-03"}, {"2026-12-24", "2026-12-26"}, {"2027-03-01", "2027-03-02"}} {
			_, err := d.svc.AwayAdd(d.Context(), d.a, days[0], days[1], "")
			d.must(err)
		}
		list, err := d.svc.AwayList(d.Context(), d.a)
		d.must(err)
		var got [][]string
		for _, w := range list {
			got = append(got, w.Clashes)
		}
		if diff := cmp.Diff([][]string{{"Northwind may want you then."}, {"Contoso: the interview is on Thu 24 Dec."}, nil}, got); diff != "" {
			d.Error(diff)
		}
	})
}

func TestARegionOrAYearThatIsNotKnownIsSaidToBeUnknown(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		iv := d.add(service.AddInput{Employer: "Northwind", Start: "2026-11-16 10:00", Zone: "Asia/Kolkata"})
		says := func() string {
			p, err := d.svc.Plan(d.Context(), d.a, string(iv.ID))
			d.must(err)
			return p.Wait.Uncounted
		}
		if got := says(); got != "" {
			d.Errorf("no region, and yet %q", got)
		}
		for region, want := range map[string]string{"IN": "The public holidays of IN are not known for 2026, so none were counted.", "GB": ""} {
			_, err := d.svc.Set(d.Context(), d.a, "region", region)
			d.must(err)
			if got := says(); got != want {
				d.Errorf("%s: %q", region, got)
			}
		}
		_, err := d.svc.Set(d.Context(), d.a, "region", "IN")
		d.must(err)
		_, err = d.svc.SetHolidays(d.Context(), d.a, "", []service.Days{{From: day(2026, 12, 25), To: day(2026, 12, 25)}})
		d.must(err)
		if got := says(); got != "" {
			d.Errorf("the days were given, and yet %q", got)
		}
		_, err = d.svc.Wait(d.Context(), d.a, string(iv.ID), "2026-12-31")
		d.must(err)
		if got := says(); got != "The public holidays of IN are not known for 2027, so none were counted." {
			d.Errorf("over the end of the file: %q", got)
		}
	})
}
