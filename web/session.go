package web

import (
	"net"
	"net/http"
	"time"

	"afterword"
)

// errSignedOut is a request by nobody we know.
var errSignedOut = afterword.Errorf(afterword.Forbidden, "this browser is not signed in")

// remembered is how long a browser stays signed in.
const remembered = 90 * 24 * time.Hour

// cookieName differs by port, since browsers share cookies between the ports of a host: the demo
// beside the real thing must not sign it out.
func (s *site) cookieName(r *http.Request) string {
	if s.Secure {
		return "__Host-afterword"
	}
	if _, port, err := net.SplitHostPort(r.Host); err == nil {
		return "afterword-" + port
	}
	return "afterword"
}

func (s *site) cookie(r *http.Request, name, value string) *http.Cookie {
	return &http.Cookie{Name: name, Value: value, Path: "/", HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode}
}

// open is the one-time address: the only GET that changes something, and it can do so once.
func (s *site) open(w http.ResponseWriter, r *http.Request) {
	shared := r.URL.Query().Has("shared")
	session, err := s.Service.SignIn(r.Context(), r.PathValue("token"), r.UserAgent(), shared)
	if err != nil {
		if s.alreadyIn(r) { // the address was opened twice in the same browser
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		s.signedOut(w, r, "That address has been used, or is over ten minutes old.")
		return
	}
	c := s.cookie(r, s.cookieName(r), session)
	if !shared {
		c.MaxAge = int(remembered.Seconds())
	}
	http.SetCookie(w, c)
	mark := s.cookie(r, s.cookieName(r)+"-shared", "1")
	if !shared {
		mark.MaxAge = -1
	}
	http.SetCookie(w, mark)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *site) alreadyIn(r *http.Request) bool {
	c, err := r.Cookie(s.cookieName(r))
	if err != nil {
		return false
	}
	_, err = s.Service.Session(r.Context(), c.Value)
	return err == nil
}

// sharedComputer says that no text may stay in this browser.
func (s *site) sharedComputer(r *http.Request) bool {
	_, err := r.Cookie(s.cookieName(r) + "-shared")
	return err == nil
}

func (v *visit) signOut() error {
	if c, err := v.r.Cookie(v.cookieName(v.r)); err == nil {
		if err := v.Service.SignOut(v.ctx, c.Value); err != nil {
			return err
		}
	}
	for _, name := range []string{v.cookieName(v.r), v.cookieName(v.r) + "-shared"} {
		c := v.cookie(v.r, name, "")
		c.MaxAge = -1
		http.SetCookie(v.w, c)
	}
	v.w.Header().Set("Clear-Site-Data", `"storage", "cache"`)
	v.signedOut(v.w, v.r, "You are signed out here. Nothing you wrote is left in this browser.")
	return nil
}
