// Package fetch reads a calendar from an address that a person subscribes to.
//
// Read Client.Get first. It is asked for by a person each time and runs within bounds: ten seconds, one
// mebibyte, the host that was named and no other. Where several people share a server it refuses to
// reach anything but public addresses, decided at the address that is dialled and not at the name, so
// that no name can point inside. It sends nothing about the person and keeps nothing.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"afterword"
)

// The bounds of one look.
const (
	patience    = 10 * time.Second
	sizeLimit   = 1 << 20
	headerLimit = 64 << 10
	hops        = 5
)

// Client looks at addresses. The zero value reaches public ones alone.
type Client struct {
	Private bool // the machine's own networks may be reached: it serves one person, on their own computer
}

// errInside is an address that may not be reached.
var errInside = errors.New("the address is inside a private network")

// Get is what an address answers. The error is Invalid for an address that is none, and Unavailable
// when it cannot be reached or answers something else.
func (c Client) Get(ctx context.Context, address string) ([]byte, error) {
	u, err := read(address)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, notAnAddress()
	}
	r.Header.Set("Accept", "text/calendar")
	r.Header.Set("User-Agent", "afterword")
	answer, err := c.client(u).Do(r)
	if err != nil {
		return nil, unreached(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, afterword.Errorf(afterword.Unavailable, "the calendar answers %d", answer.StatusCode).WithHint("look whether the address still works in a browser")
	}
	b, err := io.ReadAll(io.LimitReader(answer.Body, sizeLimit+1))
	if err != nil {
		return nil, unreached(err)
	}
	if len(b) > sizeLimit {
		return nil, afterword.Invalid("calendar", "is larger than 1 MiB").WithHint("give the address of the calendar with your holidays alone")
	}
	return b, nil
}

// read takes an address as calendars show it: webcal is their word for https.
func read(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Hostname() == "" || u.Opaque != "" {
		return nil, notAnAddress()
	}
	switch strings.ToLower(u.Scheme) {
	case "webcal", "webcals":
		u.Scheme = "https"
	case "https", "http":
	default:
		return nil, notAnAddress()
	}
	u.Fragment = ""
	return u, nil
}

func notAnAddress() error {
	// The address is not repeated: it may hold a secret.
	return afterword.Invalid("calendar", "is not the address of a calendar").WithHint("it begins with https:// or webcal://")
}

func (c Client) client(first *url.URL) *http.Client {
	dialer := &net.Dialer{Timeout: patience, Control: c.mayReach}
	return &http.Client{
		Transport: &http.Transport{
			Proxy:       nil, // a proxy from the environment would dial for us, past the check
			DialContext: dialer.DialContext, DisableKeepAlives: true, ForceAttemptHTTP2: true,
			TLSHandshakeTimeout: patience, ResponseHeaderTimeout: patience, MaxResponseHeaderBytes: headerLimit,
		},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			switch {
			case len(via) > hops:
				return errors.New("it sends on too often")
			case !strings.EqualFold(r.URL.Hostname(), first.Hostname()):
				return errors.New("it sends on to another host")
			case r.URL.Scheme != "https" && r.URL.Scheme != first.Scheme:
				return errors.New("it sends on to an address that is not encrypted")
			}
			return nil
		},
	}
}

// mayReach is asked with the address that is about to be dialled, at every hop.
func (c Client) mayReach(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return errInside
	}
	ip := at.Addr().WithZone("").Unmap()
	if public(ip) || c.Private && (ip.IsLoopback() || ip.IsPrivate()) {
		return nil
	}
	return errInside
}

// inside are the ranges that are not on the public internet, besides those that net/netip names.
var inside = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // carriers' own
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("192.88.99.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("::/96"),
	netip.MustParsePrefix("64:ff9b::/96"), // NAT64: an IPv4 address in other clothes
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001::/23"), // Teredo and other tunnels
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("2002::/16"), // 6to4
	netip.MustParsePrefix("fec0::/10"),
}

func public(ip netip.Addr) bool {
	if !ip.IsValid() || !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range inside {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

func unreached(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err // without the address, which may hold a secret
	}
	why := "it did not answer"
	switch {
	case errors.Is(err, errInside):
		why = errInside.Error()
	case errors.Is(err, context.DeadlineExceeded):
		why = fmt.Sprintf("it did not answer within %d seconds", patience/time.Second)
	case strings.HasPrefix(err.Error(), "it sends on"):
		why = err.Error()
	}
	return &afterword.Error{Kind: afterword.Unavailable, Field: "calendar", Msg: "cannot be read: " + why, Hint: "nothing was changed", Err: err}
}
