package afterword

import (
	"errors"
	"fmt"
)

// Kind is one of the ways in which a request can end badly. Faces turn it into a status, an exit
// code or a page from one table; nothing else decides on the text.
type Kind int

// The closed set. The zero value is a fault of ours.
const (
	Internal     Kind = iota // a fault of ours
	InvalidInput             // the input is not valid
	NotFound                 // there is no such thing, or it is not yours
	Conflict                 // ask first, or someone changed it meanwhile
	Forbidden                // not allowed to you
	NotYet                   // the guard says not now
	Unavailable              // something outside did not answer
	Usage                    // the command itself was wrong
)

// Error is every error that a person may see. Msg is safe for people, lower case, without a full
// stop, and names the field; Err is for the log alone.
type Error struct {
	Kind       Kind
	Msg        string
	Hint       string   // the way out, when there is one
	Field      string   // the field or the line that is wrong
	Candidates []string // what an ambiguous name may mean
	Err        error
}

func (e *Error) Error() string {
	if e.Field != "" && e.Msg != "" {
		return e.Field + " " + e.Msg
	}
	if e.Msg == "" && e.Err != nil {
		return e.Err.Error()
	}
	return e.Msg
}

func (e *Error) Unwrap() error { return e.Err }

// WithHint adds the way out.
func (e *Error) WithHint(format string, a ...any) *Error {
	e.Hint = fmt.Sprintf(format, a...)
	return e
}

// Invalid is bad input in a field: Invalid("start", "%q is not a date", s).
func Invalid(field, format string, a ...any) *Error {
	return &Error{Kind: InvalidInput, Field: field, Msg: fmt.Sprintf(format, a...)}
}

// Errorf is an error of the given kind that belongs to no field.
func Errorf(k Kind, format string, a ...any) *Error {
	return &Error{Kind: k, Msg: fmt.Sprintf(format, a...)}
}

// KindOf is the kind of the first Error in the chain, Internal for any other.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}
