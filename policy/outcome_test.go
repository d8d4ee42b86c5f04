package policy_test

import (
	"testing"

	"afterword"
)

func TestTheNewestNewsIsTheOutcome(t *testing.T) {
	t.Parallel()
	const two = direct + "2026-11-21 09:00 sent thanks to Priya Nair for r1\n2026-11-21 09:00 sent thanks to Tom Reed for r1\n"
	const second = two + "2026-11-25 09:00 booked r2 2026-12-02 10:00 to 11:00 with Lena Hale\n"
	cases := []struct {
		name, story, now string
		outcome          afterword.Outcome
		state            afterword.State
	}{
		{"none", two, "2026-11-25 10:00", "", afterword.StateWaiting},
		{"a no", two + "2026-11-25 09:00 no r1", "2026-11-25 10:00", afterword.OutcomeNo, afterword.StateAnswered},
		{"a no, answered", two + "2026-11-25 09:00 no r1\n2026-11-25 11:00 sent answer_no for r1", "2026-11-25 12:00", afterword.OutcomeNo, afterword.StateClosed},
		{"a no, left without an answer", two + "2026-11-25 09:00 no r1\n2026-11-25 11:00 skip answer_no for r1", "2026-11-25 12:00", afterword.OutcomeNo, afterword.StateClosed},
		{"the same by its step", two + "2026-11-25 09:00 no r1\n2026-11-25 11:00 skip_step r1 answer_no", "2026-11-25 12:00", afterword.OutcomeNo, afterword.StateClosed},
		{"a no, opened again", two + "2026-11-25 09:00 no r1\n2026-11-25 11:00 reopened r1", "2026-11-25 12:00", "", afterword.StateWaiting},
		{"a second no wants an answer of its own", two + "2026-11-25 09:00 no r1\n2026-11-25 11:00 sent answer_no for r1\n2026-11-26 09:00 reopened r1\n2026-12-01 09:00 no r1", "2026-12-01 12:00", afterword.OutcomeNo, afterword.StateAnswered},
		{"an offer", two + "2026-11-25 09:00 offer r1", "2026-11-25 10:00", afterword.OutcomeOffer, afterword.StateAnswered},
		{"taken", two + "2026-11-25 09:00 offer r1\n2026-11-26 09:00 accepted r1", "2026-11-26 10:00", afterword.OutcomeAccepted, afterword.StateClosed},
		{"or not", two + "2026-11-25 09:00 offer r1\n2026-11-26 09:00 declined r1", "2026-11-26 10:00", afterword.OutcomeDeclined, afterword.StateClosed},
		{"they stopped", two + "2026-11-25 09:00 stopped r1", "2026-11-25 10:00", afterword.OutcomeStopped, afterword.StateClosed},
		{"put down", two + "2026-12-25 09:00 no_reply r1", "2026-12-25 10:00", afterword.OutcomeNoReply, afterword.StateClosed},
		{"a withdrawal that went", two + "2026-11-25 09:00 sent withdrawal for r1", "2026-11-25 10:00", afterword.OutcomeWithdrew, afterword.StateClosed},
		{"and is undone", two + "2026-11-25 09:00 sent withdrawal for r1\n2026-11-25 09:00 withdrew r1\n2026-11-25 10:00 undo f6\n", "2026-11-25 11:00", "", afterword.StateWaiting},
		{"through", two + "2026-11-25 09:00 next_round r1", "2026-11-25 10:00", afterword.OutcomeNextRound, afterword.StateWaiting},
		{"through, and then it took place", second + "2026-11-25 09:00 next_round r1", "2026-12-02 11:00", "", afterword.StateClosed},
		{"called off", second + "2026-11-26 09:00 called_off r2", "2026-11-26 10:00", afterword.OutcomeCalledOff, afterword.StateWaiting},
		{"called off, and booked anew", second + "2026-11-26 09:00 called_off r2\n2026-11-27 09:00 moved r2 2026-12-09 10:00", "2026-11-27 10:00", "", afterword.StateClosed},
		{"a call-off undoes no no", second + "2026-11-26 09:00 no r1\n2026-11-26 09:01 called_off r2", "2026-11-26 10:00", afterword.OutcomeNo, afterword.StateAnswered},
		{"nor an offer", second + "2026-11-26 09:00 offer r1\n2026-11-26 09:01 called_off r2", "2026-11-26 10:00", afterword.OutcomeOffer, afterword.StateAnswered},
		{"a round booked after a no opens it again", two + "2026-11-25 09:00 no r1\n2026-11-27 09:00 booked r2 2026-12-02 10:00 to 11:00", "2026-11-27 10:00", "", afterword.StateClosed},
		{"one that was only forgotten does not", two + "2026-11-25 09:00 no r1\n2026-11-27 09:00 booked r2 2026-11-22 10:00 to 11:00", "2026-11-27 10:00", afterword.OutcomeNo, afterword.StateClosed},
		{"undone", two + "2026-11-25 09:00 no r1\n2026-11-25 09:30 undo f5", "2026-11-25 10:00", "", afterword.StateWaiting},
		{"documents are asked for", two + "2026-11-25 09:00 documents r1", "2026-11-25 10:00", "", afterword.StateAnswered},
		{"and sent", two + "2026-11-25 09:00 documents r1\n2026-11-25 09:30 sent promised for r1", "2026-11-25 10:00", "", afterword.StateWaiting},
		{"or replied to", two + "2026-11-25 09:00 documents r1\n2026-11-25 09:30 sent reply for r1", "2026-11-25 10:00", "", afterword.StateWaiting},
		{"references are asked for", two + "2026-11-25 09:00 references r1", "2026-11-25 10:00", "", afterword.StateAnswered},
		{"and checked", two + "2026-11-25 09:00 references r1\n2026-11-27 09:30 checked r1", "2026-11-27 10:00", "", afterword.StateWaiting},
		{"asked", two + "2026-12-07 09:00 sent status for r1", "2026-12-07 10:00", "", afterword.StateAsked},
		{"asked and answered", two + "2026-12-07 09:00 sent status for r1\n2026-12-08 09:00 wrote r1", "2026-12-08 10:00", "", afterword.StateWaiting},
		{"may ask", two, "2026-12-07 09:00", "", afterword.StateMayAsk},
		{"not while a round is booked", second, "2026-12-02 09:59", "", afterword.StateClosed},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := tell(t, c.story).plan("r1", c.now)
			if p.Outcome != c.outcome || p.State != c.state {
				t.Errorf("got outcome %q, state %s, want %q, %s (%s)", p.Outcome, p.State, c.outcome, c.state, p.Says)
			}
		})
	}
}
