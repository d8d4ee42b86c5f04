package reading

import (
	"slices"
	"strings"

	"afterword"
)

var (
	reNoReply   = pattern(`(?i)^(?:.*[._+-])?(?:no|do|donot|dont|not)[._-]?(?:not[._-]?)?(?:reply|respond|answer)(?:[._+-].*)?@|^(?:.*[._-])?(?:mailer-daemon|postmaster|bounces?|auto-?(?:confirm|reply|mailer|notify)|notifications?|notify|calendar-notification|nicht-?antworten|keine-?antwort|ne-?pas-?repondre|no-?responder|niet-?beantwoorden|unmonitored|automated|system-?mail)(?:[._+-].*)?@`)
	reScheduler = pattern(`(?i)@(?:.*\.)?(?:calendly\.com|goodtime\.io|greenhouse(?:-mail)?\.io|greenhouse\.io|lever\.co|hire\.lever\.co|ashbyhq\.com|workablemail\.com|workable\.com|smartrecruiters\.com|myworkday\.com|workday\.com|icims\.com|jobvite\.com|bamboohr\.com|teamtailor(?:-mail)?\.com|recruitee\.com|personio\.(?:de|com)|successfactors\.(?:com|eu)|taleo\.net|modernloop\.io|prelude\.co|hirevue\.com|cronofy\.com|doodle\.com|cal\.com|savvycal\.com|hubspot\.com|x\.ai|group\.calendar\.google\.com|resource\.calendar\.google\.com|zoom\.us|calendar\.google\.com|rippling\.com|gem\.com|paradox\.ai|avature\.net|pinpointhq\.com|breezy(?:-mail)?\.hr|jazz\.co|applytojob\.com)$`)
	reFreeMail  = pattern(`(?i)@(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|gmx|web|t-online|freenet|proton|protonmail|pm|tutanota|tuta|mail|fastmail|zoho|yandex|hey|orange|free|laposte|wanadoo|btinternet|sky|virginmedia|comcast|verizon|att|ziggo|xs4all|libero|seznam|qq|163|126|naver|rediffmail|posteo|mailbox)\.(?:com|co\.uk|net|org|de|at|ch|fr|it|es|nl|be|se|ru|cz|in|eu|me|ca|com\.au|co\.in|lu|uk)$`)
)

// NoReply says that nobody reads this address. Such an address is never a person.
func NoReply(email string) bool { return reNoReply().MatchString(strings.TrimSpace(email)) }

// Machine says that nobody reads an address: a noreply one, or one of a scheduling or hiring system.
func Machine(email string) bool { return machineAddress(email) }

// machineAddress also covers the senders of scheduling and applicant systems.
func machineAddress(email string) bool {
	return NoReply(email) || reScheduler().MatchString(strings.TrimSpace(email))
}

func freeMail(email string) bool { return reFreeMail().MatchString(strings.TrimSpace(email)) }

func domain(email string) string {
	if i := strings.LastIndexByte(email, '@'); i >= 0 {
		return strings.ToLower(strings.TrimSpace(email[i+1:]))
	}
	return ""
}

// sameAddress compares without case, and as Gmail delivers: dots and "+tag" do not count there.
func sameAddress(a, b string) bool {
	a, b = strings.ToLower(strings.TrimSpace(a)), strings.ToLower(strings.TrimSpace(b))
	if a == b {
		return a != ""
	}
	return bareLocal(a) == bareLocal(b) && a != "" && b != ""
}

func bareLocal(email string) string {
	local, dom, ok := strings.Cut(email, "@")
	if !ok {
		return email
	}
	local, _, _ = strings.Cut(local, "+")
	if dom == "gmail.com" || dom == "googlemail.com" {
		return strings.ReplaceAll(local, ".", "") + "@gmail.com"
	}
	return local + "@" + dom
}

// Who is who in an invitation, seen from the candidate.
type Who struct {
	Me       afterword.Mailbox   // empty when nobody in it is the candidate, or when it cannot be told
	Sure     bool                // Me is known, or nobody else is left who it could be
	Maybe    []afterword.Mailbox // several could be the candidate: ask
	Others   []afterword.Mailbox // the people they meet, each once; no machine, not the candidate
	Inviter  afterword.Mailbox   // who invited, when that is a person
	Machines []afterword.Mailbox // noreply and scheduling addresses
}

// Me tells who the candidate is: the one with their address; else the only one besides the organizer
// who could be. Otherwise Maybe holds those it could be, and nothing is guessed.
func Me(inv afterword.Invitation, email string) Who {
	var w Who
	var all []afterword.Mailbox
	add := func(b afterword.Mailbox) {
		switch {
		case b.Email == "" && strings.TrimSpace(b.Name) == "":
		case b.Email != "" && machineAddress(b.Email):
			w.Machines = append(w.Machines, b)
		default:
			for i, known := range all {
				if b.Email != "" && sameAddress(known.Email, b.Email) || b.Email == "" && strings.EqualFold(known.Name, b.Name) {
					if known.Name == "" {
						all[i].Name = b.Name
					}
					return
				}
			}
			all = append(all, b)
		}
	}
	add(inv.Organizer)
	if len(all) == 1 {
		w.Inviter = inv.Organizer
	}
	for _, a := range inv.Attendees {
		add(a)
	}
	meAt := -1
	if strings.TrimSpace(email) != "" {
		meAt = slices.IndexFunc(all, func(b afterword.Mailbox) bool { return sameAddress(b.Email, email) })
	}
	if meAt < 0 && len(all) > 0 {
		meAt, w.Maybe = onlyOne(all, inv.Organizer)
		if d := domain(inv.Organizer.Email); meAt >= 0 && email != "" && d != "" && domain(all[meAt].Email) == d {
			meAt = -1 // a colleague of the organizer, and the candidate's address is another: they are not named
		}
	}
	for i, b := range all {
		if i != meAt {
			w.Others = append(w.Others, b)
		}
	}
	if meAt >= 0 {
		w.Me = all[meAt]
		if sameAddress(w.Me.Email, w.Inviter.Email) {
			w.Inviter = afterword.Mailbox{}
		}
	}
	w.Sure = meAt >= 0 || len(w.Maybe) == 0
	return w
}

// onlyOne finds the only attendee who is not of the inviting side; several are returned as such.
func onlyOne(all []afterword.Mailbox, organizer afterword.Mailbox) (at int, maybe []afterword.Mailbox) {
	var could, private []int
	for i, b := range all {
		if sameAddress(b.Email, organizer.Email) || b.Email == "" && strings.EqualFold(b.Name, organizer.Name) {
			continue
		}
		could = append(could, i)
		if freeMail(b.Email) {
			private = append(private, i)
		}
	}
	if len(could) == 1 {
		one := all[could[0]]
		if freeMail(organizer.Email) && !freeMail(one.Email) {
			// The candidate's own entry, perhaps: a private organizer, and a guest from a firm.
			return -1, []afterword.Mailbox{organizer, one}
		}
		return could[0], nil
	}
	// The others are of one firm, and one has a private address.
	if len(private) == 1 && !freeMail(organizer.Email) {
		firm := map[string]bool{}
		for _, i := range could {
			if i != private[0] {
				firm[domain(all[i].Email)] = true
			}
		}
		if len(firm) == 1 && !firm[""] {
			return private[0], nil
		}
	}
	// All but one are of the organizer's own firm.
	if d := domain(organizer.Email); d != "" && !freeMail(organizer.Email) && !machineAddress(organizer.Email) {
		var outside []int
		for _, i := range could {
			if domain(all[i].Email) != d {
				outside = append(outside, i)
			}
		}
		if len(outside) == 1 && all[outside[0]].Email != "" {
			return outside[0], nil
		}
	}
	for _, i := range could {
		maybe = append(maybe, all[i])
	}
	return -1, maybe
}

// PersonName is the name of a mailbox; an address in the place of a name is none.
func PersonName(m afterword.Mailbox) string {
	name := strings.Trim(strings.TrimSpace(m.Name), `"'`)
	if strings.Contains(name, "@") || fold(name) == fold(m.Email) {
		return ""
	}
	if last, given, ok := strings.Cut(name, ", "); ok && len(strings.Fields(last)) <= 2 && len(strings.Fields(given)) <= 2 &&
		!strings.ContainsAny(given, ",.") && !afterName(fold(given)) {
		return given + " " + last // as address books file them
	}
	return name
}

// afterName says that a word stands behind a comma and is no given name.
func afterName(word string) bool {
	switch word {
	case "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "cpa", "inc", "ltd", "llc", "gmbh", "ag", "hr":
		return true
	}
	return false
}
