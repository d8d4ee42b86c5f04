package web

import (
	"net/http"

	"afterword/service"
)

// ConflictPage shows two texts of one letter and keeps either or both. Nothing typed is dropped.
type ConflictPage struct {
	Frame
	Action, Subject string
	Yours, Theirs   string
	Version         int
}

func (v *visit) conflict(n service.NoteView, c service.Clash) error {
	p := ConflictPage{Frame: v.task("Two texts", Link{"/notes/" + v.id(), n.To.Name}), Action: "/notes/" + v.id(), Subject: v.text("subject"),
		Yours: c.Yours, Theirs: c.Theirs, Version: c.Version}
	return v.send(http.StatusConflict, conflictPage(p))
}

// Both is the two texts under each other.
func (p ConflictPage) Both() string { return p.Yours + "\n\n" + p.Theirs }
