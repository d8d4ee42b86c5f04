package afterword

import "time"

// NoteKind is what a note is for.
type NoteKind string

// The kinds of the contract, section 1.
const (
	Thanks          NoteKind = "thanks"
	AgencyThanks    NoteKind = "agency_thanks"
	StatusQuestion  NoteKind = "status" // the one question
	PromisedNote    NoteKind = "promised"
	Reply           NoteKind = "reply"
	Withdrawal      NoteKind = "withdrawal"
	AnswerNo        NoteKind = "answer_no"
	AnswerOffer     NoteKind = "answer_offer"
	Feedback        NoteKind = "feedback"
	RefereeHeadsUp  NoteKind = "referee_heads_up"
	RefereeThanks   NoteKind = "referee_thanks"
	AskWord         NoteKind = "ask_word"
	AskInsider      NoteKind = "ask_insider"
	StayInTouchNote NoteKind = "stay_in_touch"
)

// NoteKinds are all of them, in the order of the contract.
func NoteKinds() []NoteKind {
	return []NoteKind{Thanks, AgencyThanks, StatusQuestion, PromisedNote, Reply, Withdrawal, AnswerNo,
		AnswerOffer, Feedback, RefereeHeadsUp, RefereeThanks, AskWord, AskInsider, StayInTouchNote}
}

// Note is what is written of anything the candidate sends. An unedited draft holds no text: it is
// made from the facts each time it is read, so it never goes stale. What became of it is facts.
type Note struct {
	ID          ID        `json:"id"`
	Application ID        `json:"application"`
	Interview   ID        `json:"interview"`
	Kind        NoteKind  `json:"kind"`
	To          ID        `json:"to"`
	Channel     Channel   `json:"channel"`
	Lang        string    `json:"lang"`    // BCP 47; empty is en
	Written     bool      `json:"written"` // the text below is the person's, or was frozen
	Subject     string    `json:"subject"`
	Body        string    `json:"body"`
	ChangedAt   time.Time `json:"changed_at"` // when the text was last changed by the person
	RestsOn     ID        `json:"rests_on"`   // the fact without which it has no ground; empty for none
	Promise     ID        `json:"promise"`    // the promise that a promised note keeps
	CreatedAt   time.Time `json:"created_at"`
	Version     int       `json:"version"`
}

// EarlierText is what a note said before it was changed.
type EarlierText struct {
	Note      ID        `json:"note"`
	Version   int       `json:"version"` // of the note, while it read like this
	Subject   string    `json:"subject"`
	Body      string    `json:"body"`
	ChangedAt time.Time `json:"changed_at"` // when the person wrote it; zero for a draft of ours
}

// EarlierLimit is how many earlier texts of a note are kept; the oldest goes first.
const EarlierLimit = 20

// NoteState is what became of a note, folded from facts.
type NoteState string

// The states of the contract, section 7.
const (
	NoteDraft     NoteState = "draft"
	NoteKept      NoteState = "kept_until"
	NoteApproved  NoteState = "approved"
	NoteSending   NoteState = "sending"
	NoteSent      NoteState = "sent"
	NoteUnsure    NoteState = "unsure"
	NoteFailed    NoteState = "failed"
	NoteCancelled NoteState = "cancelled"
	NoteSkipped   NoteState = "skipped"
	NotePassedOn  NoteState = "passed_on"
)

// Check is one finding about a letter. At are byte offsets into the body, [from, to).
type Check struct {
	Check     string   `json:"check"`
	Level     string   `json:"level"` // stop, advice or ok
	Says      string   `json:"says"`
	At        *[2]int  `json:"at"`
	Practices []string `json:"practices"`
}

// The levels of a check.
const (
	Stop   = "stop"
	Advice = "advice"
	OK     = "ok"
)
