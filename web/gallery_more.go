package web

import (
	"afterword"
	"afterword/service"
)

const galleryLetter = `Dear Priya,

Thank you for seeing me today. I especially enjoyed hearing about moving the reports off spreadsheets.

After our conversation I am sure the role suits me, and I would like to join Northwind. I could help with cleaning the customer data first.

One thing I did not get to say: I moved 40 reports in my last job.

Kind regards,
Asha`

func galleryNotes() []GalleryPage {
	f := galleryFrame("", "For Priya Nair")
	f.Where, f.Modules = "Note 1 of 2", []string{"note.js"}
	n := NotePage{Frame: f, ID: "a", At: "/interviews/x", Head: "For Priya Nair", Best: "Best before tomorrow, 15:40", To: "Priya Nair", Email: "priya.nair@northwind.example", Subject: "Thank you, data analyst interview",
		Body: galleryLetter, Looks: []CheckLine{{Says: "No link yet. Add your portfolio?", Add: "You can see my work here: https://asha-k.example", Why: whys("", []string{"R40"})}},
		Goods: []CheckLine{{Says: "63 words"}, {Says: "Names something Priya said"}, {Says: "Says you want the job"}, {Says: "Not like Tom’s"}}, Bring: []string{"the weekly data clinic", "Who owns the warehouse?"},
		Main: "Approve, open in my mail app", Action: "approve", Card: true, Why: whys("", []string{"R28"})}
	stop := n
	stop.Frame = wrong(f, "body", "One gap left: what did Priya talk about?")
	stop.Looks = []CheckLine{{Says: "One gap left: what did Priya talk about?", Stops: true, Why: whys("", []string{"R38"})}}
	rest := n
	rest.Main, rest.Action, rest.Small, rest.Because, rest.Bring = "Approve, let it rest an hour", "keep", "It can go at 20:10. You can change it or stop it until then.", "An hour helps.", nil
	gone := NotePage{Frame: f, ID: "a", At: "/interviews/x", Head: "For Priya Nair", To: "Priya Nair", Email: "priya.nair@northwind.example", Subject: n.Subject, Body: galleryLetter, Closed: "Sent to Priya, today, 19:40. Nothing more to do for this note."}
	send := SendPage{Frame: galleryFrame("", "Send it"), ID: "a", To: "Priya Nair", Email: "priya.nair@northwind.example", Subject: n.Subject, Body: galleryLetter, Open: &Link{"mailto:priya.nair@northwind.example", "Open in my mail app"}}
	asked := send
	asked.Open, asked.Sent = nil, true
	early := GuardPage{Frame: galleryFrame("", "Let this one rest"), Head: "Let this one rest until Mon 7 Dec", Clock: true, Main: &Do{Action: "/x", Label: "Write it now, keep it until Mon 7 Dec", Look: "go"},
		Body: "They said 1 to 2 weeks, so they may still be deciding until Fri 4 Dec. Writing now rarely helps and can annoy. It says nothing about you that they are quiet.",
		Ways: []Row{{Href: "/x", Title: "They wrote to me, I am replying"}, {Href: "/y", Title: "They gave me a new date"}, {Href: "/z", Title: "I promised to send something"}}, Anyway: &Do{Action: "/x", Label: "Send it anyway"}, Why: whys("", []string{"R61"})}
	second := early
	second.Head, second.Body, second.Clock, second.Anyway, second.Main = "You have asked once. That is enough.", "You wrote on Mon 7 Dec and they have not answered. A second message is more likely to hurt than to help.", false, nil, &Do{Action: "/x", Label: "Close it kindly", Look: "go"}
	write := WritePage{Frame: galleryFrame("", "Write to them"), At: "/interviews/x", Chosen: "thanks", Kinds: []WriteKind{{Kind: "thanks", Label: "Thank someone I met"}, {Kind: "status", Label: "Ask how it stands", Small: "Once, after the time they named."}}, People: []Option{{Label: "Whoever it goes to by itself", Chosen: true}}, Ways: waysToWrite()}
	both := ConflictPage{Frame: galleryFrame("", "Two texts"), Action: "/notes/a", Yours: "Dear Priya,\n\nThank you.", Theirs: "Dear Priya,\n\nThank you very much."}
	kept := KeptPage{Frame: galleryFrame("You", "Kept notes"), List: []KeptRow{{ID: "a", Title: "The one question, Lena Hale", About: "Hale Studio", Asks: "You wrote this on Wed 25 Nov. Still want to ask?", Open: "Read and send", Body: "Dear Lena,"}, {ID: "b", Title: "Reply to a no, Wen Li", Asks: "Kept until today, 20:10.", Open: "Read it", Body: "Dear Wen,"}}}
	return []GalleryPage{{"note", notePage(n)}, {"note-error", notePage(stop)}, {"note-rest", notePage(rest)}, {"note-sent", notePage(gone)}, {"send", sendPage(send)}, {"sent", sendPage(asked)}, {"guard-early", guardPage(early)},
		{"guard-second", guardPage(second)}, {"write", writePage(write)}, {"courtesies", courtesiesPage(galleryCourtesies())}, {"card", foldCardPage(galleryFoldCard("a4", "words"))}, {"card-lines", foldCardPage(galleryFoldCard("letter", "lines"))}, {"conflict", conflictPage(both)}, {"kept", keptPage(kept)}, {"kept-empty", keptPage(KeptPage{Frame: kept.Frame})}}
}

func galleryNews() []GalleryPage {
	f := galleryFrame("", "I have news")
	list := NewsPage{Frame: f, At: "/interviews/x", Groups: []NewsGroup{{"They answered", []Row{{Href: "/x", Title: "An offer"}, {Href: "/y", Title: "Another round", Small: "With a date, or without"}}}}}
	form := NewsForm{Frame: galleryFrame("", "They wrote to me"), At: "/interviews/x", Kind: "wrote", Head: "They wrote to me", Sentence: "An answer soon is kind.", Button: "Note it", Until: true, UntilLabel: "By", Start: true, From: true, Text: true, NoAnswer: true,
		People: []Option{{Label: "Not said"}, {Value: "p", Label: "Priya Nair"}}, Why: whys("", []string{"R55"})}
	no := OutcomePage{Frame: galleryFrame("", "How it ended"), At: "/interviews/x", Head: "I am sorry", Body: "Hale Studio said no. There is one kind reply to send, when you are ready.", Main: &Link{"/notes/a", "Read the reply"}, Others: []Do{{Action: "/x", Label: "No reply is fine too"}},
		Next: "Finish the portfolio page", Keep: []Row{{Href: "/learn", Title: "5 questions"}, {Href: "/x", Title: "2 people who met you"}}, Why: whys("", []string{"R92"})}
	offer := OutcomePage{Frame: no.Frame, At: "/interviews/x", Head: "They made an offer", Body: "Before you answer, look at what you wanted to ask.", Ask: []string{"Why did the last analyst leave?"}, Mixed: []string{"Third analyst in two years"}, Main: no.Main}
	silence := OutcomePage{Frame: no.Frame, At: "/interviews/x", Head: "You can put this one down", Body: "No answer came. Many employers never send one; it is not a verdict on you.", Rest: true, Others: []Do{{Action: "/x", Label: "Open it again"}}, Keep: no.Keep}
	closed := FeedbackPage{Frame: galleryFrame("", "Feedback"), At: "/interviews/x"}
	open := FeedbackPage{Frame: closed.Frame, At: "/interviews/x", Opened: true, Messages: []MessageShown{{"Lena Hale", "Thu 3 Dec, 11:00", "You were strong on signs.\nSay more about budgets."}}, WentWell: []string{"The river park"}}
	return []GalleryPage{{"news", newsPage(list)}, {"news-form", newsFormPage(form)}, {"outcome-no", outcomePage(no)}, {"outcome-offer", outcomePage(offer)}, {"outcome-silence", outcomePage(silence)}, {"feedback", feedbackPage(closed)}, {"feedback-open", feedbackPage(open)}}
}

func galleryPeople() []GalleryPage {
	f := heading(galleryFrame("People", "People"), "People")
	list := PeoplePage{Frame: f, Groups: []PeopleGroup{{"Met", []Row{{Href: "/x", Title: "Priya Nair", Small: "Head of Analytics, Northwind", Yours: "moving the reports off spreadsheets", Owed: "Note ready"}}}, {"Agency", []Row{{Href: "/y", Title: "Ruth Adeyemi", Small: "Keel Recruitment"}}}}}
	one := PersonPage{Frame: galleryFrame("People", "Priya Nair"), ID: "p", Name: "Priya Nair", Roles: []RoleRow{roleRow("p", service.PersonRole{Application: "a", Kind: afterword.Interviewer, Employer: "Northwind"})},
		MetAt: []Row{{Href: "/x", Title: "Northwind", Small: "Mon 23 Nov", Yours: "moving the reports off spreadsheets", After: "Thanked Mon 23 Nov"}}, Also: []string{"P. Nair"}, Touch: &Do{Action: "/x", Label: "We are in touch elsewhere"},
		Others: []Option{{Label: "Choose"}, {Value: "t", Label: "Tom Reed"}}}
	one.LookUp, _ = lookUps(service.PersonView{Name: "Priya Nair", Roles: []service.PersonRole{{Employer: "Northwind"}}})
	add := NewPersonPage{Frame: wrong(galleryFrame("People", "Add a person"), "name", "Say who it is: a name, with an address or without."), Kinds: []Option{{Value: "insider", Label: "Works there", Chosen: true}}, Interviews: []Option{{Value: "a", Label: "Northwind"}}}
	bad := one
	bad.Frame = wrong(one.Frame, "email", "Email: “x” is not a mail address.")
	refs := RefereesPage{Frame: galleryFrame("People", "Referees"), List: []RefereeRow{{ID: "m", Name: "Marta Olsen", Agreed: "Mon 2 Nov", Told: []ToldRow{{Employer: "Hale Studio", Says: "Not told yet", Points: []string{"the river park"}, Write: &Do{Action: "/x", Label: "Tell them"}, Spare: &Do{Action: "/y", Label: "Not needed"}}}, Interviews: []Option{{Value: "x", Label: "Hale Studio"}}}, {ID: "s", Name: "Sam Ortiz"}}, Past: []string{"Ines Roth: Sam Ortiz speaks for you now."}}
	return []GalleryPage{{"people", peoplePage(list)}, {"people-empty", peoplePage(PeoplePage{Frame: f})}, {"person", personPage(one)}, {"person-error", personPage(bad)}, {"person-new-error", newPersonPage(add)}, {"referees", refereesPage(refs)}, {"referees-empty", refereesPage(RefereesPage{Frame: refs.Frame})}}
}

func galleryLearn() []GalleryPage {
	f := heading(galleryFrame("Learn", "Questions"), "Learn")
	qs := []QuestionView{{Asked: "How do you take feedback?", About: "Asked 3 times: Hale, Northwind.", Said: "I ask for it early, before it is polite.", Better: "At Mira I kept a list of what people told me.", Interview: "x"}, {Asked: "A project that failed", About: "Asked once: Hale. Hard.", Interview: "x"}}
	bank := LearnPage{Frame: f, Questions: qs, Next: &Link{"/x", "Make my prep sheet"}, NextSays: "Orbit Rail, Wed 25 Nov, 10:00", More: true}
	sheet := PrepPage{Frame: galleryFrame("", "Prep sheet"), At: "/interviews/x", Head: "Orbit Rail", About: "Round 2", People: []Row{{Title: "Wen Li", Small: "Interviewer", Yours: "the timetable change"}}, Answers: qs, ToAsk: []string{"Who owns the warehouse?"}, ToAdd: []string{"I moved 40 reports"}, NextTime: []string{"Breathe first"}}
	sheet.Class = "prepsheet"
	return []GalleryPage{{"learn", learnPage(bank)}, {"learn-empty", learnPage(LearnPage{Frame: f})}, {"better", betterPage(BetterPage{Frame: galleryFrame("", "A better answer"), Asked: "Why us?", Said: "Your signs"})},
		{"prepared-error", betterPage(BetterPage{Frame: wrong(galleryFrame("", "A prepared question"), "asked", "Asked: is there already."), Asked: "Why us?", New: "Why you?", Prepared: true})}, {"questions-add", addQuestionsPage(AddQuestionsPage{Frame: galleryFrame("", "Add questions"), LeftOut: []string{"x"}})},
		{"notice", noticedPage(galleryNoticed(f))}, {"notice-empty", noticedPage(NoticedPage{Frame: f})},
		{"proof", proofPage(galleryProof())}, {"proof-error", proofPage(ProofPage{Frame: wrong(galleryFrame("", "A record for a job office"), "to", "To: it is not a day, or before the first one."), ToError: "To: it is not a day, or before the first one."})}, {"prep", prepPage(sheet)}}
}

func galleryYou() []GalleryPage {
	f := heading(galleryFrame("You", "You"), "You")
	profile := SettingsPage{Frame: galleryFrame("You", "Profile and sign-off"), Name: "profile", Head: "Profile and sign-off", Fields: []Field{{Name: "name", Label: "Your name, as you sign", Value: "Asha", Complete: "name"}},
		Picks: []Pick{{Name: "formal", Legend: "How you greet", Flat: true, Options: chosen("false", Option{Value: "false", Label: "Dear Priya"}, Option{Value: "true", Label: "Dear Ms Nair"})}}}
	bad := profile
	bad.Frame = wrong(profile.Frame, "name", "Name: it is longer than a name can be.")
	bad.Fields = []Field{{Name: "name", Label: "Your name, as you sign", Value: "Asha", Error: "Name: it is longer than a name can be."}}
	days := AwayPage{Frame: wrong(galleryFrame("You", "Away dates"), "to", "To: it is before the first day."), List: []Row{{Title: "Tue 1 Dec to Tue 8 Dec", Do: &Do{Action: "/x", Label: "Remove"}}}}
	phones := BrowsersPage{Frame: galleryFrame("You", "Use it on my phone"), List: []Row{{Title: "Chrome on Linux, this one", Small: "Since today, 09:00"}, {Title: "Safari on iPhone", Do: &Do{Action: "/x", Label: "Shut out", Look: "away"}}}}
	link := phones
	link.Link = "http://127.0.0.1:8484/open/abcdefgh"
	return []GalleryPage{{"you", youPage(YouPage{Frame: f, Rows: []Row{{Href: "/you/profile", Title: "Profile and sign-off", Small: "Asha"}}})}, {"settings", settingsPage(profile)}, {"settings-error", settingsPage(bad)}, {"away-error", awayPage(days)},
		{"browsers", browsersPage(phones)}, {"browsers-link", browsersPage(link)}, {"data", dataPage(galleryFrame("You", "My data"))}}
}

func galleryErrors() []GalleryPage {
	f := galleryFrame("", "We cannot find that")
	return []GalleryPage{
		{"not-found", errorPage(ErrorPage{Frame: f, Head: "We cannot find that", Body: "There is no such interview.", To: Link{"/", "Back to Today"}})},
		{"ask-first", errorPage(ErrorPage{Frame: f, Head: "One thing to settle first", Body: "“Lena” may be two people.", Choices: []string{"Lena Hale", "Lena Marsh"}, To: Link{"/", "Back to Today"}})},
		{"signed-out", errorPage(ErrorPage{Frame: Frame{Title: "Open it again", Address: packed().address}, Head: "Open Afterword again", Hint: "Start the program on its computer.", Address: "afterword serve"})},
	}
}
