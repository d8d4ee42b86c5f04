package reading

import "strings"

// questionRule is one way of asking a question that every interview has. Its line names the class and
// then what must be there: "a|b" one of them, "a_b" one right after the other, "a>b" one before the
// other, "-a" not there, "<7" fewer words than that, "!" no other word that carries. "@" is a word written like a name.
type questionRule struct {
	class string
	need  []wordSet
	not   wordSet
	after [][2]wordSet // a>b
	next  [][]wordSet  // a_b
	never [][]wordSet  // -a_b
	fewer int
	alone bool
}

// wordSet is a set of the words that the rules know.
type wordSet [8]uint64

func (s *wordSet) add(n int) { s[n/64] |= 1 << (n % 64) }

func (s *wordSet) meets(o *wordSet) bool {
	for i, w := range s {
		if w&o[i] != 0 {
			return true
		}
	}
	return false
}

func (r *questionRule) fits(words []questionWord, has *wordSet) bool {
	for i := range r.need {
		if !has.meets(&r.need[i]) {
			return false
		}
	}
	if has.meets(&r.not) || r.fewer > 0 && len(words) >= r.fewer {
		return false
	}
	if r.alone && !r.carries(words) {
		return false
	}
	for _, a := range r.after {
		from := place(words, a[0], 0)
		if from < 0 || place(words, a[1], from+1) < 0 {
			return false
		}
	}
	for _, seq := range r.next {
		if !follows(words, seq) {
			return false
		}
	}
	for _, seq := range r.never {
		if follows(words, seq) {
			return false
		}
	}
	return true
}

// carries says that the words of the rule are all that carries a question.
func (r *questionRule) carries(words []questionWord) bool {
	for _, w := range words {
		if emptyWord()[w.concept] {
			continue
		}
		one := false
		for _, n := range r.need {
			one = one || w.in(n)
		}
		if !one {
			return false
		}
	}
	return true
}

// in says that a word is one of a set.
func (w questionWord) in(s wordSet) bool {
	var has wordSet
	if n, ok := ruleWords()[w.concept]; ok {
		has.add(n)
	}
	if w.name {
		has.add(ruleWords()["@"])
	}
	return has.meets(&s)
}

func place(words []questionWord, s wordSet, from int) int {
	for i := from; i < len(words); i++ {
		if words[i].in(s) {
			return i
		}
	}
	return -1
}

func follows(words []questionWord, seq []wordSet) bool {
	for i := 0; i+len(seq) <= len(words); i++ {
		all := true
		for j, s := range seq {
			all = all && words[i+j].in(s)
		}
		if all {
			return true
		}
	}
	return false
}

// turns are the turns of phrase that became one word, like "why_us".
func turns() map[string]bool {
	m := map[string]bool{}
	for _, list := range phrases() {
		for _, p := range list {
			if strings.Contains(p.to, "_") {
				m[p.to] = true
			}
		}
	}
	return m
}

// ruleVocabulary numbers the words that occur in rules.
func ruleVocabulary(lines string) map[string]int {
	m := map[string]int{"@": 0}
	put := func(w string) {
		if c := conceptOf(w); w != "@" {
			if _, ok := m[c]; !ok {
				m[c] = len(m)
			}
		}
	}
	whole := turns()
	for line := range strings.Lines(lines) {
		_, terms, _ := strings.Cut(line, ":")
		for term := range strings.FieldsFuncSeq(terms, func(r rune) bool { return strings.ContainsRune(" |>-\n\t;", r) }) {
			switch {
			case term[0] == '<', term == "!":
			case whole[term]:
				put(term)
			default:
				for w := range strings.SplitSeq(term, "_") {
					put(w)
				}
			}
		}
	}
	return m
}

func readRules(lines string) []questionRule {
	var rules []questionRule
	whole := turns()
	for line := range strings.Lines(lines) {
		class, ways, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for way := range strings.SplitSeq(ways, ";") {
			r := questionRule{class: class}
			for term := range strings.FieldsSeq(way) {
				r.term(term, whole)
			}
			rules = append(rules, r)
		}
	}
	return rules
}

func (r *questionRule) term(term string, whole map[string]bool) {
	switch {
	case term == "!":
		r.alone = true
	case term[0] == '<':
		for _, d := range term[1:] {
			r.fewer = r.fewer*10 + int(d-'0')
		}
	case term[0] == '-':
		for one := range strings.SplitSeq(term[1:], "|") {
			if strings.Contains(one, "_") && !whole[one] {
				r.never = append(r.never, sequence(one))
				continue
			}
			for i, w := range oneOfWords(one) {
				r.not[i] |= w
			}
		}
	case strings.Contains(term, ">"):
		a, b, _ := strings.Cut(term, ">")
		r.after = append(r.after, [2]wordSet{oneOfWords(a), oneOfWords(b)})
		r.need = append(r.need, oneOfWords(a), oneOfWords(b))
	case strings.Contains(term, "_") && !strings.Contains(term, "|") && !whole[term]:
		seq := sequence(term)
		r.next, r.need = append(r.next, seq), append(r.need, seq...)
	default:
		r.need = append(r.need, oneOfWords(term))
	}
}

func sequence(term string) (seq []wordSet) {
	for w := range strings.SplitSeq(term, "_") {
		seq = append(seq, oneOfWords(w))
	}
	return seq
}

func oneOfWords(list string) (s wordSet) {
	for w := range strings.SplitSeq(list, "|") {
		n, ok := ruleWords()[conceptOf(w)]
		if w == "@" {
			n, ok = 0, true
		}
		if !ok {
			panic("reading: the rule word " + w + " is not known")
		}
		s.add(n)
	}
	return s
}

// readClassWords gives each class the words of its name, and of its line where it has one.
func readClassWords(lines string) map[string][]string {
	m := map[string][]string{}
	for _, r := range questionRules() {
		if _, ok := m[r.class]; !ok {
			m[r.class] = conceptsOf(strings.ReplaceAll(r.class, "_", " "))
		}
	}
	for line := range strings.Lines(lines) {
		if class, list, ok := strings.Cut(strings.TrimSpace(line), ":"); ok {
			m[class] = conceptsOf(list)
		}
	}
	return m
}

func conceptsOf(list string) (concepts []string) {
	for w := range strings.FieldsSeq(list) {
		concepts = append(concepts, conceptOf(w))
	}
	return concepts
}
