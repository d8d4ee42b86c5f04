package note

import "strings"

// fitCould makes ready an offer to help.
func fitCould(raw, lang string, to Recipient) fitted {
	s := tidy(raw)
	if s == "" || !english(lang) {
		return wholeOrNothing(s)
	}
	if knowsNothing(s) {
		return fitted{}
	}
	s = turn(mend(s), to)
	first, rest := splitSentences(s)
	for _, lead := range []string{"i could help with ", "i could help you with ", "i can help with ", "i can help you with ", "could help with ", "can help with ", "i would help with ", "help with ", "helping with ", "help them with ", "help you with ", "helping them with ", "helping you with ", "helping out with ", "with ", "i could help by ", "i can help by ", "by "} {
		if cut, ok := cutFold(first, lead); ok {
			first = cut
			break
		}
	}
	for _, lead := range []string{"i could help to ", "i could help ", "i can help to ", "i can help ", "help to ", "to "} {
		if cut, ok := cutFold(first, lead); ok && len(split(cut)) > 0 && wordSet("base")[split(cut)[0].low] {
			return fitted{form: verb, text: startInside(bare(cut)), rest: closed(rest)}
		}
	}
	ws := split(first)
	if len(ws) == 0 {
		return fitted{}
	}
	switch low := ws[0].low; {
	case gerund(low):
		return fitted{form: phrase, text: startInside(bare(first)), rest: closed(rest)}
	case low == "i" || strings.HasPrefix(low, "i'"):
		return fitted{form: sentence, text: endSentence(first), rest: closed(rest)}
	case wordSet("wh")[low] || isPronoun(low) || strings.HasSuffix(first, "?"):
		return fitted{form: sentence, text: endSentence(startInside(first)), rest: closed(rest)}
	case wordSet("base")[low] && !wordSet("ambiguousbase")[low]:
		return fitted{form: verb, text: startInside(bare(first)), rest: closed(rest)}
	case wordSet("base")[low] && len(ws) > 1 && (wordSet("determiner")[ws[1].low] || ws[1].low == "you"):
		return fitted{form: verb, text: startInside(bare(first)), rest: closed(rest)}
	case wordSet("base")[low] || wordSet("past")[low] || hasFinite(ws, 1) || strings.HasSuffix(first, ".") && hasPast(ws):
		return fitted{form: sentence, text: endSentence(startInside(first)), rest: closed(rest)}
	}
	return fitted{form: phrase, text: article(listTwo(startInside(bare(first))), "the "), rest: closed(rest)}
}

// fitUnsaid makes ready something that was not said: it comes after a colon, so that a phrase and a
// sentence both stand.
func fitUnsaid(raw, lang string) fitted {
	s := tidy(raw)
	if s == "" || !english(lang) {
		return wholeOrNothing(s)
	}
	s = mend(s)
	first, rest := splitSentences(s)
	if head, tail := clauses(first); tail != "" {
		first, rest = head, strings.TrimSpace(endSentence(tail)+" "+rest)
	}
	for _, lead := range []string{"i did not get to say that ", "i did not get to say ", "i didn't get to say that ", "i didn't get to say ",
		"i did not get to mention that ", "i did not get to mention ", "i didn't get to mention ", "i forgot to say that ", "i forgot to mention that ", "i forgot to say ",
		"i forgot to mention ", "forgot to say that ", "forgot to say ", "forgot to mention that ", "forgot to mention ", "did not mention that ", "did not mention ",
		"didn't mention that ", "didn't mention ", "didn't say that ", "didn't say ", "i wanted to say that ", "i wanted to say ", "wanted to say that ", "wanted to say ",
		"i should have said that ", "i should have said ", "should have said that ", "should have said ", "i should have mentioned ", "should have mentioned that ", "should have mentioned ", "that ", "i should have talked about ", "should have talked about ", "i should have told them about ", "tell that ", "tell them that ", "say that ", "talk about ", "tell them about ", "tell her about ", "tell him about ", "mention ", "about "} {
		if cut, ok := cutFold(first, lead); ok {
			first = cut
			break
		}
	}
	ws := split(first)
	if len(ws) == 0 {
		return fitted{}
	}
	if knowsNothing(first) {
		return fitted{}
	}
	low := ws[0].low
	text := startInside(first)
	switch {
	case wordSet("mypredicate")[low] && len(ws) > 1:
		text = "I am " + lowerFirst(first)
	case len(ws) > 1 && ws[1].low == "since" && strings.HasSuffix(low, "ed") && !wordSet("firstpast")[low]:
		text = "I have been " + lowerFirst(first)
	case low == "done" || low == "been" || low == "seen" || low == "written" || low == "given":
		text = "I have " + lowerFirst(first)
	default:
		text = article(text, "my ")
	}
	if wordSet("firstpast")[low] || wordSet("firstpresent")[low] && len(ws) > 1 {
		// Only the subject that everyone hears is added.
		text = "I " + lowerFirst(first)
	}
	return fitted{form: sentence, text: endSentence(text), rest: closed(rest)}
}

// fitQuestion makes ready a question of one's own.
func fitQuestion(raw, lang string) fitted {
	s := tidy(raw)
	if s == "" || !english(lang) {
		return wholeOrNothing(s)
	}
	s = mend(s)
	for _, lead := range []string{"i wanted to ask ", "i forgot to ask ", "i meant to ask ", "wanted to ask ", "forgot to ask ", "ask them ", "ask "} {
		if cut, ok := cutFold(s, lead); ok {
			s = cut
			break
		}
	}
	ws := split(s)
	if len(ws) == 0 {
		return fitted{}
	}
	if cut, ok := cutFold(s, "about "); ok {
		return fitted{form: phrase, text: startInside(bare(strings.TrimRight(cut, "?")))}
	}
	low := ws[0].low
	asks := wordSet("auxiliary")[low] || wordSet("wh")[low] && low != "whether" && low != "if"
	switch {
	case strings.HasSuffix(s, "?") && asks:
		return fitted{form: question, text: startInside(s)}
	case strings.HasSuffix(s, "?"):
		return fitted{form: question, text: startInside(s)}
	case asks && len(ws) > 1 && inverted(ws):
		return fitted{form: question, text: startInside(bare(s)) + "?"}
	}
	return fitted{form: phrase, text: article(startInside(bare(s)), "the ")}
}

// inverted says that a question without its mark has the order of one: "who owns", "how do you".
func inverted(ws []word) bool {
	if wordSet("auxiliary")[ws[0].low] {
		return true
	}
	switch ws[1].low {
	case "many", "much", "long", "often", "far", "big", "soon":
		return ws[0].low == "how"
	}
	for _, w := range ws[1:min(len(ws), 5)] {
		if isPronoun(w.low) {
			return false // "how they test": an indirect one
		}
		if wordSet("auxiliary")[w.low] {
			return true
		}
	}
	return ws[0].low == "who"
}

// fitPromise makes ready something that was promised: a thing, or something to do.
func fitPromise(raw, lang string, to Recipient) fitted {
	s := tidy(raw)
	if s == "" || !english(lang) {
		return wholeOrNothing(s)
	}
	for _, lead := range []string{"i said i would send ", "i will send ", "i promised to send ", "send them ", "send her ", "send him ", "to send ", "sending ", "send over ", "send "} {
		if cut, ok := cutFold(s, lead); ok {
			s = cut
			break
		}
	}
	s = mend(bare(turn(s, to)))
	ws := split(s)
	if len(ws) == 0 {
		return fitted{}
	}
	low := ws[0].low
	switch {
	case low == "i" || isPronoun(low):
		return fitted{form: sentence, text: endSentence(s)}
	case wordSet("base")[low] && (!wordSet("ambiguousbase")[low] || len(ws) > 1 && wordSet("determiner")[ws[1].low]) || low == "call" || low == "email" || low == "finish" || low == "complete" || low == "share":
		return fitted{form: verb, text: startInside(s)}
	case wordSet("determiner")[low] || wordSet("wh")[low] || gerund(low) || low[0] >= '0' && low[0] <= '9' || isLink(s) || strings.HasPrefix(s, "“"):
		return fitted{form: phrase, text: startInside(s)}
	case number(low):
		return fitted{form: phrase, text: startInside(s)}
	}
	text := startInside(s)
	if upperFirst(text) == text && s[ws[0].from:ws[0].to] != "CV" && !capitals(s[ws[0].from:ws[0].to]) && len(ws) > 1 && !wordSet("common")[low] {
		text = lowerThing(s)
	}
	return fitted{form: phrase, text: "the " + text}
}

// lowerThing takes the capital off the first word of a thing that is sent.
func lowerThing(s string) string {
	switch fold(split(s)[0].low) {
	case "portfolio", "case", "link", "references", "reference", "certificate", "certificates", "transcript", "slides", "sample", "samples", "article", "paper", "take-home", "task", "copy":
		return lowerFirst(s)
	}
	return s
}

func number(w string) bool {
	switch w {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return true
	}
	return false
}

func wholeOrNothing(s string) fitted {
	if s == "" {
		return fitted{}
	}
	return fitted{form: sentence, text: endSentence(upperFirst(s))}
}

func bare(s string) string { return strings.TrimRight(s, ".;,:! ") }

func closed(s string) string {
	if s == "" {
		return ""
	}
	return endSentence(s)
}

func cutFold(s, lead string) (string, bool) {
	if len(s) > len(lead) && strings.EqualFold(s[:len(lead)], lead) {
		return strings.TrimSpace(s[len(lead):]), true
	}
	return s, false
}
