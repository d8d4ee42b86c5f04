package service

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"afterword/store"
)

// What a question gains that holds a word of the search, that asks the same, or that holds the words as
// they are written. A word counts more the fewer questions hold it.
const (
	nearInQuestion = 2.0
	nearInAnswer   = 0.6
	nearSame       = 12.0
	nearFound      = 4.0

	nearShare = 0.4 // of what the words weigh, for a question that does not hold them as they are written
)

// nearest are the questions that a search is about, the nearest first; without words all, as they are.
// What holds the words, or beginnings of words, as they are written always belongs to it.
func (k *keyring) nearest(all []banked, words string) []banked {
	if strings.TrimSpace(words) == "" {
		return all
	}
	asked, key := k.words(words), k.key(words)
	asked = asked[:min(len(asked), 64)]
	inQuestion, inAnswer := make([]uint64, len(all)), make([]uint64, len(all))
	holds := make([]int, len(asked))
	for i, q := range all {
		inQuestion[i], inAnswer[i] = among(asked, q.asked), among(asked, q.answered)
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
		at    int
		score float64
	}
	var list []ranked
	search := store.ForWords(words)
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
		same, exact := strings.HasPrefix(key, "=") && q.key == key, search.In(q.found)
		if same {
			score += nearSame
		}
		if exact {
			score += nearFound
		}
		if same || exact || total > 0 && (inQuestion[i] != 0 && share >= nearShare*total || share >= total*0.999) {
			list = append(list, ranked{i, score})
		}
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	out := make([]banked, len(list))
	for i, r := range list {
		out[i] = all[r.at]
	}
	return out
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
