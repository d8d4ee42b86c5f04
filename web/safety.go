package web

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

// contentPolicy is sent with every answer: nothing from elsewhere, nothing inline, no frames, and script may
// not turn text into markup.
const contentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; " +
	"require-trusted-types-for 'script'; trusted-types afterword"

// Sizes of what may be sent to us. A debrief is a few kilobytes; an invitation with pictures a few
// megabytes.
const (
	formLimit   = 1 << 20
	uploadLimit = 8 << 20
)

// guarded puts the outer walls around the pages.
func (s *site) guarded(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(s.foreign))
	next = origin.Handler(next)
	next = s.knownHost(next)
	return gzhttp.GzipHandler(headers(next))
}

func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		h.Set("X-Robots-Tag", "noindex, nofollow")
		// Not no-store: Back must show the page at once. What is kept is kept in this browser only.
		h.Set("Cache-Control", "private, no-cache")
		next.ServeHTTP(w, r)
	})
}

// knownHost turns away names that point here without being ours (DNS rebinding).
func (s *site) knownHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.ours(r.Host) {
			s.stop(w, r, http.StatusMisdirectedRequest, "This address is not known here",
				"Open Afterword at the address that it gave when it was started.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *site) ours(host string) bool {
	name := strings.ToLower(host)
	if h, _, err := net.SplitHostPort(name); err == nil {
		name = h
	}
	name = strings.TrimSuffix(strings.Trim(name, "[]"), ".")
	if name == "localhost" {
		return true
	}
	if ip, err := netip.ParseAddr(name); err == nil && ip.Unmap().IsLoopback() {
		return true
	}
	return slices.ContainsFunc(s.Hosts, func(known string) bool {
		k := strings.ToLower(known)
		if h, _, err := net.SplitHostPort(k); err == nil {
			k = h
		}
		return strings.Trim(k, "[]") == name
	})
}

// foreign answers a form that was sent from another site.
func (s *site) foreign(w http.ResponseWriter, r *http.Request) {
	s.stop(w, r, http.StatusForbidden, "That came from another site", "Nothing was changed. Open the page here and try again.")
}
