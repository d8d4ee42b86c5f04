package reading

import (
	"fmt"
	"strings"

	"afterword"
)

// What makes an event an interview, and what makes one that says "interview" something else.
var (
	reInterviewWord = pattern(`(?i)\b\pL*interview(?:s|ing|ed)?\b|\b(?:vorstellungsgespräch|bewerbungsgespräch|kennenlerngespräch|zweitgespräch|erstgespräch|jobinterview|entretien (?:d['’]embauche|de recrutement|individuel|technique|rh|avec)|entretien\b|entrevista\b|colloquio (?:di lavoro|conoscitivo|tecnico)|colloquio\b|sollicitatiegesprek|kennismakingsgesprek|anställningsintervju|jobbintervju|ansættelsessamtale|jobsamtale|työhaastattelu|rozmowa (?:kwalifikacyjna|rekrutacyjna)|pohovor|собеседование|entrevista de emprego|mülakat)\b|面接|面试|面試|면접`)
	reScreen        = pattern(`(?i)\b(?:(?:phone|telephone|recruiter|recruitment|hr|initial|first|technical|tech|video|talent|candidate)[ -]?(?:screen(?:ing)?|intro(?:duction)?(?: call)?)|screening (?:call|chat|interview)|recruiter (?:call|chat|screen|conversation)|hiring[ -]manager (?:call|chat|screen|conversation|meeting|round)|assessment (?:centre|center|day)|(?:final|second|third|panel|on-?site|technical|culture|behaviou?ral|system design|coding|2nd|3rd) (?:round|stage)|on-?site (?:visit|loop)|super ?day|(?:virtual )?on-?site\b|case study presentation|trial (?:day|shift|lesson)|probearbeiten|probetag|exploratory (?:call|chat)|informal chat (?:about|re)|(?:pre-?screen(?:ing)?|face to face|f2f|walk-?in|virtual|video|phone|technical|technical|panel|managerial|client|hr|aptitude|practical|oral|skills|case|viva)[ -](?:round|board|assessment|test|interview|panel)|(?:round|stage|runde|ronda|ronde|tour) (?:[1-5]|one|two|three|four)\b|pre-?screen(?:ing)?\b|case interview|demo lesson|meet the team|informal (?:chat|coffee|talk|meeting|conversation)|chemistry (?:meeting|call|session)|pair(?:ing| programming) (?:session|exercise) )`)
	reJobWords      = pattern(`(?i)\b(?:your application|your candidacy|candidate|(?:for|about|discuss|regarding) (?:the|our|a|an) (?:\S+ ){1,5}(?:role|position|vacancy)|(?:role|position|job) (?:of|as|at|with)|your (?:cv|résumé|resume)|application for|hiring (?:manager|team|process)|recruit(?:er|ment|ing)|talent (?:acquisition|team|partner)|interviewers?|bewerbung|candidature|candidatura|sollicitatie|solicitud de empleo)\b`)
	// reOpening is what speaks of a place to be filled, or of the choosing.
	reOpening = pattern(`(?i)\b(?:vacanc(?:y|ies)|hiring|work(?:ing)? (?:with|for) us|join (?:us|the team|our team)|talk about the (?:work|job|hours|shifts|role)|about yourself|your (?:experience|background|cv|portfolio|certificates|knives|tools|work history|references)|show us what|have a go|try-?out|audition|questions for us|meet you about|kennenlernen|vorstellen|bewerb\w+|recrutement|embauche|candidat\w+|conocernos|conoscerci|kennismaking\w*|sollicit\w+|opening|(?:for|about|discuss|regarding|the|this|our|as|of|saturday|weekend) (?:\S+ ){0,4}(?:role|position|post|job)\b|(?:role|position|post|job|vacancy|grade|ref)\s?[:#(]|\S+ post\b|job\?|postdoc|lectureship|fellowship|apprentice(?:ship)?|trainee(?:ship)?|internship|werkstudent\S*|praktikum|stelle|ausbildung|\d\. runde|werdegang|probearbeit\S*|poste\b|stage \d+ of|role: |casting|call ?back|finalists?|vous revoir|stage chez|alternance|puesto|vacante|functie|vacature|stageplek|posizione|tirocinio|vaga|shortlist\w*|longlist\w*|selection (?:panel|day|process|board|committee|centre)|your selection|search committee|appointments? (?:committee|panel|board)|applicants?|candidates? (?:is|are|will|must|should|to)|successful candidate|closing date|job advert|as advertised|before we (?:choose|decide|offer|appoint)|one other are left|last two|final (?:two|three)|see (?:whether|if|how) (?:we|you|you'd|we'd) (?:suit|fit|get on|like)|suit (?:one another|each other)|hirevue|codility|hackerrank|coderpad|testgorilla|spark hire|willo|sonru|trial (?:shift|day|lesson|morning|afternoon|session)|work trial|working interview|board for|panel ?[:,-] \pL+|panel of|\S+ (?:technician|officer|engineer|assistant|manager|nurse|teacher|driver|clerk|analyst|developer|designer|worker|coordinator|lecturer|researcher|supervisor|apprentice|carer|chef|cook|porter|fitter|welder|electrician|plumber|librarian|registrar|curator) (?:board|panel|interview|visit|chat|meeting|presentation|trial))\b`)
	reAnother = pattern(`(?i)\b(?:interview\w* (?:\S+ ){0,4}about (?:the|her|his|their|my|our|how|life|being|what)|broadcast|gazette|newspaper|embargo|press officer|(?:sunday|weekend|evening) edition|scholarship|journalist|magazine|reporter|photographer|blog|column|press office|author|in conversation|festival|archive|oral history|memories|documentary|memoir|biograph\w+|research session|research study|customer (?:insight|research)|participants?|voucher|gift card|thanks for volunteering|usability|survey|book club|novel|chapters?|film|supplier|vendors?|bidders?|tender|procurement|pre-?qualification|asylum|home office|immigration|embassy|consulate|visa|citizenship|police|witness|solicitor|court|tribunal|disciplinary|grievance|appraisal|return[ -]to[ -]work|admissions?|open day|parents'? evening|school (?:place|project|newspaper)|homework|mortgage|loan|universal credit|job ?centre|dwp|claimant|work coach|careers? (?:fair|advis\w+|service|day|talk)|mock|role[ -]?play|dry run|rehearsal|skills session|tips|(?:we|they|i)(?:'ll|’ll| will)? interview (?:you about|[A-Z]|me|her|him|\d)|adoption|foster\w*|insurance|tenancy|landlord|flat ?share|roommate|membership|parole|clinical study|patient (?:appointment|visit|consultation|group|record)|focus group|dissertation|thesis|quiz)\b`)
	// reOtherSide is what is said to those who choose, and to those who were chosen.
	reOtherSide = pattern(`(?i)\b(?:podcast|on air|live on|cv clinic|drop-in|open day|you(?:'re|’re| are) (?:on the panel|interviewing|chairing)|you(?:'ll|’ll| will) be interviewing|candidate packs?|(?:cvs|applications) (?:are )?(?:attached|in the)|you(?:'re|’re| are) on the panel|score ?sheets?|agree (?:on )?scores?|(?:panel|interview|interviewer|after) debrief|debrief (?:after|of|for|on|:)|wash-?up|interviewers only|interviewing candidates|interview (?:candidates|applicants|them|\d+)|candidates x|panel briefing|shortlisting (?:meeting|session)|hiring committee meeting|intake meeting|new req\b|you are chair|marking grid|calibration|contract signing|signing of|accepted the (?:post|offer|job|position)|signed (?:the|your) contract|induction|onboarding|first day|new starters?|welcome (?:day|lunch)|uniform fitting|leaving (?:do|drinks)|(?:governors|panel|staff|managers|interviewers) only|bring (?:your )?scores|read your pile|forms to get through|exit)\b`)
	// reHirer is who invites to interviews.
	reHirer       = pattern(`(?i)\b(?:recruit\w*|hr|human (?:resources|capital)|talent|careers?|jobs|people (?:team|ops|operations|partner)|personal\w*|bewerbung\w*|staffing|appointments|resourcing|personnel|hiring|rh|risorse umane|recursos humanos|werving|selezione)\b`)
	reYours       = pattern(`(?i)\byour (?:\S+ )?(?:interview|application|candidacy)\b|\bihre bewerbung\b|\bvotre candidature\b`)
	reCandidate   = pattern(`(?i)\bcandidate\b`)
	reSoftMeeting = pattern(`(?i)\b(?:intro(?:duction|ductory)?|chat|conversation|call|meet(?:ing)?|discussion|gespräch|talk|catch[ -]up|coffee)\b`)
	reNotThisKind = pattern(`(?i)\b(?:entretien (?:annuel|de (?:la|votre|ma) (?:chaudière|voiture|machine|maison)|du |des |technique (?:du|de la|des)|auto|véhicule|professionnel annuel|d['’]évaluation|de sortie)|(?:citizenship|naturali[sz]ation|asylum|immigration|residency|benefits?|credit|loan|adoption|admissions?|school|college|university|scholarship|medical|claim|insurance|census|survey|parent|intake|oral history|legal|police|bail|council|housing|tenancy|mock|practice|practise|exit|stay|user|customer|client|podcast|radio|tv|press|media|research|discovery|usability|stakeholder|witness|police|visa|appraisal|exam)[ -]?(?:study )?interviews?|(?:training|workshop|course|webinar|class|seminar|masterclass|bootcamp|lunch and learn|refresher|e-?learning|session|guide|tips)\b.{0,24}\binterview(?:ing|er|ers|s)?\b|\b(?:ace|nail|master|crack|survive|smash) (?:your|the|any|that) (?:\S+ )?interviews?|debrief\b|interview(?:ing)? (?:skills?|training|workshop|prep(?:aration)?|practice|coaching|techniques?|tips|class|course|webinar|guide|kit|club|debrief|de-brief|wash-?up|calibration|sync|feedback session|scorecards?|panel sync|kick-?off|retro|panel training|bias)|(?:prep(?:aration)?|prepare|practice|coaching|debrief|de-brief|calibration|training|workshop|webinar)\b.{0,20}\b(?:for|on|of)?.{0,12}\binterviews?|how to interview|interviewer training|hiring (?:committee|sync|debrief|kick-?off|standup|review|plan\w*|needs|update|budget))\b`)
	reOther       = pattern(`(?i)\b(?:webinar|birthday|geburtstag|anniversaire|cumpleaños|anniversary|stand-?up|scrum|sprint|retro(?:spective)?|all[ -]hands|town ?hall|team (?:meeting|sync|lunch|event|building|call|weekly|offsite|outing)|weekly (?:sync|meeting|team)|1:1|one[ -]on[ -]one|1-1|1on1|planning|backlog|grooming|demo day|office hours|holiday|vacation|urlaub|dentist|doctor|zahnarzt|appointment with dr|gym|yoga|dinner|lunch|party|wedding|concert|flight|hotel|reservation|check-?in|training course|workshop|conference|meetup|meet-?up|summit|lecture|class|seminar|course|focus time|reminder|deadline|payday|out of office|ooo|parents|school|football|training)\b`)
	reSubject     = pattern(`(?i)planning|lecture|seminar|conference|school|course|class|lunch|dinner|training|football`) // may be what the job is about
	reTitlePrefix = pattern(`(?i)^\s*(?:\[[^\]]{1,20}\]\s*|(?:re|fw|fwd|aw|wg|tr|invitation|updated invitation|update|updated|new time|rescheduled|reschedule|einladung|aktualisierte einladung|cancel(?:l?ed)?(?: event)?(?: invitation)?|abgesagt|canceled event|accepted|declined|tentative|tentatively accepted|proposed new time|new time proposed|confirmed|confirmation|reminder|hold|placeholder|zugesagt|akzeptiert|invito|invitación|convocatoria|uitnodiging)\s*:\s*)+`)
)

const manyPeople = 12

// Interview tells whether an invitation is an interview of the candidate, why, and how sure that is.
// With the candidate's address an entry that they sent themselves to others is seen as theirs.
func Interview(inv afterword.Invitation, me ...string) (is bool, because string, confidence float64) {
	title := bareTitle(inv.Summary)
	if title == "" {
		title = bareTitle(inv.Subject)
	}
	body := clip(inv.Description, 8<<10)
	people := len(inv.Attendees)
	if m := reNotThisKind().FindString(title); m != "" {
		return false, fmt.Sprintf("the title says “%s”, which is not an interview for a job", oneLine(m)), 0.9
	}
	word, screen := reInterviewWord().FindString(title), reScreen().FindString(title)
	switch {
	case people > manyPeople && word == "":
		return false, fmt.Sprintf("%d people are invited", people), 0.9
	case people > 2*manyPeople:
		return false, fmt.Sprintf("%d people are invited", people), 0.85
	case inv.Recurring && word == "" && screen == "":
		return false, "it repeats, as a team meeting does", 0.9
	}
	if len(me) > 0 && me[0] != "" && sameAddress(inv.Organizer.Email, me[0]) && people > 0 && hiresOthers(title, body) {
		return false, "you sent it yourself, to interview someone", 0.8
	}
	whole := title + "\n" + body
	opening, another := reOpening().FindString(whole), reAnother().FindString(whole)
	if side := reOtherSide().FindString(whole); side != "" && screen == "" {
		return false, fmt.Sprintf("it speaks of “%s”", oneLine(side)), 0.75
	}
	if another != "" && opening == "" && screen == "" && !reYours().MatchString(whole) {
		return false, fmt.Sprintf("it speaks of “%s”", oneLine(another)), 0.75
	}
	if opening == "" && word == "" && people <= 6 && reHirer().MatchString(inv.Organizer.Name+" "+strings.NewReplacer("@", " @ ", ".", " ", "_", " ").Replace(inv.Organizer.Email)) {
		opening = inv.Organizer.Name
	}
	if word != "" {
		if inv.Recurring {
			return true, fmt.Sprintf("the title says “%s”, though it repeats", word), 0.6
		}
		return true, fmt.Sprintf("the title says “%s”", word), 0.95
	}
	if other := reOther().FindString(title); other != "" && screen == "" && (reOpening().FindString(title) == "" && (opening == "" || !reSubject().MatchString(other))) {
		if !reYours().MatchString(body) && (reInterviewWord().FindString(body) == "" || !reSubject().MatchString(other)) {
			return false, fmt.Sprintf("the title says “%s”", oneLine(other)), 0.9
		}
	}
	if screen != "" && (invited(inv) || reJobWords().MatchString(body)) {
		return true, fmt.Sprintf("the title says “%s”", oneLine(screen)), 0.9
	}
	if is, because, sure := byBody(inv, title, body); is || opening == "" || !invited(inv) || inv.AllDay && people == 0 || inv.Recurring {
		return is, because, sure
	}
	return true, fmt.Sprintf("it speaks of “%s”", oneLine(opening)), 0.7
}

// invited says that someone asked someone: an entry of a published calendar has nobody in it.
func invited(inv afterword.Invitation) bool {
	return inv.Organizer.Email != "" || inv.Organizer.Name != "" || len(inv.Attendees) > 0
}

func hiresOthers(title, body string) bool {
	return reCandidate().MatchString(title + " " + body)
}

// byBody looks at the description, and at who invites, where the title says nothing.
func byBody(inv afterword.Invitation, title, body string) (is bool, because string, confidence float64) {
	word, job := reInterviewWord().FindString(body), reJobWords().FindString(title+"\n"+body)
	scheduler := reScheduler().MatchString(inv.Organizer.Email)
	switch {
	case word != "" && reNotThisKind().MatchString(body):
		return false, fmt.Sprintf("it speaks of “%s”", oneLine(reNotThisKind().FindString(body))), 0.6
	case word != "" && job != "":
		return true, fmt.Sprintf("it speaks of an interview and of “%s”", oneLine(job)), 0.85
	case scheduler && hiringSystem(inv.Organizer.Email):
		return true, "a hiring system sent it", 0.8
	case word != "" && reSoftMeeting().MatchString(title):
		return true, "it speaks of an interview", 0.65
	case job != "" && invited(inv) && reSoftMeeting().MatchString(title):
		return true, fmt.Sprintf("it speaks of “%s”", oneLine(job)), 0.6
	case word != "":
		return true, "it speaks of an interview", 0.55
	case job != "" && invited(inv) && !inv.AllDay && len(inv.Attendees) <= 6:
		return true, fmt.Sprintf("it speaks of “%s”", oneLine(job)), 0.5
	}
	return false, "nothing in it speaks of an interview, a role or an application", 0.7
}

var reHiringSystem = pattern(`(?i)@(?:.*\.)?(?:goodtime\.io|greenhouse(?:-mail)?\.io|lever\.co|ashbyhq\.com|workable(?:mail)?\.com|smartrecruiters\.com|icims\.com|jobvite\.com|teamtailor(?:-mail)?\.com|recruitee\.com|successfactors\.(?:com|eu)|taleo\.net|modernloop\.io|prelude\.co|hirevue\.com|breezy(?:-mail)?\.hr|applytojob\.com|paradox\.ai)$`)

func hiringSystem(email string) bool { return reHiringSystem().MatchString(email) }

// bareTitle is a title without "Re:", "Updated invitation:" and the time that Google adds.
func bareTitle(s string) string {
	s = oneLine(clip(s, 400))
	for range 3 {
		t := reTitlePrefix().ReplaceAllString(s, "")
		if t == s {
			break
		}
		s = t
	}
	if i := strings.Index(s, " @ "); i > 0 && reGoogleWhen().MatchString(s[i:]) {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

var reGoogleWhen = pattern(`(?i)^ @ (?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)\.?,? `)

// SameInterviewMoved says that b looks like a moved, sent under another UID: the same organizer, or
// one of the same firm, and almost the same title.
func SameInterviewMoved(a, b afterword.Invitation) bool {
	if a.UID != "" && a.UID == b.UID || a.Start.Equal(b.Start) && !a.Start.IsZero() {
		return false
	}
	same := sameAddress(a.Organizer.Email, b.Organizer.Email)
	if !same {
		d := domain(a.Organizer.Email)
		same = d != "" && d == domain(b.Organizer.Email) && !freeMail(a.Organizer.Email) && !machineAddress(a.Organizer.Email)
	}
	return same && alike(titleWords(a.Summary), titleWords(b.Summary)) >= 0.8
}

func titleWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(bareTitle(s)), func(r rune) bool {
		return strings.ContainsRune(" -–—|/:,.()<>&", r)
	})
}

// alike is 2 x the words in common / the words of both.
func alike(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	common := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}
