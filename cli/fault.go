package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/alecthomas/kong"

	"afterword"
)

// The exit codes of the contract, section 4.
const (
	exitDone     = 0
	exitFault    = 1
	exitUsage    = 2
	exitNotNow   = 3
	exitNotFound = 4
	exitInvalid  = 5
	exitAsks     = 6
	exitOutside  = 7
)

// exitCode is the one table from kinds of errors to exit codes.
func exitCode(k afterword.Kind) int {
	switch k {
	case afterword.InvalidInput:
		return exitInvalid
	case afterword.NotFound:
		return exitNotFound
	case afterword.Conflict:
		return exitAsks
	case afterword.NotYet, afterword.Forbidden:
		return exitNotNow
	case afterword.Unavailable:
		return exitOutside
	case afterword.Usage:
		return exitUsage
	}
	return exitFault
}

// told is an exit code whose reason the person has read already.
type told int

func (t told) Error() string { return "" }

// complain tells a person what went wrong, and gives the exit code.
func complain(w io.Writer, command string, err error) int {
	var quiet told
	var known *afterword.Error
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &quiet):
		return int(quiet)
	case errors.Is(err, context.Canceled):
		say(w, "afterword: %s: stopped", command)
		return exitFault
	case !errors.As(err, &known):
		say(w, "afterword: %s: %s", command, err)
		say(w, "afterword: hint: this is a fault of ours; nothing was changed")
		return exitFault
	}
	say(w, "afterword: %s: %s", command, known.Error())
	if known.Kind == afterword.Internal && known.Err != nil && known.Msg != "" {
		say(w, "afterword: because: %s", known.Err)
	}
	if known.Hint != "" {
		say(w, "afterword: hint: %s", known.Hint)
	}
	for _, c := range known.Candidates {
		if !strings.Contains(known.Hint, c) {
			say(w, "afterword: hint: it may be %s", c)
		}
	}
	return exitCode(known.Kind)
}

// usage tells what was wrong with the command itself.
func usage(w io.Writer, err error) int {
	name := ""
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context != nil {
		name = commandName(parse.Context)
	}
	msg := strings.NewReplacer("expected \"<", "there is no <", "> ...\"", ">", ">\"", ">").Replace(err.Error())
	var known *afterword.Error
	if errors.As(err, &known) { // kong puts the command before it
		msg = known.Error()
	}
	if name != "" {
		say(w, "afterword: %s: %s", name, strings.TrimPrefix(msg, name+": "))
	} else {
		say(w, "afterword: %s", msg)
	}
	say(w, "afterword: hint: `afterword %s` says how it is used", strings.TrimSpace(name+" --help"))
	return exitUsage
}

// say writes one line for people. That it cannot be written is nothing anyone could be told.
func say(w io.Writer, format string, a ...any) { _, _ = fmt.Fprintf(w, format+"\n", a...) }

// misused is an error of usage that the grammar alone cannot find.
func misused(format string, a ...any) error {
	return afterword.Errorf(afterword.Usage, format, a...)
}

// fileError puts what the system says of a file into words.
func fileError(name string, err error) error {
	e := &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Kind, e.Msg, e.Hint = afterword.NotFound, fmt.Sprintf("%q is not there", name), "check the name and the folder"
	case errors.Is(err, fs.ErrExist):
		e.Kind, e.Msg, e.Hint = afterword.Conflict, fmt.Sprintf("%q is there already", name), "choose another name"
	case errors.Is(err, fs.ErrPermission):
		e.Msg = fmt.Sprintf("%q may not be opened", name)
	default:
		e.Msg = fmt.Sprintf("%q cannot be used: %s", name, reason(err))
	}
	return e
}

// reason is what the system said, without its own name for the operation.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
