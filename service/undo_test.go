package service_test

import (
	"strings"
	"testing"

	"afterword"
	"afterword/service"
)

// Contract, section 4: after an undo steps, W and state are as without the fact (R98).
func TestWhatIsTakenBackLeavesThePlanAsItWas(t *testing.T) {
	sent := func(s *life, what string) {
		_, err := s.svc.SentNote(t.Context(), s.me, string(s.writes(what).ID), "")
		s.must(err)
	}
	acts := map[string]func(s *life){
		"a next round with a date": func(s *life) {
			s.news("next_round", service.NewsInput{Start: "Tue 1 Dec 10:00", End: "Tue 1 Dec 11:00"})
		},
		"a withdrawal that went": func(s *life) { sent(s, "withdrawal") },
		"a debrief": func(s *life) {
			s.debrief("met: [{name: Zed Quill, email: zed@northwind.example}]\nhear: {said: 3 days}\nwant: no")
		},
		"news of someone new":  func(s *life) { s.news("wrote", service.NewsInput{From: "Noor Ali <noor@northwind.example>"}) },
		"a no":                 func(s *life) { s.news("no", service.NewsInput{From: "Noor Ali <noor@northwind.example>"}) },
		"a change of mind":     func(s *life) { s.decide(service.DecideInput{Want: "no"}) },
		"a question that went": func(s *life) { sent(s, "status") },
	}
	for name, act := range acts {
		t.Run(name, func(t *testing.T) {
			tell(t, func(s *life) {
				s.at("Thu 19 Nov 10:00").add(service.AddInput{Employer: "Northwind", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:10"})
				s.at("Fri 20 Nov 15:30")
				s.writes("status")  // a draft stands in rows, not in facts
				s.news("automatic") // the moment of the last move is the same before and after
				before, known := s.plan(), map[afterword.ID]bool{}
				for _, f := range s.record() {
					known[f.ID] = true
				}
				act(s)
				for _, f := range s.record() {
					if !known[f.ID] {
						_, err := s.svc.Undo(t.Context(), s.me, string(f.ID))
						s.must(err)
						break
					}
				}
				s.same("the plan", s.plan(), before)
				all, err := s.svc.List(t.Context(), s.me, service.ListFilter{})
				s.must(err)
				s.same("interviews", len(all), 1)
			})
		})
	}
}

// What rested on a debrief is cancelled with it; a new debrief makes new drafts (R27).
func TestADebriefWrittenAnewMakesItsDraftsAnew(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:40").debrief("met: [{name: Priya Nair}]")
		for _, f := range s.record() {
			if f.Kind == afterword.WroteDown {
				_, err := s.svc.Undo(t.Context(), s.me, string(f.ID))
				s.must(err)
			}
		}
		s.same("the step has no note", s.step("thank_you Priya Nair").Note, afterword.ID(""))
		s.debrief("met: [{name: Priya Nair}]")
		states := map[afterword.NoteState]int{}
		notes, err := s.svc.Notes(t.Context(), s.me, s.iv)
		s.must(err)
		for _, n := range notes {
			states[n.State]++
		}
		s.same("a new draft", states[afterword.NoteDraft], 1)
	})
}

func (s *life) record() []service.FactView {
	s.t.Helper()
	facts, err := s.svc.Record(s.t.Context(), s.me, s.iv)
	s.must(err)
	return facts
}

func TestAnExportWithAFactOfNothingIsRefusedWhole(t *testing.T) {
	tell(t, func(s *life) {
		export := `{"format":"afterword/1","facts":[{"id":"f1","application":"gone","kind":"wrote","at":"2026-11-20T10:00:00Z"}]}`
		s.refused(s.svc.Import(t.Context(), s.me, strings.NewReader(export)), afterword.InvalidInput, "facts[0].application")
		for at, key := range map[string]string{`"application":"i"`: "application", `"application":"a","interview":"a"`: "interview"} { // each has a place of its own
			export := `{"format":"afterword/1","applications":[{"id":"a"}],"interviews":[{"id":"i","application":"a"}],"facts":[{"id":"f","kind":"wrote","at":"2026-11-20T10:00:00Z",` + at + `}]}`
			s.refused(s.svc.Import(t.Context(), s.me, strings.NewReader(export)), afterword.InvalidInput, "facts[0]."+key)
		}
		s.must(s.svc.Import(t.Context(), s.me, strings.NewReader(`{"format":"afterword/1"}`)))
	})
}
