package reading

import (
	"slices"
	"strings"
)

// QuestionKey is the same for questions that ask the same in other words. It is a function of the
// words alone, so grouping by it never depends on what else was asked: the questions that every
// interview has are known by their turns of phrase, any other by the words that carry it.
func QuestionKey(q string) string {
	words := questionWords(q)
	if class := classOf(words); class != "" {
		return class
	}
	carry := carrying(words)
	if len(carry) == 0 {
		for _, w := range words {
			carry = append(carry, w.concept)
		}
		return strings.Join(carry, " ")
	}
	slices.Sort(carry)
	return strings.Join(slices.Compact(carry), " ")
}

// QuestionWords are the words that carry a text, each in the form that its near relatives share, and
// for one of the questions that every interview has the words it is known by. Two texts about the
// same thing share some.
func QuestionWords(text string) []string {
	words := questionWords(text)
	carry := carrying(words)
	if class := classOf(words); class != "" {
		carry = append(carry, classWords()[class[1:]]...)
	}
	slices.Sort(carry)
	return slices.Compact(carry)
}

// AnswerWords are the words that carry an answer, in the forms that QuestionWords has.
func AnswerWords(text string) []string {
	carry := carrying(questionWords(text))
	slices.Sort(carry)
	return slices.Compact(carry)
}

// carrying are the words that say what a question is about.
func carrying(words []questionWord) []string {
	list := make([]string, 0, len(words))
	for _, w := range words {
		if !emptyWord()[w.concept] {
			list = append(list, w.concept)
		}
	}
	return list
}

// classOf is the class of a question that every interview has, or nothing. A class begins with "=",
// which no word does.
func classOf(words []questionWord) string {
	var has wordSet
	for _, w := range words {
		if n, ok := ruleWords()[w.concept]; ok {
			has.add(n)
		}
		if w.name {
			has.add(ruleWords()["@"])
		}
	}
	for i := range questionRules() {
		if r := &questionRules()[i]; r.fits(words, &has) {
			return "=" + r.class
		}
	}
	return ""
}
