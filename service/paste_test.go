package service_test

import (
	"testing"

	"afterword"
	"afterword/reading"
	"afterword/service"
)

func TestWhatIsPastedIsLaidToWhatIsThere(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel + "questions: [{asked: Why us?, felt: hard}]\nunsaid: [I speak Dutch]\njust: nice place\n")
		was := s.written()
		d := reading.AddPasted(was, reading.Pasted("Tom: his new desk\nWhat is your greatest strength?\nforgot to say I moved 40 reports\nwarm tea", []string{"Priya Nair", "Tom Reed"}, afterword.NewDate(2026, 11, 20), ""))
		_, err := s.svc.Debrief(t.Context(), s.me, s.iv, service.DebriefInput{Debrief: d, Page: true, Version: 1})
		s.must(err)
		d = s.written()
		s.same("who", names(d.Met, func(m afterword.Met) string { return m.Name + ": " + m.TalkedAbout }),
			[]string{"Priya Nair: moving the reports off spreadsheets", "Tom Reed: the weekly data clinic, his new desk"})
		s.same("asked", names(d.Questions, func(q afterword.Asked) string { return q.Asked + q.Felt }), []string{"Why us?hard", "What is your greatest strength?"})
		s.same("the rest", []any{d.Unsaid, d.Just, d.Hear.Said}, []any{[]string{"I speak Dutch", "I moved 40 reports"}, "nice place\nwarm tea", was.Hear.Said})
	})
}
