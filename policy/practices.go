package policy

// What each clock and each row of the guard follows: rows of the practices.
var (
	practicesCard          = []string{"R01", "R02", "R03", "R04", "R05"}
	practicesDebrief       = []string{"R09", "R10", "R12"}
	practicesLookBack      = []string{"R20", "R21", "R22", "R24"}
	practicesThanks        = []string{"R27", "R28", "R29"}
	practicesPassOn        = []string{"R27", "R45"}
	practicesHeld          = []string{"R27", "R51"}
	practicesAgencyThanks  = []string{"R50", "R51"}
	practicesPromise       = []string{"R54", "R56"}
	practicesReply         = []string{"R55"}
	practicesHeadsUp       = []string{"R72", "R73", "R74", "R76"}
	practicesConsent       = []string{"R71"}
	practicesRefereeThanks = []string{"R77"}
	practicesAskWord       = []string{"R78"}
	practicesAskInsider    = []string{"R79"}
	practicesDecide        = []string{"R80", "R81", "R82", "R84"}
	practicesKeepGoing     = []string{"R85", "R87", "R88"}
	practicesAvailable     = []string{"R89"}
	practicesFollowUp      = []string{"R61", "R62", "R63"}
	practicesGuessed       = []string{"R61", "R63", "R65"}
	practicesClose         = []string{"R69", "R98"}
	practicesAnswerNo      = []string{"R92", "R93", "R95"}
	practicesAnswerOffer   = []string{"R84", "R99"}
	practicesWithdraw      = []string{"R83", "R99"}
	practicesFeedback      = []string{"R93"}
	practicesAgencyAsks    = []string{"R52"}
	practicesTouch         = []string{"R96"}
	practicesNextRound     = []string{"R90", "R91"}
)
