package cli

import (
	"encoding/json"
	"sync"
	"time"

	"afterword"
	"afterword/when"
)

type whenCmd struct {
	Text   []string `arg:"" sep:"none" help:"Their words; - reads lines like {\"id\":\"1\",\"text\":\"…\"}."`
	From   string   `placeholder:"TIME" help:"When they were said; now, if not given."`
	Zone   string   `placeholder:"ZONE" help:"The time zone of that."`
	Region string   `placeholder:"CODE" help:"Whose holidays count, and whose way to write 12/04."`
}

// whenAnswer is the contract's shape.
type whenAnswer struct {
	ID      json.RawMessage    `json:"id,omitempty"`
	Text    string             `json:"text"`
	Windows []afterword.Window `json:"windows"`
}

func (c *whenCmd) Run(s *session) error {
	r, err := newReader(s, c.From, c.Zone, c.Region)
	if err != nil {
		return err
	}
	return s.understand("when", c.Text, false, func(q question) (answer, error) {
		windows, err := r.windows(q)
		return whenAnswer{Text: q.Text, Windows: windows}, err
	})
}

func (a whenAnswer) tagged(id json.RawMessage) answer { a.ID = id; return a }

func (a whenAnswer) words(p *page) { p.windows(a.Windows) }

func (p *page) windows(all []afterword.Window) {
	if len(all) == 0 {
		p.line("No date is promised.")
	}
	for _, w := range all {
		about := ""
		if !w.Certain {
			about = ", roughly"
		}
		if w.From == "submitted" {
			about += ", counted from the day you hand it in"
		}
		p.line("%s: until %s%s", w.Text, w.WaitUntil.Words(), about)
	}
}

// reader reads their words for dates. It keeps the zones and calendars that it met: the next
// thousand lines name the same.
type reader struct {
	from, zone, region string
	now                time.Time
	local              *time.Location

	mu        sync.Mutex // guards what follows: lines are read side by side
	zones     map[string]*time.Location
	calendars map[string]when.Calendar
}

func newReader(s *session, from, zone, region string) (*reader, error) {
	now, err := s.Clock()
	if err != nil {
		return nil, err
	}
	r := &reader{from: from, zone: zone, region: region, now: now, local: s.local(),
		zones: map[string]*time.Location{}, calendars: map[string]when.Calendar{}}
	_, _, err = r.moment(question{}) // what is wrong with the flags is told once
	return r, err
}

// windows are the promises of a text.
func (r *reader) windows(q question) ([]afterword.Window, error) {
	at, timed, err := r.moment(q)
	if err != nil {
		return nil, err
	}
	opt, err := r.options(q)
	if err != nil {
		return nil, err
	}
	if timed {
		opt.At = at
	}
	return many(when.Read(q.Text, afterword.DateOf(at), opt)), nil
}

// moment is when the words were said, in the zone that goes with them; timed says that the time of
// day is known and not only the day.
func (r *reader) moment(q question) (at time.Time, timed bool, err error) {
	from, name := q.From, q.Zone
	if from == "" {
		from = r.from
	}
	if name == "" {
		name = r.zone
	}
	loc := r.local
	if name != "" {
		if loc, err = r.load(name); err != nil {
			return at, false, err
		}
	}
	if from == "" {
		return r.now.In(loc), true, nil
	}
	if d, err := afterword.ParseDate(from); err == nil {
		return d.At(0, 0, loc), false, nil
	}
	if at, err = when.ParseTime("from", from, loc); err != nil {
		return at, false, err
	}
	if name != "" {
		at = at.In(loc)
	}
	return at, true, nil
}

func (r *reader) load(name string) (*time.Location, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if loc, ok := r.zones[name]; ok {
		return loc, nil
	}
	loc, err := when.LoadZone("zone", name)
	if err != nil {
		return nil, err
	}
	if len(r.zones) < 1000 {
		r.zones[name] = loc
	}
	return loc, nil
}

func (r *reader) options(q question) (when.Options, error) {
	name := q.Region
	if name == "" {
		name = r.region
	}
	region, err := when.ParseRegion(name)
	if err != nil {
		return when.Options{}, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	cal, ok := r.calendars[region]
	if !ok {
		cal = when.NewCalendar(region, nil, nil)
		if len(r.calendars) < 1000 {
			r.calendars[region] = cal
		}
	}
	return when.Options{Calendar: cal, Region: region}, nil
}
