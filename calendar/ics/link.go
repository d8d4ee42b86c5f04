package ics

import (
	"html"
	"net/url"
	"strings"
)

var (
	reURL    = pattern(`(?i)https?://[^\s<>"'\x60{}|^\x00-\x1f]+`)
	reHTML   = pattern(`(?is)<(style|script|head)\b.*?</(style|script|head)>|<!--.*?-->|<[^>]*>`)
	reBreak  = pattern(`(?i)<(br|/p|/div|/tr|/li)\b[^>]*>`)
	reAnchor = pattern(`(?i)<a\b[^>]*?href\s*=\s*["']?([^"'\s>]+)["']?[^>]*>`)
	reJoin   = pattern(`(?i)\b(join|video|meeting|call|conference|dial|online|interview room|beitreten|rejoindre|unirse|einwahl|besprechung)\b`)
)

// meetingPaths are the hosts of video calls, and how a path that joins one begins. An empty path
// stands for any; a leading dot for any host under it.
var meetingPaths = []struct {
	host  string
	paths []string
}{
	{"teams.microsoft.com", []string{"/l/meetup-join", "/meet", "/l/meeting", "/dl/launcher", "/_#/l/meetup-join"}},
	{"teams.live.com", []string{"/meet", "/l/meetup-join"}},
	{".zoom.us", []string{"/j/", "/my/", "/s/", "/w/", "/wc/", "/meeting/"}},
	{"zoom.us", []string{"/j/", "/my/", "/s/", "/w/", "/wc/"}},
	{".zoom.com", []string{"/j/", "/my/", "/w/"}},
	{".zoomgov.com", []string{"/j/", "/my/"}},
	{"meet.google.com", []string{"/"}},
	{"hangouts.google.com", []string{"/"}},
	{".webex.com", []string{"/meet", "/join", "/m/", "/webappng", "/wbxmjs", "/j.php", "/"}},
	{"chime.aws", []string{"/"}},
	{"whereby.com", []string{"/"}},
	{".whereby.com", []string{"/"}},
	{"meet.jit.si", []string{"/"}},
	{"8x8.vc", []string{"/"}},
	{"bluejeans.com", []string{"/"}},
	{".bluejeans.com", []string{"/"}},
	{".gotomeeting.com", []string{"/"}},
	{"meet.goto.com", []string{"/"}},
	{"gotomeet.me", []string{"/"}},
	{"join.skype.com", []string{"/"}},
	{"meet.lync.com", []string{"/"}},
	{"app.hirevue.com", []string{"/"}},
	{".hirevue.com", []string{"/"}},
	{"app.sparkhire.com", []string{"/"}},
	{"meet.ringcentral.com", []string{"/"}},
	{"v.ringcentral.com", []string{"/join"}},
	{"v.daily.co", []string{"/"}},
	{".daily.co", []string{"/"}},
	{"app.coderpad.io", []string{"/"}},
	{"meet.willo.video", []string{"/"}},
	{"around.co", []string{"/r/"}},
	{"app.gather.town", []string{"/"}},
	{"facetime.apple.com", []string{"/join"}},
	{"meet.zoho.com", []string{"/"}},
	{"meet.starleaf.com", []string{"/"}},
	{"call.lifesizecloud.com", []string{"/"}},
	{"us.bbcollab.com", []string{"/"}},
	{"butter.us", []string{"/"}},
	{"app.livestorm.co", []string{"/"}},
	{"msteams.link", []string{"/"}},
}

// FindLink is the address of the video call: a known service wherever it stands, else what the file
// names as the conference, else a web address in the location, else one in the text that follows
// words like "join". Empty when there is none.
func FindLink(e Event) string {
	sources := []string{strings.Join(e.URLs, "\n"), e.Location, e.Description}
	for _, s := range sources {
		for _, u := range urlsIn(s) {
			if isMeeting(u) {
				return u
			}
		}
	}
	for _, s := range append(append([]string(nil), e.URLs...), e.Location) {
		for _, u := range urlsIn(s) {
			if !aboutOnly(u) {
				return u
			}
		}
	}
	lines := strings.Split(plainText(e.Description), "\n")
	for i, l := range lines {
		for _, u := range urlsIn(l) {
			before, _, _ := strings.Cut(l, "http")
			if i > 0 && !strings.Contains(lines[i-1], "http") {
				before = lines[i-1] + " " + before
			}
			if reJoin().MatchString(before) && !aboutOnly(u) {
				return u
			}
		}
	}
	return ""
}

// urlsIn finds web addresses, without the wrapping of mail filters; at most 100.
func urlsIn(s string) []string {
	var out []string
	for _, u := range reURL().FindAllString(s, 100) {
		u = html.UnescapeString(u)
		u = strings.TrimRight(u, `.,;:!?)]>*_\`)
		out = append(out, unwrap(u, 0))
	}
	return out
}

// unwrap undoes the detours of Outlook, Google and Proofpoint, up to three deep.
func unwrap(s string, depth int) string {
	u, err := url.Parse(s)
	if err != nil || depth > 2 {
		return s
	}
	host := strings.ToLower(u.Hostname())
	inner := ""
	switch {
	case strings.HasSuffix(host, ".safelinks.protection.outlook.com"):
		inner = u.Query().Get("url")
	case (host == "www.google.com" || host == "google.com") && u.Path == "/url":
		inner = u.Query().Get("q")
		if inner == "" {
			inner = u.Query().Get("url")
		}
	case host == "urldefense.com" && strings.HasPrefix(u.Path, "/v3/__"):
		rest := strings.TrimPrefix(s[strings.Index(s, "/v3/__"):], "/v3/__")
		if i := strings.Index(rest, "__;"); i > 0 {
			inner = rest[:i]
		}
	}
	if strings.HasPrefix(strings.ToLower(inner), "http") {
		return unwrap(inner, depth+1)
	}
	return s
}

func isMeeting(s string) bool {
	u, err := url.Parse(s)
	if err != nil {
		return false
	}
	host, path := strings.ToLower(u.Hostname()), u.Path
	if u.Fragment != "" {
		path += "#" + u.Fragment
	}
	for _, m := range meetingPaths {
		if host != m.host && (m.host[0] != '.' || !strings.HasSuffix(host, m.host)) {
			continue
		}
		for _, p := range m.paths {
			if strings.HasPrefix(path, p) && len(path) > 1 {
				return !strings.Contains(path, "/dl/download") && !strings.Contains(path, "meetingOptions") &&
					!strings.Contains(path, "/teamsOptions") && !strings.HasPrefix(path, "/test")
			}
		}
	}
	return false
}

// aboutOnly are addresses that stand in invitations and join nothing.
func aboutOnly(s string) bool {
	u, err := url.Parse(s)
	if err != nil {
		return true
	}
	host := strings.ToLower(u.Hostname())
	for _, h := range []string{"google.com", "goo.gl", "maps.apple.com", "aka.ms", "support.google.com", "microsoft.com",
		"support.zoom.us", "linkedin.com", "calendly.com", "openstreetmap.org", "dialin.teams.microsoft.com", "tel.meet",
		"maps.app.goo.gl", "bing.com"} {
		if host == h || strings.HasSuffix(host, "."+h) {
			return true
		}
	}
	return false
}

// plainText takes the tags out of HTML that stands in a text, and leaves other text alone.
func plainText(s string) string {
	if !strings.Contains(s, "<") || !strings.Contains(s, ">") {
		return s
	}
	if len(s) > 200<<10 {
		s = s[:200<<10]
	}
	s = reBreak().ReplaceAllString(s, "\n")
	s = reAnchor().ReplaceAllString(s, " $1 ")
	return html.UnescapeString(reHTML().ReplaceAllString(s, ""))
}
