package fetch

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"afterword"
)

const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"

// serving counts who gets in.
func serving(t *testing.T, h http.HandlerFunc) (*httptest.Server, *int) {
	t.Helper()
	n := 0
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { n++; h(w, r) }))
	t.Cleanup(s.Close)
	return s, &n
}

func hello(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(calendar)) }

func TestACalendarOnTheOwnComputerIsReadByItsOwnerAlone(t *testing.T) {
	t.Parallel()
	s, n := serving(t, hello)
	if b, err := (Client{Private: true}).Get(t.Context(), s.URL); err != nil || string(b) != calendar {
		t.Errorf("%q, %v", b, err)
	}
	*n = 0
	port := s.URL[strings.LastIndexByte(s.URL, ':'):]
	for _, host := range []string{"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0", "0", "[::]", "LOCALHOST", "localhost."} {
		_, err := Client{}.Get(t.Context(), "http://"+host+port)
		if err == nil {
			t.Errorf("%s was read", host)
		}
	}
	if *n != 0 {
		t.Errorf("%d requests came in", *n)
	}
}

func TestAddressesInsideAreNotDialled(t *testing.T) {
	t.Parallel()
	reach := func(c Client, ip string) bool { return c.mayReach("tcp", ip, nil) == nil }
	for _, ip := range []string{"127.0.0.1:80", "10.1.2.3:443", "172.16.0.1:80", "192.168.1.1:80", "169.254.169.254:80", "100.64.0.1:80", "0.0.0.0:80", "0.1.2.3:80",
		"192.0.0.170:80", "192.0.2.1:80", "198.18.0.1:80", "224.0.0.1:80", "240.0.0.1:80", "255.255.255.255:80",
		"[::1]:80", "[::]:80", "[fe80::1]:80", "[fe80::1%25eth0]:80", "[fc00::1]:80", "[fd00::1]:80", "[ff02::1]:80", "[::ffff:10.0.0.1]:80", "[::10.0.0.1]:80",
		"[64:ff9b::10.0.0.1]:80", "[64:ff9b:1::1]:80", "[2002:0a00:0001::1]:80", "[2001:db8::1]:80", "[2001::1]:80", "[fec0::1]:80", "not an address"} {
		if reach(Client{}, ip) {
			t.Errorf("%s would be dialled", ip)
		}
	}
	for _, ip := range []string{"93.184.216.34:443", "[2606:2800:220:1::1]:443"} {
		if !reach(Client{}, ip) {
			t.Errorf("%s is public and would not be dialled", ip)
		}
	}
	for ip, want := range map[string]bool{"192.168.1.1:80": true, "127.0.0.1:80": true, "169.254.169.254:80": false, "[fe80::1]:80": false} {
		if reach(Client{Private: true}, ip) != want {
			t.Errorf("on one's own computer: %s", ip)
		}
	}
}

func TestNothingFollowsToAnotherHostOrWithoutEnd(t *testing.T) {
	t.Parallel()
	other, n := serving(t, hello)
	away, _ := serving(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, strings.Replace(other.URL, "127.0.0.1", "localhost", 1), http.StatusFound)
	})
	round, _ := serving(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) })
	same, _ := serving(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/b" {
			hello(w, r)
			return
		}
		http.Redirect(w, r, "/b", http.StatusFound)
	})
	c := Client{Private: true}
	for _, s := range []*httptest.Server{away, round} {
		if _, err := c.Get(t.Context(), s.URL+"/"); afterword.KindOf(err) != afterword.Unavailable {
			t.Errorf("%v", err)
		}
	}
	if *n != 0 {
		t.Error("it was sent on to another host")
	}
	if b, err := c.Get(t.Context(), same.URL+"/a"); err != nil || string(b) != calendar {
		t.Errorf("%q, %v", b, err)
	}
}

func TestWhatIsTooMuchOrNoCalendarIsRefused(t *testing.T) {
	t.Parallel()
	big, _ := serving(t, func(w http.ResponseWriter, _ *http.Request) {
		for range 2 << 10 {
			if _, err := w.Write(make([]byte, 1<<10)); err != nil {
				return
			}
		}
	})
	gone, _ := serving(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	c := Client{Private: true}
	if _, err := c.Get(t.Context(), big.URL); afterword.KindOf(err) != afterword.InvalidInput {
		t.Errorf("2 MiB: %v", err)
	}
	if _, err := c.Get(t.Context(), gone.URL); afterword.KindOf(err) != afterword.Unavailable {
		t.Errorf("410: %v", err)
	}
	for _, bad := range []string{"", "file:///etc/passwd", "ftp://a.example/x", "javascript:alert(1)", "http://", "https:a.example", "a.example/x.ics", "http://%zz"} {
		if _, err := c.Get(t.Context(), bad); afterword.KindOf(err) != afterword.InvalidInput {
			t.Errorf("%q: %v", bad, err)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := c.Get(ended, big.URL+"/secret-token"); err == nil || strings.Contains(err.Error(), "secret-token") {
		t.Errorf("the address stands in the error: %v", err)
	}
}
