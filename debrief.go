package afterword

import (
	"slices"
	"time"
)

// Debrief is what the candidate wrote down after a sitting. Keys that were not given are nil: a
// later debrief replaces only the keys it holds. The JSON is that of the contract, section 5.
type Debrief struct {
	Met            []Met     `json:"met,omitzero"`
	MetNobodyNamed bool      `json:"met_nobody_named,omitempty"`
	Questions      []Asked   `json:"questions,omitzero"`
	Unsaid         []string  `json:"unsaid,omitzero"`
	CouldHelpWith  string    `json:"could_help_with,omitempty"`
	OwnQuestions   []string  `json:"own_questions,omitzero"`
	Promised       []Pledge  `json:"promised,omitzero"`
	Hear           *Hear     `json:"hear,omitempty"`
	Want           Want      `json:"want,omitempty"`
	WentWell       []string  `json:"went_well,omitzero"`
	NextTime       []string  `json:"next_time,omitzero"`
	FromTheRoom    string    `json:"from_the_room,omitempty"` // anything else from the room (R19)
	Signs          []Sign    `json:"signs,omitzero"`
	OpenQuestions  []string  `json:"open_questions,omitzero"` // to ask if they make an offer (R84)
	Matters        []Matter  `json:"matters,omitzero"`        // each thing that matters to me, held against this job (R82)
	Stated         []Stated  `json:"stated,omitzero"`         // pay, notice, start date, reasons, as told to them
	Just           string    `json:"just,omitempty"`          // free text, kept as it is
	Emptied        []string  `json:"emptied,omitzero"`        // keys of a text that was taken away again: "just"
	Begun          time.Time `json:"-"`
}

// Met is one person met.
type Met struct {
	Person      ID     `json:"person,omitempty"` // filled in when it is stored
	Name        string `json:"name"`
	Email       string `json:"email,omitempty"`
	Role        string `json:"role,omitempty"` // their title
	TalkedAbout string `json:"talked_about,omitempty"`
}

// Asked is a question they asked and what the candidate made of it.
type Asked struct {
	Asked    string `json:"asked"`
	Answered string `json:"answered,omitempty"`
	Felt     string `json:"felt,omitempty"`     // fine, hard or more_to_say
	Reaction string `json:"reaction,omitempty"` // warm, neutral or hard_to_tell
	Better   string `json:"better,omitempty"`
}

// Pledge is a promise as written in a debrief.
type Pledge struct {
	What string `json:"what"`
	Due  Date   `json:"due,omitzero"` // without one: 24 hours after the end
}

// Hear is what they said about the answer to come.
type Hear struct {
	Said         string  `json:"said,omitempty"`
	EitherWay    string  `json:"either_way,omitempty"`    // yes, only_if_yes or unknown
	AnotherRound string  `json:"another_round,omitempty"` // yes, no or unknown
	Channel      Channel `json:"channel,omitempty"`
	NextSteps    string  `json:"next_steps,omitempty"`
}

// Sign is something seen or heard that speaks for or against the place (R81).
type Sign struct {
	Good bool   `json:"good"`
	What string `json:"what"`
}

// Matter is one of the things that matter, in this job: yes, no or ask.
type Matter struct {
	What string `json:"what"`
	Fit  string `json:"fit"`
}

// Stated is something the candidate told them and may be asked again.
type Stated struct {
	About string `json:"about"` // pay, notice, start, reason, other
	Said  string `json:"said"`
}

// Merge is d with every key that o holds put in its place.
func (d Debrief) Merge(o Debrief) Debrief {
	set(&d.Met, o.Met)
	if o.Met != nil {
		d.MetNobodyNamed = false
	}
	if o.MetNobodyNamed {
		d.Met, d.MetNobodyNamed = nil, true
	}
	set(&d.Questions, o.Questions)
	set(&d.Unsaid, o.Unsaid)
	set(&d.OwnQuestions, o.OwnQuestions)
	set(&d.Promised, o.Promised)
	set(&d.WentWell, o.WentWell)
	set(&d.NextTime, o.NextTime)
	set(&d.Signs, o.Signs)
	set(&d.OpenQuestions, o.OpenQuestions)
	set(&d.Matters, o.Matters)
	set(&d.Stated, o.Stated)
	if o.Hear != nil {
		h := *o.Hear
		d.Hear = &h
	}
	emptied := d.Emptied
	d.Emptied = nil
	for _, key := range texts {
		to, from := d.text(key), *o.text(key)
		taken := slices.Contains(o.Emptied, key)
		if from != "" || taken {
			*to = from
		}
		if *to == "" && (taken || slices.Contains(emptied, key)) {
			d.Emptied = append(d.Emptied, key)
		}
	}
	if o.Want != WantUnsaid {
		d.Want = o.Want
	}
	if d.Begun.IsZero() || !o.Begun.IsZero() && o.Begun.Before(d.Begun) {
		d.Begun = o.Begun
	}
	return d
}

// texts are the keys of plain text; unlike a list, an empty one does not tell that it was meant.
var texts = [...]string{"could_help_with", "from_the_room", "just"}

// text is the text of one of those keys, nil for another key.
func (d *Debrief) text(key string) *string {
	switch key {
	case "could_help_with":
		return &d.CouldHelpWith
	case "from_the_room":
		return &d.FromTheRoom
	case "just":
		return &d.Just
	}
	return nil
}

// Empties are those of the texts that are empty: for whoever was shown them and took the words away.
func (d Debrief) Empties(keys ...string) (empty []string) {
	for _, k := range keys {
		if t := d.text(k); t != nil && *t == "" {
			empty = append(empty, k)
		}
	}
	return empty
}

func set[T any](to *[]T, from []T) {
	if from != nil {
		*to = from
	}
}
