package policy_test

import (
	"testing"

	"afterword/policy"
)

// Contract, section 2: what "today" means is the interview's zone. At three in the afternoon in New York
// "by 5pm" is today, though it is night in London.
func TestAnHourTheyNamedIsOnTheirClock(t *testing.T) {
	t.Parallel()
	s := tell(t, `
own Europe/London
2026-11-10 09:00 booked r1 2026-11-20 14:00 to 15:00 in America/New_York with Bo Lee
2026-11-20 20:30 debrief r1 {"met":[{"name":"Bo Lee"}],"hear":{"said":"you will hear from us by 5pm"}}
`)
	p := policy.Compute(s.c, "r1", s.r, s.at("2026-11-20 21:00"))
	if p.Wait == nil || p.Wait.Until.String() != "2026-11-20" || p.Wait.Guessed {
		t.Errorf("W is %+v, want Friday 20 November", p.Wait)
	}
}
