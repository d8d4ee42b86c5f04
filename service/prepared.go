package service

import (
	"bytes"
	"context"
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"afterword"
)

// PreparedView is what became of a list of questions.
type PreparedView struct {
	Added   int      `json:"added"`
	Already int      `json:"already"` // in the bank before, or twice in the list
	LeftOut []string `json:"left_out"`
}

// How much is kept: it stands in the settings, which every verb reads.
const (
	preparedMost    = 500
	preparedLongest = 500 // runes of a question
	preparedAnswer  = 4000
	preparedBytes   = 200_000 // of all questions and answers
)

// PrepareQuestions puts a plain list of questions into the bank: one a line, bullets and numbers do
// not matter, or a table with a column "question" and perhaps one "answer". What asks the same as a
// question that is there is left as it is (R91). With own they are what the candidate asks.
func (s *Service) PrepareQuestions(ctx context.Context, a afterword.Actor, list []byte, own bool) (v PreparedView, err error) {
	v.LeftOut = []string{}
	rows, err := listOfQuestions(list)
	if err != nil {
		return v, err
	}
	return v, s.write(ctx, a, func(w *work) error {
		v = PreparedView{LeftOut: []string{}}
		all, err := w.written()
		if err != nil {
			return err
		}
		bank := all.bank
		if own {
			bank = w.toAsk(all.sittings)
		}
		had := map[string]bool{}
		for _, q := range bank {
			had[q.key] = true
		}
		for _, r := range rows {
			key := s.keys.of(r.Asked, "")
			switch {
			case key == "" || utf8.RuneCountInString(r.Asked) > preparedLongest || len(r.Better) > preparedAnswer:
				v.LeftOut = append(v.LeftOut, r.Asked)
			case had[key]:
				v.Already++
			default:
				had[key] = true
				v.Added++
				if err := w.prepare(r, own); err != nil {
					return err
				}
			}
		}
		if v.Added == 0 {
			return nil
		}
		return w.savePrepared()
	})
}

// QuestionTable is a list of one question with its answer, as PrepareQuestions reads it.
func QuestionTable(asked, answer string) []byte {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	_ = out.WriteAll([][]string{{"question", "answer"}, {asked, answer}}) // a buffer takes everything
	return b.Bytes()
}

func (w *work) savePrepared() error {
	size := 0
	for _, q := range w.account.Settings.Prepared {
		size += len(q.Asked) + len(q.Better)
	}
	if size > preparedBytes {
		return afterword.Invalid("questions", "are longer together than can be kept").WithHint("shorten an answer, or remove a question")
	}
	return w.SaveAccount(&w.account)
}

// prepare puts a question at the end of its list.
func (w *work) prepare(q afterword.Asked, own bool) error {
	set := &w.account.Settings
	if len(set.Prepared)+len(set.ToAsk) >= preparedMost {
		return afterword.Invalid("questions", "are more than %d", preparedMost).WithHint("import fewer; nothing was kept of this list")
	}
	if own {
		set.ToAsk = append(slices.Clip(set.ToAsk), q.Asked)
	} else {
		set.Prepared = append(slices.Clip(set.Prepared), q)
	}
	return nil
}

// PreparedEdit changes a prepared question: its wording and its answer, or that it is there at all.
type PreparedEdit struct {
	Asked  string  // as it is now
	New    string  // the wording from now on; empty leaves it
	Answer *string // nil leaves it
	Own    bool    // one that the candidate asks; it has no answer
	Remove bool
}

// EditPrepared changes or removes a prepared question. What was asked in an interview stays there.
func (s *Service) EditPrepared(ctx context.Context, a afterword.Actor, in PreparedEdit) error {
	in.New = strings.TrimSpace(in.New)
	if utf8.RuneCountInString(in.New) > preparedLongest {
		return afterword.Invalid("asked", "is longer than %d letters", preparedLongest)
	}
	if in.Answer != nil && len(*in.Answer) > preparedAnswer {
		return afterword.Invalid("better", "is longer than %d letters", preparedAnswer)
	}
	return s.write(ctx, a, func(w *work) error {
		set := &w.account.Settings
		is := func(asked string) bool { return fold(asked) == fold(in.Asked) }
		other := func(asked string) bool { return in.New != "" && fold(asked) == fold(in.New) && !is(asked) }
		prepared, toAsk := slices.Clone(set.Prepared), slices.Clone(set.ToAsk)
		at := slices.IndexFunc(prepared, func(q afterword.Asked) bool { return is(q.Asked) })
		taken := slices.ContainsFunc(prepared, func(q afterword.Asked) bool { return other(q.Asked) })
		if in.Own {
			at, taken = slices.IndexFunc(toAsk, is), slices.ContainsFunc(toAsk, other)
		}
		switch {
		case at < 0:
			return (&afterword.Error{Kind: afterword.NotFound, Field: "asked", Msg: quote(in.Asked) + " is not among what you prepared"}).
				WithHint("`afterword questions` shows what is")
		case taken:
			return afterword.Invalid("asked", "is there already").WithHint("change that one, or remove this one")
		case in.Own && in.Remove:
			toAsk = slices.Delete(toAsk, at, at+1)
		case in.Own:
			toAsk[at] = firstOf(in.New, toAsk[at])
		case in.Remove:
			prepared = slices.Delete(prepared, at, at+1)
		default:
			prepared[at].Asked = firstOf(in.New, prepared[at].Asked)
			if in.Answer != nil {
				prepared[at].Better = strings.TrimSpace(*in.Answer)
			}
		}
		set.Prepared, set.ToAsk = prepared, toAsk
		return w.savePrepared()
	})
}

var (
	bullet   = regexp.MustCompile(`^(?:[-*•·–—+>]|\[[ xX]?\]|\(?\d{1,3}[.):]|[a-z]\))\s+`)
	linkText = regexp.MustCompile(`\[([^\]]+)\]\([^)]*\)`)
	markUp   = strings.NewReplacer("**", "", "__", "", "\ufeff", "")
)

func listOfQuestions(list []byte) (rows []afterword.Asked, err error) {
	if !utf8.Valid(list) {
		return nil, afterword.Invalid("list", "is not text in UTF-8").WithHint("save it as plain text, UTF-8")
	}
	text := strings.TrimPrefix(strings.ReplaceAll(strings.ReplaceAll(string(list), "\r\n", "\n"), "\r", "\n"), "\ufeff")
	if table, ok := tableOfQuestions(text); ok {
		rows = table
	} else {
		for line := range strings.SplitSeq(text, "\n") {
			if q := plainQuestion(line); q != "" {
				rows = append(rows, afterword.Asked{Asked: q})
			}
		}
	}
	if len(rows) == 0 {
		return nil, afterword.Invalid("list", "holds no question").WithHint("write one question a line")
	}
	return rows, nil
}

// plainQuestion is a line without its bullet and mark-up; a heading or a rule is none.
func plainQuestion(line string) string {
	line = strings.TrimSpace(line)
	if strings.HasPrefix(line, "#") || strings.Trim(line, "-=*_ ") == "" {
		return ""
	}
	for {
		cut := strings.TrimSpace(bullet.ReplaceAllString(line, ""))
		if cut == line {
			break
		}
		line = cut
	}
	line = linkText.ReplaceAllString(markUp.Replace(line), "$1")
	return strings.TrimSpace(strings.Trim(strings.TrimSpace(line), `"“”`))
}

// tableOfQuestions reads CSV or tab-separated text whose first line names a column "question".
func tableOfQuestions(text string) (rows []afterword.Asked, ok bool) {
	head, _, _ := strings.Cut(text, "\n")
	for _, comma := range []rune{',', ';', '\t'} {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = comma, -1, true, true
		asked, answer := -1, -1
		for i, name := range strings.Split(head, string(comma)) {
			switch fold(strings.Trim(name, `" `)) {
			case "question", "questions", "asked":
				asked = i
			case "answer", "answers", "answered", "my answer", "best answer", "better", "notes":
				answer = i
			}
		}
		if asked < 0 {
			continue
		}
		all, err := r.ReadAll()
		if err != nil {
			return nil, false
		}
		for _, cells := range all[1:] {
			cell := func(i int) string {
				if i < 0 || i >= len(cells) {
					return ""
				}
				return strings.TrimSpace(cells[i])
			}
			if q := plainQuestion(cell(asked)); q != "" {
				rows = append(rows, afterword.Asked{Asked: q, Better: cell(answer)})
			}
		}
		return rows, true
	}
	return nil, false
}
