package service

import (
	"time"

	"afterword"
)

// InterviewView is an interview as the contract prints it (section 7).
type InterviewView struct {
	ID          afterword.ID              `json:"id"`
	Application afterword.ID              `json:"application"`
	Kind        afterword.ApplicationKind `json:"kind"`
	Employer    string                    `json:"employer"`
	Role        string                    `json:"role"`
	Round       int                       `json:"round"`
	Start       *time.Time                `json:"start"`
	End         *time.Time                `json:"end"`
	EndAssumed  bool                      `json:"end_assumed"`
	Zone        string                    `json:"zone"`
	Location    string                    `json:"location"`
	Link        string                    `json:"link"`
	Agency      *PersonRef                `json:"agency"`
	People      []PersonInInterview       `json:"people"`
	Want        afterword.Want            `json:"want"`
	Channel     afterword.Channel         `json:"channel"`
	State       afterword.State           `json:"state"`
	Outcome     afterword.Outcome         `json:"outcome"`
	Version     int                       `json:"version"`
	Said        []string                  `json:"-"` // what was understood and should be said
}

// PersonRef names a person.
type PersonRef struct {
	ID    afterword.ID `json:"id"`
	Name  string       `json:"name"`
	Email string       `json:"email"`
}

// PersonInInterview is a person as the interview knows them.
type PersonInInterview struct {
	PersonRef
	Role  afterword.RoleKind `json:"role"`
	Phone string             `json:"phone"`
	Title string             `json:"title,omitempty"`
	Met   bool               `json:"met,omitempty"`
}

// NoteView is a note as the contract prints it, with its checks.
type NoteView struct {
	ID          afterword.ID        `json:"id"`
	Interview   afterword.ID        `json:"interview"`
	Kind        afterword.NoteKind  `json:"kind"`
	To          PersonRef           `json:"to"`
	Channel     afterword.Channel   `json:"channel"`
	Lang        string              `json:"lang"`
	Subject     string              `json:"subject"`
	Body        string              `json:"body"`
	Words       int                 `json:"words"`
	State       afterword.NoteState `json:"state"`
	KeepUntil   *time.Time          `json:"keep_until"`
	SentAt      *time.Time          `json:"sent_at"`
	Checks      []afterword.Check   `json:"checks"`
	OwnWords    *int                `json:"own_words"` // percent; null when it is not known
	Version     int                 `json:"version"`
	Application afterword.ID        `json:"application"`
	WrittenAt   time.Time           `json:"-"` // when the text was last changed, or the draft made
}

// LetterView is a note in a list of several employers: the drawer, the letters to the others.
type LetterView struct {
	NoteView
	Employer string
}

// FactView is a fact as the contract prints it; Says is one line for people.
type FactView struct {
	ID         afterword.ID       `json:"id"`
	Interview  afterword.ID       `json:"interview"`
	Kind       afterword.FactKind `json:"kind"`
	At         time.Time          `json:"at"`
	RecordedAt time.Time          `json:"recorded_at"`
	VoidedBy   afterword.ID       `json:"voided_by"`
	Detail     afterword.Detail   `json:"detail"`
	Says       string             `json:"says"`
	Promise    afterword.ID       `json:"promise,omitempty"` // the promise it opened or kept
	New        afterword.ID       `json:"new,omitempty"`     // the interview that a booked next round made
	MayUndo    bool               `json:"-"`
	NoteKind   afterword.NoteKind `json:"-"` // of the note it tells of
}

// PersonView is a person as the contract prints it.
type PersonView struct {
	ID    afterword.ID `json:"id"`
	Name  string       `json:"name"`
	Email string       `json:"email"`
	Phone string       `json:"phone"`
	Links []string     `json:"links"`
	Roles []PersonRole `json:"roles"`
	MetAt []MetAt      `json:"met_at"`

	Called    string         `json:"called,omitempty"`   // how they are greeted, when the name does not tell
	Register  string         `json:"register,omitempty"` // formal or first_name, when the setting is not for them
	Also      []string       `json:"also,omitempty"`     // the names of those who were merged into them
	Connected afterword.Date `json:"connected,omitzero"` // in touch elsewhere since (R96)
	Known     int            `json:"-"`                  // KnownMet and so on, in a Circle
}

// PersonRole is a role held in an application; a referee may have none.
type PersonRole struct {
	Application afterword.ID              `json:"application"`
	Kind        afterword.RoleKind        `json:"kind"`
	Employer    string                    `json:"employer,omitempty"`
	Title       string                    `json:"title,omitempty"`
	Pursuit     afterword.ApplicationKind `json:"-"` // of the application
}

// MetAt says where and when someone was met, and what became of the thanks.
type MetAt struct {
	Interview   afterword.ID   `json:"interview"`
	Employer    string         `json:"employer"`
	On          afterword.Date `json:"on"`
	TalkedAbout string         `json:"talked_about,omitempty"`
	Thanked     *time.Time     `json:"thanked,omitempty"`

	Thanks     afterword.StepState `json:"-"` // empty when they are not to be thanked
	Note       afterword.ID        `json:"-"`
	BestBefore time.Time           `json:"-"` // of the thanks
	Ended      bool                `json:"-"` // the application ended
}

// RefereeView is a referee with what they know.
type RefereeView struct {
	PersonView
	Agreed     afterword.Date `json:"agreed"` // the day on which they agreed to be named; empty when they were not asked
	ReplacedBy afterword.ID   `json:"replaced_by,omitempty"`
	Told       []RefereeTold  `json:"told"`
}

// RefereeTold is what a referee was told about one application.
type RefereeTold struct {
	Interview   afterword.ID `json:"interview"`
	Application afterword.ID `json:"application"`
	Employer    string       `json:"employer"`
	Points      []string     `json:"points"`
	HeadsUp     *time.Time   `json:"heads_up"`
	Thanked     *time.Time   `json:"thanked"`
	NotNeeded   bool         `json:"not_needed,omitempty"` // no longer, for this application
}

// TodayView is what is mine now, what waits and what comes (contract, section 7).
type TodayView struct {
	Now     *afterword.Step  `json:"now"`
	Waiting []LineView       `json:"waiting"`
	Coming  []LineView       `json:"coming"`
	Steps   []afterword.Step `json:"steps"`
	Says    string           `json:"says"`           // the sentence of the page
	Open    int              `json:"open"`           // applications that are open
	Done    []LineView       `json:"done,omitempty"` // closed lately
	NowAt   *LineView        `json:"now_at"`         // the interview of Now
}

// LineView is one interview in a list.
type LineView struct {
	Interview   afterword.ID      `json:"interview"`
	Application afterword.ID      `json:"application"`
	Employer    string            `json:"employer"`
	Role        string            `json:"role"`
	Round       int               `json:"round"`
	Start       *time.Time        `json:"start"`
	End         *time.Time        `json:"end"`
	Zone        string            `json:"zone"`
	State       afterword.State   `json:"state"`
	Outcome     afterword.Outcome `json:"outcome"`
	Says        string            `json:"says"`
	Until       afterword.Date    `json:"until"`
	AskFrom     *time.Time        `json:"ask_from"`
	Day         int               `json:"-"` // of the wait, for the thread: day Day of Days
	Days        int               `json:"-"`
	People      int               `json:"-"`
}
