// Package when turns an employer's words into dates, and knows which days are worked.
//
// Read Read first: it finds what a text promises to the candidate ("you will hear within two weeks")
// and leaves out what it does not ("send us dates within two weeks"). Calendar counts working days.
//
// The package never asks the clock: the day on which the words were said is an argument. It reads
// English, it does not guess a date where none is named, and it counts no holiday it is not sure of.
package when

import (
	"time"

	afterword "afterword"
)

// Options are what the words cannot say themselves.
type Options struct {
	Calendar Calendar  // decides what "5 working days" and "24 hours" are
	Region   string    // ISO 3166; decides whether 12/04 is in April or in December; default the calendar's
	At       time.Time // the moment the words were said, when it is known, for times of day
}

// maxFound is how many stretches of time are judged in a text; a letter has a few.
const maxFound = 200

// Read finds what a text promises to the candidate, in the order of the text. from is the day on
// which the words were said, in the interview's zone. Only the first 64 KiB of a text are read.
func Read(text string, from afterword.Date, opt Options) []afterword.Window {
	toks, ends := tokens(text)
	r := &reader{toks: toks, from: from, opt: opt}
	var windows []afterword.Window
	before, judged := unsaid, 0
	for _, end := range ends {
		r.begin, r.end = r.end, end
		s := r.sentence(before)
		var last *placed
		for _, f := range s.found {
			if judged++; judged > maxFound {
				return windows
			}
			if s.judge(f) != promised || !r.ahead(f) {
				continue
			}
			if last != nil && r.restates(last.found, f.found) {
				windows = windows[:len(windows)-1]
			}
			windows, last = append(windows, r.window(f.found, text)), &f
		}
		before = s.mood()
	}
	return windows
}

// ahead says that the stretch ends today or later, and not after years: "in the next decade" is no
// promise.
func (r *reader) ahead(f placed) bool {
	return !f.last.Before(r.from) && f.last.Before(r.from.AddMonths(36))
}

// Promise is the one window that counts: of several, the one with the latest last day. ok is false
// when nothing is promised that can be read.
func Promise(text string, from afterword.Date, opt Options) (afterword.Window, bool) {
	var best afterword.Window
	ok := false
	for _, w := range Read(text, from, opt) {
		if !ok || w.WaitUntil.After(best.WaitUntil) {
			best, ok = w, true
		}
	}
	return best, ok
}
