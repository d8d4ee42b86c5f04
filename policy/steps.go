package policy

import (
	"slices"
	"strings"
	"time"

	"afterword"
)

// draft is a step while it is made; zero times are not known.
type draft struct {
	id        string
	kind      afterword.StepKind
	about     string
	state     afterword.StepState
	opens     time.Time
	best      time.Time
	closes    time.Time
	because   string
	practices []string
	person    afterword.ID
	note      afterword.ID
	promise   afterword.ID

	nudges  [2]time.Time // wished reminders, before quiet hours and the limit of one a day
	nudged  int
	free    time.Time // a reminder that the limit does not count
	settled time.Time // when it was settled: reminders before that were given
}

func (d *draft) nudge(t time.Time) {
	d.nudges[d.nudged] = t
	d.nudged++
}

// steps is the plan while it is made. Times lie in one array, so that a plan needs few allocations.
type steps struct {
	list  []afterword.Step
	times []time.Time
	wish  []wish
}

// stepsRoom and timesRoom are enough for a usual plan; more only costs an allocation.
const (
	stepsRoom = 12
	timesRoom = 40
)

func (s *steps) time(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	if len(s.times) == cap(s.times) {
		s.times = make([]time.Time, 0, timesRoom) // pointers into the old array stay good
	}
	s.times = append(s.times, t.UTC())
	return &s.times[len(s.times)-1]
}

// add puts a step into the plan.
func (f *fold) add(d draft) {
	s := &f.steps
	if s.list == nil {
		s.list = make([]afterword.Step, 0, stepsRoom)
		s.wish = make([]wish, 0, stepsRoom)
	}
	f.wishes(len(s.list), &d)
	s.list = append(s.list, afterword.Step{ID: d.id, Kind: d.kind, About: d.about, State: d.state, Opens: s.time(d.opens),
		BestBefore: s.time(d.best), Closes: s.time(d.closes), Because: d.because, Practices: d.practices,
		Person: d.person, Note: d.note, Promise: d.promise})
}

// Shared says that steps of a kind belong to the application: they are the same in the plan of every
// round. Lists over several rounds show them once.
func Shared(k afterword.StepKind) bool {
	switch k {
	case afterword.StepPocketCard, afterword.StepDebrief, afterword.StepLookBack, afterword.StepAgencyThanks,
		afterword.StepThankYou, afterword.StepPromise, afterword.StepReplyOwed, afterword.StepNextRound:
		return false
	}
	return true
}

func sharedID(id string) bool {
	kind, _, _ := strings.Cut(id, ":")
	return Shared(afterword.StepKind(kind))
}

// importance is the order of steps that press equally.
var importance = [...]afterword.StepKind{
	afterword.StepReplyOwed, afterword.StepPromise, afterword.StepDebrief, afterword.StepAnswerOffer, afterword.StepAnswerNo,
	afterword.StepAgencyThanks, afterword.StepThankYou, afterword.StepWithdraw, afterword.StepFollowUp,
	afterword.StepRefereeHeadsUp, afterword.StepPocketCard, afterword.StepLookBack, afterword.StepAskFeedback,
	afterword.StepRefereeThanks, afterword.StepNextRound, afterword.StepClose, afterword.StepStayAvailable,
	afterword.StepAskWord, afterword.StepAskInsider, afterword.StepStayInTouch, afterword.StepDecide, afterword.StepKeepGoing,
}

// urgency is what a plan is put in order by: what is open first, by when it is best done; then what is
// held, what comes later, and what is behind.
type urgency struct {
	best  time.Time // of what is open; zero is never
	turn  int
	kind  int
	place int
}

func urgencyOf(s *afterword.Step, place int) urgency {
	u := urgency{turn: turn(s.State), kind: slices.Index(importance[:], s.Kind), place: place}
	// Telling referees that nobody knows of does not press.
	if s.State == afterword.StepOpen && s.BestBefore != nil && (s.Kind != afterword.StepRefereeHeadsUp || s.Person != "") {
		u.best = *s.BestBefore
	}
	return u
}

func (u urgency) compare(v urgency) int {
	switch {
	case u.turn != v.turn:
		return u.turn - v.turn
	case u.best.IsZero() != v.best.IsZero():
		if u.best.IsZero() {
			return 1
		}
		return -1
	case !u.best.Equal(v.best):
		return u.best.Compare(v.best)
	case u.kind != v.kind:
		return u.kind - v.kind
	}
	return u.place - v.place
}

// byUrgency puts the steps in order. Steps are large, so keys are sorted and each step moves once.
func byUrgency(list []afterword.Step) {
	var room [stepsRoom]urgency
	keys := room[:0]
	for i := range list {
		keys = append(keys, urgencyOf(&list[i], i))
	}
	slices.SortFunc(keys, urgency.compare)
	for i := range keys {
		from := keys[i].place
		if from == i || from < 0 {
			continue
		}
		moved, to := list[i], i
		for from != i {
			list[to] = list[from]
			keys[to].place = -1
			to, from = from, keys[from].place
		}
		list[to] = moved
		keys[to].place = -1
	}
}

func turn(s afterword.StepState) int {
	switch s {
	case afterword.StepOpen:
		return 0
	case afterword.StepHeld:
		return 1
	case afterword.StepLater:
		return 2
	}
	return 3
}
