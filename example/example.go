// Package example is the made-up search: one person, four employers in different states. The demo,
// the page gallery, the browser tests and the pictures in the README all use it, so they agree.
//
// Read Fill: it goes through the same verbs as a person would, each at its own moment, and so it
// shows nothing that the program cannot do.
package example

import (
	"context"
	"fmt"
	"time"

	"afterword"
	"afterword/service"
)

// Search is a made-up search being written: At is the service with its clock set to a moment.
type Search struct {
	At  func(time.Time) *service.Service
	Now time.Time // the moment at which the search is looked at
	act afterword.Actor
	err error
}

// Made is where the four applications ended up.
type Made struct {
	Northwind, Hale, Brightwater, Orbit afterword.ID // interviews
}

// Fill writes the search. Northwind ended twenty minutes before now, Hale Studio waits since three
// days, Brightwater came through an agency and waits since five, Orbit Rail comes in two.
func (s *Search) Fill(ctx context.Context) (Made, error) {
	var m Made
	s.act, s.err = s.At(s.Now).Own(ctx, "demo")
	s.profile(ctx)
	m.Brightwater = s.brightwater(ctx)
	m.Hale = s.hale(ctx)
	m.Northwind = s.northwind(ctx)
	m.Orbit = s.orbit(ctx)
	return m, s.err
}

// do runs one verb at a moment; after a first error nothing more is done.
func (s *Search) do(at time.Time, what string, fn func(*service.Service) error) {
	if s.err != nil {
		return
	}
	if err := fn(s.At(at)); err != nil {
		s.err = fmt.Errorf("the made-up search: %s: %w", what, err)
	}
}

// day is a wall time some days from now, in the zone of Now.
func (s *Search) day(days, h, m int) time.Time {
	return afterword.DateOf(s.Now).AddDays(days).At(h, m, s.Now.Location())
}

func (s *Search) profile(ctx context.Context) {
	s.do(s.day(-12, 9, 0), "profile", func(v *service.Service) error {
		set, err := v.Settings(ctx, s.act)
		if err != nil {
			return err
		}
		set.Name, set.Email, set.SignOff = "Asha Kapoor", "asha@kapoor.example", "Kind regards"
		set.Link = "https://asha-k.example"
		set.Zone = s.Now.Location().String()
		set.Matters = []string{"Learning", "Hours", "Pay is clear"}
		set.GoodThings = []string{"Walk before lunch", "Call Sam"}
		set.NextStep = "Ask Dana about the museum job"
		_, err = v.SaveSettings(ctx, s.act, set)
		return err
	})
	s.do(s.day(-12, 9, 10), "referees", func(v *service.Service) error {
		if _, err := v.RefereeAdd(ctx, s.act, "Dr Ruth Adeyemi <ruth.adeyemi@mira.example>", s.date(-20)); err != nil {
			return err
		}
		_, err := v.RefereeAdd(ctx, s.act, "Sam Ortiz <sam.ortiz@mira.example>", "")
		return err
	})
}

func (s *Search) date(days int) string { return afterword.DateOf(s.Now).AddDays(days).String() }

// add books a round and says its id.
func (s *Search) add(ctx context.Context, at, start, end time.Time, in service.AddInput) (id afterword.ID) {
	in.Start, in.End = start.Format(time.RFC3339), end.Format(time.RFC3339)
	in.Zone = s.Now.Location().String()
	s.do(at, "add "+in.Employer, func(v *service.Service) error {
		iv, err := v.Add(ctx, s.act, in)
		id = iv.ID
		return err
	})
	return id
}

func (s *Search) debrief(ctx context.Context, at time.Time, id afterword.ID, d afterword.Debrief) {
	s.do(at, "debrief", func(v *service.Service) error {
		_, err := v.Debrief(ctx, s.act, string(id), service.DebriefInput{Debrief: d})
		return err
	})
}

// send sends every thank-you of a kind that is ready, each a little later than the one before.
func (s *Search) send(ctx context.Context, at time.Time, id afterword.ID, kind afterword.NoteKind) {
	s.do(at, "notes", func(v *service.Service) error {
		notes, err := v.Notes(ctx, s.act, string(id))
		if err != nil {
			return err
		}
		for i, n := range notes {
			if n.Kind != kind || n.State != afterword.NoteDraft {
				continue
			}
			when := s.At(at.Add(time.Duration(i) * 35 * time.Minute))
			if _, err := when.Approve(ctx, s.act, string(n.ID), ""); err != nil {
				return err
			}
			if _, err := when.SentNote(ctx, s.act, string(n.ID), ""); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Search) news(ctx context.Context, at time.Time, id afterword.ID, in service.NewsInput) {
	s.do(at, "news "+in.Kind, func(v *service.Service) error {
		_, err := v.News(ctx, s.act, string(id), in)
		return err
	})
}

func (s *Search) brightwater(ctx context.Context) afterword.ID {
	start := s.day(-5, 11, 0)
	id := s.add(ctx, s.day(-11, 12, 0), start, start.Add(50*time.Minute), service.AddInput{Employer: "Brightwater", Role: "Information officer",
		Location: "2 Quay Street", With: []string{"Jonas Falk <jonas.falk@brightwater.example>"}, Agency: "Mara Vogel <mara@keystone.example>"})
	s.debrief(ctx, start.Add(time.Hour), id, afterword.Debrief{
		Met:       []afterword.Met{{Name: "Jonas Falk", Role: "Head of Communications", TalkedAbout: "answering the public in plain words"}},
		Questions: []afterword.Asked{{Asked: "How do you take feedback?", Answered: "I listen first and write it down", Felt: "hard", Better: "At Mira I kept a list of what I changed because of it"}, {Asked: "Tell me about yourself", Felt: "fine"}},
		Hear:      &afterword.Hear{Said: "within two weeks", EitherWay: "yes", AnotherRound: "unknown", Channel: afterword.Email},
		Want:      afterword.WantStill, CouldHelpWith: "rewriting the form letters",
	})
	s.send(ctx, start.Add(90*time.Minute), id, afterword.AgencyThanks)
	s.news(ctx, start.Add(4*time.Hour), id, service.NewsInput{Kind: "agency_yes"})
	s.send(ctx, start.Add(5*time.Hour), id, afterword.Thanks)
	return id
}

func (s *Search) hale(ctx context.Context) afterword.ID {
	start := s.day(-3, 14, 0)
	id := s.add(ctx, s.day(-9, 10, 0), start, start.Add(70*time.Minute), service.AddInput{Employer: "Hale Studio", Role: "Designer",
		Link: "https://meet.example/hale", With: []string{"Lena Hale <lena@halestudio.example>", "Ido Marsh <ido@halestudio.example>"}})
	s.debrief(ctx, start.Add(3*time.Hour), id, afterword.Debrief{
		Met: []afterword.Met{{Name: "Lena Hale", Role: "Creative lead", TalkedAbout: "drawing on paper before opening a program"},
			{Name: "Ido Marsh", Role: "Studio manager", TalkedAbout: "keeping Fridays free of meetings"}},
		Questions: []afterword.Asked{{Asked: "Why us?", Answered: "Your museum signs", Felt: "fine", Reaction: "warm"},
			{Asked: "A project that failed", Answered: "The clinic map", Felt: "hard"},
			{Asked: "How do you take feedback?", Answered: "I ask for it early", Felt: "more_to_say", Better: "At Mira I kept a list of what I changed because of it"},
			{Asked: "Walk me through your CV", Felt: "fine"}, {Asked: "What would you do in the first month?", Felt: "fine"}},
		Unsaid: []string{"I have set up a print workshop from nothing"}, CouldHelpWith: "the signs for the new library",
		Promised: []afterword.Pledge{{What: "portfolio", Due: afterword.DateOf(s.day(-2, 0, 0))}},
		Hear:     &afterword.Hear{Said: "1 to 2 weeks", EitherWay: "yes", AnotherRound: "unknown", Channel: afterword.Email, NextSteps: "a choice between three"},
		Want:     afterword.WantStill, Signs: []afterword.Sign{{Good: true, What: "Small team, own desk"}, {What: "Weekends before launches"}},
		OpenQuestions: []string{"Who sets deadlines?"},
	})
	s.send(ctx, start.Add(5*time.Hour+40*time.Minute), id, afterword.Thanks)
	s.do(start.Add(7*time.Hour), "portfolio", func(v *service.Service) error {
		_, err := v.KeepPromise(ctx, s.act, string(s.promise(ctx, v, id)))
		return err
	})
	s.do(start.Add(20*time.Hour), "look back", func(v *service.Service) error {
		_, err := v.LookBack(ctx, s.act, string(id), afterword.Debrief{WentWell: []string{"I let them finish their sentences"}, NextTime: []string{"I will bring one printed page"}}, false)
		return err
	})
	return id
}

func (s *Search) promise(ctx context.Context, v *service.Service, id afterword.ID) afterword.ID {
	ps, err := v.Promises(ctx, s.act, string(id))
	if err != nil || len(ps) == 0 {
		return ""
	}
	return ps[0].ID
}

func (s *Search) northwind(ctx context.Context) afterword.ID {
	end := s.Now.Add(-20 * time.Minute)
	return s.add(ctx, s.day(-6, 16, 0), end.Add(-45*time.Minute), end, service.AddInput{Employer: "Northwind", Role: "Data analyst",
		Link: "https://meet.example/northwind", With: []string{"Priya Nair <priya.nair@northwind.example>", "Tom Reed <tom.reed@northwind.example>"}})
}

func (s *Search) orbit(ctx context.Context) afterword.ID {
	start := s.day(2, 10, 0)
	return s.add(ctx, s.day(-1, 9, 0), start, start.Add(time.Hour), service.AddInput{Employer: "Orbit Rail", Role: "Passenger information",
		Location: "Platform House, 3rd floor", With: []string{"Chi Okafor <chi.okafor@orbitrail.example>", "Wen Li <wen.li@orbitrail.example>"}})
}
