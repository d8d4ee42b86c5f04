package store

import (
	"strings"
	"time"

	"afterword"
)

// KeptDebrief is a debrief as it is stored.
type KeptDebrief struct {
	ID        afterword.ID      `json:"id"`
	Interview afterword.ID      `json:"interview"`
	Begun     time.Time         `json:"begun,omitzero"` // the debrief's own, which its JSON leaves out
	Debrief   afterword.Debrief `json:"debrief"`
	Version   int               `json:"version"`
}

const debriefColumns = `id, interview, begun, body, version`

func scanDebrief(r row) (k KeptDebrief, err error) {
	err = r.Scan(&k.ID, &k.Interview, (*stamp)(&k.Begun), opaque{&k.Debrief}, &k.Version)
	k.Debrief.Begun = k.Begun
	return k, err
}

// SaveDebrief keeps a debrief; version 0 creates it as version 1, any other must be the stored one,
// and the next is stored.
func (tx *Tx) SaveDebrief(id, interview afterword.ID, d afterword.Debrief, version int) error {
	if version == 0 {
		return tx.putDebrief(KeptDebrief{ID: id, Interview: interview, Debrief: d, Version: 1})
	}
	err := tx.versioned("debrief", id, &version, `UPDATE debrief SET begun = $4, body = $5, version = version + 1
		WHERE account = $1 AND id = $2 AND version = $3 AND interview = $6`, tx.account, id, version, stamp(d.Begun), opaque{d}, interview)
	if err != nil {
		return err
	}
	i, err := tx.Interview(interview)
	if err != nil {
		return err
	}
	return tx.reindex(id, tx.debriefFindings(id, i, d)...)
}

func (tx *Tx) putDebrief(k KeptDebrief) error {
	i, err := tx.Interview(k.Interview)
	if err != nil {
		return err
	}
	err = tx.do(`INSERT INTO debrief (account, `+debriefColumns+`) VALUES ($1, $2, $3, $4, $5, $6)`,
		tx.account, k.ID, k.Interview, stamp(k.Debrief.Begun), opaque{k.Debrief}, k.Version)
	if err != nil {
		return err
	}
	return tx.index(tx.debriefFindings(k.ID, i, k.Debrief)...)
}

// debriefFindings are the questions of a debrief, one by one, and the rest of it together.
func (tx *Tx) debriefFindings(id afterword.ID, i afterword.Interview, d afterword.Debrief) []finding {
	base := Hit{ID: id, Application: i.Application, Interview: i.ID, At: tx.now}
	var list []finding
	for _, q := range d.Questions {
		h := base
		h.Kind, h.Title, h.Text = "question", q.Asked, q.Answered
		if q.Better != "" {
			h.Text = strings.TrimSpace(h.Text + "\n" + q.Better)
		}
		list = append(list, finding{Hit: h})
	}
	parts := []string{d.Just, d.FromTheRoom, d.CouldHelpWith}
	for _, m := range d.Met {
		parts = append(parts, m.TalkedAbout)
	}
	for _, l := range [][]string{d.Unsaid, d.OwnQuestions, d.WentWell, d.NextTime, d.OpenQuestions} {
		parts = append(parts, l...)
	}
	for _, p := range d.Promised {
		parts = append(parts, p.What)
	}
	for _, s := range d.Signs {
		parts = append(parts, s.What)
	}
	for _, s := range d.Stated {
		parts = append(parts, s.Said)
	}
	if d.Hear != nil {
		parts = append(parts, d.Hear.Said, d.Hear.NextSteps)
	}
	base.Kind, base.Text = "debrief", strings.Join(filled(parts), "\n")
	return append(list, finding{Hit: base})
}

// filled are the parts that say something.
func filled(parts []string) (list []string) {
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			list = append(list, p)
		}
	}
	return list
}

// Debrief is the debrief with that id, and its version.
func (tx *Tx) Debrief(id afterword.ID) (d afterword.Debrief, version int, err error) {
	k, err := one(tx, "debrief", `SELECT `+debriefColumns+` FROM debrief WHERE account = $1 AND id = $2`, scanDebrief, tx.account, id)
	return k.Debrief, k.Version, err
}
