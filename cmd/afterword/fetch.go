package main

import (
	"context"
	"net"
	"net/netip"

	"afterword/calendar/fetch"
)

// fetch reads a calendar from elsewhere. The machine's own networks may be reached only where the
// program serves one person on their own computer.
func (p *program) fetch(ctx context.Context, address string) ([]byte, error) {
	return fetch.Client{Private: p.config.DatabaseURL == "" && loopback(p.config.Addr)}.Get(ctx, address)
}

// loopback says that an address to listen on is reached from this computer alone.
func loopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}
