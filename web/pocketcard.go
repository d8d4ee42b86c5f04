package web

import "afterword"

// PocketPage is five things to ask before you leave the room.
type PocketPage struct {
	Frame
	About string
	Over  string // where "it is over now" is sent
	Asks  []Ask
}

// Ask is one of the five.
type Ask struct{ Text, Small string }

// asks are R01 to R05, in the order of the room.
func asks() []Ask {
	return []Ask{{Text: "When will I hear?", Small: "And how do you decide?"}, {Text: "Do you tell people either way?"}, {Text: "Is there another round?"},
		{Text: "What is the best way to reach you?"}, {Text: "May I have your names and emails?", Small: "Or ask at the front desk."}}
}

func pocketCard(v *visit) error {
	iv, err := v.interview()
	if err != nil {
		return err
	}
	at := "/interviews/" + string(iv.ID)
	p := PocketPage{Frame: v.task("Before you leave, ask", Link{at, title(iv)}), About: joined(", ", title(iv), v.dayOf(iv)), Asks: asks()}
	p.Class = "pocketpage"
	if iv.Start != nil && iv.Start.Before(v.now) && iv.State == afterword.StateComingUp {
		p.Over = at + "/over"
	}
	return v.show(pocketPage(p))
}
