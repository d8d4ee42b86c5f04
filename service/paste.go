package service

import (
	"regexp"
	"strings"

	"afterword"
)

// Lines of pasted notes that say what they are.
var (
	pastedPromise = regexp.MustCompile(`(?i)^(?:i (?:said|promised) (?:i would|i'd|to) (?:send|share|forward)|(?:to )?send(?: them| her| him)?|i(?:'ll| will) send|promised)[: ]+`)
	pastedUnsaid  = regexp.MustCompile(`(?i)^(?:i (?:did not|didn't|never) (?:get to )?(?:say|mention)(?: that)?|forgot to (?:say|mention)(?: that)?|should have (?:said|mentioned)(?: that)?|unsaid)[: ]+`)
	pastedCould   = regexp.MustCompile(`(?i)^(?:i could help (?:them )?with|could help with|i can help with)[: ]+`)
	pastedOwn     = regexp.MustCompile(`(?i)^(?:ask(?: them)?|i want(?:ed)? to ask|my question|to ask)[: ]+`)
	pastedWell    = regexp.MustCompile(`(?i)^(?:went well|good)[: ]+`)
	pastedNext    = regexp.MustCompile(`(?i)^(?:next time(?: i will)?|do differently)[: ]+`)
	pastedTalked  = regexp.MustCompile(`(?i)^(.{2,60}?) (?:talked about|spoke about|mentioned|told me about|said)[: ]+(.+)$`)
	pastedHear    = regexp.MustCompile(`(?i)(?:hear (?:back|from)|let (?:me|you|us) know|get back|decision|decide|answer|reply)\b`)
	pastedTime    = regexp.MustCompile(`(?i)\b(?:week|day|month|monday|tuesday|wednesday|thursday|friday|tomorrow|fortnight|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`)
	pastedBullet  = regexp.MustCompile(`^\s*(?:[-*•–·]|\d{1,2}[.)])\s+`)
)

// SortPasted sorts notes pasted in one piece into the pages of a debrief, by rules simple enough to be
// foreseen: a line that ends in a question mark is a question, a name that is known and "talked about"
// is a line about that person, "send" is a promise. The person checks the result; what fits nowhere is
// kept as it is, and so is nothing lost.
func SortPasted(text string, people []string) afterword.Debrief {
	var d afterword.Debrief
	var rest []string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		line = strings.TrimSpace(pastedBullet.ReplaceAllString(line, ""))
		if line == "" {
			continue
		}
		if !sortLine(&d, line, people) {
			rest = append(rest, line)
		}
	}
	d.Just = strings.Join(rest, "\n")
	return d
}

func sortLine(d *afterword.Debrief, line string, people []string) bool {
	after := func(re *regexp.Regexp) (string, bool) {
		at := re.FindStringIndex(line)
		if at == nil {
			return "", false
		}
		return strings.TrimSpace(line[at[1]:]), line[at[1]:] != ""
	}
	if m := pastedTalked.FindStringSubmatch(line); m != nil {
		if name, ok := knownName(m[1], people); ok {
			d.Met = append(d.Met, afterword.Met{Name: name, TalkedAbout: strings.TrimSpace(m[2])})
			return true
		}
	}
	for _, list := range []struct {
		re *regexp.Regexp
		to *[]string
	}{{pastedUnsaid, &d.Unsaid}, {pastedOwn, &d.OwnQuestions}, {pastedWell, &d.WentWell}, {pastedNext, &d.NextTime}} {
		if what, ok := after(list.re); ok {
			*list.to = append(*list.to, what)
			return true
		}
	}
	if what, ok := after(pastedPromise); ok {
		d.Promised = append(d.Promised, afterword.Pledge{What: strings.TrimRight(what, ".")})
		return true
	}
	if what, ok := after(pastedCould); ok && d.CouldHelpWith == "" {
		d.CouldHelpWith = what
		return true
	}
	if strings.HasSuffix(line, "?") {
		d.Questions = append(d.Questions, afterword.Asked{Asked: line})
		return true
	}
	if pastedHear.MatchString(line) && pastedTime.MatchString(line) && d.Hear == nil {
		d.Hear = &afterword.Hear{Said: line}
		return true
	}
	if name, ok := knownName(line, people); ok {
		d.Met = append(d.Met, afterword.Met{Name: name})
		return true
	}
	return false
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
