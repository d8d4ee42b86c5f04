package web

import (
	"net/url"

	"afterword"
	"afterword/service"
)

// InterviewsPage is the list, fifty on a page.
type InterviewsPage struct {
	Frame
	Show string // open, closed, all, or unbooked: applications without a round
	List []Row
	Next string
	None bool // there is no interview at all, closed ones included
}

const perPage = 50

func interviews(v *visit) error {
	show := orElse(v.query("show"), "open")
	if show == "unbooked" {
		return unbooked(v)
	}
	filter := service.ListFilter{After: v.query("after"), Limit: perPage}
	if show != "all" {
		open := show != "closed"
		filter.Open = &open
	}
	list, next, err := v.Service.Lines(v.ctx, v.a, filter)
	if err != nil {
		return err
	}
	p := InterviewsPage{Frame: v.frame("Interviews", "Interviews"), Show: show}
	p.Heading = "Interviews"
	if len(list) == 0 {
		if p.None, err = v.firstVisit(); err != nil {
			return err
		}
	}
	for _, l := range list {
		p.List = append(p.List, v.line(l))
	}
	if next != "" {
		p.Next = "/interviews?" + url.Values{"show": {show}, "after": {next}}.Encode()
	}
	return v.show(interviewsPage(p))
}

// unbooked lists the applications that have no round yet; each leads to the form that adds one.
func unbooked(v *visit) error {
	list, err := v.Service.Unbooked(v.ctx, v.a)
	if err != nil {
		return err
	}
	p := InterviewsPage{Frame: v.frame("Interviews", "Interviews"), Show: "unbooked"}
	p.Heading = "Interviews"
	for _, x := range list {
		r := Row{Href: "/add?" + url.Values{"door": {"type"}, "application": {string(x.ID)}}.Encode(), Title: orElse(x.Employer, "Someone"),
			Small: joined(", ", x.Role, "since "+v.Day(afterword.DateOf(x.Since.In(v.loc)))), Owed: "Add a round"}
		if x.Outcome != "" {
			r.Owed, r.Small = "", joined(". ", r.Small, upper(outcomes[x.Outcome]))
		}
		p.List = append(p.List, r)
	}
	return v.show(interviewsPage(p))
}

// line is an interview as a row: who, when, and where it stands.
func (v *visit) line(l service.LineView) Row {
	when := ""
	switch {
	case l.Start != nil:
		when = upper(v.In(*l.Start, l.Zone))
	case l.End != nil:
		when = upper(v.In(*l.End, l.Zone))
	}
	r := Row{Href: "/interviews/" + string(l.Interview), Title: name(l), Small: joined(", ", l.Role, when)}
	says := orElse(l.Says, states[l.State])
	if l.State == afterword.StateComingUp && l.Start != nil && l.Start.After(v.now) {
		says = "" // it only says when
	}
	if l.State == afterword.StateClosed {
		says = joined(": ", "Closed", outcomes[l.Outcome])
	}
	switch l.State {
	case afterword.StateJustFinished, afterword.StateNotesToSend, afterword.StateMayAsk, afterword.StateAnswered:
		r.Owed = says
	default:
		r.Small = joined(". ", r.Small, says)
	}
	return r
}
