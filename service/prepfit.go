package service

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword"
)

// PrepLeft is how many of something the sheet has no room for; the whole is where it was written.
type PrepLeft struct {
	What  string `json:"what"` // the key of the list
	Count int    `json:"count"`
}

// The sheet is one printed page, A4 or Letter, in two columns. Its room is reckoned in lines, and its
// long texts are cut at a word: the sheet reminds, and the whole stays where it was written (R90).
const (
	prepLines   = 112
	prepLetters = 42  // of a line
	prepCut     = 160 // letters of an answer
	prepHeading = 2   // lines
	prepTheirs  = 44  // lines that are kept for what was said to them
	prepBank    = 16  // and for what is asked elsewhere
)

// fit takes what matters most first: what was told differently, who they are, what is owed, what to add
// and to ask, and then the answers, the hard ones first. Each list has its share, so that none takes the
// whole page.
func (p *PrepView) fit() {
	p.shorten()
	theirs, bank := min(sizes(p.Asked, questionLines), prepTheirs), min(sizes(p.Bank, questionLines), prepBank)
	room := prepLines - theirs - bank
	p.Differs = taken(p, &room, "differs", p.Differs, 4, lines)
	p.People = taken(p, &room, "people", p.People, 8, func(m PersonInInterview) int {
		return lines(m.Name + m.Title + " hiring manager " + p.Lines[firstOf(m.Name, m.Email)])
	})
	p.Promises = taken(p, &room, "promises", p.Promises, 3, func(x afterword.Promise) int { return lines(x.What) })
	p.ToAdd = taken(p, &room, "to_add", p.ToAdd, 5, lines)
	p.ToAsk = taken(p, &room, "to_ask", p.ToAsk, 5, lines)
	p.NextTime = taken(p, &room, "next_time", p.NextTime, 4, lines)
	slices.Reverse(p.Stated) // what was told last counts
	p.Stated = taken(p, &room, "stated", p.Stated, 4, func(x StatedAt) int { return lines(x.Said + " notice, round 1, Fri 20 Nov") })
	slices.Reverse(p.Stated)
	room += theirs
	p.Asked = taken(p, &room, "asked", hardFirst(p.Asked), 12, questionLines)
	room += bank
	p.Bank = taken(p, &room, "bank", p.Bank, 6, questionLines)
}

// shorten cuts every text to what a sheet holds of it.
func (p *PrepView) shorten() {
	for _, list := range [][]string{p.ToAdd, p.ToAsk, p.NextTime} {
		for i := range list {
			list[i] = cutAt(list[i], prepCut)
		}
	}
	for _, list := range [][]afterword.Question{p.Asked, p.Bank} {
		for i := range list {
			list[i].Asked = cutAt(list[i].Asked, prepCut)
			for j := range list[i].Answers {
				a := &list[i].Answers[j]
				a.Answered, a.Better = cutAt(a.Answered, prepCut), cutAt(a.Better, prepCut)
			}
		}
	}
	for name, line := range p.Lines {
		p.Lines[name] = cutAt(line, prepCut/2)
	}
	for i := range p.Stated {
		p.Stated[i].Said = cutAt(p.Stated[i].Said, prepCut/2)
	}
	for i := range p.Promises {
		p.Promises[i].What = cutAt(p.Promises[i].What, prepCut/2)
	}
}

func sizes[T any](list []T, size func(T) int) int {
	n := prepHeading
	for _, x := range list {
		n += size(x)
	}
	return n
}

// taken is the first of a list, as many as there are lines for.
func taken[T any](p *PrepView, room *int, what string, list []T, most int, size func(T) int) []T {
	n, left := 0, *room-prepHeading
	for n < min(len(list), most) && size(list[n]) <= left {
		left -= size(list[n])
		n++
	}
	if n > 0 {
		*room = left
	}
	if n < len(list) {
		p.LeftOut = append(p.LeftOut, PrepLeft{what, len(list) - n})
	}
	return list[:n]
}

// lines is how many lines a text takes.
func lines(text string) int {
	n := 0
	for l := range strings.SplitSeq(text, "\n") {
		wide := 0 // letters of east Asia take the room of two, and capitals nearly
		for _, r := range l {
			if r >= 0x1100 || unicode.IsUpper(r) {
				wide++
			}
		}
		n += 1 + (utf8.RuneCountInString(l)+wide)/prepLetters
	}
	return n
}

func questionLines(q afterword.Question) int {
	n := 1 + lines(q.Asked) + lines("Asked 12 times: "+q.Answers[0].Employer+". More to say.")
	said, better := "", ""
	for _, a := range q.Answers {
		said, better = firstOf(said, a.Answered), firstOf(better, a.Better)
	}
	for _, text := range []string{said, better} {
		if text != "" {
			n += lines("Better: " + text)
		}
	}
	return n
}

// cutAt ends a long text at a word, on one line.
func cutAt(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	s = string(r[:most])
	if i := strings.LastIndexByte(s, ' '); i > most/2 {
		s = s[:i]
	}
	return s + " …"
}

// hardFirst puts the questions that were hard before the others.
func hardFirst(all []afterword.Question) []afterword.Question {
	var hard, rest []afterword.Question
	for _, q := range all {
		if passes(q, "hard") {
			hard = append(hard, q)
		} else {
			rest = append(rest, q)
		}
	}
	return append(hard, rest...)
}

// LeftOutWords says what one page has no room for; nothing when it holds everything.
func LeftOutWords(left []PrepLeft) string {
	names := map[string][2]string{"differs": {"thing told differently", "things told differently"}, "people": {"person", "people"}, "promises": {"promise", "promises"},
		"to_add": {"thing to add", "things to add"}, "to_ask": {"thing to ask", "things to ask"}, "next_time": {"plan for next time", "plans for next time"},
		"stated": {"older statement", "older statements"}, "asked": {"question of theirs", "questions of theirs"}, "bank": {"question asked elsewhere", "questions asked elsewhere"}}
	var parts []string
	for _, l := range left {
		parts = append(parts, inWords(l.Count)+" "+names[l.What][min(l.Count, 2)-1])
	}
	if len(parts) == 0 {
		return ""
	}
	return "One page has no room for " + strings.Join(parts, ", ") + "."
}
