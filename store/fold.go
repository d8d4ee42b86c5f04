package store

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The words of a text are found here, once for both engines, so that the same text is found by the
// same words on each: case, accents and the width of letters do not matter.

// letters that no decomposition takes apart.
var plainLetters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

// fold makes a text comparable.
func fold(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return strings.ToLower(s)
	}
	s = strings.Map(func(r rune) rune {
		// Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. Elsewhere marks are
		// what a word is made of.
		if r >= 0x300 && r <= 0x36f || r >= 0x591 && r <= 0x5c7 || r >= 0x64b && r <= 0x65f || r == 0x670 {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
	return norm.NFC.String(plainLetters.Replace(s))
}

// unspaced says that r belongs to a script which puts no spaces between words.
func unspaced(r rune) bool {
	return r >= 0xe00 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) || r == 'ー')
}

const (
	longestWord = 48    // runes of a word that count
	mostWords   = 20000 // different words of a text that count
)

// Found is a text as Search knows it: its folded words, each between spaces.
func Found(text string) string { return " " + strings.Join(words(text, true), " ") + " " }

// Searched is a search for words, to be asked of texts that no index holds.
type Searched []string

// In says that a Found text holds all the words, or words that begin with them, as Search would find it.
func (s Searched) In(found string) bool {
	for _, w := range s {
		if !strings.Contains(found, w) {
			return false
		}
	}
	return len(s) > 0
}

// ForWords is a search for the words of a text.
func ForWords(text string) Searched {
	s := words(text, false)
	for i, w := range s {
		s[i] = " " + w
	}
	return s
}

// words are the folded words of a text. Where a script has no spaces, every two letters that stand
// together are a word; for a text to be found the last letter is one too, so that a single letter finds
// them all as the beginning of a word.
func words(text string, toBeFound bool) []string {
	var list []string
	var word []rune
	spaced := true
	flush := func() {
		switch {
		case len(word) == 0:
		case spaced:
			list = append(list, string(word[:min(len(word), longestWord)]))
		default:
			for i := range len(word) - 1 {
				list = append(list, string(word[i:i+2]))
			}
			if toBeFound || len(word) == 1 {
				list = append(list, string(word[len(word)-1:]))
			}
		}
		word = word[:0]
	}
	for _, r := range fold(text) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			flush()
			continue
		}
		if s := !unspaced(r); s != spaced {
			flush()
			spaced = s
		}
		word = append(word, r)
	}
	flush()
	slices.Sort(list)
	list = slices.Compact(list)
	return list[:min(len(list), mostWords)]
}
