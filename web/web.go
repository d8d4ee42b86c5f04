// Package web is the face in a browser: HTML pages, forms and a few static files.
//
// Read routes.go first: it lists every address there is. A handler decodes a form, calls one verb of
// the service and shows a page; each page is one typed struct with one templ file of the same stem.
// Everything works without script; the modules in static only make it quicker.
//
// It refuses to decide anything, to change anything on a GET (the one-time address that signs a
// browser in apart), to load anything from elsewhere, and to run script or style that stands in a page.
package web

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"time"

	"afterword"
	"afterword/service"
)

// Options are what main hands over.
type Options struct {
	Service *service.Service
	Hosts   []string // names besides the loopback ones under which it may be asked
	Log     *slog.Logger
	Local   *time.Location // the machine's zone, for people who set none
	Secure  bool           // served over HTTPS: cookies get the __Host- prefix
	Base    string         // how another browser reaches it: https://afterword.example.org
	// Example fills in the made-up search. Without it the third door of the first page is closed.
	Example func(context.Context, afterword.Actor) error
	// Invitations reads a calendar file or a mail that holds one.
	Invitations func(name string, r io.Reader) ([]afterword.Invitation, error)
	// Calendar writes dates as an iCalendar file.
	Calendar func(w io.Writer, name string, entries []service.CalendarEntry) error
	// Outside is what comes in from calendars and address books elsewhere.
	Outside Outside
}

// site is what every handler shares.
type site struct {
	Options
	assets assets
}

// New is the whole web application.
func New(o Options) http.Handler {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Local == nil {
		o.Local = time.Local
	}
	s := &site{Options: o, assets: packed()}
	return s.guarded(s.routes())
}
