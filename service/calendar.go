package service

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/store"
)

// CalendarEntry is one date for a calendar.
type CalendarEntry struct {
	UID         string         `json:"uid"`
	Sequence    int            `json:"sequence"` // grows whenever anything of the entry changed
	Stamp       time.Time      `json:"stamp"`
	Start       time.Time      `json:"start,omitzero"` // zero for a day
	End         time.Time      `json:"end,omitzero"`
	Zone        string         `json:"zone"`
	Day         afterword.Date `json:"day,omitzero"` // of an all-day entry
	Summary     string         `json:"summary"`
	Neutral     string         `json:"neutral"` // a title that tells nothing to who looks over the shoulder
	Description string         `json:"description"`
	Location    string         `json:"location"`
	Cancelled   bool           `json:"cancelled"`
	Transparent bool           `json:"transparent"` // it takes no time: a reminder
	Alarms      []time.Time    `json:"alarms"`
	// Moves is the one alarm that is told from the start, so that it moves with it; 0 for none. All
	// others are moments: they depend on quiet hours, and not on the length of the interview.
	Moves time.Duration `json:"-"`

	application afterword.ID
}

// Calendar is the dates of one application, or of all with an empty ref: the interviews themselves
// and every reminder as an alarm. What was given out before and fell away since is called off in it.
func (s *Service) Calendar(ctx context.Context, a afterword.Actor, ref string) ([]CalendarEntry, error) {
	return s.publish(ctx, a, func(w *work) (ids []afterword.ID, all bool, err error) {
		if ref == "" {
			apps, err := w.Applications()
			for _, app := range apps {
				ids = append(ids, app.ID)
			}
			return ids, true, err
		}
		iv, err := w.interview(ref)
		return []afterword.ID{iv.Application}, false, err
	})
}

// publish computes entries and remembers what it gave out. It writes only when something changed, so
// that asking twice changes nothing. A look at a pretended time is not remembered in a real folder.
func (s *Service) publish(ctx context.Context, a afterword.Actor, which func(*work) ([]afterword.ID, bool, error)) (entries []CalendarEntry, err error) {
	var p published
	look := func(w *work) error {
		ids, all, err := which(w)
		if err != nil {
			return err
		}
		p, err = w.published(ids, all)
		return err
	}
	remember := true
	err = s.read(ctx, a, func(w *work) error {
		if s.pretended {
			marked, err := w.Meta(metaPretended)
			if err != nil {
				return err
			}
			remember = marked != ""
		}
		return look(w)
	})
	if err != nil || !remember || len(p.save)+len(p.drop) == 0 {
		return p.entries, err
	}
	err = s.db.Write(ctx, a.Account, func(tx *store.Tx) error {
		w, err := s.begin(tx, a)
		if err == nil {
			err = look(w)
		}
		for i := 0; i < len(p.save) && err == nil; i++ {
			err = tx.SavePublished(p.save[i])
		}
		for i := 0; i < len(p.drop) && err == nil; i++ {
			err = tx.DeletePublished(p.drop[i])
		}
		return err
	})
	return p.entries, err
}

// published is what a calendar gets, and what is to be remembered of it.
type published struct {
	entries []CalendarEntry
	save    []store.Published
	drop    []string
}

// published compares the dates of some applications with what was given out before.
func (w *work) published(ids []afterword.ID, all bool) (p published, err error) {
	p.entries = []CalendarEntry{}
	open, err := w.open()
	if err != nil {
		return p, err
	}
	loaded := slices.Concat(ids, open) // one reminder a day is one over everything that is open
	slices.Sort(loaded)
	files, err := w.files(slices.Compact(loaded))
	if err != nil {
		return p, err
	}
	plans, rings := w.plans(files)
	kept, err := w.Tx.Published()
	if err != nil {
		return p, err
	}
	before := map[string]store.Published{}
	for _, k := range kept {
		before[k.UID] = k
	}
	for _, id := range ids {
		for _, e := range w.dates(files[id], plans, rings) {
			k, known := before[e.UID]
			delete(before, e.UID)
			p.take(e, k, known, w.Now())
		}
	}
	for _, k := range kept {
		if _, gone := before[k.UID]; gone && (all || k.Application == ids[0]) {
			p.fallen(k, w.Now())
		}
	}
	return p, nil
}

// take gives an entry its number: the one it had, or a higher one when anything changed.
func (p *published) take(e CalendarEntry, k store.Published, known bool, now time.Time) {
	d := e.digest()
	switch {
	case known && k.Digest == d:
		e.Sequence, e.Stamp = k.Sequence, k.Stamp
	case known:
		e.Sequence, e.Stamp = max(k.Sequence+1, e.Sequence), now
		fallthrough
	default:
		p.save = append(p.save, store.Published{UID: e.UID, Application: e.application, Sequence: e.Sequence, Stamp: e.Stamp, Digest: d, Start: e.Start, End: e.End, Title: e.Neutral})
	}
	p.entries = append(p.entries, e)
}

// fallen calls off a date that is no more. One that is past simply ends: nobody waits for it.
func (p *published) fallen(k store.Published, now time.Time) {
	end := k.End
	if end.IsZero() {
		end = k.Start
	}
	if !end.After(now) {
		p.drop = append(p.drop, k.UID)
		return
	}
	if k.Digest != digestGone {
		k.Sequence, k.Stamp, k.Digest = k.Sequence+1, now, digestGone
		p.save = append(p.save, k)
	}
	p.entries = append(p.entries, CalendarEntry{UID: k.UID, Sequence: k.Sequence, Stamp: k.Stamp, Start: k.Start, End: k.End,
		Summary: k.Title, Neutral: k.Title, Cancelled: true, Transparent: true, application: k.Application})
}

// digestGone stands in the place of a digest once a date fell away.
const digestGone = "gone"

// digest tells two versions of an entry apart without keeping its words.
func (e CalendarEntry) digest() string {
	e.Sequence, e.Stamp = 0, time.Time{}
	e.Start, e.End = e.Start.UTC(), e.End.UTC()
	alarms := make([]time.Time, len(e.Alarms))
	for i, t := range e.Alarms {
		alarms[i] = t.UTC()
	}
	e.Alarms = alarms
	b, _ := json.Marshal(struct { // plain values: it cannot go wrong
		CalendarEntry
		Moves time.Duration
	}{e, e.Moves})
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}

// ringer is a step of a round.
type ringer struct {
	interview afterword.ID
	step      string
}

// plans are those of all rounds, and when each step may ring: once a day over all applications, the end
// of an interview not counted. A step that is left without a ring keeps its place in the calendar.
func (w *work) plans(files map[afterword.ID]*file) (of map[afterword.ID]afterword.Plan, rings map[ringer][]time.Time) {
	var all []afterword.Plan
	of = map[afterword.ID]afterword.Plan{}
	for _, id := range slices.Sorted(maps.Keys(files)) {
		for _, iv := range files[id].Interviews {
			of[iv.ID] = policy.Compute(files[id].Case, iv.ID, files[id].rules, w.Now())
			all = append(all, of[iv.ID])
		}
	}
	rings = map[ringer][]time.Time{}
	for _, p := range policy.Thin(all, w.ownZone()) {
		for _, s := range p.Steps {
			rings[ringer{p.Interview, s.ID}] = s.Remind
		}
	}
	return of, rings
}

// dates are the calendar entries of one application.
func (w *work) dates(f *file, plans map[afterword.ID]afterword.Plan, rings map[ringer][]time.Time) []CalendarEntry {
	var out []CalendarEntry
	if f == nil {
		return out
	}
	seq, stamp := f.growth()
	seen := map[string]bool{}
	for _, iv := range f.Interviews {
		p, st := plans[iv.ID], f.stand(iv.ID, w.Now())
		who := firstOf(f.Application.Employer, "Interview")
		e := CalendarEntry{UID: string(iv.ID) + "@afterword", Sequence: seq, Stamp: stamp, Start: st.Start, End: st.RoundEnd, Zone: st.Zone,
			Summary: who + ": interview", Neutral: "Appointment", Location: firstOf(iv.Location, iv.Link), Cancelled: st.CalledOff,
			Description: there(st, w.ownZone()), application: f.Application.ID}
		if !st.Start.IsZero() {
			e.alarm(iv.ID, p.Steps, rings)
			out = append(out, e)
		}
		for _, s := range p.Steps {
			key := string(f.Application.ID) + s.ID
			if seen[key] || s.Kind == afterword.StepDebrief && !st.Start.IsZero() {
				continue
			}
			if d, ok := stepEntry(f, s, st, seq, stamp, who); ok {
				seen[key] = true
				d.Alarms = rings[ringer{iv.ID, s.ID}]
				out = append(out, d)
			}
		}
	}
	return out
}

// there is when an interview begins by their clocks, where these show another time than the own ones: a
// calendar shows only these.
func there(st policy.Standing, own *time.Location) string {
	if st.Location == nil || st.Start.IsZero() {
		return ""
	}
	at := st.Start.In(st.Location)
	if at.Format(time.DateTime) == st.Start.In(own).Format(time.DateTime) {
		return ""
	}
	return at.Format("Mon 2 Jan, 15:04") + " in " + afterword.Place(st.Zone)
}

// alarm takes over the reminders of the debrief: the one that is told from the end of the interview
// moves with it.
func (e *CalendarEntry) alarm(iv afterword.ID, steps []afterword.Step, rings map[ringer][]time.Time) {
	for _, s := range steps {
		if s.Kind != afterword.StepDebrief || e.Cancelled {
			continue
		}
		e.Alarms = rings[ringer{iv, s.ID}]
		if len(s.Remind) > 0 && s.Opens != nil && s.Remind[0].Sub(*s.Opens) == askedAfter {
			e.Moves = s.Remind[0].Sub(e.Start)
		}
	}
}

// askedAfter is when the debrief is asked for, if the hour is not a quiet one.
const askedAfter = 10 * time.Minute

// stepEntry is a step that speaks, as an entry with its alarms.
func stepEntry(f *file, s afterword.Step, st policy.Standing, seq int, stamp time.Time, who string) (CalendarEntry, bool) {
	done := s.State == afterword.StepDone || s.State == afterword.StepSkipped || s.State == afterword.StepOver
	if len(s.Remind) == 0 || done {
		return CalendarEntry{}, false
	}
	at := s.Remind[0]
	if s.Kind == afterword.StepFollowUp && s.Opens != nil {
		at = *s.Opens
	}
	return CalendarEntry{
		UID: string(f.Application.ID) + "-" + s.ID + "@afterword", Sequence: seq, Stamp: stamp, Start: at, End: at.Add(stepLength), Zone: st.Zone,
		Summary: who + ": " + StepWords(s), Neutral: "Reminder", Description: s.Because, Transparent: true,
		application: f.Application.ID,
	}, true
}

// stepLength is how long a reminder stands in a calendar.
const stepLength = 15 * time.Minute

// growth is a number that grows with every fact of an application, and when the newest was recorded:
// the first SEQUENCE and DTSTAMP of its entries, so that they go on growing in a folder that was
// filled from an export and remembers nothing.
func (f *file) growth() (int, time.Time) {
	n, at := 0, f.Application.CreatedAt
	for _, x := range f.Facts {
		if x.Application == f.Application.ID {
			n++
			if x.RecordedAt.After(at) {
				at = x.RecordedAt
			}
		}
	}
	return n, at
}

// StepWords name a step for people.
func StepWords(s afterword.Step) string {
	about := s.About
	with := func(what string) string {
		if about == "" {
			return what
		}
		return what + " " + about
	}
	switch s.Kind {
	case afterword.StepPocketCard:
		return "5 things to ask before you leave"
	case afterword.StepDebrief:
		return "write it down while it is fresh"
	case afterword.StepLookBack:
		return "look back, if you like"
	case afterword.StepAgencyThanks, afterword.StepThankYou:
		return with("thank")
	case afterword.StepPromise:
		return with("you promised:")
	case afterword.StepReplyOwed:
		return with("they may be waiting for your answer:")
	case afterword.StepRefereeHeadsUp:
		return with("tell your referee")
	case afterword.StepRefereeThanks:
		return with("thank your referee")
	case afterword.StepFollowUp:
		return "you can ask once now, if you like"
	case afterword.StepAnswerNo:
		return "answer the no, when you are ready"
	case afterword.StepAnswerOffer:
		return "answer the offer"
	case afterword.StepWithdraw:
		return with("tell")
	case afterword.StepAskFeedback:
		return with("ask for feedback")
	case afterword.StepStayInTouch:
		return with("stay in touch with")
	case afterword.StepNextRound:
		return "get ready for the next round"
	case afterword.StepClose:
		return "put this one down?"
	case afterword.StepAskWord:
		return with("ask for a good word:")
	case afterword.StepAskInsider:
		return with("ask someone who works there:")
	case afterword.StepDecide:
		return "do I want it?"
	case afterword.StepStayAvailable:
		return "stay reachable"
	case afterword.StepKeepGoing:
		return "keep going elsewhere"
	}
	return string(s.Kind)
}
