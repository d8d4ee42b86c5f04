package service

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword"
	"afterword/when"
)

// ListImport is what became of a plain list of applications: which column was taken for what, what
// has no place here, and what each line became.
type ListImport struct {
	Columns      map[string]string `json:"columns"`  // heading to what it is
	LeftOut      []string          `json:"left_out"` // headings that have no place here
	Stages       []string          `json:"stages"`   // words of the stage column that say nothing here
	Applications []ListedLine      `json:"applications"`
	Said         []string          `json:"said"` // what was assumed, in words
}

// ListedLine is one line of a list.
type ListedLine struct {
	Line        int          `json:"line"`
	Application afterword.ID `json:"application"`
	Employer    string       `json:"employer"`
	Role        string       `json:"role"`
	Interview   afterword.ID `json:"interview"` // empty without the day of an interview
	Already     bool         `json:"already"`   // it was there before, or stands in the list twice
}

// listed is a line of the list on its way into the store.
type listed struct {
	csvRow
	applied, interview, answered csvTime
	outcome                      afterword.FactKind
}

// ImportList takes a plain list of applications (CSV), all of it or nothing. The same list taken
// twice changes nothing the second time. A line with the day of an interview becomes an application
// with that round, a line without one an application to which a round can be added later.
func (s *Service) ImportList(ctx context.Context, a afterword.Actor, b []byte) (r ListImport, err error) {
	t, err := readCSV(b)
	if err != nil {
		return r, err
	}
	err = s.write(ctx, a, func(w *work) error {
		r = ListImport{Columns: map[string]string{}, LeftOut: t.leftOut, Applications: []ListedLine{}}
		for what, head := range t.columns {
			r.Columns[head] = what
		}
		lines, err := t.lines(w, &r)
		if err != nil {
			return err
		}
		return w.takeList(lines, &r)
	})
	return r, err
}

// lines read what the cells say, before anything is stored.
func (t *csvTable) lines(w *work, r *ListImport) ([]listed, error) {
	lines := make([]listed, len(t.rows))
	for i, row := range t.rows {
		lines[i] = listed{csvRow: row}
		if row.cells[colEmployer] == "" {
			return nil, afterword.Invalid(fmt.Sprintf("line %d", row.line), "names no employer").WithHint("fill %q in, or remove the line; nothing was stored", t.columns[colEmployer])
		}
		lines[i].outcome = outcomeWord(row.cells[colStage])
		if stage := row.cells[colStage]; stage != "" && lines[i].outcome == "" && !slices.Contains(r.Stages, stage) {
			r.Stages = append(r.Stages, stage)
		}
	}
	return lines, t.dates(lines, w.account.Settings.Region)
}

// dates read the days of every line.
func (t *csvTable) dates(lines []listed, region string) error {
	country, _, _ := strings.Cut(region, "-")
	d := csvDates{country: strings.ToUpper(country)}
	for _, row := range t.rows {
		for _, what := range []string{colApplied, colInterview, colAnswered} {
			d.look(row.line, row.cells[what])
		}
	}
	monthFirst, err := d.monthFirst()
	if err != nil {
		return err
	}
	for i := range lines {
		l := &lines[i]
		for what, to := range map[string]*csvTime{colApplied: &l.applied, colInterview: &l.interview, colAnswered: &l.answered} {
			if *to, err = d.read(l.line, t.columns[what], l.cells[what], monthFirst); err != nil {
				return err
			}
		}
	}
	return nil
}

// outcomeWord is what a word of the stage column tells; empty for a word that says only how far it
// went, or that is not known.
func outcomeWord(stage string) afterword.FactKind {
	switch fold(stage) {
	case "rejected", "rejection", "no", "declined by employer", "turned down", "unsuccessful", "not selected", "not successful":
		return afterword.HeardNo
	case "offer", "offered", "offer received", "job offer":
		return afterword.HeardOffer
	case "accepted", "offer accepted", "hired":
		return afterword.Accepted
	case "offer declined", "declined offer", "i declined":
		return afterword.Declined
	case "withdrew", "withdrawn", "i withdrew":
		return afterword.Withdrew
	case "no reply", "no response", "no answer", "ghosted", "never heard back":
		return afterword.NoReply
	case "cancelled", "canceled", "position closed", "role closed", "job closed", "on hold", "hiring stopped":
		return afterword.Stopped
	}
	return ""
}

// takeList stores the lines.
func (w *work) takeList(lines []listed, r *ListImport) error {
	apps, err := w.Applications()
	if err != nil {
		return err
	}
	known := map[string][]afterword.Application{}
	for _, a := range apps {
		known[pursuitKey(a.Employer, a.Role)] = append(known[pursuitKey(a.Employer, a.Role)], a)
	}
	noon := 0
	for _, l := range lines {
		made, err := w.takeLine(l, known)
		if err != nil {
			return lineError(l.line, err)
		}
		if made.Interview != "" && !made.Already && !l.interview.clock {
			noon++
		}
		r.Applications = append(r.Applications, made)
	}
	if noon > 0 {
		r.Said = append(r.Said, fmt.Sprintf("%d interviews have a day and no time in the list. They stand at 12:00; `afterword edit INTERVIEW --start TIME` changes that.", noon))
	}
	return nil
}

// lineError names the line that an error came from.
func lineError(line int, err error) error {
	known := &afterword.Error{}
	if e, ok := err.(*afterword.Error); ok { //nolint:errorlint // only one of ours gets a line of its own
		*known = *e
		known.Msg, known.Field = strings.TrimSpace(e.Field+" "+e.Msg), fmt.Sprintf("line %d", line)
		known.Hint = strings.TrimPrefix(e.Hint+"; nothing was stored", "; ")
		return known
	}
	return fmt.Errorf("line %d: %w", line, err)
}

func pursuitKey(employer, role string) string { return fold(employer) + "\n" + fold(role) }

// takeLine stores one line, or finds that it is there already.
func (w *work) takeLine(l listed, known map[string][]afterword.Application) (ListedLine, error) {
	out := ListedLine{Line: l.line, Employer: l.cells[colEmployer], Role: l.cells[colRole], Already: true}
	key := pursuitKey(out.Employer, out.Role)
	i := slices.IndexFunc(known[key], func(a afterword.Application) bool { return !l.applied.known() || w.sameDay(a.CreatedAt, l.applied) })
	var app afterword.Application
	if i >= 0 {
		app = known[key][i]
	} else {
		out.Already = false
		app = afterword.Application{ID: afterword.NewID(), Kind: afterword.New, Employer: out.Employer, Role: out.Role, CreatedAt: w.Now()}
		if l.applied.known() {
			app.CreatedAt = l.applied.moment(w.ownZone()).UTC()
		}
		if err := w.CreateApplication(&app); err != nil {
			return out, err
		}
		if err := w.listedPeople(&app, l); err != nil {
			return out, err
		}
		known[key] = append(known[key], app)
	}
	out.Application = app.ID
	if l.interview.known() {
		made, err := w.listedRound(app, l, &out)
		if err != nil {
			return out, err
		}
		out.Already = out.Already && !made
	}
	if out.Already || l.outcome == "" {
		return out, nil
	}
	return out, w.listedOutcome(app, out.Interview, l)
}

func (w *work) sameDay(at time.Time, c csvTime) bool {
	d := at.Sub(c.moment(w.ownZone()))
	return d.Abs() < 14*time.Hour // the own zone may have been another one then
}

// listedPeople put the contact into a new application.
func (w *work) listedPeople(app *afterword.Application, l listed) error {
	if err := w.agency(app, l.cells[colAgency]); err != nil {
		return err
	}
	name, email := l.cells[colContact], l.cells[colEmail]
	if strings.Contains(name, "@") {
		n, e, err := mailbox("contact", name)
		if err != nil {
			return err
		}
		name = n
		if email == "" {
			email = e
		}
	}
	if email != "" {
		if _, _, err := mailbox("email", email); err != nil {
			return err
		}
		if !plainAddress(email) {
			return afterword.Invalid("email", "%q is not a mail address", email)
		}
	}
	if name == "" && email == "" {
		return nil
	}
	p, err := w.personFor(name, email, nil, nil)
	if err != nil {
		return err
	}
	if phone := l.cells[colPhone]; phone != "" && p.Phone == "" {
		p.Phone = phone
		if err := w.UpdatePerson(&p); err != nil {
			return err
		}
	}
	app.Contact = p.ID
	return w.UpdateApplication(app)
}

// listedRound books the round of a line unless the application has it; made says that it did not.
func (w *work) listedRound(app afterword.Application, l listed, out *ListedLine) (made bool, err error) {
	loc := w.ownZone()
	if z := l.cells[colZone]; z != "" {
		if loc, err = when.LoadZone("zone", z); err != nil {
			return false, err
		}
	}
	start := l.interview.moment(loc).UTC()
	facts, err := w.Facts(app.ID)
	if err != nil {
		return false, err
	}
	for _, f := range facts {
		if f.Kind == afterword.Booked && f.Detail.Start.Equal(start) {
			out.Interview = f.Interview
			return false, nil
		}
	}
	iv := afterword.Interview{ID: afterword.NewID(), Application: app.ID, Location: l.cells[colPlace], Link: l.cells[colCall], CreatedAt: w.Now()}
	with := strings.FieldsFunc(l.cells[colInterviewer], func(r rune) bool { return r == ';' || r == ',' || r == '\n' || r == '&' })
	with = slices.DeleteFunc(with, func(s string) bool { return strings.TrimSpace(s) == "" })
	if iv.Invited, err = w.panel(app, with); err != nil {
		return false, err
	}
	if err := w.CreateInterview(&iv); err != nil {
		return false, err
	}
	out.Interview = iv.ID
	_, err = w.fact(afterword.Fact{Application: app.ID, Interview: iv.ID, Kind: afterword.Booked, Detail: afterword.Detail{Start: start, Zone: loc.String()}})
	return true, err
}

// freshAnswer is how long an answer counts as new: an older no is not asked to be answered.
const freshAnswer = 14 * 24 * time.Hour

// listedOutcome records how a line ended. Without a day of its own it happened on the last day that
// the line names.
func (w *work) listedOutcome(app afterword.Application, iv afterword.ID, l listed) error {
	at := w.Now()
	for _, c := range []csvTime{l.answered, l.interview, l.applied} {
		if c.known() {
			at = c.moment(w.ownZone()).UTC()
			break
		}
	}
	if at.After(w.Now()) {
		at = w.Now()
	}
	if _, err := w.fact(afterword.Fact{Application: app.ID, Interview: iv, Kind: l.outcome, At: at}); err != nil {
		return err
	}
	if l.outcome != afterword.HeardNo || w.Now().Sub(at) < freshAnswer {
		return nil
	}
	_, err := w.fact(afterword.Fact{Application: app.ID, Interview: iv, Kind: afterword.Skipped, Detail: afterword.Detail{Step: "answer_no", Why: "from a list"}})
	return err
}
