package reading

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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

// stated is one line of the expectations of the reply parsers.
type stated struct {
	File     string   `json:"file"`
	Visible  *string  `json:"visible"`
	Contains []string `json:"visible_contains"`
	Excludes []string `json:"visible_excludes"`
	Starts   string   `json:"visible_starts"`
	First    *string  `json:"fragment0_trimmed"`
	Token    string   `json:"token"`
	Values   []string `json:"values"`
	Seconds  float64  `json:"max_seconds"`
}

func TestQuotesAreCutAsTheReplyParsersSay(t *testing.T) {
	t.Parallel()
	root := filepath.Join(corpus(t), "email-reply-parser")
	f, err := os.Open(filepath.Join(root, "expected.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	right, all := 0, 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var want stated
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(root, want.File))
		if err != nil {
			t.Fatal(err)
		}
		bodies := []string{string(b)}
		if want.Token != "" {
			bodies = nil
			for _, v := range want.Values {
				bodies = append(bodies, strings.ReplaceAll(string(b), want.Token, v))
			}
		}
		for _, body := range bodies {
			began := time.Now()
			text, _ := Visible(body)
			if took := time.Since(began); took > time.Second {
				t.Errorf("%s took %v", want.File, took)
			}
			checked, ok := agrees(text, want)
			if !checked {
				continue
			}
			all++
			if ok {
				right++
				continue
			}
			t.Logf("%s: got %.300q, want %s", want.File, text, lines.Text())
		}
	}
	t.Logf("%d of %d agree", right, all)
	if right*100 < all*85 {
		t.Errorf("only %d of %d agree", right, all)
	}
}

func agrees(text string, want stated) (checked, ok bool) {
	plain := oneLine(text)
	ok = true
	if want.Visible != nil {
		checked, ok = true, ok && plain == oneLine(*want.Visible)
	}
	for _, s := range want.Contains {
		checked, ok = true, ok && strings.Contains(plain, oneLine(s))
	}
	for _, s := range want.Excludes {
		checked, ok = true, ok && !strings.Contains(plain, oneLine(s))
	}
	if want.Starts != "" {
		checked, ok = true, ok && strings.HasPrefix(plain, oneLine(want.Starts))
	}
	if want.First != nil {
		checked, ok = true, ok && strings.HasPrefix(plain, oneLine(*want.First))
	}
	return checked, ok
}

func TestQuotesAreCutAsTheTrimmerSays(t *testing.T) {
	t.Parallel()
	root := filepath.Join(corpus(t), "reply-trimmer-half")
	files, _ := filepath.Glob(filepath.Join(root, "emails", "*.txt"))
	right := 0
	for _, f := range files {
		b, _ := os.ReadFile(f)
		want, _ := os.ReadFile(filepath.Join(root, "trimmed", filepath.Base(f)))
		text, _ := Visible(string(b))
		if oneLine(text) == oneLine(string(want)) {
			right++
			continue
		}
		t.Logf("%s: got %.200q, want %.200q", filepath.Base(f), text, want)
	}
	t.Logf("%d of %d agree", right, len(files))
	if right*100 < len(files)*85 {
		t.Errorf("only %d of %d agree", right, len(files))
	}
}
