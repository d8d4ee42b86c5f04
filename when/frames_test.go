package when

import (
	"strings"
	"testing"
)

// In each of these the candidate is promised something by X.
const promisingFrames = `
You will hear from us X.
You should hear back X.
We will get back to you X.
We'll be in touch X.
We aim to let you know X.
We hope to make a decision X.
A decision will be made X.
You can expect an answer X.
The recruiter said they would call me X.
She told me I'd hear X.
They will email me X.
HR will contact all candidates X.
X you will hear from us.
X we will let everyone know.
Thank you for coming in. We will write to you X. Have a good weekend!
Unfortunately it takes a little longer, but we will inform you X.
I will get back to you X, either way.
Our feedback will reach you X.
We expect to have news X.
Successful candidates will be notified X.
Dear Alex, thanks again for your time. As discussed, I will update you X. Kind regards, Priya
we'll give you a call X
Please send us your references, and we will come back to you X.
If you are successful we will contact you X.
The committee will decide X.
You'll get our decision X
`

// In each of these X is the candidate's own business, or nothing to wait for.
const otherFrames = `
Please send us your references X.
Please reply X.
Could you confirm X?
Let us know X whether you accept.
We need your documents X.
You have to accept the offer X.
Kindly complete the test X.
I have to send my portfolio X.
I will send them my references X.
Can you start X?
Are you available X?
You must return the signed contract X.
Please let me know your availability X.
The task must be submitted X.
If you would like to withdraw, tell us X.
They asked me to reply X.
We look forward to your answer X.
`

func frames(s string) []string { return strings.Split(strings.TrimSpace(s), "\n") }

var stretchesOfTime = []string{
	"within two weeks", "in 1 to 2 weeks", "in a fortnight", "within 3 days", "within 3 working days", "in 10 business days", "in a month", "within 2 months",
	"in a couple of weeks", "in a few days", "in several weeks", "in a week or so", "in about two weeks", "on Friday", "next Thursday", "early next week", "in the middle of next week",
	"late next week", "at the end of next week", "by the end of next week", "in early December", "by mid-December", "in late December", "by the end of the month", "before Friday", "by Friday",
	"on the 15th", "by 4 December", "on December 4th", "by the end of the year", "today", "tomorrow", "within 24 hours", "in 48 hours", "this week", "next week", "this month", "next month", "in December",
	"by close of business on Wednesday", "by 5pm on Monday", "before Christmas", "the week after next", "by Tuesday at the latest", "no later than 4 December 2026", "within the next ten days", "in two to three weeks", "a week on Monday",
	"by Monday 30 November", "on or before 2 December", "in the first week of December", "in the week commencing 7 December", "by EOD Thursday", "in the next few weeks", "on Tuesday or Wednesday", "by noon tomorrow", "in two weeks' time", "by 2026-12-04", "by the end of January",
}

func TestAStretchOfTimeMeansTheSameInEverySentenceThatPromises(t *testing.T) {
	t.Parallel()
	tried, wrong := 0, 0
	for _, x := range stretchesOfTime {
		bare, ok := Promise(x, said, Options{})
		if !ok {
			t.Errorf("%q is not read", x)
			continue
		}
		for _, frame := range frames(promisingFrames) {
			text := strings.Replace(frame, "X", x, 1)
			tried++
			if w, ok := Promise(text, said, Options{}); !ok || w.WaitUntil != bare.WaitUntil {
				wrong++
				t.Logf("%q: got %s (%q), want %s", text, w.WaitUntil, w.Text, bare.WaitUntil)
			}
		}
	}
	if wrong*50 > tried {
		t.Errorf("%d of %d are wrong", wrong, tried)
	}
}

func TestAStretchOfTimeIsNoPromiseInASentenceThatAsks(t *testing.T) {
	t.Parallel()
	tried, wrong := 0, 0
	for _, x := range stretchesOfTime {
		for _, frame := range frames(otherFrames) {
			text := strings.Replace(frame, "X", x, 1)
			tried++
			if w, ok := Promise(text, said, Options{}); ok {
				wrong++
				t.Logf("%q: got %s (%q)", text, w.WaitUntil, w.Text)
			}
		}
	}
	if wrong*100 > tried {
		t.Errorf("%d of %d are taken for promises", wrong, tried)
	}
}
