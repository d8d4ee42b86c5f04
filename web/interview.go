package web

import (
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/service"
)

// InterviewPage is the whole story of one round.
type InterviewPage struct {
	Frame
	At       string // its address
	Name     string
	About    string // "Designer, round 1, Fri 20 Nov"
	Rest     *RestCard
	Sheet    *Card
	Yours    []Mine
	Theirs   []string
	Story    []Row // what happened
	Before   []Row // before it began
	Promises []Row
	Decision *DecisionView
	Record   []RecordLine
	Tools    []Link
	Over     bool // "It is over now" is of use
	Reopen   bool
	Began    bool
}

// RestCard is the envelope: nothing to do until a date, or put down for good.
type RestCard struct {
	Lead, Day string // "Nothing to do until", "Friday 4 December"
	Time      string // "10:00", for what starts
	Place     string // "New York", where their clocks show another time
	Also      string // the same moment in the own zone, where it is another time
	Body      string
	Thread    Thread
	Change    string // where the date is changed
	Clock     bool
	Why       *Why
}

func (r RestCard) dayComma() string {
	if r.Time != "" {
		return r.Day + ","
	}
	return r.Day
}

// Mine is one line of "Yours": done, or open with a link.
type Mine struct {
	Text, Href string
	Small      string // why it waits
	Done       bool
	Do         *Do
}

// RecordLine is one fact.
type RecordLine struct {
	At   Moment
	Says string
	Void bool
	Undo string
}

// DecisionView is where the candidate stands, beside the interview.
type DecisionView struct {
	Want                string
	Good, Worrying, Ask []string
}

func interview(v *visit) error {
	st, err := v.Service.Story(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	p := v.interviewPage(st.Interview, st.Plan, st.Facts, st.Written, st.Decision)
	if st.Invited && !p.Began && v.Outside.Reply != nil {
		p.Before = append(p.Before, Row{Href: p.At + "/answer", Title: "Answer the invitation", Small: "Accept, decline or perhaps, for their calendar"})
	}
	if !p.Began && st.Interview.Round > 1 {
		if err := v.toldDifferently(&p); err != nil {
			return err
		}
	}
	kept, err := v.keptLink(st.Interview.ID)
	if err != nil {
		return err
	}
	p.Tools = append(p.Tools, kept...)
	return v.show(interviewPage(p))
}

func (v *visit) interviewPage(iv service.InterviewView, plan afterword.Plan, facts []service.FactView, d afterword.Debrief, dec afterword.Decision) InterviewPage {
	p := InterviewPage{Frame: v.frame("Interviews", title(iv)), At: "/interviews/" + string(iv.ID), Name: title(iv)}
	p.Back = &Link{"/interviews", "Interviews"}
	p.About = upper(joined(", ", iv.Role, "round "+itoa(iv.Round), v.dayOf(iv)))
	p.Began = plan.State != afterword.StateComingUp
	p.stateCard(v, iv, plan, d)
	for _, s := range plan.Steps {
		if !policy.TooSoon(s, plan.Steps) {
			p.addStep(v, s)
		}
	}
	slices.SortStableFunc(p.Yours, func(a, b Mine) int { return rankOf(a) - rankOf(b) })
	if p.Began && len(p.Yours) > 0 {
		p.Theirs = theirs(plan, d)
	}
	p.addStory(v.clock, iv, d, dec, plan)
	if p.Began {
		p.Decision = decisionView(dec)
	}
	if slices.ContainsFunc(facts, func(f service.FactView) bool { return f.Kind == afterword.FeedbackCame && f.VoidedBy == "" }) {
		p.Story = append(p.Story, Row{Href: p.At + "/feedback", Title: "Their feedback", Small: "Read it when you like, beside your own notes"})
	}
	for i := len(facts) - 1; i >= 0; i-- {
		f := facts[i]
		l := RecordLine{At: v.Stamp(f.At), Says: f.Says, Void: f.VoidedBy != ""}
		if f.MayUndo && f.VoidedBy == "" {
			l.Undo = "/facts/" + string(f.ID) + "/undo"
		}
		p.Record = append(p.Record, l)
	}
	p.Over = plan.State == afterword.StateComingUp && iv.Start != nil && iv.Start.Before(v.now)
	p.Reopen = plan.State == afterword.StateClosed && iv.Outcome.Ends()
	return p
}

// rankOf puts what is done before what is open: the list ends in what to do.
func rankOf(m Mine) int {
	if m.Done {
		return 0
	}
	return 1
}

// title is an interview as a headline: its employer, else what is known.
func title(iv service.InterviewView) string {
	return orElse(iv.Employer, orElse(iv.Role, "An interview"))
}

// dayOf is the day of a round, with its time while that is still to come.
func (v *visit) dayOf(iv service.InterviewView) string {
	switch {
	case iv.Start != nil && iv.Start.After(v.now):
		return v.In(*iv.Start, iv.Zone)
	case iv.Start != nil:
		return v.Day(afterword.DateOf(iv.Start.In(v.loc)))
	case iv.End != nil:
		return v.Day(afterword.DateOf(iv.End.In(v.loc)))
	}
	return ""
}

// stateCard puts the envelope or the sheet on the page: never both.
func (p *InterviewPage) stateCard(v *visit, iv service.InterviewView, plan afterword.Plan, d afterword.Debrief) {
	if s := mainStep(plan, v.now); s != nil {
		c := v.card(*s, p.At)
		p.Sheet = &c
		return
	}
	switch plan.State {
	case afterword.StateComingUp:
		if iv.Start != nil {
			theirs, yours := v.both(*iv.Start, iv.Zone)
			p.Rest = &RestCard{Lead: "It starts", Clock: true, Also: upper(yours), Body: joined(", ", iv.Location, placeOf(iv.Link, iv.Location))}
			p.Rest.Day, p.Rest.Time, _ = strings.Cut(upper(theirs), ", ")
			p.Rest.Time, p.Rest.Place, _ = strings.Cut(p.Rest.Time, " in ")
		} else {
			p.Rest = &RestCard{Lead: "It is coming up", Day: "No date yet", Clock: true, Body: plan.Says}
		}
	case afterword.StateClosed:
		p.Rest = &RestCard{Lead: "Closed", Day: upper(orElse(outcomes[iv.Outcome], "all is done here")),
			Body: "The people you met, the questions and your answers stay with you."}
	default:
		p.Rest = v.waitCard(p.At, plan)
		p.Rest.Thread = v.threadOf(iv, plan)
		p.Rest.Body = joined(" ", p.Rest.Body, v.silence(plan, d))
	}
}

func placeOf(link, location string) string {
	if link == location {
		return ""
	}
	return link
}

// waitCard is the envelope of waiting: the date is the biggest thing on it.
func (v *visit) waitCard(at string, plan afterword.Plan) *RestCard {
	if plan.Wait == nil {
		return &RestCard{Lead: "Nothing to do", Day: "You have done your part", Body: plan.Says}
	}
	w := plan.Wait
	r := &RestCard{Lead: "Nothing to do until", Day: v.LongDay(w.Until), Change: at + "/wait", Why: practiceOfWait(plan)}
	switch {
	case plan.State == afterword.StateAsked:
		r.Lead, r.Body = "You have asked once. Nothing to do.", "They have your question. One is enough; if they mean to answer, they will."
		r.Day = ""
	case w.Guessed:
		r.Body = "They did not say when, so this is our guess."
	case w.Said != "":
		r.Body = "They said " + strings.TrimSuffix(w.Said, ".") + ". We wait for the longer time."
	}
	if !w.AskFrom.IsZero() && plan.State != afterword.StateAsked {
		r.Body = joined(" ", r.Body, "You can write to them from "+v.Day(afterword.DateOf(w.AskFrom.In(v.loc)))+".")
	}
	r.Body = joined(" ", r.Body, w.Uncounted)
	if r.Day != "" && w.Until.Before(v.today()) {
		r.Lead, r.Day = "Nothing to do until", v.LongDay(afterword.DateOf(w.AskFrom.In(v.loc)))
	}
	return r
}

// silence says when no answer is an answer: they may have said that they write only on a yes (R03), or
// the one question was asked (R69). The day stands there from the start.
func (v *visit) silence(plan afterword.Plan, d afterword.Debrief) string {
	for _, s := range plan.Steps {
		if s.Kind != afterword.StepClose || s.State != afterword.StepLater || s.Opens == nil {
			continue
		}
		day := v.Day(afterword.DateOf(s.Opens.In(v.loc)))
		if d.Hear != nil && d.Hear.EitherWay == "only_if_yes" {
			return "They write only on a yes, so silence may be their answer. If it is still quiet on " + day + ", you can put it down."
		}
		return "If it is still quiet on " + day + ", you can put it down."
	}
	return ""
}

// threadOf counts the days of the wait, while it lasts.
func (v *visit) threadOf(iv service.InterviewView, plan afterword.Plan) Thread {
	if plan.Wait == nil || iv.End == nil || plan.State != afterword.StateWaiting || plan.Wait.Until.Before(v.today()) {
		return Thread{}
	}
	from := afterword.DateOf(iv.End.In(v.loc))
	days := from.DaysUntil(plan.Wait.Until)
	return Thread{Day: min(max(from.DaysUntil(v.today()), 0), days), Days: days}
}

func practiceOfWait(plan afterword.Plan) *Why {
	for _, s := range plan.Steps {
		if s.Kind == afterword.StepFollowUp {
			return whys(s.Because, s.Practices)
		}
	}
	return whys("", []string{"R61"})
}

// mainStep is the step that stands on the sheet of an interview: of the open ones that its state is
// about, or that are owed in any, the one that Today puts first.
func mainStep(plan afterword.Plan, now time.Time) *afterword.Step {
	kinds := map[afterword.State][]afterword.StepKind{
		afterword.StateJustFinished: {afterword.StepDebrief},
		afterword.StateNotesToSend:  {afterword.StepWithdraw, afterword.StepAgencyThanks, afterword.StepThankYou, afterword.StepDebrief},
		afterword.StateMayAsk:       {afterword.StepFollowUp},
		afterword.StateAnswered:     {afterword.StepAnswerOffer, afterword.StepAnswerNo, afterword.StepReplyOwed, afterword.StepPromise},
		afterword.StateComingUp:     {afterword.StepPocketCard},
	}[plan.State]
	kinds = append(kinds, afterword.StepReplyOwed, afterword.StepPromise, afterword.StepClose)
	var open []afterword.Step
	for _, s := range plan.Steps {
		if s.State == afterword.StepOpen && slices.Contains(kinds, s.Kind) {
			open = append(open, s)
		}
	}
	if len(open) == 0 {
		return nil
	}
	s := slices.MinFunc(open, policy.Sooner(now))
	return &s
}

// theirs is what is not ours to do: what they said comes next, else what comes next everywhere.
func theirs(plan afterword.Plan, d afterword.Debrief) []string {
	switch plan.State {
	case afterword.StateClosed:
		return nil
	case afterword.StateAnswered:
		return []string{"What they do next"}
	}
	if d.Hear != nil && d.Hear.NextSteps != "" {
		return []string{upper(d.Hear.NextSteps), "The choice", "When they say so"}
	}
	return []string{"Other people to see", "The choice", "When they say so"}
}

// yourLines are the steps as lines of "Yours": open words, done words.
var yourLines = map[afterword.StepKind][2]string{
	afterword.StepDebrief: {"Write it down", "Notes written"}, afterword.StepAgencyThanks: {"Thank the agency", "Agency thanked"},
	afterword.StepThankYou: {"Thanks to %s", "Thanks to %s"}, afterword.StepPromise: {"Send: %s", "Sent: %s"},
	afterword.StepReplyOwed: {"Answer them", "Answered"}, afterword.StepRefereeHeadsUp: {"Tell %s", "Told %s"},
	afterword.StepRefereeThanks: {"Thank %s", "Thanked %s"}, afterword.StepWithdraw: {"Tell them it is not for you", "Told them"},
	afterword.StepAnswerNo: {"Reply to the no", "Replied"}, afterword.StepAnswerOffer: {"Answer the offer", "Answered"},
	afterword.StepFollowUp: {"Ask once", "Asked once"}, afterword.StepAskFeedback: {"Ask for feedback", "Asked for feedback"},
	afterword.StepAskWord: {"Ask %s for a word", "Asked %s"}, afterword.StepAskInsider: {"Ask %s", "Asked %s"},
	afterword.StepStayAvailable: {"Say how they can reach you", "They know how to reach you"}, afterword.StepStayInTouch: {"Say hello to %s", "In touch with %s"},
}

// addStep puts a step under "Yours" when it is done or can be done.
func (p *InterviewPage) addStep(v *visit, s afterword.Step) {
	words, ok := yourLines[s.Kind]
	if !ok {
		return
	}
	about := orElse(s.About, "your referees")
	if s.Kind != afterword.StepPromise {
		about = orElse(first(s.About), about)
	}
	switch s.State {
	case afterword.StepDone:
		p.Yours = append(p.Yours, Mine{Text: strings.ReplaceAll(words[1], "%s", about), Done: true})
	case afterword.StepOpen, afterword.StepHeld:
		m := Mine{Text: strings.ReplaceAll(words[0], "%s", about)}
		link, do := v.wayTo(s, p.At, m.Text)
		if link != nil {
			m.Href = link.Href
		} else {
			do.Look = ""
			m.Do = do
		}
		if s.State == afterword.StepHeld {
			m.Text, m.Small = m.Text+", later", s.Because
		}
		p.Yours = append(p.Yours, m)
	}
}

// addStory lists what happened, or what helps before.
func (p *InterviewPage) addStory(c clock, iv service.InterviewView, d afterword.Debrief, dec afterword.Decision, plan afterword.Plan) {
	var names []string
	for _, person := range iv.People {
		names = append(names, person.Name)
	}
	people := Row{Href: p.At + "/people", Title: count(len(names), "person"), Small: strings.Join(names, ", ")}
	if len(names) == 0 {
		people.Title, people.Small = "The people", "No names yet"
	}
	if !p.Began {
		p.Before = []Row{
			{Href: p.At + "/card", Title: "Pocket card", Small: "5 things to ask before you leave"},
			{Href: p.At + "/prep", Title: "Prep sheet", Small: "Your questions and better answers, on one page"},
			people,
		}
		p.Tools = []Link{{p.At + "/calendar.ics", "Put the dates in my calendar"}, {p.At + "/edit", "Change it"}, {p.At + "/news", "I have news"}}
		return
	}
	hard := 0
	for _, q := range d.Questions {
		if q.Felt == "hard" {
			hard++
		}
	}
	felt := "What they asked, and what you said"
	if hard > 0 {
		felt = itoa(hard) + " hard"
	}
	if answered(d) > 0 {
		p.Story = append(p.Story, Row{Href: p.At + "/debrief/check", Title: "Your notes", Small: "What you wrote down"})
	}
	p.Story = append(p.Story, people)
	if len(d.Questions) > 0 {
		p.Story = append(p.Story, Row{Href: "/learn?interview=" + string(iv.ID), Title: count(len(d.Questions), "question"), Small: felt})
	}
	p.Story = append(p.Story, Row{Href: p.At + "/decide", Title: "Do I want it?", Small: orElse(wants[dec.Want], "No need to know yet")},
		Row{Href: p.At + "/look-back", Title: "Look back", Small: "3 questions, if you like"},
		Row{Href: p.At + "/write", Title: "Write to them", Small: c.writeHint(plan)})
	p.Tools = []Link{{p.At + "/calendar.ics", "Put the dates in my calendar"}, {p.At + "/promise", "I promised something"},
		{"/add?door=type&after=" + string(iv.ID) + "&application=" + string(iv.Application), "Add a further round"}, {p.At + "/edit", "Change it"}}
}

func (c clock) writeHint(plan afterword.Plan) string {
	if plan.State == afterword.StateWaiting && plan.Wait != nil {
		return "Write now, we keep it until " + c.Day(afterword.DateOf(plan.Wait.AskFrom.In(c.loc)))
	}
	return "A thank-you, a question, a reply"
}

func decisionView(d afterword.Decision) *DecisionView {
	v := &DecisionView{Want: orElse(wants[d.Want], "No need to know yet"), Ask: d.OpenQuestions}
	for _, s := range d.Signs {
		if s.Good {
			v.Good = append(v.Good, s.What)
		} else {
			v.Worrying = append(v.Worrying, s.What)
		}
	}
	return v
}

// undo takes a fact back.
func undo(v *visit) error {
	f, err := v.Service.Undo(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	if f.Interview == "" {
		return v.seeSaid("/people/referees", "undone", "")
	}
	return v.seeSaid("/interviews/"+string(f.Interview), "undone", "")
}

func over(v *visit) error {
	iv, err := v.Service.Over(v.ctx, v.a, v.id(), v.text("at"))
	if err != nil {
		return err
	}
	return v.seeSaid("/interviews/"+string(iv.ID), "over", "")
}

func skipStep(v *visit) error {
	f, err := v.Service.SkipStep(v.ctx, v.a, v.id(), v.text("step"), v.text("why"))
	if err != nil {
		return err
	}
	return v.seeSaid("/interviews/"+v.id(), "skipped", f.ID)
}
