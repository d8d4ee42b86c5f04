package service

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/store"
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
		sittings := 0
		thanked := map[string]int{}
		unsaid, hard, asked := 0, 0, 0
		err := w.sittings(func(f *file, x sitting) error {
			sittings++
			if len(x.debrief.Unsaid) > 0 {
				unsaid++
			}
			for _, q := range x.debrief.Questions {
				asked++
				if q.Felt == "hard" {
					hard++
				}
			}
			f.thankedWithin(x.interview, w.Now(), thanked)
			return nil
		})
		if err != nil || sittings < noticeFrom {
			return err
		}
		bank, err := w.bank()
		if err != nil {
			return err
		}
		views = append(views, repeats(bank)...)
		if n := thanked["day"] + thanked["two days"] + thanked["later"]; n > 0 {
			views = append(views, NoticeView{Says: fmt.Sprintf("Thanks went out within a day %d of %d times.", thanked["day"], n),
				Parts: []NoticeBar{{"within a day", thanked["day"]}, {"within two days", thanked["two days"]}, {"later", thanked["later"]}}})
		}
		if hard > 0 {
			views = append(views, NoticeView{Says: fmt.Sprintf("%d of %d questions felt hard.", hard, asked), Parts: []NoticeBar{{"hard", hard}, {"other", asked - hard}}})
		}
		if unsaid > 1 {
			views = append(views, NoticeView{Says: fmt.Sprintf("After %d of %d interviews something was left unsaid. A line on paper before you go in can help.", unsaid, sittings),
				Parts: []NoticeBar{{"something unsaid", unsaid}, {"nothing", sittings - unsaid}}})
		}
		views = views[:min(len(views), noticeMost)]
		return nil
	})
	return views, err
}

// thankedWithin sorts the thanks of a sitting by how soon they went.
func (f *file) thankedWithin(interview afterword.ID, now time.Time, into map[string]int) {
	st := f.stand(interview, now)
	for _, n := range f.Notes {
		if n.Kind != afterword.Thanks || !sameSitting(st, n.Interview) {
			continue
		}
		k := st.Notes[n.ID]
		if k.State != afterword.NoteSent {
			continue
		}
		switch gone := k.SentAt.Sub(st.E); {
		case gone <= policy.ThanksBestBefore:
			into["day"]++
		case gone <= policy.ThanksGoodFor:
			into["two days"]++
		default:
			into["later"]++
		}
	}
}

// repeats names the questions that came most often, and how they went.
func repeats(bank []afterword.Question) []NoticeView {
	var out []NoticeView
	for _, q := range bank {
		if q.Times < 2 || len(out) == 2 {
			break
		}
		felt := map[string]int{}
		for _, a := range q.Answers {
			felt[a.Felt]++
		}
		says := fmt.Sprintf("“%s” came up %d times", strings.TrimSpace(q.Asked), q.Times)
		if felt["fine"] > 0 {
			says += fmt.Sprintf("; %d went fine", felt["fine"])
		}
		says += "."
		out = append(out, NoticeView{Says: says, Parts: []NoticeBar{{"fine", felt["fine"]}, {"hard", felt["hard"]}, {"more to say", felt["more_to_say"]}, {"not said", felt[""]}}})
	}
	return out
}

// ProofRow is one round in the record for a job office.
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
		apps, err := w.Applications()
		if err != nil {
			return err
		}
		ids := make([]afterword.ID, len(apps))
		for i, app := range apps {
			ids[i] = app.ID
		}
		files, err := w.files(ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			rows = append(rows, files[id].proof(w.Now(), first, last)...)
		}
		slices.SortStableFunc(rows, func(x, y ProofRow) int { return x.On.Compare(y.On) })
		return nil
	})
	return rows, err
}

func (f *file) proof(now time.Time, first, last afterword.Date) []ProofRow {
	var rows []ProofRow
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
		lines = append(lines, []string{r.On.String(), plainCell(r.Employer), plainCell(r.Role), fmt.Sprint(r.Round), fmt.Sprint(r.Notes), string(r.Outcome)})
	}
	return out.WriteAll(lines)
}

func plainCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// Courtesies are the withdrawals that an accepted offer calls for, one in each other open
// application. They are drafts: each is read and approved by itself, nothing closes on its own (R99).
func (s *Service) Courtesies(ctx context.Context, a afterword.Actor) (views []NoteView, err error) {
	views = []NoteView{}
	err = s.write(ctx, a, func(w *work) error {
		open := true
		lines, err := w.fresh(store.LineFilter{Open: &open})
		if err != nil {
			return err
		}
		var ids []afterword.ID
		for _, l := range lines {
			if !slices.Contains(ids, l.Application) {
				ids = append(ids, l.Application)
			}
		}
		files, err := w.files(ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			f := files[id]
			if f.Elsewhere.Accepted.IsZero() || len(f.Interviews) == 0 {
				continue
			}
			iv := f.Interviews[len(f.Interviews)-1]
			if err := w.drafts(iv); err != nil {
				return err
			}
			if f, err = w.file(id); err != nil {
				return err
			}
			for _, n := range f.Notes {
				if state, _, _ := policy.NoteState(f.Case, n, w.Now()); n.Kind == afterword.Withdrawal && state == afterword.NoteDraft {
					views = append(views, w.noteView(f, n))
				}
			}
		}
		return nil
	})
	return views, err
}
