package when

import (
	"slices"
	"strings"
	"sync"
)

// verdict is what a sentence makes of a stretch of time.
type verdict int

const (
	unsaid   verdict = iota // no word tells
	promised                // they will be heard of, or will decide
	other                   // a deadline of the candidate's, a fact, something past
)

// placed is a found stretch with the part of the sentence that it stands in.
type placed struct {
	found
	index int
}

// sentence is one sentence with what was found in it.
type sentence struct {
	r      *reader
	found  []placed
	breaks []int // tokens before which a clause begins
	before verdict
	asks   bool // it ends in a question mark
}

// sentence finds the stretches of time between r.begin and r.end.
func (r *reader) sentence(before verdict) *sentence {
	s := &sentence{r: r, before: before}
	for i := r.begin; i < r.end; {
		f, ok := r.phrase(i)
		if !ok {
			i++
			continue
		}
		if f.counted && !f.submitted {
			f.submitted = r.handedInBefore(f)
		}
		s.found = append(s.found, placed{f, len(s.found)})
		if (f.anchors || f.counted) && !f.last.Before(r.from) {
			r.anchor = f.last
		}
		i = f.next
	}
	s.asks = r.end > r.begin && r.w(r.end-1) == "?" && !(r.w(r.end-3) == "," && slices.Contains([]string{"yeah", "yes", "right", "ok", "okay", "no", "eh"}, r.w(r.end-2)))
	if len(s.found) > 0 {
		s.breaks = s.clauses()
	}
	return s
}

// handedInBefore says that a clause like "once you have submitted the task" stands beside the span.
func (r *reader) handedInBefore(f found) bool {
	for i := max(r.begin, f.at-24); i < min(r.end, f.next+16); i++ {
		if i >= f.at && i < f.next {
			continue
		}
		switch r.w(i) {
		case "once", "after", "when", "upon", "following":
			if _, ok := r.handIn(i + 1); ok && r.byCandidate(i+1) {
				return true
			}
		case "soon":
			if r.w(i+1) == "as" {
				if _, ok := r.handIn(i + 2); ok && r.byCandidate(i+2) {
					return true
				}
			}
		}
	}
	return false
}

// byCandidate says that what is received or completed comes from the candidate.
func (r *reader) byCandidate(i int) bool {
	for j := i; j < min(i+8, r.end); j++ {
		switch r.w(j) {
		case "you", "your", "you've", "we've", "submission", "submitting", "i", "i've", "it", "receiving", "we", "the", "completing", "completion":
			return true
		}
	}
	return false
}

// clauseWords begin a clause of their own wherever they stand.
var clauseWords = []string{"but", "so", "because", "however", "whereas", "while", "if", "when", "once", "unless", "although",
	"though", "which", "therefore", "otherwise", "else", "since", "should", "whilst", "otherwise", "then", "before", "after", "as"}

// subjects may begin a main clause behind "and".
var subjects = []string{"we", "we'll", "we'd", "we're", "i", "i'll", "they", "they'll", "you", "you'll", "she", "she'll", "he", "he'll",
	"it", "it'll", "the", "our", "your", "hr", "someone", "please", "then", "there", "my", "a", "that", "this", "who", "everyone", "candidates", "if", "kindly", "let", "could", "can",
	"will", "shall", "should", "would", "hope", "aim", "expect", "plan", "intend"}

// clauses finds where clauses begin. What was found is one word: no break falls inside it.
func (s *sentence) clauses() (breaks []int) {
	r := s.r
	breaks = append(breaks, r.begin)
	k := 0
	for i := r.begin; i < r.end; i++ {
		for k < len(s.found) && i >= s.found[k].next {
			k++
		}
		if k < len(s.found) && i >= s.found[k].at {
			continue
		}
		w := r.w(i)
		var split bool
		switch {
		case k > 0 && s.found[k-1].next == i && slices.Contains(subjects[:13], w): // "as soon as they met on Friday we ..."
			split = s.temporal(breaks[len(breaks)-1])
		case w == ":":
			split = !r.digits(i-1) && i-r.begin > 3 // not the time of day, nor "Decision: 4 Dec"
		case w == "," || w == ";" || w == "(" || w == ")" || w == "-" && !r.glued(i):
			split = true
		case w == "and" || w == "or":
			split = slices.Contains(subjects, r.w(i+1))
		case w == "should":
			split = r.w(i+1) == "you" && i == r.begin || r.w(i-1) == ","
		case w == "as":
			split = r.w(i+1) == "soon" || r.w(i+1) == "we"
		case w == "before" || w == "after":
			split = slices.Contains([]string{"we", "you", "they", "i", "she", "he", "it", "which"}, r.w(i+1))
		case w == "then":
			split = slices.Contains(subjects, r.w(i+1))
		case w == "when": // but "Friday is when we decide"
			split = r.w(i-1) != "is" && r.w(i-1) != "'s" || (k == 0 || s.found[k-1].next != i-1) && r.w(i-2) != "which"
		case w == "which":
			split = r.w(i-1) != "after" && r.w(i-1) != "before"
		default:
			split = slices.Contains(clauseWords, w)
		}
		if split && i > r.begin {
			breaks = append(breaks, i)
		}
	}
	return breaks
}

// clause is the bounds of the clause that token i stands in.
func (s *sentence) clause(i int) (n, from, to int) {
	n, ok := slices.BinarySearch(s.breaks, i)
	if !ok {
		n--
	}
	return n, s.breaks[n], s.clauseEnd(n)
}

func (s *sentence) clauseEnd(n int) int {
	if n+1 < len(s.breaks) {
		return s.breaks[n+1]
	}
	return s.r.end
}

// mark and others stand for the stretch that is judged and for the other ones in a clause's text.
const mark, others = "§", "¤"

// text is a piece of the sentence in plain words, with a mark for the stretch that is judged. It is
// bounded, so that a sentence of any length is judged in linear time.
func (s *sentence) text(f placed, from, to int) string {
	from, to = max(from, f.at-50), min(to, f.next+50)
	var b strings.Builder
	k := f.index
	for k > 0 && s.found[k-1].next > from {
		k--
	}
	b.WriteByte(' ')
	for i := from; i < to; i++ {
		for k < len(s.found) && s.found[k].next <= i {
			k++
		}
		switch {
		case k < len(s.found) && i >= s.found[k].at:
			if k == f.index {
				b.WriteString(mark)
				b.WriteString(f.kind())
			} else {
				b.WriteString(others)
			}
			i = s.found[k].next - 1
		case strings.Contains(`"'`, s.r.w(i)):
			continue
		default:
			b.WriteString(s.r.w(i))
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// kind tells last days from other stretches in a clause's text.
func (f found) kind() string {
	switch {
	case f.until:
		return "until"
	case f.capped:
		return "cap"
	case f.by && f.counted:
		return "within"
	case f.by:
		return "by"
	}
	return ""
}

// judge says whether a stretch is promised to the candidate.
func (s *sentence) judge(f placed) verdict {
	if f.past || f.habit || s.asks || s.gone(f) || f.brief && !slices.Contains([]string{"in", "within", "inside", "by"}, s.r.w(f.at)) {
		return other
	}
	if f.at == 0 && f.next >= len(s.r.toks)-1 && !f.lasting { // "1 to 2 weeks" and nothing else
		return promised
	}
	n, from, to := s.clause(f.at)
	if s.doubted(n) || s.r.describes(f.found) {
		return other
	}
	v := s.weigh(f, from, to)
	if v == unsaid {
		if text := s.text(f, from, to); fragment(text) {
			if v = s.attach(f, n); v == promised && !f.until && !f.capped && saidNo().In(text) { // "no promises about next week"
				v = other
			}
		} else {
			v = s.unclear(f, from, to)
		}
	}
	if v != promised && s.thenTold(f, n, v == unsaid) {
		return promised
	}
	return v
}

// saidNo is a stretch that is named to be ruled out.
var saidNo = sync.OnceValue(func() Phrasing {
	return NewPhrasing(`^(?: (?:definitely|certainly|probably|and|but|or|so|,))* (?:not|no promises?|no guarantees?|no idea)(?: (?:on|about|for|in|by|either))* §\w*(?: (?:either|though|,|\.|!))* ?$`)
})

// describes says that a stretch says what something is, before a noun of its own: "a 3 month cover".
func (r *reader) describes(f found) bool {
	if w := r.w(f.next - 1); (w == "christmas" || w == "easter") && slices.Contains([]string{"the", "our", "a", "their"}, r.w(f.next-2)) && r.ofPlainWord(f.next) {
		return true // "the Christmas menu"
	}
	if !f.counted || r.w(f.at) != "a" && r.w(f.at) != "an" || f.next-f.at < 3 || strings.HasSuffix(r.w(f.next-1), "s") || f.next >= r.end {
		return false
	}
	a, ok := r.amount(f.at + 1)
	return ok && a.n > 1 && r.ofPlainWord(f.next)
}

// ofPlainWord says that a word of its own follows, such as the noun that a stretch describes.
func (r *reader) ofPlainWord(i int) bool {
	w := r.w(i)
	return len(w) > 2 && !adjuncts[w] && !waits[w] && !fillers[w] && !subjectWords[w]
}

// waits are nouns for the time until an answer.
var waits = setOf("wait process turnaround timeline timeframe period window delay decision review time span lead stretch response reply answer")

// gone says that the clause tells of a time that another stretch in it names as past, and that no
// word in it looks ahead: "last year they were told in February".
func (s *sentence) gone(f placed) bool {
	_, from, to := s.clause(f.at)
	for _, g := range s.found {
		if g.past && g.at >= from && g.at < to {
			return !slices.ContainsFunc(strings.Fields(s.text(f, from, to)), looksAhead)
		}
	}
	return false
}

// attach judges a clause without a verb: it belongs to the nearest clause that tells or asks, the ones
// before it first, else to the sentence before. What was put in between tells nothing.
func (s *sentence) attach(f placed, n int) verdict {
	from, to := s.breaks[n], s.clauseEnd(n)
	open := false // a clause with a verb of its own tells nothing
	for k := n - 1; k >= 0 && k >= n-4; k-- {
		if k > 0 && s.subordinate(k) { // "we will call you, if you are successful, in two weeks"
			continue
		}
		if v := s.weighApart(f, k, n); v != unsaid {
			return v
		}
		open = open || !fragment(s.text(f, s.breaks[k], s.clauseEnd(k)))
	}
	for k := n + 1; k < len(s.breaks) && k <= n+4; k++ {
		if s.subordinate(k) && k+1 < len(s.breaks) { // "on Thursday, when she is back, we will decide"
			continue
		}
		if v := s.weighApart(f, k, n); v != unsaid {
			return v
		}
		open = open || !fragment(s.text(f, s.breaks[k], s.clauseEnd(k)))
	}
	switch {
	case s.r.is(f.at, "not", "before"): // it names no end
		return other
	case open && (s.temporal(from) || !((f.counted || f.by) && from == s.r.begin && !f.lasting)): // but "two weeks, HR is slow"
		return s.unclear(f, from, to)
	case s.before == other || f.lasting || patterns()["fact"].In(s.text(f, s.r.begin, s.r.end)):
		return other
	}
	return promised
}

func (s *sentence) subordinate(k int) bool {
	switch s.r.w(s.breaks[k]) {
	case "if", "unless", "once", "when", "as", "because", "since", "although", "though", "while":
		return true
	}
	return false
}

// weighApart judges a stretch as if it stood at the end of an earlier clause, or before a later one.
func (s *sentence) weighApart(f placed, k, n int) verdict {
	if k == n-1 {
		return s.weigh(f, s.breaks[k], s.clauseEnd(n))
	}
	own := s.text(f, s.breaks[n], s.clauseEnd(n))
	if k > n {
		return s.weighText(f, own+strings.TrimPrefix(s.text(f, s.breaks[k], s.clauseEnd(k)), " "))
	}
	return s.weighText(f, s.text(f, s.breaks[k], s.clauseEnd(k))+strings.TrimPrefix(own, " "))
}

// doubted says that the clause only asks whether it will be so: "I do not know if it is next week".
func (s *sentence) doubted(n int) bool {
	w := s.r.w(s.breaks[n])
	if n == 0 || w != "if" && w != "whether" {
		return w == "whether" && s.r.w(s.breaks[n]+1) != "or"
	}
	f := placed{found: found{at: s.breaks[n], next: s.breaks[n]}, index: len(s.found)}
	return patterns()["doubt"].In(s.text(f, s.breaks[n-1], s.breaks[n]))
}

// thenTold says that what they will tell comes right after the stretch: "we see others until Friday
// and then we will decide".
func (s *sentence) thenTold(f placed, n int, open bool) bool {
	if f.lasting && !f.by {
		return false
	}
	temporal := s.temporal(s.breaks[n]) && (open || s.perfect(s.breaks[n], s.clauseEnd(n)))
	if temporal && n > 0 && s.tells(n-1, false) { // "we decide when she is back on Thursday"
		return true
	}
	for k := n + 1; k < len(s.breaks) && k <= n+2; k++ {
		if s.tells(k, !temporal && !slices.Contains([]string{"when", "before", "until", "till"}, s.r.w(s.breaks[k]))) {
			return true
		}
	}
	return false
}

func (s *sentence) temporal(i int) bool {
	return slices.Contains([]string{"when", "once", "after", "as"}, s.r.w(i))
}

// perfect says that a clause tells what will have been: "once the panel has met", "when she is back".
func (s *sentence) perfect(from, to int) bool {
	for i := from; i < to; i++ {
		if w := s.r.w(i); w == "has" || w == "have" || w == "back" || strings.HasSuffix(w, "'ve") {
			return true
		}
	}
	return false
}

// tells says that a clause without a stretch of its own promises something, with or without "then".
func (s *sentence) tells(k int, then bool) bool {
	from, to := s.breaks[k], s.clauseEnd(k)
	text := s.text(placed{found: found{at: to, next: to}, index: len(s.found)}, from, to)
	return s.bare(from, to) && (!then || patterns()["then"].In(text)) && verdictOf(text, len(text)) == promised && !denied(text)
}

// bare says that no stretch of time stands between two tokens.
func (s *sentence) bare(from, to int) bool {
	for _, f := range s.found {
		if f.at >= from && f.at < to {
			return false
		}
	}
	return true
}

// unclear is for a clause with a verb that tells nothing by itself: it counts only where it says that
// something will be so.
func (s *sentence) unclear(f placed, from, to int) verdict {
	if text := s.text(f, from, to); !f.lasting && patterns()["vague"].In(text) && !patterns()["fact"].In(text) {
		return promised
	}
	return unsaid
}

// weigh looks for the words that tell, and lets the nearest before the stretch decide, else the
// nearest behind it.
func (s *sentence) weigh(f placed, from, to int) verdict {
	return s.weighText(f, s.text(f, from, to))
}

func (s *sentence) weighText(f placed, text string) verdict {
	if patterns()["never"].In(text) || patterns()["topic"].In(text) && !strings.Contains(text, " you ") && !told(text) {
		return other
	}
	at := strings.Index(text, mark)
	if at < 0 {
		return unsaid
	}
	v := verdictOf(text, at)
	if v == promised && (denied(text) || f.lasting && !forAWait().In(text)) {
		return other
	}
	return v
}

// verdictOf asks the cues, and who tells whom where they do not know or are not sure.
func verdictOf(text string, at int) verdict {
	v, unsure := nearest(text, at)
	if (v == unsaid || unsure) && told(text) {
		return promised
	}
	return v
}

// nearest is the verdict of the cue that ends last before the mark, else of the first one behind it.
// A noun like "decision" counts where no verb says what is to be done with it.
func nearest(text string, at int) (v verdict, unsure bool) {
	var ahead, behind [2]hit
	for _, c := range cues() {
		tier := 0
		if c.noun {
			tier = 1
		}
		if !c.re.Maybe(text) {
			continue
		}
		for _, m := range c.re.All(text) {
			if c.but != nil && c.but[lastWord(text[m[0]:m[1]])] {
				continue
			}
			if c.noun && (c.about && (pronouns[lastWord(text[:m[0]])] || givesElsewhere(text[:m[0]])) || leftToDo(text[:m[0]])) { // a verb: "we answer customers", "they have two weeks to answer"
				continue
			}
			if c.news && !ofNews(text[:m[0]]) || c.about && elsewhere(text[m[0]:m[1]], text[m[1]:], c.noun) {
				continue
			}
			h := hit{end: min(m[1], at), verdict: c.verdict, strong: c.strong, weak: c.weak}
			if m[0] < at {
				if h.beats(ahead[tier]) {
					ahead[tier] = h
				}
			} else if h.end = c.reach(m); behind[tier].verdict == unsaid || h.end > behind[tier].end {
				behind[tier] = h
			}
		}
	}
	for _, h := range []hit{ahead[0], ahead[1], behind[0], behind[1]} {
		if h.verdict != unsaid {
			return h.verdict, h.weak
		}
	}
	return unsaid, false
}

// reach orders cues behind the mark: an earlier start is nearer, of two a strong one, else the longer.
func (c cue) reach(m []int) int {
	n := -1000*m[0] + min(m[1]-m[0], 499)
	if c.strong {
		n += 500
	}
	return n
}

// leftToDo says that a verb follows, for what is to be done in the stretch: "ten days to answer".
func leftToDo(before string) bool {
	before, to := strings.CutSuffix(before, " to")
	return to && strings.HasPrefix(lastWord(before), mark)
}

func lastWord(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// hit is a cue that was found; a later end is nearer to the mark.
type hit struct {
	end     int
	verdict verdict
	strong  bool
	weak    bool
}

func (h hit) beats(o hit) bool {
	if o.verdict == unsaid || h.end != o.end {
		return o.verdict == unsaid || h.end > o.end
	}
	return !o.strong && (h.strong || h.verdict == other)
}

// mood is what a sentence was about, for a fragment that follows it.
func (s *sentence) mood() verdict {
	r := s.r
	f := placed{found: found{at: r.end, next: r.end}, index: len(s.found)}
	text := s.text(f, max(r.begin, r.end-50), r.end)
	if p := patterns(); p["asking"].In(text) && !p["telling"].In(text) {
		return other
	}
	return unsaid
}
