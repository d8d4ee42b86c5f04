package afterword

// Decision is where the candidate stands, in words and without a score (R80 to R84): the newest Want
// with the signs, the things that matter and the open questions gathered so far.
type Decision struct {
	Want          Want     `json:"want"`
	Signs         []Sign   `json:"signs"`
	Matters       []Matter `json:"matters"`
	OpenQuestions []string `json:"open_questions"`
}
