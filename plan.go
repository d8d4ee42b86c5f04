package afterword

import "time"

// StepKind is one of the things to do after an interview.
type StepKind string

// The steps of the contract, section 6.
const (
	StepPocketCard     StepKind = "pocket_card"
	StepDebrief        StepKind = "debrief"
	StepLookBack       StepKind = "look_back"
	StepAgencyThanks   StepKind = "agency_thanks"
	StepThankYou       StepKind = "thank_you"
	StepPromise        StepKind = "promise"
	StepReplyOwed      StepKind = "reply_owed"
	StepRefereeHeadsUp StepKind = "referee_heads_up"
	StepRefereeThanks  StepKind = "referee_thanks"
	StepAskWord        StepKind = "ask_word"
	StepAskInsider     StepKind = "ask_insider"
	StepDecide         StepKind = "decide"
	StepStayAvailable  StepKind = "stay_available"
	StepKeepGoing      StepKind = "keep_going"
	StepFollowUp       StepKind = "follow_up"
	StepAnswerNo       StepKind = "answer_no"
	StepAnswerOffer    StepKind = "answer_offer"
	StepWithdraw       StepKind = "withdraw"
	StepAskFeedback    StepKind = "ask_feedback"
	StepStayInTouch    StepKind = "stay_in_touch"
	StepNextRound      StepKind = "next_round"
	StepClose          StepKind = "close"
)

// StepState is how a step stands.
type StepState string

// The states of a step.
const (
	StepLater   StepState = "later"
	StepOpen    StepState = "open"
	StepHeld    StepState = "held"
	StepDone    StepState = "done"
	StepSkipped StepState = "skipped"
	StepOver    StepState = "over"
)

// State is where an interview stands, exactly one at any time.
type State string

// The states of the contract, section 6.
const (
	StateClosed       State = "closed"
	StateAnswered     State = "answered"
	StateComingUp     State = "coming_up"
	StateJustFinished State = "just_finished"
	StateAsked        State = "asked"
	StateMayAsk       State = "may_ask"
	StateNotesToSend  State = "notes_to_send"
	StateWaiting      State = "waiting"
)

// Plan is the steps of one interview at one moment, computed from facts and never stored.
type Plan struct {
	Interview   ID        `json:"interview"`
	Application ID        `json:"application"`
	AsOf        time.Time `json:"as_of"`
	State       State     `json:"state"`
	Outcome     Outcome   `json:"outcome"`
	Says        string    `json:"says"`
	Wait        *Wait     `json:"wait"`
	Steps       []Step    `json:"steps"`
}

// Wait is how long they may take, and from when the one question is allowed.
type Wait struct {
	Said    string    `json:"said"`
	Until   Date      `json:"until"`
	AskFrom time.Time `json:"ask_from"`
	Guessed bool      `json:"guessed"`
	// Uncounted says which public holidays are not known for sure, so that none was counted.
	Uncounted string `json:"uncounted,omitempty"`
}

// Step is one thing to do, with its window and the practice it follows. Times that are not known are
// null in JSON.
type Step struct {
	ID         string      `json:"id"` // stable: the kind and what it is about
	Kind       StepKind    `json:"kind"`
	About      string      `json:"about"` // whom or what, as a person reads it
	State      StepState   `json:"state"`
	Opens      *time.Time  `json:"opens"`
	BestBefore *time.Time  `json:"best_before"`
	Closes     *time.Time  `json:"closes"`
	Remind     []time.Time `json:"remind"`
	Because    string      `json:"because"`
	Practices  []string    `json:"practices"`
	Person     ID          `json:"person,omitempty"`
	Note       ID          `json:"note,omitempty"`
	Promise    ID          `json:"promise,omitempty"`
	Interview  ID          `json:"interview,omitempty"` // for a list over several interviews
}

// Verdict is the guard's answer.
type Verdict struct {
	Verdict     string     `json:"verdict"` // allow, hold or refuse
	Until       *time.Time `json:"until"`
	Because     string     `json:"because"`
	Practices   []string   `json:"practices"`
	MayOverride bool       `json:"may_override"`
	Heading     string     `json:"heading"` // the same, as the headline of a page
	Rule        int        `json:"rule"`    // the row of the guard that spoke
}

// The verdicts.
const (
	Allow  = "allow"
	Hold   = "hold"
	Refuse = "refuse"
)

// Try is what someone wants to send: the guard is asked about it.
type Try struct {
	Kind    NoteKind
	To      ID
	By      Channel
	Note    ID        // the note itself, when there is one: it does not count against itself
	Angry   bool      // the text reads as angry
	Changed time.Time // when the text was last changed
}
