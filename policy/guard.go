package policy

import (
	"time"

	"afterword"
)

// attempt is what someone wants to send, with what the rows of the guard ask about it.
type attempt struct {
	afterword.Try
	note       *afterword.Note // the note itself, nil when there is none yet
	within     *sitting        // the sitting it belongs to
	atEmployer bool            // it goes to someone at the employer
	atAgency   bool            // it goes to someone of the agency
	straight   bool            // it goes to someone at the employer, and not through the agency
}

// row is one row of the guard: what it says when it applies.
type row struct {
	number int
	judge  func(*fold, *attempt) (afterword.Verdict, bool)
}

// guard are the rows in the order in which they are asked; the first that applies wins. What none of
// them stops may go (row 20).
func guard() [19]row {
	return [19]row{
		{1, (*fold).unreadable},
		{2, (*fold).angry},
		{3, (*fold).ruledOut},
		{4, (*fold).pastTheAgency},
		{5, (*fold).duty},
		{6, (*fold).answerToANo},
		{7, (*fold).nothingToAnswer},
		{8, (*fold).secondThanks},
		{9, (*fold).thanksAfterTheEnd},
		{10, (*fold).thanksBeforeTheAgency},
		{11, (*fold).statusAfterTheEnd},
		{12, (*fold).statusWhileBooked},
		{13, (*fold).secondStatus},
		{14, (*fold).statusPastTheAgency},
		{15, (*fold).tooEarly},
		{16, (*fold).feedback},
		{17, (*fold).favour},
		{18, (*fold).unaskedReferee},
		{19, (*fold).touchTooEarly},
	}
}

// may asks the guard about a try.
func (f *fold) may(try afterword.Try) afterword.Verdict {
	a := f.attempt(try)
	for _, r := range guard() {
		if v, ok := r.judge(f, &a); ok {
			v.Rule = r.number
			return v
		}
	}
	v := allow(nothingAgainst(a.Kind))
	v.Rule = 20
	return v
}

// nothingAgainst says why a note of a kind may go when no row stops it (row 20).
func nothingAgainst(k afterword.NoteKind) (because, practice string) {
	switch k {
	case afterword.Thanks:
		return "A short thank-you is always right.", "R27"
	case afterword.AgencyThanks:
		return "They set it up, so they hear from you first.", "R50"
	case afterword.StatusQuestion:
		return "Their time is over. One simple question is fine now.", "R63"
	case afterword.Feedback:
		return "One question may bring you something to use next time.", "R93"
	case afterword.RefereeHeadsUp:
		return "They agreed, and nobody likes a call they did not expect.", "R72"
	case afterword.RefereeThanks:
		return "They did you a favour.", "R77"
	case afterword.AskWord:
		return "A word from someone they know carries weight.", "R78"
	case afterword.AskInsider:
		return "They can tell you what the days there are like.", "R79"
	case afterword.StayInTouchNote:
		return "A light word keeps the door open.", "R96"
	}
	return "Nothing speaks against it.", "R98"
}

func (f *fold) attempt(try afterword.Try) attempt {
	a := attempt{Try: try, note: f.note(try.Note), within: f.sit}
	if a.To == "" {
		a.To = defaultTo(f.c, f.Sitting, a.Kind)
	}
	if a.By == afterword.NoChannel {
		a.By = defaultBy(a.Kind, f.Channel)
	}
	a.To = f.canonical(a.To)
	if a.note != nil {
		if s := f.sittingOf(a.note.Interview); s != nil {
			a.within = s
		}
	}
	a.atAgency = ofAgency(f.c, a.To)
	a.atEmployer = !a.atAgency && atEmployer(f.c, a.To)
	a.straight = a.atEmployer && a.By != afterword.ViaAgency
	return a
}

func allow(because, practice string) afterword.Verdict {
	return afterword.Verdict{Verdict: afterword.Allow, Heading: "This can go", Because: because, Practices: []string{practice}}
}

func refuse(heading, because string, practices ...string) afterword.Verdict {
	return afterword.Verdict{Verdict: afterword.Refuse, Heading: heading, Because: because, Practices: practices}
}

func hold(until time.Time, heading, because string, practices ...string) afterword.Verdict {
	v := afterword.Verdict{Verdict: afterword.Hold, Heading: heading, Because: because, Practices: practices}
	if !until.IsZero() {
		t := until.UTC()
		v.Until = &t
	}
	return v
}

// overrode says that the person overrode the guard for this very note, since a moment.
func (f *fold) overrode(note afterword.ID, since time.Time) bool {
	if note == "" {
		return false
	}
	for _, fact := range f.live {
		if fact.Kind == afterword.Overrode && fact.Detail.Note == note && !fact.At.Before(since) {
			return true
		}
	}
	return false
}

// unreadable holds everything while a fact cannot be read (row 1).
func (f *fold) unreadable(*attempt) (afterword.Verdict, bool) {
	if f.Unreadable == "" {
		return afterword.Verdict{}, false
	}
	return hold(time.Time{}, "Something here cannot be read", "We do not know enough to say that it may go: "+f.Unreadable+".", "R98"), true
}

// angry holds what reads as angry until the next morning (row 2).
func (f *fold) angry(a *attempt) (afterword.Verdict, bool) {
	if !a.Angry || f.overrode(a.Note, a.Changed) {
		return afterword.Verdict{}, false
	}
	changed := a.Changed
	if changed.IsZero() {
		changed = f.now
	}
	until := dayOf(changed, f.r.Own).AddDays(1).At(dayOpens, 0, f.r.Own)
	if f.reached(until) {
		return afterword.Verdict{}, false
	}
	v := hold(until, "Leave it in the drawer tonight",
		"You can send it on "+dayOf(until, f.r.Own).Words()+" at 09:00, exactly as it is.", "R97")
	v.MayOverride = true
	return v, true
}

// ruledOut keeps to the way they asked for (row 3).
func (f *fold) ruledOut(a *attempt) (afterword.Verdict, bool) {
	if !a.atEmployer || a.Kind == afterword.StayInTouchNote || a.By == afterword.Post {
		return afterword.Verdict{}, false
	}
	if a.Kind == afterword.Reply && f.sameWay(a) {
		return afterword.Verdict{}, false
	}
	switch {
	case f.Channel == afterword.Email && (a.By == afterword.Phone || a.By == afterword.MessageText):
		return refuse("They asked for email", "So we leave the phone alone. Write an email instead.", "R07"), true
	case f.Channel == afterword.ViaAgency && a.By != afterword.ViaAgency && f.Permission != Yes && a.Kind != afterword.Thanks:
		agency := f.nameOr(f.Agency, "the agency")
		return refuse("They asked to hear through the agency", "So this goes through "+agency+", until they say you may write.", "R07", "R51"), true
	}
	return afterword.Verdict{}, false
}

// sameWay says that a reply goes by the channel that they wrote on.
func (f *fold) sameWay(a *attempt) bool {
	m := f.unreplied(a.To, a.note)
	return m != nil && m.By != afterword.NoChannel && m.By == a.By
}

// pastTheAgency sends a withdrawal and the answer to a no through the agency (row 4).
func (f *fold) pastTheAgency(a *attempt) (afterword.Verdict, bool) {
	if a.Kind != afterword.Withdrawal && a.Kind != afterword.AnswerNo || !a.straight || !f.AgencyCase || f.Permission == Yes {
		return afterword.Verdict{}, false
	}
	agency := f.nameOr(f.Agency, "the agency")
	return refuse("This goes to "+agency, "The contact is theirs. Tell "+agency+", and they pass it on.", "R51", "R52"), true
}
