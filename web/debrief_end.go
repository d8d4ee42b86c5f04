package web

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/reading"
	"afterword/service"
)

// JustPage is the one box for those too tired for pages.
type JustPage struct {
	Frame
	At, Text, Begun string
	Version         int
	Paste           bool // the text is sorted into the pages and not kept as it is
}

// CheckPage is "Check your notes": what was written, each with Change.
type CheckPage struct {
	Frame
	At     string
	Groups []Written
	Sorted string // debrief to save, as JSON: it was pasted and is not kept yet
	Begun  string
	Once   string
	Done   bool
}

// Written is what one page holds.
type Written struct {
	Label, Change string
	Lines         []string
}

// DonePage says that the hard part is over, and what comes next and when.
type DonePage struct {
	Frame
	At    string
	Notes []Row
	Best  string
	Look  bool
	Until string
	Later []Link // entries for the own calendar
}

func (v *visit) justPage(paste bool) (JustPage, error) {
	iv, err := v.interview()
	if err != nil {
		return JustPage{}, err
	}
	d, version, err := v.Service.Written(v.ctx, v.a, string(iv.ID))
	if err != nil {
		return JustPage{}, err
	}
	at := "/interviews/" + string(iv.ID)
	p := JustPage{Frame: v.frame("", "Just write or dictate"), At: at, Version: version, Paste: paste, Begun: v.now.Format(time.RFC3339)}
	p.Class, p.Where, p.Back = "writing", title(iv), &Link{at + "/debrief/1", "Back"}
	if paste {
		p.Title = "Paste your notes"
	} else {
		p.Text = d.Just
	}
	return p, nil
}

func justForm(v *visit) error {
	p, err := v.justPage(false)
	if err != nil {
		return err
	}
	return v.show(justPage(p))
}

func pasteForm(v *visit) error {
	p, err := v.justPage(true)
	if err != nil {
		return err
	}
	return v.show(justPage(p))
}

// just keeps free text as it is. It counts as a debrief; sorting can come later.
func just(v *visit) error {
	in := service.DebriefInput{Debrief: afterword.Debrief{Just: v.text("just")}, Version: v.number("version"), Page: true}
	in.Begun, _ = time.Parse(time.RFC3339, v.text("begun"))
	in.Debrief.Emptied = in.Debrief.Empties("just")
	p, err := v.justPage(false)
	if err != nil {
		return err
	}
	if in.Debrief.Just == "" && p.Text == "" {
		p.Problems = []Problem{{"just", "Write a line, or go back to the pages."}}
		return v.again(justPage(p))
	}
	_, err = v.Service.Debrief(v.ctx, v.a, v.id(), in)
	if errors.As(err, new(*service.Clash)) {
		if p.Text != "" && p.Text != in.Debrief.Just {
			return v.justConflict(p, in.Debrief.Just)
		}
		in.Version = p.Version // what was written elsewhere is not about this box
		_, err = v.Service.Debrief(v.ctx, v.a, v.id(), in)
	}
	if err != nil {
		return err
	}
	return v.see("/interviews/" + v.id() + "/debrief/done")
}

// paste sorts notes from elsewhere into the pages and shows them; it keeps nothing yet.
func paste(v *visit) error {
	p, err := v.justPage(true)
	if err != nil {
		return err
	}
	if p.Text = v.text("just"); p.Text == "" {
		p.Problems = []Problem{{"just", "Paste your notes first."}}
		return v.again(justPage(p))
	}
	iv, err := v.interview()
	if err != nil {
		return err
	}
	var names []string
	for _, x := range iv.People {
		names = append(names, x.Name)
	}
	d := reading.Pasted(p.Text, names, v.clock.today(), v.set.Region)
	c := v.checkOf(p.At, d)
	c.Sorted, c.Begun, c.Once = toJSON(d), p.Begun, newOnce()
	c.Back = &Link{p.At + "/debrief/paste", "Back"}
	return v.show(checkPage(c))
}

// saveSorted keeps what was pasted and checked.
func saveSorted(v *visit) error {
	d, err := service.DecodeDebrief("pasted.json", []byte(v.text("sorted")))
	if err != nil {
		return err
	}
	was, version, err := v.Service.Written(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	in := service.DebriefInput{Debrief: reading.AddPasted(was, d), Page: true, Version: version, Once: v.once()}
	in.Begun, _ = time.Parse(time.RFC3339, v.text("begun"))
	if _, err := v.Service.Debrief(v.ctx, v.a, v.id(), in); err != nil {
		return err
	}
	return v.see("/interviews/" + v.id() + "/debrief/check")
}

func checkNotes(v *visit) error {
	d, _, err := v.Service.Written(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	p := v.checkOf("/interviews/"+v.id(), d)
	p.Done = answered(d) > 0
	return v.show(checkPage(p))
}

// checkOf lists a debrief page by page.
func (v *visit) checkOf(at string, d afterword.Debrief) CheckPage {
	return CheckPage{Frame: v.task("Check your notes", Link{at, "Back"}), At: at, Groups: v.groups(at, d)}
}

// groups are what each page holds, in lines.
func (v *visit) groups(at string, d afterword.Debrief) []Written {
	var groups []Written
	var met, talked, asked, unsaid []string
	for _, m := range d.Met {
		met = append(met, joined(", ", m.Name, m.Role, m.Email))
		if m.TalkedAbout != "" {
			talked = append(talked, first(m.Name)+" talked about "+m.TalkedAbout)
		}
	}
	if d.MetNobodyNamed {
		met = []string{"You do not know the names"}
	}
	for _, q := range d.Questions {
		asked = append(asked, joined(". ", q.Asked, q.Answered, feltWords[q.Felt]))
	}
	unsaid = append(unsaid, d.Unsaid...)
	if d.CouldHelpWith != "" {
		unsaid = append(unsaid, "I could help with "+d.CouldHelpWith)
	}
	for _, q := range d.OwnQuestions {
		unsaid = append(unsaid, "To ask: "+q)
	}
	for _, pr := range d.Promised {
		unsaid = append(unsaid, joined(", ", "Promised: "+pr.What, v.Day(pr.Due)))
	}
	var hear []string
	if h := d.Hear; h != nil {
		hear = append(hear, orElse(h.Said, "They did not say"), hearWords["either "+h.EitherWay], hearWords["round "+h.AnotherRound])
		if h.Channel != "" {
			hear = append(hear, "Reach them: "+lower(channels[h.Channel]))
		}
		if h.NextSteps != "" {
			hear = append(hear, "What comes next: "+h.NextSteps)
		}
		hear = strings.Split(joined("\n", hear...), "\n")
	}
	lists := [][]string{met, talked, asked, unsaid, hear, lines(wants[d.Want])}
	for i, l := range lists {
		groups = append(groups, Written{Label: debriefPages[i], Change: at + "/debrief/" + itoa(i+1) + "?change=1", Lines: l})
	}
	if back := slices.Concat(d.WentWell, d.NextTime); len(back) > 0 {
		groups = append(groups, Written{Label: "Looking back", Change: at + "/look-back", Lines: back})
	}
	if d.Just != "" {
		groups = append(groups, Written{Label: "In your own words", Change: at + "/debrief/just", Lines: []string{d.Just}})
	}
	return groups
}

var feltWords = map[string]string{"fine": "It went fine", "hard": "It was hard", "more_to_say": "There is more to say"}

var hearWords = map[string]string{
	"either yes": "They tell you either way", "either only_if_yes": "They write only if it is a yes", "either unknown": "Not sure if they write either way",
	"round yes": "There is another round", "round no": "No other round", "round unknown": "Not sure about another round",
}

// done says what comes next and when.
func done(v *visit) error {
	iv, err := v.interview()
	if err != nil {
		return err
	}
	plan, err := v.Service.Plan(v.ctx, v.a, string(iv.ID))
	if err != nil {
		return err
	}
	at := "/interviews/" + string(iv.ID)
	p := DonePage{Frame: v.task("Done", Link{at, title(iv)}), At: at}
	var best *time.Time
	for _, s := range plan.Steps {
		switch s.Kind {
		case afterword.StepThankYou, afterword.StepAgencyThanks, afterword.StepWithdraw:
			if s.State != afterword.StepOpen && s.State != afterword.StepHeld {
				continue
			}
			r := v.stepRow(s, at)
			r.Title, r.Small = "For "+orElse(s.About, "them"), ""
			if s.State == afterword.StepHeld {
				r.Small = "Later: " + s.Because
			}
			p.Notes = append(p.Notes, r)
			if s.BestBefore != nil && (best == nil || s.BestBefore.Before(*best)) {
				best = s.BestBefore
			}
		case afterword.StepLookBack:
			p.Look = s.State == afterword.StepLater || s.State == afterword.StepOpen
		}
	}
	if best != nil && best.After(v.now) {
		p.Best = v.When(*best)
	}
	if plan.Wait != nil {
		p.Until = v.Day(plan.Wait.Until)
	}
	if day := promiseDay(plan, iv.Zone); !day.IsZero() && (plan.Wait == nil || !plan.Wait.Until.Before(day)) {
		p.Until = v.Day(day) + ", the day of your promise"
	}
	p.Later = v.remindLinks(at)
	return v.show(donePage(p))
}

// promiseDay is the first day by which something promised is due, where the interview is.
func promiseDay(plan afterword.Plan, zone string) (day afterword.Date) {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		loc = time.UTC
	}
	for _, s := range plan.Steps {
		if s.Kind != afterword.StepPromise || s.State != afterword.StepOpen || s.BestBefore == nil {
			continue
		}
		if due := afterword.DateOf(s.BestBefore.In(loc)); day.IsZero() || due.Before(day) {
			day = due
		}
	}
	return day
}

func (p JustPage) action() string {
	if p.Paste {
		return "/debrief/paste"
	}
	return "/debrief/just"
}

// toJSON carries a debrief through a page, for the person to check before it is kept.
func toJSON(d afterword.Debrief) string {
	b, err := json.Marshal(d)
	if err != nil {
		return ""
	}
	return string(b)
}
