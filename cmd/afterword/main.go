// Command afterword is what a job candidate opens when an interview ends.
//
// This package wires the others, starts and stops; it decides nothing. Read main.go first: program
// holds what the wiring shares. serve.go runs the pages, folder.go opens the data and keeps two
// servers out of one folder.
package main

import (
	"context"
	"os"
	"runtime/debug"
	"time"
	_ "time/tzdata" // zones work on a computer that has none

	"afterword"
	"afterword/cli"
	"afterword/config"
)

func main() { os.Exit(run()) }

func run() int {
	p := &program{local: localZone()}
	return cli.Run(context.Background(), os.Args[1:], cli.Options{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Version: version(), Global: &p.config, Resolver: config.Secrets(), Local: p.local,
		Clock: func() (time.Time, error) {
			now, _, err := p.clock()
			if err != nil {
				return time.Time{}, err
			}
			return now(), nil
		},
		Open: p.open, Serve: p.serve, Demo: p.demo, Restore: p.restore, Alive: p.alive,
		Fetch: p.fetch, Address: func(path string) string { return "http://" + p.config.Addr + path },
	})
}

// program is what the wiring shares. Its config is filled in when the command line was read.
type program struct {
	config config.Config
	local  *time.Location
}

// clock is the time that was asked for, else the machine's.
func (p *program) clock() (now func() time.Time, pretended bool, err error) {
	now, pretended, err = p.config.Clock()
	if err != nil {
		err = afterword.Invalid("--now", "%s", err).WithHint("write it like 2026-11-20T15:30:00Z")
	}
	return now, pretended, err
}

// released is set by the linker when a release is built.
var released = ""

// version is that of the release, else of the module, else the commit it was built from.
func version() string {
	if released != "" {
		return "afterword " + released
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "afterword"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (v == "" || v == "(devel)") {
			v = s.Value[:min(12, len(s.Value))]
		}
	}
	return "afterword " + v
}
