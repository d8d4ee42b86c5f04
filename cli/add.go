package cli

import (
	"afterword"
	"afterword/service"
)

type addCmd struct {
	Employer    string   `placeholder:"E" help:"The employer's name."`
	Role        string   `placeholder:"R" help:"The job."`
	Start       string   `placeholder:"TIME" help:"When it begins. Without one it just ended."`
	End         string   `placeholder:"TIME" help:"When it ends; without one, an hour later." xor:"length"`
	Duration    string   `placeholder:"45m" help:"How long it is." xor:"length"`
	Zone        string   `placeholder:"ZONE" help:"The employer's time zone, like Europe/London."`
	With        []string `placeholder:"\"NAME <MAIL>\"" sep:"none" help:"Someone you meet. May be given again."`
	Agency      string   `placeholder:"\"NAME <MAIL>\"" help:"Your contact at the agency."`
	Application string   `placeholder:"ID" help:"A further round of this application."`
	Kind        string   `placeholder:"KIND" help:"new, internal or confidential."`
	Region      string   `placeholder:"CODE" help:"Where its public holidays are, like GB or DE-BY."`
	Location    string   `placeholder:"PLACE" help:"Where it is."`
	Link        string   `placeholder:"URL" help:"The video call."`

	Invite string `placeholder:"FILE" help:"An invitation: .ics, or a mail that holds one."`
	Me     string `placeholder:"MAIL" help:"Which of the addresses in it is yours."`
	UID    string `name:"uid" placeholder:"UID" help:"Which of several interviews in it."`
	As     string `placeholder:"INTERVIEW|new" help:"The round that it moves, or a new one."`
}

// Validate finds what cannot go together.
func (c *addCmd) Validate() error {
	if c.Invite == "" {
		if c.Me != "" || c.UID != "" || c.As != "" {
			return misused("--me, --uid and --as belong to --invite")
		}
		if c.Employer == "" && c.Application == "" && c.Kind != string(afterword.Confidential) {
			return misused("--employer or --invite is missing")
		}
		return nil
	}
	if c.End != "" || c.Duration != "" || len(c.With) > 0 || c.Location != "" || c.Link != "" {
		return misused("--end, --duration, --with, --location and --link do not go with --invite: they stand in the invitation")
	}
	return nil
}

func (c *addCmd) Run(s *session) error {
	if c.Invite != "" {
		return c.invitation(s)
	}
	v, a, err := s.open()
	if err != nil {
		return err
	}
	view, err := v.Add(s.ctx, a, service.AddInput{
		Employer: c.Employer, Role: c.Role, Start: c.Start, End: c.End, Duration: c.Duration, Zone: c.Zone,
		With: c.With, Agency: c.Agency, Application: c.Application, Kind: c.Kind,
		Region: c.Region, Location: c.Location, Link: c.Link,
	})
	return s.interview(view, err)
}

func (c *addCmd) invitation(s *session) error {
	b, err := s.file(c.Invite)
	if err != nil {
		return err
	}
	events, err := invitations(c.Invite, b)
	if err != nil {
		return err
	}
	v, a, err := s.open()
	if err != nil {
		return err
	}
	view, changed, err := v.AddInvitation(s.ctx, a, service.InvitationInput{
		Invitations: events, File: c.Invite, Employer: c.Employer, Role: c.Role, Agency: c.Agency,
		Me: c.Me, Zone: c.Zone, Start: c.Start, UID: c.UID, As: c.As, Application: c.Application, Kind: c.Kind,
	})
	if err != nil {
		return err
	}
	if !changed {
		s.note("This invitation is known already. Nothing was changed.")
	}
	for _, line := range view.Said {
		s.note("%s", line)
	}
	if view.Employer == "" {
		s.note("It is not clear who the employer is: `afterword edit %s --employer NAME` says it.", view.ID)
	}
	return s.interview(view, nil)
}
