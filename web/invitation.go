package web

import (
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/reading"
	"afterword/service"
)

// InvitationPage shows what was read from an invitation, to check before it is kept.
type InvitationPage struct {
	Frame
	Read           string // the meetings, carried to the answer
	File, UID      string
	Employer, Role string
	Start, Zone    string
	WasStart       string // as they were read: what was not changed is not said again
	WasZone        string
	Says           []string // what it is, in words
	People         []string
	Times          bool   // when it is, and with whom, can be put right
	Ask            *Pick  // what it does not tell: which one is you, which meeting, the same or a new one
	Me             string // which one is you, once it was said
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
	p, err := v.invitationPage(service.InvitationInput{Invitations: carried(found, v.set.Email), File: name})
	if err != nil {
		return v.addAgain("paste", asInvitation(err))
	}
	return v.show(invitationPage(p))
}

// carried are the meetings that the answer may be about, small enough for a form: of many the interviews.
func carried(found []afterword.Invitation, me string) []afterword.Invitation {
	are := slices.DeleteFunc(slices.Clone(found), func(i afterword.Invitation) bool {
		is, _, _ := reading.Interview(i, me)
		return !is
	})
	if len(are) > 0 {
		found = are
	}
	for i := range found {
		found[i].Description = clipped(found[i].Description, 2000)
	}
	return found
}

func clipped(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
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
	msg := "we could not read this as an invitation"
	if _, why, ok := strings.Cut(e.Msg, "can be read: "); ok {
		msg += ": " + why
	}
	return &afterword.Error{Kind: afterword.InvalidInput, Field: "invitation", Msg: msg, Hint: "paste the whole mail or the .ics file, or type it below", Err: err}
}

// invitationPage is the meeting that is meant, as it was read; or the question which one is.
func (v *visit) invitationPage(in service.InvitationInput) (InvitationPage, error) {
	b, err := json.Marshal(in.Invitations)
	if err != nil {
		return InvitationPage{}, err
	}
	p := InvitationPage{Frame: v.task("Check it", Link{"/add", "Back"}), Read: string(b), File: in.File, UID: in.UID, Once: newOnce()}
	i, _, err := in.Meeting(v.set.Email)
	if e := (*afterword.Error)(nil); errors.As(err, &e) && e.Kind == afterword.Conflict {
		p.Ask = &Pick{Name: "uid", Legend: "Which meeting is it?"}
		for _, c := range e.Candidates {
			p.Ask.Options = append(p.Ask.Options, Option{Value: c, Label: v.summaryOf(in.Invitations, c)})
		}
		return p, nil
	} else if err != nil {
		return p, err
	}
	p.Says, p.Times = append(p.Says, orElse(i.Summary, i.Subject)), !i.Cancelled
	p.Employer, p.Role = service.Reads(i, v.set.Email)
	v.readTimes(&p, i)
	p.WasStart, p.WasZone = p.Start, p.Zone
	for _, m := range reading.Me(i, v.set.Email).Others {
		if len(p.People) < 12 {
			p.People = append(p.People, orElse(reading.PersonName(m), m.Email))
		}
	}
	p.Me = in.Me
	maybe, err := v.Service.WhoToAsk(v.ctx, v.a, i)
	if len(maybe) > 0 {
		p.Ask = whichIsYou(maybe, in.Me)
	}
	return p, err
}

// whichIsYou asks which of those invited the candidate is.
func whichIsYou(maybe []string, me string) *Pick {
	ask := Pick{Name: "me", Legend: "Which one is you?"}
	for _, m := range maybe {
		ask.Options = append(ask.Options, Option{Value: m, Label: m, Chosen: m == me})
	}
	ask.Options = append(ask.Options, Option{Value: "none", Label: "I am not on the list", Chosen: me == "none"})
	return &ask
}

// readTimes fills in when it is, and says what the invitation leaves open.
func (v *visit) readTimes(p *InvitationPage, i afterword.Invitation) {
	own := v.loc.String()
	p.Zone = orElse(i.Zone, own)
	say := func(s string) { p.Says = append(p.Says, s) }
	if i.Recurring && !i.Cancelled {
		say("It repeats. This is its first date.")
	}
	switch {
	case i.Cancelled:
		say("It calls the meeting off.")
	case i.AllDay:
		say("It is for the whole of " + i.Day.Words() + ". When does it start?")
	case i.ZoneProblem != "":
		say("Its time zone could not be told. Check the time, and say the zone.")
		p.Zone = ""
	case i.Floating && i.ZoneHint != "" && i.ZoneHint != own:
		say("It names no time zone, so we read it in yours. Its calendar is in " + i.ZoneHint + ".")
	case i.Floating:
		say("It names no time zone, so we read it in yours.")
	case i.Zone == "UTC":
		p.Zone = orElse(i.ZoneHint, own)
		say("It does not say where they are. The time below is in " + p.Zone + ".")
	}
	switch {
	case i.Start.IsZero():
	case i.Floating || i.ZoneProblem != "":
		p.Start = i.Start.UTC().Format("2006-01-02T15:04")
	default:
		p.Start = boxTime(&i.Start, p.Zone, v.loc)
	}
}

// addInvitation keeps a checked invitation, or asks what it does not tell.
func addInvitation(v *visit) error {
	var found []afterword.Invitation
	if err := json.Unmarshal([]byte(v.r.PostFormValue("read")), &found); err != nil {
		return v.addAgain("paste", afterword.Invalid("invitation", "paste it once more"))
	}
	in := service.InvitationInput{Invitations: inTheirZones(found), File: v.text("file_name"), Employer: v.text("employer"), Role: v.text("role"),
		Me: v.text("me"), UID: v.text("uid"), As: v.text("as"), Once: v.once()}
	if !v.r.PostForm.Has("was_start") { // which of several was answered, and that one is to be checked
		return v.invitationChosen(in)
	}
	start, zone := v.text("start"), v.text("zone")
	if start != v.text("was_start") || zone != v.text("was_zone") {
		in.Start, in.Zone = typedTime(start), zone
	} else if i, _, err := in.Meeting(v.set.Email); err == nil && i.Zone == "UTC" {
		in.Zone = zone // as it was shown
	}
	iv, changed, err := v.Service.AddInvitation(v.ctx, v.a, in)
	if err != nil {
		return v.invitationAgain(in, err)
	}
	said := "added"
	if !changed {
		said = "known"
	}
	return v.seeSaid("/interviews/"+string(iv.ID), said, "")
}

// invitationChosen shows the meeting that was chosen of several, or asks once more.
func (v *visit) invitationChosen(in service.InvitationInput) error {
	p, err := v.invitationPage(in)
	if err != nil {
		return err
	}
	if p.Ask != nil {
		p.Problems = []Problem{{"uid", "The file holds several meetings. Choose one."}}
		return v.again(invitationPage(p))
	}
	return v.show(invitationPage(p))
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
func (v *visit) invitationAgain(in service.InvitationInput, err error) error {
	var e *afterword.Error
	if !errors.As(err, &e) || e.Kind != afterword.Conflict && e.Kind != afterword.InvalidInput {
		return err
	}
	p, err2 := v.invitationPage(in)
	if err2 != nil {
		return err
	}
	p.Employer, p.Role, p.Once = in.Employer, in.Role, v.text("once")
	p.Start, p.Zone = v.text("start"), v.text("zone")
	p.Problems = []Problem{{boxOf(e.Field), upper(e.Msg) + "."}}
	asked := e.Kind == afterword.Conflict && strings.Contains(e.Hint, "--as")
	switch {
	case e.Field == "me":
		p.Ask = whichIsYou(e.Candidates, in.Me)
		p.Problems = []Problem{{"me", "Which one is you? We ask once."}}
	case asked && !p.Times:
		p.Ask = &Pick{Name: "as", Legend: "It calls off an interview that you have written about. Was it called off?",
			Options: []Option{{Value: idIn.FindString(e.Hint), Label: "Yes, it did not take place", Small: "If it did, there is nothing to do: leave it."}}}
		p.Problems = []Problem{{"as", "You have written about this interview. Was it called off?"}}
	case asked:
		p.Ask = &Pick{Name: "as", Legend: "Is it one that you have?"}
		for _, c := range e.Candidates {
			p.Ask.Options = append(p.Ask.Options, Option{Value: idIn.FindString(c), Label: "The same round, at its new time", Small: strings.TrimSpace(idIn.ReplaceAllString(c, ""))})
		}
		p.Ask.Options = append(p.Ask.Options, Option{Value: "new", Label: "A new round"})
		p.Problems = []Problem{{"as", "It looks like an interview that you have. Which is it?"}}
	case e.Kind == afterword.Conflict && e.Field == "start":
		p.Problems = []Problem{{"start", "It gives a day and no time. When does it start?"}}
	}
	return v.again(invitationPage(p))
}

func (v *visit) summaryOf(found []afterword.Invitation, uid string) string {
	for _, i := range found {
		if _, key := service.MeetingKey(i); key == uid {
			at := v.Day(i.Day)
			switch {
			case i.Start.IsZero():
			case i.Floating || i.ZoneProblem != "":
				at = i.Start.Format("Mon 2 Jan, 15:04")
			default:
				at = v.In(i.Start, i.Zone)
			}
			return joined(", ", orElse(i.Summary, uid), at)
		}
	}
	return uid
}

// AnswerPage offers the answers to an invitation, for who invited.
type AnswerPage struct {
	Frame
	About, To, Email string
	Me               string // the address that was invited
	Ask              bool   // it has to be said
	Answers          []Answering
}

// Which says that it is asked which of several meetings is meant.
func (p InvitationPage) Which() bool { return p.Ask != nil && p.Ask.Name == "uid" }

// Answering is one answer: a file for their calendar, and the mail that takes it there.
type Answering struct {
	Label, File string
	Mail        *Link
}

// answerForm shows the answers. It keeps nothing: whether one was sent, nobody tells us.
func answerForm(v *visit) error {
	iv, err := v.interview()
	if err != nil {
		return err
	}
	at := "/interviews/" + string(iv.ID)
	p := AnswerPage{Frame: v.task("Answer the invitation", Link{at, title(iv)}), About: joined(", ", title(iv), v.dayOf(iv)), Me: v.query("me")}
	inv, me, err := v.Service.Invited(v.ctx, v.a, v.id(), p.Me)
	if e := (*afterword.Error)(nil); errors.As(err, &e) && e.Field == "me" {
		p.Ask = true
		if e.Kind == afterword.InvalidInput {
			p.Problems = []Problem{{"me", "“" + p.Me + "” is not a mail address."}}
			return v.again(answerPage(p))
		}
		return v.show(answerPage(p))
	} else if err != nil {
		return err
	}
	p.To, p.Email, p.Me = orElse(inv.Organizer.Name, inv.Organizer.Email), inv.Organizer.Email, me.Email
	for _, a := range [][3]string{{"accept", "Accept", "Accepted: "}, {"decline", "Decline", "Declined: "}, {"tentative", "Perhaps", "Tentative: "}} {
		mail := service.NoteView{Subject: a[2] + orElse(inv.Summary, title(iv))}
		mail.To.Email = inv.Organizer.Email
		p.Answers = append(p.Answers, Answering{Label: a[1], File: at + "/answer/" + a[0] + "?" + url.Values{"me": {me.Email}}.Encode(), Mail: opening(v.set.MailApp, mail)})
	}
	return v.show(answerPage(p))
}

// answerInvitation is one answer as a file: METHOD:REPLY, for their calendar.
func answerInvitation(v *visit) error {
	if v.Outside.Reply == nil {
		return afterword.Errorf(afterword.Unavailable, "answers cannot be written here")
	}
	inv, me, err := v.Service.Invited(v.ctx, v.a, v.id(), v.query("me"))
	if err != nil {
		return err
	}
	answer := v.r.PathValue("answer")
	b, err := v.Outside.Reply(inv, me, answer, v.Service.Now())
	if err != nil {
		return err
	}
	return v.file("text/calendar; charset=utf-8; method=REPLY", "answer-"+strings.ToLower(answer)+".ics", b)
}
