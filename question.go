package afterword

// Question is one question of the bank with every answer that was given to it.
type Question struct {
	Asked   string   `json:"asked"`
	Times   int      `json:"times"`
	Answers []Answer `json:"answers"`
}

// Answer is what was said to a question in one interview.
type Answer struct {
	Interview ID     `json:"interview"`
	Employer  string `json:"employer"`
	Round     int    `json:"round"`
	On        Date   `json:"on"`
	Answered  string `json:"answered"`
	Better    string `json:"better"`
	Felt      string `json:"felt"`
	Reaction  string `json:"reaction"`
}
