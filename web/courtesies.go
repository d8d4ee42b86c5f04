package web

// CourtesiesPage is a courteous close for each of the others, once an offer was accepted: drafted in
// one go, each read and approved by itself. Nothing closes on its own (R99).
type CourtesiesPage struct {
	Frame
	Letters []Courtesy
}

// Courtesy is one letter.
type Courtesy struct{ ID, To, Employer, Body string }

func courtesies(v *visit) error {
	notes, err := v.Service.Courtesies(v.ctx, v.a)
	if err != nil {
		return err
	}
	p := CourtesiesPage{Frame: v.task("A word for the others", Link{"/", "Today"})}
	for _, n := range notes {
		p.Letters = append(p.Letters, Courtesy{ID: string(n.ID), To: n.To.Name, Employer: orElse(n.Employer, "An interview"), Body: n.Body})
	}
	return v.show(courtesiesPage(p))
}

func galleryCourtesies() CourtesiesPage {
	return CourtesiesPage{Frame: galleryFrame("", "A word for the others"), Letters: []Courtesy{
		{ID: "a", To: "Lena Hale", Employer: "Hale Studio", Body: "Dear Lena,\n\nThank you for considering me.\n\nI have said yes to another offer, so I step back here.\n\nAsha"},
		{ID: "b", To: "Wen Li", Employer: "Orbit Rail", Body: "Dear Wen,\n\nThank you for the time you gave me.\n\nAsha"}}}
}
