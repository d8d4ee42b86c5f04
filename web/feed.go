package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/service"
)

// Outside is what calendars and address books need; main lends it. What is missing is not offered.
type Outside struct {
	WholeDays     func(name string, b []byte) ([]service.Days, error)
	Fetch         func(ctx context.Context, address string) ([]byte, error)
	ReadContacts  func(name string, b []byte) ([]service.Contact, []string, error)
	WriteContacts func(w io.Writer, version string, list []service.Contact) error
	Reply         func(inv afterword.Invitation, me afterword.Mailbox, answer string, now time.Time) ([]byte, error)
}

// feed answers a calendar that subscribed. Nobody is signed in: the token in the address is the key. A
// wrong one, an old one and one that was taken back get the same words.
func (s *site) feed(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	token, ok := strings.CutSuffix(r.PathValue("file"), ".ics")
	var entries []service.CalendarEntry
	err := error(afterword.Errorf(afterword.NotFound, "there is nothing here"))
	if ok && s.Calendar != nil {
		entries, err = s.Service.Feed(r.Context(), token)
	}
	var b bytes.Buffer
	if err == nil {
		err = s.Calendar(&b, "Afterword", entries)
	}
	switch {
	case afterword.KindOf(err) == afterword.NotFound:
		http.Error(w, "There is nothing here.", http.StatusNotFound)
		return
	case err != nil:
		s.Log.Error("the feed could not be made", "err", err) // without the address: it is a key
		http.Error(w, "Please come back later.", http.StatusServiceUnavailable)
		return
	}
	sum := sha256.Sum256(b.Bytes())
	h.Set("ETag", `"`+base64.RawURLEncoding.EncodeToString(sum[:18])+`"`)
	h.Set("Content-Type", "text/calendar; charset=utf-8; method=PUBLISH")
	h.Set("Content-Disposition", `inline; filename="afterword.ics"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b.Bytes())) // knows If-None-Match and HEAD
}

// CalendarsPage is what goes out to calendars and address books, and what comes in from them.
type CalendarsPage struct {
	Frame
	Reach        string // said with a new address that only this computer can open
	Feed         service.FeedView
	Link         string // the new address, shown once
	AwayCalendar string
	Holidays     []string
	Said         []string // what became of a file or an address that was given
	Files        bool     // contact and calendar files can be read here
	Fetches      bool
}

func (v *visit) calendarsPage() (CalendarsPage, error) {
	p := CalendarsPage{Frame: v.frame("You", "Calendars and contacts"), AwayCalendar: v.set.AwayCalendar,
		Files: v.Outside.WholeDays != nil && v.Outside.ReadContacts != nil, Fetches: v.Outside.Fetch != nil && v.Outside.WholeDays != nil}
	p.Back = &Link{"/you", "You"}
	for region, days := range v.set.Holidays {
		var years []string
		for _, d := range days {
			if y := itoa(d.Year); !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
		p.Holidays = append(p.Holidays, orElse(region, "No region")+": "+count(len(days), "day")+" in "+and(years)+". Other years are not known.")
	}
	slices.Sort(p.Holidays)
	var err error
	p.Feed, err = v.Service.FeedState(v.ctx, v.a)
	return p, err
}

func calendars(v *visit) error {
	p, err := v.calendarsPage()
	if err != nil {
		return err
	}
	return v.show(calendarsPage(p))
}

// calendarsAgain shows the page with what has to be put right.
func (v *visit) calendarsAgain(err error) error {
	p, err2 := v.calendarsPage()
	if p.Problems = problems(err); p.Problems == nil || err2 != nil {
		return err
	}
	return v.again(calendarsPage(p))
}

// newFeed makes the address and shows it this once.
func newFeed(v *visit) error {
	token, err := v.Service.NewFeed(v.ctx, v.a, v.text("own_words") != "")
	if err != nil {
		return err
	}
	p, err := v.calendarsPage()
	if err != nil {
		return err
	}
	scheme := "http://"
	if v.Secure {
		scheme = "https://"
	}
	p.Link = scheme + v.r.Host + "/feed/" + token + ".ics"
	if !v.reachable() {
		p.Reach = v.alone()
	}
	return v.send(http.StatusOK, calendarsPage(p))
}

func revokeFeed(v *visit) error {
	if err := v.Service.RevokeFeed(v.ctx, v.a); err != nil {
		return err
	}
	return v.seeSaid("/you/calendars", "saved", "")
}

// upload is the file that was chosen in a box.
func (v *visit) upload(box string) (name string, b []byte, err error) {
	f, h, err := v.r.FormFile(box)
	if err != nil || h.Size == 0 {
		return "", nil, afterword.Invalid(box, "is missing: choose a file")
	}
	defer f.Close()
	b, err = io.ReadAll(io.LimitReader(f, uploadLimit))
	return h.Filename, b, err
}

// inBox puts an error about a file at the box it was chosen in.
func inBox(box string, err error) error {
	var known *afterword.Error
	if !errors.As(err, &known) || known.Kind != afterword.InvalidInput && known.Kind != afterword.Unavailable {
		return err
	}
	e := *known
	e.Kind, e.Field = afterword.InvalidInput, box
	return &e
}

func addHolidays(v *visit) error {
	if v.Outside.WholeDays == nil {
		return afterword.Errorf(afterword.Unavailable, "calendar files cannot be read here")
	}
	name, b, err := v.upload("holidays")
	var days []service.Days
	if err == nil {
		days, err = v.Outside.WholeDays(name, b)
	}
	var taken service.HolidaysView
	if err == nil {
		taken, err = v.Service.SetHolidays(v.ctx, v.a, v.text("region"), days)
	}
	if err != nil {
		if e := (*afterword.Error)(nil); errors.As(err, &e) && e.Field == "region" {
			return v.calendarsAgain(err)
		}
		return v.calendarsAgain(inBox("holidays", err))
	}
	if len(taken.Said) > 0 {
		return v.calendarsSaid(append([]string{"Saved."}, taken.Said...))
	}
	return v.seeSaid("/you/calendars", "saved", "")
}

func forgetHolidays(v *visit) error {
	if err := v.Service.ClearHolidays(v.ctx, v.a); err != nil {
		return err
	}
	return v.seeSaid("/you/calendars", "deleted", "")
}

// fetchAway looks at the calendar of days away, now and because a person asked.
func fetchAway(v *visit) error {
	if v.Outside.Fetch == nil || v.Outside.WholeDays == nil {
		return afterword.Errorf(afterword.Unavailable, "calendars cannot be fetched here")
	}
	address := v.text("calendar")
	if address == "" {
		if err := v.Service.AwayForget(v.ctx, v.a); err != nil {
			return err
		}
		return v.seeSaid("/you/calendars", "saved", "")
	}
	b, err := v.Outside.Fetch(v.ctx, address)
	var days []service.Days
	if err == nil {
		days, err = v.Outside.WholeDays("calendar", b)
	}
	var taken service.AwayFrom
	if err == nil {
		taken, err = v.Service.AwayTake(v.ctx, v.a, address, days)
	}
	switch {
	case err != nil:
		return v.calendarsAgain(inBox("calendar", err))
	case len(taken.Said) > 0 || len(taken.Away) == 0:
		found := "No whole days to come were found."
		if len(taken.Away) > 0 {
			found = "Your days away are taken from it."
		}
		return v.calendarsSaid(append([]string{found}, taken.Said...))
	}
	return v.seeSaid("/you/away", "added", "")
}

// contacts are everyone as a file for an address book.
func contacts(v *visit) error {
	if v.Outside.WriteContacts == nil {
		return afterword.Errorf(afterword.Unavailable, "contact files cannot be written here")
	}
	list, err := v.Service.Contacts(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	version := "3.0"
	if v.r.URL.Query().Get("version") == "4.0" {
		version = "4.0"
	}
	var b bytes.Buffer
	if err := v.Outside.WriteContacts(&b, version, list); err != nil {
		return err
	}
	return v.file("text/vcard; charset=utf-8", "afterword.vcf", b.Bytes())
}

// file sends bytes to be saved.
func (v *visit) file(kind, name string, b []byte) error {
	v.w.Header().Set("Content-Type", kind)
	v.w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	_, err := v.w.Write(b)
	return err
}

// addContacts takes people in, and says what became of each.
func addContacts(v *visit) error {
	if v.Outside.ReadContacts == nil {
		return afterword.Errorf(afterword.Unavailable, "contact files cannot be read here")
	}
	name, b, err := v.upload("contacts")
	var list []service.Contact
	var said []string
	if err == nil {
		list, said, err = v.Outside.ReadContacts(name, b)
	}
	var taken service.ContactsTaken
	if err == nil {
		taken, err = v.Service.AddContacts(v.ctx, v.a, list)
	}
	if err != nil {
		return v.calendarsAgain(inBox("contacts", err))
	}
	lines := []string{itoa(len(taken.Added)) + " new, " + itoa(len(taken.Changed)) + " filled in, " + itoa(taken.Same) + " as they were."}
	for i, l := range taken.LeftOut {
		if i == 20 {
			lines = append(lines, itoa(len(taken.LeftOut)-i)+" more were left out.")
			break
		}
		lines = append(lines, "Left out: "+l.Name+": "+l.Why+".")
	}
	for _, problem := range said {
		lines = append(lines, upper(problem)+".")
	}
	return v.calendarsSaid(lines)
}

// calendarsSaid shows the page with what became of what was given.
func (v *visit) calendarsSaid(lines []string) (err error) {
	if v.set, err = v.Service.Settings(v.ctx, v.a); err != nil {
		return err
	}
	p, err := v.calendarsPage()
	if err != nil {
		return err
	}
	p.Said = lines
	return v.send(http.StatusOK, calendarsPage(p))
}
