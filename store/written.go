package store

import (
	"encoding/json"

	"afterword"
)

// Written is what was written of an interview at one time.
type Written struct {
	Application, Interview afterword.ID
	Kind                   afterword.FactKind // wrote_down, looked_back or decided
	Debrief                afterword.Debrief
}

// WrittenDown is what was written of every interview and was not taken back, in the order in which it
// was recorded: what a look across all interviews needs, in two queries and without their cases. What
// cannot be read is left out; the case of its application names it.
func (tx *Tx) WrittenDown() ([]Written, error) {
	var facts []afterword.Fact
	err := each(tx, `SELECT id, application, interview, kind, detail FROM fact WHERE account = $1
		AND kind IN ('wrote_down', 'looked_back', 'decided', 'voided') ORDER BY seq`, func(r row) error {
		var f afterword.Fact
		var detail string
		if err := r.Scan(&f.ID, &f.Application, &f.Interview, &f.Kind, &detail); err != nil {
			return err
		}
		var names struct{ Debrief, Voids afterword.ID }
		if json.Unmarshal([]byte(detail), &names) == nil {
			f.Detail.Debrief, f.Detail.Voids = names.Debrief, names.Voids
			facts = append(facts, f)
		}
		return nil
	}, tx.account)
	if err != nil || len(facts) == 0 {
		return nil, err
	}
	markVoided(facts)
	texts := make(map[afterword.ID]afterword.Debrief, len(facts))
	err = each(tx, `SELECT id, body FROM debrief WHERE account = $1`, func(r row) error {
		var id afterword.ID
		var body string
		if err := r.Scan(&id, &body); err != nil {
			return err
		}
		var d afterword.Debrief
		if json.Unmarshal([]byte(body), &d) == nil {
			texts[id] = d
		}
		return nil
	}, tx.account)
	list := make([]Written, 0, len(facts))
	for _, f := range facts {
		if d, ok := texts[f.Detail.Debrief]; ok && f.VoidedBy == "" {
			list = append(list, Written{f.Application, f.Interview, f.Kind, d})
		}
	}
	return list, err
}

// WrittenMark is another one after every change of what WrittenDown and the lines say of employers,
// rounds and days: two equal marks are of the same writing.
func (tx *Tx) WrittenMark() (string, error) {
	return one(tx, "account", `SELECT coalesce((SELECT id FROM fact WHERE account = $1 ORDER BY seq DESC LIMIT 1), '')
		|| ' ' || (SELECT count(*) FROM fact WHERE account = $1) || ' ' || (SELECT count(*) FROM debrief WHERE account = $1) || ' ' || (SELECT coalesce(sum(version), 0) FROM debrief WHERE account = $1)
		|| ' ' || (SELECT coalesce(sum(version), 0) FROM application WHERE account = $1) || ' ' || version
		FROM account WHERE account = $1`, scanWords, tx.account)
}
