package service_test

import (
	"slices"
	"strings"
	"testing"

	"afterword"
	"afterword/service"
)

// went says that a note was sent, which is never refused.
func (s *life) went(n service.NoteView) service.NoteView {
	s.t.Helper()
	n, err := s.svc.SentNote(s.t.Context(), s.me, string(n.ID), "")
	s.must(err)
	return n
}

func TestEachMessageIsAnsweredOnceAndThenThereIsNothingLeftToAnswer(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 18:00").debrief(panel).thanks()
		s.at("Mon 23 Nov 10:00").news("wrote", service.NewsInput{From: "Priya Nair"})
		s.at("Mon 23 Nov 10:10").news("wrote", service.NewsInput{From: "Tom Reed"})
		s.at("Mon 23 Nov 11:00").may("reply", "allow", "R55")
		s.same("the newest first", s.went(s.writes("reply")).To.Name, "Tom Reed")
		s.at("Mon 23 Nov 11:10").may("reply", "allow", "R55")
		s.same("then the other", s.went(s.writes("reply")).To.Name, "Priya Nair")
		s.at("Mon 23 Nov 11:20").may("reply", "hold until Mon 7 Dec 09:00")
		for _, step := range s.plan().Steps {
			if step.Kind == afterword.StepReplyOwed && step.State != afterword.StepDone {
				t.Errorf("%s is %s", step.ID, step.State)
			}
		}
	})
}

func TestTwoMessagesOfOnePersonAreTwoToAnswer(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 18:00").debrief(panel).thanks()
		s.at("Mon 23 Nov 10:00").news("wrote", service.NewsInput{From: "Priya Nair"})
		s.at("Mon 23 Nov 10:10").news("wrote", service.NewsInput{From: "Priya Nair"})
		s.at("Mon 23 Nov 11:00").went(s.writes("reply"))
		s.at("Mon 23 Nov 12:00").went(s.writes("reply"))
		s.at("Mon 23 Nov 13:00").may("reply", "hold until Mon 7 Dec 09:00")
		s.same("nothing is owed", s.plan().Says, "Nothing to do until Fri 4 Dec.")
	})
}

func TestAnOverriddenQuestionIsTheSameInEveryRound(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 18:00").debrief(panel)
		first, app := s.iv, s.show().Application
		s.add(service.AddInput{Application: string(app), Employer: "Northwind", Start: "Mon 23 Nov 10:00", End: "Mon 23 Nov 11:00", With: []string{"Uma Rao <uma@northwind.example>"}})
		second := s.iv
		s.at("Mon 23 Nov 12:00")
		s.iv = first
		n := s.writes("status")
		s.must(s.approve(n, "I move on Tuesday"))
		s.may("status", "allow")
		s.iv = second
		s.may("status", "allow")
		s.same("the one question", s.writes("status").ID, n.ID)
	})
}

func TestWhatWasPromisedIsRemindedOfBeforeThanks(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{met: [{name: Priya Nair, talked_about: the reports}], promised: [{what: the CV, due: 2026-11-22}]}`)
		step := s.step("promise the CV")
		days := []string{}
		for _, at := range step.Remind {
			days = append(days, s.words(at))
		}
		s.same("on two days", days, []string{"Sat 21 Nov 18:00", "Sun 22 Nov 08:30"})
	})
}

func TestApprovingAgainAsksTheGuardAgain(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 18:00").debrief(panel).thanks()
		s.at("Mon 7 Dec 10:00")
		n := s.writes("status")
		s.must(s.approve(n, ""))
		s.must(s.approve(n, ""))
		s.at("Mon 7 Dec 10:01").news("no")
		if err := s.approve(n, ""); err == nil {
			t.Error("an outcome that came in between does not stop it")
		}
	})
}

func TestAnEditAtTheSameMomentTakesTheApprovalBack(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 18:00").debrief(panel)
		n := s.writes("thanks to Priya Nair")
		s.must(s.approve(n, ""))
		s.same("the state", s.reworded(n, "Dear Priya,\n\nThank you for [topic].\n\nAsha").State, afterword.NoteDraft)
	})
}

func TestAnAddressThatNobodyReadsIsNeverAPerson(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 18:00")
		s.refused(s.tries(`{met: [{name: HR, email: noreply@northwind.example}]}`), afterword.InvalidInput, "met[0].email")
		address, nobody := "no-reply@northwind.example", " "
		_, err := s.svc.EditPerson(t.Context(), s.me, "Priya Nair", service.PersonEdit{Email: &address})
		s.refused(err, afterword.InvalidInput, "email")
		_, err = s.svc.EditPerson(t.Context(), s.me, "Priya Nair", service.PersonEdit{Name: &nobody})
		s.refused(err, afterword.InvalidInput, "name")
	})
}

func TestNotesThatAreNoLongerFreshComeAfterWhatIsOwed(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:10")
		s.same("fresh", string(s.today().Now.Kind), "debrief")
		s.at("Mon 23 Nov 10:00").news("wrote", service.NewsInput{From: "Priya Nair"})
		order := names(s.today().Steps, func(x afterword.Step) string { return string(x.Kind) })
		if slices.Index(order, "reply_owed") > slices.Index(order, "debrief") {
			t.Errorf("today is %v", order)
		}
	})
}

func TestTwoInterviewsOfADayRingOnceADay(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.add(service.AddInput{Employer: "Orbit", Start: "Fri 20 Nov 16:00", End: "Fri 20 Nov 16:30", With: []string{"Chi Okafor <chi@orbit.example>"}})
		s.at("Fri 20 Nov 16:40").debrief(`{met: [{name: Chi Okafor, talked_about: the trains}]}`)
		entries, err := s.svc.Calendar(t.Context(), s.me, "")
		s.must(err)
		rings, orbit := map[string]map[string]bool{}, false
		for _, e := range entries {
			orbit = orbit || strings.Contains(e.Summary, "Chi Okafor")
			for _, at := range e.Alarms {
				day := s.words(at)[:10]
				if rings[day] == nil {
					rings[day] = map[string]bool{}
				}
				rings[day][s.words(at)] = true
			}
		}
		for day, at := range rings {
			if len(at) > 1 {
				t.Errorf("%s rings at %v", day, at)
			}
		}
		if len(rings) < 2 || !orbit {
			t.Errorf("rings %v, Orbit stands in it: %v", rings, orbit)
		}
	})
}

func TestADebriefOfNothingIsRefused(t *testing.T) {
	for _, nothing := range []string{"null", "~", "# only a comment"} {
		if _, err := service.DecodeDebrief("debrief", []byte(nothing)); afterword.KindOf(err) != afterword.InvalidInput {
			t.Errorf("%q: %v", nothing, err)
		}
	}
}
