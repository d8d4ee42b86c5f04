package reading

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// questionGroups reads the questions of a file by what they ask.
func questionGroups(t testing.TB, file string) (groups [][]string) {
	b, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(b), "\n\n") {
		var group []string
		for line := range strings.Lines(block) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				group = append(group, line)
			}
		}
		if len(group) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// judged counts pairs of questions: those that belong together and were put together (right), were
// not (apart), and those that do not belong together but were put together (mixed).
func judged(t *testing.T, groups [][]string) (right, apart, mixed int) {
	type asked struct {
		q, key string
		group  int
	}
	var all []asked
	for n, g := range groups {
		for _, q := range g {
			all = append(all, asked{q, QuestionKey(q), n})
		}
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			switch same := a.key == b.key; {
			case same && a.group == b.group:
				right++
			case same:
				mixed++
				t.Logf("mixed: %q and %q are both %q", a.q, b.q, a.key)
			case a.group == b.group:
				apart++
				t.Logf("apart: %q is %q, %q is %q", a.q, a.key, b.q, b.key)
			}
		}
	}
	return right, apart, mixed
}

func TestQuestionsThatAskTheSameShareAKey(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]struct{ recall, precision float64 }{
		"questions-known.txt": {0.97, 0.99},
		"questions-held.txt":  {0.80, 0.95},
		"questions-fresh.txt": {0.80, 0.94},
		"questions-late.txt":  {0.70, 0.99},
	} {
		right, apart, mixed := judged(t, questionGroups(t, file))
		recall, precision := float64(right)/float64(right+apart), float64(right)/float64(right+mixed)
		t.Logf("%s: %d pairs together, recall %.3f, precision %.3f", file, right+apart, recall, precision)
		if recall < want.recall || precision < want.precision {
			t.Errorf("%s: recall %.3f and precision %.3f, want %.2f and %.2f", file, recall, precision, want.recall, want.precision)
		}
	}
}

func TestQuestionsThatLookAlikeStayApart(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"Tell me about a project that failed", "Tell me about a project you are proud of"},
		{"What are your strengths?", "What are your weaknesses?"},
		{"What are your strengths?", "What are your strengths and weaknesses?"},
		{"How do you take feedback?", "How do you give feedback?"},
		{"Tell me about a conflict with a colleague", "Tell me about a conflict with your manager"},
		{"What are your salary expectations?", "What is your current salary?"},
		{"Why do you want to work here?", "Why do you want to leave your job?"},
		{"Why do you want to work here?", "Why should we hire you?"},
		{"What did you like most about your last job?", "What did you like least about your last job?"},
		{"Tell me about a mistake you made", "Tell me about a time you failed"},
		{"What is your notice period?", "When can you start?"},
		{"How do you handle conflict?", "How do you resolve a merge conflict in git?"},
		{"Tell me about a tight deadline", "Tell me about a deadline you missed"},
		{"What motivates you?", "How do you motivate your team?"},
		{"What do you know about us?", "What do you know about Kubernetes?"},
		{"What is your experience with Go?", "What is your experience with Java?"},
		{"What is a mutex?", "What is a channel?"},
		{"Wie gehen Sie mit Kritik um?", "Was sind Ihre Stärken?"},
		{"自己紹介をしてください", "志望動機を教えてください"},
	} {
		if a, b := QuestionKey(pair[0]), QuestionKey(pair[1]); a == b {
			t.Errorf("%q and %q are both %q", pair[0], pair[1], a)
		}
	}
}

func TestTheWordingOfAQuestionDoesNotMatter(t *testing.T) {
	t.Parallel()
	for _, same := range [][]string{
		{"What’s your biggest weakness?", "what is your biggest weakness", "WHAT IS YOUR BIGGEST WEAKNESS???", "  So, what is your   biggest weakness? "},
		{"How do you design a dashboard?", "Could you tell me how you would design a dashboard, please?", "Describe how you'd design a dashboard"},
		{"Erzählen Sie etwas über sich", "erzählen sie etwas über sich!"},
		{"Où vous voyez-vous dans cinq ans ?", "Ou vous voyez-vous dans cinq ans"},
	} {
		for _, q := range same[1:] {
			if a, b := QuestionKey(same[0]), QuestionKey(q); a != b {
				t.Errorf("%q is %q, %q is %q", same[0], a, q, b)
			}
		}
	}
	if a := QuestionKey("?!"); a != "" {
		t.Errorf("no words make %q, want nothing", a)
	}
}

// The lists of the corpora hold each question once, so hardly any two of a list are the same.
func TestQuestionsOfATechnicalListHardlyFallTogether(t *testing.T) {
	t.Parallel()
	qs := corpusQuestions(t, "30-seconds-of-interviews/questions.txt")
	seen := map[string]string{}
	together := 0
	for _, q := range qs {
		k := QuestionKey(q)
		if other, ok := seen[k]; ok {
			together++
			t.Logf("together: %q and %q, %q", other, q, k)
		}
		seen[k] = q
	}
	if together > len(qs)/50 {
		t.Errorf("%d of %d questions fell together", together, len(qs))
	}
}

func corpusQuestions(t testing.TB, path string) (qs []string) {
	b, err := os.ReadFile(filepath.Join("..", "..", "shared", "corpora", "questions", filepath.FromSlash(path)))
	if err != nil {
		t.Skipf("the question lists are not here: %v", err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" {
			qs = append(qs, line)
		}
	}
	return qs
}

func BenchmarkQuestionKey(b *testing.B) {
	qs := corpusQuestions(b, "tech-interview-handbook/behavioral.txt")
	for i := 0; b.Loop(); i++ {
		QuestionKey(qs[i%len(qs)])
	}
}
