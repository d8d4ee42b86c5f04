package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"afterword"
	"afterword/cli"
	"afterword/example"
	"afterword/service"
	"afterword/store"
	"afterword/web"
)

// patience is how long requests that run may take to end when the program stops.
const patience = 5 * time.Second

// serve runs the pages until ctx ends. One server a folder; other commands may run beside it.
func (p *program) serve(ctx context.Context, browser bool) (err error) {
	dir, err := p.folder()
	if err != nil {
		return err
	}
	held, err := lock(dir)
	if afterword.KindOf(err) == afterword.Conflict && browser {
		if addr := runningAt(dir); addr != "" && answers(ctx, addr) == nil {
			return p.openRunning(ctx, addr)
		}
	}
	if err != nil {
		return err
	}
	note := filepath.Join(dir, addrName)
	defer func() { err = errors.Join(err, gone(note), held.Close()) }()
	if err := gone(note); err != nil { // of one that ended without a word
		return err
	}
	db, now, pretended, err := p.database(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return p.listen(ctx, db, p.service(db, now, pretended), browser, "Afterword is at", note)
}

// openRunning opens the pages of the program that serves the folder already: who clicks twice wants to
// see them, not that they are there.
func (p *program) openRunning(ctx context.Context, addr string) (err error) {
	v, db, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	a, err := v.Own(ctx, "web")
	if err != nil {
		return err
	}
	token, err := v.NewLink(ctx, a)
	if err != nil {
		return err
	}
	address := "http://" + addr + "/open/" + token
	_, _ = fmt.Fprintln(os.Stderr, "Afterword runs already, at", address)
	openBrowser(address)
	return nil
}

// demo is serve with a made-up search in a folder that goes when it ends.
func (p *program) demo(ctx context.Context, browser bool) (err error) {
	dir, err := os.MkdirTemp("", "afterword-demo-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	p.config.Data, p.config.DatabaseURL = dir, ""
	db, now, _, err := p.database(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	v := p.service(db, now, true) // made up, so it is never used to send
	if err := p.fill(ctx, db, now(), true); err != nil {
		return err
	}
	return p.listen(ctx, db, v, browser, "The made-up search is at", filepath.Join(dir, addrName))
}

// fill writes the made-up search: each verb at its own moment.
func (p *program) fill(ctx context.Context, db *store.DB, now time.Time, pretended bool) error {
	search := example.Search{Now: now.In(p.local), At: func(t time.Time) *service.Service {
		return p.service(db, func() time.Time { return t }, pretended)
	}}
	_, err := search.Fill(ctx)
	return err
}

func (p *program) listen(ctx context.Context, db *store.DB, v *service.Service, browser bool, words, note string) error {
	if err := p.asked(); err != nil {
		return err
	}
	ln, err := net.Listen("tcp", p.config.Addr)
	if err != nil {
		return &afterword.Error{Kind: afterword.Unavailable, Field: "addr", Msg: fmt.Sprintf("%q cannot be listened on", p.config.Addr),
			Hint: "something may be there already: say another one, like --addr 127.0.0.1:8485", Err: err}
	}
	a, err := v.Own(ctx, "web")
	if err != nil {
		return errors.Join(err, ln.Close())
	}
	token, err := v.NewLink(ctx, a)
	if err != nil {
		return errors.Join(err, ln.Close())
	}
	_ = os.WriteFile(note, []byte(local(ln.Addr().String())), 0o600) // without it a second start says that this one is there
	at := p.reach(ln.Addr())
	address := at.base + "/open/" + token
	_, _ = fmt.Fprintln(os.Stderr, words, address)
	if browser {
		openBrowser(address)
	}
	server := &http.Server{
		Handler: web.New(web.Options{
			Service: v, Local: p.local, Hosts: at.hosts, Secure: at.secure, Base: at.base,
			Invitations: cli.Invitations, Calendar: cli.WriteCalendar,
			Outside: web.Outside{WholeDays: cli.WholeDays, Fetch: p.fetch, ReadContacts: cli.ReadContacts, WriteContacts: cli.WriteContacts, Reply: cli.Reply},
			Example: func(ctx context.Context, _ afterword.Actor) error { return p.fill(ctx, db, v.Now(), false) },
		}),
		ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 64 << 10,
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go keepFresh(ctx, v, a)
	return until(ctx, server, ln)
}

// until serves until the program is told to stop, and lets what runs come to its end.
func until(ctx context.Context, server *http.Server, ln net.Listener) error {
	ctx, free := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer free()
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ln) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	err := server.Shutdown(stop)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	return err
}

// openBrowser asks the desktop to open an address. Where there is none, the line on standard error
// is enough.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	cmd := exec.Command(name, args...)
	apart(cmd)
	if err := cmd.Start(); err != nil {
		return
	}
	go func() { _ = cmd.Wait() }()
}
