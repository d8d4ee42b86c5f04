package policy_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"afterword"
	"afterword/policy"
)

// thanked lists the thank-yous of a plan with their states, in the order in which they were worked out.
func thanked(s *story, now string) []string {
	var got []string
	for _, t := range policy.Stand(s.c, s.first(), s.r, s.at(now)).ToThank {
		kind := ""
		if t.Agency {
			kind = "agency "
		}
		if t.PassOn {
			kind = "pass on "
		}
		got = append(got, kind+string(t.Person)+" "+string(t.State))
	}
	return got
}

func TestEachPersonWhoCanBeThankedIsThankedOnce(t *testing.T) {
	t.Parallel()
	const round = "own Europe/London\nemail asha@mail.example\n"
	cases := []struct {
		name, story, now string
		want             []string
	}{
		{"those met", round + "2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed\n2026-11-20 15:10 debrief r1 {\"met\":[{\"name\":\"Priya Nair\"}]}",
			"2026-11-20 16:00", []string{"priya-nair open"}},
		{"the attendees when nobody was named", round + "2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed\n2026-11-20 15:10 debrief r1 {\"met_nobody_named\":true}",
			"2026-11-20 16:00", []string{"tom-reed open"}},
		{"the attendees without a debrief, from four hours on", round + "2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed",
			"2026-11-20 18:59", []string{"tom-reed later"}},
		{"and then", round + "2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed",
			"2026-11-20 19:00", []string{"tom-reed open"}},
		{"not the candidate, not an address without a person", round + "person Asha K <ASHA@mail.example>\nperson Jobs <no-reply@northwind.example>\nperson Robot <DoNotReply+7@northwind.example>\n" +
			"2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Asha K, Jobs, Robot, Nora Replyson\n2026-11-20 15:10 debrief r1 {\"just\":\"fine\"}",
			"2026-11-20 16:00", []string{"nora-replyson open"}},
		{"who invited, to pass it on", round + "contact Hana Mori\n2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00\n2026-11-20 15:10 debrief r1 {\"just\":\"fine\"}",
			"2026-11-20 16:00", []string{"pass on hana-mori open"}},
		{"the agency first and once, met or not", round + "agency Dana Cole\nrecruiter Eli Fox\n2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00\n" +
			`2026-11-20 15:10 debrief r1 {"met":[{"name":"Priya Nair"},{"name":"Eli Fox"},{"name":"Dana Cole"}]}`,
			"2026-11-20 16:00", []string{"agency dana-cole open", "agency eli-fox open", "priya-nair held"}},
		{"held until the agency said yes", round + "agency Dana Cole\n2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00\n" +
			"2026-11-20 15:10 debrief r1 {\"met\":[{\"name\":\"Priya Nair\"}]}\n2026-11-20 15:30 agency_yes r1",
			"2026-11-20 16:00", []string{"agency dana-cole open", "priya-nair open"}},
		{"over a week on", round + "2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed\n2026-11-20 15:10 debrief r1 {\"just\":\"fine\"}",
			"2026-11-27 15:00", []string{"tom-reed over"}},
		{"open until then", round + "2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed\n2026-11-20 15:10 debrief r1 {\"just\":\"fine\"}",
			"2026-11-27 14:59", []string{"tom-reed open"}},
		{"over at an offer", round + "2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed\n2026-11-20 15:10 debrief r1 {\"just\":\"fine\"}\n2026-11-20 16:00 offer r1",
			"2026-11-20 16:00", []string{"tom-reed over"}},
		{"a next round ends nothing", round + "2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed\n2026-11-20 15:10 debrief r1 {\"just\":\"fine\"}\n2026-11-20 16:00 next_round r1",
			"2026-11-20 16:00", []string{"tom-reed open"}},
		{"skipped", round + "2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed\n2026-11-20 15:10 debrief r1 {\"just\":\"fine\"}\n2026-11-20 16:00 skip thanks to Tom Reed for r1",
			"2026-11-20 16:00", []string{"tom-reed skipped"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, thanked(tell(t, c.story), c.now)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTwoWhoTurnedOutToBeOneAreThankedOnce(t *testing.T) {
	t.Parallel()
	s := tell(t, direct+"2026-11-20 17:00 sent thanks to Tom Reed for r1")
	p := s.c.People["tom-reed"]
	p.MergedInto = "priya-nair"
	s.c.People["tom-reed"] = p
	if diff := cmp.Diff([]string{"priya-nair done"}, thanked(s, "2026-11-20 18:00")); diff != "" {
		t.Error(diff)
	}
	if v := s.may("2026-11-20 18:00", "thanks to Priya Nair"); v.Rule != 8 {
		t.Errorf("%+v", v)
	}
}

func TestTheAgencyIsAskedForLeaveOnlyWhenSomeoneElseWasMet(t *testing.T) {
	t.Parallel()
	for story, want := range map[string]bool{
		`{"met":[{"name":"Priya Nair"}]}`: true,
		`{"met":[{"name":"Dana Cole"}]}`:  false,
	} {
		s := tell(t, "own Europe/London\nagency Dana Cole\n2026-11-20 09:00 booked r1 2026-11-20 14:00 to 15:00\n2026-11-20 15:10 debrief r1 "+story)
		if st := policy.Stand(s.c, "r1", s.r, s.at("2026-11-20 16:00")); st.ToThank[0].Asks != want {
			t.Errorf("%s: asks %v", story, st.ToThank[0].Asks)
		}
	}
}

func TestANoteIsWhatTheFactsMakeOfIt(t *testing.T) {
	t.Parallel()
	const told = "own Europe/London\n2026-11-10 09:00 booked r1 2026-11-20 14:00 to 15:00 with Priya Nair\n2026-11-20 15:10 debrief r1 {\"just\":\"fine\"}\n"
	cases := []struct{ name, story, want string }{
		{"a draft", "2026-11-20 16:00 draft thanks to Priya Nair for r1 on f2", "draft"},
		{"kept", "2026-11-20 16:00 keep thanks to Priya Nair for r1", "kept_until"},
		{"approved", "2026-11-20 16:00 approve thanks to Priya Nair for r1", "approved"},
		{"let go", "2026-11-20 16:00 approve thanks to Priya Nair for r1\n2026-11-20 16:01 let_go thanks to Priya Nair for r1", "cancelled"},
		{"skipped", "2026-11-20 16:00 skip thanks to Priya Nair for r1", "skipped"},
		{"passed on", "2026-11-20 16:00 passed_on thanks to Priya Nair for r1", "passed_on"},
		{"its ground undone", "2026-11-20 16:00 draft thanks to Priya Nair for r1 on f2\n2026-11-20 16:01 undo f2", "cancelled"},
		{"what was sent stays sent", "2026-11-20 16:00 sent thanks to Priya Nair for r1 on f2\n2026-11-20 16:01 undo f2", "sent"},
		{"and that it was sent may be undone", "2026-11-20 16:00 sent thanks to Priya Nair for r1 on f2\n2026-11-20 16:01 undo f3", "draft"},
	}
	for _, c := range cases {
		s := tell(t, told+c.story)
		if got, _, _ := policy.NoteState(s.c, s.c.Notes[0], s.at("2026-11-20 17:00")); string(got) != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if got := policy.Stand(s.c, "r1", s.r, s.at("2026-11-20 17:00")).Notes["n1"].State; string(got) != c.want {
			t.Errorf("%s: standing %s, want %s", c.name, got, c.want)
		}
	}
	s := tell(t, told+"2026-11-20 16:00 approve thanks to Priya Nair for r1")
	s.c.Notes[0].ChangedAt = s.at("2026-11-20 16:30")
	if got, _, _ := policy.NoteState(s.c, s.c.Notes[0], s.at("2026-11-20 17:00")); got != afterword.NoteDraft {
		t.Errorf("changed after it was approved: %s", got)
	}
}

func TestANoteGoesToTheOneTheContractNames(t *testing.T) {
	t.Parallel()
	const round = "own Europe/London\nperson Tom Reed\nperson Priya Nair <priya@northwind.example>\n2026-11-10 09:00 booked r1 2026-11-20 14:00 to 15:00 with Tom Reed, Priya Nair\n"
	cases := []struct {
		name, story string
		kind        afterword.NoteKind
		to          afterword.ID
	}{
		{"the first with an address", round, afterword.StatusQuestion, "priya-nair"},
		{"else the first", strings.Replace(round, " <priya@northwind.example>", "", 1), afterword.StatusQuestion, "tom-reed"},
		{"who invited before those", round + "contact Hana Mori", afterword.StatusQuestion, "hana-mori"},
		{"the agency before who invited", round + "contact Hana Mori\nagency Dana Cole", afterword.StatusQuestion, "dana-cole"},
		{"an answer to who wrote the no", round + "agency Dana Cole\n2026-11-25 10:00 no r1 from Tom Reed", afterword.AnswerNo, "tom-reed"},
		{"else as the others", round + "agency Dana Cole\n2026-11-25 10:00 no r1", afterword.AnswerNo, "dana-cole"},
		{"an answer to who made the offer", round + "contact Hana Mori\n2026-11-25 10:00 offer r1 from Tom Reed", afterword.AnswerOffer, "tom-reed"},
		{"a reply to who wrote and has none", round + "2026-11-23 10:00 wrote r1 from Tom Reed\n2026-11-24 10:00 wrote r1 from Priya Nair\n2026-11-24 11:00 sent reply to Priya Nair for r1", afterword.Reply, "tom-reed"},
		{"a referee who agreed", round + "referee Ruth Adler\nreferee Sam Lee\n2026-11-01 10:00 agreed Sam Lee", afterword.RefereeHeadsUp, "sam-lee"},
		{"an advocate", round + "advocate Ido Marsh", afterword.AskWord, "ido-marsh"},
	}
	for _, c := range cases {
		s := tell(t, c.story)
		if got := policy.DefaultTo(s.c, "r1", c.kind, s.r); got != c.to {
			t.Errorf("%s: %s, want %s", c.name, got, c.to)
		}
	}
	for channel, want := range map[string]afterword.Channel{"phone": afterword.Phone, "any": afterword.Email, "agency": afterword.ViaAgency, "portal": afterword.Portal} {
		s := tell(t, round+`2026-11-20 15:10 debrief r1 {"just":"fine","hear":{"channel":"`+channel+`"}}`)
		if got := policy.DefaultBy(s.c, "r1", afterword.StatusQuestion, "tom-reed"); got != want {
			t.Errorf("agreed %s: by %s, want %s", channel, got, want)
		}
	}
}
