package policy

// Some clocks are named outside as well: a letter has a shorter form after ThanksGoodFor, and a line
// about being away matters for AvailableFor working days after the wait.
const (
	ThanksBestBefore = thanksBest
	ThanksGoodFor    = thanksGood
	AvailableFor     = availableFor
)
