package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strings"

	"afterword"
	"afterword/service"
)

// ConflictPage shows two texts of one thing and keeps either or both. Nothing typed is dropped.
type ConflictPage struct {
	Frame
	Action, Subject string
	Yours, Theirs   string
	Version         int
	Fields          []Pair // of a debrief page: everything that was typed
	Leave           string // where the other text is
}

func (v *visit) conflict(n service.NoteView, c service.Clash) error {
	p := ConflictPage{Frame: v.task("Two texts", Link{"/notes/" + v.id(), n.To.Name}), Action: "/notes/" + v.id(), Subject: v.text("subject"),
		Yours: c.Yours, Theirs: c.Theirs, Version: c.Version}
	return v.send(http.StatusConflict, conflictPage(p))
}

// Both is the two texts under each other.
func (p ConflictPage) Both() string { return p.Yours + "\n\n" + p.Theirs }

// pageKeys are the keys of a debrief that one of its pages is about.
func pageKeys(n int, d afterword.Debrief) afterword.Debrief {
	switch n {
	case 1, 2:
		return afterword.Debrief{Met: d.Met, MetNobodyNamed: d.MetNobodyNamed}
	case 3:
		return afterword.Debrief{Questions: d.Questions}
	case 4:
		return afterword.Debrief{Unsaid: d.Unsaid, CouldHelpWith: d.CouldHelpWith, OwnQuestions: d.OwnQuestions, Promised: d.Promised}
	case 5:
		return afterword.Debrief{Hear: d.Hear}
	}
	return afterword.Debrief{Want: d.Want}
}

func baseOf(n int, d afterword.Debrief) string {
	sum := sha256.Sum256([]byte(toJSON(withoutIDs(pageKeys(n, d)))))
	return hex.EncodeToString(sum[:8])
}

// withoutIDs leaves out what is filled in when a debrief is stored.
func withoutIDs(d afterword.Debrief) afterword.Debrief {
	d.Met = slices.Clone(d.Met)
	for i := range d.Met {
		d.Met[i].Person = ""
	}
	return d
}

// changedElsewhere says that another device changed what this page is about after it was shown here,
// and to something else than was typed here.
func (p DebriefPage) changedElsewhere(base string, typed afterword.Debrief) bool {
	return base != "" && base != p.Base && baseOf(p.Number, typed) != p.Base
}

func (v *visit) debriefConflict(p DebriefPage, typed afterword.Debrief) error {
	c := ConflictPage{Frame: v.task("Two texts", Link{p.address(p.Number), "Back"}), Action: p.address(p.Number), Leave: p.address(p.Number),
		Yours: v.inWords(p.At, pageKeys(p.Number, typed)), Theirs: v.inWords(p.At, pageKeys(p.Number, p.Debrief))}
	for name, values := range v.r.PostForm {
		for _, value := range values {
			if name == "base" {
				value = p.Base
			}
			c.Fields = append(c.Fields, Pair{name, value})
		}
	}
	return v.send(http.StatusConflict, conflictPage(c))
}

func (v *visit) justConflict(p JustPage, typed string) error {
	at := p.At + "/debrief/just"
	return v.send(http.StatusConflict, conflictPage(ConflictPage{Frame: v.task("Two texts", Link{at, "Back"}), Action: at, Leave: at, Yours: typed, Theirs: p.Text,
		Fields: []Pair{{"just", typed}, {"begun", v.text("begun")}, {"version", itoa(p.Version)}}}))
}

// inWords is a debrief as lines.
func (v *visit) inWords(at string, d afterword.Debrief) string {
	var all []string
	for _, g := range v.checkOf(at, d).Groups {
		all = append(all, g.Lines...)
	}
	return strings.Join(all, "\n")
}
