package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"afterword"
	"afterword/when"
)

// Lines of pasted notes that say what they are.
var (
	pastedBullet   = pattern(`^\s*(?:[-*•–·□☐]|\[[ xX]?\]|\d{1,2}[.)])\s+`)
	pastedSentence = pattern(`[.?!]["”’)]*\s+`)
	pastedQuestion = pattern(`(?i)^(?:q(?:uestion)?\d{0,2}[.:)]|(?:they |she |he )?asked(?: me)?(?: about)?[: ])\s*`)
	pastedAnswer   = pattern(`(?i)^(?:a(?:nswer)?\d{0,2}[.:)]|i (?:said|answered|told them)(?: that)?[: ])\s*`)
	pastedPromise  = pattern(`(?i)^(?:(?:i )?(?:said|promised|need|have|must|should|remember)(?: i would| i'd| i’d| i will| to)? (?:send|share|forward|email)|(?:to )?(?:send|email|forward)|i(?:'ll| will|’ll) (?:send|share|forward|email)|promised|todo:? (?:send|email))(?: (?:them|her|him))?[: ]+`)
	pastedUnsaid   = pattern(`(?i)^(?:i )?(?:did not|didn't|didn’t|never|forgot|should have|should've|should’ve|unsaid)(?: (?:get )?(?:to )?(?:say|said|mention|mentioned|tell them|told them))?(?: that)?[: ]+`)
	pastedCould    = pattern(`(?i)^(?:i )?(?:could|can|would) help (?:them )?with[: ]+`)
	pastedOwn      = pattern(`(?i)^(?:(?:i )?(?:want|wanted|meant|forgot) to ask|ask(?: them| her| him)?|my questions?|to ask)(?: about)?[: ]+`)
	pastedWell     = pattern(`(?i)^(?:went well|what went well|good)[: ]+`)
	pastedNext     = pattern(`(?i)^(?:next time(?: i will)?|do differently)[: ]+`)
	pastedTalked   = pattern(`(?i)^(.{2,60}?)(?: (?:talked about|spoke about|mentioned|told me about|told me|said)[: ]+|\s*[:–—]\s+| - )(.+)$`)
	pastedMet      = pattern(`(?i)^(?:i )?(?:met|spoke (?:to|with)|interviewers?:?|with|people:?|who:?|panel:?) `)
	pastedHear     = pattern(`(?i)\b(?:hear|let (?:me|you|us) know|get back|decision|decide|answer|reply|call (?:me|you)|be in touch|contact (?:me|you))\b`)
	pastedTime     = pattern(`(?i)\b(?:weeks?|days?|months?|monday|tuesday|wednesday|thursday|friday|tomorrow|fortnight|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`)
	pastedRound    = pattern(`(?i)\b(?:another|second|next|third|final|last) (?:round|interview|stage)\b`)
	pastedNoRound  = pattern(`(?i)\bno (?:other|further|more|second) (?:rounds?|interviews?|stages?)\b`)
	pastedChannel  = pattern(`(?i)\b(?:prefers?|reach (?:me|them|her|him) by|contact (?:me|them|her|him) by|best by|best way is) (?:an )?(e-?mail|phone|message|text)\b`)
	pastedDue      = pattern(`(?i)^(?:by|on|before|until|till|today|tomorrow|tonight|next|this|mon|tue|wed|thu|fri|sat|sun|\d{1,2} [a-z]{3})`)
	pastedName     = pattern(`^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}$`)
	pastedAnd      = pattern(`\s*(?:,|;|&|\band\b)\s*`)
	pastedRole     = pattern(`\s*\(([^)]*)\)`)
)

// pastedHeadings name what the lines below them are, until the next heading or an empty line.
var pastedHeadings = map[string]string{
	"questions": "asked", "questions asked": "asked", "they asked": "asked", "asked": "asked", "what they asked": "asked",
	"unsaid": "unsaid", "did not say": "unsaid", "forgot": "unsaid", "forgot to say": "unsaid",
	"to ask": "own", "my questions": "own", "ask": "own", "ask them": "own",
	"promised": "promised", "to send": "promised", "i promised": "promised", "send": "promised",
	"went well": "well", "good": "well", "next time": "next",
	"people": "met", "met": "met", "who": "met", "interviewers": "met", "panel": "met",
}

// Pasted sorts notes pasted in one piece into the pages of a debrief, by rules simple enough to be
// foreseen: a line that ends in a question mark is a question, a known name and what follows it is a line
// about that person, "send" is a promise with the day that ends it, a heading says what is below it. The
// person checks the result; what fits nowhere is kept as it is, and so nothing is lost. today is the day
// from which "by Friday" is counted.
func Pasted(text string, people []string, today afterword.Date, region string) afterword.Debrief {
	s := sorter{people: people, today: today, region: region, at: map[string]int{}}
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	if !strings.Contains(text, "\n") { // dictated in one breath
		text = pastedSentence().ReplaceAllStringFunc(text, func(end string) string { return strings.TrimSpace(end) + "\n" })
	}
	for line := range strings.SplitSeq(text, "\n") {
		bare := strings.TrimSpace(pastedBullet().ReplaceAllString(line, ""))
		s.bullet = bare != strings.TrimSpace(line)
		line = bare
		switch heading, known := pastedHeadings[fold(strings.TrimRight(line, ": "))]; {
		case line == "":
			s.below = ""
		case known:
			s.below, s.bullets = heading, false
		case !s.line(line):
			s.rest = append(s.rest, line)
		}
	}
	s.d.Just = strings.Join(s.rest, "\n")
	return s.d
}

// sorter is where pasted lines go.
type sorter struct {
	d      afterword.Debrief
	at     map[string]int // where someone stands in d.Met, by folded name
	rest   []string
	people []string
	today  afterword.Date
	region string

	below   string // the heading that the line stands under
	bullet  bool   // the line is a point of a list
	bullets bool   // the lines below the heading are: the first that is not ends them
}

// line puts one line where it belongs; false keeps it as it is.
func (s *sorter) line(line string) bool {
	if s.bullets && !s.bullet {
		s.below = ""
	}
	s.bullets = s.below != "" && s.bullet
	if s.bullet || strings.HasSuffix(line, "?") { // a point under its heading is what the heading says
		return s.aboutSomeone(line) || s.begins(line) || s.listed(line) || s.asks(line) || s.hear(line) || s.met(line)
	}
	return s.aboutSomeone(line) || s.begins(line) || s.hear(line) || s.listed(line) || s.met(line)
}

// after is what follows an opening, when there is something.
func after(opening *regexp.Regexp, line string) (string, bool) {
	at := opening.FindStringIndex(line)
	if at == nil {
		return "", false
	}
	rest := strings.TrimSpace(line[at[1]:])
	return rest, rest != ""
}

// aboutSomeone is a known name with what they spoke about.
func (s *sorter) aboutSomeone(line string) bool {
	m := pastedTalked().FindStringSubmatch(line)
	if m == nil {
		return false
	}
	name, ok := knownName(m[1], s.people)
	if !ok || pastedHear().MatchString(m[2]) && pastedTime().MatchString(m[2]) {
		return false
	}
	talk := strings.TrimRight(strings.TrimSpace(m[2]), ".")
	for _, verb := range []string{"talked about ", "spoke about ", "mentioned ", "told me about "} {
		talk = strings.TrimPrefix(talk, verb)
	}
	return s.meet(afterword.Met{Name: name, TalkedAbout: talk})
}

// begins is a line whose first words say what it is.
func (s *sorter) begins(line string) bool {
	if what, ok := after(pastedPromise(), line); ok {
		s.promise(what)
		return true
	}
	if what, ok := after(pastedAnswer(), line); ok && len(s.d.Questions) > 0 && s.d.Questions[len(s.d.Questions)-1].Answered == "" {
		s.d.Questions[len(s.d.Questions)-1].Answered = what
		return true
	}
	for _, list := range []struct {
		re *regexp.Regexp
		to *[]string
	}{{pastedOwn(), &s.d.OwnQuestions}, {pastedUnsaid(), &s.d.Unsaid}, {pastedWell(), &s.d.WentWell}, {pastedNext(), &s.d.NextTime}} {
		if what, ok := after(list.re, line); ok {
			*list.to = append(*list.to, what)
			return true
		}
	}
	if what, ok := after(pastedCould(), line); ok {
		s.d.CouldHelpWith = strings.TrimSpace(s.d.CouldHelpWith + "\n" + strings.TrimRight(what, "."))
		return true
	}
	if what, ok := after(pastedQuestion(), line); ok {
		s.ask(what)
		return true
	}
	return false
}

// listed is a line below a heading.
func (s *sorter) listed(line string) bool {
	switch s.below {
	case "asked":
		s.ask(line)
	case "unsaid":
		s.d.Unsaid = append(s.d.Unsaid, line)
	case "own":
		s.d.OwnQuestions = append(s.d.OwnQuestions, line)
	case "promised":
		s.promise(line)
	case "well":
		s.d.WentWell = append(s.d.WentWell, line)
	case "next":
		s.d.NextTime = append(s.d.NextTime, line)
	case "met":
		return s.met("met " + line)
	default:
		return false
	}
	return true
}

// ask keeps one question, or several on one line.
func (s *sorter) ask(line string) {
	for _, q := range strings.SplitAfter(line, "?") {
		if q = strings.Trim(q, " ,;"); strings.Trim(q, "?") != "" {
			s.d.Questions = append(s.d.Questions, afterword.Asked{Asked: q})
		}
	}
}

func (s *sorter) asks(line string) bool {
	if !strings.HasSuffix(line, "?") {
		return false
	}
	s.ask(line)
	return true
}

// promise keeps what is to be sent, with the day that ends the line.
func (s *sorter) promise(what string) {
	what = strings.TrimRight(what, ". ")
	words := strings.Fields(what)
	for n := min(5, len(words)-1); n > 0; n-- {
		tail := strings.Join(words[len(words)-n:], " ")
		if !pastedDue().MatchString(tail) {
			continue
		}
		if due, err := when.ParseDay("due", tail, s.today, when.Options{Region: s.region}); err == nil {
			s.d.Promised = append(s.d.Promised, afterword.Pledge{What: strings.Join(words[:len(words)-n], " "), Due: due})
			return
		}
	}
	s.d.Promised = append(s.d.Promised, afterword.Pledge{What: what})
}

// hear is what they said of the answer to come. A line may say several things of it.
func (s *sorter) hear(line string) bool {
	h := afterword.Hear{}
	if s.d.Hear != nil {
		h = *s.d.Hear
	}
	was := h
	if pastedHear().MatchString(line) && pastedTime().MatchString(line) && h.Said == "" {
		h.Said = strings.TrimRight(line, ".")
	}
	switch {
	case pastedNoRound().MatchString(line):
		h.AnotherRound = "no"
	case pastedRound().MatchString(line):
		h.AnotherRound = "yes"
		if h.Said == was.Said && h.NextSteps == "" {
			h.NextSteps = strings.TrimRight(line, ".")
		}
	}
	switch folded := fold(line); {
	case strings.Contains(folded, "either way"):
		h.EitherWay = "yes"
	case strings.Contains(folded, "only if it is a yes"), strings.Contains(folded, "only if yes"), strings.Contains(folded, "only if successful"):
		h.EitherWay = "only_if_yes"
	}
	if m := pastedChannel().FindStringSubmatch(line); m != nil {
		h.Channel = map[string]afterword.Channel{"phone": afterword.Phone, "message": afterword.MessageText, "text": afterword.MessageText}[fold(m[1])]
		if h.Channel == afterword.NoChannel {
			h.Channel = afterword.Email
		}
	}
	if h == was {
		return false
	}
	s.d.Hear = &h
	return true
}

// met is a line of names: known ones anywhere, others where the line says that they were met.
func (s *sorter) met(line string) bool {
	if name, ok := knownName(line, s.people); ok {
		return s.meet(afterword.Met{Name: name})
	}
	names, ok := after(pastedMet(), line)
	if !ok {
		return false
	}
	var found []afterword.Met
	for _, part := range pastedAnd().Split(strings.TrimRight(names, "."), -1) {
		m := afterword.Met{Name: strings.TrimSpace(pastedRole().ReplaceAllString(part, ""))}
		if role := pastedRole().FindStringSubmatch(part); role != nil {
			m.Role = role[1]
		}
		if known, ok := knownName(m.Name, s.people); ok {
			m.Name = known
		} else if !pastedName().MatchString(m.Name) {
			return false
		}
		found = append(found, m)
	}
	return len(found) > 0 && s.meet(found...)
}

// pastedPeople is how many people pasted notes may name. Lines that name more are kept as they are.
const pastedPeople = 50

// meet joins what is said of one person in several lines; false when these are too many.
func (s *sorter) meet(all ...afterword.Met) bool {
	fresh := 0
	for _, m := range all {
		if _, ok := s.at[fold(m.Name)]; !ok {
			fresh++
		}
	}
	if len(s.d.Met)+fresh > pastedPeople {
		return false
	}
	for _, m := range all {
		s.d.Met = joinMet(s.d.Met, s.at, m)
	}
	return true
}

// joinMet lays m to the list, in which at tells where a folded name stands.
func joinMet(list []afterword.Met, at map[string]int, m afterword.Met) []afterword.Met {
	name := fold(m.Name)
	i, ok := at[name]
	if !ok {
		at[name] = len(list)
		return append(list, m)
	}
	o := &list[i]
	o.Role = cmp.Or(o.Role, m.Role)
	if m.TalkedAbout != "" && !strings.EqualFold(o.TalkedAbout, m.TalkedAbout) {
		o.TalkedAbout = strings.TrimPrefix(o.TalkedAbout+", "+m.TalkedAbout, ", ")
	}
	return list
}

// AddPasted lays what was pasted to what is written already: nothing of either is lost.
func AddPasted(was, pasted afterword.Debrief) afterword.Debrief {
	d := pasted
	if len(pasted.Met) > 0 {
		d.Met = slices.Clone(was.Met)
		at := map[string]int{}
		for i, m := range slices.Backward(d.Met) { // the first of a name counts
			at[fold(m.Name)] = i
		}
		for _, m := range pasted.Met {
			d.Met = joinMet(d.Met, at, m)
		}
	}
	for _, l := range []struct {
		to       *[]string
		was, now []string
	}{{&d.Unsaid, was.Unsaid, pasted.Unsaid}, {&d.OwnQuestions, was.OwnQuestions, pasted.OwnQuestions},
		{&d.WentWell, was.WentWell, pasted.WentWell}, {&d.NextTime, was.NextTime, pasted.NextTime}} {
		if len(l.now) > 0 {
			*l.to = slices.Concat(l.was, l.now)
		}
	}
	if len(pasted.Questions) > 0 {
		d.Questions = slices.Concat(was.Questions, pasted.Questions)
	}
	if len(pasted.Promised) > 0 {
		d.Promised = slices.Concat(was.Promised, pasted.Promised)
	}
	if pasted.Just != "" {
		d.Just = strings.TrimPrefix(was.Just+"\n"+pasted.Just, "\n")
	}
	if pasted.CouldHelpWith != "" {
		d.CouldHelpWith = strings.TrimPrefix(was.CouldHelpWith+"\n"+pasted.CouldHelpWith, "\n")
	}
	if d.Hear != nil && was.Hear != nil {
		h := *was.Hear
		h.Said, h.EitherWay, h.AnotherRound = cmp.Or(d.Hear.Said, h.Said), cmp.Or(d.Hear.EitherWay, h.EitherWay), cmp.Or(d.Hear.AnotherRound, h.AnotherRound)
		h.NextSteps = cmp.Or(d.Hear.NextSteps, h.NextSteps)
		if d.Hear.Channel != afterword.NoChannel {
			h.Channel = d.Hear.Channel
		}
		d.Hear = &h
	}
	return d
}

// knownName is the person that a full or first name means, when it means one alone.
func knownName(s string, people []string) (string, bool) {
	want := fold(strings.TrimRight(s, ".:,"))
	found := ""
	for _, p := range people {
		first, _, _ := strings.Cut(fold(p), " ")
		if fold(p) == want || first == want {
			if found != "" {
				return "", false
			}
			found = p
		}
	}
	return found, found != ""
}

// fold is the form in which names and headings are compared: no case, single spaces.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
