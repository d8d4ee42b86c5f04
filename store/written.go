package store

import (
	"encoding/json"

	"afterword"
)

// Written is what was written of an interview at one time.
type Written struct {
	Application, Interview afterword.ID
	Debrief                afterword.Debrief
}

// WrittenDown is what was written of every interview and was not taken back, in the order in which it
// was recorded: what a look across all interviews needs, in two queries and without their cases. What
// cannot be read is left out; the case of its application names it.
func (tx *Tx) WrittenDown() ([]Written, error) {
	type sheet struct{ application, interview, debrief afterword.ID }
	var sheets []sheet
	voided, at := map[afterword.ID]bool{}, map[afterword.ID]afterword.ID{}
	err := each(tx, `SELECT id, application, interview, kind, detail FROM fact WHERE account = $1
		AND kind IN ('wrote_down', 'looked_back', 'decided', 'voided') ORDER BY seq`, func(r row) error {
		var f afterword.Fact
		var detail string
		if err := r.Scan(&f.ID, &f.Application, &f.Interview, &f.Kind, &detail); err != nil {
			return err
		}
		switch {
		case json.Unmarshal([]byte(detail), &f.Detail) != nil:
		case f.Kind == afterword.Voided:
			voided[f.Detail.Voids] = true
		case f.Detail.Debrief != "":
			at[f.Detail.Debrief] = f.ID
			sheets = append(sheets, sheet{f.Application, f.Interview, f.Detail.Debrief})
		}
		return nil
	}, tx.account)
	if err != nil || len(sheets) == 0 {
		return nil, err
	}
	texts := make(map[afterword.ID]afterword.Debrief, len(sheets))
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
	list := make([]Written, 0, len(sheets))
	for _, s := range sheets {
		if d, ok := texts[s.debrief]; ok && !voided[at[s.debrief]] {
			list = append(list, Written{s.application, s.interview, d})
		}
	}
	return list, err
}
