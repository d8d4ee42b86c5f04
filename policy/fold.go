package policy

import (
	"time"

	"afterword"
)

type fold struct {
	Standing
	c    *afterword.Case
	r    Rules
	now  time.Time
	next time.Time
}

func newFold(c *afterword.Case, interview afterword.ID, r Rules, now time.Time) *fold {
	return &fold{c: c, r: r, now: now, Standing: Standing{Interview: interview}}
}

func (f *fold) plan() afterword.Plan                    { return afterword.Plan{} }
func (f *fold) may(try afterword.Try) afterword.Verdict { return afterword.Verdict{} }
func DefaultTo(c afterword.Case, interview afterword.ID, kind afterword.NoteKind) afterword.ID {
	return ""
}
func DefaultBy(c afterword.Case, interview afterword.ID, kind afterword.NoteKind, to afterword.ID) afterword.Channel {
	return ""
}
func NoteState(c afterword.Case, n afterword.Note, now time.Time) (state afterword.NoteState, keepUntil, sentAt time.Time) {
	return
}
func SameSitting(c afterword.Case, a, b afterword.ID, r Rules) bool    { return a == b }
func Starts(c afterword.Case, interview afterword.ID) time.Time        { return time.Time{} }
func Thin(plans []afterword.Plan, own *time.Location) []afterword.Plan { return plans }
func Shared(k afterword.StepKind) bool                                 { return false }
