package web

import (
	"afterword"
)

// LookBackPage asks three things about how it went, and no mark.
type LookBackPage struct {
	Frame
	At                              string
	WentWell, NextTime, FromTheRoom string
	Want                            string
	Questions                       []afterword.Asked
	Why                             *Why
	Feedback                        bool // they sent some; it is opened on purpose only
}

func (v *visit) lookBackPage() (LookBackPage, error) {
	iv, err := v.interview()
	if err != nil {
		return LookBackPage{}, err
	}
	d, _, err := v.Service.Written(v.ctx, v.a, string(iv.ID))
	if err != nil {
		return LookBackPage{}, err
	}
	at := "/interviews/" + string(iv.ID)
	return LookBackPage{Frame: v.task("Look back", Link{at, title(iv)}), At: at, WentWell: joined("\n", d.WentWell...),
		NextTime: joined("\n", d.NextTime...), FromTheRoom: d.FromTheRoom, Want: string(d.Want), Questions: d.Questions, Why: whys("", []string{"R20", "R21"})}, nil
}

func lookBackForm(v *visit) error {
	p, err := v.lookBackPage()
	if err != nil {
		return err
	}
	return v.show(lookBackPage(p))
}

func lookBack(v *visit) error {
	p, err := v.lookBackPage()
	if err != nil {
		return err
	}
	d := afterword.Debrief{WentWell: orNone(lines(v.text("went_well"))), NextTime: orNone(lines(v.text("next_time"))), FromTheRoom: v.text("from_the_room")}
	if p.FromTheRoom != "" {
		d.Emptied = d.Empties("from_the_room")
	}
	if want := v.text("want"); want != p.Want { // what is only read again is not said again
		d.Want = afterword.Want(want)
	}
	better := v.column("better")
	for i, q := range p.Questions {
		q.Better, q.Reaction = cell(better, i), v.text("reaction-"+itoa(i+1))
		d.Questions = append(d.Questions, q)
	}
	skip := v.text("do") == "skip"
	if skip {
		d = afterword.Debrief{}
	}
	if _, err := v.Service.LookBack(v.ctx, v.a, v.id(), d, skip); err != nil {
		if p.Problems = problems(err); p.Problems == nil {
			return err
		}
		p.WentWell, p.NextTime, p.FromTheRoom, p.Want, p.Questions = v.text("went_well"), v.text("next_time"), v.text("from_the_room"), v.text("want"), d.Questions
		return v.again(lookBackPage(p))
	}
	if skip {
		return v.seeSaid(p.At, "skipped", "")
	}
	return v.seeSaid(p.At, "saved", "")
}
