package service_test

import (
	"testing"

	"afterword"
	"afterword/service"
)

// What is not the usual case, and must not get stuck or lose anything.

func TestAnAgencyThatNeverAnswersLeavesAWayOut(t *testing.T) {
	tell(t, func(s *life) {
		s.keystone().at("Fri 20 Nov 15:20").debrief(panel).sends("agency_thanks")
		s.at("Sat 21 Nov 10:59").same("still waiting", s.step("thank_you Priya Nair").Because, "It waits until Mara Vogel says you may write.")
		s.at("Sun 22 Nov 11:00").same("after 44 hours", s.step("thank_you Priya Nair").Because, "Mara Vogel has not said yes. Ask them to pass it on, or skip it.")
		s.passOn(s.writes("thanks to Priya Nair"), "Mara Vogel")
		s.must(s.skips(s.writes("thanks to Tom Reed"), "met for a minute"))
		s.is("thank_you Priya Nair", afterword.StepDone).is("thank_you Tom Reed", afterword.StepSkipped).state(afterword.StateWaiting)
		s.at("Mon 7 Dec 09:00").state(afterword.StateMayAsk)
		s.same("the question goes to the agency", s.sends("status").To.Name, "Mara Vogel").state(afterword.StateAsked)
	})
}

func TestAnAgencyThatSaysNothingAndACandidateWhoDoesNothingStillMoveOn(t *testing.T) {
	tell(t, func(s *life) {
		s.keystone().at("Fri 20 Nov 15:20").debrief(panel).state(afterword.StateNotesToSend)
		s.at("Sun 22 Nov 15:00").state(afterword.StateWaiting)
		s.at("Fri 27 Nov 15:00").is("thank_you Priya Nair", afterword.StepOver).is("agency_thanks Mara Vogel", afterword.StepOver)
		s.at("Mon 7 Dec 09:00").state(afterword.StateMayAsk).at("Mon 21 Dec 09:00").is("close", afterword.StepOpen)
		s.news("no_reply")
		s.state(afterword.StateClosed)
	})
}

func TestAnAgencyThatSaysNoPassesTheThanksOn(t *testing.T) {
	tell(t, func(s *life) {
		s.keystone().at("Fri 20 Nov 15:20").debrief(panel).sends("agency_thanks")
		s.at("Mon 23 Nov 10:00").news("agency_no", service.NewsInput{From: "Mara Vogel"})
		v := s.may("thanks to Priya Nair", "refuse", "R51", "R45")
		s.same("the way round", v.Because, "Ask Mara Vogel to pass it on instead.")
		s.passOn(s.writes("thanks to Priya Nair"), "Mara Vogel")
		s.passOn(s.writes("thanks to Tom Reed"), "Mara Vogel")
		s.is("thank_you Priya Nair", afterword.StepDone).state(afterword.StateWaiting)
	})
}

func TestAnAgencyThatSaysYesLateStillLetsTheNotesGo(t *testing.T) {
	tell(t, func(s *life) {
		s.keystone().at("Fri 20 Nov 15:20").debrief(panel).sends("agency_thanks")
		s.at("Mon 23 Nov 10:00").news("agency_no")
		s.at("Wed 25 Nov 10:00").news("agency_yes") // they asked again
		s.is("thank_you Priya Nair", afterword.StepOpen).holds(s.sends("thanks to Priya Nair"), "moving the reports off spreadsheets")
		s.must(s.skips(s.writes("thanks to Tom Reed"), "it is late"))
		s.state(afterword.StateWaiting)
	})
}

func TestARefereeIsReplacedAndAnotherIsNoLongerNeeded(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").refereeAdd(sam, "2026-11-02").northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		_, err := s.svc.RefereeReplace(t.Context(), s.me, "Ruth Adeyemi", "Kofi Mensah <kofi@mira.example>")
		s.must(err)
		s.lacks("referee_heads_up Ruth Adeyemi").is("referee_heads_up Kofi Mensah", afterword.StepHeld)
		s.same("the place is taken", s.referee("Ruth Adeyemi").ReplacedBy, s.referee("Kofi Mensah").ID)
		_, err = s.svc.RefereeAgreed(t.Context(), s.me, "Kofi Mensah", "")
		s.must(err)
		s.is("referee_heads_up Kofi Mensah", afterword.StepOpen)
		_, err = s.svc.RefereeDone(t.Context(), s.me, "Sam Ortiz", s.iv)
		s.must(err)
		s.is("referee_heads_up Sam Ortiz", afterword.StepSkipped).reminded("referee_heads_up Sam Ortiz")
		s.sends("referee_heads_up to Kofi Mensah")
		s.at("Thu 26 Nov 10:00").news("offer")
		s.is("referee_thanks Kofi Mensah", afterword.StepOpen).lacks("referee_thanks Sam Ortiz").lacks("referee_thanks Ruth Adeyemi")
	})
}

func TestARefereeWhoWasToldAndThenReplacedIsStillThanked(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd(ruth, "2026-11-01").northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks().sends("referee_heads_up to Ruth Adeyemi")
		_, err := s.svc.RefereeReplace(t.Context(), s.me, "Ruth Adeyemi", sam)
		s.must(err)
		s.at("Thu 26 Nov 10:00").news("checked")
		s.is("referee_thanks Ruth Adeyemi", afterword.StepOpen)
	})
}

func TestAMoveWithinTheHouseJoinsTheTeamAndNotTheEmployer(t *testing.T) {
	tell(t, func(s *life) {
		s.add(service.AddInput{Employer: "Northwind", Role: "Team lead", Kind: "internal", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00",
			With: []string{"Priya Nair <priya.nair@northwind.example>"}})
		s.at("Fri 20 Nov 15:20").debrief(`{met: [{name: Priya Nair, talked_about: the plan for spring}], want: still}`)
		n := s.writes("thanks to Priya Nair")
		s.holds(n, "I would like to join the team").lost(n, "join Northwind").quiet(n, "employer")
	})
}

func TestAHiddenEmployerIsNamedNowhere(t *testing.T) {
	tell(t, func(s *life) {
		s.add(service.AddInput{Role: "Team lead", Kind: "confidential", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00",
			With: []string{"Priya Nair"}, Agency: "Mara Vogel <mara@keystone.example>"})
		s.at("Fri 20 Nov 15:20").debrief(`{met: [{name: Priya Nair, talked_about: the plan for spring}], want: still}`)
		s.holds(s.writes("agency_thanks"), "the interview with your client").lost(s.writes("thanks to Priya Nair"), "join {", "join .", "at .")
		employer := "Northwind" // the agency let it slip
		_, err := s.svc.Edit(t.Context(), s.me, s.iv, service.EditInput{Employer: &employer})
		s.must(err)
		for _, kind := range []string{"agency_thanks", "thanks to Priya Nair", "status", "withdrawal"} {
			n := s.writes(kind)
			s.lost(n, "Northwind").lost(service.NoteView{Body: n.Subject}, "Northwind")
		}
		_, err = s.svc.Add(t.Context(), s.me, service.AddInput{Start: "2026-11-27 14:00"})
		s.refused(err, afterword.InvalidInput, "employer") // only such a one may leave it open
	})
}

func TestTwoApplicationsAtOneEmployerKeepTheirOwnWait(t *testing.T) {
	tell(t, func(s *life) {
		done(s)
		first := s.iv
		s.add(service.AddInput{Employer: "Northwind", Role: "Data engineer", Start: "Mon 30 Nov 10:00", End: "Mon 30 Nov 11:00", With: []string{"Priya Nair <priya.nair@northwind.example>"}})
		s.at("Mon 30 Nov 11:10").debrief(`{met: [{name: Priya Nair, talked_about: the pipelines}], hear: {said: 1 week}}`).waits("1 week", "2026-12-07", "Tue 8 Dec 09:00")
		s.may("thanks to Priya Nair", "allow", "R27") // another sitting
		s.at("Mon 7 Dec 10:00").may("status", "hold until Tue 8 Dec 09:00")
		s.iv = first
		s.waits("1 to 2 weeks", "2026-12-04", "Mon 7 Dec 09:00").may("status", "allow")
		s.news("no")
		s.state(afterword.StateAnswered)
		_, err := s.svc.Show(t.Context(), s.me, "Northwind")
		if afterword.KindOf(err) != afterword.Conflict {
			t.Errorf("two of that name: %v", err)
		}
		p := s.person("Priya Nair")
		s.same("one Priya, two interviews", []int{len(p.MetAt), len(p.Roles)}, []int{2, 2})
	})
}

func TestAnInterviewerHereMayBeARefereeThere(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd("Priya Nair <priya.nair@northwind.example>", "2026-11-01").northwind().at("Fri 20 Nov 15:20").debrief(panel)
		s.is("thank_you Priya Nair", afterword.StepOpen).sends("thanks to Priya Nair")
		s.at("Sat 21 Nov 10:00").news("wrote", service.NewsInput{From: "Priya Nair"})
		s.is("reply_owed Priya Nair", afterword.StepOpen) // here she is the employer
		s.add(service.AddInput{Employer: "Orbit", Start: "Mon 23 Nov 10:00", End: "Mon 23 Nov 11:00", With: []string{"Chi Okafor <chi@orbit.example>"}})
		s.at("Mon 23 Nov 11:10").debrief(`{met: [{name: Chi Okafor, talked_about: trains}]}`).sends("thanks to Chi Okafor")
		s.is("referee_heads_up Priya Nair", afterword.StepOpen).lacks("thank_you Priya Nair").sends("referee_heads_up to Priya Nair")
		s.same("both roles", names(s.person("Priya Nair").Roles, func(r service.PersonRole) string { return string(r.Kind) }), []string{"referee", "interviewer"})
	})
}

func TestMergedPeopleKeepTheirNotesAndComeApartAgain(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{met: [{name: P. Nair, talked_about: the reports}, {name: Tom Reed, talked_about: the clinic}]}`)
		n := s.reworded(s.writes("thanks to P. Nair"), "Dear Ms Nair,\n\nThank you for telling me about the reports.\n\nAsha")
		before := s.person("P. Nair")
		priya, err := s.svc.Merge(t.Context(), s.me, "Priya Nair", "P. Nair")
		s.must(err)
		s.same("one person, met here", []any{priya.Name, priya.Email, len(priya.MetAt)}, []any{"Priya Nair", "priya.nair@northwind.example", 1})
		s.same("the same letter", s.writes("thanks to Priya Nair").Body, n.Body)
		s.is("thank_you Priya Nair", afterword.StepOpen).lacks("thank_you P. Nair")
		s.same("found by either name", s.person("P. Nair").ID, priya.ID)
		s.must(s.approve(n, ""))
		_, err = s.svc.SentNote(t.Context(), s.me, string(n.ID), "")
		s.must(err)
		s.may("thanks to Priya Nair", "refuse", "R31")
		_, err = s.svc.Split(t.Context(), s.me, "Priya Nair")
		s.must(err)
		after := s.person("P. Nair")
		s.same("as before", []any{after.ID, after.Name, after.Email, after.Roles, after.MetAt[0].On}, []any{before.ID, before.Name, before.Email, before.Roles, before.MetAt[0].On})
		s.same("with what became of the thanks", after.MetAt[0].Thanks, afterword.StepDone)
		s.is("thank_you P. Nair", afterword.StepDone).may("thanks to Priya Nair", "allow")
	})
}

func TestAMergedRefereeKeepsTheirConsentAndWhatTheyWereTold(t *testing.T) {
	tell(t, func(s *life) {
		s.refereeAdd("R. Adeyemi", "2026-11-01").refereeAdd(ruth, "").northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		_, err := s.svc.RefereePoints(t.Context(), s.me, "R. Adeyemi", s.iv, []string{"the 40 reports"})
		s.must(err)
		_, err = s.svc.Merge(t.Context(), s.me, "Ruth Adeyemi", "R. Adeyemi")
		s.must(err)
		all, err := s.svc.Referees(t.Context(), s.me)
		s.must(err)
		s.same("one of them", names(all, func(r service.RefereeView) string { return r.Name }), []string{"Ruth Adeyemi"})
		s.same("agreed on", all[0].Agreed.String(), "2026-11-01").is("referee_heads_up Ruth Adeyemi", afterword.StepOpen)
		s.holds(s.sends("referee_heads_up to Ruth Adeyemi"), "- the 40 reports")
		s.same("told what", s.referee("Ruth Adeyemi").Told[0].Points, []string{"the 40 reports"})
	})
}

func TestTwoWithOneAddressAreAskedAboutAndBecomeOne(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(`{met: [{name: Nair}]}`)
		email := "Priya.Nair@northwind.example"
		_, err := s.svc.EditPerson(t.Context(), s.me, "Nair", service.PersonEdit{Email: &email})
		s.refused(err, afterword.Conflict, "email")
		_, err = s.svc.Merge(t.Context(), s.me, "Nair", "Priya Nair")
		s.must(err)
		s.same("the address came along", s.person("Nair").Email, "priya.nair@northwind.example")
		_, err = s.svc.Split(t.Context(), s.me, "Nair")
		s.must(err)
		s.same("and goes back", []string{s.person("Nair").Email, s.person("Priya Nair").Email}, []string{"", "priya.nair@northwind.example"})
	})
}

func TestARenamedEmployerIsTheSameOneEverywhere(t *testing.T) {
	tell(t, func(s *life) {
		done(s)
		name := "Northwind Analytics"
		_, err := s.svc.Edit(t.Context(), s.me, s.iv, service.EditInput{Employer: &name})
		s.must(err)
		sent, err := s.svc.Notes(t.Context(), s.me, s.iv)
		s.must(err)
		s.holds(sent[0], "join Northwind.") // what went stays as it went
		s.holds(s.writes("status"), "at Northwind Analytics").waits("1 to 2 weeks", "2026-12-04", "Mon 7 Dec 09:00")
		s.same("where we met", s.person("Priya Nair").MetAt[0].Employer, name).same("on Today", s.today().Waiting[0].Employer, name)
		v, err := s.svc.Show(t.Context(), s.me, "northwind analytics")
		s.must(err)
		s.same("found by the new name", string(v.ID), s.iv)
	})
}
