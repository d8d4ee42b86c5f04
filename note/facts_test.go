package note

import (
	"strings"
	"testing"

	"afterword"
)

func checkOf(r Report, name string) (level, says string) {
	for _, c := range r.Checks {
		if c.Check == name {
			return c.Level, c.Says
		}
	}
	return "", ""
}

func TestAFactThatIsKnownIsCheckedAndOneThatIsNotIsLeftOut(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	b := goldenBrief(afterword.Thanks, false)
	b.Agency = Recipient{Name: "Joanne Fielding"}
	l := Draft(b)
	for _, c := range []struct {
		check, level, says string
		change             func(*Known)
	}{
		{"route", "", "", func(*Known) {}},
		{"route", afterword.OK, "Has a way to reach Priya", func(k *Known) { k.Reach = &yes }},
		{"route", afterword.Stop, "No address yet. Find one, or send it through Joanne.", func(k *Known) { k.Reach = &no }},
		{"channel", afterword.OK, "By email, as agreed", func(k *Known) { k.Agreed = afterword.Email }},
		{"channel", afterword.OK, "By email", func(k *Known) { k.Agreed, k.Kind = afterword.Email, afterword.RefereeHeadsUp }},
		{"channel", afterword.Stop, "They asked for email. Call is off for this one.", func(k *Known) { k.Agreed, k.Channel = afterword.Email, afterword.Phone }},
		{"agency", "", "", func(*Known) {}},
		{"agency", afterword.OK, "Agency said yes", func(k *Known) { k.Asked = &yes }},
		{"agency", afterword.Stop, "Waiting for Joanne to say yes. Or ask them to pass it on.", func(k *Known) { k.Asked = &no }},
		{"once", afterword.OK, "First note to Priya", func(k *Known) { k.First = &yes }},
		{"once", afterword.Stop, "You have thanked Priya already. A reply to their answer is fine.", func(k *Known) { k.First = &no }},
		{"same", afterword.Stop, "This is the same as Carl's note.", func(k *Known) { k.OtherBodies = map[string]string{"Carl Dunn": l.Body} }},
		{"same", afterword.Stop, "This is the same as Carl's note.", func(k *Known) {
			k.OtherBodies = map[string]string{"Carl Dunn": strings.Replace(l.Body, "Priya", "Carl", 1)}
		}},
		{"same", afterword.Advice, "Very like Carl's note. Change a line?", func(k *Known) {
			k.OtherBodies = map[string]string{"Carl Dunn": strings.Replace(l.Body, "moving the reports off spreadsheets", "the cold store and its doors", 1)}
		}},
		{"same", afterword.OK, "Not like Carl's", func(k *Known) {
			k.OtherBodies = map[string]string{"Carl Dunn": "Dear Carl, what a fine cold store. Asha"}
		}},
		{"gap", afterword.OK, "Names something Priya said", func(*Known) {}},
		{"want", afterword.OK, "Says you want the job", func(*Known) {}},
		{"could", afterword.OK, "Says what you could do", func(*Known) {}},
		{"employer", afterword.OK, "Names Northwind", func(*Known) {}},
		{"employer", afterword.Stop, "This names Acme, the note goes to Northwind.", func(k *Known) { k.OtherEmployers = []string{"Acme"}; k.Lang = "acme" }},
	} {
		body := l.Body
		k := Known{Brief: &b}
		c.change(&k)
		if k.Lang == "acme" {
			k.Lang, body = "", body+"\nI also like Acme."
		}
		level, says := checkOf(Check(l.Subject, body, k), c.check)
		if level != c.level || says != c.says {
			t.Errorf("%s: got %s %q, want %s %q", c.check, level, says, c.level, c.says)
		}
	}
}

func TestAThankYouIsHeldUntilItNamesWhatTheySaid(t *testing.T) {
	t.Parallel()
	b := goldenBrief(afterword.Thanks, false)
	l := Draft(b)
	empty := strings.Replace(l.Body, "I especially enjoyed hearing about moving the reports off spreadsheets.", "It was good to talk.", 1)
	for _, c := range []struct{ what, body, line, level string }{
		{"the draft", l.Body, b.To.Line, afterword.OK},
		{"in other words", strings.Replace(l.Body, "moving the reports off spreadsheets", "how your spreadsheets are about to go", 1), b.To.Line, afterword.OK},
		{"taken out", empty, b.To.Line, afterword.Stop},
		{"never known", empty, "", afterword.Stop},
		{"never known, but written", strings.Replace(empty, "It was good to talk.", "Your story of the flooded archive in Lisbon, with the librarian who dried letters on washing lines, made me laugh out loud.", 1), "", afterword.OK},
		{"a gap that can be seen", strings.Replace(empty, "It was good to talk.", "I enjoyed hearing about […].", 1), "", afterword.Stop},
	} {
		b := b
		b.To.Line = c.line
		level, says := checkOf(Check("", c.body, Known{Brief: &b}), "gap")
		if level != c.level {
			t.Errorf("%s: %s %q", c.what, level, says)
		}
		if level == afterword.Stop && says != "One gap left: what did Priya talk about?" {
			t.Errorf("%s: says %q", c.what, says)
		}
	}
}

func TestAPrivateRemarkStopsUntilItWasLookedAt(t *testing.T) {
	t.Parallel()
	body := "Dear Priya,\n\nThank you for the tour of the cold store. She seemed tired. I would like to join Northwind.\n\nAsha"
	r := Check("", body, Known{To: "Priya Nair", Employer: "Northwind"})
	level, says := checkOf(r, "private")
	if level != afterword.Stop || says != "'seemed tired' reads like a note to yourself. Keep it out?" {
		t.Fatalf("%s %q", level, says)
	}
	if level, _ := checkOf(Check("", body, Known{To: "Priya Nair", LookedAt: []string{"seemed tired"}}), "private"); level != afterword.OK {
		t.Errorf("looked at, yet %s", level)
	}
}

func TestTheShareOfOwnWordsGrowsAsAPersonWrites(t *testing.T) {
	t.Parallel()
	b := goldenBrief(afterword.Thanks, false)
	b.Debrief = afterword.Debrief{}
	l := Draft(b)
	before := Check("", l.Body, Known{Brief: &b})
	own := strings.Replace(l.Body, "I look forward to hearing from you.",
		"My old team would tell you that I label every column twice, and that nobody ever had to call me on a Sunday because of it. Ask them if you like.", 1)
	after := Check("", own, Known{Brief: &b})
	if before.OwnWords == nil || after.OwnWords == nil || *after.OwnWords < *before.OwnWords+15 {
		t.Errorf("before %v, after %v", *before.OwnWords, *after.OwnWords)
	}
	if level, says := checkOf(after, "own_words"); level != afterword.OK {
		t.Errorf("%s %s", level, says)
	}
	if r := Check("", l.Body, Known{To: "Priya Nair"}); r.OwnWords != nil {
		t.Errorf("known without a brief: %d", *r.OwnWords)
	}
}

func TestLettersInAnotherLanguageGetTheChecksThatAnyLanguageAllows(t *testing.T) {
	t.Parallel()
	body := "Sehr geehrte Frau Vogel,\n\nvielen Dank für das Gespräch am Freitag über [Thema]. Ich würde gern bei Nordlicht arbeiten.\n\nMit freundlichen Grüßen\nLena"
	r := Check("", body, Known{Lang: "de", To: "Sabine Vogel", Employer: "Nordlicht"})
	if level, _ := checkOf(r, "placeholder"); level != afterword.Stop {
		t.Errorf("placeholder: %q", level)
	}
	if level, _ := checkOf(r, "name"); level != afterword.OK {
		t.Errorf("name: %q", level)
	}
	for _, c := range []string{"thanks", "private", "tone", "unfinished", "text_speak", "money"} {
		if level, says := checkOf(r, c); level != "" {
			t.Errorf("%s answers for German: %s %s", c, level, says)
		}
	}
}

func TestAlikeIsTwiceTheCommonWordsByTheWordsOfBoth(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want float64
	}{{"one two three", "one two three", 1}, {"a b c d", "a c", 2.0 * 2 / 6}, {"a b", "c d", 0}, {"", "", 1}, {"a", "", 0}, {"Dear Ann, yes", "dear ann yes!", 1}} {
		if got := Alike(c.a, c.b); got != c.want {
			t.Errorf("%q %q: got %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
