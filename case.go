package afterword

import "time"

// Case is everything the rules need to know of one application. It is plain data: the same case and
// the same now give the same plan.
type Case struct {
	Settings    Settings
	Application Application
	Interviews  []Interview // every round, in the order in which they were added
	People      map[ID]Person
	Roles       []Role // held in this application, and referees for all
	Points      []Points
	Facts       []Fact // of this application, and of none (referees); in order of Seq, voided ones too
	Debriefs    map[ID]Debrief
	Notes       []Note
	Away        []Away
	Elsewhere   Elsewhere
	Unreadable  string // what could not be read; the guard holds everything then
}

// Elsewhere is what the rules need to know of the person's other applications.
type Elsewhere struct {
	Accepted        time.Time // an offer accepted in another application
	LastMove        time.Time // the newest thing that happened in any application
	EmployerContact time.Time // the newest contact with this employer in another application
	Open            int       // how many others are open
}
