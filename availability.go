package afterword

// Away is a stretch of days on which the candidate cannot be reached or come (R89).
type Away struct {
	ID   ID     `json:"id"`
	From Date   `json:"from"`
	To   Date   `json:"to"`
	Note string `json:"note"`
	// Source is "calendar" for days that came from the calendar that was subscribed to, else empty.
	Source string `json:"source,omitempty"`
}
