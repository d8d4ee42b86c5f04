package when

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

// Phrasing is a turn of phrase: a pattern, with sets of pieces of text. One of each set stands in
// whatever it matches. Looking for pieces costs a small part of trying the pattern, and most texts hold none.
type Phrasing struct {
	*regexp.Regexp
	pieces [][]string     // in lower case; none when nothing is known
	atWord *regexp.Regexp // of a large pattern that begins with a blank: the same, to be tried there only
}

// NewPhrasing compiles a pattern; one that does not compile is a fault of ours.
func NewPhrasing(expr string) Phrasing {
	p := Phrasing{Regexp: regexp.MustCompile(expr)}
	if tree, err := syntax.Parse(expr, syntax.Perl); err == nil {
		tree = tree.Simplify()
		p.pieces = needs(tree)
		if large(tree) && beginsWithBlank(tree) {
			p.atWord = regexp.MustCompile(`^(?:` + expr + `)`)
		}
	}
	return p
}

// Maybe says whether the pattern can match a text at all; lower is that text in lower case.
func (p Phrasing) Maybe(lower string) bool {
	for _, set := range p.pieces {
		if !slices.ContainsFunc(set, func(piece string) bool { return strings.Contains(lower, piece) }) {
			return false
		}
	}
	return true
}

// In says whether the pattern matches a text that is in lower case already.
func (p Phrasing) In(lower string) bool { return p.Maybe(lower) && p.MatchString(lower) }

// All finds what FindAllStringIndex finds. A large pattern is slow where it may begin anywhere, so one
// that begins with a blank is tried at blanks.
func (p Phrasing) All(text string) (found [][]int) {
	if p.atWord == nil {
		return p.FindAllStringIndex(text, -1)
	}
	for i := 0; i < len(text); {
		next := strings.IndexByte(text[i:], ' ')
		if next < 0 {
			break
		}
		i += next
		m := p.atWord.FindStringIndex(text[i:])
		if m == nil {
			i++
			continue
		}
		found = append(found, []int{i, i + m[1]})
		i += m[1]
	}
	return found
}

// large says that a pattern is tried in the slow way (regexp's backtracker takes 500 instructions).
func large(tree *syntax.Regexp) bool {
	prog, err := syntax.Compile(tree)
	return err == nil && len(prog.Inst) > 500
}

// beginsWithBlank says that every match begins with a blank, and that nothing in it looks at what
// stands before.
func beginsWithBlank(tree *syntax.Regexp) bool {
	first := tree
	for first.Op == syntax.OpConcat || first.Op == syntax.OpCapture {
		first = first.Sub[0]
	}
	return first.Op == syntax.OpLiteral && first.Rune[0] == ' ' && !looksAround(tree)
}

func looksAround(tree *syntax.Regexp) bool {
	switch tree.Op {
	case syntax.OpBeginLine, syntax.OpBeginText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	}
	return slices.ContainsFunc(tree.Sub, looksAround)
}

// How far a pattern is written out: more pieces than this cost more than they save.
const (
	maxExact  = 24
	maxPieces = 200
	maxSets   = 3
)

// exact is every text that a pattern can match, in lower case; nil when there are many.
func exact(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{lowerRunes(re.Rune)}
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []string{""}
	case syntax.OpCapture:
		return exact(re.Sub[0])
	case syntax.OpQuest:
		if sub := exact(re.Sub[0]); sub != nil {
			return append(slices.Clone(sub), "")
		}
	case syntax.OpCharClass:
		return exactClass(re.Rune)
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			one := exact(sub)
			if one == nil || len(all)+len(one) > maxExact {
				return nil
			}
			all = append(all, one...)
		}
		return all
	case syntax.OpConcat:
		all := []string{""}
		for _, sub := range re.Sub {
			if all = times(all, exact(sub)); all == nil {
				return nil
			}
		}
		return all
	}
	return nil
}

// exactClass writes out a class of a few signs.
func exactClass(pairs []rune) []string {
	var all []string
	for i := 0; i+1 < len(pairs); i += 2 {
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			if s := string(unicode.ToLower(r)); !slices.Contains(all, s) {
				all = append(all, s)
			}
			if len(all) > 6 {
				return nil
			}
		}
	}
	return all
}

// times puts each of b behind each of a; nil when that is too many.
func times(a, b []string) []string {
	if len(b) == 0 || len(a)*len(b) > maxExact {
		return nil
	}
	all := make([]string, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			all = append(all, x+y)
		}
	}
	return all
}

// needs is sets of pieces: of each, one stands in every match. The best come first.
func needs(re *syntax.Regexp) [][]string {
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return needs(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needs(re.Sub[0])
		}
	case syntax.OpAlternate:
		if all := useful(exact(re)); all != nil {
			return [][]string{all}
		}
		var all []string
		for _, sub := range re.Sub {
			one := needs(sub)
			if one == nil || len(all)+len(one[0]) > maxPieces {
				return nil
			}
			all = append(all, one[0]...)
		}
		return [][]string{useful(all)}
	case syntax.OpConcat:
		return needsOfRow(re.Sub)
	default:
		if all := useful(exact(re)); all != nil {
			return [][]string{all}
		}
	}
	return nil
}

// needsOfRow is what the members of a row need, alone or as neighbours.
func needsOfRow(row []*syntax.Regexp) (sets [][]string) {
	run := []string{""}
	end := func() {
		if set := useful(run); set != nil {
			sets = append(sets, set)
		}
	}
	for _, sub := range row {
		one := exact(sub)
		longer := times(run, one)
		if longer == nil {
			end()
			if longer = one; longer == nil || len(longer) > maxExact {
				sets = append(sets, needs(sub)...)
				longer = []string{""}
			}
		}
		run = longer
	}
	end()
	slices.SortStableFunc(sets, func(a, b []string) int { return worth(b) - worth(a) })
	return sets[:min(len(sets), maxSets)]
}

// useful is a set without pieces that almost any text holds, and without what a shorter one covers.
func useful(set []string) []string {
	var kept []string
	for _, s := range set {
		if len(s) < 3 || len(strings.TrimSpace(s)) < 2 {
			return nil
		}
		covered := slices.ContainsFunc(set, func(o string) bool { return len(o) < len(s) && strings.Contains(s, o) })
		if !covered && !slices.Contains(kept, s) {
			kept = append(kept, s)
		}
	}
	return kept
}

// worth prefers long pieces, and few of them.
func worth(set []string) int {
	shortest := 12
	for _, s := range set {
		shortest = min(shortest, len(s))
	}
	return shortest*6 - len(set)
}

func lowerRunes(rs []rune) string {
	return strings.Map(unicode.ToLower, string(rs))
}
