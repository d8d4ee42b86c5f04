package store

import (
	"context"
	"time"

	"afterword"
)

// Tx is one transaction, bound to one account, with one fixed now. It is for one goroutine.
type Tx struct{}

// Read runs fn on one consistent state of the account's data.
func (db *DB) Read(ctx context.Context, account afterword.ID, fn func(*Tx) error) error {
	panic("soon")
}

// Write runs fn in one transaction: all of it is stored, durably, or nothing. fn may be called again
// when the engine asks for it, so it must change nothing outside.
func (db *DB) Write(ctx context.Context, account afterword.ID, fn func(*Tx) error) error {
	panic("soon")
}

// Now is the moment of the transaction, UTC, in microseconds.
func (tx *Tx) Now() time.Time { panic("soon") }

func (tx *Tx) Account() (afterword.Account, error)                                { panic("soon") } // NotFound before the first SaveAccount
func (tx *Tx) SaveAccount(a *afterword.Account) error                             { panic("soon") } // Version 0 creates
func (tx *Tx) CreateApplication(a *afterword.Application) error                   { panic("soon") }
func (tx *Tx) UpdateApplication(a *afterword.Application) error                   { panic("soon") }
func (tx *Tx) Application(id afterword.ID) (afterword.Application, error)         { panic("soon") }
func (tx *Tx) Applications() ([]afterword.Application, error)                     { panic("soon") }
func (tx *Tx) DeleteApplication(id afterword.ID) error                            { panic("soon") }
func (tx *Tx) CreateInterview(i *afterword.Interview) error                       { panic("soon") }
func (tx *Tx) UpdateInterview(i *afterword.Interview) error                       { panic("soon") }
func (tx *Tx) Interview(id afterword.ID) (afterword.Interview, error)             { panic("soon") }
func (tx *Tx) InterviewsByUID(uid string) ([]afterword.Interview, error)          { panic("soon") }
func (tx *Tx) Interviews(application afterword.ID) ([]afterword.Interview, error) { panic("soon") }
func (tx *Tx) AllInterviews() ([]afterword.Interview, error)                      { panic("soon") }
func (tx *Tx) DeleteInterview(id afterword.ID) error                              { panic("soon") }
func (tx *Tx) CreatePerson(p *afterword.Person) error                             { panic("soon") }
func (tx *Tx) UpdatePerson(p *afterword.Person) error                             { panic("soon") }
func (tx *Tx) Person(id afterword.ID) (afterword.Person, error)                   { panic("soon") }
func (tx *Tx) People() ([]afterword.Person, error)                                { panic("soon") } // by name
func (tx *Tx) DeletePerson(id afterword.ID) error                                 { panic("soon") } // with their roles and points
func (tx *Tx) SaveRole(r afterword.Role) error                                    { panic("soon") }
func (tx *Tx) DeleteRole(r afterword.Role) error                                  { panic("soon") } // the title does not matter
func (tx *Tx) Roles(application afterword.ID) ([]afterword.Role, error)           { panic("soon") } // "" are the referees for all
func (tx *Tx) AllRoles() ([]afterword.Role, error)                                { panic("soon") }
func (tx *Tx) SavePoints(p afterword.Points) error                                { panic("soon") } // no points removes
func (tx *Tx) Points(interview afterword.ID) ([]afterword.Points, error)          { panic("soon") }
func (tx *Tx) CreateNote(n *afterword.Note) error                                 { panic("soon") }
func (tx *Tx) UpdateNote(n *afterword.Note) error                                 { panic("soon") }
func (tx *Tx) Note(id afterword.ID) (afterword.Note, error)                       { panic("soon") }
func (tx *Tx) Notes(application afterword.ID) ([]afterword.Note, error)           { panic("soon") }
func (tx *Tx) DeleteNote(id afterword.ID) error                                   { panic("soon") }

// SaveDebrief keeps a debrief; version 0 creates it as version 1, any other must be the stored one.
func (tx *Tx) SaveDebrief(id, interview afterword.ID, d afterword.Debrief, version int) error {
	panic("soon")
}

// Debrief is the debrief with that id, and its version.
func (tx *Tx) Debrief(id afterword.ID) (d afterword.Debrief, version int, err error) { panic("soon") }

func (tx *Tx) CreateMessage(m *afterword.Message) error                     { panic("soon") }
func (tx *Tx) Message(id afterword.ID) (afterword.Message, error)           { panic("soon") }
func (tx *Tx) Messages(interview afterword.ID) ([]afterword.Message, error) { panic("soon") }
func (tx *Tx) SaveAway(a afterword.Away) error                              { panic("soon") }
func (tx *Tx) DeleteAway(id afterword.ID) error                             { panic("soon") }
func (tx *Tx) AwayList() ([]afterword.Away, error)                          { panic("soon") } // by From
func (tx *Tx) AddFact(f *afterword.Fact) error                              { panic("soon") } // sets Seq, and RecordedAt when zero
func (tx *Tx) Fact(id afterword.ID) (afterword.Fact, error)                 { panic("soon") }
func (tx *Tx) Facts(application afterword.ID) ([]afterword.Fact, error)     { panic("soon") } // by Seq; "" are those of no application
func (tx *Tx) FactsSince(seq int64) ([]afterword.Fact, error)               { panic("soon") } // after seq, of the whole account

// Case is everything the rules need to know of one application. Debriefs are keyed by their own id,
// which the facts name; Elsewhere is left to the service.
func (tx *Tx) Case(application afterword.ID) (afterword.Case, error) { panic("soon") }

// Cases is Case for many, in the same number of queries.
func (tx *Tx) Cases(applications []afterword.ID) (map[afterword.ID]afterword.Case, error) {
	panic("soon")
}

// EraseAccount removes everything that the account holds, and the account.
func (tx *Tx) EraseAccount() error { panic("soon") }

// Line is what lists show of an interview. It is a cache of what the rules say of its case.
type Line struct {
	Interview, Application afterword.ID
	Employer, Role         string
	Round                  int
	Start, End             time.Time
	Zone                   string
	State                  afterword.State
	Outcome                afterword.Outcome
	Says                   string
	Until                  afterword.Date
	AskFrom                time.Time
	Open, Mine             bool
	NextChange             time.Time // when it must be computed again; zero for never
	Sort                   string    // the order of lists, compared byte by byte
	Plan                   []byte    // JSON of the steps that are open, for Today
}

// LineFilter chooses lines; its zero value chooses all.
type LineFilter struct {
	Open, Mine  *bool
	States      []afterword.State
	Application afterword.ID
	After       string // Key of the last line of the page before
	Limit       int    // 0 is no limit
}

// Key is where the line stands in the order of lists.
func (l Line) Key() string { panic("soon") }

func (tx *Tx) SaveLines(application afterword.ID, lines []Line) error { panic("soon") } // replaces all of that application
func (tx *Tx) Lines(f LineFilter) ([]Line, error)                     { panic("soon") } // by Sort, then Interview
func (tx *Tx) Line(interview afterword.ID) (Line, error)              { panic("soon") }
func (tx *Tx) StaleLines(now time.Time) ([]afterword.ID, error)       { panic("soon") } // applications whose NextChange has come

// Hit is something found. The store keeps the index itself when it saves what can be found.
type Hit struct {
	Kind        string       // question, debrief, note, person, application or message
	ID          afterword.ID // of the debrief, note, person, application or message
	Application afterword.ID
	Interview   afterword.ID
	Text        string // what was found, whole
	At          time.Time
}

func (tx *Tx) Search(words string, limit int) ([]Hit, error) { panic("soon") }

// Session is a browser that is signed in. Hash is that of its token; the token itself is never kept.
type Session struct {
	Hash      string
	Agent     string // what the browser says it is
	CreatedAt time.Time
	SeenAt    time.Time
	Until     time.Time
}

func (tx *Tx) SaveSession(s Session) error                  { panic("soon") } // adds or replaces
func (tx *Tx) Session(hash string) (Session, error)         { panic("soon") } // NotFound when over
func (tx *Tx) Sessions() ([]Session, error)                 { panic("soon") }
func (tx *Tx) DeleteSession(hash string) error              { panic("soon") }
func (tx *Tx) SaveLogin(hash string, until time.Time) error { panic("soon") } // a link that signs in once
func (tx *Tx) UseLogin(hash string) error                   { panic("soon") } // NotFound when unknown, used or over
func (tx *Tx) SaveFeed(hash string) error                   { panic("soon") } // the calendar feed's token; replaces the one before
func (tx *Tx) DeleteFeed() error                            { panic("soon") }
func (tx *Tx) Feed(hash string) error                       { panic("soon") } // NotFound when it is not the token

// Once tells whether a form with this key was taken before, and with what result.
func (tx *Tx) Once(key string) (already bool, result string, err error) { panic("soon") }

// SaveOnce remembers that a form was taken. Conflict when it was taken already.
func (tx *Tx) SaveOnce(key, result string) error { panic("soon") }

// Meta is a value kept for the whole folder, empty when it was never set.
func (tx *Tx) Meta(key string) (string, error) { panic("soon") }
func (tx *Tx) SetMeta(key, value string) error { panic("soon") }

// Dump is everything of an account, one array per noun, in a stable order. Caches, sessions and
// tokens are left out.
type Dump struct {
	Account      afterword.Account       `json:"account"`
	Applications []afterword.Application `json:"applications"`
	Interviews   []afterword.Interview   `json:"interviews"`
	People       []afterword.Person      `json:"people"`
	Roles        []afterword.Role        `json:"roles"`
	Points       []afterword.Points      `json:"points"`
	Notes        []afterword.Note        `json:"notes"`
	Debriefs     []KeptDebrief           `json:"debriefs"`
	Messages     []afterword.Message     `json:"messages"`
	Away         []afterword.Away        `json:"away"`
	Facts        []afterword.Fact        `json:"facts"`
}

// KeptDebrief is a debrief as it is stored.
type KeptDebrief struct {
	ID        afterword.ID      `json:"id"`
	Interview afterword.ID      `json:"interview"`
	Begun     time.Time         `json:"begun,omitzero"`
	Debrief   afterword.Debrief `json:"debrief"`
	Version   int               `json:"version"`
}

func (tx *Tx) Dump() (Dump, error) { panic("soon") }

// Load puts a dump into an account that is empty; Conflict when it is not.
func (tx *Tx) Load(d Dump) error { panic("soon") }
