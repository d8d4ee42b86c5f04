package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword"
)

var (
	reWithAt    = pattern(`(?i)\b(?:interview|call|chat|conversation|screen(?:ing)?|meeting|intro(?:duction)?|round|stage|gespräch|vorstellungsgespräch|entretien|entrevista|colloquio|gesprek)\b[^@]{0,60}?(?:\s(?:with|at|mit|bei|avec|chez|con|en|bij|met|@)|@)\s+(.+)$`)
	reAt        = pattern(`(?i)(?:\b(?:at|bei|chez|bij)|@)\s+(.+)$`)
	reParen     = pattern(`\(([^()]{2,40})\)`)
	reSplit     = pattern(`\s+[-–—|·•/]\s+|\s*[|:]\s+|\s+(?:<>|x|×|&lt;&gt;|<->|↔)\s+|\s*/\s*`)
	reMeetWord  = pattern(`(?i)\b(?:interviews?|call|chat|screen(?:ing)?|conversation|meeting|round|stage|intro(?:duction|ductory)?|video|phone|telephone|zoom|teams|google meet|technical|final|second|first|third|panel|on-?site|virtual|online|in person|hr|hiring manager|discussion|vorstellungsgespräch|gespräch|entretien|entrevista|colloquio|gesprek|interviewer|assessment|centre|center|day|with|your|the|and|of|for|min(?:ute)?s?|\d+|part|session|exercise|invitation|invite|recruiter|candidate|case study|presentation|1st|2nd|3rd|time)\b`)
	reRoleWord  = pattern(`(?i)\b(?:analyst|engineer|developer|manager|designer|scientist|consultant|assistant|officer|director|architect|administrator|coordinator|specialist|accountant|nurse|teacher|lecturer|researcher|editor|writer|lead|intern(?:ship)?|apprentice|associate|executive|representative|technician|programmer|product owner|scrum master|devops|sre|recruiter|advisor|adviser|clerk|chef|driver|operator|planner|buyer|marketer|strategist|copywriter|producer|tester|qa|controller|bookkeeper|paralegal|solicitor|pharmacist|therapist|head of|vp|trainee|graduate|werkstudent(?:in)?|entwickler(?:in)?|ingenieur(?:in)?|sachbearbeiter(?:in)?|référent|développeur|ingénieur|frontend|backend|full[- ]?stack|data|product|sales|marketing|finance|operations|support)\b`)
	reForRole   = pattern(`(?i)\b(?:for|re|about|regarding|as|für(?: die stelle(?: als)?)?|als|pour|para)\s+(?:the |a |an |our |your application for (?:the )?)?(.{3,70}?)(?:\s+(?:role|position|post|vacancy|job|opening|stelle)\b|\s+(?:at|with|@|bei|chez)\s|\s*[|(,–—]|\s+-\s|$)`)
	reTheRole   = pattern(`(?i)\b(?:for|about|discuss|regarding) (?:the|our|a|an) (.{3,60}?) (?:role|position|post|vacancy|job|opening)\b`)
	reRoleLine  = pattern(`(?im)^\s*(?:role|position|job title|job|vacancy|stelle|poste|puesto)\s*[:：]\s*(.{3,80}?)\s*$`)
	reAgency    = pattern(`(?i)recruit|staffing|talent|headhunt|executive-?search|personnel|careers?(?:\.|$)|jobs?(?:\.|$)|resourc|placement|hays\.|randstad|adecco|manpower|roberthalf|michaelpage|pagegroup|robertwalters|hudson\.|reed\.co|kforce|allegis|teksystems|harveynash|modis|brunel|hrtech|selection`)
	reAfterName = pattern(`(?i)\s+(?:for|on|re|about|regarding|as|für|pour|via|to discuss)\s`)
	reRoleNoun  = pattern(`(?i)\s+(?:role|position|post|vacancy|job)$`)
	reInName    = pattern(`(\p{Lu}\S*) (?:of the|of|and|for|the|de|y|et|und) (\p{Lu})`) // "University of Leeds"
	reAtFirm    = pattern(`(?i)\s+(?:at|@|bei|chez|bij)\s+\S.*$`)
	reOnlyWho   = pattern(`(?i)^(?:recruiter|recruitment|hr|talent|hiring manager|manager|team lead|lead|engineer|developer|founder|director|head|executive|product|data|sales|marketing|finance|operations|support|backend|frontend)$`)
	reFirmWord  = pattern(`(?i)\b(?:bank|labs?|group|health|energy|systems|software|technolog(?:y|ies)|consulting|media|studios?|university|college|school|hospital|council|foundation|trust|capital|partners|solutions|services|airlines|insurance|retail|foods|motors|analytics|data|digital|robotics|bio\w*|pharma\w*|traders|logistics|works|industries)\b`)
	reSuffix    = pattern(`(?i)[,\s]+(?:inc|ltd|limited|llc|plc|gmbh|ag|se|bv|b\.v\.|s\.?a\.?|corp(?:oration)?|co|company|group|pty)\.?$`)
)

// Employer is who the interview is with, from the title or from the organizer's firm. sure is false
// where that leaves room: nothing is taken from agencies, private addresses and scheduling systems.
func Employer(inv afterword.Invitation) (name string, sure bool) {
	title := bareTitle(inv.Summary)
	firm := firmOf(inv)
	found, strong := fromTitle(title, inv)
	switch {
	case found != "" && firm != "" && sameFirm(found, firm):
		return found, true
	case found != "" && strong:
		return found, true
	case firm != "":
		return firm, true
	}
	return found, false
}

// fromTitle finds a firm's name in a title. strong is true where the title says "at" or "with".
func fromTitle(title string, inv afterword.Invitation) (name string, strong bool) {
	for _, re := range []*regexp.Regexp{reWithAt(), reAt()} {
		m := re.FindStringSubmatch(title)
		if m == nil {
			continue
		}
		rest := m[1]
		// "with Priya Nair at Northwind", "with Priya Nair (Northwind)"
		if in := reAt().FindStringSubmatch(rest); in != nil {
			rest = in[1]
		} else if in := reParen().FindStringSubmatch(rest); in != nil && isPerson(strings.TrimSpace(rest[:strings.Index(rest, "(")]), inv) {
			if f := firmName(in[1], inv); f != "" {
				return f, true
			}
		}
		rest = cutAtFor(rest)
		parts := reSplit().Split(rest, -1)
		if f := firmName(parts[0], inv); f != "" {
			return f, !couldBePerson(f, inv)
		}
	}
	// "Northwind - Data analyst interview", "Asha / Northwind", "Northwind: final round"
	for _, p := range reSplit().Split(title, -1) {
		if f := firmName(p, inv); f != "" && !reRoleWord().MatchString(f) {
			if !couldBePerson(f, inv) || sameFirm(f, firmOf(inv)) {
				return f, sameFirm(f, firmOf(inv)) || len(reSplit().Split(title, -1)) > 1 && reInterviewWord().MatchString(title)
			}
		}
	}
	// "Northwind interview"
	if loc := reInterviewWord().FindStringIndex(title); loc != nil && loc[0] > 0 {
		if f := firmName(title[:loc[0]], inv); f != "" && !reRoleWord().MatchString(f) && !couldBePerson(f, inv) {
			return f, sameFirm(f, firmOf(inv))
		}
	}
	return "", false
}

// cutAtFor ends a name before "for the role", "on Friday".
func cutAtFor(s string) string {
	if m := reAfterName().FindStringIndex(s); m != nil && m[0] > 0 {
		return s[:m[0]]
	}
	return s
}

// firmName tidies what may be a firm's name; empty when it is a person here, or no name.
func firmName(s string, inv afterword.Invitation) string {
	s = strings.Trim(reParen().ReplaceAllString(s, ""), " \t-–—|:,.!?'\"<>")
	if s == "" || utf8.RuneCountInString(s) > 40 || len(strings.Fields(s)) > 5 || isPerson(s, inv) {
		return ""
	}
	bare := strings.Trim(reMeetWord().ReplaceAllString(s, ""), " -,.")
	if bare == "" || len(strings.Fields(bare))*2 <= len(strings.Fields(s))-1 {
		return ""
	}
	if reInName().MatchString(s) { // "the Bank of Ireland", but not "the Head of Design"
		if reRoleWord().MatchString(s) {
			return ""
		}
		s = strings.TrimPrefix(s, "the ")
	}
	if reMeetWord().MatchString(reInName().ReplaceAllString(s, "$1 $2")) { // "Second interview" and a name mixed up: keep only clean names
		return ""
	}
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) && !strings.Contains(s, ".") && unicode.IsLower(first) {
		return ""
	}
	return reSuffixed(s)
}

func reSuffixed(s string) string { return strings.TrimSpace(reSuffix().ReplaceAllString(s, "")) }

// isPerson says that these words are the name of someone in the invitation.
func isPerson(s string, inv afterword.Invitation) bool {
	words := strings.Fields(strings.ToLower(s))
	if len(words) == 0 {
		return false
	}
	for _, p := range append([]afterword.Mailbox{inv.Organizer}, inv.Attendees...) {
		if machineAddress(p.Email) { // "Northwind Careers <noreply@northwind.example>" is nobody
			continue
		}
		local, _, _ := strings.Cut(strings.ToLower(p.Email), "@")
		name := strings.FieldsFunc(strings.ToLower(p.Name)+" "+local, func(r rune) bool {
			return !unicode.IsLetter(r) && r != '\''
		})
		hit := 0
		for _, w := range words {
			for _, n := range name {
				if strings.Trim(w, ",.") == n {
					hit++
					break
				}
			}
		}
		if hit == len(words) || hit > 0 && hit >= len(words)-1 && len(words) > 1 {
			return true
		}
	}
	return false
}

// couldBePerson says that a name looks like first name and surname: then "Interview with …" does not
// tell whether it is a firm.
func couldBePerson(s string, inv afterword.Invitation) bool {
	w := strings.Fields(s)
	if len(w) != 2 || sameFirm(s, firmOf(inv)) {
		return false
	}
	for _, x := range w {
		r, _ := utf8.DecodeRuneInString(x)
		if !unicode.IsUpper(r) || strings.ToUpper(x) == x || strings.ContainsAny(x, "&.0123456789") {
			return false
		}
	}
	return !reFirmWord().MatchString(s)
}

// firmOf is the firm by the organizer's address, or by that of the only firm among the attendees.
func firmOf(inv afterword.Invitation) string {
	if e := inv.Organizer.Email; e != "" && !machineAddress(e) {
		return firmByAddress(e)
	}
	name := ""
	for _, a := range inv.Attendees {
		if f := firmByAddress(a.Email); f != "" && !machineAddress(a.Email) {
			if name != "" && name != f {
				return ""
			}
			name = f
		}
	}
	return name
}

func firmByAddress(email string) string {
	d := domain(email)
	if d == "" || freeMail(email) || machineAddress(email) || reAgency().MatchString(d) {
		return ""
	}
	labels := strings.Split(d, ".")
	if len(labels) < 2 {
		return ""
	}
	l := labels[len(labels)-2]
	if len(labels) > 2 && len(labels[len(labels)-1]) == 2 && (l == "co" || l == "com" || l == "ac" || l == "org" || l == "gov" || l == "net" || l == "edu" || l == "nhs") {
		l = labels[len(labels)-3]
	}
	if len(l) < 2 || strings.Trim(l, "0123456789") == "" || l == "example" || l == "localhost" || l == "invalid" || l == "test" {
		return ""
	}
	words := strings.FieldsFunc(l, func(r rune) bool { return r == '-' || r == '_' })
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}

// sameFirm compares names without blanks, case and legal forms.
func sameFirm(a, b string) bool {
	plain := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, reSuffixed(s))
	}
	x, y := plain(a), plain(b)
	return x != "" && y != "" && (x == y || len(x) > 3 && strings.HasPrefix(y, x) || len(y) > 3 && strings.HasPrefix(x, y))
}

// Role is the role that the invitation states, empty when it states none.
func Role(inv afterword.Invitation) string {
	title := bareTitle(inv.Summary)
	for _, p := range reSplit().Split(title, -1) {
		p = strings.TrimSpace(p)
		if m := reForRole().FindStringSubmatch(p); m != nil && reRoleWord().MatchString(m[1]) {
			return tidyRole(m[1])
		}
		bare := strings.TrimSpace(reParen().ReplaceAllString(p, ""))
		bare = reAtFirm().ReplaceAllString(bare, "")
		cut := strings.Trim(reTrailMeet().ReplaceAllString(reLeadMeet().ReplaceAllString(bare, ""), ""), " -,:")
		if cut != bare && reOnlyWho().MatchString(cut) { // "Recruiter call" says who is met
			continue
		}
		if cut != "" && len(strings.Fields(cut)) <= 7 && reRoleWord().MatchString(cut) && !isPerson(cut, inv) && !strings.Contains(strings.ToLower(cut), " with ") && !strings.Contains(strings.ToLower(cut), "hiring manager") {
			if f := firmOf(inv); f == "" || !sameFirm(cut, f) {
				return tidyRole(cut)
			}
		}
	}
	body := clip(inv.Description, 8<<10)
	if m := reRoleLine().FindStringSubmatch(body); m != nil {
		return tidyRole(m[1])
	}
	if m := reTheRole().FindStringSubmatch(oneLine(body)); m != nil && len(strings.Fields(m[1])) <= 7 {
		return tidyRole(m[1])
	}
	return ""
}

var (
	reTrailMeet = pattern(`(?i)\s*\b(?:(?:final|first|second|third|panel|technical|phone|video|on-?site|virtual|initial|hr|1st|2nd|3rd|round|stage|\d)\s+)*(?:interview|call|chat|screen(?:ing)?|conversation|round|stage|meeting|discussion|role|position)s?\b.*$`)
	reLeadMeet  = pattern(`(?i)^\s*(?:(?:final|first|second|third|panel|technical|phone|video|on-?site|virtual|initial|hr|your|1st|2nd|3rd|round|stage)\s+)*(?:interview|call|chat|screen(?:ing)?|conversation|meeting|discussion)s?\s*(?:for|re|about|as|-|:)?\s+(?:the |a |an )?`)
)

func tidyRole(s string) string {
	s = strings.Trim(oneLine(s), " .,:;-–—'\"")
	s = reRoleNoun().ReplaceAllString(reAtFirm().ReplaceAllString(s, ""), "")
	if utf8.RuneCountInString(s) > 80 {
		return ""
	}
	return s
}
