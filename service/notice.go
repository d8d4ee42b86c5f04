package service

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/when"
)

// NoticeView is one plain sentence of what repeats, with its numbers.
type NoticeView struct {
	Says  string      `json:"says"`
	Parts []NoticeBar `json:"parts"` // for the bar under it, and the table beside it
}

// NoticeBar is one part of a bar.
type NoticeBar struct {
	Label string `json:"label"`
	Count int    `json:"count"`
}

// From how many interviews on something is pointed out, and how many sentences at most (experience 3.2).
const (
	noticeFrom = 3
	noticeMost = 5
)

// Notices are at most five sentences about what repeats, from three interviews on. There is no score
// and no comparison with anyone.
func (s *Service) Notices(ctx context.Context, a afterword.Actor) (views []NoticeView, err error) {
	views = []NoticeView{}
	err = s.read(ctx, a, func(w *work) error {
		all, err := w.written()
		if err != nil {
			return err
		}
		sittings := slices.DeleteFunc(slices.Clone(all.sittings), func(x sitting) bool { return !x.wrote })
		if len(sittings) < noticeFrom {
			return nil
		}
		files, err := w.everyFile()
		if err != nil {
			return err
		}
		views = append(views, repeats(all.bank)...)
		views = append(views, thanksInTime(files, w.Now())...)
		views = append(views, hardOnes(sittings)...)
		views = append(views, leftUnsaid(sittings)...)
		views = append(views, writtenInTime(files, w.Now())...)
		views = views[:min(len(views), noticeMost)]
		return nil
	})
	return views, err
}

// repeats names the questions that came most often, and how they went.
func repeats(bank []banked) (out []NoticeView) {
	for _, q := range bank {
		if q.Times < 2 || len(out) == 2 {
			break
		}
		felt, lately := map[string]int{}, 0
		for i, a := range q.Answers {
			felt[a.Felt]++
			if a.Felt == "fine" && lately == i {
				lately++
			}
		}
		says := fmt.Sprintf("“%s” came up %s", strings.TrimSpace(q.Asked), timesInWords(q.Times))
		switch {
		case lately == q.Times:
			says += "; each time it went fine"
		case lately == 1:
			says += "; the last time it went fine"
		case lately > 1:
			says += fmt.Sprintf("; the last %s went fine", inWords(lately))
		case felt["fine"] > 0:
			says += fmt.Sprintf("; %s went fine", inWords(felt["fine"]))
		}
		out = append(out, NoticeView{Says: says + ".", Parts: []NoticeBar{{"fine", felt["fine"]}, {"hard", felt["hard"]}, {"more to say", felt["more_to_say"]}, {"not said", felt[""]}}})
	}
	return out
}

// thanksInTime sorts the thanks that were sent by how soon they went.
func thanksInTime(files []*file, now time.Time) []NoticeView {
	day, two, later := 0, 0, 0
	for _, f := range files {
		for _, n := range f.Notes {
			if n.Kind != afterword.Thanks {
				continue
			}
			st := f.stand(n.Interview, now)
			if st.Notes[n.ID].State != afterword.NoteSent {
				continue
			}
			switch gone := st.Notes[n.ID].SentAt.Sub(st.E); {
			case gone <= policy.ThanksBestBefore:
				day++
			case gone <= policy.ThanksGoodFor:
				two++
			default:
				later++
			}
		}
	}
	if day == 0 {
		return nil
	}
	return []NoticeView{{Says: fmt.Sprintf("Thanks went out within a day %s.", ofInWords(day, day+two+later, "time")),
		Parts: []NoticeBar{{"within a day", day}, {"within two days", two}, {"later", later}}}}
}

func hardOnes(sittings []sitting) []NoticeView {
	hard, asked := 0, 0
	for _, x := range sittings {
		for _, q := range x.debrief.Questions {
			asked++
			if q.Felt == "hard" {
				hard++
			}
		}
	}
	if hard == 0 {
		return nil
	}
	return []NoticeView{{Says: capital(fmt.Sprintf("%s of %s felt hard.", inWords(hard), countInWords(asked, "question"))), Parts: []NoticeBar{{"hard", hard}, {"other", asked - hard}}}}
}

func leftUnsaid(sittings []sitting) []NoticeView {
	unsaid := 0
	for _, x := range sittings {
		if len(x.debrief.Unsaid) > 0 {
			unsaid++
		}
	}
	if unsaid < 2 {
		return nil
	}
	return []NoticeView{{Says: fmt.Sprintf("After %s something was left unsaid. A line on paper before you go in can help.", ofInWords(unsaid, len(sittings), "interview")),
		Parts: []NoticeBar{{"something unsaid", unsaid}, {"nothing", len(sittings) - unsaid}}}}
}

// writtenInTime says after how many interviews the notes were written while they were fresh (R10).
func writtenInTime(files []*file, now time.Time) []NoticeView {
	fresh, later := 0, 0
	for _, f := range files {
		done := map[afterword.ID]bool{}
		for _, iv := range f.Interviews {
			st := f.stand(iv.ID, now)
			if len(st.Sitting) == 0 || done[st.Sitting[0]] || !st.HasDebrief {
				continue
			}
			done[st.Sitting[0]] = true
			if st.WrittenAt.Sub(st.E) <= policy.DebriefBestBefore {
				fresh++
			} else {
				later++
			}
		}
	}
	if fresh == 0 {
		return nil
	}
	return []NoticeView{{Says: fmt.Sprintf("Notes were written within a day after %s.", ofInWords(fresh, fresh+later, "interview")),
		Parts: []NoticeBar{{"within a day", fresh}, {"later", later}}}}
}

// inWords is a small number as one writes it in a sentence.
func inWords(n int) string {
	words := [...]string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

func countInWords(n int, what string) string {
	if n == 1 {
		return "one " + what
	}
	return inWords(n) + " " + what + "s"
}

func ofInWords(n, all int, what string) string {
	switch {
	case all == 1:
		return countInWords(n, what)
	case n == all:
		return "all " + countInWords(all, what)
	}
	return inWords(n) + " of " + countInWords(all, what)
}

func timesInWords(n int) string {
	if n == 2 {
		return "twice"
	}
	return countInWords(n, "time")
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// ProofRow is one round in the record for a job office, or an application that led to none yet: Round
// is 0 then, and On the day it was made.
type ProofRow struct {
	Employer string            `json:"employer"`
	Role     string            `json:"role"`
	Round    int               `json:"round"`
	On       afterword.Date    `json:"on"`
	Notes    int               `json:"notes_sent"`
	Outcome  afterword.Outcome `json:"outcome"`
}

// Proof is the record of the rounds in a span of days, both included, the first first. It holds no
// feelings and no letters.
func (s *Service) Proof(ctx context.Context, a afterword.Actor, from, to string) (rows []ProofRow, err error) {
	rows = []ProofRow{}
	err = s.read(ctx, a, func(w *work) error {
		today := afterword.DateOf(w.Now().In(w.own))
		first, err := when.ParseDay("from", from, today, when.Options{Region: w.account.Settings.Region})
		if err != nil {
			return err
		}
		last, err := when.ParseDay("to", to, today, when.Options{Region: w.account.Settings.Region})
		if err != nil {
			return err
		}
		if last.Before(first) {
			return afterword.Invalid("to", "is before the first day")
		}
		files, err := w.everyFile()
		if err != nil {
			return err
		}
		for _, f := range files {
			rows = append(rows, f.proof(w.Now(), first, last)...)
		}
		slices.SortStableFunc(rows, func(x, y ProofRow) int { return x.On.Compare(y.On) })
		return nil
	})
	return rows, err
}

func (f *file) proof(now time.Time, first, last afterword.Date) []ProofRow {
	var rows []ProofRow
	if on := afterword.DateOf(f.Application.CreatedAt.In(f.rules.Own)); len(f.Interviews) == 0 && !on.Before(first) && !on.After(last) {
		row := ProofRow{Employer: f.Application.Employer, Role: f.Application.Role, On: on}
		for _, x := range f.Facts {
			if o := afterword.Outcome(x.Kind); x.VoidedBy == "" && x.Application == f.Application.ID && o.Ends() {
				row.Outcome = o
			}
		}
		return []ProofRow{row}
	}
	for _, iv := range f.Interviews {
		st := f.stand(iv.ID, now)
		at := st.Start
		if at.IsZero() {
			at = st.RoundEnd
		}
		on := afterword.DateOf(at.In(st.Location))
		if on.Before(first) || on.After(last) || at.After(now) {
			continue
		}
		row := ProofRow{Employer: f.Application.Employer, Role: f.Application.Role, Round: number(st, iv.ID), On: on, Outcome: st.Outcome}
		for _, n := range f.Notes {
			if n.Interview == iv.ID && (st.Notes[n.ID].State == afterword.NoteSent || st.Notes[n.ID].State == afterword.NotePassedOn) {
				row.Notes++
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// ProofCSV writes the record as CSV. A cell that a spreadsheet would take for a formula is made text
// (OWASP, CSV injection).
func ProofCSV(to io.Writer, rows []ProofRow) error {
	out := csv.NewWriter(to)
	out.UseCRLF = true
	lines := [][]string{{"date", "employer", "role", "round", "notes sent", "outcome"}}
	for _, r := range rows {
		lines = append(lines, []string{r.On.String(), plainCell(r.Employer), plainCell(r.Role), roundCell(r.Round), fmt.Sprint(r.Notes), string(r.Outcome)})
	}
	return out.WriteAll(lines)
}

func roundCell(n int) string {
	if n == 0 {
		return "applied"
	}
	return strconv.Itoa(n)
}

func plainCell(s string) string {
	if first := strings.TrimLeft(s, " \u00a0"); first != "" && strings.IndexAny(first, "=+-@\t\r\n＝＋－＠") == 0 {
		return "'" + s
	}
	return s
}

// Courtesies are the withdrawals that an accepted offer calls for, one in each other open
// application. They are drafts: each is read and approved by itself, nothing closes on its own (R99).
func (s *Service) Courtesies(ctx context.Context, a afterword.Actor) (views []LetterView, err error) {
	views = []LetterView{}
	err = s.write(ctx, a, func(w *work) error {
		ids, err := w.open()
		if err != nil {
			return err
		}
		files, err := w.files(ids)
		if err != nil {
			return err
		}
		ids = slices.DeleteFunc(ids, func(id afterword.ID) bool {
			return files[id].Elsewhere.Accepted.IsZero() || len(files[id].Interviews) == 0
		})
		for _, id := range ids {
			if err := w.drafts(files[id].Interviews[len(files[id].Interviews)-1]); err != nil {
				return err
			}
		}
		if files, err = w.files(ids); err != nil {
			return err
		}
		for _, id := range ids {
			f := files[id]
			for _, n := range f.Notes {
				if state, _, _ := policy.NoteState(f.Case, n, w.Now()); n.Kind == afterword.Withdrawal && state == afterword.NoteDraft {
					views = append(views, w.letterView(f, n))
				}
			}
		}
		return nil
	})
	return views, err
}
