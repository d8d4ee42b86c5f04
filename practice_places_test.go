package afterword_test

// Pages and commands that stand in many rows.
const (
	onInterview = "/interviews/{id}"
	onDebrief   = "/interviews/{id}/debrief/{page}"
	onCard      = "/interviews/{id}/card"
	onLookBack  = "/interviews/{id}/look-back"
	onDecide    = "/interviews/{id}/decide"
	onWrite     = "/interviews/{id}/write"
	onNews      = "/interviews/{id}/news"
	onOutcome   = "/interviews/{id}/outcome"
	onPrep      = "/interviews/{id}/prep"
	onNote      = "/notes/{id}"
	onReferees  = "/people/referees"
	onPerson    = "/people/{id}"
	onLearn     = "/learn"
	onToday     = "/"
	byDebrief   = "debrief INTERVIEW"
	byNote      = "note NOTE"
	byNotes     = "notes INTERVIEW"
	byMay       = "may INTERVIEW status"
	byPlan      = "plan INTERVIEW"
	byDecide    = "decide INTERVIEW"
)

// places says for each practice what the program does, and where.
func places() []place {
	return []place{
		{"R01", "Shows the pocket card from two hours before the start, also to print, and keeps what they said of the next steps.", onCard, byDebrief},
		{"R02", "Asks what they said and turns it into one day to wait for; said anew, the day is reckoned anew.", onDebrief, byPlan},
		{"R03", "Keeps whether they write either way; when they write only on a yes, the wait says from the start that silence may be their answer, and from which day.", onDebrief, byPlan},
		{"R04", "Keeps whether another round may come, and takes today's answers along once it is booked.", onDebrief, "news INTERVIEW next_round"},
		{"R05", "Lets no note be approved to someone without an address or another way to reach them.", onPerson, "person PERSON --email M"},
		{"R06", "Offers two plain searches for an address, never with an employer that the agency hides, and the way through who invited; it looks nothing up itself.", onPerson, "note NOTE --pass-on PERSON"},
		{"R07", "Keeps the channel they asked for: other ways are refused, and a note takes the agreed one by itself.", onNote, byMay},
		{"R08", "Asks first whom you met, with the names of the invitation there already.", onDebrief, byDebrief},

		{"R09", "Opens the same steps after every interview, whatever it felt like, and never asks for a score.", onInterview, byPlan},
		{"R10", "Reminds ten minutes after the end and the next morning, then is silent; the debrief stays open.", onDebrief, byDebrief},
		{"R11", "Takes a name alone, and the address whenever it comes.", onDebrief, byDebrief},
		{"R12", "Puts every question into the bank, the same one together in spite of its wording.", onDebrief, "questions"},
		{"R13", "Takes the answer at once or when looking back.", onLookBack, "look-back INTERVIEW"},
		{"R14", "Marks a question with one tap, and finds the hard ones again.", onLearn, "questions"},
		{"R15", "Keeps how they took an answer, and counts it into nothing.", onLookBack, "look-back INTERVIEW"},
		{"R16", "Puts what stayed unsaid into one note and onto the sheet for the next round.", onDebrief, "prep INTERVIEW"},
		{"R17", "Puts at most two of your own questions into a note and keeps the others for the next round.", onNote, "prep INTERVIEW"},
		{"R18", "Keeps one line for each person, which only their note holds.", onDebrief, byNotes},
		{"R19", "Keeps what happened in the room as it was written, and finds it again.", onLookBack, "look-back INTERVIEW"},

		{"R20", "Offers to look back from the evening on, for three days; leaving it out is a full answer.", onLookBack, "look-back INTERVIEW"},
		{"R21", "Asks first what went well, and that alone is enough.", onLookBack, "look-back INTERVIEW"},
		{"R22", "Puts what you would do next time onto the sheet for the next round.", onPrep, "prep INTERVIEW"},
		{"R23", "Keeps the better answer beside the first one.", "/learn/better", "questions"},
		{"R24", "Offers to look back after good ones as after hard ones.", onLookBack, "look-back INTERVIEW"},
		{"R25", "Shows after a no what you take with you; nothing counts success.", onOutcome, "questions"},
		{"R26", "Lets looking back change whether you want it, and the letters follow.", onLookBack, byDecide},

		{"R27", "Has a note ready for each person as soon as it is written down; each is sent, passed on, or left out with a word why.", onInterview, byNotes},
		{"R28", "Says until when a note is best, and reminds after four hours, never at night.", onNote, byPlan},
		{"R29", "Calls two days still a good time, then offers a shorter note for the rest of the week, and never calls it late.", onNote, byPlan},
		{"R30", "Drafts the note as an email, unless another way was agreed.", "/notes/{id}/send", byNote},
		{"R31", "Refuses a second thank-you to one person for one round, and lets a reply to their reply go.", onWrite, "may INTERVIEW thanks"},

		{"R32", "Begins with thanks, and says so when a letter does not.", onNote, byNote},
		{"R33", "Says that you want the role, and misses it in a letter that does not.", onNote, byNote},
		{"R34", "Names the employer, misses the name, and stops another employer's name.", onNote, byNote},
		{"R35", "Says in one calm sentence that it fits.", onNote, byNote},
		{"R36", "Says interest only to who wants it: else plain thanks, or a kind withdrawal.", onNote, byDecide},
		{"R37", "Offers what you could bring, and asks for it where it is missing.", onNote, byNote},
		{"R38", "Stops a note that holds nothing of what this person said.", onNote, byNote},
		{"R39", "Adds what was left out, one point to each person, and shows what is left over.", onNote, byNote},
		{"R40", "Puts your link into one letter and looks whether links can be opened.", onNote, "set link URL"},
		{"R41", "Asks a letter of thanks alone what for.", onNote, "check FILE"},
		{"R42", "Measures the share of your own words, and says so when most are ours.", onNote, byNote},
		{"R43", "Counts words: advice above 150, firmer above 200; drafts have at most 120.", onNote, byNote},
		{"R44", "Stops two letters that are the same, and says when they are much alike; drafts never are.", onNote, byNotes},
		{"R45", "Sends thanks through a colleague, whose letter then asks to pass them on.", "/notes/{id}/pass-on", "note NOTE --pass-on PERSON"},
		{"R46", "Finds what sounds pressed and offers a calmer wording; it may stay.", onNote, "check FILE"},
		{"R47", "Says so from the third question on.", onNote, "check FILE"},
		{"R48", "Drafts a card of up to sixty words, to print and write by hand, beside the email.", "/notes/{id}/card", "write INTERVIEW thanks --by post"},
		{"R49", "Says with its year, and never as a scare, how many send nothing.", "/help/practices", ""},

		{"R50", "Has the agency's thanks ready first, the others wait behind it.", onToday, byNotes},
		{"R51", "Asks the agency at the end of its note, holds the others until it says yes, and offers to pass them on.", onNote, "news INTERVIEW agency_yes"},
		{"R52", "Sends the question for feedback to the agency, and not past it.", onWrite, "may INTERVIEW feedback"},
		{"R53", "Keeps what a talk afterwards said, with its day, beside your own review.", "/interviews/{id}/feedback", "news INTERVIEW feedback"},

		{"R54", "Reminds of a promise the evening before and that morning; it may go at any time.", "/interviews/{id}/promise", "promise INTERVIEW WHAT --due DATE"},
		{"R55", "Reminds once after four working hours that they wrote; a reply is never held.", "/interviews/{id}/wrote", "news INTERVIEW wrote"},
		{"R56", "Puts what is due into the same note, and marks it as kept when that goes.", onNote, byNote},

		{"R57", "Says that there is nothing to do, until which day, and is silent until then.", onToday, "today"},
		{"R58", "Parts what is yours from what is theirs.", onInterview, "today"},
		{"R59", "Predicts nothing: a warm interview and a cold one have the same plan.", onInterview, byPlan},
		{"R60", "Shows one day in words, and how it was reckoned.", onInterview, byPlan},
		{"R61", "Holds a question that comes too soon, keeps it until its day, and lets it go once with a reason.", onWrite, byMay},
		{"R62", "Counts the longer end of what they said, to the end of that day.", onInterview, "when TEXT"},
		{"R63", "Has one short question ready on the next working morning, and reminds once.", onToday, byMay},
		{"R64", "Refuses a second question until they answer or give a new date.", onWrite, byMay},
		{"R65", "Allows ten working days where they said nothing, says that this is a guess, and lets you change it.", "/interviews/{id}/wait", "wait INTERVIEW DATE"},
		{"R66", "Drafts the question as three lines for the phone, unless they asked for email.", onWrite, "write INTERVIEW status --by phone"},
		{"R67", "Counts a call as the one question.", onWrite, byMay},
		{"R68", "Counts the whole employer as one, whoever is asked and in whichever round.", onWrite, byMay},
		{"R69", "Offers to put it down ten working days later, with one tap, and to take it up again.", onInterview, "news INTERVIEW no_reply"},
		{"R70", "Follows nobody: no ask to people of the panel, and letters of plain words that call nowhere.", onWrite, "may INTERVIEW ask_insider"},

		{"R71", "Holds the note to a referee until they agreed to be named, with the day.", onReferees, "referee agreed PERSON"},
		{"R72", "Tells each referee once the thank-yous are off the table, and keeps who was told what and when, who is spared and who was replaced.", onReferees, "write INTERVIEW referee_heads_up"},
		{"R73", "Says in the heads-up why you want it and what you could do.", onNote, "write INTERVIEW referee_heads_up"},
		{"R74", "Keeps up to three points for each referee and job, and puts them into the note.", onReferees, "referee points PERSON INTERVIEW TEXT"},
		{"R75", "Drafts what to say on the phone to a referee, whatever the employer asked for, and keeps that they were told.", onReferees, "referee told PERSON INTERVIEW"},
		{"R76", "Tells the referees at once when references are asked for, and reminds once.", onToday, "news INTERVIEW references"},
		{"R77", "Has thanks ready for the referees when the check is done or the answer is known.", onToday, "news INTERVIEW checked"},
		{"R78", "Takes in someone who knows the manager, and drafts one ask to them, none to the manager.", "/people/new", "may INTERVIEW ask_word"},
		{"R79", "Takes in someone who works there, drafts one question to them, and keeps what they say beside the decision.", "/people/new", "may INTERVIEW ask_insider"},

		{"R80", "Keeps the question whether you want it open until the answer, without a nudge.", onDecide, byDecide},
		{"R81", "Keeps good signs and bad ones with what was seen.", onDecide, byDecide},
		{"R82", "Holds the job against up to five things that matter to you, in words.", onDecide, "set matters LIST"},
		{"R83", "Drafts a kind withdrawal, and stops every further note of interest.", onDecide, "write INTERVIEW withdrawal"},
		{"R84", "Keeps open questions, and puts them into the answer to an offer.", onDecide, byDecide},

		{"R85", "Says one line after a quiet week, and how much else is in motion.", onToday, byPlan},
		{"R86", "Keeps the other interviews in sight, in the calendar and on Today.", onToday, "calendar"},
		{"R87", "Keeps your next step for a no, and shows it when one comes.", onOutcome, "set next-step TEXT"},
		{"R88", "Shows your own list of good things on days of waiting.", onToday, "set good-things LIST"},
		{"R89", "Holds days away against the wait and the two weeks after it, and drafts how you can be reached.", "/you/away", "away FROM TO"},

		{"R90", "Makes one sheet of what you said, what to add and what to ask, and what was told differently.", onPrep, "prep INTERVIEW"},
		{"R91", "Puts what is asked often, with your best answer, onto the sheet for any interview.", onPrep, "questions"},
		{"R92", "Drafts a kind answer to a no and lets it rest for an hour.", onOutcome, "write INTERVIEW answer_no"},
		{"R93", "Asks for feedback once, and keeps when it came.", onWrite, "write INTERVIEW feedback"},
		{"R94", "Shows feedback beside your own review, and only when you open it.", "/interviews/{id}/feedback", "news INTERVIEW feedback"},
		{"R95", "Asks in the answer to a no to be remembered.", onOutcome, "write INTERVIEW answer_no"},
		{"R96", "Offers to note a connection once, one light word after ninety days without contact, and keeps where you met.", onPerson, "write INTERVIEW stay_in_touch"},
		{"R97", "Keeps what sounds angry in the drawer until the next morning.", onNote, "check FILE"},
		{"R98", "Leaves no loose end when it is closed, and a record of who was thanked.", onInterview, "record INTERVIEW"},
		{"R99", "Answers an offer with thanks and your open questions, and has a courteous close ready for the others.", onOutcome, "news INTERVIEW offer"},
	}
}
