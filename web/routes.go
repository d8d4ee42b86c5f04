package web

import (
	"encoding/json"
	"net/http"
	"slices"
)

// route is one address and what answers it.
type route struct {
	pattern string
	handler handler
}

// pages is every page there is. A GET changes nothing.
func pages() []route {
	return slices.Concat(placePages(), interviewPages(), notePages())
}

// placePages are the five places and what lies in them.
func placePages() []route {
	return []route{
		{"GET /{$}", today},
		{"GET /find", find},
		{"GET /help", help},
		{"GET /help/practices", practices},
		{"GET /calendar.ics", calendar},
		{"GET /add", addForm},
		{"POST /add", addTyped},
		{"POST /add/ended", addEnded},
		{"POST /add/read", addRead},
		{"POST /add/invitation", addInvitation},
		{"POST /example", openExample},
		{"GET /interviews", interviews},
		{"POST /facts/{id}/undo", undo},
		{"GET /notes", kept},
		{"POST /courtesies", courtesies},
		{"GET /people", people},
		{"GET /people/referees", referees},
		{"POST /people/referees", addReferee},
		{"POST /people/referees/{id}/agreed", refereeAgreed},
		{"POST /people/referees/{id}/points", refereePoints},
		{"POST /people/referees/{id}/done", refereeDone},
		{"POST /people/referees/{id}/knows", refereeKnows},
		{"POST /people/referees/{id}/replace", replaceReferee},
		{"GET /people/new", newPersonForm},
		{"POST /people/new", newPerson},
		{"GET /people/{id}", person},
		{"POST /people/{id}", editPerson},
		{"POST /people/{id}/merge", mergePeople},
		{"POST /people/{id}/split", splitPerson},
		{"POST /people/{id}/role", editRole},
		{"POST /people/{id}/connected", connected},
		{"GET /learn", learn},
		{"GET /learn/notice", noticed},
		{"GET /learn/proof", proof},
		{"GET /learn/proof.csv", proofTable},
		{"GET /learn/better", betterForm},
		{"POST /learn/better", better},
		{"GET /learn/add", addQuestionsForm},
		{"POST /learn/add", addQuestions},
		{"GET /you", you},
		{"GET /you/away", away},
		{"POST /you/away", addAway},
		{"POST /you/away/{id}/delete", deleteAway},
		{"GET /you/browsers", browsers},
		{"POST /you/browsers", newLink},
		{"POST /you/browsers/{id}/shut-out", shutOut},
		{"GET /you/data", data},
		{"GET /you/data/afterword.json", export},
		{"POST /you/data/release", release},
		{"GET /you/calendars", calendars},
		{"POST /you/calendars", newFeed},
		{"POST /you/calendars/revoke", revokeFeed},
		{"POST /you/calendars/away", fetchAway},
		{"POST /you/calendars/holidays", addHolidays},
		{"POST /you/calendars/holidays/forget", forgetHolidays},
		{"GET /people/contacts.vcf", contacts},
		{"POST /people/contacts", addContacts},
		{"GET /people/{id}/contact.vcf", contacts},
		{"GET /you/{group}", settingsForm},
		{"POST /you/{group}", settings},
		{"POST /sign-out", (*visit).signOut},
	}
}

// interviewPages are those of one interview.
func interviewPages() []route {
	const iv = "/interviews/{id}"
	return []route{
		{"GET " + iv, interview},
		{"GET " + iv + "/edit", editForm},
		{"POST " + iv + "/edit", edit},
		{"POST " + iv + "/over", over},
		{"GET " + iv + "/delete", deleteForm},
		{"POST " + iv + "/delete", deleteInterview},
		{"GET " + iv + "/card", pocketCard},
		{"GET " + iv + "/prep", prep},
		{"GET " + iv + "/people", interviewPeople},
		{"GET " + iv + "/calendar.ics", calendar},
		{"GET " + iv + "/remind.ics", remind},
		{"GET " + iv + "/wait", waitForm},
		{"POST " + iv + "/wait", setWait},
		{"GET " + iv + "/promise", promiseForm},
		{"POST " + iv + "/promise", addPromise},
		{"POST " + iv + "/promises/{promise}/kept", keepPromise},
		{"POST " + iv + "/skip", skipStep},
		{"GET " + iv + "/debrief", debriefStart},
		{"GET " + iv + "/debrief/just", justForm},
		{"POST " + iv + "/debrief/just", just},
		{"GET " + iv + "/debrief/paste", pasteForm},
		{"POST " + iv + "/debrief/paste", paste},
		{"POST " + iv + "/debrief/sorted", saveSorted},
		{"GET " + iv + "/debrief/check", checkNotes},
		{"GET " + iv + "/debrief/done", done},
		{"GET " + iv + "/debrief/{page}", debriefForm},
		{"POST " + iv + "/debrief/{page}", debrief},
		{"GET " + iv + "/look-back", lookBackForm},
		{"POST " + iv + "/look-back", lookBack},
		{"GET " + iv + "/decide", decideForm},
		{"POST " + iv + "/decide", decide},
		{"GET " + iv + "/write", writeForm},
		{"POST " + iv + "/write", write},
		{"GET " + iv + "/wrote", wroteForm},
		{"GET " + iv + "/news", newsForm},
		{"GET " + iv + "/news/{kind}", newsOf},
		{"POST " + iv + "/news/{kind}", news},
		{"GET " + iv + "/outcome", outcome},
		{"GET " + iv + "/feedback", feedback},
		{"POST " + iv + "/feedback", openFeedback},
		{"GET " + iv + "/answer", answerForm},
		{"GET " + iv + "/answer/{answer}", answerInvitation},
	}
}

// notePages are those of one note.
func notePages() []route {
	const note = "/notes/{id}"
	return []route{
		{"GET " + note, noteForm},
		{"POST " + note, letterOf},
		{"POST " + note + "/check", noteCheck},
		{"POST " + note + "/keep", keepNote},
		{"POST " + note + "/let-go", letGo},
		{"GET " + note + "/send", sendForm},
		{"GET " + note + "/sent", sentForm},
		{"POST " + note + "/sent", sent},
		{"GET " + note + "/skip", skipNoteForm},
		{"POST " + note + "/skip", skipNote},
		{"GET " + note + "/pass-on", passOnForm},
		{"POST " + note + "/pass-on", passOn},
		{"GET " + note + "/card", foldCard},
		{"POST " + note + "/card", foldCard},
	}
}

// routes puts the pages and what needs no one signed in behind one handler.
func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	for _, r := range pages() {
		mux.Handle(r.pattern, s.signedIn(r.handler))
	}
	mux.HandleFunc("GET /open/{token}", s.open)
	mux.HandleFunc("GET /feed/{file}", s.feed)
	mux.HandleFunc("GET /health", health)
	mux.HandleFunc("GET /sw.js", s.worker)
	mux.HandleFunc("GET /assets/{file}", s.asset)
	mux.HandleFunc("GET /manifest.webmanifest", s.manifest)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, s.assets.address["icon.svg"], http.StatusMovedPermanently)
	})
	mux.HandleFunc("/", s.notFound)
	return mux
}

// manifest lets a phone put the pages on its home screen.
func (s *site) manifest(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", mediaTypes[".webmanifest"])
	_ = json.NewEncoder(w).Encode(map[string]any{
		"name": "Afterword", "short_name": "Afterword", "start_url": "/", "display": "standalone", "lang": "en",
		"background_color": "#F4F1E9", "theme_color": "#F4F1E9",
		"icons": []map[string]string{{"src": s.assets.address["icon.svg"], "sizes": "any", "type": "image/svg+xml"}},
	})
}
