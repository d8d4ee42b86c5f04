package web

import (
	"net/url"
	"slices"
	"strings"

	"afterword"
	"afterword/service"
)

// LearnPage is the question bank.
type LearnPage struct {
	Frame
	Words, Filter string
	Questions     []QuestionView
	Next          *Link // the prep sheet of the next interview
	NextSays      string
	More          bool
}

// QuestionView is one question with the newest answer and the better one.
type QuestionView struct {
	Asked, About   string
	Said, Better   string
	Interview, Key string
}

// learnShown is how many questions a page shows; words narrow it.
const learnShown = 50

func learn(v *visit) error {
	p := LearnPage{Frame: v.frame("Learn", "Questions"), Words: v.query("words"), Filter: v.query("filter")}
	p.Heading = "Learn"
	qs, err := v.Service.Questions(v.ctx, v.a, p.Words, p.Filter)
	if err != nil {
		return err
	}
	only := afterword.ID(v.query("interview"))
	for _, q := range qs {
		if only != "" && !slices.ContainsFunc(q.Answers, func(a afterword.Answer) bool { return a.Interview == only }) {
			continue
		}
		if p.More = len(p.Questions) == learnShown; p.More {
			break
		}
		p.Questions = append(p.Questions, questionView(q))
	}
	t, err := v.Service.Today(v.ctx, v.a)
	if err != nil {
		return err
	}
	if len(t.Coming) > 0 {
		l := t.Coming[0]
		p.Next = &Link{"/interviews/" + string(l.Interview) + "/prep", "Make my prep sheet"}
		p.NextSays = name(l)
		if l.Start != nil {
			p.NextSays += ", " + v.In(*l.Start, l.Zone)
		}
	}
	return v.show(learnPage(p))
}

func questionView(q afterword.Question) QuestionView {
	qv := QuestionView{Asked: q.Asked}
	var where []string
	felt := ""
	for _, a := range q.Answers {
		if a.Employer != "" && !slices.Contains(where, a.Employer) && len(where) < 4 {
			where = append(where, a.Employer)
		}
		qv.Said, qv.Better = orElse(qv.Said, a.Answered), orElse(qv.Better, a.Better)
		if felt == "" {
			felt = a.Felt
		}
	}
	if len(q.Answers) > 0 {
		qv.Interview = string(q.Answers[0].Interview)
	}
	times := "Asked once"
	switch {
	case q.Times == 0 && len(q.Answers) > 0 && q.Answers[0].Interview == "":
		times = "Prepared, not asked yet"
	case q.Times == 0:
		times = "To ask"
	case q.Times == 2:
		times = "Asked twice"
	case q.Times > 2:
		times = "Asked " + itoa(q.Times) + " times"
	}
	qv.About = joined(": ", times, strings.Join(where, ", "))
	qv.About = joined(". ", qv.About, map[string]string{"hard": "Hard", "fine": "Went fine", "more_to_say": "More to say"}[felt]) + "."
	return qv
}

// BetterPage is a better answer to one question.
type BetterPage struct {
	Frame
	Interview, Asked, Said, Better string
}

func betterForm(v *visit) error {
	d, _, err := v.Service.Written(v.ctx, v.a, v.query("interview"))
	if err != nil {
		return err
	}
	if i := askedAt(d, v.query("asked")); i >= 0 {
		q := d.Questions[i]
		p := BetterPage{Frame: v.task("A better answer", Link{"/learn", "Learn"}), Interview: v.query("interview"), Asked: q.Asked, Said: q.Answered, Better: q.Better}
		return v.show(betterPage(p))
	}
	return afterword.Errorf(afterword.NotFound, "that question is not in these notes")
}

// askedAt is where a question of the bank stands in what was written of one interview; there its wording
// may be another.
func askedAt(d afterword.Debrief, banked string) int {
	at := slices.IndexFunc(d.Questions, func(q afterword.Asked) bool { return strings.EqualFold(q.Asked, banked) })
	if at < 0 {
		at = slices.IndexFunc(d.Questions, func(q afterword.Asked) bool { return sameQuestion(q.Asked, banked) })
	}
	return at
}

// better keeps a better answer beside the first one (R23).
func better(v *visit) error {
	ref := v.text("interview")
	d, _, err := v.Service.Written(v.ctx, v.a, ref)
	if err != nil {
		return err
	}
	in := afterword.Debrief{Questions: slices.Clone(d.Questions)}
	if i := askedAt(d, v.text("asked")); i >= 0 {
		in.Questions[i].Answered, in.Questions[i].Better = v.text("answered"), v.text("better")
	}
	if _, err := v.Service.LookBack(v.ctx, v.a, ref, in, false); err != nil {
		return err
	}
	return v.seeSaid("/learn", "saved", "")
}

func (q QuestionView) edit() string {
	return "/learn/better?" + url.Values{"interview": {q.Interview}, "asked": {q.Asked}}.Encode()
}

// PrepPage is the sheet for a round; it prints on one page.
type PrepPage struct {
	Frame
	At, Head, About              string
	People                       []Row
	Answers                      []QuestionView
	Stated, Differs              []string
	ToAdd, ToAsk, NextTime, Owed []string
	Bank                         []QuestionView
}

func prep(v *visit) error {
	x, err := v.Service.Prep(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	return v.show(prepPage(v.prepPage(x)))
}

func (v *visit) prepPage(x service.PrepView) PrepPage {
	at := "/interviews/" + string(x.Interview.ID)
	p := PrepPage{Frame: v.task("Prep sheet", Link{at, title(x.Interview)}), At: at, Head: title(x.Interview),
		About: joined(", ", x.Interview.Role, "round "+itoa(x.Interview.Round), v.dayOf(x.Interview)), Differs: x.Differs, ToAdd: x.ToAdd, ToAsk: x.ToAsk, NextTime: x.NextTime}
	p.Class = "prepsheet"
	for _, m := range x.People {
		p.People = append(p.People, Row{Title: m.Name, Small: joined(", ", m.Title, roles[m.Role]), Yours: orElse(x.Lines[string(m.ID)], x.Lines[m.Name])})
	}
	for _, q := range x.Asked {
		p.Answers = append(p.Answers, questionView(q))
	}
	for _, q := range x.Bank {
		p.Bank = append(p.Bank, questionView(q))
	}
	for _, s := range x.Stated {
		p.Stated = append(p.Stated, upper(s.About)+": "+s.Said)
	}
	for _, o := range x.Promises {
		p.Owed = append(p.Owed, o.What)
	}
	return p
}
