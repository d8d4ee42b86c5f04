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
	asked := QuestionKey(question)
	ofPay := asked == "=salary" || asked == "=current_salary" || payWord.re().MatchString(strings.ToLower(question)) && len(asked) > 0
	for _, s := range sentence.re().FindAllString(answer, -1) {
		for _, part := range clauses(s) {
			found = append(found, statedIn(asked, ofPay, part)...)
		}
	}
	// Asked for outright, an answer without a number is one too: "it depends on the whole package".
	if about, ok := map[string]string{"=salary": aboutPay, "=notice": aboutNotice, "=start_date": aboutStart}[asked]; ok && len(found) == 0 {
		if said := tidyStated(sentence.re().FindString(answer)); said != "" {
			found = append(found, afterword.Stated{About: about, Said: shortened(said)})
		}
	}
	if r, ok := reasonIn(asked, answer); ok {
		found = append(found, r)
	}
	return found
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

func statedIn(asked string, ofPay bool, part string) (found []afterword.Stated) {
	low := inDigits(part)
	said := shortened(tidyStated(part))
	add := func(about, said string) { found = append(found, afterword.Stated{About: about, Said: said}) }
	switch amounts := amountsIn(low); {
	case len(amounts) == 0, payOthers.re().MatchString(low), months.re().MatchString(low) && amounts[0].bare:
	case asked == "=current_salary":
		if !payNow.re().MatchString(low) {
			said += ", at present"
		}
		add(aboutPay, said)
	case ofPay, payOn.re().MatchString(low) && !amounts[0].bare, payWord.re().MatchString(low) && payMine.re().MatchString(low) && !amounts[0].bare:
		if !amounts[0].bare || !spans.re().MatchString(low) {
			add(aboutPay, said)
		}
	}
	switch _, ok := spanIn(low); {
	case !ok || noticeNot.re().MatchString(low):
	case noticeWord.re().MatchString(low), asked == "=notice":
		add(aboutNotice, said)
	}
	if asked == "=start_date" || startWord.re().MatchString(low) {
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

// reasonIn is why the candidate leaves: the answer to that question, or the sentence that says so.
func reasonIn(asked, answer string) (afterword.Stated, bool) {
	said := ""
	if asked == "=why_leave" {
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
	if a.About != b.About {
		return false
	}
	x, y := inDigits(a.Said), inDigits(b.Said)
	switch a.About {
	case aboutPay:
		return payDiffers(x, y)
	case aboutNotice:
		return spanDiffers(x, y)
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
	{"redundant", lazily(`\b(?:redundan\w+|laid off|lay-?offs?|let go|downsiz\w+|restructur\w+|job was cut|role was (?:cut|eliminated)|closed (?:down|the)|went bankrupt|insolven\w+|shut down)\b`)},
	{"dismissed", lazily(`\b(?:fired|dismissed|sacked|asked to leave)\b`)},
	{"contract", lazily(`\b(?:contract (?:\w+ )?(?:end|ended|ends|ran|runs|was|expire\w*)|fixed[- ]term|temporary|end of (?:my|the) contract|internship (?:end|ended|ends))\b`)},
	{"growth", lazily(`\b(?:grow\w*|progress\w*|promot\w+|learn\w*|develop(?:ment)?|new challenge|next step|challenge|responsibilit\w+|stuck|plateau\w*|nowhere to go|bored|senior)\b`)},
	{"pay", lazily(`\b(?:pay|paid|salary|money|underpaid|compensation|earn\w*|raise)\b`)},
	{"manager", lazily(`\b(?:manager|boss|supervisor|leadership changed|conflict|disagree\w*)\b`)},
	{"culture", lazily(`\b(?:culture|toxic|values|atmosphere|politics)\b`)},
	{"load", lazily(`\b(?:hours|overtime|workload|burn(?:t|ed)? ?out|stress\w*|balance)\b`)},
	{"place", lazily(`\b(?:commut\w*|relocat\w*|moved? (?:house|home|to|city|back)|closer to|nearer|distance|remote|office moved|family|partner)\b`)},
	{"field", lazily(`\b(?:change (?:of )?(?:career|field|sector|industry|direction)|different (?:field|sector|industry|direction)|switch (?:career|sector|industry)|move into|closer to (?:users|customers|product|code))\b`)},
}

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

// reasonDiffers says that two answers give reasons of which none is in both.
func reasonDiffers(x, y string) bool {
	a, b := reasonsIn(x), reasonsIn(y)
	for r := range a {
		if b[r] {
			return false
		}
	}
	return len(a) > 0 && len(b) > 0
}
