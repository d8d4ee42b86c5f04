package reading

import "afterword/when"

// clue is a turn of phrase that speaks for a kind. Weights: 6 says it alone, 4 nearly does, 2 helps,
// 1 hints. A clue is looked for in one sentence at a time.
type clue struct {
	kind   string
	weight int
	re     func() when.Phrasing
	none   class // it says nothing beside these
}

func c(kind string, weight int, expr string) clue {
	return clue{kind: kind, weight: weight, re: phrasing(`(?i)` + expr)}
}

func (c clue) without(none class) clue {
	c.none = none
	return c
}

// role is how employers call what they give or do not give.
const (
	role  = `(?:role|position|job|post|vacancy|opportunity|place|contract|opening|seat|gig|internship|placement)`
	other = `(?:another|other|a different|different|someone|somebody|a candidate|candidates|an internal|internal|one of the other|the other|applicants)`
)

// clues are the phrases, from letters that employers send. They say what is told, not how kindly.
var clues = []clue{
	// no
	// Whom they took is another than the reader: a name, a relation, "the one who".
	c(No, 6, `\b(?:we|i|im|they|she|he|boss|board|panel|team|client|committee|trustees|governors|owners?|jury|faculty|school)(?:'ve|’ve|'s|’s|'m|’m|'re|’re)?(?: have| has| had| are| am| is)?(?: now| already| just| all| both| since| also| gonna| going to| therefore| finally| in the end)* (?:picked|chose|chosen|appointed|hired|preferred|went for|gone for|went with|gone with|going with|settled on|plumped for|opted for|taken on|took on|signed|giv(?:e|ing|en) (?:it|the job|the place|the role) to|gave it to|offered it to) (?:a|an|my|his|her|their|another|someone|somebody|the (?:other|chap|guy|man|woman|lady|lad|girl|person|one|candidate|applicant|lass|fella|fellow)|(?-i:(?:Mr|Mrs|Ms|Miss|Dr|[A-Z][a-z]+)))\b`).without(slot | stage | moment | paper),
	c(No, 6, `\banswer\b(?: \S+){0,5} (?:is|was|has to be) (?:a )?no\b|\b(?:profile|experience|background|skills|application|cv|qualifications|style)\b.{0,24}\b(?:not|n't|n’t)\b.{0,24}\b(?:match|fit|meet|suit|correspond|align|what we)|\b(?:not|n't|n’t) ma[kd]e (?:it\b|the (?:\S+ )?(?:final|cut|list|shortlist|grade|next|last|top|team|two|three|round|selection))|\b(?:not|n't|n’t) (?:\S+ )?work(?:ing|ed)? out\b`).without(yet),
	c(No, 6, `\b(?:person|candidate|one|man|woman|applicant|chap|lady|colleague) (?:that |who |whom )?(?:we|they|i|the panel|the board|the team) (?:have |'ve |’ve |finally )?(?:chose|picked|appointed|hired|selected|went with|took|preferred)\b|\b(?:accepted|taken) by,? (?:another|someone|somebody|a different|the other)\b|\b(?:is|was)(?:n't|n’t| not) a yes\b|\b(?:won't|won’t|will not) be (?:any |a )?(?:further|next|second|more)\b`),
	c(No, 6, `\b(?:work(?:ing)?|go(?:ing)?|went|partner(?:ing)?|continu(?:e|ing)) with (?:a different|another|an other|someone else|somebody else)\b`),
	c(No, 6, `\b(?:not|n't|n’t) (?:\S+ )?(?:see|find|feel|believe|think|consider|have)\b.{0,40}\b(?:match|fit|suitable|suited|right (?:person|candidate|profile)|what we(?:'re|’re| are) looking for)\b`),
	c(No, 6, `\b(?:not|n't|n’t) (?:\S+ )?(?:among|amongst|one of) (?:the |those )(?:\S+ ){0,2}(?:retained|selected|chosen|shortlisted|successful|invited)|\b(?:not|n't|n’t) (?:\S+ )?(?:going to be|be) you\b|\bnothing to (?:go|move|put you) forward\b|\b(?:pulled|scrapped|cancelled|canceled|withdrawn|axed|shelved) (?:the|this) (?:\S+ ){0,2}`+role+`\b`),
	c(No, 6, `\b(?:they|we|owners?|team|panel|board|client|directors?|boss|partners) (?:have |has |'ve |’ve )?(?:went|gone|decided to go|chose to go|plumped|opted|settled) (?:for|with|on) (?:a|an|another|someone|somebody)\b`),
	c(No, 6, `\b(?:will not|won't|won’t|are not|aren't|aren’t|not be|unable to|cannot|can't|can’t|not able to|decided not to|chosen not to|have not|not going to|not to)\b.{0,30}\b(?:mov(?:e|ing)|proceed(?:ing)?|progress(?:ing|ed)?|go(?:ing)?|tak(?:e|ing)|continu(?:e|ing)|advanc(?:e|ing)|pursu(?:e|ing))\b.{0,40}\b(?:forward|ahead|further|with you|your application|your candidacy|you to|this time|with your)`),
	c(No, 6, `\b(?:decided|chosen|choose|elected|opted|agreed|going|go|went|gone|move|moving|proceed|proceeding|progress|progressing|settled|landed|continue|continuing)\b.{0,30}\b(?:with|on|for|to (?:offer|hire|appoint))\b.{0,24}\b`+other+`\b`),
	c(No, 6, `\b(?:we|they|panel|team|board|client|i)(?:'ve|’ve| have| has)?\b.{0,30}\b(?:chose|chosen|picked|selected|hired|appointed|preferred|went for|gone for|going for|opted for)\b.{0,12}\b(?:another|someone|somebody|a different|an internal|one of the other|the other)\b`),
	c(No, 5, `\b(?:another|the other|one other) (?:\S+ )?(?:candidate|applicant|person)\b.{0,20}\b(?:had|has|was|is|have|came|edged|ticked|pipped|just)\b`).without(yet),
	c(No, 6, `\b(?:gone|going|go|went) (?:in )?(?:a |another |in a |in another )(?:slightly |very )?(?:different |other )?(?:direction|way)\b`),
	c(No, 6, `\b(?:gave|given|giving|awarded|went to|goes to|gone to)\b.{0,20}\b(?:the (?:\S+ ){0,3}`+role+`|it)\b.{0,10}\bto (?:a|an|another|someone|one of)\b|\b(?:the|this) `+role+` (?:went|goes|has gone|is going|was given|has been given) to\b`),
	c(No, 5, `\bi wish (?:i|we) had (?:better|happier|different) news\b|\b(?:bad|sad|disappointing|not so good) news\b|\bit was not you\b|\byours (?:has|was|have|is) not\b|\bmade (?:its|their|an|our) appointment\b|\bnot (?:be )?(?:joining|hiring you|appoint(?:ing)?|choosing|selecting) you\b`),
	c(No, 6, `\b(?:focus(?:ing)?|concentrat(?:e|ing)) on (?:\S+ )?`+other+`|\b(?:filled|appointed|recruited|hired)\b (?:it |this |the (?:\S+ ){0,2}`+role+` )?(?:internally|from within|elsewhere)\b|\b(?:we|they)(?:'ve|’ve| have)? filled (?:it|the|this)\b|\b(?:accepted by|has been accepted by|given to) another\b|\boffer to (?:another|someone|a different|one of)\b`),
	c(No, 5, `\bregrettably\b|\b(?:not|n't|n’t) (?:\S+ )?(?:met|meet|reach(?:ed)?|pass(?:ed)?)\b.{0,20}\b(?:benchmark|criteria|threshold|standard|requirements?|bar|pass mark)|\b(?:should|will|going to|decided to) (?:keep|continue|carry on) (?:looking|searching|our search|with our search)|\breopen(?:ing)? the search|\bnot to continue\b`),
	c(No, 6, `\b(?:ended up|finished up|wound up|ended)\b.{0,12}\b(?:hiring|with|choosing|going with|taking)\b|\b(?:hiring|hired|taken on|taking on|recruited) (?:someone|somebody|another)\b`),
	c(No, 5, `\b(?:you were|you came|came|placed|finished) (?:a )?(?:very |close )?(?:second|runner-?up|third)\b|\bsecond choice\b|\b(?:not|n't|n’t) (?:\S+ )?convinced\b|\bunfilled for now\b`),
	c(No, 6, `\bchoisi (?:un|une) autre\b|\bbonne continuation\b|\bandere[nr]? (?:profil|kandidat|bewerber)\w* entschieden|\belegido a otr[oa]\b|\bgekozen voor een andere\b|\bscelto un altro\b`),
	c(No, 3, `\b(?:sure|certain|confident) (?:you|that you)(?:'ll|’ll| will)? (?:find|land|get)\b.{0,30}\b(?:great|right|good|something|somewhere|soon)`),
	c(No, 4, `\b(?:we|they|client|team) (?:\S+ )?(?:need|needs|needed|wanted|want|were looking for|are looking for) (?:someone|somebody|a person|a candidate) (?:who|with)\b`),
	c(No, 5, `\b(?:it(?:'s|’s| is) a no|the answer is no|isn't going to work|isn’t going to work|didn't make it|didn’t make it|fell just short|missed out|not to be)\b`),
	c(No, 6, `\b(?:offered|given|gave|offer) (?:it|the (?:\S+ ){0,3}`+role+`) to `+other),
	c(No, 6, `\b`+role+` (?:has|have|is|was) (?:now |since |already |just )?(?:been )?(?:filled|taken|withdrawn|cancelled|canceled|closed|offered to)`),
	c(No, 6, `\b(?:we|i)(?:'ve|’ve| have)? (?:now |since |already )?(?:filled|appointed|hired)\b(?: \S+){0,4} (?:role|position|post|vacancy|`+other+`)`),
	c(No, 6, `\b(?:has|have|were|was|been|are|is) (?:not|n't|n’t) (?:been )?(?:successful|selected|shortlisted|chosen|taken forward|appointed|retained)\b`),
	c(No, 6, `\b(?:you|application|candidacy) (?:\S+ ){0,3}(?:weren't|weren’t|wasn't|wasn’t|hasn't been|hasn’t been|haven't been|haven’t been) (?:successful|selected|shortlisted|chosen)`),
	c(No, 6, `\b(?:was|were|been|is|are|has been) unsuccessful\b`),
	c(No, 6, `\b(?:won't|won’t|will not|unable to|not able to|cannot|can't|can’t|not in a position to|aren't able to|aren’t able to|not going to|not be able to|sorry not to|couldn't|couldn’t|could not)\b.{0,20}\b(?:offer|offering) (?:you|this|the|it)\b`),
	c(No, 6, `\b(?:will not|won't|won’t|not) be (?:\S+ )?(?:offering|inviting|filling|appointing|needing|calling|pursuing|considering|taking|moving|progressing|proceeding|continuing|advancing|hiring|recruiting|making you)\b`),
	c(No, 6, `\bno longer (?:being )?(?:consider(?:ed|ing)?|under consideration|in consideration|recruiting|hiring for|going ahead)`),
	c(No, 6, `\bpursu(?:e|ing) `+other+`\b.{0,20}\b(?:candidate|applicant|application|option)`),
	c(No, 6, `\bnot (?:be )?(?:the|a|quite the|quite a|the right|a good|a strong|exactly the) (?:right |good |best |strong )?(?:fit|match)\b`),
	c(No, 5, `\b(?:regret|sorry|sad) (?:to|that i have to|that we have to|to have to) (?:inform|tell|say|let you|advise|be)`),
	c(No, 5, `\bregret(?:fully)?\b.{0,60}\b(?:not|unable|another|other)\b`),
	c(No, 5, `\bunfortunately\b.{0,160}\b(?:not|n't|n’t|unable|another|other candidate|unsuccessful|decided|filled|withdrawn|someone)\b`).without(yet | late),
	c(No, 4, `\b(?:closer|better|stronger|closest|best|more closely|better suited|more suited|more relevant|more directly|more experience)\b.{0,30}\b(?:match(?:ed|es)?|fit(?:s)?|suited|candidate|align(?:ed|s)?|experience|what we need|background)`),
	c(No, 4, `\b(?:candidate|someone|person|applicant)s? (?:who|whose|with) (?:\S+ ){0,6}(?:more|closer|closely|longer|deeper|already|directly|better)\b`),
	c(No, 4, `\bdecided not to\b|\bdecided against\b`),
	c(No, 4, `\bdecided\b.{0,40}\bdifferent direction|\b(?:going|go|gone|went) in (?:a different|another) direction|\ba different direction`),
	c(No, 3, `\bkeep (?:your|you|hold of your)(?: \S+){0,4} (?:on file|on record|in mind|in our (?:talent|pool|database)|in touch)`),
	c(No, 3, `\bwish(?:ing)? you\b.{0,40}\b(?:luck|best|success|well)\b.{0,40}\b(?:search|future|career|endeavou?rs|hunt|elsewhere|next)`),
	c(No, 3, `\b(?:best|luck|success|well) (?:\S+ ){0,3}(?:with|in|for) (?:your|the rest of your) (?:\S+ )?(?:search|job hunt|future|career|endeavou?rs)`),
	c(No, 2, `\bon this occasion\b|\bthis time(?: a?round)?\b|\bdisappoint(?:ed|ing|ment)\b|\bnot the (?:news|answer|outcome|result)\b`),
	c(No, 2, `\b(?:hard|difficult|tough|close|not an easy|very close|hardest) (?:decision|choice|call)\b`),
	c(No, 2, `\b(?:encourage|hope|love|welcome) you\b.{0,30}\b(?:apply|to apply) (?:again|for (?:other|future))`),
	c(No, 2, `\bapply again\b|\bother (?:roles|vacancies|positions) (?:that |which )?(?:come|open|might)`),
	c(No, 6, `\bleider\b.{0,140}\b(?:nicht|anderen?|absage|entschieden|keine)\b|\bfür (?:einen|eine) andere[nr]? (?:bewerber|kandidat)|\babsage[n]?\b.{0,30}\b(?:müssen|erteilen)`).without(yet | late),
	c(No, 6, `\b(?:malheureusement|regret)\b.{0,140}\b(?:pas|autre|retenue?)\b|\bn'(?:a|avons) pas (?:été )?(?:retenue?|pu retenir)|\bautre candidat`).without(yet | late),
	c(No, 6, `\b(?:lamentablemente|lamentamos|desafortunadamente|sentimos)\b.{0,140}\b(?:no|otro|otra)\b|\bno ha(?:s)? sido seleccionad|\botro candidato`).without(yet | late),
	c(No, 6, `\bhelaas\b.{0,140}\b(?:niet|andere|afwijzen|geen)\b|\bpurtroppo\b.{0,140}\b(?:non|altro|altri)\b|\binfelizmente\b.{0,140}\b(?:não|outro)\b`).without(yet | late),

	// offer
	c(Offer, 6, `\b(?:confirm|make|making|confirming|extend|repeat) (?:you )?(?:our|the|an|my|this) (?:\S+ )?offer\b|\bour offer (?:of|for) (?:the|a|an|employment)\b`),
	c(Offer, 6, `\byou (?:have been|are|were|are to be|will be) (?:\S+ )?(?:appointed|hired|recruited|employed)\b|\b(?:selected|chosen) (?:as|to be) (?:the |our )`),
	c(Offer, 6, `\b(?:client|team|they|committee|board|panel|owners?|boss|we|everyone) (?:\S+ )?(?:wants?|chose|picked|(?:has |have )?(?:selected|chosen|appointed)) you(?: for (?:the|this|our)| as|[!.,]| to (?:join|start)|$)|\b(?:letter|contract) of (?:appointment|employment)\b|\b(?:they(?:'re|’re| are)|we(?:'re|’re| are)) offering (?:£|€|\$)?\d|\b(?:thrilled|delighted|happy|glad|pleased|honoured|chuffed) if you(?:'d|’d| would| could| were to)? (?:joined|accept(?:ed)?|t(?:ake|ook) (?:it|the|this|up)|came to work|c[ao]me (?:on board|and work)|say yes|said yes)|\b(?:thrilled|delighted|happy|glad|pleased) if you would join\b`),
	c(Offer, 6, `\b(?:would |'d |’d )?(?:love|like|want|be (?:happy|delighted|pleased) for) you to (?:take|have|accept|fill) (?:the|this|our) (?:\S+ ){0,2}`+role+``),
	c(Offer, 6, `\b(?:pleased|delighted|happy|excited|thrilled|glad|pleasure|like|love|want|wanted|over the moon)\b.{0,40}\b(?:offer you|make you an offer|extend (?:you )?(?:an|a|our|the)(?: \S+){0,2} offer|extend .{0,20}offer to you)\b`),
	c(Offer, 6, `\b(?:offer you|offering you) (?:the|this|a|our|an)? ?(?:\S+ ){0,5}`+role+`\b`),
	c(Offer, 6, `\b(?:job offer|offer letter|letter of offer|offer of employment|employment offer|formal offer|written offer|verbal offer|offer of (?:the|a) `+role+`|our offer|your offer|contract of employment|employment contract)\b.{0,60}\b(?:attached|enclosed|below|follow|sign|accept|is|from|pleased|you)`),
	c(Offer, 6, `\b(?:you(?:'ve|’ve| have)? got the (?:job|role|place)|the (?:job|role|position) is yours|you(?:'re|’re| are) hired|we(?:'d|’d| would) (?:love|like) (?:for )?you to join|want you (?:to join|on (?:the|our) team)|we(?:'d|’d| would) like you to join|chosen you for|selected you for the|like to hire you|like to appoint you)`),
	c(Offer, 6, `\b(?:like|love|delighted|happy|thrilled|pleased|excited|glad|proud)\b.{0,24}\b(?:to have you (?:as|on|join|with)|to welcome you (?:as|to|on)|have you (?:as|on) our)\b|\b(?:they|we|client|team|board|panel)\b.{0,16}\bwants? to (?:hire|appoint|employ|take on) you\b|\bit(?:'s|’s| is) a yes\b|\bwish to (?:offer|appoint) you\b|\blike you to start on\b`),
	c(Offer, 6, `\b(?:decided|agreed|confirm|voted|approved|chosen|like|wish|pleased|happy)\b.{0,40}\b(?:to )?(?:appoint|hire|employ) you\b|\bappoint(?:ed|ing)? you (?:to|as)\b|\bif you (?:joined|would join|were to join|decided to join) (?:us|the team)\b|\bhav(?:e|ing) you join (?:us|the|our)\b|\byou(?:'re|’re| are) the one\b|\bwe want you\b`),
	c(Offer, 6, `\b(?:für (?:dich|sie) entschieden|arbeitsvertrag|zusage\b)|\b(?:take up|accept) (?:the|this|our) `+role+`\b`),
	c(Offer, 4, `\b(?:euros?|pounds?|dollars|£|€|\$)\s?\S{0,8} ?(?:a|per) (?:month|year|annum|hour|day)\b|\b(?:base|package|salary|compensation|pay) (?:is|of|would be|will be)\b.{0,12}\d`),
	c(Offer, 5, `\b(?:attached|enclosed|here)\b.{0,40}\b(?:offer|contract)\b|\b(?:attach|enclose|send you)\b.{0,30}\b(?:the|your|our) (?:contract|offer)\b|\b(?:accept|sign|counter-?sign)\b.{0,30}\b(?:the|this|our|your) (?:offer|contract)\b`),
	c(Offer, 4, `\b(?:starting|annual|base|gross) (?:salary|pay)\b.{0,30}\b(?:of|is|will be|would be|at)\b|\bsalary of\b|\bstart(?:ing)? date (?:of|is|will|would)\b`),
	c(Offer, 4, `\bwelcome (?:to the team|aboard|you to (?:the|our) team|to \S+\b.{0,20}team)`),
	c(Offer, 2, `\bcongratulations\b`),
	c(Offer, 6, `\b(?:ihnen|dir) (?:die|eine|diese) (?:stelle|position)\b.{0,40}\banbieten|\bvertragsangebot|\bnous (?:avons le plaisir|sommes (?:heureux|ravis)) de vous (?:proposer|offrir) (?:le|un|ce) poste|\bofrecerle (?:el|un|este) puesto|\bofrecerte (?:el|un|este) puesto|\baanbieden\b.{0,40}\bfunctie|\boffrirle (?:la|il) (?:posizione|posto)`),

	// What they would have the reader be.
	c(Offer, 6, `\b(?:like|love|want|wish|ask|invite|have|need) you (?:to (?:be|become|work (?:for|with) us|act as|serve as)|as) (?:our|my|the|a|an)\b|\byou (?:like|want|wanna|care|fancy|love|happy) (?:to )?(?:be(?:ing)?|becom(?:e|ing)|work(?:ing)? for|join(?:ing)?) (?:our|us|my)\b|\b(?:engage|retain|employ|contract) you (?:as|for|from)\b|\bjoin us (?:in|from|as) (?:\pL+|\d)`).without(stage | slot | denial | someone | trade),

	// next round
	c(NextRound, 6, `\b(?:reached|made it (?:in)?to|made|through to|got (?:in)?to|into) (?:the|our) (?:second|third|final|next|last) (?:round|stage|step)\b|\b(?:up for|free for|come for|time for) (?:meeting|seeing|visiting|lunch|coffee)\b|\b(?:times?|slots?|dates?)\b.{0,60}\bwhich (?:one )?(?:you prefer|suits?|works?)`),
	c(NextRound, 6, `\b(?:like|love|want|keen|wish|hoping|going|able|pleased) to interview you\b|\b(?:get|have|bring) you in (?:to|for)\b|\b(?:which|what|any|either|one) (?:of )?(?:these|the following|those) (?:\S+ )?(?:times|dates|slots|days|options)\b`),
	c(NextRound, 5, `\b(?:schedule|arrange|set up|have|book|organi[sz]e|do|jump on|hop on|get on)\b (?:a |an )(?:\S+ ){0,3}(?:call|chat|interview|conversation|zoom|meeting|video call)\b.{0,40}\b(?:this|next|on|tomorrow|week|when|soon|\?)`),
	c(NextRound, 6, `\b(?:selected|shortlisted|chosen|picked|invited|put forward) (?:for|to) (?:an? |the |our )?(?:\S+ ){0,2}(?:interview|assessment|panel|next|second|final|trial|call|stage)`),
	c(NextRound, 5, `\b(?:would|will|does|do|is|are)\b.{0,60}\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.{0,30}\b(?:convenient|suit|work|possible|be ok|okay)|\bwould \d.{0,40}\b(?:convenient|suit|work|be possible)|^(?:are you )?free (?:on |this |next )?(?:mon|tue|wed|thu|fri|sat|sun)|\b(?:wants?|would like|like|love) (?:a|to have a) (?:\S+ )?(?:chat|call|word|meeting|interview|conversation)\b|\b(?:like|love|want) you to (?:come|visit|join us|spend|give|present|meet)\b|\b(?:like|love) to (?:hear|see) (?:a |an |your )?(?:\S+ ){0,2}(?:lecture|presentation|talk|demo|demonstration|lesson|audition|pitch|portfolio)\b`),
	c(NextRound, 6, `\b(?:invit(?:e|ed|ing)|invitation)\b.{0,60}\b(?:interview|second|next|final|further|panel|on-?site|assessment|call|chat|meeting|meet|stage|round|technical|conversation|presentation|trial)\b`),
	c(NextRound, 6, `\b(?:move|moving|moved|progress|progressing|progressed|proceed|proceeding|advance|advancing|advanced|put|take|taking|get|going|pass(?:ed|ing)?|bring(?:ing)?)\b.{0,20}\b(?:you |your application |candidacy )?.{0,20}\b(?:forward to|ahead to|on to|onto|through to|to the|into the)\b.{0,16}\b(?:next|second|third|final|technical|panel|on-?site|last|following|another|interview)\b`),
	c(NextRound, 5, `\b(?:like|love|keen|happy|pleased|delighted|want|excited|great)\b.{0,24}\bto (?:\S+ )?(?:move|progress|take|bring|proceed)\b.{0,20}\b(?:forward|ahead|further|with you|to the next)`),
	c(NextRound, 5, `\b(?:you(?:'re|’re| are)|you(?:'ve|’ve| have)(?: made it)?|made it) through\b|\bshortlisted\b|\bsuccessful (?:at|in) (?:the|this) (?:first|initial|previous|interview)`),
	c(NextRound, 5, `\b(?:second|2nd|third|3rd|final|next|follow-?up|further|technical|panel|on-?site)[- ](?:round |stage )?(?:interview|conversation|chat|call|meeting|round|stage|step)\b.{0,80}\b(?:would|will|with|on|schedule|arrange|book|set up|availab|suit|happy|like)\b`),
	c(NextRound, 4, `\b(?:like|love|want|keen) (?:you )?to (?:meet|see|speak (?:to|with)|talk to|have) (?:you|the|our|some|more)\b|\bmeet (?:the|our|some of the|more of the) (?:team|director|hiring manager|founders?|ceo|cto|head|rest)|\bcome (?:back in|in (?:on|for|to|and|next|this)|for a|and meet)\b`),
	c(NextRound, 4, `\b(?:let (?:us|me) know|share|send|give|confirm|what is|what's|what’s|check)\b.{0,24}\b(?:your )?availab(?:le|ility)\b|\b(?:when|which|what) (?:days?|times?|dates?|slots?)\b.{0,40}\b(?:work|suit|best|free|would)|\b(?:are|would) you (?:be )?(?:free|available)\b|\bwould (?:\S+ ){1,6}(?:suit|work for) you`),
	c(NextRound, 4, `\b(?:book|choose|pick|select|schedule|arrange|set up|find)\b.{0,20}\b(?:a|an|your|the|some) (?:\S+ )?(?:slot|time|interview|call|chat|conversation|date)\b`),
	c(NextRound, 4, `\b(?:einladen|einladung)\b.{0,60}\b(?:gespräch|interview|runde|kennenlernen)|\bzweite[ns]? gespräch|\b(?:inviter|invitation)\b.{0,60}\b(?:entretien|rencontrer)|\bdeuxième entretien|\b(?:invitar(?:te|le)|invitarlo)\b.{0,60}\bentrevista|\bsegunda entrevista|\buitnodigen\b.{0,60}\bgesprek|\btweede gesprek|\binvitar(?:la|ti|lo)\b.{0,60}\bcolloquio|\bsecondo colloquio`),
	c(NextRound, 5, `\b(?:see|meet|speak (?:to|with)|talk to|have) you again\b|\b(?:want|wants|like|would like|keen) to (?:see|meet) you\b|\b(?:join us|come in|meet us|visit us)\b.{0,30}\b(?:interview|second|office|final|round)`),
	c(NextRound, 6, `\b(?:attend|come (?:in |along )?(?:to|for)|take part in|join)\b.{0,24}\b(?:interview|assessment|trial|panel|final round|second round|technical)\b`),
	c(NextRound, 3, `\bcan you (?:do|make|manage) (?:\S+ )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bcould you (?:do|make) (?:\S+ )?(?:mon|tues|wednes|thurs|fri)day\b|\btime slots?\b`),
	c(NextRound, 2, `\bnext (?:stage|round|interview|step)\b`),

	c(NextRound, 5, `\b(?:open to|up for|free for|time for|interested in|fancy) (?:an? )?(?:\S+ ){0,2}(?:call|chat|conversation|interview|coffee|meeting)\b|\bnext up (?:is|would be|will be)\b|\b(?:you|you've|you’ve)(?: have)? (?:passed|cleared|aced)\b|\b(?:here(?:'s|’s| is)|this is|via|through|in|on) my (?:calendar|calendly|booking (?:page|link))\b|\bbook yourself in\b`),

	// references
	c(References, 6, `\b(?:letters?|names?) of recommendation\b|\brecommendation letters?\b|\b(?:for|your|two|three|some|any) refs\b`),
	c(References, 6, `\b(?:people|someone|somebody|persons|colleagues|managers?|boss(?:es)?)\b.{0,30}\b(?:who know|know|knows|can speak|can vouch|have worked with|has worked with|worked with)\b.{0,20}\b(?:you|your work)\b|\bfor a (?:quick |short |written )?reference\b|\b(?:ring|phone|call|contact|speak to|talk to|write to) your (?:last|former|previous|current|old|line|ex)\b`),
	c(References, 6, `\b(?:send|provide|share|give|supply|need|let (?:us|me) have|forward|require|names? of|details (?:of|for)|contact details)\b.{0,60}\b(?:referees?|references?)\b`),
	c(References, 6, `\b(?:referees?|references?)\b.{0,60}\b(?:contact details|please|may we contact|can we contact|could you|who (?:can|could)|speak to)\b`),
	c(References, 5, `\b(?:two|three|2|3|your|some|any|suitable) (?:\S+ )?(?:referees|references)\b|\breference stage\b|\bwho (?:can|could|would) (?:we |i )?(?:speak to|vouch|give|act as)`),
	c(References, 5, `\b(?:contact|approach|take up|speak (?:to|with)|check|call|request)\b.{0,20}\b(?:your |two |the )?(?:referees?|references)\b|\breference checks?\b`),
	c(References, 6, `\breferenz(?:en|geber)\b|\bréférences (?:professionnelles)?\b.{0,40}\b(?:envoyer|fournir|coordonnées)|\breferenties\b`),

	// documents
	c(Documents, 5, `\b(?:send|share|provide|upload|email|forward|submit|see)\b.{0,40}\b(?:samples|pieces|examples|work you(?:'ve|’ve| have)|clips|recordings?|drawings|designs)\b`),
	c(Documents, 5, `\b(?:please|kindly|could you|can you|would you|i need|we need|we require|need you to|missing)\b.{0,60}\b(?:licen[cs]e|diplomas?|degree|certificates?|certification|utility bill|list of (?:your )?(?:publications|projects|references)|publications|scan(?:s|ned)?|photocop(?:y|ies)|birth certificate|permit|insurance number|bank details|signed|declaration|consent|p45|medical)\b`),
	c(Documents, 6, `\b(?:send|provide|upload|complete|fill (?:in|out)|submit|forward|share|return|attach|e-?mail|supply|let (?:us|me) have|need|have a look at|do|finish)\b.{0,60}\b(?:cv|résumé|resume|portfolio|transcripts?|certificates?|passport|proof|right[- ]to[- ]work|(?:the|this|attached|application|following|short) form|documents?|work samples?|samples? of|take-?home|coding (?:task|challenge|test|exercise)|(?:short |home |written |practical |technical )?(?:task|exercise|assignment|case study|test|challenge|questionnaire|assessment)|payslips?|presentation|slides|cover letter|id\b|identification|github|visa)\b`),
	c(Documents, 5, `\b(?:mind|by) (?:sending|sharing|providing|uploading|completing|returning|submitting|forwarding|emailing|attaching)\b.{0,60}\b(?:cv|résumé|resume|portfolio|transcripts?|certificates?|passport|proof|form|documents?|samples?|slides|presentation|cover letter|id)\b`),
	c(Documents, 4, `\b(?:attached|here is|here's|here’s|below is|link to)\b.{0,30}\b(?:task|exercise|assignment|case study|take-?home|challenge|questionnaire|form|assessment)\b`),
	c(Documents, 5, `\b(?:exercise|task|assignment|case study|form|questionnaire|test)\b.{0,30}\b(?:attached|enclosed|below|linked)\b|\b(?:return|send) (?:it|them|this) (?:back )?(?:to (?:me|us) )?(?:by|before|until)\b`),
	c(Documents, 5, `\bbring\b.{0,40}\b(?:proof|passport|right[- ]to[- ]work|certificates?|originals?|documents?)\b|\b(?:still |also |will )?(?:need|require|missing)\b.{0,50}\b(?:your (?:ni|national insurance|bank|passport|id|visa|degree|tax|social security|certificate|cv|portfolio|transcript)\b|a (?:signed |scanned )?(?:copy|scan) of|(?:signed|completed) \S+(?: \S+){0,2} form)`),
	c(Documents, 5, `\b(?:senden|schicken|reichen|übermitteln)\b.{0,60}\b(?:unterlagen|zeugnisse?|lebenslauf|nachweis)|\bmerci de (?:nous )?(?:envoyer|transmettre)\b.{0,60}\b(?:cv|documents?|diplômes?)|\b(?:envíe|enviar|envíenos|envíame)\b.{0,60}\b(?:documentos?|currículum|cv)`),

	c(Documents, 5, `\b(?:could|can|may|might|please)\b (?:i|we|you)? ?(?:also )?(?:get|have|see|let (?:us|me) have) (?:your|the|a|an|some|copies|any|two|three)\b.{0,30}\b(?:cv|résumé|resume|portfolio|transcripts?|certificates?|passport|proof|copies|a copy|github|samples?|slides|id|link to)\b`),

	// delay
	c(Delay, 6, `\b(?:not|n't|n’t) (?:\S+ )?(?:finished|complete|completed|concluded|wrapped up)\b|\bpushed (?:back|to|into|out)\b|\b(?:ask|asking) for (?:your|a little|some) (?:more )?patience\b`),
	c(Delay, 6, `\b(?:dragg(?:ing|ed) on|gone quiet|gone silent|chasing (?:them|him|her|the|it|for)|i(?:'m|’m| am) chasing|(?:will|can) only (?:meet|convene|decide|sit)|taking (?:so|too|this) long|keeping you (?:waiting|hanging)|when they come back|no (?:word|response|reply|answer) (?:from|yet))\b`),
	c(Delay, 6, `\b(?:nothing (?:new |much )?to (?:report|tell|share)|no news|hang in there|as soon as (?:i|we) (?:know|hear|have)|(?:not|n't|n’t) (?:\S+ )?(?:come to|reached|arrived at) an? (?:\S+ )?(?:conclusion|agreement|verdict)|need(?:s)? (?:until|till)|waiting (?:for|on) (?:sign-?off|approval|budget|the (?:board|panel|director|ceo|client)))\b`),
	c(Delay, 6, `\bno (?:final )?(?:decision|answer|news|update) (?:yet|so far|as yet|at this (?:point|stage))\b|\b(?:not|n't|n’t) (?:yet |been |\S+ ){0,3}(?:able to )?(?:met|meet|convened?|sat|got(?:ten)? (?:round|together))\b.{0,20}(?:yet|panel|committee|board|$)|\b(?:panel|committee|board|team|manager) (?:has|have|is|are)(?: not|n't|n’t) (?:yet )?(?:been able|met|decided|finished|back)\b`),
	c(Delay, 5, `\b(?:a |an )?(?:further|additional|extra|another|more) (?:\S+ ){0,2}(?:days?|weeks?|months?)\b|\b(?:more|other|further) (?:people|candidates|interviews|applicants|conversations) to (?:see|meet|do|hold|finish|have|speak)\b`),
	c(Delay, 4, `\b(?:hope|expect|aim|plan|should|intend|will)\b.{0,30}\b(?:outcome|result|write to you|inform you|conclude)\b.{0,60}\b(?:days?|weeks?|months?|by|on)\b`),
	c(Delay, 6, `\b(?:delay(?:ed|s)?|longer than (?:we |i )?(?:\S+ )?(?:expected|planned|hoped|thought|anticipated|usual)|taking (?:a )?(?:little |bit |lot |while )*longer|more time|running (?:late|behind|a bit)|slipped|pushed back|held up|behind schedule|bear with us|sorry for the (?:wait|silence|radio silence|slow)|apologi(?:es|se|ze) for (?:the|keeping|not|our) (?:wait|delay|silence|you waiting|getting))`),
	c(Delay, 6, `\b(?:not|n't|n’t|yet to|still)\b.{0,24}\b(?:made (?:a|our|the|any) (?:final )?decision|reached a decision|decided|finished (?:the |our )?interview|concluded|have (?:a|an) (?:decision|answer|update|news)|heard back)`),
	c(Delay, 6, `\b(?:not yet|yet) (?:\S+ )?(?:able|in a position) to (?:tell|say|give|confirm|share|let you)|\bbearing with us\b`),
	c(Delay, 5, `\bstill (?:interviewing|deciding|meeting|in the process|considering|speaking|seeing|waiting|working|reviewing|finalising|finalizing|discussing|going through|on the shortlist|very much)`),
	c(Delay, 5, `\b(?:on hold|paused|hiring freeze|put (?:\S+ )?on ice|postponed)\b|\b(?:budget|sign-?off|approval|headcount)\b.{0,60}\b(?:wait|pending|not yet|approved|before)`),
	c(Delay, 4, `\b(?:hope|expect|aim|plan|should|will|ought)\b.{0,30}\b(?:decision|decide|news|update|be in touch|get back to you|let you know|come back to you|know more|hear from us|have an answer|have more)\b`),
	c(Delay, 6, `\b(?:slower|later|more slowly) than (?:we |i )?(?:\S+ )?(?:planned|expected|hoped|thought|usual|promised)|\btaking us (?:\S+ )?longer\b|\bneed (?:a (?:bit|little|few) )?(?:more|another|extra) (?:time|days?|weeks?)\b`),
	c(Delay, 4, `\bthank(?:s| you) for (?:your |being )?(?:continued )?patien(?:ce|t)\b|\b(?:let you know|be in touch|hear from (?:us|me)) either way\b|\b(?:hoping|hope|aiming|plan(?:ning)?) to (?:wrap|finish|conclude|decide|have|get back|make|be able)\b`),
	c(Delay, 6, `\b(?:nothing|no decision|no one|nobody|none) (?:has|have) (?:yet )?been (?:decided|made|chosen|taken|selected)\b|\bonly (?:meets?|decides?) on\b`),
	c(Delay, 4, `\b(?:haven't|haven’t|have not) forgotten|\bjust (?:a )?(?:quick |short )?(?:update|note) to (?:let you know|say)`),
	c(Delay, 5, `\b(?:verzögert|verzögerung|noch etwas (?:zeit|geduld)|dauert (?:noch|leider))\b|\b(?:retard|encore quelques jours|prend plus de temps)\b|\b(?:retraso|un poco más de tiempo)\b`),

	// acknowledgement
	c(Acknowledgement, 5, `\b(?:application|task|documents?|portfolio|cv|slides|form|submission|message|papers)\b.{0,16}\b(?:has |have )?(?:reached|got to) (?:us|me)\b`),
	c(Acknowledgement, 6, `\back?nowledg(?:e?ment|es?|ing)\b.{0,40}\b(?:receipt|received|application|documents?|that)\b|\b(?:documents?|application|papers|file|forms?|email|message|portfolio) (?:has|have|was|were) (?:\S+ )?(?:received|forwarded|passed on|registered|recorded)\b`),
	c(Acknowledgement, 5, `\b(?:confirm(?:ing|ed|s)?|say|know|note)\b.{0,24}\b(?:application|task|take-?home|test|exercise|documents?|portfolio|cv|slides|presentation|form|mail|message|submission|everything|it|they|these)\b.{0,16}\b(?:arrived|came through|reached (?:us|me)|landed|is here|are here|is in|are in)\b`),
	c(Acknowledgement, 6, `\b(?:received|receipt of|got|safely received)\b.{0,30}\b(?:your |the )(?:\S+ )?(?:application|portfolio|slides|answers?|work|forms?|cv|résumé|resume|mail|e-?mail|message|documents?|note|enquiry|inquiry|submission|form|task|assignment|details|references)`),
	c(Acknowledgement, 5, `\bthank(?:s| you)\b.{0,20}\bfor (?:applying|your (?:application|interest|submission)|submitting|sending|getting (?:this|it|these) (?:over|back))`),
	c(Acknowledgement, 5, `\b(?:have|has been|safely) received (?:it|them|this|everything)\b|\bapplication (?:has been|was) (?:\S+ )?(?:submitted|received|sent)\b`),
	c(Acknowledgement, 4, `\b(?:i|we) (?:now )?have (?:now )?(?:all )?(?:your|the|all) (?:\S+ )?(?:documents?|details|forms?|references|application|portfolio|paperwork)|\b(?:everything|all) is (?:now )?(?:complete|there|in order)\b`),
	c(Acknowledgement, 3, `\b(?:will|'ll|’ll) (?:review|read|look (?:at|over|through)|consider|be reviewed|pass (?:it|this|them) on)\b|\b(?:noted|well received|duly received|arrived safely)\b`),
	c(Acknowledgement, 5, `\b(?:eingang|erhalt) ihrer (?:bewerbung|unterlagen|nachricht)|\bihre bewerbung (?:ist |haben wir )(?:\S+ ){0,3}(?:eingegangen|erhalten)|\baccus(?:é|ons) (?:de )?réception|\bhemos recibido (?:su|tu) (?:solicitud|candidatura)|\bhebben (?:je|uw) sollicitatie (?:\S+ )?ontvangen`),

	// feedback
	c(Feedback, 2, `\byour (?:\S+ ){1,2}(?:was|were|is|are) (?:\S+ )?(?:great|good|strong|excellent|weak|poor|thin|clear|vague|slow|late|short|long|confusing|rushed|brilliant|superb|solid|a mess|messy|unclear|convincing|average|impressive|sharp|flat|relevant|dry)\b`),
	c(Feedback, 6, `\b(?:share|pass on|send|tell you|give you) what (?:we|they|the (?:panel|team|interviewers?|reviewers?)) (?:noted|thought|liked|said|felt|saw|wrote)\b`),
	c(Feedback, 6, `\b(?:panel|team|interviewers?|reviewers?|committee|jury)(?:['’]s|s['’])? (?:comments|remarks|notes|impressions|thoughts|observations|feedback)\b`),
	c(Feedback, 5, `\b(?:you asked|asked me|wanted to know)\b.{0,20}\bhow (?:you (?:came across|did|were|got on)|it went|the interview went)|\b(?:they(?:'d|’d| would)?|panel|team|we(?:'d|’d| would)?) (?:have |would have )?(?:liked|welcomed|wanted|preferred) (?:you to |to (?:see|hear) |figures|more |examples)`),
	c(Feedback, 6, `\b(?:as you asked|you (?:had )?asked|as (?:requested|promised|discussed)|here (?:is|are)|here's|here’s|happy to (?:share|give|offer|pass on)|below are|these are)\b.{0,40}\b(?:pointers?|thoughts|comments|remarks|notes? (?:from|on|of)|(?:reviewers?|panel|interviewers?|team)(?:['’]s?|s['’])? (?:notes|comments|thoughts|remarks)|what (?:the|we) (?:panel|team|interviewers?|reviewers?|thought|liked))\b`),
	c(Feedback, 4, `^\W*(?:strengths?|to work on|areas? (?:for|of|to)|could (?:be )?improve|what went well|less strong|weaker points?|positives?|negatives?)\b[^.:]{0,30}:`),
	c(Feedback, 6, `\b(?:you asked|asked for|as (?:requested|promised|discussed)|happy to (?:share|give|provide)|here (?:is|are)|here's|here’s|some|following up with|below|promised)\b.{0,40}\bfeedback\b`),
	c(Feedback, 5, `\b(?:panel|interviewers?|team|they) (?:\S+ )?(?:scored|rated|praised|marked) you\b|\brequest for feedback\b|\binterview feedback\b|\bfeedback (?:from|on|about|is|was)\b.{0,40}\b(?:the panel|panel|your|interview|team|interviewers?|that)|\bpanel (?:felt|scored|rated|thought|said|noted|liked|would have)|\b(?:areas?|things?) (?:for|to) (?:improve(?:ment)?|develop(?:ment)?|work on)`),
	c(Feedback, 3, `\b(?:your strengths?|strong points|came across|would have liked|could have (?:been|gone|given)|scored)\b`),
}

// Sentences that speak of what may come, and tell nothing yet.
var (
	reHypothetical = phrasing(`(?i)\b(?:if (?:you(?:'re|’re| are| were)?|we|your|this|the|it|successful|shortlisted|selected)\b.{0,40}\b(?:success|select|shortlist|chosen|through|offer|invit|proceed|progress|decide|hear|unsuccess|not)|should (?:you|your|we)\b.{0,40}\b(?:success|select|shortlist|be|progress|invit|decide)|successful (?:candidate|applicant)s? (?:will|would|are)|(?:un)?successful or not|whether or not|whether (?:you|we|or|to)|either way|before (?:we|making|any|an|we can)\b.{0,20}\boffer|shortlisted (?:candidate|applicant)s|only (?:shortlisted|successful)|please assume|can assume|all candidates|the candidates? we|candidates? (?:will|to be) (?:invited|offered)|once (?:we|all|the)\b.{0,40}\b(?:decid|offer|interview))`)
	reOfferOther   = phrasing(`(?i)\bjoin (?:us (?:on|in|for|at) )?(?:our|the|this|that|a|an) (?:\S+ ){0,2}(?:call|meeting|session|tour|lunch|dinner|drinks?|chat|webinar|zoom|stand-?up|evening|day|round)\b|\boffer (?:you|them|candidates)? ?(?:some|any|more|further|a few|you)? ?(?:feedback|an? (?:\S+ ){0,2}(?:interview|slot|time|call|chat|conversation|date|meeting|drink|lift|place (?:in|at|on))|(?:some|my|our|the|a few) (?:times|dates|slots|thoughts|help|advice|apolog|thanks|feedback))|on offer|special offer|offer (?:ends|expires|code)|% off|\d ?%|(?:job|role|position)s? (?:we|they) offer|other offers|competing offers?|any (?:other )?offers?`)
	reNotOffer     = phrasing(`(?i)\b(?:not|n't|n’t|unable|cannot|no|without|regret|sorry|another|someone else|other candidate)\b`)
)

// Subjects and openings of answers that a machine gave.
var (
	reAutoSubject = pattern(`(?i)^\s*(?:(?:re|aw|fwd?|wg|sv|vs|antw)\s*:\s*)*(?:\[?(?:automatic reply|automated reply|auto[- ]?reply|auto[- ]?response|autoreply|out of (?:the )?office|ooo|on (?:annual |maternity |parental |sick )?leave|away from (?:the )?office|abwesenheits(?:notiz|nachricht|meldung)?|automatische antwort|abwesend|réponse automatique|absence du bureau|absent|respuesta automática|fuera de la oficina|risposta automatica|fuori sede|automatisch antwoord|afwezig|autosvar|automatiskt svar|frånvaro|resposta automática|ausência|automaattinen vastaus|automatická odpověď|odpowiedź automatyczna|автоответ|автоматический ответ|自动回复|自動返信|undeliverable|undelivered mail|delivery status|mail delivery|returned mail|failure notice|read:|gelesen:|lu\s*:))`)
	reAutoBody    = phrasing(`(?i)\b(?:i am|i'm|i’m|we are|i will be|i'll be)\b.{0,30}\b(?:out of (?:the )?office|on (?:annual |maternity |paternity |parental |sick |study )?leave|on (?:my )?(?:holiday|vacation)s?|away (?:from|until|on)|travelling with limited)|\bthis is an auto(?:matic|mated)(?: e?-?mail)? (?:reply|response)|\bbin (?:derzeit|zurzeit|aktuell|vom|bis)\b.{0,40}\b(?:nicht|abwesend|urlaub|außer haus)|\bich bin (?:ab|bis|vom)\b.{0,40}\bnicht (?:im büro|erreichbar)|\bje suis (?:actuellement )?(?:absente?|en congés?)|\bestoy (?:fuera|de vacaciones|ausente)|\bik ben (?:momenteel )?(?:afwezig|niet aanwezig|met vakantie)|\bsono (?:fuori|assente|in ferie)`)
	reNewsletter  = phrasing(`(?i)\b(?:unsubscribe|manage (?:your )?preferences|view (?:this (?:email|mail) )?in (?:your )?browser|newsletter|jobs? alerts?|new jobs? (?:for you|matching|near)|jobs you may|recommended jobs|people also viewed|your weekly|webinar|sale ends|% off|your order|order confirmation|parcel|invoice|password|verification code|verify your|subscription|abmelden|abbestellen|se désabonner|darse de baja)\b`)
	// What comes from shops, accounts and people at home.
	reElsewhere = phrasing(`(?i)\b(?:h(?:i|ey|ello) (?:all|everyone|folks|guys|love|mum|dad|neighbours?)|book club|choir|at mine|(?:flat|house|apartment|room|car|sofa) (?:is )?(?:still |to )(?:available|rent|let)|your (?:\S+ )?tickets?|(?:the|your) rent|landlord|amount due|direct debit|kick-?off|lads|mate|(?:your \S+ |monthly |account |bank )statement|new (?:sign|log)-?in|sign(?:ed)?[- ]in (?:from|to your account)|your (?:account|bill|statement|payment|booking|reservation|delivery|package|parcel|order|ticket|prescription|appointment with dr|membership|rent|lease|tax return|insurance|phone|broadband|meter)|(?:has|will) (?:been )?(?:shipped|dispatched|delivered)|track your|mum|mom|dad|granny|grandma|love you|birthday|(?:for|on for|to) dinner|barbecue|bbq|holiday photos|the kids|babysit\w*|football|netflix|recipe|wedding|dentist|vet|plumber|landlord|neighbou?r)\b`)
	reEmployers = phrasing(`(?i)\b(?:team|manager|colleagues?|offer|salary|contract|start date|referees?|references?|portfolio|cv|résumé|resume|panel|interview\w*|application|candidate|decision|office|role|position|job|stage|trial|shortlist\w*|hr|recruit\w*|hiring|meeting you|speaking with you|talking to you)\b`)
	reManyOf    = phrasing(`(?i)\bunsubscribe\b|\bregister now\b|\bmanage (?:your )?preferences\b|\bview (?:this (?:email|mail) )?in (?:your )?browser\b`)
	reAboutMe   = phrasing(`(?i)\b(?:your (?:application|interview|candidacy|cv|résumé|resume|interest in)|interview(?:ed|ing)?|application|candidate|recruit|hiring|vacanc|role|position|bewerbung|gespräch|candidature|entretien|entrevista|solicitud|sollicitatie|colloquio)\b`)
)
