package service_test

import (
	"testing"

	"afterword"
	"afterword/service"
)

// Contract, section 2: one step for each advocate or insider recorded; they were not met, so naming
// their role makes them known (R78 R79).
func TestSomeoneNobodyMetIsMadeKnownByTheirRole(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:40").debrief(panel)
		app := string(s.show().Application)
		edit := func(who, kind string) error {
			_, err := s.svc.EditPerson(t.Context(), s.me, who, service.PersonEdit{Role: kind, Application: app})
			return err
		}
		s.must(edit("Ido Marsh", "advocate"))
		s.must(edit("Noor Ali <noor@northwind.example>", "insider"))
		s.is("ask_word Ido Marsh", afterword.StepOpen, "R78").is("ask_insider Noor Ali", afterword.StepOpen, "R79")
		s.refused(edit("Pria Nair", "hiring_manager"), afterword.NotFound, "person")
	})
}
