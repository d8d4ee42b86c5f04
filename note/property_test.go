package note

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"afterword"
)

// The words that made-up candidates write down: fragments and sentences, with and without capitals,
// full stops, names and numbers.
var (
	madeLines = []string{"moving the reports off spreadsheets", "They are hiring three nurses for the new ward.", "how they onboard people in the first month", "We talked about climbing in Wales",
		"\"ship small, ship often\"", "her team is moving to Leeds in spring", "why she left banking after ten years", "Kubernetes rollout and the two outages last winter", "The night shift is the hardest part. They want to split it.",
		"reports, hiring, hockey", "my thesis on river floods", "loves teaching juniors", "built the lab from two people to twelve", "the 2 MW site near Hull", "Priya explained how they test the brakes", "asked about my time in Lisbon",
		"customers who pay late", "Data quality before dashboards", "the judge who corrects the subtitles", "they'd like to double the crew, which is hard", "a menu that changes with the tide", "growing from 40 to 90 shops",
		"he started as an apprentice", "what the inspectors look at first", "the tool that sorts plums by colour", "That the library lends seeds", "paper maps for the rescue team", "translating court files overnight",
		"- the old press\n- the ink shortage", "How do you calm a room of nine-year-olds?", "planning for the ferry timetable", "their move to a four-day week", "Glass repairs in listed houses", "feeding 600 guests in an hour", "the choir he runs after work",
		"night shifts", "rota!! nobody likes it", "moving off the monolith, they split billing first", "drives the bus. knows every cattle guard", "walked me through the new store", "(on screen) asked about python only",
		"i dont think its only tools", "gilding, real leaf", "conveyancing backlog - 300 files, new system coming in jan", "salary module, every agreement has its own idea", "drop shadows, \"nobody likes them\""}
	madeCould  = []string{"cleaning the customer data first", "train the two juniors", "I would start with the returns bay.", "rota planning", "Writing the handover sheet", "the Spanish suppliers", "sorting the archive; teaching the Friday class", "automate the monthly report", "I can cover weekends"}
	madeUnsaid = []string{"I moved 40 reports in my last job", "led a team of five in Oslo", "speak Portuguese", "that I hold a forklift licence", "My volunteering at the hospice", "The Bristol project won a small prize.", "I forgot to mention the patent", "was a chef before"}
	madeAsk    = []string{"Who owns the warehouse?", "how do you test", "the training budget", "What does a good first month look like?", "whether there is travel", "When do you decide about the site?", "about the rota"}
	madeNames  = []string{"Priya Nair", "Dr. Margaret Okafor", "Luca Bianchi", "Kim Min-jun", "Nguyen Thi Lan", "María José Núñez", "Ludwig van Dalen", "J. R. Ames", "Sukarno", "WANG Xiaoming", "Mr Peter Holm", "Siobhán O'Neill", "Jean-Luc Petit", "Ngozi Obi"}
	madeFirms  = []string{"Northwind", "Hale Studio", "St Brendan's Hospital", "Moore & Sons", "GreenGrid", "University of Basel", "Orbit Rail"}
	madeRoles  = []string{"Data analyst", "Designer", "Ward sister", "Controls Engineer", "chef de partie role", ""}
)

// tableOfBriefs makes up a sitting of one to seven people, the same for the same seed.
func tableOfBriefs(seed int64) []Brief {
	r := rand.New(rand.NewSource(seed))
	seats := 1 + r.Intn(7)
	names, lines := r.Perm(len(madeNames)), r.Perm(len(madeLines))
	d := afterword.Debrief{}
	pick := func(from []string, most int) []string {
		var all []string
		for _, i := range r.Perm(len(from))[:r.Intn(most+1)] {
			all = append(all, from[i])
		}
		return all
	}
	d.CouldHelpWith = strings.Join(pick(madeCould, 3), "\n")
	d.Unsaid, d.OwnQuestions = pick(madeUnsaid, 4), pick(madeAsk, 4)
	if r.Intn(3) == 0 {
		d.Questions = []afterword.Asked{{Asked: "How do you take feedback?", Felt: "more_to_say", Better: "I ask early, and I write it down"}}
	}
	wants := []afterword.Want{afterword.WantStill, afterword.WantStill, afterword.WantStill, afterword.WantUnsure}
	met := afterword.NewDate(2026, 11, 20)
	base := Brief{Kind: afterword.Thanks, Channel: afterword.Email, Employer: madeFirms[r.Intn(len(madeFirms))], Role: madeRoles[r.Intn(len(madeRoles))],
		Want: wants[r.Intn(len(wants))], Met: met, Today: met.AddDays(r.Intn(3)), Debrief: d, Seats: seats,
		From: afterword.Settings{Name: "Asha Kumar", Formal: r.Intn(2) == 0, Region: []string{"GB", "US", "SG"}[r.Intn(3)]}}
	people := make([]Recipient, seats)
	for i := range people {
		people[i] = Recipient{Name: madeNames[names[i]], Line: madeLines[lines[i]], Role: afterword.Interviewer}
	}
	bs := make([]Brief, seats)
	for i := range bs {
		b := base
		b.Seat, b.To = i, people[i]
		b.Others = slices.Concat(people[:i], people[i+1:])
		bs[i] = b
	}
	return bs
}

func TestLettersOfOneSittingAreFinishedAndEachItsOwn(t *testing.T) {
	t.Parallel()
	short, letters, ours, most := 0, 0, 0, 0.0
	for seed := range int64(1000) {
		bs := tableOfBriefs(seed)
		ls := make([]Letter, len(bs))
		for i, b := range bs {
			ls[i] = Draft(b)
			letters++
			body := ls[i].Body
			if n := Words(body); n > 120 {
				t.Errorf("seed %d seat %d: %d words\n%s", seed, i, n, body)
			} else if n < 60 {
				short++
				if b.Want == afterword.WantStill && toldOf(ls[i], b) >= wordsThin {
					t.Errorf("seed %d seat %d: only %d words\n%s", seed, i, n, body)
				}
			}
			if strings.ContainsAny(body, "{}[]") || strings.Contains(body, "..") || strings.Contains(body, " .") || strings.Contains(body, "  ") || strings.Contains(body, " ,") {
				t.Errorf("seed %d seat %d: unfilled or untidy\n%s", seed, i, body)
			}
			for _, c := range Check(ls[i].Subject, body, Known{Brief: &bs[i]}).Checks {
				if c.Check == "own_words" && c.Level == afterword.Advice {
					ours++
				}
				// What only the person can add is asked for; nothing is wrong with a draft of ours.
				if c.Level != afterword.OK && c.Check != "own_words" && c.Check != "could" {
					t.Errorf("seed %d seat %d: %s: %s\n%s", seed, i, c.Check, c.Says, body)
				}
			}
			if !ls[i].Used.Line {
				t.Errorf("seed %d seat %d: without the line %q", seed, i, b.To.Line)
			}
			spansFit(t, ls[i])
			for j := range i {
				if a := Alike(body, ls[j].Body); a > 0.60 {
					t.Errorf("seed %d: seats %d and %d are %.2f alike\n%s\n---\n%s", seed, j, i, a, ls[j].Body, body)
				} else if a > most {
					most = a
				}
			}
			if again := Draft(b); again.Body != body || again.Subject != ls[i].Subject {
				t.Errorf("seed %d seat %d: a second draft differs", seed, i)
			}
		}
		if t.Failed() && seed > 20 {
			t.FailNow()
		}
	}
	t.Logf("%d letters, %d under 60 words, %d with less than 30 %% their own, most alike %.2f", letters, short, ours, most)
}

func TestEachPointOfADebriefIsInOneLetterAtMost(t *testing.T) {
	t.Parallel()
	for seed := range int64(300) {
		seen := map[string]int{}
		for i, b := range tableOfBriefs(seed) {
			u := Draft(b).Used
			for _, n := range u.Unsaid {
				seen[fmt.Sprint("unsaid ", n)]++
			}
			for _, n := range u.OwnQuestions {
				seen[fmt.Sprint("question ", n)]++
			}
			for _, n := range u.Answers {
				seen[fmt.Sprint("answer ", n)]++
			}
			if u.Could {
				seen[fmt.Sprint("could ", tableOf(b).could)]++
			}
			_ = i
		}
		for what, n := range seen {
			if n > 1 {
				t.Errorf("seed %d: %s stands in %d letters", seed, what, n)
			}
		}
	}
}

// Every word of a letter stands in the brief or in a stem: nothing is invented.
func TestEveryFactOfALetterStandsInTheBrief(t *testing.T) {
	t.Parallel()
	stemWords := map[string]bool{}
	data, err := catalogue.ReadFile("lang/en.stems.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range split(string(data)) {
		stemWords[w.low] = true
	}
	for _, w := range strings.Fields("yesterday monday tuesday wednesday thursday friday saturday sunday november mr mrs ms dr professor you your you'd you're you've i and to with") {
		stemWords[w] = true
	}
	for seed := range int64(400) {
		for _, b := range tableOfBriefs(seed) {
			given := map[string]bool{}
			for _, s := range slices.Concat([]string{b.To.Name, b.To.Line, b.Employer, b.Role, b.From.Name, b.Debrief.CouldHelpWith, b.Met.String()}, b.Debrief.Unsaid, b.Debrief.OwnQuestions,
				[]string{askedWords(b.Debrief), writtenDay(b.Met, true)}) {
				for _, w := range split(s + " " + mend(s)) { // as written, and as written out
					given[w.low] = true
					given[baseOfThird(w.low)] = true // she loves, you love
				}
			}
			l := Draft(b)
			for _, w := range split(l.Body + " " + l.Subject) {
				if !given[w.low] && !stemWords[w.low] && w.low != "are" && w.low != "have" && w.low != "were" && w.low != "started" {
					t.Errorf("seed %d: %q is neither in the brief nor in a stem\n%s", seed, w.low, l.Body)
				}
			}
		}
	}
}

// toldOf counts the words of the debrief in a letter.
func toldOf(l Letter, b Brief) int {
	n := 0
	for _, s := range l.Own {
		if own := l.Body[s[0]:s[1]]; own != roleName(b.Role) && !strings.EqualFold(own, firmName(b.Employer)) {
			n += Words(own)
		}
	}
	return n
}

func spansFit(t *testing.T, l Letter) {
	t.Helper()
	last := 0
	for _, s := range l.Own {
		if s[0] < last || s[1] <= s[0] || s[1] > len(l.Body) || !utf8.RuneStart(l.Body[s[0]]) || s[1] < len(l.Body) && !utf8.RuneStart(l.Body[s[1]]) {
			t.Errorf("span %v does not fit\n%s", s, l.Body)
		}
		last = s[1]
	}
}

func askedWords(d afterword.Debrief) string {
	var s string
	for _, q := range d.Questions {
		s += q.Asked + " " + q.Better + " "
	}
	return s
}
