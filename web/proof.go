package web

import (
	"net/http"
	"time"

	"afterword"
	"afterword/service"
)

// ProofPage is the record of the interviews in a span of days, to print for a job office. It holds no
// feelings and no letters.
type ProofPage struct {
	Frame
	From, To     string // as asked
	Name         string
	Rows         []ProofLine
	Asked        bool
	Table        string // the address of the same as a table for a spreadsheet
	FromError    string
	ToError      string
	Applications int
	Interviews   int
}

// ProofLine is one round.
type ProofLine struct{ On, Employer, Role, Round, Notes, Outcome string }

// proofSpan is what the form proposes: the last three months.
const proofSpan = 3

func proof(v *visit) error {
	today := v.Service.Now()
	from, to := v.query("from"), v.query("to")
	p := ProofPage{Frame: v.task("A record for a job office", Link{"/learn/notice", "What I notice"}), Asked: from != "" || to != "", Name: v.set.Name,
		From: orElse(from, today.AddDate(0, -proofSpan, 0).Format(time.DateOnly)), To: orElse(to, today.Format(time.DateOnly))}
	rows, err := v.Service.Proof(v.ctx, v.a, p.From, p.To)
	if afterword.KindOf(err) == afterword.InvalidInput {
		says := "To: it is not a day, or before the first one."
		if _, wrongFrom := time.Parse(time.DateOnly, p.From); wrongFrom != nil {
			says = "From: it is not a day."
			p.FromError, p.Problems = says, []Problem{{"from", says}}
		} else {
			p.ToError, p.Problems = says, []Problem{{"to", says}}
		}
		return v.again(proofPage(p))
	}
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, r := range rows {
		outcome, round := "open", "applied"
		if r.Round > 0 {
			round = itoa(r.Round)
			p.Interviews++
		}
		if r.Outcome != "" {
			outcome = spokenOutcome(r.Outcome)
		}
		p.Rows = append(p.Rows, ProofLine{On: r.On.String(), Employer: r.Employer, Role: r.Role, Round: round, Notes: itoa(r.Notes), Outcome: outcome})
		seen[r.Employer+"\x00"+r.Role] = true
	}
	p.Applications = len(seen)
	p.Table = "/learn/proof.csv?from=" + p.From + "&to=" + p.To
	return v.show(proofPage(p))
}

// title is whose record it is, and of which days.
func (p ProofPage) title() string {
	day := func(s string) string {
		if d, err := time.Parse(time.DateOnly, s); err == nil {
			return d.Format("2 January 2006")
		}
		return s
	}
	return joined(", ", "Applications and interviews, "+day(p.From)+" to "+day(p.To), p.Name)
}

// counted says how many there are.
func (p ProofPage) counted() string {
	return count(p.Interviews, "interview") + " for " + count(p.Applications, "application") + "."
}

func spokenOutcome(o afterword.Outcome) string {
	switch o {
	case afterword.OutcomeNo:
		return "they said no"
	case afterword.OutcomeNoReply:
		return "no answer"
	case afterword.OutcomeStopped:
		return "they stopped the hiring"
	case afterword.OutcomeWithdrew:
		return "withdrawn"
	case afterword.OutcomeDeclined:
		return "offer declined"
	case afterword.OutcomeAccepted:
		return "offer accepted"
	case afterword.OutcomeNextRound:
		return "next round"
	case afterword.OutcomeCalledOff:
		return "called off"
	case afterword.OutcomeNoShow:
		return "nobody came"
	}
	return string(o)
}

func proofTable(v *visit) error {
	rows, err := v.Service.Proof(v.ctx, v.a, v.query("from"), v.query("to"))
	if err != nil {
		return err
	}
	h := v.w.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="interviews.csv"`)
	v.w.WriteHeader(http.StatusOK)
	return service.ProofCSV(v.w, rows)
}

func galleryProof() ProofPage {
	return ProofPage{Frame: galleryFrame("", "A record for a job office"), From: "2026-09-01", To: "2026-11-30", Name: "Asha Kapoor", Applications: 2, Interviews: 2, Table: "/x",
		Rows: []ProofLine{{"2026-11-20", "Northwind", "Data analyst", "1", "2", "open"}, {"2026-11-12", "Hale Studio", "Wayfinding designer", "2", "1", "they said no"}}}
}
