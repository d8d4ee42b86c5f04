package ics

import (
	"regexp"
	"sync"
)

// pattern compiles at its first use: most runs of the program need none, and its start waits for none.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
