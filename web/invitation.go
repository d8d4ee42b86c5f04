package web

import (
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"
	"time"

	"afterword"
	"afterword/service"
)

// InvitationPage shows what was read from an invitation, to check before it is kept.
type InvitationPage struct {
	Frame
	Read           string // the meetings, carried to the answer
	File           string
	Employer, Role string
	Start, Zone    string
	Says           []string // what it is, in words
	People         []string
	AllDay         bool
	Ask            *Pick // what it does not tell: which one is you, which meeting, the same or a new one
	Once           string
}

// addRead reads an invitation that was pasted or chosen. It keeps nothing.
func addRead(v *visit) error {
	name, text, err := v.sentInvitation()
	if err != nil {
		return v.addAgain("paste", err)
	}
	if v.Invitations == nil {
		return afterword.Errorf(afterword.Unavailable, "invitations cannot be read here")
	}
	found, err := v.Invitations(name, strings.NewReader(text))
	if err != nil {
		return v.addAgain("paste", asInvitation(err))
	}
	p, err := v.invitationPage(name, found)
	if err != nil {
		return err
	}
	return v.show(invitationPage(p))
}

// sentInvitation is what was pasted, or else the file.
func (v *visit) sentInvitation() (name, text string, err error) {
	if f, h, err := v.r.FormFile("file"); err == nil && h.Size > 0 {
		defer func() { _ = f.Close() }()
		b, err := io.ReadAll(io.LimitReader(f, uploadLimit))
		return h.Filename, string(b), err
	}
	text = strings.TrimSpace(v.r.PostFormValue("invitation"))
	if text == "" {
		return "", "", afterword.Invalid("invitation", "paste it, or choose its file")
	}
	return "invitation", text + "\n", nil
}

// asInvitation puts an error at the box, whatever the file was called.
func asInvitation(err error) error {
	var e *afterword.Error
	if !errors.As(err, &e) {
		return err
	}
	return &afterword.Error{Kind: afterword.InvalidInput, Field: "invitation", Msg: "we could not read this as an invitation",
		Hint: "paste the whole mail or the .ics file, or type it below", Err: err}
}

func (v *visit) invitationPage(name string, found []afterword.Invitation) (InvitationPage, error) {
	b, err := json.Marshal(found)
	if err != nil {
		return InvitationPage{}, err
	}
	p := InvitationPage{Frame: v.task("Check it", Link{"/add", "Back"}), Read: string(b), File: name, Once: newOnce()}
	if len(found) == 0 {
		return p, nil
	}
	i := found[0]
	p.Says = append(p.Says, orElse(i.Summary, i.Subject))
	p.AllDay, p.Zone = i.AllDay, orElse(i.Zone, v.loc.String())
	if !i.Start.IsZero() {
		p.Start = boxTime(&i.Start, i.Zone, v.loc)
		if i.Floating || i.ZoneProblem != "" {
			p.Start = i.Start.UTC().Format("2006-01-02T15:04")
		}
	}
	if i.Floating {
		p.Says = append(p.Says, "It names no time zone, so we read it in yours.")
	}
	if i.ZoneProblem != "" {
		p.Says = append(p.Says, "Its time zone could not be told. Check the time.")
	}
	if i.Cancelled {
		p.Says = append(p.Says, "It calls the meeting off.")
	}
	for _, m := range append([]afterword.Mailbox{i.Organizer}, i.Attendees...) {
		if who := orElse(m.Name, m.Email); who != "" && len(p.People) < 12 {
			p.People = append(p.People, who)
		}
	}
	return p, nil
}

// addInvitation keeps a checked invitation, or asks what it does not tell.
func addInvitation(v *visit) error {
	var found []afterword.Invitation
	if err := json.Unmarshal([]byte(v.r.PostFormValue("read")), &found); err != nil {
		return v.addAgain("paste", afterword.Invalid("invitation", "paste it once more"))
	}
	in := service.InvitationInput{Invitations: inTheirZones(found), File: v.text("file_name"), Employer: v.text("employer"), Role: v.text("role"),
		Me: v.text("me"), UID: v.text("uid"), As: v.text("as"), Once: v.once()}
	if start := v.text("start"); start != v.text("was_start") {
		in.Start = typedTime(start)
	}
	if zone := v.text("zone"); zone != v.text("was_zone") {
		in.Zone = zone
	}
	iv, changed, err := v.Service.AddInvitation(v.ctx, v.a, in)
	if err != nil {
		return v.invitationAgain(found, err)
	}
	said := "added"
	if !changed {
		said = "known"
	}
	return v.seeSaid("/interviews/"+string(iv.ID), said, "")
}

// inTheirZones gives times the zone back that JSON left behind.
func inTheirZones(found []afterword.Invitation) []afterword.Invitation {
	for i, f := range found {
		loc, err := time.LoadLocation(f.Zone)
		if f.Zone == "" || err != nil {
			loc = time.UTC
		}
		found[i].Start, found[i].End = f.Start.In(loc), f.End.In(loc)
	}
	return found
}

var idIn = regexp.MustCompile(`\b[a-km-np-z2-9]{20}\b`)

// invitationAgain shows the page once more with the question that the service asks.
func (v *visit) invitationAgain(found []afterword.Invitation, err error) error {
	var e *afterword.Error
	if !errors.As(err, &e) || e.Kind != afterword.Conflict && e.Kind != afterword.InvalidInput {
		return err
	}
	p, err2 := v.invitationPage(v.text("file_name"), found)
	if err2 != nil {
		return err
	}
	p.Employer, p.Role, p.Once = v.text("employer"), v.text("role"), v.text("once")
	p.Start, p.Zone = v.text("start"), v.text("zone")
	p.Problems = []Problem{{boxOf(e.Field), upper(e.Msg) + "."}}
	switch {
	case e.Field == "me":
		p.Ask = &Pick{Name: "me", Legend: "Which one is you?"}
		for _, c := range e.Candidates {
			p.Ask.Options = append(p.Ask.Options, Option{Value: c, Label: c})
		}
		p.Problems = []Problem{{"me", "Which one is you? We ask once."}}
	case strings.Contains(e.Msg, "several"):
		p.Ask = &Pick{Name: "uid", Legend: "Which meeting is it?"}
		for _, c := range e.Candidates {
			p.Ask.Options = append(p.Ask.Options, Option{Value: c, Label: summaryOf(found, c)})
		}
		p.Problems = []Problem{{"uid", "The file holds several meetings. Choose one."}}
	case e.Kind == afterword.Conflict && strings.Contains(e.Hint, "--as"):
		p.Ask = &Pick{Name: "as", Legend: "Is it one that you have?"}
		for i, c := range e.Candidates {
			id := idIn.FindString(c)
			if id == "" && i == 0 {
				id = idIn.FindString(e.Hint)
			}
			p.Ask.Options = append(p.Ask.Options, Option{Value: id, Label: "The same round, at its new time", Small: strings.TrimSpace(idIn.ReplaceAllString(c, ""))})
		}
		p.Ask.Options = append(p.Ask.Options, Option{Value: "new", Label: "A new round"})
		p.Problems = []Problem{{"as", "It looks like an interview that you have. Which is it?"}}
	case e.Kind == afterword.Conflict && e.Field == "start":
		p.Problems = []Problem{{"start", "It gives a day and no time. When does it start?"}}
	}
	return v.again(invitationPage(p))
}

func summaryOf(found []afterword.Invitation, uid string) string {
	for _, i := range found {
		if i.UID == uid || i.UID+"/"+i.RecurrenceID == uid {
			return joined(", ", orElse(i.Summary, uid), i.Start.Format("Mon 2 Jan 15:04"))
		}
	}
	return uid
}
