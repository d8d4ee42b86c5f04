package store

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"afterword"
)

// Hit is something found. The store keeps the index itself, in the transaction that saves what can be
// found.
type Hit struct {
	Kind        string       // question, debrief, note, person, application or message
	ID          afterword.ID // of the debrief (for a question too), note, person, application or message
	Application afterword.ID
	Interview   afterword.ID
	Title       string // the question, the subject, the name or the employer
	Text        string // the rest of what was found, whole
	At          time.Time
}

// finding is a Hit on its way into the index; more is found too but not shown.
type finding struct {
	Hit
	more []string
	n    int // which of those of one debrief
}

// mostHits is how many findings, the newest ones, are looked at in full.
const mostHits = 200

// Search finds what holds all the words, or words that begin with them: whole words before
// beginnings, titles before texts, the newest first. A limit of 0 is all, up to 200.
func (tx *Tx) Search(text string, limit int) ([]Hit, error) {
	asked := words(text, false)
	if len(asked) == 0 {
		return []Hit{}, nil
	}
	query, match := tx.db.matching(asked)
	type scored struct {
		Hit
		n, score int
	}
	found, err := all(tx, `SELECT kind, id, n, application, interview, title, body, at, finding.words FROM `+query+` LIMIT $3`,
		func(r row) (s scored, err error) {
			var in string
			err = r.Scan(&s.Kind, &s.ID, &s.n, &s.Application, &s.Interview, &s.Title, &s.Text, (*stamp)(&s.At), &in)
			title := Found(s.Title)
			for _, w := range asked {
				if strings.Contains(" "+in+" ", " "+w+" ") {
					s.score += 2
				}
				if strings.Contains(title, " "+w) {
					s.score++
				}
			}
			return s, err
		}, match, tx.account, mostHits)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), b.At.Compare(a.At), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.n, b.n))
	})
	hits := make([]Hit, 0, len(found))
	for _, s := range found {
		if limit > 0 && len(hits) == limit {
			break
		}
		hits = append(hits, s.Hit)
	}
	return hits, nil
}

// matching is the one place where the engines are asked differently: $1 is the match, $2 the account.
// PostgreSQL begins with the newest moment. SQLite walks its index from what was indexed last and stops at
// the limit: that is the same order but for what was changed later than it happened.
func (db *DB) matching(asked []string) (from, match string) {
	// A word is letters, digits and marks, so a quote cannot occur in it.
	if db.engine == Postgres {
		return `finding WHERE account = $2 AND array_to_tsvector(string_to_array(words, ' ')) @@ CAST(CAST($1 AS text) AS tsquery) ORDER BY at DESC, id, kind, n`,
			`'` + strings.Join(asked, `':* & '`) + `':*`
	}
	return `finding_words CROSS JOIN finding ON doc = finding_words.rowid WHERE finding_words MATCH $1 AND account = $2 ORDER BY finding_words.rowid DESC`,
		`"` + strings.Join(asked, `"* AND "`) + `"*`
}

// index makes things findable.
func (tx *Tx) index(list ...finding) error {
	for n := range list {
		list[n].n = n
	}
	if tx.gathers {
		tx.gathered = append(tx.gathered, list...)
		return nil
	}
	for _, f := range list {
		if err := tx.find(f); err != nil {
			return err
		}
	}
	return nil
}

// find puts one finding into the index, unless it holds no word.
func (tx *Tx) find(f finding) error {
	in := words(strings.Join(append([]string{f.Title, f.Text}, f.more...), "\n"), true)
	if len(in) == 0 {
		return nil
	}
	doc, err := tx.nextDoc()
	if err != nil {
		return err
	}
	return tx.do(`INSERT INTO finding (account, kind, id, n, application, interview, title, body, words, at, doc)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		tx.account, f.Kind, f.ID, f.n, f.Application, f.Interview, f.Title, f.Text, strings.Join(in, " "), stamp(f.At), doc)
}

// gather runs fn and makes what it wrote findable at its end, the oldest first, as if it had been written
// when it happened.
func (tx *Tx) gather(fn func() error) error {
	tx.gathers = true
	err := fn()
	list := tx.gathered
	tx.gathers, tx.gathered = false, nil
	if err != nil {
		return err
	}
	slices.SortFunc(list, func(a, b finding) int { // the other way round than matching asks
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(b.ID, a.ID), cmp.Compare(b.Kind, a.Kind), cmp.Compare(b.n, a.n))
	})
	for _, f := range list {
		if err := tx.find(f); err != nil {
			return err
		}
	}
	return nil
}

// reindex does so for something that was findable already.
func (tx *Tx) reindex(id afterword.ID, list ...finding) error {
	if err := tx.do(`DELETE FROM finding WHERE account = $1 AND id = $2`, tx.account, id); err != nil {
		return err
	}
	return tx.index(list...)
}

// nextDoc is the number under which SQLite's index knows a finding. Row numbers would not do: they may
// change when the file is compacted. PostgreSQL needs none.
func (tx *Tx) nextDoc() (int64, error) {
	if tx.db.engine == Postgres {
		return 0, nil
	}
	if tx.doc == 0 {
		last, err := all(tx, `SELECT coalesce(max(doc), 0) FROM finding`, scanNumber)
		if err != nil {
			return 0, err
		}
		tx.doc = last[0]
	}
	tx.doc++
	return tx.doc, nil
}
