package service

import (
	"context"
	"strconv"
	"strings"
	"time"

	"afterword"
	"afterword/store"
	"afterword/when"
)

// Add stores an interview by hand. Without a start it just ended.
func (s *Service) Add(ctx context.Context, a afterword.Actor, in AddInput) (v InterviewView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		if done, err := w.once(in.Once, &v); done || err != nil {
			return err
		}
		times, err := w.times(in)
		if err != nil {
			return err
		}
		app, err := w.pursuit(in.Application, in.Kind, in.Employer, in.Role, in.Region)
		if err != nil {
			return err
		}
		iv := afterword.Interview{ID: afterword.NewID(), Application: app.ID, Location: in.Location, Link: in.Link, CreatedAt: w.Now()}
		if iv.Invited, err = w.panel(app, in.With); err != nil {
			return err
		}
		if err := w.agency(&app, in.Agency); err != nil {
			return err
		}
		if err := w.CreateInterview(&iv); err != nil {
			return err
		}
		if _, err := w.fact(afterword.Fact{Application: app.ID, Interview: iv.ID, Kind: afterword.Booked, Detail: times}); err != nil {
			return err
		}
		v, err = w.show(iv.ID)
		if err != nil {
			return err
		}
		return w.remember(in.Once, iv.ID)
	})
	return v, err
}

// times reads start, end and zone of a new interview.
func (w *work) times(in AddInput) (afterword.Detail, error) {
	var d afterword.Detail
	loc, err := w.zoneFor(in.Zone)
	if err != nil {
		return d, err
	}
	d.Zone = loc.String()
	length, err := duration(in.Duration)
	if err != nil {
		return d, err
	}
	if in.Start != "" {
		if d.Start, err = when.ParseTime("start", in.Start, loc); err != nil {
			return d, err
		}
	}
	switch {
	case in.End != "":
		if d.End, err = when.ParseTime("end", in.End, loc); err != nil {
			return d, err
		}
	case length > 0 && in.Start != "":
		d.End = d.Start.Add(length)
	case in.Start == "":
		d.End = w.Now()
	}
	if !d.Start.IsZero() && !d.End.IsZero() && !d.End.After(d.Start) {
		return d, afterword.Invalid("end", "is not after the start")
	}
	d.Start, d.End = d.Start.UTC(), d.End.UTC()
	return d, nil
}

// zoneFor is the named zone, or the own one.
func (w *work) zoneFor(name string) (*time.Location, error) {
	if name == "" {
		return w.ownZone(), nil
	}
	return when.LoadZone("zone", name)
}

// zoneOr is the zone of that name, else the own one.
func (w *work) zoneOr(name string) *time.Location {
	if loc, ok := w.s.zone(name); ok {
		return loc
	}
	return w.ownZone()
}

// ownZone has an IANA name: facts keep the name, and "Local" means nothing on another machine.
func (w *work) ownZone() *time.Location {
	if w.own.String() == "Local" {
		return time.UTC
	}
	return w.own
}

func duration(s string) (time.Duration, error) {
	if s == "" {
		return 0, nil
	}
	d, err := time.ParseDuration(strings.ReplaceAll(s, " ", ""))
	if n, nerr := strconv.Atoi(s); nerr == nil {
		d, err = time.Duration(n)*time.Minute, nil
	}
	if err != nil || d <= 0 || d > 24*time.Hour {
		return 0, afterword.Invalid("duration", "%q is not a length of time", s).WithHint("write it like 45m or 1h30m")
	}
	return d, nil
}

// pursuit is the application that a new round belongs to: a known one, or a new one.
func (w *work) pursuit(known, kind, employer, role, region string) (afterword.Application, error) {
	region, err := when.ParseRegion(region)
	if err != nil {
		return afterword.Application{}, err
	}
	if err := oneOf("kind", kind, string(afterword.New), string(afterword.InternalMove), string(afterword.Confidential)); err != nil {
		return afterword.Application{}, err
	}
	if known != "" {
		return w.application(known)
	}
	app := afterword.Application{ID: afterword.NewID(), Kind: afterword.ApplicationKind(kind), Employer: strings.TrimSpace(employer),
		Role: strings.TrimSpace(role), Region: region, CreatedAt: w.Now()}
	if app.Kind == "" {
		app.Kind = afterword.New
	}
	if app.Employer == "" && app.Kind != afterword.Confidential {
		return app, afterword.Invalid("employer", "is empty").WithHint("say who it was with; only a confidential application may leave it open")
	}
	return app, w.CreateApplication(&app)
}

// application finds one by its id, or by the id of one of its rounds.
func (w *work) application(ref string) (afterword.Application, error) {
	app, err := w.Application(afterword.ID(ref))
	if err == nil || afterword.KindOf(err) != afterword.NotFound {
		return app, err
	}
	iv, err := w.interview(ref)
	if err != nil {
		return app, named(err, "application", ref)
	}
	return w.Application(iv.Application)
}

// panel makes the people named beforehand and gives them their role; the candidate is left out.
func (w *work) panel(app afterword.Application, with []string) ([]afterword.ID, error) {
	var ids []afterword.ID
	for _, s := range with {
		name, email, err := mailbox("with", s)
		if err != nil {
			return nil, err
		}
		if w.isMe(email) {
			continue
		}
		p, err := w.join(app, name, email, afterword.Interviewer)
		if err != nil {
			return nil, err
		}
		ids = append(ids, p.ID)
	}
	return ids, nil
}

func (w *work) isMe(email string) bool {
	return email != "" && fold(email) == fold(w.account.Settings.Email)
}

// join makes someone known in an application, with a role unless they hold one already.
func (w *work) join(app afterword.Application, name, email string, kind afterword.RoleKind) (afterword.Person, error) {
	here, err := w.peopleHere(app.ID)
	if err != nil {
		return afterword.Person{}, err
	}
	p, err := w.personFor(name, email, here, nil)
	if err != nil {
		return p, err
	}
	roles, err := w.Roles(app.ID)
	if err != nil {
		return p, err
	}
	for _, r := range roles {
		if r.Person == p.ID && r.Application == app.ID {
			return p, nil
		}
	}
	return p, w.SaveRole(afterword.Role{Application: app.ID, Person: p.ID, Kind: kind})
}

// peopleHere are the people of one application, merges followed.
func (w *work) peopleHere(app afterword.ID) ([]afterword.Person, error) {
	roles, err := w.Roles(app)
	if err != nil {
		return nil, err
	}
	all, err := w.People()
	if err != nil {
		return nil, err
	}
	held := map[afterword.ID]bool{}
	for _, r := range roles {
		if r.Application == app {
			held[r.Person] = true
		}
	}
	var here []afterword.Person
	for _, p := range all {
		if held[p.ID] {
			here = append(here, w.present(p, all))
		}
	}
	return here, nil
}

// agency puts the agency's person into an application.
func (w *work) agency(app *afterword.Application, who string) error {
	if who == "" {
		return nil
	}
	name, email, err := mailbox("agency", who)
	if err != nil {
		return err
	}
	p, err := w.join(*app, name, email, afterword.Recruiter)
	if err != nil {
		return err
	}
	app.Agency = p.ID
	return w.UpdateApplication(app)
}

// Edit corrects an interview and its application.
func (s *Service) Edit(ctx context.Context, a afterword.Actor, ref string, in EditInput) (v InterviewView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		if err := w.editApplication(&f.Application, in); err != nil {
			return err
		}
		if in.Location != nil || in.Link != nil || in.Version != 0 {
			if in.Version != 0 {
				iv.Version = in.Version
			}
			put(&iv.Location, in.Location)
			put(&iv.Link, in.Link)
			if err := w.UpdateInterview(&iv); err != nil {
				return err
			}
		}
		if err := w.editTimes(f, iv, in); err != nil {
			return err
		}
		w.touch(iv.Application)
		v, err = w.show(iv.ID)
		return err
	})
	return v, err
}

func put(to *string, from *string) {
	if from != nil {
		*to = strings.TrimSpace(*from)
	}
}

func (w *work) editApplication(app *afterword.Application, in EditInput) error {
	if in.Employer == nil && in.Role == nil && in.Region == nil && in.Kind == nil {
		return nil
	}
	put(&app.Employer, in.Employer)
	put(&app.Role, in.Role)
	if in.Region != nil {
		r, err := when.ParseRegion(*in.Region)
		if err != nil {
			return err
		}
		app.Region = r
	}
	if in.Kind != nil {
		if err := oneOf("kind", *in.Kind, string(afterword.New), string(afterword.InternalMove), string(afterword.Confidential)); err != nil {
			return err
		}
		app.Kind = afterword.ApplicationKind(*in.Kind)
	}
	if app.Employer == "" && app.Kind != afterword.Confidential {
		return afterword.Invalid("employer", "is empty")
	}
	return w.UpdateApplication(app)
}

// editTimes adds a correction of when it is. A new zone alone keeps the wall time.
func (w *work) editTimes(f *file, iv afterword.Interview, in EditInput) error {
	if in.Start == nil && in.End == nil && in.Zone == nil {
		return nil
	}
	st := f.stand(iv.ID, w.Now())
	was := w.zoneOr(st.Zone)
	loc := was
	var d afterword.Detail
	if in.Zone != nil {
		var err error
		if loc, err = when.LoadZone("zone", *in.Zone); err != nil {
			return err
		}
		d.Zone = loc.String()
		if !st.Start.IsZero() {
			d.Start = sameWall(st.Start, was, loc)
		}
		if !st.RoundEnd.IsZero() && !st.EndAssumed {
			d.End = sameWall(st.RoundEnd, was, loc)
		}
	}
	for _, t := range []struct {
		field string
		in    *string
		to    *time.Time
	}{{"start", in.Start, &d.Start}, {"end", in.End, &d.End}} {
		if t.in == nil {
			continue
		}
		at, err := when.ParseTime(t.field, *t.in, loc)
		if err != nil {
			return err
		}
		*t.to = at.UTC()
	}
	if in.Start != nil && in.End == nil && d.End.IsZero() && !st.Start.IsZero() && !st.EndAssumed {
		d.End = d.Start.Add(st.RoundEnd.Sub(st.Start)) // it keeps its length
	}
	start, end := d.Start, d.End
	if start.IsZero() {
		start = st.Start
	}
	if end.IsZero() && !st.EndAssumed {
		end = st.RoundEnd
	}
	if !start.IsZero() && !end.IsZero() && !end.After(start) {
		return afterword.Invalid("end", "is not after the start")
	}
	_, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Corrected, Detail: d})
	return err
}

func sameWall(t time.Time, was, loc *time.Location) time.Time {
	l := t.In(was)
	return afterword.Wall(l.Year(), l.Month(), l.Day(), l.Hour(), l.Minute(), l.Second(), loc).UTC()
}

// Over says that an interview is over, now or at a time.
func (s *Service) Over(ctx context.Context, a afterword.Actor, ref, at string) (v InterviewView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		iv, f, err := w.round(ref)
		if err != nil {
			return err
		}
		st := f.stand(iv.ID, w.Now())
		end := w.Now()
		if at != "" {
			if end, err = when.ParseTime("at", at, w.zoneOr(st.Zone)); err != nil {
				return err
			}
		}
		if end.After(w.Now()) {
			return afterword.Invalid("at", "is still to come").WithHint("use `afterword edit --end` for a planned end")
		}
		if !st.Start.IsZero() && end.Before(st.Start) {
			return afterword.Invalid("at", "is before the start").WithHint("use `afterword edit --start` first when it began earlier")
		}
		if _, err := w.fact(afterword.Fact{Application: iv.Application, Interview: iv.ID, Kind: afterword.Over, At: end}); err != nil {
			return err
		}
		v, err = w.show(iv.ID)
		return err
	})
	return v, err
}

// Delete removes an interview with all that hangs on it; with its last round the application goes too.
func (s *Service) Delete(ctx context.Context, a afterword.Actor, ref string) error {
	return s.write(ctx, a, func(w *work) error {
		iv, err := w.interview(ref)
		if err != nil {
			return err
		}
		w.touch(iv.Application)
		rounds, err := w.Tx.Lines(store.LineFilter{Application: iv.Application}) // those taken back have none
		if err != nil {
			return err
		}
		if len(rounds) == 1 {
			return w.DeleteApplication(iv.Application)
		}
		return w.DeleteInterview(iv.ID)
	})
}
