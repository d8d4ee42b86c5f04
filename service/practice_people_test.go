package service_test

import (
	"testing"

	"afterword"
	"afterword/service"
)

const (
	ruth = "Ruth Adeyemi <ruth@mira.example>"
	sam  = "Sam Ortiz <sam@mira.example>"
)

func TestR71ARefereeWhoWasNotAskedIsNotWrittenTo(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(sam, "").northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		s.is("referee_heads_up Sam Ortiz", afterword.StepHeld, "R71")
		s.may("referee_heads_up to Sam Ortiz", "hold", "R71")
		if err := s.approve(s.writes("referee_heads_up to Sam Ortiz"), ""); afterword.KindOf(err) != afterword.NotYet {
			t.Errorf("it went: %v", err)
		}
		_, err := s.svc.RefereeAgreed(t.Context(), s.me, "Sam Ortiz", "2026-11-19")
		s.must(err)
		s.same("agreed on", s.referee("Sam Ortiz").Agreed.String(), "2026-11-19")
		s.is("referee_heads_up Sam Ortiz", afterword.StepOpen).may("referee_heads_up to Sam Ortiz", "allow", "R72")
	})
}

func TestR72EachRefereeIsToldAndItIsKeptWhoWasToldWhat(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").refereeAdd(sam, "2026-11-02")
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.is("referee_heads_up Ruth Adeyemi", afterword.StepLater)
		s.at("Sat 21 Nov 14:59").is("referee_heads_up Ruth Adeyemi", afterword.StepLater)
		s.at("Sat 21 Nov 15:00").is("referee_heads_up Ruth Adeyemi", afterword.StepOpen, "R72") // a day after, at the latest
		s.at("Mon 23 Nov 10:00").sends("referee_heads_up to Ruth Adeyemi")
		s.is("referee_heads_up Ruth Adeyemi", afterword.StepDone).is("referee_heads_up Sam Ortiz", afterword.StepOpen)
		told := s.referee("Ruth Adeyemi").Told
		s.same("who was told", []string{told[0].Employer, s.words(*told[0].HeadsUp)}, []string{"Northwind", "Mon 23 Nov 10:00"})
		s.same("who was not", len(s.referee("Sam Ortiz").Told), 0)
		s.skipStep("referee_heads_up Sam Ortiz").is("referee_heads_up Sam Ortiz", afterword.StepSkipped)
	})
}

func TestR73ARefereeHearsWhyIWantItAndWhatICouldDo(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").northwind().at("Fri 20 Nov 15:20").debrief(panel + "could_help_with: cleaning the customer data first\n")
		n := s.writes("referee_heads_up to Ruth Adeyemi")
		s.holds(n, "at Northwind for the data analyst role, and they may call you", "I would like to have this job.", "cleaning the customer data first")
		s.decide(service.DecideInput{Want: "unsure"}).lost(s.writes("referee_heads_up to Ruth Adeyemi"), "I would like to have this job")
	})
}

func TestR74ARefereeGetsUpToThreePointsForEachJob(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").northwind().at("Fri 20 Nov 15:20").debrief(panel)
		northwind := s.iv
		points := func(iv string, p ...string) error {
			_, err := s.svc.RefereePoints(t.Context(), s.me, "Ruth Adeyemi", iv, p)
			return err
		}
		s.must(points(northwind, "the 40 reports", "training the team"))
		s.refused(points(northwind, "a", "b", "c", "d"), afterword.InvalidInput, "points")
		s.add(service.AddInput{Employer: "Orbit", Start: "Mon 23 Nov 10:00", End: "Mon 23 Nov 11:00"})
		s.must(points(s.iv, "the timetable project"))
		s.at("Mon 23 Nov 11:10").debrief(`{just: fine}`)
		s.holds(s.writes("referee_heads_up to Ruth Adeyemi"), "- the timetable project").lost(s.writes("referee_heads_up to Ruth Adeyemi"), "40 reports")
		s.iv = northwind
		s.holds(s.sends("referee_heads_up to Ruth Adeyemi"), "- the 40 reports\n- training the team")
		got := map[string][]string{}
		for _, told := range s.referee("Ruth Adeyemi").Told {
			got[told.Employer] = told.Points
		}
		s.same("who was told what", got, map[string][]string{"Northwind": {"the 40 reports", "training the team"}, "Orbit": {"the timetable project"}})
	})
}

func TestR75ARefereeCanBeCalledWhateverWasAgreedWithTheEmployer(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").northwind().at("Fri 20 Nov 15:20").debrief(panel).debrief(`{hear: {said: 1 to 2 weeks, channel: email}}`).thanks()
		s.may("referee_heads_up to Ruth Adeyemi by phone", "allow")
		call := s.sends("referee_heads_up to Ruth Adeyemi by phone")
		s.holds(call, "Is this a good moment?").same("by", call.Channel, afterword.Phone)
		s.is("referee_heads_up Ruth Adeyemi", afterword.StepDone)
	})
}

func TestR75WhatWasToldOutsideIsKeptWithItsDay(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		_, err := s.svc.RefereeKnows(t.Context(), s.me, "Ruth Adeyemi", s.iv)
		s.must(err)
		s.is("referee_heads_up Ruth Adeyemi", afterword.StepDone).reminded("referee_heads_up Ruth Adeyemi")
		s.same("told", s.words(*s.referee("Ruth Adeyemi").Told[0].HeadsUp), "Fri 20 Nov 15:20")
		s.at("Thu 26 Nov 10:00").news("checked")
		s.is("referee_thanks Ruth Adeyemi", afterword.StepOpen)
	})
}

func TestR76WhenReferencesAreAskedForTheRefereesHearAtOnce(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").northwind().at("Fri 20 Nov 15:20").debrief(panel).is("referee_heads_up Ruth Adeyemi", afterword.StepLater)
		s.at("Fri 20 Nov 16:30").news("references", service.NewsInput{From: "Priya Nair"})
		s.state(afterword.StateAnswered).is("referee_heads_up Ruth Adeyemi", afterword.StepOpen, "R76")
		s.same("best before", s.words(*s.step("referee_heads_up Ruth Adeyemi").BestBefore), "Mon 23 Nov 23:59")
		s.holds(s.writes("referee_heads_up to Ruth Adeyemi"), "They have asked for my referees")
		s.thanks().reminded("referee_heads_up Ruth Adeyemi", "Fri 20 Nov 16:30") // once
		s.at("Fri 20 Nov 17:00").sends("referee_heads_up to Ruth Adeyemi")
		s.reminded("referee_heads_up Ruth Adeyemi").at("Thu 26 Nov 10:00").news("checked")
		told := s.referee("Ruth Adeyemi").Told[0]
		s.same("before the check", told.HeadsUp.Before(s.clock.Now()), true)
	})
}

func TestR77RefereesAreThankedAfterTheCheck(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").refereeAdd(sam, "").northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		s.sends("referee_heads_up to Ruth Adeyemi")
		s.lacks("referee_thanks").at("Thu 26 Nov 10:00").news("checked")
		s.is("referee_thanks Ruth Adeyemi", afterword.StepOpen, "R77").reminded("referee_thanks Ruth Adeyemi", "Thu 26 Nov 10:00")
		s.lacks("referee_thanks Sam Ortiz") // who was not asked did nothing to thank for
		s.holds(s.sends("referee_thanks to Ruth Adeyemi"), "Thank you for speaking to Northwind for me")
		s.is("referee_thanks Ruth Adeyemi", afterword.StepDone).reminded("referee_thanks Ruth Adeyemi")
		s.same("kept", s.words(*s.referee("Ruth Adeyemi").Told[0].Thanked), "Thu 26 Nov 10:00")
	})
}

// knows adds someone to the application with a role.
func knows(s *life, who, kind string) {
	s.t.Helper()
	s.news("wrote", service.NewsInput{From: who, NoAnswerNeeded: true})
	s.role(who, kind)
}

func TestR78SomeoneWhoKnowsTheManagerIsAskedForAWordOnce(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		knows(s, "Ines Roth <ines@friends.example>", "advocate")
		knows(s, "Hana Mori <hana@northwind.example>", "hiring_manager")
		s.is("ask_word Ines Roth", afterword.StepOpen, "R78").lacks("ask_word Hana Mori")
		s.may("ask_word to Hana Mori", "refuse", "R78")
		s.holds(s.sends("ask_word to Ines Roth"), "you know Hana Mori", "would you put in a word for me?", "If you would rather not, that is completely fine.")
		s.is("ask_word Ines Roth", afterword.StepDone).may("ask_word to Ines Roth", "refuse", "R78")
	})
}

func TestR79SomeoneWhoWorksThereIsAskedWhatItIsLike(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		knows(s, "Olu Bello <olu@northwind.example>", "insider")
		s.is("ask_insider Olu Bello", afterword.StepOpen, "R79").may("ask_insider to Tom Reed", "refuse", "R79")
		s.holds(s.sends("ask_insider to Olu Bello"), "What is it like to work there day to day?")
		s.may("ask_insider to Olu Bello", "refuse", "R79")
		s.decide(service.DecideInput{Signs: []string{"+ Olu says they leave at five"}})
		d, err := s.svc.Decision(t.Context(), s.me, s.iv)
		s.must(err)
		s.same("what Olu said", d.Signs, []afterword.Sign{{Good: true, What: "Olu says they leave at five"}})
	})
}
