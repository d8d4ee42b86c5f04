package note

import (
	"slices"
	"strings"

	"afterword"
)

func (d *drafter) toAgency() bool {
	return d.b.To.Role == afterword.Recruiter || d.b.Agency.Name != "" && d.b.Agency.Name == d.b.To.Name
}

// agencyThanks goes first (R50) and ends with the question whether I may write to them myself (R51).
func (d *drafter) agencyThanks() []piece {
	thanks := d.stem("agency_thanks")
	if d.b.ApplicationKind == afterword.Confidential {
		thanks = d.stem("agency_client")
	}
	names := d.names(d.b.Others)
	met := piece{}
	if names != "" {
		met = d.with("agency_met", "names", value{text: names})
	}
	want := piece{}
	if d.b.Want == afterword.WantStill {
		want = d.stem("agency_want")
	}
	asked := names
	if asked == "" || len(d.b.Others) > 3 {
		asked = d.st0("the_people")
	}
	var ask piece
	switch {
	case d.b.AskPermission:
		d.used.Permission = true
		ask = d.with("agency_ask", "names", value{text: asked})
	case len(d.b.PassOn) > 0:
		for _, r := range d.b.PassOn {
			d.used.PassOn = append(d.used.PassOn, r.Name)
		}
		ask = d.with("agency_pass", "names", value{text: d.names(d.b.PassOn)})
	}
	return []piece{sentences(thanks, met, d.line(false)), sentences(want, d.promises(), d.reach()), ask}
}

func (d *drafter) st0(key string) string {
	if d.st == nil {
		return ""
	}
	return d.st.one[key]
}

// status is the one question (R63): three lines, one ask.
func (d *drafter) status() []piece {
	if d.st == nil {
		return []piece{d.line(false)}
	}
	v := values{"role": d.roleWords()}
	key := "status"
	if d.toAgency() {
		key = "status_agency"
	}
	var before piece
	switch {
	case !d.b.WaitUntil.IsZero() && d.b.WaitSaid != "":
		day := writtenDay(d.b.WaitUntil, d.b.american())
		if isSpan(d.b.WaitSaid) {
			day = "about " + day // they named no day: it is our reckoning
		}
		before = d.with("status_said", "until", value{text: day})
	case d.v["day"].text != "":
		before = d.stem("status_met")
	}
	close := d.stem("status_plain")
	if d.b.Want == afterword.WantStill {
		close = d.stem("status_want")
	}
	return []piece{sentences(before, d.withAll(key, v)), close}
}

// isSpan says that they named a time to wait rather than a day.
func isSpan(said string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(said)), func(w string) bool {
		return slices.ContainsFunc([]string{"week", "fortnight", "month", "days", "hours"}, func(s string) bool { return strings.HasPrefix(w, s) })
	})
}

// promised delivers what was promised.
func (d *drafter) promised() []piece {
	things, verbs := d.promisedList()
	if len(things)+len(verbs) == 0 {
		return []piece{{text: d.st0("gap")}}
	}
	var p piece
	if len(things) > 0 {
		own := value{text: listOf(things), own: true}
		key := "promised"
		v := values{"x": own}
		if d.b.From.Link != "" && aboutLink(own.text) {
			key, v["link"] = "promised_link", value{text: d.b.From.Link}
			d.used.Link = true
		}
		p = d.withAll(key, v)
	}
	for _, s := range verbs {
		p.after(d.with("promised_do", "x", value{text: s, own: true}), " ")
	}
	for _, pr := range d.b.Promises {
		d.used.Promises = append(d.used.Promises, pr.ID)
	}
	return []piece{p, d.stem("promised_close")}
}

func (d *drafter) promisedList() (things, verbs []string) {
	for _, p := range d.b.Promises {
		switch f := fitPromise(p.What, d.b.Lang, d.b.To); f.form {
		case nothing:
		case phrase:
			things = append(things, f.text)
		default:
			verbs = append(verbs, bare(f.text))
		}
	}
	return things, verbs
}

func (d *drafter) promisedThings() string {
	things, verbs := d.promisedList()
	return listOf(append(things, verbs...))
}

// reply answers their mail. What it says is the person's: the gap shows where.
func (d *drafter) reply() []piece {
	key, gap := "reply", true
	var v values
	switch d.b.NewsKind {
	case afterword.NextRound:
		key = "reply_next"
	case afterword.DocumentsAsked:
		if x := d.promisedThings(); x != "" {
			key, gap = "reply_documents", false
			v = values{"x": {text: x, own: true}}
			for _, p := range d.b.Promises {
				d.used.Promises = append(d.used.Promises, p.ID)
				v["due"] = value{text: d.dueDay(p)}
			}
		}
	case afterword.ReferencesAsked:
		key = "reply_references"
	case afterword.Moved:
		key = "reply_moved"
	case afterword.Delay:
		key, gap = "reply_delay", false
	case afterword.FeedbackCame:
		key, gap = "reply_feedback", false
	}
	p := d.withAll(key, v)
	if !gap {
		return []piece{sentences(p, d.reach())}
	}
	if d.st == nil {
		return []piece{{text: "[…]"}}
	}
	return []piece{p, {text: d.st.one["gap"]}, d.reach()}
}

// withdrawal is three sentences and their thanks (R83).
func (d *drafter) withdrawal() []piece {
	thanks, why := d.stem("withdraw"), d.stem("withdraw_why")
	if d.toAgency() {
		thanks = d.stem("withdraw_agency")
	}
	if d.b.TookOther {
		why = d.stem("withdraw_other")
	}
	return []piece{sentences(thanks, d.line(false)), why, d.stem("withdraw_wish")}
}

// answerNo takes a no with grace (R92), asks for one thing to do better (R93) and to be remembered (R95).
func (d *drafter) answerNo() []piece {
	agency := ""
	if d.toAgency() {
		agency = "_agency"
	}
	var ask piece
	if !d.b.NoFeedback {
		d.used.Feedback = true
		ask = d.stem("no_feedback" + agency)
	}
	return []piece{sentences(d.stem("no_thanks"+agency), d.stem("no_grace"), d.line(false)), sentences(ask, d.stem("no_future")), d.stem("no_wish" + agency)}
}

// answerOffer thanks, and asks what is still open before the answer (R84, R99).
func (d *drafter) answerOffer() []piece {
	thanks := d.stem("offer")
	switch {
	case d.b.AcceptOffer:
		return []piece{thanks, d.stem("offer_accept")}
	case d.b.DeclineOffer:
		return []piece{thanks, d.stem("offer_decline")}
	}
	if d.b.Want == afterword.WantStill {
		thanks = sentences(thanks, d.stem("offer_glad"))
	}
	open := d.b.OpenQuestions
	if len(open) == 0 {
		open = d.b.Debrief.OpenQuestions
	}
	var ask piece
	for i, q := range open {
		f := fitQuestion(q, d.b.Lang)
		if f.form == nothing || len(d.used.OpenQuestions) == offerQuestionsMost {
			continue
		}
		d.used.OpenQuestions = append(d.used.OpenQuestions, i)
		if ask.text == "" {
			ask = d.stem("offer_ask")
		}
		ask.after(fill("- {x}", values{"x": {text: upperFirst(f.text), own: true}}), "\n")
	}
	close := d.stem("offer_soon")
	if !d.b.WaitUntil.IsZero() {
		close = d.with("offer_by", "until", value{text: writtenDay(d.b.WaitUntil, d.b.american())})
	}
	return []piece{thanks, ask, close}
}

// offerQuestionsMost is how many open questions one answer carries: at an offer they are settled, so
// more than in a note (ours).
const offerQuestionsMost = 4

// feedback is one question, asked once (R93).
func (d *drafter) feedback() []piece {
	d.used.Feedback = true
	key := "feedback_ask"
	if d.toAgency() {
		key = "feedback_agency"
	}
	return []piece{d.stem("feedback"), d.stem(key), d.stem("feedback_close")}
}

// headsUp tells a referee that someone may call, why I want it and what to stress (R72-R74).
func (d *drafter) headsUp() []piece {
	key := "heads_up"
	if d.b.RefereesAsked {
		key = "heads_up_asked"
	}
	var why piece
	if d.b.Want == afterword.WantStill {
		why = d.stem("heads_up_want")
	}
	if items := couldItems(d.b.Debrief); len(items) > 0 {
		d.table.could = 0
		why.after(d.could(), " ")
	}
	var points piece
	for i, p := range d.b.Points {
		if len(d.used.Points) == afterword.PointsLimit {
			break
		}
		if s := bare(tidy(p)); s != "" {
			if points.text == "" {
				points = d.stem("heads_up_points")
			}
			d.used.Points = append(d.used.Points, i)
			points.after(fill("- {x}", values{"x": {text: s, own: true}}), "\n")
		}
	}
	return []piece{d.stem(key), why, points, d.stem("heads_up_thanks")}
}

func (d *drafter) refereeThanks() []piece {
	var offer piece
	if d.b.GotOffer || d.b.NewsKind == afterword.HeardOffer || d.b.NewsKind == afterword.Accepted {
		offer = d.stem("referee_offer")
	}
	return []piece{d.stem("referee_thanks"), sentences(offer, d.stem("referee_close"))}
}

// askWord asks someone who knows the hiring manager, and lets them say no (R78).
func (d *drafter) askWord() []piece {
	about := d.b.About.spoken(d.b.formalTo(), d.b.american())
	if about == "" {
		about = d.st0("the_manager")
	}
	return []piece{d.with("ask_word", "about", value{text: about}), sentences(d.stem("ask_word_ask"), d.stem("ask_word_close"))}
}

// askInsider is one short question to someone who works there (R79).
func (d *drafter) askInsider() []piece {
	key := "ask_insider"
	if d.v["employer"].text == "" {
		key = "ask_insider_bare"
	}
	return []piece{sentences(d.with(key, "role", d.roleWords()), d.stem("ask_insider_ask")), d.stem("ask_insider_close")}
}

// stayInTouch is a light word long after (R96).
func (d *drafter) stayInTouch() []piece {
	key := "touch_bare"
	if !d.b.Met.IsZero() && d.st != nil {
		key = "touch"
		day := writtenDay(d.b.Met, d.b.american())
		if ago := d.b.Met.DaysUntil(d.b.Today); ago > 31 {
			day = "in " + d.b.Met.Month.String()
			if d.b.Met.Year != d.b.Today.Year {
				day += " " + itoa(d.b.Met.Year)
			}
		} else {
			day = "on " + day
		}
		d.v["day"] = value{text: day}
	}
	return []piece{sentences(d.stem(key), d.line(false)), sentences(d.stem("touch_hope"), d.stem("touch_close"))}
}
