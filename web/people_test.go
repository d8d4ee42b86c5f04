package web

import (
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// outside are the addresses of other sites that a page links to.
func outside(p page) (list []string) {
	walk(p.main(), func(n *html.Node) {
		if href := attr(n, "href"); strings.HasPrefix(href, "https://") {
			list = append(list, href)
		}
	})
	return list
}

func TestR06AHiddenEmployerIsNoWordForASearch(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	// The agency let the name slip; it still goes nowhere.
	p := b.get("/add").press("Save", v("employer", "Northwind", "kind", "confidential", "start", "2026-11-20T14:00", "with", "Priya Nair", "agency", "Mara Vogel <mara@keystone.example>"))
	if found := outside(p.follow("2 people").follow("Priya Nair")); len(found) > 0 {
		t.Errorf("searches for someone at a hidden employer: %v", found)
	}
	b.get("/people").follow("Priya Nair").says("The agency keeps the employer’s name")
	b.get("/add").press("Save", v("employer", "Mira", "kind", "internal", "start", "2026-11-20T14:00", "with", "Tom Reed"))
	if found := outside(b.get("/people").follow("Tom Reed").says("your own address list")); len(found) > 0 {
		t.Errorf("searches for a colleague: %v", found)
	}
	b.get("/add").press("Save", v("employer", "Salt & Sons", "start", "2026-11-20T14:00", "with", "Zoë Müller"))
	for _, href := range outside(b.get("/people").follow("Zoë Müller")) {
		u, err := url.Parse(href)
		if err != nil {
			t.Fatal(err)
		}
		if q := u.Query().Get("q") + u.Query().Get("keywords"); !strings.HasPrefix(q, "Zoë Müller Salt & Sons") {
			t.Errorf("%s looks for %q", href, q)
		}
	}
}

func TestR79SomeoneWhoWorksThereIsAddedOnAPageAndMayBeAsked(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	firstDebrief(b, "priya@northwind.example")
	p := b.get("/people").follow("Add a person")
	p.press("Add", v("name", "Olu Bello", "kind", "insider", "application", "")).says("Say which interview it is about.")
	application := ""
	walk(p.doc, func(n *html.Node) {
		if n.Data == "option" && strings.HasPrefix(text(n), "Northwind") {
			application = attr(n, "value")
		}
	})
	p.press("Add", v("name", "Olu Bello", "kind", "insider", "application", application)).says("Olu Bello", "Works there", "No address yet")
	b.get("/people").says("Could help", "One short question is fine")
	b.get("/").says("Ask Olu Bello")
	p = b.get("/people").follow("Olu Bello")
	p = p.press("Save", v("kind", "advocate")) // the first form of that name is the role's
	p.says("Knows the hiring manager")
	b.get("/people").says("You may ask them for a word")
	p.press("Take it away", nil)
	if left := text(b.get("/people").main()); strings.Contains(left, "Could help") {
		t.Errorf("still there: %s", left)
	}
}

func TestR72TheRefereesPageSaysWhoWasToldWhatAndWhoIsSpared(t *testing.T) {
	t.Parallel()
	b, _ := madeUp(t)
	p := b.get("/people/referees").says("Dr Ruth Adeyemi", "Not told yet", "Not asked yet")
	p.press("Tell them", nil).press("Approve", nil).press("Yes, sent", nil)
	p = b.get("/people/referees").says("Told Tue 24 Nov", "Not told yet").press("They know", nil)
	if left := text(p.main()); strings.Contains(left, "Not told yet") {
		t.Errorf("she was told on the phone: %s", left)
	}
	p = b.get("/people/referees").press("They agreed to be named", nil)
	p = p.press("Not needed", nil).says("They need not be told about this one.", "Not needed for this one")
	p = p.press("Put them in this place", v("who", "Kofi Mensah", "mail", "kofi@mira.example")).says("Kofi Mensah", "Before them", "Dr Ruth Adeyemi: Kofi Mensah speaks for you now", "told Tue 24 Nov")
	p.press("Put them in this place", v("who", "", "mail", "")).says("There is a problem")
}

func TestMergedPeopleCanBeMadeTwoAgainOnThePageAndLoseNothing(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/").press("Continue", v("employer", "Northwind"))
	p = p.press("Continue", url.Values{"name": {"P. Nair", "Priya Nair"}, "email": {"", "priya@northwind.example"}})
	p.press("Continue", url.Values{"talked_about": {"the reports", "the clinic"}})
	p = b.get("/people").follow("Priya Nair")
	if strings.Contains(text(p.main()), "Make them two again") {
		t.Error("nobody was merged into her yet")
	}
	p.press("Make them one", nil).says("Choose who they are the same as.")
	other := ""
	walk(p.doc, func(n *html.Node) {
		if n.Data == "option" && text(n) == "P. Nair" {
			other = attr(n, "value")
		}
	})
	p = p.press("Make them one", v("other", other)).says("Also kept here: P. Nair.")
	if all := text(b.get("/people").main()); strings.Contains(all, "P. Nair") {
		t.Errorf("two of her: %s", all)
	}
	p.press("Make them two again", nil).says("They are two people again.")
	b.get("/people").says("P. Nair", "the reports", "Priya Nair", "the clinic")
}

func TestR96WhoIsInTouchElsewhereIsLeftAtThat(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	at := "/interviews/" + string(made.Hale)
	b.post(at+"/news/no", nil)
	p := b.get(at + "/people").says("You may connect with them now").follow("Lena Hale")
	p.press("We are in touch elsewhere", nil).says("In touch elsewhere since Tue 24 Nov")
	b.clock.Set("2027-03-01T10:00:00Z")
	if today := text(b.get("/").main()); strings.Contains(today, "Say hello") {
		t.Errorf("asked again: %s", today)
	}
}
