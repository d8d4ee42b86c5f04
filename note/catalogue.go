package note

import (
	"embed"
	"encoding/json"
	"strings"
	"sync"
)

// The catalogue: one <language>.stems.json with what letters are made of, and beside it, where the
// checks of wording know the language, one <language>.phrases.txt and one <language>.words.txt.
//
//go:embed lang
var catalogue embed.FS

// voice is one way of saying a thank-you from greeting to close. Each place at the table has its own,
// so that no two letters of a panel are alike (R44).
type voice struct {
	Order  []string `json:"order"` // paragraphs, each a row of parts
	Thanks string   `json:"thanks"`
	NP     string   `json:"np"`
	Want   string   `json:"want"`
	Could  string   `json:"could"`
	Unsaid string   `json:"unsaid"`
	Close  string   `json:"close"`

	// What is said only where the person's words leave a letter short.
	Pad       string `json:"pad"`
	CloseLong string `json:"close_long"`
}

// stems are the ready parts of letters in one language.
type stems struct {
	Voices  []voice           `json:"voices"`
	Subject map[string]string `json:"subject"`
	one     map[string]string
	many    map[string][]string
}

// stemsOf gives the stems of a language, nil when it has no file: its letters then hold the person's
// words alone.
func stemsOf(lang string) *stems { return allStems()[primary(lang)] }

var allStems = sync.OnceValue(func() map[string]*stems {
	all := map[string]*stems{}
	files, err := catalogue.ReadDir("lang")
	if err != nil {
		panic(err) // the files are part of the program
	}
	for _, f := range files {
		lang, isStems := strings.CutSuffix(f.Name(), ".stems.json")
		if !isStems {
			continue
		}
		data, err := catalogue.ReadFile("lang/" + f.Name())
		if err != nil {
			panic(err)
		}
		s, err := readStems(data)
		if err != nil {
			panic(f.Name() + ": " + err.Error())
		}
		all[lang] = s
	}
	return all
})

func readStems(data []byte) (*stems, error) {
	s := &stems{one: map[string]string{}, many: map[string][]string{}}
	if err := json.Unmarshal(data, s); err != nil {
		return nil, err
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, err
	}
	for k, v := range raw {
		var one string
		var many []string
		switch {
		case k == "voices" || k == "subject":
		case json.Unmarshal(v, &one) == nil:
			s.one[k] = one
		case json.Unmarshal(v, &many) == nil:
			s.many[k] = many
		}
	}
	return s, nil
}

// stem gives the wording for a place at the table; a single one serves all.
func (s *stems) stem(key string, seat int) string {
	if m := s.many[key]; len(m) > 0 {
		return m[seat%len(m)]
	}
	return s.one[key]
}

// primary is the language of a BCP 47 tag; none is English.
func primary(lang string) string {
	lang, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	if lang == "" {
		return "en"
	}
	return lang
}

// english says that the checks of English wording answer for this language.
func english(lang string) bool { return primary(lang) == "en" }

// wordSets are the closed lists of words of a language: "name: word word".
func wordSet(name string) map[string]bool { return wordSets()[name] }

var wordSets = sync.OnceValue(func() map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	data, err := catalogue.ReadFile("lang/en.words.txt")
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(data)) {
		name, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		set := sets[name]
		if set == nil {
			set = map[string]bool{}
			sets[name] = set
		}
		for _, w := range strings.Fields(list) {
			set[w] = true
		}
	}
	return sets
})
