package web

import (
	"bytes"
	"net/http"

	"github.com/a-h/templ"

	"afterword"
)

// GalleryPage is one page in one state, made from its typed struct. Goldens, pictures and the tests
// for accessibility look at these, so that no state is forgotten because it is rare.
type GalleryPage struct {
	Name      string
	Component templ.Component
}

// GalleryHandler shows the gallery with its style: /gallery lists it, /gallery/NAME is a page. Only
// tests serve it.
func GalleryHandler() http.Handler {
	s := &site{assets: packed()}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /assets/{file}", s.asset)
	mux.HandleFunc("GET /manifest.webmanifest", s.manifest)
	mux.HandleFunc("GET /gallery", func(w http.ResponseWriter, _ *http.Request) {
		var b bytes.Buffer
		for _, p := range Gallery() {
			b.WriteString(p.Name + "\n")
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write(b.Bytes())
	})
	mux.HandleFunc("GET /gallery/{name}", func(w http.ResponseWriter, r *http.Request) {
		for _, p := range Gallery() {
			if p.Name == r.PathValue("name") {
				_ = send(r.Context(), w, http.StatusOK, p.Component)
				return
			}
		}
		s.notFound(w, r)
	})
	return headers(mux)
}

// sample frames, as the handlers make them.
func galleryFrame(place, title string) Frame {
	f := Frame{Title: title, Place: place, Address: packed().address}
	if place == "" {
		f.Back = &Link{"/interviews/x", "Northwind"}
	}
	return f
}

func wrong(f Frame, field, says string) Frame {
	f.Problems = []Problem{{field, says}}
	return f
}

func heading(f Frame, words string) Frame {
	f.Heading = words
	return f
}

// Gallery is every page in every state that it has.
func Gallery() []GalleryPage {
	var all []GalleryPage
	for _, part := range [][]GalleryPage{galleryFirst(), galleryToday(), galleryInterview(), galleryDebrief(), galleryNotes(), galleryNews(), galleryPeople(), galleryLearn(), galleryYou(), galleryErrors()} {
		all = append(all, part...)
	}
	return all
}

func galleryFirst() []GalleryPage {
	doors := Doors{Open: "ended", Once: "k", Example: true, Typed: TypedForm{Zone: "Europe/London"}}
	first := FirstPage{Frame: Frame{Title: "Welcome", Address: packed().address}, Doors: doors, First: true}
	bad := first
	bad.Frame = wrong(bad.Frame, "employer", "Say who it was with, like Northwind.")
	paste := FirstPage{Frame: galleryFrame("", "Add an interview"), Doors: doors}
	paste.Open, paste.Example = "paste", false
	typed := paste
	typed.Open, typed.Frame = "type", wrong(paste.Frame, "start", "Start: “32 May” is not a date. Write it like 2026-11-20 14:00.")
	read := InvitationPage{Frame: galleryFrame("", "Check it"), Times: true, Start: "2026-11-25T10:00", Zone: "Europe/London", Says: []string{"Interview: Passenger information officer"},
		People: []string{"Chi Okafor", "Wen Li"}, Ask: &Pick{Name: "me", Legend: "Which one is you?", Options: []Option{{Value: "a", Label: "asha@kapoor.example"}, {Value: "b", Label: "wen.li@orbitrail.example"}}}}
	answer := AnswerPage{Frame: galleryFrame("", "Answer the invitation"), About: "Orbit Rail, Wed 25 Nov, 10:00", To: "Chi Okafor", Email: "chi@orbitrail.example", Me: "asha@kapoor.example",
		Answers: []Answering{{"Accept", "/x", &Link{"mailto:chi@orbitrail.example", ""}}, {"Decline", "/y", nil}}}
	return []GalleryPage{{"first", firstPage(first)}, {"first-error", firstPage(bad)}, {"add", firstPage(paste)}, {"add-error", firstPage(typed)}, {"invitation", invitationPage(read)}, {"answer", answerPage(answer)}}
}

func galleryToday() []GalleryPage {
	f := heading(galleryFrame("Today", "Today"), "Today")
	f.Day, f.DayISO = "Mon 23 Nov", "2026-11-23"
	now := Card{About: "Northwind, data analyst", Say: "Write it down while it is fresh", Soft: "Your interview ended 20 minutes ago. This takes about 4 minutes, the short form under 2.",
		Main: &Link{"/interviews/x/debrief/1", "Start the debrief"}, Links: []Link{{"/interviews/x/debrief/1?short=1", "Short form"}}, Why: whys("", []string{"R10"})}
	waits := []Wait{{"/interviews/h", "Hale Studio", "Nothing to do until Fri 4 Dec.", Thread{3, 14}, false}, {"/interviews/b", "Brightwater", "Nothing to do until Wed 2 Dec.", Thread{5, 14}, false}}
	coming := []Row{{Href: "/interviews/o", Title: "Orbit Rail", Small: "Wed 25 Nov, 10:00, with 2 people"}, {Href: "/interviews/o/card", Title: "Pocket card", Small: "5 things to ask before you leave"}}
	busy := TodayPage{Frame: f, Now: &now, Waiting: waits, Coming: coming, Others: 3, OwnList: []string{"Walk before lunch", "Call Sam"},
		More: []Row{{Title: "Tell Marta Olsen that someone may call", Small: "Hale Studio", Do: &Do{Action: "/x", Label: "Open", Look: "whole"}}}}
	quiet := TodayPage{Frame: f, Next: &NextDay{"Fri 4 Dec", "Hale Studio"}, Waiting: waits, Coming: coming[:1], Done: []string{"Brightwater, next round"}, OwnList: busy.OwnList}
	said := quiet
	said.Frame.Said, said.Frame.Undo = "That is fine.", "aaaaaaaaaaaaaaaaaaaa"
	return []GalleryPage{{"today", todayPage(busy)}, {"today-quiet", todayPage(quiet)}, {"today-undo", todayPage(said)},
		{"find", findPage(FindPage{Frame: galleryFrame("", "Find"), Words: "priya", Hits: []Row{hitRow("person", "p", "", "Priya Nair"), hitRow("debrief", "d", "x", "moving the reports off spreadsheets")}})},
		{"help", helpPage(HelpPage{Frame: galleryFrame("", "Help")})}}
}

func galleryInterview() []GalleryPage {
	f := galleryFrame("Interviews", "Hale Studio")
	f.Back = &Link{"/interviews", "Interviews"}
	story := []Row{{Href: "/x", Title: "2 people", Small: "Lena Hale, Ido Marsh"}, {Href: "/x", Title: "5 questions", Small: "1 hard"}, {Href: "/x", Title: "Do I want it?", Small: "Still want it"}}
	yours := []Mine{{Text: "Notes written", Done: true}, {Text: "Thanks to Lena", Done: true}, {Text: "Tell your referees", Href: "/people/referees"}, {Text: "Ask Sam", Do: &Do{Action: "/x", Label: "Ask Sam"}}}
	record := []RecordLine{{At: Moment{"20 Nov 17:02", "2026-11-20T17:02:00Z"}, Says: "wrote it down", Undo: "/facts/x/undo"}, {At: Moment{"20 Nov 15:10", "2026-11-20T15:10:00Z"}, Says: "it ended", Void: true}}
	wait := InterviewPage{Frame: f, At: "/interviews/x", Name: "Hale Studio", About: "Designer, round 1, Fri 20 Nov", Began: true, Yours: yours, Theirs: []string{"Other people to see", "The choice", "When they say so"},
		Rest:  &RestCard{Lead: "Nothing to do until", Day: "Friday 4 December", Body: "They said 1 to 2 weeks. We wait for the longer time. You can write to them from Mon 7 Dec.", Thread: Thread{3, 14}, Change: "/x", Why: whys("", []string{"R61"})},
		Story: story, Record: record, Tools: []Link{{"/x", "Put the dates in my calendar"}}, Decision: &DecisionView{Want: "Still want it", Good: []string{"Small team, own desk"}, Worrying: []string{"Weekends before launches"}, Ask: []string{"Who sets deadlines?"}}}
	soon := InterviewPage{Frame: f, At: "/interviews/x", Name: "Orbit Rail", About: "Passenger information", Rest: &RestCard{Lead: "It starts", Day: "Wed 25 Nov", Time: "10:00", Clock: true, Body: "Platform House"},
		Before: []Row{{Href: "/x", Title: "Pocket card", Small: "5 things to ask before you leave"}}}
	ask := wait
	ask.Rest, ask.Sheet = nil, &Card{Say: "You can ask once now, if you like", Soft: "Three lines are enough.", Do: &Do{Action: "/x", Label: "Read the question", Look: "go"}, Others: []Do{{Action: "/y", Label: "Skip this one"}}}
	closed := InterviewPage{Frame: f, At: "/interviews/x", Name: "Hale Studio", About: "Designer", Began: true, Reopen: true, Rest: &RestCard{Lead: "Closed", Day: "No answer came", Body: "The people you met, the questions and your answers stay with you."}, Story: story}
	list := InterviewsPage{Frame: heading(galleryFrame("Interviews", "Interviews"), "Interviews"), Show: "open", List: []Row{{Href: "/x", Title: "Northwind", Small: "Data analyst", Owed: "2 notes to send"}}, Next: "/interviews?after=x"}
	empty := InterviewsPage{Frame: list.Frame, Show: "open"}
	edits := EditPage{Frame: wrong(galleryFrame("", "Change it"), "end", "End: it is before the start."), At: "/interviews/x", Employer: "Northwind", Zone: "Europe/London", Kind: "new"}
	date := DatePage{Frame: galleryFrame("", "Change the date"), Action: "/x", Head: "Until when do we wait?", Fields: []Field{{Name: "date", Label: "The last day they may need", Type: "date", Value: "2026-12-04"}}, Button: "Save", Cancel: Link{"/x", "Leave it"}, Why: whys("", []string{"R62"})}
	remove := DatePage{Frame: galleryFrame("", "Delete it"), Action: "/x", Head: "Delete this interview and its notes?", Button: "Delete it", Away: true, Cancel: Link{"/x", "Keep it"}}
	pocket := PocketPage{Frame: galleryFrame("", "Before you leave, ask"), About: "Orbit Rail, Wed 25 Nov, 10:00", Asks: asks()}
	pocket.Class = "pocketpage"
	return []GalleryPage{{"interviews", interviewsPage(list)}, {"interviews-empty", interviewsPage(empty)}, {"interview-waiting", interviewPage(wait)}, {"interview-soon", interviewPage(soon)},
		{"interview-ask", interviewPage(ask)}, {"interview-closed", interviewPage(closed)}, {"edit-error", editPage(edits)}, {"wait", datePage(date)}, {"delete", datePage(remove)}, {"pocket-card", pocketPage(pocket)}}
}

func galleryDebrief() []GalleryPage {
	d := afterword.Debrief{Met: []afterword.Met{{Name: "Priya Nair", Email: "priya.nair@northwind.example", TalkedAbout: "moving the reports off spreadsheets"}, {Name: "Tom Reed"}},
		Questions: []afterword.Asked{{Asked: "How do you take feedback?", Answered: "I ask early", Felt: "fine"}}, Unsaid: []string{"I moved 40 reports in my last job"},
		Hear: &afterword.Hear{Said: "1 to 2 weeks", EitherWay: "yes", AnotherRound: "unknown", Channel: "email"}, Want: afterword.WantStill}
	var all []GalleryPage
	for n := 1; n <= 6; n++ {
		f := galleryFrame("", debriefHeads[n-1])
		f.Class = "writing"
		p := DebriefPage{Frame: f, At: "/interviews/x", Employer: "Northwind", Number: n, Answers: 3, Debrief: d, People: d.Met, Said: "1 to 2 weeks", Until: "Mon 7 Dec", Common: commonQuestions,
			SoFar: []SoFar{{Label: "Who you met", Href: "/x", Done: true}, {Label: "One thing each", Here: true}, {Label: "What they asked"}}}
		p.Where = p.place()
		all = append(all, GalleryPage{"debrief-" + itoa(n), debriefPageOf(p)})
		if n == 1 {
			p.Frame, p.People, p.Debrief = wrong(p.Frame, "name-1", "Say who you met, or that you do not know the names."), nil, afterword.Debrief{}
			all = append(all, GalleryPage{"debrief-1-error", debriefPageOf(p)})
		}
	}
	c := clock{}
	check := (&visit{clock: c, site: &site{assets: packed()}}).groups("/interviews/x", d)
	back := LookBackPage{Frame: galleryFrame("", "Look back"), At: "/interviews/x", Questions: d.Questions, Why: whys("", []string{"R20"})}
	decides := DecidePage{Frame: galleryFrame("", "Do I want it?"), At: "/interviews/x", Want: "still", Good: "Priya left at five", Matters: []afterword.Matter{{What: "Learning", Fit: "yes"}, {What: "Hours"}}, Quotes: []string{"Priya: moving the reports"}, Why: whys("", []string{"R80"})}
	writing := galleryFrame("", "Just write or dictate")
	writing.Class = "writing"
	return append(all,
		GalleryPage{"just", justPage(JustPage{Frame: writing, At: "/interviews/x"})}, GalleryPage{"paste-error", justPage(JustPage{Frame: wrong(writing, "just", "Paste your notes first."), At: "/interviews/x", Paste: true})},
		GalleryPage{"check", checkPage(CheckPage{Frame: galleryFrame("", "Check your notes"), At: "/interviews/x", Groups: check, Done: true})},
		GalleryPage{"done", donePage(DonePage{Frame: galleryFrame("", "Done"), At: "/interviews/x", Best: "tomorrow, 15:40", Until: "Mon 7 Dec", Look: true, Notes: []Row{{Href: "/notes/a", Title: "For Priya Nair"}, {Href: "/notes/b", Title: "For Tom Reed"}}})},
		GalleryPage{"look-back", lookBackPage(back)}, GalleryPage{"decide", decidePage(decides)})
}
