package afterword

// Account is one person's search. On one's own computer there is exactly one.
type Account struct {
	ID       ID       `json:"id"`
	Settings Settings `json:"settings"`
	Version  int      `json:"version"`
}

// Actor is who asks for something: whose data it is and from which face they come.
type Actor struct {
	Account ID
	Face    string // cli or web, for the record
}

// Settings are what a person says of themselves once. Every one may be left empty.
type Settings struct {
	Name       string   `json:"name"`
	Email      string   `json:"email"`
	SignOff    string   `json:"sign_off"`    // the close of a letter: "Kind regards"
	Link       string   `json:"link"`        // portfolio or profile
	Zone       string   `json:"zone"`        // IANA name of the own zone; empty is the machine's
	Region     string   `json:"region"`      // ISO 3166 for public holidays and for 12/04; empty is none
	Weekend    string   `json:"weekend"`     // "sat,sun" when empty
	Formal     bool     `json:"formal"`      // "Dear Ms Nair" where a title is known, full name else
	Matters    []string `json:"matters"`     // up to five things that matter to me (R82)
	NextStep   string   `json:"next_step"`   // if it is no, my next step (R87)
	GoodThings []string `json:"good_things"` // own list for waiting days (R88)
	MailApp    string   `json:"mail_app"`    // how a letter opens: mailto, gmail, outlook, share or copy; empty is mailto
	Theme      string   `json:"theme"`       // light, dark or empty for the system's
	Shortcuts  bool     `json:"shortcuts"`   // single keys, off for new people (WCAG 2.1.4)

	// Prepared are questions of the bank that nobody asked yet, taken from a list (R91).
	Prepared []Asked  `json:"prepared,omitempty"`
	ToAsk    []string `json:"to_ask,omitempty"` // own questions, for any interview

	// Holidays are the days of the person's own holiday files, by region; "" is no region.
	Holidays     map[string][]Date `json:"holidays,omitempty"`
	AwayCalendar string            `json:"away_calendar,omitempty"` // the address from which away dates come
}

// MattersLimit is how many things may matter (R82).
const MattersLimit = 5
