package mime

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpus is the folder of public mails, which do not belong to the project.
func corpus(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above this package")
		}
		dir = up
	}
	path := filepath.Join(dir, "..", "shared", "corpora", "mail")
	if _, err := os.Stat(path); err != nil {
		t.Skip("the public mails are not here: ../shared/corpora/mail")
	}
	return path
}

func mails(t testing.TB, folders ...string) map[string][]byte {
	t.Helper()
	root, out := corpus(t), map[string][]byte{}
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".eml") && !strings.HasSuffix(path, ".raw") {
				return err
			}
			b, err := os.ReadFile(path)
			rel, _ := filepath.Rel(root, path)
			out[rel] = b
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestEachPublicMailIsReadOrSaysWhyNot(t *testing.T) {
	t.Parallel()
	read, refused := 0, 0
	for name, b := range mails(t, "mail-parser", "enmime-samples", "talon") {
		m, err := Parse(bytes.NewReader(b))
		if err != nil {
			refused++
			t.Logf("%s: %v", name, err)
			continue
		}
		read++
		if strings.TrimSpace(m.Text) == "" && len(m.Attachments) == 0 && len(m.Problems) == 0 {
			t.Logf("%s: no text, subject %q", name, m.Subject)
		}
	}
	t.Logf("%d read, %d refused", read, refused)
	if read < 120 {
		t.Errorf("only %d read", read)
	}
}

// oracle is the part of another reader's answer that we compare.
type oracle struct {
	TextBody []int `json:"text_body"`
	Parts    []struct {
		Headers []struct {
			Name  any `json:"name"`
			Value any `json:"value"`
		} `json:"headers"`
		Body map[string]json.RawMessage `json:"body"`
	} `json:"parts"`
}

func TestTheTextAgreesWithAnotherReader(t *testing.T) {
	t.Parallel()
	same, all := 0, 0
	for name, b := range mails(t, "mail-parser") {
		raw, err := os.ReadFile(filepath.Join(corpus(t), strings.TrimSuffix(name, ".eml")+".json"))
		if err != nil {
			continue
		}
		var want oracle
		if json.Unmarshal(raw, &want) != nil || len(want.TextBody) == 0 || want.TextBody[0] >= len(want.Parts) {
			continue
		}
		body, ok := want.Parts[want.TextBody[0]].Body["Text"]
		if !ok {
			continue
		}
		var text string
		if json.Unmarshal(body, &text) != nil || strings.TrimSpace(text) == "" {
			continue
		}
		m, err := Parse(bytes.NewReader(b))
		all++
		if err == nil && strings.Contains(oneLine(m.Text), oneLine(text)) {
			same++
			continue
		}
		t.Logf("%s: got %.80q, want %.80q (%v)", name, oneLine(m.Text), oneLine(text), err)
	}
	t.Logf("%d of %d agree", same, all)
	if same*100 < all*85 {
		t.Errorf("only %d of %d agree", same, all)
	}
}
