package policy_test

import (
	"testing"

	"afterword"
)

const (
	direct = `
own Europe/London
email asha@mail.example
contact Hana Mori <hana@northwind.example>
person Priya Nair <priya@northwind.example>
person Tom Reed <tom@northwind.example>
2026-11-10 09:00 booked r1 2026-11-20 14:00 to 15:10 in Europe/London with Priya Nair, Tom Reed
2026-11-20 15:40 debrief r1 {"met":[{"name":"Priya Nair"},{"name":"Tom Reed"}],"hear":{"said":"1 to 2 weeks"}}
`
	byEmail = direct + `
2026-11-20 15:41 debrief r1 {"hear":{"said":"1 to 2 weeks","channel":"email"}}
`
	byAgency = direct + `
agency Dana Cole <dana@agency.example>
`
)

// Both sides of every row of the guard. W is Fri 4 Dec, A is Mon 7 Dec 09:00.
func TestEveryRowOfTheGuardStopsWhatItShouldAndNothingElse(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name, story, now, try string
		row                   int
		verdict, until        string
		override              bool
	}{
		{"an angry reply rests until the morning", direct + "2026-11-21 09:00 wrote r1 from Hana Mori", "2026-11-21 22:00", "reply angry", 2, "hold", "2026-11-22T09:00:00Z", true},
		{"a calm reply does not", direct + "2026-11-21 09:00 wrote r1 from Hana Mori", "2026-11-21 22:00", "reply", 5, "allow", "", false},

		{"no call when they asked for email", byEmail, "2026-12-07 09:00", "status by phone", 3, "refuse", "", false},
		{"no message when they asked for email", byEmail, "2026-11-20 18:00", "thanks to Priya Nair by message", 3, "refuse", "", false},
		{"email is what they asked for", byEmail, "2026-12-07 09:00", "status by email", 20, "allow", "", false},
		{"a portal is not ruled out", byEmail, "2026-12-07 09:00", "status by portal", 20, "allow", "", false},
		{"a reply may go by the channel they wrote on", byEmail + "2026-11-21 09:00 wrote r1 from Hana Mori by message", "2026-11-21 10:00", "reply to Hana Mori by message", 5, "allow", "", false},
		{"and by no other that is ruled out", byEmail + "2026-11-21 09:00 wrote r1 from Hana Mori by email", "2026-11-21 10:00", "reply to Hana Mori by message", 3, "refuse", "", false},
		{"a referee may be called", byEmail + "referee Ruth Adler\n2026-11-20 16:00 agreed Ruth Adler", "2026-11-21 10:00", "referee_heads_up to Ruth Adler by phone", 20, "allow", "", false},
		{"staying in touch is free to choose", byEmail + "2026-11-25 10:00 no r1", "2027-03-10 10:00", "stay_in_touch to Priya Nair by message", 20, "allow", "", false},
		{"a card by post is not judged by the channel", byEmail, "2026-11-20 18:00", "thanks to Priya Nair by post", 20, "allow", "", false},
		{"through the agency, as agreed", direct + `2026-11-20 15:41 debrief r1 {"hear":{"said":"1 to 2 weeks","channel":"agency"}}`, "2026-12-07 10:00", "status to Priya Nair by email", 3, "refuse", "", false},
		{"the agreed agency carries it", direct + `2026-11-20 15:41 debrief r1 {"hear":{"said":"1 to 2 weeks","channel":"agency"}}`, "2026-12-07 10:00", "status to Priya Nair by agency", 20, "allow", "", false},
		{"thanks wait for the agency instead", direct + `2026-11-20 15:41 debrief r1 {"hear":{"channel":"agency"}}`, "2026-11-20 18:00", "thanks to Priya Nair by email", 10, "hold", "", false},
		{"until the agency said yes", byAgency + "2026-11-20 15:41 debrief r1 {\"hear\":{\"said\":\"1 to 2 weeks\",\"channel\":\"agency\"}}\n2026-11-21 10:00 agency_yes r1", "2026-12-07 10:00", "status to Priya Nair by email", 20, "allow", "", false},

		{"a withdrawal goes to the agency", byAgency, "2026-11-21 10:00", "withdrawal to Priya Nair", 4, "refuse", "", false},
		{"an answer to a no too", byAgency + "2026-11-25 10:00 no r1", "2026-11-25 12:00", "answer_no to Priya Nair", 4, "refuse", "", false},
		{"and may go there", byAgency, "2026-11-21 10:00", "withdrawal to Dana Cole", 5, "allow", "", false},
		{"or through it", byAgency, "2026-11-21 10:00", "withdrawal to Priya Nair by agency", 5, "allow", "", false},
		{"or straight once it said yes", byAgency + "2026-11-21 09:00 agency_yes r1", "2026-11-21 10:00", "withdrawal to Priya Nair", 5, "allow", "", false},

		{"a reply while we wait", direct + "2026-11-24 09:00 wrote r1 from Priya Nair", "2026-11-24 10:00", "reply", 5, "allow", "", false},
		{"also when no answer is needed", direct + "2026-11-24 09:00 wrote r1 from Priya Nair no answer needed", "2026-11-24 10:00", "reply", 5, "allow", "", false},
		{"once each", direct + "2026-11-24 09:00 wrote r1 from Priya Nair\n2026-11-24 10:00 sent reply to Priya Nair for r1", "2026-11-24 11:00", "reply to Priya Nair", 7, "hold", "2026-12-07T09:00:00Z", true},
		{"an automatic mail is no message", direct + "2026-11-24 09:00 automatic r1", "2026-11-24 10:00", "reply", 7, "hold", "2026-12-07T09:00:00Z", true},
		{"nor is what the candidate did", direct + "2026-11-24 09:00 submitted r1", "2026-11-24 10:00", "reply", 7, "hold", "2026-12-09T09:00:00Z", true},
		{"a promise may be kept at any time", direct + "2026-11-20 16:00 promise r1 portfolio", "2026-11-24 10:00", "promised", 5, "allow", "", false},
		{"documents that they asked for too", direct + "2026-11-24 09:00 documents r1 from Hana Mori", "2026-11-24 10:00", "promised", 5, "allow", "", false},
		{"an offer may be answered", direct + "2026-11-24 09:00 offer r1 from Hana Mori", "2026-11-24 10:00", "answer_offer", 5, "allow", "", false},
		{"the first withdrawal goes", direct, "2026-11-24 10:00", "withdrawal", 5, "allow", "", false},
		{"a second does not", direct + "2026-11-24 09:00 sent withdrawal for r1\n2026-11-24 09:00 withdrew r1", "2026-11-24 10:00", "withdrawal", 5, "refuse", "", false},

		{"an answer to a no rests an hour", direct + "2026-11-25 10:00 no r1 from Hana Mori", "2026-11-25 10:30", "answer_no", 6, "hold", "2026-11-25T11:00:00Z", true},
		{"and goes after it", direct + "2026-11-25 10:00 no r1 from Hana Mori", "2026-11-25 11:00", "answer_no", 6, "allow", "", false},
		{"once", direct + "2026-11-25 10:00 no r1 from Hana Mori\n2026-11-25 11:00 sent answer_no to Hana Mori for r1", "2026-11-25 12:00", "answer_no", 6, "refuse", "", false},

		{"a reply to nothing is the question", direct, "2026-11-24 10:00", "reply to Priya Nair", 7, "hold", "2026-12-07T09:00:00Z", true},
		{"and may go when the question may", direct, "2026-12-07 09:00", "reply to Priya Nair", 7, "allow", "", false},
		{"a promise that nobody made too", direct, "2026-11-24 10:00", "promised", 7, "hold", "2026-12-07T09:00:00Z", true},
		{"a promise that was kept too", direct + "2026-11-20 16:00 promise r1 portfolio\n2026-11-21 10:00 kept r1 portfolio", "2026-11-24 10:00", "promised", 7, "hold", "2026-12-07T09:00:00Z", true},
		{"an answer without a no", direct, "2026-11-24 10:00", "answer_no", 7, "hold", "2026-12-07T09:00:00Z", true},
		{"an answer without an offer", direct + "2026-11-24 09:00 no r1", "2026-11-24 10:00", "answer_offer", 7, "refuse", "", false},

		{"after the decision the letter may still go", direct + "2026-11-24 09:00 offer r1\n2026-11-24 10:00 accepted r1", "2026-11-24 10:05", "answer_offer", 20, "allow", "", false},

		{"one thank-you for each", direct + "2026-11-20 17:00 sent thanks to Priya Nair for r1", "2026-11-20 18:00", "thanks to Priya Nair", 8, "refuse", "", false},
		{"for each", direct + "2026-11-20 17:00 sent thanks to Priya Nair for r1", "2026-11-20 18:00", "thanks to Tom Reed", 20, "allow", "", false},
		{"what went through someone counts", direct + "2026-11-20 17:00 passed_on thanks to Priya Nair for r1", "2026-11-20 18:00", "thanks to Priya Nair", 8, "refuse", "", false},
		{"a card may follow the mail", direct + "2026-11-20 17:00 sent thanks to Priya Nair for r1", "2026-11-20 18:00", "thanks to Priya Nair by post", 20, "allow", "", false},
		{"one card", direct + "2026-11-20 17:00 sent thanks to Priya Nair by post for r1", "2026-11-20 18:00", "thanks to Priya Nair by post", 8, "refuse", "", false},
		{"a later round has thanks of its own", direct + "2026-11-20 17:00 sent thanks to Priya Nair for r1\n2026-11-21 10:00 booked r2 2026-11-24 10:00 to 11:00 in Europe/London with Priya Nair", "2026-11-24 12:00", "thanks to Priya Nair for r2", 20, "allow", "", false},
		{"a round of the same day has not", direct + "2026-11-20 17:00 sent thanks to Priya Nair for r1\n2026-11-19 10:00 booked r2 2026-11-20 16:00 to 16:30 in Europe/London with Priya Nair", "2026-11-20 18:00", "thanks to Priya Nair for r2", 8, "refuse", "", false},
		{"one thanks to the agency", byAgency + "2026-11-20 17:00 sent agency_thanks to Dana Cole for r1", "2026-11-20 18:00", "agency_thanks to Dana Cole", 8, "refuse", "", false},

		{"thanks after a no go into the answer", direct + "2026-11-21 09:00 no r1", "2026-11-21 10:00", "thanks to Priya Nair", 9, "refuse", "", false},
		{"a withdrawal has thanked", direct + "2026-11-21 09:00 sent withdrawal to Priya Nair for r1\n2026-11-21 09:00 withdrew r1", "2026-11-21 10:00", "thanks to Priya Nair", 9, "refuse", "", false},
		{"but not the others", direct + "2026-11-21 09:00 sent withdrawal to Priya Nair for r1\n2026-11-21 09:00 withdrew r1", "2026-11-21 10:00", "thanks to Tom Reed", 20, "allow", "", false},

		{"thanks wait for the agency", byAgency, "2026-11-20 18:00", "thanks to Priya Nair", 10, "hold", "", false},
		{"they go through it", byAgency, "2026-11-20 18:00", "thanks to Priya Nair by agency", 20, "allow", "", false},
		{"and not at all straight after its no", byAgency + "2026-11-20 17:00 agency_no r1", "2026-11-20 18:00", "thanks to Priya Nair", 10, "refuse", "", false},
		{"they go after its yes", byAgency + "2026-11-20 17:00 agency_yes r1", "2026-11-20 18:00", "thanks to Priya Nair", 20, "allow", "", false},
		{"a later no counts", byAgency + "2026-11-20 17:00 agency_yes r1\n2026-11-20 17:30 agency_no r1", "2026-11-20 18:00", "thanks to Priya Nair", 10, "refuse", "", false},

		{"nothing to ask after an offer", direct + "2026-12-08 09:00 offer r1", "2026-12-09 10:00", "status", 11, "refuse", "", false},
		{"nor after a no", direct + "2026-12-08 09:00 no r1", "2026-12-09 10:00", "status", 11, "refuse", "", false},
		{"nor after putting it down", direct + "2026-12-08 09:00 no_reply r1", "2026-12-09 10:00", "status", 11, "refuse", "", false},
		{"again when it is opened again", direct + "2026-12-08 09:00 no_reply r1\n2026-12-08 10:00 reopened r1", "2026-12-09 10:00", "status", 20, "allow", "", false},

		{"a booked round is where to ask", direct + "2026-11-30 09:00 booked r2 2026-12-10 14:00 to 15:00 in Europe/London", "2026-12-08 10:00", "status", 12, "hold", "2026-12-25T09:00:00Z", false},
		{"from every round alike", direct + "2026-11-30 09:00 booked r2 2026-12-10 14:00 to 15:00 in Europe/London", "2026-12-08 10:00", "status for r2", 12, "hold", "2026-12-25T09:00:00Z", false},
		{"without a date there is no moment", direct + "2026-11-30 09:00 booked r2", "2026-12-08 10:00", "status", 12, "hold", "", false},
		{"a round that was called off does not hold", direct + "2026-11-30 09:00 booked r2 2026-12-10 14:00 to 15:00 in Europe/London\n2026-12-07 09:00 called_off r2", "2026-12-08 09:00", "status", 20, "allow", "", false},

		{"one question", direct + "2026-12-07 09:00 sent status to Hana Mori for r1", "2026-12-09 10:00", "status to Hana Mori", 13, "refuse", "", false},
		{"not to another", direct + "2026-12-07 09:00 sent status to Hana Mori for r1", "2026-12-09 10:00", "status to Tom Reed", 13, "refuse", "", false},
		{"nor by phone", direct + "2026-12-07 09:00 sent status to Hana Mori for r1", "2026-12-09 10:00", "status by phone", 13, "refuse", "", false},
		{"a call counts as one", direct + "2026-12-07 09:00 sent status to Hana Mori by phone for r1", "2026-12-09 10:00", "status", 13, "refuse", "", false},
		{"a note does not count against itself", direct + "2026-12-07 09:00 sent status to Hana Mori for r1", "2026-12-09 10:00", "status to Hana Mori note n1", 20, "allow", "", false},
		{"an automatic mail answers nothing", direct + "2026-12-07 09:00 sent status for r1\n2026-12-07 09:01 automatic r1", "2026-12-09 10:00", "status", 13, "refuse", "", false},
		{"a referee's mail answers nothing", direct + "referee Ruth Adler\n2026-12-07 09:00 sent status for r1\n2026-12-07 09:01 wrote r1 from Ruth Adler", "2026-12-09 10:00", "status", 13, "refuse", "", false},
		{"an answer opens a new wait", direct + "2026-12-07 09:00 sent status for r1\n2026-12-07 11:00 wrote r1 from Hana Mori", "2026-12-09 10:00", "status", 15, "hold", "2026-12-22T09:00:00Z", true},

		{"the agency asks", byAgency, "2026-12-08 10:00", "status to Priya Nair", 14, "refuse", "", false},
		{"the agency is asked", byAgency, "2026-12-08 10:00", "status", 20, "allow", "", false},

		{"too early", direct, "2026-12-04 23:59", "status", 15, "hold", "2026-12-07T09:00:00Z", true},
		{"a minute too early", direct, "2026-12-07 08:59", "status", 15, "hold", "2026-12-07T09:00:00Z", true},
		{"on the day", direct, "2026-12-07 09:00", "status", 20, "allow", "", false},
		{"a reason lifts it for the note", direct + "2026-11-24 10:00 override status to Hana Mori for r1 because I am moving", "2026-11-24 10:01", "status to Hana Mori note n1", 20, "allow", "", false},
		{"once in a wait", direct + "2026-11-24 10:00 override status to Hana Mori for r1 because I am moving", "2026-11-24 10:01", "status to Tom Reed", 15, "hold", "2026-12-07T09:00:00Z", false},
		{"a new wait may be overridden again", direct + "2026-11-24 10:00 override status to Hana Mori for r1 because I am moving\n2026-11-25 10:00 delay r1 until 2026-12-11", "2026-11-26 10:01", "status to Tom Reed", 15, "hold", "2026-12-14T09:00:00Z", true},

		{"feedback comes through the agency", byAgency + "2026-11-25 10:00 no r1\n2026-11-25 10:00 agency_yes r1", "2026-11-26 10:00", "feedback to Priya Nair", 16, "refuse", "", false},
		{"it is asked", byAgency + "2026-11-25 10:00 no r1", "2026-11-26 10:00", "feedback to Dana Cole", 20, "allow", "", false},
		{"once", direct + "2026-11-25 10:00 no r1\n2026-11-26 10:00 sent feedback for r1", "2026-11-27 10:00", "feedback", 16, "refuse", "", false},
		{"the answer to the no asked already", direct + "2026-11-25 10:00 no r1\n2026-11-26 10:00 sent answer_no for r1", "2026-11-27 10:00", "feedback", 16, "refuse", "", false},
		{"not before an answer", direct, "2026-11-24 10:00", "feedback", 16, "hold", "", false},
		{"after a stop", direct + "2026-11-25 10:00 stopped r1", "2026-11-26 10:00", "feedback", 20, "allow", "", false},
		{"after silence", direct + "2026-12-25 10:00 no_reply r1", "2026-12-26 10:00", "feedback", 20, "allow", "", false},

		{"no word from who met you", direct, "2026-11-24 10:00", "ask_word to Priya Nair", 17, "refuse", "", false},
		{"nor from who decides", direct + "hiring_manager Lena Hale", "2026-11-24 10:00", "ask_word to Lena Hale", 17, "refuse", "", false},
		{"from an advocate", direct + "advocate Ido Marsh", "2026-11-24 10:00", "ask_word to Ido Marsh", 20, "allow", "", false},
		{"once", direct + "advocate Ido Marsh\n2026-11-23 10:00 sent ask_word to Ido Marsh for r1", "2026-11-24 10:00", "ask_word to Ido Marsh", 17, "refuse", "", false},
		{"no look behind the scenes from who met you", direct, "2026-11-24 10:00", "ask_insider to Tom Reed", 17, "refuse", "", false},
		{"from who works there", direct + "insider Ido Marsh", "2026-11-24 10:00", "ask_insider to Ido Marsh", 20, "allow", "", false},

		{"a referee is asked first", direct + "referee Ruth Adler", "2026-11-24 10:00", "referee_heads_up to Ruth Adler", 18, "hold", "", false},
		{"then told", direct + "referee Ruth Adler\n2026-11-23 10:00 agreed Ruth Adler", "2026-11-24 10:00", "referee_heads_up to Ruth Adler", 20, "allow", "", false},

		{"in touch is for afterwards", direct, "2026-11-24 10:00", "stay_in_touch", 19, "hold", "", false},
		{"on its date", direct + "2026-11-25 10:00 no r1", "2026-11-26 10:00", "stay_in_touch", 19, "hold", "2027-02-23T09:00:00Z", false},
		{"which any contact moves", direct + "2026-11-25 10:00 no r1\n2026-11-26 10:00 sent answer_no for r1", "2026-11-27 10:00", "stay_in_touch", 19, "hold", "2027-02-24T09:00:00Z", false},
		{"and then", direct + "2026-11-25 10:00 no r1", "2027-02-23 09:00", "stay_in_touch", 20, "allow", "", false},

		{"thanks to whom I met", direct, "2026-11-20 18:00", "thanks to Priya Nair", 20, "allow", "", false},
	}
	for _, c := range cases {
		t.Run(c.try+": "+c.name, func(t *testing.T) {
			t.Parallel()
			v := tell(t, c.story).may(c.now, c.try)
			until := ""
			if v.Until != nil {
				until = v.Until.Format("2006-01-02T15:04:05Z07:00")
			}
			if v.Rule != c.row || v.Verdict != c.verdict || until != c.until || v.MayOverride != c.override {
				t.Errorf("got row %d %s until %q override %v (%s)\nwant row %d %s until %q override %v", v.Rule, v.Verdict, until, v.MayOverride, v.Because,
					c.row, c.verdict, c.until, c.override)
			}
			spoken(t, v.Heading, v.Because, v.Practices)
		})
	}
}

func TestNothingGoesWhileAFactCannotBeRead(t *testing.T) {
	t.Parallel()
	s := tell(t, direct)
	s.c.Unreadable = "the weekend setting cannot be read"
	for _, kind := range afterword.NoteKinds() {
		if v := s.may("2026-12-07 09:00", string(kind)); v.Verdict != afterword.Hold || v.Until != nil || v.Rule != 1 {
			t.Errorf("%s: %+v", kind, v)
		}
	}
	s = tell(t, direct)
	delete(s.r.Locations, "Europe/London")
	s.r.Own = s.zone("Asia/Singapore")
	delete(s.r.Locations, "Europe/London")
	if v := s.may("2026-12-07 09:00", "status"); v.Rule != 1 {
		t.Errorf("a zone that is not there: %+v", v)
	}
}
