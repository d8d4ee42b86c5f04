package note

import (
	"strings"
	"unicode"

	"afterword"

	"golang.org/x/text/unicode/norm"
)

// findGreeting finds the line that greets, with the words that say whom. An address, a date or a
// subject may stand above it.
func (t *text) findGreeting() {
	at, seen := 0, 0
	for line := range strings.Lines(t.s) {
		if clean := strings.TrimSpace(line); clean != "" {
			from := at + strings.Index(line, clean)
			if g := greetingIn(clean, seen == 0); g > 0 {
				t.greet = span{from, from + g}
				return
			}
			if seen++; seen == greetingWithin {
				return
			}
		}
		at += len(line)
	}
}

// greetingWithin is how many lines may stand above a greeting and its own, as in a letter on paper.
const greetingWithin = 9

// greetingIn is where the greeting of a line ends, 0 when it does not greet.
func greetingIn(line string, first bool) int {
	lead := greetingLead(line)
	if lead > 0 && !first && strings.EqualFold(line[:min(lead, len(line))], "to ") {
		return 0
	}
	stop := strings.IndexAny(line[lead:], ",!:;—–")
	if dot := sentenceDot(line[lead:]); dot >= 0 && (stop < 0 || dot < stop) {
		stop = dot
	}
	switch {
	case lead > 0 && stop < 0:
		if len(split(line)) > 6 {
			return 0
		}
		return len(line)
	case lead > 0:
		if len(split(line[:lead+stop])) > 8 {
			return 0
		}
		return lead + stop
	case first && stop > 0 && stop == len(line)-1 && properName(line[:stop]):
		return stop
	}
	return 0
}

// sentenceDot is the first full stop that ends something: not that of Dr. or of an initial.
func sentenceDot(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '.' && !abbreviation(s[:i+1]) {
			return i
		}
	}
	return -1
}

// properName says that a line is nothing but a name: "Luca," or "Ms. Carter,".
func properName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		if r := []rune(w); !unicode.IsUpper(r[0]) && !particle(w) {
			return false
		}
	}
	return !wordSet("common")[fold(words[0])] || len(words) > 1 && titleOf(words[0]) != ""
}

// greetingLead is the length of the words that greet: "Dear ", "Good morning ".
func greetingLead(line string) int {
	for _, lead := range []string{"dear ", "respected ", "hi ", "hello ", "hey ", "g'day ", "hiya ", "howdy ", "namaste ", "moin ", "servus ", "salut ", "morning ", "afternoon ", "evening ", "good morning ", "good afternoon ", "good evening ", "good day ", "greetings ", "to ", "my dear ", "dearest ",
		"liebe ", "lieber ", "sehr geehrte ", "sehr geehrter ", "hallo ", "guten tag ", "bonjour ", "cher ", "chère ", "hola ", "estimada ", "estimado ", "querida ", "querido ", "prezada ", "prezado ", "olá ", "gentile ", "ciao ", "buongiorno ", "beste ", "hej ", "kjære ", "kära ", "droga ", "drogi ", "szanowna ", "szanowny ", "hoi "} {
		if len(line) >= len(lead)-1 && strings.EqualFold(strings.TrimRight(line[:min(len(line), len(lead))], " ,")+" ", lead) {
			if lead == "to " && len(split(line)) > 4 {
				continue
			}
			return min(len(lead), len(line))
		}
	}
	return 0
}

// plain is a word without case and marks: what two ways of writing one name share.
func plain(s string) string {
	s = strings.ToLower(s)
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return s
	}
	s = wholeLetters.Replace(s)
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// sameWritten says that two plain words are one name, with the German way to write marks.
func sameWritten(a, b string) bool {
	if a == b {
		return true
	}
	if a == "" || b == "" || a[0] != b[0] || len(a) == len(b) {
		return false
	}
	return marksWritten.Replace(a) == marksWritten.Replace(b)
}

// The constant tables of spelling: how German writes its marks, and letters that do not come apart.
var (
	marksWritten = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")
	wholeLetters = strings.NewReplacer("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i", "’", "'", "þ", "th")
)

// name compares the greeting with whom it goes to.
func (e *examination) name() {
	own := e.recipientWords()
	if len(own) == 0 || allGeneric(own) {
		return
	}
	if placeholderIn(e.cite(e.greet)) != (span{}) {
		return // said already
	}
	if e.greet == (span{}) || e.greet.to <= e.greet.from {
		e.ok("name", "No greeting to compare")
		return
	}
	line := e.cite(e.greet)
	who := line[greetingLead(line):]
	switch verdict := e.judgeGreeting(who, own); verdict {
	case greetsNearly:
		e.add("spelling", afterword.Stop, "“"+strings.TrimSpace(who)+"” is written "+e.to.full+" in the invitation.", e.greet.pair())
	case greetsOther:
		y := strings.TrimSpace(e.to.full)
		if y == "" {
			y = e.called
		}
		e.add("name", afterword.Stop, "This says "+strings.TrimSpace(line)+" but goes to "+y+".", e.greet.pair())
	case greetsNobody:
		e.add("name", afterword.Advice, "It greets nobody by name. It goes to "+e.first()+".", e.greet.pair())
	default:
		e.ok("name", "Greeting matches")
	}
}

// allGeneric says that a note goes to no one in particular: the hiring team.
func allGeneric(own []string) bool {
	for _, w := range own {
		if !generic(w) {
			return false
		}
	}
	return true
}

// greetsTitle says that a greeting ends where the name should stand, when we do not know whose.
func (e *examination) greetsTitle() bool {
	if e.greet.to <= e.greet.from || len(e.recipientWords()) > 0 {
		return false // the name has its own check
	}
	line := e.cite(e.greet)
	lead := greetingLead(line)
	who := strings.TrimSpace(line[lead:])
	if who == "" {
		return lead > 0 && strings.HasPrefix(strings.ToLower(line), "dear")
	}
	t := titleOf(who)
	return lead > 0 && t != "" && t != "Sir" && t != "Professor" && t != "Captain"
}

type greets int

const (
	greetsRecipient greets = iota
	greetsOther
	greetsNobody
	greetsNearly // the right one, with a slip of the pen
)

func (e *examination) judgeGreeting(who string, own []string) greets {
	who = strings.TrimSpace(who)
	title, matched, other, before, slip, names := "", false, false, false, false, 0
	apart := false // after "and": somebody else who is greeted too
	for _, w := range nameParts(who) {
		switch low := plain(w); {
		case low == "and" || low == "&" || low == "y" && names > 0 || low == "und":
			apart = true
			continue
		case titleOf(w) != "":
			title = higher(title, titleOf(w))
			continue
		case matched && w == strings.ToLower(w): // the letter goes on in the same line
			continue
		case particle(w) || generic(low) || len(split(w)) == 0:
			continue
		default:
			names++
			if e.isOneOf(low, own) {
				matched = true
			} else if slipOf(low, own) {
				slip = true
			} else if !apart {
				other, before = true, names == 1
			}
		}
	}
	switch {
	case names == 0 && title != "" && title != "Sir":
		return greetsOther // "Dear Dr."
	case names == 0 && who == "":
		if _, lead := e.cite(e.greet), greetingLead(e.cite(e.greet)); lead == 0 {
			return greetsRecipient
		}
		if strings.HasPrefix(strings.ToLower(e.cite(e.greet)), "dear") {
			return greetsOther
		}
		return greetsRecipient // "Hello,"
	case names == 0:
		return greetsNobody
	case slip && !other && !e.clashes(title):
		return greetsNearly
	case !matched, other && len(own) > 1 && !(apart && before):
		return greetsOther
	case e.clashes(title):
		return greetsOther
	}
	return greetsRecipient
}

// slipOf says that a name is one of these with a slip of the pen: a letter off, or two behind a beginning
// that is the same.
func slipOf(low string, own []string) bool {
	low = strings.TrimSuffix(low, ".")
	for _, o := range own {
		x, y := []rune(low), []rune(o)
		d := distance(x, y)
		if nearly(low, o) || d == 2 && len(x) > 4 && len(y) > 4 && string(x[:3]) == string(y[:3]) {
			return true
		}
	}
	return false
}

// nameParts are the parts of what was greeted; a hyphen keeps a name together.
func nameParts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == ',' || r == '!' || r == '"' || r == '“' || r == '”'
	})
}

func generic(low string) bool {
	switch low {
	case "all", "team", "everyone", "both", "there", "again", "hiring", "manager", "recruiter", "recruiting", "recruitment", "committee", "panel", "colleagues", "madam", "or", "the", "to", "whom", "it", "may", "concern",
		"ma'am", "maam", "sir", "ji", "san", "sensei", "hr", "department", "interviewer", "interviewers", "folks", "sirs", "friend", "human", "resources", "selection", "search", "my", "office", "members", "of", "at", "talent", "acquisition":
		return true
	}
	return false
}

// clashes says that a title was given to the wrong person: Mr for Ms.
func (e *examination) clashes(title string) bool {
	woman := func(t string) bool { return t == "Ms" || t == "Mrs" || t == "Miss" || t == "Dame" || t == "Lady" }
	man := func(t string) bool { return t == "Mr" || t == "Sir" || t == "Lord" }
	return woman(title) && man(e.to.title) || man(title) && woman(e.to.title)
}

// recipientWords are the plain parts of the recipient's name.
func (e *examination) recipientWords() []string {
	var own []string
	full := e.to.full + " " + e.called
	if strings.TrimSpace(full) == "" {
		local, _, ok := strings.Cut(e.k.To, "@")
		if !ok {
			return nil
		}
		if full = strings.NewReplacer(".", " ", "_", " ", "-", " ").Replace(local); len(strings.Fields(full)) < 2 {
			return nil
		}
	}
	for _, w := range nameParts(full) {
		if low := strings.Trim(plain(w), "."); low != "" && titleOf(w) == "" {
			own = append(own, low)
		}
	}
	return own
}

func (e *examination) isOneOf(low string, own []string) bool {
	low = strings.TrimSuffix(strings.Trim(low, "."), "'s")
	if len([]rune(low)) == 1 { // an initial
		for _, o := range own {
			if strings.HasPrefix(o, low) {
				return true
			}
		}
		return false
	}
	for _, o := range own {
		if sameWritten(o, low) || nickname(o, low) || nickname(low, o) {
			return true
		}
		if strings.Contains(o, "-") || strings.Contains(low, "-") {
			a, b := strings.ReplaceAll(o, "-", ""), strings.ReplaceAll(low, "-", "")
			if a == b {
				return true
			}
			for part := range strings.SplitSeq(o, "-") {
				if part == low {
					return true
				}
			}
		}
	}
	return false
}

// nickname says that short is what people call someone with the name long.
func nickname(long, short string) bool {
	if len(short) >= 3 && len(long) >= len(short)+2 && strings.HasPrefix(long, short) || len(short) >= 4 && len(long) > len(short)+1 && strings.HasSuffix(long, short) {
		return true // Sam, Dan, Nick, Alex; Beth, Lena, Tina
	}
	for _, e := range []string{"ie", "y", "i"} {
		if stem := strings.TrimSuffix(short, e); len(stem) >= 4 && stem != short && len(long) > len(stem)+1 && strings.HasPrefix(long, stem) {
			return true // Dougie, Freddy
		}
	}
	if len(long) < 4 {
		return false
	}
	for pair := range strings.FieldsSeq("thomas:tom robert:bob robert:rob william:bill william:will richard:dick richard:rick james:jim james:jamie john:jack michael:mike michael:mick elizabeth:liz elizabeth:beth elizabeth:lizzie catherine:kate catherine:cathy katherine:kate katherine:kathy katharine:kate kathleen:kath margaret:maggie margaret:peggy margaret:meg " +
		"anthony:tony edward:ted edward:eddie charles:charlie charles:chuck henry:harry andrew:drew joseph:joe patricia:trish patricia:pat susan:sue deborah:debbie victoria:vicky rebecca:becky jennifer:jenny christopher:kit nicholas:nico alexandra:sasha alexander:sasha alexander:sandy francisco:paco josé:pepe jose:pepe giuseppe:beppe " +
		"stephen:steve steven:steve matthew:matt gregory:greg jeffrey:jeff timothy:tim kenneth:ken lawrence:larry ronald:ron donald:don theodore:ted abigail:abby barbara:babs dorothy:dot eleanor:ellie eleanor:nell helen:nell isabella:bella jacqueline:jackie caroline:caro philip:pip frederick:fred leonard:len raymond:ray") {
		if l, s, _ := strings.Cut(pair, ":"); l == long && s == short {
			return true
		}
	}
	return false
}

// spelling stops a name of a person or of the employer that is written nearly right.
func (e *examination) spelling() {
	people := e.recipientWords()
	firms := e.firmWords()
	if len(people) == 0 && len(firms) == 0 || e.found("spelling") {
		return
	}
	for i, w := range e.ws {
		if w.from >= e.greet.from && w.to <= e.greet.to || w.from >= e.sign {
			continue
		}
		raw := strings.TrimSuffix(strings.TrimSuffix(e.s[w.from:w.to], "'s"), "’s")
		if r := []rune(raw); len(r) < 4 || !unicode.IsUpper(r[0]) {
			continue
		}
		low := plain(raw)
		if e.knownWord(low, people, firms) {
			continue
		}
		if genericFirm(low) {
			continue // Institute is no slip of Instytut
		}
		sure := !wordSet("common")[low] && !(i == 0 || e.in[i-1] != e.in[i]) // a capital that is not the start of a sentence
		for n, o := range append(people[:len(people):len(people)], firms...) {
			if !sure && len(low) < 6 || n < len(people) && len(o) < 5 || !nearly(low, o) || wordSet("common")[low] {
				continue
			}
			right := e.to.full
			if n >= len(people) {
				right = e.firm
			}
			e.add("spelling", afterword.Stop, "“"+raw+"” is written "+right+" in the invitation.", &[2]int{w.from, w.to})
			return
		}
	}
	if at, right := e.marksLost(); right != "" {
		e.add("spelling", afterword.Advice, "“"+e.cite(at)+"” is written "+right+" in the invitation.", at.pair())
		return
	}
	e.ok("spelling", "Names are written right")
}

// marksLost finds a name that lost its accents: Zoe for Zoë. It is read as meant, so it stops nothing.
func (e *examination) marksLost() (span, string) {
	for _, part := range nameParts(e.to.full + " " + e.firm) {
		if asciiOnly(part) {
			continue
		}
		bare := plain(part)
		for _, w := range e.ws {
			if w.from < e.sign && w.low == bare && asciiOnly(e.s[w.from:w.to]) {
				return span{w.from, w.to}, part
			}
		}
	}
	return span{}, ""
}

func (e *examination) knownWord(low string, people, firms []string) bool {
	for _, list := range [][]string{people, firms} {
		for _, o := range list {
			if sameWritten(low, o) || sameWritten(strings.TrimSuffix(low, "s"), o) || low == o+"es" {
				return true
			}
		}
	}
	b := e.k.Brief
	if b == nil {
		return false
	}
	for _, r := range append(append([]Recipient{b.Agency, b.Contact, b.About}, b.Others...), b.PassOn...) {
		for _, w := range nameParts(r.Name) {
			if plain(w) == low {
				return true
			}
		}
	}
	for _, w := range nameParts(b.From.Name + " " + b.Role + " " + b.To.Line + " " + b.To.Title) {
		if strings.Trim(plain(w), ".,") == low {
			return true
		}
	}
	return false
}

// firmWords are the plain words of the employer's name that belong to it alone.
func (e *examination) firmWords() []string {
	var own []string
	for _, w := range split(e.firm) {
		if low := strings.TrimSuffix(plain(w.low), "'s"); len([]rune(low)) >= 4 && !genericFirm(low) && !wordSet("common")[low] {
			own = append(own, low)
		}
	}
	return own
}

func genericFirm(low string) bool {
	switch low {
	case "the", "of", "and", "for", "group", "ltd", "limited", "inc", "llp", "llc", "gmbh", "corp", "corporation", "company", "plc", "co", "university", "college", "institute", "hospital", "school", "primary", "academy", "bank",
		"borough", "district", "parish", "museum", "ministry", "society", "association", "agency", "centre", "center", "clinic", "library", "theatre", "church", "charity", "national", "royal", "federation", "services", "solutions", "technologies", "technology", "systems", "labs", "studio", "studios", "partners", "capital", "insurance", "foundation", "trust", "hotels", "hotel", "foods", "logistics", "health", "county", "city",
		"council", "department", "international", "global", "digital", "media", "consulting", "holdings", "books", "games", "security", "house", "sons", "air", "rail", "energy", "robotics", "house's", "san", "st", "saint", "de", "at", "outdoor", "direct", "north", "south", "east", "west", "new":
		return true
	}
	return false
}

// nearly says that two plain words are one slip apart, two for long ones.
func nearly(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(y) < 4 || len(x) < 4 {
		return false
	}
	limit := 1
	if len(y) >= 8 {
		limit = 2
	}
	if d := len(x) - len(y); d > limit || -d > limit {
		return false
	}
	if len(y) < 5 && x[0] != y[0] {
		return false
	}
	d := distance(x, y)
	return d > 0 && d <= limit
}

// distance is the edit distance in which two swapped letters are one slip (optimal string alignment).
func distance(a, b []rune) int {
	before := make([]int, len(b)+1)
	last := make([]int, len(b)+1)
	now := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}
