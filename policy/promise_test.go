package policy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"afterword/policy"
)

func TestAPromiseIsOpenUntilItIsKept(t *testing.T) {
	t.Parallel()
	const round = "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-20 14:00 to 15:00 with Priya Nair\n"
	const two = `2026-11-20 15:10 debrief r1 {"just":"fine","promised":[{"what":"Portfolio link"},{"what":"home task","due":"2026-11-27"}]}` + "\n"
	cases := []struct {
		name, story string
		want        map[string]string
	}{
		{"without a date, a day after the end", round + two, map[string]string{"Portfolio link": "due 21 Nov 15:00", "home task": "due 27 Nov 23:59"}},
		{"made the day after, a day after that", round + "2026-11-23 10:00 promise r1 a reference", map[string]string{"a reference": "due 24 Nov 10:00"}},
		{"kept, whatever the case and the spaces", round + two + "2026-11-21 10:00 kept r1  portfolio  LINK", map[string]string{"Portfolio link": "kept 21 Nov 10:00", "home task": "due 27 Nov 23:59"}},
		{"kept by its note", round + two + "2026-11-22 10:00 sent promised for r1 promise home task", map[string]string{"Portfolio link": "due 21 Nov 15:00", "home task": "kept 22 Nov 10:00"}},
		{"a note that names none keeps the first due", round + two + "2026-11-22 10:00 sent promised for r1", map[string]string{"Portfolio link": "kept 22 Nov 10:00", "home task": "due 27 Nov 23:59"}},
		{"a hand-in keeps the task", round + two + "2026-11-23 10:00 submitted r1", map[string]string{"Portfolio link": "due 21 Nov 15:00", "home task": "kept 23 Nov 10:00"}},
		{"a later list replaces the first", round + two + `2026-11-20 16:10 debrief r1 {"promised":[{"what":"home task","due":"2026-11-30"}]}`, map[string]string{"home task": "due 30 Nov 23:59"}},
		{"a list that is not there does not", round + two + `2026-11-20 16:10 debrief r1 {"went_well":["calm"]}`, map[string]string{"Portfolio link": "due 21 Nov 15:00", "home task": "due 27 Nov 23:59"}},
		{"what they ask for", round + "2026-11-23 10:00 documents r1 until 2026-11-26 what payslips", map[string]string{"payslips": "due 26 Nov 23:59"}},
		{"and ask for again", round + "2026-11-23 10:00 documents r1\n2026-11-23 11:00 kept r1 the documents they asked for\n2026-11-25 10:00 documents r1 until 2026-11-26", map[string]string{"the documents they asked for": "due 26 Nov 23:59"}},
		{"undone", round + two + "2026-11-21 10:00 kept r1 portfolio link\n2026-11-21 11:00 undo f3", map[string]string{"Portfolio link": "due 21 Nov 15:00", "home task": "due 27 Nov 23:59"}},
		{"promised again in a later round", round + two + "2026-11-21 10:00 kept r1 home task\n2026-11-22 10:00 booked r2 2026-11-24 10:00 to 11:00\n" +
			`2026-11-24 11:10 debrief r2 {"just":"fine","promised":[{"what":"home task"}]}`, map[string]string{"Portfolio link": "due 21 Nov 15:00", "home task": "due 25 Nov 11:00"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := tell(t, c.story)
			got := map[string]string{}
			for _, p := range policy.Stand(s.c, "r1", s.r, s.at("2026-11-30 10:00")).Promises {
				if got[p.What] = "due " + p.Due.In(s.own).Format("2 Jan 15:04"); !p.Kept.IsZero() {
					got[p.What] = "kept " + p.Kept.In(s.own).Format("2 Jan 15:04")
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
