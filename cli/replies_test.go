package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword/mail/mime"
	"afterword/reading"
)

// TestWhatMailProgramsQuoteIsCut reads public replies of a dozen mail programs, text and HTML, from the
// mail to the words that its writer wrote.
func TestWhatMailProgramsQuoteIsCut(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..", "shared", "corpora", "mail", "talon")
	b, err := os.ReadFile(filepath.Join(root, "expected.jsonl"))
	if err != nil {
		t.Skip("the public mails are not here: ../shared/corpora/mail")
	}
	right, all := 0, 0
	for line := range strings.Lines(string(b)) {
		var want struct {
			File, Reply string
			NotEmpty    bool     `json:"reply_not_empty"`
			Excludes    []string `json:"reply_excludes"`
		}
		if err := json.Unmarshal([]byte(line), &want); err != nil {
			t.Fatal(err)
		}
		if want.Reply == "" && !want.NotEmpty { // of signatures alone
			continue
		}
		body, err := os.ReadFile(filepath.Join(root, want.File))
		if err != nil {
			t.Fatal(err)
		}
		text := string(body)
		if strings.HasSuffix(want.File, ".html") {
			text = mime.HTMLText(text)
		} else {
			m, err := mime.Parse(bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			text = m.Text
		}
		written, signature := reading.Visible(text)
		got, whole := squeeze(written), squeeze(want.Reply)
		all++
		ok := got == whole || got+squeeze(signature) == whole // we cut "Sent from my iPhone" too
		if want.NotEmpty {
			ok = got != "" && !strings.Contains(written, want.Excludes[0])
		}
		if ok {
			right++
		} else {
			t.Logf("%s: got %.200q, want %.200q", want.File, written, want.Reply)
		}
	}
	t.Logf("%d of %d replies alike", right, all)
	if right*10 < all*9 {
		t.Errorf("%d of %d replies alike", right, all)
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
