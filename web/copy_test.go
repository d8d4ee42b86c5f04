package web

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"afterword"
)

// The lint of our words (M20): everything that the templates, the words of the packages behind them, the
// stems of the letters and the practices say to a person. Reading age about ten means a grade of six in
// the formula of Flesch and Kincaid,
//
//	grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59
//
// reckoned over each text of ten words or more. The words of the field, which a person who looks for work
// reads every day, and names count as words of two syllables. The stems of letters are read by employers:
// they are held to their length and to the words that are not said.
const (
	highestGrade  = 6.0
	fromWords     = 10
	longestPhrase = 20
)

// everyday are the words of the field.
var everyday = regexp.MustCompile(`(?i)^(interview(s|er|ers)?|employer(s|'s|’s)?|application(s)?|debrief|agency|agencies|referee(s)?|calendar(s)?|invitation(s)?|invited|question(s)?|answer(s|ed)?|afterword|` +
	`company|manager|email(s)?|address(es)?|computer(s)?|browser(s)?|portfolio|linkedin|organisation|feedback|holiday(s)?|contact(s)?|document(s)?|practice(s)?|article(s)?|adviser(s)?|recruiter(s)?)$`)

// banned is what no page says (experience, section 3.9).
var banned = regexp.MustCompile(`(?i)\b(overdue|missed|reject(ed|ion|s)?|ghost(ed|ing)?|pester(ing)?|spam(ming)?|loser|failure|scores?|odds|streak)\b|!`)

func TestEveryWordOfOursIsShortKindAndPlain(t *testing.T) {
	t.Parallel()
	said := ours(t)
	if len(said) < 900 {
		t.Fatalf("only %d texts were found", len(said))
	}
	for _, s := range said {
		for _, why := range unplain(s.text) {
			if s.letter && strings.HasPrefix(why, "grade") {
				continue
			}
			t.Errorf("%s: %s: %q", s.where, why, s.text)
		}
	}
	t.Logf("%d texts were read", len(said))
}

func TestTheLintOfOurWordsFindsWhatItIsFor(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"Write it down while it is fresh.": 0,
		"Well done!":                       1,
		"You missed the date.":             1,
		"Considerations necessitate immediate prioritisation of outstanding communications by every participant.": 1,
		"It is one long line and it goes on, so that at the end no one is sure how it all came to be.":            1,
	} {
		if got := unplain(text); len(got) != want {
			t.Errorf("%q: %v, want %d", text, got, want)
		}
	}
}

// unplain lists what is wrong with a text.
func unplain(text string) (wrong []string) {
	if m := banned.FindString(text); m != "" {
		wrong = append(wrong, "says "+m)
	}
	all, sentences, syllables := 0, 0, 0
	for _, s := range phrases(text) {
		words := strings.FieldsFunc(s, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '\'' || r == '’' || r > 0xbf)
		})
		if len(words) > longestPhrase {
			wrong = append(wrong, strconv.Itoa(len(words))+" words in one sentence")
		}
		if len(words) > 0 {
			sentences++
		}
		for i, w := range words {
			all++
			syllables += syllablesOf(w, i > 0)
		}
	}
	if all >= fromWords && sentences > 0 {
		grade := .39*float64(all)/float64(sentences) + 11.8*float64(syllables)/float64(all) - 15.59
		if grade > highestGrade+.05 {
			wrong = append(wrong, "grade "+strconv.FormatFloat(math.Round(grade*10)/10, 'f', 1, 64))
		}
	}
	return wrong
}

var endOfPhrase = regexp.MustCompile(`[.?!:;]["”’)]*(\s+|$)|\n+`)

func phrases(text string) []string { return endOfPhrase.Split(text, -1) }

var (
	vowels   = regexp.MustCompile(`[aeiouyäöüéèáà]+`)
	silentE  = regexp.MustCompile(`([^aeiouy]e|[^aeiouyldt]ed|[^aeiouyscxzg]es)$|[^aeiouy]ely$`)
	syllable = map[string]int{"the": 1, "people": 2, "quiet": 2, "being": 2, "idea": 3, "area": 3}
)

// syllablesOf counts groups of vowels; a name in the middle of a sentence and a word of the field are two.
func syllablesOf(w string, inside bool) int {
	if everyday.MatchString(w) || inside && w[0] >= 'A' && w[0] <= 'Z' {
		return 2
	}
	w = strings.ToLower(w)
	if n, ok := syllable[w]; ok {
		return n
	}
	n := len(vowels.FindAllString(w, -1))
	if silentE.MatchString(w) {
		n--
	}
	return max(n, 1)
}

// text is something said to a person, and where.
type saidText struct {
	where, text string
	letter      bool // an employer reads it
}

// ours reads every text: the literals of the pages and of the packages that speak, the stems of the
// letters, the practices.
func ours(t *testing.T) (all []saidText) {
	t.Helper()
	for _, dir := range []string{".", "../policy", "../service", "../note"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") || strings.Contains(name, "gallery") {
				continue
			}
			all = append(all, literals(t, name)...)
		}
	}
	scripts, err := filepath.Glob("static/*.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range scripts {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range quotedInScript.FindAllStringSubmatch(string(b), -1) {
			if prose(m[1]) {
				all = append(all, saidText{name, m[1], false})
			}
		}
	}
	for _, p := range afterword.Practices() {
		all = append(all, saidText{p.ID, p.Title, false}, saidText{p.ID, p.Says, false})
	}
	b, err := os.ReadFile("../note/lang/en.stems.json")
	if err != nil {
		t.Fatal(err)
	}
	var stems any
	if err := json.Unmarshal(b, &stems); err != nil {
		t.Fatal(err)
	}
	return append(all, leaves("en.stems.json", stems)...)
}

var quotedInScript = regexp.MustCompile(`'([^'\n]+)'`)

// gapOfStem is where the person's own words go.
var gapOfStem = regexp.MustCompile(`\{\w+\}`)

func leaves(where string, v any) (all []saidText) {
	switch v := v.(type) {
	case string:
		v = strings.NewReplacer("[", "", "]", "").Replace(gapOfStem.ReplaceAllString(v, "Lena"))
		if prose(v) {
			all = append(all, saidText{where, v, true})
		}
	case []any:
		for _, x := range v {
			all = append(all, leaves(where, x)...)
		}
	case map[string]any:
		for k, x := range v {
			all = append(all, leaves(where+" "+k, x)...)
		}
	}
	return all
}

func literals(t *testing.T, name string) (all []saidText) {
	t.Helper()
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	template := strings.HasSuffix(name, "_templ.go")
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		s, err := strconv.Unquote(lit.Value)
		if err != nil {
			return true
		}
		where := set.Position(lit.Pos()).String()
		texts := []string{s}
		if template && strings.ContainsAny(s, "<>") {
			texts = shownIn(s)
		}
		for _, s := range texts {
			if s = strings.Join(strings.Fields(s), " "); prose(s) {
				all = append(all, saidText{where, s, false})
			}
		}
		return true
	})
	return all
}

// shownIn is what a piece of a page shows or reads out.
func shownIn(markup string) (all []string) {
	z := html.NewTokenizer(strings.NewReader(markup))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return all
		case html.TextToken:
			all = append(all, string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			for _, a := range z.Token().Attr {
				if a.Key == "aria-label" || a.Key == "placeholder" || a.Key == "alt" || a.Key == "title" {
					all = append(all, a.Val)
				}
			}
		}
	}
}

var (
	plainWord = regexp.MustCompile(`^[A-Za-z][a-z'’]+$|^[aAI]$`)
	notProse  = regexp.MustCompile(`^[#./<%(]|[{}=\\*^$]|\b(SELECT|INSERT|http)|(?i)content-|;q=|^[a-z_]+[ ,|][a-z_]+$|noopener`)
)

// prose says that a text is said to a person and is no key, pattern or address.
func prose(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || notProse.MatchString(s) {
		return false
	}
	plain := 0
	for _, w := range words {
		if plainWord.MatchString(strings.Trim(w, `.,:;?!"“”()%s`)) {
			plain++
		}
	}
	return plain*3 >= len(words)*2
}
