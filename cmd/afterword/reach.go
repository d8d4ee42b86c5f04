package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"slices"
	"time"

	"afterword"
	"afterword/service"
)

// reach is where the pages answer.
type reach struct {
	base   string   // how a browser reaches them: http://127.0.0.1:8484
	hosts  []string // the names besides the loopback ones under which they may be asked for
	secure bool     // a proxy brings HTTPS
}

// reach works out where the pages answer once they listen.
func (p *program) reach(a net.Addr) reach {
	if h := p.config.Host; h != "" {
		return reach{base: "https://" + h, hosts: []string{h}, secure: true}
	}
	t, ok := a.(*net.TCPAddr)
	if !ok || t.IP.IsLoopback() {
		return reach{base: "http://" + a.String()}
	}
	hosts := []string{t.IP.String()}
	if t.IP.IsUnspecified() {
		hosts = ownAddresses()
	}
	if len(hosts) == 0 {
		hosts = []string{"127.0.0.1"}
	}
	return reach{base: "http://" + net.JoinHostPort(hosts[0], fmt.Sprint(t.Port)), hosts: hosts}
}

// asked refuses to listen where others could come unless that was asked for: behind HTTPS under a
// name, or in plain on the own network after a clear word.
func (p *program) asked() error {
	host, _, err := net.SplitHostPort(p.config.Addr)
	if err != nil {
		return afterword.Invalid("addr", "%q is not an address", p.config.Addr).WithHint("write it like 127.0.0.1:8484")
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() || p.config.Host != "" || p.config.Plain {
		return nil
	}
	return afterword.Invalid("addr", "%q can be reached by others", p.config.Addr).
		WithHint("with HTTPS by a proxy add --host NAME; in plain, where whoever shares your network could read along, add --plain")
}

// alive asks the pages of this computer whether they answer.
func (p *program) alive(ctx context.Context) error {
	if _, _, err := net.SplitHostPort(p.config.Addr); err != nil {
		return p.asked()
	}
	return answers(ctx, local(p.config.Addr))
}

// local is an address as this computer itself reaches it.
func local(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if ip := net.ParseIP(host); err == nil && (host == "" || ip != nil && ip.IsUnspecified()) {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return addr
}

// answers asks the pages at an address whether they run.
func answers(ctx context.Context, addr string) error {
	ctx, stop := context.WithTimeout(ctx, 2*time.Second)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+addr+"/health", nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(r)
	if err == nil {
		err = answer.Body.Close()
	}
	if err != nil || answer.StatusCode != http.StatusOK {
		return &afterword.Error{Kind: afterword.Unavailable, Field: "addr", Msg: fmt.Sprintf("nothing of ours answers at %q", addr),
			Hint: "start it with `afterword serve`, or say with --addr where it is", Err: err}
	}
	return nil
}

// ownAddresses are those of this computer in its own networks, IPv4 first: they are what people type.
func ownAddresses() []string {
	all, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	var out []string
	for _, a := range all {
		n, ok := a.(*net.IPNet)
		if !ok || n.IP.IsLoopback() || n.IP.IsLinkLocalUnicast() {
			continue
		}
		out = append(out, n.IP.String())
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(a) - len(b) })
	return out
}

// refreshEvery is how often what has come due is worked into the lists.
const refreshEvery = time.Minute

// keepFresh works what has come due into the lists, so that pages need not. A round that does not
// succeed is made up for by the next one; pages compute what is stale themselves.
func keepFresh(ctx context.Context, v *service.Service, a afterword.Actor) {
	tick := time.NewTicker(refreshEvery)
	defer tick.Stop()
	for {
		_ = v.Refresh(ctx, a)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
