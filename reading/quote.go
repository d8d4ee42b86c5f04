package reading

import (
	"strings"

	"afterword"
)

// How mail programs mark what they quote. The lists are of whole forms that programs write, in the
// languages of the public samples; a line of the writer's own that merely ends in "wrote:" is not one.
var (
	reWrote = pattern(`(?i)^[>\s*_-]*(?:` +
		`(?:on|am|le|el|il|em|op|den|på|w dniu|dnia|ven|dne|på|den|vào|a|στις|em|tir|lør|man)\b.{6,300}\b(?:wrote|writes|schrieb(?: .{1,80})?|a écrit|escribi[óo]|ha scritto|ha escrit|escreveu|schreef(?: .{1,80})?|pisze|작성|het volgende geschreven|skrev(?: .{1,80})?|napisał(?:\(a\)|a)?|napsal\(?a?\)?|kirjoitti|yazdı|έγραψε|skreiv|đã viết|пише|написав)\s*[:：]?` +
		`|.{4,200}<\s?[^<>\s]+@[^<>\s]+\s?>.{0,60}(?:wrote|writes|schrieb(?: am .{4,60})?|a écrit|escribi[óo]|ha scritto|ha escrit|escreveu|schreef|skrev|napisał(?:\(a\)|a)?|pisze|napsal|kirjoitti|написал\(?а?\)?|пишет|пише|написав|写道|作成|작성|rta|kirjutas|ko?dan)\s*[:：]` +
		`|(?:19|20)\d\d[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}.{3,20}(?:GMT|UTC)[+-]\d{1,2}:?\d\d .{2,80}` +
		`|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}.{3,160}(?:<[^<>\s]+@[^<>\s]+>\s*[:：]?|[:：])` +
		`|(?:\S+\s){0,3}\d{1,2}.{3,60}(?:19|20)\d\d.{3,160}<\s?[^<>\s]+@[^<>\s]+>\s*(?:wrote|writes|пишет|написал\(?а?\)?|schrieb|escribió|napisał)?\s*[:：]` +
		`|在.{6,200}写道\s*[:：]|.{4,100}于.{6,60}写道\s*[:：]` +
		`)[\s*_]*$`)
	reOriginal  = pattern(`(?i)^[>\s*]*(?:-{2,}|_{2,}|={2,})?\s*(?:original message|original appointment|forwarded message|forwarded by .{1,80}|begin forwarded message|reply message|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|anfang der weitergeleiteten (?:e-mail|nachricht)|message d'origine|message d’origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|original meddelelse|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|исходное сообщение|пересылаемое сообщение|пересланное сообщение|оригинальное сообщение|原始邮件|alkuperäinen viesti)\s*(?:-{2,}|_{2,}|={2,}|:)[\s*-]*$`)
	reForward   = pattern(`(?i)forwarded message|forwarded by|begin forwarded|weitergeleitet|transféré|reenviado|inoltrato|encaminhada|doorgestuurd|пересыл|пересл`)
	reFromLine  = pattern(`(?i)^[>\s*_|]*(from|von|de|van|da|från|fra|od|от|від|发件人|expéditeur|lähettäjä|kimden|frá)\s?\*?\s*[:：]\*?\s*(.+)$`)
	reHeadLine  = pattern(`(?i)^[>\s*_|]*(sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|fecha|enviado|enviada|para|asunto|inviato|data|a|oggetto|assunto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne|wysłano|do|temat|отправлено|дата|кому|тема|копия|надіслано|发送时间|收件人|主题|reply-to|responder a|send|lähetetty|aihe)\s?\*?\s*[:：]\*?`)
	reDateHead  = pattern(`(?i)^[>\s*_|]*(?:date|sent|datum|gesendet|fecha|data|envoyé(?: le)?|дата)\s?\*?\s*[:：]\*?\s.*\d`) // Hotmail puts it first
	reRule      = pattern(`^\s*[_\-=*~#]{5,}\s*$`)
	reUnderRule = pattern(`^\s*_{10,}\s*$`)
	reSigMark   = pattern(`^\s*(?:--|—|––|__|-\s-|- --)[ \t]*$`)
	reSentFrom  = pattern(`(?i)^\s*[(*_]*(?:sent (?:from|with|via|using)(?: my| a)?(?: [^\s,]+){1,5}(?:, please .{2,60})?|get outlook for .{2,60}|(?:von|aus) meinem .{2,40} gesendet|gesendet (?:von|mit|über) .{2,40}|von .{2,30} gesendet|envoyé (?:de|depuis|à partir) .{2,60}|enviado (?:desde|do|de) .{2,60}|inviato da .{2,60}|verzonden (?:vanaf|met|van) .{2,60}|skickat från .{2,60}|sendt fra .{2,60}|wysłane z .{2,60}|отправлено (?:с|из) .{2,60}|lähetetty .{2,60}|发自我的.{1,20}|télécharger outlook .{2,40}|obtener outlook .{2,40}|yahoo mail: .{2,60}|this message was sent from .{2,40})[)*_.]*\s*(?:<https?://\S+>)?\s*$`)
	reLegal     = pattern(`(?i)^\s*[*_]*(?:confidentiality notice|confidential(?:ity)?:|disclaimer\b|this (?:e-?mail|message|communication)(?: \S+){0,8} (?:confidential|intended|privileged|solely)|the (?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message|communication)|(?:please )?consider the environment|please think before (?:you )?print|diese e-?mail (?:enthält|ist)|ce (?:message|courriel) (?:est|et|contient)|este (?:mensaje|correo)(?: \S+){0,6} confidencial|registered (?:office|in england)|company (?:number|no\.?)|sitz der gesellschaft|geschäftsführ(?:er|ung):)`)
)

// Visible splits a mail into what its writer wrote this time and what was left out: the signature in
// front of quoted mail. Answers between quoted lines stay.
func Visible(body string) (text, signature string) {
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(body, "\r\n", "\n"), "\r", "\n"), "\n")
	if len(lines) > 5000 {
		lines = lines[:5000]
	}
	for i, l := range lines {
		lines[i] = strings.ReplaceAll(strings.Trim(l, "\u200b\u1427"), "\u00a0", " ")
	}
	own := unquoted(lines)
	if len(nonEmpty(own)) == 0 {
		own = passedOn(lines)
	}
	text, signature = cutSignature(own)
	return tidy(text), tidy(signature)
}

// passedOn is what follows a header that stands first and that no marks of quoting follow: a mail that was
// forwarded without a word.
func passedOn(lines []string) []string {
	if text, _, ok := forwardedIn(strings.Join(lines, "\n")); ok {
		return unquoted(strings.Split(text, "\n"))
	}
	for i, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		if n := announces(lines, i); n > 0 && reWrote().MatchString(strings.Join(lines[i:i+n], " ")) {
			return unquoted(lines[i+n:])
		}
		return nil
	}
	return nil
}

// unquoted leaves out quoted lines with the line that announces them, and everything after a header
// that no marks follow.
func unquoted(lines []string) []string {
	var out []string
	for i, looked := 0, 0; i < len(lines); i++ {
		l := lines[i]
		if isQuoted(l) {
			continue
		}
		n := 0
		if strings.ContainsAny(l, ":：-_=@") || reHeadStart().MatchString(clip(l, 120)) {
			if looked++; looked < maxLooks {
				n = announces(lines, i)
			}
		}
		if n == 0 {
			out = append(out, l)
			continue
		}
		j := i + n
		for j < len(lines) && strings.TrimSpace(lines[j]) == "" {
			j++
		}
		if j < len(lines) && isQuoted(lines[j]) {
			i = j - 1 // the marks are cut as lines; answers among them stay
			continue
		}
		return dropRule(out)
	}
	return dropRule(out)
}

func isQuoted(l string) bool {
	l = strings.TrimLeft(l, " \t")
	return strings.HasPrefix(l, ">") || strings.HasPrefix(l, "&gt;") || strings.HasPrefix(l, "|>")
}

// announces tells how many lines, from i on, say that quoted mail follows; 0 when none does.
func announces(lines []string, i int) int {
	l := lines[i]
	if strings.TrimSpace(l) == "" || len(l) > maxHead {
		return 0
	}
	if reOriginal().MatchString(l) {
		return 1
	}
	if headerBlock(lines, i) {
		return 1
	}
	// "On Tue, 24 Nov 2026 at 10:00, Priya Nair\n<priya@northwind.example> wrote:" over up to four lines.
	joined := ""
	wide := 1
	if reHeadStart().MatchString(l) {
		wide = 4
	}
	for n := 1; n <= wide && i+n <= len(lines); n++ {
		next := strings.TrimSpace(lines[i+n-1])
		if next == "" && n > 1 || isQuoted(next) {
			return 0
		}
		joined = strings.TrimSpace(joined + " " + next)
		if len(joined) > maxHead {
			return 0
		}
		if endsAHeader(joined) && reWrote().MatchString(joined) && (hasDate(joined) || reBracketed().MatchString(joined)) {
			return n
		}
	}
	return 0
}

// maxLooks is how many lines of a mail are looked at closely: a header stands near its front, and a mail
// of a thousand lines that could each be one is no mail.
const maxLooks = 500

// maxHead is how long the line may be that says who wrote when, in bytes.
const maxHead = 600

// endsAHeader is a quick look, before the slow one, at how a header can end.
func endsAHeader(s string) bool {
	s = strings.TrimRight(s, " \t*_")
	if strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") {
		return true
	}
	last := s[strings.LastIndexByte(s, ' ')+1:]
	switch strings.ToLower(last) {
	case "wrote", "writes", "schrieb", "écrit", "escribió", "escribio", "scritto", "escrit", "escreveu", "schreef", "geschreven",
		"skrev", "pisze", "napisał", "napisała", "napisał(a)", "작성", "kirjoitti", "yazdı", "viết", "пише", "написав":
		return true
	}
	return strings.Contains(s, "GMT") || strings.Contains(s, "UTC") || strings.Contains(s, "schrieb")
}

// reHeadStart() is how a header begins that goes on in the next lines; reBracketed() is an address in it.
var (
	reHeadStart = pattern(`(?i)^[\s*_]*(?:(?:on|am|le|el|il|em|op|den|på|w dniu|dnia|ven|dne|vào|a|em|tir|lør)\b.{0,80}\d|(?:19|20)\d\d[-/.年]|\d{1,2}[-/. ]|.{2,60}<[^<>\s]+@[^<>\s]*>?|在\s?(?:19|20)\d\d)`)
	reBracketed = pattern(`<[^<>\s]+@[^<>\s]+>`)
)

var reDateLike = pattern(`\d{1,4}`)

// hasDate keeps a sentence that happens to end in "wrote:" from being taken for a header.
func hasDate(s string) bool { return reDateLike().MatchString(s) }

// headerBlock says that here begin the headers that Outlook writes above the mail it answers: who
// it is from, and at least one more within the next lines.
func headerBlock(lines []string, i int) bool {
	more, from := 0, reFromLine().MatchString(lines[i])
	if !from && !reDateHead().MatchString(lines[i]) {
		return false
	}
	for j, seen := i+1, 0; j < len(lines) && seen < 6; j++ {
		if strings.TrimSpace(lines[j]) == "" {
			continue
		}
		seen++
		if reHeadLine().MatchString(lines[j]) {
			more++
		} else if !from && reFromLine().MatchString(lines[j]) {
			from = true
			more++
		}
	}
	return from && more >= 2
}

// dropRule takes the line that programs draw above a header block off the end.
func dropRule(lines []string) []string {
	for len(lines) > 0 {
		l := lines[len(lines)-1]
		if strings.TrimSpace(l) != "" && !reRule().MatchString(l) {
			break
		}
		lines = lines[:len(lines)-1]
	}
	return lines
}

// forwardedIn is the first mail that was passed on within a text, and who wrote it.
func forwardedIn(body string) (text string, who afterword.Mailbox, ok bool) {
	lines := strings.Split(strings.ReplaceAll(body, "\r\n", "\n"), "\n")
	for i, l := range lines {
		if i > 400 {
			break
		}
		if len(l) > maxHead || !reForward().MatchString(l) || !reOriginal().MatchString(l) {
			continue
		}
		j, heads := i+1, 0
		for ; j < len(lines) && j < i+16; j++ {
			t := strings.TrimSpace(clip(lines[j], maxHead))
			if m := reFromLine().FindStringSubmatch(t); m != nil {
				who = mailbox(m[2])
				heads++
			} else if t != "" && !reHeadLine().MatchString(t) {
				if heads > 0 && strings.TrimSpace(lines[j-1]) == "" {
					break
				}
				if heads == 0 {
					return "", who, false
				}
			}
		}
		var rest []string
		for _, l := range lines[min(j, len(lines)):] { // one mark of quoting is the forwarding itself
			rest = append(rest, strings.TrimPrefix(strings.TrimPrefix(l, ">"), " "))
		}
		return strings.Join(rest, "\n"), who, heads > 0
	}
	return "", who, false
}

func mailbox(s string) afterword.Mailbox {
	email := reAddress().FindString(s)
	name := strings.TrimSpace(strings.ReplaceAll(s, email, ""))
	name = strings.Trim(strings.ReplaceAll(strings.ReplaceAll(name, "mailto:", ""), "[]", ""), ` <>"'*()[]`)
	return afterword.Mailbox{Name: oneLine(name), Email: email}
}

// tidy ends a text without blank lines, leaves one where there were several, and keeps indents.
func tidy(s string) string {
	var out []string
	blank := false
	for l := range strings.SplitSeq(s, "\n") {
		l = strings.TrimRight(l, " \t")
		if l == "" {
			blank = len(out) > 0
			continue
		}
		if blank {
			out = append(out, "")
		}
		blank = false
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}
