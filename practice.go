package afterword

import (
	"slices"
	"strings"
)

// Practice is one thing to do, or to leave, after an interview: a row of the specification. Each
// step, check and verdict of the program names the practices that it follows.
type Practice struct {
	ID      string   // R01 to R99
	Title   string   // short, as a heading
	Sources []string // the articles that say it, S0 to S4
	Says    string   // one sentence in our words, for "Why?"
}

// Article is one of the five texts that the practices come from.
type Article struct {
	ID    string // S0 to S4
	Title string
	By    string // author or site; empty when the text names none
}

// articles are the five sources. S2 and S4 name no author; S2 has no title either, so it bears the
// words with which it introduces itself.
var articles = [...]Article{
	{"S0", "Post-Interview: Steps to Take", "Dawn Yip, gradsingapore"},
	{"S1", "What you should do after the interview", "MSS People, 2017"},
	{"S2", "Steps to take after a job interview", ""},
	{"S3", "Things You Must Do After An Interview", "Career Expert Talks Jobs"},
	{"S4", "What to Do After A Job Interview", ""},
}

// Practices is the register: all of them, in the order of their ids. A scenario test names each.
func Practices() []Practice {
	all := make([]Practice, 0, len(practices))
	for _, row := range practices {
		all = append(all, row.practice())
	}
	return all
}

// PracticeByID is the practice with that id, such as "R27".
func PracticeByID(id string) (Practice, bool) {
	for _, row := range practices {
		if row.id == id {
			return row.practice(), true
		}
	}
	return Practice{}, false
}

// From is the articles that say it.
func (p Practice) From() []Article {
	var from []Article
	for _, a := range articles {
		if slices.Contains(p.Sources, a.ID) {
			from = append(from, a)
		}
	}
	return from
}

// String is the article as it is cited under "Why?".
func (a Article) String() string {
	if a.By == "" {
		return a.Title
	}
	return a.Title + " (" + a.By + ")"
}

// Articles is the five texts, S0 to S4.
func Articles() []Article { return slices.Clone(articles[:]) }

// practiceRow is a Practice as the table holds it: constants only, so that it costs nothing at start.
type practiceRow struct{ id, title, sources, says string }

func (r practiceRow) practice() Practice {
	return Practice{ID: r.id, Title: r.title, Sources: strings.Fields(r.sources), Says: r.says}
}
