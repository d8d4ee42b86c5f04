package web

import (
	"slices"
	"time"

	"afterword"
	"afterword/policy"
	"afterword/service"
)

// TodayPage says what is mine to do now, or that there is nothing.
type TodayPage struct {
	Frame
	Now     *Card
	Quiet   string // the second sentence of the envelope when nothing is to do
	Next    *NextDay
	More    []Row // what else is open
	Waiting []Wait
	Prepare []Link // what makes waiting lighter, while it is not there yet
	Coming  []Row
	Done    []string
	Kept    []Link // the drawer, when something is in it
	Others  int    // open applications that are not on the page
	OwnList []string
	Held    bool   // it came from a copy, and what is unsent in it may have gone
	Pack    string // pages to keep for two days without signal, parted by spaces
}

// NextDay is the next day on which something comes.
type NextDay struct{ Day, What string }

// Wait is one interview that waits well.
type Wait struct {
	Href, Name, Says string
	Thread           Thread
	Owed             bool // something is to be done first
}

func today(v *visit) error {
	t, err := v.Service.Today(v.ctx, v.a)
	if err != nil {
		return err
	}
	if nothingYet(t) {
		first, err := v.firstVisit()
		if err != nil {
			return err
		}
		if first {
			p := FirstPage{Frame: v.frame("", "Welcome"), Doors: v.doors("ended"), First: true}
			return v.show(firstPage(p))
		}
	}
	p := v.todayPage(t)
	if t.Now != nil && t.Now.Note != "" && t.Now.Kind == afterword.StepFollowUp {
		n, err := v.Service.Note(v.ctx, v.a, string(t.Now.Note))
		if err != nil {
			return err
		}
		if asks := v.stillWant(n); asks != "" { // it was written when it was too early
			p.Now.Soft, p.Now.Main.Label = asks, "Read and send"
			p.Now.Others = []Do{{Action: "/notes/" + string(n.ID) + "/let-go", Label: "Let it go"}}
		}
	}
	if p.Held, err = v.Service.Held(v.ctx, v.a); err != nil {
		return err
	}
	if p.Kept, err = v.keptLink(""); err != nil {
		return err
	}
	return v.show(todayPage(p))
}

func nothingYet(t service.TodayView) bool {
	return t.Now == nil && len(t.Waiting) == 0 && len(t.Coming) == 0 && len(t.Steps) == 0 && len(t.Done) == 0
}

// firstVisit says that there is no interview at all, closed ones included.
func (v *visit) firstVisit() (bool, error) {
	lines, _, err := v.Service.Lines(v.ctx, v.a, service.ListFilter{Limit: 1})
	return len(lines) == 0, err
}

func (v *visit) todayPage(t service.TodayView) TodayPage {
	p := TodayPage{Frame: v.frame("Today", "Today"), Others: t.Open, OwnList: v.set.GoodThings}
	for range shown(t) {
		p.Others--
	}
	p.Heading, p.Day, p.DayISO = "Today", v.Day(v.clock.today()), v.clock.today().String()
	if t.Now != nil {
		c := v.card(*t.Now, "/interviews/"+string(t.Now.Interview))
		if t.NowAt != nil {
			c.About = joined(", ", t.NowAt.Employer, lower(t.NowAt.Role))
			if t.Now.Kind == afterword.StepDebrief && t.NowAt.End != nil && t.NowAt.End.Before(v.now) {
				c.Soft = "Your interview ended " + v.Ago(*t.NowAt.End) + ". This takes about 4 minutes, the short form under 2."
			}
		}
		p.Now = &c
	}
	at, owed := employers(t), map[afterword.ID]bool{}
	for _, s := range t.Steps {
		if s.Kind == afterword.StepReplyOwed || s.Kind == afterword.StepPromise {
			owed[s.Interview] = true
		}
		if policy.TooSoon(s, t.Steps) {
			continue
		}
		if t.Now == nil || s.ID != t.Now.ID || s.Interview != t.Now.Interview {
			r := v.stepRow(s, "/interviews/"+string(s.Interview))
			r.Small = joined(". ", at[s.Interview], r.Small)
			p.More = append(p.More, r)
		}
	}
	if len(p.More) > 6 {
		p.More = p.More[:6]
	}
	for _, l := range t.Waiting {
		p.Waiting = append(p.Waiting, v.wait(l, owed[l.Interview]))
	}
	if len(t.Waiting) > 0 && t.Now == nil && v.set.NextStep == "" {
		p.Prepare = append(p.Prepare, Link{"/you/waiting", "If it is no, what is your next step?"})
	}
	if len(t.Waiting) > 0 && t.Now == nil && len(v.set.GoodThings) == 0 {
		p.Prepare = append(p.Prepare, Link{"/you/waiting", "Good things for waiting days"})
	}
	for _, l := range t.Coming {
		p.Coming = append(p.Coming, v.comingRows(l)...)
	}
	for _, l := range t.Done {
		p.Done = append(p.Done, joined(", ", l.Employer, orElse(outcomes[l.Outcome], l.Says)))
	}
	p.Next = v.next(t)
	p.Pack, p.Modules = v.pack(t), []string{"offline.js"}
	return p
}

// shown are the open applications that the page names.
func shown(t service.TodayView) map[afterword.ID]bool {
	on := map[afterword.ID]bool{}
	lines := slices.Concat(t.Waiting, t.Coming)
	if t.NowAt != nil {
		lines = append(lines, *t.NowAt)
	}
	for _, l := range lines {
		if l.State != afterword.StateClosed {
			on[l.Application] = true
		}
	}
	return on
}

// employers names the interviews that the page knows of.
func employers(t service.TodayView) map[afterword.ID]string {
	at := map[afterword.ID]string{}
	for _, list := range [][]service.LineView{t.Waiting, t.Coming, t.Done} {
		for _, l := range list {
			at[l.Interview] = l.Employer
		}
	}
	if t.NowAt != nil {
		at[t.NowAt.Interview] = t.NowAt.Employer
	}
	return at
}

func (v *visit) wait(l service.LineView, owed bool) Wait {
	w := Wait{Href: "/interviews/" + string(l.Interview), Name: name(l), Says: l.Says, Owed: owed}
	if l.State == afterword.StateWaiting && !l.Until.Before(v.today()) {
		w.Thread = Thread{l.Day, l.Days}
	}
	return w
}

// name is an interview in a list: the employer, with the round from the second on.
func name(l service.LineView) string {
	n := orElse(l.Employer, orElse(l.Role, "An interview"))
	if l.Round > 1 {
		n += ", round " + itoa(l.Round)
	}
	return n
}

// comingRows are the interview that comes up and its pocket card.
func (v *visit) comingRows(l service.LineView) []Row {
	at := "/interviews/" + string(l.Interview)
	small := ""
	if l.Start != nil {
		small = upper(v.In(*l.Start, l.Zone))
	}
	if l.People > 0 {
		small = joined(", ", small, "with "+count(l.People, "person"))
	}
	list := []Row{{Href: at, Title: name(l), Small: small}}
	if l.Start != nil && l.Start.Sub(v.now) < 3*24*time.Hour {
		list = append(list, Row{Href: at + "/card", Title: "Pocket card", Small: "5 things to ask before you leave"})
	}
	return list
}

// next is the day on which we speak again.
func (v *visit) next(t service.TodayView) *NextDay {
	var best *NextDay
	var when time.Time
	look := func(at time.Time, l service.LineView) {
		if at.After(v.now) && (best == nil || at.Before(when)) {
			when = at
			best = &NextDay{v.Day(afterword.DateOf(at.In(v.loc))), orElse(l.Employer, l.Role)}
		}
	}
	for _, l := range t.Waiting {
		if l.AskFrom != nil {
			look(*l.AskFrom, l)
		}
	}
	for _, l := range t.Coming {
		if l.Start != nil {
			look(*l.Start, l)
		}
	}
	return best
}

func (w Wait) daySays() string {
	if w.Thread.Days == 0 {
		return ""
	}
	return upper(w.Thread.words()) + "."
}
