package reading

import (
	"regexp"
	"sync"
)

// later is a pattern of the statements: it compiles at its first use, as pattern does, and is used
// like one that was compiled.
type later struct{ re func() *regexp.Regexp }

func lazily(expr string) later {
	return later{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
}
