package policy_test

import (
	"testing"

	"afterword"
)

// R03: when they write only on a yes, the day to put it down is in the plan from the start.
func TestWhoWritesOnlyOnAYesShowsTheClosingDayWhileWaiting(t *testing.T) {
	t.Parallel()
	for answer, shown := range map[string]bool{"only_if_yes": true, "yes": false, "unknown": false} {
		p := tell(t, "2026-11-10 09:00 booked r1 2026-11-20 14:00 to 15:00\n"+
			`2026-11-20 15:20 debrief r1 {"just":"fine","hear":{"said":"1 to 2 weeks","either_way":"`+answer+`"}}`).plan("r1", "2026-11-25 10:00")
		found := false
		for _, s := range p.Steps {
			if s.Kind == afterword.StepClose {
				found = true
				if s.State != afterword.StepLater || s.Opens.Format("2006-01-02 15:04") != "2026-12-21 09:00" {
					t.Errorf("%s: it is %s from %s", answer, s.State, s.Opens)
				}
			}
		}
		if found != shown {
			t.Errorf("%s: the closing day is shown: %t", answer, found)
		}
	}
}
