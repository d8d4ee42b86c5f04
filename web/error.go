package web

import (
	"errors"
	"net/http"

	"afterword"
)

// ErrorPage is what is shown when something did not go as asked.
type ErrorPage struct {
	Frame
	Head    string
	Body    string
	Hint    string
	Choices []string
	To      Link
	Address string // of a browser that is not signed in: what to do, as code
}

// answers is the one table that turns kinds of errors into a status and a headline.
var answers = map[afterword.Kind]struct {
	status int
	head   string
}{
	afterword.Internal:     {http.StatusInternalServerError, "This one is on us"},
	afterword.InvalidInput: {http.StatusUnprocessableEntity, "There is a problem"},
	afterword.NotFound:     {http.StatusNotFound, "We cannot find that"},
	afterword.Conflict:     {http.StatusConflict, "One thing to settle first"},
	afterword.Forbidden:    {http.StatusForbidden, "That is not open here"},
	afterword.NotYet:       {http.StatusConflict, "Not yet"},
	afterword.Unavailable:  {http.StatusServiceUnavailable, "That did not answer"},
	afterword.Usage:        {http.StatusBadRequest, "That is not how it works"},
}

// fail is the one place where an error becomes a page.
func (s *site) fail(v *visit, err error) {
	if errors.Is(err, errSignedOut) {
		s.signedOut(v.w, v.r, "")
		return
	}
	kind := afterword.KindOf(err)
	if kind == afterword.Internal {
		s.Log.Error("a page could not be shown", "method", v.r.Method, "path", v.r.Pattern, "err", err)
	}
	a := answers[kind]
	p := ErrorPage{Frame: v.frame("", a.head), Head: a.head, To: Link{"/", "Back to Today"}}
	p.Back = &Link{"/", "Today"}
	p.Title = "Error: " + p.Title
	var e *afterword.Error
	if errors.As(err, &e) && kind != afterword.Internal {
		p.Body, p.Hint, p.Choices = upper(e.Error())+".", upper(hintOf(e)), e.Candidates
	} else {
		p.Body = "Nothing you wrote is lost. Go back and try once more."
	}
	if err := send(v.ctx, v.w, a.status, errorPage(p)); err != nil {
		http.Error(v.w, "something went wrong", http.StatusInternalServerError)
	}
}

// stop answers a request that has not come as far as a visit.
func (s *site) stop(w http.ResponseWriter, r *http.Request, status int, head, body string) {
	p := ErrorPage{Frame: Frame{Title: "Error: " + head, Address: s.assets.address}, Head: head, Body: body, To: Link{"/", "Back to Today"}}
	if err := send(r.Context(), w, status, errorPage(p)); err != nil {
		http.Error(w, head, status)
	}
}

func (s *site) signedOut(w http.ResponseWriter, r *http.Request, why string) {
	p := ErrorPage{Frame: Frame{Title: "Open it again", Address: s.assets.address}, Head: "Open Afterword again",
		Body: why, Hint: "Start the program on its computer. It opens the browser, or prints an address that signs this browser in once.",
		Address: "afterword serve"}
	status := http.StatusUnauthorized
	if r.Method == http.MethodPost && r.URL.Path == "/sign-out" {
		status = http.StatusOK
	}
	if err := send(r.Context(), w, status, errorPage(p)); err != nil {
		http.Error(w, p.Head, status)
	}
}

func (s *site) notFound(w http.ResponseWriter, r *http.Request) {
	s.stop(w, r, http.StatusNotFound, "There is no such page", "The address may be old. Everything you wrote is still here.")
}
