package web

import (
	"slices"
	"strings"

	"afterword"
)

// readPage turns the boxes of one page into the keys of the debrief that it is about.
func (v *visit) readPage(n int, was afterword.Debrief) afterword.Debrief {
	switch n {
	case 1:
		return v.readMet(was)
	case 2:
		return v.readTalk(was)
	case 3:
		return v.readQuestions(was)
	case 4:
		return v.readUnsaid()
	case 5:
		return v.readHear(was)
	}
	return afterword.Debrief{Want: afterword.Want(v.text("want"))}
}

// readMet is page 1: ticked names, and the lines of "Someone else".
func (v *visit) readMet(was afterword.Debrief) afterword.Debrief {
	var d afterword.Debrief
	names, emails, titles := v.column("known_name"), v.column("known_email"), v.column("known_role")
	ticked := v.r.PostForm["met"]
	for i, name := range names {
		if slices.Contains(ticked, itoa(i)) {
			d.Met = append(d.Met, afterword.Met{Name: name, Email: cell(emails, i), Role: cell(titles, i)})
		}
	}
	names, emails, titles = v.column("name"), v.column("email"), v.column("title")
	for i, name := range names {
		if name != "" {
			d.Met = append(d.Met, afterword.Met{Name: name, Email: cell(emails, i), Role: cell(titles, i)})
		}
	}
	for i, m := range d.Met { // what was written about them stays
		for _, o := range was.Met {
			if strings.EqualFold(o.Name, m.Name) || o.Email != "" && strings.EqualFold(o.Email, m.Email) {
				d.Met[i].TalkedAbout = o.TalkedAbout
			}
		}
	}
	d.MetNobodyNamed = len(d.Met) == 0 && slices.Contains(ticked, "nobody")
	return d
}

// readTalk is page 2: a line about each.
func (v *visit) readTalk(was afterword.Debrief) afterword.Debrief {
	d := afterword.Debrief{Met: slices.Clone(was.Met)}
	talked := v.column("talked_about")
	for i := range d.Met {
		d.Met[i].TalkedAbout = cell(talked, i)
	}
	return d
}

// readQuestions is page 3. A question keeps what was said about it elsewhere.
func (v *visit) readQuestions(was afterword.Debrief) afterword.Debrief {
	d := afterword.Debrief{Questions: []afterword.Asked{}}
	asked, answered := v.column("asked"), v.column("answered")
	for i, q := range asked {
		if q == "" {
			continue
		}
		a := afterword.Asked{Asked: q, Answered: cell(answered, i), Felt: v.text("felt-" + itoa(i+1))}
		for _, o := range was.Questions {
			if strings.EqualFold(o.Asked, q) {
				a.Better, a.Reaction = o.Better, o.Reaction
			}
		}
		d.Questions = append(d.Questions, a)
	}
	return d
}

// readUnsaid is page 4.
func (v *visit) readUnsaid() afterword.Debrief {
	d := afterword.Debrief{Unsaid: orNone(v.texts("unsaid")), CouldHelpWith: v.text("could_help_with"), OwnQuestions: orNone(v.texts("own_questions")), Promised: []afterword.Pledge{}}
	due := v.column("due")
	for i, what := range v.column("what") {
		if what == "" {
			continue
		}
		p := afterword.Pledge{What: what}
		if date, err := afterword.ParseDate(cell(due, i)); err == nil {
			p.Due = date
		}
		d.Promised = append(d.Promised, p)
	}
	d.Emptied = d.Empties("could_help_with")
	return d
}

// readHear is page 5.
func (v *visit) readHear(was afterword.Debrief) afterword.Debrief {
	h := afterword.Hear{Said: v.text("said"), EitherWay: v.text("either_way"), AnotherRound: v.text("another_round"),
		Channel: afterword.Channel(v.text("channel")), NextSteps: v.text("next_steps")}
	switch h.Said {
	case "other":
		h.Said = v.text("other")
	case "none":
		h.Said = ""
	}
	if v.text("said") == "" && h.Said == "" && was.Hear == nil && h == (afterword.Hear{}) {
		return afterword.Debrief{}
	}
	return afterword.Debrief{Hear: &h}
}

func cell(column []string, i int) string {
	if i < len(column) {
		return column[i]
	}
	return ""
}

// orNone is a list that was left empty on purpose: it replaces what was there.
func orNone(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// noOne says what the one page with a required answer wants.
func noOne(d afterword.Debrief) error {
	if len(d.Met) == 0 && !d.MetNobodyNamed {
		return &afterword.Error{Kind: afterword.InvalidInput, Field: "name-1", Msg: "say who you met, or that you do not know the names"}
	}
	return nil
}

// nothing says that a page was left empty.
func nothing(d afterword.Debrief) bool {
	return d.Met == nil && !d.MetNobodyNamed && d.Questions == nil && d.Unsaid == nil && d.Hear == nil && d.Want == ""
}

// ticked says that someone was met. Before the page was answered, everyone named beforehand is.
func (p DebriefPage) ticked(m afterword.Met) bool {
	if len(p.Debrief.Met) == 0 {
		return !p.Nobody
	}
	return slices.ContainsFunc(p.Debrief.Met, func(o afterword.Met) bool { return o.Name == m.Name && o.Email == m.Email })
}

// lines is how many empty lines for names page 1 shows.
func (p DebriefPage) lines() int {
	if len(p.People) > 0 {
		return 1
	}
	return 3
}

// asked are the questions written so far, with empty lines up to three.
func (p DebriefPage) asked() []afterword.Asked {
	list := slices.Clone(p.Debrief.Questions)
	for n := max(3, len(list)+1); len(list) < n; {
		list = append(list, afterword.Asked{})
	}
	return list
}

func (p DebriefPage) hear() afterword.Hear {
	if p.Debrief.Hear == nil {
		return afterword.Hear{}
	}
	return *p.Debrief.Hear
}

// padded is a list with one empty line to write in.
func padded(list []string, more int) []string {
	return append(slices.Clone(list), make([]string, more)...)
}

func pledges(list []afterword.Pledge) []afterword.Pledge {
	return append(slices.Clone(list), afterword.Pledge{})
}

func dateBox(d afterword.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
