package reading

import (
	"os"
	"strings"
	"testing"

	"afterword"
	"afterword/when"
)

// labelled is a made-up mail with what it means.
type labelled struct {
	want string
	in   Input
}

func labelledMails(t testing.TB, file string) []labelled {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for i, block := range strings.Split("\n"+string(b), "\n=== ") {
		if i == 0 {
			continue
		}
		title, rest, _ := strings.Cut(block, "\n")
		kind, subject, ok := strings.Cut(title, " | ")
		if !ok {
			t.Fatalf("%s: %q", file, title)
		}
		in := Input{Subject: subject}
		if head, body, ok := strings.Cut(rest, "\n\n"); ok && headers(&in, head) {
			rest = body
		}
		in.Text = rest
		out = append(out, labelled{kind, in})
	}
	return out
}

func headers(in *Input, head string) bool {
	for l := range strings.SplitSeq(head, "\n") {
		k, v, _ := strings.Cut(l, ": ")
		switch k {
		case "Auto-Submitted":
			in.AutoSubmitted = v
		case "Return-Path":
			in.ReturnPath = v
		case "List-Id":
			in.ListID = v
		case "List-Unsubscribe":
			in.Unsubscribe = true
		default:
			return false
		}
	}
	return true
}

func TestMostMailsAreReadRightAndNoneTheWrongWayRound(t *testing.T) {
	t.Parallel()
	for file, atLeast := range map[string]float64{"testdata/mails-dev.txt": 0.95, "testdata/mails-held.txt": 0.95, "testdata/mails-fresh.txt": 0.95, "testdata/mails-more.txt": 0.9,
		"testdata/mails-black-box.txt": 0.95, "testdata/mails-black-box-2.txt": 0.9,
		"testdata/mails-black-box-3.txt": 0.9, "testdata/mails-black-box-4.txt": 0.9, "testdata/mails-black-box-5.txt": 0.9, "testdata/mails-black-box-6.txt": 0.9, "testdata/mails-plain.txt": 0.9, "testdata/mails-plain-2.txt": 0.9, "testdata/mails-plain-3.txt": 0.92, "testdata/mails-blind.txt": 0.8, "testdata/mails-second.txt": 0.95, "testdata/mails-late.txt": 0.8} {
		all := labelledMails(t, file)
		right, sureAndWrong, sureBound := 0, 0, 1
		held := file == "testdata/mails-blind.txt" || file == "testdata/mails-late.txt"
		if held {
			sureBound = 2
		}
		for _, m := range all {
			r := Mail(m.in, afterword.NewDate(2026, 11, 20), when.Options{})
			if r.Kind == m.want {
				right++
				continue
			}
			t.Logf("%s: %q is %s, want %s (%.2f: %s)", file, m.in.Subject, r.Kind, m.want, r.Confidence, r.Because)
			if r.Confidence >= 0.8 {
				sureAndWrong++
			}
			if held { // held back, and counted as a whole
				if m.want == No && r.Kind == Offer {
					t.Errorf("%s: %q is a no and was taken for an offer", file, m.in.Subject)
				}
				continue
			}
			good := r.Kind == Offer || r.Kind == NextRound
			if m.want == No && good || r.Kind == No {
				t.Errorf("%s: %q was taken the wrong way round", file, m.in.Subject)
			}
			if m.want == Offer && r.Kind == No || r.Kind == Offer {
				t.Errorf("%s: %q was taken for an offer or a no", file, m.in.Subject)
			}
		}
		share := float64(right) / float64(len(all))
		t.Logf("%s: %d of %d right, %d sure and wrong", file, right, len(all), sureAndWrong)
		if share < atLeast || sureAndWrong > sureBound {
			t.Errorf("%s: %.2f right, want %.2f; %d sure and wrong", file, share, atLeast, sureAndWrong)
		}
	}
}

func TestWordsThatOnlyKeepTheCompanyOfSuchNewsAreNeverSurelyTakenForIt(t *testing.T) {
	t.Parallel()
	for _, says := range []string{
		"Ms Okafor has picked room 4 for your visit.",
		"Mr Lee is going with you to the site tomorrow.",
		"Another colleague will go with you through the building.",
		"Could you take your references off the form? Another person filled it in.",
		"The contract for the room was cut short, so the position of the car park is gone.",
		"We are delighted that you can be our guest at the open evening.",
		"We want you to join our call on Tuesday at 3.",
	} {
		r := Mail(Input{Subject: "Your visit", Text: "Hi Sam,\n\n" + says + "\n\nBest\nAna"}, afterword.NewDate(2026, 11, 20), when.Options{})
		if (r.Kind == No || r.Kind == Offer) && r.Confidence > 0.5 {
			t.Errorf("%q is %s, %.2f", says, r.Kind, r.Confidence)
		}
	}
}
