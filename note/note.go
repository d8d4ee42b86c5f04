// Package note turns a debrief into drafts, and a letter into findings.
//
// Read Draft first: a letter is a row of ordered parts, each present only when its words exist, and
// the words are the person's own. Then read Check: it finds what may be wrong in a letter, whoever
// wrote it. Stems and phrases stand in one catalogue per language (lang/), so that a second language
// is a file.
//
// It refuses to invent: whatever is not in the Brief cannot be in a letter. It refuses to change a
// text that it checks, to draw wordings at random, and to judge when a note may go: that is policy.
package note

import "afterword"

// Recipient is someone a note goes to or speaks of.
type Recipient struct {
	Name     string
	Called   string // how they are greeted, when the name alone does not tell: "Dr Okafor"
	Register string // formal, first_name, or empty for the person's setting
	Email    string
	Title    string // what it says on their card
	Role     afterword.RoleKind
	Line     string // what they talked about, as the candidate wrote it
}

// Brief is all that a letter may be made from. Whatever is not here cannot be in a letter.
type Brief struct {
	Kind    afterword.NoteKind
	Channel afterword.Channel
	Lang    string             // BCP 47; empty is en
	From    afterword.Settings // name, sign-off, link, formal, region
	Region  string             // of the application; empty is the person's own
	To      Recipient

	Seat, Seats int         // place among those thanked for this sitting, from 0; spreads points and wording
	Others      []Recipient // the rest of the table, in order

	ApplicationKind afterword.ApplicationKind
	Employer        string // left unnamed when the application is confidential
	Role            string
	Agency, Contact Recipient // zero without one

	AskPermission bool        // agency_thanks: ask whether I may write to those I met
	PassOn        []Recipient // people without an address, to be thanked through this one
	Unnamed       bool        // nobody could be named: this goes to who invited, to be passed on

	Met, Today afterword.Date // day of the sitting and of writing, in the interview's zone
	Debrief    afterword.Debrief
	Want       afterword.Want
	Late       bool                // after E+48h: the shorter version
	Promises   []afterword.Promise // open and due with this note; for promised: what it delivers

	Thread        string         // subject of their mail, to answer in its thread
	WaitSaid      string         // status: what they said about the answer
	WaitUntil     afterword.Date // status: the last day they named, none when it was our guess; answer_offer: until when they want to know
	Message       string         // reply: what they wrote; not quoted
	NewsKind      afterword.FactKind
	OpenQuestions []string // answer_offer: what I may ask
	AcceptOffer   bool     // answer_offer: the candidate said yes to it
	DeclineOffer  bool     // answer_offer: the candidate said no to it
	Points        []string // referee_heads_up: what to stress
	RefereesAsked bool
	NoFeedback    bool      // answer_no: feedback was asked for already, or goes through the agency
	GotOffer      bool      // referee_thanks: it became an offer
	TookOther     bool      // withdrawal: another offer was accepted
	About         Recipient // ask_word: the hiring manager
	ReachMe       string    // how I can be reached while away (R89): "by phone from 1 to 8 December"
}

// Letter is a draft. Own are the spans of Body that are the person's own words, as byte offsets
// [from, to) in rising order.
type Letter struct {
	Subject string
	Body    string
	Lang    string
	Own     [][2]int
	Used    Used
}

// Used is what of the debrief went into a letter, so that a page can mark it. The numbers are places
// in the debrief's own lists.
type Used struct {
	Line          bool
	Could         bool
	Unsaid        []int
	Answers       []int // questions of theirs whose better answer went in
	OwnQuestions  []int
	Promises      []afterword.ID
	Link          bool
	Points        []int
	OpenQuestions []int
	PassOn        []string // names thanked through this letter
	Feedback      bool     // it asks for feedback
	Permission    bool     // it asks whether I may write to those I met
}

// Known is what a check may compare with. A check whose fact is not known is left out.
type Known struct {
	Kind           afterword.NoteKind // empty: read from the text
	Channel        afterword.Channel
	Lang           string
	Brief          *Brief // nil when only the text is known
	To             string // the recipient's name, when there is no brief
	Employer       string // when there is no brief
	OtherEmployers []string
	OtherBodies    map[string]string // the panel's other notes: name to body
	LookedAt       []string          // phrases the person looked at and keeps: they stop no more

	Reach  *bool             // the recipient has an address or a route
	Agreed afterword.Channel // the channel they asked for; empty when nothing was agreed
	Asked  *bool             // agency case: the agency said yes; nil without an agency or for kinds it does not bind
	First  *bool             // nothing of this kind went to them for this sitting
}

// Report is what a check found.
type Report struct {
	Checks   []afterword.Check `json:"checks"`
	Words    int               `json:"words"`
	OwnWords *int              `json:"own_words"` // per cent of the letter; null when not known
}
