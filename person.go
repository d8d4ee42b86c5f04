package afterword

import "time"

// Person is someone met or needed. A name alone will do.
type Person struct {
	ID         ID        `json:"id"`
	Name       string    `json:"name"`
	Email      string    `json:"email"`
	Phone      string    `json:"phone"`
	Links      []string  `json:"links"`
	Called     string    `json:"called"`      // how they are greeted, when the name alone does not tell: "Dr Okafor"
	Register   string    `json:"register"`    // formal, first_name or empty for the person's setting
	MergedInto ID        `json:"merged_into"` // the person this one turned out to be
	CreatedAt  time.Time `json:"created_at"`
	Version    int       `json:"version"`
}

// RoleKind is what a person is in one application.
type RoleKind string

// The roles of the contract, section 1.
const (
	Interviewer   RoleKind = "interviewer"
	HiringManager RoleKind = "hiring_manager"
	Coordinator   RoleKind = "coordinator" // in house
	Recruiter     RoleKind = "recruiter"   // at the agency
	FrontDesk     RoleKind = "front_desk"
	Referee       RoleKind = "referee"
	Insider       RoleKind = "insider"  // works there
	Advocate      RoleKind = "advocate" // knows the hiring manager
)

// RoleKinds are all of them.
func RoleKinds() []RoleKind {
	return []RoleKind{Interviewer, HiringManager, Coordinator, Recruiter, FrontDesk, Referee, Insider, Advocate}
}

// Role is a role held by a person in an application. A referee without an application speaks for
// the candidate everywhere.
type Role struct {
	Application ID       `json:"application"`
	Person      ID       `json:"person"`
	Kind        RoleKind `json:"kind"`
	Title       string   `json:"title"` // what it says on their card: "Head of Analytics"
}

// Points are what a referee was asked to stress for one application (R74): up to PointsLimit.
type Points struct {
	Person    ID       `json:"person"`
	Interview ID       `json:"interview"`
	Points    []string `json:"points"`
}

// PointsLimit is how many points a referee can keep in mind (ours).
const PointsLimit = 3
