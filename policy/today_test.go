package policy_test

import (
	"slices"
	"testing"
	"time"

	"afterword"
	"afterword/policy"
)

func TestTodayPutsFirstWhatCannotWait(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	in := func(d time.Duration) *time.Time { at := now.Add(d); return &at }
	steps := []afterword.Step{
		{ID: "feedback", Kind: afterword.StepAskFeedback},
		{ID: "old debrief", Kind: afterword.StepDebrief, BestBefore: in(-time.Hour)},
		{ID: "promise by Friday", Kind: afterword.StepPromise, BestBefore: in(96 * time.Hour)},
		{ID: "promise by tomorrow", Kind: afterword.StepPromise, Closes: in(24 * time.Hour)},
		{ID: "promise without a day", Kind: afterword.StepPromise},
		{ID: "thanks", Kind: afterword.StepThankYou, BestBefore: in(time.Hour)},
		{ID: "fresh debrief", Kind: afterword.StepDebrief, BestBefore: in(time.Hour)},
	}
	slices.SortStableFunc(steps, policy.Sooner(now))
	var got []string
	for _, s := range steps {
		got = append(got, s.ID)
	}
	want := []string{"fresh debrief", "thanks", "promise by tomorrow", "promise by Friday", "promise without a day", "old debrief", "feedback"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOneStepGoesBeforeAnotherOfItsInterview(t *testing.T) {
	t.Parallel()
	step := func(k afterword.StepKind, s afterword.StepState, iv afterword.ID) afterword.Step {
		return afterword.Step{Kind: k, State: s, Interview: iv}
	}
	ask := step(afterword.StepFollowUp, afterword.StepOpen, "r1")
	for _, c := range []struct {
		name  string
		step  afterword.Step
		other afterword.Step
		soon  bool
	}{
		{"a question of ours waits for the answer to theirs", ask, step(afterword.StepReplyOwed, afterword.StepOpen, "r1"), true},
		{"which was given", ask, step(afterword.StepReplyOwed, afterword.StepDone, "r1"), false},
		{"or is owed to others", ask, step(afterword.StepReplyOwed, afterword.StepOpen, "r2"), false},
		{"feedback waits for the answer to a no", step(afterword.StepAskFeedback, afterword.StepOpen, "r1"), step(afterword.StepAnswerNo, afterword.StepOpen, "r1"), true},
		{"and for nothing else", step(afterword.StepAskFeedback, afterword.StepOpen, "r1"), step(afterword.StepReplyOwed, afterword.StepOpen, "r1"), false},
		{"what is later waits for its own day", step(afterword.StepFollowUp, afterword.StepLater, "r1"), step(afterword.StepReplyOwed, afterword.StepOpen, "r1"), false},
		{"a thank-you waits for nobody", step(afterword.StepThankYou, afterword.StepOpen, "r1"), step(afterword.StepReplyOwed, afterword.StepOpen, "r1"), false},
	} {
		if got := policy.TooSoon(c.step, []afterword.Step{c.step, c.other}); got != c.soon {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}
