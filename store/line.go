package store

import (
	"fmt"
	"strings"
	"time"

	"afterword"
)

// Line is what lists show of an interview. It is a cache of what the rules say of its case.
type Line struct {
	Interview, Application afterword.ID
	Employer, Role         string
	Round                  int
	Start, End             time.Time
	Zone                   string
	State                  afterword.State
	Outcome                afterword.Outcome
	Says                   string
	Until                  afterword.Date
	AskFrom                time.Time
	Open, Mine             bool
	NextChange             time.Time // when it must be computed again; zero for never
	Sort                   string    // the order of lists, compared byte by byte
	Plan                   []byte    // JSON of the steps that are open, for Today
}

// LineFilter chooses lines; its zero value chooses all.
type LineFilter struct {
	Open, Mine  *bool
	States      []afterword.State
	Application afterword.ID
	After       string // Key of the last line of the page before
	Limit       int    // 0 is no limit
}

// Key is where the line stands in the order of lists.
func (l Line) Key() string { return l.Sort + keySeparator + string(l.Interview) }

// keySeparator stands in no text that SQL keeps and may stand in an address of a page.
const keySeparator = "~"

const lineColumns = `interview, application, employer, role, round, starts_at, ends_at, zone, state, outcome, says, until_day,
	ask_from, is_open, is_mine, next_change, sort, plan`

func scanLine(r row) (l Line, err error) {
	return l, r.Scan(&l.Interview, &l.Application, &l.Employer, &l.Role, &l.Round, (*stamp)(&l.Start), (*stamp)(&l.End), &l.Zone,
		&l.State, &l.Outcome, &l.Says, (*day)(&l.Until), (*stamp)(&l.AskFrom), &l.Open, &l.Mine, (*stamp)(&l.NextChange), &l.Sort, &l.Plan)
}

// SaveLines puts these in the place of all lines of the application.
func (tx *Tx) SaveLines(application afterword.ID, lines []Line) error {
	if err := tx.do(`DELETE FROM line WHERE account = $1 AND application = $2`, tx.account, application); err != nil {
		return err
	}
	for _, l := range lines {
		err := tx.do(`INSERT INTO line (account, `+lineColumns+`)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
			tx.account, l.Interview, application, l.Employer, l.Role, l.Round, stamp(l.Start), stamp(l.End), l.Zone,
			string(l.State), string(l.Outcome), l.Says, day(l.Until), stamp(l.AskFrom), l.Open, l.Mine, stamp(l.NextChange), l.Sort, string(l.Plan))
		if err != nil {
			return err
		}
	}
	return nil
}

// Lines are those that the filter chooses, by Sort and then Interview.
func (tx *Tx) Lines(f LineFilter) ([]Line, error) {
	var q strings.Builder
	q.WriteString(`SELECT ` + lineColumns + ` FROM line WHERE account = $1`)
	args := []any{tx.account}
	and := func(format string, values ...any) {
		places := make([]any, len(values))
		for i, v := range values {
			args = append(args, v)
			places[i] = len(args)
		}
		fmt.Fprintf(&q, format, places...)
	}
	if f.Open != nil {
		and(` AND is_open = $%d`, *f.Open)
	}
	if f.Mine != nil {
		and(` AND is_mine = $%d`, *f.Mine)
	}
	if f.Application != "" {
		and(` AND application = $%d`, f.Application)
	}
	for i, s := range f.States {
		if i == 0 {
			and(` AND state IN ($%d`, string(s))
		} else {
			and(`, $%d`, string(s))
		}
	}
	if len(f.States) > 0 {
		q.WriteString(`)`)
	}
	if f.After != "" {
		at := strings.LastIndex(f.After, keySeparator)
		if at < 0 {
			return nil, afterword.Invalid("after", "is not the end of a page")
		}
		and(` AND (sort, interview) > ($%d, $%d)`, f.After[:at], f.After[at+1:])
	}
	q.WriteString(` ORDER BY sort, interview`)
	if f.Limit > 0 {
		and(` LIMIT $%d`, f.Limit)
	}
	return all(tx, q.String(), scanLine, args...)
}

// Line is that of one interview.
func (tx *Tx) Line(interview afterword.ID) (Line, error) {
	return one(tx, "interview", `SELECT `+lineColumns+` FROM line WHERE account = $1 AND interview = $2`, scanLine, tx.account, interview)
}

// StaleLines are the applications with a line whose NextChange has come.
func (tx *Tx) StaleLines(now time.Time) ([]afterword.ID, error) {
	return all(tx, `SELECT DISTINCT application FROM line WHERE account = $1 AND next_change > '' AND next_change <= $2`,
		scanID, tx.account, stamp(now))
}
