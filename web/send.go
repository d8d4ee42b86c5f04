package web

import (
	"net/http"
	"net/url"
	"strings"

	"afterword"
	"afterword/service"
)

// SendPage hands an approved letter over and asks whether it went. We never claim to know.
type SendPage struct {
	Frame
	ID, At        string
	To, Email     string
	Subject, Body string
	Open          *Link  // opens it in their own mail app or in the browser
	How           string // what to do, when there is nothing to open
	Share         bool
	Call          bool
	Phone         string
	Sent          bool // "I have sent it already": only the question
}

// mailtoLimit is how long a mailto address may be before mail apps cut it (experience 3.5).
const mailtoLimit = 1900

func (v *visit) sendPage(n service.NoteView) SendPage {
	p := SendPage{Frame: v.task("Send it", Link{"/notes/" + string(n.ID), n.To.Name}), ID: string(n.ID), At: "/interviews/" + string(n.Interview),
		To: n.To.Name, Email: n.To.Email, Subject: n.Subject, Body: n.Body}
	p.Modules = []string{"note.js"}
	switch n.Channel {
	case afterword.Email, afterword.NoChannel, afterword.AnyChannel:
		p.Open = opening(v.set.MailApp, n)
		p.How = "Copy the text into a mail of your own."
		p.Share = v.set.MailApp == "share"
	case afterword.Phone:
		p.Call, p.How = true, "Call once, and keep to the script."
	case afterword.Post:
		p.Open = &Link{"/notes/" + string(n.ID) + "/card", "Print the card"}
	case afterword.ViaAgency:
		p.How = "Send it to the agency and ask them to pass it on."
	default:
		p.How = "Copy the text and paste it there."
	}
	return p
}

// opening is the address that opens a letter where the person writes their mail; nil is copy.
func opening(app string, n service.NoteView) *Link {
	body := strings.ReplaceAll(n.Body, "\n", "\r\n")
	q := func(pairs ...string) string {
		var parts []string
		for i := 0; i < len(pairs); i += 2 {
			// mail apps want %20 and not +
			parts = append(parts, pairs[i]+"="+strings.ReplaceAll(url.QueryEscape(pairs[i+1]), "+", "%20"))
		}
		return strings.Join(parts, "&")
	}
	switch app {
	case "gmail":
		return &Link{"https://mail.google.com/mail/?" + q("view", "cm", "fs", "1", "to", n.To.Email, "su", n.Subject, "body", body), "Open in Gmail"}
	case "outlook":
		return &Link{"https://outlook.live.com/mail/0/deeplink/compose?" + q("to", n.To.Email, "subject", n.Subject, "body", body), "Open in Outlook"}
	case "copy", "share":
		return nil
	}
	address := "mailto:" + url.PathEscape(n.To.Email) + "?" + q("subject", n.Subject, "body", body)
	address = strings.Replace(address, "%40", "@", 1)
	if len(address) > mailtoLimit {
		return nil
	}
	return &Link{address, "Open in my mail app"}
}

func sendForm(v *visit) error {
	n, err := v.Service.Note(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	if n.State != afterword.NoteApproved {
		return v.see("/notes/" + v.id())
	}
	p := v.sendPage(n)
	if p.Call {
		x, err := v.Service.Person(v.ctx, v.a, string(n.To.ID))
		if err != nil {
			return err
		}
		p.Phone = x.Phone
	}
	return v.show(sendPage(p))
}

func sentForm(v *visit) error {
	n, err := v.Service.Note(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	p := v.sendPage(n)
	p.Title, p.Sent, p.Open, p.How = "Did it go?", true, nil, ""
	return v.show(sendPage(p))
}

// sent records that it went, or that it did not yet.
func sent(v *visit) error {
	if v.text("do") == "not-yet" {
		return v.seeSaid("/notes/"+v.id(), "not-yet", "")
	}
	n, err := v.Service.SentNote(v.ctx, v.a, v.id(), typedTime(v.text("at")))
	if err != nil {
		return err
	}
	return v.seeSaid("/interviews/"+string(n.Interview), "sent", "")
}

func skipNoteForm(v *visit) error {
	n, err := v.Service.Note(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	at := "/notes/" + v.id()
	sentence := "That is fine. A word on why helps you remember."
	if n.Kind == afterword.Thanks && v.firstDoubt() {
		if p, ok := afterword.PracticeByID("R49"); ok {
			sentence = p.Says + " " + sentence
		}
	}
	return v.show(datePage(DatePage{Frame: v.task("Not this person", Link{at, n.To.Name}), Action: at + "/skip", Head: "No note to " + orElse(n.To.Name, "them") + "?",
		Sentence: sentence, Button: "Skip this note", Cancel: Link{at, "Keep it"},
		Fields: []Field{{Name: "why", Label: "Why (optional)", Yours: true}}, Why: whys("", []string{"R27"})}))
}

// firstDoubt says that someone hesitates to send thanks for the first time in this browser: the
// number from an old article is told once, and never as a scare (R49).
func (v *visit) firstDoubt() bool {
	name := v.cookieName(v.r) + "-doubt"
	if _, err := v.r.Cookie(name); err == nil {
		return false
	}
	c := v.cookie(v.r, name, "1")
	c.MaxAge = int(remembered.Seconds())
	http.SetCookie(v.w, c)
	return true
}

func skipNote(v *visit) error {
	n, err := v.Service.SkipNote(v.ctx, v.a, v.id(), orElse(v.text("why"), "not this person"))
	if err != nil {
		return err
	}
	return v.seeSaid("/interviews/"+string(n.Interview), "skipped", "")
}

func (v *visit) passOnPage() (DatePage, error) {
	n, err := v.Service.Note(v.ctx, v.a, v.id())
	if err != nil {
		return DatePage{}, err
	}
	iv, err := v.Service.Show(v.ctx, v.a, string(n.Interview))
	if err != nil {
		return DatePage{}, err
	}
	at := "/notes/" + v.id()
	p := DatePage{Frame: v.task("Send it through someone", Link{at, n.To.Name}), Action: at + "/pass-on", Head: "Who passes it on?",
		Sentence: "Send them the text and ask them to pass it on. Then note it here.", Button: "I have passed it on", Cancel: Link{at, "Back"}}
	p.Text, p.Modules = n.Body, []string{"note.js"}
	through := Field{Name: "person", Label: "Through whom"}
	if iv.Agency != nil {
		through.Value = iv.Agency.Name
	}
	p.Fields = []Field{through}
	return p, nil
}

func passOnForm(v *visit) error {
	p, err := v.passOnPage()
	if err != nil {
		return err
	}
	return v.show(datePage(p))
}

func passOn(v *visit) error {
	n, err := v.Service.PassOn(v.ctx, v.a, v.id(), v.text("person"))
	if err == nil {
		return v.seeSaid("/interviews/"+string(n.Interview), "passed-on", "")
	}
	p, err2 := v.passOnPage()
	if err2 != nil {
		return err
	}
	if k := afterword.KindOf(err); k != afterword.InvalidInput && k != afterword.NotFound {
		return err
	}
	p.Problems = []Problem{{"person", "We do not know that person yet. Use a name from People."}}
	p.Fields[0].Value, p.Fields[0].Error = v.text("person"), p.Problems[0].Says
	return v.again(datePage(p))
}

func letGo(v *visit) error {
	n, err := v.Service.LetGo(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	return v.seeSaid("/interviews/"+string(n.Interview), "let-go", "")
}

func keepNote(v *visit) error {
	if _, err := v.Service.Keep(v.ctx, v.a, v.id()); err != nil {
		return err
	}
	return v.seeSaid("/notes/"+v.id(), "kept", "")
}

// outside says that the letter opens on another site, beside this page.
func (p SendPage) outside() bool { return p.Open != nil && strings.HasPrefix(p.Open.Href, "https:") }
