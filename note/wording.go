package note

import (
	"fmt"
	"strings"
	"unicode"

	"afterword"
)

// private stops what reads like a note to oneself, until the person has looked at it.
func (e *examination) private() {
	if !e.english {
		return
	}
	book := phrases("private")
	for i := 0; i < len(e.ws); {
		at, p, n := e.find(book, i)
		if p == nil {
			break
		}
		i = n + 1
		if e.lookedAt(at) || e.told(at.pair()) || n > 0 && e.in[n-1] == e.in[n] && wordSet("group")[e.ws[n-1].low] {
			continue
		}
		e.add("private", afterword.Stop, "'"+short(e.cite(at))+"' reads like a note to yourself. Keep it out?", at.pair())
		return
	}
	at := e.spokenOf()
	if at == (span{}) {
		at = e.aside()
	}
	if at == (span{}) {
		at = e.intimate()
	}
	if at != (span{}) && !e.lookedAt(at) {
		e.add("private", afterword.Stop, "'"+short(e.cite(at))+"' reads like a note to yourself. Keep it out?", at.pair())
		return
	}
	e.ok("private", "Nothing private")
}

func (e *examination) lookedAt(at span) bool {
	for _, p := range e.k.LookedAt {
		if strings.EqualFold(strings.Join(strings.Fields(p), " "), strings.Join(strings.Fields(e.cite(at)), " ")) {
			return true
		}
	}
	return false
}

// spokenOf finds the recipient as a third person: "Priya talked about …" in a letter to Priya.
func (e *examination) spokenOf() span {
	if e.to.given == "" || e.to.family == "" || e.greet == (span{}) {
		return span{}
	}
	given := fold(e.to.given)
	for i := range e.ws {
		if e.ws[i].low != given || e.ws[i].from >= e.sign || e.ws[i].to <= e.greet.to || i > 0 && e.in[i-1] == e.in[i] || i+1 >= len(e.ws) {
			continue
		}
		if next := e.ws[i+1].low; e.in[i+1] == e.in[i] && (wordSet("verbsaid")[next] || next == "seemed" || next == "was" || next == "is" || next == "has" || next == "had" || next == "looked" || next == "liked") {
			return span{e.ws[i].from, e.ws[i+1].to}
		}
	}
	return span{}
}

// intimate finds a word that is nobody's business in a sentence about someone, unless it is about work.
func (e *examination) intimate() span {
	for i, w := range e.ws {
		if !wordSet("intimate")[w.low] || w.from >= e.sign {
			continue
		}
		about, work := false, false
		for j, o := range e.ws {
			if e.in[j] != e.in[i] {
				continue
			}
			about = about || wordSet("someone")[o.low] || wordSet("spokento")[o.low]
			work = work || wordSet("atwork")[o.low] || wordSet("group")[o.low]
		}
		if about && !work {
			return span{w.from, w.to}
		}
	}
	return span{}
}

// aside finds a whole sentence in brackets about someone, and not to anyone: "(Kept looking at his watch.)"
func (e *examination) aside() span {
	for i := e.greet.to; i < e.sign; i++ {
		if e.s[i] != '(' {
			continue
		}
		n := strings.IndexByte(e.s[i:e.sign], ')')
		before := strings.TrimRight(e.s[:i], " \n")
		if n < 0 || !ended(before) && before != e.s[:e.greet.to] || !ended(e.s[i+1:i+n]) {
			continue
		}
		about, to := false, false
		for _, w := range e.wordsIn(span{i, i + n}) {
			about = about || wordSet("mood")[w.low] || wordSet("someone")[w.low]
			to = to || wordSet("spokento")[w.low]
		}
		if about && !to {
			return span{i, i + n + 1}
		}
	}
	return span{}
}

// tone is for the guard: a letter that sounds hurt rests until tomorrow.
func (e *examination) tone() {
	if !e.english {
		return
	}
	if at, _ := e.angry(); at != (span{}) {
		e.add("tone", afterword.Advice, "This sounds hurt. Keep it in the drawer until tomorrow?", at.pair())
		return
	}
	e.ok("tone", "Friendly")
}

// angry finds what sounds hurt: one strong phrase, or three weak ones.
func (t *text) angry() (span, int) {
	if !t.english {
		return span{}, 0
	}
	if at, p, _ := t.find(phrases("tone"), 0); p != nil {
		return at, 1
	}
	weak := phrases("tone-weak")
	var last span
	n := 0
	for i := 0; i < len(t.ws); {
		at, p, next := t.find(weak, i)
		if p == nil {
			break
		}
		n, last, i = n+1, at, next+1
	}
	if strings.Contains(t.s, "?!") || strings.Contains(t.s, "!?") || strings.Contains(t.s, "??") {
		n++
	}
	if n >= 3 {
		return last, n
	}
	return span{}, n
}

// calm advises a calmer wording where a letter sounds pressed.
func (e *examination) calm() {
	if e.english {
		if at, p, _ := e.find(phrases("calm"), 0); p != nil {
			says := "'" + short(e.cite(at)) + "' may sound pressed. Try '" + p.calmer + "'."
			if p.calmer == "leave it out" {
				says = "'" + short(e.cite(at)) + "' may sound pressed. Try without it."
			}
			e.add("calm", afterword.Advice, says, at.pair())
			return
		}
	}
	if i := strings.Index(e.s, "!!"); i >= 0 && e.marks() < marksMany {
		end := i + len(e.s[i:]) - len(strings.TrimLeft(e.s[i:], "!"))
		e.add("calm", afterword.Advice, "'"+e.s[i:end]+"' may sound pressed. Try a full stop.", &[2]int{i, end})
		return
	}
	e.ok("calm", "Calm")
}

// oneOf advises on the first phrase of a book.
func (e *examination) oneOf(check, good, says string) {
	if !e.english {
		return
	}
	book := phrases(check)
	for i := 0; i < len(e.ws); {
		at, p, k := e.find(book, i)
		if p == nil {
			break
		}
		if i = k + 1; check == "pressure" && e.theySaid(k) {
			continue
		}
		e.add(check, afterword.Advice, "'"+short(e.cite(at))+"': "+says, at.pair())
		return
	}
	e.ok(check, good)
}

// theySaid says that a sentence tells what the others said: "you said that you would decide by Friday".
func (e *examination) theySaid(i int) bool {
	for j := i - 1; j > 0 && e.in[j] == e.in[i]; j-- {
		if (e.ws[j-1].low == "you" || e.ws[j-1].low == "they" || e.ws[j-1].low == "had") && (wordSet("verbsaid")[e.ws[j].low] || wordSet("past")[e.ws[j].low] || e.ws[j].low == "expected" || e.ws[j].low == "had" || e.ws[j].low == "were") {
			return true
		}
	}
	return false
}

func (e *examination) money() {
	if e.isThanks() || e.kind == afterword.AgencyThanks || e.kind == afterword.StatusQuestion {
		if at := e.asksForPay(); at != (span{}) {
			e.add("money", afterword.Advice, "'"+short(e.cite(at))+"': that can wait for an offer.", at.pair())
			return
		}
		e.oneOf("money", "No word of pay or holidays", "that can wait for an offer.")
	}
}

// asksForPay finds a question with pay or a sum in it.
func (e *examination) asksForPay() span {
	for i, w := range e.ws {
		pay := e.s[w.from:w.to] == w.low && wordSet("paynoun")[w.low] && (i+1 == len(e.ws) || !wordSet("paything")[e.ws[i+1].low])
		if !pay && !e.sum(i) {
			continue
		}
		last := i
		for last+1 < len(e.ws) && e.in[last+1] == e.in[i] {
			last++
		}
		if strings.HasPrefix(e.s[e.ws[last].to:], "?") && e.english {
			return span{w.from, w.to}
		}
	}
	return span{}
}

func (e *examination) gift() {
	switch e.kind {
	case afterword.RefereeThanks, afterword.RefereeHeadsUp, afterword.AskWord, afterword.AskInsider, afterword.StayInTouchNote:
		return // friends may have lunch
	}
	e.oneOf("gift", "No gifts", "words are enough, a gift can embarrass.")
}

func (e *examination) excuse() {
	if at := e.mishap(); at != (span{}) {
		e.add("excuse", afterword.Advice, "'"+short(e.cite(at))+"': they may not have noticed. Say what you would add instead?", at.pair())
		return
	}
	e.oneOf("excuse", "No excuses", "they may not have noticed. Say what you would add instead?")
}

// mishap finds a sentence of mine that has a stumble and what it came from.
func (e *examination) mishap() span {
	if !e.english {
		return span{}
	}
	for i, w := range e.ws {
		if !wordSet("stumble")[w.low] || !e.sentenceHas(i, "i") && !e.sentenceHas(i, "my") && !e.sentenceHas(i, "me") {
			continue
		}
		for j, m := range e.ws {
			if e.in[j] == e.in[i] && wordSet("mishap")[m.low] {
				return span{w.from, w.to}
			}
		}
	}
	return span{}
}

func (e *examination) pressure() {
	switch e.kind {
	case afterword.AnswerOffer, afterword.Withdrawal, afterword.Reply, afterword.PromisedNote:
		return // a day is what these are about
	}
	e.oneOf("pressure", "Leaves them their time", "that presses them. Ask, and leave the day to them?")
}

func (e *examination) blaming() {
	e.oneOf("blaming", "Blames nobody", "that reads as blame. Say it without a you?")
}

// length advises from 150 words on, firmly from 200.
func (e *examination) length() {
	n := len(e.ws)
	switch {
	case n > 200:
		e.add("length", afterword.Advice, fmt.Sprintf("%d words. Please cut this down. Up to %d is easy to read.", n, wordsAimed), nil)
	case n > 150:
		e.add("length", afterword.Advice, fmt.Sprintf("%d words. Up to %d is easy to read.", n, wordsAimed), nil)
	case (e.k.Channel == afterword.MessageText || e.k.Channel == afterword.Portal) && Characters(e.s) > charsForm:
		e.add("length", afterword.Advice, fmt.Sprintf("%d characters. Under 300 fits everywhere.", Characters(e.s)), nil)
	case e.k.Channel == afterword.Post && n > wordsCard:
		e.add("length", afterword.Advice, fmt.Sprintf("%d words. Up to %d fit on a card.", n, wordsCard), nil)
	default:
		e.ok("length", count(n, "word", "words"))
	}
}

// thanks looks for a thank-you in the first two sentences that says what for.
func (e *examination) thanks() {
	if !e.english || !e.thanksKind() {
		return
	}
	at, p, i := e.find(phrases("thanks"), 0)
	switch {
	case e.found("tone"):
		return // first things first
	case p == nil && e.found("unfinished"):
		return // it may be about to
	case p == nil:
		e.add("thanks", afterword.Advice, "It does not thank them yet. Begin with that?", nil)
	case e.isThanks() && e.sentencesBefore(i) > 2:
		e.add("thanks", afterword.Advice, "The thanks come late. Begin with them?", at.pair())
	case e.found("placeholder", "unfinished", "gap"):
		e.ok("thanks", "Says thanks")
	case e.isThanks() && !e.shortForm() && !e.passed("gap") && (e.ownContent() < ownContentEnough || e.barelyThanks()):
		e.add("thanks", afterword.Advice, "It thanks them. Say what for?", at.pair())
	default:
		e.ok("thanks", "Thanks, and says what for")
	}
}

// barelyThanks says that every thank-you of the letter is two or three words long, and tells nothing.
func (e *examination) barelyThanks() bool {
	book := phrases("thanks")
	for i := 0; i < len(e.ws); {
		_, p, at := e.find(book, i)
		if p == nil {
			return true
		}
		first, last, what := at, at, false
		for first > 0 && e.in[first-1] == e.in[at] {
			first--
		}
		for last+1 < len(e.ws) && e.in[last+1] == e.in[at] {
			last++
			what = what || e.ws[last].low == "for"
		}
		if e.ws[at].from >= e.sign {
			return true
		}
		if what || last-first >= bareThanks {
			return false
		}
		i = last + 1
	}
	return true
}

// bareThanks is how many words more than one a sentence needs to say what the thanks are for (ours).
const bareThanks = 4

// sentencesBefore counts the sentences between the greeting and word i.
func (e *examination) sentencesBefore(i int) int {
	first := 0
	for first < len(e.ws) && e.ws[first].to <= e.greet.to {
		first++
	}
	if first >= len(e.in) || i < first {
		return 0
	}
	return e.in[i] - e.in[first]
}

// ownContent counts the words that any thank-you could not hold.
func (e *examination) ownContent() int {
	n := 0
	firms, people := e.firmWords(), e.recipientWords()
	for i, w := range e.ws {
		if w.to <= e.greet.to || w.from >= e.sign || len([]rune(w.low)) < 3 || worn(w.low) || wordSet("preposition")[w.low] || wordSet("determiner")[w.low] ||
			wordSet("auxiliary")[w.low] || wordSet("pronoun")[w.low] || wordSet("wh")[w.low] {
			continue
		}
		low := plain(w.low)
		if day(w.low) || e.in[i] == 0 && i == 0 || has(people, low) || has(firms, low) {
			continue
		}
		if n++; n == ownContentEnough {
			break
		}
	}
	return n
}

// ownContentEnough is how many words of their own make a thank-you more than thanks (ours).
const ownContentEnough = 3

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// worn are the words of every thank-you.
func worn(w string) bool {
	switch w {
	case "thank", "thanks", "thankful", "grateful", "gratitude", "appreciate", "appreciated", "time", "today", "yesterday", "taking", "taken", "take", "took", "interview", "interviewing", "interviewed", "meet", "meeting", "met", "meetings",
		"speak", "speaking", "spoke", "talk", "talking", "talked", "conversation", "chat", "chatting", "discuss", "discussing", "discussion", "opportunity", "chance", "consider", "considering", "consideration", "considered", "look", "looking", "forward", "hearing",
		"hear", "soon", "again", "just", "wanted", "want", "say", "write", "writing", "express", "much", "very", "really", "truly", "sincerely", "sincere", "regards", "best", "kind", "warm", "hope", "hoping", "well", "pleasure", "great", "good", "nice",
		"wonderful", "lovely", "enjoyed", "role", "position", "job", "company", "team", "interested", "interest", "excited", "remain", "still", "learn", "learning", "learned", "learnt", "work", "working", "join", "joining", "see", "seeing", "please", "let", "know", "need",
		"anything", "else", "further", "information", "questions", "contact", "hesitate", "like", "love", "busy", "schedule", "day", "week", "morning", "afternoon", "evening", "and", "not", "with", "all", "everyone", "everything", "back", "once", "giving",
		"gave", "given", "you", "your", "feel", "free", "luck", "wish", "wishes", "yours", "faithfully", "dear", "sir", "also", "too", "here", "there", "now", "then", "next", "steps", "step", "process", "reach", "out", "made", "making", "make", "valuable", "precious", "kindly", "kindness", "many":
		return true
	}
	return false
}

func (e *examination) want() {
	if e.k.Brief == nil || !e.isThanks() || !e.english || e.k.Brief.Want != afterword.WantStill || e.shortForm() || e.k.Brief.To.Role == afterword.FrontDesk {
		return
	}
	if e.has(phrases("want")) {
		e.ok("want", "Says you want the job")
		return
	}
	e.add("want", afterword.Advice, "You still want it. Say so in one line?", nil)
}

// could is asked of letters that an offer to help was kept for; the points of a table are spread.
func (e *examination) could() {
	b := e.k.Brief
	if b == nil || !e.isThanks() || !e.english || b.Want != afterword.WantStill || b.Late || e.shortForm() || b.To.Role == afterword.FrontDesk || b.Unnamed {
		return
	}
	if t := tableOf(*b); t.could < 0 && (t.seat > 0 || len(couldItems(b.Debrief)) > 0) {
		return // it stands, or belongs, in somebody else's letter
	}
	if e.has(phrases("could")) {
		e.ok("could", "Says what you could do")
		return
	}
	e.add("could", afterword.Advice, "What could you help with?", nil)
}

// questions advises from three questions on; an answer to an offer may settle more.
func (e *examination) questions() {
	n, last := 0, 0
	for i := 0; i < len(e.s); i++ {
		if e.s[i] == '?' && (i+1 >= len(e.s) || e.s[i+1] != '?' && !isWordByte(e.s[i+1])) {
			n, last = n+1, i
		}
	}
	for i, r := range e.s {
		if r == '？' || r == '؟' {
			n, last = n+1, i
		}
	}
	if n >= 3 && e.kind != afterword.AnswerOffer {
		e.add("questions", afterword.Advice, fmt.Sprintf("%d questions. Keep the one that matters most?", n), &[2]int{last, last + charLen(e.s, last)})
		return
	}
	e.ok("questions", count(n, "question", "questions"))
}

func charLen(s string, i int) int {
	for n := range s[i:] {
		if n > 0 {
			return n
		}
	}
	return len(s) - i
}

// asks advises when a letter asks for more than one thing.
func (e *examination) asks() {
	if !e.english || e.kind == afterword.AnswerOffer || e.kind == afterword.Reply {
		return
	}
	n, free, last := 0, 0, -1 // requests, the first word that the last one does not reach, and its sentence
	var at span
	book := phrases("ask")
	for i := 0; i < len(e.ws); {
		s, p, k := e.find(book, i)
		if p == nil || s.to > e.sign {
			break
		}
		i = k + 1
		if k > 0 && e.ws[k-1].low == "or" {
			continue // another way to say yes to the same
		}
		if k >= free || e.in[k] != last {
			n, at = n+1, s
		}
		free, last = k+askReach, e.in[k]
	}
	if n >= 2 {
		e.add("asks", afterword.Advice, "It asks for more than one thing. One is easier to say yes to.", at.pair())
		return
	}
	e.ok("asks", "Asks for one thing at most")
}

// askReach is how many words belong to one request, so that "could you please send" is asked once.
const askReach = 6

// textSpeak advises against chat wording and against a letter without any capital.
func (e *examination) textSpeak() {
	if !e.english {
		return
	}
	for i, w := range e.ws {
		raw := e.s[w.from:w.to]
		if raw == w.low && chat(w.low) || w.low == "4" && i > 0 && chat(e.ws[i-1].low) {
			e.add("text_speak", afterword.Advice, "'"+e.s[w.from:w.to]+"' is chat. Write it out?", &[2]int{w.from, w.to})
			return
		}
	}
	upper, small := false, 0
	for i, w := range e.ws {
		if e.s[w.from:w.to] == "i" {
			small++
		}
		if w.from < e.sign && i > 0 || i == 0 {
			upper = upper || strings.IndexFunc(e.s[w.from:w.to], unicode.IsUpper) >= 0
		}
	}
	if (!upper || e.smallStarts()) && len(e.ws) >= 8 && strings.IndexFunc(e.s, unicode.IsLower) >= 0 || small >= 2 {
		e.add("text_speak", afterword.Advice, "It is all in small letters. Give sentences and names their capitals?", nil)
		return
	}
	e.ok("text_speak", "Written out")
}

// smallStarts says that most sentences begin small. One may, behind the comma of a greeting.
func (e *examination) smallStarts() bool {
	small, all := 0, 0
	for i, w := range e.ws {
		if w.from >= e.sign || w.to <= e.greet.to || i > 0 && e.in[i] == e.in[i-1] && e.ws[i-1].to > e.greet.to {
			continue
		}
		r := []rune(e.s[w.from:w.to])[0]
		if all++; unicode.IsLower(r) {
			small++
		}
	}
	return small > 2 && 2*small > all
}

// finds says that a sentence hands something over before the word at i: "please find my papers attached".
func (e *examination) finds(i int) bool {
	for j := i - 1; j >= 0 && e.in[j] == e.in[i]; j-- {
		switch e.ws[j].low {
		case "find", "i've":
			return true
		case "have":
			return j > 0 && e.ws[j-1].low == "i"
		}
	}
	return false
}

func chat(w string) bool {
	switch w {
	case "u", "ur", "thx", "tnx", "thnx", "plz", "pls", "2day", "2moro", "2morrow", "tmrw", "tmr", "gr8", "l8r", "m8", "lmk", "lol", "lmao", "rofl", "omg", "imo", "imho", "idk", "tbh", "ngl", "gonna", "wanna", "gotta", "cuz", "coz", "bcuz", "abt",
		"ppl", "b4", "btw", "tysm", "wtf", "wth", "kinda", "sorta", "dunno", "msg", "luv", "xoxo", "yolo", "brb", "ttyl", "hmu", "smth", "gud", "deffo", "defo", "soz", "wknd", "appt", "nvm", "yeah", "yep", "nope", "thru", "cos", "cya", "b/c":
		return true
	}
	return false
}

// attachment asks whether what the letter says is attached is really there.
func (e *examination) attachment() {
	if !e.english || e.kind == afterword.PromisedNote || e.kind == afterword.Reply || e.k.Brief != nil && len(e.k.Brief.Promises) > 0 {
		return
	}
	for i, w := range e.ws {
		before, after := "", ""
		if i > 0 {
			before = e.ws[i-1].low
		}
		if i+1 < len(e.ws) {
			after = e.ws[i+1].low
		}
		found := false
		switch w.low {
		case "attachment", "attachments", "enclosure":
			found = true
		case "attached", "enclosed":
			found = before == "find" || before == "have" || before == "see" || before == "the" || before == "i've" || before == "is" || before == "are" || after == "is" || after == "are" || after == "you" || after == "please"
			thing := e.finds(i)
			found = (found || thing) && (after != "to" || thing) && after != "myself"
		case "attach", "enclose":
			found = before == "i" && after != "great" && after != "importance"
		case "attaching", "enclosing":
			found = true
		}
		if found {
			e.add("attachment", afterword.Advice, "It speaks of an attachment. Is it there?", &[2]int{w.from, w.to})
			return
		}
	}
	e.ok("attachment", "No attachment to forget")
}
