package web

import (
	"strings"

	"afterword"
	"afterword/service"
)

// RefereesPage is who speaks for the candidate, with what they know.
type RefereesPage struct {
	Frame
	List []RefereeRow
	Past []string // who was replaced, with what they were told
	Who  string
	Mail string
	On   string
}

// RefereeRow is one referee.
type RefereeRow struct {
	ID, Name, Email, Agreed string
	Told                    []ToldRow
	Interviews              []Option // for which they may get points
}

// ToldRow is where one referee stands with one application.
type ToldRow struct {
	Employer, Says string
	Points         []string
	Write          *Do // tell them
	Knows          *Do // they were told outside
	Spare          *Do // not needed for this one
}

func (v *visit) refereesPage() (RefereesPage, error) {
	all, err := v.Service.Referees(v.ctx, v.a)
	if err != nil {
		return RefereesPage{}, err
	}
	open := true
	list, _, err := v.Service.Lines(v.ctx, v.a, service.ListFilter{Open: &open, Limit: perPage})
	if err != nil {
		return RefereesPage{}, err
	}
	list = onePursuit(list)
	now, err := v.Service.Today(v.ctx, v.a)
	if err != nil {
		return RefereesPage{}, err
	}
	p := RefereesPage{Frame: v.frame("People", "Referees")}
	p.Back = &Link{"/people", "People"}
	names := map[afterword.ID]string{}
	for _, r := range all {
		names[r.ID] = r.Name
	}
	for _, r := range all {
		row := v.refereeRow(r, list, now.Steps)
		if r.ReplacedBy == "" {
			p.List = append(p.List, row)
			continue
		}
		says := r.Name + ": " + orElse(names[r.ReplacedBy], "someone else") + " speaks for you now"
		for _, t := range row.Told {
			says += ". " + t.Employer + ": " + lower(t.Says)
		}
		p.Past = append(p.Past, says+".")
	}
	return p, nil
}

// onePursuit keeps the newest round of each application.
func onePursuit(list []service.LineView) (one []service.LineView) {
	seen := map[afterword.ID]bool{}
	for _, l := range list {
		if !seen[l.Application] {
			seen[l.Application] = true
			one = append(one, l)
		}
	}
	return one
}

func (v *visit) refereeRow(r service.RefereeView, open []service.LineView, now []afterword.Step) RefereeRow {
	row := RefereeRow{ID: string(r.ID), Name: r.Name, Email: r.Email, Agreed: v.Day(r.Agreed)}
	told := map[afterword.ID]service.RefereeTold{}
	for _, t := range r.Told {
		told[t.Application] = t
	}
	for _, l := range open {
		row.Interviews = append(row.Interviews, Option{Value: string(l.Interview), Label: joined(", ", name(l), l.Role)})
		t, known := told[l.Application]
		if !known {
			t = service.RefereeTold{Interview: l.Interview, Application: l.Application, Employer: orElse(l.Employer, l.Role)}
		}
		write := v.writeNow(l.Application, r.ID, open, now)
		if known || write != nil {
			delete(told, l.Application)
			shown := v.toldRow(t)
			if shown.Write = write; t.HeadsUp == nil && !t.NotNeeded {
				of := []Pair{{"interview", string(t.Interview)}}
				shown.Knows = &Do{Action: "/people/referees/" + row.ID + "/knows", Label: "They know", About: row.Name + ", " + shown.Employer, Fields: of}
				shown.Spare = &Do{Action: "/people/referees/" + row.ID + "/done", Label: "Not needed", About: row.Name + ", " + shown.Employer, Fields: of}
			}
			row.Told = append(row.Told, shown)
		}
	}
	for _, t := range r.Told { // what is closed
		if _, left := told[t.Application]; left {
			row.Told = append(row.Told, v.toldRow(t))
		}
	}
	return row
}

// writeNow is the note to a referee that an application asks for now, if it does.
func (v *visit) writeNow(application, person afterword.ID, open []service.LineView, now []afterword.Step) *Do {
	for _, s := range now {
		if s.Person != person || s.Kind != afterword.StepRefereeHeadsUp && s.Kind != afterword.StepRefereeThanks {
			continue
		}
		for _, l := range open {
			if l.Application == application && l.Interview == s.Interview {
				label := "Tell them"
				if s.Kind == afterword.StepRefereeThanks {
					label = "Thank them"
				}
				return &Do{Action: "/interviews/" + string(s.Interview) + "/write", Label: label, About: orElse(l.Employer, l.Role), Fields: []Pair{{"kind", string(noteKinds[s.Kind])}, {"to", string(person)}}}
			}
		}
	}
	return nil
}

func (v *visit) toldRow(t service.RefereeTold) ToldRow {
	row := ToldRow{Employer: orElse(t.Employer, "An interview"), Points: t.Points}
	var says []string
	if t.HeadsUp != nil {
		says = append(says, "Told "+v.Day(afterword.DateOf(t.HeadsUp.In(v.loc))))
	}
	if t.Thanked != nil {
		says = append(says, "Thanked "+v.Day(afterword.DateOf(t.Thanked.In(v.loc))))
	}
	if t.NotNeeded {
		says = append(says, "Not needed for this one")
	}
	row.Says = orElse(strings.Join(says, ", "), "Not told yet")
	return row
}

func referees(v *visit) error {
	p, err := v.refereesPage()
	if err != nil {
		return err
	}
	return v.show(refereesPage(p))
}

// refereesAgain shows the list with what is wrong; box says where that goes when it has a place of its own.
func (v *visit) refereesAgain(err error, boxes map[string]string) error {
	p, err2 := v.refereesPage()
	if p.Problems = problems(err); p.Problems == nil || err2 != nil {
		return err
	}
	p.Problems[0].Field = orElse(boxes[p.Problems[0].Field], "main")
	p.Who, p.Mail, p.On = v.text("who"), v.text("mail"), v.text("agreed")
	return v.again(refereesPage(p))
}

// mailboxOf is a name with its address, as the person typed them.
func (v *visit) mailboxOf() string {
	who := v.text("who")
	if mail := v.text("mail"); mail != "" {
		who += " <" + mail + ">"
	}
	return who
}

func addReferee(v *visit) error {
	if _, err := v.Service.RefereeAdd(v.ctx, v.a, v.mailboxOf(), v.text("agreed")); err != nil {
		return v.refereesAgain(err, map[string]string{"referee": "who", "agreed": "agreed"})
	}
	return v.seeSaid("/people/referees", "added", "")
}

func refereeAgreed(v *visit) error {
	if _, err := v.Service.RefereeAgreed(v.ctx, v.a, v.id(), v.text("agreed")); err != nil {
		return v.refereesAgain(err, nil)
	}
	return v.seeSaid("/people/referees", "noted", "")
}

func refereePoints(v *visit) error {
	if _, err := v.Service.RefereePoints(v.ctx, v.a, v.id(), v.text("interview"), lines(v.text("points"))); err != nil {
		return v.refereesAgain(err, map[string]string{"points": "points-" + v.id()})
	}
	return v.seeSaid("/people/referees", "saved", "")
}

// refereeDone spares a referee for one application.
func refereeDone(v *visit) error {
	if _, err := v.Service.RefereeDone(v.ctx, v.a, v.id(), v.text("interview")); err != nil {
		return err
	}
	return v.seeSaid("/people/referees", "spared", "")
}

// refereeKnows keeps that a referee was told outside.
func refereeKnows(v *visit) error {
	if _, err := v.Service.RefereeKnows(v.ctx, v.a, v.id(), v.text("interview")); err != nil {
		return err
	}
	return v.seeSaid("/people/referees", "noted", "")
}

// replaceReferee puts someone else in the place of a referee who can no longer speak.
func replaceReferee(v *visit) error {
	if _, err := v.Service.RefereeReplace(v.ctx, v.a, v.id(), v.mailboxOf()); err != nil {
		return v.refereesAgain(err, map[string]string{"by": "by-" + v.id()})
	}
	return v.seeSaid("/people/referees", "replaced", "")
}
