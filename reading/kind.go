package reading

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"afterword/when"
)

// kindOf weighs what a mail says. Headers are asked first: a machine that answers says so there
// (RFC 3834), in every language.
func kindOf(m Input, text string) (kind string, confidence float64, because string) {
	text, m.Subject = clip(text, maxRead), clip(m.Subject, 400)
	if k, sure, why, ok := machine(m, text); ok {
		return k, sure, why
	}
	t := weigh(m.Subject, text)
	bulk := m.ListID != "" || m.Unsubscribe || m.Precedence == "bulk" || m.Precedence == "list"
	lower := strings.ToLower(m.Subject + "\n" + clip(text, 16<<10))
	about := reAboutMe().In(lower)
	top := t.top()
	if newsletter := reNewsletter().In(lower); top == "" || t.score[top] < 5 {
		switch {
		case bulk && newsletter:
			return Unrelated, 0.9, "it was sent to a list, and tells nothing about an application"
		case bulk && !about:
			return Unrelated, 0.8, "it was sent to a list, and tells nothing about an application"
		case newsletter && m.Invitation == nil && reManyOf().In(lower):
			return Unrelated, 0.7, "it is meant for many, and tells nothing about an application"
		case newsletter && !about && m.Invitation == nil:
			return Unrelated, 0.7, "it speaks of no application or interview"
		}
	} else if bulk && newsletter && t.score[top] < 8 && top != No {
		return Unrelated, 0.6, "it was sent to a list; its words about a next step are meant for many"
	}
	if m.Invitation != nil && !m.Invitation.Cancelled && (top == "" || top == Acknowledgement || t.score[top] < 5) {
		if is, why, sure := Interview(*m.Invitation); is {
			return NextRound, sure, "it brings an invitation: " + why
		}
	}
	jobs := count(lower, hiring)
	if n := count(lower, home|trade); m.Invitation == nil && n > jobs && (n > 4 || n > 1 && (jobs == 0 || top == "" || t.score[top] < 5)) {
		return Unrelated, 0.65, "it speaks of other things than work"
	}
	if top == "" {
		if strings.TrimSpace(text) == "" {
			return Reply, 0.2, "it has no words of its own"
		}
		if !about && reElsewhere().In(lower) && !reEmployers().In(lower) && !answers(m.Subject) {
			return Unrelated, 0.6, "it speaks of no application, and of other things"
		}
		if !about && len(strings.Fields(text)) > 5 {
			return Reply, 0.4, "nothing in it tells a decision, and it names no application"
		}
		return Reply, 0.6, "nothing in it tells a decision or asks for something to be sent"
	}
	return t.verdict(top)
}

// answers says that a mail goes on with a talk that was there before.
func answers(subject string) bool { return reAnswer().MatchString(subject) }

var reAnswer = pattern(`(?i)^\s*(?:re|aw|sv|vs|antw|ref|rif)\s*:`)

// machine recognises what no person wrote.
func machine(m Input, text string) (kind string, confidence float64, because string, ok bool) {
	auto := strings.ToLower(strings.TrimSpace(m.AutoSubmitted))
	lowSubject := strings.ToLower(m.Subject)
	away := reAutoSubject().MatchString(m.Subject) || strings.HasPrefix(lowSubject, "auto:")
	switch {
	case m.Report:
		return AutomaticReply, 0.98, "it is a delivery report", true
	case strings.HasPrefix(auto, "auto-replied"), strings.HasPrefix(auto, "auto-notified"):
		return AutomaticReply, 0.98, "its headers say that a machine answered", true
	case m.Precedence == "auto_reply" || m.Precedence == "autoreply":
		return AutomaticReply, 0.97, "its headers say that a machine answered", true
	case strings.HasPrefix(strings.ToLower(m.AutoReply), "x-autore") || strings.HasPrefix(strings.ToLower(m.AutoReply), "x-mail-autoreply"):
		return AutomaticReply, 0.95, "its headers say that a machine answered", true
	case away:
		return AutomaticReply, 0.93, "its subject is that of an automatic reply", true
	case reAutoBody().In(strings.ToLower(clip(text, 600))) && !strongNews(m.Subject, text):
		if auto != "" && auto != "no" || m.ReturnPath == "<>" {
			return AutomaticReply, 0.95, "its words and its headers are those of an automatic reply", true
		}
		return AutomaticReply, 0.75, "it reads like an automatic reply", true
	case classesOf(lowSubject)&absent != 0, count(strings.ToLower(clip(text, 600)), absent) > 1:
		if t := weigh(m.Subject, text); !strongNews(m.Subject, text) && t.score[Acknowledgement] < 6 {
			return AutomaticReply, 0.7, "it says who is away, and nothing else", true
		}
	}
	return "", 0, "", false
}

// strongNews keeps "I am on leave from Monday, but we would love to offer you the role" from being
// taken for a machine.
func strongNews(subject, text string) bool {
	t := weigh(subject, text)
	top := t.top()
	return top != "" && t.score[top] >= 6 && top != Delay && top != Acknowledgement
}

// tally is what the sentences of a mail say, by kind.
type tally struct {
	score map[string]int
	words map[string]string // the sentence that said most for a kind
	best  map[string]int
	sure  map[string]bool // kinds of which a clue knows the words by heart

	before class // what the sentence before had
}

// order decides between equals: the news that matters most first.
var order = []string{No, Offer, NextRound, References, Documents, Feedback, Delay, Acknowledgement}

var reSentence = pattern(`[^.!?\n]+(?:[.!?]+|\n|$)`)

var rePoint = pattern(`(\d)\.(\d)`) // in a number it ends no sentence

// reSalutation is whom a letter greets: a "Ms Cho" in it is nobody else.
var reSalutation = pattern(`(?im)^[ \t]*(?:dear|hi|hiya|hello|hey|greetings|good (?:morning|afternoon|evening)|sehr geehrte[rs]?|lieber?|guten (?:tag|morgen|abend)|hallo|moin|bonjour|bonsoir|ch(?:er|ère)|madame|monsieur|hola|buen[oa]s (?:días|tardes|noches)|estimad[oa]|querid[oa]|beste|dag|hoi|geachte|gentile|ciao|buongiorno|car[oa]|egregi[oa]|olá|prezad[oa]|exm[oa])(?: \S+){0,5}?[,:!]`)

const maxSentences = 250

func weigh(subject, text string) tally {
	t := tally{score: map[string]int{}, words: map[string]string{}, best: map[string]int{}, sure: map[string]bool{}}
	text = reSalutation().ReplaceAllString(clip(text, maxRead), "")
	text = rePoint().ReplaceAllString(joinLines(text), "$1,$2")
	sentences := reSentence().FindAllString(text, maxSentences)
	for _, s := range sentences {
		t.sentence(oneLine(clip(s, 1200)), 1)
	}
	t.sentence(clip(oneLine(subject), 300), 2)
	return t
}

// joinLines undoes the breaks of lines that were wrapped: a sentence goes on in the next one.
func joinLines(s string) string {
	lines := strings.Split(s, "\n")
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(l)
		if i+1 < len(lines) {
			next := strings.TrimSpace(lines[i+1])
			if utf8.RuneCountInString(l) > 45 && next != "" && !strings.HasPrefix(next, "-") && !strings.HasPrefix(next, "*") {
				b.WriteByte(' ')
			} else {
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

// sentence adds what one sentence says. Each kind counts its best clue and a little for others, so
// that one sentence cannot outweigh a letter. What may happen is left out.
func (t *tally) sentence(s string, half int) {
	if len(s) < 4 {
		return
	}
	lower := strings.ToLower(s)
	has := func(p when.Phrasing) bool { return p.Maybe(lower) && p.MatchString(s) }
	hypothetical, atWill := has(reHypothetical()) || has(reSaidThen()), has(reAtWill())
	found := classesOf(lower)
	got := map[string]int{}
	for _, c := range clues {
		w := c.weight / half
		if hypothetical && (c.kind == No || c.kind == Offer || c.kind == NextRound) {
			continue
		}
		if found&c.none != 0 || atWill && c.kind != Offer && c.kind != No {
			continue
		}
		if w == 0 || !has(c.re()) {
			continue
		}
		if c.kind == Offer && (has(reOfferOther()) || c.weight > 2 && has(reNotOffer())) {
			continue
		}
		if c.kind == NextRound && c.weight > 2 && has(reNegated()) {
			continue
		}
		t.sure[c.kind] = t.sure[c.kind] || w >= 3
		if w > got[c.kind] {
			got[c.kind] = w + got[c.kind]/3
		} else {
			got[c.kind] += w / 3
		}
	}
	if !hypothetical {
		does(found, half, got)
		if atWill {
			delete(got, NextRound)
			delete(got, References)
		}
		if half == 1 && !atWill {
			doesWith(t.before, found, got)
		}
		t.before = found
	}
	for k, w := range got {
		t.score[k] += w
		if w > t.best[k] {
			t.best[k], t.words[k] = w, s
		}
	}
}

// reSaidThen is what was told before, and may be taken back now: "I told you that we had shelved the role".
var reSaidThen = phrasing(`(?i)\b(?:i|we)(?:'d|’d| had)? (?:told you|said (?:to you )?(?:last|on|that)|wrote (?:to you )?(?:last|on|that))\b`)

// reAtWill is what the reader may do if they wish: it asks for nothing.
var reAtWill = phrasing(`(?i)\b(?:if|should|when|whenever) you(?:'d|’d| would)? (?:\S+ )?(?:like|want|wish|need|prefer|care|fancy|feel)\b.{0,20}\b(?:a |an |any |some |my |to (?:talk|chat|discuss|ask|hear|have))|\bif you (?:have|had) (?:any|further|more) questions`)

var reNegated = phrasing(`(?i)\b(?:not|n't|n’t|unable|cannot|won't|won’t|unfortunately|regret|another candidate|other candidates|someone else)\b.{0,50}\b(?:mov|progress|proceed|tak|invit|advanc|go|offer|continu|select|shortlist|forward)`)

func (t tally) top() string {
	top := ""
	for _, k := range order {
		if t.score[k] > 0 && (top == "" || t.score[k] > t.score[top]) {
			top = k
		}
	}
	return top
}

// verdict turns a tally into a kind, or into "reply" where the words do not agree.
func (t tally) verdict(top string) (kind string, confidence float64, because string) {
	no, yes := t.score[No], max(t.score[Offer], t.score[NextRound])
	quote := func(k string) string { return fmt.Sprintf("it says “%s”", shorten(t.words[k], 140)) }
	// The two that must not be mixed up.
	if t.score[No] >= 4 && t.score[Offer] >= 4 && min(no, t.score[Offer])*2 > max(no, t.score[Offer]) {
		return Reply, 0.25, "parts of it read like an offer and parts like a no: read it yourself"
	}
	// Promised feedback after a no repeats the no; a no that adds feedback is a no.
	if t.score[Feedback] >= 6 && no > 0 && t.best[Feedback] >= 6 && no <= t.score[Feedback]+2 && t.best[No] < 5 {
		return Feedback, 0.7, quote(Feedback)
	}
	if no >= 5 && top != No && no*2 >= t.score[top] && (top == Delay || top == Acknowledgement || top == Feedback || top == Documents) {
		top = No
	}
	if t.score[Offer] >= 6 && (top == Documents || top == References || top == NextRound || top == Delay) && t.best[Offer] >= 6 {
		top = Offer
	}
	if t.score[NextRound] >= 5 && (top == Documents || top == Delay || top == Acknowledgement) && t.score[NextRound]+3 >= t.score[top] {
		top = NextRound
	}
	if top == Acknowledgement && t.score[Delay] >= 5 {
		top = Delay
	}
	if top == Documents && t.score[References] >= 5 && t.best[References] >= 5 { // who may be asked, on a form
		top = References
	}
	second := 0
	for k, s := range t.score {
		if k != top && s > second {
			second = s
		}
	}
	s := t.score[top]
	if s == 2 && (top == NextRound || top == Documents || top == References || top == Delay) && no == 0 && t.score[Offer] == 0 {
		return top, 0.35, "it hints: " + quote(top)[3:]
	}
	if s < 3 || s < 4 && (top == No || top == Offer) || top == No && t.best[No] < 4 && s < 6 {
		return Reply, 0.4, "it hints at more, but says nothing plainly: " + quote(top)[3:]
	}
	if (top == Offer || top == NextRound) && no >= 3 && s < no+4 || top == No && t.score[Offer] >= 3 && no < t.score[Offer]+3 {
		return Reply, 0.3, "parts of it read like good news and parts like a no: read it yourself"
	}
	if top == No && yes >= 5 && yes+2 >= no {
		return Reply, 0.3, "parts of it read like a next step and parts like a no: read it yourself"
	}
	if s < 4 {
		return top, 0.5, quote(top)
	}
	confidence = 0.55 + 0.05*float64(min(s, 9)) - 0.04*float64(min(second, 6))
	if (top == No || top == Offer) && !t.sure[top] { // such news is not told from the company of words alone
		confidence = min(confidence, 0.5)
	}
	return top, round2(min(max(confidence, 0.35), 0.97)), quote(top)
}

func round2(f float64) float64 { return float64(int(f*100+0.5)) / 100 }

func shorten(s string, n int) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) <= n {
		return string(r)
	}
	return strings.TrimSpace(string(r[:n-1])) + "…"
}
