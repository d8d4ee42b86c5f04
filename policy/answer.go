package policy

import (
	"strings"

	"afterword"
)

// answerSteps are what a no, an offer and an end open.
func (f *fold) answerSteps() {
	f.answerNoStep()
	f.answerOfferStep()
	f.feedbackStep()
	f.touchStep()
}

// answerNoStep is one kind reply to a no.
func (f *fold) answerNoStep() {
	if f.Outcome != afterword.OutcomeNo {
		return
	}
	d := draft{id: "answer_no", kind: afterword.StepAnswerNo, about: f.employer(), opens: f.OutcomeAt,
		best: f.OutcomeAt.Add(answerNoBest), state: afterword.StepOpen, practices: practicesAnswerNo,
		because: "One kind reply, when you are ready. They will remember it."}
	if !f.reached(f.OutcomeAt.Add(noRests)) {
		d.because = "Write it when you like. It rests an hour before it can go."
	}
	d.person = f.canonical(defaultTo(f.c, f.Sitting, afterword.AnswerNo))
	note, standing, answered := f.noAnswered()
	if note != nil {
		d.note, d.person = note.ID, f.canonical(note.To)
	}
	switch {
	case standing.went():
		d.state, d.because = afterword.StepDone, "You answered it kindly."
	case answered:
		d.state, d.because = afterword.StepSkipped, "You left this one without an answer. That is fine."
	}
	f.add(d)
}

// noAnswered says whether the answer to the no that stands is sent or skipped.
func (f *fold) noAnswered() (*afterword.Note, NoteStanding, bool) {
	note, standing := f.find(afterword.AnswerNo, "", nil)
	if standing.went() && standing.SentAt.Before(f.OutcomeAt) {
		note, standing = nil, NoteStanding{} // it answered an earlier no
	}
	skipped := f.skippedStep("answer_no")
	return note, standing, standing.went() || standing.State == afterword.NoteSkipped ||
		skipped != nil && f.outcomeFact != nil && after(skipped, f.outcomeFact)
}

// answerOfferStep opens with the offer.
func (f *fold) answerOfferStep() {
	offer := f.heard(afterword.HeardOffer)
	if offer == nil || f.Outcome != afterword.OutcomeOffer && !f.Ended {
		return
	}
	loc := f.theirZone(offer)
	d := draft{id: "answer_offer", kind: afterword.StepAnswerOffer, about: f.employer(), opens: offer.At,
		best: endOfNextWorkingDay(offer.At, f.r.Calendar, loc), state: afterword.StepOpen, practices: practicesAnswerOffer,
		because: "Thank them first, and ask what you still want to know before you answer."}
	if until := offer.Detail.Until; !until.IsZero() {
		d.best = earlier(d.best, lastMoment(until, loc))
		d.because = "Thank them first, and ask what is open. They want your answer by " + until.Words() + "."
	}
	d.person = f.canonical(defaultTo(f.c, f.Sitting, afterword.AnswerOffer))
	note, standing := f.find(afterword.AnswerOffer, "", nil)
	if standing.went() && standing.SentAt.Before(offer.At) {
		note, standing = nil, NoteStanding{}
	}
	if note != nil {
		d.note, d.person = note.ID, f.canonical(note.To)
	}
	switch {
	case standing.went():
		d.state, d.because = afterword.StepDone, "They have your answer."
	case standing.State == afterword.NoteSkipped || f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	case f.Ended:
		d.state, d.because, d.closes = afterword.StepOver, "It is settled.", f.OutcomeAt
	}
	f.add(d)
}

// feedbackStep is one question, open for ten working days after a no.
func (f *fold) feedbackStep() {
	if f.Outcome != afterword.OutcomeNo {
		return
	}
	loc := f.theirZone(f.outcomeFact)
	d := draft{id: "ask_feedback", kind: afterword.StepAskFeedback, about: f.employer(), opens: f.OutcomeAt, practices: practicesFeedback,
		closes:  lastMoment(f.r.Calendar.AddWorking(dayOf(f.OutcomeAt, loc), feedbackFor), loc),
		because: "One question may bring you something to use next time."}
	if f.AgencyCase {
		d.practices, d.because, d.person = practicesAgencyAsks, "The agency can ask for you, and often hears more.", f.Agency
	}
	note, standing := f.find(afterword.Feedback, "", nil)
	if note != nil {
		d.note = note.ID
	}
	came := f.heard(afterword.FeedbackCame)
	switch {
	case came != nil && !came.At.Before(f.OutcomeAt):
		d.state, d.because = afterword.StepDone, "Their feedback is here. Read it when you like."
	case f.feedbackAsked(""):
		d.state, d.because = afterword.StepDone, "You have asked. Once is right."
	case standing.State == afterword.NoteSkipped || f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	case f.passed(d.closes):
		d.state, d.because = afterword.StepOver, "This one has had its time."
	default:
		d.state = afterword.StepOpen
	}
	f.add(d)
}

// feedbackAsked says that feedback was asked for: by a note of its own, or in the answer to the no.
func (f *fold) feedbackAsked(except afterword.ID) bool {
	for i := range f.c.Notes {
		n := &f.c.Notes[i]
		if n.ID == except || !f.notes[i].went() {
			continue
		}
		if n.Kind == afterword.Feedback || n.Kind == afterword.AnswerNo && asksForFeedback(n.Body) {
			return true
		}
	}
	return false
}

// asksForFeedback says that an answer to a no holds the question. A draft that nobody changed has no
// text of its own, and holds it.
func asksForFeedback(body string) bool {
	return body == "" || strings.ContainsAny(body, "?？؟") || strings.Contains(strings.ToLower(body), "feedback")
}

// touchStep is one light date, months after the outcome. Any contact moves it.
func (f *fold) touchStep() {
	if !f.Ended || f.Outcome == afterword.OutcomeAccepted {
		return
	}
	d := draft{id: "stay_in_touch", kind: afterword.StepStayInTouch, about: f.employer(), opens: f.touchDate(), practices: practicesTouch,
		because: "A light word after a while keeps the door open."}
	note, standing := f.find(afterword.StayInTouchNote, "", nil)
	if note != nil {
		d.note = note.ID
	}
	switch {
	case standing.went() && !standing.SentAt.Before(f.OutcomeAt), f.heard(afterword.Connected) != nil:
		d.state, d.because = afterword.StepDone, "You are in touch."
	case standing.State == afterword.NoteSkipped || f.skippedStep(d.id) != nil:
		d.state, d.because = afterword.StepSkipped, "You left this one out. That is fine."
	case f.reached(d.opens):
		d.state = afterword.StepOpen
	default:
		d.state = afterword.StepLater
	}
	f.add(d)
}
