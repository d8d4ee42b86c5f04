package web

import (
	"net/http"

	"afterword"
	"afterword/service"
)

// GuardPage is what is shown when something is better not sent now: never a bare no, always ways round.
type GuardPage struct {
	Frame
	Head, Body string
	Clock      bool
	Main       *Do
	To         *Link
	Ways       []Row
	Anyway     *Do // asks for a reason first
	Write      *Do // there is nothing to send yet: the reason is asked for when there is
	Why        *Why
}

// GuardAsk is what was asked of the guard.
type GuardAsk struct {
	Verdict   afterword.Verdict
	Interview afterword.ID
	Note      afterword.ID // empty when nothing is written yet
	Kind      afterword.NoteKind
	To        string
	ToID, By  string
	Open      bool // the time to put it down has not come
}

// Rows of the guard whose page has a main button of its own (contract, section 3).
const (
	ruledOut     = 3
	askedAlready = 13
	tooEarly     = 15
)

// agencyFirst says that a row sends the candidate to the agency.
func agencyFirst(row int) bool { return row == 4 || row == 14 || row == 16 }

// guard shows the verdict as a page.
func (v *visit) guard(ask GuardAsk) error {
	iv, err := v.Service.Show(v.ctx, v.a, string(ask.Interview))
	if err != nil {
		return err
	}
	if ask.Verdict.Rule == askedAlready {
		plan, err := v.Service.Plan(v.ctx, v.a, string(iv.ID))
		if err != nil {
			return err
		}
		ask.Open = openStep(plan, afterword.StepClose) == nil
	}
	return v.send(http.StatusConflict, guardPage(v.guardOf(ask, iv)))
}

func (v *visit) guardOf(ask GuardAsk, iv service.InterviewView) GuardPage {
	at, d := "/interviews/"+string(iv.ID), ask.Verdict
	p := GuardPage{Frame: v.task(orElse(d.Heading, "Let this one rest"), Link{at, title(iv)}), Head: orElse(d.Heading, "Let this one rest"),
		Body: d.Because, Clock: d.Verdict == afterword.Hold, Why: whys("", d.Practices)}
	if d.Rule == tooEarly {
		p.Body += " It says nothing about you that they are quiet."
	}
	fields := []Pair{{"kind", string(ask.Kind)}, {"to", ask.ToID}, {"by", ask.By}, {"keep", "1"}}
	keep := Do{Action: at + "/write", Look: "go", Fields: fields}
	if ask.Note != "" {
		keep = Do{Action: "/notes/" + string(ask.Note) + "/keep", Look: "go"}
	}
	switch {
	case d.Verdict == afterword.Hold && d.Until != nil:
		keep.Label = "Write it now, keep it until " + v.Day(afterword.DateOf(d.Until.In(v.loc)))
		if ask.Note != "" {
			keep.Label = "Keep it until " + v.When(*d.Until)
		}
		p.Main = &keep
	case d.Verdict == afterword.Hold:
		keep.Label = "Write it now, keep it for later"
		if ask.Note != "" {
			keep.Label = "Keep it for later"
		}
		p.Main = &keep
	case d.Rule == ruledOut && ask.Note == "":
		fields[2].Value = ""
		p.Main = &Do{Action: at + "/write", Label: "Write instead", Look: "go", Fields: fields[:3]}
	case agencyFirst(d.Rule) && iv.Agency != nil && ask.Note == "":
		fields[1].Value, fields[2].Value = string(iv.Agency.ID), ""
		p.Main = &Do{Action: at + "/write", Label: "Write to " + first(iv.Agency.Name) + " instead", Look: "go", Fields: fields[:3]}
	case ask.Kind == afterword.AskWord || ask.Kind == afterword.AskInsider:
		p.To = &Link{"/people/new?interview=" + string(iv.Application), "Choose someone else"}
	case d.Rule == askedAlready && iv.Outcome == "" && !ask.Open:
		p.Main = &Do{Action: at + "/news/no_reply", Label: "Close it kindly", Look: "go"}
	default:
		p.To = &Link{at, "Back"}
	}
	p.Ways = []Row{
		{Href: at + "/wrote", Title: "They wrote to me, I am replying"},
		{Href: at + "/news/delay", Title: "They gave me a new date"},
		{Href: at + "/promise", Title: "I promised to send something"},
	}
	if iv.Agency != nil {
		p.Ways = append(p.Ways, Row{Href: at + "/news/agency_yes", Title: "The agency said that I may write"})
	}
	if d.MayOverride && ask.Note == "" {
		p.Write = &Do{Action: at + "/write", Label: "Send it anyway, I have a reason", Fields: []Pair{{"kind", string(ask.Kind)}, {"to", ask.ToID}, {"by", ask.By}, {"anyway", "1"}}}
	}
	if d.MayOverride && ask.Note != "" {
		p.Anyway = &Do{Action: "/notes/" + string(ask.Note), Label: "Send it anyway", Fields: []Pair{{"do", "approve"}}}
	}
	return p
}

// WritePage lists what can be written.
type WritePage struct {
	Frame
	At, Application string
	Chosen          string // the kind that is ticked
	Kinds           []WriteKind
	People          []Option
	Ways            []Option
	Kept            []Link // the drawer, when something is in it
}

// WriteKind is one kind of note with what it is for.
type WriteKind struct {
	Kind, Label, Small string
	To                 []Option
}

func writeForm(v *visit) error {
	iv, err := v.interview()
	if err != nil {
		return err
	}
	at := "/interviews/" + string(iv.ID)
	p := WritePage{Frame: v.task("Write to them", Link{at, title(iv)}), At: at, Application: string(iv.Application), Chosen: v.query("kind"), Ways: waysToWrite()}
	p.People = []Option{{Value: "", Label: "Whoever it goes to by itself", Chosen: true}}
	for _, x := range iv.People {
		p.People = append(p.People, Option{Value: string(x.ID), Label: x.Name, Small: joined(", ", x.Title, roles[x.Role])})
	}
	p.Kinds = []WriteKind{
		{Kind: "thanks", Label: "Thank someone I met"}, {Kind: "status", Label: "Ask how it stands", Small: "Once, after the time they named."},
		{Kind: "reply", Label: "Reply to what they wrote"}, {Kind: "promised", Label: "Send what I promised"},
		{Kind: "feedback", Label: "Ask what I could do better", Small: "After a no."}, {Kind: "withdrawal", Label: "Tell them it is not for me"},
		{Kind: "ask_insider", Label: "Ask someone who works there", Small: "Not the people who met you."},
		{Kind: "ask_word", Label: "Ask someone for a word", Small: "Someone who knows the hiring manager."},
		{Kind: "stay_in_touch", Label: "Say hello, much later"},
	}
	if iv.Agency != nil {
		p.Kinds = append([]WriteKind{{Kind: "agency_thanks", Label: "Thank the agency"}}, p.Kinds...)
	}
	if p.Chosen == "" && (iv.State == afterword.StateJustFinished || iv.State == afterword.StateNotesToSend) {
		p.Chosen = p.Kinds[0].Kind
	}
	if p.Kept, err = v.keptLink(iv.ID); err != nil {
		return err
	}
	return v.show(writePage(p))
}

// waysToWrite are the channels of a note; a card by post is offered beside a thank-you.
func waysToWrite() []Option {
	ways := []Option{{Label: "As agreed, else by email", Chosen: true}}
	for _, c := range []afterword.Channel{afterword.Email, afterword.Phone, afterword.MessageText, afterword.Portal, afterword.ViaAgency} {
		ways = append(ways, Option{Value: string(c), Label: channels[c]})
	}
	ways[2].Label = "A call: we draft what to say"
	return ways
}

// write asks the guard and makes the draft.
func write(v *visit) error {
	kind, to, by := v.text("kind"), v.text("to"), v.text("by")
	verdict, err := v.Service.May(v.ctx, v.a, v.id(), kind, to, by)
	if err != nil {
		return err
	}
	if verdict.Verdict == afterword.Refuse || verdict.Verdict == afterword.Hold && v.text("keep")+v.text("anyway") == "" && kind == string(afterword.StatusQuestion) {
		return v.guard(GuardAsk{Verdict: verdict, Interview: afterword.ID(v.id()), Kind: afterword.NoteKind(kind), ToID: to, By: by})
	}
	n, err := v.Service.Write(v.ctx, v.a, v.id(), kind, to, by)
	if err != nil {
		return err
	}
	if v.text("keep") != "" {
		if _, err := v.Service.Keep(v.ctx, v.a, string(n.ID)); err != nil {
			return err
		}
		return v.seeSaid("/notes/"+string(n.ID), "kept", "")
	}
	if v.text("anyway") != "" {
		return v.see("/notes/" + string(n.ID) + "?anyway=1")
	}
	return v.see("/notes/" + string(n.ID))
}
