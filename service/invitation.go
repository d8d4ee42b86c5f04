package service

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/reading"
	"afterword/store"
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
		inv, others, err := in.Meeting(w.account.Settings.Email)
		if err != nil {
			return err
		}
		var id afterword.ID
		if id, changed, err = w.take(in, inv); err != nil {
			return err
		}
		if v, err = w.show(id); err != nil {
			return err
		}
		if changed {
			v.Said = w.assumed(in, inv, v, others)
		}
		return w.remember(in.Once, id)
	})
	return v, changed, err
}

// assumed is what an invitation left open and how that was read.
func (w *work) assumed(in InvitationInput, inv afterword.Invitation, v InterviewView, others int) []string {
	var said []string
	own := w.ownZone().String()
	switch {
	case inv.Cancelled || in.Zone != "" || in.Start != "":
	case inv.Floating && inv.ZoneHint != "" && inv.ZoneHint != v.Zone:
		said = append(said, fmt.Sprintf("The invitation names no time zone for its time, so we read it in %s; its calendar is in %s. `afterword edit %s --zone %s` takes that one.", v.Zone, inv.ZoneHint, v.ID, inv.ZoneHint))
	case inv.Floating && v.Zone == own:
		said = append(said, "The invitation names no time zone, so we read it in yours: "+own+".")
	case inv.Floating:
		said = append(said, "The invitation names no time zone, so we read it in that of the interview: "+v.Zone+".")
	case v.Zone == "UTC" && own != "UTC":
		said = append(said, fmt.Sprintf("The invitation gives its time in UTC and not where they are. Add it once more with --zone %s to say it.", firstOf(inv.ZoneHint, "ZONE")))
	}
	if inv.Recurring && !inv.Cancelled {
		said = append(said, "The invitation repeats. This is its first date.")
	}
	if others > 0 {
		said = append(said, "What else is in the file is no interview and was left out.")
	}
	return said
}

// manyMeetings is how many are named when one of several has to be chosen.
const manyMeetings = 50

// Meeting is the one meeting that is meant, and how many others were passed over because they are no
// interviews. Of several versions of one the newest counts. me is the candidate's address.
func (in InvitationInput) Meeting(me string) (inv afterword.Invitation, others int, err error) {
	if len(in.Invitations) == 0 {
		return inv, 0, afterword.Invalid(in.file(), "holds no meeting").WithHint("an invitation is an .ics file, or a mail that has one attached")
	}
	newest := map[string]afterword.Invitation{}
	var keys, interviews []string
	for _, i := range in.Invitations {
		var k string
		i.UID, k = MeetingKey(i)
		old, seen := newest[k]
		switch {
		case !seen:
			keys = append(keys, k)
		case i.Sequence < old.Sequence, i.Sequence == old.Sequence && i.Stamp.Before(old.Stamp):
			continue
		case in.Start == "" && i.Sequence == old.Sequence && i.Stamp.Equal(old.Stamp) && !(i.Start.Equal(old.Start) && i.Day == old.Day):
			return inv, 0, asks("start", "is told in two ways for "+quote(k), `say which one counts, like --start "2026-11-20 14:00"`)
		}
		newest[k] = i
	}
	for _, k := range keys {
		if k == in.UID || len(keys) == 1 && newest[k].UID == in.UID {
			return newest[k], 0, nil
		}
		if is, _, _ := reading.Interview(newest[k], me); is {
			interviews = append(interviews, k)
		}
	}
	switch {
	case in.UID != "":
		return inv, 0, &afterword.Error{Kind: afterword.NotFound, Field: "uid", Msg: quote(in.UID) + " is not in the file", Candidates: keys,
			Hint: "it holds: " + strings.Join(keys, ", ")}
	case len(keys) == 1:
		return newest[keys[0]], 0, nil
	case len(interviews) == 1:
		return newest[interviews[0]], len(keys) - 1, nil
	case len(interviews) > 1:
		keys = interviews
	}
	more := ""
	if n := len(keys) - manyMeetings; n > 0 {
		keys, more = keys[:manyMeetings], fmt.Sprintf(", and %d more", n)
	}
	e := &afterword.Error{Kind: afterword.Conflict, Field: in.file(), Msg: "holds several meetings", Candidates: keys}
	return inv, 0, e.WithHint("choose one with --uid: %s", strings.Join(keys, ", ")+more)
}

func (in InvitationInput) file() string {
	if in.File == "" || in.File == "-" {
		return "invitation"
	}
	return in.File
}

// take stores what an invitation says: which interview it is, and whether anything changed.
func (w *work) take(in InvitationInput, inv afterword.Invitation) (id afterword.ID, changed bool, err error) {
	switch inv.Method {
	case "REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH":
		return "", false, afterword.Invalid(in.file(), "is %s and not an invitation", methodWords(inv.Method)).
			WithHint("use the invitation itself, or `afterword add --employer`")
	}
	all, err := w.knownBy(inv.UID)
	if err != nil {
		return "", false, err
	}
	as, err := w.as(in)
	if err != nil {
		return "", false, err
	}
	k, found, err := w.same(all, inv)
	whole := inv.Cancelled && inv.RecurrenceID == "" && len(all) > 1
	if err != nil || found && !whole && k.has(in, inv) {
		return k.ID, false, err
	}
	if !found && inv.Cancelled && (len(all) == 0 || inv.RecurrenceID != "") {
		return "", false, &afterword.Error{Kind: afterword.NotFound, Field: in.file(), Msg: "calls off a meeting that is not here",
			Hint: "nothing was changed"}
	}
	if err := w.whoIsMe(in, inv, k.kept.Me); err != nil {
		return "", false, err
	}
	switch {
	case whole, inv.Cancelled && !found:
		return w.callOffAll(in.file(), inv, all, as.ID)
	case found && as.ID != "" && as.ID != k.ID:
		return "", false, afterword.Invalid("as", "%s is another interview than the one that this invitation changes", quote(in.As)).WithHint("it changes %s", k.ID)
	case inv.Cancelled:
		return w.callOffAll(in.file(), inv, []known{k}, as.ID)
	case found:
		id, changed, err = w.update(in, inv, k)
	case as.ID != "":
		id, changed = as.ID, true
		err = w.moveTo(in, inv, as)
	default:
		changed = true
		id, err = w.book(in, inv, all)
	}
	if err != nil {
		return "", false, err
	}
	return id, changed, w.keepInvitation(id, inv)
}

// book makes an interview of an invitation that is not known, unless it may be one that is.
func (w *work) book(in InvitationInput, inv afterword.Invitation, series []known) (afterword.ID, error) {
	switch {
	case len(series) > 0 && in.As == "":
		ids := make([]afterword.ID, len(series))
		for i, k := range series {
			ids[i] = k.ID
		}
		return "", w.asksMoved(in.file(), ids, "speaks of another date of a series that you have")
	case len(series) > 0:
		in.Application = string(series[0].Application)
	case in.Application == "":
		like, err := w.looksMoved(inv)
		if err != nil {
			return "", err
		}
		if len(like) > 0 && in.As == "" {
			ids := make([]afterword.ID, len(like))
			for i, iv := range like {
				ids[i] = iv.ID
			}
			return "", w.asksMoved(in.file(), ids, "looks like an interview you have, at another time")
		}
		if len(like) > 0 && !slices.ContainsFunc(like, func(iv afterword.Interview) bool { return iv.Application != like[0].Application }) {
			in.Application = string(like[0].Application) // a new round of what it is like
		}
	}
	return w.newFrom(in, inv)
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
func (w *work) update(in InvitationInput, inv afterword.Invitation, k known) (afterword.ID, bool, error) {
	f, err := w.file(k.Application)
	if err != nil {
		return "", false, err
	}
	iv, st := k.Interview, f.stand(k.ID, w.Now())
	d, err := w.invited(in, inv, st)
	if err != nil {
		return "", false, err
	}
	back := st.CalledOff && k.newer(inv)
	moved := !d.Start.Equal(st.Start) || !d.End.IsZero() && !d.End.Equal(st.PlannedEnd) || in.Zone != "" && d.Zone != st.Zone
	moved = moved && (!st.CalledOff || back)
	if moved && st.HasDebrief {
		switch in.As {
		case "":
			return "", false, w.asksMoved(in.file(), []afterword.ID{iv.ID}, "moves an interview that you have written about")
		case "new":
			return w.furtherRound(in, inv, f, iv)
		}
	}
	changed, err := w.correct(inv, &iv, f)
	if err != nil || !moved && !back {
		return iv.ID, changed, err
	}
	d.NoAnswerNeeded = true // a calendar sent it; nobody waits for a letter
	_, err = w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Moved, Detail: d})
	return iv.ID, true, err
}

// callOff takes a cancellation. Calendars are tidied up afterwards too: what was written about an
// interview that took place is not called over for that, unless the candidate names that very one.
func (w *work) callOff(file string, inv afterword.Invitation, k known, as afterword.ID) (changed bool, err error) {
	f, err := w.file(k.Application)
	if err != nil {
		return false, err
	}
	st := f.stand(k.ID, w.Now())
	if st.CalledOff {
		return false, nil
	}
	if st.HasDebrief && as != k.ID {
		return false, asks(file, "calls off an interview that you have written about",
			fmt.Sprintf("--as %s calls it off; otherwise there is nothing to do", k.ID))
	}
	iv := k.Interview
	iv.Sequence = max(iv.Sequence, inv.Sequence)
	if err := w.UpdateInterview(&iv); err != nil {
		return false, err
	}
	if _, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.CalledOff}); err != nil {
		return false, err
	}
	k.kept.Interview, k.kept.Stamp = k.ID, inv.Stamp.UTC() // a late copy of what was called off is older
	return true, w.SaveInvitation(k.kept)
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

// callOffAll takes the cancellation of one date or of a whole series. One answer is about one round:
// others that were written about stay as they are, and are asked for by the same file once more.
func (w *work) callOffAll(file string, inv afterword.Invitation, all []known, as afterword.ID) (id afterword.ID, changed bool, err error) {
	if as != "" && !slices.ContainsFunc(all, func(k known) bool { return k.ID == as }) {
		return "", false, afterword.Invalid("as", "is another interview than what is called off").WithHint("it calls off %s", all[0].ID)
	}
	id = all[0].ID
	for _, k := range all {
		if len(all) > 1 && inv.Stamp.Before(k.kept.Stamp) {
			continue // it speaks of what this date was before
		}
		off, err := w.callOff(file, inv, k, as)
		if as != "" && as != k.ID && afterword.KindOf(err) == afterword.Conflict {
			continue
		}
		if err != nil {
			return "", false, err
		}
		if off {
			id, changed = k.ID, true
		}
	}
	return id, changed, nil
}

// moveTo makes a new invitation the new date of a known round.
func (w *work) moveTo(in InvitationInput, inv afterword.Invitation, iv afterword.Interview) error {
	f, err := w.file(iv.Application)
	if err != nil {
		return err
	}
	d, err := w.invited(in, inv, policy.Standing{})
	if err != nil {
		return err
	}
	iv.UID = inv.UID
	if _, err := w.correct(inv, &iv, f); err != nil {
		return err
	}
	if err := w.UpdateInterview(&iv); err != nil {
		return err
	}
	d.NoAnswerNeeded = true
	_, err = w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Moved, Detail: d})
	return err
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

// looksMoved are the known interviews that a new invitation may be at another time.
func (w *work) looksMoved(inv afterword.Invitation) (like []afterword.Interview, err error) {
	all, err := w.AllInterviews()
	if err != nil {
		return nil, err
	}
	kept, err := w.Invitations()
	if err != nil {
		return nil, err
	}
	from := map[afterword.ID]afterword.Mailbox{}
	for _, k := range kept {
		from[k.Interview] = k.Organizer
	}
	open := true
	lines, err := w.Tx.Lines(store.LineFilter{Open: &open})
	if err != nil {
		return nil, err
	}
	starts := map[afterword.ID]time.Time{}
	for _, l := range lines {
		starts[l.Interview] = l.Start
	}
	for _, iv := range all {
		start, open := starts[iv.ID]
		if !open || iv.UID == "" || iv.UID == inv.UID || iv.Summary == "" {
			continue
		}
		had := afterword.Invitation{UID: iv.UID, Summary: iv.Summary, Location: iv.Location, Start: start, Organizer: from[iv.ID]}
		if reading.SameInterviewMoved(had, inv) {
			like = append(like, iv)
		}
	}
	return like, nil
}

// asksMoved asks which of some rounds is meant.
func (w *work) asksMoved(field string, rounds []afterword.ID, what string) error {
	e := &afterword.Error{Kind: afterword.Conflict, Field: field, Msg: what}
	lines, err := w.Tx.Lines(store.LineFilter{})
	if err != nil {
		return err
	}
	for _, l := range lines {
		if slices.Contains(rounds, l.Interview) {
			e.Candidates = append(e.Candidates, w.describe(l))
		}
	}
	return e.WithHint("say which: --as %s for the same round at its new time, --as new for a new round", rounds[0])
}

// newFrom makes an interview of an invitation.
func (w *work) newFrom(in InvitationInput, inv afterword.Invitation) (afterword.ID, error) {
	d, err := w.invited(in, inv, policy.Standing{})
	if err != nil {
		return "", err
	}
	app, err := w.invitedTo(in, inv)
	if err != nil {
		return "", err
	}
	iv := afterword.Interview{ID: afterword.NewID(), Application: app.ID, UID: inv.UID, Sequence: inv.Sequence, Summary: inv.Summary, Subject: inv.Subject,
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
	e, r := Reads(inv, w.alias, w.account.Settings.Email)
	employer, role = firstOf(employer, e), firstOf(role, r)
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

// invited reads the times of an invitation; what it leaves open stays as it was, and is asked when it
// was not known before.
func (w *work) invited(in InvitationInput, inv afterword.Invitation, was policy.Standing) (afterword.Detail, error) {
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
		loc = w.zoneOr(was.Zone)
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
	case inv.AllDay && !was.Start.IsZero() && afterword.DateOf(was.Start.In(loc)) == inv.Day:
		d.Start = was.Start
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
