package note

import (
	"strings"

	"afterword"
)

// table is what of the debrief belongs to this place, so that each letter of a sitting has its own
// points and no two say the same. A point is given to one person only; -1 is none.
type table struct {
	seat, seats           int // among those whose letters carry points
	could, unsaid, answer int
	ask                   []int
}

// tableOf spreads the points. Offers to help go from the first seat on, unsaid points begin where the
// offers end, unfinished answers after these, questions from the last seat back.
func tableOf(b Brief) table {
	t := table{could: -1, unsaid: -1, answer: -1}
	t.seat, t.seats = seatOf(b)
	if t.seat < 0 {
		return t
	}
	next := 0
	take := func(n int) int {
		at := (t.seat - next%t.seats + t.seats) % t.seats
		next += min(n, t.seats)
		if at < n {
			return at
		}
		return -1
	}
	t.could = take(len(couldItems(b.Debrief)))
	t.unsaid = take(len(b.Debrief.Unsaid))
	if more := moreToSay(b.Debrief); len(more) > 0 {
		if at := take(len(more)); at >= 0 {
			t.answer = more[at]
		}
	}
	back := t.seats - 1 - t.seat
	for i := back; i < len(b.Debrief.OwnQuestions) && len(t.ask) < questionsMost; i += t.seats {
		t.ask = append(t.ask, i)
	}
	return t
}

// seatOf counts only those whose letters carry points: not the front desk, nor who only arranged it.
func seatOf(b Brief) (seat, seats int) {
	if !carriesPoints(b.To) {
		return -1, 0
	}
	if len(b.Others) == 0 {
		return max(b.Seat, 0), max(b.Seats, b.Seat+1, 1)
	}
	for i, r := range b.Others {
		if !carriesPoints(r) {
			continue
		}
		seats++
		if i < b.Seat {
			seat++
		}
	}
	return seat, seats + 1
}

func carriesPoints(r Recipient) bool {
	switch r.Role {
	case afterword.FrontDesk, afterword.Recruiter:
		return false
	case afterword.Coordinator:
		return r.Line != ""
	}
	return true
}

// couldItems are the offers to help, one to a line or between semicolons.
func couldItems(d afterword.Debrief) []string {
	var items []string
	for _, s := range strings.FieldsFunc(d.CouldHelpWith, func(r rune) bool { return r == '\n' || r == ';' || r == '\r' }) {
		if tidy(s) != "" {
			items = append(items, s)
		}
	}
	return items
}

// moreToSay are the places of questions with more to say and a better answer written down.
func moreToSay(d afterword.Debrief) []int {
	var at []int
	for i, q := range d.Questions {
		if q.Felt == "more_to_say" && tidy(q.Better) != "" && tidy(q.Asked) != "" {
			at = append(at, i)
		}
	}
	return at
}
