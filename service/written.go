package service

import (
	"sync"
	"time"

	"afterword"
	"afterword/store"
)

// sitting is everything that was written of one sitting, with where it belongs.
type sitting struct {
	application afterword.ID
	interview   afterword.ID // its last round
	employer    string
	round       int
	on          afterword.Date
	end         time.Time
	ended       bool // the application did
	wrote       bool // a debrief, and not only a thought about wanting it
	debrief     afterword.Debrief
}

// written is what was written across all interviews, and the bank made of it. Nothing in it may be
// changed: it is shared until something new is written.
type written struct {
	mark     string
	sittings []sitting
	bank     []banked
}

// shelf keeps what the latest few accounts wrote, so that a search does not read it all again.
type shelf struct {
	mu   sync.Mutex
	kept map[afterword.ID]*written
}

// shelfMost is how many accounts are kept; then the shelf is emptied.
const shelfMost = 8

// written reads what was written, without loading any case. A verb that writes sees what it wrote so far,
// and keeps nothing of it: it may be taken back.
func (w *work) written() (*written, error) {
	mark, err := w.WrittenMark()
	if err != nil {
		return nil, err
	}
	s := &w.s.shelf
	s.mu.Lock()
	kept := s.kept[w.account.ID]
	s.mu.Unlock()
	if kept != nil && kept.mark == mark {
		return kept, nil
	}
	made := &written{mark: mark}
	if made.sittings, err = w.sittings(); err != nil {
		return nil, err
	}
	made.bank = w.banked(made.sittings)
	if w.reads {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.kept == nil || len(s.kept) >= shelfMost {
			s.kept = map[afterword.ID]*written{}
		}
		s.kept[w.account.ID] = made
	}
	return made, nil
}

// sittings gathers what was written by sitting, in the order in which each was first written about. The
// rounds of one application on one day are one.
func (w *work) sittings() ([]sitting, error) {
	lines, err := w.Lines(store.LineFilter{})
	if err != nil {
		return nil, err
	}
	type of struct {
		application afterword.ID
		on          afterword.Date
		alone       afterword.ID // a round without a date is a sitting of its own
	}
	key, rounds := map[afterword.ID]of{}, map[of]sitting{}
	for _, l := range lines {
		k := of{application: l.Application}
		s := sitting{application: l.Application, interview: l.Interview, employer: l.Employer, round: l.Round, end: l.End, ended: l.Outcome.Ends()}
		at, loc := l.Start, w.own
		if z, ok := w.s.zone(l.Zone); ok {
			loc = z
		}
		if at.IsZero() {
			at = l.End
		}
		if at.IsZero() {
			k.alone = l.Interview
		} else {
			k.on, s.on = afterword.DateOf(at.In(loc)), afterword.DateOf(l.End.In(loc))
		}
		key[l.Interview] = k
		if o, ok := rounds[k]; ok { // the last round speaks for its sitting, and the last end
			if o.round > s.round {
				s, o = o, s
			}
			if !o.end.Before(s.end) {
				s.end, s.on = o.end, o.on
			}
		}
		rounds[k] = s
	}
	sheets, err := w.WrittenDown()
	if err != nil {
		return nil, err
	}
	var list []sitting
	place := map[of]int{}
	for _, sheet := range sheets {
		k, ok := key[sheet.Interview]
		if !ok {
			continue // what booked it was taken back
		}
		i, ok := place[k]
		if !ok {
			i = len(list)
			place[k] = i
			list = append(list, rounds[k])
		}
		list[i].wrote = list[i].wrote || sheet.Kind == afterword.WroteDown
		list[i].debrief = list[i].debrief.Merge(sheet.Debrief)
	}
	return list, nil
}
