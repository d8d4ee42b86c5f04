// Package testkit is what tests share: a clock that is set by hand, and a database on each engine.
//
// Read store.go first: Each runs a test on every engine there is. Only tests may import this package.
package testkit

import (
	"sync"
	"time"
)

// Clock is a clock that stands still until it is moved. It is safe for use by many goroutines.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock is a clock that shows the time t, written as RFC 3339. It panics when it is not one.
func NewClock(t string) *Clock {
	c := &Clock{}
	c.Set(t)
	return c
}

// Now is what the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set moves the clock to the time t, written as RFC 3339. It panics when it is not one.
func (c *Clock) Set(t string) {
	at, err := time.Parse(time.RFC3339, t)
	if err != nil {
		panic(err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = at
}

// Add moves the clock by d.
func (c *Clock) Add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}
