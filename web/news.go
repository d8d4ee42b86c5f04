package web

import (
	"afterword"
	"afterword/service"
)

// NewsPage lists what may have happened.
type NewsPage struct {
	Frame
	At     string
	Groups []NewsGroup
}

// NewsGroup is some kinds of news under a label.
type NewsGroup struct {
	Label string
	Rows  []Row
}

// NewsForm asks what belongs to one kind of news.
type NewsForm struct {
	Frame
	At, Kind, Head, Sentence, Button string
	Until, Start, From, Text         bool // which boxes it has
	UntilLabel                       string
	StartHint                        string // whose clocks, where that is not clear
	NoAnswer                         bool
	As                               *Pick
	Once                             string
	Values                           service.NewsInput
	People                           []Option
	Why                              *Why
}

// newsKind is how a kind of news looks: its row, its form, where it leads.
type newsKind struct {
	label, small, head, sentence, button string
	until                                string // label of the date box, none without
	start, from, text                    bool
	to                                   string // the page after it, below the interview
	practice                             string
}

var newsKinds = map[afterword.FactKind]newsKind{
	afterword.Wrote: {label: "They wrote to me", small: "We help you answer", head: "They wrote to me", sentence: "An answer soon is kind. We remind you once.",
		button: "Note it", from: true, text: true, practice: "R55"},
	afterword.Automatic: {label: "An automatic reply", small: "It changes nothing", head: "An automatic reply", button: "Note it", text: true},
	afterword.HeardNo: {label: "A no", head: "A no", sentence: "I am sorry. There is one kind reply to send, when you are ready.", button: "Note it", from: true, text: true,
		to: "/outcome", practice: "R92"},
	afterword.HeardOffer: {label: "An offer", head: "An offer", sentence: "Before you answer: what you wanted to ask will be on the next page.", button: "Note it",
		until: "They want an answer by (optional)", from: true, text: true, to: "/outcome", practice: "R99"},
	afterword.Accepted:  {label: "I took the offer", head: "You took the offer", button: "Note it", to: "/outcome", practice: "R99"},
	afterword.Declined:  {label: "I turned the offer down", head: "You turned it down", button: "Note it", to: "/outcome", practice: "R98"},
	afterword.NextRound: {label: "Another round", small: "With a date, or without", head: "Another round", button: "Note it", until: "They will send a date by (optional)", start: true, from: true, practice: "R90"},
	afterword.Delay: {label: "A new date to hear", small: "They need longer", head: "They gave me a new date", sentence: "We wait for it, and there is nothing to do before.", button: "Note it",
		until: "The last day they named", from: true, text: true, practice: "R62"},
	afterword.DocumentsAsked:  {label: "They ask for documents", head: "They ask for documents", button: "Note it", until: "They want them by (optional)", from: true, text: true, practice: "R54"},
	afterword.ReferencesAsked: {label: "They ask for references", head: "They ask for references", sentence: "Tell your referees at once. We draft it.", button: "Note it", from: true, practice: "R76"},
	afterword.Checked:         {label: "They have called my referees", head: "Your referees were called", sentence: "A word of thanks to each is next.", button: "Note it", practice: "R77"},
	afterword.FeedbackCame: {label: "They sent feedback", head: "They sent feedback", sentence: "Paste it now, read it when you like. Your own notes are beside it.", button: "Keep it", from: true, text: true,
		to: "/feedback", practice: "R94"},
	afterword.AgencyYes: {label: "The agency said that I may write", head: "The agency said yes", sentence: "Your notes to the people you met may go now.", button: "Note it", practice: "R51"},
	afterword.AgencyNo:  {label: "The agency would rather pass it on", head: "The agency said no", sentence: "Ask them to pass your thanks on.", button: "Note it", practice: "R51"},
	afterword.Moved:     {label: "It was moved", head: "It was moved", button: "Note it", start: true, from: true},
	afterword.CalledOff: {label: "It was called off", head: "It was called off", button: "Note it", from: true},
	afterword.NoShow:    {label: "They did not appear", head: "They did not appear", sentence: "It says nothing about you.", button: "Note it"},
	afterword.Submitted: {label: "I handed the task in", head: "The task is handed in", button: "Note it", practice: "R54"},
	afterword.Stopped:   {label: "They stopped the hiring", head: "They stopped the hiring", button: "Note it", from: true, text: true, to: "/outcome", practice: "R98"},
	afterword.Withdrew:  {label: "I said no to it", small: "You have told them already", head: "You said no", button: "Note it", to: "/outcome", practice: "R83"},
	afterword.NoReply:   {label: "No answer came", small: "Put it down", head: "No answer came", sentence: "Many employers never send one; it is not a verdict on you.", button: "Close it kindly", to: "/outcome", practice: "R69"},
	afterword.Reopened:  {label: "Open it again", head: "Open it again", button: "Open it again"},
}

func newsForm(v *visit) error {
	iv, err := v.interview()
	if err != nil {
		return err
	}
	at := "/interviews/" + string(iv.ID)
	p := NewsPage{Frame: v.task("I have news", Link{at, title(iv)}), At: at}
	groups := []struct {
		label string
		kinds []afterword.FactKind
	}{
		{"They answered", []afterword.FactKind{afterword.HeardOffer, afterword.NextRound, afterword.HeardNo, afterword.Delay, afterword.FeedbackCame, afterword.Automatic}},
		{"They ask for something", []afterword.FactKind{afterword.Wrote, afterword.DocumentsAsked, afterword.ReferencesAsked, afterword.Checked}},
		{"The interview itself", []afterword.FactKind{afterword.Moved, afterword.CalledOff, afterword.NoShow}},
		{"The agency", []afterword.FactKind{afterword.AgencyYes, afterword.AgencyNo}},
		{"On my side", []afterword.FactKind{afterword.Submitted, afterword.Accepted, afterword.Declined, afterword.Withdrew}},
		{"It ends", []afterword.FactKind{afterword.NoReply, afterword.Stopped, afterword.Reopened}},
	}
	for _, g := range groups {
		if g.label == "The agency" && iv.Agency == nil {
			continue
		}
		group := NewsGroup{Label: g.label}
		for _, k := range g.kinds {
			offered := k != afterword.Accepted && k != afterword.Declined || iv.Outcome == afterword.OutcomeOffer
			if !offered || k == afterword.Reopened && !iv.Outcome.Ends() {
				continue
			}
			n := newsKinds[k]
			group.Rows = append(group.Rows, Row{Href: at + "/news/" + string(k), Title: n.label, Small: n.small})
		}
		p.Groups = append(p.Groups, group)
	}
	return v.show(newsPage(p))
}

func (v *visit) newsFormOf(kind string) (NewsForm, error) {
	k, ok := newsKinds[afterword.FactKind(kind)]
	if !ok {
		return NewsForm{}, afterword.Errorf(afterword.NotFound, "there is no such news")
	}
	iv, err := v.interview()
	if err != nil {
		return NewsForm{}, err
	}
	at := "/interviews/" + string(iv.ID)
	f := NewsForm{Frame: v.task(k.head, Link{at, title(iv)}), At: at, Kind: kind, Head: k.head, Sentence: k.sentence, Button: k.button, Until: k.until != "",
		UntilLabel: k.until, Start: k.start, From: k.from, Text: k.text, NoAnswer: kind == string(afterword.Wrote), Once: newOnce()}
	if there := v.elsewhere(iv.Zone); f.Start && there != "" {
		f.StartHint = "By the clocks in " + there + "."
	}
	if k.practice != "" {
		f.Why = whys("", []string{k.practice})
	}
	f.People = []Option{{Label: "Not said", Chosen: true}}
	for _, x := range iv.People {
		f.People = append(f.People, Option{Value: string(x.ID), Label: x.Name})
	}
	if iv.Agency != nil {
		f.People = append(f.People, Option{Value: string(iv.Agency.ID), Label: iv.Agency.Name})
	}
	return f, nil
}

func newsOf(v *visit) error {
	f, err := v.newsFormOf(v.r.PathValue("kind"))
	if err != nil {
		return err
	}
	return v.show(newsFormPage(f))
}

func wroteForm(v *visit) error {
	f, err := v.newsFormOf(string(afterword.Wrote))
	if err != nil {
		return err
	}
	return v.show(newsFormPage(f))
}

// news records it and goes where it leads.
func news(v *visit) error {
	kind := v.r.PathValue("kind")
	in := service.NewsInput{Kind: kind, Until: v.text("until"), From: v.text("from"), Start: typedTime(v.text("start")), Text: v.text("text"),
		NoAnswerNeeded: v.text("no_answer") != "", As: v.text("as"), Once: v.once()}
	fact, err := v.Service.News(v.ctx, v.a, v.id(), in)
	if err != nil {
		return v.newsAgain(kind, in, err)
	}
	k := newsKinds[afterword.FactKind(kind)]
	to := "/interviews/" + v.id() + k.to
	if fact.New != "" {
		to = "/interviews/" + string(fact.New)
	}
	return v.seeSaid(to, "noted", fact.ID)
}

func (v *visit) newsAgain(kind string, in service.NewsInput, err error) error {
	f, err2 := v.newsFormOf(kind)
	if err2 != nil {
		return err2
	}
	f.Values, f.Once = in, v.text("once")
	if afterword.KindOf(err) == afterword.Conflict && kind == string(afterword.Moved) {
		f.As = &Pick{Name: "as", Legend: "You have written about it already. What is this?", Options: []Option{
			{Value: v.id(), Label: "The same round, at its new time"}, {Value: "new", Label: "A new round"}}}
		f.Problems = []Problem{{"as", "Say which it is."}}
		return v.again(newsFormPage(f))
	}
	if f.Problems = problems(err); f.Problems == nil {
		return err
	}
	return v.again(newsFormPage(f))
}
