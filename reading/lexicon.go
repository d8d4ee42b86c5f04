package reading

import (
	"slices"
	"strings"
	"sync"
)

// class is a set of words and turns of phrase that do the same work in a sentence, in the languages that
// employers write to us in. A star stands for any end of the word.
type class uint64

const (
	you       class = 1 << iota
	denial          // not, no longer, unable
	yet             // still, not yet: nothing is settled
	glad            // pleased, congratulations
	chooses         // to choose, to give the post, to appoint
	someone         // another than the reader
	onward          // to go further with the reader
	post            // the role
	gone            // filled, withdrawn
	lost            // the reader came second
	refused         // it is a no
	farewell        // luck for the future
	again           // another vacancy, kept on file
	regret          // unfortunately
	taken           // to have the reader as a colleague
	yours           // it is yours if you want it
	terms           // pay, hours, contract
	accepting       // sign, accept, offer letter
	stage           // a round that comes
	through         // the reader goes to it
	asks            // can you, which, please confirm
	meeting         // come, talk, see
	moment          // a weekday, an hour
	slot            // choose a time
	summons         // reporting time, running order
	hands           // to send, to fill in
	paper           // a document
	begs            // please, could you, we need
	received        // has arrived
	referee         // who may speak for the reader
	named           // give names, may we write to
	pending         // a decision that is to come
	late            // later than thought
	informed        // we will let you know
	thanks          // thank you for your note
	opinion         // feedback, marks
	advice          // next time, if I were you
	trait           // your answers, you were strong on
	absent          // on leave, back on
	trade           // orders, offers, lists
	home            // family, friends, clubs
	hiring          // an application, an interview
)

// lexicon is what belongs to each class.
var lexicon = map[class]string{
	you:       "you|your|you'd|you'll|you're|you've|yours|yourself|ihnen|sie|ihre|ihrer|ihren|dich|dir|deine|vous|votre|vos|te|tu|usted|su|je|jou|jouw|u|uw|lei|ti|la sua|você|lhe|sua|applicant|candidate",
	denial:    "not|no longer|unable|cannot|never|without|nicht|keine|keinen|kein|pas|ne pourrons|niet|geen|não|no podemos|no hemos|no vamos|non possiamo|non potremo|neither|nor|too little|none",
	yet:       "yet|still|before we choose|before we decide|before anyone|undecided|noch|bislang|encore|pas encore|todavía|aún|nog|ancora|ainda|so far|not quite decided",
	glad:      "pleased|delighted|delight|happy to|thrilled|glad|over the moon|honour|honoured|pleasure|privilege|proud|excited|like you to|love you to|love to have|like to have|want you|want to have|authorised me|freue*|freuen|gern|gerne|plaisir|heureu*|ravi|ravis|ravie|encantad*|alegra*|placer|blij|graag|verheug*|lieti|lieto|lieta|piacere|felice|felici|prazer|feliz|congrat*|glückwunsch|félicitations|enhorabuena|felicidades|gefeliciteerd|congratulazioni|complimenti|parabéns|good news|great news|gute nachricht*|bonne nouvelle|buenas noticias|goed nieuws|buone notizie|boas notícias",
	chooses:   "verder met|ficou com|fica com|quedó para|quedó con|se queda con|va para|será para|elected to move|weiter mit|continuons avec|chose|chosen|choose|choosing|choice|appoint|appointed|appointing|appointment went|picked|selected|select|hired|hiring|gone with|going with|go with|went with|gone for|going for|went for|go for|gone to|went to|goes to|go to|decided on|decided for|decide for|decided to offer|decided to appoint|decided in favour|settled on|opted|opting|plumped|offered|offer to|offers to|given to|given it|gave it|gave the|taken on|taking on|took on|preferred|prefer|preference|fill|filled|filling|accepted by|accepted it|has accepted|ahead of|start with us|starts with us|joining us|entschieden|gewählt|ausgewählt|vergeben|vergibt|besetzt|besetzen|den vorzug|fiel auf|choisi*|choix|retenu*|poursuivre avec|recruté|engagé|elegid*|escogid*|elección|seleccionad*|hemos dado|optado|contratado|decidido por|gekozen|keuze|aangenomen|gegund|scelt*|scegliere|assegnat*|assunto|preferito|escolhid*|escolha|optámos|optamos|preferência",
	someone:   "the other person|candidate whose|een kandidaat|met een ander|kandidaat die|einem kandidaten|einer kandidatin|un profil|someone|somebody|another|other candidate*|other applicant*|other person|other people|other man|other lad|other woman|other one|one of the others|internal candidate*|internal applicant*|internal colleague*|internally|from within|from inside|in house|inside candidate|a colleague|existing colleague|existing staff|successful candidate|successful applicant|preferred candidate|different candidate|different person|a candidate with|a candidate who|an applicant with|an applicant who|a person with|anderen|andere person|andere bewerber*|andere kandidat*|mitbewerber*|jemanden|jemand|interne*|autre candidat*|une autre|un autre|une personne|quelqu'un|autre profil|candidat interne|otro candidat*|otra candidat*|otra persona|otro perfil|compañero|compañera|alguien|iemand|andere kandidaat|interne kandidaat|altro candidat*|altra candidat*|altro profilo|altra persona|qualcun*|un collega|una collega|outro candidat*|outra candidat*|outra pessoa|outro perfil|alguém|niece|nephew|mrs|mr|ms|miss|engr",
	onward:    "recommended|approved for appointment|your candidature|accept you|have you|needed you|make you an offer|make an offer|take you forward|taking you forward|take you further|taking you further|taking you on|take you on|take it further|taking it further|take this further|taking this further|take your|taking your|move forward|moving forward|move ahead|go further|going further|go forward|progress|progressing|progressed|proceed|proceeding|continue with|continuing with|pursue|pursuing|successful|shortlist*|selected|select you|offer you|offering you|appoint you|invite you|inviting you|put you through|putting you|right match|right fit|right person|good fit|good match|best fit|strongest|what we need|what we are after|fit the bill|make the cut|made the cut|hire you|employ you|job for you|place for you|be you|for you this time|able to use you|weiterverfolgen|weiter zu verfolgen|berücksichtig*|in die engere|anbieten können|zusagen|retenue|retenu|donner suite|suite favorable|continuar|seleccionad*|seguir adelante|verder|doorgaan|aannemen|uitgenodigd|proseguire|dare seguito|prosseguir|avançar|selecionad*",
	post:      "hire|hiring|headcount|role|position|post|job|vacancy|requirement|opening|seat|place|stelle|position|poste|puesto|plaza|vacante|functie|vacature|plek|posizione|posto|vaga|lugar",
	gone:      "on ice|for good|ran out|run out|intern besetzt|no runway|filled|withdrawn|cancelled|canceled|frozen|freeze|closed|scrapped|abolished|axed|cut|no longer|taken|been given|disappeared|besetzt|gestrichen|pourvu|annulé|supprimé|cubiert*|ocupad*|anulad*|vervuld|vergeven|ingetrokken|coperta|coperto|annullata|preenchid*|cancelad*|reposted|readvertise*|re advertise*",
	lost:      "came second|came third|came in second|come second|came a close|close second|runner up|runners up|reserve candidate|pipped|exceeded by|placed second|placed third|placed fourth|placed fifth|placed sixth|placed seventh|second place|second choice|narrowly|edged out|edged it|just missed|missed out|beaten|outscored|lost out|fell short|fallen short|below the|under the threshold|under it|not high enough|a whisker|a closer fit|closer fit|better fit|closer match|better match|stronger candidate*|stronger applicant*|more experience|longer experience|closer to what|näher komm*|noch etwas näher|besser passt|besser zu|plus proche|más cercan*|más experiencia|beter past|beter aansl*|più vicino|più adatt*|mais próxim*|gave her the edge|gave him the edge|had the edge|tipped it|came down to|gaf de doorslag|doorslag|sticking point",
	refused:   "it's a pass|a pass from us|going to pass|i'm going to pass|i'm passing|we're passing|not selected|others are released|it's the other|wasn't recommended|no fue seleccionad*|niet doorgaan|decided against|not go ahead|not going ahead|won't go ahead|not your year|not meant to be|isn't the one|isn't to be|wasn't to be|not to be|job's gone|job has gone|post has gone|has gone to|vote went|stood down|role has been pulled|been pulled|wish i had better|better news|not the outcome|hardest letter|nicht für sie|nicht weiter|pas retenue|pas retenu|ne pas donner|no seguimos|no continuar|no podemos ofrecer*|gaan niet verder|niet met je|non proseguire|non possiamo|não avançar|não seguir|a no from|no this time|ends the application|ends your application|ends our|ends here|hereby released|released|wasn't you|isn't you|won't be you|not you|closing your application|close your application|closed your application|application has been closed|absage|absagen|refus|rechaz*|descart*|afwijz*|afgewezen|declined your|rejected|rejection|didn't go your way|go your way|unsuccessful|turn you down|say no|let you down|no budge|wouldn't budge|cannot take|can't take you|not taking you|wird es nichts|nichts geworden|n'a pas|no ha sido|niet geworden|non è stata|não foi|not one of them|not among|not on the list|nothing for you",
	farewell:  "careful consideration|careful deliberation|much deliberation|long deliberation|long discussion|a great deal of thought|thought hard|reiflicher|sorgfältiger|mûre réflexion|tras valorar|zorgvuldige|attenta valutazione|após análise|grateful for your interest|thank you for your interest in|wish you every|wish you all|wish you the|wish you well|wish you success|wish you luck|wishing you|best wishes for|best of luck|good luck|all the best for the|all the best with|all the best in|for the future|future career|future endeavo*|your search|job search|your career|job hunt|take care of yourself|weiteren weg|beruflichen weg|zukunft alles|alles gute für|bonne continuation|vos recherches|bonne chance|búsqueda|suerte|éxito*|toekomst|succes met|veel succes|futuro professionale|in bocca al lupo|ogni bene|boa sorte|sucesso",
	again:     "reapply|re apply|apply again|applying again|try again|start again|other vacancies|our vacancies|future vacancies|future opening*|future opportunit*|future role*|other roles|other jobs|keep your details|keep your cv|keep you in mind|keep an eye on our|retain your|hold your details|on file|reserve list|waiting list|appeal|talent pool|put you off|next intake|next year's|conservons votre|in evidenz|guardo tu|guardamos|tendremos en cuenta|bewaren|in portefeuille|terremo|guardaremos|details will be removed|score sheets",
	regret:    "sorry|unfortunately|regret|regrets|sadly|afraid|disappoint*|alas|leider|bedauer*|malheureusement|toutefois|hélas|lamentablemente|lamento|lamentamos|siento|sentimos|desafortunadamente|helaas|spijt*|purtroppo|spiace|dispiace|infelizmente|lamentavelmente|cold comfort|sting|dress it up|no easy way|straight answer|hard letter|hard to write|honest with you|not the news|bad news|should have liked to ring|how much preparation|bitte sehen sie|close as it was|grateful for yours",
	taken:     "offer you|offering you|appoint you|appointing you|employ you|hire you|take you on|have you on|have you join|have you with|have you as|have you in|have you back|you would join|you join us|you joined|join us as|join us in|join our|joining us|you to start|start with us|become our|be our|as our|take up the|take the post|take the job|on board|aboard|your appointment|appoint you to|been appointed|been selected|wants you|want you|ask you to be|invite you to become|invite you to take|invite you to join|die stelle anbieten|anbieten zu können|stelle anbieten|einstellen|zusage|zusagen|an bord|im team|bei uns beginnen|proposer le poste|vous proposer|offrir le poste|embauch*|rejoindre|rejoigniez|accueillir|ofrecerte|ofrecerle|te ofrecemos|incorpor*|contar contigo|aanbieden|je erbij|bij hebben|in dienst|te werken|aannemen|offrir*|offriamo|assumer*|assunzione|oferecer*|contratar*|contratá*|admitir*|juntar se",
	yours:     "ha sido seleccionad*|has sido seleccionad*|foi aprovad*|você foi aprovad*|wij kiezen voor jou|nous vous choisissons|come and run|come and lead|come and help us run|come and cook|come and teach|you start|said yes|agreed to your|approval of your|approved your appointment|we willen jou|wir wollen dich|on vous veut|te queremos a ti|vogliamo te|queremos te|settled on you|decided on you|gone with you|going with you|chose you|chosen you|picked you|it's you|you're the one|you're our|first choice|everyone agreed|see you monday|fancy it|it's a yes|a yes from|yes from us|in your favour|hereby appointed|with effect from|w e f|report for duty|join duty|join us on|induction|spot's yours|place is yours|spot is yours|für sie entschieden|für dich entschieden|sie haben die stelle|möchten sie einstellen|wir wollen sie|porté sur vous|avez été retenu*|vous êtes retenu*|el puesto es tuyo|es tuyo|es suyo|contratarte|te queremos|quedarte con|je bent aangenomen|is van jou|jou gekozen|il posto è|è tuo|è suo|scelto lei|scelto te|a vaga é sua|é sua|é teu|escolhemos você|selecionad*|it's yours|is yours|job's yours|yours if you|you've got it|you got it|got the job|you have the job|say yes|say yes ?|you're hired|you're in|will you come and|will you join|would you join|come and work|come and be|come on board|work for us|work with us from|welcome aboard|welcome to the|welcome you to|turned us down|turned it down|pulled out|when can you start|can you start|start on|start a week|start in|see you on your first|your first day|unanimous|bienvenue parmi|bienvenid*|willkommen im|welkom bij|benvenut*|bem vind*",
	terms:     "salary|wage|wages|pay|an hour|per hour|per annum|a year|per year|pro rata|ctc|lpa|gross|net|brut|bruts|brutto|gehalt|salaire|salario|sueldo|salaris|schaal|stipendio|ral|salário|ordenado|spine point|pay scale|band|grade|hours a week|hours per week|hours|stunden|heures|horas|uur|ore settimanali|holiday|annual leave|pension|bonus|contract|cdi|cdd|vertrag*|contrat|contratto|contrato|permanent|fixed term|probation|start date|starting|joining|beginn|housing|van included|relocation|£*|€*|rs *|n7*|usd*|k plus",
	accepting: "carta oferta|su aceptación|tu aceptación|seu aceite|seu aceite para|condiciones económicas|fecha de ingreso|data de início|date d'entrée|eintrittsdatum|ingangsdatum|letter of offer|engagement letter|letter of engagement|offer attached|offer in writing|written confirmation of|confirmed in post|appointment is confirmed|appointment confirmed|board ratified|ratified|vertrag zu|vertrag im anhang|vertrag liegt|contrat en pièce|contrato adjunto|te adjunto la oferta|contract in de bijlage|in allegato il contratto|to accept|accept the|accept this|accept it|click accept|i accept|sign and return|sign the|sign both|sign it|countersign|acceptance|offer letter|offer is|offer of|offer stands|our offer|this offer|the offer|formal offer|verbal offer|written offer|conditional offer|conditional appointment|letter of appointment|appointment letter|appointment carries|terms are|terms and conditions of|invitation stands|vertragsentwurf|vertragsangebot|arbeitsvertrag|le contrat|promesse d'embauche|proposition d'embauche|el contrato|oferta de trabajo|oferta en firme|arbeidsovereenkomst|arbeidsvoorwaarden|contract voor|il contratto|proposta di assunzione|lettera di assunzione|o contrato|proposta de trabalho|let me know if that suits|conditions vous conviennent|subject to references|subject to satisfactory|resign from|hand in your notice",
	stage:     "finalist|finalists|final day|host you|dinámica grupal|paso siguiente|pair with you|pairing|last piece|want you back|short list|noch einmal sehen|wieder sehen|vous revoir|volver a verte|nog een keer zien|rivederla|rivederti|ver novamente|informal half hour|you're through|you are through|got through|last leg|are left and you|remaining candidates|remaining engineers|vous recevra|poursuivre le processus|souhaitons poursuivre|möchten weitermachen|before we go any further|on site|unserem geschäftsführer|unserer geschäftsführerin|teach a|short lesson|cook a|demo|demonstration lesson|a shift on|shift with|second time|final hurdle|last hurdle|one more hoop|in the final|the finals|audition|recall|callback|test piece|weld test|typing test|driving test|practical test|numeracy test|psychometric|online test|taster session|cook for|cook us|tasting|trial lesson|trial session|trial week|site visit|look round|look around|tour of|observed|job talk|chalk talk|campus visit|in front of the|before the board|before the committee|before the panel|appear before|part two|phase two|step two|phase 2|step 2|second chat|second meeting|second conversation|second visit|see you again|meet again|talk again|further discussion|further conversation|longer conversation|deeper|meet the rest|meet the team|shadow|have you back|you back|back in|kennenlernen|zweiter termin|zweites treffen|nächsten schritt|prochaine phase|deuxième rencontre|segunda ronda|segunda reunión|conocer al|vervolgstap|secondo incontro|secondo round|segunda ronda|segunda entrevista|entretien technique|simulation|mise en situation|next stage|next round|next step|next steps|next phase|next part|second stage|stage 2|stage 3|stage two|round 2|round 3|round two|round three|second interview*|final interview|final stage|final round|second round|third round|further interview|assessment centre|assessment center|assessment day|technical panel|technical interview|panel interview|trial shift|trial day|day's trial|work trial|working interview|group task|group exercise|group evening|selection day|video interview|phone interview|telephone interview|skills test|in person|face to face|teach|give a seminar|a day with|half a day|half day|day out|ride out|observed lesson|come back|one more chat|one more conversation|another chat|last two|final two|last three|last four|final three|one of the ones|one of two|down to two|everyone who's left|to the shortlist|on the shortlist|shortlisted|longlist*|competitive interview|be heard by|meet bryn|meet the|meet our|meet my|meet some|ten minutes with|probearbeit*|probetag|schnuppertag|zweites gespräch|zweite runde|nächste runde|weiteres gespräch|vorstellungsgespräch|second entretien|deuxième entretien|nouvel entretien|deuxième tour|prochaine étape|journée d'essai|segunda entrevista|siguiente fase|prueba técnica|entrevista con|tweede gesprek|volgende ronde|vervolggesprek|meeloopdag|proefdag|secondo colloquio|fase successiva|prova tecnica|prova pratica|segunda fase|próxima fase|segunda conversa",
	through:   "got through|the shortlist|the cut|onto|recommended|hoping you|hope you can|hope you'll|happy to say|glad to say|keen to|keen for|take you to|move you|moving you|put you|like to see|like to meet|fancy|looking forward to|freuen uns|gern|gerne|plaisir|gustaría|graag|piacere|prazer|liked you|like what we|impressed|through|progressed|passed|invite|invited|invites|inviting|invitation|called for|hereby called|selected|made it|pleased|delighted|would like|we'd like|i'd like|want to|wants|love to|placed you|you are one|you're one|next up|next comes|next is|next thing|einladen|eingeladen|einladung|überzeugt|möchten sie|möchten wir|inviter|invitation|souhait*|aimerait|aimerions|invitar*|invitamos|queremos|nos gustaría|uitnodigen|willen je|willen u|invitare|invitiamo|vorremmo|convid*|gostaríamos|congrat*|liked what|smashed|flying colours|enjoyed|convinced us|resolved|keeping on|through to|put forward|scored above|above the bar",
	asks:      "whether you could|if you could|asked if|asked whether|would ask you to|we'd ask you|hope you're free|you are down for|you're down for|if that suits|if it suits|si cela vous convient|si te viene|als het schikt|wenn es passt|se le va bene|se puder|?|can you|could you|would you|are you|will you|shall we|please confirm|kindly confirm|text yes|confirm|passt ihnen|passt dir|passt es|hätten sie|haben sie zeit|könnten sie|seriez vous|êtes vous|pouvez vous|disponible|¿|puedes|podrías|podría|te viene|te va|schikt|kun je|kunt u|lukt|va bene|vanno bene|ti va|le va|sarebbe|pode|poderia|tell me|tell us|let me know|let us know|which",
	meeting:   "sit down|spend a day|spend some time|spend an afternoon|receive you|vous recevra|vous recevoir|te recibirá|ontvangt je|ontvangen u|la riceverà|empfangen|spare an hour|spare half|pop over|pop by|swing by|come over|come down|come up|come along|show you|walk you|sit down with|zoom|teams|video|face time|phone you|ring you|give you a ring|besuchen|vorstellen|telefonieren|passer|venir|échanger|pasarte|venir a|pasar por|langskomen|komen|bellen|passare|venire|sentirci|vir|passar|come|meet|see you|see us|chat|talk|speak|call|visit|interview|coffee|tea with|drop in|drop by|pop in|join|ten minutes|half an hour|an hour|gespräch|kennenlernen|treffen|vorbei|rencontrer|entretien|rendez vous|vernos|reunión|entrevista|hablar|langs|gesprek|kennismaken|afspreken|incontrar*|colloquio|chiamata|parlare|reunião|conversa|falar",
	moment:    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|weds|thu|thur|thurs|fri|tomorrow|next week|this week|which week|am|pm|noon|o'clock|at ten|at nine|at eleven|at two|at three|at four|quarter past|half past|uhr|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|maandag|dinsdag|woensdag|donderdag|vrijdag|lunedì|martedì|mercoledì|giovedì|venerdì|segunda feira|terça feira|quarta feira|quinta feira|sexta feira|january|february|march|april|june|july|august|september|october|november|december|on the 1*|on the 2*|on the 3*|hrs",
	slot:      "when suits|what suits|which suits|does that work|would that work|is that okay|any good for you|any good to you|free on|free next|be free|are you about|you about|around on|let me know if that|say when|choose a time|choose a slot|choose my|choose your|pick a time|pick a slot|pick a day|pick weds|pick your|book a slot|book a time|book your|slots|your slot|a slot|your preference|first and second preference|preferred date|dates are open|dates available|convenient|suits you|suit you|work for you|works for you|termin|terminvorschl*|créneau*|vos disponibilités|tu disponibilidad|su disponibilidad|beschikbaar*|la tua disponibilità|la sua disponibilità|a sua disponibilidade",
	summons:   "reporting time|hereby called|report to|running order|you will be asked for|you will be asked to|you'll be asked to|please attend|to attend|bring your|bring boots|wear|arrive|hi vis|travel expenses|we pay the travel|trains from|no ta|ta da",
	hands:     "still don't have|haven't got your|haven't had your|outstanding|we're missing|are missing|drop in|pop in the post|let us see|let me see|get me|get us|dig out|email it|email over|ping me|text me|fire over|bring along|nachweisen|vorlegen|beifügen|remettre|compléter|remplir|hacernos llegar|traer|rellenar|meesturen|mailen|meenemen|portare|compilare|trazer|anexar|send|sending|share|upload|uploading|provide|providing|supply|submit|forward|attach|attaching|let me have|let us have|need|needed|require|required|return it|return the|fill|fill in|complete|sign|missing|not there|isn't there|blank|enter|bring|carry|mail me|mailed|email me|email us|drop off|show us|benötig*|brauche|brauchen|senden|schicken|zusenden|nachreichen|reichen|fehl*|einreichen|transmettre|envoyer|fournir|joindre|faire parvenir|manque|enviar*|envíe*|envía*|mandar*|adjuntar|aportar|falta|faltan|sturen|opsturen|stuur|aanleveren|invullen|ontbreek*|inviare|inviarci|mandare|mandarmi|allegare|fornire|manca|envie|preencher|are asked for|wants to see|want to see|like to see",
	paper:     "p45|p60|food hygiene|first aid|sia|consent form|medical questionnaire|statement|essay|teaching philosophy|publication list|publications|repository|showreel|reel|clip|recording|headshot|menu|recipe|write up|cover letter|covering letter|letter of|visum|aufenthaltstitel|steuer*|sozialversicherung*|arbeitserlaubnis|carte vitale|titre de séjour|permis|carnet|nie|número de|rijbewijs|bsn|patente|permesso|iban|carta de condução|nif|numbers|number|licence|license|certificate*|transcript*|payslip*|passport|visa|cpc|card|dbs|form|forms|page|pages|cv|curriculum|résumé|resume|portfolio|photo|photos|pics|pictures|proof|copy|copies|scan|share code|ni number|national insurance|date of birth|right to work|degree|diploma|diplomas|marksheet*|relieving letter|document|documents|evidence|unterlagen|zeugnis*|arbeitszeugnis*|nachweis*|lebenslauf|führungszeugnis|gesundheitszeugnis|casier|diplôme*|extrait|pièce d'identité|rib|justificatif*|attestation*|título|titulación|certificado*|documentación|documentos|dni|vida laboral|paspoort|vog|kopie|identiteitsbewijs|diploma's|carta d'identità|codice fiscale|laurea|certificato|documenti|comprovativo*|certidão|certificado|briefing note|written exercise|exercise|written task|assignment|case study|questionnaire|sample|samples|drawings|slides|lesson plan|writing sample|bank details|proof of|id|utility bill|vaccination|medical",
	begs:      "please|kindly|could you|can you|would you|we need|i need|need your|need a|needed|is needed|require|requires|we require|must|are asked|bitte|könnten sie|benötige|merci de|pourriez|veuillez|por favor|podría*|necesitamos|necesito|graag|wil je|zou je|kun je|gelieve|per favore|cortesemente|può|potrebbe|la preghiamo|favor|pode|precisamos|?",
	received:  "in our hands|in my hands|in my inbox|came in|come in|landed|is here|are here|have it|have them|will look at|will have a look|will get back|will be reviewed|wird geprüft|angekommen|liegen vor|reçue|reçus|a été enregistré*|enregistré*|recogid*|registrad*|in goede orde|in behandeling|pervenut*|arrivat*|chegou|chegaram|registad*|received|receipt|arrived|has reached|have reached|got it|got them|got your|logged|noted|placed on record|on record|came through|safely|uploaded at|was uploaded|been uploaded|passing it|passed it|pass it on|passed on|will read it|with the panel|into the|acknowledg*|eingegangen|erhalten|bien reçu|avons reçu|accusons|accusé|hemos recibido|he recibido|recibid*|ontvangen|binnen|ricevuto|abbiamo ricevuto|ricevut*|recebemos|recebid*|much obliged|your submission is|all safely|all in order|file is complete|has been registered|is complete",
	referee:   "responsables|anciens responsables|exjefes|ex jefes|superiores|people you've reported to|you've reported to|reported to|like to work with|work alongside you|how you work|heads up|someone who can speak|somebody who can speak|who could speak|who can speak|someone from your|character reference|two names|second name|other name|people who know you|people we can|somebody to ask|who to ask|worked for|past employer|previous job|last job|old job|old ward|last place|wer uns|auskunft über|früherer arbeitgeber|früheren arbeitgeber|arbeitgeber|précédent employeur|responsable précédent|personas que|alguien que|antigua empresa|vorige werkgever|vorig werk|persone che|precedente datore|datore di lavoro|antigo empregador|pessoas que|referee*|references|a reference from|reference from|reference request|reference check*|letters in support|letter of support|in support of your candidature|recommendation|recommendations|vouch|speak for you|speak for her|speak for him|speak to your work|speak about you|talk about you|ask about you|who supervised you|supervised you|managed you|worked with you|worked under|know your work|knows your work|ring about your|ring about you|ask about your time|former manager|previous manager|last manager|line manager|old boss|last boss|former employer|previous employer|last employer|people you listed|people you named|people you gave|professor * letter|referenz*|vorgesetzt*|ansprechpartner*|référence*|ancien employeur|anciens employeurs|ancien responsable|referencia*|antiguo jefe|antigua jefa|referentie*|leidinggevende|contactpersonen|over jouw werk|referenze|ex datore|responsabile precedente|referência*|antigo chefe|letter is in",
	named:     "email address|phone number|number for|details of|details for|get hold of|speak to|talk to|answer the phone|answering|nudge him|nudge her|remind|two people|someone|somebody|sprechen|auskunft|parler à|joindre|hablar con|spreken|parlare con|falar com|give us|give me|names|name|contact|contacts|write to|ring|call|phone|need|propose|nudge|nominate|put forward|who|nennen|telefonieren|angeben|kontakt*|indiquer|coordonnées|communiquer|facilitar|darnos|nombre|noemen|doorgeven|indicare|nomi|recapit*|indicar|nomes|supply|provide|send|may we|anybody else|anyone else|somebody in|someone who|heard from|bounces|chase|reply from|not replied|approach|take up|check|angerufen|appeler|llamar|bellen|chiamare|ligar",
	pending:   "sign|signed|chair|director|boss|manager|panel|committee|governors|trustees|finance|head office|headquarters|leitung|direction|dirección|directie|direzione|direção|form|process|recruitment|waiting|wait|decide|decided|decision|decisions|deciding|interview|interviews|interviewing|one person to see|people to see|to see|meet|met|answer|result|results|outcome|appointed|appointment|approval|signed off|sign off|funding|budget|board|council|insurance|entscheid*|gespräche|décision|décider|entretiens|decisión|decidir|entrevistas|reunirnos|besluit|beslissing|gesprekken|decisione|decidere|colloqui|decisão|decidir|know more|say|jobs|published|publish|timetable|marking",
	late:      "posterg*|aplaz*|il nous reste|nous reste|sigue vigente|apenas tengamos|adiad*|il reste|uitgesteld|rimandat*|rinviat*|verschoben|repoussé*|reporté*|it shall be|in pausa|en pausa|em pausa|hiccup|snag|hitch|backlog|manic|not had time|not had a chance|haven't had a chance|haven't sat down|haven't got round|got round to|yet to|awaiting|await|pending|after the holidays|not before|strike|flood|illness|norovirus|by election|audit|auditoría|merger|apolog*|longer than|takes time|more patience|some patience|noch nicht|pas encore|todavía no|aún no|nog niet|nog geen|non ancora|non abbiamo ancora|ainda não|wir brauchen noch|nous avons besoin|necesitaremos|hebben nog|ci servono|precisamos de mais|delay|delayed|delays|postpon*|paused|put back|pushed|set back|moved to|moves from|held up|hold up|longer|later than|inquorate|adjourn*|re summoned|rescheduled|cannot convene|can't convene|cannot meet|revised timetable|new date|another week|another ten days|another fortnight|another few|few more days|days more|week more|weeks rather than|more time|more days|extra time|una semana más|unos días más|quelques jours|plus de temps|plus long|verzöger*|dauert|geduld|patience|be patient|bear with|kindly bear|paciencia|pazienza|ancora alcuni giorni|paciência|retard|retraso|vertraging|langer|ritardo|atraso|demora|forgotten|left wondering|gone down with|off sick|out of station|on hold|silence|no news|none i can|nothing to show|nothing to tell|can't say|cannot say|cant say|not in a position|hasn't happened|stuck|sat on|held back|in limbo|slipped|overrun|overran|took longer|taking longer|here we are|i'd said|we'd said|we had hoped|had hoped to|revisit|slow",
	informed:  "will be informed|let you know|be in touch|i'd think about|know more|write again|in touch by|intimate you|mailed to all|have an answer|melden uns|melde mich|bescheid geben|vous tiendrons|reviendr*|avrà nostre notizie|faremo sapere|te avis*|le avis*|te dig*|calculo que|laten weten|horen van ons|daremos|avisa*",
	thanks:    "thanks for your|thank you for your|thanks for the|thanks for those|cheers for|your kind note|kind words|kind message|good of you|nice to read|vielen dank für ihre|danke für|merci pour votre|merci de votre|gracias por|bedankt voor|grazie per|obrigad*|many thanks for|received with thanks|shown it to|passed your thanks",
	opinion:   "feedback|comments|comment|notes from|my notes|our notes|scored|score|scores|marks|mark|out of five|out of ten|1 5|2 5|3 5|4 5|5 5|1 10|2 10|3 10|4 10|5 10|6 10|7 10|8 10|9 10|criterion|criteria|strengths|strength|weaknesses|weak spot|impressions|debrief|eindrücke|rückmeldung|stärken|schwächen|ressenti|retour sur|points forts|points faibles|impresiones|comentarios|puntos fuertes|puntos débiles|terugkoppeling|sterke punten|verbeterpunten|riscontro|punti di forza|punti deboli|pontos fortes|pontos fracos",
	advice:    "you asked|since you asked|as you asked|as asked|you wanted to know|you wanted feedback|made the difference|next time|if i were you|in future|would have liked|wanted to see more|wanted to hear|could have|might have|should have|slow down|take heed|recommend|recommended|suggest you|i'd suggest|my advice|work on|practise|prepare|to improve|room for|wie gewünscht|beim nächsten mal|fürs nächste mal|nächstes mal|bereiten sie|uns fehlte|la prochaine fois|comme vous me l'avez demandé|vous me l'avez demandé|auraient voulu|aurait voulu|aurions aimé|manqué de|la próxima vez|como me pediste|faltó|echamos de menos|volgende keer|zoals gevraagd|we misten|la prossima volta|come richiesto|ci è mancat*|da próxima vez|como pediu|faltou|promised you i'd be honest|hope it helps|hope this helps",
	trait:     "what went well|we noticed|it was felt|assessor|assessors|lacked|lack of|clarity|confident|confidence|nervous|rushed|waffle*|concise|depth|detail|listened|you listen|talked over|interrupted|vague|specific example*|eye contact|energy|enthusias*|strongest part|weakest part|less convincing|convincing|impressive|lovely|solid|your answer|your answers|you were|you gave|you spoke|you came across|came across|you seemed|you undersold|you lost us|you knew|you drew|your presentation|your example|your examples|your lesson|your knowledge|knowledge of|sound on|unsure on|strong on|strong in|weak on|thin on|rather thin|too long|too short|too fast|too many|too little|brilliant|excellent|top marks|candidate relied|on the last line|kept time|lost us|commanding|fachlich|waren sie|très bonne|peu de|muy buena|muy bien|un poco|heel goed|molto bene|muito bem|eye contact|structure|the panel felt|the panel liked",
	absent:    "at a conference|slow to answer|slow to reply|slow to respond|urgent matters|anything urgent|urgent cases|if urgent|if it is urgent|if it's urgent|en cas d'urgence|in dringenden fällen|para asuntos urgentes|i have left|has left|no longer with|not at my desk|away on|travelling|back on the|back on monday|in meetings all|on secondment|on sabbatical|sabbatical|jury service|bereavement|i only work|work three days|work two days|work four days|i do not work|i don't work|this inbox|this mailbox|this account|automated|automatically|do not reply|mail delivery|message blocked|rejected by|address not found|user unknown|recipient|out of the office|out of office|away from|i am away|i'm away|on leave|annual leave|maternity leave|paternity leave|parental leave|sick leave|on holiday|on vacation|off to have a baby|part time|my days are|days i work|i work monday|i work on|working days are|when i'm next in|next in|when i'm back|when i return|on my return|upon my return|back in the office|won't be answering|will not be answering|not be reading|no longer in use|no longer monitored|no longer work|left the company|not monitored|unmonitored|undeliver*|couldn't be delivered|could not be delivered|delivery failed|mailbox is full|over quota|limited access|no access to|redirect|contact * instead|abwesen*|im urlaub|in urlaub|elternzeit|nicht im büro|nicht im haus|nicht weitergeleitet|wieder erreichbar|absente|absent|en congé|congés|à mon retour|fuera de la oficina|de vacaciones|de baja|a mi vuelta|afwezig|vakantie|met verlof|terug op kantoor|fuori ufficio|in ferie|al mio rientro|ausente|de férias|regresso",
	trade:     "special offer*|free delivery|click here|shop now|stock|% discount|reward*|points|loyalty|your account|bill|direct debit|insurance quote|quote|car tax|council tax|appointment with the dentist|dentist|optician|vaccin* clinic|fundrais*|donate|petition|event|events|conference|early bird|podcast|course|courses|career fair|careers fair|salary guide|training course|job fair|matching your search|vacancies matching|jobs matching|similar jobs|recommended for you|stellenangebote|offres d'emploi|ofertas de empleo|vacatures voor|offerte di lavoro|ofertas de emprego|unsubscribe|opt out|view all|change frequency|manage preferences|daily alert|job alert|jobs alert|new jobs|% off|off *%|this weekend only|use code|voucher|discount|in this issue|newsletter|your order|has been dispatched|dispatched|delivery|parcel|tracking|invoice|payment due|renew*|subscription|password|verify|log in|webinar|register now|tickets|members|paket|bestellung|versandt|rechnung|colis|commande|expédié*|facture|pedido|enviado*|envío|factura|bestelling|pakket|verzonden|factuur|ordine|spedit*|spedizione|fattura|encomenda|expedid*|fatura|sale|black friday|clearance|survey|statement|appointment reminder|prescription|library book*|meter reading|mot",
	home:      "rehearsal|cakes|bring a bottle|bring a dish|your table|table is booked|your booking|quiz night|team sheet|half time|away game|home game|your brother|your sister|your father|your mother|your dad's|your mum's|love to|hugs|kisses|babysit*|nursery run|swimming|cinema|netflix|pizza night|curry|drinks|beers|holiday pics|cottage|caravan|the kids|sofa|freezer|bike|lift to|spare key|bins|mum|mam|mom|dad|auntie|aunt|uncle|granny|nan|grandad|love you|xx|kids|school run|lads|footie|football|5 a side|match|training on|pub|birthday|party|wedding|lunch or not|sunday lunch|dinner|roast|barbecue|bbq|choir|parish|church|paróquia|parroquia|paroisse|kirche|raffle|jumble|allotment|book club|bridge club|volunteers for|voluntários|voluntarios|bénévoles|vrijwilligers|volontari|landlord|tenancy|flatmate|neighbour*|who's in|anyone free|cat|dog|oma|mutti|papa|maman|tía|abuela|nonna|mãe|tia",
	hiring:    "application|interview|interviews|interviewed|vacancy|role|position|post|candidate|candidates|applicant|candidature|bewerbung|candidatura|sollicitatie|selection|panel|shortlist*|hiring|recruit*|appointment|job",
}

// entry is a word or a turn of phrase; open says that its last word may go on.
type entry struct {
	words string
	of    class
	open  bool
}

// byInitial are the entries by their first letter.
var byInitial = sync.OnceValue(func() map[byte][]entry {
	m := map[byte][]entry{}
	for of, list := range lexicon {
		for w := range strings.SplitSeq(list, "|") {
			stem, open := strings.CutSuffix(w, "*")
			e := entry{" " + strings.TrimSpace(plainWords(stem)), of, open}
			if !open {
				e.words += " "
			}
			m[stem[0]] = append(m[stem[0]], e)
		}
	}
	return m
})

// classesOf are the classes that a sentence in lower case has words of.
func classesOf(lower string) (found class) {
	plain := plainWords(lower)
	if strings.Contains(plain, "n't ") || strings.Contains(plain, " cant ") || strings.Contains(plain, " wont ") {
		found |= denial
	}
	if reHour().MatchString(lower) {
		found |= moment
	}
	if reMoney().MatchString(lower) {
		found |= terms
	}
	for c, entries := range byInitial() {
		if strings.IndexByte(plain, c) < 0 {
			continue
		}
		for _, e := range entries {
			if found&e.of == 0 && strings.Contains(plain, e.words) {
				found |= e.of
			}
		}
	}
	return found
}

var reHour = pattern(`\d{1,2}(?:[:.h]\d\d|\s?(?:am|pm|uhr|o'clock)\b)|\b(?:at|um|à|a las|om|alle|às) \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)\b`)

var reMoney = pattern(`[£€$₹]\s?\d|\b\d+(?:\.\d)?k\b|\d ?(?:€|eur\b|euros?\b|chf\b|kr\b|zł\b)`)

// count is how many words or turns of phrase of a class a text has, each once.
func count(lower string, of class) (n int) {
	plain := plainWords(lower)
	for _, entries := range byInitial() {
		for _, e := range entries {
			if e.of&of != 0 && strings.Contains(plain, e.words) {
				n++
			}
		}
	}
	return n
}

// plainWords are the words of a sentence with one blank around each.
func plainWords(lower string) string {
	var b strings.Builder
	b.WriteByte(' ')
	blank := true
	for _, r := range strings.ReplaceAll(lower, "’", "'") {
		switch {
		case r == '?':
			if !blank {
				b.WriteByte(' ')
			}
			b.WriteString("? ")
			blank = true
			continue
		case r == '\'' && elided(b.String()): // "l'offre", "m'indiquer"
			r = ' '
			blank = true
			b.WriteRune(r)
			continue
		case slices.Contains([]rune{'\'', '£', '€', '¿', '%', '+'}, r), r >= '0' && r <= '9', r >= 'a' && r <= 'z', r > 127:
		default:
			if !blank {
				b.WriteByte(' ')
				blank = true
			}
			continue
		}
		b.WriteRune(r)
		blank = false
	}
	b.WriteByte(' ')
	return b.String()
}

// elided says that what was written ends in a word of one letter that lost its vowel.
func elided(s string) bool {
	n := len(s)
	return n > 1 && s[n-2] == ' ' && strings.IndexByte("cdjlmnst", s[n-1]) >= 0
}
