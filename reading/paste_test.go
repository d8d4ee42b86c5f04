package reading

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"afterword"
)

func TestPastedNotesGoToThePagesTheyBelongTo(t *testing.T) {
	t.Parallel()
	people := []string{"Priya Nair", "Tom Reed", "Lena Hale", "Ido Marsh"}
	friday := afterword.NewDate(2026, 11, 20)
	for name, c := range map[string]struct {
		text string
		want afterword.Debrief
	}{
		"hurried": {`Northwind interview notes
Met Priya Nair (head of analytics) and Tom
Priya: moving reports off spreadsheets
Tom talked about the weekly data clinic
Questions:
- why us
* tell me about a project that failed
they said they'd let me know in 1 to 2 weeks
another round with the director
need to send portfolio link by friday
I'll send them the case study tomorrow
forgot to mention I moved 40 reports
should've said I speak Dutch
want to ask who owns the warehouse
could help with cleaning customer data
prefers email
left at five, nice`, afterword.Debrief{
			Met:       []afterword.Met{{Name: "Priya Nair", Role: "head of analytics", TalkedAbout: "moving reports off spreadsheets"}, {Name: "Tom Reed", TalkedAbout: "the weekly data clinic"}},
			Questions: []afterword.Asked{{Asked: "why us"}, {Asked: "tell me about a project that failed"}},
			Hear:      &afterword.Hear{Said: "they said they'd let me know in 1 to 2 weeks", AnotherRound: "yes", NextSteps: "another round with the director", Channel: afterword.Email},
			Promised:  []afterword.Pledge{{What: "portfolio link", Due: afterword.NewDate(2026, 11, 27)}, {What: "the case study", Due: afterword.NewDate(2026, 11, 21)}},
			Unsaid:    []string{"I moved 40 reports", "I speak Dutch"}, OwnQuestions: []string{"who owns the warehouse"}, CouldHelpWith: "cleaning customer data",
			Just: "Northwind interview notes\nleft at five, nice",
		}},
		"tidy": {`Q: Why do you want to leave?
A: I want to learn more about data
Q: Strengths
They will call me by Thursday either way
Promised: references by Monday

good: stayed calm
next time breathe first`, afterword.Debrief{
			Questions: []afterword.Asked{{Asked: "Why do you want to leave?", Answered: "I want to learn more about data"}, {Asked: "Strengths"}},
			Hear:      &afterword.Hear{Said: "They will call me by Thursday either way", EitherWay: "yes"},
			Promised:  []afterword.Pledge{{What: "references", Due: afterword.NewDate(2026, 11, 23)}},
			WentWell:  []string{"stayed calm"}, NextTime: []string{"breathe first"},
		}},
		"dictated in one breath": {`Lena - talked about signs. Ido - who waters the plants. They asked me: why us? a project that failed? They decide end of next week. I said I would send the portfolio.`, afterword.Debrief{
			Met:       []afterword.Met{{Name: "Lena Hale", TalkedAbout: "signs"}, {Name: "Ido Marsh", TalkedAbout: "who waters the plants"}},
			Questions: []afterword.Asked{{Asked: "why us?"}, {Asked: "a project that failed?"}},
			Hear:      &afterword.Hear{Said: "They decide end of next week"}, Promised: []afterword.Pledge{{What: "the portfolio"}},
		}},
		"nothing that is known": {"a nice place, warm\nthe tea was good", afterword.Debrief{Just: "a nice place, warm\nthe tea was good"}},
	} {
		if diff := cmp.Diff(c.want, Pasted(c.text, people, friday, "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Notes that name thousands are sorted at once, and nothing of them is lost.
func TestPastedNotesThatNameThousandsAreBounded(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	for n := range 8000 {
		fmt.Fprintf(&text, "met A%c%c%c Roe\n", 'a'+n%26, 'a'+n/26%26, 'a'+n/676%26)
	}
	began := time.Now()
	d := Pasted(text.String(), nil, afterword.NewDate(2026, 11, 20), "")
	if took := time.Since(began); took > 2*time.Second {
		t.Error("it took", took)
	}
	if len(d.Met) != 50 || len(d.Met)+len(strings.Split(d.Just, "\n")) != 8000 {
		t.Error(len(d.Met), "people, and", len(strings.Split(d.Just, "\n")), "lines kept as they are")
	}
}
