package contact

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// samples are the public ones, which do not belong to the project.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	root := filepath.Join("..", "..", "shared", "corpora", "vcard")
	if _, err := os.Stat(root); err != nil {
		t.Skip("the public samples are not here: ../shared/corpora/vcard")
	}
	out := map[string][]byte{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".vcf") {
			out[strings.TrimPrefix(path, root+string(filepath.Separator))], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil || len(out) < 60 {
		t.Fatalf("%d samples, %v", len(out), err)
	}
	return out
}

func TestEachSampleIsReadOrSaysWhyNot(t *testing.T) {
	t.Parallel()
	read := 0
	for name, b := range samples(t) {
		cards, problems, err := Read(bytes.NewReader(b))
		begun := strings.Count(strings.ToUpper(string(b)), "BEGIN:VCARD")
		if err != nil && begun > 0 && len(problems) == 0 {
			t.Errorf("%s: %v, and no word on why", name, err)
		}
		if len(cards)+len(problems) < min(begun, 1) {
			t.Errorf("%s holds %d cards: %d read, %v", name, begun, len(cards), problems)
		}
		read += len(cards)
		for _, c := range cards {
			if !utf8.ValidString(c.Name) || strings.ContainsAny(c.Name, "\r\n\\") || strings.Contains(c.Name, "=C3") {
				t.Errorf("%s: the name is %q", name, c.Name)
			}
		}
	}
	t.Logf("%d cards read", read)
}

// What calcard wrote of a card says the same to us as the card itself.
func TestSamplesAgreeWithTheirCanonicalForm(t *testing.T) {
	t.Parallel()
	compared, differ := 0, 0
	for name, b := range samples(t) {
		canonical, err := os.ReadFile(filepath.Join("..", "..", "shared", "corpora", "vcard", name+".out"))
		if err != nil {
			continue
		}
		got, _, err1 := Read(bytes.NewReader(b))
		want, _, err2 := Read(bytes.NewReader(canonical))
		if err1 != nil || err2 != nil {
			continue
		}
		compared++
		for i := range got {
			got[i].Version = ""
		}
		for i := range want {
			want[i].Version = ""
		}
		if diff := cmp.Diff(want, got); diff != "" {
			differ++
			t.Logf("%s differs:\n%s", name, diff)
		}
	}
	if compared < 30 || differ*10 > compared {
		t.Errorf("%d of %d differ", differ, compared)
	}
}

func TestAddressBooksOfTheWorld(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want Card
	}{
		"vCard 2.1 with bare words and quoted-printable": {
			"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r\nTEL;CELL;VOICE:+49 170 1\r\nTEL;FAX:+49 30 9\r\nEMAIL;INTERNET:a@b.example\r\nEND:VCARD\r\n",
			Card{Version: "2.1", Name: "Jörg Müller", Given: "Jörg", Family: "Müller", Emails: []string{"a@b.example"}, Phones: []string{"+49 170 1"}},
		},
		"a soft line break": {
			"BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:J=C3=\n=B6rg\nEND:VCARD",
			Card{Version: "2.1", Name: "Jörg"},
		},
		"Apple's groups": {
			"BEGIN:VCARD\nVERSION:3.0\nN:Nair;Priya;;Dr;\nFN:Dr Priya Nair\nORG:Northwind\\; Ltd;Analytics\nitem1.EMAIL;type=INTERNET:x@b.example\nitem2.EMAIL;type=pref:p@b.example\nitem1.X-ABLabel:_$!<Other>!$_\nEND:VCARD\n",
			Card{Version: "3.0", Name: "Dr Priya Nair", Given: "Priya", Family: "Nair", Org: "Northwind; Ltd", Emails: []string{"p@b.example", "x@b.example"}},
		},
		"4.0 with addresses as URIs, folded": {
			"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Priya\r\n  Nair\r\nTEL;VALUE=uri;TYPE=\"voice,work\":tel:+44-20-7946-0000;ext=5\r\nEMAIL;PREF=1:mailto:p@b.example\r\nURL:https://b.example/\r\nURL:javascript:alert(1)\r\nEND:VCARD\r\n",
			Card{Version: "4.0", Name: "Priya Nair", Phones: []string{"+44-20-7946-0000"}, Emails: []string{"p@b.example"}, Links: []string{"https://b.example/"}},
		},
		"a card that never ends": {
			"BEGIN:VCARD\nFN:Priya\nBEGIN:VCARD", Card{Name: "Priya"},
		},
		"an address in the place of the name": {
			"BEGIN:VCARD\nVERSION:3.0\nFN:p@b.example\nEMAIL:p@b.example\nEND:VCARD", Card{Version: "3.0", Emails: []string{"p@b.example"}},
		},
	} {
		cards, _, err := Read(strings.NewReader(c.text))
		if err != nil || len(cards) == 0 {
			t.Errorf("%s: %d cards, %v", name, len(cards), err)
			continue
		}
		if diff := cmp.Diff(c.want, cards[0]); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestWhatIsWrittenIsReadBackTheSame(t *testing.T) {
	t.Parallel()
	evil := "Zoë\r\nTEL:1; \"x\", \\n \u2028" + strings.Repeat("日本語", 40)
	in := []Card{
		{UID: "a@afterword", Name: "Priya Nair", Known: "Northwind, interviewer", Org: "Northwind", Title: "Head of Analytics", Emails: []string{"p@b.example"}, Phones: []string{"+44 20 7946 0000"}, Links: []string{"https://b.example/a,b;c"}},
		{Name: evil, Known: evil, Org: evil, Title: evil},
		{Emails: []string{"only@b.example"}},
		{Name: "Anna van der Berg"},
	}
	for _, version := range []string{"3.0", "4.0"} {
		var b bytes.Buffer
		if err := Write(&b, version, in); err != nil {
			t.Fatal(err)
		}
		for _, l := range strings.Split(b.String(), "\r\n") {
			if len(l) > 75 || !utf8.ValidString(l) || strings.ContainsAny(l, "\r\n") {
				t.Errorf("line of %d octets: %q", len(l), l)
			}
			if strings.HasPrefix(l, "TEL:1") {
				t.Errorf("a name became a number: %q", l)
			}
		}
		if !strings.Contains(b.String(), `FN:Priya Nair (Northwind\, interviewer)`) || !strings.Contains(b.String(), "N:van der Berg;Anna;;;") {
			t.Errorf("names:\n%s", b.String())
		}
		out, problems, err := Read(&b)
		if err != nil || len(problems) > 0 || len(out) != len(in) {
			t.Fatal(len(out), problems, err)
		}
		want := in[0]
		want.Version, want.Given, want.Family = version, "Priya", "Nair"
		if diff := cmp.Diff(want, out[0]); diff != "" {
			t.Errorf("%s:\n%s", version, diff)
		}
		if out[1].Name != strings.Join(strings.Fields(clean(evil)), " ") || out[2].Name != "" || out[2].Emails[0] != "only@b.example" {
			t.Errorf("%+v", out[1:])
		}
	}
	if Write(&bytes.Buffer{}, "2.1", nil) == nil || Write(&bytes.Buffer{}, "4.0", []Card{{}}) == nil {
		t.Error("a version that is not written, or nobody, is no error")
	}
}

func bombs() map[string][]byte {
	fill := func(head, unit string) []byte {
		return []byte(head + strings.Repeat(unit, (1<<20-len(head))/len(unit)))
	}
	return map[string][]byte{
		"cards":           fill("", "BEGIN:VCARD\n"),
		"whole cards":     fill("", "BEGIN:VCARD\nFN:a\nEND:VCARD\n"),
		"folds":           fill("BEGIN:VCARD\nFN:", "\n a"),
		"empty folds":     fill("BEGIN:VCARD\nFN:", "\n "),
		"soft breaks":     fill("BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:", "a=\n"),
		"one line":        fill("BEGIN:VCARD\nFN:", "a"),
		"parameters":      fill("BEGIN:VCARD\nTEL", ";TYPE=a"),
		"values":          fill("BEGIN:VCARD\nTEL;TYPE=", "a,"),
		"quotes":          fill("BEGIN:VCARD\nTEL;TYPE=", `"`),
		"escapes":         fill("BEGIN:VCARD\nN:", `\`),
		"fields":          fill("BEGIN:VCARD\nN:", ";"),
		"numbers":         fill("BEGIN:VCARD\n", "TEL:1\n"),
		"other numbers":   fill("BEGIN:VCARD\n", "TEL:1\nTEL:2\nEMAIL:a@b\nEMAIL;TYPE=pref:c@d\nURL:https://a.example\n"),
		"a picture":       fill("BEGIN:VCARD\nFN:a\nPHOTO;ENCODING=b:", "\n AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
		"character sets":  fill("BEGIN:VCARD\n", "FN;CHARSET=Shift_JIS:a\n"),
		"groups":          fill("BEGIN:VCARD\n", "a."),
		"nothing":         fill("", "\n"),
		"zeros":           make([]byte, 1<<20),
		"utf-16":          append([]byte("\xff\xfe"), bytes.Repeat([]byte("B\x00\n\x00"), 1<<18-1)...),
		"not utf-8":       fill("BEGIN:VCARD\n", "FN:\xff\n"),
		"names and names": fill("BEGIN:VCARD\n", "N:a;b;c;d;e\nNICKNAME:a,b\n"),
	}
}

func TestAMebibyteOfMaliceCostsLittle(t *testing.T) {
	for name, b := range bombs() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		cards, _, err := Read(bytes.NewReader(b))
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		for range 2 { // the quickest of three: other tests may keep the machine busy
			if took > time.Second {
				began = time.Now()
				_, _, _ = Read(bytes.NewReader(b))
				took = min(took, time.Since(began))
			}
		}
		if used := after.TotalAlloc - before.TotalAlloc; took > time.Second || used > 64<<20 {
			t.Errorf("%s: %v, %d MiB, %d cards, %v", name, took, used>>20, len(cards), err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, b := range samples(f) {
		if len(b) < 20<<10 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		cards, _, err := Read(bytes.NewReader(b))
		if err != nil && len(cards) > 0 {
			t.Fatal("an error and cards")
		}
		for i := range cards {
			cards[i].Version, cards[i].Given, cards[i].Family = "", "", ""
		}
		var once bytes.Buffer
		if err := Write(&once, "4.0", cards); err != nil {
			t.Fatal(err)
		}
		if len(cards) == 0 {
			return
		}
		again, _, err := Read(bytes.NewReader(once.Bytes()))
		if err != nil || len(again) != len(cards) {
			t.Fatalf("%d cards became %d: %v", len(cards), len(again), err)
		}
	})
}
