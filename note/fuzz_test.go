package note

import (
	"strings"
	"testing"
	"unicode/utf8"

	"afterword"
)

func FuzzCheckNeverPanicsAndItsPlacesFit(f *testing.F) {
	for _, l := range readLabelled(f, tuning) {
		f.Add("", l.body, l.known.To, l.known.Employer)
	}
	f.Add("Re: [x]", "Dear ,\n\n\x80\xff ___ [", "Ž", "É")
	f.Add("", "？؟!!﷽ “…” \u0301\u0301 Dear", "王小明", "株式会社")
	f.Fuzz(func(t *testing.T, subject, body, to, employer string) {
		brief := Brief{Kind: afterword.Thanks, To: Recipient{Name: to, Line: body}, Employer: employer, Want: afterword.WantStill}
		for _, k := range []Known{{To: to, Employer: employer}, {Brief: &brief, OtherBodies: map[string]string{to: body}, OtherEmployers: []string{employer, "Contoso"}}} {
			for _, c := range Check(subject, body, k).Checks {
				if c.At == nil {
					continue
				}
				from, end := c.At[0], c.At[1]
				if from < 0 || end < from || end > len(body) {
					t.Fatalf("%s at %v of %d", c.Check, c.At, len(body))
				}
				if utf8.ValidString(body) && (!utf8.ValidString(body[from:end]) || !utf8.ValidString(body[:from])) {
					t.Fatalf("%s at %v is not on a border", c.Check, c.At)
				}
			}
		}
		Angry(body)
	})
}

func FuzzDraftNeverPanicsAndItsSpansFit(f *testing.F) {
	for _, l := range madeLines {
		f.Add(l, l, l, "Priya Nair", "Northwind")
	}
	f.Add("she", "i ", "ask ", ",", "of")
	f.Fuzz(func(t *testing.T, line, could, unsaid, name, employer string) {
		for _, kind := range afterword.NoteKinds() {
			for _, by := range []afterword.Channel{afterword.Email, afterword.MessageText, afterword.Phone, afterword.Post} {
				for _, lang := range []string{"", "de"} {
					b := Brief{Kind: kind, Channel: by, Lang: lang, To: Recipient{Name: name, Line: line}, Employer: employer, Role: could, Want: afterword.WantStill,
						Debrief:  afterword.Debrief{CouldHelpWith: could, Unsaid: []string{unsaid}, OwnQuestions: []string{line, unsaid}},
						Promises: []afterword.Promise{{What: could}}, OpenQuestions: []string{unsaid}, Points: []string{could}, From: afterword.Settings{Name: name}}
					l := Draft(b)
					if strings.ContainsRune(line+could+unsaid+name+employer, utf8.RuneError) {
						continue
					}
					spansFit(t, l)
					if (by == afterword.MessageText) && kind == afterword.Thanks && Characters(l.Body) >= 300 && len(name)+len(employer) < 100 {
						t.Errorf("%d characters: %q", Characters(l.Body), l.Body)
					}
				}
			}
		}
	})
}
