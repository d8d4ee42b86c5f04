package web

import (
	"net/url"
	"strings"
	"testing"

	"afterword/service"
)

// meeting is one VEVENT of Northwind's, to be put into a calendar.
func meeting(uid, summary string, lines ...string) string {
	return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261117T090000Z\nSUMMARY:" + summary + "\nORGANIZER;CN=Priya Nair:mailto:priya@northwind.example\n" +
		"ATTENDEE;CN=Asha Rao:mailto:asha@example.org\n" + strings.Join(lines, "\n") + "\nEND:VEVENT\n"
}

func invite(events ...string) url.Values {
	return url.Values{"invitation": {"BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\n" + strings.Join(events, "") + "END:VCALENDAR"}}
}

// box is what stands in a box.
func (p page) box(name string) string {
	for _, f := range p.all("form") {
		if named(f, name) {
			return values(f).Get(name)
		}
	}
	p.t.Errorf("%s has no box %q", p.at.Path, name)
	return ""
}

func TestAnInvitationIsCheckedBeforeItIsKept(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-18T09:00:00Z")
	add := func(form url.Values) page { return b.post("/add/read", form) }
	p := add(invite(meeting("a", "Interview: Data analyst at Northwind", "DTSTART;TZID=America/New_York:20261124T160000", "DTEND;TZID=America/New_York:20261124T170000")))
	p.says("Is this right?", "Priya Nair")
	if p.box("start") != "2026-11-24T16:00" || p.box("zone") != "America/New_York" || p.box("employer") != "Northwind" || p.box("role") != "Data analyst" {
		t.Errorf("read: %s %s, %s, %s", p.box("start"), p.box("zone"), p.box("employer"), p.box("role"))
	}
	if list := text(b.get("/interviews").main()); strings.Contains(list, "Northwind") {
		t.Error("it is kept before it was checked")
	}
	p.press("Save", nil).says("Northwind", "24 Nov", "16:00")
	p.press("Save", nil) // a second post of the form
	if n := strings.Count(text(b.get("/interviews").main()), "Northwind"); n != 1 {
		t.Errorf("it is there %d times", n)
	}
}

func TestATimeThatIsPutRightIsReadInTheZoneBesideIt(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-18T09:00:00Z") // in London
	p := b.post("/add/read", invite(meeting("a", "Interview with Northwind", "DTSTART:20261124T160000Z", "DTEND:20261124T170000Z")))
	p.says("It does not say where they are")
	if p.box("start") != "2026-11-24T16:00" || p.box("zone") != "Europe/London" {
		t.Errorf("shown in %s as %s", p.box("zone"), p.box("start"))
	}
	p.press("Save", url.Values{"zone": {"America/New_York"}}).says("16:00", "New York")

	p = b.post("/add/read", invite(meeting("b", "Interview with Contoso", "DTSTART:20261125T160000")))
	p.says("names no time zone").press("Save", url.Values{"employer": {"Contoso"}}).says("Contoso", "16:00")

	p = b.post("/add/read", invite(meeting("c", "Interview with Fabrikam", "DTSTART;VALUE=DATE:20261126")))
	p = p.says("for the whole of Thu 26 Nov").press("Save", nil)
	if p.status != 422 || p.box("start") != "" {
		t.Errorf("a day without a time: %d", p.status)
	}
	p.press("Save", url.Values{"start": {"2026-11-26T10:30"}, "employer": {"Fabrikam"}}).says("Fabrikam", "10:30")

	p = b.post("/add/read", invite(meeting("d", "Interview with Tailspin", "DTSTART;TZID=Customized Time Zone:20261127T100000")))
	p.says("time zone could not be told").press("Save", nil).says("time zone")
}

func TestWhichOfSeveralMeetingsIsAskedFirst(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-18T09:00:00Z")
	two := invite(meeting("one", "Interview with Northwind", "DTSTART:20261124T160000Z"), meeting("two", "Interview with Contoso", "DTSTART:20261201T100000Z"),
		meeting("b", "Birthday of Tom", "DTSTART:20261130T100000Z"))
	p := b.post("/add/read", two).says("Which one?", "Interview with Contoso")
	if shown := text(p.main()); strings.Contains(shown, "Birthday") || strings.Contains(shown, "Starts") {
		t.Errorf("it shows %s", shown)
	}
	p.press("Go on", nil).says("Choose one")
	p = p.press("Go on", url.Values{"uid": {"two"}})
	if p.box("employer") != "Contoso" || p.box("start") != "2026-12-01T10:00" {
		t.Errorf("chosen: %s at %s", p.box("employer"), p.box("start"))
	}
	p.press("Save", nil).says("Contoso", "1 Dec")

	one := b.post("/add/read", invite(meeting("one", "Interview with Northwind", "DTSTART:20261124T160000Z"), meeting("b", "Birthday of Tom", "DTSTART:20261130T100000Z")))
	if one.box("employer") != "Northwind" {
		t.Errorf("the one interview of a file: %s", one.box("employer"))
	}
}

func TestAnInvitationIsAnsweredFromItsPage(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-18T09:00:00Z")
	p := b.post("/add/read", invite(meeting("abc", "Interview with Northwind", "SEQUENCE:4", "DTSTART;TZID=America/New_York:20261124T160000"))).press("Save", nil)
	p = p.follow("Answer the invitation").says("Priya Nair", "asha@example.org", "Accept", "Decline", "Perhaps")
	if mail := linkOf(p, "Write the mail"); !strings.HasPrefix(mail, "mailto:priya@northwind.example?subject=Accepted%3A%20Interview%20with%20Northwind") {
		t.Errorf("the mail: %s", mail)
	}
	for label, want := range map[string]string{"Accept": "ACCEPTED", "Decline": "DECLINED", "Perhaps": "TENTATIVE"} {
		var file page
		for _, a := range p.all("a") {
			if attr(a, "aria-label") == label+": save the file" {
				file = b.get(attr(a, "href"))
			}
		}
		text := strings.ReplaceAll(string(file.body), "\r\n ", "")
		if strings.Count(text, "ATTENDEE") != 1 || !strings.Contains(text, "PARTSTAT="+want) || !strings.Contains(text, "METHOD:REPLY") ||
			!strings.Contains(text, "\r\nUID:abc\r\n") || !strings.Contains(text, "\r\nSEQUENCE:4\r\n") || !strings.Contains(text, "mailto:asha@example.org") {
			t.Errorf("%s: %s", label, text)
		}
		if !strings.Contains(file.header.Get("Content-Type"), "method=REPLY") || !strings.Contains(file.header.Get("Content-Disposition"), ".ics") {
			t.Errorf("%s: %v", label, file.header)
		}
	}
	if p := b.get(p.at.Path + "?me=nobody"); p.status != 422 {
		t.Errorf("an address that is none: %d", p.status)
	}
	if b.get(p.at.Path+"/maybe").status != 422 {
		t.Error("an answer that is none")
	}
	hand := b.post("/add/ended", url.Values{"employer": {"Contoso"}})
	if strings.Contains(text(hand.main()), "Answer the invitation") || b.get(hand.at.Path+"/answer").status == 200 {
		t.Error("nobody invited, and an answer is offered")
	}
}

func TestEveryPageThatTellsATimeTellsItInBothZones(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-24T09:00:00Z")
	b.post("/add/read", invite(meeting("a", "Interview with Northwind", "DTSTART;TZID=America/New_York:20261124T160000"))).press("Save", nil)
	list, err := b.svc.List(t.Context(), b.own, service.ListFilter{})
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	at := "/interviews/" + string(list[0].ID)
	for zone, want := range map[string][2]string{
		"Asia/Singapore":   {"Tue 24 Nov, 16:00 in New York", "omorrow, 05:00 yours"},
		"Europe/London":    {"oday, 16:00 in New York", "21:00 yours"},
		"America/New_York": {"oday, 16:00", ""},
	} {
		_, err := b.svc.Set(t.Context(), b.own, "zone", zone)
		if err != nil {
			t.Fatal(err)
		}
		if form := text(b.get(at + "/news/moved").main()); strings.Contains(form, "By the clocks in New York") != (want[1] != "") {
			t.Errorf("the news that it moved, in %s: %s", zone, form)
		}
		for _, path := range []string{"/", "/interviews", at, at + "/card", at + "/answer"} {
			p := b.get(path).says(want[0], want[1])
			if zone == "America/New_York" && strings.Contains(text(p.main()), "yours") {
				t.Errorf("%s in %s: %s", path, zone, text(p.main()))
			}
		}
	}
}
