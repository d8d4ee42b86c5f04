package note

import (
	"slices"
	"strings"
	"unicode"

	"afterword"
)

// employer stops a letter that names another employer, and advises to name this one in a thank-you.
func (e *examination) employer() {
	if at, other := e.otherFirm(); other != "" {
		says := "This names " + other + "."
		if e.firm != "" {
			says = "This names " + other + ", the note goes to " + e.firm + "."
		}
		e.add("employer", afterword.Stop, says, at.pair())
		return
	}
	if e.firm == "" {
		return
	}
	if !e.isThanks() || e.shortForm() || e.k.Brief != nil && (e.k.Brief.To.Role == afterword.FrontDesk || e.k.Brief.ApplicationKind == afterword.InternalMove || e.k.Brief.Want != afterword.WantStill) {
		return
	}
	if !e.namesFirm() && !e.found("spelling") {
		e.add("employer", afterword.Advice, "It does not name "+e.firm+".", nil)
		return
	}
	e.ok("employer", "Names "+e.firm)
}

// namesFirm says that the employer is named: in full, by the words that are its own, or nearly so.
func (e *examination) namesFirm() bool {
	full := plain(e.firm)
	text := plain(e.s)
	if full != "" && strings.Contains(text, full) {
		return true
	}
	initials := initialsOf(e.firm)
	own := e.firmWords()
	if len(own) == 0 {
		for _, w := range split(full) {
			if len(w.low) > 2 && !genericFirm(w.low) && !wordSet("common")[w.low] {
				own = append(own, w.low)
			}
		}
	}
	if head := split(full); len(own) == 0 && len(head) > 0 && !genericFirm(head[0].low) && wordSet("common")[head[0].low] {
		return false
	}
	for _, w := range e.ws {
		if len(initials) > 2 && strings.HasPrefix(e.s[w.from:w.to], initials) {
			return true
		}
		low := plain(strings.TrimSuffix(strings.TrimSuffix(w.low, "'s"), "’s"))
		for _, o := range own {
			if low == o || nearly(low, o) && unicode.IsUpper([]rune(e.s[w.from:w.to])[0]) {
				return true
			}
		}
	}
	return strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(full, " ", "")) && full != ""
}

// otherFirm finds another employer: one that is known, or one that the words put in this one's place.
func (e *examination) otherFirm() (span, string) {
	for _, o := range e.k.OtherEmployers {
		if o = strings.TrimSpace(o); o == "" || e.firm != "" && overlaps(o, e.firm) {
			continue
		}
		if at := e.findName(o); at != (span{}) {
			return at, o
		}
	}
	if e.firm == "" || !e.english {
		return span{}, ""
	}
	named := e.namesFirm()
	for i := range e.ws {
		if at, sure := e.placeOfFirm(i); at != (span{}) && (sure || !named) && !e.ours(at) {
			return at, e.cite(at)
		}
		if named {
			continue
		}
		for _, at := range []span{e.wishedPlace(i), e.spokenOfAsFirm(i)} {
			if at != (span{}) && !e.ours(at) {
				return at, e.cite(at)
			}
		}
	}
	return span{}, ""
}

// findName finds a name as whole words.
func (e *examination) findName(name string) span {
	want := split(name)
	if len(want) == 0 {
		return span{}
	}
	for i := 0; i+len(want) <= len(e.ws); i++ {
		same := true
		for j := range want {
			have := strings.TrimSuffix(plain(e.ws[i+j].low), "'s")
			same = same && have == plain(want[j].low)
		}
		if r := []rune(e.cite(span{e.ws[i].from, e.ws[i].to})); same && (unicode.IsUpper(r[0]) || unicode.IsDigit(r[0]) || !unicode.IsUpper([]rune(name)[0])) {
			return span{e.ws[i].from, e.ws[i+len(want)-1].to}
		}
	}
	return span{}
}

func overlaps(a, b string) bool {
	for _, x := range split(a) {
		for _, y := range split(b) {
			if len(x.low) > 2 && plain(x.low) == plain(y.low) && !genericFirm(plain(x.low)) {
				return true
			}
		}
	}
	return strings.EqualFold(a, b)
}

// placeOfFirm finds the name that stands where the employer's would: "join X", "the role at X". It is
// sure of the first two ways; "work for X" may be about the past.
func (e *examination) placeOfFirm(i int) (at span, sure bool) {
	next := i + 1
	switch w := e.ws[i].low; w {
	case "join", "joining":
		if e.past(i) {
			return span{}, false
		}
		sure = true
	case "role", "position", "job", "opening", "opportunity", "vacancy", "application", "internship", "post", "interview", "career", "future":
		if next >= len(e.ws) || e.past(i) {
			return span{}, false
		}
		p := e.ws[next].low
		if p != "at" && !(p == "with" && w != "interview") && !(p == "to" && w == "application") {
			return span{}, false
		}
		next, sure = next+1, true
	case "wish", "wishing":
		if !e.wished(i) {
			return span{}, false
		}
	case "work", "working", "be", "start", "starting", "everyone", "team", "people", "place", "seat":
		if next >= len(e.ws) || e.past(i) || e.ws[next].low != "at" && (e.ws[next].low != "for" || w != "work" && w != "working") {
			return span{}, false
		}
		next++
	case "contribute", "contributing", "contribution", "belong", "commit", "committed", "value", "asset", "interest", "interested", "faith":
		if next >= len(e.ws) || e.past(i) || e.ws[next].low != "to" && e.ws[next].low != "in" {
			return span{}, false
		}
		next++
	case "serve", "serving":
		if e.past(i) {
			return span{}, false
		}
		for next < len(e.ws) && next < i+7 && !looksLikeName(e.s[e.ws[next].from:e.ws[next].to]) {
			next++
		}
	case "part":
		if next >= len(e.ws) || e.ws[next].low != "of" {
			return span{}, false
		}
		next++
	default:
		return span{}, false
	}
	first, last := next, next-1
	if first < len(e.ws) && e.ws[first].low == "the" && first+1 < len(e.ws) {
		first, last, sure = first+1, first, false
	}
	last = e.nameRun(first, i, last)
	if last < first {
		return span{}, false
	}
	at = span{e.ws[first].from, e.ws[last].to}
	if strings.HasSuffix(e.ws[last].low, "'s") || last+1 < len(e.ws) && teamWord(e.ws[last+1].low) {
		sure = false
		if last+1 < len(e.ws) && teamWord(e.ws[last+1].low) && e.ws[last+1].low != "team" || strings.HasSuffix(e.ws[last].low, "'s") {
			return span{}, false
		}
	}
	if e.ws[i].low == "join" || e.ws[i].low == "joining" {
		if e.person(first, last) {
			return span{}, false
		}
	}
	if raw := e.cite(at); len(raw) <= 3 || wordSet("common")[fold(raw)] || wordSet("determiner")[e.ws[first].low] || first == last && day(e.ws[first].low) {
		return span{}, false
	}
	return at, sure
}

// initialsOf are the first letters of the words that begin with a capital: BBC.
func initialsOf(name string) string {
	initials := ""
	for _, w := range split(name) {
		if first := []rune(name[w.from:w.to])[0]; unicode.IsUpper(first) {
			initials += string(first)
		}
	}
	return initials
}

// wishedPlace finds the name of a place that a sentence wishes for: "I would love to teach at Juniper
// Hills", "Granite State Bank is where I would like to be", "a place in the FoodHive team".
func (e *examination) wishedPlace(i int) span {
	next := i + 1
	if next < len(e.ws) && e.ws[next].low == "the" {
		next++
	}
	if next >= len(e.ws) || e.in[next] != e.in[i] || !looksLikeName(e.s[e.ws[next].from:e.ws[next].to]) {
		return span{}
	}
	last := e.nameRun(next, i, next)
	name := span{e.ws[next].from, e.ws[last].to}
	switch w := e.ws[i].low; {
	case w == "at" && last > next && !e.past(i) && (e.wishes(i) || e.sentenceWishes(i)):
		return name
	case w == "of" && i > 0 && wordSet("firmhas")[e.ws[i-1].low] && !e.past(i):
		return name
	case (w == "at" || w == "for") && (e.after(last, "is", "what", "i") > 0 || e.after(last, "is", "where", "i") > 0):
		return name
	case w == "in" && last+1 < len(e.ws) && (e.ws[last+1].low == "team" || e.ws[last+1].low == "family") && !e.past(i):
		return name
	case e.after(last, "is", "where", "i") > 0:
		return name
	}
	return span{}
}

// spokenOfAsFirm finds a name at word i that is spoken of as an employer is: "Arburg is the place where I",
// "Arburg's mission", or by a firm's name in a sentence about what may come.
func (e *examination) spokenOfAsFirm(i int) span {
	if !looksLikeName(e.s[e.ws[i].from:e.ws[i].to]) || e.ws[i].from >= e.sign || e.ws[i].to <= e.greet.to || i > 0 && e.in[i-1] == e.in[i] && looksLikeName(e.s[e.ws[i-1].from:e.ws[i-1].to]) {
		return span{}
	}
	if low := e.ws[i].low; wordSet("determiner")[low] || wordSet("pronoun")[low] || wordSet("opening")[low] || wordSet("wh")[low] || day(low) {
		return span{}
	}
	last := e.nameRun(i, i, i)
	name := span{e.ws[i].from, e.ws[last].to}
	next := func(n int) string {
		if last+n < len(e.ws) && e.in[last+n] == e.in[i] {
			return e.ws[last+n].low
		}
		return ""
	}
	switch {
	case strings.HasSuffix(e.ws[last].low, "'s"):
		name.to -= len(e.s[name.from:name.to]) - strings.LastIndexAny(e.s[name.from:name.to], "'’")
		if wordSet("firmhas")[next(1)] && !e.past(i) {
			return name
		}
	case next(1) == "is" || next(1) == "feels" || next(1) == "seems" || next(1) == "remains":
		for n := 2; n <= 5 && next(n) != "not"; n++ {
			if wordSet("firmis")[next(n)] && e.sentenceHas(i, "i") {
				return name
			}
		}
	case (next(1) == "would" || next(1) == "will") && (next(2) == "get" || next(2) == "gain"):
		return name
	case i > 0 && e.in[i-1] == e.in[i] && wordSet("firmbefore")[e.ws[i-1].low] && (last > i || e.ws[i-1].low == "at") && !e.found("placeholder") && !e.past(i) && e.sentenceWishes(i) && !e.person(i, last) && !e.sentenceHas(i, "move") && !wordSet("proper")[e.ws[i].low] && !e.titled(i):
		return name
	case last > i && (genericFirm(e.ws[last].low) || wordSet("firmlast")[e.ws[last].low]) && !e.past(i) && e.sentenceWishes(i):
		return name
	}
	return span{}
}

// titled says that a title or its like stands before word i.
func (e *examination) titled(i int) bool {
	return i > 0 && titleOf(e.s[e.ws[i-1].from:e.ws[i-1].to]) != "" || titleOf(e.s[e.ws[i].from:e.ws[i].to]) != ""
}

// sentenceHas says that a word stands in the sentence of word i.
func (e *examination) sentenceHas(i int, low string) bool {
	for j := range e.ws {
		if e.in[j] == e.in[i] && e.ws[j].low == low {
			return true
		}
	}
	return false
}

// sentenceWishes says that the sentence of word i is about what may come, and tells nothing that was.
func (e *examination) sentenceWishes(i int) bool {
	wish := false
	for j := range e.ws {
		if e.in[j] != e.in[i] {
			continue
		}
		if low := e.ws[j].low; low == "years" || wordSet("firstpast")[low] && j > 0 && e.ws[j-1].low == "i" {
			return false
		}
		wish = wish || e.wishes(j+1) || wordSet("wishing")[e.ws[j].low]
	}
	return wish
}

// after is the word behind these ones, 0 when others stand there.
func (e *examination) after(i int, words ...string) int {
	for _, w := range words {
		if i++; i >= len(e.ws) || e.ws[i].low != w || e.in[i] != e.in[i-1] {
			return 0
		}
	}
	return i + 1
}

// wishes says that the sentence wishes for something before word i.
func (e *examination) wishes(i int) bool {
	for j := i - 1; j >= 0 && e.in[j] == e.in[i]; j-- {
		switch e.ws[j].low {
		case "would", "want", "hope", "wish", "i'd", "love", "happy", "keen", "like", "honour", "honor", "privilege":
			return true
		}
	}
	return false
}

// nameRun is the last word of the name that begins at first, in the sentence of word i.
func (e *examination) nameRun(first, i, last int) int {
	for j := first; j < len(e.ws) && j < first+4 && e.in[j] == e.in[i]; j++ {
		raw := e.s[e.ws[j].from:e.ws[j].to]
		if j > first {
			if between := strings.TrimSpace(e.s[e.ws[j-1].to:e.ws[j].from]); between != "" && between != "&" {
				break
			}
		}
		switch {
		case raw == "&" || j > first && (e.ws[j].low == "and" || e.ws[j].low == "of"): // joins what follows
		case looksLikeName(raw):
			last = j
		default:
			return last
		}
	}
	return last
}

// wished says that a wish for luck stands behind a name: "I wish Arburg all the best".
func (e *examination) wished(i int) bool {
	for j := i + 2; j < len(e.ws) && j < i+6 && e.in[j] == e.in[i]; j++ {
		switch e.ws[j].low {
		case "all", "every", "well", "luck", "success", "much", "the":
			return e.ws[i+1].low != "you"
		}
	}
	return false
}

// person says that what is joined are people: two names with an and, or one that the letter speaks of
// as of a person.
func (e *examination) person(first, last int) bool {
	for j := first; j <= last; j++ {
		if e.ws[j].low == "and" {
			return true
		}
	}
	name := e.ws[first].low
	for j, w := range e.ws {
		if j >= first && j <= last {
			continue
		}
		if w.low == name+"'s" {
			return true
		}
		if w.low == name && j > 0 {
			switch e.ws[j-1].low {
			case "with", "and", "met", "meet", "meeting", "thank":
				return true
			}
		}
	}
	return false
}

func teamWord(w string) bool {
	switch w {
	case "team", "department", "group", "project", "division", "programme", "program", "unit", "call", "meeting", "room", "building", "office", "campus":
		return true
	}
	return false
}

func looksLikeName(raw string) bool {
	r := []rune(raw)
	return len(r) > 0 && unicode.IsUpper(r[0]) && raw != "I" && !strings.HasPrefix(raw, "I'")
}

func day(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"zoom", "teams", "linkedin", "christmas", "easter", "english", "french", "german", "spanish", "uk", "us", "usa", "london", "europe":
		return true
	}
	return false
}

// past says that the words before are about another time: "my role at", "when I joined".
func (e *examination) past(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4 && e.in[j] == e.in[i]; j-- {
		switch e.ws[j].low {
		case "my":
			if e.ws[i].low == "career" && j > 0 {
				switch e.ws[j-1].low {
				case "start", "starting", "begin", "beginning", "continue", "build", "grow", "pursue", "advance":
					return false // it is still to come
				}
			}
			if e.ws[i].low == "role" || e.ws[i].low == "position" || e.ws[i].low == "job" || e.ws[i].low == "post" || e.ws[i].low == "internship" || e.ws[i].low == "career" || e.ws[i].low == "work" {
				return true
			}
		case "last", "previous", "old", "former", "current", "first", "when", "after", "before", "since", "while", "accepted", "left", "another", "present":
			return true
		}
	}
	return false
}

// ours says that a name is the employer's, nearly the employer's, the recipient's or a person's that is
// known.
func (e *examination) ours(at span) bool {
	firms := e.firmWords()
	people := e.recipientWords()
	if full := split(plain(e.firm)); !slices.ContainsFunc(split(plain(e.cite(at))), func(w word) bool {
		return !slices.ContainsFunc(full, func(f word) bool { return f.low == w.low })
	}) {
		return true // "the Trust", for short
	}
	if overlaps(e.cite(at), e.firm) || strings.HasPrefix(plain(firmName(e.firm)), plain(e.cite(at))) || strings.HasPrefix(plain(e.firm), plain(e.cite(at))) {
		return true
	}
	for _, w := range e.wordsIn(at) {
		low := plain(w.low)
		if e.knownWord(low, people, firms) {
			return true
		}
		for _, f := range firms {
			if nearly(low, f) {
				return true
			}
		}
	}
	return strings.EqualFold(initialsOf(e.firm), e.cite(at))
}
