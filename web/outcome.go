package web

import (
	"afterword"
	"afterword/service"
)

// OutcomePage closes with grace: one draft, and what you keep.
type OutcomePage struct {
	Frame
	At         string
	Head, Body string
	Main       *Link
	Do         *Do
	Others     []Do
	Ask        []string // an offer: what you wanted to ask
	Mixed      []string // an offer: what was worrying
	Keep       []Row    // what you take with you
	Next       string   // if it is no, my next step
	Kept       string
	Why        *Why
	Rest       bool // nothing is left to do
}

func outcome(v *visit) error {
	st, err := v.Service.Story(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	p := v.outcomePage(st.Interview, st.Plan, st.Decision)
	p.letters(st)
	if st.Interview.Outcome.Ends() {
		own, err := v.Service.Review(v.ctx, v.a, v.id())
		if err != nil {
			return err
		}
		p.keep(own)
	}
	return v.show(outcomePage(p))
}

// letters adds what their offer asks for: until when they want to know, and after the decision the
// letter that says so, until it went.
func (p *OutcomePage) letters(st service.Story) {
	decided, told := false, false
	for _, f := range st.Facts {
		if f.VoidedBy != "" {
			continue
		}
		switch f.Kind {
		case afterword.HeardOffer:
			if st.Interview.Outcome == afterword.OutcomeOffer && !f.Detail.Until.IsZero() {
				p.Body = "They want to know by " + f.Detail.Until.Words() + ". " + p.Body
			}
		case afterword.Accepted, afterword.Declined:
			decided, told = true, false
		case afterword.Sent:
			told = told || f.NoteKind == afterword.AnswerOffer
		}
	}
	if o := st.Interview.Outcome; decided && !told && (o == afterword.OutcomeAccepted || o == afterword.OutcomeDeclined) {
		p.Others = append([]Do{{Action: p.At + "/write", Label: "Tell them in a letter", Look: "go", Fields: []Pair{{"kind", string(afterword.AnswerOffer)}}}}, p.Others...)
	}
}

func (v *visit) outcomePage(iv service.InterviewView, plan afterword.Plan, dec afterword.Decision) OutcomePage {
	at := "/interviews/" + string(iv.ID)
	p := OutcomePage{Frame: v.task("How it ended", Link{at, title(iv)}), At: at}
	answer := openStep(plan, afterword.StepAnswerNo, afterword.StepAnswerOffer)
	switch iv.Outcome {
	case afterword.OutcomeNo:
		p.Head, p.Body = "I am sorry", title(iv)+" said no. There is one kind reply to send, when you are ready."
		p.Next = v.set.NextStep
		if answer == nil {
			p.Body, p.Rest = title(iv)+" said no. Everything you owed them, you did.", true
		}
	case afterword.OutcomeOffer:
		p.Head, p.Body = "They made an offer", "Before you answer, think of what you still want to ask."
		if p.Ask, p.Mixed = dec.OpenQuestions, decisionView(dec).Worrying; len(p.Ask) > 0 {
			p.Body = "Before you answer, look at what you wanted to ask."
		}
		p.Others = []Do{{Action: at + "/news/accepted", Label: "I took it"}, {Action: at + "/news/declined", Label: "I turned it down"}}
	case afterword.OutcomeAccepted:
		p.Head, p.Body, p.Rest = "You took it", "It is settled. If others are still open, they deserve a word.", true
		p.Others = []Do{{Action: "/courtesies", Label: "Letters for the others"}}
	case afterword.OutcomeNoReply:
		p.Head, p.Body, p.Rest = "You can put this one down", "No answer came. Many employers never send one; it is not a verdict on you.", true
		p.Others = []Do{{Action: at + "/news/reopened", Label: "Open it again"}}
	case afterword.OutcomeStopped:
		p.Head, p.Body, p.Rest = "They stopped the hiring", "It had to do with them and not with you.", true
	case afterword.OutcomeDeclined, afterword.OutcomeWithdrew:
		p.Head, p.Body, p.Rest = "You said no", "A clear no is a kindness to them as well.", true
	default:
		p.Head, p.Body, p.Rest = "It is still open", plan.Says, true
	}
	if answer != nil {
		label := "Read the reply"
		if answer.Kind == afterword.StepAnswerOffer {
			label = "Read my draft of the answer"
		}
		if answer.Note != "" {
			p.Main = &Link{"/notes/" + string(answer.Note), label}
		} else {
			p.Do = &Do{Action: at + "/write", Label: label, Look: "go", Fields: []Pair{{"kind", string(noteKinds[answer.Kind])}}}
		}
		p.Why = whys(answer.Because, answer.Practices)
		if answer.Kind == afterword.StepAnswerNo { // an offer waits for its answer
			p.Others = append(p.Others, skipDo(*answer, at, "No reply is fine too"))
		}
	}
	return p
}

func openStep(plan afterword.Plan, kinds ...afterword.StepKind) *afterword.Step {
	for i, s := range plan.Steps {
		for _, k := range kinds {
			if s.Kind == k && (s.State == afterword.StepOpen || s.State == afterword.StepHeld) {
				return &plan.Steps[i]
			}
		}
	}
	return nil
}

// keep lists what stays of all rounds, whatever they said.
func (p *OutcomePage) keep(own service.ReviewView) {
	if own.Questions > 0 {
		p.Keep = append(p.Keep, Row{Href: "/learn", Title: count(own.Questions, "question")})
	}
	if own.Better > 0 {
		p.Keep = append(p.Keep, Row{Href: "/learn", Title: count(own.Better, "better answer")})
	}
	if own.People > 0 {
		p.Keep = append(p.Keep, Row{Href: p.At + "/people", Title: count(own.People, "person") + " who met you"})
	}
}

// FeedbackPage shows what they sent beside the own notes; it is opened on purpose (R94).
type FeedbackPage struct {
	Frame
	At       string
	Opened   bool
	Sealed   bool // some of it was not opened yet
	Messages []MessageShown

	WentWell, NextTime, Hard []string // one's own, of all rounds
}

// MessageShown is something that came in, word for word.
type MessageShown struct{ From, At, Text string }

func feedback(v *visit) error {
	iv, err := v.interview()
	if err != nil {
		return err
	}
	messages, err := v.Service.Messages(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	own, err := v.Service.Review(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	facts, err := v.Service.Record(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	p := FeedbackPage{Frame: v.task("Feedback", Link{"/interviews/" + v.id(), title(iv)}), At: "/interviews/" + v.id(), WentWell: own.WentWell, NextTime: own.NextTime, Hard: own.Hard}
	for _, m := range messages {
		if m.Kind == afterword.FeedbackCame {
			p.Opened = true
			p.Messages = append(p.Messages, MessageShown{From: m.From.Name, At: v.When(m.At), Text: m.Text})
		}
	}
	came := 0
	for _, x := range facts {
		if x.Kind == afterword.FeedbackCame && x.VoidedBy == "" && x.Detail.Message != "" {
			came++
		}
	}
	p.Sealed = came > len(p.Messages)
	return v.show(feedbackPage(p))
}

func openFeedback(v *visit) error {
	if err := v.Service.OpenFeedback(v.ctx, v.a, v.id()); err != nil {
		return err
	}
	return v.see("/interviews/" + v.id() + "/feedback")
}
