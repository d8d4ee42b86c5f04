// Package cli is the command line: every verb of the program for a terminal and for scripts.
//
// Read grammar.go first: it lists the commands; each is a struct with its flags and a Run that
// decodes, calls one verb and prints. print.go turns an answer into one JSON value or into words,
// fault.go turns an error into an exit code. The four commands that only understand text (invite,
// when, read, check) share stream.go and open nothing.
//
// The package decides nothing, and it knows neither the database nor the web: what it needs of them
// main hands over as functions.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/alecthomas/kong"

	"afterword"
	"afterword/service"
)

// Options are what the command line needs from main.
type Options struct {
	In       io.Reader
	Out, Err io.Writer
	Version  string
	Global   any                       // options of the whole program, a pointer to a struct with kong's tags
	Resolver kong.Resolver             // fills options that were not given; nil for none
	Local    *time.Location            // the machine's zone
	Clock    func() (time.Time, error) // now, or what is wrong with the time that was given

	Open    func(context.Context) (*service.Service, io.Closer, error) // the folder's service
	Serve   func(ctx context.Context, browser bool) error              // until ctx ends
	Demo    func(ctx context.Context, browser bool) error
	Restore func(ctx context.Context, file string) error // puts a backup in the place of the folder's data
	Alive   func(context.Context) error                  // asks the pages on this computer whether they answer

	Fetch   func(ctx context.Context, address string) ([]byte, error) // a calendar from elsewhere, within bounds
	Address func(path string) string                                  // where serve answers, with a path
}

// session is one command while it runs.
type session struct {
	Options
	ctx     context.Context
	asJSON  bool
	close   io.Closer
	service *service.Service
	actor   afterword.Actor
}

// exit unwinds kong when it has printed the help.
type exit int

// Run runs one command and gives its exit code.
func Run(ctx context.Context, args []string, o Options) (code int) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case exit:
			code = int(e)
		default:
			panic(e)
		}
	}()
	var g grammar
	parser, err := newParser(&g, o)
	if err != nil {
		_, _ = fmt.Fprintln(o.Err, "afterword:", err)
		return exitFault
	}
	parsed, err := parser.Parse(joinDashes(args))
	if err != nil {
		return usage(o.Err, err)
	}
	s := &session{Options: o, ctx: ctx, asJSON: g.JSON}
	err = parsed.Run(s)
	if s.close != nil {
		err = errors.Join(err, s.close.Close())
	}
	return complain(o.Err, commandName(parsed), err)
}

func newParser(g *grammar, o Options) (*kong.Kong, error) {
	options := []kong.Option{
		kong.Name("afterword"),
		kong.Description("What a job candidate opens when an interview ends."),
		kong.Writers(o.Out, o.Err),
		kong.Exit(func(c int) { panic(exit(c)) }),
		kong.Vars{"version": o.Version},
		kong.ExplicitGroups(groups()),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true, WrapUpperBound: 96}),
		kong.Help(help),
	}
	if o.Global != nil {
		options = append(options, kong.Embed(o.Global))
	}
	if o.Resolver != nil {
		options = append(options, kong.Resolvers(o.Resolver))
	}
	return kong.New(g, options...)
}

// open gives the service of the folder, and the one whose folder it is.
func (s *session) open() (*service.Service, afterword.Actor, error) {
	if s.service != nil {
		return s.service, s.actor, nil
	}
	v, c, err := s.Open(s.ctx)
	if err != nil {
		return nil, afterword.Actor{}, err
	}
	s.service, s.close = v, c
	s.actor, err = v.Own(s.ctx, "cli")
	return v, s.actor, err
}
