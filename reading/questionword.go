package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"
)

// questionWord is a word of a question in the form that its relatives share.
type questionWord struct {
	concept string
	name    bool // written like a name: a capital inside a sentence
}

// questionWords takes a question apart: case, accents, punctuation and short forms do not matter, and
// words and turns of phrase that mean the same become the same.
func questionWords(q string) []questionWord {
	raw := splitWords(q)
	words := make([]questionWord, 0, len(raw))
	for i := 0; i < len(raw); {
		if n, to := phraseAt(raw[i:]); n > 0 {
			for w := range strings.FieldsSeq(to) {
				words = append(words, questionWord{concept: conceptOf(w)})
			}
			i += n
			continue
		}
		words = append(words, questionWord{concept: conceptOf(raw[i].text), name: raw[i].name})
		i++
	}
	return words
}

type rawWord struct {
	text string
	name bool
}

var (
	plainQuotes = strings.NewReplacer("’", "'", "`", "", "‘", "'")
	shortNot    = map[string]string{"ca": "can", "wo": "will", "sha": "shall"}
	shortTails  = map[string]string{"ve": "have", "re": "are", "d": "would", "ll": "will", "m": "am"}
)

// splitWords are the words of a text in lower case without accents; "what's" is two of them.
func splitWords(q string) []rawWord {
	if strings.ContainsAny(q, "’‘`") {
		q = plainQuotes.Replace(q)
	}
	list := make([]rawWord, 0, 16)
	begins := true // of a sentence
	for i := 0; i < len(q); {
		r, size := utf8.DecodeRuneInString(q[i:])
		if !inWord(r) {
			begins = begins || strings.ContainsRune(".?!:", r)
			i += size
			continue
		}
		from := i
		for i < len(q) {
			r, size = utf8.DecodeRuneInString(q[i:])
			if !inWord(r) && (i == from || !strings.ContainsRune("'+#", r)) {
				break
			}
			i += size
		}
		word := strings.TrimRight(q[from:i], "'")
		first, _ := utf8.DecodeRuneInString(word)
		name := unicode.IsUpper(first) && !begins && word != "I" && !strings.HasPrefix(word, "I'")
		begins = false
		list = shortForms(list, plain(word), name)
	}
	if named := countNames(list); named > 2 && named*2 > len(list) { // Written Like A Headline
		for i := range list {
			list[i].name = false
		}
	}
	return list
}

func countNames(list []rawWord) (n int) {
	for _, w := range list {
		if w.name {
			n++
		}
	}
	return n
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// plain is a word in lower case, without the accents of Latin letters.
func plain(word string) string {
	lower := strings.ToLower(word)
	for i := range len(lower) {
		if lower[i] >= utf8.RuneSelf {
			return norm.NFC.String(strings.Map(func(r rune) rune {
				if r >= 0x300 && r <= 0x36f {
					return -1
				}
				return r
			}, norm.NFKD.String(lower)))
		}
	}
	return lower
}

// shortForms adds a word, taken apart at its apostrophe.
func shortForms(list []rawWord, word string, name bool) []rawWord {
	head, tail, found := strings.Cut(word, "'")
	if !found {
		return append(list, rawWord{word, name})
	}
	if stem, ok := strings.CutSuffix(word, "n't"); ok {
		if full := shortNot[stem]; full != "" {
			stem = full
		}
		return append(list, rawWord{stem, false}, rawWord{"not", false})
	}
	list = append(list, rawWord{head, name})
	if full := shortTails[tail]; full != "" {
		return append(list, rawWord{full, false})
	}
	if tail == "s" { // what's, that's; of a name it only says whose
		switch head {
		case "what", "that", "there", "it", "how", "who", "where", "when", "why", "here":
			return append(list, rawWord{"is", false})
		}
		return list
	}
	if tail != "" {
		list = append(list, rawWord{tail, false})
	}
	return list
}

// phraseAt is how many words a known turn of phrase takes up here, and what it becomes.
func phraseAt(raw []rawWord) (n int, to string) {
	for _, p := range phrases()[raw[0].text] {
		if len(p.words) <= len(raw) && len(p.words) > n && matches(raw, p.words) {
			n, to = len(p.words), p.to
		}
	}
	return n, to
}

func matches(raw []rawWord, words []string) bool {
	for i, w := range words {
		if raw[i].text != w {
			return false
		}
	}
	return true
}

// conceptOf is what a word stands for.
func conceptOf(word string) string {
	if c, ok := likeWords()[word]; ok {
		return c
	}
	if c, ok := frequent()[word]; ok {
		return c
	}
	return stemOf(word)
}

// stemOf is what a word stands for that is not known as it is written.
func stemOf(word string) string {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return word // a number, or not English
		}
	}
	s := english.Stem(word, true)
	if c, ok := likeWords()[s]; ok {
		return c
	}
	return s
}

type phrase struct {
	words []string
	to    string
}

func readPhrases(lines string) map[string][]phrase {
	m := map[string][]phrase{}
	for line := range strings.Lines(lines) {
		to, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for one := range strings.SplitSeq(list, ",") {
			if words := strings.Fields(one); len(words) > 0 {
				m[words[0]] = append(m[words[0]], phrase{words, strings.TrimSpace(to)})
			}
		}
	}
	return m
}

// readAlike reads lines "concept: words"; each word stands as it is written and by its stem.
func readAlike(lines string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(lines) {
		concept, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for w := range strings.FieldsSeq(list) {
			m[w] = concept
		}
	}
	return m
}

func readEmpty(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
		m[conceptOf(w)] = true
	}
	return m
}

// readFrequent knows beforehand what the most frequent words stand for: stemming costs the most.
func readFrequent(list string) map[string]string {
	m := map[string]string{}
	for w := range strings.FieldsSeq(list) {
		if _, ok := likeWords()[w]; !ok {
			m[w] = stemOf(w)
		}
	}
	return m
}
