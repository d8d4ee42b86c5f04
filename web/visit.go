package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/a-h/templ"

	"afterword"
	"afterword/service"
)

// visit is one request by someone who is signed in.
type visit struct {
	*site
	w   http.ResponseWriter
	r   *http.Request
	ctx context.Context
	a   afterword.Actor
	set afterword.Settings
	clock
}

// handler is decode, one verb, encode. What it returns as an error becomes a page in one place.
type handler func(v *visit) error

// signedIn lets a request through to a handler, with whose it is.
func (s *site) signedIn(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visit{site: s, w: w, r: r, ctx: r.Context()}
		if err := v.begin(); err != nil {
			s.fail(v, err)
			return
		}
		if err := h(v); err != nil {
			s.fail(v, err)
		}
	})
}

// begin finds out whose request it is and reads its form.
func (v *visit) begin() (err error) {
	cookie, err := v.r.Cookie(v.cookieName(v.r))
	if err != nil {
		return errSignedOut
	}
	if v.a, err = v.Service.Session(v.ctx, cookie.Value); err != nil {
		if k := afterword.KindOf(err); k == afterword.NotFound || k == afterword.Forbidden || k == afterword.InvalidInput {
			return errSignedOut
		}
		return err
	}
	if v.set, err = v.Service.Settings(v.ctx, v.a); err != nil {
		return err
	}
	v.clock = v.clockOf(v.set)
	return v.readForm()
}

func (v *visit) clockOf(set afterword.Settings) clock {
	loc := v.Local
	if l, err := time.LoadLocation(set.Zone); set.Zone != "" && err == nil {
		loc = l
	}
	return clock{now: v.Service.Now(), loc: loc}
}

func (v *visit) readForm() error {
	if v.r.Method != http.MethodPost {
		return nil
	}
	limit := int64(formLimit)
	upload := strings.HasPrefix(v.r.Header.Get("Content-Type"), "multipart/form-data")
	if upload {
		limit = uploadLimit
	}
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, limit)
	var err error
	if upload {
		err = v.r.ParseMultipartForm(uploadLimit)
	} else {
		err = v.r.ParseForm()
	}
	var big *http.MaxBytesError
	if errors.As(err, &big) {
		return afterword.Errorf(afterword.InvalidInput, "that is too much at once").WithHint("send a smaller file or a shorter text")
	}
	if err != nil {
		return &afterword.Error{Kind: afterword.InvalidInput, Msg: "the form could not be read", Hint: "go back and send it again", Err: err}
	}
	return nil
}

// text is what was written in a box, with the line ends of the web made plain.
func (v *visit) text(name string) string {
	return strings.TrimSpace(strings.ReplaceAll(v.r.PostFormValue(name), "\r\n", "\n"))
}

// texts are the boxes of one name that are not empty.
func (v *visit) texts(name string) []string {
	var all []string
	for _, t := range v.r.PostForm[name] {
		if t = strings.TrimSpace(strings.ReplaceAll(t, "\r\n", "\n")); t != "" {
			all = append(all, t)
		}
	}
	return all
}

// column are the boxes of one name, empty ones too, so that columns of a table stay in step.
func (v *visit) column(name string) []string {
	all := make([]string, len(v.r.PostForm[name]))
	for i, t := range v.r.PostForm[name] {
		all[i] = strings.TrimSpace(strings.ReplaceAll(t, "\r\n", "\n"))
	}
	return all
}

// once is the key of a form that was sent: a second post of the same words changes nothing, other
// words from the same page are a new wish.
func (v *visit) once() string {
	key := v.text("once")
	if key == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(v.r.URL.Path + "?" + v.r.PostForm.Encode()))
	return key + "-" + hex.EncodeToString(sum[:8])
}

func (v *visit) number(name string) int {
	n, _ := strconv.Atoi(v.text(name))
	return n
}

func (v *visit) query(name string) string { return strings.TrimSpace(v.r.URL.Query().Get(name)) }
func (v *visit) id() string               { return v.r.PathValue("id") }

// see sends the browser on to a page, after something was changed.
func (v *visit) see(to string) error {
	http.Redirect(v.w, v.r, to, http.StatusSeeOther)
	return nil
}

// seeSaid is see with a sentence of the table in said.go.
func (v *visit) seeSaid(to, said string, undo afterword.ID) error {
	q := url.Values{"said": {said}}
	if undo != "" {
		q.Set("undo", string(undo))
	}
	sep := "?"
	if strings.Contains(to, "?") {
		sep = "&"
	}
	return v.see(to + sep + q.Encode())
}

func (v *visit) show(c templ.Component) error { return v.send(http.StatusOK, c) }

// again shows a form with what is wrong in it.
func (v *visit) again(c templ.Component) error { return v.send(http.StatusUnprocessableEntity, c) }

func (v *visit) send(status int, c templ.Component) error { return send(v.ctx, v.w, status, c) }

// send renders first and writes afterwards, so that a fault never leaves half a page.
func send(ctx context.Context, w http.ResponseWriter, status int, c templ.Component) error {
	var b bytes.Buffer
	if err := c.Render(ctx, &b); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
	return nil
}

// frame is the frame of a place.
func (v *visit) frame(place, title string) Frame {
	f := Frame{Title: title, Place: place, Address: v.assets.address, Theme: v.set.Theme, Keys: v.set.Shortcuts,
		Shared: v.sharedComputer(v.r), Said: said(v.query("said"))}
	if f.Said != "" && afterword.LooksLikeID(v.query("undo")) {
		f.Undo = v.query("undo")
	}
	return f
}

// task is the frame of a page with one thing to do and a way back.
func (v *visit) task(title string, back Link) Frame {
	f := v.frame("", title)
	f.Back = &back
	return f
}

// problems are what a form can show of an error: bad input in it. Other errors are not for the form.
func problems(err error) []Problem {
	var e *afterword.Error
	if !errors.As(err, &e) || e.Kind != afterword.InvalidInput {
		return nil
	}
	return []Problem{{Field: boxOf(e.Field), Says: sentence(e)}}
}

// boxOf turns the name of a field into the id of its box: "signs[2].what" is in "signs".
func boxOf(field string) string {
	if i := strings.IndexAny(field, "[. "); i >= 0 {
		field = field[:i]
	}
	return field
}

// sentence is an error as a sentence: what is wrong, then the way out.
func sentence(e *afterword.Error) string {
	s := upper(e.Msg)
	if e.Field != "" && !strings.ContainsAny(e.Field, "-0123456789") && !strings.HasPrefix(e.Msg, "say ") {
		s = upper(strings.ReplaceAll(e.Field, "_", " ")) + ": " + e.Msg
	}
	if hint := hintOf(e); hint != "" {
		s += ". " + upper(hint)
	}
	return s + "."
}

// hintOf is the way out, unless it is one of the command line.
func hintOf(e *afterword.Error) string {
	if strings.Contains(e.Hint, "--") || strings.Contains(e.Hint, "`afterword") {
		return ""
	}
	return e.Hint
}

func (v *visit) interview() (service.InterviewView, error) { return v.Service.Show(v.ctx, v.a, v.id()) }

func newOnce() string { return string(afterword.NewID()) }
