package service_test

import (
	"bytes"
	"strings"
	"testing"

	"afterword"
	"afterword/service"
)

func TestTheBankGroupsByWhatIsAskedAndFindsIt(t *testing.T) {
	tell(t, func(s *life) {
		for _, x := range [][2]string{{"Northwind", "Tell me about yourself."}, {"Hale", "Walk me through your CV"}, {"Orbit", "Why Orbit?"}, {"Zürich AG", "Wie gehen Sie mit Größe um?"}} {
			s.add(service.AddInput{Employer: x[0], Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00"})
			s.at("Fri 20 Nov 18:00").debrief(`{just: x, questions: [{asked: "` + x[1] + `", answered: I started at Mira}]}`)
		}
		bank := func(words, filter string) []string {
			qs, err := s.svc.Questions(t.Context(), s.me, words, filter)
			s.must(err)
			return names(qs, func(q afterword.Question) string { return q.Asked })
		}
		qs, err := s.svc.Questions(t.Context(), s.me, "", "")
		s.must(err)
		s.same("one question, twice", []any{len(qs), qs[0].Asked, qs[0].Times}, []any{3, "Tell me about yourself.", 2})
		s.same("near, in other words", bank("introduce yourself", ""), []string{"Tell me about yourself."})
		s.same("their name is us", bank("why us", ""), []string{"Why Orbit?"})
		s.same("without its dots", bank("grosse", ""), []string{"Wie gehen Sie mit Größe um?"})
		s.same("nothing", bank("zebra", ""), []string{})
		done, err := s.svc.PrepareQuestions(t.Context(), s.me, []byte("- Introduce yourself\n- What is your biggest weakness?\n- 自己紹介をしてください\n"), false)
		s.must(err)
		s.same("prepared", done, service.PreparedView{Added: 2, Already: 1, LeftOut: []string{}})
		s.same("found at once", [][]string{bank("weaknesses", ""), bank("自己", "")}, [][]string{{"What is your biggest weakness?"}, {"自己紹介をしてください"}})
		s.same("no answer yet", bank("", "no_answer"), []string{"What is your biggest weakness?", "自己紹介をしてください"})
		s.add(service.AddInput{Employer: "Keel", Start: "Mon 23 Nov 10:00", End: "Mon 23 Nov 11:00"})
		s.at("Mon 23 Nov 11:10").debrief(`{just: x, questions: [{asked: Tell us about a weakness of yours}]}`)
		again, err := s.svc.Questions(t.Context(), s.me, "weakness", "")
		s.must(err)
		s.same("asked since", []any{len(again), again[0].Times, len(again[0].Answers)}, []any{1, 1, 1})
	})
}

func TestAPreparedQuestionIsChangedAndRemoved(t *testing.T) {
	tell(t, func(s *life) {
		bank := func(filter string) (all []string) {
			qs, err := s.svc.Questions(t.Context(), s.me, "", filter)
			s.must(err)
			return names(qs, func(q afterword.Question) string { return q.Asked + "/" + q.Answers[0].Better })
		}
		_, err := s.svc.PrepareQuestions(t.Context(), s.me, []byte("question,answer\nWhy us?,The river\nHow do you plan a week?,"), false)
		s.must(err)
		edit := func(in service.PreparedEdit) error { return s.svc.EditPrepared(t.Context(), s.me, in) }
		s.must(edit(service.PreparedEdit{Asked: "why us?", New: "Why this team?"}))
		s.same("another wording, the same answer", bank(""), []string{"Why this team?/The river", "How do you plan a week?/"})
		answer := "Monday first"
		s.must(edit(service.PreparedEdit{Asked: "How do you plan a week?", Answer: &answer}))
		s.refused(edit(service.PreparedEdit{Asked: "Why this team?", New: "how do you plan a week?"}), afterword.InvalidInput, "asked")
		s.refused(edit(service.PreparedEdit{Asked: "Who?"}), afterword.NotFound, "asked")
		s.must(edit(service.PreparedEdit{Asked: "Why this team?", Remove: true}))
		s.same("removed", bank(""), []string{"How do you plan a week?/Monday first"})

		_, err = s.svc.PrepareQuestions(t.Context(), s.me, []byte("- Who owns the warehouse?\n- Who sets deadlines?"), true)
		s.must(err)
		s.must(edit(service.PreparedEdit{Asked: "Who sets deadlines?", Own: true, Remove: true}))
		s.same("to ask", bank("to_ask"), []string{"Who owns the warehouse?/"})
		s.northwind().same("on the sheet", s.prep().ToAsk, []string{"Who owns the warehouse?"})
	})
}

func TestWhatAnAnswerStatedIsHeldAgainstTheNext(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel + `
questions: [{asked: What are you hoping to earn?, answered: "about 45k"}, {asked: How much notice do you have to give?, answered: four weeks}]
`)
		s.iv = string(s.news("next_round", service.NewsInput{Start: "Wed 2 Dec 10:00", End: "Wed 2 Dec 11:00"}).New)
		s.at("Wed 2 Dec 11:10").debrief(`{just: x, questions: [{asked: What salary are you looking for?, answered: "55,000 a year"}, {asked: What is your notice period?, answered: a month}]}`)
		s.same("told differently", s.prep().Differs, []string{`On pay you said "about 45k" on Fri 20 Nov and "55,000 a year" on Wed 2 Dec.`})
		s.same("where", names(s.prep().Stated, func(x service.StatedAt) string { return x.About + " " + x.On.Words() }),
			[]string{"pay Fri 20 Nov", "notice Fri 20 Nov", "pay Wed 2 Dec", "notice Wed 2 Dec"})
	})
}

func TestFeedbackThatWasNotOpenedIsNotFoundEither(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).at("Mon 30 Nov 10:00").news("no")
		s.refused(s.svc.OpenFeedback(t.Context(), s.me, s.iv), afterword.NotFound, "")
		s.at("Thu 3 Dec 10:00").news("feedback", service.NewsInput{Text: "More zebras, please."})
		found := func() int {
			hits, err := s.svc.Find(t.Context(), s.me, "zebras")
			s.must(err)
			return len(hits)
		}
		s.same("closed", found(), 0)
		s.must(s.svc.OpenFeedback(t.Context(), s.me, s.iv))
		s.same("opened", found(), 1)
	})
}

func TestTheRecordForAJobOfficeIsSafeInASpreadsheet(t *testing.T) {
	tell(t, func(s *life) {
		s.add(service.AddInput{Employer: "=HYPERLINK(1)", Role: "@x", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00"})
		s.at("Mon 23 Nov 10:00")
		rows, err := s.svc.Proof(t.Context(), s.me, "2026-11-20", "2026-11-20")
		s.must(err)
		var b bytes.Buffer
		s.must(service.ProofCSV(&b, rows))
		for _, risky := range []string{"+1", "-1+2", "@SUM(1)", "\t=1", " =1", "＝1"} {
			var cell bytes.Buffer
			s.must(service.ProofCSV(&cell, []service.ProofRow{{Employer: risky}}))
			if !strings.Contains(cell.String(), ",'"+risky) && !strings.Contains(cell.String(), ",\"'"+risky) {
				t.Errorf("%q stands bare in %q", risky, cell.String())
			}
		}
		s.same("as a table", b.String(), "date,employer,role,round,notes sent,outcome\r\n2026-11-20,'=HYPERLINK(1),'@x,1,0,\r\n")
		_, err = s.svc.Proof(t.Context(), s.me, "2026-11-21", "2026-11-20")
		s.refused(err, afterword.InvalidInput, "to")
	})
}

func TestAtMostFiveThingsAreNoticedAndEachHasItsNumbers(t *testing.T) {
	tell(t, func(s *life) {
		for i, employer := range []string{"Northwind", "Hale", "Orbit"} {
			s.add(service.AddInput{Employer: employer, Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00"})
			s.at("Fri 20 Nov 18:00").debrief(`{just: x, unsaid: [y], questions: [{asked: How do you take feedback?, felt: fine}, {asked: Why us?, felt: hard}]}`)
			all, err := s.svc.Notices(t.Context(), s.me)
			s.must(err)
			if i < 2 {
				s.same("too early", len(all), 0)
				continue
			}
			if len(all) == 0 || len(all) > 5 {
				t.Errorf("%d things noticed", len(all))
			}
			s.same("the first", all[0].Says, "“How do you take feedback?” came up three times; each time it went fine.")
			for _, n := range all {
				if sum := 0; len(n.Parts) > 0 {
					for _, p := range n.Parts {
						sum += p.Count
					}
					if sum == 0 {
						t.Errorf("%q has no numbers", n.Says)
					}
				}
			}
		}
	})
}

func TestR94OnesOwnReviewOfEveryRoundLiesBesideTheirs(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel + "went_well: [calm]\nquestions: [{asked: Why us?, felt: hard}]\n")
		s.iv = string(s.news("next_round", service.NewsInput{Start: "Wed 2 Dec 10:00", End: "Wed 2 Dec 11:00"}).New)
		s.at("Wed 2 Dec 11:10").debrief("{just: x, next_time: [shorter]}").at("Mon 7 Dec 10:00").news("no")
		v, err := s.svc.Review(t.Context(), s.me, s.iv)
		s.must(err)
		s.same("of both rounds", v, service.ReviewView{WentWell: []string{"calm"}, NextTime: []string{"shorter"}, Hard: []string{"Why us?"}, Questions: 1, People: 2})
	})
}

func TestTheRecordForAJobOfficeHasWhatLedToNoInterviewYet(t *testing.T) {
	tell(t, func(s *life) {
		_, err := s.svc.ImportList(t.Context(), s.me, []byte("Company,Role,Date applied,Interview date,Status\nHale,Designer,2026-10-03,2026-10-13,Rejected\nQuay,Clerk,2026-10-05,,Applied\nOrbit,Clerk,2026-10-06,,Rejected\nKeel,,2026-09-30,,Applied\n"))
		s.must(err)
		rows, err := s.svc.Proof(t.Context(), s.me, "2026-10-01", "2026-10-31")
		s.must(err)
		s.same("of October", names(rows, func(r service.ProofRow) string { return r.On.String() + " " + r.Employer + " " + string(r.Outcome) }),
			[]string{"2026-10-05 Quay ", "2026-10-06 Orbit no", "2026-10-13 Hale no"})
		s.same("rounds", []int{rows[0].Round, rows[2].Round}, []int{0, 1})
	})
}
