package web

import (
	"strings"
	"testing"
)

// silent wants a page that does not say something.
func silent(t *testing.T, p page, words string) {
	t.Helper()
	if strings.Contains(text(p.main()), words) {
		t.Errorf("%s says %q", p.title(), words)
	}
}

func TestQuestionsAreAddedChangedAndRemovedOnPages(t *testing.T) {
	t.Parallel()
	b := setup(t, "2026-11-20T15:10:00Z")
	p := b.get("/learn").follow("Add questions").press("Add them", v("list", "- Why us?\n2. Tell me about yourself"))
	p.says("They are kept.", "Why us?", "Tell me about yourself", "Prepared, not asked yet")
	p = p.follow("Write it").press("Save", v("new", "Why this team?", "better", "The river"))
	p.says("Saved.", "Why this team?", "The river")
	p = b.get("/learn/better?asked=Why+this+team%3F").press("Save", v("new", "Tell me about yourself", "better", "kept"))
	p.says("There is a problem", "is there already", "kept")
	p = b.get("/learn/better?asked=Why+this+team%3F").press("Remove this question", nil).says("Removed.")
	silent(t, p, "Why this team?")

	p = b.get("/learn?filter=to_ask").follow("Add questions").press("Add them", v("list", "Who owns the warehouse?"))
	p = p.says("Who owns the warehouse?").follow("Change").press("Save", v("new", "Who owns the reports?"))
	silent(t, p.says("Saved.", "Who owns the reports?"), "Who owns the warehouse?")
	b.get("/learn/add").press("Add them", v("list", "# a heading")).says("There is a problem", "holds no question")

	p = b.upload("/learn/add", "file", "question,answer\nWhy now?,It is time\n", "list", "What is a data clinic?")
	p.says("They are kept.", "Why now?", "It is time", "What is a data clinic?")
	b.upload("/learn/add", "file", "", "list", "Is this lost?").says("There is a problem", "choose a file", "Is this lost?")
}
