package service

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/store"
)

// exportFormat names the form of an export; a program that knows no other refuses the rest in words.
const exportFormat = "afterword/1"

// exported is the whole of an account: one object, one array per noun, no time of export.
type exported struct {
	Format string `json:"format"`
	store.Dump
}

// Export writes everything as one JSON object.
func (s *Service) Export(ctx context.Context, a afterword.Actor, to io.Writer) error {
	e := exported{Format: exportFormat}
	err := s.db.Read(ctx, a.Account, func(tx *store.Tx) (err error) {
		e.Dump, err = tx.Dump()
		return err
	})
	if err != nil {
		return err
	}
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(e)
}

// importLimit bounds an export that is read back: ten thousand interviews are some 100 MB.
const importLimit = 512 << 20

// Import reads an export into a folder that is empty.
func (s *Service) Import(ctx context.Context, a afterword.Actor, from io.Reader) error {
	b, err := io.ReadAll(io.LimitReader(from, importLimit+1))
	if err != nil {
		return &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: "cannot be read", Err: err}
	}
	if len(b) > importLimit {
		return afterword.Invalid("file", "is larger than an export can be")
	}
	var e exported
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		return decodeError("file", b, err)
	}
	if e.Format != exportFormat {
		return afterword.Invalid("format", "%q is not known", e.Format).WithHint("this program reads %s", exportFormat)
	}
	return s.db.Write(ctx, a.Account, func(tx *store.Tx) error {
		if err := tx.Load(e.Dump); err != nil {
			return err
		}
		w, err := s.begin(tx, a)
		if err != nil {
			return err
		}
		for _, app := range e.Applications {
			w.touch(app.ID)
		}
		if err := w.refresh(); err != nil {
			return err
		}
		w.all = true // once more: an accepted offer among them matters to the others
		w.touched = nil
		return w.refresh()
	})
}

// Backup writes a checked copy of the database to a file, while it is in use.
func (s *Service) Backup(ctx context.Context, path string) error { return s.db.Backup(ctx, path) }

// CalendarEntry is one date for a calendar.
type CalendarEntry struct {
	UID         string
	Sequence    int
	Stamp       time.Time
	Start, End  time.Time // zero for a day
	Zone        string
	Day         afterword.Date // of an all-day entry
	Summary     string
	Neutral     string // a title that tells nothing to who looks over the shoulder
	Description string
	Location    string
	Cancelled   bool
	Alarms      []time.Time
}

// Calendar is the dates of one application, or of all with an empty ref: the interview itself, the
// last day of the wait, the day from which one may ask, and every reminder as an alarm.
func (s *Service) Calendar(ctx context.Context, a afterword.Actor, ref string) (entries []CalendarEntry, err error) {
	entries = []CalendarEntry{}
	err = s.read(ctx, a, func(w *work) error {
		var ids []afterword.ID
		if ref != "" {
			iv, err := w.interview(ref)
			if err != nil {
				return err
			}
			ids = append(ids, iv.Application)
		} else {
			apps, err := w.Applications()
			if err != nil {
				return err
			}
			for _, app := range apps {
				ids = append(ids, app.ID)
			}
		}
		files, err := w.files(ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			entries = append(entries, w.dates(files[id])...)
		}
		return nil
	})
	return entries, err
}

// dates are the calendar entries of one application.
func (w *work) dates(f *file) []CalendarEntry {
	var out []CalendarEntry
	seq, stamp := f.growth()
	seen := map[string]bool{}
	for _, iv := range f.Interviews {
		p := policy.Compute(f.Case, iv.ID, f.rules, w.Now())
		st := f.stand(iv.ID, w.Now())
		who := firstOf(f.Application.Employer, "Interview")
		e := CalendarEntry{UID: string(iv.ID) + "@afterword", Sequence: seq, Stamp: stamp, Start: st.Start, End: st.RoundEnd, Zone: st.Zone,
			Summary: who + ": interview", Neutral: "Appointment", Location: firstOf(iv.Location, iv.Link), Cancelled: st.CalledOff}
		if !st.Start.IsZero() {
			for _, s := range p.Steps {
				if s.Kind == afterword.StepDebrief {
					e.Alarms = s.Remind
				}
			}
			out = append(out, e)
		}
		for _, s := range p.Steps {
			key := string(f.Application.ID) + s.ID
			if seen[key] || s.Kind == afterword.StepDebrief && !st.Start.IsZero() {
				continue
			}
			if d, ok := stepEntry(f, s, st, seq, stamp, who); ok {
				seen[key] = true
				out = append(out, d)
			}
		}
	}
	return out
}

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
		Summary: who + ": " + StepWords(s), Neutral: "Reminder", Description: s.Because, Alarms: s.Remind,
	}, true
}

// stepLength is how long a reminder stands in a calendar.
const stepLength = 15 * time.Minute

// growth is a number that grows with every fact of an application, and when the newest was recorded:
// the SEQUENCE and the DTSTAMP of its entries.
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

// Finding is something `doctor` looked at.
type Finding struct {
	What string `json:"what"`
	OK   bool   `json:"ok"`
	Says string `json:"says"`
}

// Doctor looks whether everything is as it should be, and says in plain words what is not. It
// rebuilds the lines of lists and compares them.
func (s *Service) Doctor(ctx context.Context, a afterword.Actor) (found []Finding, err error) {
	say := func(what string, ok bool, format string, args ...any) {
		found = append(found, Finding{What: what, OK: ok, Says: fmt.Sprintf(format, args...)})
	}
	err = s.read(ctx, a, func(w *work) error {
		say("database", true, "The database opens (%s).", s.db.Engine())
		pretended, err := w.Meta(metaPretended)
		if err != nil {
			return err
		}
		if pretended != "" {
			say("clock", false, "This folder was written at a pretended time. Nothing is ever sent from it.")
		} else {
			say("clock", true, "The clock says %s.", w.clock(w.Now(), w.ownZone().String()))
		}
		if w.account.Settings.Zone == "" {
			say("zone", true, "Your time zone is the machine's: %s.", w.ownZone())
		} else {
			say("zone", true, "Your time zone is %s.", w.account.Settings.Zone)
		}
		if w.account.Settings.Region == "" {
			say("region", false, "No region is set, so public holidays are not counted. Set one with `afterword set region GB`.")
		}
		wrong, err := w.wrongLines()
		if err != nil {
			return err
		}
		say("lists", wrong == 0, "%s", linesSay(wrong))
		return nil
	})
	return found, err
}

func linesSay(wrong int) string {
	if wrong == 0 {
		return "The lists agree with what happened."
	}
	return fmt.Sprintf("%d lines of the lists are out of date. They will be made again.", wrong)
}

// wrongLines counts the lines that differ from what the rules say now.
func (w *work) wrongLines() (int, error) {
	kept, err := w.Tx.Lines(store.LineFilter{})
	if err != nil {
		return 0, err
	}
	apps, err := w.Applications()
	if err != nil {
		return 0, err
	}
	ids := make([]afterword.ID, len(apps))
	for i, a := range apps {
		ids[i] = a.ID
	}
	files, err := w.files(ids)
	if err != nil {
		return 0, err
	}
	wrong := 0
	for _, id := range ids {
		lines, err := files[id].lines(w.Now())
		if err != nil {
			return 0, err
		}
		for _, l := range lines {
			i := slices.IndexFunc(kept, func(k store.Line) bool { return k.Interview == l.Interview })
			stale := i >= 0 && !kept[i].NextChange.IsZero() && !kept[i].NextChange.After(w.Now())
			if i < 0 || !stale && (kept[i].State != l.State || kept[i].Says != l.Says || kept[i].Outcome != l.Outcome || kept[i].Until != l.Until) {
				wrong++
			}
		}
	}
	return wrong, nil
}
