package afterword

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// Promise is something the candidate owes by a date. It is folded from facts and debriefs.
type Promise struct {
	ID        ID        `json:"id"`
	Interview ID        `json:"interview"`
	What      string    `json:"what"`
	Due       time.Time `json:"due"`           // the last moment of the due day, or 24 hours after the end
	Dated     Date      `json:"dated"`         // the day that was named, none when it was left open
	Kept      time.Time `json:"kept,omitzero"` // zero while it is open
	TheyAsked bool      `json:"they_asked"`    // documents that they asked for
}

// PromiseID is the same for the same words in the same application: promises are matched by what
// they are, whatever the case and the spaces.
func PromiseID(application ID, what string) ID {
	sum := sha256.Sum256([]byte(string(application) + "\x00" + strings.ToLower(strings.Join(strings.Fields(what), " "))))
	return ID("p" + hex.EncodeToString(sum[:])[:19])
}
