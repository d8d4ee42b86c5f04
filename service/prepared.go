package service

import (
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

// How much of a list is kept: it stands in the settings, which every verb reads.
const (
	preparedMost    = 500
	preparedLongest = 500 // runes of a question
)

// PrepareQuestions puts a plain list of questions into the bank: one a line, bullets and numbers do
// not matter, or a table with a column "question" and perhaps one "answer". What asks the same as a
// question that is there is left as it is (R91).
func (s *Service) PrepareQuestions(ctx context.Context, a afterword.Actor, list []byte) (v PreparedView, err error) {
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
		had := map[string]bool{}
		for _, q := range all.bank {
			had[q.key] = true
		}
		for _, r := range rows {
			key := s.keys.of(r.Asked, "")
			switch {
			case key == "" || utf8.RuneCountInString(r.Asked) > preparedLongest:
				v.LeftOut = append(v.LeftOut, r.Asked)
			case had[key]:
				v.Already++
			case len(w.account.Settings.Prepared) >= preparedMost:
				return afterword.Invalid("questions", "are more than %d", preparedMost).WithHint("import fewer; nothing was kept of this list")
			default:
				had[key] = true
				v.Added++
				w.account.Settings.Prepared = append(slices.Clip(w.account.Settings.Prepared), r)
			}
		}
		if v.Added == 0 {
			return nil
		}
		return w.SaveAccount(&w.account)
	})
}

var (
	bullet   = regexp.MustCompile(`^(?:[-*•·–—+>]|\[[ xX]?\]|\(?\d{1,3}[.):]|[a-z]\))\s+`)
	linkText = regexp.MustCompile(`\[([^\]]+)\]\([^)]*\)`)
	markUp   = strings.NewReplacer("**", "", "__", "", "\ufeff", "")
)

func listOfQuestions(list []byte) (rows []afterword.Asked, err error) {
	if !utf8.Valid(list) {
		return nil, afterword.Invalid("file", "is not text in UTF-8").WithHint("save it as plain text, UTF-8")
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
		return nil, afterword.Invalid("file", "holds no question").WithHint("write one question a line")
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
