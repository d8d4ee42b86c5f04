package service

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/note"
	"afterword/policy"
	"afterword/when"
)

// Held is the guard's answer where something may not go now.
type Held struct{ Verdict afterword.Verdict }

func (h *Held) Error() string { return h.Verdict.Because }

// Unwrap makes a Held a NotYet for every face.
func (h *Held) Unwrap() error {
	return &afterword.Error{Kind: afterword.NotYet, Msg: h.Verdict.Because}
}

// Clash is a text that was changed elsewhere meanwhile. Both texts are kept: nothing typed is lost.
type Clash struct {
	Yours, Theirs string
	Version       int
	Err           error
}

func (c *Clash) Error() string { return c.Err.Error() }
func (c *Clash) Unwrap() error { return c.Err }

// drafts makes the thank-yous (and, for want "no", the withdrawal) that a sitting calls for. A draft
// holds no text of its own until someone writes in it.
func (w *work) drafts(iv afterword.Interview) error {
	f, err := w.file(iv.Application)
	if err != nil {
		return err
	}
	p := policy.Compute(f.Case, iv.ID, f.rules, w.Now())
	for _, s := range p.Steps {
		kind, ok := draftOf(s.Kind)
		if !ok || s.Note != "" || s.Person == "" || s.State != afterword.StepOpen && s.State != afterword.StepHeld {
			continue
		}
		if _, found := f.note(iv.ID, kind, s.Person, w.Now()); found {
			continue
		}
		if _, err := w.draft(f, iv, kind, s.Person, ""); err != nil {
			return err
		}
	}
	return nil
}

func draftOf(k afterword.StepKind) (afterword.NoteKind, bool) {
	switch k {
	case afterword.StepThankYou:
		return afterword.Thanks, true
	case afterword.StepAgencyThanks:
		return afterword.AgencyThanks, true
	case afterword.StepWithdraw:
		return afterword.Withdrawal, true
	}
	return "", false
}

// note is the unsent note of a kind to a person for a sitting; the one question belongs to every round.
func (f *file) note(interview afterword.ID, kind afterword.NoteKind, to afterword.ID, now time.Time) (afterword.Note, bool) {
	for n := range f.pending(interview, kind, now) {
		if f.kept(n.To) == f.kept(to) {
			return n, true
		}
	}
	return afterword.Note{}, false
}

// pending are the notes of a kind that have not gone, of a sitting; the one question belongs to every round.
func (f *file) pending(interview afterword.ID, kind afterword.NoteKind, now time.Time) iter.Seq[afterword.Note] {
	return func(yield func(afterword.Note) bool) {
		st := f.stand(interview, now)
		for _, n := range f.Notes {
			if n.Kind != kind || kind != afterword.StatusQuestion && !sameSitting(st, n.Interview) {
				continue
			}
			switch state, _, _ := policy.NoteState(f.Case, n, now); state {
			case afterword.NoteDraft, afterword.NoteKept, afterword.NoteApproved:
				if !yield(n) {
					return
				}
			}
		}
	}
}

// draft stores an empty draft; its text is made when it is read.
func (w *work) draft(f *file, iv afterword.Interview, kind afterword.NoteKind, to afterword.ID, by afterword.Channel) (afterword.Note, error) {
	if by == "" {
		by = policy.DefaultBy(f.Case, iv.ID, kind, to)
	}
	st := f.stand(iv.ID, w.Now())
	n := afterword.Note{ID: afterword.NewID(), Application: iv.Application, Interview: iv.ID, Kind: kind, To: to, Channel: by,
		RestsOn: f.ground(st, kind), CreatedAt: w.Now()}
	if kind == afterword.Reply {
		n.RestsOn = cmp.Or(policy.ReplyTo(f.Case, iv.ID, to, f.rules, w.Now()), n.RestsOn)
	}
	if kind == afterword.PromisedNote {
		for _, p := range st.Promises {
			if p.Kept.IsZero() && n.Promise == "" {
				n.Promise = p.ID
			}
		}
	}
	w.touch(iv.Application)
	return n, w.CreateNote(&n)
}

// ground is the fact without which a note has no reason: undone, the note is cancelled.
func (f *file) ground(st policy.Standing, kind afterword.NoteKind) afterword.ID {
	on := map[afterword.NoteKind][]afterword.FactKind{
		afterword.Thanks:       {afterword.WroteDown},
		afterword.AgencyThanks: {afterword.WroteDown},
		afterword.Withdrawal:   {afterword.WroteDown, afterword.Decided, afterword.Accepted},
		afterword.AnswerNo:     {afterword.HeardNo},
		afterword.AnswerOffer:  {afterword.HeardOffer},
		afterword.Reply:        policyReplied(),
	}[kind]
	for i := len(f.Facts) - 1; i >= 0; i-- {
		fact := f.Facts[i]
		if fact.VoidedBy != "" || !slices.Contains(on, fact.Kind) {
			continue
		}
		if kind == afterword.Thanks || kind == afterword.AgencyThanks {
			if !sameSitting(st, fact.Interview) {
				continue
			}
		}
		return fact.ID
	}
	return ""
}

// policyReplied are the news that a reply may answer.
func policyReplied() []afterword.FactKind {
	return []afterword.FactKind{afterword.Wrote, afterword.NextRound, afterword.DocumentsAsked, afterword.ReferencesAsked,
		afterword.Moved, afterword.Delay, afterword.FeedbackCame, afterword.Stopped, afterword.CalledOff}
}

// Notes are the drafts and notes of a sitting, with their checks. Drafts that are due are made.
func (s *Service) Notes(ctx context.Context, a afterword.Actor, ref string) (views []NoteView, err error) {
	views = []NoteView{}
	err = s.write(ctx, a, func(w *work) error {
		iv, err := w.interview(ref)
		if err != nil {
			return err
		}
		if err := w.drafts(iv); err != nil {
			return err
		}
		f, err := w.file(iv.Application)
		if err != nil {
			return err
		}
		views = w.noteViews(f, iv)
		return nil
	})
	return views, err
}

// noteViews are the notes of a sitting: the agency's first, then in the order of the plan.
func (w *work) noteViews(f *file, iv afterword.Interview) []NoteView {
	views := []NoteView{}
	due := map[afterword.ID]bool{}
	order := map[afterword.ID]int{}
	for i, s := range policy.Compute(f.Case, iv.ID, f.rules, w.Now()).Steps {
		if _, ok := draftOf(s.Kind); ok {
			due[s.Person] = true
			order[s.Person] = i + 1
		}
	}
	notes := slices.Clone(f.Notes)
	slices.SortStableFunc(notes, func(a, b afterword.Note) int { return order[f.kept(a.To)] - order[f.kept(b.To)] })
	st := f.stand(iv.ID, w.Now())
	for _, n := range notes {
		if !sameSitting(st, n.Interview) {
			continue
		}
		v := w.noteView(f, n)
		if v.State == afterword.NoteDraft && !n.Written && n.Kind == afterword.Thanks && !due[f.kept(n.To)] {
			continue // someone who, it turned out, was not met
		}
		views = append(views, v)
	}
	return views
}

// Note is one note with its checks.
func (s *Service) Note(ctx context.Context, a afterword.Actor, id string) (v NoteView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		v = w.noteView(f, n)
		return nil
	})
	return v, err
}

func (w *work) noteFile(id string) (afterword.Note, *file, error) {
	n, err := w.Tx.Note(afterword.ID(strings.TrimSpace(id)))
	if err != nil {
		return n, nil, named(err, "note", id)
	}
	f, err := w.file(n.Application)
	return n, f, err
}

// text is the subject and the body of a note: the person's, or the draft as it reads now.
func (w *work) text(f *file, n afterword.Note) note.Letter {
	if n.Written {
		return note.Letter{Subject: n.Subject, Body: n.Body, Lang: n.Lang}
	}
	return note.Draft(w.brief(f, n))
}

func (w *work) noteView(f *file, n afterword.Note) NoteView {
	l := w.text(f, n)
	state, until, sent := policy.NoteState(f.Case, n, w.Now())
	p := f.People[f.kept(n.To)]
	report := note.Check(l.Subject, l.Body, w.known(f, n))
	return NoteView{
		ID: n.ID, Interview: n.Interview, Application: n.Application, Kind: n.Kind, To: PersonRef{ID: p.ID, Name: p.Name, Email: p.Email},
		Channel: n.Channel, Lang: lang(n.Lang), Subject: l.Subject, Body: l.Body, Words: report.Words, State: state,
		KeepUntil: optional(until), SentAt: optional(sent), Checks: report.Checks, OwnWords: report.OwnWords, Version: n.Version,
		WrittenAt: w.try(n, "").Changed,
	}
}

func lang(s string) string {
	if s == "" {
		return "en"
	}
	return s
}

// EditNote keeps the person's own text.
func (s *Service) EditNote(ctx context.Context, a afterword.Actor, id string, in NoteEdit) (v NoteView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err == nil {
			v, err = w.editNote(f, n, in)
		}
		return err
	})
	return v, err
}

func (w *work) editNote(f *file, n afterword.Note, in NoteEdit) (NoteView, error) {
	switch state, _, _ := policy.NoteState(f.Case, n, w.Now()); state {
	case afterword.NoteSent, afterword.NoteSending, afterword.NoteUnsure, afterword.NotePassedOn:
		return NoteView{}, afterword.Errorf(afterword.Conflict, "this note has gone and cannot be changed")
	}
	if strings.TrimSpace(in.Body) == "" {
		return NoteView{}, afterword.Invalid("body", "is empty").WithHint("to leave this person out, skip the note")
	}
	if len(in.Body) > noteLimit {
		return NoteView{}, afterword.Invalid("body", "is longer than a letter can be")
	}
	now := w.text(f, n)
	if in.Version != 0 && in.Version != n.Version {
		return NoteView{}, &Clash{Yours: in.Body, Theirs: now.Body, Version: n.Version,
			Err: afterword.Errorf(afterword.Conflict, "this text was changed on another device")}
	}
	before := n
	n.Subject = now.Subject
	put(&n.Subject, in.Subject)
	n.Subject = strings.Join(strings.Fields(n.Subject), " ") // a subject is one line
	n.Body = strings.ReplaceAll(in.Body, "\r\n", "\n")
	n.Written, n.ChangedAt = true, w.Now()
	if in.Lang != "" {
		n.Lang = in.Lang
	}
	if n.Subject != now.Subject || n.Body != now.Body {
		if err := w.keepEarlier(before, now); err != nil {
			return NoteView{}, err
		}
	}
	if err := w.UpdateNote(&n); err != nil {
		return NoteView{}, err
	}
	w.touch(n.Application)
	return w.noteView(f, n), nil
}

// noteLimit bounds a letter, in bytes.
const noteLimit = 64 << 10

// TryNote checks a text that is not saved.
func (s *Service) TryNote(ctx context.Context, a afterword.Actor, id, subject, body string) (checks []afterword.Check, words int, err error) {
	err = s.read(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		r := note.Check(subject, body, w.known(f, n))
		checks, words = r.Checks, r.Words
		return nil
	})
	return checks, words, err
}

// Approve says that a note is right and may go. A stopping check and the guard stand in the way; an
// early question may go once with a reason.
func (s *Service) Approve(ctx context.Context, a afterword.Actor, id, because string) (v NoteView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		state, _, _ := policy.NoteState(f.Case, n, w.Now())
		if state != afterword.NoteDraft && state != afterword.NoteKept && state != afterword.NoteApproved {
			return afterword.Errorf(afterword.Conflict, "this note is %s and cannot be approved", stateWords(state))
		}
		v = w.noteView(f, n)
		if c, stops := stopping(v.Checks); stops {
			return afterword.Invalid(c.Check, "stops this note: %s", c.Says).WithHint("change the text with `afterword note %s --edit FILE`", n.ID)
		}
		verdict := policy.May(f.Case, n.Interview, w.try(n, v.Body), f.rules, w.Now())
		if verdict.Verdict != afterword.Allow {
			if !verdict.MayOverride || strings.TrimSpace(because) == "" {
				return &Held{verdict}
			}
			if _, err := w.fact(afterword.Fact{Application: n.Application, Interview: n.Interview, Kind: afterword.Overrode,
				Detail: afterword.Detail{Note: n.ID, Why: strings.TrimSpace(because)}}); err != nil {
				return err
			}
		}
		if state == afterword.NoteApproved {
			return nil
		}
		if err := w.freeze(f, &n); err != nil {
			return err
		}
		return w.noted(&v, n, afterword.Fact{Kind: afterword.Approved, Detail: afterword.Detail{Version: n.Version}})
	})
	return v, err
}

// stopping is the check that stops a note, the most telling one: an unfilled place is a gap before it
// is anything else.
func stopping(checks []afterword.Check) (first afterword.Check, stops bool) {
	for _, c := range checks {
		if c.Level == afterword.Stop && (!stops || c.Check == "gap") {
			first, stops = c, true
		}
	}
	return first, stops
}

func stateWords(s afterword.NoteState) string {
	switch s {
	case afterword.NotePassedOn:
		return "passed on"
	case afterword.NoteKept:
		return "kept for later"
	}
	return string(s)
}

// try is a note as the guard is asked about it.
func (w *work) try(n afterword.Note, body string) afterword.Try {
	t := afterword.Try{Kind: n.Kind, To: n.To, By: n.Channel, Note: n.ID, Changed: n.ChangedAt, Angry: note.Angry(body)}
	if t.Changed.IsZero() {
		t.Changed = n.CreatedAt
	}
	return t
}

// freeze keeps the text of a draft as it reads now: what is approved is what goes.
func (w *work) freeze(f *file, n *afterword.Note) error {
	if n.Written {
		return nil
	}
	l := w.text(f, *n)
	n.Subject, n.Body, n.Written, n.Lang = l.Subject, l.Body, true, l.Lang
	w.touch(n.Application)
	return w.UpdateNote(n)
}

// noted adds a fact about a note and shows the note after it.
func (w *work) noted(v *NoteView, n afterword.Note, fact afterword.Fact) error {
	fact.Application, fact.Interview, fact.Detail.Note = n.Application, n.Interview, n.ID
	if _, err := w.fact(fact); err != nil {
		return err
	}
	f, err := w.file(n.Application)
	if err != nil {
		return err
	}
	*v = w.noteView(f, n)
	return nil
}

// Keep puts a note into the drawer until the guard allows it.
func (s *Service) Keep(ctx context.Context, a afterword.Actor, id string) (v NoteView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		if err := w.unsent(f, n); err != nil {
			return err
		}
		if err := w.freeze(f, &n); err != nil {
			return err
		}
		verdict := policy.May(f.Case, n.Interview, w.try(n, n.Body), f.rules, w.Now())
		fact := afterword.Fact{Kind: afterword.KeptUntil}
		if verdict.Verdict == afterword.Refuse {
			return &Held{verdict}
		}
		if verdict.Until != nil {
			fact.Detail.UntilAt = *verdict.Until
		}
		return w.noted(&v, n, fact)
	})
	return v, err
}

func (w *work) unsent(f *file, n afterword.Note) error {
	switch state, _, _ := policy.NoteState(f.Case, n, w.Now()); state {
	case afterword.NoteDraft, afterword.NoteKept, afterword.NoteApproved, afterword.NoteFailed, afterword.NoteSkipped:
		return nil
	default:
		return afterword.Errorf(afterword.Conflict, "this note is already %s", stateWords(state))
	}
}

// LetGo takes a note out of the drawer; its text is kept.
func (s *Service) LetGo(ctx context.Context, a afterword.Actor, id string) (v NoteView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		if err := w.unsent(f, n); err != nil {
			return err
		}
		if err := w.freeze(f, &n); err != nil {
			return err
		}
		return w.noted(&v, n, afterword.Fact{Kind: afterword.LetGo})
	})
	return v, err
}

// SentNote says that a note went, now or at a time. It is never refused: it happened.
func (s *Service) SentNote(ctx context.Context, a afterword.Actor, id, at string) (v NoteView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		sent := w.Now()
		if at != "" {
			if sent, err = when.ParseTime("at", at, w.ownZone()); err != nil {
				return err
			}
			if sent.After(w.Now()) {
				return afterword.Invalid("at", "is still to come")
			}
		}
		if state, _, _ := policy.NoteState(f.Case, n, w.Now()); state == afterword.NoteSent {
			v = w.noteView(f, n)
			return nil
		}
		if err := w.freeze(f, &n); err != nil {
			return err
		}
		if err := w.noted(&v, n, afterword.Fact{Kind: afterword.Sent, At: sent}); err != nil {
			return err
		}
		return w.followsFrom(f, n, sent)
	})
	return v, err
}

// followsFrom adds what a sent note brings with it: a withdrawal ends the application, promises that
// the letter carries are kept.
func (w *work) followsFrom(f *file, n afterword.Note, at time.Time) error {
	if n.Kind == afterword.Withdrawal {
		st := f.stand(n.Interview, w.Now())
		if !st.Outcome.Ends() {
			_, err := w.fact(afterword.Fact{Application: n.Application, Interview: n.Interview, Kind: afterword.Withdrew, At: at,
				Detail: afterword.Detail{Note: n.ID}})
			return err
		}
	}
	if n.Kind == afterword.Thanks {
		st := f.stand(n.Interview, w.Now())
		for _, p := range st.Promises {
			if p.Kept.IsZero() && carries(n.Body, p.What) {
				if _, err := w.fact(afterword.Fact{Application: n.Application, Interview: n.Interview, Kind: afterword.Kept, At: at,
					Detail: afterword.Detail{Promise: p.ID, Note: n.ID, What: p.What}}); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// carries says that a letter hands over a promised link: it names it, and a link stands in it.
func carries(body, what string) bool {
	return strings.Contains(fold(what), "link") && strings.Contains(body, "https://") && strings.Contains(fold(body), strings.TrimSpace(strings.ReplaceAll(fold(what), "link", "")))
}

// SkipNote leaves a person out, with a reason.
func (s *Service) SkipNote(ctx context.Context, a afterword.Actor, id, why string) (v NoteView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		if err := w.unsent(f, n); err != nil {
			return err
		}
		if strings.TrimSpace(why) == "" {
			return afterword.Invalid("why", "is empty").WithHint("a word is enough: --why \"met for a minute\"")
		}
		return w.noted(&v, n, afterword.Fact{Kind: afterword.Skipped, Detail: afterword.Detail{Why: strings.TrimSpace(why)}})
	})
	return v, err
}

// PassOn says that a note went through someone else.
func (s *Service) PassOn(ctx context.Context, a afterword.Actor, id, person string) (v NoteView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		n, f, err := w.noteFile(id)
		if err != nil {
			return err
		}
		if err := w.unsent(f, n); err != nil {
			return err
		}
		through, err := w.person("pass-on", person, nil)
		if err != nil {
			return err
		}
		if through.ID == n.To {
			return afterword.Invalid("pass-on", "is the person the note is for")
		}
		if err := w.freeze(f, &n); err != nil {
			return err
		}
		return w.noted(&v, n, afterword.Fact{Kind: afterword.PassedOn, Detail: afterword.Detail{To: through.ID}})
	})
	return v, err
}
