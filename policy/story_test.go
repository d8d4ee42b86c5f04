package policy_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/when"
)

// story builds a case line by line, as a person would tell it. The lines are those of the files in
// testdata: times are wall times in the own zone.
type story struct {
	t   testing.TB
	c   afterword.Case
	r   policy.Rules
	own *time.Location
	seq int64
	now time.Time
}

func tell(t testing.TB, lines string) *story {
	t.Helper()
	s := &story{t: t, own: time.UTC}
	s.c.Application = afterword.Application{ID: "app", Kind: afterword.New, Employer: "Northwind"}
	s.c.People, s.c.Debriefs = map[afterword.ID]afterword.Person{}, map[afterword.ID]afterword.Debrief{}
	s.r = policy.Rules{Own: s.own, Locations: map[string]*time.Location{}}
	s.more(lines)
	return s
}

func (s *story) more(lines string) *story {
	s.t.Helper()
	sc := bufio.NewScanner(strings.NewReader(lines))
	for sc.Scan() {
		if line := strings.TrimSpace(sc.Text()); line != "" && !strings.HasPrefix(line, "#") {
			s.line(line)
		}
	}
	return s
}

var (
	stamp = regexp.MustCompile(`^(\d{4}-\d\d-\d\d \d\d:\d\d) (.*)$`)
	addr  = regexp.MustCompile(`^(.*?)(?: <(.*)>)?$`)
)

func (s *story) line(line string) {
	s.t.Helper()
	if m := stamp.FindStringSubmatch(line); m != nil {
		s.happens(s.clock(m[1], s.own), m[2])
		return
	}
	word, rest, _ := strings.Cut(line, " ")
	set := &s.c.Settings
	switch word {
	case "own":
		s.own = s.zone(rest)
		s.r.Own = s.own
	case "region":
		set.Region = rest
		s.r.Calendar = when.NewCalendar(rest, nil, nil)
		s.r.OwnCalendar = s.r.Calendar
	case "email":
		set.Email = rest
	case "employer":
		s.c.Application.Employer = rest
	case "agency":
		s.c.Application.Agency = s.person(rest)
	case "contact":
		s.c.Application.Contact = s.person(rest)
	case "person", "interviewer", "hiring_manager", "coordinator", "recruiter", "front_desk", "referee", "insider", "advocate":
		id := s.person(rest)
		if word != "person" {
			r := afterword.Role{Application: "app", Person: id, Kind: afterword.RoleKind(word)}
			if r.Kind == afterword.Referee {
				r.Application = ""
			}
			s.c.Roles = append(s.c.Roles, r)
		}
	case "away":
		from, to, _ := strings.Cut(rest, " ")
		s.c.Away = append(s.c.Away, afterword.Away{ID: "away", From: s.date(from), To: s.date(to)})
	case "elsewhere_accepted":
		s.c.Elsewhere.Accepted = s.clock(rest, s.own)
	case "elsewhere_moved":
		s.c.Elsewhere.LastMove = s.clock(rest, s.own)
	case "elsewhere_contact":
		s.c.Elsewhere.EmployerContact = s.clock(rest, s.own)
	default:
		s.t.Fatalf("%q: no such line", line)
	}
}

// person finds or adds someone: "Priya Nair <priya@northwind.example>".
func (s *story) person(text string) afterword.ID {
	m := addr.FindStringSubmatch(strings.TrimSpace(text))
	id := afterword.ID(strings.ToLower(strings.ReplaceAll(m[1], " ", "-")))
	p, ok := s.c.People[id]
	if !ok {
		p = afterword.Person{ID: id, Name: m[1]}
	}
	if m[2] != "" {
		p.Email = m[2]
	}
	s.c.People[id] = p
	return id
}

func (s *story) zone(name string) *time.Location {
	s.t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		s.t.Fatal(err)
	}
	s.r.Locations[name] = loc
	return loc
}

func (s *story) clock(text string, loc *time.Location) time.Time {
	s.t.Helper()
	w, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		s.t.Fatal(err)
	}
	return afterword.DateOf(w).At(w.Hour(), w.Minute(), loc).UTC()
}

func (s *story) date(text string) afterword.Date {
	s.t.Helper()
	d, err := afterword.ParseDate(text)
	if err != nil {
		s.t.Fatal(err)
	}
	return d
}

func (s *story) fact(at time.Time, kind afterword.FactKind, interview string, d afterword.Detail) *afterword.Fact {
	s.seq++
	s.c.Facts = append(s.c.Facts, afterword.Fact{ID: afterword.ID(fmt.Sprintf("f%d", s.seq)), Seq: s.seq, Application: "app",
		Interview: afterword.ID(interview), Kind: kind, At: at, RecordedAt: at, Detail: d})
	return &s.c.Facts[len(s.c.Facts)-1]
}

var (
	bookedLine = regexp.MustCompile(`^(booked|moved|corrected) (\w+)(?: (\S+ \S+))?(?: to (?:(\S+) )?(\d\d:\d\d))?(?: in (\S+))?(?: with (.*?))?(?: from (.*))?$`)
	noteLine   = regexp.MustCompile(`^(draft|keep|approve|sent|skip|passed_on|let_go|override) (\w+)(?: to ([^(]+?))?(?: by (\w+))?(?: for (\w+))?(?: promise (.+?))?(?: on (\w+))?(?: because (.*))?$`)
	newsLine   = regexp.MustCompile(`^(\w+) (\w+)(?: until (\S+))?(?: from ([^(]+?))?(?: by (\w+))?(?: what (.*?))?( no answer needed)?$`)
)

// happens adds what happened at a moment.
func (s *story) happens(at time.Time, what string) {
	s.t.Helper()
	word, rest, _ := strings.Cut(what, " ")
	switch word {
	case "booked", "moved", "corrected":
		s.schedule(at, what)
	case "over":
		s.fact(at, afterword.Over, rest, afterword.Detail{})
	case "debrief", "decide", "look_back":
		r, text, _ := strings.Cut(rest, " ")
		kind := map[string]afterword.FactKind{"debrief": afterword.WroteDown, "decide": afterword.Decided, "look_back": afterword.LookedBack}[word]
		s.fact(at, kind, r, afterword.Detail{Debrief: s.debrief(text), Begun: at})
	case "promise":
		r, text, _ := strings.Cut(rest, " ")
		what, due, dated := strings.Cut(text, " due ")
		d := afterword.Detail{What: what}
		if dated {
			d.Due = s.date(due)
		}
		s.fact(at, afterword.Promised, r, d)
	case "kept":
		r, text, _ := strings.Cut(rest, " ")
		s.fact(at, afterword.Kept, r, afterword.Detail{Promise: afterword.PromiseID("app", text)})
	case "wait":
		r, day, _ := strings.Cut(rest, " ")
		s.fact(at, afterword.WaitSet, r, afterword.Detail{Until: s.date(day)})
	case "skip_step":
		r, step, _ := strings.Cut(rest, " ")
		s.fact(at, afterword.Skipped, r, afterword.Detail{Step: step})
	case "undo":
		f := s.fact(at, afterword.Voided, "", afterword.Detail{Voids: afterword.ID(rest)})
		for i := range s.c.Facts {
			if s.c.Facts[i].ID == afterword.ID(rest) {
				s.c.Facts[i].VoidedBy = f.ID
			}
		}
	case "agreed":
		s.fact(at, afterword.RefereeAgreed, "", afterword.Detail{Person: s.person(rest), Until: afterword.DateOf(at)}).Application = ""
	case "told", "connected":
		s.fact(at, afterword.FactKind(word), "", afterword.Detail{Person: s.person(rest)})
	case "draft", "keep", "approve", "sent", "skip", "passed_on", "let_go", "override":
		s.noteLine(at, what)
	default:
		s.news(at, what)
	}
}

func (s *story) schedule(at time.Time, what string) {
	m := bookedLine.FindStringSubmatch(what)
	if m == nil {
		s.t.Fatalf("%q cannot be read", what)
	}
	loc := s.own
	d := afterword.Detail{}
	if m[6] != "" {
		loc, d.Zone = s.zone(m[6]), m[6]
	}
	day := ""
	if m[3] != "" {
		d.Start = s.clock(m[3], loc)
		day = m[3][:10]
	}
	if m[5] != "" {
		if m[4] != "" {
			day = m[4]
		}
		d.End = s.clock(day+" "+m[5], loc)
	}
	if m[1] == "booked" {
		iv := afterword.Interview{ID: afterword.ID(m[2]), Application: "app"}
		for _, name := range strings.Split(m[7], ", ") {
			if name != "" {
				iv.Invited = append(iv.Invited, s.person(name))
			}
		}
		s.c.Interviews = append(s.c.Interviews, iv)
	}
	if m[8] != "" {
		d.From = s.person(m[8])
	}
	s.fact(at, afterword.FactKind(m[1]), m[2], d)
}

func (s *story) debrief(text string) afterword.ID {
	s.t.Helper()
	var d afterword.Debrief
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		s.t.Fatalf("%s: %v", text, err)
	}
	for i := range d.Met {
		d.Met[i].Person = s.person(d.Met[i].Name)
	}
	id := afterword.ID(fmt.Sprintf("d%d", s.seq+1))
	s.c.Debriefs[id] = d
	return id
}

// noteLine is what becomes of a note: "sent thanks to Priya Nair for r1".
func (s *story) noteLine(at time.Time, what string) {
	s.t.Helper()
	m := noteLine.FindStringSubmatch(what)
	if m == nil {
		s.t.Fatalf("%q cannot be read", what)
	}
	to := afterword.ID("")
	if m[3] != "" {
		to = s.person(m[3])
	}
	n := s.note(at, afterword.NoteKind(m[2]), to, afterword.Channel(m[4]), m[5])
	if m[6] != "" {
		n.Promise = afterword.PromiseID("app", m[6])
	}
	if m[7] != "" {
		n.RestsOn = afterword.ID(m[7])
	}
	kind, ok := map[string]afterword.FactKind{"keep": afterword.KeptUntil, "approve": afterword.Approved, "sent": afterword.Sent,
		"skip": afterword.Skipped, "passed_on": afterword.PassedOn, "let_go": afterword.LetGo, "override": afterword.Overrode}[m[1]]
	if ok {
		s.fact(at, kind, string(n.Interview), afterword.Detail{Note: n.ID, Why: m[8]})
	}
}

func (s *story) note(at time.Time, kind afterword.NoteKind, to afterword.ID, by afterword.Channel, interview string) *afterword.Note {
	if interview == "" && len(s.c.Interviews) > 0 {
		interview = string(s.c.Interviews[0].ID)
	}
	if to == "" {
		to = policy.DefaultTo(s.c, afterword.ID(interview), kind, s.r)
	}
	if by == "" {
		by = afterword.Email
	}
	for i := range s.c.Notes {
		n := &s.c.Notes[i]
		state, _, _ := policy.NoteState(s.c, *n, at)
		if n.Kind == kind && n.To == to && n.Interview == afterword.ID(interview) && n.Channel == by && state != afterword.NoteSent && state != afterword.NotePassedOn {
			return n
		}
	}
	s.c.Notes = append(s.c.Notes, afterword.Note{ID: afterword.ID(fmt.Sprintf("n%d", len(s.c.Notes)+1)), Application: "app",
		Interview: afterword.ID(interview), Kind: kind, To: to, Channel: by, CreatedAt: at})
	return &s.c.Notes[len(s.c.Notes)-1]
}

func (s *story) news(at time.Time, what string) {
	s.t.Helper()
	m := newsLine.FindStringSubmatch(what)
	if m == nil {
		s.t.Fatalf("%q cannot be read", what)
	}
	d := afterword.Detail{By: afterword.Channel(m[5]), What: m[6], NoAnswerNeeded: m[7] != ""}
	if m[3] != "" {
		d.Until = s.date(m[3])
	}
	if m[4] != "" {
		d.From = s.person(m[4])
	}
	s.fact(at, afterword.FactKind(m[1]), m[2], d)
}

// first is the first round told of.
func (s *story) first() afterword.ID { return s.c.Interviews[0].ID }

func (s *story) at(text string) time.Time { return s.clock(text, s.own) }

func (s *story) plan(interview, now string) afterword.Plan {
	s.t.Helper()
	return policy.Compute(s.c, afterword.ID(interview), s.r, s.at(now))
}

// may asks the guard in the words "status to Priya Nair by phone for r1".
func (s *story) may(now, what string) afterword.Verdict {
	s.t.Helper()
	m := regexp.MustCompile(`^(\w+)(?: to ([^(]+?))?(?: by (\w+))?(?: for (\w+))?(?: note (\w+))?( angry)?$`).FindStringSubmatch(what)
	if m == nil {
		s.t.Fatalf("%q cannot be read", what)
	}
	try := afterword.Try{Kind: afterword.NoteKind(m[1]), By: afterword.Channel(m[3]), Note: afterword.ID(m[5]), Angry: m[6] != ""}
	if m[2] != "" {
		try.To = s.person(m[2])
	}
	interview := s.first()
	if m[4] != "" {
		interview = afterword.ID(m[4])
	}
	if try.Angry {
		try.Changed = s.at(now)
	}
	return policy.May(s.c, interview, try, s.r, s.at(now))
}

func step(p afterword.Plan, id string) *afterword.Step {
	for i := range p.Steps {
		if p.Steps[i].ID == id || string(p.Steps[i].Kind) == id {
			return &p.Steps[i]
		}
	}
	return nil
}
