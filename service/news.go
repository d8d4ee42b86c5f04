package service

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/when"
)

// News records something that came in, or that the candidate did outside.
func (s *Service) News(ctx context.Context, a afterword.Actor, ref string, in NewsInput) (v FactView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		if done, err := w.onceFact(in.Once, &v); done || err != nil {
			return err
		}
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		fact, err := w.news(f, iv, in)
		if err != nil {
			return err
		}
		made, err := w.fact(fact)
		if err != nil {
			return err
		}
		if v, err = w.afterNews(f, iv, in, made); err != nil {
			return err
		}
		return w.remember(in.Once, v.ID)
	})
	return v, err
}

// news reads what is told into a fact; nothing is stored but the text of a message.
func (w *work) news(f *file, iv afterword.Interview, in NewsInput) (afterword.Fact, error) {
	fact := afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.FactKind(strings.ReplaceAll(fold(in.Kind), "-", "_"))}
	if !slices.Contains(afterword.NewsKinds(), fact.Kind) {
		var names []string
		for _, k := range afterword.NewsKinds() {
			names = append(names, string(k))
		}
		return fact, afterword.Invalid("kind", "%q is not a kind of news", in.Kind).WithHint("use one of: %s", strings.Join(names, ", "))
	}
	st := f.stand(iv.ID, w.Now())
	loc := w.zoneOr(st.Zone)
	var err error
	if in.At != "" {
		if fact.At, err = when.ParseTime("at", in.At, loc); err != nil {
			return fact, err
		}
		if fact.At.After(w.Now()) {
			return fact, afterword.Invalid("at", "is still to come")
		}
	}
	today := afterword.DateOf(w.Now().In(loc))
	if in.Until != "" {
		if fact.Detail.Until, err = when.ParseDay("until", in.Until, today, when.Options{Calendar: f.rules.Calendar, Region: f.region(w)}); err != nil {
			return fact, err
		}
	}
	if in.From != "" {
		if fact.Detail.From, err = w.sender(f, in.From); err != nil {
			return fact, err
		}
	}
	if in.By != "" {
		fact.Detail.By = afterword.Channel(fold(in.By))
		if !fact.Detail.By.Carries() {
			return fact, afterword.Invalid("by", "%q is not a channel", in.By).WithHint("use one of: email, phone, message, portal, post, agency")
		}
	}
	fact.Detail.NoAnswerNeeded = in.NoAnswerNeeded
	if fact.Kind == afterword.DocumentsAsked {
		fact.Detail.What = firstOf(strings.TrimSpace(in.What), "the documents they asked for")
	}
	if fact.Kind == afterword.Delay && fact.Detail.Until.IsZero() && in.Text != "" {
		if p, ok := when.Promise(in.Text, today, when.Options{Calendar: f.rules.Calendar, Region: f.region(w)}); ok {
			fact.Detail.Until, fact.Detail.Said = p.WaitUntil, p.Text
		}
	}
	if err := w.newsAllowed(f, st, fact); err != nil {
		return fact, err
	}
	if strings.TrimSpace(in.Text) != "" {
		m := afterword.Message{ID: afterword.NewID(), Interview: iv.ID, Text: in.Text, CreatedAt: w.Now()}
		if len(m.Text) > 1<<20 {
			return fact, afterword.Invalid("text", "is larger than 1 MiB")
		}
		if err := w.CreateMessage(&m); err != nil {
			return fact, err
		}
		fact.Detail.Message = m.ID
	}
	return fact, w.newDate(iv, st, in, &fact)
}

func (f *file) region(w *work) string {
	if f.Application.Region != "" {
		return f.Application.Region
	}
	return w.account.Settings.Region
}

// sender finds who news came from; someone new who wrote becomes a person of the application.
func (w *work) sender(f *file, who string) (afterword.ID, error) {
	p, err := w.personNear(f, "from", who)
	if err == nil {
		return p.ID, nil
	}
	if afterword.KindOf(err) != afterword.NotFound || !strings.Contains(who, "@") {
		return "", err
	}
	name, email, err := mailbox("from", who)
	if err != nil {
		return "", err
	}
	p, err = w.join(f.Application, name, email, afterword.Coordinator)
	return p.ID, err
}

// newsAllowed refuses news that cannot be: a yes of an agency where there is none, an answer to an
// offer that was never made.
func (w *work) newsAllowed(f *file, st policy.Standing, fact afterword.Fact) error {
	switch fact.Kind {
	case afterword.AgencyYes, afterword.AgencyNo:
		if f.Application.Agency == "" {
			return afterword.Invalid("kind", "needs an agency, and this application is direct").WithHint("add the agency's person with role recruiter first")
		}
	case afterword.Accepted, afterword.Declined:
		if st.Outcome != afterword.OutcomeOffer && !st.Outcome.Ends() {
			return afterword.Invalid("kind", "needs an offer first").WithHint("`afterword news … offer` records it")
		}
	case afterword.NoShow:
		if !st.Start.IsZero() && w.Now().Before(st.Start) {
			return afterword.Invalid("kind", "cannot be before the start")
		}
	case afterword.Reopened:
		if !st.Outcome.Ends() {
			return afterword.Invalid("kind", "needs an application that ended").WithHint("this one is still open")
		}
	}
	return nil
}

// newDate puts the date of a moved round or of the next one into its fact; after a debrief it asks which
// round is meant.
func (w *work) newDate(iv afterword.Interview, st policy.Standing, in NewsInput, fact *afterword.Fact) error {
	if fact.Kind == afterword.Moved {
		if st.HasDebrief && in.As == "" {
			return w.asksMoved("moved", []afterword.ID{iv.ID}, "is news of an interview that you have written about")
		}
		if in.As == "new" { // the round that was written about stays; the new date is a round of its own
			fact.Kind = afterword.NextRound
		}
	}
	if in.Start == "" || fact.Kind != afterword.Moved && fact.Kind != afterword.NextRound {
		return nil
	}
	d, err := w.times(AddInput{Start: in.Start, End: in.End, Zone: firstOf(in.Zone, st.Zone)})
	if err != nil {
		return err
	}
	if fact.Kind == afterword.Moved && d.End.IsZero() && !st.EndAssumed && !st.Start.IsZero() && st.RoundEnd.After(st.Start) {
		d.End = d.Start.Add(st.RoundEnd.Sub(st.Start))
	}
	fact.Detail.Start, fact.Detail.End, fact.Detail.Zone = d.Start, d.End, d.Zone
	return nil
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// afterNews does what news brings with it: a booked round becomes an interview, thanks that a no made
// pointless stay as they are (the plan says so).
func (w *work) afterNews(f *file, iv afterword.Interview, in NewsInput, made afterword.Fact) (FactView, error) {
	var booked afterword.ID
	if made.Kind == afterword.NextRound && !made.Detail.Start.IsZero() {
		id, err := w.bookRound(made)
		if err != nil {
			return FactView{}, err
		}
		booked = id
	}
	v := w.factView(f, made)
	v.New = booked
	if made.Kind == afterword.DocumentsAsked {
		v.Promise = afterword.PromiseID(iv.Application, made.Detail.What)
	}
	return v, nil
}

// bookRound makes the next round of an application: people who invited stay, those to be met are asked anew.
func (w *work) bookRound(news afterword.Fact) (afterword.ID, error) {
	next := afterword.Interview{ID: afterword.NewID(), Application: news.Application, CreatedAt: w.Now()}
	if err := w.CreateInterview(&next); err != nil {
		return "", err
	}
	_, err := w.fact(afterword.Fact{Application: news.Application, Interview: next.ID, Kind: afterword.Booked,
		Detail: afterword.Detail{Start: news.Detail.Start, End: news.Detail.End, Zone: news.Detail.Zone}})
	return next.ID, err
}

// Wait changes the day that is waited for.
func (s *Service) Wait(ctx context.Context, a afterword.Actor, ref, date string) (v InterviewView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		st := f.stand(iv.ID, w.Now())
		loc := w.zoneOr(st.Zone)
		today := afterword.DateOf(w.Now().In(loc))
		until, err := when.ParseDay("date", date, today, when.Options{Calendar: f.rules.Calendar, Region: f.region(w)})
		if err != nil {
			return err
		}
		if !st.E.IsZero() && until.Before(afterword.DateOf(st.E.In(loc))) {
			return afterword.Invalid("date", "%s is before the interview", until)
		}
		if _, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.WaitSet,
			Detail: afterword.Detail{Until: until}}); err != nil {
			return err
		}
		v, err = w.show(iv.ID)
		return err
	})
	return v, err
}

// Promise records something that the candidate owes.
func (s *Service) Promise(ctx context.Context, a afterword.Actor, ref, what, due string) (v FactView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		if what = strings.TrimSpace(what); what == "" {
			return afterword.Invalid("what", "is empty").WithHint("say what you promised, like \"portfolio link\"")
		}
		fact := afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Promised, Detail: afterword.Detail{What: what}}
		if due != "" {
			st := f.stand(iv.ID, w.Now())
			loc := w.zoneOr(st.Zone)
			fact.Detail.Due, err = when.ParseDay("due", due, afterword.DateOf(w.Now().In(loc)), when.Options{Calendar: f.rules.Calendar, Region: f.region(w)})
			if err != nil {
				return err
			}
		}
		made, err := w.fact(fact)
		if err != nil {
			return err
		}
		v = w.factView(f, made)
		v.Promise = afterword.PromiseID(iv.Application, what)
		return nil
	})
	return v, err
}

// KeepPromise says that a promise was kept. It is named by its id, by the fact that made it, or by what it is.
func (s *Service) KeepPromise(ctx context.Context, a afterword.Actor, promise string) (v FactView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		f, p, err := w.promise(promise)
		if err != nil {
			return err
		}
		made, err := w.fact(afterword.Fact{Application: f.Application.ID, Interview: p.Interview, Kind: afterword.Kept,
			Detail: afterword.Detail{Promise: p.ID, What: p.What}})
		if err != nil {
			return err
		}
		v = w.factView(f, made)
		v.Promise = p.ID
		return nil
	})
	return v, err
}

func (w *work) promise(ref string) (*file, afterword.Promise, error) {
	var none afterword.Promise
	ref = strings.TrimPrefix(strings.TrimSpace(ref), "promise:")
	files, err := w.everyFile()
	if err != nil {
		return nil, none, err
	}
	var in *file
	var found afterword.Promise
	n := 0
	for _, f := range files {
		of := afterword.ID(ref)
		if i := slices.IndexFunc(f.Facts, func(x afterword.Fact) bool { return x.ID == of }); i >= 0 {
			of = afterword.PromiseID(f.Application.ID, f.Facts[i].Detail.What)
		}
		for _, p := range f.promises(w.Now()) {
			if p.ID == of || fold(p.What) == fold(ref) && p.Kept.IsZero() {
				in, found = f, p
				n++
			}
		}
	}
	switch {
	case n == 0:
		return nil, none, &afterword.Error{Kind: afterword.NotFound, Field: "promise", Msg: quote(ref) + " is not known"}
	case n > 1:
		return nil, none, (&afterword.Error{Kind: afterword.Conflict, Field: "promise", Msg: quote(ref) + " could be several"}).WithHint("use the id that `afterword plan` shows")
	}
	return in, found, nil
}

// Promises are what is owed in an application, kept ones too.
func (s *Service) Promises(ctx context.Context, a afterword.Actor, ref string) (ps []afterword.Promise, err error) {
	err = s.read(ctx, a, func(w *work) error {
		_, f, err := w.round(ref)
		if err != nil {
			return err
		}
		ps = f.promises(w.Now())
		return nil
	})
	return ps, err
}

// SkipStep leaves out a step of a plan, with a reason or none.
func (s *Service) SkipStep(ctx context.Context, a afterword.Actor, ref, step, why string) (v FactView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		p := policy.Compute(f.Case, iv.ID, f.rules, w.Now())
		id, err := stepID(p.Steps, step)
		if err != nil {
			return err
		}
		made, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Skipped,
			Detail: afterword.Detail{Step: id, Why: why}})
		if err != nil {
			return err
		}
		v = w.factView(f, made)
		return nil
	})
	return v, err
}

// stepID finds a step by its id, or by its kind where there is one of it.
func stepID(steps []afterword.Step, named string) (string, error) {
	var of []string
	for _, s := range steps {
		if s.ID == named {
			return named, nil
		}
		if string(s.Kind) == strings.ReplaceAll(fold(named), "-", "_") {
			of = append(of, s.ID)
		}
	}
	switch len(of) {
	case 0:
		return "", &afterword.Error{Kind: afterword.NotFound, Field: "step", Msg: quote(named) + " is not in the plan"}
	case 1:
		return of[0], nil
	}
	e := &afterword.Error{Kind: afterword.Usage, Field: "step", Msg: quote(named) + " is more than one step", Candidates: of}
	return "", e.WithHint("name one of them: %s", strings.Join(of, ", "))
}

// MessageView is something that came in, word for word.
type MessageView struct {
	ID   afterword.ID       `json:"id"`
	Kind afterword.FactKind `json:"kind"`
	From PersonRef          `json:"from"`
	At   time.Time          `json:"at"`
	Text string             `json:"text"`
}

// Messages are what came in for an application, the newest first. Feedback is left out until it was
// opened (R94).
func (s *Service) Messages(ctx context.Context, a afterword.Actor, ref string) (views []MessageView, err error) {
	views = []MessageView{}
	err = s.read(ctx, a, func(w *work) error {
		_, f, err := w.round(ref)
		if err != nil {
			return err
		}
		for i := len(f.Facts) - 1; i >= 0; i-- {
			x := f.Facts[i]
			if x.Detail.Message == "" || x.VoidedBy != "" || f.sealed(x) {
				continue
			}
			m, err := w.Message(x.Detail.Message)
			if err != nil {
				return err
			}
			p := f.People[x.Detail.From]
			views = append(views, MessageView{ID: m.ID, Kind: x.Kind, From: PersonRef{ID: p.ID, Name: p.Name, Email: p.Email}, At: x.At, Text: m.Text})
		}
		return nil
	})
	return views, err
}

// has says that a fact of this kind stands.
func (f *file) has(k afterword.FactKind) bool {
	return slices.ContainsFunc(f.Facts, func(x afterword.Fact) bool { return x.Kind == k && x.VoidedBy == "" })
}

// sealed says that a fact tells of feedback that nobody opened since it came: each waits to be opened (R94).
func (f *file) sealed(x afterword.Fact) bool {
	return x.Kind == afterword.FeedbackCame && x.VoidedBy == "" && !slices.ContainsFunc(f.Facts, func(o afterword.Fact) bool {
		return o.Kind == afterword.FeedbackOpened && o.VoidedBy == "" && o.Seq > x.Seq
	})
}

// OpenFeedback says that the person wants to read what was sent.
func (s *Service) OpenFeedback(ctx context.Context, a afterword.Actor, ref string) error {
	return s.write(ctx, a, func(w *work) error {
		iv, err := w.interview(ref)
		if err != nil {
			return err
		}
		f, err := w.file(iv.Application)
		if err != nil || f.has(afterword.FeedbackCame) && !slices.ContainsFunc(f.Facts, f.sealed) {
			return err
		}
		if !f.has(afterword.FeedbackCame) {
			return afterword.Errorf(afterword.NotFound, "no feedback has come").WithHint("when it does: afterword news INTERVIEW feedback --text FILE")
		}
		_, err = w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.FeedbackOpened})
		return err
	})
}
