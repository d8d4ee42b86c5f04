package service

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"afterword"
)

// However long a history is, its sheet is one page, and it says what it left out.
func TestThePrepSheetIsOnePageHoweverLongTheHistory(t *testing.T) {
	t.Parallel()
	for seed := range uint64(200) {
		by := rand.New(rand.NewPCG(seed, 1))
		text := func() string {
			return strings.Repeat([]string{"w ", "words and more ", "倉庫", "W"}[by.IntN(4)], 1+by.IntN(120))
		}
		texts := func() (list []string) {
			for range by.IntN(30) {
				list = append(list, text())
			}
			return list
		}
		asked := func() (list []afterword.Question) {
			for range by.IntN(40) {
				list = append(list, afterword.Question{Asked: text(), Answers: []afterword.Answer{{Answered: text(), Better: text(), Felt: []string{"", "hard"}[by.IntN(2)]}}})
			}
			return list
		}
		p := PrepView{Differs: texts()[:0], ToAdd: texts(), ToAsk: texts(), NextTime: texts(), Asked: asked(), Bank: asked(), Lines: map[string]string{}}
		for i := range by.IntN(20) {
			p.People = append(p.People, PersonInInterview{PersonRef: PersonRef{Name: fmt.Sprint("Person ", i)}})
			p.Lines[fmt.Sprint("Person ", i)] = text()
		}
		counts := func() map[string]int {
			return map[string]int{"people": len(p.People), "to_add": len(p.ToAdd), "to_ask": len(p.ToAsk), "next_time": len(p.NextTime), "asked": len(p.Asked), "bank": len(p.Bank)}
		}
		had := counts()
		p.fit()
		for _, l := range p.LeftOut {
			had[l.What] -= l.Count
		}
		for what, n := range counts() {
			if n != had[what] {
				t.Errorf("seed %d: %d of %s are on the sheet, %d are not said to be left out", seed, n, what, had[what])
			}
		}
		used := sizes(p.ToAdd, lines) + sizes(p.ToAsk, lines) + sizes(p.NextTime, lines) + sizes(p.Asked, questionLines) + sizes(p.Bank, questionLines) +
			sizes(p.People, func(m PersonInInterview) int { return lines(m.Name + " hiring manager " + p.Lines[m.Name]) })
		if used > prepLines+6*prepHeading {
			t.Errorf("seed %d: %d lines", seed, used)
		}
		if len(p.Asked) > 1 && p.Asked[0].Answers[0].Felt == "" && p.Asked[len(p.Asked)-1].Answers[0].Felt == "hard" {
			t.Errorf("seed %d: what was easy comes before what was hard", seed)
		}
	}
	if says := LeftOutWords([]PrepLeft{{"people", 1}, {"to_ask", 3}}); says != "One page has no room for one person, three things to ask." {
		t.Errorf("%q", says)
	}
}
