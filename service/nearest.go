package service

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"afterword"
)

// What a question gains that holds a word of the search, that asks the same, or that the full-text
// index found. A word counts more the fewer questions hold it.
const (
	nearInQuestion = 2.0
	nearInAnswer   = 0.6
	nearSame       = 12.0
	nearFound      = 4.0

	nearShare = 0.4 // of what the words weigh, for a question that the index did not find
)

// nearest are the questions that a search is about, the nearest first; without words all, as they are.
// What holds the words, or beginnings of words, as they are written always belongs to it.
func (w *work) nearest(all []afterword.Question, words string) ([]afterword.Question, error) {
	if strings.TrimSpace(words) == "" {
		return all, nil
	}
	hits, err := w.matches(words)
	if err != nil {
		return nil, err
	}
	for _, q := range all { // prepared questions stand in no index
		if len(q.Answers) > 0 && q.Answers[len(q.Answers)-1].Interview == "" && strings.Contains(unmarked(q.Asked), unmarked(words)) {
			hits[fold(q.Asked)] = true
		}
	}
	return w.s.keys.rank(all, words, hits), nil
}

func (k *keyring) rank(all []afterword.Question, words string, hits found) []afterword.Question {
	asked, key := k.words(words), k.key(words)
	asked = asked[:min(len(asked), 64)]
	inQuestion, inAnswer := make([]uint64, len(all)), make([]uint64, len(all))
	holds := make([]int, len(asked))
	for i, q := range all {
		inQuestion[i] = among(asked, k.words(q.Asked))
		for _, a := range q.Answers {
			inAnswer[i] |= among(asked, k.words(a.Answered)) | among(asked, k.words(a.Better))
		}
		for j := range asked {
			holds[j] += int((inQuestion[i] | inAnswer[i]) >> j & 1)
		}
	}
	total := 0.0
	weight := make([]float64, len(asked))
	for j, n := range holds {
		weight[j] = math.Log(1 + float64(len(all)+1)/float64(n+1))
		total += weight[j]
	}
	type ranked struct {
		q     afterword.Question
		score float64
	}
	var list []ranked
	for i, q := range all {
		score, share := 0.0, 0.0
		for j := range asked {
			switch {
			case inQuestion[i]>>j&1 == 1:
				score, share = score+nearInQuestion*weight[j], share+weight[j]
			case inAnswer[i]>>j&1 == 1:
				score, share = score+nearInAnswer*weight[j], share+weight[j]
			}
		}
		same := strings.HasPrefix(key, "=") && k.of(q.Asked, "") == key
		exact := hits.has(q)
		if same {
			score += nearSame
		}
		if exact {
			score += nearFound
		}
		if same || exact || total > 0 && (inQuestion[i] != 0 && share >= nearShare*total || share >= total*0.999) {
			list = append(list, ranked{q, score})
		}
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	out := make([]afterword.Question, len(list))
	for i, r := range list {
		out[i] = r.q
	}
	return out
}

// unmarked is a text without case and without the accents of its letters.
func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x300 && r <= 0x36f {
			return -1
		}
		return r
	}, norm.NFKD.String(fold(s)))
}

// among marks which of some words are in a list, the first one with the lowest bit.
func among(words, list []string) (in uint64) {
	for _, l := range list {
		for i, w := range words {
			if w == l {
				in |= 1 << i
			}
		}
	}
	return in
}

// found are the folded questions, and the answers with their interview, that the full-text index hit.
type found map[string]bool

func (f found) has(q afterword.Question) bool {
	if len(f) == 0 {
		return false
	}
	if f[fold(q.Asked)] {
		return true
	}
	return slices.ContainsFunc(q.Answers, func(a afterword.Answer) bool {
		text := fold(a.Answered + "\n" + a.Better)
		return text != "" && f[string(a.Interview)+"\x00"+text]
	})
}

// mostFound is how many findings of the index a search looks at.
const mostFound = 200

func (w *work) matches(words string) (found, error) {
	hits, err := w.Search(words, mostFound)
	if err != nil {
		return nil, err
	}
	f := found{}
	for _, h := range hits {
		switch h.Kind {
		case "question":
			f[fold(h.Title)] = true
			f[string(h.Interview)+"\x00"+fold(h.Text)] = true
		case "debrief": // own questions are in it
			for line := range strings.SplitSeq(h.Text, "\n") {
				f[fold(line)] = true
			}
		}
	}
	return f, nil
}
