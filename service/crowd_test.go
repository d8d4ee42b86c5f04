package service

import (
	"context"
	"testing"
	"time"

	"afterword"
	"afterword/testkit"
)

// A list of roles that someone holds stays as it was when a role gets another title.
func TestARoleThatIsSavedChangesNoListThatIsHeld(t *testing.T) {
	t.Parallel()
	s := New(Options{DB: testkit.SQLite(t, nil), Local: time.UTC})
	err := s.write(context.Background(), afterword.Actor{Account: testkit.Me}, func(w *work) error {
		if err := w.CreatePerson(&afterword.Person{ID: "p", Name: "Priya Nair"}); err != nil {
			return err
		}
		role := afterword.Role{Application: "a", Person: "p", Kind: afterword.Interviewer, Title: "Analyst"}
		if err := w.SaveRole(role); err != nil {
			return err
		}
		before, err := w.Roles("a")
		if err != nil {
			return err
		}
		role.Title = "Head of Analytics"
		if err := w.SaveRole(role); err != nil {
			return err
		}
		after, err := w.Roles("a")
		if len(before) != 1 || len(after) != 1 || before[0].Title != "Analyst" || after[0].Title != role.Title {
			t.Error(before, after)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
