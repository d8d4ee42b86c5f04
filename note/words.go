package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a text: its place and its folded form, lower case with a plain apostrophe.
type word struct {
	from, to int
	low      string
}

// Words counts the words of a text.
func Words(body string) int { return len(split(body)) }

// Characters counts what a form with a limit counts: code points, line ends included.
func Characters(body string) int { return utf8.RuneCountInString(body) }

// split cuts a text into words. A word is letters, digits and marks, with apostrophes, hyphens and the
// dots of a number or an address inside it.
func split(s string) []word {
	ws := make([]word, 0, len(s)/5+1)
	start, end := -1, -1
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			if start < 0 {
				start = i
			}
			end = i + utf8.RuneLen(r)
			if r == utf8.RuneError { // one bad byte, not three
				end = i + 1
			}
			continue
		}
		if start >= 0 && inner(r) && end == i {
			continue
		}
		if start >= 0 {
			ws = append(ws, word{start, end, fold(s[start:end])})
			start = -1
		}
	}
	if start >= 0 {
		ws = append(ws, word{start, end, fold(s[start:end])})
	}
	return ws
}

// inner says that r may stand inside a word when another letter follows at once.
func inner(r rune) bool {
	switch r {
	case '\'', '’', '-', '‑', '.', '@', '_', '&':
		return true
	}
	return false
}

func fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || 'A' <= s[i] && s[i] <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.ReplaceAll(strings.ToLower(s), "’", "'")
}
