package service_test

import (
	"strings"
	"testing"

	"afterword"
	"afterword/service"
)

func TestR90TheNextRoundHasASheetOfWhatWasSaid(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel + `
questions: [{asked: What salary do you expect?, answered: 48 000}, {asked: Why us?, answered: your open data, felt: more_to_say}]
own_questions: ["Who owns the warehouse?"]
stated: [{about: notice, said: one month}]
`)
		s.iv = string(s.news("next_round", service.NewsInput{Start: "Wed 2 Dec 10:00", End: "Wed 2 Dec 11:00"}).New)
		p := s.prep()
		s.same("said", names(p.Said, func(a afterword.Answer) string { return a.Answered }), []string{"48 000", "your open data"})
		s.same("to add", p.ToAdd, []string{"Why us?"}).same("to ask", p.ToAsk, []string{"Who owns the warehouse?"})
		s.at("Wed 2 Dec 11:10").debrief(`{just: x, questions: [{asked: What salary do you expect?, answered: 55 000}], stated: [{about: notice, said: One month}]}`)
		s.same("told differently", s.prep().Differs, []string{`On pay you said "48 000" on Fri 20 Nov and "55 000" on Wed 2 Dec.`})
	})
}

func TestR91WhatIsAskedOftenIsReadyForAnInterviewElsewhere(t *testing.T) {
	tell(t, func(s *life) {
		for _, employer := range []string{"Northwind", "Hale"} {
			s.add(service.AddInput{Employer: employer, Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00"})
			s.at("Fri 20 Nov 18:00").debrief(`{just: x, questions: [{asked: How do you take feedback?, answered: early, better: a list of what I changed}, {asked: ` + employer + ` and why?}]}`)
		}
		s.add(service.AddInput{Employer: "Orbit", Start: "Mon 30 Nov 10:00", End: "Mon 30 Nov 11:00"})
		bank := s.prep().Bank
		s.same("asked twice, elsewhere", names(bank, func(q afterword.Question) string { return q.Asked }), []string{"How do you take feedback?"})
		s.same("the best answer", []any{bank[0].Times, bank[0].Answers[0].Better}, []any{2, "a list of what I changed"})
	})
}

func TestR92ANoIsAnsweredKindlyAfterAnHour(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		s.at("Mon 30 Nov 10:00").news("no", service.NewsInput{From: "Priya Nair"})
		s.state(afterword.StateAnswered).is("answer_no", afterword.StepOpen, "R92").may("answer_no", "hold until Mon 30 Nov 11:00", "R92")
		n := s.writes("answer_no")
		s.holds(n, "Thank you for letting me know, and for the time you gave me.").same("to whom", n.To.Name, "Priya Nair")
		if sentences := strings.Count(n.Body, ".") + strings.Count(n.Body, "?"); sentences > 6 {
			t.Errorf("%d sentences:\n%s", sentences, n.Body)
		}
		s.at("Mon 30 Nov 11:00").sends("answer_no")
		s.is("answer_no", afterword.StepDone).state(afterword.StateClosed).may("answer_no", "refuse", "R92")
		s.may("thanks to Tom Reed", "refuse", "R31")
	})
}

func TestR93FeedbackIsAskedForOnce(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).may("feedback", "hold", "R61")
		s.at("Mon 30 Nov 10:00").news("no")
		s.is("ask_feedback", afterword.StepOpen, "R93").may("feedback", "allow", "R93")
		s.at("Mon 30 Nov 11:00").holds(s.sends("answer_no"), "is there one thing that I could do better next time?")
		s.is("ask_feedback", afterword.StepDone).may("feedback", "refuse", "R93")
		s.at("Thu 3 Dec 10:00").news("feedback", service.NewsInput{Text: "More numbers."})
		record, err := s.svc.Record(t.Context(), s.me, s.iv)
		s.must(err)
		s.same("when it came", []string{string(record[len(record)-1].Kind), s.words(record[len(record)-1].At)}, []string{"feedback", "Thu 3 Dec 10:00"})
	})
}

func TestR93TheQuestionForFeedbackHasTenWorkingDays(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).at("Mon 30 Nov 10:00").news("no")
		s.at("Mon 14 Dec 23:59").is("ask_feedback", afterword.StepOpen)
		s.at("Tue 15 Dec 00:00").is("ask_feedback", afterword.StepOver)
	})
}

func TestR94FeedbackIsReadOnlyWhenItIsOpened(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).at("Mon 30 Nov 10:00").news("no", service.NewsInput{Text: "We chose someone else."})
		s.at("Thu 3 Dec 10:00").news("feedback", service.NewsInput{Text: "More numbers, please."})
		texts := func() []string {
			all, err := s.svc.Messages(t.Context(), s.me, s.iv)
			s.must(err)
			return names(all, func(m service.MessageView) string { return m.Text })
		}
		s.same("closed", texts(), []string{"We chose someone else."})
		s.same("a sign that it is there", s.step("ask_feedback").Because, "Their feedback is here. Read it when you like.")
		s.must(s.svc.OpenFeedback(t.Context(), s.me, s.iv))
		s.same("opened", texts(), []string{"More numbers, please.", "We chose someone else."})
		s.at("Mon 7 Dec 10:00").news("feedback", service.NewsInput{Text: "And slower."})
		s.same("a second one waits, too", texts(), []string{"More numbers, please.", "We chose someone else."})
		s.must(s.svc.OpenFeedback(t.Context(), s.me, s.iv))
		s.same("opened, too", texts(), []string{"And slower.", "More numbers, please.", "We chose someone else."})
	})
}

func TestR95TheAnswerToANoAsksToBeRemembered(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Mon 30 Nov 10:00").news("no")
		s.same("one sentence", strings.Count(s.writes("answer_no").Body, "If another role comes up that might suit me, I would be glad to hear of it."), 1)
		s.holds(s.writes("answer_no by message"), "If another role comes up that might suit me, I would be glad to hear of it.")
	})
}

func TestR96AfterThreeMonthsALightWordAndNotBefore(t *testing.T) {
	tell(t, func(s *life) {
		done(s).may("stay_in_touch to Priya Nair", "hold", "R96")
		s.at("Mon 30 Nov 10:00").news("no")
		s.at("Mon 30 Nov 12:00").sends("answer_no")
		s.is("stay_in_touch", afterword.StepLater).may("stay_in_touch to Priya Nair", "hold until Sun 28 Feb 09:00", "R96")
		s.at("Sun 28 Feb 2027 09:00").is("stay_in_touch", afterword.StepOpen, "R96").reminded("stay_in_touch")
		s.holds(s.writes("stay_in_touch to Priya Nair"), "I would be glad to stay in touch.").may("stay_in_touch to Priya Nair by message", "allow")
		s.same("where we met", s.person("Priya Nair").MetAt[0].Employer, "Northwind")
		f, err := s.svc.Connected(t.Context(), s.me, s.iv, "Priya Nair")
		s.must(err)
		s.same("the day", []any{f.Says, s.words(f.At)}, []any{"connected with Priya Nair", "Sun 28 Feb 09:00"})
		s.is("stay_in_touch", afterword.StepDone)
	})
}

func TestR97AngerSleepsOverIt(t *testing.T) {
	tell(t, func(s *life) {
		done(s).at("Mon 30 Nov 18:00").news("no", service.NewsInput{From: "Priya Nair"})
		s.at("Mon 30 Nov 20:00")
		n := s.reworded(s.writes("answer_no"), "Dear Priya,\n\nThis is a joke. You wasted my time and your whole process is a disgrace.\n\nAsha")
		s.check(n, "tone", afterword.Advice, "drawer")
		if err := s.approve(n, ""); afterword.KindOf(err) != afterword.NotYet {
			t.Errorf("it may go tonight: %v", err)
		}
		kept, err := s.svc.Keep(t.Context(), s.me, string(n.ID))
		s.must(err)
		s.same("until", s.words(*kept.KeepUntil), "Tue 1 Dec 09:00")
		s.at("Tue 1 Dec 08:59").same("still", afterword.KindOf(s.approve(n, "")), afterword.NotYet)
		s.at("Tue 1 Dec 09:00").must(s.approve(n, "")) // it is theirs to send, after a second look
	})
}

func TestR98AClosedOneLeavesACleanRecord(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").northwind().at("Fri 20 Nov 15:20").debrief(panel + "promised: [{what: the slides, due: 2026-12-04}]\n").thanks()
		s.at("Mon 30 Nov 09:00").news("wrote", service.NewsInput{From: "Tom Reed"})
		s.at("Mon 30 Nov 10:00").news("no", service.NewsInput{From: "Priya Nair"})
		s.at("Mon 30 Nov 12:00").sends("answer_no")
		s.state(afterword.StateClosed).is("promise the slides", afterword.StepOver).is("referee_heads_up Ruth Adeyemi", afterword.StepOver)
		for _, step := range s.plan().Steps {
			if (step.State == afterword.StepOpen || step.State == afterword.StepHeld) && step.Kind != afterword.StepPocketCard {
				t.Errorf("a loose end: %s", step.ID)
			}
		}
		record, err := s.svc.Record(t.Context(), s.me, s.iv)
		s.must(err)
		var sent []string
		for _, f := range record {
			if f.Kind == afterword.Sent {
				sent = append(sent, f.Says)
			}
		}
		s.same("who was thanked", sent, []string{"thanks to Priya Nair sent", "thanks to Tom Reed sent", "answer to the no to Priya Nair sent"})
	})
}

func TestR99AnOfferIsAnsweredAndTheOthersHearOfIt(t *testing.T) {
	tell(t, func(s *life) {
		s.add(service.AddInput{Employer: "Orbit", Role: "Clerk", Start: "Thu 19 Nov 10:00", End: "Thu 19 Nov 11:00", With: []string{"Chi Okafor <chi@orbit.example>"}})
		orbit := s.iv
		done(s).decide(service.DecideInput{Ask: []string{"Who sets deadlines?"}})
		s.at("Mon 30 Nov 10:00").news("offer", service.NewsInput{From: "Priya Nair", Until: "2026-12-04"})
		s.is("answer_offer", afterword.StepOpen, "R99").may("answer_offer", "allow", "R99")
		s.holds(s.sends("answer_offer"), "Thank you very much for the offer", "- Who sets deadlines?")
		s.may("status", "refuse", "R64")
		none, err := s.svc.Courtesies(t.Context(), s.me)
		s.must(err)
		s.same("nobody yet", len(none), 0)
		s.at("Wed 2 Dec 10:00").news("accepted")
		s.state(afterword.StateClosed)
		others, err := s.svc.Courtesies(t.Context(), s.me)
		s.must(err)
		s.same("a courteous close", names(others, func(n service.LetterView) string { return n.To.Name }), []string{"Chi Okafor"})
		s.holds(others[0].NoteView, "I have accepted another offer").same("nothing closes by itself", others[0].State, afterword.NoteDraft)
		s.iv = orbit
		s.is("withdraw", afterword.StepOpen, "R99")
	})
}
