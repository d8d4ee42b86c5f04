package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword"
)

var (
	reClosing    = pattern(`(?i)^\s*(?:(?:with |my |our )?(?:kind(?:est)?|best|warm(?:est)?|many|very best)[ ,]*(?:regards|wishes|thanks)?|(?:all the )?best(?: wishes| regards)?|regards|cheers|thanks(?: again| so much| a lot| and (?:kind |best )?regards)?|many thanks|thank you(?: again| so much| very much)?(?: and (?:kind |best )?regards)?|yours(?: sincerely| truly| faithfully)?|sincerely(?: yours)?|respectfully|br|kr|talk soon|speak soon|warmly|take care|mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|viele grüße|liebe grüße|beste grüße|herzliche grüße|mfg|lg|vg|cordialement|bien cordialement|bien à vous|cordiali saluti|distinti saluti|saluti|saludos(?: cordiales)?|un saludo|atentamente|atenciosamente|abraços|met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|groeten|med vänliga hälsningar|vänliga hälsningar|med venlig hilsen|mvh|hälsningar|ystävällisin terveisin|pozdrawiam|z poważaniem|s pozdravem|с уважением)\s*[,.!–-]*\s*$`)
	reAddress    = pattern(`[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)
	rePhone      = pattern(`(?:\+|\b00|\(|\b0?)\d[\d\s().\-/–]{6,22}\d(?:\s*(?:ext\.?|x)\s*\d{1,5})?`)
	reLink       = pattern(`(?i)\b(?:https?://[^\s<>"'\])]+|www\.[^\s<>"'\])]+|(?:[a-z]{2,3}\.)?linkedin\.com/[^\s<>"'\])]+)`)
	reRole       = pattern(`(?i)\b(manager|recruit(?:er|ment|ing)|head of|director|partner|engineer|developer|analyst|lead\b|consultant|officer|president|vice president|vp\b|founder|owner|ceo|cto|cfo|coo|cio|hr\b|human resources|people (?:&|and|team|ops|operations|partner)|talent|coordinator|specialist|assistant|executive|associate|architect|designer|scientist|professor|lecturer|principal|administrator|secretary|adviser|advisor|editor|producer|chair|buyer|accountant|solicitor|nurse|matron|teacher|headteacher|leiter(?:in)?|referent(?:in)?|personal(?:referent|leiter)(?:in)?|geschäftsführer(?:in)?|responsable|directeur|directrice|chargée? de|gerente|director[ae]|jefe|reclutador|hiring)\b`)
	reListFoot   = pattern(`(?i)mailing list|unsubscribe|listinfo|groups\.google`)
	reBeforeName = pattern(`(?i)^(?:(?:i\. ?a\.|i\. ?v\.|ppa\.|p\.p\.|dr\.|prof\.|mr\.|mrs\.|ms\.|dipl\.-\S+) *)+`)
	reNotName    = pattern(`(?i)\b(?:ltd|limited|gmbh|inc|llc|plc|corp|company|university|street|road|floor|avenue|london|tel|phone|mobile|email|team|the|we|you|i|please|this|that|our|your)\b|\d|@|:|/`)
)

// cutSignature splits lines at the signature: a mark ("-- "), "Sent from my …", a legal notice, or a
// closing that is followed by more than a name.
func cutSignature(lines []string) (text, signature string) {
	cut := len(lines)
	for i, l := range lines {
		if len(l) > maxHead {
			continue
		}
		if reSigMark().MatchString(l) && i > 0 && len(lines)-i <= 40 {
			cut = i
			break
		}
		if reUnderRule().MatchString(l) && i > 0 && tail(lines, i) <= 6 && reListFoot().MatchString(strings.Join(lines[i:], " ")) {
			cut = i
			break
		}
		if reSentFrom().MatchString(l) && tail(lines, i) <= 6 || reLegal().MatchString(l) && i > 0 {
			cut = i
			break
		}
	}
	head := dropRule(lines[:cut])
	if c := closing(head); c >= 0 {
		block := nonEmpty(head[c+1:])
		if len(block) >= 2 && len(block) <= 14 && contactBlock(block) {
			cut, head = c, head[:c]
		}
	} else if c := bareBlock(head); c > 0 {
		cut, head = c, head[:c]
	}
	return strings.Join(head, "\n"), strings.Join(lines[min(cut, len(lines)):], "\n")
}

// tail counts the lines with something in them after i.
func tail(lines []string, i int) int { return len(nonEmpty(lines[i+1:])) }

func nonEmpty(lines []string) []string {
	var out []string
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			out = append(out, strings.TrimSpace(l))
		}
	}
	return out
}

// closing finds the last line that closes a letter, near its end.
func closing(lines []string) int {
	for i := len(lines) - 1; i > 0 && i >= len(lines)-28; i-- {
		if len(lines[i]) < 100 && closes(lines[i]) && len(nonEmpty(lines[i+1:])) <= 14 {
			return i
		}
	}
	return -1
}

// closes says that a line closes a letter, in one language or in two: "Viele Grüße / Best regards".
func closes(l string) bool {
	parts := 0
	for p := range strings.SplitSeq(strings.Trim(clip(l, 200), "*_ "), "/") {
		if !reClosing().MatchString(p) {
			return false
		}
		parts++
	}
	return parts > 0
}

// contactBlock says that these lines are an address block and not more letter: short, and one of
// them is a phone number, an address, a link or a role.
func contactBlock(block []string) bool {
	marks := 0
	for i, l := range block {
		if len(l) > 240 || utf8.RuneCountInString(l) > 120 || strings.HasSuffix(l, "?") {
			return false
		}
		if reAddress().MatchString(l) || reLink().MatchString(l) || rePhone().MatchString(l) || i > 0 && reRole().MatchString(l) && !strings.HasSuffix(l, ".") {
			marks++
		}
	}
	return marks > 0 && looksLikeName(block[0])
}

// bareBlock finds an address block at the end without a closing above it: after an empty line, a
// name, and at least two lines of contact.
func bareBlock(lines []string) int {
	end := len(lines)
	start := end
	for start > 0 && strings.TrimSpace(lines[start-1]) != "" && len(lines[start-1]) < 400 && end-start < 10 {
		start--
	}
	block := nonEmpty(lines[start:end])
	if start == 0 || len(block) < 3 || !looksLikeName(block[0]) {
		return -1
	}
	marks := 0
	for _, l := range block[1:] {
		if utf8.RuneCountInString(l) > 90 {
			return -1
		}
		if reAddress().MatchString(l) || reLink().MatchString(l) || rePhone().MatchString(l) || reRole().MatchString(l) {
			marks++
		}
	}
	if marks >= 2 {
		return start
	}
	return -1
}

// looksLikeName says that a line can be a person's name: one to five words that begin in capitals.
func looksLikeName(l string) bool {
	l = strings.Trim(clip(l, 200), "*_ ,–-")
	if head, _, ok := cutAny(l, "|", ",", " - ", " – ", " · ", " • "); ok {
		l = head
	}
	l = bareName(l)
	words := strings.Fields(l)
	if len(words) == 0 || len(words) > 5 || utf8.RuneCountInString(l) > 50 || reNotName().MatchString(l) {
		return false
	}
	capitals := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `("'`))
		if unicode.IsUpper(r) || !unicode.IsLower(r) && unicode.IsLetter(r) {
			capitals++
		} else if len(w) > 3 {
			return false
		}
	}
	return capitals > 0
}

func cutAny(s string, seps ...string) (head, rest string, ok bool) {
	at, size := -1, 0
	for _, sep := range seps {
		if i := strings.Index(s, sep); i > 0 && (at < 0 || i < at) {
			at, size = i, len(sep)
		}
	}
	if at < 0 {
		return s, "", false
	}
	return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+size:]), true
}

// ReadSignature reads who signed: from the lines after the closing, and from the signature that
// Visible cut off. What is written nowhere stays empty; the sender's name is used only where the
// mail is signed with a part of it.
func ReadSignature(text, rest string, from afterword.Mailbox) Signature {
	lines := strings.Split(text, "\n")
	var block []string
	if c := closing(lines); c >= 0 {
		block = nonEmpty(lines[c+1:])
	} else if l := nonEmpty(lines); len(l) > 1 && looksLikeName(l[len(l)-1]) && len(strings.Fields(l[len(l)-1])) <= 4 {
		block = l[len(l)-1:]
	}
	after := nonEmpty(strings.Split(rest, "\n"))
	for _, l := range after[:min(len(after), 25)] {
		l = clip(l, 400)
		if closes(l) || reSigMark().MatchString(l) || reRule().MatchString(l) || reSentFrom().MatchString(l) {
			continue
		}
		if reLegal().MatchString(l) {
			break
		}
		block = append(block, l)
	}
	s := Signature{Links: []string{}}
	for i, l := range block {
		l = strings.Trim(clip(l, 400), "*_ ")
		s.contact(l)
		if i > 5 {
			continue
		}
		plain := strings.TrimSpace(reLink().ReplaceAllString(reAddress().ReplaceAllString(l, ""), ""))
		head, tailPart, parted := cutAny(plain, "|", ",", " - ", " – ", " · ", " • ")
		switch {
		case s.Name == "" && looksLikeName(plain):
			s.Name = bareName(strings.Trim(head, " ,.-–"))
			if parted && reRole().MatchString(tailPart) {
				s.Role, _, _ = cutAny(tailPart, "|", " · ", " • ")
			}
		case s.Role == "" && s.Name != "" && reRole().MatchString(plain) && utf8.RuneCountInString(plain) <= 90 && !rePhone().MatchString(plain):
			s.Role, _, _ = cutAny(plain, "|", " · ", " • ")
		}
	}
	s.Name = fullName(s.Name, from.Name)
	return s
}

func (s *Signature) contact(l string) {
	if s.Email == "" {
		s.Email = reAddress().FindString(l)
	}
	for _, u := range reLink().FindAllString(l, 5) {
		if len(s.Links) < 8 {
			s.Links = append(s.Links, strings.TrimRight(u, ".,;"))
		}
	}
	if s.Phone == "" {
		bare := reLink().ReplaceAllString(reAddress().ReplaceAllString(l, ""), "")
		if p := rePhone().FindString(bare); digits(p) >= 7 && digits(p) <= 15 {
			s.Phone = oneLine(strings.TrimSpace(p))
		}
	}
}

func digits(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// bareName is a name without what letters put before it: "i. A. Petra Sommer", "Dr. Anna Müller".
func bareName(s string) string {
	if bare := reBeforeName().ReplaceAllString(s, ""); strings.TrimSpace(bare) != "" {
		return bare
	}
	return s
}

// fullName completes "Priya" by the sender's "Priya Nair".
func fullName(signed, sender string) string {
	if signed == "" || sender == "" || strings.Contains(signed, " ") {
		return signed
	}
	for w := range strings.FieldsSeq(sender) {
		if strings.EqualFold(strings.Trim(w, ","), signed) && !strings.ContainsAny(sender, ",@(") {
			return sender
		}
	}
	return signed
}
