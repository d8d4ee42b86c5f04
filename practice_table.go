package afterword

// practices is the register, one row a practice: id, title, sources, and one sentence in our words.
var practices = [...]practiceRow{
	// Before you leave the room.
	{"R01", "Ask how they will decide", "S1 S4", "When you know how they decide, you know what the silence means."},
	{"R02", "Ask when you will hear", "S1 S3 S4", "A date to wait for is easier than a phone to watch."},
	{"R03", "Ask if they write either way", "S4", "Some write only to the person they choose, so it helps to know."},
	{"R04", "Ask about another round", "S4", "If another round may come, today's answers are worth keeping."},
	{"R05", "Get each interviewer's details", "S2 S3 S4", "You can only thank people whom you can reach, and the front desk often knows."},
	{"R06", "Look an address up once", "S4", "The employer's site comes first, then LinkedIn, and one look is enough."},
	{"R07", "Keep to the way they asked for", "S4", "If they said email, an email is kinder to them than a call."},
	{"R08", "Note who you met at once", "S2 S4", "Names slip away first, so they come first."},

	// Write it down while it is fresh.
	{"R09", "Do the steps whatever you feel", "S0 S2", "How it felt and how it went are often two things."},
	{"R10", "Write within a day", "S1 S2", "A day later most of the room is gone from memory."},
	{"R11", "Write down names and addresses", "S2 S4", "Each person you met can then get a note of their own."},
	{"R12", "Write down every question", "S0 S1 S2 S3 S4", "The same questions come again, here or elsewhere."},
	{"R13", "Write down how you answered", "S0 S2 S3 S4", "Your own answers are the best start for the next ones."},
	{"R14", "Mark the hard questions", "S2", "The hard ones are where a little work helps most."},
	{"R15", "Note how they took it", "S3", "A reaction can show which answers reached them."},
	{"R16", "Note what you did not get to say", "S0 S2 S4", "What stayed unsaid can go into your note, or into the next round."},
	{"R17", "Note what you did not get to ask", "S2", "One or two can go into your note, the rest can wait for the next round."},
	{"R18", "Note what stood out", "S2", "One thing they said makes your note yours, and helps you to choose."},
	{"R19", "Write down what happened", "S4", "A few lines on the whole meeting hold what lists leave out."},

	// Look back at how you did.
	{"R20", "Look back once it has settled", "S0", "Facts are best at once, thoughts are better after a pause."},
	{"R21", "Write what went well", "S0 S1 S2 S4", "What went well is worth doing again, so it comes first."},
	{"R22", "Write what you would do next time", "S0 S1 S2 S3 S4", "A plan for next time is of more use than a verdict."},
	{"R23", "Find the better answer", "S1 S3 S4", "A better answer that you find today is there the next time."},
	{"R24", "Look back on good ones too", "S0 S4", "Good interviews teach as much as hard ones."},
	{"R25", "Keep what you learned", "S1 S3 S4", "Each interview leaves you with more than you had before."},
	{"R26", "Ask yourself if you liked it", "S3", "Looking back also shows if you would want to be there."},

	// Send a thank-you: when.
	{"R27", "Send a thank-you", "S0 S1 S2 S3 S4", "A short thank-you shows that you mean it, and all five articles ask for one."},
	{"R28", "Send it within a day", "S1 S4", "They still remember you, and they may decide soon."},
	{"R29", "Two days is still good", "S0 S2", "Within two days a note still comes at a good time."},
	{"R30", "Send it by email", "S1 S2 S4", "Email is what most people expect, and it is quick to answer."},
	{"R31", "One for each person", "S1", "One note is a courtesy, a second one asks for something."},

	// Send a thank-you: what it says.
	{"R32", "Begin with thanks", "S0 S1 S2", "They gave you their time, so thanks come first."},
	{"R33", "Say you want the role", "S0 S1 S2", "People like to hear plainly that you are interested."},
	{"R34", "Say you want to work there", "S2 S4", "It is about them as well as about the job."},
	{"R35", "Say it suits you", "S4", "One calm sentence on why it fits says more than praise."},
	{"R36", "Say so only if it is true", "S1", "Thanks are always right, interest is right when you mean it."},
	{"R37", "Name what you could bring", "S4", "One thing you could help with is easy for them to picture."},
	{"R38", "Name something you spoke about", "S2 S4", "One detail from the talk helps them to remember you."},
	{"R39", "Add what you left out", "S0 S1 S2 S4", "Your note is a good place to finish an answer."},
	{"R40", "Add a link if it helps", "S1 S3 S4", "One thing to look at can say more than a page of text."},
	{"R41", "Say more than thanks", "S4", "Everyone writes the same thanks, so say what they are for."},
	{"R42", "Use your own words", "S0 S4", "A note in your words reads as meant for them."},
	{"R43", "Keep it short", "S0 S1 S4", "They are busy, and a short note gets read."},
	{"R44", "A different note for each", "S4", "Panels compare notes, so each person gets their own."},
	{"R45", "Thank through a colleague", "S4", "Without an address, one person can pass your thanks on."},
	{"R46", "Keep it calm", "S3", "A calm note shows that you know your worth."},
	{"R47", "One or two questions at most", "S2", "A thank-you with many questions feels like work to them."},
	{"R48", "Perhaps a card", "S4", "In creative work a card made by you shows what you can do."},
	{"R49", "A note stands out", "S1", "A 2017 article says 57 % of candidates never send one."},

	// If an agency is involved.
	{"R50", "Thank the agency first", "S1", "They set the interview up, so they hear from you first."},
	{"R51", "Ask the agency before you write", "S1", "The agency looks after the contact, so ask before you write yourself."},
	{"R52", "The agency asks for feedback", "S1", "The agency can ask for you, and often hears more."},
	{"R53", "Take up a debrief", "S1", "When someone offers to talk it over, it is worth the time."},

	// Keep promises and answer promptly.
	{"R54", "Send what you promised on time", "S3", "What comes on time shows how you would work with them."},
	{"R55", "Answer their emails promptly", "S3", "A quick answer is a small sign that they can count on you."},
	{"R56", "Put it in the same email", "S0 S1", "One email that holds everything is easier for them than two."},

	// Wait well.
	{"R57", "Be patient", "S0 S2 S3", "They have others to see, and the decision is theirs."},
	{"R58", "Let go of what is theirs", "S2", "You have done your part, and the rest is not yours to do."},
	{"R59", "Good is not yet an offer", "S0 S2 S3", "Until they have said yes, nothing is settled, however well it went."},
	{"R60", "One date lowers the stress", "S1 S4", "Knowing how long it takes makes the waiting lighter."},
	{"R61", "Leave them be while you wait", "S0 S3", "They told you when, and asking sooner rarely helps."},
	{"R62", "Wait to the end of what they said", "S4", "One to two weeks means two before you ask."},
	{"R63", "Then ask once", "S0 S3 S4", "When their time is over, one simple question is fine."},
	{"R64", "Then leave it there", "S0 S1 S3", "A second question brings no answer sooner, and can cost their good will."},
	{"R65", "No date? A sensible wait", "S3 S4", "Ten working days is our guess, and you can change it."},
	{"R66", "You may ask by phone", "S4", "A short call is fine, unless they asked for email."},
	{"R67", "Call rarely", "S3", "A call takes someone out of their day, so one is enough."},
	{"R68", "Do not wear them out", "S3", "Whoever you write to there, they are one team."},
	{"R69", "Silence is an answer too", "S0", "Sometimes no answer comes, and you may put it down."},
	{"R70", "Do not follow people around", "S3", "One look for an address is fine, watching people is not."},

	// Referees and people who can speak for you.
	{"R71", "Ask before you name a referee", "S4", "People speak better for you when you asked them first."},
	{"R72", "Tell your referees", "S1 S2 S4", "Nobody likes a call they did not expect."},
	{"R73", "Tell them why you want it", "S1", "When they know why you want it, they can say so."},
	{"R74", "Tell them what to stress", "S2 S4", "Two or three points help them to help you."},
	{"R75", "Call or write to them", "S4", "Use whichever way you two are used to."},
	{"R76", "Prepare them early", "S1 S2 S4", "A referee who is ready answers sooner and better."},
	{"R77", "Thank your referees", "S4", "They did you a favour, and may again."},
	{"R78", "Ask someone to put in a word", "S3", "A word from someone they know carries weight."},
	{"R79", "Talk to people who work there", "S2", "They can tell you what the days there are like."},

	// Decide whether you want it.
	{"R80", "It works both ways", "S1 S2 S3", "You are choosing them too."},
	{"R81", "Look for good signs and bad", "S2", "Small things you saw can tell you how it is to work there."},
	{"R82", "Hold it against what matters to you", "S2", "A job is good when it fits what you care about."},
	{"R83", "Say so if it is not for you", "S1", "Telling them soon saves their time and leaves a good memory."},
	{"R84", "Unsure? Wait for an offer", "S1", "Open questions can wait until there is a choice to make."},

	// Keep going meanwhile.
	{"R85", "Keep looking", "S0 S2 S3", "It is lighter to wait for one when others are moving too."},
	{"R86", "Go to your other interviews", "S2", "Each of them keeps a door open."},
	{"R87", "Be ready for a no", "S2 S3", "If you know your next step, a no takes less time."},
	{"R88", "Put your energy elsewhere", "S0", "Waiting goes better with something good to do."},
	{"R89", "Stay within reach", "S3", "They may want you for another round, so say how to reach you."},

	// When the answer comes.
	{"R90", "Use your notes in the next round", "S0 S3 S4", "They may ask again, and your answers should agree."},
	{"R91", "Use your notes elsewhere", "S0 S1 S2 S3 S4", "What you learned in one interview helps in the next."},
	{"R92", "Take a no with grace", "S0 S3", "A kind reply costs little and is remembered."},
	{"R93", "Ask for feedback", "S1 S3", "One question may bring you something to use next time."},
	{"R94", "Feedback helps, even so", "S1", "It may sting, but it is better than guessing."},
	{"R95", "Ask to be remembered", "S0 S3", "Another role may come up, and they know you now."},
	{"R96", "Stay in touch", "S0 S3", "People you got on with are worth keeping."},
	{"R97", "Stay kind when it hurts", "S0", "A night's sleep before an answer has never hurt one."},
	{"R98", "Stay professional to the end", "S0", "People talk, and you may meet again."},
	{"R99", "Settle your questions at an offer", "S0 S1", "Now is the time to ask what you still want to know."},
}
