package when

import (
	"slices"
	"strings"
	"sync"
)

// The words that decide whether a stretch of time is promised to the candidate. A clause reaches them
// in lower case with § for the stretch (§by, §until and §cap where it is a last day) and ¤ for others.

// cue is a turn of phrase and what it makes of a stretch near it.
type cue struct {
	verdict verdict
	re      Phrasing
	strong  bool            // wins over another that reaches as far
	noun    bool            // counts only where no verb tells
	news    bool            // counts only of an answer, of people or of how they choose
	about   bool            // counts only where its object is an answer, people or how they choose
	weak    bool            // gives way where the words say who tells whom
	but     map[string]bool // words that may not end it
}

// Pieces of the patterns below.
const (
	adverbs = `(?: (?:also|both|all|hopefully|probably|likely|usually|normally|generally|typically|certainly|definitely|then|now|only|just|really|personally|most|ideally|still|always|be|again|either|way|to|at|us|me|them))*`
	modal   = `(?:'ll|'d| will| would| shall| should| could| can| might| may| must| are going to| is going to| am going to|'re going to|'s going to|'m going to| expect| expects| hope| hopes| aim| aims| plan| plans| intend| intends| try| tries| want| wants| like| need to| needs to| are hoping| is hoping|'re hoping|'m hoping| are aiming|'re aiming| is aiming| are planning|'re planning| is planning| are looking|'re looking| promise| promised| endeavour| endeavor| are expecting|'re expecting| are likely| is likely| are due| is due| anticipate| anticipates| are expected| is expected| are able| are trying| ought| said| says| strive| strives| commit| commits| are committed| seek| seeks| undertake| undertakes|'s hoping|'s aiming|'s planning|'s expecting)`
	gap     = `(?: (?:[a-z]+ly|also|all|both|be|being|able|to|in a position|in a better position|try|trying|hope|hoping|aim|aiming|look|looking|going|go|begin|start|want|wanting|like|plan|planning|expected|set|likely|due|ready|meet|meeting|sit|down|and|do|our|my|their|best|every|effort|attempt|then|have|been|need|it|that|this|you|us|me|them|everyone|candidates|now|only|first|still|soon|next|just|either|way|of course|all|applicants|hr|as|again|back|up|one way or the other|one way or another|or|promise|definitely|endeavou?r|get|together|on my side|in case))*?`
	thing   = `(?:(?:a|an|the|your|our|my|some|more|any|final|first|this|their|his|her|firm|definite|formal|written|full|further|clear|better|of|on|about|next) )*(?:decision|decisions|answer|answers|response|responses|reply|feedback|outcome|result|results|news|update|updates|offer|offers|choice|selection|recommendation|shortlist|verdict|idea|picture|call|ring|line|note|phone call|email|e - mail|mail|letter|message|text|word|confirmation|communication|correspondence|notification|information|info|details|invitation|steps|step|conclusion|judgement|view|agreement|appointment|made|decided|finished|completed|contacted|informed|picked|chosen|selected|spoken|reviewed|heard|more|one|sms|whatsapp|name|winner|something|it|this|that|yes|yes or no|no)`
	tell    = `(?:touch base|make contact|be in the know|ping|buzz|connect|reconnect|make up|give you a|get back|getting back|come back|coming back|circle back|report back|revert|reverting|write back|call back|ring back|reach out|reaching out|follow up|following up|contact|contacting|call|calling|phone|telephone|ring|email|emailing|e - mail|mail|text|message|write|notify|inform|advise|update|tell|reply|respond|answer|confirm|announce|communicate|share|send you|send me|send out|send it|send everyone|send candidates|send ` + thing + `|send over|give you|give me|give candidates|give everyone|give ` + thing + `|provide ` + thing + `|provide you|(?:issue|release|publish) ` + thing + `|let you|let me|let everyone|let all|let candidates|let people|decide|deciding|make ` + thing + `|making ` + thing + `|reach ` + thing + `|reaching ` + thing + `|come to ` + thing + `|have (?:everything|things|it all|all of (?:it|this)|all this)|have ` + thing + `|having ` + thing + `|finali[sz]e|conclude|complete|finish|wrap up|wrap things up|wrap it up|wrap this up|review|consider|assess|evaluate|shortlist|select|choose|pick|invite|schedule|arrange|set up|organi[sz]e|move forward|move ahead|proceed|know|be done|be finished|be ready|be through|feed back|turn (?:it|this) around|drop you|keep you|in touch|hear|be in contact|in contact|offer|close (?:the|this|out)|sign off|discuss|look at|appoint|hire (?:someone|somebody|for)|have (?:someone|somebody|a candidate) (?:[a-z]+ed|chosen|picked)|shoot you|be back with you|fill (?:the|this) (?:post|position|role|vacancy|job)|turn things around|turn (?:it|this) round)`
)

func tells(p string) cue { return cue{verdict: promised, re: NewPhrasing(p)} }
func owes(p string) cue  { return cue{verdict: other, re: NewPhrasing(p)} }

func names(p string) cue { return cue{verdict: promised, re: NewPhrasing(p), noun: true} }

func (c cue) unless(words string) cue {
	c.but = setOf(words)
	return c
}

func (c cue) first() cue {
	c.strong = true
	return c
}

// ofNews is for words that tell only of an answer, of people or of how they choose: "the rota is
// published" tells nothing.
func (c cue) ofNews() cue {
	c.news = true
	return c
}

// object is for words that tell only of what they are about: "we decide on the menu" tells nothing.
func (c cue) object() cue {
	c.about = true
	return c
}

func (c cue) unsure() cue {
	c.weak = true
	return c
}

// cues are tried all; the nearest to the stretch decides. They are compiled at the first text that
// needs them, so that a start of the program does not pay for them.
var cues = sync.OnceValue(func() []cue { return slices.Concat(duties(), reports(), promises()) })

// reports: what a day is for, what was said of it, and what comes before the candidate hears.
func reports() []cue {
	return []cue{
		tells(` §\w* (?:, )?(?:(?:which|that) )?(?:is|'s|was) (?:when|what|all|the (?:day|date|time)|how long)(?: \S+){0,7} (?:tells?|told|calls?|rings?|phones?|writes?|mails?|emails?|texts?|says?|said|know|hear|decides?|announces?|notif(?:y|ies)|informs?|answers?|replies|reply|letters?|results?|news|verdict|outcome|respond|responds|get back) `).first(),
		tells(` §\w* (?:, )?(?:said|says|reckons|reckoned|according to|promised|guessed) (?:the|my|our|she|he|they|hr|mr|mrs|ms|dr) `).first(),
		tells(` promised (?:me|us) (?:(?:an?|the|some|his|her|their|my) )?(?:\S+ )?(?:word|news|answer|reply|call|decision|result|outcome|letter|response|feedback|email|text|update) `).first(),
		tells(` (?:until|till|til|before) (?:you|i|anyone|anybody|candidates|applicants)(?:'ll| will| can| would)? (?:hear|know|get (?:an?|the|our|your|my) |are told|have an|find out) | (?:until|till|til) (?:we|they|he|she|i|the \S+|hr)(?:'ll| will| can| could)? (?:tell|tells|let|lets|reply|replies|answer|answers|respond|responds|revert|call|calls|ring|rings|confirm|get back|know) `).first(),
		tells(` (?:we|i|they|he|she)(?:'ll| will| can| could| should)(?: be able to)?(?: then| just| probably)? say(?: yes| no| which| so| either way)*(?: or no)? `).object(),
		tells(` (?:nobody|no one|none|no candidate|no applicant)(?: \S+){0,6} §cap`).first(),
		tells(` by then(?: \S+){0,3} (?:heard|know|told|decided|answer|reply|decision|news) `).first(),
	}
}

// promises: the candidate hears, or they decide.
func promises() []cue {
	return []cue{
		tells(` (?:able to|in a position to) (?:tell|update|inform|advise|give) you(?: \S+){0,8} `),
		tells(` (?:leave|give|hang|sit|hold|stay|stand|bear|wait)(?: (?:it|this|that|things|with|me|us|on|tight|in|there|fire|put|by|patient))* §until`),
		tells(` (?:we|they) (?:pick|choose|select|appoint|vote) §| (?:day|date|week|when|time) (?:we|they|he|she) (?:pick|choose|select|appoint|vote|decide|meet to) `),
		tells(` (?:make|makes|making) (?:our|my|their|his|her|the|a) (?:final )?(?:choice|decision|selection|pick|mind) `),
		tells(` §\w* (?:is|'s|would be) (?:the |about |our |their |my )?(?:\S+ )?(?:usual|normal|typical|standard|norm|average|right|realistic|likely|my guess) `),
		tells(` (?:look|looking|watch|listen|wait) (?:out )?for (?:an? |the |our |my |his |her |their |your )?(?:letter|e?mail|text|call|message|news|answer|envelope|ring) `),
		tells(` (?:quiet|silence|silent|worry|panic|fret|despair|nothing)(?: \S+){0,4} §until`).first(),
		tells(` (?:has|have|had|need|needs) to wait | (?:assurance|promise|guarantee)(?: \S+){0,3} (?:reply|answer|decision|response|news) `).first(),
		tells(` (?:earliest|latest|soonest|most|best) (?:\S+ ){0,5}(?:is|'s) §`),
		tells(` (?:figure|reckon on|going to say|let's say) § | (?:posts?|mails?|sends?) (?:out )?(?:the|our) (?:letters?|results?|emails?|answers?) `),
		tells(` (?:come|get) back with (?:the|an?|my|our) `).first(),
		tells(` fill(?:ing)? (?:you|me) (?:in )?|(?: you'll be| you will be)? put(?:ting)?(?: you| me)? (?:out of (?:your |my )?(?:misery|suspense)|in the (?:picture|know|loop)) |(?: you can)? count on (?:\S+ ){0,2}(?:email|letter|mail|text|message|answer|reply|decision|news|call|response) `),
		tells(` (?:which|that) (?:you|you'll|you'd|you should)(?: will| should| can)? (?:have|get|receive|see|expect) `).first(),
		tells(` let (?:you|me|everyone) know (?:how|what|whether|if|when|where|who|which)(?: \S+){1,6} §`).first(),
		tells(` (?:hear|hearing|heard)(?: back| something| anything| more| either way| again| from (?:us|me|them|him|her|hr|someone|our \S+|the \S+))* `),
		tells(` (?:if|should) you (?:haven't|have not|don't|do not|did not|didn't|have yet to|not)(?: yet)? (?:hear|heard|receive|received|get|had|have)(?: \S+){0,5} `).first(),
		tells(` (?:if|unless) (?:we|i|they|hr|nobody|no one)(?: have| has|'ve|'s)?(?: not| n't|n't)?(?: not|n't)?(?: [a-z]+n't)?(?: yet)? (?:contact|contacted|been in touch|been in contact|got back|gotten back|get back|got in touch|get in touch|called|phoned|telephoned|texted|mailed|rung|written|emailed|responded|replied|come back)(?: (?:to|with))?(?: you)? `).first(),
		tells(` (?:not|never|[a-z]+n't)(?: (?:be|take|need|exceed|any|much))* §cap`).first(),
		tells(` (?:in touch|back to (?:you|me|all|everyone|candidates|applicants|each|them|people|us both))(?: again| both)? `),
		tells(` let(?:ting)? (?:you|me|everyone|everybody|all|candidates|applicants|people|them|each)(?: \S+){0,3} know `),
		tells(` keep(?:ing)? (?:you|me|candidates) (?:posted|updated|informed) `),
		tells(` (?:you|you'll|you'd|i|i'll|i'd|candidates|applicants|everyone|expect)(?: will| should| can| would| could| may| might| to)?` + adverbs +
			` (?:expect|expecting|receive|receiving|get|getting|find out|learn|see)(?: \S+){0,4}? ` + thing + ` `),
		tells(` (?:you|you'll|you'd|i|i'll|candidates|applicants|everyone)(?: will| should| can| would)?` + adverbs + ` have ` + thing + ` `),
		tells(` (?:expect|await)(?: \S+){0,4}? ` + thing + ` `),
		tells(` (?:receive|get)(?: \S+){0,3}? (?:contract|paperwork|documents|agreement|link|times|dates|slots|schedule|terms|package|task|brief|instructions) `),
		tells(` (?:she|he|they|hr|recruiter) (?:thought|said|reckoned|mentioned|guessed|promised|told me|told us)(?: so)? (?:[.,;)]|$)`),
		tells(` (?:best|worst) case §`),
		tells(` (?:i'm|we're|they're|he's|she's|am|are|is|be|been|hr's)` + adverbs + ` (?:calling|phoning|ringing|writing|emailing|contacting|letting|informing|notifying|telling|updating|getting back|sending|sharing|announcing|deciding|choosing|picking) `).unless("them him her it"),
		tells(` forward to (?:sharing|updating|getting back|letting|telling|giving|informing|our (?:decision|answer)|a (?:call|decision)|announcing)(?: you| it| our| the| with)* `).first(),
		tells(` (?:you're|you are|there'll be|there will be|there should be|there'll|i'm|i am)(?: going to| likely to| due to)?(?: (?:get|receive|be|hear|have|getting))? ` + thing + ` `),
		tells(` (?:letters|emails|e - mails|mails|offers|decisions|calls|invitations|rejections|responses|replies|results)(?: \S+)? (?:go|going|sent|posted|mailed|made) `),
		tells(` look(?:s|ing) like §`),
		tells(` §\w*(?: ,)? (?:i|we|i'd|we'd|i would|we would) (?:believe|think|guess|reckon|imagine|suppose|hope|understand|say|promise|swear|bet) `),
		tells(` (?:hopeful|confident|optimistic) (?:of|that|about|we) `),
		tells(`^(?: (?:and|but|so|,|then|or|-|:|\)))* (?:will|would|should|shall|hope to|aim to|expect to|plan to|going to)` + gap + ` ` + tell + ` `),
		tells(` (?:we|they|he|she|hr|i|it)(?: (?:usually|normally|typically|generally|always|tend to|try to|often))+ ` + tell + ` `).object(),
		tells(` (?:results?|outcome|decision|feedback|answer|news|shortlist|list)(?: \S+){0,2}? (?:available|ready|out) `),
		tells(` (?:i'd|i would|let's|i'll|we'd|i) (?:say|guess|think) §`),
		tells(` patience `),
		tells(` (?:decision|announcement|outcome|results?|answer|feedback)(?: \S+){0,5}? (?:moved|postponed|pushed back|pushed|delayed|put back|rescheduled|deferred)(?: back)?(?: to| until)? `).first(),
		tells(` (?:move|postpone|delay|push back|put back|defer) (?:the|our|this|that|any) (?:decision|announcement|outcome|answer|feedback) `).first(),
		tells(` longer(?: than (?:planned|expected|usual|we thought))? : §| new date : §`).first(),
		tells(` have received (?:no|any) (?:response|reply|answer) `).first(),
		tells(` back with (?:you|me|everyone|candidates|all) `),
		tells(` (?:guess|estimate|bet|hunch|expectation|understanding|target|aim|goal|plan|hope)(?: is| would be| was|'s| being)(?: \S+){0,2}? §`),
		tells(` (?:aiming|hoping|shooting|planning|looking) for `),
		tells(` (?:candidates|applicants|those|people|anyone|everyone|if)(?: who)?(?: have| are| were)? (?:not|n't|haven't|aren't)(?: been)? (?:contacted|heard|notified|informed|invited|shortlisted)(?: \S+){0,3} `).first(),
		tells(` without (?:a |any |our )?(?:word|news|reply|call|letter|email|hearing) | keep(?:ing)? (?:you|me|anyone|people|everyone) (?:waiting|hanging|guessing|in suspense) | left (?:guessing|waiting|hanging|dangling|wondering|in limbo|in suspense|in the dark) | (?:leave|leaving) (?:you|anyone|people|everyone) (?:waiting|hanging|guessing|dangling|in suspense|wondering|in limbo) `),
		tells(` (?:making|make|do|doing) (?:my |our |the |some |all )*(?:phone )?calls | (?:ring|phone|call)(?:ing)? (?:round|around) `),
		tells(` (?:expect|receive|await|awaiting|have|get) (?:an? |the |our |some |something )?\S+ from (?:us|me|him|her|them|our \S+) `),
		tells(` (?:look out|watch out|keep an eye|keep your (?:phone|eyes)|stay tuned|watch your|check your (?:inbox|mail|email|phone)) `),
		tells(` (?:and|then)(?: then| hopefully)? (?:circle back|get back|come back|call|ring|phone|email|write|contact|let|inform|update|notify|tell|text)(?: back)?(?: to| with)? (?:you|me) `),
		tells(` (?:it|that|this)'s (?:going to|likely to|probably going to|gonna)(?: probably)? (?:be|take) §`),
		tells(` (?:was|been|were|got) told(?: (?:it|would|will|to|be|take|about|around|maybe|that|wait|allow|it'd))* §`),
		names(` (?:[a-z]+n't|not)(?: \S+){1,5} §until`),
		tells(` (?:aim|goal|plan|intention|hope|target|idea|aspiration|policy|practice) (?:is|was|being)(?: now| still| always)? to` + gap + ` ` + tell + ` `),
		tells(` (?:should|could|might|will|would|may|'ll)(?: probably| hopefully| likely| then)* be §`).ofNews(),
		tells(` (?:you'll|you'd|i'll|i'd|we'll|they'll|(?:you|i|we|they) (?:will|should|can|would|might|may|to))` + adverbs + ` (?:know|find out|learn) `).object(),
		tells(` (?:will|'ll|should|would|can|could|may|might|to|be|get|being|are|is|[a-z]+'ll|[a-z]+'d|usually|normally|always|expected)` + adverbs +
			` (?:contacted|written to|informed|notified|told|called|emailed|updated|advised|invited|phoned|rung|answered|communicated|announced|published|released|sent|made|taken|finali[sz]ed|decided|reached|confirmed|reviewed|completed|concluded|shortlisted|selected|picked|chosen|appointed|mailed|posted|in the post|on the way|judged|offered|filled|out|given|clear|wrapped up|tied up|provided|known|done|finished|settled|sorted|over|through|issued|scheduled|arranged) `).first().ofNews(),
		tells(` [a-z]+(?:` + modal + `){1,2}` + gap + ` ` + tell + ` `).object(),
		names(` (?:ans|green light|thumbs up|clarity|final word|decision|decisions|verdict|outcome|outcomes|result|results|feedback|shortlist|shortlisting|answer|news|turnaround|timeline|timeframe|time frame|timescales?|time scales?|eta|response|responses|announcement|next steps|answers|callback|call back|update|updates|notification|notifications|reply|replies|wait|waiting time|waiting period|offers|rejections|invitations|verdicts) `).object(),
		tells(` (?:decide|decides|deciding|finali[sz]e|finali[sz]es|finali[sz]ing|concludes?|concluding) `).object(),
		tells(` (?:said|says|told me|told us|mentioned|reckons?|thinks?|estimated|estimates|quoted|indicated|suggested|expects?|hopes?|aims?|hoping|aiming|promised|wants?)(?: (?:it|would|will|to|be|about|around|maybe|probably|that|me|us|something|like|likely|it'd|it'll|for|takes?|could|might|should|say|and|done|they|they'd|they'll|her|him|roughly|around|up|a))* [§¤]`),
		tells(` (?:they|she|he|hr|panel|team|everyone|agency|we|recruiter|manager|colleague|committee|board|council|department|office|school|university|college|client|company|firm|director|boss|owner|chef|head|headteacher|trustees|governors|partners|jury|faculty|dean|matron|principal)` + adverbs +
			` (?:calls?|emails?|phones?|rings?|writes?|contacts?|tells?|responds?|repl(?:y|ies)|answers?|informs?|notif(?:y|ies)|updates?|gets? back|comes? back|gets? in touch|lets? (?:you|me|everyone|people|candidates) know|confirms?) `).object(),
		tells(` (?:process|decision|review|approval|sign off|selection|evaluation|everything|which|it'll|it|this|that|stage|step|they|us|hiring|recruiting|recruitment|paperwork|checks?|things|these|those)` + adverbs + ` (?:takes?|taking)(?: us| me| them)? `),
		tells(` (?:usually|normally|typically|generally|should|could|would|will|may|might|can|tends? to|will often|will usually)` + adverbs + ` (?:takes?|taking)(?: us| me| them)? `).ofNews(),
		tells(` (?:allow|allows|give|need|needs|wait|waiting|looking|aiming|aim|hoping|hope|shooting|targeting|target|count|anticipate|expect)(?: (?:us|me|them|for|around|about|roughly|approximately|another|something|like|it|on|maybe|probably|anything|to|be))* §`),
		tells(` (?:it|that|this|which|there)(?:'ll| will| should| could| might| may| would| can|'d| is going to)` + adverbs + ` (?:be|take)(?: (?:about|around|more|like|at|least|probably|something|a|some|time|early|not))* §`),
		tells(` please (?:allow|expect|bear|give us|wait|be patient)(?: \S+){0,4} `),
		tells(` (?:bear with|wrap(?:ping)? (?:things |it |this )?up|be done|meet(?:ing)? to decide) `),
	}
}

// duties: the candidate owes something, or the words are about another time.
func duties() []cue {
	const act = `(?:send|reply|respond|confirm|submit|complete|upload|provide|return|bring|sign|book|choose|pick|select|call|phone|ring|arrive|join|fill|answer|email|share|forward|contact|accept|decline|tell|inform|notify|advise|prepare|log|register|rsvp|schedule|apply|finish|hand|turn in|make sure|get back to (?:us|me)|get in touch|let (?:us|me)|be in touch|come back to (?:us|me)|write|update|pay|deliver|start|begin|work|report|follow up|check in|reach out|chase|decide|give|take|attend|meet)`
	return []cue{
		owes(`^(?: (?:please|just|and|then|,))* (?:confirm|send|submit|upload|book|return|complete|sign|accept|rsvp|register|choose|bring|arrive|must|apply|pay|finish|prepare) `).first(),
		owes(`^(?: (?:please|just|and|then|,))* (?:reply|respond) (?:§by|to )`).first(),
		owes(` i(?:'ll| will|'m going to| am going to|'d| should| could| can)(?: also| then| just)? (?:email|call|write to|ring|phone|message|text|contact|ask|chase|thank|tell|send|meet|visit|see|prepare) [a-z]+ `).unless("you everyone everybody all candidates with by back out both the our over your a an in on at to each applicants people around"),
		owes(` i(?:'d| would|'ll| will|'ve)?(?: also| still| only)? (?:need|have|want|get|got|asked for|am asking for)(?: about| another| only| just)? §`).first(),
		owes(` (?:always|once|first|originally) (?:said|told|promised) (?:\S+ ){0,3}§`).first(),
		owes(` (?:customers?|patients?|pupils?|suppliers?|users?|guests?|members|residents|tenants|visitors|passengers|readers|employees|shoppers|buyers|donors|players|tickets?|complaints?|orders?|queries|claims?|parents|invoices?|enquiries|incidents?)(?: (?:usually|always|normally|all|should|can|will|must|also|then|here))* (?:hear|hears|get|gets|receive|receives|have|has|know|are|is|be|expect|wait|waits)(?: \S+){0,5} | (?:tell|tells|telling|inform|informing|notify|notifying|contact|contacting|update|updating|remind|reminding|answer|answering|call|calling|ring|ringing|write to|writing to|email|emailing) (?:(?:our|all|the|every|their|my|your) )+(?:customers?|patients?|pupils?|suppliers?|users?|guests?|members|residents|tenants|visitors|passengers|readers|employees|shoppers|donors|parents|landlord|bank|staff|neighbours) `).first(),
		owes(`^(?: (?:please|just|do|kindly|so|and|but))* (?:think|sleep|talk|read|consider|look|mull|chat|discuss|check|ask)(?: \S+){0,8} and (?:\S+ )?(?:ring|call|text|email|tell|let|write to|phone|message) (?:me|us) `).first(),
		owes(` (?:used|tried|attempted|managed|failed|forgot) to | (?:waited|spent|lasted|ran) `).first(),
		owes(`^(?: (?:please|just|and|but|so|then|,|do|don't|also|well))* (?:think|read|try|talk|bring|wear|arrive|remember|imagine|join|visit|pop|practise|pack|enjoy|relax|mind|use|drop (?:in|by|round)|turn up|speak to|ask|picture|suppose|make a note|write down|learn) `),
		owes(` (?:got|came|wrote|rang) back to (?:me|us|you) | (?:my \S+|one of \S+|another \S+|some|others) heard(?: back)?(?: from (?:\S+ ){1,3})? ?`).first(),
		owes(` told §\w* that | (?:took|(?:has|have|had) taken) (?:\S+ ){0,3}§| let (?:them|her|him) know | must have your (?:\S+ ){1,4}§`).first(),
		owes(` (?:hmrc|irs|tax office|(?:your|the|my) (?:bank|pension|landlord|insurer|doctor)|student finance|job ?centre)(?: \S+){0,3} `).first(),
		owes(` (?:forms?|tasks?|tests?|questionnaire|contract|papers?|documents?) to (?:fill|complete|sign|return|submit|read|prepare|finish|hand in)(?: \S+){0,3} §| get to know | to do : | (?:exam|school|blood|lab|scan) results? | (?:i|we) hear (?:that |they |you |he |she |it |the )| (?:applicants|candidates|you) must `).first(),
		owes(` (?:please|kindly) [a-z]+ `).unless("allow expect bear give wait be note await accept anticipate rest know assume"),
		owes(` (?:be|am|is|are|i'm|she's|he's|we're|they're) back (?:(?:in|at|from|the|office|work) )*§`),
		owes(` (?:answer|report|reports) to me | (?:tell|ask|warn) (?:your|my|the) \S+ to (?:\S+ ){0,5}§| i told (?:them|him|her) (?:\S+ ){0,6}§| from (?:the other|another|my (?:current|old|other)) (?:\S+ ){0,2}§`).first(),
		owes(` (?:is|are) (?:always )?welcome | (?:expect|want|need|ask|require|trust) (?:staff|employees|colleagues|new starters|our people|everyone here) to `).first(),
		owes(` (?:forget|ignore) (?:\S+ ){0,6}§| (?:advert|website|web site|ad|posting) (?:says|said|mentions) (?:\S+ ){0,3}§| (?:delay|silence|wait) of §| sorry (?:for|about) (?:\S+ ){0,5}§| used to (?:\S+ ){0,6}§| (?:we|i) need to (?:know|hear|see|have) `).first(),
		owes(` have a (?:think|look|read) `).first(),
		owes(` (?:dbs|background|security|credit|medical|police|criminal|vetting|clearance|visa|permit)(?: \S+){0,2}?(?: (?:usually|normally|typically|often|generally|can|may|will|could))* takes? `).first(),
		owes(` needs? to (?:know|hear) `).first(),
		owes(` failure to `).first(),
		owes(` (?:invite|inviting|invited|inviting) you (?:\S+ ){0,8}§ `).first(),
		owes(`^(?: (?:please|just|so|and|but|then|,|do|kindly))* (?:give|get|send|name|supply) (?:me|us) (?:\S+ ){0,3}(?:referees?|references?|documents?|names|details|copies|copy|certificates?|transcripts?) (?:\S+ ){0,4}§\w* `).first(),
		owes(` start(?:ing)? (?:date|day)(?: (?:would|will|could|should|is|was|can|may|might|'d|'ll))*(?: be)?(?: (?:on|from|as of))* `).first(),
		owes(` (?:our|the|your) (?:annual|yearly|quarterly|monthly|weekly|summer|winter) (?:\S+ ){1,2}(?:is|are|was|were|will|takes?|has|happens?|comes?) (?:\S+ ){0,3}§\w* `).first(),
		owes(` (?:call|contact|phone|ask|asked|asking|tell|email|write to|wrote to|need|speak to|spoke to|your) (?:(?:your|the|all|both|two|three|his|her|my|to) )*(?:referees?|references?|current employer|school|university)(?: to)?(?: ` + act + `)? `).first(),
		owes(` your (?:first|next|annual|yearly) (?:review|appraisal|day|week|payslip|salary|month)(?: (?:is|will|would|be|should))* `).first(),
		owes(` (?:given|give you|gives you|gave you|giving you|allow you|allowed)(?: about| up to)? §\w* (?:for|to) `).first(),
		owes(`^(?: (?:please|just|and|then|,))* (?:think about it|think|sleep on it|sleep|try again|feel free|take your|take as|pencil|block|save|mark|hold) `).first(),
		owes(`(?:^| and| then| but) tell (?:me|us) §`).first(),
		owes(` your (?:salary|performance|pay|contract|probation|progress) `).first(),
		owes(`^(?: (?:and|then|,))* (?:reply|respond|answer)(?: \S+){0,2} §\w* please `).first(),
		owes(` (?:task|test|assignment|exercise|form|forms|application|applications|documents?|challenge|homework|paperwork|references|solution|solutions|work)(?: \S+)? (?:has|have|needs?|must|should|is|are)(?: to)?(?: be)?(?: [a-z]+)?(?: with us| back| in)* `).first(),
		owes(` i(?:'d)?(?: really| would)? (?:want|need|like|love) to (?:hear|know|have|get|decide) `).first(),
		owes(` (?:they|she|he|hr|recruiter|we|employer|agency)(?:'d| would)? (?:want|wants|need|needs|require|requires|like|asked for|expect|expects)(?: to have)?(?: an?| my| your| the)? (?:answer|reply|response|documents|references?|cv|acceptance|signature) `).first(),
		owes(` (?:want|wants|wanted|asked|asks|need|needs|told|expects?|like|invited|reminded) (?:me|you|us) (?:to|for)(?: ` + act + `)? `).first(),
		owes(`^(?: (?:please|just|so|and|but|then|,|do|kindly))* (?:let|get back to|come back to|get in touch with|call|email|contact|tell|send|write to|text|ring|reply to|keep) (?:me|us) (?:by |if |a |an |your |the |know |posted |with |when |whether |at |on |before |§)`).first(),
		owes(`^(?: (?:please|just|so|and|but|then|,|do|kindly))* give (?:me|us) (?:your|the|a|an) `).first(),
		owes(` (?:i|i'll|i've|you|you'll|we both)(?: (?:have|need|am supposed|are supposed|got|ought|want|am))* (?:to|must) ` + act + ` `).first(),
		owes(` my (?:answer|reply|decision|response|documents?|references?|acceptance|notice|cv|portfolio|availability|confirmation|feedback) `).unsure(),
		owes(` (?:gave|given|giving) (?:me|us|you) §`).first(),
		owes(` offer(?: \S+)? (?:stands|open|remains|valid|holds|lapses|expires|closes) `).first(),
		owes(` (?:can|may|must|should|need to|has to|have to) be (?:requested|claimed|submitted|received|returned|accepted|signed|paid|made by|sent to us|handed) `).first(),
		owes(` (?:appreciate|grateful|(?:would|[a-z]+'d)(?: really| also)? (?:welcome|love|like))(?: if| for| to have| to get)?(?: (?:a|an|your|you|the|quick|prompt|early|reply|response|answer|could|can|would))* `).first().unsure(),
		owes(` please (?:(?:do|kindly|also|just|could|can|you|be|sure|to) )*` + act + ` `),
		owes(` (?:send|email|let|tell|give|inform|notify|contact|reply to|respond to|get back to|provide|write to|update|come back to|get in touch with)(?:ing)? us (?:your|with|the|a|an|know|have|all|any|if|two|three|some|something|[¤])`),
		owes(` (?:send|email|tell|inform|notify|contact|reply to|respond to|get back to|write to|update|come back to|get in touch with)(?:ing)? us §`),
		owes(` take(?:s|n)? place `),
		owes(` your (?:answer|reply|response|decision|confirmation|feedback|documents?|references?|availability|acceptance|submission) `),
		owes(` (?:you have|you've|you've got|you have got|you get) §| you (?:\S+ ){0,3}§\w* to (?:accept|decide|reply|respond|complete|submit|sign|confirm|choose|finish|do|prepare|return|send|consider|think) `),
		owes(` (?:let|tell) me (?:know )?(?:if|whether|when|what|your|which) `),
		owes(` (?:kindly|rsvp|deadline|expires?|expiry|expiring|valid|closing date|applications? closes?|open until|cut off|submission date) `).unsure(),
		owes(` (?:could|can|would|will|did|have) you `).unsure(),
		owes(` (?:would you mind|are you (?:available|free|able|still|ready)|do you (?:have|need|want|know|prefer)) `),
		owes(` you(?:'ll| will| would|'d| must| need| needs| have| are| should| may| can| could| might|'re| are asked|'ve|'ve got)(?: (?:to|be|also|then|only|kindly|please|asked|required|requested|expected|able|free|welcome|invited|need|have|got|until|time|up|a|total|of))*(?: ` + act + `)? `).unsure(),
		owes(` (?:if|whether|unless|when|once|until) you `),
		owes(` (?:we|i|they|hr)(?:'ll|'d| will| would| do| can| only)*(?: kindly| also| really| still)* (?:need|require|ask|asks|asked|request|requested|appreciate|like|love|expect|want|must have|must receive)(?: to)?(?: have| receive| get| see)? (?:you|your|the|it|all|them|this|everything|that you|a reply|a response|an answer|for|both) `),
		owes(` (?:look(?:ing)? forward to|await(?:ing)?|waiting for|thank you|thanks|appreciate)(?: for)?(?: [a-z]+ing)?(?: (?:back|in touch|to|with|us|me|you))* `),
		owes(` (?:hear|heard|hearing|receive|received|reply|response|answer|confirmation)(?: back| anything| something)? from you `).first(),
		owes(` (?:return|submit|sign|complete) (?:it|them|your) `),
		owes(` (?:the|your|our|an?|this|next|second|third|final|first|last|phone|video|telephone|zoom|teams|screening|technical|onsite|panel|assessment|trial|test|scheduled)(?: \S+)? (?:interview|interviews|call|meeting|session|assessment|centre|center|chat|appointment|slot|visit|exam|lunch|coffee|day|webinar|round|stage)(?: (?:with|you|us|me|the|team|is|are|be|will|has|been|have|was|taking|takes|take|place|set|fixed|scheduled|booked|arranged|confirmed|held|starts?|begins?|for|on|at|about|call|interview|[a-z]+)){0,3}(?: (?:will|is|are|be|has|been|scheduled|booked|confirmed|take|takes|place|held|set|for|fixed|arranged|at|on)){1,5} § `).first(),
		owes(` (?:the|your|our|an|this|next|second|third|final|last|phone|video|telephone|zoom|teams|technical|onsite|panel)(?: \S+)? (?:interview|interviews|meeting|chat|session|assessment|visit|round|stage)(?: with \S+)?(?: \S+)? § `),
		owes(` (?:schedule|scheduled|book|booked|arrange|arranged|reschedule|rescheduled|move|moved|postponed?|invite you|invited you|invite|propose|suggest|offer)(?: \S+){0,8} (?:for|to|from|on|at|until) §`),
		owes(` (?:see|meet|seeing|meeting|welcome|welcoming|speak to|speak with|speaking to|speaking with|talk to|talking to|interview|interviewing) (?:you|me) `),
		owes(` (?:start|starts|starting|begin|begins|beginning|commence|commences|commencing|join|joins|joining|onboard|onboarding|relocate|relocating|move in) `),
		owes(` (?:on file|keep your|keep the|keep it|keep them|keep all|retain|retains|retained|retaining|store|stores|stored|hold your|holding your|kept|archived?|deleted?|talent pool|talent bank|consider you for|future roles|future vacancies|reapply|re - apply|apply again) `),
		owes(` (?:founded|established|launched|started|joined|began|begun|opened|applied|met|spoke|spoken|interviewed|moved|posted|sent|received|visited|attended|was|were|went|been|left|retired|bought|grew|hired|had|did|raised|advertised|saw|talked|discussed|called|promoted|worked|moved) `),
		owes(` (?:i|i'll|i'm|i'd)(?: will| should| could| can| need to| have to| must| am going to| plan to| want to|'ll|'m going to)?(?: also| then| just| only)* (?:send|call|email|write|ask|follow up|chase|check|check in|ping|prepare|hand|submit|finish|deliver|reply|respond|apply|get back|come back|thank|nudge|contact)(?: up)?(?: (?:to|with))? (?:them|her|him|the|my|it|hr) | (?:i|i'll|i'm)(?: will| should| need to| have to| must| am going to| plan to)*(?: also| then| just| only)* (?:send|ask|follow up|chase|check|check in|ping|prepare|hand|submit|finish|deliver|reply|respond|apply|get back|come back|thank|nudge)(?: up)? [§¤]`),
		owes(` (?:i|i'd|i've)(?: have)? promised `),
		owes(` (?:out of (?:the )?office|on leave|on holiday|on vacation|annual leave|(?:is|am|i'm|are|be|he's|she's|they're|we're|going|gone|been|currently) away|closed|closes|closing|shut|unavailable|not in the office|back in the office|returning|return on|maternity|paternity|off sick) `),
		owes(` (?:last|lasts|lasted|lasting|runs|running)(?: for| about| around| roughly| approximately)* §`),
		owes(` (?:test|task|exercise|interview|assignment|assessment|challenge|session|call|meeting|onboarding|training|commute|course|drive|journey|case study|presentation|internship|contract|placement|probation|programme)(?: (?:itself|should|will|would|usually|only|can|might|normally))* (?:take|takes|took|last|lasts|be|is|are)(?: (?:about|around|roughly|only|just|approximately|you|at|least|up|to|no|more|than|under|over|some))* §`),
	}
}

var patterns = sync.OnceValue(func() map[string]Phrasing {
	m := map[string]Phrasing{
		// Beside these no stretch of time is one to wait for.
		"never": NewPhrasing(` §\w* (?:ago|old|long|notice|contract|internship|placement|probation\w*|programme|program|trial|project|course|sprints?|training|rotation|fixed|maternity|paternity|holidays?|vacation|leave|assignment|cover|of (?:experience|holiday|leave|notice|annual|paid|vacation|training|work experience)|(?:' )?(?:experience|notice|holiday|leave)|interview|call|meeting|for (?:the|your|our|an?) (?:\S+ )?(?:interview|chat|screening|assessment)|working week|budget|plan|roadmap|a (?:week|month|year|day)|per|each|every|each) | (?:every|each|per|last|past|previous) §`),
		// A fact about the role or the candidate, where no verb says more.
		"fact":    NewPhrasing(` (?:duration|contract|internship|probation\w*|notice|placement|salary|holidays?|vacation|leave|sprints?|training|experience|start date|start|starts|starting|available|availability|visa|permit|programme|commute|remote|hybrid|hours|shift|date|sent|subject|deadline|due|interview|appointment|birth|dob|published|posted|closing|valid|term|length|founded|meeting|event|webinar|conference|workshop|holiday|birthday|anniversary|version|invoice|order|delivery|experience|aged?|years?|office|closed|from|task|test|assignment|presentation|homework|lunch|dinner|flight|hotel|check in|gmt|payment|pay|happy|merry|when :|where :|time :|tel|ref|copyright|registered|updated|reminder|location|venue|on :|enjoy|great|nice|lovely|good) `),
		"asking":  NewPhrasing(` (?:please|kindly|rsvp|deadline|could you|can you|would you|send us|let us know|send me|your notice|when can you|when could you|start date|are you available|contract|internship|probation|you have|you need|you must|we need your|reply|your availability|interview is|the interview) `),
		"telling": NewPhrasing(` (?:in touch|back to you|let you know|hear|contact you|decision|decide|call you|email you|inform you|outcome|feedback|update you|takes?|process) `),
		// Something will be so, whatever it is: in the words of one who was asked when they would hear.
		"vague": NewPhrasing(` (?:probably|hopefully|maybe|perhaps|likely|at the latest|sometime|some time|latest|then|so)(?: \S+){0,2} §| (?:said|says|promised|told me|told us|mentioned|reckons?|thinks?)(?: \S+)? §| expects? §| ^ §`),
		// What is decided or reviewed then is not the candidate's application.
		"topic":   NewPhrasing(`^(?: (?:the|our|your|all|a|an|new|this|next|company|annual))* (?:salary|salaries|pay|budget|budgets|bonus|bonuses|product|products|department|building|contract|system|systems|project|projects|website|policy|pension|strategy|roadmap|merger|laptop|party|shareholders|revenue|turnover|pilot|rollout|fiscal|financial|data|files?|records?|account|password|link|links|refund|refunds|assessment|presentation|expenses|cv|applications? (?:data|documents)|invoice|expenses|travel) `),
		"doubt":   NewPhrasing(` (?:not|[a-z]+n't|unsure|unclear|wonder|wondering|no idea|asked|ask|doubt|cannot|depends) `),
		"then":    NewPhrasing(` (?:then|after that|afterwards|after which|which is when|thereafter|after this|that day|right after|straight after|shortly after|soon after) | (?:after|afterwards) (?:[.!]|$)`),
		"denied":  NewPhrasing(` (?:no way|no chance|not|[a-z]+n't|never|cannot|unable|nobody|no one|no (?:promises?|guarantees?|commitments?|decision|decisions|news|answer|feedback|response)|unlikely|doubt) `),
		"allowed": NewPhrasing(` (?:left guessing|left waiting|left hanging|left dangling|left wondering|left in|leave you|leave anyone|not hear(?: back| anything)?(?: from \S+)? §|keep you|keep anyone|without|never (?:take |need )?(?:more|longer)|no (?:news|word|reply|answer|call|email|response) §\w* means?|if|in case|should|not later|no later|not more|no more|not longer|not only|not exceed|not take (?:more|longer)|n't take (?:more|longer)|n't be (?:more|longer|later|long)|not be (?:more|longer|later|long)|whether or not|don't worry|do not worry|not to worry|don't hesitate|do not hesitate|why not|if not|not until|n't until|cannot wait|can't wait|not just|not (?:been )?(?:contacted|notified|informed|invited|heard)|(?:haven't|have not) been (?:contacted|notified|informed|invited)) `),
	}
	return m
})

// forAWait is a stretch after "for" that is a wait all the same.
var forAWait = sync.OnceValue(func() Phrasing {
	return NewPhrasing(` (?:wait|waiting|allow|bear with|patient|schedule|scheduled|planned|aim|aiming|target|targeting|hoping|pencilled|shooting|looking|expected|set|due|hear|hearing|silence|quiet|nothing|patience) (?:\S+ ){0,4}§| (?:answer|reply|decision|outcome|result|verdict) §`)
})

// denied says that a clause takes back what it tells: "we cannot say by Friday".
func denied(text string) bool {
	p := patterns()
	text = strings.ReplaceAll(text, " not "+others, " "+others)                     // "not on Monday, but on Tuesday"
	if strings.Contains(text, mark+"until") || strings.Contains(text, mark+"cap") { // "not until", "not later than"
		return false
	}
	return p["denied"].In(text) && !p["allowed"].In(text)
}

// fragment says that a clause has no verb of its own that matters: what is left besides the stretches
// is filler, or very short.
func fragment(text string) bool {
	left := 0
	for w := range strings.FieldsSeq(echoes.Replace(text)) {
		if strings.HasPrefix(w, mark) || w == others || len(w) == 1 && !strings.Contains("ia", w) || fillers[w] {
			continue
		}
		if subjectWords[w] {
			return false
		}
		left++
	}
	return left <= 1
}

// echoes only say a stretch again: "call it a fortnight".
var echoes = strings.NewReplacer(" call it ", " ", " make it ", " ", " make that ", " ", " i mean ", " ", " that is ", " ", " it is ", " ")

var subjectWords = setOf("we we'll we're we'd you you'll you're you'd they they'll they're they'd she she'll he he'll i i'll i'm i'd us please is are was were will would should must can could be been has have had")

var fillers = setOf("hopefully probably maybe perhaps possibly likely at the latest by in on or and so sometime some time around about that's it's its most to say said ok okay yes yeah well um er eh then also either way if all goes well not sooner earlier possible before but a an of for from they think guess hr over course during or the our any case as soon no later")

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
