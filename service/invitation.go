package service

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/reading"
	"afterword/when"
)

// AddInvitation takes an invitation: a new one becomes an interview, an update of a known one changes
// it, a cancellation calls it off, and a second import changes nothing. What cannot be told is asked,
// never guessed: the error is a Conflict and nothing is stored.
func (s *Service) AddInvitation(ctx context.Context, a afterword.Actor, in InvitationInput) (v InterviewView, changed bool, err error) {
	err = s.write(ctx, a, func(w *work) error {
		if done, err := w.once(in.Once, &v); done || err != nil {
			return err
		}
		inv, err := in.choose()
		if err != nil {
			return err
		}
		var id afterword.ID
		if id, changed, err = w.take(in, inv); err != nil {
			return err
		}
		if err := w.keepInvitation(id, inv); err != nil {
			return err
		}
		if v, err = w.show(id); err != nil {
			return err
		}
		if inv.Floating && in.Zone == "" && in.Start == "" {
			v.Said = append(v.Said, "The invitation names no time zone, so we read it in yours: "+w.ownZone().String()+".")
		}
		return w.remember(in.Once, id)
	})
	return v, changed, err
}

// choose is the one meeting that is meant.
func (in InvitationInput) choose() (afterword.Invitation, error) {
	var none afterword.Invitation
	if len(in.Invitations) == 0 {
		return none, afterword.Invalid(in.file(), "holds no meeting").WithHint("an invitation is an .ics file, or a mail that has one attached")
	}
	key := func(i afterword.Invitation) string {
		if i.RecurrenceID != "" {
			return i.UID + "/" + i.RecurrenceID
		}
		return i.UID
	}
	newest := map[string]afterword.Invitation{}
	var keys []string
	for _, i := range in.Invitations {
		k := key(i)
		if old, ok := newest[k]; !ok {
			keys = append(keys, k)
		} else if i.Sequence < old.Sequence {
			continue
		}
		newest[k] = i
	}
	if in.UID != "" {
		for _, k := range keys {
			if k == in.UID || newest[k].UID == in.UID && len(keys) == 1 {
				return newest[k], nil
			}
		}
		return none, &afterword.Error{Kind: afterword.NotFound, Field: "uid", Msg: quote(in.UID) + " is not in the file", Candidates: keys,
			Hint: "it holds: " + strings.Join(keys, ", ")}
	}
	if len(keys) > 1 {
		e := &afterword.Error{Kind: afterword.Conflict, Field: in.file(), Msg: "holds several meetings", Candidates: keys}
		return none, e.WithHint("choose one with --uid: %s", strings.Join(keys, ", "))
	}
	return newest[keys[0]], nil
}

func (in InvitationInput) file() string {
	if in.File == "" || in.File == "-" {
		return "invitation"
	}
	return in.File
}

// take stores what an invitation says: which interview it is, and whether anything changed.
func (w *work) take(in InvitationInput, inv afterword.Invitation) (afterword.ID, bool, error) {
	switch inv.Method {
	case "REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH":
		return "", false, afterword.Invalid(in.file(), "is %s and not an invitation", methodWords(inv.Method)).
			WithHint("use the invitation itself, or `afterword add --employer`")
	}
	known, err := w.InterviewsByUID(inv.UID)
	if err != nil || inv.UID == "" {
		known = nil
	}
	if err != nil {
		return "", false, err
	}
	if err := w.whoIsMe(in, inv); err != nil && (len(known) == 0 || afterword.KindOf(err) != afterword.Conflict) {
		return "", false, err
	}
	as, err := w.as(in)
	if err != nil {
		return "", false, err
	}
	if len(known) > 0 {
		iv := known[len(known)-1]
		if as.ID != "" && !slices.ContainsFunc(known, func(k afterword.Interview) bool { return k.ID == as.ID }) {
			return "", false, afterword.Invalid("as", "%s is another interview than the one that this invitation changes", quote(in.As)).WithHint("it changes %s", iv.ID)
		}
		return w.update(in, inv, iv)
	}
	if inv.Cancelled {
		return "", false, &afterword.Error{Kind: afterword.NotFound, Field: in.file(), Msg: "calls off a meeting that is not here",
			Hint: "nothing was changed"}
	}
	if as.ID != "" {
		return w.moveTo(in, inv, as)
	}
	if in.As == "" && in.Application == "" {
		if err := w.looksMoved(in, inv); err != nil {
			return "", false, err
		}
	}
	id, err := w.newFrom(in, inv)
	return id, true, err
}

// as is the round that the candidate names in answer to what was asked; none when it is a new one.
func (w *work) as(in InvitationInput) (afterword.Interview, error) {
	if in.As == "" || in.As == "new" {
		return afterword.Interview{}, nil
	}
	return w.interview(in.As)
}

func methodWords(m string) string {
	if m == "REPLY" {
		return "an answer"
	}
	if m == "COUNTER" {
		return "a proposal for another time"
	}
	return "a note between calendars"
}

// update brings a known interview in line with a newer invitation.
func (w *work) update(in InvitationInput, inv afterword.Invitation, iv afterword.Interview) (afterword.ID, bool, error) {
	f, err := w.file(iv.Application)
	if err != nil {
		return "", false, err
	}
	st := f.stand(iv.ID, w.Now())
	if inv.Sequence < iv.Sequence {
		return iv.ID, false, nil // older than what is known
	}
	if inv.Cancelled {
		if st.CalledOff {
			return iv.ID, false, nil
		}
		iv.Sequence = inv.Sequence
		if err := w.UpdateInterview(&iv); err != nil {
			return "", false, err
		}
		_, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.CalledOff})
		return iv.ID, true, err
	}
	d, err := w.invited(in, inv)
	if err != nil {
		return "", false, err
	}
	moved := !d.Start.Equal(st.Start) || !d.End.IsZero() && !d.End.Equal(st.PlannedEnd)
	if moved && inv.Sequence == iv.Sequence && st.CalledOff {
		moved = false
	}
	if moved && st.HasDebrief {
		switch in.As {
		case "":
			return "", false, w.asksMoved(in, []afterword.Interview{iv}, "moves an interview that you have written about")
		case "new":
			return w.furtherRound(in, inv, f, iv)
		}
	}
	changed, err := w.correct(inv, &iv, f)
	if err != nil {
		return "", false, err
	}
	if moved || st.CalledOff && inv.Sequence > iv.Sequence {
		changed = true
		d.NoAnswerNeeded = true // a calendar sent it; nobody waits for a letter
		_, err = w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Moved, Detail: d})
	}
	return iv.ID, changed, err
}

// correct takes over what an invitation says of place and people; it says whether anything was new.
func (w *work) correct(inv afterword.Invitation, iv *afterword.Interview, f *file) (bool, error) {
	was := *iv
	iv.Sequence, iv.Summary, iv.Location, iv.Link = inv.Sequence, inv.Summary, inv.Location, inv.Link
	ids, err := w.attendees(inv, f.Application)
	if err != nil {
		return false, err
	}
	for _, id := range iv.Invited { // who was added by hand stays
		if !slices.Contains(ids, id) && !w.leftOut(inv, f.People[id]) {
			ids = append(ids, id)
		}
	}
	iv.Invited = ids
	if was.Sequence == iv.Sequence && was.Summary == iv.Summary && was.Location == iv.Location && was.Link == iv.Link && slices.Equal(was.Invited, ids) {
		return false, nil
	}
	w.touch(iv.Application)
	return true, w.UpdateInterview(iv)
}

// leftOut says that someone with an address is no longer on the list of an invitation that has one.
func (w *work) leftOut(inv afterword.Invitation, p afterword.Person) bool {
	return p.Email != "" && len(inv.Attendees) > 0
}

// moveTo makes a new invitation the new date of a known round.
func (w *work) moveTo(in InvitationInput, inv afterword.Invitation, iv afterword.Interview) (afterword.ID, bool, error) {
	f, err := w.file(iv.Application)
	if err != nil {
		return "", false, err
	}
	d, err := w.invited(in, inv)
	if err != nil {
		return "", false, err
	}
	iv.UID = inv.UID
	if _, err := w.correct(inv, &iv, f); err != nil {
		return "", false, err
	}
	if err := w.UpdateInterview(&iv); err != nil {
		return "", false, err
	}
	d.NoAnswerNeeded = true
	_, err = w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Moved, Detail: d})
	return iv.ID, true, err
}

// furtherRound keeps the round that was written about and makes a new one of the same application.
func (w *work) furtherRound(in InvitationInput, inv afterword.Invitation, f *file, iv afterword.Interview) (afterword.ID, bool, error) {
	iv.UID = ""
	if err := w.UpdateInterview(&iv); err != nil {
		return "", false, err
	}
	in.Application = string(f.Application.ID)
	id, err := w.newFrom(in, inv)
	return id, true, err
}

// looksMoved asks when a new invitation may be a known interview at another time.
func (w *work) looksMoved(in InvitationInput, inv afterword.Invitation) error {
	all, err := w.AllInterviews()
	if err != nil {
		return err
	}
	var like []afterword.Interview
	for _, iv := range all {
		if iv.UID == "" || iv.UID == inv.UID || iv.Summary == "" {
			continue
		}
		line, err := w.Line(iv.ID)
		if err != nil {
			return err
		}
		if line.State == afterword.StateClosed {
			continue
		}
		known := afterword.Invitation{UID: iv.UID, Summary: iv.Summary, Location: iv.Location, Start: line.Start}
		app, err := w.Application(iv.Application)
		if err != nil {
			return err
		}
		if app.Contact != "" {
			p, err := w.Person(app.Contact)
			if err != nil {
				return err
			}
			known.Organizer = afterword.Mailbox{Name: p.Name, Email: p.Email}
		}
		if reading.SameInterviewMoved(known, inv) {
			like = append(like, iv)
		}
	}
	if len(like) == 0 {
		return nil
	}
	return w.asksMoved(in, like, "looks like an interview you have, at another time")
}

func (w *work) asksMoved(in InvitationInput, like []afterword.Interview, what string) error {
	e := &afterword.Error{Kind: afterword.Conflict, Field: in.file(), Msg: what}
	for _, iv := range like {
		app, err := w.Application(iv.Application)
		if err != nil {
			return err
		}
		e.Candidates = append(e.Candidates, w.describe(app, iv))
	}
	return e.WithHint("say which: --as %s for the same round at its new time, --as new for a new round", like[0].ID)
}

// newFrom makes an interview of an invitation.
func (w *work) newFrom(in InvitationInput, inv afterword.Invitation) (afterword.ID, error) {
	d, err := w.invited(in, inv)
	if err != nil {
		return "", err
	}
	app, err := w.invitedTo(in, inv)
	if err != nil {
		return "", err
	}
	iv := afterword.Interview{ID: afterword.NewID(), Application: app.ID, UID: inv.UID, Sequence: inv.Sequence, Summary: inv.Summary,
		Location: inv.Location, Link: inv.Link, CreatedAt: w.Now()}
	if err := w.agency(&app, in.Agency); err != nil {
		return "", err
	}
	if iv.Invited, err = w.attendees(inv, app); err != nil {
		return "", err
	}
	if err := w.contact(&app, inv, iv.Invited); err != nil {
		return "", err
	}
	if err := w.CreateInterview(&iv); err != nil {
		return "", err
	}
	_, err = w.fact(afterword.Fact{Application: app.ID, Interview: iv.ID, Kind: afterword.Booked, Detail: d})
	return iv.ID, err
}

// invitedTo is the application of an invitation. Without a sure employer it is left empty and asked
// on the page.
func (w *work) invitedTo(in InvitationInput, inv afterword.Invitation) (afterword.Application, error) {
	if in.Application != "" {
		return w.application(in.Application)
	}
	employer, role := in.Employer, in.Role
	inv = w.withoutMe(inv)
	if employer == "" {
		if name, sure := reading.Employer(inv); sure {
			employer = name
		}
	}
	if role == "" {
		role = reading.Role(inv)
	}
	if err := oneOf("kind", in.Kind, string(afterword.New), string(afterword.InternalMove), string(afterword.Confidential)); err != nil {
		return afterword.Application{}, err
	}
	app := afterword.Application{ID: afterword.NewID(), Kind: afterword.ApplicationKind(in.Kind), Employer: strings.TrimSpace(employer),
		Role: strings.TrimSpace(role), CreatedAt: w.Now()}
	if app.Kind == "" {
		app.Kind = afterword.New
	}
	return app, w.CreateApplication(&app)
}

// withoutMe leaves the candidate out: their own address never tells who the employer is.
func (w *work) withoutMe(inv afterword.Invitation) afterword.Invitation {
	if w.mine(inv.Organizer.Email) {
		inv.Organizer.Email = ""
	}
	inv.Attendees = slices.Clone(inv.Attendees)
	for i, m := range inv.Attendees {
		if w.mine(m.Email) {
			inv.Attendees[i].Email = "" // the name stays: a title may hold it
		}
	}
	return inv
}

// mine says that an address is the candidate's, in general or in this invitation.
func (w *work) mine(email string) bool {
	return w.isMe(email) || w.alias != "" && fold(email) == fold(w.alias)
}

// invited reads the times of an invitation; what it leaves open is asked.
func (w *work) invited(in InvitationInput, inv afterword.Invitation) (afterword.Detail, error) {
	var d afterword.Detail
	var loc *time.Location
	var err error
	switch {
	case in.Zone != "":
		loc, err = when.LoadZone("zone", in.Zone)
	case inv.Zone != "":
		var ok bool
		if loc, ok = w.s.zone(inv.Zone); !ok {
			return d, asks("zone", quote(inv.Zone)+" is not known", "say the zone with --zone, like Europe/London")
		}
	case inv.ZoneProblem != "" && in.Start == "":
		return d, asks("zone", inv.ZoneProblem, "say the zone with --zone, like Europe/London")
	default:
		loc = w.ownZone()
	}
	if err != nil {
		return d, err
	}
	d.Zone = loc.String()
	length := time.Duration(0)
	if !inv.EndAssumed && !inv.AllDay && inv.End.After(inv.Start) {
		length = inv.End.Sub(inv.Start)
	}
	switch {
	case in.Start != "":
		if d.Start, err = when.ParseTime("start", in.Start, loc); err != nil {
			return d, err
		}
	case inv.AllDay:
		return d, asks("start", "is not in the invitation: it is for the whole of "+inv.Day.Words(), "say when it begins: --start \""+inv.Day.String()+" 10:00\"")
	case inv.Start.IsZero():
		return d, asks("start", "is not in the invitation", "say when it begins: --start \"2026-11-20 14:00\"")
	case inv.Floating || inv.ZoneProblem != "":
		s := inv.Start
		d.Start = afterword.Wall(s.Year(), s.Month(), s.Day(), s.Hour(), s.Minute(), s.Second(), loc)
	default:
		d.Start = inv.Start
	}
	d.Start = d.Start.UTC()
	if length > 0 {
		d.End = d.Start.Add(length)
	}
	return d, nil
}

// asks is a question that has to be answered before anything is stored.
func asks(field, msg, hint string) *afterword.Error {
	return &afterword.Error{Kind: afterword.Conflict, Field: field, Msg: msg, Hint: hint}
}

// whoIsMe asks which of several invited people the candidate is, when nothing tells; what it learns it keeps.
func (w *work) whoIsMe(in InvitationInput, inv afterword.Invitation) error {
	set := w.account.Settings
	if in.Me != "" {
		_, email, err := mailbox("me", in.Me)
		if err != nil || email == "" {
			return afterword.Invalid("me", "%q is not a mail address", in.Me)
		}
		if fold(set.Email) != fold(email) {
			if set.Email == "" {
				set.Email = email
				return w.saveSettings(&set)
			}
			w.alias = email // another address of mine, for this invitation
		}
		return nil
	}
	who := reading.Me(inv, set.Email)
	me := who.Me
	if !who.Sure && set.Name != "" { // the name tells where the address does not
		named := slices.DeleteFunc(slices.Clone(who.Maybe), func(m afterword.Mailbox) bool { return fold(personName(m)) != fold(set.Name) })
		if len(named) == 1 {
			me, who.Sure = named[0], true
		}
	}
	if who.Sure {
		if fold(me.Email) != fold(set.Email) {
			w.alias = me.Email // another address of mine, for this invitation
		}
		return nil
	}
	e := &afterword.Error{Kind: afterword.Conflict, Field: "me", Msg: "could be several of those invited"}
	for _, c := range who.Maybe {
		e.Candidates = append(e.Candidates, c.Email)
	}
	return e.WithHint("say which address is yours with --me: %s", strings.Join(e.Candidates, ", "))
}

// attendees makes the people of an invitation; the candidate and addresses nobody reads are left out.
func (w *work) attendees(inv afterword.Invitation, app afterword.Application) ([]afterword.ID, error) {
	var ids []afterword.ID
	for _, m := range inv.Attendees {
		if m.Email == "" && m.Name == "" || w.mine(m.Email) || reading.Machine(m.Email) {
			continue
		}
		p, err := w.join(app, personName(m), m.Email, afterword.Interviewer)
		if err != nil {
			return nil, err
		}
		if p.ID != app.Agency && !slices.Contains(ids, p.ID) {
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

// personName is the name of a mailbox; an address in the place of a name is none.
func personName(m afterword.Mailbox) string {
	name := strings.Trim(strings.TrimSpace(m.Name), `"'`)
	if strings.Contains(name, "@") || fold(name) == fold(m.Email) {
		return ""
	}
	return name
}

// contact keeps who invited.
func (w *work) contact(app *afterword.Application, inv afterword.Invitation, invited []afterword.ID) error {
	o := inv.Organizer
	if o.Email == "" && o.Name == "" || w.mine(o.Email) || reading.Machine(o.Email) {
		return nil
	}
	p, err := w.join(*app, personName(o), o.Email, afterword.Coordinator)
	if err != nil {
		return err
	}
	if app.Contact != "" {
		return nil
	}
	app.Contact = p.ID
	return w.UpdateApplication(app)
}
