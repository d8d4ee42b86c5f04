package reading

import "afterword"

// StatedIn finds pay, notice, start date and reasons in an answer.
func StatedIn(question, answer string) []afterword.Stated { return nil }

// Contradicts says that two statements about one thing cannot both hold.
func Contradicts(a, b afterword.Stated) bool {
	return QuestionKey(a.Said) != QuestionKey(b.Said)
}
