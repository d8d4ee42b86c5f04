package service

import (
	"context"
	"errors"
	"slices"
	"strings"

	"afterword"
	"afterword/reading"
	"afterword/store"
)

// Reads is the employer of an invitation, where that is sure, and the role. The candidate's own
// addresses never tell who the employer is.
func Reads(inv afterword.Invitation, mine ...string) (employer, role string) {
	own := func(m afterword.Mailbox) bool {
		return slices.ContainsFunc(mine, func(a string) bool { return a != "" && fold(a) == fold(m.Email) })
	}
	if own(inv.Organizer) {
		inv.Organizer.Email = ""
	}
	inv.Attendees = slices.Clone(inv.Attendees)
	for i, m := range inv.Attendees {
		if own(m) {
			inv.Attendees[i].Email = "" // the name stays: a title may hold it
		}
	}
	if name, sure := reading.Employer(inv); sure {
		employer = name
	}
	return employer, reading.Role(inv)
}

// mine says that an address is the candidate's, in general or in this invitation.
func (w *work) mine(email string) bool {
	return w.isMe(email) || w.alias != "" && fold(email) == fold(w.alias)
}

// whoIsMe finds which of those invited the candidate is, and asks when nothing tells: nobody may take
// them for someone they meet. before is the address that an earlier version of the invitation went to.
func (w *work) whoIsMe(in InvitationInput, inv afterword.Invitation, before string) error {
	set := w.account.Settings
	w.alias = firstOf(before, set.Email)
	if in.Me == notListed {
		return nil
	}
	if in.Me != "" {
		var err error
		if _, w.alias, err = mailbox("me", in.Me); err != nil || w.alias == "" {
			return afterword.Invalid("me", "%q is not a mail address", in.Me)
		}
	}
	who := reading.Me(inv, w.alias)
	if fold(who.Me.Email) != fold(w.alias) || w.alias == "" { // they are not on the list with that address
		var named []afterword.Mailbox
		for _, m := range inv.Attendees {
			if w.isMyName(m) {
				named = append(named, m)
			}
		}
		switch {
		case len(named) == 1:
			who = reading.Who{Me: named[0], Sure: true}
		case in.Me != "" || before != "": // what they said does not tell; a colleague of who invited is not the candidate
			who.Maybe = slices.DeleteFunc(append(who.Maybe, who.Me), func(m afterword.Mailbox) bool {
				return m.Email == "" || domainOf(m.Email) == domainOf(inv.Organizer.Email)
			})
			who.Me, who.Sure = afterword.Mailbox{}, len(who.Maybe) == 0
		}
	}
	if who.Sure {
		if in.Me != "" && set.Email == "" {
			set.Email = w.alias
			if err := w.saveSettings(&set); err != nil {
				return err
			}
		}
		w.alias = firstOf(who.Me.Email, w.alias)
		return nil
	}
	e := &afterword.Error{Kind: afterword.Conflict, Field: "me", Msg: "could be several of those invited"}
	if in.Me != "" {
		e.Msg = quote(w.alias) + " is not among those invited"
	}
	for _, c := range who.Maybe {
		if c.Email != "" {
			e.Candidates = append(e.Candidates, c.Email)
		}
	}
	if len(e.Candidates) == 0 {
		return e.WithHint("say your name as it stands there, once: `afterword set name NAME`")
	}
	return e.WithHint("say which address is yours with --me: %s; --me none when you are not on the list", strings.Join(e.Candidates, ", "))
}

// notListed is the answer of a candidate who is not on the list of those invited.
const notListed = "none"

// WhoToAsk are the addresses that the candidate may be invited with, when nothing tells which.
func (s *Service) WhoToAsk(ctx context.Context, a afterword.Actor, inv afterword.Invitation) (maybe []string, err error) {
	return maybe, s.read(ctx, a, func(w *work) error {
		maybe = nil
		all, err := w.knownBy(inv.UID)
		if err != nil {
			return err
		}
		k, _, err := w.same(all, inv)
		if err != nil {
			return err
		}
		var asked *afterword.Error
		if err := w.whoIsMe(InvitationInput{}, inv, k.kept.Me); errors.As(err, &asked) && asked.Kind == afterword.Conflict {
			maybe = asked.Candidates
			return nil
		} else if err != nil {
			return err
		}
		return nil
	})
}

func domainOf(email string) string { return fold(email[strings.LastIndexByte(email, '@')+1:]) }

// isMyName says that a mailbox has the candidate's own name.
func (w *work) isMyName(m afterword.Mailbox) bool {
	return w.account.Settings.Name != "" && fold(reading.PersonName(m)) == fold(w.account.Settings.Name)
}

// attendees makes the people of an invitation; the candidate and addresses nobody reads are left out.
func (w *work) attendees(inv afterword.Invitation, app afterword.Application) ([]afterword.ID, error) {
	var ids []afterword.ID
	for _, m := range inv.Attendees {
		if m.Email == "" && (m.Name == "" || w.isMyName(m)) || w.mine(m.Email) || reading.Machine(m.Email) {
			continue
		}
		p, err := w.join(app, reading.PersonName(m), m.Email, afterword.Interviewer)
		if err != nil {
			return nil, err
		}
		if p.ID != app.Agency && !slices.Contains(ids, p.ID) {
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

// contact keeps who invited.
func (w *work) contact(app *afterword.Application, inv afterword.Invitation, invited []afterword.ID) error {
	o := inv.Organizer
	if o.Email == "" && o.Name == "" || w.mine(o.Email) || reading.Machine(o.Email) {
		return nil
	}
	p, err := w.join(*app, reading.PersonName(o), o.Email, afterword.Coordinator)
	if err != nil {
		return err
	}
	if app.Contact != "" {
		return nil
	}
	app.Contact = p.ID
	return w.UpdateApplication(app)
}

// keepInvitation keeps what an answer to an invitation, and its next version, will need.
func (w *work) keepInvitation(id afterword.ID, inv afterword.Invitation) error {
	k := store.KeptInvitation{Interview: id, Organizer: afterword.Mailbox{Name: inv.Organizer.Name, Email: inv.Organizer.Email},
		RecurrenceID: inv.RecurrenceID, Me: w.alias, Stamp: inv.Stamp.UTC(), Digest: digest(inv)}
	switch {
	case inv.AllDay:
		k.Day = inv.Day
	case !inv.Floating && inv.ZoneProblem == "":
		k.Start = inv.Start.UTC()
		if !inv.EndAssumed {
			k.End = inv.End.UTC()
		}
	}
	return w.SaveInvitation(k)
}

// answers says that who invited can take an answer: they have an address, and their calendar a UID.
func answers(iv afterword.Interview, k store.KeptInvitation) bool {
	return iv.UID != "" && !strings.HasPrefix(iv.UID, noUID) && k.Organizer.Email != ""
}

func (w *work) answerable(iv afterword.Interview) (bool, error) {
	k, err := w.Tx.Invitation(iv.ID)
	if afterword.KindOf(err) == afterword.NotFound {
		return false, nil
	}
	return answers(iv, k), err
}

// Invited is the invitation that an interview came with, as an answer to it needs it: with its own times,
// whatever was corrected by hand since. me is the address of the candidate that was invited. What is
// missing is asked: the error is a Conflict then.
func (s *Service) Invited(ctx context.Context, a afterword.Actor, ref, me string) (inv afterword.Invitation, who afterword.Mailbox, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, err := w.interview(ref)
		if err != nil {
			return err
		}
		k, err := w.Tx.Invitation(iv.ID)
		if afterword.KindOf(err) == afterword.NotFound || err == nil && !answers(iv, k) {
			return asks("invitation", "is not here, so that nobody knows whom to answer",
				"give the file: `afterword add --invite FILE` takes it, then answer again")
		}
		if err != nil {
			return err
		}
		f, err := w.file(iv.Application)
		if err != nil {
			return err
		}
		st := f.stand(iv.ID, w.Now())
		inv = afterword.Invitation{Method: "REQUEST", UID: iv.UID, Sequence: iv.Sequence, RecurrenceID: k.RecurrenceID, Start: k.Start, End: k.End,
			EndAssumed: k.End.IsZero(), AllDay: !k.Day.IsZero(), Day: k.Day, Zone: st.Zone, Cancelled: st.CalledOff, Summary: iv.Summary, Organizer: k.Organizer}
		if k.Digest == "" { // kept before there was more to keep
			inv.Start, inv.End, inv.EndAssumed = st.Start, st.PlannedEnd, st.EndAssumed
		}
		who = afterword.Mailbox{Name: w.account.Settings.Name, Email: firstOf(strings.TrimSpace(me), k.Me, w.account.Settings.Email)}
		if who.Email == "" {
			return asks("me", "is not known: which of those invited are you", "say your address with --me, or once with `afterword set email`")
		}
		if !plainAddress(who.Email) {
			return afterword.Invalid("me", "%q is not a mail address", who.Email)
		}
		return nil
	})
	return inv, who, err
}
