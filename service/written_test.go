package service

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"afterword"
	"afterword/policy"
	"afterword/testkit"
)

// folded is what was written, gathered by folding the case of every application.
// A round whose booking was taken back is in no list.
func (w *work) folded() (list []sitting, err error) {
	files, err := w.everyFile()
	for _, f := range files {
		done := map[afterword.ID]bool{}
		for _, iv := range f.Interviews {
			st := f.stand(iv.ID, w.Now())
			if len(st.Sitting) == 0 || done[st.Sitting[0]] || !slices.ContainsFunc(st.Rounds, func(r policy.Round) bool { return r.Interview == iv.ID }) {
				continue
			}
			done[st.Sitting[0]] = true
			last := st.Sitting[len(st.Sitting)-1]
			st.Debrief.Begun = time.Time{} // when it was begun matters to the clocks alone
			s := sitting{application: f.Application.ID, interview: last, employer: f.Application.Employer, round: number(st, last), end: st.E,
				ended: st.Outcome.Ends(), wrote: st.HasDebrief, debrief: st.Debrief}
			if !st.E.IsZero() {
				s.on = afterword.DateOf(st.E.In(st.Location))
			}
			if !st.HasDebrief && cmp.Equal(st.Debrief, afterword.Debrief{}) {
				continue
			}
			list = append(list, s)
		}
	}
	return list, err
}

// What is read without the cases must be what the cases say: over searches made by chance, with rounds
// on one day, rounds that moved, and things that were taken back.
func TestWhatWasWrittenIsTheSameWithoutTheCases(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		clock := testkit.NewClock("2026-11-10T09:00:00Z")
		s := New(Options{DB: testkit.SQLite(t, clock.Now), Now: clock.Now, Local: time.UTC})
		me, by, ctx := afterword.Actor{Account: testkit.Me}, rand.New(rand.NewPCG(seed, 7)), context.Background()
		var rounds []string
		for n := range 50 {
			clock.Add(time.Duration(by.IntN(20)) * time.Hour)
			now := clock.Now()
			round := func() string { return rounds[by.IntN(len(rounds))] }
			switch do := by.IntN(13); {
			case do < 2 || len(rounds) == 0:
				in := AddInput{Employer: fmt.Sprintf("Employer %d", n), Zone: []string{"Europe/London", "America/New_York", "Asia/Tokyo"}[by.IntN(3)]}
				if by.IntN(3) > 0 {
					in.Start = now.Add(time.Duration(by.IntN(72)) * time.Hour).Format(time.RFC3339)
				}
				if v, err := s.Add(ctx, me, in); err == nil {
					rounds = append(rounds, string(v.ID))
				}
			case do == 2:
				if f, err := s.News(ctx, me, round(), NewsInput{Kind: "next_round", Start: now.Add(time.Duration(by.IntN(30)) * time.Hour).Format(time.RFC3339)}); err == nil {
					rounds = append(rounds, string(f.New))

				}
			case do == 3:
				_, _ = s.News(ctx, me, round(), NewsInput{Kind: "moved", As: "same", Start: now.Add(time.Duration(by.IntN(30)) * time.Hour).Format(time.RFC3339)})
			case do < 8:
				at := round()
				_, version, _ := s.Written(ctx, me, at)
				_, _ = s.Debrief(ctx, me, at, DebriefInput{Version: version, Debrief: afterword.Debrief{Just: fmt.Sprint(n), Met: []afterword.Met{{Name: fmt.Sprintf("Person %d", n)}},
					Questions: []afterword.Asked{{Asked: fmt.Sprintf("Question %d?", n)}}}, Page: by.IntN(2) == 0})
			case do == 8:
				_, _ = s.LookBack(ctx, me, round(), afterword.Debrief{NextTime: []string{fmt.Sprint(n)}}, false)
			case do == 9:
				_, _ = s.Decide(ctx, me, round(), DecideInput{Ask: []string{fmt.Sprintf("Own %d?", n)}})
			case do == 10:
				_, _ = s.News(ctx, me, round(), NewsInput{Kind: []string{"no", "offer", "delay", "stopped"}[by.IntN(4)]})
			case do == 11:
				if at := by.IntN(len(rounds)); len(rounds) > 1 && s.Delete(ctx, me, rounds[at]) == nil {
					rounds = slices.Delete(rounds, at, at+1)
				}
			default:
				if all, err := s.Record(ctx, me, round()); err == nil && len(all) > 0 {
					_, _ = s.Undo(ctx, me, string(all[by.IntN(len(all))].ID))
				}
			}
			err := s.read(ctx, me, func(w *work) error {
				want, err := w.folded()
				if err != nil {
					return err
				}
				got, err := w.written()
				if err != nil {
					return err
				}
				order := func(a, b sitting) int {
					return strings.Compare(string(a.interview), string(b.interview))
				}
				have := slices.Clone(got.sittings)
				slices.SortFunc(have, order)
				slices.SortFunc(want, order)
				if diff := cmp.Diff(want, have, cmp.AllowUnexported(sitting{}), cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) })); diff != "" {
					t.Fatalf("seed %d, step %d (-folded +read):\n%s", seed, n, diff)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A search sees every change at once, whatever changed, and nothing that was taken back before it was
// stored.
func TestTheBankIsNeverOlderThanWhatIsStored(t *testing.T) {
	t.Parallel()
	clock := testkit.NewClock("2026-11-20T15:30:00Z")
	s := New(Options{DB: testkit.SQLite(t, clock.Now), Now: clock.Now, Local: time.UTC})
	me, ctx := afterword.Actor{Account: testkit.Me}, context.Background()
	iv, err := s.Add(ctx, me, AddInput{Employer: "Northwind", Start: "2026-11-20 14:00", End: "2026-11-20 15:00"})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(err)
	page := func(asked, answered string) error {
		_, version, err := s.Written(ctx, me, string(iv.ID))
		must(err)
		_, err = s.Debrief(ctx, me, string(iv.ID), DebriefInput{Page: true, Version: version, Debrief: afterword.Debrief{MetNobodyNamed: true, Questions: []afterword.Asked{{Asked: asked, Answered: answered}}}})
		return err
	}
	bank := func(want string) {
		t.Helper()
		qs, err := s.Questions(ctx, me, "", "")
		must(err)
		got := ""
		for _, q := range qs {
			got += q.Asked + "/" + q.Answers[0].Employer + "/" + q.Answers[0].Answered + q.Answers[0].Better + ";"
		}
		if got != want {
			t.Errorf("the bank says %q, want %q", got, want)
		}
	}
	bank("")
	must(page("Which reports?", "forty"))
	bank("Which reports?/Northwind/forty;")
	must(page("Which reports?", "fifty")) // joins the page before: no fact is added
	bank("Which reports?/Northwind/fifty;")

	refused := errors.New("refused")
	err = s.write(ctx, me, func(w *work) error {
		f, err := w.file(iv.Application)
		must(err)
		at, err := w.Interview(iv.ID)
		must(err)
		must(w.debrief(f, at, DebriefInput{Page: true, Version: 2, Debrief: afterword.Debrief{Questions: []afterword.Asked{{Asked: "Never stored?"}}}}))
		if _, err := w.written(); err != nil {
			return err
		}
		return refused
	})
	if !errors.Is(err, refused) {
		t.Fatal(err)
	}
	must(page("Which reports?", "sixty")) // of the same version as what was refused
	bank("Which reports?/Northwind/sixty;")

	employer := "Southwind"
	_, err = s.Edit(ctx, me, string(iv.ID), EditInput{Employer: &employer})
	must(err)
	bank("Which reports?/Southwind/sixty;")
	_, err = s.PrepareQuestions(ctx, me, []byte("Why blue?"), false)
	must(err)
	answer := "the sea"
	must(s.EditPrepared(ctx, me, PreparedEdit{Asked: "Why blue?", Answer: &answer}))
	bank("Which reports?/Southwind/sixty;Why blue?//the sea;")
	facts, err := s.Record(ctx, me, string(iv.ID))
	must(err)
	for _, f := range facts {
		if f.Kind == afterword.WroteDown {
			_, err = s.Undo(ctx, me, string(f.ID))
			must(err)
		}
	}
	bank("Why blue?//the sea;")

	later, err := s.News(ctx, me, string(iv.ID), NewsInput{Kind: "next_round", Start: "2026-11-20 17:00"}) // one sitting with the first
	must(err)
	must(page("Why us?", "the maps"))
	at := func(want afterword.ID) {
		t.Helper()
		must(s.read(ctx, me, func(w *work) error {
			got, err := w.written()
			if err == nil && (len(got.sittings) != 1 || got.sittings[0].interview != want) {
				t.Errorf("the sitting is that of %v, want %s", got.sittings, want)
			}
			return err
		}))
	}
	at(later.New)
	must(s.Delete(ctx, me, string(later.New))) // of which nothing was written
	at(iv.ID)
}
