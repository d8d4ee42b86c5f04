package cli

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"net/mail"
	"strings"

	"afterword"
	"afterword/service"
	"afterword/when"
)

// asker asks a person in the terminal, one question a line. Every answer may be empty; an empty line
// goes on, and the end of the input leaves the rest unasked.
type asker struct {
	in  *bufio.Reader
	out io.Writer // standard error: standard output belongs to the answer
	end bool
	// typed says that the input comes from a terminal, which ends each line of the prompt itself.
	typed bool
}

func (s *session) asker() *asker {
	a := &asker{in: bufio.NewReader(s.In), out: s.Err}
	if f, ok := s.In.(fs.File); ok {
		about, err := f.Stat()
		a.typed = err == nil && about.Mode()&fs.ModeCharDevice != 0
	}
	return a
}

func (a *asker) page(heading string) {
	if !a.end {
		say(a.out, "\n%s", heading)
	}
}

// line asks for one line.
func (a *asker) line(prompt string) string {
	if a.end {
		return ""
	}
	_, _ = fmt.Fprintf(a.out, "  %s ", prompt)
	text, err := a.in.ReadString('\n')
	a.end = err != nil
	if a.end || !a.typed {
		say(a.out, "")
	}
	return strings.TrimSpace(strings.ToValidUTF8(text, ""))
}

// lines asks until an empty line.
func (a *asker) lines(prompt string) (all []string) {
	for {
		l := a.line(prompt)
		if l == "" {
			return all
		}
		all = append(all, l)
	}
}

// choice is one way to answer: typed whole or by its first letters.
type choice struct{ words, value string }

// choose asks until the answer is one of the choices, or empty.
func (a *asker) choose(prompt string, all ...choice) string {
	var words []string
	for _, c := range all {
		words = append(words, c.words)
	}
	for {
		got := strings.ToLower(a.line(prompt + " [" + strings.Join(words, ", ") + "]"))
		if got == "" {
			return ""
		}
		for _, c := range all {
			if got == c.value || strings.HasPrefix(c.words, got) {
				return c.value
			}
		}
		say(a.out, "  One of the words in brackets, or nothing.")
	}
}

// debrief asks the six pages. today is the day in the interview's zone.
func (a *asker) debrief(view service.InterviewView, today afterword.Date) (d afterword.Debrief) {
	say(a.out, "%s\nWrite down what you remember. Short is fine. An empty line goes on, Ctrl D stops.", title(view))
	a.page("1 of 6  Who did you meet?")
	d.Met = a.met(view)
	a.page("2 of 6  One thing about each person")
	for i := range d.Met {
		d.Met[i].TalkedAbout = a.line(d.Met[i].Name + " talked about …")
	}
	a.page("3 of 6  What did they ask?")
	d.Questions = a.questions()
	a.page("4 of 6  Anything unsaid, or promised?")
	d.Unsaid = a.lines("I did not get to say that …")
	d.CouldHelpWith = a.line("I could help with …")
	d.OwnQuestions = a.lines("I wanted to ask …")
	d.Promised = a.promised(today)
	a.page("5 of 6  When will you hear?")
	d.Hear = a.hear()
	a.page("6 of 6  Do you still want it?")
	d.Want = afterword.Want(a.want())
	d.Just = a.line("Anything else, as it comes:")
	d.MetNobodyNamed = len(d.Met) == 0 && d.Just == "" && !nothing(d)
	return d
}

// met asks for the people known beforehand, then for others.
func (a *asker) met(view service.InterviewView) (all []afterword.Met) {
	for _, p := range view.People {
		if p.Role == afterword.Recruiter || p.Role == afterword.Referee {
			continue
		}
		if name := p.Name; name != "" && a.choose(name+"?", choice{"yes", "yes"}, choice{"no", "no"}) == "yes" {
			all = append(all, afterword.Met{Name: name, Email: p.Email})
		}
	}
	for {
		who := a.line("Someone else (Name, or Name <mail>):")
		if who == "" {
			return all
		}
		m := afterword.Met{Name: who}
		if addr, err := mail.ParseAddress(who); err == nil {
			m.Name, m.Email = addr.Name, addr.Address
		}
		if m.Name == "" {
			m.Name = a.line("And the name?")
		}
		if m.Name == "" {
			m.Name = m.Email
		}
		all = append(all, m)
	}
}

func (a *asker) questions() (all []afterword.Asked) {
	for {
		q := a.line("They asked:")
		if q == "" {
			return all
		}
		all = append(all, afterword.Asked{Asked: q,
			Answered: a.line("I said:"),
			Felt:     a.choose("It went", choice{"fine", "fine"}, choice{"hard", "hard"}, choice{"more to say", "more_to_say"})})
	}
}

func (a *asker) promised(today afterword.Date) (all []afterword.Pledge) {
	for {
		what := a.line("I said I would send …")
		if what == "" {
			return all
		}
		p := afterword.Pledge{What: what}
		for {
			due := a.line("By when? (nothing: with my note)")
			if due == "" {
				break
			}
			d, err := when.ParseDay("due", due, today, when.Options{})
			if err == nil {
				p.Due = d
				break
			}
			say(a.out, "  That is not a day we know. Write it like 4 Dec, Friday or 2026-12-04.")
		}
		all = append(all, p)
	}
}

func (a *asker) hear() *afterword.Hear {
	h := afterword.Hear{
		Said: a.line("They said (1 to 2 weeks, by Friday, …):"),
		EitherWay: a.choose("Do they tell everyone?", choice{"yes", "yes"}, choice{"only if yes", "only_if_yes"},
			choice{"unknown", "unknown"}),
		AnotherRound: a.choose("Another round?", choice{"yes", "yes"}, choice{"no", "no"}, choice{"unknown", "unknown"}),
		Channel: afterword.Channel(a.choose("How do they want to be written to?", choice{"email", "email"}, choice{"phone", "phone"},
			choice{"message", "message"}, choice{"portal", "portal"}, choice{"agency", "agency"}, choice{"any", "any"})),
		NextSteps: a.line("What happens next?"),
	}
	if h == (afterword.Hear{}) {
		return nil
	}
	return &h
}

func (a *asker) want() string {
	return a.choose("For now", choice{"still want it", "still"}, choice{"unsure", "unsure"}, choice{"not for me", "no"})
}

// lookBack asks what went well first, then what to do next time, then for better answers.
func (a *asker) lookBack(asked []afterword.Asked) (d afterword.Debrief) {
	say(a.out, "Three short questions. An empty line goes on; leaving all of them empty is a full answer.")
	a.page("1 of 3  What went well?")
	d.WentWell = a.lines("·")
	a.page("2 of 3  Next time I will …")
	d.NextTime = a.lines("·")
	a.page("3 of 3  A better answer, or anything else from the room?")
	for _, q := range asked {
		if better := a.line(q.Asked + " A better answer:"); better != "" {
			d.Questions = append(d.Questions, afterword.Asked{Asked: q.Asked, Better: better})
		}
	}
	d.FromTheRoom = a.line("From the room:")
	return d
}

func (a *asker) decide() (in service.DecideInput) {
	say(a.out, "Only for you. No need to know yet.")
	in.Want = a.want()
	for _, sign := range a.lines("A sign, good (+ …) or bad (- …):") {
		if !strings.HasPrefix(sign, "+") && !strings.HasPrefix(sign, "-") {
			sign = "+ " + sign
		}
		in.Signs = append(in.Signs, sign)
	}
	in.Ask = a.lines("To ask if they make an offer:")
	return in
}
