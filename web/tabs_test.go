package web

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"afterword"
)

// interleavings is how many ways two tabs are used beside each other; AFTERWORD_EVERY asks for all.
func interleavings() int {
	if os.Getenv("AFTERWORD_EVERY") != "" {
		return 1000
	}
	if testing.Short() {
		return 20
	}
	return 20
}

// tab is a page that one device shows: the form with what it held when it was shown.
type tab struct{ form url.Values }

// TestTwoTabsLoseNothingThatWasTypedInALetter lets two tabs show, save and settle one letter in every
// order. What was saved is the letter or stands among its earlier versions; what met another text is
// shown beside that one, and is gone only when the person chose so.
func TestTwoTabsLoseNothingThatWasTypedInALetter(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	letter, err := b.svc.Write(t.Context(), b.own, string(made.Hale), string(afterword.StatusQuestion), "", "")
	if err != nil {
		t.Fatal(err)
	}
	id := string(letter.ID)
	at, clashes := "/notes/"+id, 0
	for round := range interleavings() {
		var saved []string
		tabs := []tab{{letterForm(b.get(at))}, {letterForm(b.get(at))}}
		for step := range 8 {
			w := &tabs[rand.IntN(2)]
			if rand.IntN(4) == 0 {
				w.form = letterForm(b.get(at))
				continue
			}
			typed := fmt.Sprintf("Dear Priya,\n\nword %d.%d of mine.", round, step)
			w.form.Set("body", typed)
			p := b.post(at, w.form)
			if p.status == http.StatusConflict {
				clashes++
				now, err := b.svc.Note(t.Context(), b.own, id)
				if err != nil {
					t.Fatal(err)
				}
				p.says(words(typed), words(now.Body))
				switch label := []string{"Keep this one", "Keep that one", "Keep both"}[rand.IntN(3)]; label {
				case "Keep this one":
					p = p.press(label, nil)
					saved = append(saved, typed)
				case "Keep both":
					p = p.press(label, nil)
					saved = append(saved, typed, now.Body)
				default:
					p = p.press(label, nil)
				}
			} else {
				saved = append(saved, typed)
			}
			if p.status != http.StatusOK {
				t.Fatalf("%d: %s", p.status, text(p.main()))
			}
			w.form = letterForm(p)
		}
		retrievable(t, b, id, saved)
	}
	if clashes < interleavings()/2 {
		t.Errorf("the tabs met %d times only", clashes)
	}
	t.Logf("%d interleavings, the tabs met %d times", interleavings(), clashes)
}

// retrievable looks for every text in the letter and in what it said before.
func retrievable(t *testing.T, b *browser, id string, saved []string) {
	t.Helper()
	now, err := b.svc.Note(t.Context(), b.own, id)
	if err != nil {
		t.Fatal(err)
	}
	earlier, err := b.svc.Earlier(t.Context(), b.own, id)
	if err != nil {
		t.Fatal(err)
	}
	all := now.Body
	for _, e := range earlier {
		all += "\n" + e.Body
	}
	for _, s := range saved {
		if !strings.Contains(all, s) {
			t.Errorf("%q was saved and is nowhere", s)
		}
	}
}

// TestTwoTabsNeverReplaceAnAnswerThatTheyDidNotShow does the same with a page of the debrief: a save
// replaces only what that tab had shown; else the page with both answers comes.
func TestTwoTabsNeverReplaceAnAnswerThatTheyDidNotShow(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	at, clashes := "/interviews/"+string(made.Northwind)+"/debrief/4", 0
	kept := func() string {
		d, _, err := b.svc.Written(t.Context(), b.own, string(made.Northwind))
		if err != nil {
			t.Fatal(err)
		}
		return d.CouldHelpWith
	}
	for round := range interleavings() {
		tabs := []tab{{debriefForm4(b.get(at))}, {debriefForm4(b.get(at))}}
		for step := range 6 {
			w := &tabs[rand.IntN(2)]
			if rand.IntN(4) == 0 {
				w.form = debriefForm4(b.get(at))
				continue
			}
			shown, before := w.form.Get("could_help_with"), kept()
			typed := fmt.Sprintf("answer %d.%d", round, step)
			w.form.Set("could_help_with", typed)
			p := b.post(at, w.form)
			switch {
			case p.status == http.StatusConflict:
				clashes++
				p.says(typed, before)
				if kept() != before {
					t.Errorf("%q was replaced before anyone chose", before)
				}
				if rand.IntN(2) == 0 {
					p.press("Keep this one", nil)
					before = typed
				}
				w.form = debriefForm4(b.get(at))
			case shown != before:
				t.Errorf("%q was replaced by a tab that showed %q", before, shown)
			default:
				before = typed
				w.form = debriefForm4(b.get(at))
			}
			if now := kept(); now != before {
				t.Errorf("%q is kept in place of %q", now, before)
			}
		}
	}
	if clashes < interleavings()/2 {
		t.Errorf("the tabs met %d times only", clashes)
	}
	t.Logf("%d interleavings, the tabs met %d times", interleavings(), clashes)
}

// TestTwoTabsThatSaveAtTheSameMomentLoseNothing sends from both at once: one is kept, and the other is
// shown beside it.
func TestTwoTabsThatSaveAtTheSameMomentLoseNothing(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	at := "/interviews/" + string(made.Northwind) + "/debrief/4"
	for round := range interleavings() / 5 {
		form := debriefForm4(b.get(at))
		var wg sync.WaitGroup
		pages, typed := make([]page, 2), make([]string, 2)
		for n := range 2 {
			typed[n] = fmt.Sprintf("at once %d.%d", round, n)
			mine := url.Values{}
			for k, v := range form {
				mine[k] = v
			}
			mine.Set("could_help_with", typed[n])
			wg.Go(func() { pages[n] = b.post(at, mine) })
		}
		wg.Wait()
		first, second := pages[0].status == http.StatusConflict, pages[1].status == http.StatusConflict
		if first == second {
			t.Fatalf("round %d: %d and %d, one of them must ask: %s", round, pages[0].status, pages[1].status, text(pages[1].main()))
		}
		asked := pages[0]
		if second {
			asked = pages[1]
		}
		asked.says(typed...)
	}
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// letterForm is what the form with the letter would send.
func letterForm(p page) url.Values {
	p.t.Helper()
	for _, f := range p.all("form") {
		if v := values(f); v.Has("body") && v.Has("version") {
			return url.Values{"body": v["body"], "version": v["version"], "subject": v["subject"], "do": {"save"}}
		}
	}
	p.t.Fatalf("%s has no letter: %s", p.at.Path, text(p.main()))
	return nil
}

func debriefForm4(p page) url.Values {
	p.t.Helper()
	for _, f := range p.all("form") {
		if v := values(f); v.Has("could_help_with") {
			v.Set("could_help_with", strings.TrimSpace(v.Get("could_help_with")))
			return v
		}
	}
	p.t.Fatalf("%s has no such box: %s", p.at.Path, text(p.main()))
	return nil
}

// TestTheOneBoxMeetsAnotherTabTheSameWay writes in the one box for all, from two tabs.
func TestTheOneBoxMeetsAnotherTabTheSameWay(t *testing.T) {
	t.Parallel()
	b, made := madeUp(t)
	at := "/interviews/" + string(made.Northwind) + "/debrief/"
	first, second := b.get(at+"just"), b.get(at+"just")
	b.get(at+"4").press("Continue", url.Values{"could_help_with": {"the reports"}}) // about something else
	first.press("", url.Values{"just": {"It was calm."}})
	p := second.press("", url.Values{"just": {"They laughed."}})
	if p.status != http.StatusConflict {
		t.Fatal(p.status, text(p.main()))
	}
	p.says("It was calm.", "They laughed.").press("Keep this one", nil)
	d, _, err := b.svc.Written(t.Context(), b.own, string(made.Northwind))
	if err != nil || d.Just != "They laughed." || d.CouldHelpWith != "the reports" {
		t.Error(d, err)
	}
}
