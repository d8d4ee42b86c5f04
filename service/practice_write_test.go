package service_test

import (
	"slices"
	"strings"
	"testing"

	"afterword"
	"afterword/service"
)

// How two interviews felt, as opposite as can be.
const (
	glowing = `{met: [{name: Priya Nair, talked_about: the reports}], questions: [{asked: Why us?, felt: fine, reaction: warm}], signs: [{good: true, what: left at five}], want: still}`
	bleak   = `{met: [{name: Priya Nair, talked_about: the reports}], questions: [{asked: Why us?, felt: hard, reaction: hard_to_tell}], signs: [{good: false, what: nobody looked up}], want: still}`
)

func kinds(p afterword.Plan) []string {
	return names(p.Steps, func(x afterword.Step) string { return string(x.Kind) + " " + string(x.State) })
}

func TestR09TheStepsAreTheSameWhateverItFeltLike(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:00").is("debrief", afterword.StepOpen, "R09")
		s.same("asked first", string(s.show().Want), "")
		s.at("Fri 20 Nov 18:30").debrief(glowing)
		good := kinds(s.plan())
		s.add(service.AddInput{Employer: "Orbit", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00"}).debrief(bleak)
		s.same("the steps", kinds(s.plan()), good)
	})
}

func TestR10TwoRemindersAndThenSilence(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:00").state(afterword.StateJustFinished)
		s.reminded("debrief", "Fri 20 Nov 15:10", "Sat 21 Nov 08:30")
		s.same("best before", s.words(*s.step("debrief").BestBefore), "Sat 21 Nov 15:00")
		s.at("Wed 25 Nov 12:00").is("debrief", afterword.StepOpen, "R10").reminded("debrief", "Fri 20 Nov 15:10", "Sat 21 Nov 08:30")
		s.same("never unkind", s.step("debrief").Because, "A few lines are still worth having.")
		s.debrief(panel).is("debrief", afterword.StepDone).reminded("debrief")
	})
}

func TestR11ANameIsEnoughAndTheAddressMayComeLater(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{met: [{name: Wen Li}]}`)
		s.same("no address yet", s.person("Wen Li").Email, "")
		s.refused(s.tries(`{met: [{name: ""}]}`), afterword.InvalidInput, "met[0].name")
		s.refused(s.tries(`{met: [{name: Wen Li, email: wen at home}]}`), afterword.InvalidInput, "met[0].email")
		s.at("Fri 20 Nov 18:00").debrief(`{met: [{name: Wen Li, email: wen.li@northwind.example}]}`)
		s.same("one Wen Li", s.person("Wen Li").Email, "wen.li@northwind.example")
	})
}

func TestR12EveryQuestionGoesIntoTheBank(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{just: x, questions: [{asked: Why us?}, {asked: How do you take feedback?}]}`)
		s.add(service.AddInput{Employer: "Orbit", Start: "Mon 23 Nov 10:00", End: "Mon 23 Nov 11:00"})
		s.at("Mon 23 Nov 11:10").debrief(`{just: x, questions: [{asked: how do you take feedback}]}`)
		bank := s.bank("")
		s.same("the bank", names(bank, func(q afterword.Question) string { return q.Asked }), []string{"How do you take feedback?", "Why us?"})
		s.same("asked twice", bank[0].Times, 2)
		s.refused(s.tries(`{just: x, questions: [{asked: " "}]}`), afterword.InvalidInput, "questions[0].asked")
	})
}

func TestR13AnAnswerCanBeWrittenAtOnceOrWhenLookingBack(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{just: x, questions: [{asked: Why us?, answered: your open data}, {asked: Why now?}]}`)
		s.same("without an answer", names(s.bank("no_answer"), func(q afterword.Question) string { return q.Asked }), []string{"Why now?"})
		s.at("Fri 20 Nov 18:00").lookBack(`{questions: [{asked: why now?, answered: my contract ends}]}`)
		s.same("without an answer", len(s.bank("no_answer")), 0)
		s.same("the other stays", s.written().Questions[0].Answered, "your open data")
	})
}

func TestR14TheHardQuestionsCanBeFound(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{just: x, questions: [{asked: Why us?, felt: fine}, {asked: A project that broke?, felt: hard}, {asked: Why now?, felt: more_to_say}]}`)
		hard := names(s.bank("hard"), func(q afterword.Question) string { return q.Asked })
		slices.Sort(hard)
		s.same("hard", hard, []string{"A project that broke?", "Why now?"})
		s.refused(s.tries(`{just: x, questions: [{asked: Why?, felt: 7 of 10}]}`), afterword.InvalidInput, "questions[0].felt")
	})
}

func TestR15AReactionIsKeptAndNeverCounted(t *testing.T) {
	tell(t, func(s *life) {
		round := func(employer, day, reaction string) {
			s.add(service.AddInput{Employer: employer, Start: day + " 10:00", End: day + " 11:00"})
			s.at(day + " 11:10").debrief(`{just: x, questions: [{asked: Why us?, felt: fine, reaction: ` + reaction + `}]}`)
		}
		round("Northwind", "Mon 16 Nov", "warm")
		round("Orbit", "Tue 17 Nov", "neutral")
		round("Hale", "Wed 18 Nov", "warm")
		s.same("kept", names(s.bank("")[0].Answers, func(a afterword.Answer) string { return a.Reaction }), []string{"warm", "neutral", "warm"})
		before, err := s.svc.Notices(t.Context(), s.me)
		s.must(err)
		s.debrief(`{questions: [{asked: Why us?, felt: fine, reaction: hard_to_tell}]}`)
		after, err := s.svc.Notices(t.Context(), s.me)
		s.must(err)
		s.same("what is pointed out", after, before)
		if len(before) == 0 {
			t.Error("nothing is pointed out after three interviews")
		}
	})
}

func TestR16WhatStayedUnsaidGoesIntoOneNoteAndIntoTheNextRound(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel + "unsaid: [I moved 40 reports in my last job]\n")
		letters := s.writes("thanks to Priya Nair").Body + s.writes("thanks to Tom Reed").Body
		s.same("told once", strings.Count(letters, "I moved 40 reports in my last job"), 1)
		s.news("next_round", service.NewsInput{Start: "Wed 2 Dec 10:00", End: "Wed 2 Dec 11:00"})
		s.same("to add", s.prep().ToAdd, []string{"I moved 40 reports in my last job"})
	})
}

func TestR17OneOrTwoQuestionsGoIntoANoteAndTheRestWaits(t *testing.T) {
	tell(t, func(s *life) {
		own := []string{"Who owns the warehouse?", "How big is the team?", "Which tools are fixed?"}
		s.add(service.AddInput{Employer: "Northwind", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00", With: []string{"Priya Nair <priya.nair@northwind.example>"}})
		s.at("Fri 20 Nov 15:20").debrief(`
met: [{name: Priya Nair, talked_about: the reports}]
own_questions: ["Who owns the warehouse?", "How big is the team?", "Which tools are fixed?"]
`)
		n := s.writes("thanks to Priya Nair")
		s.same("questions in the note", strings.Count(n.Body, "?"), 2)
		s.same("to ask next time", s.prep().ToAsk, own)
		s.same("to ask", len(s.bank("to_ask")), 3)
		page, err := s.svc.NotePage(t.Context(), s.me, string(n.ID))
		s.must(err)
		s.same("what is left over", page.Leftovers, own[2:])
	})
}

func TestR18EachNoteNamesWhatThisPersonSaid(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.holds(s.writes("thanks to Priya Nair"), "moving the reports off spreadsheets").lost(s.writes("thanks to Priya Nair"), "data clinic")
		s.holds(s.writes("thanks to Tom Reed"), "the weekly data clinic").lost(s.writes("thanks to Tom Reed"), "spreadsheets")
		s.same("for the next round", s.prep().Lines["Tom Reed"], "the weekly data clinic")
	})
}

func TestR19WhatHappenedInTheRoomIsKeptAsItWasWritten(t *testing.T) {
	tell(t, func(s *life) {
		told := "We began late.\nThe fire bell rang, and Tom laughed."
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.at("Fri 20 Nov 18:10").lookBack("from_the_room: |-\n  We began late.\n  The fire bell rang, and Tom laughed.\n").is("look_back", afterword.StepDone)
		s.same("kept", s.written().FromTheRoom, told)
		hits, err := s.svc.Find(t.Context(), s.me, "fire bell")
		s.must(err)
		s.same("found again", len(hits), 1)
	})
}

func TestR20LookingBackWaitsForTheEveningAndIsOfferedForThreeDays(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.at("Fri 20 Nov 17:59").is("look_back", afterword.StepLater)
		s.at("Fri 20 Nov 18:00").is("look_back", afterword.StepOpen, "R20").reminded("look_back")
		s.at("Mon 23 Nov 23:59").is("look_back", afterword.StepOpen)
		s.at("Tue 24 Nov 00:00").is("look_back", afterword.StepOver)
		s.add(service.AddInput{Employer: "Orbit", Start: "Tue 24 Nov 18:00", End: "Tue 24 Nov 19:00"})
		s.at("Tue 24 Nov 19:10").debrief(`{just: late one}`).is("look_back", afterword.StepLater)
		s.at("Wed 25 Nov 08:30").is("look_back", afterword.StepOpen)
		_, err := s.svc.LookBack(t.Context(), s.me, s.iv, afterword.Debrief{}, true)
		s.must(err)
		s.is("look_back", afterword.StepSkipped) // leaving it out is a full answer
	})
}

func TestR21WhatWentWellAloneIsAFullLookBack(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		_, err := s.svc.LookBack(t.Context(), s.me, s.iv, afterword.Debrief{}, false)
		s.refused(err, afterword.InvalidInput, "went_well") // it is what is asked for first
		s.at("Fri 20 Nov 18:10").lookBack(`{went_well: [I let them finish]}`).is("look_back", afterword.StepDone, "R21")
		s.same("kept", s.written().WentWell, []string{"I let them finish"})
	})
}

func TestR22WhatIWillDoNextTimeStandsOnTheNextSheet(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.at("Fri 20 Nov 18:10").lookBack(`{next_time: [bring one printed page]}`).is("look_back", afterword.StepDone, "R22")
		s.iv = string(s.news("next_round", service.NewsInput{Start: "Wed 2 Dec 10:00", End: "Wed 2 Dec 11:00"}).New)
		s.same("next time I will", s.prep().NextTime, []string{"bring one printed page"})
	})
}

func TestR23ABetterAnswerStandsBesideTheFirst(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{just: x, questions: [{asked: Why us?, answered: your open data}]}`)
		s.at("Fri 20 Nov 18:10").lookBack(`{questions: [{asked: Why us?, better: the map I built with it}]}`)
		a := s.bank("")[0].Answers
		s.same("both", []string{a[0].Answered, a[0].Better}, []string{"your open data", "the map I built with it"})
		s.same("asked once", len(a), 1)
	})
}

func TestR24LookingBackIsOfferedAfterAGoodOneToo(t *testing.T) {
	tell(t, func(s *life) {
		for employer, felt := range map[string]string{"Northwind": glowing, "Orbit": bleak} {
			s.add(service.AddInput{Employer: employer, Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00"})
			s.at("Fri 20 Nov 15:20").debrief(felt).at("Fri 20 Nov 18:00").is("look_back", afterword.StepOpen, "R24")
		}
	})
}

func TestR25ANoTakesNothingAwayOfWhatWasLearned(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{just: x, questions: [{asked: Why us?, answered: your open data, better: the map I built}]}`)
		s.at("Tue 24 Nov 10:00").news("no")
		s.same("banked", s.bank("")[0].Answers[0].Better, "the map I built")
		s.add(service.AddInput{Employer: "Orbit", Start: "Wed 25 Nov 10:00", End: "Wed 25 Nov 11:00"})
		s.at("Wed 25 Nov 11:10").debrief(`{just: x, questions: [{asked: Why us?}]}`)
		s.add(service.AddInput{Employer: "Hale", Start: "Mon 30 Nov 10:00", End: "Mon 30 Nov 11:00"})
		s.same("ready for the next", names(s.prep().Bank, func(q afterword.Question) string { return q.Asked }), []string{"Why us?"})
		notices, err := s.svc.Notices(t.Context(), s.me)
		s.must(err)
		for _, n := range notices {
			if strings.Contains(n.Says, "%") || strings.Contains(n.Says, "rate") {
				t.Errorf("it counts success: %s", n.Says)
			}
		}
	})
}

func TestR26LookingBackMayChangeTheMind(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.same("now", s.show().Want, afterword.WantStill)
		s.holds(s.writes("thanks to Priya Nair"), "I would like to join Northwind")
		s.at("Fri 20 Nov 18:10").lookBack(`{want: unsure}`)
		s.same("later", s.show().Want, afterword.Want("unsure"))
		s.lost(s.writes("thanks to Priya Nair"), "I would like to join")
		s.refused(s.tries(`{just: x, want: 8}`), afterword.InvalidInput, "want")
	})
}

func TestASecondDebriefEmptiesWhatItNamesAndLeavesTheRest(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{met: [{name: Priya Nair}], could_help_with: the customer data, unsaid: [40 reports], just: nice place, hear: {said: 1 to 2 weeks, next_steps: a panel}}`)
		s.debrief(`{could_help_with: "", unsaid: [], hear: {said: 1 to 2 weeks}}`)
		d := s.written()
		s.same("taken away", []any{d.CouldHelpWith, len(d.Unsaid), d.Hear.NextSteps}, []any{"", 0, ""})
		s.same("left", []any{len(d.Met), d.Just}, []any{1, "nice place"})
		s.debrief(`{could_help_with: the warehouse, just: ""}`)
		s.same("said anew", []string{s.written().CouldHelpWith, s.written().Just}, []string{"the warehouse", ""})
		s.refused(s.tries(`{just: x, emptied: [just]}`), afterword.InvalidInput, "emptied")
	})
}
