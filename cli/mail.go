package cli

import (
	"bytes"
	"cmp"
	"errors"
	"io"

	"afterword"
	"afterword/calendar/ics"
	"afterword/mail/mime"
)

// Invitations reads the meetings in a calendar file, or in a mail that holds one. name is the file's,
// for errors. Main lends it to the web as well.
func Invitations(name string, r io.Reader) ([]afterword.Invitation, error) {
	b, err := io.ReadAll(io.LimitReader(r, fileLimit+1))
	if err != nil {
		return nil, fileError(name, err)
	}
	if len(b) > fileLimit {
		return nil, afterword.Invalid(name, "is larger than 32 MiB")
	}
	return invitations(name, b)
}

func invitations(name string, b []byte) ([]afterword.Invitation, error) {
	events, mail, err := readEvents(b)
	if err != nil {
		return nil, namely(name, err)
	}
	if len(events) == 0 && len(mail.Problems) > 0 {
		return nil, afterword.Invalid(name, "holds no meeting that can be read: %s", mail.Problems[0])
	}
	if len(events) == 0 {
		return nil, afterword.Invalid(name, "holds no meeting").WithHint("an invitation is an .ics file, or a mail that holds one")
	}
	all := make([]afterword.Invitation, len(events))
	for i, e := range events {
		all[i] = e.Invitation
	}
	return all, nil
}

// readEvents reads the meetings of a calendar file or of a mail, and the mail when it is one.
func readEvents(b []byte) (events []ics.Event, mail mime.Message, err error) {
	if mime.LooksLikeCalendar(b) || !mime.LooksLikeMail(b) {
		events, err = ics.Parse(bytes.NewReader(b))
		return events, mail, err
	}
	if mail, err = mime.Parse(bytes.NewReader(b)); err != nil {
		return nil, mail, err
	}
	events, err = calendarsOf(mail)
	return events, mail, err
}

// calendarsOf are the meetings in a mail. Of several files in it that cannot be read the first is
// told, and only when nothing else was found: mails hold the same invitation more than once.
func calendarsOf(mail mime.Message) (events []ics.Event, err error) {
	type key struct{ uid, instance string }
	seen := map[key]bool{}
	for _, c := range mail.Calendars {
		found, ferr := ics.Parse(bytes.NewReader(c))
		err = cmp.Or(err, ferr)
		for _, e := range found {
			if k := (key{e.UID, e.RecurrenceID}); e.UID == "" || !seen[k] {
				seen[k] = true
				e.Subject = mail.Subject
				if e.Organizer.Email == "" && e.Organizer.Name == "" {
					e.Organizer = mail.From
				}
				events = append(events, e)
			}
		}
	}
	if len(events) > 0 {
		err = nil
	}
	return events, err
}

// readMail reads a mail.
func readMail(b []byte) (mime.Message, error) { return mime.Parse(bytes.NewReader(b)) }

// namely puts the file's name where an error says only "file".
func namely(name string, err error) error {
	var known *afterword.Error
	if !errors.As(err, &known) || known.Field != "file" && known.Field != "" {
		return err
	}
	e := *known
	e.Field = name
	return &e
}
