package reading

import (
	"testing"
	"time"

	"afterword"

	"github.com/google/go-cmp/cmp"
)

func box(name, email string) afterword.Mailbox { return afterword.Mailbox{Name: name, Email: email} }

// asked is an invitation by Priya of Northwind to Sam.
func asked(summary, description string) afterword.Invitation {
	return afterword.Invitation{
		Method: "REQUEST", UID: "1", Summary: summary, Description: description,
		Start: time.Date(2026, 11, 20, 14, 0, 0, 0, time.UTC), End: time.Date(2026, 11, 20, 15, 0, 0, 0, time.UTC), Zone: "UTC",
		Organizer: box("Priya Nair", "priya.nair@northwind.example"),
		Attendees: []afterword.Mailbox{box("Sam Taylor", "sam.taylor@gmail.com"), box("Priya Nair", "priya.nair@northwind.example")},
	}
}

func TestAnInvitationIsAnInterviewOrSaysWhyNot(t *testing.T) {
	t.Parallel()
	cases := []struct {
		summary, description string
		want                 bool
	}{
		{"Interview with Northwind", "", true},
		{"Northwind – Data Analyst interview", "", true},
		{"Updated invitation: Interview: Sam Taylor @ Fri Nov 20, 2026 2pm - 3pm (GMT)", "", true},
		{"Phone screen with Priya", "", true},
		{"Recruiter call - Northwind", "", true},
		{"Technical screen", "", true},
		{"Sam <> Northwind", "Looking forward to speaking about the Data Analyst role. You will meet two interviewers.", true},
		{"Intro call", "A chat about your application for the Data Analyst role", true},
		{"Final round: presentation and panel", "", true},
		{"Vorstellungsgespräch Sam Taylor", "", true},
		{"Entretien d'embauche", "", true},
		{"面接のご案内", "", true},
		{"Assessment centre", "", true},
		{"Northwind | Sam Taylor", "Please find your interview schedule below. Candidate guide attached.", true},
		{"Chat with our hiring manager", "for the position of analyst", true},
		{"Webinar: how to shine at interviews", "Join 500 others", false},
		{"Weekly team meeting", "Agenda: interviews for the analyst role next week", false},
		{"Asha's birthday", "", false},
		{"Interview training for managers", "", false},
		{"Mock interview", "", false},
		{"Exit interview", "", false},
		{"User interview: checkout study", "", false},
		{"Interview debrief: analyst", "", false},
		{"Daily stand-up", "", false},
		{"Dentist", "", false},
		{"1:1 Sam / Priya", "", false},
		{"All hands", "", false},
		{"Lunch", "", false},
		{"Sprint planning", "", false},
		{"Project kick-off", "Slides attached", false},
	}
	for _, c := range cases {
		is, because, sure := Interview(asked(c.summary, c.description))
		if is != c.want || because == "" || sure <= 0 || sure > 1 {
			t.Errorf("%q: %v (%.2f, %s), want %v", c.summary, is, sure, because, c.want)
		}
	}
	many := asked("Meet the team", "")
	for range 40 {
		many.Attendees = append(many.Attendees, box("", "x@northwind.example"))
	}
	if is, because, _ := Interview(many); is {
		t.Errorf("forty people are no interview: %s", because)
	}
	weekly := asked("Catch up", "")
	weekly.Recurring = true
	if is, because, _ := Interview(weekly); is {
		t.Errorf("what repeats is no interview: %s", because)
	}
}

func TestTheEmployerComesFromTitleOrOrganizerWhereSure(t *testing.T) {
	t.Parallel()
	gmail, agency, ats := box("Priya", "priya@gmail.com"), box("Gary Moss", "gary@brightrecruitment.example"), box("Northwind", "no-reply@greenhouse.io")
	priya := box("Priya Nair", "priya.nair@northwind.example")
	cases := []struct {
		summary   string
		organizer afterword.Mailbox
		want      string
		sure      bool
	}{
		{"Interview with Northwind", priya, "Northwind", true},
		{"Interview with Northwind", gmail, "Northwind", true},
		{"Interview with Northwind Traders", priya, "Northwind Traders", true},
		{"Northwind - Data analyst interview", priya, "Northwind", true},
		{"Northwind - Data analyst interview", gmail, "Northwind", true},
		{"Asha / Northwind", priya, "Northwind", true},
		{"Interview with Priya Nair", priya, "Northwind", true},
		{"Interview with Priya Nair", gmail, "", false},
		{"Interview", priya, "Northwind", true},
		{"Interview", gmail, "", false},
		{"Interview", agency, "", false},
		{"Interview", ats, "", false},
		{"Interview at Contoso for Data Analyst", agency, "Contoso", true},
		{"Interview for Data Analyst at Contoso", ats, "Contoso", true},
		{"Second interview @ Contoso", gmail, "Contoso", true},
		{"Phone screen with Fabrikam Ltd", ats, "Fabrikam", true},
		{"Sam Taylor <> Contoso", ats, "Contoso", false},
		{"Final round interview", gmail, "", false},
		{"Interview at University of Leeds", gmail, "University of Leeds", true},
		{"Interview with the Bank of Ireland", gmail, "Bank of Ireland", true},
		{"Interview with Marks and Lowe", ats, "Marks and Lowe", true},
		{"Interview with the team", gmail, "", false},
		{"Interview with the Head of Design", gmail, "", false},
		{"Interview with our Director of Sales", gmail, "", false},
		{"Video call", gmail, "", false},
	}
	for _, c := range cases {
		inv := asked(c.summary, "")
		inv.Organizer = c.organizer
		inv.Attendees = []afterword.Mailbox{box("Sam Taylor", "sam.taylor@gmail.com"), box("Asha", "asha@gmail.com")}
		got, sure := Employer(inv)
		if sure != c.sure || c.sure && got != c.want || !c.sure && got != "" && got != c.want {
			t.Errorf("%q by %s: %q, %v; want %q, %v", c.summary, c.organizer.Email, got, sure, c.want, c.sure)
		}
	}
}

func TestTheRoleIsTakenWhereItIsStated(t *testing.T) {
	t.Parallel()
	cases := [][3]string{
		{"Northwind - Data Analyst interview", "", "Data Analyst"},
		{"Interview: Senior Software Engineer", "", "Senior Software Engineer"},
		{"Interview for Data Analyst at Northwind", "", "Data Analyst"},
		{"Interview for the Marketing Manager role", "", "Marketing Manager"},
		{"Interview with Northwind", "Role: Operations Coordinator\nPlace: online", "Operations Coordinator"},
		{"Interview with Northwind", "We look forward to talking about the Junior Designer position with you.", "Junior Designer"},
		{"Interview with Northwind", "", ""},
		{"Phone call with our hiring manager", "", ""},
		{"Interview with Priya Nair", "", ""},
		{"Interview: Data Analyst at Northwind", "", "Data Analyst"},
		{"Head of Design @ Orbit - final interview", "", "Head of Design"},
		{"Recruiter call: Cobalt", "", ""},
		{"Engineer screen", "", ""},
		{"Hiring Manager chat", "", ""},
	}
	for _, c := range cases {
		if got := Role(asked(c[0], c[1])); got != c[2] {
			t.Errorf("%q: %q, want %q", c[0], got, c[2])
		}
	}
}

func TestWhoIsTheCandidateIsKnownOrAsked(t *testing.T) {
	t.Parallel()
	priya, tom, sam, kim := box("Priya", "priya@northwind.example"), box("Tom", "tom@northwind.example"), box("Sam", "sam@gmail.com"), box("Kim", "kim@yahoo.com")
	bot := box("Northwind", "noreply@northwind.example")
	cases := []struct {
		name      string
		organizer afterword.Mailbox
		attendees []afterword.Mailbox
		me        string
		want      afterword.Mailbox
		maybe     int
		others    []afterword.Mailbox
	}{
		{"by address", priya, []afterword.Mailbox{tom, sam, kim}, "SAM@gmail.com", sam, 0, []afterword.Mailbox{priya, tom, kim}},
		{"by address, as Gmail delivers", priya, []afterword.Mailbox{tom, sam, kim}, "s.am+jobs@googlemail.com", sam, 0, []afterword.Mailbox{priya, tom, kim}},
		{"the only guest", priya, []afterword.Mailbox{sam}, "", sam, 0, []afterword.Mailbox{priya}},
		{"the only guest from outside", priya, []afterword.Mailbox{priya, tom, sam}, "", sam, 0, []afterword.Mailbox{priya, tom}},
		{"two guests from outside", priya, []afterword.Mailbox{sam, kim}, "", afterword.Mailbox{}, 2, []afterword.Mailbox{priya, sam, kim}},
		{"a machine invites", bot, []afterword.Mailbox{priya, tom, sam}, "", sam, 0, []afterword.Mailbox{priya, tom}},
		{"my own entry", sam, []afterword.Mailbox{priya}, "sam@gmail.com", sam, 0, []afterword.Mailbox{priya}},
		{"my own entry, address not known", sam, []afterword.Mailbox{priya}, "", afterword.Mailbox{}, 2, []afterword.Mailbox{sam, priya}},
		{"I am not named", priya, []afterword.Mailbox{tom}, "sam@gmail.com", afterword.Mailbox{}, 0, []afterword.Mailbox{priya, tom}},
		{"nobody", afterword.Mailbox{}, nil, "", afterword.Mailbox{}, 0, nil},
	}
	for _, c := range cases {
		w := Me(afterword.Invitation{Organizer: c.organizer, Attendees: c.attendees}, c.me)
		if w.Me != c.want || len(w.Maybe) != c.maybe || w.Sure != (c.maybe == 0) {
			t.Errorf("%s: %+v", c.name, w)
		}
		if d := cmp.Diff(c.others, w.Others); d != "" {
			t.Errorf("%s: others\n%s", c.name, d)
		}
	}
}

func TestANoReplyAddressIsNeverAPerson(t *testing.T) {
	t.Parallel()
	for email, want := range map[string]bool{
		"noreply@x.example": true, "no-reply@x.example": true, "No_Reply@x.example": true, "do-not-reply@x.example": true,
		"donotreply@x.example": true, "careers-noreply@x.example": true, "noreply+abc@x.example": true, "mailer-daemon@x.example": true,
		"notifications@x.example": true, "calendar-notification@google.com": true, "bounces+1@x.example": true,
		"priya@x.example": false, "norman.reply@x.example": false, "careers@x.example": false, "jobs@x.example": false, "nora@x.example": false,
	} {
		if got := NoReply(email); got != want {
			t.Errorf("%s: %v", email, got)
		}
	}
}

func TestANewInvitationThatLooksLikeAKnownOneMovedIsSeen(t *testing.T) {
	t.Parallel()
	a := asked("Interview with Northwind – Sam Taylor", "")
	b := asked("Rescheduled: Interview with Northwind – Sam Taylor", "")
	b.UID, b.Start = "2", a.Start.Add(48*time.Hour)
	if !SameInterviewMoved(a, b) {
		t.Error("the same title by the same person two days later")
	}
	b.Summary = "Final panel: case study"
	if SameInterviewMoved(a, b) {
		t.Error("another title is another round")
	}
	c := b
	c.Summary, c.UID = a.Summary, a.UID
	if SameInterviewMoved(a, c) {
		t.Error("the same UID is an update, not a new one")
	}
}

func TestTheKindOfAnInvitationFollowsItsMethod(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		method, status string
		sequence       int
		want           string
	}{
		{"REQUEST", "", 0, KindInvite}, {"REQUEST", "", 2, KindUpdate}, {"CANCEL", "", 1, KindCancel}, {"REQUEST", "CANCELLED", 1, KindCancel},
		{"REPLY", "", 0, KindReply}, {"COUNTER", "", 0, KindReply}, {"PUBLISH", "", 3, KindPublish}, {"", "", 0, KindPublish},
	} {
		inv := asked("Interview", "")
		inv.Method, inv.Sequence, inv.Cancelled = c.method, c.sequence, c.method == "CANCEL" || c.status == "CANCELLED"
		if got := Describe("a.ics", inv, nil); got.Kind != c.want || got.Because == "" || *got.Start != "2026-11-20T14:00:00Z" {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}
