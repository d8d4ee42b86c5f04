package web

import (
	"net/url"
	"strings"
	"testing"
)

// thanked is an interview with its debrief, whose one note went, with something promised.
func thanked(t *testing.T) (*browser, string) {
	t.Helper()
	b := setup(t, "2026-11-20T15:10:00Z")
	b.get("/add").press("Save", v("employer", "Northwind", "start", "2026-11-20T14:00", "with", "Priya Nair <priya@northwind.example>"))
	at := b.get("/interviews").follow("Northwind").at.Path
	b.get(at+"/debrief/1").press("Continue", url.Values{"name": {"Priya Nair"}, "email": {"priya@northwind.example"}})
	b.get(at+"/debrief/4").press("Continue", v("what", "portfolio link", "due", "2026-11-24"))
	b.get(at+"/debrief/5").press("Continue", v("said", "1 to 2 weeks"))
	return b, at
}

func TestOneOrderOnTodayAndOnTheInterview(t *testing.T) {
	t.Parallel()
	b, at := thanked(t)
	b.get(at + "/debrief/done").says("nothing to do until Tue 24 Nov, the day of your promise")
	b.get("/").says("Your note to Priya Nair is ready to read", "Send what you promised: portfolio link")
	silent(t, b.get(at), "I have sent it")
	b.get(at).follow("Read it").follow("I have sent it already").press("Yes, sent", nil)
	b.get(at).says("I have sent it")
}

func TestAnAnswerTheyWaitForGoesBeforeAQuestionOfOurs(t *testing.T) {
	t.Parallel()
	b, at := thanked(t)
	b.get(at).follow("Read it").follow("I have sent it already").press("Yes, sent", nil)
	b.get(at).press("I have sent it", nil)
	b.clock.Set("2026-12-02T10:00:00Z")
	b.get(at+"/news/wrote").press("Note it", nil)
	p := b.get("/").says("They may be waiting for your answer", "Then nothing to do until Fri 4 Dec")
	if strings.Contains(string(p.body), "class=\"rest waits\"><li><a href=\""+at+"\"><svg") {
		t.Error("what waits for an answer has a tick")
	}
	b.clock.Set("2026-12-07T10:00:00Z")
	silent(t, b.get("/").says("They may be waiting for your answer"), "You can ask once now")
	b.get("/").press("No answer needed", nil)
	b.get("/").press("Read the question", nil).press("Approve", nil).press("Yes, sent", nil)
	b.clock.Set("2026-12-15T10:00:00Z")
	silent(t, b.get("/").says("You asked on Mon 7 Dec", "You can put it down from Mon 21 Dec"), "of 14")
}

func TestTheAnswerToANoGoesBeforeAskingForFeedback(t *testing.T) {
	t.Parallel()
	b, at := thanked(t)
	b.get(at+"/news/no").press("Note it", nil)
	silent(t, b.get("/").says("There is one kind reply to send"), "Ask what you could do better")
	silent(t, b.get(at), "Ask for feedback")
}
