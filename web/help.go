package web

import "afterword"

// HelpPage says how it works, and why.
type HelpPage struct {
	Frame
	Practices []PracticeRow
}

// PracticeRow is one practice with where it comes from.
type PracticeRow struct{ ID, Title, Says, From string }

func help(v *visit) error {
	return v.show(helpPage(HelpPage{Frame: v.task("Help", Link{"/", "Today"})}))
}

func practices(v *visit) error {
	p := HelpPage{Frame: v.task("Why we say what we say", Link{"/help", "Help"})}
	for _, x := range afterword.Practices() {
		row := PracticeRow{ID: x.ID, Title: x.Title, Says: x.Says}
		for _, a := range x.From() {
			row.From = joined("; ", row.From, a.String())
		}
		p.Practices = append(p.Practices, row)
	}
	return v.show(practicesPage(p))
}

// FindPage is the answer to Ctrl K.
type FindPage struct {
	Frame
	Words string
	Hits  []Row
	Goes  []Row
}

func find(v *visit) error {
	p := FindPage{Frame: v.frame("", "Find"), Words: v.query("q")}
	p.Back = &Link{"/", "Today"}
	if p.Words != "" {
		hits, err := v.Service.Find(v.ctx, v.a, p.Words)
		if err != nil {
			return err
		}
		for _, h := range hits {
			p.Hits = append(p.Hits, hitRow(h.Kind, string(h.ID), string(h.Interview), h.Text))
		}
	}
	p.Goes = []Row{{Href: "/add", Title: "Add an interview"}, {Href: "/notes", Title: "Kept notes"}, {Href: "/people/referees", Title: "Referees"},
		{Href: "/you/away", Title: "Away dates"}, {Href: "/you/data", Title: "My data"}}
	return v.show(findPage(p))
}

// hitRow is something found, with where it stands.
func hitRow(kind, id, interview, text string) Row {
	at := "/interviews/" + interview
	switch kind {
	case "interview", "application":
		return Row{Href: at, Title: text, Small: "Interview"}
	case "person":
		return Row{Href: "/people/" + id, Title: text, Small: "Person"}
	case "note":
		return Row{Href: "/notes/" + id, Yours: text, Small: "Note"}
	case "message":
		return Row{Href: at, Yours: text, Small: "What they wrote"}
	}
	return Row{Href: at + "/debrief/check", Yours: text, Small: "Your notes"}
}
