package store

import (
	"encoding/json"
	"fmt"
	"time"

	"afterword"
)

const factColumns = `id, seq, application, interview, kind, at, recorded_at, detail`

// scanFactText reads a fact and leaves its detail as text.
func scanFactText(r row) (f afterword.Fact, detail string, err error) {
	return f, detail, r.Scan(&f.ID, &f.Seq, &f.Application, &f.Interview, &f.Kind, (*stamp)(&f.At), (*stamp)(&f.RecordedAt), &detail)
}

func scanFact(r row) (afterword.Fact, error) {
	f, detail, err := scanFactText(r)
	if err != nil {
		return f, err
	}
	if err := json.Unmarshal([]byte(detail), &f.Detail); err != nil {
		return f, fmt.Errorf("read the fact %s: %w", f.ID, err)
	}
	return f, nil
}

// AddFact records what happened. It sets Seq, and RecordedAt when it is zero. A fact that voids
// another belongs where that one belongs.
func (tx *Tx) AddFact(f *afterword.Fact) error {
	if f.Kind == afterword.Voided {
		voided, err := tx.Fact(f.Detail.Voids)
		if err != nil {
			return err
		}
		f.Application, f.Interview = voided.Application, voided.Interview
	}
	if tx.seq == 0 {
		last, err := all(tx, `SELECT coalesce(max(seq), 0) FROM fact WHERE account = $1`, scanNumber, tx.account)
		if err != nil {
			return err
		}
		tx.seq = last[0]
	}
	if f.RecordedAt.IsZero() {
		f.RecordedAt = tx.now
	}
	f.Seq = tx.seq + 1
	if err := tx.putFact(f); err != nil {
		return err
	}
	tx.seq++
	return nil
}

func (tx *Tx) putFact(f *afterword.Fact) error {
	return tx.do(`INSERT INTO fact (account, `+factColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		tx.account, f.ID, f.Seq, f.Application, f.Interview, string(f.Kind), stamp(f.At), stamp(f.RecordedAt), opaque{f.Detail})
}

func scanNumber(r row) (n int64, err error) { return n, r.Scan(&n) }

// Fact is the one with that id.
func (tx *Tx) Fact(id afterword.ID) (afterword.Fact, error) {
	application, err := one(tx, "fact", `SELECT application FROM fact WHERE account = $1 AND id = $2`, scanID, tx.account, id)
	if err != nil {
		return afterword.Fact{}, err
	}
	facts, err := tx.Facts(application)
	if err != nil {
		return afterword.Fact{}, err
	}
	for _, f := range facts {
		if f.ID == id {
			return f, nil
		}
	}
	return afterword.Fact{}, missing("fact")
}

// Facts are those of an application in the order of recording, voided ones too; "" are those of none.
func (tx *Tx) Facts(application afterword.ID) ([]afterword.Fact, error) {
	facts, err := all(tx, `SELECT `+factColumns+` FROM fact WHERE account = $1 AND application = $2 ORDER BY seq`, scanFact, tx.account, application)
	markVoided(facts)
	return facts, err
}

// FactsSince are those of the whole account that were recorded after seq.
func (tx *Tx) FactsSince(seq int64) ([]afterword.Fact, error) {
	facts, err := all(tx, `SELECT `+factColumns+` FROM fact WHERE account = $1 AND seq > $2 ORDER BY seq`, scanFact, tx.account, seq)
	markVoided(facts)
	return facts, err
}

// WhereRecorded are the applications with a fact of a kind, taken back or not, in the order of the first.
func (tx *Tx) WhereRecorded(kind afterword.FactKind) ([]afterword.ID, error) {
	return all(tx, `SELECT application FROM fact WHERE account = $1 AND kind = $2 GROUP BY application ORDER BY min(seq)`, scanID, tx.account, string(kind))
}

// NewestFact is when a fact was last recorded; zero before the first.
func (tx *Tx) NewestFact() (at time.Time, err error) {
	err = each(tx, `SELECT coalesce(max(recorded_at), '') FROM fact WHERE account = $1`, func(r row) error {
		return r.Scan((*stamp)(&at))
	}, tx.account)
	return at, err
}

// markVoided says of each fact which other one voids it. Only the voiding fact is stored: the mark is
// made when facts are read. A fact that voids can itself be voided, and then voids nothing; as it comes
// after what it voids, going backwards settles every chain. facts are in the order of Seq.
func markVoided(facts []afterword.Fact) {
	by := map[afterword.ID]afterword.ID{}
	for i := len(facts) - 1; i >= 0; i-- {
		f := &facts[i]
		f.VoidedBy = by[f.ID]
		if f.Kind == afterword.Voided && f.VoidedBy == "" {
			by[f.Detail.Voids] = f.ID
		}
	}
}
