package web

import (
	"fmt"
	"strings"
	"testing"

	"afterword/service"
)

func TestManyPeopleComeInPagesAndNobodyIsLeftOut(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	const many = 60
	for n := range many {
		if _, err := b.svc.Add(t.Context(), b.own, service.AddInput{Employer: fmt.Sprintf("Employer %d", n),
			With: []string{fmt.Sprintf("Person %02d <person%d@employer.example>", n, n)}}); err != nil {
			t.Fatal(err)
		}
	}
	first := b.get("/people").says("Person 00", "Person 49", "Interviewer, Employer 49")
	if strings.Contains(text(first.doc), "Person 50") {
		t.Error("the first page holds more than fifty")
	}
	second := first.follow("More").says("Person 50", "Person 59")
	if strings.Contains(text(second.doc), "More") || strings.Contains(text(second.doc), "Person 49") {
		t.Error("the second page does not end the list")
	}
	b.get("/people?from=oops").says("Person 00")
	b.get("/people?from=-3").says("Person 00")
	b.get("/people?from=900")
}
