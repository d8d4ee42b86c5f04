package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/a-h/templ"

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
	Asked, About string
	Said, Better string
	Interview    string
	Own          bool // one to ask them
	Edit         bool
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
		one := questionView(q)
		one.Own = p.Filter == "to_ask"
		one.Edit = !one.Own || one.Interview == ""
		p.Questions = append(p.Questions, one)
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

// BetterPage is a better answer to one question, or a prepared question with its own.
type BetterPage struct {
	Frame
	Interview, Asked, Said, Better string
	New                            string // the wording of a prepared one
	Prepared, Own                  bool
}

func betterForm(v *visit) error {
	if v.query("interview") == "" {
		return preparedForm(v)
	}
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

// preparedForm changes a question that was prepared: its wording, its answer, or that it is there.
func preparedForm(v *visit) error {
	p := v.preparedPage(v.query("asked"), v.query("own") != "")
	if p.New = p.Asked; p.Own {
		return v.showIf(slices.Contains(v.set.ToAsk, p.Asked), betterPage(p))
	}
	i := slices.IndexFunc(v.set.Prepared, func(q afterword.Asked) bool { return q.Asked == p.Asked })
	if i >= 0 {
		p.Better = v.set.Prepared[i].Better
	}
	return v.showIf(i >= 0, betterPage(p))
}

func (v *visit) showIf(there bool, page templ.Component) error {
	if !there {
		return afterword.Errorf(afterword.NotFound, "that question is not among what you prepared")
	}
	return v.show(page)
}

func (v *visit) preparedPage(asked string, own bool) BetterPage {
	title := "A prepared question"
	if own {
		title = "A question to ask"
	}
	return BetterPage{Frame: v.task(title, Link{"/learn", "Learn"}), Asked: asked, Prepared: true, Own: own}
}

// changePrepared keeps what the form of a prepared question says.
func changePrepared(v *visit) error {
	p := v.preparedPage(v.text("asked"), v.text("own") != "")
	p.New, p.Better = v.text("new"), v.text("better")
	in := service.PreparedEdit{Asked: p.Asked, New: p.New, Answer: &p.Better, Own: p.Own, Remove: v.text("do") == "remove"}
	if err := v.Service.EditPrepared(v.ctx, v.a, in); err != nil {
		if p.Problems = problems(err); len(p.Problems) > 0 {
			return v.again(betterPage(p))
		}
		return err
	}
	said := "saved"
	if in.Remove {
		said = "removed"
	}
	return v.seeSaid("/learn"+p.filter(), said, "")
}

func (p BetterPage) removal() []Pair {
	fields := []Pair{{"asked", p.Asked}, {"do", "remove"}}
	if p.Own {
		fields = append(fields, Pair{"own", "yes"})
	}
	return fields
}

func (p BetterPage) filter() string {
	if p.Own {
		return "?filter=to_ask"
	}
	return ""
}

// AddQuestionsPage takes a plain list of questions.
type AddQuestionsPage struct {
	Frame
	List    string
	Own     bool
	LeftOut []string
}

func (p AddQuestionsPage) who() []Option {
	value := ""
	if p.Own {
		value = "yes"
	}
	return chosen(value, Option{Label: "They may ask it"}, Option{Value: "yes", Label: "I want to ask it"})
}

func (p LearnPage) addTo() string {
	if p.Filter == "to_ask" {
		return "/learn/add?own=yes"
	}
	return "/learn/add"
}

func addQuestionsForm(v *visit) error {
	return v.show(addQuestionsPage(AddQuestionsPage{Frame: v.task("Add questions", Link{"/learn", "Learn"}), Own: v.query("own") != ""}))
}

func addQuestions(v *visit) error {
	p := AddQuestionsPage{Frame: v.task("Add questions", Link{"/learn", "Learn"}), List: v.text("list"), Own: v.text("own") != ""}
	// The lines and the file are two lists: a file may be a table.
	_, file, err := v.upload("file")
	if _, _, why := v.r.FormFile("file"); errors.Is(why, http.ErrMissingFile) || errors.Is(why, http.ErrNotMultipart) {
		err = nil
	}
	if err != nil {
		return v.questionsAgain(p, "file", err)
	}
	var leftOut []string
	for _, l := range []struct {
		box  string
		list []byte
	}{{"list", []byte(p.List)}, {"file", file}} {
		if len(l.list) == 0 && (l.box == "file" || len(file) > 0) {
			continue
		}
		done, err := v.Service.PrepareQuestions(v.ctx, v.a, l.list, p.Own)
		if err != nil {
			return v.questionsAgain(p, l.box, err)
		}
		leftOut = append(leftOut, done.LeftOut...)
	}
	if len(leftOut) > 0 { // what could not be kept is shown, to be shortened
		p.List, p.LeftOut = strings.Join(leftOut, "\n"), leftOut
		return v.show(addQuestionsPage(p))
	}
	return v.seeSaid("/learn"+BetterPage{Own: p.Own}.filter(), "questions", "")
}

// questionsAgain shows the form once more, with what is wrong at its box.
func (v *visit) questionsAgain(p AddQuestionsPage, box string, err error) error {
	if p.Problems = problems(err); len(p.Problems) == 0 {
		return err
	}
	p.Problems[0].Field = box
	return v.again(addQuestionsPage(p))
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
	if ref == "" {
		return changePrepared(v)
	}
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
	to := url.Values{"asked": {q.Asked}}
	if q.Interview != "" {
		to.Set("interview", q.Interview)
	} else if q.Own {
		to.Set("own", "yes")
	}
	return "/learn/better?" + to.Encode()
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
	LeftOut                      string // what one page has no room for
}

func prep(v *visit) error {
	x, err := v.Service.Prep(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	return v.show(prepPage(v.prepPage(x)))
}

// toldDifferently says before the next round what its sheet says first.
func (v *visit) toldDifferently(p *InterviewPage) error {
	x, err := v.Service.Prep(v.ctx, v.a, v.id())
	if err != nil || len(x.Differs) == 0 {
		return err
	}
	for i, row := range p.Before {
		if row.Href == p.At+"/prep" {
			p.Before[i].Owed = "You told them " + count(len(x.Differs), "thing") + " differently. Settle it first"
		}
	}
	return nil
}

func (v *visit) prepPage(x service.PrepView) PrepPage {
	at := "/interviews/" + string(x.Interview.ID)
	p := PrepPage{Frame: v.task("Prep sheet", Link{at, title(x.Interview)}), At: at, Head: title(x.Interview),
		About: upper(joined(", ", x.Interview.Role, "round "+itoa(x.Interview.Round), v.dayOf(x.Interview))), Differs: x.Differs, ToAdd: x.ToAdd, ToAsk: x.ToAsk, NextTime: x.NextTime, LeftOut: service.LeftOutWords(x.LeftOut)}
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
		p.Stated = append(p.Stated, upper(s.About)+": “"+s.Said+"”, round "+itoa(s.Round)+", "+s.On.Words())
	}
	for _, o := range x.Promises {
		p.Owed = append(p.Owed, o.What)
	}
	return p
}
