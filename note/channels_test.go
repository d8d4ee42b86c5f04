package note

import (
	"strings"
	"testing"

	"afterword"
)

func TestEachWayOfSendingGetsWhatFitsIt(t *testing.T) {
	t.Parallel()
	for seed := range int64(200) {
		for _, b := range tableOfBriefs(seed) {
			for _, kind := range afterword.NoteKinds() {
				b.Kind = kind
				for _, by := range []afterword.Channel{afterword.MessageText, afterword.Portal} {
					b.Channel = by
					if l := Draft(b); Characters(l.Body) >= 300 || strings.Contains(l.Body, "\n") || l.Subject != "" {
						t.Errorf("seed %d %s by %s: %d characters\n%s", seed, kind, by, Characters(l.Body), l.Body)
					} else {
						spansFit(t, l)
					}
				}
				b.Channel = afterword.Post
				if l := Draft(b); Words(l.Body) > 60 {
					t.Errorf("seed %d %s on a card: %d words\n%s", seed, kind, Words(l.Body), l.Body)
				}
			}
		}
	}
}

func TestNoKindOfDraftIsStoppedByItsOwnChecks(t *testing.T) {
	t.Parallel()
	for _, kind := range afterword.NoteKinds() {
		for _, formal := range []bool{false, true} {
			b := goldenBrief(kind, formal)
			for _, by := range []afterword.Channel{afterword.Email, afterword.MessageText, afterword.Phone, afterword.Post, afterword.ViaAgency} {
				b.Channel = by
				l := Draft(b)
				for _, c := range Check(l.Subject, l.Body, Known{Brief: &b}).Checks {
					if c.Level == afterword.Stop && !(kind == afterword.Reply && c.Check == "placeholder") {
						t.Errorf("%s by %s: %s: %s\n%s", kind, by, c.Check, c.Says, l.Body)
					}
				}
			}
		}
	}
}

func TestTheDayIsCalledAsItIsOnTheDayOfWriting(t *testing.T) {
	t.Parallel()
	met := afterword.NewDate(2026, 11, 20) // a Friday
	for _, c := range []struct {
		after  int
		region string
		want   string
	}{{0, "GB", "for me today"}, {1, "GB", "for me yesterday"}, {2, "GB", "for me on Friday"}, {6, "GB", "for me on Friday"}, {7, "GB", "for me on 20 November"}, {7, "US", "for me on November 20"}} {
		b := Brief{Kind: afterword.Thanks, To: Recipient{Name: "Priya Nair", Line: "hats"}, Met: met, Today: met.AddDays(c.after), Region: c.region}
		if l := Draft(b); !strings.Contains(l.Body, c.want) {
			t.Errorf("%d days after in %s: want %q\n%s", c.after, c.region, c.want, l.Body)
		}
	}
}

func TestASubjectKeepsTheThread(t *testing.T) {
	t.Parallel()
	for thread, want := range map[string]string{"Interview on Friday": "Re: Interview on Friday", "RE: Re: Interview": "Re: Interview", "AW: Gespräch": "Re: Gespräch", "Fwd: Invitation": "Re: Invitation"} {
		if got := Draft(Brief{Kind: afterword.Thanks, Thread: thread}).Subject; got != want {
			t.Errorf("%q: got %q, want %q", thread, got, want)
		}
	}
}

func TestWordsGoInGrammatically(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"moving the reports off spreadsheets":                    "I especially enjoyed hearing about moving the reports off spreadsheets.",
		"Moving the reports off spreadsheets.":                   "I especially enjoyed hearing about moving the reports off spreadsheets.",
		"drives the bus. knows every cattle guard":               "I was glad to hear that you drive the bus and know every cattle guard.",
		"walked me through the dressing room":                    "I was glad to hear that you walked me through the dressing room.",
		"coordinates everything, showed me the roof":             "I was glad to hear that you coordinate everything and showed me the roof.",
		"(on screen) asked about python only":                    "I was glad that you asked about Python only.",
		"tour loses money in every town and they go anyway":      "I was glad to hear that tour loses money in every town and you go anyway.",
		"salary module, every agreement has its own idea":        "I especially enjoyed hearing about the salary module, every agreement has its own idea.",
		"Handovers at six. Says the last minutes decide the day": "I especially enjoyed hearing about handovers at six. You say the last minutes decide the day.",
		"moving off the monolith, they split billing first":      "I especially enjoyed hearing about moving off the monolith, and that you split billing first.",
		"gripper design: they use soft fingers":                  "I especially enjoyed hearing about gripper design, and that you use soft fingers.",
		"phonics scheme, how they do guided reading":             "I especially enjoyed hearing about the phonics scheme and how they do guided reading.",
		"budget cuts, he's worried":                              "I was glad that you spoke so openly about budget cuts, and that you're worried.",
		"i dont think its only tools":                            "I don't think it's only tools.",
		"lunch, football":                                        "I especially enjoyed hearing about lunch and football.",
		"on-call is 1 week in 6, she likes it":                   "I was glad to hear that on-call is 1 week in 6, and that you like it.",
		"drop shadows, \"nobody likes them\"":                    "I especially enjoyed hearing about drop shadows (“nobody likes them”).",
		"They are moving the reports":                            "I was glad to hear that you are moving the reports.",
		"They are moving the reports. It takes a year.":          "I was glad to hear that you are moving the reports. It takes a year.",
		"Priya talked about climbing":                            "I especially enjoyed hearing about climbing.",
		"We talked about climbing":                               "I enjoyed talking with you about climbing.",
		"she told me that her team is moving":                    "I was glad to hear that your team is moving.",
		"how they test":                                          "I especially enjoyed hearing about how you test.",
		"how customers pay their bills":                          "I especially enjoyed hearing about how customers pay their bills.",
		"how Tom runs his kitchen":                               "I especially enjoyed hearing about how Tom runs his kitchen.",
		"my time in Oslo":                                        "I enjoyed talking with you about my time in Oslo.",
		"\"ship small, ship often\"":                             "You said “ship small, ship often”, and that has stayed with me.",
		"reports, hiring, hockey":                                "I especially enjoyed hearing about reports, hiring and hockey.",
		"- reports\n- hiring":                                    "I especially enjoyed hearing about reports and hiring.",
		"loves teaching juniors":                                 "I was glad to hear that you love teaching juniors.",
		"Kubernetes and the outage":                              "I especially enjoyed hearing about Kubernetes and the outage.",
		"SQL tests":                                              "I especially enjoyed hearing about SQL tests.",
		"showed me the print room":                               "Thank you for showing me the print room.",
		"that the library lends seeds":                           "I was glad to hear that the library lends seeds.",
		"she leads a team and wants to hire two":                 "I was glad to hear that you lead a team and want to hire two.",
		"https://blog.example/seeds":                             "Thank you for pointing me to https://blog.example/seeds",
		"What would I change first?":                             "I am still thinking about this question: what would I change first?",
		"40 reports a week":                                      "I especially enjoyed hearing about 40 reports a week.",
		"the move to dbt -> fewer errors":                        "I especially enjoyed hearing about the move to dbt to fewer errors.",
		"her daughter's school":                                  "I especially enjoyed hearing about your daughter's school.",
		"the system they are replacing":                          "I especially enjoyed hearing about the system you are replacing.",
		"he's been there for ten years":                          "I was glad to hear that you've been there for ten years.",
		"The reports will move in March":                         "I was glad to hear that the reports will move in March.",
	} {
		d := newDrafter(Brief{To: Recipient{Name: "Priya Nair", Line: line}})
		if got := d.line(true).text; got != want {
			t.Errorf("%q:\n got %q\nwant %q", line, got, want)
		}
	}
}

func TestWhatThereIsIsSpreadOverTheTable(t *testing.T) {
	t.Parallel()
	people := []Recipient{{Name: "Priya Nair", Line: "hats"}, {Name: "Carl Dunn", Line: "boots"}, {Name: "Mei Lin", Line: "gloves"}, {Name: "Sam Cole", Role: afterword.FrontDesk}}
	d := afterword.Debrief{CouldHelpWith: "sorting the stock", Unsaid: []string{"I speak Dutch"}, OwnQuestions: []string{"Who buys the felt?"}}
	var got []string
	for i, to := range people {
		others := append(append([]Recipient{}, people[:i]...), people[i+1:]...)
		u := Draft(Brief{Kind: afterword.Thanks, To: to, Others: others, Seat: i, Seats: 4, Debrief: d, Want: afterword.WantStill, Employer: "Northwind"}).Used
		points := ""
		if u.Could {
			points += "could "
		}
		if len(u.Unsaid) > 0 {
			points += "unsaid "
		}
		if len(u.OwnQuestions) > 0 {
			points += "question "
		}
		got = append(got, strings.TrimSpace(points))
	}
	if strings.Join(got, ", ") != "could, unsaid, question, " {
		t.Errorf("got %q", got)
	}
}
