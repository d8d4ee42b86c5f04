package service_test

import (
	"testing"

	"afterword"
	"afterword/service"
)

func TestR50TheAgencyIsThankedFirst(t *testing.T) {
	tell(t, func(s *life) {
		s.keystone().at("Fri 20 Nov 15:20").debrief(panel)
		notes, err := s.svc.Notes(t.Context(), s.me, s.iv)
		s.must(err)
		s.same("first", []string{notes[0].To.Name, string(notes[0].Kind)}, []string{"Mara Vogel", "agency_thanks"})
		s.is("agency_thanks Mara Vogel", afterword.StepOpen, "R50").is("thank_you Priya Nair", afterword.StepHeld)
		s.same("first on Today", s.today().Now.Kind, afterword.StepAgencyThanks)
		s.holds(s.sends("agency_thanks"), "Thank you for setting up the interview with Northwind")
		s.may("agency_thanks", "refuse", "R31")
	})
}

func TestR51TheAgencyIsAskedBeforeAnyoneIsWrittenTo(t *testing.T) {
	tell(t, func(s *life) {
		s.keystone().at("Fri 20 Nov 15:20").debrief(panel)
		s.holds(s.writes("agency_thanks"), "Would it be all right with you if I wrote to thank Priya Nair and Tom Reed directly?")
		s.may("thanks to Priya Nair", "hold", "R51")
		s.refused(s.approve(s.writes("thanks to Priya Nair"), ""), afterword.InvalidInput, "agency")
		s.sends("agency_thanks")
		s.at("Sat 21 Nov 11:00").same("after 20 hours", s.step("thank_you Priya Nair").Because, "Mara Vogel has not said yes yet. Ask them to pass it on.")
		s.news("agency_yes", service.NewsInput{From: "Mara Vogel"})
		record, err := s.svc.Record(t.Context(), s.me, s.iv)
		s.must(err)
		s.same("the yes has its day", record[len(record)-1].At.Equal(s.clock.Now()), true)
		s.is("thank_you Priya Nair", afterword.StepOpen).may("thanks to Priya Nair", "allow")
		s.thanks()
	})
}

func TestR52TheAgencyAsksForFeedback(t *testing.T) {
	tell(t, func(s *life) {
		s.keystone().at("Fri 20 Nov 15:20").debrief(panel).sends("agency_thanks")
		s.at("Mon 30 Nov 10:00").news("no", service.NewsInput{From: "Mara Vogel"})
		s.may("feedback to Priya Nair", "refuse", "R52")
		s.may("answer_no to Priya Nair", "refuse", "R52")
		n := s.at("Mon 30 Nov 12:00").sends("answer_no")
		s.same("it goes to", n.To.Name, "Mara Vogel").holds(n, "Please pass my thanks on to the people I met.").lost(n, "next time?")
		s.is("ask_feedback", afterword.StepOpen, "R52")
		n = s.sends("feedback")
		s.same("it goes to", n.To.Name, "Mara Vogel").holds(n, "could you ask Northwind for one thing")
		s.is("ask_feedback", afterword.StepDone)
	})
}

func TestR53WhatATalkAfterwardsSaidIsKeptWithItsDay(t *testing.T) {
	tell(t, func(s *life) {
		s.keystone().at("Fri 20 Nov 15:20").debrief(panel)
		s.at("Fri 20 Nov 18:10").lookBack(`{next_time: [bring one printed page]}`)
		s.at("Mon 30 Nov 10:00").news("no")
		s.at("Tue 1 Dec 11:00").news("feedback", service.NewsInput{From: "Mara Vogel", By: "phone", Text: "They liked the map and missed numbers."})
		s.must(s.svc.OpenFeedback(t.Context(), s.me, s.iv))
		said, err := s.svc.Messages(t.Context(), s.me, s.iv)
		s.must(err)
		s.same("what was said", []string{said[0].From.Name, said[0].Text, s.words(said[0].At)}, []string{"Mara Vogel", "They liked the map and missed numbers.", "Tue 1 Dec 11:00"})
		s.same("the own review beside it", s.written().NextTime, []string{"bring one printed page"})
		s.is("ask_feedback", afterword.StepDone) // it came, so there is nothing to ask
	})
}

func TestR54APromiseRemindsTheDayBeforeAndThatMorning(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel + "promised: [{what: references list, due: 2026-11-26}, {what: the slides}]\n")
		s.reminded("promise references list", "Wed 25 Nov 18:00", "Thu 26 Nov 08:30")
		s.same("without a day", s.words(*s.step("promise the slides").BestBefore), "Sat 21 Nov 15:00")
		s.thanks().at("Tue 24 Nov 10:00").may("promised", "allow", "R54")
		s.may("status", "hold until Mon 7 Dec 09:00") // a promise is no question
		n := s.sends("promised")
		s.holds(n, "references list").is("promise references list", afterword.StepDone).reminded("promise references list")
		_, err := s.svc.KeepPromise(t.Context(), s.me, "the slides")
		s.must(err)
		s.is("promise the slides", afterword.StepDone).may("promised", "hold until Mon 7 Dec 09:00")
	})
}

func TestR55TheirMailIsAnsweredWithinAWorkingDayWhateverElseWaits(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		s.at("Wed 25 Nov 15:00").news("wrote", service.NewsInput{From: "Priya Nair"})
		s.reminded("reply_owed Priya Nair", "Thu 26 Nov 11:00") // four working hours: two today, two tomorrow
		s.same("best before", s.words(*s.step("reply_owed Priya Nair").BestBefore), "Thu 26 Nov 15:00")
		s.may("status to Priya Nair", "hold until Mon 7 Dec 09:00")
		s.may("reply to Priya Nair", "allow", "R55")
		n := s.reworded(s.writes("reply"), "Dear Priya,\n\nThank you for your message. Tuesday suits me well.\n\nAsha")
		s.must(s.approve(n, ""))
		_, err := s.svc.SentNote(t.Context(), s.me, string(n.ID), "")
		s.must(err)
		s.is("reply_owed Priya Nair", afterword.StepDone).reminded("reply_owed Priya Nair")
		s.at("Thu 26 Nov 10:00").news("wrote", service.NewsInput{From: "Tom Reed", NoAnswerNeeded: true})
		s.lacks("reply_owed Tom Reed").may("reply to Tom Reed", "allow", "R55")
	})
}

func TestR56WhatWasPromisedGoesIntoTheSameNote(t *testing.T) {
	tell(t, func(s *life) {
		s.set("link", "https://asha.example").northwind().at("Fri 20 Nov 15:20")
		s.debrief(panel + "promised: [{what: portfolio link}, {what: references list, due: 2026-12-10}]\n")
		n := s.writes("thanks to Priya Nair")
		s.holds(n, "As promised, here is the portfolio link: https://asha.example").lost(n, "references list")
		s.check(n, "promise", afterword.OK, "")
		bare := s.reworded(n, "Dear Priya,\n\nThank you for telling me about moving the reports off spreadsheets. I want to join Northwind.\n\nAsha")
		s.check(bare, "promise", afterword.Advice, "You promised")
		s.reworded(n, n.Body)
		s.sends("thanks to Priya Nair")
		s.is("promise portfolio link", afterword.StepDone).is("promise references list", afterword.StepOpen)
	})
}
