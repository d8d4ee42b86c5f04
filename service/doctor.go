package service

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/store"
	"afterword/when"
)

// Finding is something `doctor` looked at.
type Finding struct {
	What string `json:"what"`
	OK   bool   `json:"ok"`
	Says string `json:"says"`
}

// leastRoom is the free space below which `doctor` speaks up.
const leastRoom = 200 << 20

// examination is one visit to the doctor.
type examination struct{ found []Finding }

func (e *examination) say(what string, ok bool, format string, args ...any) {
	e.found = append(e.found, Finding{What: what, OK: ok, Says: fmt.Sprintf(format, args...)})
}

// Doctor looks whether everything is as it should be, and says in plain words what is not. Lines of
// lists that are out of date it makes again.
func (s *Service) Doctor(ctx context.Context, a afterword.Actor) ([]Finding, error) {
	e := &examination{}
	wrong, err := s.db.Check(ctx)
	if err != nil {
		return nil, err
	}
	if len(wrong) == 0 {
		e.say("database", true, "The database opens and is whole (%s).", s.db.Engine())
	} else {
		e.say("database", false, "%s. Put a backup back with `afterword restore`.", upperFirst(strings.Join(wrong, "; ")))
	}
	e.place(s.db.Place())
	stale := 0
	err = s.read(ctx, a, func(w *work) error {
		if err := e.clock(w); err != nil {
			return err
		}
		if err := e.sending(w); err != nil {
			return err
		}
		e.person(w)
		stale, err = w.wrongLines()
		return err
	})
	if err != nil {
		return nil, err
	}
	if stale == 0 {
		e.say("lists", true, "The lists agree with what happened.")
		return e.found, nil
	}
	if err := s.reline(ctx, a); err != nil {
		return nil, err
	}
	e.say("lists", false, "%d lines of the lists did not agree with what happened. They were made again.", stale)
	return e.found, nil
}

// place looks at the folder and the disk.
func (e *examination) place(p store.Place) {
	switch {
	case p.Folder == "":
		return
	case p.Write != nil:
		e.say("folder", false, "Nothing can be written to %s. Look who may write there, or say another folder with --data.", p.Folder)
	case p.Others:
		e.say("folder", false, "Others on this computer can read %s. `chmod -R go= %s` keeps it yours.", p.Folder, p.Folder)
	default:
		e.say("folder", true, "Everything is in %s, for you alone.", p.Folder)
	}
	if p.Told {
		e.say("space", p.Room >= leastRoom, "%d MB are free there.", p.Room>>20)
	}
}

// clock holds the clock against what was recorded.
func (e *examination) clock(w *work) error {
	facts, err := w.NewestFact()
	if err != nil {
		return err
	}
	ahead := facts.Sub(w.Now())
	switch {
	case w.Now().Year() < 2025:
		e.say("clock", false, "The clock says %s. Please set it.", w.Now().In(w.ownZone()).Format("Mon 2 Jan 2006, 15:04"))
	case ahead > time.Minute:
		e.say("clock", false, "The clock says %s, which is before the last thing written down (%s).",
			w.clock(w.Now(), w.ownZone().String()), w.clock(facts, w.ownZone().String()))
	default:
		e.say("clock", true, "The clock says %s.", w.clock(w.Now(), w.ownZone().String()))
	}
	return nil
}

// sending says what keeps notes from leaving this folder.
func (e *examination) sending(w *work) error {
	pretended, err := w.Meta(metaPretended)
	if err != nil {
		return err
	}
	held, err := w.Meta(store.Held)
	if err != nil {
		return err
	}
	if pretended != "" {
		e.say("pretended", false, "This folder was written at a pretended time. Nothing is ever sent from it.")
	}
	if held != "" {
		e.say("sending", true, "Sending is held, because this came from a copy. Look at what stands as unsent, then say `afterword restore --release`.")
	}
	return nil
}

// person looks at what only the person can say.
func (e *examination) person(w *work) {
	set := w.account.Settings
	if set.Zone == "" {
		e.say("zone", true, "Your time zone is the machine's: %s.", w.ownZone())
	} else {
		e.say("zone", true, "Your time zone is %s.", set.Zone)
	}
	today := afterword.DateOf(w.Now().In(w.ownZone()))
	switch {
	case set.Region == "":
		e.say("region", false, "No region is set, so public holidays are not counted. Set one with `afterword set region GB`.")
	case !when.NewCalendar(set.Region, nil, set.Holidays[set.Region]).Known(today):
		e.say("region", false, "The public holidays of %s are not known for %d, so they are not counted.", set.Region, today.Year)
	default:
		e.say("region", true, "The public holidays of %s are counted.", set.Region)
	}
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// reline makes every line of the lists again.
func (s *Service) reline(ctx context.Context, a afterword.Actor) error {
	return s.write(ctx, a, func(w *work) error {
		apps, err := w.Applications()
		if err != nil {
			return err
		}
		for _, app := range apps {
			w.touched = append(w.touched, app.ID)
		}
		return nil
	})
}

// wrongLines counts the lines that differ from what the rules say now.
func (w *work) wrongLines() (int, error) {
	lines, err := w.Tx.Lines(store.LineFilter{})
	if err != nil {
		return 0, err
	}
	kept := make(map[afterword.ID]store.Line, len(lines))
	for _, l := range lines {
		kept[l.Interview] = l
	}
	apps, err := w.Applications()
	if err != nil {
		return 0, err
	}
	ids := make([]afterword.ID, len(apps))
	for i, a := range apps {
		ids[i] = a.ID
	}
	wrong := 0
	for some := range slices.Chunk(ids, 500) {
		files, err := w.files(some)
		if err != nil {
			return 0, err
		}
		for _, id := range some {
			lines, err := files[id].lines(w.Now())
			if err != nil {
				return 0, err
			}
			for _, l := range lines {
				k, there := kept[l.Interview]
				stale := there && !k.NextChange.IsZero() && !k.NextChange.After(w.Now())
				if !there || !stale && linesDiffer(k, l) {
					wrong++
				}
			}
		}
	}
	return wrong, nil
}

// linesDiffer says that two lines do not show the same.
func linesDiffer(a, b store.Line) bool {
	return a.State != b.State || a.Says != b.Says || a.Outcome != b.Outcome || a.Until != b.Until ||
		!a.AskFrom.Equal(b.AskFrom) || a.Mine != b.Mine || a.Open != b.Open || a.Employer != b.Employer || a.Role != b.Role
}
