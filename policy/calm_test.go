package policy_test

import (
	"slices"
	"testing"
	"time"

	"afterword"
	"afterword/policy"
)

// M19: three interviews over six weeks, lived minute by minute as a scheduler would: each reminder of
// the plans as they stand is given when its moment comes. One a day at most, none at night, none
// while there is only waiting.
func TestThreeInterviewsInSixWeeksStayCalm(t *testing.T) {
	t.Parallel()
	lives := []string{`
own Europe/London
referee Ruth Adler
2026-11-01 09:00 agreed Ruth Adler
2026-11-01 09:30 booked r1 2026-11-02 10:00 to 11:00 with Priya Nair, Tom Reed
2026-11-02 17:00 debrief r1 {"met":[{"name":"Priya Nair"},{"name":"Tom Reed"}],"hear":{"said":"1 to 2 weeks"},"promised":[{"what":"portfolio link","due":"2026-11-05"}]}
2026-11-03 19:00 sent thanks to Priya Nair for r1
2026-11-04 18:10 sent thanks to Tom Reed for r1
2026-11-05 09:00 kept r1 portfolio link
2026-11-05 20:00 sent referee_heads_up to Ruth Adler for r1
2026-11-17 09:05 sent status for r1
`, `
own Europe/London
2026-11-01 09:30 booked r1 2026-11-03 21:30 to 22:30 with Lena Hale
2026-11-04 07:45 debrief r1 {"met":[{"name":"Lena Hale"}],"hear":{"said":"two weeks"}}
2026-11-04 08:00 sent thanks to Lena Hale for r1
2026-11-06 14:00 wrote r1 from Lena Hale
2026-11-09 12:00 sent reply to Lena Hale for r1
2026-11-18 09:10 sent status for r1
`, `
own Europe/London
agency Dana Cole
2026-11-01 09:30 booked r1 2026-11-02 15:00 to 16:00 with Ido Marsh
2026-11-03 09:00 debrief r1 {"met":[{"name":"Ido Marsh"}],"hear":{"said":"in three weeks"}}
2026-11-03 10:00 sent agency_thanks for r1
2026-11-05 10:00 skip thanks to Ido Marsh for r1
`}
	var all []*story
	for _, l := range lives {
		all = append(all, tell(t, l))
	}
	from := all[0].at("2026-11-01 00:00")
	given := map[afterword.Date][]string{}
	var spent []time.Time
	for now := from; now.Before(from.AddDate(0, 0, 42)); now = now.Add(time.Minute) {
		if now.Minute()%5 != 0 {
			continue
		}
		var plans []afterword.Plan
		for _, s := range all {
			if p := policy.Compute(known(s.c, now), "r1", s.r, now); len(p.Steps) > 0 {
				plans = append(plans, p)
			}
		}
		said := false
		for i, p := range policy.Thin(plans, all[0].own, spent...) {
			for _, st := range p.Steps {
				for j, at := range st.Remind {
					if at.After(now) || !at.After(now.Add(-5*time.Minute)) {
						continue
					}
					day := afterword.DateOf(now.In(all[0].own))
					end := st.Kind == afterword.StepDebrief && j == 0
					if !end {
						said = true
						given[day] = append(given[day], at.Format("15:04")+" "+st.ID)
					}
					if m := at.In(all[0].own).Hour()*60 + at.In(all[0].own).Minute(); m < 450 || m >= 1260 {
						t.Errorf("at night: %s %s", at, st.ID)
					}
					if plans[i].State == afterword.StateWaiting && open(plans[i]) == 0 {
						t.Errorf("while waiting: %s %s", at, st.ID)
					}
				}
			}
		}
		if said {
			spent = append(spent, now)
		}
	}
	if len(given) < 6 {
		t.Errorf("it was too calm to prove anything: %v", given)
	}
	for day, list := range given {
		moments := map[string]bool{}
		for _, g := range list {
			moments[g[:5]] = true
		}
		if len(moments) > 1 {
			t.Errorf("%s: %v", day, list)
		}
	}
}

// open counts what is the candidate's to do and was said.
func open(p afterword.Plan) int {
	n := 0
	for _, s := range p.Steps {
		if len(s.Remind) > 0 && s.State != afterword.StepLater {
			n++
		}
	}
	return n
}

// known is what a case holds at a moment.
func known(c afterword.Case, now time.Time) afterword.Case {
	c.Facts = slices.DeleteFunc(slices.Clone(c.Facts), func(f afterword.Fact) bool { return f.At.After(now) })
	return c
}

// M17: the twelve cases of the guard.
func TestTheTwelveCasesOfTheGuard(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, story, now, try, verdict, heading string }{
		{"early", direct, "2026-11-25 10:00", "status to Hana Mori", afterword.Hold, "Let this one rest until Mon 7 Dec"},
		{"on the day", direct, "2026-12-07 09:00", "status to Hana Mori", afterword.Allow, "This can go"},
		{"second", direct + "2026-12-07 09:00 sent status to Hana Mori for r1", "2026-12-10 10:00", "status to Hana Mori", afterword.Refuse, "You have asked once. That is enough."},
		{"other person", direct + "2026-12-07 09:00 sent status to Hana Mori for r1", "2026-12-10 10:00", "status to Tom Reed", afterword.Refuse, "One question, one person"},
		{"call", byEmail, "2026-12-07 10:00", "status to Hana Mori by phone", afterword.Refuse, "They asked for email"},
		{"reply", direct + "2026-11-24 09:00 wrote r1 from Hana Mori", "2026-11-24 10:00", "reply", afterword.Allow, "This can go"},
		{"promise", direct + "2026-11-24 09:00 promise r1 portfolio", "2026-11-24 10:00", "promised", afterword.Allow, "This can go"},
		{"new date", direct + "2026-12-03 09:00 delay r1 until 2026-12-11", "2026-12-08 10:00", "status", afterword.Hold, "Let this one rest until Mon 14 Dec"},
		{"an earlier date", direct + "2026-11-24 09:00 delay r1 until 2026-11-27", "2026-11-30 09:00", "status", afterword.Allow, "This can go"},
		{"next round", direct + "2026-12-03 09:00 booked r2 2026-12-10 14:00 to 15:00", "2026-12-08 10:00", "status", afterword.Hold, "A round is booked"},
		{"agency", byAgency, "2026-12-08 10:00", "status to Priya Nair", afterword.Refuse, "Ask Dana Cole"},
		{"drawer", direct + "2026-11-25 10:00 keep status to Hana Mori for r1", "2026-12-07 09:00", "status to Hana Mori note n1", afterword.Allow, "This can go"},
		{"drawer, and a no came", direct + "2026-11-25 10:00 keep status to Hana Mori for r1\n2026-12-01 10:00 no r1", "2026-12-07 09:00", "status to Hana Mori note n1", afterword.Refuse, "This one is over"},
		{"the clocks change", "own Europe/London\ncontact Hana Mori\n2026-03-10 09:00 booked r1 2026-03-13 14:00 to 15:00\n" +
			`2026-03-13 15:30 debrief r1 {"just":"fine","hear":{"said":"1 to 2 weeks"}}`, "2026-03-30 08:59", "status", afterword.Hold, "Let this one rest until Mon 30 Mar"},
		{"the clocks changed", "own Europe/London\ncontact Hana Mori\n2026-03-10 09:00 booked r1 2026-03-13 14:00 to 15:00\n" +
			`2026-03-13 15:30 debrief r1 {"just":"fine","hear":{"said":"1 to 2 weeks"}}`, "2026-03-30 09:00", "status", afterword.Allow, "This can go"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if v := tell(t, c.story).may(c.now, c.try); v.Verdict != c.verdict || v.Heading != c.heading {
				t.Errorf("got %s %q (row %d), want %s %q", v.Verdict, v.Heading, v.Rule, c.verdict, c.heading)
			}
		})
	}
}

// M18 in six zones.
func TestOneToTwoWeeksEndOnFridayAndMayBeAskedOnMonday(t *testing.T) {
	t.Parallel()
	for _, zone := range []string{"Europe/London", "America/New_York", "America/Los_Angeles", "Asia/Singapore", "Asia/Kolkata", "Pacific/Auckland"} {
		s := tell(t, "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-20 14:00 to 15:10 in "+zone+"\n"+
			`2026-11-21 15:40 debrief r1 {"just":"fine","hear":{"said":"1 to 2 weeks"}}`)
		p := s.plan("r1", "2026-11-22 16:00")
		if p.Wait.Until.String() != "2026-12-04" || p.Wait.AskFrom.In(s.zone(zone)).Format("Mon 2 Jan 15:04") != "Mon 7 Dec 09:00" {
			t.Errorf("%s: %+v", zone, p.Wait)
		}
	}
}
