package policy

import "time"

// The numbers that the articles name, and ours where they name none. Each belongs to a practice.
const (
	pocketCardBefore = 2 * time.Hour // R01 (ours)
	assumedLength    = time.Hour     // an interview without an end (ours)

	debriefBest    = 24 * time.Hour   // R10
	debriefFirst   = 10 * time.Minute // R10 (ours)
	lookBackHour   = 18               // R20 (ours)
	lookBackDays   = 3                // R20 (ours)
	morningHour    = 8                // R10 R20 R54: 08:30 (ours)
	morningMinute  = 30
	eveningHour    = 18             // R54: the day before (ours)
	noDebriefOpens = 4 * time.Hour  // R27: a thank-you without a debrief (ours)
	thanksBest     = 24 * time.Hour // R28
	thanksGood     = 48 * time.Hour // R29
	thanksDays     = 7              // R29 (ours)
	thanksFirst    = 4 * time.Hour  // R28 (ours)
	thanksSecond   = 30 * time.Hour // R29 (ours)
	passOnFrom     = 20 * time.Hour // R51 (ours)
	passOnOrSkip   = 44 * time.Hour // R51 (ours)

	promiseDefault = 24 * time.Hour // R54 (ours): as the note
	dayOpens       = 9              // R55 R63: working hours, and the hour of A (ours)
	dayCloses      = 17             // R55 (ours)
	replyNudge     = 4              // R55: working hours (ours)
	replyBest      = 8              // R55: one working day (ours)

	guessedWait      = 10             // R65: working days (ours)
	throughWait      = 5              // R65: "we will send times" (ours)
	closeAfter       = 10             // R69: working days (ours)
	noRests          = time.Hour      // R92 (ours)
	answerNoBest     = 48 * time.Hour // R92: a day or two (ours)
	feedbackFor      = 10             // R93: working days (ours)
	stayInTouchAfter = 90             // R96: days (ours)
	availableFor     = 10             // R89: working days after W (ours)
	quietDays        = 7              // R85: days without a move (ours)
	headsUpLatest    = 24 * time.Hour // R72 (ours)

	quietFrom = 21 * 60   // minutes of the day, own zone (ours)
	quietTo   = 7*60 + 30 // (ours)
)
