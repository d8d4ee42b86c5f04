package web

import (
	"fmt"
	"strings"
	"time"

	"afterword"
)

// Card is one thing to do, as the sheet shows it.
type Card struct {
	About  string // "Northwind, data analyst"
	Say    string // what to do
	Soft   string // what helps to know
	Main   *Link  // the one button, as a place to go …
	Do     *Do    // … or as something that is done at once
	Links  []Link
	Others []Do
	Why    *Why
}

// stepWords are what a step says, by its kind. %s is whom or what it is about.
var stepWords = map[afterword.StepKind]struct{ say, soft, button string }{
	afterword.StepPocketCard:     {"5 things to ask before you leave", "Read it once, then put it in your pocket.", "Open the pocket card"},
	afterword.StepDebrief:        {"Write it down while it is fresh", "It takes about 4 minutes, the short form under 2.", "Start the debrief"},
	afterword.StepLookBack:       {"How did it go?", "3 questions, if you like.", "Look back"},
	afterword.StepAgencyThanks:   {"Thank the agency first", "It also asks whether you may write to the people you met.", "Read the note"},
	afterword.StepThankYou:       {"Your note to %s is ready to read", "", "Read it"},
	afterword.StepPromise:        {"Send what you promised: %s", "", "I have sent it"},
	afterword.StepReplyOwed:      {"They may be waiting for your answer", "A short one is fine.", "Write a reply"},
	afterword.StepRefereeHeadsUp: {"Tell %s that someone may call", "What the job is, and what to stress.", "Read the note"},
	afterword.StepRefereeThanks:  {"Thank %s for speaking for you", "", "Read the note"},
	afterword.StepAskWord:        {"Ask %s for a word, if you like", "Once is enough.", "Read the note"},
	afterword.StepAskInsider:     {"Ask %s what it is like there", "One short question.", "Read the note"},
	afterword.StepDecide:         {"Do I want it?", "Private, and there is no hurry.", "Have a look"},
	afterword.StepStayAvailable:  {"Say how they can reach you", "You are away while they decide.", "Write how"},
	afterword.StepKeepGoing:      {"One more application, if you have energy", "Not everything hangs on this one.", "See what is open"},
	afterword.StepFollowUp:       {"You can ask once now, if you like", "Three lines are enough.", "Read the question"},
	afterword.StepAnswerNo:       {"There is one kind reply to send, when you are ready", "", "Read it"},
	afterword.StepAnswerOffer:    {"They made an offer", "Before you answer, see what you wanted to ask.", "See the offer page"},
	afterword.StepWithdraw:       {"A kind note saves them time", "You said that this one is not for you.", "Read it"},
	afterword.StepAskFeedback:    {"Ask what you could do better, if you like", "One question, once.", "Read the question"},
	afterword.StepStayInTouch:    {"Say hello to %s, if you like", "A line or two is plenty.", "Read it"},
	afterword.StepNextRound:      {"Get ready for the next round", "Your own answers are on one sheet.", "Make my prep sheet"},
	afterword.StepClose:          {"Close this one?", "No answer came. Many employers never send one; it is not a verdict on you.", "Close it kindly"},
}

// noteKinds say which note a step writes.
var noteKinds = map[afterword.StepKind]afterword.NoteKind{
	afterword.StepAgencyThanks: afterword.AgencyThanks, afterword.StepThankYou: afterword.Thanks, afterword.StepReplyOwed: afterword.Reply,
	afterword.StepRefereeHeadsUp: afterword.RefereeHeadsUp, afterword.StepRefereeThanks: afterword.RefereeThanks,
	afterword.StepAskWord: afterword.AskWord, afterword.StepAskInsider: afterword.AskInsider, afterword.StepFollowUp: afterword.StatusQuestion,
	afterword.StepAnswerNo: afterword.AnswerNo, afterword.StepAnswerOffer: afterword.AnswerOffer, afterword.StepWithdraw: afterword.Withdrawal,
	afterword.StepAskFeedback: afterword.Feedback, afterword.StepStayInTouch: afterword.StayInTouchNote,
}

// card turns a step into what the sheet shows. at is the page of its interview.
func (c clock) card(s afterword.Step, at string) Card {
	w := stepWords[s.Kind]
	card := Card{Say: w.say, Soft: w.soft, Why: whys(s.Because, s.Practices)}
	if about := orElse(s.About, "them"); len(w.say) > 1 && containsVerb(w.say) {
		card.Say = fmt.Sprintf(w.say, about)
	}
	if s.Kind == afterword.StepRefereeHeadsUp && s.Person == "" {
		card.Say, card.Soft = "Tell your referees, if they may be called", "Add the people who speak for you first."
	}
	if best := c.bestBefore(s); best != "" {
		card.Soft = joined(" ", best, card.Soft)
	}
	card.Main, card.Do = c.wayTo(s, at, w.button)
	switch s.Kind {
	case afterword.StepDebrief:
		card.Links = append([]Link{{at + "/debrief/1?short=1", "Short form"}, {at + "/debrief/just", "Just write or dictate"}}, c.remindLinks(at)[0])
	case afterword.StepPromise:
		card.Others = []Do{{Action: at + "/write", Label: "Write the note for it", Fields: []Pair{{"kind", string(afterword.PromisedNote)}, {"promise", string(s.Promise)}}}}
	case afterword.StepAnswerOffer:
		card.Soft = joined(" ", c.bestBefore(s), s.Because)
	case afterword.StepReplyOwed:
		card.Others = []Do{skipDo(s, at, "No answer needed")}
	case afterword.StepClose:
		card.Others = []Do{skipDo(s, at, "Keep waiting quietly")}
	case afterword.StepLookBack, afterword.StepRefereeHeadsUp, afterword.StepAskWord, afterword.StepAskInsider, afterword.StepStayAvailable,
		afterword.StepAskFeedback, afterword.StepStayInTouch, afterword.StepRefereeThanks, afterword.StepFollowUp, afterword.StepKeepGoing:
		card.Others = []Do{skipDo(s, at, "Skip this one")}
	}
	return card
}

func containsVerb(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '%' && s[i+1] == 's' {
			return true
		}
	}
	return false
}

// skipDo leaves a step out. That is fine and asks for no reason.
func skipDo(s afterword.Step, at, label string) Do {
	return Do{Action: at + "/skip", Label: label, Fields: []Pair{{"step", s.ID}}}
}

// wayTo is where a step leads: a page, the note that is there already, or a button that makes it.
func (c clock) wayTo(s afterword.Step, at, button string) (*Link, *Do) {
	to := map[afterword.StepKind]string{
		afterword.StepPocketCard: at + "/card", afterword.StepDebrief: at + "/debrief/1", afterword.StepLookBack: at + "/look-back",
		afterword.StepDecide: at + "/decide", afterword.StepKeepGoing: "/interviews", afterword.StepAnswerOffer: at + "/outcome",
		afterword.StepAnswerNo: at + "/outcome", afterword.StepNextRound: at + "/prep", afterword.StepStayAvailable: "/you/away",
	}[s.Kind]
	switch {
	case to != "":
		return &Link{to, button}, nil
	case s.Kind == afterword.StepPromise:
		return nil, &Do{Action: at + "/promises/" + string(s.Promise) + "/kept", Label: button, Look: "go"}
	case s.Kind == afterword.StepClose:
		return nil, &Do{Action: at + "/news/no_reply", Label: button, Look: "go"}
	case s.Kind == afterword.StepRefereeHeadsUp && s.Person == "":
		return &Link{"/people/referees", "Add a referee"}, nil
	case s.Note != "":
		return &Link{"/notes/" + string(s.Note), button}, nil
	}
	fields := []Pair{{"kind", string(noteKinds[s.Kind])}}
	if s.Person != "" {
		fields = append(fields, Pair{"to", string(s.Person)})
	}
	return nil, &Do{Action: at + "/write", Label: button, Look: "go", Fields: fields}
}

// bestBefore says until when a step is at its best, and nothing unkind afterwards.
func (c clock) bestBefore(s afterword.Step) string {
	if s.BestBefore == nil {
		return ""
	}
	switch s.Kind {
	case afterword.StepDebrief, afterword.StepDecide, afterword.StepLookBack, afterword.StepPocketCard:
		return ""
	}
	gone := c.now.Sub(*s.BestBefore)
	switch {
	case gone <= 0:
		if s.Kind == afterword.StepAnswerOffer { // their own day for the answer stands beside it
			day, _, _ := strings.Cut(c.When(*s.BestBefore), ", ")
			return "Best thanked by " + day + "."
		}
		if at := s.BestBefore.In(c.loc); s.Kind == afterword.StepPromise && at.Format("15:04") == "23:59" { // a whole day was named
			return "By " + c.Day(afterword.DateOf(at)) + "."
		}
		return "Best before " + c.When(*s.BestBefore) + "."
	case s.Kind == afterword.StepThankYou || s.Kind == afterword.StepAgencyThanks:
		if gone <= 24*time.Hour {
			return "Still a good time to send."
		}
		return "A short note is still better than none."
	}
	return "Still a good time to do it."
}

// stepRow is a step as one line of a list.
func (c clock) stepRow(s afterword.Step, at string) Row {
	card := c.card(s, at)
	r := Row{Title: card.Say, Small: joined(" ", c.bestBefore(s))}
	if card.Main != nil {
		r.Href = card.Main.Href
	} else {
		do := *card.Do
		do.Look, do.Label = "whole", "Open"
		if s.Kind == afterword.StepPromise || s.Kind == afterword.StepClose {
			do.Look, do.Label = "", card.Do.Label
		}
		r.Do = &do
	}
	return r
}
