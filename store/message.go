package store

import "afterword"

const messageColumns = `id, interview, body, created_at`

func scanMessage(r row) (m afterword.Message, err error) {
	return m, r.Scan(&m.ID, &m.Interview, &m.Text, (*stamp)(&m.CreatedAt))
}

// CreateMessage keeps the text of what came in.
func (tx *Tx) CreateMessage(m *afterword.Message) error {
	var application afterword.ID
	if m.Interview != "" {
		i, err := tx.Interview(m.Interview)
		if err != nil {
			return err
		}
		application = i.Application
	}
	err := tx.do(`INSERT INTO message (account, `+messageColumns+`) VALUES ($1, $2, $3, $4, $5)`,
		tx.account, m.ID, m.Interview, m.Text, stamp(m.CreatedAt))
	if err != nil {
		return err
	}
	return tx.index(finding{Hit: Hit{Kind: "message", ID: m.ID, Application: application, Interview: m.Interview, Text: m.Text, At: m.CreatedAt}})
}

// Message is the one with that id.
func (tx *Tx) Message(id afterword.ID) (afterword.Message, error) {
	return one(tx, "message", `SELECT `+messageColumns+` FROM message WHERE account = $1 AND id = $2`, scanMessage, tx.account, id)
}

// Messages are those of one interview, oldest first.
func (tx *Tx) Messages(interview afterword.ID) ([]afterword.Message, error) {
	return all(tx, `SELECT `+messageColumns+` FROM message WHERE account = $1 AND interview = $2 ORDER BY created_at, id`, scanMessage, tx.account, interview)
}
