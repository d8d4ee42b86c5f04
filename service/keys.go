package service

import (
	"regexp"
	"strings"
	"sync"

	"afterword/reading"
	"afterword/store"
)

// keyring remembers what questions ask: it is a function of their words alone, and costly.
type keyring struct {
	mu   sync.RWMutex
	keys map[string]string
	told map[string][]string
	said map[string][]string
	find map[string]string
}

// keyringMost is how many texts are remembered; then it starts anew.
const keyringMost = 20_000

// of is the key of a question at an employer: "Why Northwind?" is "Why us?".
func (k *keyring) of(asked, employer string) string {
	key := k.key(asked)
	if strings.HasPrefix(key, "=") || employer == "" {
		return key
	}
	if us := withUs(asked, employer); us != asked {
		if own := k.key(us); strings.HasPrefix(own, "=") {
			return own
		}
	}
	return key
}

func withUs(asked, employer string) string {
	low := strings.ToLower(asked)
	first, _, _ := strings.Cut(employer, " ")
	for _, name := range []string{employer, first} {
		if len(name) > 2 && strings.Contains(low, strings.ToLower(name)) {
			return regexp.MustCompile(`(?i)\b`+regexp.QuoteMeta(name)+`('s|’s)?\b`).ReplaceAllString(asked, "us")
		}
	}
	return asked
}

func (k *keyring) key(text string) string {
	return remembered(k, &k.keys, text, reading.QuestionKey)
}

// words are the words that carry a text, for the search.
func (k *keyring) words(text string) []string {
	return remembered(k, &k.told, text, reading.QuestionWords)
}

// answers are the words that carry an answer.
func (k *keyring) answers(text string) []string {
	return remembered(k, &k.said, text, reading.AnswerWords)
}

// found are all the words of a text, as the index knows them.
func (k *keyring) found(text string) string {
	return remembered(k, &k.find, text, store.Found)
}

func remembered[T any](k *keyring, in *map[string]T, text string, reckon func(string) T) T {
	k.mu.RLock()
	v, ok := (*in)[text]
	k.mu.RUnlock()
	if ok {
		return v
	}
	v = reckon(text)
	k.mu.Lock()
	defer k.mu.Unlock()
	if *in == nil || len(*in) >= keyringMost {
		*in = map[string]T{}
	}
	(*in)[text] = v
	return v
}
