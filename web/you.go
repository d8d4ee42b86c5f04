package web

import (
	"net/http"
	"slices"
	"strings"

	"afterword"
	"afterword/service"
)

// YouPage lists the settings, one level deep.
type YouPage struct {
	Frame
	Rows []Row
}

// SettingsPage is one group of settings.
type SettingsPage struct {
	Frame
	Name, Head, Sentence string
	Set                  afterword.Settings
	Fields               []Field
	Picks                []Pick
	Why                  *Why
}

func you(v *visit) error {
	p := YouPage{Frame: v.frame("You", "You")}
	p.Heading = "You"
	p.Rows = []Row{
		{Href: "/you/profile", Title: "Profile and sign-off", Small: joined(", ", orElse(v.set.Name, "No name yet"), v.set.Email)},
		{Href: "/you/matters", Title: "What matters to me", Small: orElse(strings.Join(v.set.Matters, ", "), "Up to five things, held against every job")},
		{Href: "/you/waiting", Title: "For waiting days", Small: "Your own list, and your next step if it is a no"},
		{Href: "/you/away", Title: "Away dates", Small: "We look that they do not clash"},
		{Href: "/you/calendars", Title: "Calendars and contacts", Small: "Dates in my calendar, holidays, address book"},
		{Href: "/you/sending", Title: "How I send", Small: strings.TrimPrefix(approveWords(afterword.Email, v.set.MailApp), "Approve, ")},
		{Href: "/you/place", Title: "Time and place", Small: joined(", ", orElse(v.set.Zone, v.loc.String()), v.set.Region)},
		{Href: "/you/looks", Title: "Looks and keys", Small: "Light or dark, shortcuts"},
		{Href: "/notes", Title: "Kept notes", Small: "Things you wrote for later"},
		{Href: "/you/browsers", Title: "Use it on my phone", Small: "Browsers that are signed in"},
		{Href: "/you/data", Title: "My data", Small: "Download everything"},
	}
	return v.show(youPage(p))
}

func (v *visit) settingsPage(name string) (SettingsPage, error) {
	s := v.set
	p := SettingsPage{Name: name, Set: s}
	switch name {
	case "profile":
		p.Head = "Profile and sign-off"
		p.Fields = []Field{{Name: "name", Label: "Your name, as you sign", Value: s.Name, Complete: "name"}, {Name: "email", Label: "Your email", Type: "email", Mode: "email", Value: s.Email, Complete: "email", Hint: "So that invitations know which one is you."},
			{Name: "sign_off", Label: "How you close a letter", Value: s.SignOff, Placeholder: "Kind regards", Yours: true}, {Name: "link", Label: "Portfolio or profile", Type: "url", Mode: "url", Value: s.Link, Complete: "url"}}
		p.Picks = []Pick{{Name: "formal", Legend: "How you greet", Flat: true, Options: chosen(flag(s.Formal), Option{Value: "false", Label: "Dear Priya"}, Option{Value: "true", Label: "Dear Ms Nair"})}}
	case "matters":
		p.Head, p.Sentence, p.Why = "What matters to me", "Up to five things. They stand on “Do I want it?” for every job, and only you see them.", whys("", []string{"R82"})
		p.Fields = []Field{{Name: "matters", Type: "area", Rows: 5, Label: "One a line", Value: strings.Join(s.Matters, "\n"), Yours: true}}
	case "waiting":
		p.Head, p.Why = "For waiting days", whys("", []string{"R88", "R87"})
		p.Fields = []Field{{Name: "good_things", Type: "area", Rows: 4, Label: "Good things to do, one a line", Hint: "They are on Today while you wait.", Value: strings.Join(s.GoodThings, "\n"), Yours: true},
			{Name: "next_step", Label: "If it is no, my next step is", Value: s.NextStep, Yours: true}}
	case "sending":
		p.Head, p.Sentence = "How I send", "A note you approve opens where you write your mail. You press send there."
		p.Picks = []Pick{{Name: "mail_app", Legend: "Open a letter in", Options: chosen(orElse(s.MailApp, "mailto"), Option{Value: "mailto", Label: "My mail app"}, Option{Value: "gmail", Label: "Gmail on the web"},
			Option{Value: "outlook", Label: "Outlook on the web"}, Option{Value: "share", Label: "The share sheet of my phone"}, Option{Value: "copy", Label: "Nothing: I copy the text"})}}
	case "place":
		p.Head = "Time and place"
		p.Fields = []Field{{Name: "zone", Label: "Your time zone", Hint: "Empty is the one of this computer: " + v.Local.String() + ".", Value: s.Zone, Placeholder: "Europe/London"},
			{Name: "region", Label: "Your country, for public holidays (optional)", Hint: "Two letters, like GB, or with a region, like DE-BY.", Value: s.Region}, {Name: "weekend", Label: "Your weekend", Hint: "Left empty, it is Saturday and Sunday. Otherwise like fri,sat.", Value: s.Weekend}}
	case "looks":
		p.Head = "Looks and keys"
		p.Picks = []Pick{{Name: "theme", Legend: "Colours", Flat: true, Options: chosen(s.Theme, Option{Label: "As the system"}, Option{Value: "light", Label: "Light"}, Option{Value: "dark", Label: "Dark"})},
			{Name: "shortcuts", Legend: "Single keys", Hint: "t i p l for the places, n adds an interview, / finds. Ctrl K always works.", Flat: true, Options: chosen(flag(s.Shortcuts), Option{Value: "false", Label: "Off"}, Option{Value: "true", Label: "On"})}}
	default:
		return p, afterword.Errorf(afterword.NotFound, "there is no such setting")
	}
	p.Frame = v.frame("You", p.Head)
	p.Back = &Link{"/you", "You"}
	return p, nil
}

func settingsForm(v *visit) error {
	p, err := v.settingsPage(v.r.PathValue("group"))
	if err != nil {
		return err
	}
	return v.show(settingsPage(p))
}

// settings saves one group and leaves the others as they are.
func settings(v *visit) error {
	name := v.r.PathValue("group")
	was := v.set
	set := v.set
	for box, to := range map[string]*string{"name": &set.Name, "email": &set.Email, "sign_off": &set.SignOff, "link": &set.Link, "next_step": &set.NextStep,
		"mail_app": &set.MailApp, "zone": &set.Zone, "region": &set.Region, "weekend": &set.Weekend, "theme": &set.Theme} {
		if v.r.PostForm.Has(box) {
			*to = v.text(box)
		}
	}
	for box, to := range map[string]*[]string{"matters": &set.Matters, "good_things": &set.GoodThings} {
		if v.r.PostForm.Has(box) {
			*to = orNone(lines(v.text(box)))
		}
	}
	for box, to := range map[string]*bool{"formal": &set.Formal, "shortcuts": &set.Shortcuts} {
		if v.r.PostForm.Has(box) {
			*to = v.text(box) == "true"
		}
	}
	if _, err := v.Service.SaveSettings(v.ctx, v.a, set); err != nil {
		v.set = set
		p, err2 := v.settingsPage(name)
		v.set = was
		if p.Problems = problems(err); p.Problems == nil || err2 != nil {
			return err
		}
		p.Problems[0].Field = strings.ReplaceAll(p.Problems[0].Field, "-", "_")
		for i, f := range p.Fields {
			p.Fields[i].Error = p.Problem(f.Name)
		}
		return v.again(settingsPage(p))
	}
	return v.seeSaid("/you/"+name, "saved", "")
}

// AwayPage is when one cannot be reached or come.
type AwayPage struct {
	Frame
	List           []Row
	From, To, Note string
}

func (v *visit) awayPage() (AwayPage, error) {
	list, err := v.Service.AwayList(v.ctx, v.a)
	if err != nil {
		return AwayPage{}, err
	}
	p := AwayPage{Frame: v.frame("You", "Away dates")}
	p.Back = &Link{"/you", "You"}
	for _, a := range list {
		p.List = append(p.List, Row{Title: v.Day(a.From) + " to " + v.Day(a.To), Small: joined(" ", reachable(a.Note), strings.Join(a.Clashes, " ")),
			Do: &Do{Action: "/you/away/" + string(a.ID) + "/delete", Label: "Remove"}})
	}
	return p, nil
}

// reachable is how they can reach the candidate, and what becomes of it (R89).
func reachable(note string) string {
	if note == "" {
		return "You did not say how they can reach you."
	}
	return "They can reach you " + note + ". It goes into your next note to them."
}

func away(v *visit) error {
	p, err := v.awayPage()
	if err != nil {
		return err
	}
	return v.show(awayPage(p))
}

func addAway(v *visit) error {
	if _, err := v.Service.AwayAdd(v.ctx, v.a, v.text("from"), v.text("to"), v.text("note")); err != nil {
		p, err2 := v.awayPage()
		if p.Problems = problems(err); p.Problems == nil || err2 != nil {
			return err
		}
		p.From, p.To, p.Note = v.text("from"), v.text("to"), v.text("note")
		return v.again(awayPage(p))
	}
	return v.seeSaid("/you/away", "added", "")
}

func deleteAway(v *visit) error {
	if err := v.Service.AwayDelete(v.ctx, v.a, v.id()); err != nil {
		return err
	}
	return v.seeSaid("/you/away", "deleted", "")
}

// BrowsersPage lists the browsers that are signed in.
type BrowsersPage struct {
	Frame
	List  []Row
	Link  string // a new one-time address
	QR    QR     // the same, to be photographed
	Reach string // who can use it, in words
}

func (v *visit) browsersPage() (BrowsersPage, error) {
	session := ""
	if c, err := v.r.Cookie(v.cookieName(v.r)); err == nil {
		session = c.Value
	}
	list, err := v.Service.Browsers(v.ctx, v.a, session)
	if err != nil {
		return BrowsersPage{}, err
	}
	p := BrowsersPage{Frame: v.frame("You", "Use it on my phone")}
	p.Back = &Link{"/you", "You"}
	for _, b := range list {
		r := Row{Title: agentWords(b.Agent), Small: "Since " + v.When(b.Since)}
		if b.Current {
			r.Title += ", this one"
		} else {
			r.Do = &Do{Action: "/you/browsers/" + b.ID + "/shut-out", Label: "Shut out", Look: "away"}
		}
		p.List = append(p.List, r)
	}
	return p, nil
}

// agentWords names a browser as people do.
func agentWords(agent string) string {
	browser, system := "A browser", ""
	for _, b := range []string{"Firefox", "Edg", "OPR", "Chrome", "Safari"} {
		if strings.Contains(agent, b) {
			browser = map[string]string{"Edg": "Edge", "OPR": "Opera"}[b]
			browser = orElse(browser, b)
			break
		}
	}
	for _, s := range []string{"iPhone", "iPad", "Android", "Windows", "Mac", "Linux"} {
		if strings.Contains(agent, s) {
			system = " on " + s
			break
		}
	}
	return browser + system
}

func browsers(v *visit) error {
	p, err := v.browsersPage()
	if err != nil {
		return err
	}
	return v.show(browsersPage(p))
}

// newLink makes an address that signs one more browser in, once.
func newLink(v *visit) error {
	token, err := v.Service.NewLink(v.ctx, v.a)
	if err != nil {
		return err
	}
	p, err := v.browsersPage()
	if err != nil {
		return err
	}
	p.Link = v.address("/open/" + token)
	if v.text("shared") != "" {
		p.Link += "?shared"
	}
	if p.Reach = v.alone(); v.reachable() {
		p.QR = qrOf(p.Link)
	}
	return v.send(http.StatusOK, browsersPage(p))
}

func shutOut(v *visit) error {
	if err := v.Service.ShutOut(v.ctx, v.a, v.id()); err != nil {
		return err
	}
	return v.seeSaid("/you/browsers", "shut", "")
}

func data(v *visit) error {
	f := v.frame("You", "My data")
	f.Back = &Link{"/you", "You"}
	return v.show(dataPage(f))
}

// export is everything as one file.
func export(v *visit) error {
	v.w.Header().Set("Content-Type", "application/json")
	v.w.Header().Set("Content-Disposition", `attachment; filename="afterword-`+v.clock.today().String()+`.json"`)
	return v.Service.Export(v.ctx, v.a, v.w)
}

// KeptPage is the drawer: what was written for later.
type KeptPage struct {
	Frame
	List []KeptRow
}

// KeptRow is one note in it.
type KeptRow struct {
	ID, Title, About, Asks string
	Open                   string // what its link says
	Body                   string
}

// keptLink leads to the drawer when something of an interview is in it, or of any.
func (v *visit) keptLink(of afterword.ID) ([]Link, error) {
	list, err := v.Service.Kept(v.ctx, v.a)
	if err != nil || !slices.ContainsFunc(list, func(k service.LetterView) bool { return of == "" || k.Interview == of }) {
		return nil, err
	}
	return []Link{{"/notes", "Kept notes"}}, nil
}

func kept(v *visit) error {
	list, err := v.Service.Kept(v.ctx, v.a)
	if err != nil {
		return err
	}
	p := KeptPage{Frame: v.frame("You", "Kept notes")}
	p.Back = &Link{"/you", "You"}
	for _, n := range list {
		row := KeptRow{ID: string(n.ID), Title: joined(", ", noteTitles[n.Kind], n.To.Name), About: n.Employer, Asks: v.stillWant(n.NoteView), Open: "Read it", Body: n.Body}
		switch {
		case row.Asks != "":
			row.Open = "Read and send"
		case n.KeepUntil != nil:
			row.Asks = "Kept until " + v.When(*n.KeepUntil) + "."
		default:
			row.Asks = "Kept until we know when it may go."
		}
		p.List = append(p.List, row)
	}
	return v.show(keptPage(p))
}

// stillWant asks about a kept note whose day has come (experience 3.6); it is empty before.
func (v *visit) stillWant(n service.NoteView) string {
	if n.State != afterword.NoteKept || n.KeepUntil == nil || n.KeepUntil.After(v.now) {
		return ""
	}
	on := "You wrote this on " + v.Day(afterword.DateOf(n.WrittenAt.In(v.loc))) + ". "
	if n.Kind == afterword.StatusQuestion {
		return on + "Still want to ask?"
	}
	return on + "Still want to send it?"
}
