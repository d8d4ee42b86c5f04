package service

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"afterword"
	"afterword/store"
)

// noUID begins the UID that an invitation without one gets, so that the same again is known.
const noUID = "no-uid:"

// MeetingKey names one meeting of a file; uid is that of its series.
func MeetingKey(i afterword.Invitation) (uid, key string) {
	if uid = i.UID; uid == "" {
		uid = noUID + digest(i)
	}
	if i.RecurrenceID != "" {
		return uid, uid + "/" + i.RecurrenceID
	}
	return uid, uid
}

// known is an interview that came with an invitation, and what was kept of that.
type known struct {
	afterword.Interview
	kept store.KeptInvitation
}

// knownBy are the interviews of one UID, oldest first: several when a series has several.
func (w *work) knownBy(uid string) ([]known, error) {
	if uid == "" {
		return nil, nil
	}
	rounds, err := w.InterviewsByUID(uid)
	if err != nil || len(rounds) == 0 {
		return nil, err
	}
	kept, err := w.InvitationsOf(uid)
	all := make([]known, len(rounds))
	for i, iv := range rounds {
		all[i].Interview = iv
		for _, k := range kept {
			if k.Interview == iv.ID {
				all[i].kept = k
			}
		}
	}
	return all, err
}

// same is the interview that an invitation speaks of: the one meeting of a series that it names, which is
// the series' own first when it begins then.
func (w *work) same(all []known, inv afterword.Invitation) (known, bool, error) {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].kept.RecurrenceID == inv.RecurrenceID {
			return all[i], true, nil
		}
	}
	for _, k := range all {
		if k.kept.RecurrenceID != "" || inv.RecurrenceID == "" {
			continue
		}
		l, err := w.Line(k.ID)
		if err != nil {
			if afterword.KindOf(err) == afterword.NotFound {
				continue // what booked it was taken back
			}
			return known{}, false, err
		}
		at := l.Start.In(w.zoneOr(l.Zone))
		if slices.Contains([]string{at.UTC().Format(time.RFC3339), at.Format("2006-01-02T15:04:05"), at.Format(time.DateOnly)}, inv.RecurrenceID) {
			return k, true, nil
		}
	}
	return known{}, false, nil
}

// has says that a version is there already, or is older than what is known (RFC 5546 2.1.5).
func (k known) has(in InvitationInput, inv afterword.Invitation) bool {
	switch {
	case inv.Sequence != k.Sequence:
		return inv.Sequence < k.Sequence
	case !inv.Stamp.IsZero() && inv.Stamp.Before(k.kept.Stamp):
		return true
	}
	return k.kept.Digest == digest(inv) && in.Zone == "" && in.Start == ""
}

// newer says that a version is surely newer than what is known, and not only another one.
func (k known) newer(inv afterword.Invitation) bool {
	return inv.Sequence > k.Sequence || !k.kept.Stamp.IsZero() && inv.Stamp.After(k.kept.Stamp)
}

// digest tells two versions of an invitation apart by what they say of the meeting.
func digest(inv afterword.Invitation) string {
	inv.Sequence, inv.Stamp, inv.Start, inv.End = 0, time.Time{}, inv.Start.UTC(), inv.End.UTC()
	inv.Method, inv.Status, inv.Subject, inv.Description, inv.Attendees = "", "", "", "", slices.Clone(inv.Attendees)
	for i := range inv.Attendees {
		inv.Attendees[i].Status = ""
	}
	b, _ := json.Marshal(inv) // plain values: it cannot go wrong
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}
