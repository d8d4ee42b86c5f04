package ics_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"afterword"
	"afterword/cli"
	"afterword/service"
	"afterword/store"
	"afterword/testkit"
	"afterword/web"
)

// needs skips a test without its programs. Where everything has to be checked, a missing one fails it.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err == nil {
			continue
		}
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed: .ci/setup installs it", p)
		}
		t.Skipf("%s is not installed: .ci/setup installs it", p)
	}
}

// desk is a folder that is served, with a clock that is set by hand and a feed that was made.
type desk struct {
	*testing.T
	clock  *testkit.Clock
	svc    *service.Service
	own    afterword.Actor
	server *httptest.Server
	dir    string
	token  string
}

func atDesk(t *testing.T, zone, now string) *desk {
	t.Helper()
	d := &desk{T: t, clock: testkit.NewClock(now), dir: t.TempDir()}
	db, err := store.Open(t.Context(), store.Options{Path: filepath.Join(d.dir, "afterword.db"), Now: d.clock.Now})
	d.must(err)
	t.Cleanup(func() { _ = db.Close() })
	loc, err := time.LoadLocation(zone)
	d.must(err)
	d.svc = service.New(service.Options{DB: db, Now: d.clock.Now, Local: loc})
	d.own, err = d.svc.Own(t.Context(), "web")
	d.must(err)
	d.server = httptest.NewServer(web.New(web.Options{Service: d.svc, Local: loc, Calendar: cli.WriteCalendar}))
	t.Cleanup(d.server.Close)
	d.token, err = d.svc.NewFeed(t.Context(), d.own, true)
	d.must(err)
	return d
}

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) feed() string { return d.server.URL + cli.FeedPath(d.token) }

func (d *desk) add(employer, start, zone string) string {
	d.Helper()
	v, err := d.svc.Add(d.Context(), d.own, service.AddInput{Employer: employer, Start: start, Duration: "45m", Zone: zone,
		With: []string{"Priya Nair <priya@" + strings.ToLower(employer) + ".example>"}})
	d.must(err)
	return string(v.ID)
}

// written keeps a debrief: whom they met, and when they will hear.
func (d *desk) written(ref string) {
	d.Helper()
	in, err := service.DecodeDebrief("debrief.json", []byte(`{"met":[{"name":"Priya Nair"}],"hear":{"said":"1 to 2 weeks"}}`))
	d.must(err)
	_, err = d.svc.Debrief(d.Context(), d.own, ref, service.DebriefInput{Debrief: in})
	d.must(err)
}

func (d *desk) news(ref string, in service.NewsInput) {
	d.Helper()
	_, err := d.svc.News(d.Context(), d.own, ref, in)
	d.must(err)
}

// run runs a program that must end well, with a home of its own.
func (d *desk) run(name string, args ...string) string {
	d.Helper()
	cmd := exec.CommandContext(d.Context(), name, args...)
	cmd.Env = append(os.Environ(), "HOME="+d.dir, "XDG_CONFIG_HOME="+d.dir, "XDG_DATA_HOME="+d.dir, "XDG_CACHE_HOME="+d.dir, "LC_ALL=C.UTF-8", "TZ=UTC")
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		d.Fatalf("%s: %v\n%s%s", name, err, out, errs.String())
	}
	return string(out)
}

func (d *desk) write(name, text string) string {
	d.Helper()
	path := filepath.Join(d.dir, name)
	d.must(os.MkdirAll(filepath.Dir(path), 0o700))
	d.must(os.WriteFile(path, []byte(text), 0o600))
	return path
}

// pocket is a folder that vdirsyncer keeps equal to the feed.
type pocket struct {
	*desk
	folder, config string
}

func (d *desk) pocket() *pocket {
	d.Helper()
	p := &pocket{desk: d, folder: filepath.Join(d.dir, "pocket")}
	d.must(os.MkdirAll(p.folder, 0o700))
	p.config = d.write("vdirsyncer.conf", fmt.Sprintf(`[general]
status_path = %q
[pair dates]
a = "feed"
b = "pocket"
collections = null
conflict_resolution = "a wins"
[storage feed]
type = "http"
url = %q
[storage pocket]
type = "filesystem"
path = %q
fileext = ".ics"
`, filepath.Join(d.dir, "status"), d.feed(), p.folder))
	d.run("vdirsyncer", "-c", p.config, "discover")
	return p
}

// sync fetches the feed and gives the files that are there then. vdirsyncer names an entry of an
// address by what it holds and puts that name in the place of the UID, so that entries are found by words.
func (p *pocket) sync() map[string]string {
	p.Helper()
	p.run("vdirsyncer", "-c", p.config, "sync")
	files := map[string]string{}
	names, err := filepath.Glob(filepath.Join(p.folder, "*.ics"))
	p.must(err)
	for _, n := range names {
		b, err := os.ReadFile(n)
		p.must(err)
		info, err := os.Stat(n)
		p.must(err)
		files[filepath.Base(n)] = info.ModTime().String() + "\n" + string(b)
	}
	return files
}

// holding is the text of the one file with a word in it.
func (p *pocket) holding(files map[string]string, word string) string {
	p.Helper()
	for _, text := range files {
		if strings.Contains(text, word) {
			return text
		}
	}
	p.Fatalf("no entry holds %q: %v", word, files)
	return ""
}

func TestVdirsyncerFetchesTwiceAndFollowsMovesAndCancellations(t *testing.T) {
	t.Parallel()
	needs(t, "vdirsyncer")
	d := atDesk(t, "Europe/London", "2026-11-18T09:00:00Z")
	iv := d.add("Northwind", "2026-11-20 14:00", "Europe/London")
	d.add("Contoso", "2026-11-25 10:00", "America/New_York")
	p := d.pocket()
	first := p.sync()
	if len(first) != 2 {
		t.Fatalf("%d entries, want 2: %v", len(first), first)
	}
	d.clock.Add(10 * time.Minute)
	if diff := cmp.Diff(first, p.sync()); diff != "" {
		t.Errorf("nothing happened, and yet the second look changed something:\n%s", diff)
	}

	d.news(iv, service.NewsInput{Kind: "moved", Start: "2026-11-23 16:30", End: "2026-11-23 17:15"})
	moved := p.holding(p.sync(), "Northwind: interview")
	if !strings.Contains(moved, "DTSTART:20261123T163000Z") || sequence(t, moved) <= sequence(t, p.holding(first, "Northwind: interview")) {
		t.Errorf("the move did not follow:\n%s", moved)
	}

	d.news(iv, service.NewsInput{Kind: "called_off"})
	after := p.sync()
	off := p.holding(after, "Northwind: interview")
	if !strings.Contains(off, "STATUS:CANCELLED") || strings.Contains(off, "VALARM") || sequence(t, off) <= sequence(t, moved) {
		t.Errorf("it was called off, and the pocket does not say so:\n%s", off)
	}
	for _, text := range after {
		if strings.Contains(text, "20261120T140000Z") {
			t.Errorf("the old time is still in the pocket:\n%s", text)
		}
	}
}

func TestADateThatFallsAwayIsCalledOffInThePocket(t *testing.T) {
	t.Parallel()
	needs(t, "vdirsyncer")
	d := atDesk(t, "Europe/London", "2026-11-18T09:00:00Z")
	iv := d.add("Northwind", "2026-11-20 14:00", "Europe/London")
	p := d.pocket()
	d.clock.Set("2026-11-20T15:00:00Z")
	d.written(iv)
	if ask := p.holding(p.sync(), "you can ask once now"); !strings.Contains(ask, "DTSTART:20261207T090000Z") || !strings.Contains(ask, "CONFIRMED") {
		t.Fatalf("the question is not in the pocket:\n%s", ask)
	}
	d.news(iv, service.NewsInput{Kind: "no"})
	if ask := p.holding(p.sync(), "DTSTART:20261207T090000Z"); !strings.Contains(ask, "STATUS:CANCELLED") {
		t.Errorf("a no came, and the pocket would still ring:\n%s", ask)
	}
	// An interview that is deleted is called off too, and nothing of its words stays.
	other := d.add("Contoso", "2026-12-10 10:00", "Europe/London")
	p.sync()
	d.must(d.svc.Delete(t.Context(), d.own, other))
	if gone := p.holding(p.sync(), "DTSTART:20261210T100000Z"); !strings.Contains(gone, "STATUS:CANCELLED") || strings.Contains(gone, "Contoso") {
		t.Errorf("a deleted interview stands in the pocket:\n%s", gone)
	}
}

func sequence(t *testing.T, text string) (n int) {
	t.Helper()
	_, rest, ok := strings.Cut(text, "SEQUENCE:")
	if _, err := fmt.Sscan(rest, &n); !ok || err != nil {
		t.Fatalf("no number in %q", text)
	}
	return n
}

// autumn is three interviews on both sides of the autumn's clock changes (25 October in Europe, 1
// November in America), and the zones in which people look at them.
func autumn(t *testing.T, zone string) *desk {
	t.Helper()
	d := atDesk(t, zone, "2026-10-20T09:00:00Z")
	d.add("Northwind", "2026-10-23 16:00", "Europe/London")
	d.add("Contoso", "2026-10-28 16:00", "America/New_York")
	d.add("Fabrikam", "2026-11-02 16:00", "Asia/Kolkata")
	d.clock.Set("2026-10-23T15:50:00Z") // the first is over, the question will be asked in November
	d.written("Northwind")
	return d
}

var zones = []string{"Europe/London", "America/New_York", "Asia/Kolkata"}

func TestKhalListsWhatWeSayInThreeZonesOverAClockChange(t *testing.T) {
	t.Parallel()
	needs(t, "vdirsyncer", "khal")
	for _, zone := range zones {
		t.Run(zone, func(t *testing.T) {
			t.Parallel()
			d := autumn(t, zone)
			p := d.pocket()
			p.sync()
			config := d.write("khal.conf", fmt.Sprintf(`[calendars]
[[dates]]
path = %s
[locale]
local_timezone = %s
default_timezone = %s
timeformat = %%H:%%M
dateformat = %%Y-%%m-%%d
longdateformat = %%Y-%%m-%%d
datetimeformat = %%Y-%%m-%%d %%H:%%M
longdatetimeformat = %%Y-%%m-%%d %%H:%%M
[sqlite]
path = %s
`, p.folder, zone, zone, filepath.Join(d.dir, "khal.db")))
			out := d.run("khal", "-c", config, "list", "--notstarted", "--day-format", "", "--format", "{start-long}|{end-long}|{title}", "2026-10-20", "60d")
			got := strings.Split(strings.TrimSpace(out), "\n")
			loc, _ := time.LoadLocation(zone)
			entries, err := d.svc.Calendar(t.Context(), d.own, "")
			d.must(err)
			var want []string
			for _, e := range entries {
				const form = "2006-01-02 15:04"
				want = append(want, e.Start.In(loc).Format(form)+"|"+e.End.In(loc).Format(form)+"|"+e.Summary)
			}
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" || len(want) < 4 {
				t.Errorf("khal lists something else:\n%s", diff)
			}
		})
	}
}

// readICS prints what python3-icalendar understands of a file.
const readICS = `
import sys, json, datetime, icalendar
utc = datetime.timezone.utc
out = {}
cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
assert cal['METHOD'] == 'PUBLISH' and cal['VERSION'] == '2.0'
for e in cal.walk('VEVENT'):
    start = e.decoded('DTSTART')
    alarms = []
    for a in e.walk('VALARM'):
        t = a.decoded('TRIGGER')
        alarms.append((start + t if isinstance(t, datetime.timedelta) else t).astimezone(utc).strftime('%Y-%m-%dT%H:%M:%SZ'))
    out[str(e['UID'])] = {'start': start.astimezone(utc).strftime('%Y-%m-%dT%H:%M:%SZ'), 'title': str(e['SUMMARY']),
        'sequence': int(e['SEQUENCE']), 'alarms': sorted(alarms)}
json.dump(out, sys.stdout)
`

// withICalendar is a Python that has the package: the system's, when another comes first in the path.
func withICalendar(t *testing.T) string {
	t.Helper()
	for _, p := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(p, "-c", "import icalendar").Run() == nil {
			return p
		}
	}
	needs(t, "python3 with the package python3-icalendar")
	return ""
}

// understood is one entry as another program reads it.
type understood struct {
	Start    string   `json:"start"`
	Title    string   `json:"title"`
	Sequence int      `json:"sequence"`
	Alarms   []string `json:"alarms"`
}

func TestPythonReadsTheAlarmsAtTheMomentsOfThePlan(t *testing.T) {
	t.Parallel()
	needs(t, "curl")
	python := withICalendar(t)
	for _, zone := range zones {
		t.Run(zone, func(t *testing.T) {
			t.Parallel()
			d := autumn(t, zone)
			got := d.read(python)

			entries, err := d.svc.Calendar(t.Context(), d.own, "")
			d.must(err)
			want := map[string]understood{}
			var rings []string
			for _, e := range entries {
				u := understood{Start: e.Start.UTC().Format(time.RFC3339), Title: e.Summary, Sequence: e.Sequence, Alarms: []string{}}
				for _, a := range e.Alarms {
					u.Alarms = append(u.Alarms, a.UTC().Format(time.RFC3339))
				}
				slices.Sort(u.Alarms)
				rings = append(rings, u.Alarms...)
				want[e.UID] = u
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("python reads something else:\n%s", diff)
			}
			if diff := cmp.Diff(d.reminders(), sorted(rings)); diff != "" {
				t.Errorf("the alarms are not the reminders of the plans:\n%s", diff)
			}
			d.clock.Add(time.Minute)
			if diff := cmp.Diff(got, d.read(python)); diff != "" {
				t.Errorf("the second look differs, though nothing happened:\n%s", diff)
			}
			d.news("Fabrikam", service.NewsInput{Kind: "moved", Start: "2026-11-03 09:00"})
			before, after := named(t, got, "Fabrikam: interview"), named(t, d.read(python), "Fabrikam: interview")
			if before.uid != after.uid || after.Sequence <= before.Sequence || after.Start != "2026-11-03T03:30:00Z" {
				t.Errorf("moved: %+v, then %+v", before, after)
			}
		})
	}
}

// read fetches the feed with curl and lets python say what is in it.
func (d *desk) read(python string) map[string]understood {
	d.Helper()
	file := filepath.Join(d.dir, "feed.ics")
	d.run("curl", "-sS", "--fail", "-o", file, d.feed())
	in, err := os.Open(file)
	d.must(err)
	defer in.Close()
	cmd := exec.Command(python, "-c", readICS)
	cmd.Stdin = in
	out, err := cmd.Output()
	d.must(err)
	got := map[string]understood{}
	d.must(json.Unmarshal(out, &got))
	return got
}

type namedEntry struct {
	uid string
	understood
}

func named(t *testing.T, all map[string]understood, title string) namedEntry {
	t.Helper()
	for uid, u := range all {
		if u.Title == title {
			return namedEntry{uid, u}
		}
	}
	t.Fatalf("no %q in %v", title, all)
	return namedEntry{}
}

// reminders are those of every plan, for steps that are still to do.
func (d *desk) reminders() []string {
	d.Helper()
	list, err := d.svc.List(d.Context(), d.own, service.ListFilter{Limit: 100})
	d.must(err)
	var all []string
	for _, iv := range list {
		p, err := d.svc.Plan(d.Context(), d.own, string(iv.ID))
		d.must(err)
		for _, s := range p.Steps {
			switch s.State {
			case afterword.StepDone, afterword.StepSkipped, afterword.StepOver:
				continue
			}
			for _, r := range s.Remind {
				all = append(all, r.UTC().Format(time.RFC3339))
			}
		}
	}
	return sorted(all)
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

func TestCurlIsToldThatNothingChanged(t *testing.T) {
	t.Parallel()
	needs(t, "curl")
	d := atDesk(t, "Europe/London", "2026-11-18T09:00:00Z")
	d.add("Northwind", "2026-11-20 14:00", "Europe/London")
	tag := filepath.Join(d.dir, "etag")
	file := filepath.Join(d.dir, "feed.ics")
	look := func(to string, more ...string) string {
		t.Helper()
		return d.run("curl", append([]string{"-sS", "-o", file, "-w", "%{http_code}", to}, more...)...)
	}
	if got := look(d.feed(), "--etag-save", tag); got != "200" {
		t.Fatalf("the feed answers %s", got)
	}
	d.clock.Add(time.Hour)
	if got := look(d.feed(), "--etag-compare", tag, "--compressed"); got != "304" {
		t.Errorf("nothing changed and the feed answers %s", got)
	}
	d.add("Contoso", "2026-11-26 14:00", "Europe/London")
	if got := look(d.feed(), "--etag-compare", tag); got != "200" {
		t.Errorf("something changed and the feed answers %s", got)
	}
	bodies := map[string]bool{}
	old := d.feed()
	var err error
	d.token, err = d.svc.NewFeed(t.Context(), d.own, false)
	d.must(err)
	if got := look(d.feed()); got != "200" {
		t.Errorf("the new address answers %s", got)
	}
	if b, _ := os.ReadFile(file); strings.Contains(string(b), "Northwind") || !strings.Contains(string(b), "SUMMARY:Appointment") {
		t.Errorf("the titles are not neutral:\n%s", b)
	}
	d.must(d.svc.RevokeFeed(t.Context(), d.own))
	link, err := d.svc.NewLink(t.Context(), d.own) // a key to something else
	d.must(err)
	for _, wrong := range []string{old, d.feed(), d.server.URL + "/feed/x.ics", d.server.URL + "/feed/" + link + ".ics", d.server.URL + "/feed/.ics", strings.TrimSuffix(old, ".ics")} {
		if got := look(wrong); got != "404" {
			t.Errorf("%s answers %s", wrong, got)
		}
		b, err := os.ReadFile(file)
		d.must(err)
		bodies[string(b)] = true
	}
	if len(bodies) != 1 {
		t.Errorf("wrong addresses are told apart: %v", bodies)
	}
}

func TestKhardListsThePeopleWeWrote(t *testing.T) {
	t.Parallel()
	needs(t, "khard")
	d := atDesk(t, "Europe/London", "2026-11-18T09:00:00Z")
	d.add("Northwind", "2026-11-20 14:00", "Europe/London")
	phone := "+44 20 7946 0000"
	_, err := d.svc.EditPerson(t.Context(), d.own, "Priya Nair", service.PersonEdit{Phone: &phone})
	d.must(err)
	list, err := d.svc.Contacts(t.Context(), d.own, "")
	d.must(err)
	for _, version := range []string{"3.0", "4.0"} {
		var b strings.Builder
		d.must(cli.WriteContacts(io.Writer(&b), version, list))
		book := "book" + version
		d.write(filepath.Join(book, "1.vcf"), b.String())
		config := d.write("khard"+version+".conf", fmt.Sprintf("[addressbooks]\n[[book]]\npath = %s\n[general]\ndebug = no\neditor = true\nmerge_editor = true\n[contact table]\ndisplay = formatted_name\n[vcard]\npreferred_version = %s\n", filepath.Join(d.dir, book), version))
		if out := d.run("khard", "-c", config, "phone", "--parsable"); !strings.Contains(out, phone+"\tPriya Nair (Northwind, interviewer)") {
			t.Errorf("%s: khard would not know who calls: %q", version, out)
		}
		if out := d.run("khard", "-c", config, "email", "--parsable"); !strings.Contains(out, "priya@northwind.example\tPriya Nair (Northwind, interviewer)") {
			t.Errorf("%s: khard does not find the address: %q", version, out)
		}
	}
}
