package web

import (
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func v(pairs ...string) url.Values {
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	return form
}

// The whole way with forms alone: no script is run here.
func TestTheWholeWayFromTheFirstPageToAnAnswer(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/").says("After an interview there is a little to do, then a lot of waiting.", "I just had one", "One is coming up")
	p = p.press("Continue", v("employer", "Northwind")).says("Who did you meet?", "Northwind, 1 of 6")
	p = p.press("Continue", url.Values{"name": {"Priya Nair", "Tom Reed"}, "email": {"priya.nair@northwind.example", "tom@northwind.example"}})
	p = p.says("One thing about each person", "Priya Nair").press("Continue", url.Values{"talked_about": {"moving the reports off spreadsheets", "the weekly data clinic"}})
	p = p.says("What did they ask?").press("Continue", url.Values{"asked": {"Why us?", "How do you take feedback?"}, "answered": {"", "I ask early"}, "felt-1": {"hard"}})
	p = p.says("Anything unsaid, or promised?").press("Continue", v("unsaid", "I moved 40 reports in my last job", "could_help_with", "cleaning the customer data first"))
	p = p.says("When will you hear?").press("Continue", v("said", "1 to 2 weeks", "either_way", "yes", "another_round", "unknown", "channel", "email"))
	p = p.says("Do you still want it?").press("Continue", v("want", "still"))
	p.says("Done. That was the hard part.", "2 notes are ready to read.", "Best before tomorrow, 15:10", "Fri 4 Dec", "3 questions about how it went")

	p = p.follow("Read them now")
	p.says("For Priya Nair", "Dear Priya,", "moving the reports off spreadsheets", "Check it again", "Best before tomorrow, 15:10")
	interview := strings.TrimSuffix(attr(backOf(p), "href"), "/")
	p = p.press("Approve, open in my mail app", nil).says("Did it go?", "Open in my mail app")
	if href := linkOf(p, "Open in my mail app"); !strings.HasPrefix(href, "mailto:priya.nair@northwind.example?subject=") || len(href) > mailtoLimit {
		t.Errorf("the letter opens at %q", href)
	}
	p.press("Yes, sent", nil).says("Sent. Nothing more to do for this note.", "Northwind")
	p = b.get("/").says("Tom Reed").follow("Read it")
	p.press("Approve", nil).press("Yes, sent", nil)

	b.clock.Set("2026-11-23T10:00:00Z")
	b.get("/").says("How did it go?").press("Skip this one", nil)
	b.get("/").says("Nothing to do today. You have done your part.", "Waiting well", "Northwind")
	p = b.get(interview).says("Nothing to do until", "Friday 4 December", "day 3 of 14", "They said 1 to 2 weeks", "Mon 7 Dec", "Yours", "Theirs", "Thanks to Priya")
	p.follow("Write to them").press("Draft it", v("kind", "status")).says("Write it now, keep it until", "They wrote to me, I am replying", "They gave me a new date", "I promised to send something")

	b.clock.Set("2026-12-07T09:30:00Z")
	p = b.get("/").says("You can ask once now, if you like").press("Read the question", nil)
	p.press("Approve", nil).press("Yes, sent", nil)
	silent(t, b.get(interview+"/write").press("Draft it", v("kind", "status")).says("You have asked once", "Back"), "Close it kindly")

	p = b.get(interview+"/news/no").press("Note it", nil).says("I am sorry", "There is one kind reply to send", "What you take with you", "2 questions", "2 people who met you")
	p = p.press("Read the reply", nil).says("Approve, let it rest an hour")
	p.press("Approve, let it rest an hour", nil).says("Kept until")
}

func backOf(p page) *html.Node {
	for _, a := range p.all("a") {
		if attr(a, "class") == "back" {
			return a
		}
	}
	p.t.Fatal("no way back")
	return nil
}

func linkOf(p page, label string) string {
	for _, a := range p.all("a") {
		if text(a) == label {
			return attr(a, "href")
		}
	}
	return ""
}

func TestFreeTextAloneCountsAsADebrief(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/").press("Continue", v("employer", "Northwind")).follow("Just write or dictate")
	p.press("Save", v("just", "Met two people, names gone. Nice place.")).says("Done. That was the hard part.")
}

func TestPastedNotesAreSortedForChecking(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/").press("Continue", v("employer", "Northwind")).follow("Paste them all here")
	p = p.press("Sort them", v("just", "Priya Nair\nWhy us?\nI will send the portfolio link by Friday\n")).says("Check your notes", "Why us?")
	p = p.press("Save it", nil).says("Check your notes", "Why us?", "portfolio link, Fri 27 Nov")
	p = p.follow("That is all").says("Done.")
	at := strings.TrimSuffix(p.at.Path, "/done")
	p = b.get(at+"/paste").press("Sort them", v("just", "They decide in 1 to 2 weeks\nstayed calm\ngood: I breathed"))
	p = p.says("They decide in 1 to 2 weeks", "I breathed")
	p.press("Save it", nil).says("Why us?", "They decide in 1 to 2 weeks", "I breathed", "stayed calm")
	if again := text(p.press("Save it", nil).doc); strings.Count(again, "stayed calm") != 1 {
		t.Errorf("saved twice, it is there twice: %s", again)
	}
	b.get(at + "/5").says("Nothing to do until Fri 4 Dec")
}

func TestAnInvitationIsReadCheckedAndKept(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	ics := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:abc@orbit.example
DTSTAMP:20261118T090000Z
DTSTART:20261125T100000Z
DTEND:20261125T110000Z
SUMMARY:Interview: Passenger information officer
ORGANIZER;CN="Okafor, Chi":mailto:chi.okafor@orbitrail.example
ATTENDEE;CN=Asha Kapoor:mailto:asha@gmail.example
ATTENDEE;CN=Wen Li:mailto:wen.li@yahoo.example
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	p := b.get("/add").press("Read it", v("invitation", ics)).says("Is this right?", "Passenger information officer", "With Chi Okafor", "Which one is you?", "I am not on the list")
	p = p.press("Save", v("employer", "Orbit Rail")).says("There is a problem", "Which one is you? We ask once.")
	p = p.press("Save", v("me", "asha@gmail.example")).says("Orbit Rail", "Before you go", "Pocket card")
	if strings.Contains(text(p.doc), "Asha Kapoor") {
		t.Error("the candidate is among the people")
	}
	p.follow("Pocket card").says("Before you leave, ask", "When will I hear?")
	b.get("/add").press("Read it", v("invitation", "hello")).says("There is a problem")
}

func TestAFormThatIsPostedTwiceChangesNothingTwice(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	form := v("employer", "Northwind", "once", "k1k1k1k1k1k1k1k1k1k1")
	first, second := b.post("/add/ended", form), b.post("/add/ended", form)
	if first.at.Path != second.at.Path {
		t.Errorf("two interviews came of it: %s and %s", first.at.Path, second.at.Path)
	}
}

func TestABackPageThatIsOldShowsBothTexts(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/").press("Continue", v("employer", "Northwind")).press("Continue", v("name", "Priya Nair"))
	p.press("Continue", v("talked_about", "spreadsheets"))
	p = p.press("Continue", v("talked_about", "the data clinic")).says("changed on another device", "the data clinic", "spreadsheets")
	if p.status != 409 {
		t.Errorf("status %d", p.status)
	}
	p.press("Keep this one", nil).says("What did they ask?")
	b.get(strings.Replace(p.at.Path, "/debrief/2", "/debrief/check", 1)).says("the data clinic")
}

func TestAStoppingCheckKeepsTheTextAndLeadsToIt(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/").press("Continue", v("employer", "Northwind")).press("Continue", v("name", "Priya Nair", "email", "priya@northwind.example"))
	for p.h1() != "Done. That was the hard part." {
		p = p.press("Continue", nil)
	}
	p = p.follow("Read them now")
	p = p.press("Approve", v("body", "Dear Tom,\n\nThank you for today.\n\nAsha")).says("There is a problem", "Dear Tom")
	if p.status != 422 || !strings.HasPrefix(p.title(), "Error: ") {
		t.Errorf("status %d, title %q", p.status, p.title())
	}
}

func TestWhatWasWrittenCanBeTakenAwayAgain(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/").press("Continue", v("employer", "Northwind")).press("Continue", v("name", "Priya Nair"))
	at := strings.TrimSuffix(p.at.Path, "/2")
	b.get(at+"/4").press("Continue", v("unsaid", "I moved 40 reports", "could_help_with", "the customer data"))
	b.get(at+"/5").press("Continue", v("said", "1 to 2 weeks", "channel", "portal", "next_steps", "a panel, then the director", "either_way", "only_if_yes"))
	b.get(at+"/check").says("the customer data", "a panel, then the director", "their web form")
	b.get(at+"/5").press("Continue", nil) // read and left as it is
	b.get(at+"/check").says("a panel, then the director", "their web form")
	b.get(at+"/4").press("Continue", v("unsaid", "", "could_help_with", ""))
	if left := text(b.get(at + "/check").main()); strings.Contains(left, "customer data") || strings.Contains(left, "40 reports") {
		t.Errorf("still there: %s", left)
	}
}

// R03: who hears only on a yes sees the day on which silence is an answer, from the start.
func TestR03TheWaitSaysThatSilenceMayBeTheirAnswer(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/").press("Continue", v("employer", "Northwind")).press("Continue", v("met", "nobody"))
	at := strings.TrimSuffix(p.at.Path, "/debrief/2")
	b.get(at+"/debrief/5").press("Continue", v("said", "1 to 2 weeks", "either_way", "yes"))
	b.clock.Set("2026-11-24T10:00:00Z")
	if calm := text(b.get(at).main()); strings.Contains(calm, "silence") {
		t.Errorf("silence is spoken of though they answer: %s", calm)
	}
	b.get(at+"/debrief/5").press("Continue", v("either_way", "only_if_yes"))
	b.get(at).says("silence may be their answer", "If it is still quiet on Mon 21 Dec")
}

func TestR94ASecondFeedbackWaitsToBeOpenedToo(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	at := "/interviews/" + string(made.Hale)
	b.post(at+"/news/no", nil)
	b.post(at+"/news/feedback", v("text", "More numbers, please."))
	p := b.get(at).follow("Their feedback").says("Read it when you like")
	p.press("Read it now", nil).says("More numbers, please.", "I let them finish their sentences")
	b.post(at+"/news/feedback", v("text", "And slower."))
	p = b.get(at+"/feedback").says("More numbers, please.", "They sent more since.")
	if strings.Contains(text(p.main()), "And slower") {
		t.Error("the second one lies open")
	}
	p.press("Read it now", nil).says("And slower.")
}

// The drawer: what was written too early is kept, asked about on its day, and can be let go.
func TestWhatWasWrittenTooEarlyIsAskedAboutOnItsDay(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	hale := "/interviews/" + string(made.Hale)
	p := b.get(hale+"/write").press("Draft it", v("kind", "status"))
	p.press("Write it now, keep it until", nil).says("Kept until")
	for _, from := range []string{"/", hale, hale + "/write"} {
		b.get(from).follow("Kept notes")
	}
	p = b.get("/notes").says("The one question, Lena Hale", "Hale Studio", "Kept until")
	p.follow("Read it").press("Let it go", nil).says("Let go. Nothing was sent.")
	b.get("/notes").says("Nothing is kept.")

	p = b.get(hale+"/write").press("Draft it", v("kind", "status"))
	p.press("Write it now, keep it until", nil)
	b.clock.Set("2026-12-07T10:00:00Z")
	b.get("/notes").says("You wrote this on Tue 24 Nov. Still want to ask?")
	b.get(hale).says("You can ask once now")
	p = b.get("/notes").follow("Read and send").says("You wrote this on Tue 24 Nov. Still want to ask?")
	p.press("Approve", nil).press("Yes, sent", nil)
	b.get("/notes").says("Nothing is kept.")
}

func TestR61AQuestionMayGoSoonerOnceWithAReasonFromThePage(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	hale := "/interviews/" + string(made.Hale)
	p := b.get(hale+"/write").press("Draft it", v("kind", "status"))
	p = p.press("Send it anyway, I have a reason", nil).says("For Lena Hale")
	silent(t, p, "keep it until")
	p = p.press("Approve, open in my mail app", nil).says("Your reason")
	p = p.press("Send it anyway", v("because", "They asked me to call."))
	p.press("Yes, sent", nil).says("Sent. Nothing more to do for this note.")
	p = b.get(hale+"/write").press("Draft it", v("kind", "status")).says("You have asked once")
	if again := text(p.main()); strings.Contains(again, "anyway") {
		t.Errorf("it may go anyway a second time: %s", again)
	}
}

func TestAReminderThatIsAskedForIsAnEntryWithAnAlarm(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	b.get("/").press("Continue", v("employer", "Northwind"))
	p := b.get("/").follow("Remind me tonight, 19:00")
	if got := p.header.Get("Content-Type"); !strings.HasPrefix(got, "text/calendar") {
		t.Errorf("it is %s", got)
	}
	for _, want := range []string{"SUMMARY:Northwind: write it down while it is fresh", "BEGIN:VALARM", "20261120T190000"} {
		if !strings.Contains(string(p.body), want) {
			t.Errorf("no %s in %s", want, p.body)
		}
	}
	b.clock.Set("2026-11-20T20:10:00Z")
	if late := text(b.get("/").main()); strings.Contains(late, "tonight") || !strings.Contains(late, "Remind me tomorrow, 08:00") {
		t.Errorf("at ten past eight in the evening: %s", late)
	}
}

func TestR89HowTheyCanReachMeGoesIntoTheNoteAndIsThenSaid(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	note := firstDebrief(b, "priya@northwind.example")
	b.get("/you/away").press("Add", v("from", "2026-12-01", "to", "2026-12-08"))
	p := b.get(attr(backOf(note), "href")).follow("Say how they can reach you").says("You did not say how they can reach you")
	p.press("Remove", nil).press("Add", v("from", "2026-12-01", "to", "2026-12-08", "note", "by phone all week")).says("They can reach you by phone all week.")
	p = b.get(note.at.Path).says("If you need me, you can reach me by phone all week.")
	p.press("Approve", nil).press("Yes, sent", nil).says("They know how to reach you")
}

func TestWhatWasPutDownStandsOnTodayForAWhile(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	if before := text(b.get("/").main()); strings.Contains(before, "Done lately") {
		t.Errorf("nothing has ended yet: %s", before)
	}
	b.post("/interviews/"+string(made.Hale)+"/news/no_reply", nil)
	b.get("/").says("Done lately", "Hale Studio, no answer came")
	b.clock.Set("2027-01-20T10:00:00Z")
	if later := text(b.get("/").main()); strings.Contains(later, "Done lately") {
		t.Errorf("it is long ago: %s", later)
	}
}
