package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"afterword"
)

func TestAValueThatBeginsWithADashAndABlankBelongsToItsFlag(t *testing.T) {
	t.Parallel()
	got := joinDashes([]string{"decide", "x", "--sign", "- left early", "--sign=+ kind", "--json", "--", "--ask", "- not a flag"})
	want := []string{"decide", "x", "--sign=- left early", "--sign=+ kind", "--json", "--", "--ask", "- not a flag"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestASubjectNeedsAnEmptyLineAfterIt(t *testing.T) {
	t.Parallel()
	cases := []struct{ text, subject, body string }{
		{"Subject: Thank you\n\nDear Priya,\n", "Thank you", "Dear Priya,\n"},
		{"subject:  Thank you \r\n\r\nDear Priya,\r\n", "Thank you", "Dear Priya,\r\n"},
		{"Subject: \n\nDear Priya,", "", "Dear Priya,"},
		{"Subject: Thank you\nDear Priya,\n", "", "Subject: Thank you\nDear Priya,\n"},
		{"Dear Priya,\n\nSubject: no\n\n", "", "Dear Priya,\n\nSubject: no\n\n"},
		{"", "", ""},
	}
	for _, c := range cases {
		if subject, body := parts(c.text); subject != c.subject || body != c.body {
			t.Errorf("%q: got %q, %q", c.text, subject, body)
		}
	}
}

func TestEachKindOfErrorHasItsExitCode(t *testing.T) {
	t.Parallel()
	cases := []struct {
		err  error
		want int
	}{
		{nil, exitDone},
		{errors.New("a fault"), exitFault},
		{afterword.Errorf(afterword.Usage, "x"), exitUsage},
		{fmt.Errorf("around: %w", afterword.Errorf(afterword.NotYet, "x")), exitNotNow},
		{afterword.Errorf(afterword.NotFound, "x"), exitNotFound},
		{afterword.Invalid("start", "x"), exitInvalid},
		{afterword.Errorf(afterword.Conflict, "x"), exitAsks},
		{afterword.Errorf(afterword.Unavailable, "x"), exitOutside},
		{told(exitNotNow), exitNotNow},
		{fileError("f", fs.ErrNotExist), exitNotFound},
	}
	for _, c := range cases {
		if got := complain(io.Discard, "x", c.err); got != c.want {
			t.Errorf("%v: got %d, want %d", c.err, got, c.want)
		}
	}
}

func TestAnErrorNamesTheFieldAndTheWayOut(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	e := afterword.Invalid("start", "%q is not a date", "32 May").WithHint("write it like 2026-11-20 14:00")
	e.Candidates = []string{"one", "2026-11-20"}
	complain(&b, "add", e)
	want := `afterword: add: start "32 May" is not a date
afterword: hint: write it like 2026-11-20 14:00
afterword: hint: it may be one
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Error(d)
	}
}

func TestADayIsNamedOnceInASpan(t *testing.T) {
	t.Parallel()
	from := time.Date(2026, 11, 20, 14, 0, 0, 0, time.UTC)
	soon, late := from.Add(70*time.Minute), from.Add(11*time.Hour)
	cases := []struct {
		start, end *time.Time
		want       string
	}{
		{&from, &soon, "Fri 20 Nov 2026, 14:00 to 15:10"},
		{&from, &late, "Fri 20 Nov 2026, 14:00 to Sat 21 Nov, 01:00"},
		{nil, &soon, "ended Fri 20 Nov 2026, 15:10"},
		{&from, nil, "Fri 20 Nov 2026, 14:00"},
		{nil, nil, "no date yet"},
	}
	for _, c := range cases {
		if got := span(c.start, c.end, time.UTC); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestALineOverTheLimitIsPassedOver(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", lineLimit+1)
	r := bufio.NewReader(strings.NewReader("a\n" + long + "\nb"))
	var got []string
	for {
		line, tooLong, err := readLine(r)
		got = append(got, fmt.Sprintf("%s %v", strings.TrimSpace(string(line)), tooLong))
		if err != nil {
			break
		}
	}
	if d := cmp.Diff([]string{"a false", " true", "b false"}, got); d != "" {
		t.Error(d)
	}
}

// echo answers a text with its length.
type echo struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Length int             `json:"length"`
}

func (e echo) tagged(id json.RawMessage) answer { e.ID = id; return e }
func (e echo) words(p *page)                    { p.line("%d", e.Length) }

func TestAStreamKeepsItsOrder(t *testing.T) {
	t.Parallel()
	var in, want bytes.Buffer
	for i := range 3000 {
		fmt.Fprintf(&in, "{\"id\":%d,\"text\":%q}\n", i, strings.Repeat("x", i%7))
		fmt.Fprintf(&want, "{\"id\":%d,\"length\":%d}\n", i, i%7)
	}
	var out, errs bytes.Buffer
	s := &session{Options: Options{In: &in, Out: &out, Err: &errs}, ctx: t.Context(), asJSON: true}
	err := s.understand("echo", []string{"-"}, false, func(q question) (answer, error) {
		return echo{Length: len(q.Text)}, nil
	})
	if err != nil || errs.Len() > 0 || !bytes.Equal(out.Bytes(), want.Bytes()) {
		t.Errorf("error %v, told %q, %d bytes of %d", err, errs.String(), out.Len(), want.Len())
	}
}

func TestALineThatIsNoQuestionIsAnsweredInPlainWords(t *testing.T) {
	t.Parallel()
	in := strings.NewReader("nonsense\n[1]\n{\"id\":7,\"text\":5}\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"abc\"}\n")
	var out, errs bytes.Buffer
	s := &session{Options: Options{In: in, Out: &out, Err: &errs}, ctx: t.Context(), asJSON: true}
	err := s.understand("echo", []string{"-"}, false, func(q question) (answer, error) { return echo{Length: len(q.Text)}, nil })
	if err == nil {
		t.Error("four lines cannot be read")
	}
	got := strings.Split(strings.TrimSpace(out.String()), "\n")
	for i, want := range []string{"at byte", "it is a JSON array", "text is a number and no text", "text is missing", `{"id":"c","length":3}`} {
		if i >= len(got) || !strings.Contains(got[i], want) || strings.Contains(got[i], "Go ") {
			t.Errorf("line %d: %s, want %s", i+1, got, want)
		}
	}
	if !strings.Contains(out.String(), `{"id":7,`) {
		t.Error("the line with id 7 lost it")
	}
}
