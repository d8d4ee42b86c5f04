package store_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"afterword"
	"afterword/store"
)

func TestAFactIsVoidedByAnotherOneAndLivesAgainWhenThatIsVoided(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
		void := func(id, of afterword.ID) func(tx *store.Tx) error {
			return func(tx *store.Tx) error {
				f := &afterword.Fact{ID: id, Kind: afterword.Voided, Detail: afterword.Detail{Voids: of}}
				err := tx.AddFact(f)
				same(t, []afterword.ID{f.Application, f.Interview}, []afterword.ID{"a", "afirst"})
				return err
			}
		}
		by := func() map[afterword.ID]afterword.ID {
			m := map[afterword.ID]afterword.ID{}
			read(t, db, func(tx *store.Tx) error {
				facts, err := tx.Facts("a")
				since, err2 := tx.FactsSince(0)
				c, err3 := tx.Case("a")
				same(t, since, facts)
				same(t, c.Facts, facts)
				for i, f := range facts {
					one, err := tx.Fact(f.ID)
					if err != nil {
						return err
					}
					same(t, one, f)
					same(t, f.Seq, int64(i+1))
					if f.VoidedBy != "" {
						m[f.ID] = f.VoidedBy
					}
				}
				return must(err, err2, err3)
			})
			return m
		}
		same(t, by(), map[afterword.ID]afterword.ID{})
		write(t, db, void("v1", "awrote"))
		same(t, by(), map[afterword.ID]afterword.ID{"awrote": "v1"})
		write(t, db, void("v2", "v1"))
		same(t, by(), map[afterword.ID]afterword.ID{"v1": "v2"})
		write(t, db, void("v3", "v2"))
		same(t, by(), map[afterword.ID]afterword.ID{"v2": "v3", "awrote": "v1"})
	})
}

func TestACaseHoldsWhatTheRulesNeedAndNothingElse(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error {
			account, err := tx.Account()
			account.Settings.Zone = "Asia/Singapore"
			return must(err, tx.SaveAccount(&account), search(tx, "a"), search(tx, "b"),
				tx.CreatePerson(&afterword.Person{ID: "ref", Name: "Referee"}),
				tx.SaveRole(afterword.Role{Person: "ref", Kind: afterword.Referee}),
				tx.SaveAway(afterword.Away{ID: "w"}),
				tx.AddFact(&afterword.Fact{ID: "agreed", Kind: afterword.RefereeAgreed, Detail: afterword.Detail{Person: "ref"}}),
				tx.AddFact(&afterword.Fact{ID: "late", Application: "a", Kind: afterword.Wrote}))
		})
		read(t, db, func(tx *store.Tx) error {
			cases, err := tx.Cases([]afterword.ID{"a", "b", "gone"})
			if err != nil {
				return err
			}
			same(t, len(cases), 2)
			c, err := tx.Case("a")
			if err != nil {
				return err
			}
			same(t, cases["a"], c)
			var people, rounds, facts, roles []string
			for id := range c.People {
				people = append(people, string(id))
			}
			slices.Sort(people)
			for _, i := range c.Interviews {
				rounds = append(rounds, string(i.ID))
			}
			for _, f := range c.Facts {
				facts = append(facts, string(f.ID))
			}
			for _, r := range c.Roles {
				roles = append(roles, string(r.Application+"/"+r.Person))
			}
			same(t, people, []string{"aagent", "aold", "apriya", "ref"})
			same(t, rounds, []string{"afirst", "aanother"})
			same(t, facts, []string{"abooked", "awrote", "agreed", "late"})
			same(t, roles, []string{"/ref", "a/apriya"})
			same(t, []any{len(c.Points), len(c.Notes), len(c.Away), c.Settings.Zone, c.Unreadable}, []any{1, 1, 1, "Asia/Singapore", ""})
			d := c.Debriefs["adebrief"]
			same(t, d.Just, "It went well.")
			same(t, d.Begun, tx.Now().Add(-time.Hour))
			return nil
		})
	})
}

func TestLinesComePageByPageInByteOrder(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		sorts := []string{"0", "0~1", "A", "B", "Z", "_", "a", "b", "z", "~", "é"} // bytes, whatever the locale
		write(t, db, func(tx *store.Tx) error {
			if err := tx.CreateApplication(&afterword.Application{ID: "a"}); err != nil {
				return err
			}
			var lines []store.Line
			for i, s := range slices.Backward(sorts) {
				id := afterword.ID([]string{"x", "y", "z"}[i%3] + s)
				if err := tx.CreateInterview(&afterword.Interview{ID: id, Application: "a"}); err != nil {
					return err
				}
				lines = append(lines, store.Line{Interview: id, Application: "a", Sort: s, Open: i%2 == 0, Mine: i%4 == 0, State: afterword.StateWaiting, Plan: []byte(`[]`)})
			}
			lines[0].State, lines[0].Until = afterword.StateAsked, afterword.Date{Year: 2026, Month: 12, Day: 4}
			return must(tx.SaveLines("a", lines), tx.SaveLines("a", lines))
		})
		read(t, db, func(tx *store.Tx) error {
			var got []string
			for f := (store.LineFilter{Limit: 3}); ; {
				page, err := tx.Lines(f)
				if err != nil {
					return err
				}
				for _, l := range page {
					got = append(got, l.Sort)
				}
				if len(page) < 3 {
					break
				}
				f.After = page[2].Key()
			}
			same(t, got, sorts)
			yes, no := true, false
			for want, f := range map[int]store.LineFilter{
				6: {Open: &yes}, 5: {Open: &no}, 3: {Mine: &yes, Open: &yes}, 1: {States: []afterword.State{afterword.StateAsked}},
				11: {States: []afterword.State{afterword.StateAsked, afterword.StateWaiting}, Application: "a"}, 0: {Application: "b"},
			} {
				page, err := tx.Lines(f)
				if err != nil {
					return err
				}
				same(t, len(page), want)
			}
			l, err := tx.Line("yé")
			same(t, []any{l.State, l.Until.String(), string(l.Plan), l.Application}, []any{afterword.StateAsked, "2026-12-04", "[]", afterword.ID("a")})
			return err
		})
	})
}

func TestALineIsStaleOnceItsNextChangeHasCome(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error { return search(tx, "a") })
		read(t, db, func(tx *store.Tx) error {
			for after, want := range map[time.Duration]int{time.Hour - time.Microsecond: 0, time.Hour: 1, 2 * time.Hour: 1} {
				ids, err := tx.StaleLines(tx.Now().Add(after))
				if err != nil {
					return err
				}
				same(t, len(ids), want)
			}
			return nil
		})
	})
}

func TestADumpLoadedElsewhereDumpsTheSameBytes(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		singapore, _ := time.LoadLocation("Asia/Singapore")
		write(t, db, func(tx *store.Tx) error {
			account, err := tx.Account()
			account.Settings = afterword.Settings{Name: "Kim", Matters: []string{"time"}, GoodThings: []string{}}
			if err := must(err, tx.SaveAccount(&account), search(tx, "a"), search(tx, "b"), tx.SaveAway(afterword.Away{ID: "w"}),
				tx.SaveRole(afterword.Role{Person: "apriya", Kind: afterword.Referee}),
				tx.AddFact(&afterword.Fact{ID: "moved", Application: "b", Kind: afterword.Moved, Detail: afterword.Detail{Start: time.Date(2026, 12, 1, 9, 0, 0, 0, singapore), Zone: "Asia/Singapore"}}),
				tx.AddFact(&afterword.Fact{ID: "void", Kind: afterword.Voided, Detail: afterword.Detail{Voids: "moved"}})); err != nil {
				return err
			}
			note, err2 := tx.Note("anote")
			note.Body = "again"
			return must(err2, tx.UpdateNote(&note))
		})
		dump := func(account afterword.ID) (d store.Dump, text string) {
			err := db.Read(t.Context(), account, func(tx *store.Tx) (err error) { d, err = tx.Dump(); return err })
			if err != nil {
				t.Fatal(err)
			}
			d.Account.ID = ""
			b, err := json.MarshalIndent(d, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			return d, string(b)
		}
		_, before := dump(me)
		var d store.Dump
		if err := json.Unmarshal([]byte(before), &d); err != nil {
			t.Fatal(err)
		}
		if err := db.Write(t.Context(), "copy", func(tx *store.Tx) error { return tx.Load(d) }); err != nil {
			t.Fatal(err)
		}
		got, after := dump("copy")
		same(t, after, before)
		same(t, len(got.Facts), 6)
		if err := db.Write(t.Context(), "copy", func(tx *store.Tx) error {
			hits, err := tx.Search("cafe", 0)
			same(t, len(hits), 2)
			c, err2 := tx.Case("a")
			same(t, c.Debriefs["adebrief"].Begun, noon().Truncate(time.Microsecond).Add(-time.Hour))
			return must(err, err2)
		}); err != nil {
			t.Fatal(err)
		}
		wantKind(t, db, afterword.Conflict, func(tx *store.Tx) error { return tx.Load(d) })
	})
}

func TestDeletingARoundTakesWhatHangsOnItAndLeavesTheRest(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error {
			return must(search(tx, "a"), search(tx, "b"),
				tx.AddFact(&afterword.Fact{ID: "void", Kind: afterword.Voided, Detail: afterword.Detail{Voids: "awrote"}}),
				tx.AddFact(&afterword.Fact{ID: "stays", Application: "a", Interview: "aanother", Kind: afterword.Wrote}),
				tx.DeleteInterview("afirst"))
		})
		read(t, db, func(tx *store.Tx) error {
			c, err := tx.Case("a")
			var facts []afterword.ID
			for _, f := range c.Facts {
				facts = append(facts, f.ID)
			}
			same(t, facts, []afterword.ID{"stays"})
			same(t, []int{len(c.Interviews), len(c.Debriefs), len(c.Notes), len(c.Points)}, []int{1, 0, 0, 0})
			lines, err2 := tx.Lines(store.LineFilter{Application: "a"})
			same(t, len(lines), 1)
			hits, err3 := tx.Search("feedback", 0)
			same(t, len(hits), 1)
			b, err4 := tx.Case("b")
			same(t, []int{len(b.Interviews), len(b.Debriefs), len(b.Notes), len(b.Facts)}, []int{2, 1, 1, 2})
			return must(err, err2, err3, err4)
		})
	})
}

func TestDeletingAnApplicationLeavesThePeople(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error {
			return must(search(tx, "a"), search(tx, "b"), tx.DeleteApplication("a"), tx.DeletePerson("bstranger"))
		})
		read(t, db, func(tx *store.Tx) error {
			d, err := tx.Dump()
			same(t, []int{len(d.Applications), len(d.Interviews), len(d.People), len(d.Roles), len(d.Points), len(d.Notes), len(d.Debriefs), len(d.Messages), len(d.Facts)},
				[]int{1, 2, 7, 1, 1, 1, 1, 1, 2})
			hits, err2 := tx.Search("touch", 0)
			same(t, len(hits), 1)
			return must(err, err2)
		})
	})
}

func TestSearchFindsWordsWhateverTheirCaseAccentOrScript(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error {
			if err := search(tx, "a"); err != nil {
				return err
			}
			for id, text := range map[afterword.ID]string{"zh": "我想了解团队的规模。", "ja": "データベースを移行しました", "ko": "면접 감사합니다", "th": "ขอบคุณสำหรับการสัมภาษณ์",
				"hi": "साक्षात्कार के लिए धन्यवाद", "ar": "شُكْرًا جزيلا", "de": "Größe der Straße; O'Brien-Müller", "ru": "Ёлка стоит"} {
				if err := tx.CreateMessage(&afterword.Message{ID: id, Interview: "afirst", Text: text, CreatedAt: tx.Now()}); err != nil {
					return err
				}
			}
			return nil
		})
		read(t, db, func(tx *store.Tx) error {
			for words, want := range map[string]string{
				"FEEDBACK": "adebrief", "feedb": "adebrief", "take feedback": "adebrief", "cafe": "adebrief", "feedback zebra": "",
				"soby": "aagent", "SØBY": "aagent", "Priya": "apriya", "spreadsheets": "anote", "northwind analyst": "a",
				"团队": "zh", "规": "zh", "规模团": "", "模": "zh", "データ": "ja", "ﾃﾞｰﾀ": "ja", "감사": "ko", "สัมภาษณ์": "th", "धन्यवाद": "hi", "شكرا": "ar",
				"strasse": "de", "STRASSE grosse": "de", "obrien": "", "o'brien": "de", "muller": "de", "елка": "ru",
				"": "", "  ": "", `"`: "", "'": "", "* OR -": "", `a" OR "b`: "", "NEAR": "", "':*": "", "\\": "", "feedback'": "adebrief", "feed\x00back": "",
			} {
				hits, err := tx.Search(words, 1)
				if err != nil {
					t.Errorf("%q: %v", words, err)
					continue
				}
				got := ""
				if len(hits) > 0 {
					got = string(hits[0].ID)
				}
				if got != want {
					t.Errorf("%q: got %q, want %q", words, got, want)
				}
			}
			hits, err := tx.Search("feedback", 0)
			same(t, hits, []store.Hit{{Kind: "question", ID: "adebrief", Application: "a", Interview: "afirst", Title: "How do you take feedback?",
				Text: "I ask early\nGive the café example", At: noon().Truncate(time.Microsecond)}})
			return err
		})
		write(t, db, func(tx *store.Tx) error {
			n, err := tx.Note("anote")
			n.Body = "Now about databases"
			return must(err, tx.UpdateNote(&n))
		})
		read(t, db, func(tx *store.Tx) error {
			was, err := tx.Search("spreadsheets", 0)
			is, err2 := tx.Search("databases", 0)
			same(t, []int{len(was), len(is)}, []int{0, 1})
			return must(err, err2)
		})
	})
}

// Of more than can be looked at, the newest are, also where they stood first in an export.
func TestAfterAnImportTheNewestAreFoundOnBothEngines(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		var d store.Dump
		for n := range 300 {
			d.Applications = append(d.Applications, afterword.Application{ID: afterword.ID(fmt.Sprintf("a%03d", n)), Employer: "Northwind", CreatedAt: noon().Add(-time.Duration(n) * time.Hour)})
		}
		write(t, db, func(tx *store.Tx) error { return tx.Load(d) })
		read(t, db, func(tx *store.Tx) error {
			hits, err := tx.Search("northwind", 0)
			if len(hits) == 200 {
				same(t, []afterword.ID{hits[0].ID, hits[199].ID}, []afterword.ID{"a000", "a199"})
			} else {
				t.Error(len(hits))
			}
			return err
		})
	})
}

func TestWhereAKindOfFactWasRecorded(t *testing.T) {
	each(t, func(t *testing.T, db *store.DB) {
		write(t, db, func(tx *store.Tx) error {
			for n, at := range []afterword.ID{"b", "a", "b", "c"} {
				kind := afterword.KeptUntil
				if at == "c" {
					kind = afterword.Wrote
				}
				if err := tx.AddFact(&afterword.Fact{ID: afterword.ID(fmt.Sprint(n)), Application: at, Kind: kind}); err != nil {
					return err
				}
			}
			where, err := tx.WhereRecorded(afterword.KeptUntil)
			same(t, where, []afterword.ID{"b", "a"})
			return err
		})
	})
}
