package web

import (
	"slices"
	"strings"

	"afterword"
	"afterword/service"
)

// DecidePage is "Do I want it?": words, never a score.
type DecidePage struct {
	Frame
	At                   string
	Want                 string
	Good, Worrying, Asks string
	Matters              []afterword.Matter
	Quotes               []string
	Why                  *Why
}

func (v *visit) decidePage() (DecidePage, error) {
	iv, err := v.interview()
	if err != nil {
		return DecidePage{}, err
	}
	dec, err := v.Service.Decision(v.ctx, v.a, string(iv.ID))
	if err != nil {
		return DecidePage{}, err
	}
	d, _, err := v.Service.Written(v.ctx, v.a, string(iv.ID))
	if err != nil {
		return DecidePage{}, err
	}
	at := "/interviews/" + string(iv.ID)
	dv := decisionView(dec)
	p := DecidePage{Frame: v.task("Do I want it?", Link{at, title(iv)}), At: at, Want: string(dec.Want), Good: joined("\n", dv.Good...),
		Worrying: joined("\n", dv.Worrying...), Asks: joined("\n", dec.OpenQuestions...), Matters: slices.Clone(dec.Matters), Why: whys("", []string{"R80"})}
	for _, m := range v.set.Matters {
		if !slices.ContainsFunc(p.Matters, func(o afterword.Matter) bool { return strings.EqualFold(o.What, m) }) {
			p.Matters = append(p.Matters, afterword.Matter{What: m})
		}
	}
	for _, m := range d.Met {
		if m.TalkedAbout != "" {
			p.Quotes = append(p.Quotes, first(m.Name)+": "+m.TalkedAbout)
		}
	}
	return p, nil
}

func decideForm(v *visit) error {
	p, err := v.decidePage()
	if err != nil {
		return err
	}
	return v.show(decidePage(p))
}

func decide(v *visit) error {
	in := service.DecideInput{Want: v.text("want"), Replace: true, Ask: orNone(lines(v.text("ask"))), Signs: []string{}}
	for _, s := range lines(v.text("good")) {
		in.Signs = append(in.Signs, "+ "+s)
	}
	for _, s := range lines(v.text("worrying")) {
		in.Signs = append(in.Signs, "- "+s)
	}
	for i, what := range v.column("matter") {
		if fit := v.text("fit-" + itoa(i+1)); fit != "" && what != "" {
			in.Matters = append(in.Matters, afterword.Matter{What: what, Fit: fit})
		}
	}
	iv, err := v.Service.Decide(v.ctx, v.a, v.id(), in)
	if err != nil {
		p, err2 := v.decidePage()
		if p.Problems = problems(err); p.Problems == nil || err2 != nil {
			return err
		}
		p.Want, p.Good, p.Worrying, p.Asks = in.Want, v.text("good"), v.text("worrying"), v.text("ask")
		return v.again(decidePage(p))
	}
	return v.seeSaid("/interviews/"+string(iv.ID), "saved", "")
}
