package policy_test

import (
	"testing"
	"time"

	"afterword"
	"afterword/policy"
)

func TestTheReplyClockRunsInWorkingHours(t *testing.T) {
	t.Parallel()
	cases := []struct{ wrote, nudge, best string }{
		{"2026-11-23 11:00", "Mon 23 15:00", "Tue 24 11:00"},
		{"2026-11-23 15:00", "Tue 24 11:00", "Tue 24 15:00"},
		{"2026-11-23 09:00", "Mon 23 13:00", "Mon 23 17:00"},
		{"2026-11-23 06:00", "Mon 23 13:00", "Mon 23 17:00"},
		{"2026-11-20 13:00", "Fri 20 17:00", "Mon 23 13:00"},
		{"2026-11-20 18:00", "Mon 23 13:00", "Mon 23 17:00"},
		{"2026-11-21 11:00", "Mon 23 13:00", "Mon 23 17:00"},
		{"2026-12-24 16:00", "Tue 29 12:00", "Tue 29 16:00"}, // Christmas, Boxing Day on a Saturday: Monday is free
	}
	for _, c := range cases {
		s := tell(t, "own Europe/London\nregion GB\n2026-11-10 09:00 booked r1 2026-11-12 14:00 to 15:00 with Priya Nair\n2026-11-12 15:10 debrief r1 {\"just\":\"fine\"}\n"+
			"2026-11-12 15:20 sent thanks to Priya Nair for r1\n"+c.wrote+" wrote r1 from Priya Nair")
		st := step(s.plan("r1", c.wrote), "reply_owed")
		if len(st.Remind) != 1 {
			t.Fatalf("%s: reminders %v", c.wrote, st.Remind)
		}
		nudge, best := st.Remind[0].In(s.own).Format("Mon 2 15:04"), st.BestBefore.In(s.own).Format("Mon 2 15:04")
		if nudge != c.nudge || best != c.best {
			t.Errorf("wrote %s: nudge %s, best before %s, want %s and %s", c.wrote, nudge, best, c.nudge, c.best)
		}
	}
}

// waits checks W and A in London.
func TestWhatTheySayLaterMovesTheWait(t *testing.T) {
	t.Parallel()
	const round = "own Europe/London\nregion GB\nreferee Ruth Adler\n2026-11-10 09:00 booked r1 2026-11-20 14:00 to 15:00 with Priya Nair\n"
	const said = round + `2026-11-20 15:10 debrief r1 {"just":"fine","hear":{"said":"1 to 2 weeks"}}` + "\n"
	cases := []struct {
		name, story, until, ask string
		guessed                 bool
	}{
		{"nothing said", round, "2026-12-04", "2026-12-07", true},
		{"unreadable", round + `2026-11-20 15:10 debrief r1 {"just":"fine","hear":{"said":"when the stars are right"}}`, "2026-12-04", "2026-12-07", true},
		{"said", said, "2026-12-04", "2026-12-07", false},
		{"a later date", said + "2026-12-01 10:00 delay r1 until 2026-12-18", "2026-12-18", "2026-12-21", false},
		{"an earlier date", said + "2026-11-24 10:00 delay r1 until 2026-11-26", "2026-11-26", "2026-11-27", false},
		{"a message with a date", said + "2026-11-24 10:00 wrote r1 until 2026-12-09", "2026-12-09", "2026-12-10", false},
		{"a message without one", said + "2026-11-24 10:00 wrote r1", "2026-12-04", "2026-12-07", false},
		{"the same when W is past", said + "2026-12-05 10:00 wrote r1", "2026-12-18", "2026-12-21", true},
		{"on the day itself it is not", said + "2026-12-04 23:00 wrote r1", "2026-12-04", "2026-12-07", false},
		{"no answer needed moves it too", said + "2026-12-08 10:00 wrote r1 no answer needed", "2026-12-22", "2026-12-23", true},
		{"an automatic mail does not", said + "2026-12-08 10:00 automatic r1", "2026-12-04", "2026-12-07", false},
		{"nor a referee's", said + "2026-12-08 10:00 wrote r1 from Ruth Adler", "2026-12-04", "2026-12-07", false},
		{"you are through", said + "2026-11-25 10:00 next_round r1", "2026-12-02", "2026-12-03", true},
		{"with a date", said + "2026-11-25 10:00 next_round r1 until 2026-11-30", "2026-11-30", "2026-12-01", false},
		{"documents are due, which is not when one hears", said + "2026-11-25 10:00 documents r1 until 2026-12-30", "2026-12-04", "2026-12-07", false},
		{"a task handed in", said + "2026-11-25 10:00 submitted r1", "2026-12-09", "2026-12-10", true},
		{"a date of one's own", said + "2026-11-25 10:00 wait r1 2026-12-15", "2026-12-15", "2026-12-16", false},
		{"and what they say after it", said + "2026-11-25 10:00 wait r1 2026-12-15\n2026-11-26 10:00 delay r1 until 2026-12-10", "2026-12-10", "2026-12-11", false},
		{"undone, it is as before", said + "2026-11-25 10:00 wait r1 2026-12-15\n2026-11-26 10:00 undo f3", "2026-12-04", "2026-12-07", false},
		{"a holiday is no day to ask", said + "2026-11-25 10:00 delay r1 until 2026-12-24", "2026-12-24", "2026-12-29", false},
		{"the task's due date until it is handed in", round + `2026-11-20 15:10 debrief r1 {"just":"fine","hear":{"said":"a week after you submit"},"promised":[{"what":"test task","due":"2026-11-27"}]}`, "2026-12-04", "2026-12-07", false},
		{"guessed without one", round + `2026-11-20 15:10 debrief r1 {"just":"fine","hear":{"said":"a week after you submit"},"promised":[{"what":"test task"}]}`, "2026-12-04", "2026-12-07", true},
		{"from the hand-in", round + `2026-11-20 15:10 debrief r1 {"just":"fine","hear":{"said":"a week after you submit"}}` + "\n2026-11-23 10:00 submitted r1", "2026-11-30", "2026-12-01", false},
		{"a later round says anew", said + "2026-11-25 10:00 booked r2 2026-11-27 10:00 to 11:00 with Tom Reed\n" + `2026-11-27 12:00 debrief r2 {"just":"fine","hear":{"said":"on Tuesday"}}`, "2026-12-01", "2026-12-02", false},
		{"called off", said + "2026-11-25 10:00 booked r2 2026-12-02 10:00 to 11:00 with Tom Reed\n2026-11-26 10:00 called_off r2", "2026-11-26", "2026-11-27", false},
		{"until a new date is booked", said + "2026-11-25 10:00 booked r2 2026-12-02 10:00 to 11:00 with Tom Reed\n2026-11-26 10:00 called_off r2\n2026-11-27 10:00 booked r3 2027-02-02 10:00 to 11:00 with Tom Reed", "2026-12-04", "2026-12-07", false},
		{"nobody came", said + "2026-11-25 10:00 booked r2 2026-11-27 10:00 to 11:00 with Tom Reed\n2026-11-28 10:00 no_show r2", "2026-11-27", "2026-11-30", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := tell(t, c.story)
			w := s.plan("r1", "2026-12-30 10:00").Wait
			if w == nil || w.Until.String() != c.until || afterword.DateOf(w.AskFrom.In(s.own)).String() != c.ask || w.Guessed != c.guessed {
				t.Errorf("got %+v, want until %s, ask %s, guessed %v", w, c.until, c.ask, c.guessed)
			}
		})
	}
}

func TestAReminderThatWasGivenTakesItsDay(t *testing.T) {
	t.Parallel()
	// The debrief was asked for at 08:30; written at 09:00, the second nudge of the day stays away.
	s := tell(t, "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-19 09:00 to 10:00 with Priya Nair\n2026-11-20 09:00 debrief r1 {\"just\":\"fine\"}")
	if r := step(s.plan("r1", "2026-11-20 09:10"), "thank_you").Remind; len(r) != 1 || r[0].Format("Mon 15:04") != "Thu 14:00" {
		t.Errorf("reminders of the thank-you: %v", r)
	}
	s = tell(t, "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-19 09:00 to 10:00 with Priya Nair\n2026-11-19 20:00 debrief r1 {\"just\":\"fine\"}")
	if r := step(s.plan("r1", "2026-11-20 09:10"), "thank_you").Remind; len(r) != 2 || r[1].Format("Mon 15:04") != "Fri 16:00" {
		t.Errorf("reminders of the thank-you: %v", r)
	}
}

func TestARefereeMakesRoomForAThankYou(t *testing.T) {
	t.Parallel()
	s := tell(t, "own Europe/London\nreferee Ruth Adler\n2026-11-01 09:00 agreed Ruth Adler\n2026-11-10 09:00 booked r1 2026-11-19 09:00 to 10:00 with Priya Nair\n2026-11-19 20:00 debrief r1 {\"just\":\"fine\"}")
	p := s.plan("r1", "2026-11-19 21:00")
	if r := step(p, "thank_you").Remind; len(r) != 2 {
		t.Errorf("reminders of the thank-you: %v", r)
	}
	if r := step(p, "referee_heads_up").Remind; len(r) != 0 {
		t.Errorf("reminders of the referee: %v", r)
	}
}

func TestAThankYouMakesRoomForWritingItDown(t *testing.T) {
	t.Parallel()
	s := tell(t, "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-19 17:30 to 18:30 with Priya Nair")
	p := s.plan("r1", "2026-11-19 20:00")
	if r := step(p, "debrief").Remind; len(r) != 2 || r[0].Format("15:04") != "18:40" || r[1].Format("Mon 15:04") != "Fri 08:30" {
		t.Errorf("reminders of the debrief: %v", r)
	}
	if r := step(p, "thank_you").Remind; len(r) != 1 || r[0].Format("Mon 15:04") != "Sat 07:30" {
		t.Errorf("reminders of the thank-you: %v", r)
	}
}

func TestThinKeepsOneReminderADayOverSeveralInterviews(t *testing.T) {
	t.Parallel()
	a := tell(t, direct).plan("r1", "2026-11-20 16:00")
	b := tell(t, "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-20 10:00 to 11:00 with Lena Hale").plan("r1", "2026-11-20 16:00")
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]int{}
	for _, p := range policy.Thin([]afterword.Plan{a, b}, london) {
		for _, st := range p.Steps {
			for i, r := range st.Remind {
				if st.Kind != afterword.StepDebrief || i > 0 {
					days[r.In(london).Format("2 15:04")]++
				}
			}
		}
	}
	if days["20 15:00"] != 1 || days["20 19:10"] != 0 {
		t.Errorf("Friday: %v", days)
	}
}

func TestSittingsShareADayAndNoMore(t *testing.T) {
	t.Parallel()
	s := tell(t, "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-20 10:00 to 11:00 in Asia/Singapore\n2026-11-10 09:00 booked r2 2026-11-20 23:00 to 23:30 in Asia/Singapore\n2026-11-10 09:00 booked r3 2026-11-21 00:30 to 01:00 in Asia/Singapore")
	if !policy.SameSitting(s.c, "r1", "r2", s.r) || policy.SameSitting(s.c, "r2", "r3", s.r) {
		t.Error("the day is the interview's")
	}
	if st := policy.Stand(s.c, "r1", s.r, s.at("2026-11-20 12:00")); len(st.Sitting) != 2 || !st.E.Equal(s.at("2026-11-20 15:30")) {
		t.Errorf("%v ends %s", st.Sitting, st.E)
	}
}

func TestBeingAwayMattersUntilTenWorkingDaysAfterTheWait(t *testing.T) {
	t.Parallel()
	for away, want := range map[string]bool{
		"2026-11-10 2026-11-19": false, "2026-11-10 2026-11-20": true, "2026-12-18 2026-12-30": true, "2026-12-19 2026-12-30": false,
	} {
		s := tell(t, direct+"away "+away)
		if got := step(s.plan("r1", "2026-11-25 10:00"), "stay_available") != nil; got != want {
			t.Errorf("away %s: clash %v, want %v", away, got, want)
		}
	}
}

func TestTheEndIsWhatTheCandidateSays(t *testing.T) {
	t.Parallel()
	const day = "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-20 10:00 to 10:45\n2026-11-10 09:00 booked r2 2026-11-20 14:00 to 15:00\n"
	cases := []struct{ name, story, first, end string }{
		{"the planned end", day, "10:45", "15:00"},
		{"an hour when none was planned", "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-20 14:00", "15:00", "15:00"},
		{"over, for the round that was on", day + "2026-11-20 10:50 over r1", "10:50", "15:00"},
		{"and for the last, whichever was named", day + "2026-11-20 14:50 over r1", "10:45", "14:50"},
		{"it ran over", day + "2026-11-20 15:20 over r2", "10:45", "15:20"},
		{"the last word counts", day + "2026-11-20 15:20 over r2\n2026-11-20 15:10 over r2", "10:45", "15:10"},
		{"a debrief begun before", day + `2026-11-20 14:40 debrief r1 {"just":"fine"}`, "10:45", "14:40"},
		{"which over beats", day + `2026-11-20 14:40 debrief r2 {"just":"fine"}` + "\n2026-11-20 15:10 over r2", "10:45", "15:10"},
		{"also when it came first", day + "2026-11-20 14:30 over r2\n" + `2026-11-20 14:40 debrief r2 {"just":"fine"}`, "10:45", "14:30"},
		{"a debrief between two rounds ends the first", day + `2026-11-20 10:40 debrief r1 {"just":"fine"}`, "10:40", "15:00"},
		{"a debrief after it changes nothing", day + `2026-11-20 16:40 debrief r2 {"just":"fine"}`, "10:45", "15:00"},
		{"undone, it is as planned", day + "2026-11-20 15:20 over r2\n2026-11-20 15:21 undo f3", "10:45", "15:00"},
		{"a corrected end", day + "2026-11-20 16:00 corrected r2 to 2026-11-20 15:30", "10:45", "15:30"},
	}
	for _, c := range cases {
		s := tell(t, c.story)
		st := policy.Stand(s.c, "r1", s.r, s.at("2026-11-20 20:00"))
		if got := st.RoundEnd.In(s.own).Format("15:04"); got != c.first {
			t.Errorf("%s: the first round ended %s, want %s", c.name, got, c.first)
		}
		if got := st.E.In(s.own).Format("15:04"); got != c.end {
			t.Errorf("%s: the sitting ended %s, want %s", c.name, got, c.end)
		}
	}
}
