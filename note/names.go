package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// naming is a name taken apart: what to call someone, without a guess of gender.
type naming struct {
	title  string // "Dr", "Ms", "Professor", as written but without a full stop
	given  string // empty when the name does not tell
	family string // with its particles: "van Beethoven"
	full   string // without title, degree and remarks, given name first
}

// nameOf takes a name apart. What it is not sure of it leaves out: the full name is never wrong.
func nameOf(s string) naming {
	s = calledLast(s)
	if described(s) {
		return naming{} // "the tall one": no name
	}
	words := nameWords(s)
	var n naming
	for len(words) > 1 || len(words) == 1 && titleOf(words[0]) != "" {
		t := titleOf(words[0])
		if t == "" {
			break
		}
		n.title = higher(n.title, t)
		words = words[1:]
	}
	n.full = strings.Join(words, " ")
	switch {
	case len(words) == 0:
	case len(words) == 1:
		n.given = words[0]
		if n.title != "" {
			n.given, n.family = "", words[0]
		}
	case spelledFirst(words) > 0:
		at := spelledFirst(words)
		n.family, n.given = properCase(strings.Join(words[:at], " ")), strings.Join(words[at:], " ")
		n.full = n.given + " " + n.family
	case len(words) == 2 && surelyFamily(words[0]) && !surelyFamily(words[1]):
		n.family = words[0] // which of the two people are called by, the name does not tell
	case familyFirst(words):
		n.family, n.given = words[0], strings.Join(words[1:], " ")
		if vietnamese(words[0]) {
			n.given = words[len(words)-1] // the last name is the one that people are called by
		}
	default:
		n.given, n.family = westernOrder(words)
	}
	if n.family != "" && (n.given == "Don" || n.given == "Doña" || n.given == "Doc") {
		n.given = "" // a name, or a courtesy: the name does not tell
	}
	if isInitial(n.given) || !startsWithLetter(n.given) || writtenWithoutSpaces(n.full) {
		n.given = ""
	}
	return n
}

// nameWords strips what is no part of a name: an address, brackets, degrees, a firm after a bar; and
// turns "Nair, Priya" round.
func nameWords(s string) []string {
	for _, cut := range []string{"<", "(", "|", "[", " - ", " – ", " @ ", "/"} {
		if i := strings.Index(s, cut); i > 0 {
			s = s[:i]
		}
	}
	s = strings.Trim(strings.TrimSpace(s), `"'“”,;?`)
	if strings.Contains(s, "@") {
		return nil
	}
	if before, after, ok := strings.Cut(s, ","); ok && described(before) {
		s = after // "the tall technician, Jens"
	}
	if before, after, ok := strings.Cut(s, ","); ok {
		after = strings.TrimSpace(after)
		first, _, _ := strings.Cut(after, ",")
		if first = strings.TrimSpace(first); allDegrees(first) {
			s = before
		} else {
			s = first + " " + before
		}
	}
	words := strings.Fields(s)
	for len(words) > 1 && allDegrees(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if strings.ToLower(s) == s {
		for i, w := range words {
			if !particle(w) {
				words[i] = upperFirst(w)
			}
		}
	}
	return words
}

// calledLast leaves out what was noted beside a name: "some guy Andrés" is Andrés, and so is "Andrés (tall)".
func calledLast(s string) string {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	words := strings.Fields(s)
	n := len(words)
	for n > 0 && startsUpper(words[n-1]) {
		n--
	}
	if n > 0 && n < len(words) && wordSet("determiner")[strings.ToLower(words[0])] {
		return strings.Join(words[n:], " ")
	}
	return s
}

// described says that these words tell who someone is, and not what they are called.
func described(s string) bool {
	s = strings.TrimSpace(s)
	if before, after, ok := strings.Cut(s, ","); ok && startsUpper(strings.TrimSpace(after)) && len(strings.Fields(after)) < 3 && described(before) {
		return false
	}
	for i, w := range split(s) {
		if i == 0 && wordSet("determiner")[w.low] || strings.HasSuffix(w.low, "n't") || w.low == "someone" || w.low == "unknown" || w.low == "name" || w.low == "chair" && i > 0 {
			return s[w.from:w.to] == w.low || w.low == "the" || w.low == "unknown" || w.low == "someone" || w.low == "a"
		}
	}
	return false
}

func titleOf(w string) string {
	switch strings.ToLower(strings.TrimRight(w, ".")) {
	case "mr", "mister", "herr":
		return "Mr"
	case "mrs":
		return "Mrs"
	case "ms", "frau":
		return "Ms"
	case "miss":
		return "Miss"
	case "mx":
		return "Mx"
	case "dr", "doctor":
		return "Dr"
	case "prof", "professor":
		return "Professor"
	case "sir":
		return "Sir"
	case "dame":
		return "Dame"
	case "rev", "reverend":
		return "Reverend"
	case "lord":
		return "Lord"
	case "lady":
		return "Lady"
	case "judge":
		return "Judge"
	case "captain", "capt":
		return "Captain"
	case "cllr", "councillor":
		return "Councillor"
	case "sister", "sr":
		return "Sister"
	case "father", "fr":
		return "Father"
	case "pd":
		return "Mx" // a rank beside a title, never said alone
	case "maître", "maitre":
		return "Maître"
	case "engr":
		return "Engr"
	case "alhaji", "hajia", "chef", "coach", "pastor", "imam", "rabbi", "sheikh", "chief", "datuk", "encik", "puan", "shri", "smt", "señor", "señora", "madame", "monsieur", "signor", "signora",
		"barrister", "inspector", "sergeant", "colonel", "major", "matron", "canon", "bishop":
		return upperFirst(strings.ToLower(strings.TrimRight(w, ".")))
	}
	return ""
}

// higher is the title people would use of two: Prof. Dr. is Professor, Mr Dr is Dr.
func higher(a, b string) string {
	rank := func(t string) int {
		switch t {
		case "":
			return 0
		case "Mr", "Mrs", "Ms", "Miss", "Mx", "Madame", "Monsieur", "Señor", "Señora", "Signor", "Signora":
			return 1
		case "Dr":
			return 2
		}
		return 3
	}
	if rank(a) >= rank(b) {
		return a
	}
	return b
}

func allDegrees(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch strings.ToLower(strings.ReplaceAll(strings.Trim(w, ","), ".", "")) {
		case "père", "fils", "senior", "junior", "phd", "md", "mba", "msc", "bsc", "ma", "ba", "jr", "sr", "ii", "iii", "iv", "esq", "cpa", "rn", "frcs", "obe",
			"mbe", "cbe", "dphil", "llm", "llb", "jd", "pmp", "cfa", "fcipd", "mcipd", "ceng", "qc", "kc":
		default:
			return false
		}
	}
	return s != ""
}

func particle(w string) bool {
	switch strings.ToLower(w) {
	case "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "los", "las",
		"ten", "ter", "zu", "zum", "zur", "af", "av", "bin", "binti", "bint", "ibn", "al", "el", "ap", "y", "e", "san", "st", "st.":
		return true
	}
	return false
}

// westernOrder takes the given name first, the family name with its particles last.
func westernOrder(words []string) (given, family string) {
	at := len(words) - 1
	for i := 1; i < len(words)-1; i++ {
		if particle(words[i]) {
			at = i
			break
		}
	}
	given = words[0]
	if double(words, at) {
		given = words[0] + " " + words[1]
	}
	return given, strings.Join(words[at:], " ")
}

// double says that the first two words are one given name, as in María José or Jean Paul.
func double(words []string, at int) bool {
	if at < 2 {
		return false
	}
	second := map[string]string{"maría": "josé teresa luisa elena", "maria": "jose josé teresa luisa elena joão", "josé": "luis maría antonio manuel",
		"jose": "luis maria antonio manuel", "juan": "carlos pablo manuel josé", "jean": "paul pierre luc claude marc françois", "ana": "maria maría paula luísa", "anna": "maria lena"}
	for w := range strings.FieldsSeq(second[strings.ToLower(words[0])]) {
		if w == strings.ToLower(words[1]) {
			return true
		}
	}
	return false
}

// spelledFirst counts the family names in capitals before a given name that is not: WANG Xiaoming.
func spelledFirst(words []string) int {
	n := 0
	for n < len(words) && capitals(words[n]) {
		n++
	}
	if n == len(words) {
		return 0
	}
	return n
}

func capitals(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) || r == '.' {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// familyFirst says that the family name leads, where the name itself tells: Kim Min-jun, Nguyen Thi
// Lan, Wong Kar Wai. A name that may be either is read in western order.
func familyFirst(words []string) bool {
	first, last := strings.ToLower(words[0]), strings.ToLower(words[len(words)-1])
	if vietnamese(first) {
		return len(words) > 2 && !vietnamese(last)
	}
	if !eastAsian(first) {
		return false
	}
	return len(words) == 3 && !eastAsian(last) || strings.Contains(last, "-") && !eastAsian(last)
}

func vietnamese(w string) bool {
	switch strings.ToLower(w) {
	case "nguyen", "nguyễn", "tran", "trần", "pham", "phạm", "hoang", "hoàng", "huynh", "huỳnh", "phan", "vu", "vũ", "dang", "đặng", "bui", "bùi", "duong", "dương":
		return true
	}
	return false
}

func eastAsian(w string) bool {
	switch w {
	case "kim", "park", "lee", "choi", "jung", "jeong", "kang", "yoon", "jang", "lim", "han", "shin", "wang", "li", "zhang", "liu", "chen",
		"yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "zhu", "ma", "hu", "guo", "lin", "he", "gao", "luo", "wong", "chan", "cheung",
		"lam", "leung", "ng", "tan", "ong", "goh", "chua", "koh", "teo", "tsai", "hsu":
		return true
	}
	return false
}

// surelyFamily says that a name is a family name and hardly ever a given one: Wang, but not Kim or Lee.
func surelyFamily(w string) bool {
	switch strings.ToLower(w) {
	case "wang", "zhang", "liu", "chen", "zhao", "huang", "zhou", "wu", "xu", "zhu", "guo", "gao", "luo", "wong", "chan", "cheung", "leung", "tsai", "hsu",
		"choi", "jeong", "yoon", "jang":
		return true
	}
	return vietnamese(w)
}

func isInitial(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters == 1 || letters <= 3 && strings.Contains(w, ".")
}

func startsWithLetter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r)
}

// writtenWithoutSpaces says that a name is in a script whose names are one word: 王小明.
func writtenWithoutSpaces(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

func properCase(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		words[i] = upperFirst(w)
	}
	return strings.Join(words, " ")
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// greeted is what stands after Dear: the way they are called if that is known, title and family name
// where a title is known and the register is formal, the full name in a formal letter without one.
func (r Recipient) greeted(formal, american bool) string {
	if r.Called != "" {
		return strings.TrimSpace(r.Called)
	}
	n := nameOf(r.Name)
	switch {
	case formal && n.title != "" && (n.title == "Sir" || n.title == "Dame") && n.given != "":
		return n.title + " " + n.given
	case n.title == "Sister" || n.title == "Father":
		return n.title + " " + n.full // by which of the names, the name does not tell
	case formal && n.title != "" && vietnamese(n.family) && n.given != "":
		return writeTitle(n.title, american) + " " + n.given
	case formal && n.title != "" && n.family != "":
		return writeTitle(n.title, american) + " " + n.family
	case !formal && n.given != "":
		return n.given
	case n.title != "" && n.family != "":
		return writeTitle(n.title, american) + " " + n.family
	}
	return n.full
}

// spoken is how a letter to someone else names them: the full name, with an academic title.
func (r Recipient) spoken(formal, american bool) string {
	n := nameOf(r.Name)
	if n.full == "" && !strings.Contains(r.Name, "@") {
		return strings.TrimSpace(r.Name)
	}
	if formal && n.title != "" {
		return writeTitle(n.title, american) + " " + n.full
	}
	return n.full
}

// first is what our own words call them on screen.
func (r Recipient) first() string {
	n := nameOf(r.Name)
	switch {
	case n.given != "":
		return n.given
	case n.full != "":
		return n.full
	}
	return r.Called
}

func writeTitle(t string, american bool) string {
	if american && (t == "Mr" || t == "Mrs" || t == "Ms" || t == "Dr" || t == "Mx") {
		return t + "."
	}
	return t
}

func (b Brief) formalTo() bool {
	switch b.To.Register {
	case "formal":
		return true
	case "first_name":
		return false
	}
	return b.From.Formal
}

func (b Brief) region() string {
	if b.Region != "" {
		return strings.ToUpper(b.Region)
	}
	return strings.ToUpper(b.From.Region)
}

// american says that spelling, titles and dates follow the United States.
func (b Brief) american() bool {
	r, _, _ := strings.Cut(b.region(), "-")
	return r == "US" || r == "" && strings.HasSuffix(strings.ToUpper(b.Lang), "-US")
}
