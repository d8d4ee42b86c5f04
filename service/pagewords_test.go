package service_test

import (
	"testing"

	"afterword/service"
)

// The day that a letter names is theirs: the offer's own, and of a span only about.
func TestALetterNamesTheDayTheyNamed(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		s.at("Mon 7 Dec 10:00")
		s.holds(s.writes("status"), "You said that I could expect to hear by about 4 December.")
		s.at("Tue 8 Dec 10:00").news("offer", service.NewsInput{Until: "2026-12-18"})
		n := s.writes("answer_offer")
		s.holds(n, "I will let you have my answer by 18 December.").lost(n, "4 December")
	})
}

func TestAnAnswerToAnOfferWithoutADayNamesNone(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:20").debrief(panel).thanks()
		s.at("Tue 8 Dec 10:00").news("offer")
		s.holds(s.writes("answer_offer"), "I will let you have my answer soon.")
	})
}
