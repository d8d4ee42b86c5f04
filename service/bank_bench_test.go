package service_test

import (
	"fmt"
	"testing"

	"afterword"
	"afterword/service"
	"afterword/store"
	"afterword/testkit"
)

// searched is a long search: 300 interviews with ten questions and answers each.
func searched(b *testing.B, engine string) (*service.Service, afterword.Actor) {
	b.Helper()
	clock := testkit.NewClock("2026-01-05T09:00:00Z")
	open := onSQLite
	if engine == store.Postgres {
		open = onPostgres
	}
	db, account := open(b, clock.Now)
	svc, me := service.New(service.Options{DB: db, Now: clock.Now}), afterword.Actor{Account: account}
	lists := []string{"How do you take feedback?", "Tell me about yourself.", "Why us?", "What is your greatest weakness?",
		"Tell me about a conflict with a colleague.", "What are your salary expectations?", "When could you start?"}
	for n := range 300 {
		v, err := svc.Add(b.Context(), me, service.AddInput{Employer: fmt.Sprintf("Employer %d", n), Role: "Analyst", With: []string{fmt.Sprintf("Priya Nair <priya@e%d.example>", n)}})
		if err != nil {
			b.Fatal(err)
		}
		d := afterword.Debrief{Met: []afterword.Met{{Name: "Priya Nair", Email: fmt.Sprintf("priya@e%d.example", n), TalkedAbout: "the move off spreadsheets"}}}
		for q := range 10 {
			asked := fmt.Sprintf("Tell me how you would plan step %d of project %d", q, n)
			if q < 4 {
				asked = lists[(n+q)%len(lists)]
			}
			d.Questions = append(d.Questions, afterword.Asked{Asked: asked, Felt: "fine",
				Answered: fmt.Sprintf("At Mira I moved %d reports off spreadsheets, and I kept a list of what people told me in week %d.", n*10+q, q)})
		}
		if _, err := svc.Debrief(b.Context(), me, string(v.ID), service.DebriefInput{Debrief: d}); err != nil {
			b.Fatal(err)
		}
		clock.Add(1 << 40) // some minutes on
	}
	return svc, me
}

// BenchmarkBank is what the pages of a long search take: 300 interviews, 3,000 questions and answers.
func BenchmarkBank(b *testing.B) {
	for _, engine := range []string{store.SQLite, store.Postgres} {
		b.Run(engine, func(b *testing.B) {
			svc, me := searched(b, engine)
			b.Run("search-after-writing", func(b *testing.B) {
				for n := 0; b.Loop(); n++ {
					b.StopTimer()
					if _, err := svc.Set(b.Context(), me, "next-step", fmt.Sprint("step ", n)); err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
					if _, err := svc.Questions(b.Context(), me, "conflict colleague", ""); err != nil {
						b.Fatal(err)
					}
				}
			})
			for _, x := range []struct {
				name string
				do   func() error
			}{
				{"search", func() error { _, err := svc.Questions(b.Context(), me, "conflict colleague", ""); return err }},
				{"search-answer", func() error { _, err := svc.Questions(b.Context(), me, "2417", ""); return err }},
				{"all", func() error { _, err := svc.Questions(b.Context(), me, "", ""); return err }},
				{"to-ask", func() error { _, err := svc.Questions(b.Context(), me, "", "to_ask"); return err }},
				{"find", func() error { _, err := svc.Find(b.Context(), me, "spreadsheets"); return err }},
				{"people", func() error { _, err := svc.People(b.Context(), me); return err }},
				{"notices", func() error { _, err := svc.Notices(b.Context(), me); return err }},
				{"matching", func() error { _, err := svc.Show(b.Context(), me, "priya@e7.example"); return err }},
			} {
				b.Run(x.name, func(b *testing.B) {
					for b.Loop() {
						if err := x.do(); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		})
	}
}
