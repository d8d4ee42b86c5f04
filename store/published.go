package store

import (
	"time"

	"afterword"
)

// Published is what a calendar was given of one date. Its words are not kept, only their digest.
type Published struct {
	UID         string       `json:"uid"`
	Application afterword.ID `json:"application"`
	Sequence    int          `json:"sequence"`
	Stamp       time.Time    `json:"stamp"`
	Digest      string       `json:"digest"`
	Title       string       `json:"title"` // neutral
	Start       time.Time    `json:"start"`
	End         time.Time    `json:"end"`
}

// Published is everything that calendars were given, by uid.
func (tx *Tx) Published() ([]Published, error) {
	return all(tx, `SELECT uid, application, sequence, stamp, digest, title, start_at, end_at FROM published WHERE account = $1 ORDER BY uid`,
		func(r row) (p Published, err error) {
			return p, r.Scan(&p.UID, &p.Application, &p.Sequence, (*stamp)(&p.Stamp), &p.Digest, &p.Title, (*stamp)(&p.Start), (*stamp)(&p.End))
		}, tx.account)
}

// SavePublished remembers what a calendar was given.
func (tx *Tx) SavePublished(p Published) error {
	return tx.do(`INSERT INTO published (account, uid, application, sequence, stamp, digest, title, start_at, end_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (account, uid) DO UPDATE SET sequence = excluded.sequence, stamp = excluded.stamp, digest = excluded.digest,
		title = excluded.title, start_at = excluded.start_at, end_at = excluded.end_at`,
		tx.account, p.UID, p.Application, p.Sequence, stamp(p.Stamp), p.Digest, p.Title, stamp(p.Start), stamp(p.End))
}

// DeletePublished forgets a date; one that is not there is no error.
func (tx *Tx) DeletePublished(uid string) error {
	return tx.do(`DELETE FROM published WHERE account = $1 AND uid = $2`, tx.account, uid)
}

// SayOwnWords chooses whether the calendar feed tells employers and steps in words.
func (tx *Tx) SayOwnWords(own bool) error {
	return tx.do(`UPDATE feed SET own_words = $2 WHERE account = $1`, tx.account, own)
}

// OwnWords says whether the calendar feed tells in words; NotFound when there is no feed.
func (tx *Tx) OwnWords() (bool, error) {
	return one(tx, "feed", `SELECT own_words FROM feed WHERE account = $1`,
		func(r row) (own bool, err error) { return own, r.Scan(&own) }, tx.account)
}

// KeptInvitation is what an answer to an invitation, and the next version of it, need besides the interview.
type KeptInvitation struct {
	Interview    afterword.ID      `json:"interview"`
	Organizer    afterword.Mailbox `json:"organizer"`
	RecurrenceID string            `json:"recurrence_id"`
	Me           string            `json:"me"`               // the address of the candidate that was invited
	Stamp        time.Time         `json:"stamp,omitzero"`   // DTSTAMP of the version that counts
	Digest       string            `json:"digest,omitempty"` // of that version: the same again changes nothing
	Start        time.Time         `json:"start,omitzero"`   // as it stands there; zero for a wall time without a zone
	End          time.Time         `json:"end,omitzero"`
	Day          afterword.Date    `json:"day,omitzero"` // of a whole day
}

func scanInvitation(r row) (k KeptInvitation, err error) { return k, r.Scan(opaque{&k}) }

// SaveInvitation keeps it, in the place of an older one of the same interview.
func (tx *Tx) SaveInvitation(k KeptInvitation) error {
	return tx.do(`INSERT INTO invitation (account, interview, body) VALUES ($1, $2, $3)
		ON CONFLICT (account, interview) DO UPDATE SET body = excluded.body`, tx.account, k.Interview, opaque{k})
}

// Invitation is that of an interview; NotFound when it came without one.
func (tx *Tx) Invitation(interview afterword.ID) (KeptInvitation, error) {
	return one(tx, "invitation", `SELECT body FROM invitation WHERE account = $1 AND interview = $2`, scanInvitation, tx.account, interview)
}

// InvitationsOf are those that came with that UID, of the interviews that InterviewsByUID finds.
func (tx *Tx) InvitationsOf(uid string) ([]KeptInvitation, error) {
	return all(tx, `SELECT body FROM invitation WHERE account = $1
		AND interview IN (SELECT id FROM interview WHERE account = $1 AND uid = $2)`, scanInvitation, tx.account, uid)
}

// Invitations are all of them.
func (tx *Tx) Invitations() ([]KeptInvitation, error) {
	return all(tx, `SELECT body FROM invitation WHERE account = $1 ORDER BY interview`, scanInvitation, tx.account)
}

// AwayFrom are the days away that came from one source, such as a calendar.
func (tx *Tx) AwayFrom(source string) ([]afterword.Away, error) {
	return all(tx, `SELECT `+awayColumns+` FROM away WHERE account = $1 AND source = $2 ORDER BY from_day, id`, scanAway, tx.account, source)
}
