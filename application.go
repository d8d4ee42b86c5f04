package afterword

import "time"

// ApplicationKind says how the employer stands to the candidate.
type ApplicationKind string

// The kinds of the contract, section 1.
const (
	New          ApplicationKind = "new"
	InternalMove ApplicationKind = "internal"     // own employer
	Confidential ApplicationKind = "confidential" // the agency hides the employer's name
)

// Application is one pursuit of one role at one employer. Its rounds share people, wait and outcome.
type Application struct {
	ID        ID              `json:"id"`
	Kind      ApplicationKind `json:"kind"`
	Employer  string          `json:"employer"`
	Role      string          `json:"role"`
	Region    string          `json:"region"`  // of the employer; empty is the person's own
	Agency    ID              `json:"agency"`  // the person at the agency, empty without one
	Contact   ID              `json:"contact"` // the person who invited, empty when not known
	CreatedAt time.Time       `json:"created_at"`
	Version   int             `json:"version"`
}

// Outcome is how an application stands with the employer.
type Outcome string

// The outcomes of the contract, section 6; empty is none yet.
const (
	NoOutcome        Outcome = ""
	OutcomeNo        Outcome = "no"
	OutcomeOffer     Outcome = "offer"
	OutcomeAccepted  Outcome = "accepted"
	OutcomeDeclined  Outcome = "declined"
	OutcomeNextRound Outcome = "next_round"
	OutcomeWithdrew  Outcome = "withdrew"
	OutcomeStopped   Outcome = "stopped"
	OutcomeCalledOff Outcome = "called_off"
	OutcomeNoShow    Outcome = "no_show"
	OutcomeNoReply   Outcome = "no_reply"
)

// Ends says that an application with this outcome is over. An offer, a next round, a call-off and a
// no-show leave it open.
func (o Outcome) Ends() bool {
	switch o {
	case OutcomeNo, OutcomeAccepted, OutcomeDeclined, OutcomeWithdrew, OutcomeStopped, OutcomeNoReply:
		return true
	}
	return false
}
