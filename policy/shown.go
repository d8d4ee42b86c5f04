package policy

// Some clocks are named outside as well: notes are fresh until DebriefBestBefore, a letter has a
// shorter form after ThanksGoodFor, and a line about being away matters for AvailableFor working days
// after the wait.
const (
	DebriefBestBefore = debriefBest
	ThanksBestBefore  = thanksBest
	ThanksGoodFor     = thanksGood
	AvailableFor      = availableFor
)
