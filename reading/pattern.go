package reading

import (
	"regexp"
	"sync"

	"afterword/when"
)

// pattern compiles at its first use: most runs of the program need none, and its start waits for none.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// phrasing is a pattern that is tried on every sentence of a mail: it knows what to look for first.
func phrasing(expr string) func() when.Phrasing {
	return sync.OnceValue(func() when.Phrasing { return when.NewPhrasing(expr) })
}
