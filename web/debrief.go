package web

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword"
	"afterword/service"
)

// DebriefPage is one of the six short pages; Number says which.
type DebriefPage struct {
	Frame
	At       string // address of the interview
	Employer string
	Number   int
	Short    bool // the short form: pages 1, 2 and 5
	Begun    string
	Version  int
	Base     string // what the page held when it was shown, to see whether it was changed elsewhere
	Answers  int    // how many so far
	SoFar    []SoFar
	Debrief  afterword.Debrief
	People   []afterword.Met // page 1: who may have been met, those ticked in Met
	Nobody   bool
	Said     string // page 5: which of the ready answers
	Other    string
	Until    string // page 5: what the answer means
	Agency   bool
	Common   []string
}

// SoFar is one page in the list beside the form.
type SoFar struct {
	Label, Href string
	Done, Here  bool
}

var debriefPages = []string{"Who you met", "One thing each", "What they asked", "Unsaid, promised", "When you will hear", "Do you still want it?"}

var debriefHeads = []string{"Who did you meet?", "One thing about each person", "What did they ask?", "Anything unsaid, or promised?", "When will you hear?", "Do you still want it?"}

// ranges are the ready answers of page 5, in the words that are stored.
var ranges = []string{"within a week", "1 to 2 weeks", "2 to 3 weeks"}

// commonQuestions are offered with one tap (R12).
var commonQuestions = []string{"Tell me about yourself", "Why us?", "Why do you leave?", "A project that failed", "How do you take feedback?"}

// next is the page after this one; 0 is the end.
func (p DebriefPage) next() int {
	if p.Short {
		return map[int]int{1: 2, 2: 5}[p.Number]
	}
	if p.Number < 6 {
		return p.Number + 1
	}
	return 0
}

func (p DebriefPage) back() int {
	if p.Short {
		return map[int]int{2: 1, 5: 2}[p.Number]
	}
	return p.Number - 1
}

// place is "Northwind, 2 of 6".
func (p DebriefPage) place() string {
	n, of := p.Number, 6
	if p.Short {
		n, of = map[int]int{1: 1, 2: 2, 5: 3}[n], 3
	}
	return joined(", ", p.Employer, itoa(n)+" of "+itoa(of))
}

func (p DebriefPage) address(n int) string {
	a := p.At + "/debrief/" + itoa(n)
	if p.Short {
		a += "?short=1"
	}
	return a
}

// following is the page after this one, where one goes on to without signal; empty after the last.
func (p DebriefPage) following() string {
	switch {
	case p.Short && p.Number == 2:
		return p.address(5)
	case p.Number == 6 || p.Short && p.Number == 5:
		return ""
	}
	return p.address(p.Number + 1)
}

// debriefPage reads what is written so far and puts it on a page.
func (v *visit) debriefPage(n int) (DebriefPage, error) {
	iv, err := v.interview()
	if err != nil {
		return DebriefPage{}, err
	}
	d, version, err := v.Service.Written(v.ctx, v.a, string(iv.ID))
	if err != nil {
		return DebriefPage{}, err
	}
	p := DebriefPage{Frame: v.frame("", debriefHeads[n-1]), At: "/interviews/" + string(iv.ID), Employer: title(iv), Number: n,
		Short: v.query("short") != "" || v.text("short") != "", Version: version, Debrief: d, Agency: iv.Agency != nil,
		Begun: orElse(v.text("begun"), orElse(v.query("begun"), v.now.Format(time.RFC3339))), Common: commonQuestions}
	p.Class, p.Modules = "writing", []string{"offline.js"}
	p.Where = p.place()
	p.Title += ", page " + itoa(n)
	p.Back = &Link{p.address(p.back()), "Back"}
	if n == 1 {
		p.Back = &Link{p.At, title(iv)}
	}
	p.fill(v, iv)
	p.Base = baseOf(n, d)
	return p, nil
}

// fill prepares what a page shows beside what is written.
func (p *DebriefPage) fill(v *visit, iv service.InterviewView) {
	d := p.Debrief
	p.People, p.Nobody = slices.Clone(d.Met), d.MetNobodyNamed
	for _, x := range iv.People {
		known := slices.ContainsFunc(d.Met, func(m afterword.Met) bool {
			return m.Person == x.ID || strings.EqualFold(m.Name, x.Name) || m.Email != "" && strings.EqualFold(m.Email, x.Email)
		})
		if !known && x.Role != afterword.Recruiter && x.Role != afterword.Referee {
			p.People = append(p.People, afterword.Met{Person: x.ID, Name: x.Name, Email: x.Email, Role: x.Title})
		}
	}
	if d.Hear != nil && d.Hear.Said != "" {
		p.Said, p.Other = "other", d.Hear.Said
		if slices.Contains(ranges, d.Hear.Said) {
			p.Said, p.Other = d.Hear.Said, ""
		}
	}
	done := []bool{len(d.Met) > 0 || d.MetNobodyNamed, slices.ContainsFunc(d.Met, func(m afterword.Met) bool { return m.TalkedAbout != "" }),
		len(d.Questions) > 0, len(d.Unsaid)+len(d.Promised)+len(d.OwnQuestions) > 0 || d.CouldHelpWith != "", d.Hear != nil, d.Want != ""}
	for i, label := range debriefPages {
		if p.Short && i != 0 && i != 1 && i != 4 {
			continue
		}
		p.SoFar = append(p.SoFar, SoFar{Label: label, Href: p.address(i + 1), Done: done[i] && i+1 != p.Number, Here: i+1 == p.Number})
	}
	p.Answers = answered(d)
	if p.Number == 5 && d.Hear != nil {
		if plan, err := v.Service.Plan(v.ctx, v.a, string(iv.ID)); err == nil && plan.Wait != nil && !plan.Wait.Guessed {
			p.Until = v.Day(plan.Wait.Until)
		}
	}
}

// answered counts what is there, for "3 answers so far".
func answered(d afterword.Debrief) int {
	n := len(d.Met) + len(d.Questions) + len(d.Unsaid) + len(d.OwnQuestions) + len(d.Promised)
	for _, m := range d.Met {
		if m.TalkedAbout != "" {
			n++
		}
	}
	for _, b := range []bool{d.CouldHelpWith != "", d.Want != "", d.Just != "", d.Hear != nil} {
		if b {
			n++
		}
	}
	return n
}

func debriefStart(v *visit) error { return v.see("/interviews/" + v.id() + "/debrief/1") }

func (v *visit) pageNumber() (int, error) {
	n, err := strconv.Atoi(v.r.PathValue("page"))
	if err != nil || n < 1 || n > 6 {
		return 0, afterword.Errorf(afterword.NotFound, "the debrief has six pages")
	}
	return n, nil
}

func debriefForm(v *visit) error {
	n, err := v.pageNumber()
	if err != nil {
		return err
	}
	p, err := v.debriefPage(n)
	if err != nil {
		return err
	}
	return v.show(debriefPageOf(p))
}

// debrief keeps one page and goes on to the next, or leaves. When another device kept something at the
// same moment, it looks again what is there now.
func debrief(v *visit) error {
	n, err := v.pageNumber()
	if err != nil {
		return err
	}
	for range 5 {
		if err = v.keepPage(n); !errors.As(err, new(*service.Clash)) {
			break
		}
	}
	return err
}

func (v *visit) keepPage(n int) error {
	p, err := v.debriefPage(n)
	if err != nil {
		return err
	}
	in := service.DebriefInput{Page: true, Version: p.Version, Debrief: v.readPage(n, p.Debrief)}
	in.Begun, _ = time.Parse(time.RFC3339, v.text("begun"))
	if n == 1 {
		if err := noOne(in.Debrief); err != nil {
			return v.debriefAgain(p, in.Debrief, err)
		}
	}
	if p.changedElsewhere(v.text("base"), in.Debrief) {
		return v.debriefConflict(p, in.Debrief)
	}
	if !nothing(in.Debrief) {
		if _, err := v.Service.Debrief(v.ctx, v.a, v.id(), in); err != nil {
			return v.debriefAgain(p, in.Debrief, err)
		}
	}
	return v.onward(p)
}

// onward is where a kept page leads.
func (v *visit) onward(p DebriefPage) error {
	switch {
	case v.text("do") == "stop":
		return v.seeSaid(p.At, "stopped", "")
	case v.query("change") != "":
		return v.see(p.At + "/debrief/check")
	case p.next() == 0:
		return v.see(p.At + "/debrief/done")
	}
	to := p.address(p.next())
	sep := "?"
	if p.Short {
		sep = "&"
	}
	return v.see(to + sep + url.Values{"begun": {v.text("begun")}}.Encode())
}

// debriefAgain shows a page with what was typed in it and what is wrong.
func (v *visit) debriefAgain(p DebriefPage, typed afterword.Debrief, err error) error {
	if p.Problems = problems(err); p.Problems == nil {
		return err
	}
	p.Debrief = p.Debrief.Merge(typed)
	if p.Number == 1 && len(typed.Met) > 0 {
		p.People = typed.Met
	}
	p.Problems[0].Field = map[string]string{"questions": "asked-1", "unsaid": "unsaid-1", "promised": "what-1", "hear": "said", "due": "due-1", "start": "main"}[p.Problems[0].Field]
	return v.again(debriefPageOf(p))
}
