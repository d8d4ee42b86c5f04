package service_test

import (
	"slices"
	"testing"

	"afterword"
	"afterword/service"
)

func TestR01ThePocketCardOpensTwoHoursBeforeAndTheAnswerIsKept(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind()
		s.at("Fri 20 Nov 11:59").is("pocket_card", afterword.StepLater, "R01")
		s.at("Fri 20 Nov 12:00").is("pocket_card", afterword.StepOpen).state(afterword.StateComingUp)
		s.at("Fri 20 Nov 15:00").is("pocket_card", afterword.StepOver)
		s.debrief(`{met_nobody_named: true, hear: {next_steps: "a panel, then the director"}}`)
		s.same("what comes next", s.written().Hear.NextSteps, "a panel, then the director")
	})
}

func TestR02WhatTheySaidBecomesADayToWaitFor(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{met_nobody_named: true, hear: {said: 1 to 2 weeks}}`)
		s.waits("1 to 2 weeks", "2026-12-04", "Mon 7 Dec 09:00")
		s.debrief(`{hear: {said: 3 working days}}`).waits("3 working days", "2026-11-25", "Thu 26 Nov 09:00")
		s.debrief(`{hear: {said: by the end of the month}}`).waits("by the end of the month", "2026-11-30", "Tue 1 Dec 09:00")
	})
}

func TestR03WhoOnlyWritesOnAYesLeavesADayOnWhichSilenceIsAnAnswer(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{met_nobody_named: true, hear: {said: 1 to 2 weeks, either_way: "yes"}}`)
		s.lacks("close")
		s.debrief(`{hear: {said: 1 to 2 weeks, either_way: only_if_yes}}`)
		s.same("kept", s.written().Hear.EitherWay, "only_if_yes")
		step := s.is("close", afterword.StepLater).step("close")
		s.same("the closing day", s.words(*step.Opens), "Mon 21 Dec 09:00")
		s.same("why", step.Because, "They write only if it is a yes, so silence may be their answer. Then you can put this one down.")
		s.refused(s.tries(`{just: x, hear: {either_way: perhaps}}`), afterword.InvalidInput, "hear.either_way")
	})
}

func TestR04AnotherRoundTakesTodaysAnswersAlong(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`
met: [{name: Priya Nair}]
questions: [{asked: Why us?, answered: your open data}]
hear: {another_round: "yes"}
`)
		s.same("kept", s.written().Hear.AnotherRound, "yes")
		next := s.at("Tue 24 Nov 10:00").news("next_round", service.NewsInput{Start: "Wed 2 Dec 10:00", End: "Wed 2 Dec 11:00"}).New
		s.is("next_round", afterword.StepOpen, "R90")
		s.iv = string(next)
		s.same("round", s.show().Round, 2)
		s.same("said before", names(s.prep().Said, func(a afterword.Answer) string { return a.Answered }), []string{"your open data"})
	})
}

func TestR05NobodyIsWrittenToWithoutAWayToReachThem(t *testing.T) {
	tell(t, func(s *life) {
		s.add(service.AddInput{Employer: "Northwind", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00", With: []string{"Priya Nair"}})
		s.at("Fri 20 Nov 15:20").debrief(`{met: [{name: Priya Nair, talked_about: the reports}]}`)
		n := s.writes("thanks to Priya Nair")
		s.refused(s.approve(n, ""), afterword.InvalidInput, "route")
		email := "priya.nair@northwind.example" // the front desk knew it
		_, err := s.svc.EditPerson(t.Context(), s.me, "Priya Nair", service.PersonEdit{Email: &email})
		s.must(err)
		s.must(s.approve(n, ""))
	})
}

func TestR07TheWayTheyAskedForIsTheWay(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).debrief(`{hear: {said: 1 to 2 weeks, channel: email}}`)
		s.same("agreed", s.show().Channel, afterword.Email)
		s.at("Mon 7 Dec 10:00")
		s.may("status to Priya Nair by phone", "refuse", "R07")
		s.may("status to Priya Nair by message", "refuse", "R07")
		s.may("status to Priya Nair by email", "allow")
		s.check(s.writes("status to Priya Nair by phone"), "channel", afterword.Stop, "They asked for email")
		s.same("nothing named", s.writes("status to Tom Reed").Channel, afterword.Email)
		s.news("wrote", service.NewsInput{From: "Priya Nair", By: "phone"}) // who calls may be called back
		s.may("reply to Priya Nair by phone", "allow", "R55")
		s.quiet(s.writes("reply to Priya Nair by phone"), "channel")
	})
}

func TestR08WhoInvitedIsThereAlreadyWhenItIsWrittenDown(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind()
		invited := s.show().People
		s.at("Fri 20 Nov 15:20").debrief(`{met: [{name: priya nair}, {name: Wen Li}]}`)
		people := s.show().People
		met := slices.DeleteFunc(slices.Clone(people), func(p service.PersonInInterview) bool { return !p.Met })
		s.same("who was met", names(met, func(p service.PersonInInterview) string { return p.Name }), []string{"Priya Nair", "Wen Li"})
		s.same("the one invited", met[0].ID, invited[0].ID)
		s.same("her address", met[0].Email, "priya.nair@northwind.example")
		s.is("thank_you Wen Li", afterword.StepOpen).lacks("thank_you Tom Reed")
	})
}
