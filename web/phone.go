package web

import (
	"bytes"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"rsc.io/qr"

	"afterword"
	"afterword/service"
)

// qrEdge is the quiet zone around a code, in modules (ISO/IEC 18004).
const qrEdge = 4

// QR is a code to be photographed: a path of unit squares, and the side of its picture in modules.
type QR struct {
	Path string
	Side int
}

// qrOf draws an address as a QR code; without one it is empty.
func qrOf(address string) QR {
	if address == "" {
		return QR{}
	}
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return QR{} // too long to photograph: the address stands beside it
	}
	var b strings.Builder
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				b.WriteString("M" + strconv.Itoa(x+qrEdge) + " " + strconv.Itoa(y+qrEdge) + "h1v1h-1z")
			}
		}
	}
	return QR{Path: b.String(), Side: code.Size + 2*qrEdge}
}

// ViewBox is the frame of the picture.
func (q QR) ViewBox() string { return "0 0 " + strconv.Itoa(q.Side) + " " + strconv.Itoa(q.Side) }

// address is where another browser finds a path. A loopback name would lead a phone to itself, so
// the name that the program was told counts before the one this browser used.
func (v *visit) address(path string) string {
	base := v.Base
	if u, err := url.Parse(base); err != nil || u.Host == "" {
		base = "http://" + v.r.Host
	}
	return base + path
}

// alone says in words who can reach the pages: only this computer, the own network, or everyone with
// the address.
func (v *visit) alone() string {
	switch {
	case v.Secure:
		return "It works from anywhere. The way is encrypted."
	case len(v.Hosts) > 0:
		return "It works on your own network. The way is not encrypted: whoever shares the network could read along. On the train only what was opened before is there."
	}
	return "It works on this computer only. For a phone on your own network, stop it and start it with: afterword serve --addr 0.0.0.0:8484 --plain. Whoever shares the network could read along then; with a proxy that brings HTTPS nobody can. Help says how."
}

// reachable says that another device can open an address of ours.
func (v *visit) reachable() bool { return v.Secure || len(v.Hosts) > 0 }

// health answers whoever watches over the program: it runs.
func health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n"))
}

// packFor is how far ahead pages are kept for a way without signal.
const packFor = 48 * time.Hour

// pack lists the pages of the interviews of the next two days, and of one that just ended: the pocket
// card and the debrief.
func (v *visit) pack(t service.TodayView) string {
	var pages []string
	for _, l := range t.Coming {
		if l.Start != nil && !l.Start.After(v.now.Add(packFor)) {
			pages = append(pages, "/interviews/"+string(l.Interview)+"/card")
			pages = append(pages, debriefOffline(l.Interview)...)
		}
	}
	if t.Now != nil && t.Now.Kind == afterword.StepDebrief {
		pages = append(pages, debriefOffline(t.Now.Interview)...)
	}
	return strings.Join(pages, " ")
}

func debriefOffline(id afterword.ID) []string {
	var pages []string
	for n := range 6 {
		pages = append(pages, "/interviews/"+string(id)+"/debrief/"+strconv.Itoa(n+1))
	}
	return pages
}

// worker is the script that keeps them. It has a name that stays, and so is asked for anew each time.
func (s *site) worker(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(s.assets.address["sw.js"], "/assets/")
	w.Header().Set("Content-Type", mediaTypes[".js"])
	w.Header().Set("Cache-Control", "no-cache")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(s.assets.file[name]))
}
