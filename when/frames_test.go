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
Our team is going to review everything and reach out to you X.
We'd expect to be able to tell you more X.
Someone from the team will be in contact X.
I'm hoping to have an answer for you X.
You'll be notified of the outcome X.
The outcome of the interview will be known X.
All applicants will receive a reply X.
We intend to fill the position and inform everyone X.
Our director will phone you X.
Ms Nair will get back to you X.
It was nice to meet you on Friday. We will call you X.
You should have an email from us X.
You may expect a call from our HR department X.
Please note that we will inform you X.
If you haven't heard from us X, please get in touch.
If we have not contacted you X, please assume you were unsuccessful.
We normally respond X.
We will have reached a decision X.
Final decision: X
Feedback X
Answer X, by email
They said X
They should let me know X
Was told I will get the result X
Recruiter will ring X
My contact will report back X
I can give you an answer X.
We can let you know X.
You can expect us to be back in touch X.
We're going to make our choice X and tell you straight away.
The hiring manager wants to decide X.
There are still some interviews to do but I will have news for you X.
Once the panel has met we will write to you X.
We will do our best to come back to you X.
We shall communicate our decision X.
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
Your interview is X.
We are moving offices X.
The course starts X.
The contract ends X.
I am on holiday X.
The second interview takes place X.
See you X!
I'd like to start X.
The job begins X.
We launch a new product X.
My notice period ends X.
The conference is X.
You will meet the team X.
Your first day is X.
We plan to open a new office X.
You can claim your expenses X.
The successful candidate will begin X.
The new system goes live X.
I have another interview X.
The team will be travelling X.
You'll be working from our Leeds office X.
We will be closed X.
My manager is away X.
I will be out of the office X.
Interviews will be held X.
Your interview will be held X.
We will interview the other candidates X.
The role was advertised X.
Can we speak X?
Would X work for you?
I would be free X.
You are invited to an interview X.
I wanted to invite you for a call X.
We'd like to meet you again X.
The deadline is X.
Your application must reach us X.
We expect the new hire to be productive X.
The probation review happens X.
I promised to send the link X.
Rent is due X.
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
	for i, x := range stretchesOfTime {
		if testing.Short() && i%9 != 0 {
			continue
		}
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
	for i, x := range stretchesOfTime {
		if testing.Short() && i%9 != 0 {
			continue
		}
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
