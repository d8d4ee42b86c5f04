package note

import ("testing";"fmt";"afterword";"time")

func TestPlay(t *testing.T) {
	lines := []string{"moving the reports off spreadsheets","They are moving the reports off spreadsheets","she leads a team of five and wants to hire two more.","We talked about climbing","\"ship small, ship often\"","Priya told me that her team is moving to Leeds","how customers pay their bills","her move from Berlin","my time in Oslo","Reports, hiring, hockey","loves climbing","Kubernetes rollout","The team moved to Berlin in May. They want to stay.","- data tests\n- why she joined","asked about my thesis","Priya explained how they test","they'd like to double the team, which is hard","why she left her old job","hire two juniors first","what would I change first?","the work they are doing on fraud","She said the hardest part is the night shift"}
	for _, l := range lines {
		to := Recipient{Name:"Priya Nair", Line:l}
		b := Brief{Kind: afterword.Thanks, To: to, Employer:"Northwind", Role:"Data analyst", Want: afterword.WantStill, Seats:1, Met: afterword.NewDate(2026,11,20), Today: afterword.NewDate(2026,11,21), From: afterword.Settings{Name:"Asha Kumar"}}
		d := newDrafter(b)
		fmt.Println(l, " => ", d.line(true).text)
	}
	for _, c := range []string{"cleaning the customer data first","clean the data","I would start with the data.","data cleaning","Building dashboards; training juniors","design systems","I can help with the night shift","automate the monthly report","the tests would be the first thing I fix"} {
		d := newDrafter(Brief{Debrief: afterword.Debrief{CouldHelpWith: c}, Seats:1})
		fmt.Println(c, " => ", d.could().text)
	}
	for _, c := range []string{"I moved 40 reports in my last job","moved 40 reports","my Lisbon project","that I speak Portuguese","forgot to mention the patent","have a driving licence","Led a team of 5."} {
		d := newDrafter(Brief{Debrief: afterword.Debrief{Unsaid: []string{c}}, Seats:1})
		fmt.Println(c, " => ", d.unsaid().text)
	}
	for _, c := range []string{"Who owns the warehouse?","warehouse ownership","how they test","how do you test","about the budget","whether there is travel"} {
		d := newDrafter(Brief{Debrief: afterword.Debrief{OwnQuestions: []string{c}}, Seats:1})
		fmt.Println(c, " => ", d.ask().text)
	}
	for _, c := range []string{"portfolio link","the case study","send the slides","two references","CV","Portfolio","call Dana","my thesis"} {
		d := newDrafter(Brief{Promises: []afterword.Promise{{What:c}}, Seats:1})
		fmt.Println(c, " => ", d.promises().text)
	}
	_ = time.Now
	for seat := 0; seat < 7; seat++ {
		b := Brief{Kind: afterword.Thanks, To: Recipient{Name:"Priya Nair",Line:lines[seat]}, Seat: seat, Seats:7, Employer:"Northwind", Role:"Data analyst", Want: afterword.WantStill, Met: afterword.NewDate(2026,11,20), Today: afterword.NewDate(2026,11,20), From: afterword.Settings{Name:"Asha Kumar"},
		Debrief: afterword.Debrief{CouldHelpWith:"cleaning the customer data first", Unsaid: []string{"I moved 40 reports in my last job"}, OwnQuestions: []string{"Who owns the warehouse?","How do you test?"}}}
		l := Draft(b); fmt.Printf("\n-- %d words=%d %s\n%s\n", seat, Words(l.Body), l.Subject, l.Body)
	}
}
