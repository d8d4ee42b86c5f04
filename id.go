package afterword

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
)

// ID names a thing. It is opaque: 96 random bits in lower-case base 32, twenty letters and digits.
type ID string

var idEncoding = base32.NewEncoding("abcdefghijkmnpqrstuvwxyz23456789").WithPadding(base32.NoPadding)

// NewID draws an id that no one can guess.
func NewID() ID {
	var b [12]byte
	_, _ = rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	return ID(idEncoding.EncodeToString(b[:]))
}

// LooksLikeID says that s has the form of an ID, so that a name is never taken for one.
func LooksLikeID(s string) bool {
	return len(s) == 20 && strings.Trim(s, "abcdefghijkmnpqrstuvwxyz23456789") == ""
}
