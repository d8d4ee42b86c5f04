package note

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// text is a letter taken apart once, for all checks.
type text struct {
	s       string
	ws      []word
	in      []int // the sentence in which each word stands
	greet   span  // the greeting line, empty when there is none
	sign    int   // where the close begins; len(s) when there is none
	blocks  []span
	english bool
}

type span struct{ from, to int }

func (s span) pair() *[2]int { return &[2]int{s.from, s.to} }

// pattern is one phrase of the catalogue.
type pattern struct {
	toks   []tok
	calmer string
	start  bool // only at the start of a sentence
}

// tok is one place of a phrase: words of which one must stand there, or a hole.
type tok struct {
	words    []string
	optional bool
	any      int             // how many words may be anything: 1 for _, 3 for *, 8 for **
	set      map[string]bool // words of a closed list
	number   bool
	pay      bool // a number that is a sum of money
	end      bool // nothing more in the sentence; nothing is taken
	not      bool // none of the words may follow; nothing is taken
}

// phrasebook finds the phrases of one check, by their first word.
type phrasebook map[string][]*pattern

func phrases(check string) phrasebook { return phrasebooks()[check] }

var phrasebooks = sync.OnceValue(func() map[string]phrasebook {
	data, err := catalogue.ReadFile("lang/en.phrases.txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	books := map[string]phrasebook{}
	var book phrasebook
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			book = phrasebook{}
			books[strings.Trim(line, "[]")] = book
		default:
			book.add(line)
		}
	}
	return books
})

func (b phrasebook) add(line string) {
	words, calmer, _ := strings.Cut(line, "=>")
	p := &pattern{calmer: strings.TrimSpace(calmer), start: strings.HasPrefix(words, "^")}
	words = strings.TrimPrefix(words, "^")
	for f := range strings.FieldsSeq(words) {
		t := tok{}
		if f != "?" && strings.HasSuffix(f, "?") {
			t.optional, f = true, strings.TrimSuffix(f, "?")
		}
		if cut, ok := strings.CutPrefix(f, "!"); ok {
			t.not, f = true, cut
		}
		for x := range strings.SplitSeq(f, "|") {
			switch {
			case x == "_":
				t.any = 1
			case x == "*":
				t.any = 3
			case x == "**":
				t.any = 8
			case x == "#":
				t.number = true
			case x == "£":
				t.pay = true
			case x == "$":
				t.end = true
			case x[0] == '<':
				t.set = wordSet(strings.Trim(x, "<>"))
			default:
				t.words = append(t.words, x)
			}
		}
		p.toks = append(p.toks, t)
	}
	for _, w := range p.toks[0].words {
		b[w] = append(b[w], p)
	}
	for w := range p.toks[0].set {
		b[w] = append(b[w], p)
	}
}

// find gives the first place of a phrase from word i on.
func (t *text) find(b phrasebook, i int) (span, *pattern, int) {
	for ; i < len(t.ws); i++ {
		for _, p := range b[t.ws[i].low] {
			if p.start && i > 0 && t.in[i-1] == t.in[i] {
				continue
			}
			if end := t.match(p.toks[1:], i+1, t.in[i]); end > 0 {
				return span{t.ws[i].from, t.ws[end-1].to}, p, i
			}
		}
	}
	return span{}, nil, -1
}

// has says that a phrase of the book stands in the text.
func (t *text) has(b phrasebook) bool {
	_, p, _ := t.find(b, 0)
	return p != nil
}

// match follows a phrase through one sentence and gives the word after it, 0 for none.
func (t *text) match(toks []tok, i, sentence int) int {
	if len(toks) == 0 {
		return i
	}
	k := toks[0]
	more := i < len(t.ws) && t.in[i] == sentence
	if k.not || k.end {
		if more && (k.end || k.fits(t.ws[i].low)) {
			return 0
		}
		return t.match(toks[1:], i, sentence)
	}
	if more && (k.fits(t.ws[i].low) || k.pay && t.sum(i)) {
		if end := t.match(toks[1:], i+1, sentence); end > 0 {
			return end
		}
	}
	if k.any > 1 {
		for n := 2; n <= k.any && i+n-1 < len(t.ws) && t.in[i+n-1] == sentence; n++ {
			if end := t.match(toks[1:], i+n, sentence); end > 0 {
				return end
			}
		}
	}
	if k.optional || k.any > 1 {
		return t.match(toks[1:], i, sentence)
	}
	return 0
}

func (k tok) fits(w string) bool {
	if k.any > 0 {
		return true
	}
	return k.number && w[0] >= '0' && w[0] <= '9' || k.set[w] || has(k.words, w)
}

// sum says that the number at i is money: a sign before it, thousands behind it, or a word for either.
func (t *text) sum(i int) bool {
	w := t.ws[i]
	if w.low[0] < '0' || w.low[0] > '9' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(t.s[:w.from])
	next := ""
	if i+1 < len(t.ws) && t.in[i+1] == t.in[i] {
		next = t.ws[i+1].low
	}
	return unicode.Is(unicode.Sc, before) || strings.HasSuffix(w.low, "k") || wordSet("money")[next] || i > 0 && wordSet("currency")[t.ws[i-1].low]
}

// takeApart prepares a letter.
func takeApart(body, lang string) *text {
	t := &text{s: body, ws: split(body), sign: len(body)}
	t.in = make([]int, len(t.ws))
	n := 0
	for i := 1; i < len(t.ws); i++ {
		if breaks(body[t.ws[i-1].to:t.ws[i].from], body[t.ws[i-1].from:t.ws[i-1].to]) {
			n++
		}
		t.in[i] = n
	}
	t.findBlocks()
	t.findGreeting()
	t.findSign()
	t.english = english(lang)
	if lang == "" {
		t.english = t.looksEnglish()
	}
	return t
}

// breaks says that a sentence ends between two words.
func breaks(between, before string) bool {
	if strings.Contains(between, "\n") && (strings.Count(between, "\n") > 1 || strings.ContainsAny(between, ",-*•")) {
		return true
	}
	for i := 0; i < len(between); i++ {
		switch between[i] {
		case '!', '?':
			return true
		case '.':
			return i > 0 || !abbreviation(before+".")
		}
	}
	return false
}

// looksEnglish compares the small words of English with those of its neighbours.
func (t *text) looksEnglish() bool {
	english, other := 0, 0
	for _, w := range t.ws {
		switch w.low {
		case "the", "to", "and", "of", "you", "i", "for", "is", "with", "that", "it", "my", "your", "would", "have", "be", "at", "this", "about", "thank", "thanks", "we", "are":
			english++
		case "der", "die", "das", "und", "ich", "sie", "für", "mit", "ist", "nicht", "ihnen", "ein", "eine", "zu", "im", // German
			"le", "la", "les", "et", "je", "vous", "pour", "une", "des", "est", "que", "merci", "dans", // French
			"el", "los", "las", "y", "por", "para", "gracias", "una", "con", "en", "su", // Spanish
			"o", "os", "obrigado", "obrigada", "uma", "não", "com", "da", "do", "di", "il", "per", "grazie", "che", "sono", // Portuguese, Italian
			"het", "een", "ik", "van", "voor", "niet", "och", "jag", "att", "på", "det", "og", "jeg", "til", "w", "na", "się", "nie": // Dutch, Nordic, Polish
			other++
		}
	}
	return english >= other && (english > 0 || len(t.ws) < 12 || other == 0 && asciiOnly(t.s))
}

func asciiOnly(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// findBlocks cuts the letter at its blank lines.
func (t *text) findBlocks() {
	at, from := 0, -1
	for line := range strings.Lines(t.s) {
		if strings.TrimSpace(line) == "" {
			if from >= 0 {
				t.blocks = append(t.blocks, t.trim(from, at))
			}
			from = -1
		} else if from < 0 {
			from = at
		}
		at += len(line)
	}
	if from >= 0 {
		t.blocks = append(t.blocks, t.trim(from, at))
	}
}

func (t *text) trim(from, to int) span {
	s := t.s[from:to]
	from += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	to -= len(s) - len(strings.TrimRightFunc(s, unicode.IsSpace))
	return span{from, max(from, to)}
}

// findSign finds the close: the last lines, when they are short and no sentence.
func (t *text) findSign() {
	for n := len(t.blocks) - 1; n > 0 && n >= len(t.blocks)-2; n-- {
		b := t.blocks[n]
		s := t.s[b.from:b.to]
		if len(split(s)) > 9 || n < len(t.blocks)-1 && !strings.HasSuffix(s, ",") || strings.ContainsAny(s, "?") {
			break
		}
		if strings.HasSuffix(s, ".") && !abbreviation(s) {
			break
		}
		t.sign = b.from
	}
	if t.sign < len(t.s) || len(t.blocks) == 0 {
		return
	}
	// The last line of the last block, when it is only a name.
	b := t.blocks[len(t.blocks)-1]
	if i := strings.LastIndexByte(t.s[b.from:b.to], '\n'); i > 0 {
		last := t.s[b.from+i+1 : b.to]
		if n := len(split(last)); n > 0 && n <= 4 && !ended(last) {
			t.sign = b.from + i + 1
		}
	}
}

// wordsIn are the words that lie in a span.
func (t *text) wordsIn(s span) []word {
	i := 0
	for i < len(t.ws) && t.ws[i].from < s.from {
		i++
	}
	j := i
	for j < len(t.ws) && t.ws[j].to <= s.to {
		j++
	}
	return t.ws[i:j]
}
