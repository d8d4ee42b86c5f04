package reading

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"afterword"
)

func TestMostInvitationsAreToldFromOtherMeetingsAndSayWhy(t *testing.T) {
	t.Parallel()
	for file, atLeast := range map[string]int{"testdata/invites-plain.jsonl": 95, "testdata/invites-blind.jsonl": 95, "testdata/invites-second.jsonl": 95, "testdata/invites-late.jsonl": 95} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		right, all := 0, 0
		for line := range strings.Lines(string(b)) {
			var v struct {
				Summary, Description, Location, Organizer string
				Attendees                                 []string
				IsInterview                               bool `json:"is_interview"`
			}
			if err := json.Unmarshal([]byte(line), &v); err != nil {
				t.Fatal(err)
			}
			inv := asked(v.Summary, v.Description)
			inv.Location, inv.Organizer, inv.Attendees = v.Location, mailbox(v.Organizer), []afterword.Mailbox{}
			for _, a := range v.Attendees {
				inv.Attendees = append(inv.Attendees, mailbox(a))
			}
			all++
			is, because, sure := Interview(inv)
			if because == "" || sure <= 0 || sure > 1 {
				t.Errorf("%q: %v says nothing (%.2f)", v.Summary, is, sure)
			}
			if is == v.IsInterview {
				right++
			} else {
				t.Logf("%s: %q is %v: %s", file, v.Summary, is, because)
			}
		}
		t.Logf("%s: %d of %d right", file, right, all)
		if right*100 < all*atLeast {
			t.Errorf("%s: %d of %d right, want %d%%", file, right, all, atLeast)
		}
	}
}
