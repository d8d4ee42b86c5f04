package service_test

import (
	"slices"
	"testing"

	"afterword"
	"afterword/service"
)

func decision(s *life) afterword.Decision {
	s.t.Helper()
	d, err := s.svc.Decision(s.t.Context(), s.me, s.iv)
	s.must(err)
	return d
}

func TestR80DecidingIsOpenFromTheDebriefToTheAnswerAndNeverPresses(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:10").lacks("decide").debrief(`{met: [{name: Priya Nair}]}`)
		s.is("decide", afterword.StepOpen, "R80").reminded("decide")
		s.at("Thu 3 Dec 10:00").is("decide", afterword.StepOpen).reminded("decide")
		s.same("not on Today", slices.ContainsFunc(s.today().Steps, func(x afterword.Step) bool { return x.Kind == afterword.StepDecide }), false)
		s.decide(service.DecideInput{Want: "still"}).is("decide", afterword.StepDone)
		s.decide(service.DecideInput{Want: "unsure"}).is("decide", afterword.StepOpen) // a mind may change
		s.news("offer")
		s.is("decide", afterword.StepOver)
	})
}

func TestR81GoodSignsAndBadOnesAreKeptWithWhatWasSeen(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{just: x, signs: [{good: true, what: own desk}]}`)
		s.decide(service.DecideInput{Signs: []string{"- third analyst in two years", "+ left at five"}})
		s.same("signs", decision(s).Signs, []afterword.Sign{{Good: true, What: "own desk"}, {What: "third analyst in two years"}, {Good: true, What: "left at five"}})
		_, err := s.svc.Decide(t.Context(), s.me, s.iv, service.DecideInput{Signs: []string{"left at five"}})
		s.refused(err, afterword.InvalidInput, "sign")
	})
}

func TestR82TheJobIsHeldAgainstWhatMattersInWords(t *testing.T) {
	tell(t, func(s *life) {
		s.set("matters", "Learning, Hours, Pay is clear").northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.decide(service.DecideInput{Matters: []afterword.Matter{{What: "Hours", Fit: "yes"}, {What: "Pay is clear", Fit: "ask"}}})
		want := []afterword.Matter{{What: "Learning"}, {What: "Hours", Fit: "yes"}, {What: "Pay is clear", Fit: "ask"}}
		s.same("fit", decision(s).Matters, want)
		_, err := s.svc.Decide(t.Context(), s.me, s.iv, service.DecideInput{Matters: []afterword.Matter{{What: "Hours", Fit: "7"}}})
		if afterword.KindOf(err) != afterword.InvalidInput {
			t.Errorf("a number is no fit: %v", err)
		}
		_, err = s.svc.Set(t.Context(), s.me, "matters", "a, b, c, d, e, f")
		s.refused(err, afterword.InvalidInput, "matters")
	})
}

func TestR83WhatIsNotForMeIsCalledOffInThreeSentences(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).decide(service.DecideInput{Want: "no"})
		s.is("withdraw", afterword.StepOpen, "R83").same("best before", s.words(*s.step("withdraw").BestBefore), "Mon 23 Nov 23:59")
		n := s.sends("withdrawal")
		s.holds(n, "I have decided to withdraw my application.", "I wish you and the team every success in finding the right person.")
		s.is("withdraw", afterword.StepDone).state(afterword.StateClosed).same("outcome", s.show().Outcome, afterword.OutcomeWithdrew)
		s.may("withdrawal", "refuse", "R83")
		s.may("status", "refuse", "R64")
		s.is("thank_you Tom Reed", afterword.StepOpen).lost(s.writes("thanks to Tom Reed"), "Northwind is where I want to be")
	})
}

func TestR84WhoIsUnsureWaitsAndAsksAtTheOffer(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		s.decide(service.DecideInput{Want: "unsure", Ask: []string{"Who sets deadlines?"}})
		s.at("Mon 30 Nov 10:00").state(afterword.StateWaiting).lacks("withdraw").reminded("decide")
		s.news("offer", service.NewsInput{From: "Priya Nair", Until: "2026-12-04"})
		s.same("on the page", decision(s).OpenQuestions, []string{"Who sets deadlines?"})
		s.is("answer_offer", afterword.StepOpen, "R84").holds(s.writes("answer_offer"), "Before I answer, may I ask:\n- Who sets deadlines?")
	})
}

func TestR85AfterAQuietWeekOneLineSaysToKeepGoing(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Fri 27 Nov 18:09").is("keep_going", afterword.StepLater)
		s.at("Fri 27 Nov 18:10").is("keep_going", afterword.StepOpen, "R85").reminded("keep_going")
		iv := s.iv
		s.add(service.AddInput{Employer: "Orbit", Start: "Thu 10 Dec 10:00", End: "Thu 10 Dec 11:00"}).iv = iv
		s.is("keep_going", afterword.StepLater).same("in motion", s.today().Open, 2)
	})
}

func TestR86TheOtherInterviewsStayInSight(t *testing.T) {
	tell(t, func(s *life) {
		done(s).add(service.AddInput{Employer: "Orbit", Start: "Mon 30 Nov 10:00", End: "Mon 30 Nov 11:00"}).at("Thu 26 Nov 10:00")
		s.same("coming", names(s.today().Coming, func(l service.LineView) string { return l.Employer + " " + s.words(*l.Start) }), []string{"Orbit Mon 30 Nov 10:00"})
		entries, err := s.svc.Calendar(t.Context(), s.me, "")
		s.must(err)
		starts := names(entries, func(e service.CalendarEntry) string { return s.words(e.Start) })
		s.same("in the calendar", slices.Contains(starts, "Mon 30 Nov 10:00"), true)
		s.at("Mon 30 Nov 08:00").same("the pocket card leads", s.today().Now.Kind, afterword.StepPocketCard)
	})
}

func TestR89DaysAwayAreHeldAgainstTheWaitAndNeverForbidden(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).lacks("stay_available")
		_, err := s.svc.AwayAdd(t.Context(), s.me, "2026-12-14", "2026-12-20", "by phone all week")
		s.must(err)
		_, err = s.svc.AwayAdd(t.Context(), s.me, "2026-12-21", "2026-12-27", "")
		s.must(err)
		step := s.is("stay_available", afterword.StepOpen, "R89").step("stay_available")
		s.same("which", step.Because, "You are away 14 to 20 Dec, and they may want you then. Tell them how to reach you?")
		s.lacks("stay_available 21 to 27 Dec") // ten working days after the last day end on Friday 18
		s.holds(s.writes("thanks to Priya Nair"), "If you need me, you can reach me by phone all week.").reminded("stay_available")
		_, err = s.svc.AwayAdd(t.Context(), s.me, "2026-12-20", "2026-12-14", "")
		s.refused(err, afterword.InvalidInput, "to")
	})
}
