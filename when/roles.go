package when

import (
	"slices"
	"strings"
)

// The second look at a clause, for the turns of phrase that no cue knows: who tells whom. It knows
// verbs of telling, words for news, and who may be told; the words between them are free.

var (
	// receivers are who waits to hear.
	receivers = setOf("you applicants applicant candidates candidate everyone everybody all both each person people folk folks ones finalists me those yourselves")
	// telling are verbs of telling as they stand with a helping verb, in the present and as "-ing".
	telling = setOf("tell tells telling ring rings ringing phone phones phoning telephone telephones telephoning call calls calling write writes writing email emails emailing " +
		"mail mails mailing text texts texting message messages messaging contact contacts contacting inform informs informing notify notifies notifying advise advises advising " +
		"update updates updating answer answers answering ping pings pinging revert reverts reverting reply replies replying respond responds responding brief briefs briefing " +
		"let lets letting announce announces announcing reach reaches reaching buzz holler hollers")
	// toldOf are the same verbs when it is over: "I'll have told you", "everybody told by Friday".
	toldOf = setOf("told rung phoned telephoned called written emailed mailed texted messaged contacted informed notified advised updated answered pinged reverted replied responded briefed")
	// getting are verbs of the one who is told.
	getting = setOf("hold holds holding get gets getting have having receive receives receiving find finds see sees become had expect expects await awaits")
	knowing = setOf("hear hears know knows learn learns heard")
	news    = setOf("answer answers ans decision decisions outcome outcomes result results verdict reply replies response responses notifications letter letters mail mails email emails text call calls ring phonecall " +
		"news word words feedback note line message nod yes no confirmation intimation communication notification notice list shortlist offer update sms whatsapp clarity light bell buzz tinkle shout")
	goes = setOf("arrive arrives arriving reach reaches reaching come comes coming go goes going land lands follow follows dated due ready available out posted mailed sent announced published hang hangs hanging up leave leaves leaving")
	// ahead are helping words: what follows them is still to come.
	ahead = setOf("will shall should would can could may might must be being get gets going want wants like hope hopes aim aims expect expects plan plans to")
	// between may stand between a verb and who it is about.
	between = setOf("to at with the names single back up on all each both of the a an every other these those two three four five our also then either any remaining shortlisted successful unsuccessful rest " +
		"be been have hopefully probably definitely certainly surely always both then just only still")
	// dealings are what is done with people who work or visit there.
	dealings = setOf("pay show train want need fetch refund give meet see interview welcome invite send teach host put introduce pick take drive collect expect like love ask offer hire " +
		"help support join thank remind wish let keep hold owe pass bring lend cover reimburse book place start employ consider use work talk speak chat sit discuss go walk before about as than of for and if when " +
		"move transfer promote mentor assign suit fit match visit hear from is are was were do does did have has had")
	// choosing is what an employer does until then, and what may be filled at its end.
	choosing = setOf("same process selection selections recruitment recruiting hiring shortlisting review reviews interview interviews round rounds stage assessment assessments evaluation procedure " +
		"position positions post posts role roles vacancy job jobs names name times time slots dates offers contract contracts appointment appointments application applications cv cvs " +
		"winner person finalist panel board committee choice everything it this that these those they he she we i you who which one someone somebody nobody there thing things matter " +
		"paperwork and then or but , ( ) : - ; ; not successful unsuccessful hr team manager director boss owner head chef matron dean governors trustees partners office department council faculty school university agency client company " +
		"firm recruiter secretary chair chairman chairwoman ceo founder colleague colleagues supervisor principal editor bosses management people so also if whether once when until as us them")
	// adjuncts begin what no longer says what a verb is about.
	adjuncts = setOf("by via from with in over at through under after before once when if whether that because as until without within per during and but or so")
	// matters are what an employer may decide on or tell, besides news.
	matters = setOf("where how who whether more next step steps start date dates salary terms details reference references offer offers shortlist interviewing interviews " +
		"happens happen do done proceed further forward through soon something anything worst best possible latest early late anyway either whichever yet back up out off then " +
		"hire hiring take taking invite inviting appoint appointing go going move moving see fill filling person someone round things whole definite definitive firm final sure exact mind minds what's")
	light    = setOf("a an the our my his her their its this that these those on of about for to new any some all both also only just still it ones own")
	pronouns = setOf("i we they he she it you")
	commands = setOf("and but so then please just do or - , ( : ; kindly")
)

// bareWord is a word without the helping verb that is written with it: "you'll", "everybody's".
func bareWord(w string) (word string, helped bool) {
	if i := strings.IndexByte(w, '\''); i > 0 {
		return w[:i], w[i:] == "'ll" || w[i:] == "'d"
	}
	return w, false
}

// told says that by its words a clause tells the candidate: someone tells them, they get to know, or
// news goes to them.
func told(text string) bool {
	words := strings.Fields(text)
	for i := range words {
		if tellsSomeone(words, i) || getsToKnow(words, i) || newsGoes(words, i) || turnsToYou(words, i) {
			return true
		}
	}
	return false
}

// tellsSomeone reads "ring you", "informs everyone", "told all three of you", "on to you".
func tellsSomeone(words []string, i int) bool {
	w := words[i]
	past := toldOf[w]
	if !past && !telling[w] && !(w == "on" && i+1 < len(words) && words[i+1] == "to") {
		return false
	}
	to := ""
	for k := i + 1; k < min(i+6, len(words)); k++ {
		if b, _ := bareWord(words[k]); receivers[b] {
			to = b
			if !between[b] {
				break
			}
		}
		if !between[words[k]] {
			break
		}
	}
	if to == "" && past && i > 0 {
		if b, _ := bareWord(words[i-1]); receivers[b] && b != "all" {
			to = b
		}
	}
	return to != "" && !byYou(words, i) && (!past || helped(words, i)) && (to != "me" || !commanded(words, i))
}

// turnsToYou reads what someone will do towards the candidate, whatever the verb: "I'll holler at you",
// "he comes back on you". What is done with people who work or visit there is left out.
func turnsToYou(words []string, i int) bool {
	if i < 2 || words[i] != "you" || byYou(words, i) {
		return false
	}
	verb := words[i-1]
	if between[verb] {
		verb = words[i-2]
	}
	return helped(words, i-1) && !dealings[verb] && !ahead[verb] && !adjuncts[words[i-1]] && !subjectWords[words[i-1]]
}

// byYou says that the one who tells is the candidate: "you call", "please tell".
func byYou(words []string, i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		switch b, _ := bareWord(words[k]); b {
		case "you", "please", "kindly":
			return true
		case "i", "we", "they", "he", "she", "it", "us", "her", "him":
			return false
		}
	}
	return false
}

func looksAhead(w string) bool {
	_, will := bareWord(w)
	return will || ahead[w]
}

func helped(words []string, i int) bool {
	for k := i - 1; k >= max(0, i-6); k-- {
		if looksAhead(words[k]) {
			return true
		}
	}
	return false
}

// commanded says that a verb begins its clause, as in "call me".
func commanded(words []string, i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch b, _ := bareWord(words[k]); {
		case slices.Contains([]string{"i", "we", "they", "he", "she", "it", "hr"}, b):
			return false
		case k == i-1 && !commands[b]:
			return false
		}
	}
	return true
}

// getsToKnow reads "everybody gets a text", "you will find our decision", "applicants will know".
func getsToKnow(words []string, i int) bool {
	who, will := bareWord(words[i])
	if !receivers[who] || who == "me" || i > 0 && words[i-1] == "from" {
		return false
	}
	for k := i + 1; k < min(i+6, len(words)); k++ {
		w := words[k]
		switch {
		case w == "have" && k+1 < len(words) && (knowing[words[k+1]] || words[k+1] == "had"): // "will have heard"
		case toldOf[w] && k == i+1 && strings.HasSuffix(words[i], "'re"): // "you're told"
			return true
		case toldOf[w] && k > i+1 && slices.Contains([]string{"be", "are", "is", "get", "gets", "being"}, words[k-1]): // "you will be told"
			return true
		case knowing[w]:
			return (w != "heard" || words[k-1] == "have") && (will || who != "you") && !fromYou(words, k) && (strings.HasPrefix(w, "hear") || !elsewhere(w, strings.Join(words[k+1:], " "), false))
		case getting[w]:
			return k+1 < len(words) && w == "find" && words[k+1] == "out" || (who != "you" || will || helped(words, k)) && newsWithin(words, k+1)
		}
		will = will || ahead[w]
		if !ahead[w] && !between[w] {
			return false
		}
	}
	return false
}

// elsewhere says that words tell of something that is no news for the candidate: "decide on the menu",
// "the answer to our petition". cue is what was found, rest what follows it.
func elsewhere(cue, rest string, noun bool) bool {
	unknown := false
	for i, w := range strings.Fields(rest) {
		b, _ := bareWord(w)
		switch {
		case noun && i == 0 && !slices.Contains([]string{"on", "to", "about", "regarding", "of"}, w), noun && i == 0 && w == "of" && !strings.HasPrefix(lastWord(cue), "result"):
			return false
		case strings.HasPrefix(w, mark), adjuncts[w], noun && (ahead[w] || goes[w] || b == "is" || b == "are"):
			return unknown
		case news[w], receivers[b], choosing[w], matters[w]:
			return false
		case i == 0 && (b == "is" || ahead[w]) || len(w) < 2 && w != "a":
			return false
		}
		unknown = unknown || !light[w] && !between[w] && !strings.HasSuffix(w, "ly")
	}
	return unknown
}

func fromYou(words []string, i int) bool {
	return i+2 < len(words) && words[i+1] == "from" && (words[i+2] == "you" || words[i+2] == "applicants")
}

// newsWithin says that a word for news stands near, as what is got.
func newsWithin(words []string, i int) bool {
	for k := i; k < min(i+6, len(words)); k++ {
		if news[words[k]] && !fromYou(words, k) {
			return true
		}
		if strings.HasPrefix(words[k], mark) || words[k] == "from" || words[k] == "to" {
			return false
		}
	}
	return false
}

// newsGoes reads "our letter goes out", "the answer is coming to me", "a call to applicants", "our
// decision is yours".
func newsGoes(words []string, i int) bool {
	at := func(k int) string {
		if k < 0 || k >= len(words) {
			return ""
		}
		return words[k]
	}
	switch w := words[i]; {
	case w == "coming" || w == "come" || w == "comes":
		return at(i+1) == "to" && (at(i+2) == "you" || at(i+2) == "me") && !byYou(words, i)
	case w == "your":
		return slices.Contains([]string{"mat", "doormat", "inbox", "letterbox", "mailbox", "hands"}, at(i+1)) && at(i-1) != "check"
	case !news[strings.TrimSuffix(w, "'s")] || elsewhere(w, strings.Join(words[min(i+1, len(words)):], " "), true) || at(i-1) == "to" || at(i-1) == "your" || at(i-1) == "you" || at(i-1) == "no" || w == "note" && at(i+1) == ":":
		return false
	}
	for k := i + 1; k < min(i+7, len(words)); k++ {
		switch w := words[k]; {
		case w == "yours":
			return true
		case w == "to" && receivers[at(k+1)], w == "from" && (at(k+1) == "me" || at(k+1) == "us"):
			return true
		case goes[w]:
			return (at(i-1) != "a" || w != "due") && at(k+1) != "us" && at(k+1) != "me"
		case strings.HasPrefix(w, mark) || w == "from" && at(k+1) == "you":
			return false
		}
	}
	return false
}

// givesElsewhere says that another than those who choose gives or gets what a noun names: "every
// ticket gets a reply".
func givesElsewhere(before string) bool {
	words := strings.Fields(before)
	n := len(words)
	for n > 0 && light[words[n-1]] {
		n--
	}
	if n < 2 || n == len(words) || !strings.HasSuffix(words[n-1], "s") || strings.HasSuffix(words[n-1], "'s") {
		return false
	}
	verb, who := words[n-1], words[n-2]
	return !choosing[verb] && !receivers[verb] && !news[verb] && !matters[verb] && !fillers[verb] && !ofNews(who)
}

// ofNews says that what stands before a verb is an answer, a person or the choice itself.
func ofNews(before string) bool {
	words := strings.Fields(before)
	n := len(words)
	for n > 0 && (ahead[words[n-1]] || words[n-1] == "alike" || strings.HasSuffix(words[n-1], "ly")) {
		n--
	}
	if n == 0 {
		return true
	}
	w, _ := bareWord(words[n-1])
	return news[w] || receivers[w] || choosing[w] || strings.HasPrefix(w, mark) || w == others
}
