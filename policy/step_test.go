package policy_test

import (
	"testing"

	"afterword"
)

// How single steps stand, each told in a line or two.
func TestStepsStandAsTheFactsSay(t *testing.T) {
	t.Parallel()
	const settled = direct + "2026-11-20 16:00 sent thanks to Priya Nair for r1\n2026-11-20 16:30 sent thanks to Tom Reed for r1\n"
	cases := []struct {
		name, story, now, step string
		state                  afterword.StepState
	}{
		{"look back waits for the evening", direct, "2026-11-20 17:59", "look_back", afterword.StepLater},
		{"and opens", direct, "2026-11-20 18:00", "look_back", afterword.StepOpen},
		{"until the third day is over", direct, "2026-11-23 23:59", "look_back", afterword.StepOpen},
		{"and no longer", direct, "2026-11-24 00:00", "look_back", afterword.StepOver},
		{"it is done", direct + "2026-11-20 19:00 look_back r1 {\"went_well\":[\"calm\"]}", "2026-11-20 20:00", "look_back", afterword.StepDone},

		{"referees wait for the thank-yous", direct + "referee Ruth Adler\n2026-11-01 10:00 agreed Ruth Adler", "2026-11-20 18:00", "referee_heads_up", afterword.StepLater},
		{"a day at most", direct + "referee Ruth Adler\n2026-11-01 10:00 agreed Ruth Adler", "2026-11-21 15:10", "referee_heads_up", afterword.StepOpen},
		{"they are told when those are sent", settled + "referee Ruth Adler\n2026-11-01 10:00 agreed Ruth Adler", "2026-11-20 16:30", "referee_heads_up", afterword.StepOpen},
		{"or skipped", direct + "2026-11-20 16:00 skip thanks to Priya Nair for r1\n2026-11-20 16:30 skip_step r1 thank_you:tom-reed\nreferee Ruth Adler\n2026-11-01 10:00 agreed Ruth Adler", "2026-11-20 16:30", "referee_heads_up", afterword.StepOpen},
		{"at once when references are asked for", direct + "referee Ruth Adler\n2026-11-01 10:00 agreed Ruth Adler\n2026-11-20 16:00 references r1", "2026-11-20 16:00", "referee_heads_up", afterword.StepOpen},
		{"who has not agreed is asked first", settled + "referee Ruth Adler", "2026-11-20 17:00", "referee_heads_up", afterword.StepHeld},
		{"who was told by phone knows", settled + "referee Ruth Adler\n2026-11-20 17:00 told Ruth Adler", "2026-11-20 17:00", "referee_heads_up", afterword.StepDone},
		{"without a referee there is one step", settled, "2026-11-20 17:00", "referee_heads_up", afterword.StepOpen},
		{"thanks when the check is done", settled + "referee Ruth Adler\n2026-11-20 17:00 agreed Ruth Adler\n2026-11-20 18:00 sent referee_heads_up to Ruth Adler for r1\n2026-11-25 10:00 checked r1", "2026-11-25 10:00", "referee_thanks", afterword.StepOpen},
		{"or the outcome is known", settled + "referee Ruth Adler\n2026-11-20 17:00 agreed Ruth Adler\n2026-11-20 18:00 sent referee_heads_up to Ruth Adler for r1\n2026-11-25 10:00 offer r1", "2026-11-25 10:00", "referee_thanks", afterword.StepOpen},
		{"not before", settled + "referee Ruth Adler\n2026-11-20 17:00 agreed Ruth Adler\n2026-11-20 18:00 sent referee_heads_up to Ruth Adler for r1", "2026-11-25 10:00", "referee_thanks", ""},
		{"once", settled + "referee Ruth Adler\n2026-11-20 17:00 agreed Ruth Adler\n2026-11-20 18:00 sent referee_heads_up to Ruth Adler for r1\n2026-11-25 10:00 checked r1\n2026-11-25 11:00 sent referee_thanks to Ruth Adler for r1", "2026-11-25 12:00", "referee_thanks", afterword.StepDone},

		{"decide stays open", direct, "2026-12-20 10:00", "decide", afterword.StepOpen},
		{"also when unsure", direct + `2026-11-21 10:00 decide r1 {"want":"unsure"}`, "2026-11-25 10:00", "decide", afterword.StepOpen},
		{"decided", direct + `2026-11-21 10:00 decide r1 {"want":"still"}`, "2026-11-25 10:00", "decide", afterword.StepDone},
		{"over at the outcome", direct + "2026-11-25 10:00 no r1", "2026-11-25 10:00", "decide", afterword.StepOver},
		{"a word from an advocate", direct + "advocate Ido Marsh", "2026-11-20 16:00", "ask_word", afterword.StepOpen},
		{"over at the outcome too", direct + "advocate Ido Marsh\n2026-11-25 10:00 offer r1", "2026-11-25 10:00", "ask_word", afterword.StepOver},
		{"an insider who met the candidate is not asked", direct + "insider Tom Reed", "2026-11-20 16:00", "ask_insider", ""},

		{"keep going after a week", settled, "2026-11-27 16:30", "keep_going", afterword.StepOpen},
		{"not before", settled, "2026-11-27 16:29", "keep_going", afterword.StepLater},
		{"nor when something moved elsewhere", settled + "elsewhere_moved 2026-11-26 10:00", "2026-11-28 10:00", "keep_going", afterword.StepLater},

		{"feedback for ten working days", settled + "2026-11-25 10:00 no r1", "2026-12-09 23:59", "ask_feedback", afterword.StepOpen},
		{"and no longer", settled + "2026-11-25 10:00 no r1", "2026-12-10 00:00", "ask_feedback", afterword.StepOver},
		{"an answer to a no may be written at once", settled + "2026-11-25 10:00 no r1", "2026-11-25 10:00", "answer_no", afterword.StepOpen},
		{"staying in touch has a date", settled + "2026-11-25 10:00 no r1", "2027-02-23 08:59", "stay_in_touch", afterword.StepLater},
		{"which comes", settled + "2026-11-25 10:00 no r1", "2027-02-23 09:00", "stay_in_touch", afterword.StepOpen},
		{"elsewhere counts as contact", settled + "2026-11-25 10:00 no r1\nelsewhere_contact 2027-01-10 10:00", "2027-02-23 09:00", "stay_in_touch", afterword.StepLater},

		{"put it down ten working days after A", settled, "2026-12-21 09:00", "close", afterword.StepOpen},
		{"not before", settled, "2026-12-21 08:59", "close", afterword.StepLater},
		{"or after the question", settled + "2026-12-10 10:00 sent status for r1", "2026-12-24 09:00", "close", afterword.StepOpen},
		{"not before that", settled + "2026-12-10 10:00 sent status for r1", "2026-12-24 08:59", "close", afterword.StepLater},
		{"withdraw when it is not for me", direct + `2026-11-21 10:00 decide r1 {"want":"no"}`, "2026-11-21 10:00", "withdraw", afterword.StepOpen},
		{"until it ended", direct + `2026-11-21 10:00 decide r1 {"want":"no"}` + "\n2026-11-22 10:00 no r1", "2026-11-22 10:00", "withdraw", afterword.StepOver},
		{"a change of mind", direct + `2026-11-21 10:00 decide r1 {"want":"no"}` + "\n" + `2026-11-22 10:00 decide r1 {"want":"still"}`, "2026-11-22 10:00", "withdraw", ""},
		{"documents that went are the answer", settled + "2026-11-25 10:00 documents r1\n2026-11-25 11:00 sent promised for r1", "2026-11-25 12:00", "reply_owed", afterword.StepDone},
		{"a no ends what was owed", settled + "2026-11-25 10:00 wrote r1\n2026-11-25 11:00 no r1", "2026-11-25 12:00", "reply_owed", afterword.StepOver},
	}
	for _, c := range cases {
		t.Run(c.step+": "+c.name, func(t *testing.T) {
			t.Parallel()
			st := step(tell(t, c.story).plan("r1", c.now), c.step)
			switch {
			case st == nil && c.state == "":
			case st == nil:
				t.Error("there is no such step")
			case st.State != c.state:
				t.Errorf("got %q, want %q", st.State, c.state)
			}
		})
	}
}
