package reading

import (
	"encoding/json"
	"testing"

	"afterword"
	"afterword/when"

	"github.com/google/go-cmp/cmp"
)

const letter = `Hi Sam,

thank you for Tuesday. We will let you know within two weeks.

Kind regards,
Priya Nair
Head of Analytics | Northwind Traders
Tel: +44 20 7946 0123
priya.nair@northwind.example
https://www.linkedin.com/in/priyanair

This email and any attachments are confidential and intended solely for the addressee.

On Tue, 24 Nov 2026 at 10:02, Sam Taylor <sam@example.com> wrote:
> Dear Priya,
> thank you. We are delighted to offer you the role.
`

func TestTextAndSignatureAreToldApart(t *testing.T) {
	t.Parallel()
	r := Mail(Input{Subject: "Re: Thank you", Text: letter}, afterword.NewDate(2026, 11, 24), when.Options{})
	if want := "Hi Sam,\n\nthank you for Tuesday. We will let you know within two weeks."; r.Text != want {
		t.Errorf("text %q", r.Text)
	}
	want := Signature{"Priya Nair", "Head of Analytics", "+44 20 7946 0123", "priya.nair@northwind.example", []string{"https://www.linkedin.com/in/priyanair"}}
	if d := cmp.Diff(want, r.Signature); d != "" {
		t.Error(d)
	}
	if r.Kind == Offer {
		t.Error("what is quoted is not what they say")
	}
}

func TestSignaturesOfSeveralForms(t *testing.T) {
	t.Parallel()
	cases := []struct {
		text string
		want Signature
	}{
		{"Hello.\n\nBest,\nPriya", Signature{Name: "Priya Nair"}},
		{"Hello.\n\nBest wishes\n\nTom Okafor, Recruitment Consultant\nT: 020 7946 0991", Signature{Name: "Tom Okafor", Role: "Recruitment Consultant", Phone: "020 7946 0991"}},
		{"Hello.\n\n-- \nLena Wolf\nPersonalreferentin\nwww.nordwind.example", Signature{Name: "Lena Wolf", Role: "Personalreferentin", Links: []string{"www.nordwind.example"}}},
		{"Hello.\n\nMit freundlichen Grüßen\nLena Wolf\nSent from my iPhone", Signature{Name: "Lena Wolf"}},
		{"Hello, see you on Friday at 10.", Signature{}},
	}
	for _, c := range cases {
		text, rest := Visible(c.text)
		got := ReadSignature(text, rest, afterword.Mailbox{Name: "Priya Nair"})
		if c.want.Links == nil {
			c.want.Links = []string{}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q:\n%s", c.text, d)
		}
	}
}

func TestAForwardedMailIsReadAsTheirs(t *testing.T) {
	t.Parallel()
	r := Mail(Input{Subject: "Fwd: Decision", From: afterword.Mailbox{Name: "Sam"}, Text: "FYI\n\n---------- Forwarded message ---------\nFrom: Priya Nair <priya@northwind.example>\nDate: Tue, 24 Nov 2026\nSubject: Decision\nTo: Sam\n\nHi Sam, unfortunately we have decided to go with another candidate.\n\nBest,\nPriya\n"}, afterword.NewDate(2026, 11, 24), when.Options{})
	if r.Kind != No || r.Signature.Name != "Priya Nair" {
		t.Errorf("%+v", r)
	}
}

func TestTheJSONIsThatOfTheContract(t *testing.T) {
	t.Parallel()
	inv := asked("Interview with Northwind", "")
	r := Mail(Input{Subject: "Invitation", Text: "See you then.", Invitation: &inv}, afterword.NewDate(2026, 11, 10), when.Options{})
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"file", "kind", "confidence", "because", "windows", "text", "signature", "invite"} {
		if _, ok := got[k]; !ok {
			t.Errorf("no %q in %s", k, b)
		}
	}
	in, _ := got["invite"].(map[string]any)
	for _, k := range []string{"file", "method", "uid", "sequence", "start", "end", "zone", "all_day", "summary", "location", "link", "organizer", "attendees", "kind", "is_interview", "because"} {
		if _, ok := in[k]; !ok {
			t.Errorf("no %q in %s", k, b)
		}
	}
	if r.Kind != NextRound || in["start"] != "2026-11-20T14:00:00Z" || in["is_interview"] != true {
		t.Errorf("%s", b)
	}
}
