package policy_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterword"
	"afterword/policy"
)

var zones = []string{"Europe/London", "America/New_York", "Asia/Singapore", "Asia/Kolkata", "Pacific/Auckland", "America/St_Johns", "Africa/Cairo"}

// anyStory draws a search as a person may tell it: rounds, debriefs, notes and news in any order.
func anyStory(t *rapid.T, tb testing.TB) *story {
	s := tell(tb, "own "+rapid.SampledFrom(zones).Draw(t, "own"))
	if rapid.Bool().Draw(t, "region") {
		s.more("region " + rapid.SampledFrom([]string{"GB", "US", "SG", "DE"}).Draw(t, "region"))
	}
	if rapid.Bool().Draw(t, "agency") {
		s.more("agency Dana Cole")
	}
	if rapid.Bool().Draw(t, "contact") {
		s.more("contact Hana Mori")
	}
	s.more("referee Ruth Adler\nadvocate Ido Marsh")
	at := s.at("2026-03-02 09:00").Add(time.Duration(rapid.IntRange(0, 20000).Draw(t, "from")) * time.Hour)
	rounds := 0
	for range rapid.IntRange(1, 14).Draw(t, "facts") {
		at = at.Add(time.Duration(rapid.IntRange(0, 6000).Draw(t, "gap")) * time.Minute)
		if rounds == 0 || rounds < 4 && rapid.IntRange(0, 6).Draw(t, "book") == 0 {
			rounds++
			start := at.Add(time.Duration(rapid.IntRange(-60, 9000).Draw(t, "start")) * time.Minute)
			zone := rapid.SampledFrom(zones).Draw(t, "zone")
			s.happens(at, fmt.Sprintf("booked r%d %s in %s with Priya Nair, Tom Reed", rounds, start.In(s.zone(zone)).Format("2006-01-02 15:04"), zone))
			continue
		}
		r := fmt.Sprintf("r%d", rapid.IntRange(1, rounds).Draw(t, "round"))
		s.happens(at, strings.ReplaceAll(rapid.SampledFrom(events).Draw(t, "event"), "R", r))
	}
	return s
}

// events are what may happen; R stands for a round.
var events = []string{
	`debrief R {"met":[{"name":"Priya Nair"}],"hear":{"said":"1 to 2 weeks","channel":"email"},"promised":[{"what":"portfolio link"}]}`,
	`debrief R {"just":"fine","hear":{"said":"a week after you submit"},"promised":[{"what":"take-home task","due":"2026-12-04"}]}`,
	`debrief R {"met_nobody_named":true,"want":"no"}`,
	`decide R {"want":"still"}`, `look_back R {"went_well":["calm"]}`, `over R`,
	`sent thanks to Priya Nair for R`, `skip thanks to Tom Reed for R`, `passed_on thanks to Priya Nair for R`,
	`sent agency_thanks for R`, `sent status for R`, `sent withdrawal for R`, `sent answer_no for R`, `sent reply for R`,
	`keep status for R`, `override status for R because moving`, `sent referee_heads_up to Ruth Adler for R`, `agreed Ruth Adler`,
	`promise R a document`, `kept R portfolio link`, `wrote R from Hana Mori`, `wrote R no answer needed`, `automatic R`,
	`no R`, `offer R`, `accepted R`, `declined R`, `next_round R`, `delay R until 2026-12-11`, `delay R`, `documents R`,
	`references R`, `checked R`, `feedback R`, `agency_yes R`, `agency_no R`, `called_off R`, `no_show R`, `submitted R`,
	`stopped R`, `withdrew R`, `no_reply R`, `reopened R`, `moved R`, `moved R 2026-12-01 10:00`, `corrected R to 2026-12-01 11:00`,
	`wait R 2026-12-18`, `skip_step R look_back`,
}

func draws(t *rapid.T, s *story) (afterword.ID, time.Time) {
	iv := rapid.SampledFrom(s.c.Interviews).Draw(t, "interview").ID
	first := s.c.Facts[0].At
	return iv, first.Add(time.Duration(rapid.IntRange(-3000, 90*24*60).Draw(t, "now")) * time.Minute)
}

// property runs a check on many stories.
func property(t *testing.T, check func(*rapid.T, *story, afterword.ID, time.Time)) {
	t.Helper()
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		s := anyStory(rt, t)
		iv, now := draws(rt, s)
		check(rt, s, iv, now)
	})
}

func TestThePlanStaysAsItIsUntilTheNextChange(t *testing.T) {
	property(t, func(t *rapid.T, s *story, iv afterword.ID, now time.Time) {
		p, _, next := policy.Survey(s.c, iv, s.r, now)
		if !next.IsZero() && !next.After(now) {
			t.Fatalf("the next change %s is not after %s", next, now)
		}
		end := next
		if end.IsZero() {
			end = now.AddDate(3, 0, 0)
		}
		for _, then := range []time.Time{end.Add(-1), now.Add(end.Sub(now) / time.Duration(rapid.IntRange(2, 40).Draw(t, "part")))} {
			if !then.After(now) {
				continue
			}
			q := policy.Compute(s.c, iv, s.r, then)
			q.AsOf = p.AsOf
			if a, b := text(t, p), text(t, q); a != b {
				t.Fatalf("at %s\n%s\nat %s, before %s\n%s", now, a, then, next, b)
			}
		}
	})
}

func text(t *rapid.T, p afterword.Plan) string {
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestTheSameInputGivesTheSameBytesAndLeavesItAsItWas(t *testing.T) {
	property(t, func(t *rapid.T, s *story, iv afterword.ID, now time.Time) {
		before, err := json.Marshal(s.c)
		if err != nil {
			t.Fatal(err)
		}
		a, b := policy.Compute(s.c, iv, s.r, now), policy.Compute(s.c, iv, s.r, now)
		if text(t, a) != text(t, b) {
			t.Fatal("two plans of one case")
		}
		after, err := json.Marshal(s.c)
		if err != nil || string(before) != string(after) {
			t.Fatal("the case was changed", err)
		}
	})
}

func TestAIsNeverOnAClosedDayAndAlwaysAfterW(t *testing.T) {
	property(t, func(t *rapid.T, s *story, iv afterword.ID, now time.Time) {
		w := policy.Stand(s.c, iv, s.r, now).Wait
		if w == nil {
			return
		}
		for name, loc := range s.r.Locations {
			a := w.AskFrom.In(loc)
			if a.Hour() == 9 && a.Minute() == 0 && s.r.Calendar.Working(afterword.DateOf(a)) && afterword.DateOf(a).After(w.Until) {
				return
			}
			_ = name
		}
		t.Fatalf("W %s, A %s is 09:00 of a working day in no zone", w.Until, w.AskFrom)
	})
}

// Before the first end, and before anything was written or came, only the pocket card can be open.
func TestNothingIsToDoBeforeTheInterviewButThePocketCard(t *testing.T) {
	property(t, func(t *rapid.T, s *story, iv afterword.ID, now time.Time) {
		st := policy.Stand(s.c, iv, s.r, now)
		if st.CalledOff || st.E.IsZero() || !now.Before(st.E) {
			return
		}
		for _, step := range policy.Compute(s.c, iv, s.r, now).Steps {
			switch step.Kind {
			case afterword.StepPocketCard, afterword.StepPromise, afterword.StepReplyOwed, afterword.StepWithdraw, afterword.StepAnswerNo,
				afterword.StepAnswerOffer, afterword.StepAskFeedback, afterword.StepRefereeThanks, afterword.StepStayInTouch:
				continue // these come from a fact, whenever it comes
			case afterword.StepRefereeHeadsUp, afterword.StepFollowUp:
				if step.State == afterword.StepOpen {
					t.Fatalf("%s is open before the end", step.ID)
				}
				continue
			}
			if step.State == afterword.StepOpen || step.State == afterword.StepHeld {
				t.Fatalf("%s is %s before the end", step.ID, step.State)
			}
		}
	})
}

// What was over stays over while only time goes by, and what is open does not become later again.
func TestTimeOnlyClosesSteps(t *testing.T) {
	property(t, func(t *rapid.T, s *story, iv afterword.ID, now time.Time) {
		then := now.Add(time.Duration(rapid.IntRange(1, 40*24*60).Draw(t, "later")) * time.Minute)
		after := policy.Compute(s.c, iv, s.r, then)
		for _, a := range policy.Compute(s.c, iv, s.r, now).Steps {
			b := step(after, a.ID)
			switch a.Kind {
			case afterword.StepPocketCard, afterword.StepDebrief, afterword.StepLookBack, afterword.StepAgencyThanks, afterword.StepThankYou, afterword.StepPromise:
			default:
				continue // these follow the application, which a later round takes further
			}
			if b == nil {
				t.Fatalf("%s is gone", a.ID)
			}
			rank := map[afterword.StepState]int{afterword.StepLater: 0, afterword.StepHeld: 1, afterword.StepOpen: 1, afterword.StepSkipped: 2, afterword.StepDone: 2, afterword.StepOver: 2}
			if rank[b.State] < rank[a.State] {
				t.Fatalf("%s went from %s to %s", a.ID, a.State, b.State)
			}
		}
	})
}

func TestEveryRoundGivesTheSameVerdictOnTheQuestion(t *testing.T) {
	property(t, func(t *rapid.T, s *story, iv afterword.ID, now time.Time) {
		try := afterword.Try{Kind: afterword.StatusQuestion, To: "priya-nair", By: afterword.Email}
		a, err := json.Marshal(policy.May(s.c, iv, try, s.r, now))
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range s.c.Interviews {
			b, err := json.Marshal(policy.May(s.c, o.ID, try, s.r, now))
			if err != nil || string(a) != string(b) {
				t.Fatalf("%s: %s\n%s: %s %v", iv, a, o.ID, b, err)
			}
		}
	})
}

// A hold with a moment is a promise: asked then, the guard has moved on. Only a booked round is
// reckoned with a guess, which what they say there replaces.
func TestAHoldEndsWhenItSays(t *testing.T) {
	property(t, func(t *rapid.T, s *story, iv afterword.ID, now time.Time) {
		kind := rapid.SampledFrom(afterword.NoteKinds()).Draw(t, "kind")
		v := policy.May(s.c, iv, afterword.Try{Kind: kind}, s.r, now)
		if v.Verdict != afterword.Hold || v.Until == nil {
			return
		}
		if !v.Until.After(now) {
			t.Fatalf("%+v is in the past of %s", v, now)
		}
		w := policy.May(s.c, iv, afterword.Try{Kind: kind}, s.r, *v.Until)
		if w.Verdict == afterword.Hold && w.Rule == v.Rule && w.Until != nil && v.Rule != 12 && v.Rule != 7 {
			t.Fatalf("%s holds until %s, and then until %s", kind, v.Until, w.Until)
		}
	})
}

func TestWordsAndRemindersOfAnyPlanAreFit(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		s := anyStory(rt, t)
		iv, now := draws(rt, s)
		p := policy.Compute(s.c, iv, s.r, now)
		spoken(t, p.Says, p.Says, []string{"R60"})
		days := map[afterword.Date]time.Time{}
		for _, step := range p.Steps {
			spoken(t, step.ID, step.Because, step.Practices)
			for i, at := range step.Remind {
				own := at.In(s.own)
				if m := own.Hour()*60 + own.Minute(); m < 7*60+30 || m >= 21*60 {
					rt.Fatalf("%s speaks at %s", step.ID, own)
				}
				if step.Kind == afterword.StepDebrief && i == 0 {
					continue // the end of an interview is not counted
				}
				day := afterword.DateOf(own)
				if said, ok := days[day]; ok && !said.Equal(at) {
					rt.Fatalf("%s speaks at %s, and something did at %s", step.ID, own, said.In(s.own))
				}
				days[day] = at
			}
		}
		for _, kind := range afterword.NoteKinds() {
			v := policy.May(s.c, iv, afterword.Try{Kind: kind}, s.r, now)
			spoken(t, v.Heading, v.Because, v.Practices)
		}
	})
}
