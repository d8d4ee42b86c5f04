package web

import (
	"slices"
	"time"

	"afterword"
	"afterword/service"
)

// EditPage corrects an interview.
type EditPage struct {
	Frame
	At                                                             string
	Employer, Role, Start, End, Zone, Region, Kind, Location, Link string
	Version                                                        int
	Was                                                            []Pair // what the boxes showed first: only what differs is changed
}

// DatePage asks for one date: the date we wait for, a promise's due date.
type DatePage struct {
	Frame
	Action, Head, Sentence string
	Text                   string // a letter to read or copy first
	Fields                 []Field
	Once                   string
	Button                 string
	Why                    *Why
	Cancel                 Link
	Away                   bool // the button removes something
}

func editForm(v *visit) error {
	iv, err := v.interview()
	if err != nil {
		return err
	}
	p := EditPage{Frame: v.task("Change it", Link{"/interviews/" + string(iv.ID), title(iv)}), At: "/interviews/" + string(iv.ID),
		Employer: iv.Employer, Role: iv.Role, Zone: iv.Zone, Kind: string(iv.Kind), Location: iv.Location, Link: iv.Link, Version: iv.Version}
	p.Start, p.End = boxTime(iv.Start, iv.Zone, v.loc), boxTime(iv.End, iv.Zone, v.loc)
	p.Was = []Pair{{"start", p.Start}, {"end", p.End}, {"zone", p.Zone}, {"region", p.Region}, {"kind", p.Kind}}
	return v.show(editPage(p))
}

// boxTime is a moment as a date-and-time box takes it, in the zone that goes with it.
func boxTime(t *time.Time, zone string, own *time.Location) string {
	if t == nil {
		return ""
	}
	loc, err := time.LoadLocation(zone)
	if zone == "" || err != nil {
		loc = own
	}
	return t.In(loc).Format("2006-01-02T15:04")
}

func edit(v *visit) error {
	p := EditPage{Frame: v.task("Change it", Link{"/interviews/" + v.id(), "Back"}), At: "/interviews/" + v.id(),
		Employer: v.text("employer"), Role: v.text("role"), Start: v.text("start"), End: v.text("end"), Zone: v.text("zone"),
		Region: v.text("region"), Kind: v.text("kind"), Location: v.text("location"), Link: v.text("link"), Version: v.number("version")}
	in := service.EditInput{Employer: &p.Employer, Role: &p.Role, Location: &p.Location, Link: &p.Link, Version: p.Version}
	for _, c := range []struct {
		to   **string
		name string
	}{{&in.Start, "start"}, {&in.End, "end"}, {&in.Zone, "zone"}, {&in.Region, "region"}, {&in.Kind, "kind"}} {
		was := v.text("was_" + c.name)
		p.Was = append(p.Was, Pair{c.name, was})
		if now := v.text(c.name); now != was {
			now = typedTime(now)
			*c.to = &now
		}
	}
	iv, err := v.Service.Edit(v.ctx, v.a, v.id(), in)
	if err != nil {
		if p.Problems = problems(err); p.Problems == nil {
			return err
		}
		return v.again(editPage(p))
	}
	return v.seeSaid("/interviews/"+string(iv.ID), "saved", "")
}

func deleteForm(v *visit) error {
	iv, err := v.interview()
	if err != nil {
		return err
	}
	at := "/interviews/" + string(iv.ID)
	return v.show(datePage(DatePage{Frame: v.task("Delete it", Link{at, title(iv)}), Action: at + "/delete", Head: "Delete this interview and its notes?",
		Sentence: "The people you met stay. What was written of this round goes, and cannot come back.", Button: "Delete it", Away: true,
		Cancel: Link{at, "Keep it"}}))
}

func deleteInterview(v *visit) error {
	if err := v.Service.Delete(v.ctx, v.a, v.id()); err != nil {
		return err
	}
	return v.seeSaid("/interviews", "deleted", "")
}

func (v *visit) waitPage() (DatePage, error) {
	plan, err := v.Service.Plan(v.ctx, v.a, v.id())
	if err != nil {
		return DatePage{}, err
	}
	at := "/interviews/" + v.id()
	p := DatePage{Frame: v.task("Change the date", Link{at, "Back"}), Action: at + "/wait", Head: "Until when do we wait?", Button: "Save",
		Why: practiceOfWait(plan), Cancel: Link{at, "Leave it"}}
	date := ""
	if plan.Wait != nil {
		date = plan.Wait.Until.String()
		p.Sentence = "You can write to them on the next working morning."
	}
	p.Fields = []Field{{Name: "date", Label: "The last day they may need", Type: "date", Value: date}}
	return p, nil
}

func waitForm(v *visit) error {
	p, err := v.waitPage()
	if err != nil {
		return err
	}
	return v.show(datePage(p))
}

func setWait(v *visit) error {
	iv, err := v.Service.Wait(v.ctx, v.a, v.id(), v.text("date"))
	if err != nil {
		p, err2 := v.waitPage()
		if p.Problems = problems(err); p.Problems == nil || err2 != nil {
			return err
		}
		p.Problems[0].Field = "date"
		p.Fields[0].Value, p.Fields[0].Error = v.text("date"), p.Problem("date")
		return v.again(datePage(p))
	}
	return v.seeSaid("/interviews/"+string(iv.ID), "waiting", "")
}

func (v *visit) promisePage() DatePage {
	at := "/interviews/" + v.id()
	p := DatePage{Frame: v.task("I promised something", Link{at, "Back"}), Action: at + "/promise", Head: "What did you promise?", Button: "Save",
		Why: whys("", []string{"R54"}), Cancel: Link{at, "Back"}}
	p.Fields = []Field{
		{Name: "what", Label: "I said I would send", Value: v.text("what"), Yours: true, Placeholder: "the portfolio link"},
		{Name: "due", Label: "By", Type: "date", Value: v.text("due"), Hint: "Leave it empty to send it with your note, within a day."},
	}
	return p
}

func promiseForm(v *visit) error { return v.show(datePage(v.promisePage())) }

func addPromise(v *visit) error {
	if _, err := v.Service.Promise(v.ctx, v.a, v.id(), v.text("what"), v.text("due")); err != nil {
		p := v.promisePage()
		if p.Problems = problems(err); p.Problems == nil {
			return err
		}
		for i := range p.Fields {
			p.Fields[i].Error = p.Problem(p.Fields[i].Name)
		}
		return v.again(datePage(p))
	}
	return v.seeSaid("/interviews/"+v.id(), "promised", "")
}

func keepPromise(v *visit) error {
	f, err := v.Service.KeepPromise(v.ctx, v.a, v.r.PathValue("promise"))
	if err != nil {
		return err
	}
	return v.seeSaid("/interviews/"+v.id(), "kept-word", f.ID)
}

// interviewPeople are the people of one round.
func interviewPeople(v *visit) error {
	iv, err := v.interview()
	if err != nil {
		return err
	}
	known, err := v.Service.PeopleOf(v.ctx, v.a, string(iv.ID))
	if err != nil {
		return err
	}
	p := PeoplePage{Frame: v.task("People", Link{"/interviews/" + string(iv.ID), title(iv)}), Head: "People at " + title(iv), New: "/people/new?interview=" + string(iv.Application)}
	met, help := PeopleGroup{Label: "Met, or named beforehand"}, PeopleGroup{Label: "Could help"}
	for _, x := range known {
		to := &met
		if slices.ContainsFunc(iv.People, func(o service.PersonInInterview) bool {
			return o.ID == x.ID && (o.Role == afterword.Insider || o.Role == afterword.Advocate)
		}) {
			to = &help
		}
		to.People = append(to.People, v.personRow(x))
	}
	for _, g := range []PeopleGroup{met, help} {
		if len(g.People) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	if iv.Outcome.Ends() {
		p.Note = "You may connect with them now, for example on LinkedIn. Their page keeps that you did."
	}
	return v.show(peoplePage(p))
}
