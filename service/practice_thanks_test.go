package service_test

import (
	"strings"
	"testing"
	"time"

	"afterword"
	"afterword/service"
)

func TestR27AThankYouIsReadyForEachInterviewer(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).state(afterword.StateNotesToSend)
		s.is("thank_you Priya Nair", afterword.StepOpen, "R27").is("thank_you Tom Reed", afterword.StepOpen)
		notes, err := s.svc.Notes(t.Context(), s.me, s.iv)
		s.must(err)
		s.same("one each", names(notes, func(n service.NoteView) string { return n.To.Name }), []string{"Priya Nair", "Tom Reed"})
		s.sends("thanks to Priya Nair")
		s.refused(s.skips(notes[1], " "), afterword.InvalidInput, "why")
		s.must(s.skips(notes[1], "met for a minute"))
		s.is("thank_you Priya Nair", afterword.StepDone).is("thank_you Tom Reed", afterword.StepSkipped).state(afterword.StateWaiting)
	})
}

func TestR28AThankYouIsBestWithinADayAndNeverRemindsAtNight(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.same("best before", s.words(*s.step("thank_you Priya Nair").BestBefore), "Sat 21 Nov 15:00")
		s.same("first reminder", s.words(s.step("thank_you Priya Nair").Remind[0]), "Fri 20 Nov 19:00")
		s.sends("thanks to Priya Nair")
		s.reminded("thank_you Priya Nair")
		s.add(service.AddInput{Employer: "Orbit", Start: "Mon 23 Nov 17:00", End: "Mon 23 Nov 18:00", With: []string{"Chi Okafor <chi@orbit.example>"}})
		s.at("Mon 23 Nov 18:10").debrief(`{met: [{name: Chi Okafor}]}`)
		s.reminded("thank_you Chi Okafor", "Tue 24 Nov 07:30", "Wed 25 Nov 07:30") // 22:00 and midnight wait for the morning
	})
}

func TestR29ANoteIsStillGoodForTwoDaysAndThenShorterAndNeverCalledLate(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		full := s.writes("thanks to Priya Nair")
		s.reminded("thank_you Priya Nair", "Fri 20 Nov 19:00", "Sun 22 Nov 07:30")
		s.at("Sat 21 Nov 16:00").same("after a day", s.step("thank_you Priya Nair").Because, "Still a good time to send.")
		s.at("Sun 22 Nov 15:30").same("after two", s.step("thank_you Priya Nair").Because, "A short note is still better than none.")
		s.may("thanks to Priya Nair", "allow")
		late := s.lost(full, "late").writes("thanks to Priya Nair")
		s.lost(late, "late", "sorry", "apolog", "delay").holds(late, "moving the reports off spreadsheets")
		if late.Words >= full.Words {
			t.Errorf("%d words after two days, %d before", late.Words, full.Words)
		}
		s.at("Fri 27 Nov 14:59").is("thank_you Priya Nair", afterword.StepOpen, "R29")
		s.at("Fri 27 Nov 15:00").is("thank_you Priya Nair", afterword.StepOver)
	})
}

func TestR30AThankYouIsAnEmailUnlessSomethingElseWasAgreed(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		n := s.sends("thanks to Priya Nair")
		s.same("by", n.Channel, afterword.Email)
		if n.Subject == "" {
			t.Error("an email without a subject")
		}
		record, err := s.svc.Record(t.Context(), s.me, s.iv)
		s.must(err)
		s.same("in the record", record[len(record)-1].Says, "thanks to Priya Nair sent")
	})
}

func TestR31ASecondThankYouStaysAndAReplyMayGo(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).sends("thanks to Priya Nair")
		s.may("thanks to Priya Nair", "refuse", "R31")
		s.may("thanks to Tom Reed", "allow", "R27")
		second := s.writes("thanks to Priya Nair")
		s.check(second, "once", afterword.Stop, "You have thanked Priya already").refused(s.approve(second, ""), afterword.InvalidInput, "once")
		s.at("Sat 21 Nov 10:00").news("wrote", service.NewsInput{From: "Priya Nair"})
		s.may("reply to Priya Nair", "allow", "R55")
		s.iv = string(s.news("next_round", service.NewsInput{Start: "Mon 23 Nov 10:00", End: "Mon 23 Nov 11:00"}).New)
		s.at("Mon 23 Nov 11:10").debrief(`{met: [{name: Priya Nair, talked_about: the plan for spring}]}`)
		s.may("thanks to Priya Nair", "allow") // another round, another note
	})
}

// aWeekAtHale is an interview that is only about letters: one person, and all that a letter is made of.
func aWeekAtHale(s *life, want string) *life {
	s.t.Helper()
	s.add(service.AddInput{Employer: "Hale Studio", Role: "Designer", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00", With: []string{"Lena Hale <lena@hale.example>"}})
	return s.at("Fri 20 Nov 15:20").debrief(`
met: [{name: Lena Hale, talked_about: drawing on paper first}]
could_help_with: the signs for the new library
want: ` + want + "\n")
}

const lena = "thanks to Lena Hale"

func TestR32ALetterBeginsWithThanks(t *testing.T) {
	tell(t, func(s *life) {
		aWeekAtHale(s, "still")
		s.check(s.writes(lena), "thanks", afterword.OK, "")
		n := s.reworded(s.writes(lena), "Dear Lena,\n\nDrawing on paper first made sense to me. I would like to join Hale Studio.\n\nAsha")
		s.check(n, "thanks", afterword.Advice, "does not thank them yet")
		n = s.reworded(n, "Dear Lena,\n\nDrawing on paper first made sense to me. I tried it at home. It works with signs as well. Thank you for showing me.\n\nAsha")
		s.check(n, "thanks", afterword.Advice, "Begin with them")
	})
}

func TestR33ALetterSaysThatTheRoleIsWanted(t *testing.T) {
	tell(t, func(s *life) {
		aWeekAtHale(s, "still")
		n := s.writes(lena)
		s.check(n, "want", afterword.OK, "").holds(n, "the role suits me")
		n = s.reworded(n, "Dear Lena,\n\nThank you for showing me how you draw on paper first at Hale Studio.\n\nAsha")
		s.check(n, "want", afterword.Advice, "You still want it")
	})
}

func TestR34ALetterNamesThePlace(t *testing.T) {
	tell(t, func(s *life) {
		aWeekAtHale(s, "still")
		s.check(s.writes(lena), "employer", afterword.OK, "Hale Studio")
		n := s.reworded(s.writes(lena), "Dear Lena,\n\nThank you for showing me how you draw on paper first. I want this role.\n\nAsha")
		s.check(n, "employer", afterword.Advice, "It does not name Hale Studio")
		s.add(service.AddInput{Employer: "Orbit Rail", Start: "Mon 30 Nov 10:00", End: "Mon 30 Nov 11:00"})
		n = s.reworded(n, "Dear Lena,\n\nThank you for showing me how you draw on paper first. I want to join Orbit Rail.\n\nAsha")
		s.check(n, "employer", afterword.Stop, "Orbit Rail") // another employer's name never goes out
	})
}

func TestR35ALetterSaysOnceAndCalmlyThatItFits(t *testing.T) {
	tell(t, func(s *life) {
		aWeekAtHale(s, "still")
		s.same("one sentence", strings.Count(s.writes(lena).Body, "After our conversation I am sure the role suits me, and I would like to join Hale Studio."), 1)
		s.quiet(s.writes(lena), "calm")
	})
}

func TestR36InterestIsSaidOnlyWhenItIsTrue(t *testing.T) {
	for want, wish := range map[string]bool{"still": true, "unsure": false, "no": false} {
		t.Run("R36 a letter of someone who wants it: "+want, func(t *testing.T) {
			tell(t, func(s *life) {
				s.northwind().at("Fri 20 Nov 15:20").debrief(panel).decide(service.DecideInput{Want: want})
				n := s.writes("thanks to Tom Reed")
				if has := strings.Contains(n.Body, "I would like this job"); has != wish {
					t.Errorf("wants it: %s\n%s", want, n.Body)
				}
				s.holds(n, "grateful for the time", "the weekly data clinic") // the thanks go always
				if want == "no" {
					s.is("withdraw", afterword.StepOpen, "R83").is("thank_you Tom Reed", afterword.StepOpen)
				} else {
					s.lacks("withdraw")
				}
			})
		})
	}
}

func TestR37ALetterOffersWhatYouCouldBring(t *testing.T) {
	tell(t, func(s *life) {
		aWeekAtHale(s, "still")
		n := s.writes(lena)
		s.holds(n, "I could help with the signs for the new library.").check(n, "could", afterword.OK, "")
		n = s.reworded(n, "Dear Lena,\n\nThank you for showing me how you draw on paper first. I would like to join Hale Studio.\n\nAsha")
		s.check(n, "could", afterword.Advice, "What could you help with")
	})
}

func TestR38ALetterWithoutAWordOfTheirsStays(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{met: [{name: Priya Nair}]}`)
		n := s.writes("thanks to Priya Nair")
		s.check(n, "gap", afterword.Stop, "what did Priya talk about?")
		if err := s.approve(n, ""); afterword.KindOf(err) != afterword.InvalidInput {
			t.Errorf("a letter with a gap was approved: %v", err)
		}
		n = s.reworded(n, "Dear Priya,\n\nThank you for your time today. I am interested in the role at Northwind.\n\nAsha")
		s.refused(s.approve(n, ""), afterword.InvalidInput, "gap") // it could have gone to anyone
		s.debrief(`{met: [{name: Priya Nair, talked_about: how the warehouse moved off spreadsheets}]}`)
		n = s.reworded(n, "Dear Priya,\n\nThank you for telling me how the warehouse moved off spreadsheets. I am interested in the role at Northwind.\n\nAsha")
		s.must(s.approve(n, ""))
	})
}

func TestR39WhatWasLeftOutIsAddedOnePointToEach(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel + `
unsaid: [I moved 40 reports in my last job]
questions: [{asked: Why us?, felt: more_to_say, better: I built a map with your open data}]
`)
		priya, tom := s.writes("thanks to Priya Nair"), s.writes("thanks to Tom Reed")
		for _, n := range []service.NoteView{priya, tom} {
			has := strings.Count(n.Body, "40 reports") + strings.Count(n.Body, "a map with your open data")
			if has != 1 {
				t.Errorf("%d points to %s:\n%s", has, n.To.Name, n.Body)
			}
		}
		page, err := s.svc.NotePage(t.Context(), s.me, string(priya.ID))
		s.must(err)
		if len(page.Leftovers) != 1 {
			t.Errorf("left over for Priya: %v", page.Leftovers)
		}
	})
}

func TestR40ALinkGoesIntoOneLetterAndIsLookedAt(t *testing.T) {
	tell(t, func(s *life) {
		s.set("link", "https://asha.example").northwind().at("Fri 20 Nov 15:20").debrief(panel)
		priya := s.writes("thanks to Priya Nair")
		s.check(priya, "link", afterword.OK, "").lost(s.writes("thanks to Tom Reed"), "https://")
		s.same("once", strings.Count(priya.Body, "https://asha.example"), 1)
		s.check(s.reworded(priya, "Dear Priya,\n\nThank you for the reports talk. My work: http://localhost:8080/me\n\nAsha"), "dead_link", afterword.Advice, "")
		s.check(s.reworded(priya, "Dear Priya,\n\nThank you for the reports talk. I would like to join Northwind.\n\nAsha"), "link", afterword.Advice, "No link yet")
		three := "Dear Priya,\n\nThank you for the reports talk. https://a.example https://b.example https://c.example\n\nAsha"
		s.check(s.reworded(priya, three), "link", afterword.Advice, "3 links")
	})
}

func TestR41ALetterOfThanksAloneIsAskedWhatFor(t *testing.T) {
	tell(t, func(s *life) {
		worn := "Dear Lena,\n\nThank you for your time.\n\nAsha"
		aWeekAtHale(s, "still")
		s.check(s.reworded(s.writes(lena), worn), "gap", afterword.Stop, "what did Lena talk about?")
		s.role("Lena Hale", "coordinator").debrief(`{met: [{name: Lena Hale}]}`) // she only arranged it
		s.check(s.reworded(s.writes(lena), worn), "thanks", afterword.Advice, "Say what for?")
		n := s.reworded(s.writes(lena), "Dear Lena,\n\nThank you for your time, and for showing me the print room and the signs in it.\n\nAsha")
		s.check(n, "thanks", afterword.OK, "and says what for")
	})
}

func TestR42TheShareOfOwnWordsIsKept(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel + "unsaid: [I moved 40 reports in my last job]\ncould_help_with: cleaning the customer data first\n")
		stems := s.writes("thanks to Priya Nair")
		mine := s.reworded(stems, "Dear Priya,\n\nYour way of moving the reports off spreadsheets is how I would have done it too. Thank you for walking me through every step of it. I want to help Northwind with that.\n\nAsha")
		if stems.OwnWords == nil || mine.OwnWords == nil || *mine.OwnWords <= *stems.OwnWords || *mine.OwnWords < 90 {
			t.Fatalf("own words: %v in the draft, %v in a letter of one's own", stems.OwnWords, mine.OwnWords)
		}
		s.check(mine, "own_words", afterword.OK, "")
		s.debrief(`{met: [{name: Priya Nair, talked_about: the data}], unsaid: [], could_help_with: " "}`)
		fresh := s.writes("thanks to Priya Nair by email")
		s.same("kept through it all", fresh.Body, mine.Body)
	})
}

func TestR43ALetterIsShort(t *testing.T) {
	tell(t, func(s *life) {
		aWeekAtHale(s, "still")
		n := s.writes(lena)
		if n.Words < 40 || n.Words > 120 {
			t.Errorf("the draft has %d words", n.Words)
		}
		s.check(n, "length", afterword.OK, "")
		long := "Dear Lena,\n\nThank you for showing me how you draw on paper first.\n\n" + strings.Repeat("I drew a sign for the library on paper. ", 17) + "\n\nAsha"
		n = s.reworded(n, long)
		s.check(n, "length", afterword.Advice, "words. Up to 120").must(s.approve(n, "")) // advice never stops
		n = s.reworded(n, strings.Replace(long, "\n\nAsha", strings.Repeat(" It was good.", 20)+"\n\nAsha", 1))
		s.check(n, "length", afterword.Advice, "Please cut this down")
	})
}

func TestR44EachOfAPanelGetsALetterOfTheirOwn(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		priya, tom := s.writes("thanks to Priya Nair"), s.writes("thanks to Tom Reed")
		s.check(priya, "same", afterword.OK, "Not like Tom")
		copied := s.reworded(tom, strings.Replace(priya.Body, "Dear Priya", "Dear Tom", 1))
		s.check(copied, "same", afterword.Stop, "the same as Priya's").refused(s.approve(copied, ""), afterword.InvalidInput, "same")
		near := s.reworded(tom, strings.NewReplacer("Dear Priya", "Dear Tom", "moving the reports off spreadsheets", "the weekly data clinic").Replace(priya.Body))
		s.check(near, "same", afterword.Advice, "Very like Priya's")
	})
}

func TestR45ThanksCanGoThroughAColleague(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{met: [{name: Priya Nair, talked_about: the reports}, {name: Wen Li, talked_about: the kitchen}]}`)
		wen := s.writes("thanks to Wen Li")
		s.refused(s.approve(wen, ""), afterword.InvalidInput, "route")
		s.same("through her", s.passOn(wen, "Priya Nair").State, afterword.NotePassedOn)
		s.is("thank_you Wen Li", afterword.StepDone)
		s.holds(s.writes("thanks to Priya Nair"), "pass my thanks on to Wen")
		_, err := s.svc.PassOn(t.Context(), s.me, string(s.writes("thanks to Priya Nair").ID), "Priya Nair")
		s.refused(err, afterword.InvalidInput, "pass-on")
	})
}

func TestR46ALetterIsCalm(t *testing.T) {
	tell(t, func(s *life) {
		aWeekAtHale(s, "still")
		s.quiet(s.writes(lena), "calm").quiet(s.writes(lena), "exclamation")
		n := s.reworded(s.writes(lena), "Dear Lena,\n\nThank you for showing me how you draw on paper first. I am desperate for this job at Hale Studio, I beg you.\n\nAsha")
		s.check(n, "calm", afterword.Advice, "").must(s.approve(n, "")) // keep as it is was chosen
		n = s.reworded(n, "Dear Lena,\n\nThank you! Drawing on paper first! I want to join Hale Studio!\n\nAsha")
		s.check(n, "exclamation", afterword.Advice, "3 exclamation marks")
	})
}

func TestR47TwoQuestionsAreFineAndAThirdIsTooMany(t *testing.T) {
	tell(t, func(s *life) {
		aWeekAtHale(s, "still")
		two := "Dear Lena,\n\nThank you for showing me how you draw on paper first. Who owns the print room? How big is the team?"
		n := s.reworded(s.writes(lena), two+"\n\nAsha")
		s.quiet(n, "questions")
		s.check(s.reworded(n, two+" When do you close?\n\nAsha"), "questions", afterword.Advice, "3 questions")
	})
}

func TestR48ACardIsShortAndComesBesideTheEmail(t *testing.T) {
	tell(t, func(s *life) {
		aWeekAtHale(s, "still").sends(lena)
		card := s.writes(lena + " by post")
		if card.Words > 60 || card.Subject != "" {
			t.Errorf("a card of %d words with the subject %q", card.Words, card.Subject)
		}
		s.holds(card, "drawing on paper first").may(lena+" by post", "allow") // besides the email, which went first
		s.must(s.svc.CardPrinted(t.Context(), s.me, string(card.ID)))
		record, err := s.svc.Record(t.Context(), s.me, s.iv)
		s.must(err)
		last := record[len(record)-1]
		s.same("printed", []any{last.Says, last.At}, []any{"card printed", s.clock.Now().Truncate(time.Second)})
		_, err = s.svc.SentNote(t.Context(), s.me, string(card.ID), "")
		s.must(err)
		s.may(lena+" by post", "refuse", "R48")
	})
}
