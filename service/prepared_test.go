package service

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"afterword"
)

func TestAPlainListOfQuestionsIsRead(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name, list string
		want       []afterword.Asked
	}{
		{"lines", "Why us?\n\nWhy you?\r\n", []afterword.Asked{{Asked: "Why us?"}, {Asked: "Why you?"}}},
		{"bullets and numbers", "# Head\n- Why us?\n* **Why** you?\n1. One?\n2) Two?\n- [ ] Three?\n---\n> Four?", []afterword.Asked{{Asked: "Why us?"}, {Asked: "Why you?"}, {Asked: "One?"}, {Asked: "Two?"}, {Asked: "Three?"}, {Asked: "Four?"}}},
		{"a link", "- [Why us?](https://x.example/y)", []afterword.Asked{{Asked: "Why us?"}}},
		{"a table", "no,Question,My answer\n1,\"Why, us?\",Signs\n2,Why you?,", []afterword.Asked{{Asked: "Why, us?", Better: "Signs"}, {Asked: "Why you?"}}},
		{"semicolons", "\ufeffquestion;answer\nWhy us?;Signs", []afterword.Asked{{Asked: "Why us?", Better: "Signs"}}},
		{"a comma in a line", "Why us, and why now?", []afterword.Asked{{Asked: "Why us, and why now?"}}},
		{"a number in a question", "5 years from now, where are you?", []afterword.Asked{{Asked: "5 years from now, where are you?"}}},
	} {
		got, err := listOfQuestions([]byte(x.list))
		if err != nil {
			t.Errorf("%s: %v", x.name, err)
		}
		if diff := cmp.Diff(x.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", x.name, diff)
		}
	}
	for name, list := range map[string]string{"nothing": "", "headings": "# A\n\n---\n", "not text": "\xff\xfe\x00"} {
		if _, err := listOfQuestions([]byte(list)); afterword.KindOf(err) != afterword.InvalidInput {
			t.Errorf("%s: %v, want an error that says so", name, err)
		}
	}
}
