package cli

import (
	"cmp"
	"encoding/json"
	"time"

	"afterword/calendar/ics"
	"afterword/reading"
)

type inviteCmd struct {
	File []string `arg:"" sep:"none" help:"An .ics file or a mail; - reads lines like {\"id\":\"1\",\"text\":\"…\"}."`
}

// inviteAnswer is the contract's shape of one meeting; further ones of the same file stand in More.
type inviteAnswer struct {
	ID json.RawMessage `json:"id,omitempty"`
	reading.Invite
	More  []reading.Invite `json:"more,omitempty"`
	Error string           `json:"error,omitempty"` // why the file cannot be read
}

func (c *inviteCmd) Run(s *session) error {
	return s.understand("invite", c.File, true, func(q question) (answer, error) {
		events, _, err := readEvents([]byte(q.Text))
		if err != nil {
			return inviteAnswer{Invite: reading.Nothing(q.name, err.Error()), Error: err.Error()}, err
		}
		return invited(q.name, events), nil
	})
}

// invited puts the meeting that is an interview first, or else the first one.
func invited(name string, events []ics.Event) inviteAnswer {
	if len(events) == 0 {
		return inviteAnswer{Invite: reading.Nothing(name, "it holds no meeting")}
	}
	all := make([]reading.Invite, len(events))
	first := 0
	for i, e := range events {
		all[i] = reading.Describe(name, e.Invitation, e.Problems)
		if all[i].IsInterview && !all[first].IsInterview {
			first = i
		}
	}
	return inviteAnswer{Invite: all[first], More: append(append([]reading.Invite(nil), all[:first]...), all[first+1:]...)}
}

func (a inviteAnswer) tagged(id json.RawMessage) answer { a.ID = id; return a }

func (a inviteAnswer) words(p *page) {
	p.invite(a.Invite)
	for _, m := range a.More {
		p.invite(m)
	}
}

func (p *page) invite(v reading.Invite) {
	is := "no interview"
	if v.IsInterview {
		is = "an interview"
	}
	p.line("%s: %s, %s", v.File, v.Kind, is)
	if v.Summary != "" {
		p.line("  %s", v.Summary)
	}
	if v.Start != nil {
		p.line("  %s", invitedAt(v))
	}
	for _, l := range []string{v.Location, v.Link} {
		if l != "" {
			p.line("  %s", l)
		}
	}
	if v.Organizer.Email != "" || v.Organizer.Name != "" {
		p.line("  from %s", who(v.Organizer.Name, v.Organizer.Email))
	}
	p.line("  %s", v.Because)
}

// invitedAt is when it is, in words and in its own zone.
func invitedAt(v reading.Invite) string {
	start, err := time.Parse(time.RFC3339, *v.Start)
	if err != nil { // a day, or a wall time whose zone is not known
		return *v.Start
	}
	var end *time.Time
	if v.End != nil {
		if t, err := time.Parse(time.RFC3339, *v.End); err == nil {
			end = &t
		}
	}
	return span(&start, end, zone(v.Zone)) + " (" + cmp.Or(v.Zone, "UTC") + ")"
}
