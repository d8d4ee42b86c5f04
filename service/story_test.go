package service_test

import (
	"context"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"afterword"
	"afterword/service"
	"afterword/store"
	"afterword/testkit"
)

// life is one person's search, told line by line: the clock is set, then verbs are called. Times are
// wall times in London in 2026, the year of the stories, unless they name another year.
type life struct {
	t     *testing.T
	svc   *service.Service
	clock *testkit.Clock
	me    afterword.Actor
	zone  *time.Location
	iv    string // the round that is spoken of
}

// shared is one PostgreSQL database for all stories: each has an account of its own in it.
var shared struct {
	once sync.Once
	url  string
}

func onPostgres(t testing.TB, now func() time.Time) (*store.DB, afterword.ID) {
	t.Helper()
	open := func(o store.Options) *store.DB {
		db, err := store.Open(context.Background(), o)
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	shared.once.Do(func() {
		url := testkit.PostgresURL(t)
		_ = open(store.Options{URL: url}).Close() // makes the tables
		shared.url = url
	})
	if shared.url == "" {
		t.Skip("skipped: there is no PostgreSQL for the stories")
	}
	db := open(store.Options{URL: shared.url, Now: now})
	t.Cleanup(func() { _ = db.Close() })
	id := afterword.ID(t.Name())
	err := db.Write(t.Context(), id, func(tx *store.Tx) error { return tx.SaveAccount(&afterword.Account{ID: id}) })
	if err != nil {
		t.Fatal(err)
	}
	return db, id
}

func onSQLite(t testing.TB, now func() time.Time) (*store.DB, afterword.ID) {
	t.Helper()
	return testkit.SQLite(t, now), testkit.Me
}

// tell lives a story on SQLite, and on PostgreSQL too where time allows.
func tell(t *testing.T, story func(s *life)) {
	t.Helper()
	t.Parallel()
	engines := map[string]func(testing.TB, func() time.Time) (*store.DB, afterword.ID){store.SQLite: onSQLite}
	if !testing.Short() || os.Getenv("CI") == "true" {
		engines[store.Postgres] = onPostgres
	}
	for name, open := range engines {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			london, err := time.LoadLocation("Europe/London")
			if err != nil {
				t.Fatal(err)
			}
			clock := testkit.NewClock("2026-11-10T09:00:00Z")
			db, account := open(t, clock.Now)
			s := &life{t: t, clock: clock, zone: london, me: afterword.Actor{Account: account, Face: "story"},
				svc: service.New(service.Options{DB: db, Now: clock.Now, Local: london})}
			s.set("name", "Asha Kapoor").set("email", "asha@kapoor.example").set("zone", "Europe/London")
			story(s)
		})
	}
}

// must ends the story when a verb says no.
func (s *life) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatalf("%s: %v", s.clock.Now().In(s.zone).Format("Mon 2 Jan 15:04"), err)
	}
}

// same compares what is with what should be.
func (s *life) same(what string, got, want any) *life {
	s.t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		s.t.Errorf("%s, %s (-want +got):\n%s", s.clock.Now().In(s.zone).Format("Mon 2 Jan 15:04"), what, diff)
	}
	return s
}

// refused wants an error of a kind that names a field.
func (s *life) refused(err error, kind afterword.Kind, field string) {
	s.t.Helper()
	if err == nil {
		s.t.Errorf("nothing refused it, want an error about %q", field)
		return
	}
	var e *afterword.Error
	if !errors.As(err, &e) || e.Kind != kind || e.Field != field {
		s.t.Errorf("refused with %v, want the kind %d and the field %q", err, kind, field)
	}
}

func (s *life) when(text string) time.Time {
	s.t.Helper()
	layout := "Mon 2 Jan 15:04 2006"
	if len(strings.Fields(text)) == 4 {
		text += " 2026"
	} else {
		layout = "Mon 2 Jan 2006 15:04"
	}
	at, err := time.ParseInLocation(layout, text, s.zone)
	if err != nil {
		s.t.Fatal(err)
	}
	if !strings.HasPrefix(text, at.Format("Mon")) {
		s.t.Fatalf("%s is a %s", text, at.Format("Mon"))
	}
	return at
}

// at sets the clock: "Fri 20 Nov 15:20".
func (s *life) at(text string) *life {
	s.t.Helper()
	s.clock.Set(s.when(text).Format(time.RFC3339))
	return s
}

func (s *life) words(at time.Time) string { return at.In(s.zone).Format("Mon 2 Jan 15:04") }

func (s *life) set(name, value string) *life {
	s.t.Helper()
	_, err := s.svc.Set(s.t.Context(), s.me, name, value)
	s.must(err)
	return s
}

// add books an interview and speaks of it from now on. Start and end are wall times of a story.
func (s *life) add(in service.AddInput) *life {
	s.t.Helper()
	if in.Start != "" {
		in.Start, in.End = s.when(in.Start).Format(time.RFC3339), s.when(in.End).Format(time.RFC3339)
	}
	v, err := s.svc.Add(s.t.Context(), s.me, in)
	s.must(err)
	s.iv = string(v.ID)
	return s
}

// northwind is the interview that most stories tell of: two people, on Friday from 14:00 to 15:00.
func (s *life) northwind() *life {
	s.t.Helper()
	return s.add(service.AddInput{Employer: "Northwind", Role: "Data analyst", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00",
		With: []string{"Priya Nair <priya.nair@northwind.example>", "Tom Reed <tom.reed@northwind.example>"}})
}

// keystone is the same interview, through an agency.
func (s *life) keystone() *life {
	s.t.Helper()
	return s.add(service.AddInput{Employer: "Northwind", Role: "Data analyst", Start: "Fri 20 Nov 14:00", End: "Fri 20 Nov 15:00",
		With:   []string{"Priya Nair <priya.nair@northwind.example>", "Tom Reed <tom.reed@northwind.example>"},
		Agency: "Mara Vogel <mara@keystone.example>"})
}

// panel is what is written down of it in most stories.
const panel = `
met:
- {name: Priya Nair, talked_about: moving the reports off spreadsheets}
- {name: Tom Reed, talked_about: the weekly data clinic}
hear: {said: 1 to 2 weeks}
want: still
`

// tries is a debrief that may be refused.
func (s *life) tries(yaml string) error {
	d, err := service.DecodeDebrief("debrief", []byte("---\n"+yaml))
	if err == nil {
		_, err = s.svc.Debrief(s.t.Context(), s.me, s.iv, service.DebriefInput{Debrief: d})
	}
	return err
}

func (s *life) debrief(yaml string) *life {
	s.t.Helper()
	s.must(s.tries(yaml))
	return s
}

// lookBack reads the same keys as a debrief.
func (s *life) lookBack(yaml string) *life {
	s.t.Helper()
	d, err := service.DecodeDebrief("look back", []byte("---\n"+yaml))
	s.must(err)
	_, err = s.svc.LookBack(s.t.Context(), s.me, s.iv, d, false)
	s.must(err)
	return s
}

func (s *life) decide(in service.DecideInput) *life {
	s.t.Helper()
	_, err := s.svc.Decide(s.t.Context(), s.me, s.iv, in)
	s.must(err)
	return s
}

func (s *life) written() afterword.Debrief {
	s.t.Helper()
	d, _, err := s.svc.Written(s.t.Context(), s.me, s.iv)
	s.must(err)
	return d
}

func (s *life) show() service.InterviewView {
	s.t.Helper()
	v, err := s.svc.Show(s.t.Context(), s.me, s.iv)
	s.must(err)
	return v
}

func (s *life) plan() afterword.Plan {
	s.t.Helper()
	p, err := s.svc.Plan(s.t.Context(), s.me, s.iv)
	s.must(err)
	return p
}

func (s *life) today() service.TodayView {
	s.t.Helper()
	v, err := s.svc.Today(s.t.Context(), s.me)
	s.must(err)
	return v
}

// state wants the interview to stand there.
func (s *life) state(want afterword.State) *life {
	s.t.Helper()
	if got := s.plan().State; got != want {
		s.t.Errorf("%s: it is %s, want %s", s.words(s.clock.Now()), got, want)
	}
	return s
}

// find is a step by its kind and whom or what it is about: "thank_you Priya Nair".
func (s *life) find(name string) (afterword.Step, bool) {
	s.t.Helper()
	kind, about, _ := strings.Cut(name, " ")
	for _, step := range s.plan().Steps {
		if string(step.Kind) == kind && (about == "" || step.About == about) {
			return step, true
		}
	}
	return afterword.Step{}, false
}

func (s *life) step(name string) afterword.Step {
	s.t.Helper()
	step, ok := s.find(name)
	if !ok {
		s.t.Fatalf("%s: the plan has no %s", s.words(s.clock.Now()), name)
	}
	return step
}

// is wants a step to stand in a state, and to follow the practices that are named.
func (s *life) is(name string, want afterword.StepState, practices ...string) *life {
	s.t.Helper()
	step := s.step(name)
	if step.State != want {
		s.t.Errorf("%s: %s is %s, want %s", s.words(s.clock.Now()), name, step.State, want)
	}
	for _, id := range practices {
		if !slices.Contains(step.Practices, id) {
			s.t.Errorf("%s follows %v, want %s", name, step.Practices, id)
		}
	}
	return s
}

func (s *life) lacks(name string) *life {
	s.t.Helper()
	if step, ok := s.find(name); ok {
		s.t.Errorf("%s: the plan holds %s, which is %s", s.words(s.clock.Now()), name, step.State)
	}
	return s
}

// reminded is when a step reminds.
func (s *life) reminded(name string, want ...string) *life {
	s.t.Helper()
	got := []string{}
	for _, at := range s.step(name).Remind {
		got = append(got, s.words(at))
	}
	if want == nil {
		want = []string{}
	}
	s.same("the reminders of "+name, got, want)
	return s
}

// waits wants the wait: their words, the last day, and from when it may be asked.
func (s *life) waits(said, until, askFrom string) *life {
	s.t.Helper()
	w := s.plan().Wait
	if w == nil {
		s.t.Fatalf("%s: nothing is waited for", s.words(s.clock.Now()))
	}
	s.same("the wait", []string{w.Said, w.Until.String(), s.words(w.AskFrom)}, []string{said, until, askFrom})
	return s
}

var asked = regexp.MustCompile(`^(\w+)(?: to (.+?))?(?: by (\w+))?$`)

// may asks the guard "status to Priya Nair by phone" and wants "allow", "refuse", "hold", or "hold
// until Mon 7 Dec 09:00", with the practices that are named.
func (s *life) may(try, want string, practices ...string) afterword.Verdict {
	s.t.Helper()
	m := asked.FindStringSubmatch(try)
	v, err := s.svc.May(s.t.Context(), s.me, s.iv, m[1], m[2], m[3])
	s.must(err)
	got := v.Verdict
	if v.Until != nil {
		got += " until " + s.words(*v.Until)
	}
	if got != want {
		s.t.Errorf("%s: may %s: %s (%s), want %s", s.words(s.clock.Now()), try, got, v.Because, want)
	}
	for _, id := range practices {
		if !slices.Contains(v.Practices, id) {
			s.t.Errorf("may %s follows %v, want %s", try, v.Practices, id)
		}
	}
	return v
}

// writes is the draft of "thanks to Priya Nair by phone".
func (s *life) writes(what string) service.NoteView {
	s.t.Helper()
	m := asked.FindStringSubmatch(what)
	n, err := s.svc.Write(s.t.Context(), s.me, s.iv, m[1], m[2], m[3])
	s.must(err)
	return n
}

// reworded is a note with the person's own text.
func (s *life) reworded(n service.NoteView, body string) service.NoteView {
	s.t.Helper()
	n, err := s.svc.EditNote(s.t.Context(), s.me, string(n.ID), service.NoteEdit{Body: body})
	s.must(err)
	return n
}

func (s *life) approve(n service.NoteView, because string) error {
	_, err := s.svc.Approve(s.t.Context(), s.me, string(n.ID), because)
	return err
}

// sends drafts a note, approves it as it stands, and sends it.
func (s *life) sends(what string) service.NoteView {
	s.t.Helper()
	n := s.writes(what)
	s.must(s.approve(n, ""))
	n, err := s.svc.SentNote(s.t.Context(), s.me, string(n.ID), "")
	s.must(err)
	return n
}

// thanks sends both thank-yous of a panel.
func (s *life) thanks() *life {
	s.t.Helper()
	s.sends("thanks to Priya Nair")
	s.sends("thanks to Tom Reed")
	return s
}

func (s *life) skips(n service.NoteView, why string) error {
	_, err := s.svc.SkipNote(s.t.Context(), s.me, string(n.ID), why)
	return err
}

func (s *life) passOn(n service.NoteView, through string) service.NoteView {
	s.t.Helper()
	n, err := s.svc.PassOn(s.t.Context(), s.me, string(n.ID), through)
	s.must(err)
	return n
}

// check is what a check says of a note.
func (s *life) check(n service.NoteView, name, level, says string) *life {
	s.t.Helper()
	for _, c := range n.Checks {
		if c.Check == name {
			if c.Level != level || !strings.Contains(c.Says, says) {
				s.t.Errorf("the check %s says %s %q, want %s %q of:\n%s", name, c.Level, c.Says, level, says, n.Body)
			}
			return s
		}
	}
	s.t.Errorf("nothing checks %s of:\n%s", name, n.Body)
	return s
}

// quiet wants a check to leave a note alone.
func (s *life) quiet(n service.NoteView, name string) *life {
	s.t.Helper()
	for _, c := range n.Checks {
		if c.Check == name && c.Level != afterword.OK {
			s.t.Errorf("the check %s says %q of:\n%s", name, c.Says, n.Body)
		}
	}
	return s
}

// holds wants words in a letter; lost wants them out of it.
func (s *life) holds(n service.NoteView, words ...string) *life {
	s.t.Helper()
	for _, w := range words {
		if !strings.Contains(n.Body, w) {
			s.t.Errorf("%q is not in:\n%s", w, n.Body)
		}
	}
	return s
}

func (s *life) lost(n service.NoteView, words ...string) *life {
	s.t.Helper()
	for _, w := range words {
		if strings.Contains(strings.ToLower(n.Body), strings.ToLower(w)) {
			s.t.Errorf("%q is in:\n%s", w, n.Body)
		}
	}
	return s
}

// news records what came in.
func (s *life) news(kind string, more ...service.NewsInput) service.FactView {
	s.t.Helper()
	in := service.NewsInput{}
	if len(more) > 0 {
		in = more[0]
	}
	in.Kind = kind
	if in.Start != "" {
		in.Start, in.End = s.when(in.Start).Format(time.RFC3339), s.when(in.End).Format(time.RFC3339)
	}
	f, err := s.svc.News(s.t.Context(), s.me, s.iv, in)
	s.must(err)
	return f
}

func (s *life) skipStep(name string) *life {
	s.t.Helper()
	_, err := s.svc.SkipStep(s.t.Context(), s.me, s.iv, s.step(name).ID, "")
	s.must(err)
	return s
}

func (s *life) bank(filter string) []afterword.Question {
	s.t.Helper()
	qs, err := s.svc.Questions(s.t.Context(), s.me, "", filter)
	s.must(err)
	return qs
}

func (s *life) prep() service.PrepView {
	s.t.Helper()
	p, err := s.svc.Prep(s.t.Context(), s.me, s.iv)
	s.must(err)
	return p
}

// role gives someone a place in the application that is spoken of.
func (s *life) role(who, kind string) *life {
	s.t.Helper()
	_, err := s.svc.EditPerson(s.t.Context(), s.me, who, service.PersonEdit{Role: kind, Application: string(s.show().Application)})
	s.must(err)
	return s
}

func (s *life) person(who string) service.PersonView {
	s.t.Helper()
	p, err := s.svc.Person(s.t.Context(), s.me, who)
	s.must(err)
	return p
}

// referee is one of the list, by name.
func (s *life) referee(name string) service.RefereeView {
	s.t.Helper()
	all, err := s.svc.Referees(s.t.Context(), s.me)
	s.must(err)
	for _, r := range all {
		if r.Name == name {
			return r
		}
	}
	s.t.Fatalf("%s is not among the referees", name)
	return service.RefereeView{}
}

func (s *life) refereeAdd(who, agreed string) *life {
	s.t.Helper()
	_, err := s.svc.RefereeAdd(s.t.Context(), s.me, who, agreed)
	s.must(err)
	return s
}

func names[T any](list []T, name func(T) string) []string {
	all := []string{}
	for _, x := range list {
		all = append(all, name(x))
	}
	return all
}
