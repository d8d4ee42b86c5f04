package mime

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

func bombs() map[string][]byte {
	fill := func(head, unit, tail string) []byte {
		return []byte(head + strings.Repeat(unit, (1<<20-len(head)-len(tail))/len(unit)) + tail)
	}
	const plain = "From: a@b.example\nSubject: x\n"
	const multi = plain + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
	deep := &strings.Builder{}
	deep.WriteString(plain + "Content-Type: multipart/mixed; boundary=b0\n\n")
	for i := 0; deep.Len() < 1<<20-100; i++ {
		fmt.Fprintf(deep, "--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n", i, i+1)
	}
	nested := plain + "\nhello"
	for len(nested) < 700<<10 {
		nested = plain + "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(nested))
	}
	page := plain + "Content-Type: text/html\n\n"
	return map[string][]byte{
		"many parts":          fill(multi, "--b\n\n", "--b--\n"),
		"many empty parts":    fill(multi, "--b\n", ""),
		"deep parts":          []byte(deep.String()),
		"mails within mails":  []byte(nested),
		"same boundary":       fill(plain, "Content-Type: multipart/mixed; boundary=b\n\n--b\n", ""),
		"many headers":        fill(plain, "X: y\n", "\n\nbody"),
		"one long header":     fill(plain+"Subject: ", "a ", "\n\nbody"),
		"one long folded":     fill(plain+"To: ", "a@b.example,\n ", "c@d.example\n\nbody"),
		"encoded words":       fill(plain+"Subject: ", "=?utf-8?q?=41?= ", "\n\nbody"),
		"encoded word open":   fill(plain+"Subject: ", "=?", "\n\nbody"),
		"part headers":        fill(multi+"--b\n", "X: y\n", "\n\n--b--\n"),
		"base64":              fill(plain+"Content-Transfer-Encoding: base64\n\n", "=A\n", ""),
		"quoted printable":    fill(plain+"Content-Transfer-Encoding: quoted-printable\n\n", "=\n", ""),
		"unknown charset":     fill(plain+"Content-Type: text/plain; charset=x-nothing\n\n", "\xff\n", ""),
		"utf-7":               fill(plain+"Content-Type: text/plain; charset=utf-7\n\n", "+AGE-", ""),
		"open tags":           fill(page, "<div>", ""),
		"open quotes":         fill(page, "<blockquote>", ""),
		"quotes with text":    fill(page, "<blockquote>a", ""),
		"open and close":      fill(page, "<div></span>", ""),
		"attributes":          fill(page+"<a ", "b=c ", ">d"),
		"links":               fill(page, "<a href=http://b>c</a>", ""),
		"entities":            fill(page, "&amp;", ""),
		"comment":             fill(page+"<!--", "-", ""),
		"breaks":              fill(page, "<br>", ""),
		"breaks in quotes":    fill(page+"<blockquote><blockquote>", "<br>", ""),
		"many content types":  fill(plain+"Content-Type: text/plain", "; a=b", "\n\nbody"),
		"calendar in text":    fill(plain+"\n", "BEGIN:VCALENDAR\n", ""),
		"zeros":               bytes.Repeat([]byte{0}, 1<<20),
		"only line ends":      bytes.Repeat([]byte("\r\n"), 1<<19),
		"flowed":              fill(plain+"Content-Type: text/plain; format=flowed\n\n", "a \n", ""),
		"references":          fill(plain+"References: ", "<a@b> ", "\n\nbody"),
		"received":            fill("", "Received: x\n", ""),
		"many alternatives":   fill(plain+"Content-Type: multipart/alternative; boundary=b\n\n", "--b\nContent-Type: text/plain\n\nx\n", "--b--\n"),
		"duplicate boundary=": fill(plain+"Content-Type: multipart/mixed; boundary=b\n\n--b\n\n", "boundary=", ""),
	}
}

func TestAMebibyteOfMaliceCostsLittle(t *testing.T) {
	for name, b := range bombs() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		began := time.Now()
		m, err := Parse(bytes.NewReader(b))
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		for range 2 { // the quickest of three, and three seconds: other tests may keep the machine busy
			if took > 3*time.Second {
				began = time.Now()
				_, _ = Parse(bytes.NewReader(b))
				took = min(took, time.Since(began))
			}
		}
		used := (after.TotalAlloc - before.TotalAlloc) >> 20
		t.Logf("%s: %v, %d MiB, %d bytes of text, %v", name, took, used, len(m.Text), err)
		if took > 3*time.Second || used > 64 {
			t.Errorf("%s: %v, %d MiB", name, took, used)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, b := range mails(f, "mail-parser", "enmime-samples", "talon") {
		if len(b) < 20<<10 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		began := time.Now()
		m, err := Parse(bytes.NewReader(b))
		if took := time.Since(began); took > 2*time.Second {
			t.Fatalf("took %v", took)
		}
		if err != nil && m.Text != "" {
			t.Fatal("an error and a text")
		}
	})
}

func FuzzHTMLText(f *testing.F) {
	f.Add("<div class=gmail_quote><p>a</p><blockquote>b<br></div>c")
	f.Fuzz(func(t *testing.T, s string) {
		if out := HTMLText(s); len(out) > 40*len(s)+100 {
			t.Fatalf("%d bytes from %d", len(out), len(s))
		}
	})
}

func FuzzCompose(f *testing.F) {
	f.Add("Priya Nair", "priya@northwind.example", "Thank you", "Hello", "id@x")
	f.Add("a\r\nBcc: x@y.example", "a@b.example\r\nBcc: x@y.example", "s\nBcc: x@y.example", "\n.\nBcc: b", "i>\r\nBcc: x")
	f.Add("=?utf-8?q?=0D=0ABcc:_x=40y.example?=", "a@b.example", "=?utf-8?q?=0D=0ABcc:_x?=", "", "")
	f.Add("Priya", "a@b.example", strings.Repeat("0", 1200), "", "")
	f.Add(strings.Repeat("n", 1200), "a@b.example", "s", "", "")
	f.Fuzz(func(t *testing.T, name, email, subject, text, id string) {
		out := outgoing(name, email, subject, text, id)
		b, err := Compose(out)
		if err != nil {
			return
		}
		onlyExpected(t, b, out)
	})
}
