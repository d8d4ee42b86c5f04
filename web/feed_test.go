package web

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"afterword"
	"afterword/service"
)

func TestTheFeedIsMadeShownOnceAndTakenBack(t *testing.T) {
	t.Parallel()
	b, _ := madeUp(t)
	p := b.post("/you/calendars", url.Values{})
	at := strings.Index(string(p.body), "/feed/")
	if at < 0 {
		t.Fatalf("no address is shown: %s", text(p.main()))
	}
	address, _, _ := strings.Cut(string(p.body)[at:], "<")
	if again := b.get("/you/calendars"); strings.Contains(string(again.body), address) {
		t.Error("the address is shown a second time")
	}
	look := func(method, path, tag string) *http.Response {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), method, b.server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if tag != "" {
			r.Header.Set("If-None-Match", tag)
		}
		answer, err := http.DefaultClient.Do(r) // nobody signed in
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		return answer
	}
	before := exported(t, b)
	first := look("GET", address, "")
	tag := first.Header.Get("ETag")
	if first.StatusCode != http.StatusOK || tag == "" || !strings.HasPrefix(first.Header.Get("Content-Type"), "text/calendar") ||
		first.Header.Get("Cache-Control") != "no-store" || !strings.Contains(first.Header.Get("X-Robots-Tag"), "noindex") {
		t.Errorf("%d %v", first.StatusCode, first.Header)
	}
	for _, method := range []string{"GET", "HEAD"} {
		if again := look(method, address, tag); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s the second time: %d", method, again.StatusCode)
		}
	}
	if exported(t, b) != before {
		t.Error("looking changed what is stored")
	}
	b.post("/you/calendars/revoke", url.Values{})
	gone, wrong := look("GET", address, tag), look("GET", "/feed/x.ics", "")
	if gone.StatusCode != http.StatusNotFound || wrong.StatusCode != http.StatusNotFound || gone.Header.Get("ETag") != "" || gone.Header.Get("Content-Length") != wrong.Header.Get("Content-Length") {
		t.Errorf("taken back: %d %v; wrong: %d %v", gone.StatusCode, gone.Header, wrong.StatusCode, wrong.Header)
	}
}

func TestWhatIsNotKnownOfHolidaysIsSaidOnThePage(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-24T16:00:00Z")
	if _, err := b.svc.Set(t.Context(), b.own, "region", "IN"); err != nil {
		t.Fatal(err)
	}
	iv, err := b.svc.Add(t.Context(), b.own, service.AddInput{Employer: "Northwind", Start: "2026-11-16 10:00", Zone: "Asia/Kolkata"})
	if err != nil {
		t.Fatal(err)
	}
	const unknown = "The public holidays of IN are not known for 2026, so none were counted."
	b.get("/interviews/" + string(iv.ID)).says(unknown)
	_, err = b.svc.SetHolidays(t.Context(), b.own, "", []service.Days{{From: afterword.NewDate(2026, 11, 24), To: afterword.NewDate(2026, 11, 25)}})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text(b.get("/interviews/"+string(iv.ID)).main()), unknown) {
		t.Error("the days were given, and are said to be unknown")
	}
	b.get("/you/calendars").says("IN: 2 days in 2026. Other years are not known.")
}

func TestContactsSayWhatBecameOfThem(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-24T16:00:00Z")
	if _, err := b.svc.Set(t.Context(), b.own, "email", "asha@example.org"); err != nil {
		t.Fatal(err)
	}
	send := func(text string) page { return b.upload("/people/contacts", "contacts", text) }
	const file = "BEGIN:VCARD\nVERSION:3.0\nFN:Jane Doe\nEMAIL:jane@northwind.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Asha\nEMAIL:asha@example.org\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nTEL:1\nEND:VCARD\n"
	send(file).says("1 new, 0 filled in, 0 as they were.", "Left out: Asha: that is you.", "neither a name nor an address")
	send(file).says("0 new, 0 filled in, 1 as they were.")
	if p := send("nothing"); p.status != http.StatusUnprocessableEntity {
		t.Errorf("no contact file: %d", p.status)
	}
}

// upload sends a file from the box of a form.
func (b *browser) upload(path, box, text string, typed ...string) page {
	b.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for i := 0; i < len(typed); i += 2 {
		_ = form.WriteField(typed[i], typed[i+1])
	}
	w, err := form.CreateFormFile(box, "file")
	if err != nil {
		b.t.Fatal(err)
	}
	_, _ = w.Write([]byte(text))
	_ = form.Close()
	r, err := b.client.Post(b.server.URL+path, form.FormDataContentType(), &body)
	return b.shown(r, err)
}

func TestAnAddressThatOnlyThisComputerOpensIsNoPictureForAPhone(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-24T16:00:00Z")
	p := b.get("/you/browsers").press("Make an address", nil).says("another browser here", "this computer only", "afterword serve --addr 0.0.0.0:8484 --plain")
	if strings.Contains(string(p.body), `class="qr"`) {
		t.Error("a picture that leads a phone to itself")
	}
	b.get("/you/calendars").press("Make an address", nil).says("this computer only")
	b.get("/help").says("afterword serve --addr 0.0.0.0:8484 --plain")
}

func TestAHolidayFileThatRepeatsSaysWhatCounts(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-24T16:00:00Z")
	if _, err := b.svc.Set(t.Context(), b.own, "region", "IN"); err != nil {
		t.Fatal(err)
	}
	send := func(text string) page { return b.upload("/you/calendars/holidays", "holidays", text) }
	send("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270126\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n").says("count on their first day only", "IN: 1 day in 2027.")
	if p := send("nothing").says("not a calendar file"); p.status != http.StatusUnprocessableEntity {
		t.Errorf("no calendar file: %d", p.status)
	}
}
