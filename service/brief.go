package service

import (
	"slices"
	"time"

	"afterword"
	"afterword/note"
	"afterword/policy"
)

// brief gathers all that a letter may be made from.
func (w *work) brief(f *file, n afterword.Note) note.Brief {
	st := f.stand(n.Interview, w.Now())
	loc := st.Location
	if loc == nil {
		loc = w.ownZone()
	}
	b := note.Brief{
		Kind: n.Kind, Channel: n.Channel, Lang: n.Lang, From: w.account.Settings, Region: f.region(w),
		To: f.recipient(st, n.To), ApplicationKind: f.Application.Kind, Employer: f.Application.Employer, Role: f.Application.Role,
		Agency: f.recipient(st, st.Agency), Contact: f.recipient(st, st.Contact),
		Today: afterword.DateOf(w.Now().In(loc)), Debrief: st.Debrief, Want: st.Want,
		WaitSaid: said(st), Thread: f.thread(n),
	}
	if !st.E.IsZero() {
		b.Met = afterword.DateOf(st.E.In(loc))
		b.Late = w.Now().After(st.E.Add(policy.ThanksGoodFor))
	}
	switch {
	case n.Kind == afterword.AnswerOffer:
		b.WaitUntil = f.answerBy()
	case st.Wait != nil && !st.Wait.Guessed:
		b.WaitUntil = st.Wait.Until
	}
	if b.To.Name == "" && b.To.Email == "" && n.To == "" {
		b.To = b.Contact
	}
	f.table(st, n, &b)
	f.promised(st, n, w.Now(), &b)
	w.answered(f, st, n, &b)
	return b
}

// answerBy is the day until when they want to know, of the offer that came last; zero without one.
func (f *file) answerBy() (until afterword.Date) {
	var at time.Time
	for _, x := range f.Facts {
		if x.Kind == afterword.HeardOffer && x.VoidedBy == "" && !x.At.Before(at) {
			at, until = x.At, x.Detail.Until
		}
	}
	return until
}

func said(st policy.Standing) string {
	if st.Wait == nil {
		return ""
	}
	return st.Wait.Said
}

// recipient is a person as a letter speaks to them.
func (f *file) recipient(st policy.Standing, id afterword.ID) note.Recipient {
	p, ok := f.People[f.kept(id)]
	if !ok || id == "" {
		return note.Recipient{}
	}
	kind, title := f.roleOf(p.ID)
	r := note.Recipient{Name: p.Name, Called: p.Called, Register: p.Register, Email: p.Email, Title: title, Role: kind}
	for _, m := range st.Met {
		if f.kept(m.Person) == p.ID {
			r.Line = m.TalkedAbout
		}
	}
	return r
}

// table places a letter among those of its sitting.
func (f *file) table(st policy.Standing, n afterword.Note, b *note.Brief) {
	b.Seats = 1
	if n.Kind != afterword.Thanks && n.Kind != afterword.AgencyThanks && n.Kind != afterword.Withdrawal {
		return
	}
	b.Seats = 0
	to := f.kept(n.To)
	for _, t := range st.ToThank {
		if t.Agency {
			if t.Person == to {
				b.AskPermission = t.Asks
			}
			continue
		}
		if t.Person == to {
			b.Seat = b.Seats
			b.Unnamed = t.PassOn
		} else {
			b.Others = append(b.Others, f.recipient(st, t.Person))
		}
		b.Seats++
	}
	if b.Seats == 0 {
		b.Seats = 1
	}
	for _, m := range f.Notes { // those whose thanks this letter carries
		if m.Kind != afterword.Thanks || m.ID == n.ID || f.kept(m.To) == to {
			continue
		}
		for _, x := range f.Facts {
			if x.Kind == afterword.PassedOn && x.VoidedBy == "" && x.Detail.Note == m.ID && f.kept(x.Detail.To) == to {
				b.PassOn = append(b.PassOn, f.recipient(st, m.To))
			}
		}
	}
}

// promised are the promises that a letter hands over.
func (f *file) promised(st policy.Standing, n afterword.Note, now time.Time, b *note.Brief) {
	for _, p := range st.Promises {
		switch {
		case n.Kind == afterword.PromisedNote && p.ID == n.Promise:
			b.Promises = append(b.Promises, p)
		case n.Kind == afterword.Thanks && p.Kept.IsZero() && !p.TheyAsked && p.Due.Before(now.Add(24*time.Hour)):
			b.Promises = append(b.Promises, p)
		}
	}
}

// answered is the news that a letter answers, and what belongs to it.
func (w *work) answered(f *file, st policy.Standing, n afterword.Note, b *note.Brief) {
	b.OpenQuestions = st.Debrief.OpenQuestions
	for _, m := range slices.Backward(st.Messages) {
		if m.Referee || m.Kind == afterword.Automatic {
			continue
		}
		b.NewsKind = m.Kind
		break
	}
	for _, x := range f.Facts {
		if x.VoidedBy != "" {
			continue
		}
		switch x.Kind {
		case afterword.Accepted:
			b.AcceptOffer = true
		case afterword.Declined:
			b.DeclineOffer = true
		case afterword.HeardOffer:
			b.GotOffer = true
		case afterword.ReferencesAsked:
			b.RefereesAsked = true
		}
	}
	b.TookOther = !f.Elsewhere.Accepted.IsZero()
	b.NoFeedback = f.Application.Agency != "" || f.sentKind(afterword.Feedback)
	for _, p := range f.Points {
		if f.kept(p.Person) == f.kept(n.To) {
			b.Points = p.Points
		}
	}
	for _, r := range f.Roles {
		if r.Application == f.Application.ID && r.Kind == afterword.HiringManager {
			b.About = f.recipient(st, r.Person)
		}
	}
	b.ReachMe = w.reach(f, st)
}

func (f *file) sentKind(k afterword.NoteKind) bool {
	for _, x := range f.Facts {
		if x.Kind == afterword.Sent && x.VoidedBy == "" {
			if i := slices.IndexFunc(f.Notes, func(n afterword.Note) bool { return n.ID == x.Detail.Note }); i >= 0 && f.Notes[i].Kind == k {
				return true
			}
		}
	}
	return false
}

// reach says how the candidate can be reached while away, when that falls into the wait (R89).
func (w *work) reach(f *file, st policy.Standing) string {
	if st.Wait == nil {
		return ""
	}
	today := afterword.DateOf(w.Now().In(w.ownZone()))
	for _, a := range f.Away {
		if a.To.Before(today) || a.From.After(f.rules.Calendar.AddWorking(st.Wait.Until, policy.AvailableFor)) || a.Note == "" {
			continue
		}
		return a.Note
	}
	return ""
}

// thread is the subject of the mail that invited, so that a letter stays in its thread. Facts do not
// hold mails; the invitation's own title would be no thread.
func (f *file) thread(n afterword.Note) string {
	for _, iv := range f.Interviews {
		if iv.ID == n.Interview {
			return iv.Subject
		}
	}
	return ""
}

// known is what a letter's checks may compare with.
func (w *work) known(f *file, n afterword.Note) note.Known {
	st := f.stand(n.Interview, w.Now())
	b := w.brief(f, n)
	k := note.Known{Kind: n.Kind, Channel: n.Channel, Lang: n.Lang, Brief: &b, Agreed: w.agreedFor(f, st, n), OtherBodies: map[string]string{}}
	p := f.People[f.kept(n.To)]
	reach := p.Email != "" || p.Phone != "" && (n.Channel == afterword.Phone || n.Channel == afterword.MessageText) || len(p.Links) > 0 && n.Channel == afterword.MessageText ||
		n.Channel == afterword.ViaAgency || n.Channel == afterword.Portal || n.Channel == afterword.Post || n.Channel == afterword.Phone
	k.Reach = &reach
	if n.Kind == afterword.Thanks && st.AgencyCase && n.Channel != afterword.ViaAgency {
		yes := st.Permission == policy.Yes
		k.Asked = &yes
	}
	if n.Kind == afterword.Thanks || n.Kind == afterword.AgencyThanks {
		first := true
		for _, o := range f.Notes {
			if o.ID == n.ID || o.Kind != n.Kind || !sameSitting(st, o.Interview) {
				continue
			}
			state := st.Notes[o.ID].State
			if f.kept(o.To) == f.kept(n.To) {
				first = first && state != afterword.NoteSent && state != afterword.NotePassedOn
				continue
			}
			if state == afterword.NoteSkipped || state == afterword.NoteCancelled {
				continue
			}
			if name := f.People[f.kept(o.To)].Name; name != "" {
				k.OtherBodies[name] = w.text(f, o).Body
			}
		}
		k.First = &first
	}
	for _, e := range w.employers() {
		if fold(e) != fold(f.Application.Employer) {
			k.OtherEmployers = append(k.OtherEmployers, e)
		}
	}
	return k
}

// agreedFor is the channel that the employer asked for, where it binds this note: not for a referee or
// a friend, and not for a reply by the way they wrote on. The guard knows whom it binds.
func (w *work) agreedFor(f *file, st policy.Standing, n afterword.Note) afterword.Channel {
	if st.Channel != afterword.Email || n.Channel != afterword.Phone && n.Channel != afterword.MessageText {
		return st.Channel
	}
	v := policy.May(f.Case, n.Interview, afterword.Try{Kind: n.Kind, To: n.To, By: n.Channel, Note: n.ID}, f.rules, w.Now())
	if v.Verdict == afterword.Refuse && slices.Contains(v.Practices, "R07") {
		return st.Channel
	}
	return afterword.AnyChannel
}

// employers are the names of all employers, read once a transaction.
func (w *work) employers() []string {
	if w.names == nil {
		w.names = []string{}
		apps, err := w.Applications()
		if err != nil {
			return w.names // a check less; the guard has its own facts
		}
		for _, a := range apps {
			if a.Employer != "" && !slices.Contains(w.names, a.Employer) {
				w.names = append(w.names, a.Employer)
			}
		}
	}
	return w.names
}
