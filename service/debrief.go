package service

import (
	"context"
	"strings"
	"unicode/utf8"

	"afterword"
)

// Debrief keeps what was written down after a sitting. A later one replaces the keys it holds.
func (s *Service) Debrief(ctx context.Context, a afterword.Actor, ref string, in DebriefInput) (v InterviewView, err error) {
	if !in.Page {
		if err := counts(in.Debrief); err != nil {
			// A later debrief may hold any key: whether there is an earlier one is known below.
			in.needs = err
		}
	}
	if err := validate(in.Debrief); err != nil {
		return v, err
	}
	err = s.write(ctx, a, func(w *work) error {
		if done, err := w.once(in.Once, &v); done || err != nil {
			return err
		}
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		if err := w.debrief(f, iv, in); err != nil {
			return err
		}
		if v, err = w.show(iv.ID); err != nil {
			return err
		}
		return w.remember(in.Once, iv.ID)
	})
	return v, err
}

func (w *work) debrief(f *file, iv afterword.Interview, in DebriefInput) error {
	st := f.stand(iv.ID, w.Now())
	begun := in.Begun
	if begun.IsZero() || begun.After(w.Now()) || begun.Before(st.Start) {
		begun = w.Now() // a page that was opened before the start, or kept for the train, tells nothing
	}
	if !st.Start.IsZero() && begun.Before(st.Start) {
		return afterword.Invalid("interview", "has not begun: it starts %s", w.clock(st.Start, st.Zone)).
			WithHint("correct the start with `afterword edit`, or write it down afterwards")
	}
	if st.CalledOff {
		return afterword.Invalid("interview", "did not take place").WithHint("`afterword undo` takes the news back if it did")
	}
	if in.needs != nil && !st.HasDebrief {
		return in.needs
	}
	d := in.Debrief
	d.Begun = begun.UTC()
	if err := w.meet(f, iv, &d); err != nil {
		return err
	}
	if in.Page {
		if joined, err := w.joinPage(f, iv, d, in.Version); joined || err != nil {
			return err
		}
	}
	id := afterword.NewID()
	if err := w.SaveDebrief(id, iv.ID, d, 0); err != nil {
		return err
	}
	if _, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.WroteDown,
		Detail: afterword.Detail{Debrief: id, Begun: d.Begun}}); err != nil {
		return err
	}
	return w.drafts(iv)
}

// joinPage puts one page of a debrief to the pages written before it, so that six pages are one fact.
func (w *work) joinPage(f *file, iv afterword.Interview, d afterword.Debrief, version int) (bool, error) {
	st := f.stand(iv.ID, w.Now())
	for i := len(f.Facts) - 1; i >= 0; i-- {
		fact := f.Facts[i]
		if fact.Kind != afterword.WroteDown || fact.VoidedBy != "" || !sameSitting(st, fact.Interview) {
			continue
		}
		old, stored, err := w.Tx.Debrief(fact.Detail.Debrief)
		if err != nil {
			return false, err
		}
		if version != stored {
			return false, &Clash{Err: afterword.Errorf(afterword.Conflict, "this page was changed on another device"), Version: stored}
		}
		if err := w.SaveDebrief(fact.Detail.Debrief, fact.Interview, old.Merge(d), stored); err != nil {
			return false, err
		}
		w.touch(iv.Application)
		return true, w.drafts(iv)
	}
	return false, nil
}

// meet finds or makes the people met, and writes their ids into the debrief.
func (w *work) meet(f *file, iv afterword.Interview, d *afterword.Debrief) error {
	taken := map[afterword.ID]bool{}
	for i := range d.Met {
		m := &d.Met[i]
		var p afterword.Person
		var err error
		if known, ok := f.People[m.Person]; ok {
			p = known
			if m.Email != "" && p.Email == "" {
				p.Email = m.Email
				err = w.UpdatePerson(&p)
			}
		} else {
			here, herr := w.peopleHere(iv.Application)
			if herr != nil {
				return herr
			}
			p, err = w.personFor(m.Name, m.Email, here, taken)
		}
		if err != nil {
			return err
		}
		taken[p.ID] = true
		m.Person = p.ID
		if m.Name == "" {
			m.Name = p.Name
		}
		if err := w.metAs(f, p, m.Role); err != nil {
			return err
		}
	}
	return nil
}

// metAs gives someone met the role of an interviewer, unless they have one, and keeps their title.
func (w *work) metAs(f *file, p afterword.Person, title string) error {
	roles, err := w.Roles(f.Application.ID)
	if err != nil {
		return err
	}
	role := afterword.Role{Application: f.Application.ID, Person: p.ID, Kind: afterword.Interviewer}
	if p.ID == f.Application.Agency {
		role.Kind = afterword.Recruiter
	}
	for _, r := range roles {
		if r.Application == f.Application.ID && r.Person == p.ID && r.Kind != afterword.Referee {
			role = r
			if r.Kind == afterword.Coordinator && r.Title == "" && title == "" {
				return nil // who invited may also have sat in the room; the role stays
			}
		}
	}
	if title = strings.TrimSpace(title); title != "" {
		role.Title = title
	}
	return w.SaveRole(role)
}

// Written is what is written of a sitting so far, with the version of its newest part.
func (s *Service) Written(ctx context.Context, a afterword.Actor, ref string) (d afterword.Debrief, version int, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		st := f.stand(iv.ID, w.Now())
		d = st.Debrief
		for _, fact := range f.Facts {
			if fact.Kind == afterword.WroteDown && fact.VoidedBy == "" && sameSitting(st, fact.Interview) {
				if _, version, err = w.Tx.Debrief(fact.Detail.Debrief); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return d, version, err
}

// LookBack keeps what went well, what to do next time and better answers; skipping is a full answer.
func (s *Service) LookBack(ctx context.Context, a afterword.Actor, ref string, d afterword.Debrief, skip bool) (v InterviewView, err error) {
	if err := validate(d); err != nil {
		return v, err
	}
	err = s.write(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		st := f.stand(iv.ID, w.Now())
		if w.Now().Before(st.E) {
			return afterword.Invalid("interview", "is not over yet")
		}
		fact := afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.LookedBack, Detail: afterword.Detail{Skipped: skip}}
		if !skip {
			if empty(d) {
				return afterword.Invalid("went_well", "is empty").WithHint("write a line, or skip it: that is a full answer")
			}
			d.Questions = betterAnswers(st.Debrief.Questions, d.Questions)
			fact.Detail.Debrief = afterword.NewID()
			if err := w.SaveDebrief(fact.Detail.Debrief, iv.ID, d, 0); err != nil {
				return err
			}
		}
		if _, err := w.fact(fact); err != nil {
			return err
		}
		v, err = w.show(iv.ID)
		return err
	})
	return v, err
}

func empty(d afterword.Debrief) bool {
	return len(d.WentWell)+len(d.NextTime)+len(d.Questions)+len(d.Signs)+len(d.OwnQuestions)+len(d.Unsaid)+len(d.Emptied) == 0 &&
		d.FromTheRoom == "" && d.Just == "" && d.Want == "" && d.CouldHelpWith == "" && d.Hear == nil
}

// betterAnswers lays what a look back says of single questions over the list of the debrief: what it
// does not speak of stays.
func betterAnswers(was, now []afterword.Asked) []afterword.Asked {
	if now == nil {
		return nil
	}
	all := append([]afterword.Asked(nil), was...)
	for _, n := range now {
		at := -1
		for i, o := range all {
			if fold(o.Asked) == fold(n.Asked) {
				at = i
			}
		}
		if at < 0 {
			all = append(all, n)
			continue
		}
		for _, p := range []struct{ to, from *string }{{&all[at].Answered, &n.Answered}, {&all[at].Better, &n.Better},
			{&all[at].Felt, &n.Felt}, {&all[at].Reaction, &n.Reaction}} {
			if *p.from != "" {
				*p.to = *p.from
			}
		}
	}
	return all
}

// Decide keeps where the person stands: want, signs, open questions and what matters.
func (s *Service) Decide(ctx context.Context, a afterword.Actor, ref string, in DecideInput) (v InterviewView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		st := f.stand(iv.ID, w.Now())
		d, err := in.debrief(st.Debrief)
		if err != nil {
			return err
		}
		id := afterword.NewID()
		if err := w.SaveDebrief(id, iv.ID, d, 0); err != nil {
			return err
		}
		if _, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Decided,
			Detail: afterword.Detail{Debrief: id}}); err != nil {
			return err
		}
		if st.HasDebrief {
			if err := w.drafts(iv); err != nil {
				return err
			}
		}
		v, err = w.show(iv.ID)
		return err
	})
	return v, err
}

// debrief is a decision in the form in which it is kept.
func (in DecideInput) debrief(was afterword.Debrief) (afterword.Debrief, error) {
	d := afterword.Debrief{Want: afterword.Want(fold(in.Want)), Matters: in.Matters}
	if err := validate(d); err != nil {
		return d, err
	}
	for _, s := range in.Signs {
		what := strings.TrimSpace(s)
		good := true
		if rest, ok := strings.CutPrefix(what, "+"); ok {
			what = rest
		} else if r, n := utf8.DecodeRuneInString(what); r == '-' || r == '–' || r == '−' {
			what, good = what[n:], false
		} else {
			return d, afterword.Invalid("sign", "%q begins with neither + nor -", s).WithHint(`write it like "+ left at five" or "- third analyst in two years"`)
		}
		if what = strings.TrimSpace(what); what == "" {
			return d, afterword.Invalid("sign", "is empty")
		}
		d.Signs = append(d.Signs, afterword.Sign{Good: good, What: what})
	}
	for _, q := range in.Ask {
		if q = strings.TrimSpace(q); q != "" {
			d.OpenQuestions = append(d.OpenQuestions, q)
		}
	}
	if !in.Replace {
		if d.Signs != nil {
			d.Signs = append(append([]afterword.Sign(nil), was.Signs...), d.Signs...)
		}
		if d.OpenQuestions != nil {
			d.OpenQuestions = append(append([]string(nil), was.OpenQuestions...), d.OpenQuestions...)
		}
	} else {
		if d.Signs == nil {
			d.Signs = []afterword.Sign{}
		}
		if d.OpenQuestions == nil {
			d.OpenQuestions = []string{}
		}
	}
	if d.Want == "" && len(d.Signs)+len(d.OpenQuestions)+len(d.Matters) == 0 && !in.Replace {
		return d, afterword.Invalid("want", "is empty").WithHint("say --want still, unsure or no, a --sign, or something to --ask")
	}
	return d, nil
}

// Decision is where the person stands.
func (s *Service) Decision(ctx context.Context, a afterword.Actor, ref string) (d afterword.Decision, err error) {
	err = s.read(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		d = w.decision(f.stand(iv.ID, w.Now()).Debrief)
		return nil
	})
	return d, err
}

// decision is where the candidate stands: what was said, beside the things that matter in today's order.
func (w *work) decision(all afterword.Debrief) afterword.Decision {
	d := afterword.Decision{Want: all.Want, Signs: all.Signs, OpenQuestions: all.OpenQuestions}
	for _, m := range w.account.Settings.Matters {
		fit := ""
		for _, k := range all.Matters {
			if fold(k.What) == fold(m) {
				fit = k.Fit
			}
		}
		d.Matters = append(d.Matters, afterword.Matter{What: m, Fit: fit})
	}
	return d
}
