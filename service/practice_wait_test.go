package service_test

import (
	"regexp"
	"strings"
	"testing"

	"afterword"
	"afterword/service"
)

// done is Northwind with everything done that is the candidate's to do: only the waiting is left.
func done(s *life) *life {
	s.t.Helper()
	s.northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
	s.decide(service.DecideInput{Want: "still"}).skipStep("referee_heads_up")
	s.at("Fri 20 Nov 18:10").lookBack(`{went_well: [calm]}`)
	return s
}

func TestR57NothingRemindsWhileThereIsOnlyWaiting(t *testing.T) {
	tell(t, func(s *life) {
		done(s)
		for _, day := range []string{"Fri 20 Nov 18:11", "Sat 21 Nov 09:00", "Thu 26 Nov 12:00", "Mon 30 Nov 08:00", "Fri 4 Dec 23:59"} {
			s.at(day).state(afterword.StateWaiting)
			s.same("says", s.plan().Says, "Nothing to do until Fri 4 Dec.")
			s.same("Today says", s.today().Says, "Nothing to do today. You have done your part.")
			for _, step := range s.plan().Steps {
				for _, at := range step.Remind {
					if step.Kind != afterword.StepFollowUp || s.words(at) != "Mon 7 Dec 09:00" {
						t.Errorf("%s: %s reminds at %s", day, step.ID, s.words(at))
					}
				}
			}
		}
		s.at("Sun 6 Dec 12:00").same("on the Sunday", s.plan().Says, "You may ask once from Mon 7 Dec.")
	})
}

func TestR58WhatIsMineStandsApartFromWhatIsTheirs(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Mon 23 Nov 10:00")
		s.same("mine", len(s.today().Steps), 0)
		s.same("theirs", names(s.today().Waiting, func(l service.LineView) string { return l.Employer + ": " + l.Says }), []string{"Northwind: Nothing to do until Fri 4 Dec."})
		_, err := s.svc.Promise(t.Context(), s.me, s.iv, "the slides", "2026-11-24")
		s.must(err)
		s.same("mine again", s.today().Now.About, "the slides")
		_, err = s.svc.KeepPromise(t.Context(), s.me, "the slides")
		s.must(err)
		s.same("mine", len(s.today().Steps), 0)
	})
}

// guesses are words of who predicts.
var guesses = regexp.MustCompile(`(?i)\b(likely|unlikely|chances?|odds|probabl\w*|promising|good sign|confident|percent|score)\b|%`)

func TestR59NothingIsPredictedHoweverItWent(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 18:30").debrief(bleak).lookBack(`{next_time: [begin again]}`)
		cold := s.plan()
		warm := s.debrief(glowing).lookBack(`{went_well: [they laughed, they showed me my desk]}`).plan()
		s.same("the plan of a warm interview", warm, cold)
		for _, step := range warm.Steps {
			if w := guesses.FindString(step.Because); w != "" {
				t.Errorf("%s guesses: %q", step.ID, w)
			}
		}
	})
}

func TestR60OneDayIsShownInWordsWithHowItWasReckoned(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Mon 23 Nov 10:00").waits("1 to 2 weeks", "2026-12-04", "Mon 7 Dec 09:00")
		s.same("how", s.step("follow_up").Because, "They may decide until Fri 4 Dec. Then one simple question is fine.")
		l := s.today().Waiting[0]
		s.same("on Today", []any{l.Until.Words(), l.Day, l.Days, s.words(*l.AskFrom)}, []any{"Fri 4 Dec", 3, 14, "Mon 7 Dec 09:00"})
	})
}

func TestR61AQuestionThatComesTooSoonIsKeptUntilItsDay(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Wed 25 Nov 10:00")
		v := s.may("status to Priya Nair", "hold until Mon 7 Dec 09:00", "R61", "R62")
		s.same("why", v.Because, `They said “1 to 2 weeks”, so they may still be deciding until Fri 4 Dec. Writing now rarely helps.`)
		n := s.writes("status to Priya Nair")
		if err := s.approve(n, ""); afterword.KindOf(err) != afterword.NotYet {
			t.Errorf("it may go now: %v", err)
		}
		kept, err := s.svc.Keep(t.Context(), s.me, string(n.ID))
		s.must(err)
		s.same("kept", []any{kept.State, s.words(*kept.KeepUntil)}, []any{afterword.NoteKept, "Mon 7 Dec 09:00"})
		s.at("Mon 7 Dec 09:00").must(s.approve(n, ""))
	})
}

func TestR61ItMayGoSoonerOnceWithAReason(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Wed 25 Nov 10:00")
		n := s.writes("status to Priya Nair")
		s.must(s.approve(n, "another offer runs out tomorrow"))
		record, err := s.svc.Record(t.Context(), s.me, s.iv)
		s.must(err)
		why := ""
		for _, f := range record {
			if f.Kind == afterword.Overrode {
				why = f.Detail.Why
			}
		}
		s.same("the reason is a fact", why, "another offer runs out tomorrow")
		s.same("a second time", s.may("status to Tom Reed", "hold until Mon 7 Dec 09:00").MayOverride, false)
	})
}

func TestR62TheLongerEndOfARangeCounts(t *testing.T) {
	for said, want := range map[string][2]string{
		"1 to 2 weeks":          {"2026-12-04", "Mon 7 Dec 09:00"},
		"in 2-3 weeks":          {"2026-12-11", "Mon 14 Dec 09:00"},
		"3 to 5 working days":   {"2026-11-27", "Mon 30 Nov 09:00"},
		"early next week":       {"2026-11-25", "Thu 26 Nov 09:00"},
		"Tuesday or Wednesday":  {"2026-11-25", "Thu 26 Nov 09:00"},
		"before Friday 27 Nov":  {"2026-11-26", "Fri 27 Nov 09:00"},
		"within the next month": {"2026-12-20", "Mon 21 Dec 09:00"},
	} {
		t.Run("R62 they said "+said, func(t *testing.T) {
			tell(t, func(s *life) {
				s.northwind().at("Fri 20 Nov 15:20").debrief(`{just: x, hear: {said: `+said+`}}`).waits(said, want[0], want[1])
			})
		})
	}
}

func TestR63WhenTheirTimeIsOverOneShortQuestionIsReady(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Mon 7 Dec 08:59").is("follow_up", afterword.StepLater).may("status", "hold until Mon 7 Dec 09:00")
		s.at("Mon 7 Dec 09:00").state(afterword.StateMayAsk).is("follow_up", afterword.StepOpen, "R63").reminded("follow_up", "Mon 7 Dec 09:00")
		n := s.sends("status to Priya Nair")
		s.same("one question", strings.Count(n.Body, "?"), 1)
		s.holds(n, "You said that I could expect to hear by about 4 December.", "any news about the data analyst role at Northwind")
		if n.Words > 60 {
			t.Errorf("%d words", n.Words)
		}
		s.state(afterword.StateAsked).is("follow_up", afterword.StepDone).reminded("follow_up")
	})
}

func TestR64ASecondQuestionStaysUntilTheyGiveANewDate(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Mon 7 Dec 10:00").sends("status to Priya Nair")
		s.at("Mon 14 Dec 10:00").may("status to Priya Nair", "refuse", "R64")
		s.may("status to Priya Nair by portal", "refuse", "R64")
		s.news("automatic")
		s.may("status to Priya Nair", "refuse", "R64") // an automatic reply answers nothing
		s.news("delay", service.NewsInput{Until: "2026-12-18", From: "Priya Nair"})
		s.may("status to Priya Nair", "hold until Mon 21 Dec 09:00", "R61")
		s.at("Mon 21 Dec 09:00").may("status to Priya Nair", "allow")
		s.sends("status to Priya Nair")
		s.may("status to Priya Nair", "refuse", "R64")
	})
}

func TestR65WithoutADateTenWorkingDaysAreOurGuess(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{just: nobody said when}`).waits("", "2026-12-04", "Mon 7 Dec 09:00")
		s.same("our guess", s.plan().Wait.Guessed, true).is("follow_up", afterword.StepLater, "R65")
		_, err := s.svc.Wait(t.Context(), s.me, s.iv, "2026-11-27")
		s.must(err)
		s.waits("", "2026-11-27", "Mon 30 Nov 09:00").same("no guess any more", s.plan().Wait.Guessed, false)
		_, err = s.svc.Wait(t.Context(), s.me, s.iv, "2026-11-02")
		s.refused(err, afterword.InvalidInput, "date")
	})
}

func TestR66TheQuestionMayBeACallUnlessTheyAskedForEmail(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Mon 7 Dec 10:00").may("status to Priya Nair by phone", "allow", "R63")
		call := s.writes("status to Priya Nair by phone")
		s.holds(call, "this is Asha Kapoor. Is this a good moment?", "any news", "Thank you for telling me.").same("no subject", call.Subject, "")
		s.debrief(`{hear: {said: 1 to 2 weeks, channel: email}}`).may("status to Priya Nair by phone", "refuse", "R07")
		s.refused(s.approve(call, ""), afterword.InvalidInput, "channel")
		s.debrief(`{hear: {said: 1 to 2 weeks, channel: any}}`).sends("status to Priya Nair by phone")
		s.state(afterword.StateAsked)
	})
}

func TestR67ACallCountsAsTheOneQuestion(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Mon 7 Dec 10:00").sends("status to Priya Nair by phone")
		s.at("Wed 9 Dec 10:00").may("status to Priya Nair by email", "refuse", "R67")
		s.may("status to Priya Nair by phone", "refuse", "R67")
	})
}

func TestR68WhoeverIsAskedThereTheyAreOneTeam(t *testing.T) {
	tell(t, func(s *life) {
		done(s).iv = string(s.news("next_round", service.NewsInput{Start: "Wed 2 Dec 10:00", End: "Wed 2 Dec 11:00"}).New)
		first := s.plan().Application
		s.at("Wed 2 Dec 11:10").debrief(`{met: [{name: Wen Li, email: wen.li@northwind.example, talked_about: the team}], hear: {said: 3 working days}}`)
		s.sends("thanks to Wen Li")
		s.at("Tue 8 Dec 09:00").sends("status to Wen Li")
		v := s.may("status to Tom Reed", "refuse", "R68")
		s.same("why", v.Because, "You asked Wen Li on Tue 8 Dec. Asking Tom Reed too counts as a second time.")
		all, err := s.svc.List(t.Context(), s.me, service.ListFilter{})
		s.must(err)
		for _, round := range all { // the same from every round
			s.iv = string(round.ID)
			s.same("one application", round.Application, first)
			s.may("status to Priya Nair", "refuse", "R68")
		}
	})
}

func TestR69SilenceIsPutDownAndCanBeTakenUpAgain(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Mon 7 Dec 10:00").sends("status to Priya Nair")
		s.at("Mon 21 Dec 08:59").is("close", afterword.StepLater, "R69")
		s.at("Mon 21 Dec 09:00").is("close", afterword.StepOpen).reminded("close")
		s.news("no_reply")
		s.state(afterword.StateClosed).same("outcome", s.show().Outcome, afterword.OutcomeNoReply)
		s.may("status to Priya Nair", "refuse", "R64")
		s.at("Wed 6 Jan 2027 10:00").news("reopened")
		s.same("outcome", s.show().Outcome, afterword.NoOutcome).state(afterword.StateAsked)
	})
}

func TestR70NobodyIsFollowedAround(t *testing.T) {
	tell(t, func(s *life) {
		done(s)
		s.may("ask_insider to Priya Nair", "refuse", "R70")
		s.may("ask_word to Tom Reed", "refuse", "R70")
		s.at("Mon 7 Dec 10:00")
		for _, kind := range afterword.NoteKinds() { // letters are plain words: nothing in them calls home
			n := s.writes(string(kind) + " to Priya Nair")
			s.lost(n, "http", "<img", "src=", "<a ", "cid:").lost(service.NoteView{Body: n.Subject}, "http")
		}
	})
}
