package note

import (
	"slices"
	"testing"

	"afterword"
)

// What the letter holds in any form is not offered again, and what is offered is a whole sentence.
func TestLeftoversAreWholeSentencesOfAThankYou(t *testing.T) {
	t.Parallel()
	b := Brief{Kind: afterword.Thanks, Channel: afterword.Email, Want: afterword.WantStill, To: Recipient{Name: "Priya Nair", Line: "moving their design system to tokens, she hates plugins"},
		Debrief: afterword.Debrief{CouldHelpWith: "the first review", Unsaid: []string{"I hold a licence", "led a team of five", "thesis on floods"}, OwnQuestions: []string{"who owns tokens?", "How big is the team?", "the training budget"}}}
	body := Draft(b).Body
	if got, want := Leftovers(b, body), []string{"I led a team of five.", "One thing I did not get to mention: my thesis on floods.", "I would also have liked to ask about the training budget."}; !slices.Equal(got, want) {
		t.Errorf("left over: %q\n%s", got, body)
	}
	for _, s := range Leftovers(b, "") {
		if again := Leftovers(b, s); len(again) != len(Leftovers(b, ""))-1 {
			t.Errorf("%q is in the letter, still offered: %q", s, again)
		}
	}
	for _, kind := range afterword.NoteKinds() {
		if b.Kind = kind; kind != afterword.Thanks && len(Leftovers(b, "")) > 0 {
			t.Errorf("%s offers %q", kind, Leftovers(b, ""))
		}
	}
}
