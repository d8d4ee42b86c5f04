package web

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword"
	"afterword/service"
)

// NotePage is a letter with its checks and the words left over from the debrief.
type NotePage struct {
	Frame
	ID, At        string // of the note; address of the interview
	Head, Best    string
	To, Email     string
	Person        string // who it goes to, empty when no one yet
	Unsigned      bool   // no name is set, so that letters end without one
	By            string // "by email"
	Subject, Body string
	Version       int
	NoSubject     bool
	Looks         []CheckLine // to look at, the stopping ones first
	Goods         []CheckLine
	Bring         []string // sentences from the debrief that the saved letter does not hold
	Earlier       []EarlierLine
	Main          string // words of the one button
	Action        string // what it does: approve or keep
	Small         string // under the button
	Because       string // what the guard says, when it does not simply allow
	Why           *Why
	Closed        string // it has gone, or was skipped: what became of it
	Card          bool
	KeepUntil     string
	Kept          bool // in the drawer: it can be let go
	Override      bool // the guard may be overridden with a reason
	Approved      bool
	MayGo         bool // an approved note: "Open it again to send"
	Others        []Link
	Agency        string
}

// CheckLine is one finding.
type CheckLine struct {
	Says  string
	Stops bool
	Add   string // words that would settle it
	Why   *Why
}

// EarlierLine is what the letter said before.
type EarlierLine struct {
	When, Body string
	Version    int
}

func (v *visit) notePage(id string) (NotePage, error) {
	x, err := v.Service.NotePage(v.ctx, v.a, id)
	if err != nil {
		return NotePage{}, err
	}
	return v.notePageOf(x), nil
}

func (v *visit) notePageOf(x service.NotePageView) NotePage {
	n, at := x.NoteView, "/interviews/"+string(x.Interview)
	head := "For " + orElse(n.To.Name, "them")
	p := NotePage{Frame: v.task(head, Link{at, title(x.Of)}), ID: string(n.ID), At: at, Head: head,
		To: orElse(n.To.Name, "No one yet"), Person: string(n.To.ID), Unsigned: v.set.Name == "", Email: n.To.Email, Subject: n.Subject, Body: n.Body, Version: n.Version, Bring: x.Leftovers,
		NoSubject: n.Channel == afterword.Phone || n.Channel == afterword.MessageText || n.Channel == afterword.Post,
		Why:       whys(x.Because, x.Practices)}
	p.Modules = []string{"note.js"}
	for _, e := range x.Earlier {
		line := EarlierLine{When: "Our draft", Body: e.Body, Version: e.Version}
		if !e.ChangedAt.IsZero() {
			line.When = "Yours, " + v.When(e.ChangedAt)
		}
		p.Earlier = append(p.Earlier, line)
	}
	p.Where = noteTitles[n.Kind]
	open := slices.DeleteFunc(slices.Clone(x.Others), func(o service.NoteView) bool {
		return o.State == afterword.NoteSent || o.State == afterword.NoteCancelled || o.State == afterword.NoteSkipped || o.State == afterword.NotePassedOn
	})
	if i := slices.IndexFunc(open, func(o service.NoteView) bool { return o.ID == n.ID }); i >= 0 && len(open) > 1 {
		p.Where = "Note " + itoa(i+1) + " of " + itoa(len(open))
	}
	if n.Channel != afterword.Email {
		p.By = lower(channels[n.Channel])
	}
	p.check(n.Checks, v.set.Link)
	p.Card = n.Kind == afterword.Thanks && n.State != afterword.NoteCancelled
	p.best(x, v)
	p.button(v, n, x.Verdict, x.Of)
	return p
}

// best says until when the note is at its best; afterwards something kind, never that it is late.
func (p *NotePage) best(x service.NotePageView, v *visit) {
	thanks := x.Kind == afterword.Thanks || x.Kind == afterword.AgencyThanks
	switch {
	case x.BestBefore != "":
		p.Best = "Best before " + x.BestBefore
	case thanks && x.Of.End != nil && v.now.Sub(*x.Of.End) > 48*time.Hour:
		p.Best = "A short note is still better than none."
	case thanks && x.Of.End != nil && v.now.Sub(*x.Of.End) > 24*time.Hour:
		p.Best = "Still a good time to send."
	}
}

// noteTitles are what a note is for.
var noteTitles = map[afterword.NoteKind]string{
	afterword.Thanks: "Thank-you", afterword.AgencyThanks: "Thanks to the agency", afterword.StatusQuestion: "The one question",
	afterword.PromisedNote: "What you promised", afterword.Reply: "Reply", afterword.Withdrawal: "Not for me", afterword.AnswerNo: "Reply to a no",
	afterword.AnswerOffer: "Answer to the offer", afterword.Feedback: "One question about you", afterword.RefereeHeadsUp: "A word to a referee",
	afterword.RefereeThanks: "Thanks to a referee", afterword.AskWord: "A word, please", afterword.AskInsider: "What is it like there?",
	afterword.StayInTouchNote: "Staying in touch",
}

// ticked are the checks whose good end is worth a line: what makes this letter one to this person. That
// nobody is blamed in it goes without saying.
var ticked = []string{"gap", "employer", "channel", "agency", "same", "length", "want", "could", "link", "promise", "own_words"}

// check sorts the findings: what to look at first, the stopping ones leading.
func (p *NotePage) check(checks []afterword.Check, link string) {
	p.Looks, p.Goods = nil, nil
	var advice []CheckLine
	for _, c := range checks {
		l := CheckLine{Says: c.Says, Stops: c.Level == afterword.Stop, Why: whys("", c.Practices)}
		switch {
		case c.Level == afterword.OK:
			if slices.Contains(ticked, c.Check) {
				p.Goods = append(p.Goods, l)
			}
			continue
		case c.Check == "link" && link != "":
			l.Add = "You can see my work here: " + link
		}
		if l.Stops {
			p.Looks = append(p.Looks, l)
		} else {
			advice = append(advice, l)
		}
	}
	p.Looks = append(p.Looks, advice...)
}

// button chooses the one button of the page, by what the guard says and how letters go.
func (p *NotePage) button(v *visit, n service.NoteView, verdict afterword.Verdict, iv service.InterviewView) {
	switch n.State {
	case afterword.NoteSent, afterword.NoteSending, afterword.NoteUnsure:
		p.Closed = "Sent"
		if n.SentAt != nil {
			p.Closed = "Sent to " + first(n.To.Name) + ", " + v.When(*n.SentAt) + ". Nothing more to do for this note."
		}
		return
	case afterword.NotePassedOn:
		p.Closed = "Passed on. Nothing more to do for this note."
		return
	case afterword.NoteCancelled:
		p.Closed = "This note has no ground any more. Its text is kept here."
		return
	case afterword.NoteSkipped:
		p.Closed = "Skipped. That is fine."
		return
	case afterword.NoteApproved:
		p.MayGo = true
	case afterword.NoteKept:
		p.Kept, p.KeepUntil = true, "a moment that is not known yet"
		if n.KeepUntil != nil {
			p.KeepUntil = v.When(*n.KeepUntil)
		}
		if asks := v.stillWant(n); asks != "" {
			p.KeepUntil, p.Best = "", asks
		}
	}
	p.Action, p.Main = "approve", approveWords(n.Channel, v.set.MailApp)
	if iv.Agency != nil {
		p.Agency = iv.Agency.Name
	}
	if verdict.Verdict == afterword.Allow {
		return
	}
	p.Because, p.Why, p.Override = verdict.Because, whys("", verdict.Practices), verdict.MayOverride
	switch {
	case verdict.Verdict == afterword.Refuse:
		p.Action, p.Main = "", ""
	case n.Kind == afterword.AnswerNo && verdict.Until != nil:
		p.Action, p.Main = "keep", "Approve, let it rest an hour"
		p.Small = "It can go at " + verdict.Until.In(v.loc).Format("15:04") + ". You can change it or stop it until then."
	case n.State == afterword.NoteKept:
		p.Action, p.Main = "save", "Save"
	case verdict.Until != nil:
		p.Action, p.Main = "keep", "Write it now, keep it until "+v.Day(afterword.DateOf(verdict.Until.In(v.loc)))
	default:
		p.Action, p.Main = "keep", "Keep it for later"
	}
}

func approveWords(by afterword.Channel, app string) string {
	switch by {
	case afterword.Phone:
		return "Approve, show me the script"
	case afterword.MessageText, afterword.Portal, afterword.ViaAgency:
		return "Approve, copy the text"
	case afterword.Post:
		return "Approve, print a card"
	}
	switch app {
	case "gmail":
		return "Approve, open in Gmail"
	case "outlook":
		return "Approve, open in Outlook"
	case "share":
		return "Approve, share it"
	case "copy":
		return "Approve, copy the text"
	}
	return "Approve, open in my mail app"
}

func noteForm(v *visit) error {
	x, err := v.Service.NotePage(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	p := v.notePageOf(x)
	if v.query("anyway") != "" && p.Override && p.Action != "" { // they have said that they want it to go; the reason is asked next
		p.Action, p.Main, p.Override = "approve", approveWords(x.Channel, v.set.MailApp), false
	}
	return v.show(notePage(p))
}

// letterOf keeps the text and does what the pressed button says.
func letterOf(v *visit) error {
	n, err := v.Service.Note(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	do, what, _ := strings.Cut(v.text("do"), ":")
	switch do {
	case "check":
		return v.checkAgain(n, nil)
	case "bring":
		v.r.PostForm.Set("body", withWords(v.text("body"), asSentence(what)))
		return v.checkAgain(n, nil)
	case "take":
		v.r.PostForm.Set("body", withoutWords(v.text("body"), asSentence(what)))
		return v.checkAgain(n, nil)
	}
	if n, err = v.keepText(n); err != nil {
		return v.checkAgain(n, err)
	}
	switch do {
	case "approve":
		return v.approve(n)
	case "back":
		version, _ := strconv.Atoi(what) // a version that is not there is told as such
		if _, err = v.Service.BringBack(v.ctx, v.a, v.id(), version); err != nil {
			return err
		}
		return v.seeSaid("/notes/"+v.id(), "back", "")
	case "keep":
		if n, err = v.Service.Keep(v.ctx, v.a, v.id()); err != nil {
			return v.checkAgain(n, err)
		}
		return v.seeSaid("/notes/"+v.id(), "kept", "")
	}
	return v.seeSaid("/notes/"+v.id(), "saved", "")
}

// keepText saves what stands in the boxes, when it differs from what is known.
func (v *visit) keepText(n service.NoteView) (service.NoteView, error) {
	subject, body := v.text("subject"), v.text("body")
	if !v.r.PostForm.Has("body") || body == strings.TrimSpace(n.Body) && (subject == n.Subject || !v.r.PostForm.Has("subject")) {
		return n, nil
	}
	in := service.NoteEdit{Body: body, Version: v.number("version")}
	if v.r.PostForm.Has("subject") {
		in.Subject = &subject
	}
	kept, err := v.Service.EditNote(v.ctx, v.a, v.id(), in)
	if err != nil {
		return n, err
	}
	return kept, nil
}

func (v *visit) approve(n service.NoteView) error {
	because := v.text("because")
	n2, err := v.Service.Approve(v.ctx, v.a, v.id(), because)
	var held *service.Held
	switch {
	case errors.As(err, &held):
		return v.guard(GuardAsk{Verdict: held.Verdict, Interview: n.Interview, Note: n.ID, Kind: n.Kind, To: n.To.Name})
	case err != nil:
		return v.checkAgain(n, err)
	}
	return v.see("/notes/" + string(n2.ID) + "/send")
}

// checkAgain shows the page with the text that was typed, checked; and with what stops it.
func (v *visit) checkAgain(n service.NoteView, err error) error {
	var clash *service.Clash
	if errors.As(err, &clash) {
		return v.conflict(n, *clash)
	}
	found := problems(err)
	if err != nil && found == nil {
		return err
	}
	p, err2 := v.notePage(v.id())
	if err2 != nil {
		return err2
	}
	if v.r.PostForm.Has("body") {
		p.Body, p.Subject = v.text("body"), orElse(v.text("subject"), p.Subject)
		checks, _, err := v.Service.TryNote(v.ctx, v.a, v.id(), p.Subject, p.Body)
		if err != nil {
			return err
		}
		p.check(checks, v.set.Link)
	}
	for _, l := range p.Looks {
		if l.Stops && err != nil {
			p.Problems = append(p.Problems, Problem{"body", l.Says})
		}
	}
	if p.Problems == nil {
		p.Problems = found
		for i := range p.Problems {
			p.Problems[i].Field = "body"
		}
	}
	if len(p.Problems) > 0 {
		return v.again(notePage(p))
	}
	return v.show(notePage(p))
}

// asSentence is how words of the debrief stand in a letter.
func asSentence(words string) string {
	words = upper(words)
	if !strings.ContainsAny(words[max(0, len(words)-1):], ".?!") {
		words += "."
	}
	return words
}

// withWords puts a paragraph before the good wishes and the name that close a letter.
func withWords(body, words string) string {
	text := strings.TrimSpace(body)
	i := strings.LastIndex(text, "\n\n")
	if i < 0 {
		return body + "\n\n" + words
	}
	if strings.Count(text, "\n\n") > 2 {
		i = strings.LastIndex(text[:i], "\n\n")
	}
	i += strings.Index(body, text)
	return body[:i] + "\n\n" + words + body[i:]
}

// withoutWords takes them out again, with the space that came with them.
func withoutWords(body, words string) string {
	for _, lead := range []string{"\n\n", " ", ""} {
		if i := strings.Index(body, lead+words); i >= 0 {
			return body[:i] + body[i+len(lead+words):]
		}
	}
	return body
}

// holds says that the letter has these words as they were put in.
func (p NotePage) holds(words string) bool {
	return strings.Contains(strings.ReplaceAll(p.Body, "\r\n", "\n"), asSentence(words))
}

// noteCheck answers the live checks with the part of the page that tells them.
func noteCheck(v *visit) error {
	checks, _, err := v.Service.TryNote(v.ctx, v.a, v.id(), v.text("subject"), v.text("body"))
	if err != nil {
		return err
	}
	var p NotePage
	p.check(checks, v.set.Link)
	return v.show(found(p))
}

// CheckHead is the headline over the checks.
func (p NotePage) CheckHead() string {
	switch len(p.Looks) {
	case 0:
		return "All good"
	case 1:
		return "1 thing to look at"
	}
	return itoa(len(p.Looks)) + " things to look at"
}
