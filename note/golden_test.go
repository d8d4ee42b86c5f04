package note

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the goldens anew")

// goldenBrief is one person's search: enough words for every kind.
func goldenBrief(kind afterword.NoteKind, formal bool) Brief {
	b := Brief{
		Kind: kind, Channel: afterword.Email, Employer: "Northwind", Role: "Data analyst", Want: afterword.WantStill, Seats: 1,
		To:  Recipient{Name: "Ms Priya Nair", Line: "moving the reports off spreadsheets", Role: afterword.HiringManager},
		Met: afterword.NewDate(2026, 11, 20), Today: afterword.NewDate(2026, 11, 21),
		From: afterword.Settings{Name: "Asha Kumar", Formal: formal, Region: "GB", Link: "https://asha-k.example"},
		Debrief: afterword.Debrief{CouldHelpWith: "cleaning the customer data first", Unsaid: []string{"I moved 40 reports in my last job"},
			OwnQuestions: []string{"Who owns the warehouse?"}},
	}
	switch kind {
	case afterword.AgencyThanks:
		b.To = Recipient{Name: "Joanne Fielding", Role: afterword.Recruiter}
		b.Others = []Recipient{{Name: "Priya Nair"}, {Name: "Carl Dunn"}}
		b.AskPermission = true
	case afterword.StatusQuestion:
		b.WaitSaid, b.WaitUntil, b.Today = "1 to 2 weeks", afterword.NewDate(2026, 12, 4), afterword.NewDate(2026, 12, 7)
		b.Thread = "Re: Interview on 20 November"
	case afterword.PromisedNote:
		b.Promises = []afterword.Promise{{ID: "p1", What: "Portfolio link"}}
	case afterword.Reply:
		b.NewsKind = afterword.NextRound
	case afterword.AnswerNo, afterword.Feedback:
		b.Today = afterword.NewDate(2026, 12, 3)
	case afterword.AnswerOffer:
		b.OpenQuestions = []string{"how many days a week are in the office", "What happens after the trial period?"}
		b.WaitUntil = afterword.NewDate(2026, 12, 11)
	case afterword.RefereeHeadsUp, afterword.RefereeThanks:
		b.To = Recipient{Name: "Dr Sarah Lindqvist", Role: afterword.Referee}
		b.Points = []string{"the move to the new warehouse", "how I trained the two juniors"}
		b.GotOffer = kind == afterword.RefereeThanks
	case afterword.AskWord:
		b.To, b.About = Recipient{Name: "Tomás Herrera", Role: afterword.Advocate}, Recipient{Name: "Priya Nair"}
	case afterword.AskInsider:
		b.To = Recipient{Name: "Bola Adeyemi", Role: afterword.Insider}
	case afterword.StayInTouchNote:
		b.Today = afterword.NewDate(2027, 3, 5)
	}
	return b
}

func TestLettersReadAsTheyWereApproved(t *testing.T) {
	t.Parallel()
	for _, kind := range afterword.NoteKinds() {
		var all strings.Builder
		for _, c := range []struct {
			head   string
			change func(*Brief)
		}{
			{"first name", func(*Brief) {}},
			{"formal, American", func(b *Brief) { b.From.Formal, b.Region = true, "US" }},
			{"message", func(b *Brief) { b.Channel = afterword.MessageText }},
			{"phone", func(b *Brief) { b.Channel = afterword.Phone }},
			{"card", func(b *Brief) { b.Channel = afterword.Post }},
			{"little known", func(b *Brief) {
				b.Role, b.Debrief, b.From, b.To.Line, b.Points, b.Want = "", afterword.Debrief{}, afterword.Settings{}, "", nil, ""
			}},
			{"at an agency that hides the employer", func(b *Brief) {
				b.ApplicationKind, b.Agency = afterword.Confidential, Recipient{Name: "Joanne Fielding"}
				if b.To.Role == afterword.HiringManager {
					b.To = Recipient{Name: "Joanne Fielding", Role: afterword.Recruiter}
				}
			}},
			{"German", func(b *Brief) { b.Lang = "de" }},
		} {
			b := goldenBrief(kind, false)
			c.change(&b)
			l := Draft(b)
			fmt.Fprintf(&all, "== %s: %s (%d words, %d characters)\n\n%s\n\n", c.head, l.Subject, Words(l.Body), Characters(l.Body), l.Body)
			for _, f := range Check(l.Subject, l.Body, Known{Brief: &b}).Checks {
				if f.Level != afterword.OK {
					fmt.Fprintf(&all, "   %s %s: %s\n", f.Level, f.Check, f.Says)
				}
			}
		}
		golden(t, string(kind), all.String())
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
