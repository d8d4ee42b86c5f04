package note

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword"
)

// placeholder stops what a template left over, in any language.
func (e *examination) placeholder() {
	if s := placeholderIn(e.s); s != (span{}) {
		e.add("placeholder", afterword.Stop, "“"+short(e.cite(s))+"” is still to be filled in.", s.pair())
		return
	}
	if e.greetsTitle() {
		e.add("placeholder", afterword.Stop, "“"+short(e.cite(e.greet))+"” greets nobody yet.", e.greet.pair())
		return
	}
	if s := placeholderIn(e.subject); s != (span{}) {
		e.add("placeholder", afterword.Stop, "“"+short(e.subject[s.from:s.to])+"” in the subject is still to be filled in.", nil)
		return
	}
	e.ok("placeholder", "Nothing left to fill in")
}

// short keeps a quotation readable.
func short(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return string(r)
}

func placeholderIn(s string) span {
	for i := 0; i < len(s); i++ {
		var found span
		switch s[i] {
		case '[':
			found = bracketed(s, i, ']')
		case '{':
			found = bracketed(s, i, '}')
		case '<':
			found = bracketed(s, i, '>')
		case '(':
			found = bracketed(s, i, ')')
		case '_':
			found = repeated(s, i, '_', 2)
		case '%', '$', '#':
			found = marked(s, i)
		}
		if found != (span{}) {
			return found
		}
	}
	return placeholderWord(s)
}

// bracketed is a place in brackets that waits for words.
func bracketed(s string, i int, end byte) span {
	n := strings.IndexByte(s[i:min(len(s), i+82)], end)
	if n < 0 || n > 80 {
		return span{}
	}
	in := s[i+1 : i+n]
	low := strings.ToLower(strings.Trim(in, "[]{}<> "))
	at := span{i, i + n + 1}
	for at.to < len(s) && s[at.to] == end {
		at.to++
	}
	switch {
	case strings.ContainsRune(in, '\n'):
		return span{}
	case end == '}':
		return at
	case end == '>':
		if strings.ContainsAny(in, "@/:") || low == "" || !isLetterAt(low) || strings.ContainsAny(in, "0123456789=") {
			return span{}
		}
		return at
	case end == ')':
		if fillWords(low) || strings.HasPrefix(low, "insert ") || strings.HasPrefix(low, "add ") || strings.HasPrefix(low, "your ") || strings.HasPrefix(low, "sp?") || strings.HasPrefix(low, "spelling?") {
			return at
		}
		return span{}
	}
	if strings.HasPrefix(s[at.to:], "(") || strings.Trim(low, "0123456789., -–") == "" && low != "" && !strings.Contains(low, "..") {
		return span{} // a link, or the number of a footnote
	}
	switch low {
	case "sic", "x", "1":
		return span{}
	}
	return at
}

func isLetterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// fillWords are what templates call the places that wait.
func fillWords(low string) bool {
	switch low {
	case "name", "first name", "last name", "surname", "company", "company name", "employer", "position", "job title", "role", "title", "date", "day",
		"interviewer", "interviewer name", "interviewer's name", "hiring manager", "topic", "skill", "skills", "your name", "recipient", "department", "phone number", "x", "xx", "mr/ms", "name here", "example":
		return true
	}
	return false
}

func repeated(s string, i int, c byte, least int) span {
	n := i
	for n < len(s) && s[n] == c {
		n++
	}
	if n-i < least || i > 0 && isWordByte(s[i-1]) && n < len(s) && isWordByte(s[n]) {
		return span{}
	}
	return span{i, n}
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= 0x80 || c == '/' || c == '.' || c == '-'
}

// marked is %NAME%, $name$ or ##TOPIC##.
func marked(s string, i int) span {
	n := i + 1
	for n < len(s) && (s[n] == '_' || s[n] == s[i] && n == i+1 || 'a' <= s[n] && s[n] <= 'z' || 'A' <= s[n] && s[n] <= 'Z') {
		n++
	}
	if n > i+3 && n < len(s) && s[n] == s[i] {
		return span{i, n + 1}
	}
	return span{}
}

// placeholderWord finds the words that stand for words: XXX, TBD, "Mr./Ms. Last Name".
func placeholderWord(s string) span {
	for i := 0; i < len(s); {
		if !isASCIILetter(s[i]) || i > 0 && (isWordByte(s[i-1]) && s[i-1] != '.' && s[i-1] != '/' && s[i-1] != '-') {
			i++
			continue
		}
		n := i
		for n < len(s) && isASCIILetter(s[n]) {
			n++
		}
		w := s[i:n]
		switch {
		case len(w) >= 3 && strings.Trim(w, "xX") == "" && (len(w) > 3 || w == "XXX" || w == "xxx"):
			return span{i, n}
		case w == "TBD" || w == "TODO" || w == "TBC" || w == "FIXME" || w == "INSERT" || w == "YYYY" || strings.EqualFold(w, "lorem") && strings.HasPrefix(strings.ToLower(s[n:]), " ipsum"):
			return span{i, n}
		}
		for _, lead := range []string{"Mr./Ms", "Mr/Ms", "Mr./Mrs", "Mr/Mrs", "Ms./Mr", "Ms/Mr", "Mrs/Mr", "Mrs./Mr", "Mr. / Ms", "Mr or Ms", "Ms. or Mr", "First Name", "Last Name", "Firstname", "Lastname", "Company Name", "Your Name",
			"Your Full Name", "Job Title", "Position Title", "Name of Company", "Name of Interviewer", "Interviewer Name", "Interviewer's Name", "Hiring Manager Name", "Hiring Manager's Name", "Recipient Name", "COMPANY NAME", "YOUR NAME", "NAME HERE", "insert name", "insert company", "insert topic", "Insert "} {
			if strings.HasPrefix(s[i:], lead) && (i+len(lead) >= len(s) || !isASCIILetter(s[i+len(lead)]) || strings.HasSuffix(lead, " ")) {
				return span{i, i + len(lead)}
			}
		}
		i = n
	}
	return span{}
}

func isASCIILetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// unfinished stops a sentence that breaks off. Only English tells.
func (e *examination) unfinished() {
	if !e.english {
		return
	}
	if at := e.brokenOff(); at != (span{}) {
		e.add("unfinished", afterword.Stop, "This breaks off: “"+short(e.cite(at))+"”. Finish it?", at.pair())
		return
	}
	e.ok("unfinished", "Every sentence is finished")
}

func (e *examination) brokenOff() span {
	for _, check := range []string{"unfinished", "open"} {
		for i := 0; i < len(e.ws); i++ {
			at, p, k := e.find(phrases(check), i)
			if p == nil || at.from >= e.sign {
				break
			}
			rest := e.s[at.to:]
			if open := rest == "" || rest[0] == '\n'; open || check == "unfinished" && rest[0] == '.' {
				return at
			}
			i = k
		}
	}
	for i, b := range e.blocks {
		if b.from >= e.sign || e.greet.to > b.from && e.greet.from <= b.from && !strings.Contains(e.s[e.greet.to:b.to], "\n") && strings.HasSuffix(e.s[:b.to], ",") {
			continue // the line that greets
		}
		b.to = min(b.to, e.sign)
		ws := e.wordsIn(b)
		if len(ws) == 0 {
			continue
		}
		last := ws[len(ws)-1]
		tail := strings.TrimSpace(e.s[last.to:b.to])
		if tail == "" && (breaksOff(last.low) || e.trailsOff(i, last)) && e.s[last.from:last.to] != "A" || trails(tail) && (breaksOff(last.low) || hangs(last.low)) || tail == ":" && e.stemAlone(i, ws) || tail == ":" && i == len(e.blocks)-1 && len(ws) > 3 {
			return span{ws[max(0, len(ws)-5)].from, last.to}
		}
		if tail == "," && len(ws) > 6 && i+1 < len(e.blocks) && e.blocks[i+1].from < e.sign && !strings.Contains(e.s[b.from:b.to], "?") {
			return span{ws[max(0, len(ws)-5)].from, last.to}
		}
		if tail == "" && e.onlyOpenEnd(ws, b) {
			return span{ws[max(0, len(ws)-5)].from, last.to}
		}
		if at := e.brokenSentence(ws, b); at != (span{}) {
			return at
		}
	}
	return span{}
}

// onlyOpenEnd says that a paragraph of several sentences ends in a long one without a mark, where every
// other paragraph has one.
func (e *examination) onlyOpenEnd(ws []word, b span) bool {
	first := len(ws) - 1
	for first > 0 && !breaks(e.s[ws[first-1].to:ws[first].from], ws[first-1].low) {
		first--
	}
	if first == 0 || unicode.IsLower([]rune(e.cite(span{ws[first].from, ws[first].to}))[0]) || len(ws)-first < openEndLong || endsInLink(e.s[b.from:b.to]) || e.shortForm() {
		return false
	}
	for _, o := range e.blocks {
		if o.from > e.greet.from && o.from < e.sign && o.from != b.from && !ended(e.s[o.from:min(o.to, e.sign)]) {
			return false
		}
	}
	return !strings.Contains(e.s[b.from:b.to], "\n")
}

// openEndLong is how many words a last sentence needs for its missing full stop to mean that it is not
// finished, and not only that it is a farewell (ours).
const openEndLong = 7

func trails(mark string) bool {
	switch mark {
	case "...", "…", "-", "–", "—":
		return true
	}
	return false
}

// trailsOff says that a paragraph has no end where the others have, and more of the letter follows.
func (e *examination) trailsOff(i int, last word) bool {
	if i+1 >= len(e.blocks) || e.blocks[i+1].from >= e.sign || wordSet("auxiliary")[last.low] {
		return wordSet("auxiliary")[last.low] && !strings.HasSuffix(last.low, "n't") && last.low != "have" && last.low != "do" && last.low != "did"
	}
	return false
}

// stemAlone says that a paragraph announces something in one short line and the next does not bring it:
// "One thing I did not get to say:".
func (e *examination) stemAlone(i int, ws []word) bool {
	if i+1 >= len(e.blocks) || e.blocks[i+1].from >= e.sign {
		return true
	}
	next := e.s[e.blocks[i+1].from:min(e.blocks[i+1].to, e.sign)]
	if strings.IndexByte("-*•–", next[0]) >= 0 || next[0] >= '0' && next[0] <= '9' || isLink(strings.TrimSpace(next)) || strings.HasPrefix(next, "“") || strings.HasPrefix(next, "\"") {
		return false
	}
	for _, w := range ws[max(0, len(ws)-9):] {
		if w.low == "say" || w.low == "mention" || w.low == "add" {
			return true
		}
	}
	return false
}

// breaksOff says that nothing can end on this word.
func breaksOff(w string) bool {
	switch w {
	case "and", "or", "but", "because", "the", "a", "an", "to", "of", "my", "your", "our", "their", "since", "if", "with", "for", "from", "into", "about", "that", "which", "is", "are", "was", "were",
		"be", "by", "at", "as", "than", "very", "would", "could", "will", "can", "i", "while", "although", "when", "where", "who", "whose", "these", "those", "its", "i'm", "i'd", "i'll", "especially", "including", "through", "between", "towards", "without", "should", "might", "must", "every", "whether", "unless", "until", "we", "they", "he", "she":
		return true
	}
	return false
}

// brokenSentence finds a stem without its words: "I could help with .", "hearing about."
func (e *examination) brokenSentence(ws []word, b span) span {
	start := 0
	for i := range ws {
		end := b.to
		if i+1 < len(ws) {
			end = ws[i+1].from
		}
		between := e.s[ws[i].to:end]
		if i > 0 && breaks(e.s[ws[i-1].to:ws[i].from], ws[i-1].low) {
			start = i
		}
		trimmed := strings.TrimLeft(between, " ")
		switch {
		case strings.HasPrefix(between, " .") && !strings.HasPrefix(trimmed, "..") && (len(trimmed) == 1 || trimmed[1] == ' ' || trimmed[1] == '\n'):
			if hangs(ws[i].low) || breaksOff(ws[i].low) {
				return span{ws[start].from, ws[i].to}
			}
		case (strings.HasPrefix(trimmed, "…") || strings.HasPrefix(trimmed, "...")) && wordSet("preposition")[ws[i].low] && i > start:
			return span{ws[start].from, ws[i].to}
		case strings.HasPrefix(between, " ,") && wordSet("preposition")[ws[i].low] && i > start:
			return span{ws[start].from, ws[i].to}
		case strings.HasPrefix(trimmed, ": .") || strings.HasPrefix(trimmed, ":."):
			return span{ws[start].from, ws[i].to}
		case strings.HasPrefix(between, "."):
			if neverLast(ws[i].low) || ws[i].low == "i" && i > start && (wordSet("relative")[ws[i-1].low] || neverLast(ws[i-1].low)) && ws[i-1].low != "than" && ws[i-1].low != "as" && ws[i-1].low != "and" {
				return span{ws[start].from, ws[i].to}
			}
			if bareStem(ws[start : i+1]) {
				return span{ws[start].from, ws[i].to}
			}
		}
	}
	return span{}
}

// neverLast says that no whole sentence ends on this word.
func neverLast(w string) bool {
	switch w {
	case "the", "an", "my", "your", "our", "their", "every", "and", "or", "because", "unless":
		return true
	}
	return false
}

// bareStem says that a short sentence of mine ends on a preposition that nothing before it explains.
func bareStem(ws []word) bool {
	if len(ws) < 3 || len(ws) > 8 || ws[0].low != "i" {
		return false
	}
	last := ws[len(ws)-1].low
	if last != "about" && last != "with" && last != "of" && last != "for" {
		return false
	}
	for _, w := range ws {
		if wordSet("wh")[w.low] || w.low == "that" || w.low == "something" || w.low == "it" || w.low == "this" || w.low == "one" || w.low == "anything" || w.low == "everything" {
			return false
		}
	}
	return true
}

// deadLink looks for addresses that nobody else can open.
func (e *examination) deadLink() {
	for i := 0; i < len(e.s); {
		n := nextLink(e.s, i)
		if n.from < 0 {
			break
		}
		i = n.to
		if why := deadReason(e.s[n.from:n.to]); why != "" {
			e.add("dead_link", afterword.Advice, why, n.pair())
			return
		}
	}
	e.ok("dead_link", "Links look whole")
}

func nextLink(s string, from int) span {
	at := -1
	for _, lead := range []string{"http", "www.", "file:/", "htp:/"} {
		if i := strings.Index(s[from:], lead); i >= 0 && (at < 0 || from+i < at) {
			at = from + i
		}
	}
	if at < 0 {
		return span{-1, -1}
	}
	end := at
	for end < len(s) && s[end] > ' ' && s[end] != '<' && s[end] != '>' && s[end] != '"' {
		end++
	}
	for end > at && strings.IndexByte(".,;:!?)'", s[end-1]) >= 0 {
		end--
	}
	return span{at, max(end, at+1)}
}

func deadReason(link string) string {
	rest, ok := "", false
	low := strings.ToLower(link)
	for _, lead := range []string{"https://", "http://"} {
		if rest, ok = strings.CutPrefix(low, lead); ok {
			break
		}
	}
	switch {
	case strings.HasPrefix(low, "file:"):
		return "This link points to a file on your computer. Can others open it?"
	case strings.HasPrefix(low, "www."):
		rest = low
	case !ok && (strings.HasPrefix(low, "http:") || strings.HasPrefix(low, "https:") || strings.HasPrefix(low, "http/") || strings.HasPrefix(low, "htp:")):
		return "This link is not whole. Paste it again?"
	case !ok:
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	host, port, _ := strings.Cut(host, ":")
	switch {
	case host == "localhost" || strings.HasPrefix(host, "127.") || strings.HasPrefix(host, "192.168.") || strings.HasPrefix(host, "10.") && port != "" || strings.HasSuffix(host, ".local"):
		return "This link works on your computer only. Is there one that others can open?"
	case !strings.Contains(host, ".") || strings.Contains(host, "..") || strings.HasPrefix(host, ".") || strings.HasPrefix(host, "www.") && strings.Count(host, ".") < 2 || strings.HasSuffix(link, "…"):
		return "This link is not whole. Paste it again?"
	}
	return ""
}

// marksMany is how many exclamation marks are shouting (ours).
const marksMany = 3

// marks counts the exclamation marks; several in a row weigh two.
func (e *examination) marks() int {
	n, run := 0, 0
	for i := 0; i < len(e.s); i++ {
		if e.s[i] != '!' {
			run = 0
			continue
		}
		if run++; run <= 2 {
			n++
		}
	}
	return n
}

func (e *examination) exclamation() {
	if n := e.marks(); n >= marksMany {
		last := strings.LastIndexByte(e.s, '!')
		e.add("exclamation", afterword.Advice, count(strings.Count(e.s, "!"), "exclamation mark", "exclamation marks")+". One at most reads calmer.", &[2]int{last, last + 1})
		return
	}
	e.ok("exclamation", "No shouting")
}

// capitals advises where whole words are shouted: a run of four, one of two or more with a small word in
// it (names in capitals seldom have one), or a word that is no abbreviation.
func (e *examination) capitals() {
	for i := 0; i < len(e.ws); i++ {
		n, words, small, loud := i, 0, false, false
		for n < len(e.ws) && e.in[n] == e.in[i] {
			raw := e.s[e.ws[n].from:e.ws[n].to]
			if raw != "I" && raw != "A" && (!capitals(raw) || len([]rune(raw)) < 2) {
				break
			}
			if len(raw) > 1 {
				words++
			}
			small, loud = small || smallWord(e.ws[n].low), loud || shouted(raw) || e.plainShout(n)
			n++
		}
		if n == i {
			continue
		}
		s := span{e.ws[i].from, e.ws[n-1].to}
		if words >= 4 || words >= 2 && small || loud {
			e.add("capitals", afterword.Advice, "“"+short(e.cite(s))+"” in capitals reads as shouting.", s.pair())
			return
		}
		i = n - 1
	}
	e.ok("capitals", "No words in capitals")
}

// plainShout says that a word in capitals is an everyday one, and no name: HUGE, but not "at NEXT".
func (e *examination) plainShout(i int) bool {
	low := e.ws[i].low
	if len(low) < 5 || has(e.firmWords(), low) || i > 0 && wordSet("preposition")[e.ws[i-1].low] {
		return false
	}
	return wordSet("common")[low] || wordSet("past")[low] || wordSet("base")[low] || strings.HasSuffix(low, "ing") || strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ly")
}

// smallWord says that a word only binds others: THE, NOT, YOUR. IT and US are abbreviations too.
func smallWord(w string) bool {
	return w != "it" && w != "us" && w != "i" && w != "a" && w != "as" && w != "am" && w != "or" && w != "is" && w != "no" && (wordSet("determiner")[w] || wordSet("auxiliary")[w] || wordSet("preposition")[w] || isPronoun(w) || wordSet("relative")[w] || w == "not" || w == "and")
}

func shouted(w string) bool {
	switch w {
	case "VERY", "REALLY", "PLEASE", "NOT", "NEVER", "SO", "THANK", "LOVE", "LOVED", "MUST", "NOW", "ALWAYS", "ASAP", "URGENT", "AMAZING", "EVERY", "ONLY", "NOTHING", "NOBODY", "ANYTHING", "ABSOLUTELY", "DEFINITELY", "TOTALLY", "COMPLETELY", "BEST", "EXACTLY", "EXTREMELY", "AGAIN", "WANT", "HATE", "GREAT", "FANTASTIC", "PERFECT", "SORRY", "STILL", "WHY", "WHAT", "HOW", "YES", "ALL", "ANY", "MY", "TODAY", "TOMORROW", "IMMEDIATELY", "IMPORTANT", "FINALLY", "HUGE", "THIS", "YOU", "EVER", "NEED":
		return w != "ASAP" // an abbreviation: pressure looks at it
	}
	return false
}
