package reading

import (
	"strings"
	"testing"
	"time"

	"afterword"
	"afterword/when"
)

func TestAMebibyteOfMaliceCostsLittle(t *testing.T) {
	for name, unit := range map[string]string{
		"one line": "a", "lines": "a\n", "blanks": " \n", "quotes": "> ", "quoted lines": "> a\n", "headers": "From: a@b.example\n",
		"wrote": "On Tue, 24 Nov 2026 someone <a@b.example> wrote:\n", "half a wrote": "On 1 ", "half lines": "On 24 Nov 2026 at 10:00, someone\n",
		"rules": "_____________\n", "originals": "-----Original Message-----\n", "forwards": "---------- Forwarded message ----------\n",
		"closings": "Kind regards,\n", "names": "Priya Nair\n", "phones": "+44 20 7946 0000 ", "mails": "a@b.example ", "links": "https://a.example/ ",
		"decisions": "unfortunately not offer you the role. ", "not": "not ", "unfortunately": "unfortunately ", "offers": "delighted to offer you ",
		"brackets": "<a@", "digits": "1", "dashes": "-", "stars": "*", "weeks": "within 2 weeks ", "capitals": "A b ",
	} {
		body := strings.Repeat(unit, 1<<20/len(unit))
		took := time.Hour
		for range 5 { // the quickest of five: other tests may keep the machine busy
			began := time.Now()
			Mail(Input{Subject: clip(body, 4<<10), Text: body, From: afterword.Mailbox{Name: clip(body, 1<<10)}}, afterword.NewDate(2026, 11, 20), when.Options{})
			inv := afterword.Invitation{Summary: clip(body, 1<<10), Description: body}
			Describe("x", inv, nil)
			Employer(inv)
			Role(inv)
			if took = min(took, time.Since(began)); took < time.Second {
				break
			}
		}
		if took > 3*time.Second { // a third of a second on a machine that has nothing else to do
			t.Errorf("%s: %v", name, took)
		}
	}
}

func FuzzMail(f *testing.F) {
	for _, file := range []string{"testdata/mails-dev.txt", "testdata/mails-held.txt"} {
		for _, m := range labelledMails(f, file) {
			f.Add(m.in.Subject, m.in.Text)
		}
	}
	f.Add("x", "On Tue, 24 Nov 2026, Priya <p@n.example> wrote:\n> hello\n\n-- \nPriya\n+44 20 7946 0000")
	f.Fuzz(func(t *testing.T, subject, text string) {
		r := Mail(Input{Subject: subject, Text: text}, afterword.NewDate(2026, 11, 20), when.Options{})
		if r.Kind == "" || r.Because == "" || r.Confidence <= 0 || r.Confidence > 1 || r.Windows == nil || r.Signature.Links == nil {
			t.Fatalf("%+v", r)
		}
	})
}

func FuzzInvitation(f *testing.F) {
	f.Add("Interview with Northwind", "for the Data Analyst role", "priya@northwind.example")
	f.Add("Asha / Northwind | Data Analyst", "", "")
	f.Fuzz(func(t *testing.T, summary, description, organizer string) {
		inv := afterword.Invitation{Summary: summary, Description: description, Organizer: afterword.Mailbox{Email: organizer}}
		if d := Describe("x", inv, nil); d.Because == "" || d.Kind == "" {
			t.Fatalf("%+v", d)
		}
		Employer(inv)
		Role(inv)
		Me(inv, organizer)
	})
}
