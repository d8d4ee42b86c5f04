package policy

import (
	"time"

	"afterword"
)

// Standing is everything that the facts of an application say at a moment, as seen from one
// interview. It is what service and faces need folded, so that nobody folds twice.
type Standing struct {
	Interview afterword.ID

	// The round asked about.
	Start      time.Time // zero when it is not known
	PlannedEnd time.Time // the planned end, or an hour after the start
	RoundEnd   time.Time // when it ended or will: what was said, else the planned end
	EndAssumed bool      // no end was stated, an hour was taken
	Zone       string    // IANA name of the latest that has one, else of the own zone
	Location   *time.Location
	CalledOff  bool // called off, or nobody came, and no new date yet
	NoShow     bool // nobody came

	// The sitting that the round belongs to: the rounds of one day.
	Sitting    []afterword.ID // its rounds in the order of their times
	E          time.Time      // the end of its last round; zero when it has no date
	HasDebrief bool
	WrittenAt  time.Time // when the first debrief of the sitting was recorded
	Debrief    afterword.Debrief
	Met        []MetPerson // whom the candidate met, merged people once
	ToThank    []Thank     // whom to thank, the agency's people first

	// The application.
	Rounds     []Round           // every round in the order of its times, called off ones too
	Outcome    afterword.Outcome // the newest, as for the plan
	OutcomeAt  time.Time
	Ended      bool // the application ended
	Known      bool // an outcome is known: it ended, or there is an offer
	Want       afterword.Want
	WantAt     time.Time
	Channel    afterword.Channel // as agreed, newest first
	AgencyCase bool
	Agency     afterword.ID // the person at the agency
	Permission Permission   // whether the agency lets the candidate write to the employer
	Contact    afterword.ID // who invited
	Promises   []afterword.Promise
	Messages   []Message       // what came from the employer, the agency or a referee, oldest first
	Wait       *afterword.Wait // of the application: W and A; nil before the first end
	WaitSince  time.Time       // what the wait is counted from happened then
	AskedAt    time.Time       // when the one question went, while it is unanswered
	AskedNote  afterword.ID
	Referees   []RefereeStanding
	Notes      map[afterword.ID]NoteStanding
	Unreadable string
}

// Round is one interview with its times.
type Round struct {
	Interview  afterword.ID
	Number     int // 1 for the first
	Start      time.Time
	PlannedEnd time.Time
	End        time.Time // E of this round alone
	EndAssumed bool
	Zone       string
	Location   *time.Location
	CalledOff  bool // or nobody came
	NoShow     bool
	Unbooked   bool // what booked it was taken back: it is as if it had never been noted
}

// MetPerson is someone the candidate met in a sitting, with the line that was kept about them.
type MetPerson struct {
	Person      afterword.ID
	TalkedAbout string
}

// Thank is someone to thank for a sitting.
type Thank struct {
	Person      afterword.ID
	Agency      bool   // by agency_thanks
	PassOn      bool   // nobody was named: this goes to who invited, to be passed on
	Withdrawal  bool   // the withdrawal carries the thanks
	TalkedAbout string // what was kept about them
	Asks        bool   // agency_thanks: it asks whether the candidate may write to the others
	State       afterword.StepState
	Note        afterword.ID
}

// Permission is what the agency said about writing to the employer.
type Permission string

// The permissions; Asked is once the agency has the candidate's thanks, which ask for it.
const (
	NotAsked Permission = ""
	Asked    Permission = "asked"
	Yes      Permission = "yes"
	No       Permission = "no"
)

// Message is something that came in.
type Message struct {
	Fact      afterword.ID
	Interview afterword.ID
	Kind      afterword.FactKind
	At        time.Time
	From      afterword.ID
	By        afterword.Channel
	Referee   bool // it came from a referee: it answers nothing
	Owed      bool // it opened the reply clock
	Replied   bool // a reply to it went
	Met       bool // what it asked for was sent
	RepliedAt time.Time
}

// RefereeStanding is a referee as this application knows them.
type RefereeStanding struct {
	Person     afterword.ID
	Agreed     bool
	AgreedOn   afterword.Date
	ReplacedBy afterword.ID
	Told       time.Time // when the heads-up went; zero when it did not
	Thanked    time.Time
}

// NoteStanding is what became of a note.
type NoteStanding struct {
	State     afterword.NoteState
	KeepUntil time.Time // zero when no moment is known
	SentAt    time.Time // when it went, or was passed on
}
