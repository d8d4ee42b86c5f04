package afterword

import "time"

// Interview is one round of an application. When it is, and that it was moved, called off or ran
// over, are facts (Booked, Moved, Over, CalledOff); only what was written of it is here.
type Interview struct {
	ID          ID        `json:"id"`
	Application ID        `json:"application"`
	UID         string    `json:"uid"`      // of the invitation, RFC 5545 3.8.4.7
	Sequence    int       `json:"sequence"` // of the invitation, RFC 5545 3.8.7.4
	Summary     string    `json:"summary"`  // of the invitation
	Subject     string    `json:"subject"`  // of the mail that held it: an answer stays in its thread
	Location    string    `json:"location"`
	Link        string    `json:"link"`    // the video call
	Invited     []ID      `json:"invited"` // people named beforehand, the candidate left out
	CreatedAt   time.Time `json:"created_at"`
	Version     int       `json:"version"`
}

// Channel is a way to reach someone, or the way that was agreed.
type Channel string

// The channels of the contract. Any means that they do not mind; empty that nothing was agreed.
const (
	NoChannel   Channel = ""
	Email       Channel = "email"
	Phone       Channel = "phone"
	MessageText Channel = "message" // SMS, WhatsApp, LinkedIn and the like
	Portal      Channel = "portal"
	Post        Channel = "post"
	ViaAgency   Channel = "agency"
	AnyChannel  Channel = "any"
)

// Carries says that a note can go by this channel.
func (c Channel) Carries() bool {
	switch c {
	case Email, Phone, MessageText, Portal, Post, ViaAgency:
		return true
	}
	return false
}

// Want is whether the candidate still wants the job.
type Want string

// The wants of the contract; empty counts as unsure.
const (
	WantUnsaid Want = ""
	WantStill  Want = "still"
	WantUnsure Want = "unsure"
	WantNo     Want = "no"
)
