package afterword

import "time"

// FactKind is what happened.
type FactKind string

// What can happen. The news kinds are the words of `afterword news`.
const (
	// The round itself.
	Booked    FactKind = "booked"     // Start, End, Zone
	Moved     FactKind = "moved"      // news: Start, End, Zone; without a start it counts as called off
	Corrected FactKind = "corrected"  // Start, End, Zone as edited; only what changed
	Over      FactKind = "over"       // At is the end
	CalledOff FactKind = "called_off" // news
	NoShow    FactKind = "no_show"    // news: they did not appear

	// What the candidate did.
	WroteDown   FactKind = "wrote_down"   // Debrief; Begun
	LookedBack  FactKind = "looked_back"  // Debrief, or Skipped
	Decided     FactKind = "decided"      // Debrief with Want, Signs, OpenQuestions
	Promised    FactKind = "promised"     // What, Due
	Kept        FactKind = "kept"         // Promise
	WaitSet     FactKind = "wait_set"     // Until
	Approved    FactKind = "approved"     // Note
	KeptUntil   FactKind = "kept_until"   // Note, Until or no moment
	LetGo       FactKind = "let_go"       // Note: cancelled by the person
	Sent        FactKind = "sent"         // Note; At is when it went
	Skipped     FactKind = "skipped"      // Note or Step, Why
	PassedOn    FactKind = "passed_on"    // Note, To: sent through that person
	Overrode    FactKind = "overrode"     // Note, Why: the guard was overridden
	CardPrinted FactKind = "card_printed" // Note
	Connected   FactKind = "connected"    // Person: stays in touch elsewhere (R96)
	Told        FactKind = "told"         // Person: told outside the program, by phone for instance

	// News from outside.
	Wrote           FactKind = "wrote"     // NoAnswerNeeded
	Automatic       FactKind = "automatic" // answers nothing
	HeardNo         FactKind = "no"
	HeardOffer      FactKind = "offer" // Until: their deadline
	Accepted        FactKind = "accepted"
	Declined        FactKind = "declined"
	NextRound       FactKind = "next_round" // Until; a booked round is an interview of its own
	Delay           FactKind = "delay"      // Until
	DocumentsAsked  FactKind = "documents"  // Until, What: opens a promise
	ReferencesAsked FactKind = "references"
	Checked         FactKind = "checked" // the reference check is done
	FeedbackCame    FactKind = "feedback"
	AgencyYes       FactKind = "agency_yes"
	AgencyNo        FactKind = "agency_no"
	Submitted       FactKind = "submitted" // a task handed in; keeps its promise
	Stopped         FactKind = "stopped"   // they stopped the hiring
	Withdrew        FactKind = "withdrew"
	NoReply         FactKind = "no_reply" // put down
	Reopened        FactKind = "reopened"
	FeedbackOpened  FactKind = "feedback_opened"

	// Referees; these belong to no application unless one is named.
	RefereeAdded    FactKind = "referee_added"
	RefereeAgreed   FactKind = "referee_agreed"   // Until is the day
	RefereeReplaced FactKind = "referee_replaced" // Person is replaced by To
	NoLongerNeeded  FactKind = "no_longer_needed" // Person

	// Voided takes back another fact.
	Voided FactKind = "voided" // Voids
)

// NewsKinds are the words of `afterword news`, in the order of the contract.
func NewsKinds() []FactKind {
	return []FactKind{Wrote, Automatic, HeardNo, HeardOffer, Accepted, Declined, NextRound, Delay,
		DocumentsAsked, ReferencesAsked, Checked, FeedbackCame, AgencyYes, AgencyNo, Moved, CalledOff,
		NoShow, Submitted, Stopped, Withdrew, NoReply, Reopened}
}

// Fact is one thing that happened. Facts are only added; a mistake is voided by another fact.
type Fact struct {
	ID          ID        `json:"id"`
	Seq         int64     `json:"seq"` // the order in which facts were recorded
	Application ID        `json:"application"`
	Interview   ID        `json:"interview"`
	Kind        FactKind  `json:"kind"`
	At          time.Time `json:"at"`
	RecordedAt  time.Time `json:"recorded_at"`
	VoidedBy    ID        `json:"voided_by"`
	Detail      Detail    `json:"detail"`
}

// Detail is what is particular to a fact; each kind says which it uses.
type Detail struct {
	Start          time.Time `json:"start,omitzero"`
	End            time.Time `json:"end,omitzero"`
	Zone           string    `json:"zone,omitempty"` // IANA name; the wall time is kept in it
	Begun          time.Time `json:"begun,omitzero"` // when the debrief was begun
	Until          Date      `json:"until,omitzero"`
	UntilAt        time.Time `json:"until_at,omitzero"`
	Said           string    `json:"said,omitempty"` // their words, where the date comes from words
	By             Channel   `json:"by,omitempty"`
	From           ID        `json:"from,omitempty"`   // the person it came from
	Person         ID        `json:"person,omitempty"` // the person it is about
	To             ID        `json:"to,omitempty"`
	Note           ID        `json:"note,omitempty"`
	Version        int       `json:"version,omitempty"` // of the note that was approved
	Message        ID        `json:"message,omitempty"`
	Debrief        ID        `json:"debrief,omitempty"`
	Promise        ID        `json:"promise,omitempty"`
	Step           string    `json:"step,omitempty"`
	What           string    `json:"what,omitempty"`
	Due            Date      `json:"due,omitzero"`
	Why            string    `json:"why,omitempty"`
	Voids          ID        `json:"voids,omitempty"`
	NoAnswerNeeded bool      `json:"no_answer_needed,omitempty"`
	Skipped        bool      `json:"skipped,omitempty"`
}
