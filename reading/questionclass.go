package reading

import "sync"

// What the questions that every interview has are known by. The tables are read in order: the first
// rule that fits names the class.

var (
	phrases       = sync.OnceValue(func() map[string][]phrase { return readPhrases(phraseLines) })
	likeWords     = sync.OnceValue(func() map[string]string { return readAlike(alikeLines) })
	frequent      = sync.OnceValue(func() map[string]string { return readFrequent(emptyWords) })
	emptyWord     = sync.OnceValue(func() map[string]bool { return readEmpty(emptyWords) })
	ruleWords     = sync.OnceValue(func() map[string]int { return ruleVocabulary(ruleLines) })
	questionRules = sync.OnceValue(func() []questionRule { return readRules(ruleLines) })
	classWords    = sync.OnceValue(func() map[string][]string { return readClassWords(classWordLines) })
)

// phraseLines: what a turn of phrase becomes, and the ways to say it.
const phraseLines = `
	colleague: co worker, co workers, team member, team members, team mate, team mates, work associate, work associates, someone on your team, somebody on your team, someone you work with, someone you worked with, people you work with, person you worked with, member of your team, members of your team, someone at work, somebody at work, those you work with
	manager: line manager, team lead, team leader, head of department, someone above you, someone senior to you, person you report to, reporting manager
	disagree: difference of opinion, differences of opinion, different opinion, different opinions, different viewpoint, different view, see eye to eye, saw things differently, see things differently, did not agree, do not agree, not in agreement, think is wrong
	conflict: fell out, fall out, falling out, did not get along, do not get along, did not get on, do not get on, hard to get along with, problem getting along, problems getting along, trouble getting along, clashed with, butt heads, butted heads, at odds, an argument with, argument with, an argument you had, arguments with, argument at work, had an argument
	get_on: get along with, get on with, getting along with, got along with, got on with
	fail: did not work out, did not go to plan, did not go as planned, not go well, did not succeed, fell short, fall short, went badly, did not go the way, fell flat, did not meet your goals, did not meet a goal, did not reach a goal
	mistake: got wrong, get wrong, got something wrong, messed up, mess up, screwed up, dropped the ball, got it wrong, get something wrong
	weakness: areas for improvement, area for improvement, areas of improvement, area of improvement, area for growth, area of growth, areas of growth, areas for growth, areas for development, area for development, area of development, development area, development areas, growth area, growth areas, areas to improve, area to improve, weak spot, weak spots, weak point, weak points, weak side, weak sides, need to improve, need to work on, needs work, want to get better at, like to get better at, could be better at, not so good at, not good at, do less well, struggle with, could you improve, could you do better, would you like to improve about yourself, achilles heel
	strength: strong point, strong points, strong suit, strong suits, good at, best at, great at, excel at, do best, do well, do really well, superpower, really good at, strong side, strong sides
	remote: work from home, working from home, worked from home, home office, at home, from home, work at home, distributed team, distributed teams, in the office
	prioritise: manage your time, time management, organise your time, organize your time, organise your day, organize your day, organise your work, organize your work, plan your day, plan your work, competing deadlines, competing demands, multiple deadlines, several deadlines, multiple tasks, several tasks at once, several projects at once, multiple projects, many things at once, competing priorities, conflicting priorities, what to do first, what comes first, decide what is most important, a lot on your plate, too much on your plate, keep on top of, workload
	leave: move on, moving on, change jobs, changing jobs, switch jobs, switching jobs, look for a new job, looking for a new job, looking for a new role, looking for something new, looking for something else, looking for a change, looking to move, looking to change, look for another job, looking for another job, look for a new role, change job, want to change, looking around, on the market, in the market, left your last, look elsewhere, looking elsewhere, making a move, make a move, making the change, ready for a change, go elsewhere
	about yourself: bit about who you are, something about yourself, more about yourself, who you are
	why hire you: why should we choose you, why should we pick you, why should we take you, why should we give you, why should we offer you, why should you get, why are you the right, why are you the best, what makes you the right, what makes you the best, what makes you right, what makes you stand out, what sets you apart, what makes you a good, what makes you a great, what makes you suitable, why are you a good, why are you a great, why are you suitable, why are you suited, why do you think you are right, why you would be a good fit, why you will be a good fit, why would you be a good, why you are a good fit, why you and not, what can you bring, what would you bring, what do you bring, what will you bring, what can you offer, what can you contribute, what would you contribute, what could you contribute, what can you do for us, what could you do for us, what value, what do you have that others, why you and not the others
	why_us: what made you apply, what makes you want to work, what makes you want to join, what drew you to, what draws you to, what attracted you to, what attracts you to, what interests you about, what interested you in, what interested you about, what excites you about, what appeals to you about, what do you like about our, what do you like about this, what do you like about us, what made you want to, what brings you to us, what brings you here, what brought you to us, why did you apply, why are you applying, why have you applied, why did you choose us, why us, why this company, why this role, why this job, why this position, why our company, why here, why are you interested in us, why are you interested in this, why are you interested in the, why are you interested in our, why are you interested in working, why are you interested in joining, why would you like to work, why would you like to join, why would you want to, reasons for applying, reason for applying, what about this role, what about this job, what about this position, how come you applied, motivation for applying, motivation to apply
	five_year: five years, 5 years, five year, 5 year, 3 years, three years, ten years, 10 years, 3 to 5 years, few years from now, few years time, long term, career goals, career goal, career plan, career plans, career aspirations, career ambitions, future plans
	first_month: first 90 days, first ninety days, first 30 days, first thirty days, first 60 days, first 100 days, first hundred days, first three months, first 3 months, first six months, first 6 months, first month, first months, first few months, first quarter, first week, first weeks, first few weeks, first day, first year
	ask_us: questions for us, questions for me, question for us, question for me, question you want to ask, questions you want to ask, questions you would like to ask, anything you would like to ask, anything you want to ask, anything to ask, like to ask us, want to ask us, like to ask me, want to ask me, ask us anything, ask me anything, like to know from us, want to know from us, like to know about us, want to know about us, ask of us, any questions, have questions, what questions do you have, what can i answer for you, what can we answer for you, what can i tell you, what can we tell you, what would you like to ask
	keep_current: up to date, keep current, stay current, stay abreast, keep abreast, keep up with, stay on top of, keep learning, keep your skills fresh, keep yourself informed, stay informed
	influence: push for, persuade, win over, won over, convince, convinced, talk someone round, bring someone round, got buy in, get buy in, buy in
	salary: how much do you want to earn, how much would you like to earn, what would you like to earn, what do you want to earn, what are you looking to earn, how much money, day rate, hourly rate, pay range, salary range, pay packet, pay package, salary package, package are you
	notice: notice period, how much notice, period of notice, weeks notice, have to give notice
	start_date: when can you begin, when could you begin, how soon could you begin, when would you begin, when can you start, when could you start, when would you be able to start, when are you able to start, how soon can you start, how soon could you start, how soon would you, how quickly can you start, how quickly could you start, earliest you can start, earliest you could start, when would you be available, when are you available to start, when will you be available, earliest start, available to start, able to start, could you join us, when can you join, how soon can you join, how soon are you available, when are you free to start
	first_time: a time when, a time that, a time in which, a time where, an occasion when, an occasion on which, an occasion where, a situation when, a situation where, a situation in which, a time, an example of, an instance when, an instance where
	work_alone: work alone, working alone, work on your own, working on your own, work independently, working independently, by yourself, autonomously, without supervision
	next_role: looking for in your next, looking for in a new, looking for in a job, looking for in a role, want from your next, want in your next, want from a job, looking for next, look for in a job, look for in a company, look for in an employer, ideal job, ideal role, dream job, perfect job, ideal next role, seeking in your next
	other_jobs: interviewing elsewhere, interviewing anywhere else, other companies are you, other companies you are, other interviews, other applications, other offers, other roles are you, talking to other companies, applying elsewhere, applied elsewhere, anywhere else, other irons in the fire, any offers, other processes
	beyond: above and beyond, extra mile, more than was expected, more than expected, beyond what was expected, beyond the call of duty, beyond your job
	work_permit: right to work, work permit, work visa, need a visa, need sponsorship, require sponsorship, visa sponsorship, eligible to work, authorised to work, authorized to work, allowed to work, permit to work
	say_no: say no, said no, push back, pushed back, turn down a request, turn someone down
	find_us: hear about us, hear of us, hear about this, hear about the, hear about our, find out about this, find out about the, find out about us, find this job, find this vacancy, come across this, come across us, learn about this role, find us
	spare_time: outside of work, outside work, spare time, free time, when you are not working, for fun, at weekends
	many hats: wear many hats, wearing many hats
`

// alikeLines: a word's meaning, and the words that share it, as written or by their stem.
const alikeLines = `
	colleague: colleague colleagu coworker cowork teammate teammat peer workmat workmate associate associates
	manager: manager manag boss bosses supervisor supervisors superior superiors
	company: company compani firm organisation organization organis organiz employer employers employ business workplace
	role: role job position posit post vacancy vacanc opportunity opportun opening
	hard: hard difficult challenging tough tricky demanding hardest toughest trickiest harder
	challenge: challenge challenges challeng obstacle obstacl hurdle hurdl setback setbacks difficulty difficulties difficulti
	disagree: disagree disagreed disagreement disagreements disagr
	conflict: conflict conflicts clash clashed dispute disput argued quarrel quarrelled
	achieve: achieve achievement achievements accomplishment accomplish accomplishments achiev success successes triumph
	proud: proud proudest pride
	weakness: weakness weaknesses weak shortcoming shortcomings flaw flaws limitation limitations
	strength: strength strengths strong
	feedback: feedback criticism criticisms critique criticize criticise criticized criticised critic
	pressure: pressure pressures stress stressful stressed pressured
	deadline: deadline deadlines deadlin timeframe
	mistake: mistake mistakes mistak misstep missteps blunder regret
	fail: fail failed failure failures failing unsuccessful flop flopped
	lead: lead led leader leadership leading
	salary: salary salaries salari pay paid compensation compens remuneration remuner wage wages earn
	expect: expect expectation expectations expected requirement requirements hoping
	leave: leave leaving left quit quitting resign resigned leav
	prioritise: prioritise prioritize prioriti priority priorities prioritis prioritiz juggle juggling juggl
	remote: remote remotely hybrid wfh telecommute
	cv: cv resume resumé curriculum
	project: project projects projet
	teamwork: teamwork collaborate collaboration collaborated collaborating collabor cooperate cooperation cooper
	decide: decide decision decisions decis decid
	handle: handle handl deal dealt dealing cope coping coped reacted manage managed managing respond respons responded approach approached tackle tackled tackl resolve resolved solve solving resolv solv overcome overcame address
	improve: improve improvement improv better
	learn: learn learned learnt learning
	receive: receive received receiv get got given took take taking accept
	biggest: biggest greatest largest main
	recent: recent recently lately latest last
	initiative: initiative initi proactive
	motivate: motivate motivates motivation motivated motiv drives inspires
	change: change changed changes chang adapt adapted adaptable adaptability
	customer: customer customers client clients custom guest guests user users
	worst: worst least
	own: own
	know: know heard
	team: team teams group
	hobby: hobby hobbies hobbi interests
	goal: goal goals aspiration aspirations ambition ambitions aim aims
	ambiguous: ambiguity ambiguous uncertainty uncertain unclear incomplete vague
	risk: risk risks
	influence: influence influenced influenc persuade persuaded convince convinced persuad convinc
	dislike: dislike disliked dislik frustrates frustrate frustrating frustrat annoys hate
	style: style styl
	favourite: favourite favorite favourit favorit passionate enjoyed enjoy
	relocate: relocate relocation reloc move moving
	travel: travel travelling traveling
	gap: gap gaps break
	problem: problem problems issue issues
	hire: hire hired hiring
	apply: apply applied applying appli
	join: join joining
	interest: interested interesting interest interests
`

// emptyWords carry nothing of what a question is about.
const emptyWords = `
	a an the of to in on at for with by from into about as and or so well ok okay please now then just also first_time
	i me my we our us you your yours yourself they them their it its he she his her this that these those there here one ones
	is are was were be been being am do does did done doing have has had having can could would will shall should may might must
	what which who whom whose how when where whether if
	tell tells telling describe described explain share give gave name talk talking walk take taking run discuss outline
	say said example examples time times occasion situation situations experience experiences most
	ever some any something anything somebody someone really actually bit little maybe perhaps briefly
	think thought let like want wish know start begin hear question ask asked interested curious
	through across up out today current currently work worked working role place more specific particular
	us
`

// ruleLines: the classes and their rules.
const ruleLines = `
	strengths_weaknesses: strength weakness you|your
	others_say: colleague|manager|friend|team>describe|say|call|rate you -strength|weakness|feedback ; rate you manager|colleague ; word colleague|manager|friend|team use|describe|pick
	three_words: describe yourself word|three|adjective|sentence ; word describe you|your -colleague|manager|friend ; sum_up yourself|you word|sentence
	strengths: strength you|your|i -important|company|team|product ; biggest strength ; strength !
	weaknesses: weakness you|your -company|team|product ; biggest weakness ; weakness !
	why_leave: why leave -us|team_project|university|school|out ; reason leave ; what leave made|make|makes|prompt|prompted|causing ; why leave role|company|current|last ; why_are_you_leave ; what prompt role -us ; why part company way|ways
	current_salary: salary current|present|now|today|currently -expect|range|look|hope|hoping|want|need ; what you salary now|present|currently|current|moment -expect|want
	salary: salary expect|range|look|hope|mind|want|need|require|figure|aim|like|desire|target ; salary you|your <8 -conversation|increase|last|previous ; salary ! ; salary number
	notice: notice -first|what_do_you ; notice company|role|current
	start_date: start_date
	your_questions: ask_us ; your questions -difficult|customer <7
	why_you: why hire you ; why_hire ; why_you <4 ; why you right|best|fit|suit|suitable|person role|us|company ; what make you good|right|fit|suit|suitable|strong -team|leader|lead|manager ; skills|experience relevant|bring role|us ; how you contribute|fit role|company|us|team -why_us
	why_us: what made_you_interest @|us|company|role ; what made_you_interest @|us|company|role ; why_us -leave|university|degree|career|industry|sector|field|teaching ; why you want work|join|role|company|@|part -leave|industry|sector|field|not|change|profession|manager ; why you want|like|choose|chose us|here|this|@ company|us|here|@|role -leave|industry|sector|field|not ; why>role|company|us|here <5 -leave|did|not|left ; why_@ <4 ; why you like|choose|chose @|us|company -leave -team|not <8 ; why you interest @|us|company|role -leave ; what interest_you @|us|company|role|here -leave ; what attract_you @|us|company|role ; what appeal_to_you ; what draw_you @|us|company|role ; what excites_you @|us|company|role ; what part mission|values resonate|appeal
	know_us: what|how know about us|company|our -role|colleague|yourself|skill <12 ; what_do_you_know company|us ; understand about us|company -role <9 ; heard about us|company -you_heard <8
	know_role: what know role <9 ; understand role|responsibilities <10 ; what think role involve
	five_years: five_year see|yourself|want|be|where|goal|plan|career ; five_year you|your|next|plan -project|have|had|experience ; where see yourself future|years|year ; where want be future|year|years|time ; your goal career|future|professional|long -team|project <9
	first_90_days: first_month you|your -learned|previous|last|current|project|time ; if hire you what do
	career_gap: gap cv|employment|year|career|between|history|work|role ; why out work ; unemployed
	about_you: about_yourself -time|strength|weakness|hard|proud|improve|like|change|learned ; introduce_yourself ; describe_yourself -word|three|as|leader|manager|sentence ; who_are_you ; through|overview|summary|summarise|summarize|run|outline|highlights cv|background|career|history|journey -gap|goal|change|code|project|hire ; tell|talk|describe|share|what|explain your background|cv|story|journey -gap|in_background|with|check ; tell about_you <7 ; know_about_you <8 ; tell|talk|describe|share|run your>career|history|path -gap|goal|change|highlight|five_year|proud|achieve|hard|mistake|fail|feedback|risk|decide|time|next ; through|about your experience so|far|date ; through your>experience <9 -with|project|using ; your background <5 ; bring_us up speed
	missed_deadline: deadline miss|missed|fail|late|slip|slipped|not ; miss|missed|late deliver
	disagree_manager: disagree|conflict|wrong manager -us|our ; disagree decide|instruction|policy company|above|made|manager|higher
	difficult_manager: hard|difficult manager -decide|project|time_manager
	difficult_customer: customer hard|difficult|angry|upset|unhappy|complain|complaint|complaints|dissatisfied|demanding|unreasonable|rude|conflict|irate
	feedback_give: give|gave|giving|deliver|delivered>feedback -you_were|were_given|received|us|example ; give|gave|had>feedback colleague|report|direct|manager -you_received|receive|from ; tell colleague hard|wrong|bad|terrible news|underperform ; terrible|bad|hard|unpopular news
	feedback: feedback you|your|receive|handle|respond|hard|negative|how -give|customer|user|loop|product|us|code -role ; feedback ! ; aspects feedback work
	conflict: conflict colleague|team|work|someone|person|people|manager|workplace|handle|time|you|office -merge|git|css|interest|version|dependency|armed|schedule|package ; conflict ! ; disagree colleague|team|someone|person|people|work|time|with|workplace|handle -manager|everyone|90|decide ; disagree ! ; hard|difficult|demanding colleague|person|people|someone|somebody|personality|personalities -project|decide|conversation|topic|explain|news|feedback ; work|get_on hard|dislike colleague|person|someone|people -project|decide ; person|people|someone|colleague get_on
	conversation: hard|difficult|awkward conversation|conversations
	pressure: pressure you|your|handle|work|time|under|perform|how -blood|group|customer|steam ; pressure ! ; deadline tight|short|meet|met|under|handle|time|work|you -miss|missed|fail|customer|not ; overwhelm|overwhelmed|overwhelming
	prioritise: prioritise you|your|how|work|task|tasks|time|handle ; prioritise !
	learn_from_failure: favourite|best fail
	project_failed: project fail -success
	failure: fail you|your|time|biggest|recent|learn|something|tell -deadline|test|server|system|request|pod|build|disk|node|service|project|colleague|team_mate|safe ; fail ! ; something|thing not work|plan|planned you -hard|with
	mistake: mistake you|your|time|biggest|recent|made|learn|handle -colleague|someone|code|else|customer|team ; mistake ! ; error|errors you made ; do|done differently|again time|situation|you -project|role|job ; what_do_differently
	proud: proud -not ; biggest|recent|your|professional>achieve -goal|team_achieve|project_goal|define|hope|want|like|not|first_month|measure ; achieve ! -want|hope|goal|define|measure
	success: success|successful define|definition|mean|measure|look ; achieve define|definition|mean
	project_hard: project|piece hard|difficult|complex|hardest|challenge|complicated -proud|favourite|current|people|person|colleague ; challenge aspect project -current ; problem hard|complex|technical solve|handle|run|work|biggest|encountered|faced -colleague|person|customer|someone|current
	project_current: project current|currently|now|moment -proud|hard|challenge|fail ; what_are_you_working_on -first_month
	project_favourite: project favourite|interest|love|loved|fun|exciting|excited|best -proud|fail|hard
	challenge: challenge you|your|handle|time|biggest|face|faced -project|company|us|industry|team|this|first_month|colleague|aspect|motivate|like ; challenge ! ; hard|difficult situation|time you -colleague|customer|decide|conversation|explain|news|manager|team|feedback|question|people|person|learn|project|problem
	leadership_style: style lead|manage|manager|management -like_to_be|managed|prefer|ideal|work_best -work_style ; kind|sort|type lead|manager are_you
	team_lead: lead show|showed|demonstrated ; lead team|project|group|people|others|someone|initiative -style|colleague|change|who|postmortem|manager_are ; lead ! ; when_did_you_lead
	managed: manager ideal|best|kind|type|prefer|sort|style -hard|difficult ; how like|prefer to_be_managed
	decision: decide hard|difficult|tough|biggest|unpopular|recent -manager ; decide quick|quickly|without|incomplete|pressure
	delegate: delegate|delegating|delegated you|your|how|work|tasks -event
	influence: influence you|your|time|someone|colleague|manager|others|without|people -who|biggest
	initiative: initiative you|your|time|take|taken|show|example
	beyond: beyond
	creative: creative|creativity|innovative|innovation|idea time|solution|example|come|came|suggest
	change: change you|your handle|role|time|big|unexpected|quick|quickly|sudden|plan|work -career|world|would|company|leave|yourself|back|data|code|schema|state|database|mind|manager ; change !
	ambiguous: ambiguous
	risk: risk take|taken|time|biggest|took -assess|assessment|project
	ethics: ethical|unethical|integrity|moral|dishonest
	mentor: mentor|mentored|mentoring|coach|coached|coaching|trained -who
	keep_current: keep_current
	learning: learn something|new|quickly|skill|time|fast|recent|taught -mistake|fail|project|hard ; teach yourself
	remote: remote you|your|work|how|feel|prefer|experience -procedure|repository|call|server ; remote !
	work_alone: work_alone ; prefer alone|team|yourself
	teamwork: team work|part|role|example|player|member|time|in|teamwork|how -lead|our|your_team|size|structure|manager|conflict|like|style|company|build|fail ; teamwork -tool|with_tool ; team_player
	managed_style: work_style you ; environment ideal|best|prefer|kind|you|describe -production|test|fast|code
	motivation: motivate you|your|what|how -team|others|colleague|apply|people ; motivate ! ; what_gets_you bed|morning|going ; what you excited|passionate|excites <6
	dislike: dislike|worst you|your role|about|work|current|last -colleague|person|people|most|feature ; what favourite_dislike ; what_dislike you
	like_most: like|favourite|enjoy most|best role|work|current|last -least|worst|project|us|company|feature|colleague|look
	current_role: what_do_you_do current|currently|now|present|role -spare_time|hobby|handle ; your|current|last|day responsibilities|role|day|duties -spare_time|leave|like|why|strength|dislike|favourite|salary|biggest|first_month|achieve|learn|proud|hard|manager|gap|ideal|best|perfect|project|find|expect|next|notice|challenge|look|want ; typical|average day|week your|you ; day_to_day your|current|you
	next_role: next_role ; what look next|new role|company -leave|why ; what want role|next -why|us|not
	culture: culture|environment kind|type|ideal|prefer|thrive|best|fit|looking|work
	other_jobs: other_jobs ; other company|offers|interviews|applications talk|interview|speak|apply|you
	relocate: relocate you|willing|open|able|would -team|data|code|on|leave
	travel: travel you|willing|work|much|open|able|role -time|dream|favourite
	work_permit: work_permit ; visa
	overtime: overtime|weekends|evenings|shifts|nights work|able|willing|open|available
	overqualified: overqualified
	hobbies: spare_time ; hobby|hobbies you|your
	find_us: find_us
	references: references you|your|provide|call|contact ; referee
	project_recent: project through|recent|worked|past|tell|describe|walk|explain|previous -fail|hard|proud|manage|lead|favourite|plan|with|disagree|conflict|push|influence|role|improve|own|learn|using|late|deadline|customer|built_with <15
`

// classWords are more words that a class is looked for by.
const classWordLines = `
	about_you: yourself introduce introduction cv background
	why_us: what made_you_interest @|us|company|role ; why us company apply motivation role
	why_you: why hire you fit
	why_leave: leave reason
	five_years: five years future goal
	first_90_days: first days months plan
	your_questions: questions ask them
	three_words: words describe
	others_say: colleague manager describe reference
	proud: proud achieve success
	challenge: challenge hard problem
	project_hard: project hard challenge problem
	like_most: like enjoy
	keep_current: current learn technology trends
	conflict: conflict colleague disagree hard
	disagree_manager: disagree manager conflict
	difficult_manager: hard manager conflict
	difficult_customer: hard customer complaint
	feedback_give: feedback give
	pressure: pressure deadline
	prioritise: prioritise organise time
	missed_deadline: deadline late
	mistake: mistake wrong
	failure: fail
	project_failed: project fail
	know_us: company know research
	start_date: start available
	other_jobs: offers interviews elsewhere
	hobbies: hobby spare
	work_permit: visa permit
	dislike: dislike worst
`
