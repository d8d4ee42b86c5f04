package reading

import (
	"strings"

	"afterword"
)

// What a candidate may be asked again, as Stated.About names it.
const (
	aboutPay    = "pay"
	aboutNotice = "notice"
	aboutStart  = "start"
	aboutReason = "reason"
)

// longestStated is how much of an answer is kept as a reason, in bytes.
const longestStated = 240

var (
	payWord    = lazily(`\b(?:salary|salaries|pay|paid|earn\w*|package|base|compensation|remuneration|wages?|day rate|hourly rate|per annum|p\.?a\.?)\b`)
	payMine    = lazily(`\b(?:i|my|me|i'm|i'd|mine|currently|looking|expect\w*|hop\w+)\b`)
	payOn      = lazily(`\b(?:i'm|i am|i was|currently) (?:currently |now |already )?(?:on|at|making|earning)\b|\bi(?:'d| would|'m| am) (?:also )?(?:want|need|like|expect|hop|look|ask)\w* (?:(?:for|at|to|earn|get|make|see|somewhere|something|around|about|like|between|least|upwards|north|of|in|the|a|region|salary|base|roughly) ){0,6}(?:£|€|\$)?\d`)
	payOthers  = lazily(`\b(?:budgets?|revenue|turnover|saved|saving|sales|sold|raised|funding|invoices?|deal|costs?|payroll|i pay|pays? back|paid off|worth)\b`)
	noticeWord = lazily(`\bnotice\b`)
	noticeNot  = lazily(`\b(?:notice (?:that|how|when)|noticed|short notice|take notice|moment's notice)\b`)
	startWord  = lazily(`\b(?:(?:i|we) (?:can|could|would|will|'?d|'?ll|am able to|would be able to|might)(?: be able to)? ?(?:start|begin|join)\w*|(?:i'd|i'll) (?:start|begin|join|be able to start)|start(?:ing)? date|available (?:from|to start|on|as of|in)|free (?:from|to start)|able to start|could start|can start|earliest start|start (?:from|on|in|by|any|right|straight|immediately))`)
	leaveWord  = lazily(`\b(?:i(?:'m| am) leaving|i(?:'m| am) (?:only )?looking (?:to move|for a (?:new|change))|i (?:want|wanted|decided|chose|had) to (?:leave|move on|quit)|i left|i quit|i resigned|reason (?:for leaving|i left|to leave)|i was (?:made redundant|laid off|let go|fired|dismissed)|made redundant|my (?:role|job|position|post) (?:was|is being) (?:cut|eliminated|made redundant)|(?:my|the) contract (?:ended|is ending|ends|ran out|runs out|was not renewed))`)
	sentence   = lazily(`[^.!?\n]+(?:[.](?:\d|[a-z]\.)[^.!?\n]*)*`)
	clause     = lazily(`(?i)(?:;| but |,? and (?:i|i'd|i'm|my|would|could|want|can|expect|hope|have)\b|, (?:though|then|now|i|i'd|i'm|my|so)\b)`)
)

// StatedIn finds pay, notice, start date and reasons in an answer: what must be the same the next
// time. The question helps to understand a bare "38k".
func StatedIn(question, answer string) []afterword.Stated {
	found := []afterword.Stated{}
	asked, outright := askedAbout(question)
	for _, s := range sentence.re().FindAllString(answer, -1) {
		for _, part := range clauses(s) {
			found = append(found, statedIn(question, asked, part)...)
		}
	}
	// Asked for outright, an answer without a number is one too: "it depends on the whole package".
	if outright && len(found) == 0 && asked != aboutReason {
		if said := tidyStated(sentence.re().FindString(answer)); said != "" {
			found = append(found, afterword.Stated{About: asked, Said: shortened(said)})
		}
	}
	if r, ok := reasonIn(asked, answer); ok {
		found = append(found, r)
	}
	return found
}

// aboutPayNow is what is earned at present, which does not speak of what is hoped for.
const aboutPayNow = "pay now"

// askedFor are turns of phrase with which something is asked for that may be asked again, besides those
// that QuestionKey knows. The first that fits counts.
var askedFor = []struct {
	about string
	re    later
}{
	{aboutPayNow, lazily(`\b(?:(?:what|how much) (?:do|are|did|were) you (?:currently |now |presently )?(?:earn\w*|mak(?:e|ing)|tak(?:e|ing) home|paid|on)\b(?:\W*$|.*\b(?:now|currently|moment|present|today)\b)|(?:current|present) (?:\w+ )?(?:salary|pay|package|ctc|compensation|rate|wage)|(?:salary|pay|earn\w*|paid) (?:right )?(?:now|currently|at the moment|at present)(?:\b|$))`)},
	{aboutPay, lazily(`\b(?:salary|salaries|compensation|remuneration|wages?|ctc|day rate|(?:your|daily|hourly|expected) rate|pay expectation\w*|expect\w* (?:to be )?pa(?:y|id)|want to be paid|what pay|(?:your|what) (?:base|package)|base and bonus|bonus and base|figure (?:did|do|would) you|how much (?:money )?(?:do|would|are|did) you (?:\w+ )?(?:want|earn|ask\w*|make|need|charge|look\w*|expect\w*|hop\w*)|(?:hop\w*|like|want|expect\w*|looking) to earn|what (?:do|would) you (?:charge|accept)\W*$|what would it take|lowest you(?:'d| would)|terms of (?:pay|money))(?:\b|$)|^\W*(?:and |about )?(?:the |your )?(?:money|pay|rate|package)(?: per \w+| please)?\W*$|what about money`)},
	{aboutNotice, lazily(`\b(?:notice period|your notice|give notice|notice (?:do|would|must|have) you|(?:how much|what|any|long is your) notice|notice in your|notice .{0,20}to serve|tied to a notice|(?:be )?released?|how (?:soon|quickly|fast|long) .{0,30}\b(?:leave|get out|get away))(?:\b|$)|^\W*notice\W*$`)},
	{aboutReason, lazily(`\b(?:why (?:did|do|are|would|have|were) you (?:\w+ (?:to )?)?(?:leave|leaving|left|quit|mov(?:e|ing) on|looking|resign\w*)\b(?: (?:your|the|this|that|a|for|to|us|there|after|now|so|with|around|elsewhere)\b|\W*$|.*\b(?:job|role|company|employer|position|team|firm)\b)|how come you (?:left|are leaving)|reasons? for leaving|what (?:made|is making|makes) you (?:want to )?(?:leave|look|quit|move on)|you left .*\bwhy|decision to leave|why (?:leave|so short)|why did (?:your|the) (?:last )?(?:job|role|contract) end|what happened at your last)(?:\b|$)`)},
	{aboutStart, lazily(`\b(?:(?:when|how soon|how quickly|earliest|ideal|possible|soonest) .*\b(?:start|begin|join|available|free)\b(?: (?:with|here|us|the team|the job|the role|work|working|from|to (?:start|join|begin)|if|in|on)\b|\W*$)|start(?:ing)? (?:date|when)|availability (?:to start|from)|(?:can|could|would|able to) (?:you )?(?:be able to )?(?:start|join) (?:us|in|on|by|next|before|straight|immediately|right|tomorrow|with us)|possible start|earliest date)(?:\b|$)|^\W*(?:start|availability)\W*$`)},
}

// askedAbout is which of the things that a candidate may be asked again a question asks for; outright
// when it is one that every interview has.
func askedAbout(question string) (about string, outright bool) {
	low := inDigits(question)
	if askedFor[0].re.re().MatchString(low) {
		return aboutPayNow, false
	}
	switch QuestionKey(question) {
	case "=current_salary":
		return aboutPayNow, false
	case "=salary":
		return aboutPay, true
	case "=notice":
		return aboutNotice, true
	case "=start_date":
		return aboutStart, true
	case "=why_leave":
		return aboutReason, true
	}
	for _, a := range askedFor[1:] {
		if a.re.re().MatchString(low) {
			return a.about, false
		}
	}
	return "", false
}

// clauses are the parts of a sentence that say one thing each.
func clauses(s string) (parts []string) {
	from := 0
	for _, at := range clause.re().FindAllStringIndex(s, -1) {
		if at[0] > from {
			parts = append(parts, s[from:at[0]])
			from = at[0]
		}
	}
	return append(parts, s[from:])
}

func statedIn(question, asked, part string) (found []afterword.Stated) {
	low := inDigits(part)
	said := shortened(tidyStated(part))
	add := func(about, said string) { found = append(found, afterword.Stated{About: about, Said: said}) }
	switch amounts := amountsIn(low); {
	case len(amounts) == 0, payOthers.re().MatchString(low), months.re().MatchString(low) && amounts[0].bare:
	case asked == aboutPayNow:
		if !payNow.re().MatchString(low) {
			said += ", at present"
		}
		add(aboutPay, perAsked(question, low, said))
	case asked == aboutPay, payOn.re().MatchString(low) && !amounts[0].bare, payWord.re().MatchString(low) && payMine.re().MatchString(low) && !amounts[0].bare:
		if !amounts[0].bare || !spans.re().MatchString(low) {
			add(aboutPay, perAsked(question, low, said))
		}
	}
	switch _, ok := spanIn(low); {
	case !ok || noticeNot.re().MatchString(low):
	case noticeWord.re().MatchString(low), asked == aboutNotice:
		add(aboutNotice, said)
	}
	if asked == aboutStart || startWord.re().MatchString(low) {
		if _, ok := dayIn(low); ok {
			add(aboutStart, said)
		} else if noticeWord.re().MatchString(low) {
			return found
		} else if _, ok := spanIn(low); ok {
			add(aboutStart, said)
		}
	}
	return found
}

// perAsked puts the hour, day or month of the question to an answer that leaves it out: a bare number
// means a year else.
func perAsked(question, low, said string) string {
	asked := inDigits(question)
	for _, p := range []struct {
		re   later
		says string
	}{{perHr, "an hour"}, {perDay, "a day"}, {perMon, "a month"}} {
		if p.re.re().MatchString(low) {
			return said
		}
		if p.re.re().MatchString(asked) {
			return said + ", " + p.says
		}
	}
	return said
}

// reasonIn is why the candidate leaves: the answer to that question, or the sentence that says so.
func reasonIn(asked, answer string) (afterword.Stated, bool) {
	said := ""
	if asked == aboutReason {
		said = answer
	} else {
		for _, s := range sentence.re().FindAllString(answer, -1) {
			if low := inDigits(s); leaveWord.re().MatchString(low) && len(reasonsIn(low)) > 0 {
				said = s
				break
			}
		}
	}
	said = shortened(tidyStated(said))
	return afterword.Stated{About: aboutReason, Said: said}, said != ""
}

// shortened ends a long text at a word.
func shortened(said string) string {
	if len(said) <= longestStated {
		return said
	}
	cut := strings.LastIndexByte(said[:longestStated], ' ')
	return strings.ToValidUTF8(said[:max(cut, longestStated/2)], "") + " …"
}

var leadIn = lazily(`(?i)^(?:and|but|so|though|then|now|well)\b[\s,]*`)

func tidyStated(s string) string {
	s = strings.Trim(strings.Join(strings.Fields(s), " "), " ,;:-–—")
	return leadIn.re().ReplaceAllString(s, "")
}

// Contradicts says that two statements about one thing do not go together: by what they mean, not by
// how they are worded. Where one of them leaves room, or cannot be read, they do.
func Contradicts(a, b afterword.Stated) bool {
	x, y := inDigits(a.Said), inDigits(b.Said)
	switch {
	case a.About == aboutNotice && b.About == aboutStart:
		return startsInNotice(x, y)
	case a.About == aboutStart && b.About == aboutNotice:
		return startsInNotice(y, x)
	case a.About != b.About:
		return false
	}
	switch a.About {
	case aboutPay:
		return payDiffers(x, y)
	case aboutNotice:
		return noticeDiffers(x, y)
	case aboutStart:
		return startDiffers(x, y)
	case aboutReason:
		return reasonDiffers(x, y)
	}
	return false
}

// reasons are the kinds of reasons to leave.
var reasons = []struct {
	name string
	re   later
}{
	{"redundant", lazily(`\b(?:redundan\w+|laid off|lay-?offs?|(?:let|letting) (?:me|us|them|people|half|everyone) go|let go|downsiz\w+|restructur\w+|job was cut|role was (?:cut|eliminated)|clos(?:ed|es|ing) (?:down|the|our|at|in|their)|shutting|went bankrupt|insolven\w+|shut down)\b`)},
	{"dismissed", lazily(`\b(?:fired|dismissed|sacked|asked to leave|probation|not (?:kept|confirmed)|n't (?:kept|confirmed))\b`)},
	{"contract", lazily(`\b(?:contract (?:\w+ )?(?:end|ended|ends|ran|runs|was|expire\w*|not)|not (?:extended|renewed|prolonged)|n't (?:extended|renewed|prolonged)|fixed[- ]term|temporary|end of (?:my|the) contract|internship (?:end|ended|ends))\b`)},
	{"growth", lazily(`\b(?:grow\w*|progress\w*|promot\w+|learn\w*|develop(?:ment)?|new challenge|next step|challenge|responsibilit\w+|stuck|plateau\w*|nowhere to go|bored|senior|ready for|bigger|more scope|lead a)\b`)},
	{"pay", lazily(`\b(?:pay|paid|salary|money|underpaid|compensation|earn\w*|raise)\b`)},
	{"manager", lazily(`\b(?:manager|boss|supervisor|leadership changed|conflict|disagree\w*|get on with|got on with|get along|team lead)\b`)},
	{"culture", lazily(`\b(?:culture|toxic|values|atmosphere|politics)\b`)},
	{"load", lazily(`\b(?:hours|overtime|shifts?|rota|nights?|weekends?|workload|burn(?:t|ed)? ?out|stress\w*|balance)\b`)},
	{"place", lazily(`\b(?:commut\w*|relocat\w*|moved? (?:house|home|to|city|back)|closer to|nearer|distance|remote|office moved|(?:moving|moved|moves) (?:to|away|out)|family|partner|home)\b`)},
	{"field", lazily(`\b(?:change (?:of )?(?:career|field|sector|industry|direction)|different (?:field|sector|industry|direction)|switch (?:career|sector|industry)|move into|back to|hands[- ]on|closer to (?:users|customers|product|code))\b`)},
}

// ownWish is that the candidate ended it, which may differ whatever else was the reason.
var ownWish = lazily(`\b(?:resign\w*|quit|gave notice|handed in my notice|my (?:own )?(?:decision|choice|idea)|i (?:chose|decided) to)\b`)

var notReason = lazily(`\b(?:not|n't|never|nothing to do with|rather than|isn't|wasn't|no)\b[^,;.]{0,40}$`)

// reasonsIn are the kinds of reasons that a text gives; one that it denies is none.
func reasonsIn(low string) map[string]bool {
	found := map[string]bool{}
	for _, r := range reasons {
		for _, at := range r.re.re().FindAllStringIndex(low, -1) {
			if !notReason.re().MatchString(low[max(0, at[0]-60):at[0]]) || r.name == "growth" && strings.Contains(low[max(0, at[0]-24):at[0]], "no ") {
				found[r.name] = true
			}
		}
	}
	return found
}

// reasonDiffers says that two answers give reasons of which none is in both, or that one went of one's
// own wish in one of them alone.
func reasonDiffers(x, y string) bool {
	a, b := reasonsIn(x), reasonsIn(y)
	theirs := func(r map[string]bool) bool { return r["redundant"] || r["dismissed"] || r["contract"] }
	ownA, ownB := ownWish.re().MatchString(x), ownWish.re().MatchString(y)
	if ownA && !ownB && !theirs(a) && theirs(b) || ownB && !ownA && !theirs(b) && theirs(a) {
		return true
	}
	for r := range a {
		if b[r] {
			return false
		}
	}
	return len(a) > 0 && len(b) > 0
}
