// Package config is what can be set from outside: one struct, read once, when the program starts.
//
// Read Config first: a field with its tags is the only place where an option is declared; the flag,
// the variable in the environment and the help are made from them. A secret may also come from a
// file, whose name stands in the variable with _FILE at its end.
//
// It knows no other package of ours and only cmd/afterword imports it, so that nothing else can ask
// the environment behind its caller's back.
package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

// Config is every option that belongs to the program and not to one command.
type Config struct {
	Data        string `help:"Folder that holds everything." placeholder:"DIR" env:"AFTERWORD_DATA" group:"Anywhere"`
	Now         string `help:"Act as if it were that time, like 2026-11-20T15:30:00Z." placeholder:"TIME" env:"AFTERWORD_NOW" group:"Anywhere"`
	Addr        string `help:"Where serve and demo listen." default:"127.0.0.1:8484" env:"AFTERWORD_ADDR" group:"Anywhere"`
	Host        string `help:"The name under which it is reached through a proxy that brings HTTPS, like afterword.example.org." placeholder:"NAME" env:"AFTERWORD_HOST" group:"Anywhere"`
	Plain       bool   `help:"Answer on the own network without HTTPS: whoever shares it could read along." env:"AFTERWORD_PLAIN" group:"Anywhere"`
	DatabaseURL string `name:"database-url" help:"A PostgreSQL to keep it in, instead of a file in the folder." placeholder:"URL" env:"AFTERWORD_DATABASE_URL" secret:"" group:"Anywhere"`
}

// Dir is the folder that holds everything: the one that was asked for, else the platform's.
func (c Config) Dir() (string, error) {
	if c.Data != "" {
		return filepath.Abs(c.Data)
	}
	return dataDir(runtime.GOOS, os.Getenv)
}

// dataDir is where a program keeps a person's data on this platform.
func dataDir(goos string, env func(string) string) (string, error) {
	switch {
	case goos == "windows" && env("LocalAppData") != "":
		return filepath.Join(env("LocalAppData"), "afterword"), nil
	case goos == "darwin" && env("HOME") != "":
		return filepath.Join(env("HOME"), "Library", "Application Support", "afterword"), nil
	case goos != "windows" && filepath.IsAbs(env("XDG_DATA_HOME")): // the XDG rules say to ignore a relative one
		return filepath.Join(env("XDG_DATA_HOME"), "afterword"), nil
	case goos != "windows" && goos != "darwin" && env("HOME") != "":
		return filepath.Join(env("HOME"), ".local", "share", "afterword"), nil
	}
	return "", errors.New("this computer names no folder for data: say one with --data DIR")
}

// Clock is what tells the time; pretended says that it was told with Now and stands still.
func (c Config) Clock() (now func() time.Time, pretended bool, err error) {
	if c.Now == "" {
		return time.Now, false, nil
	}
	t, err := time.Parse(time.RFC3339, strings.ToUpper(strings.TrimSpace(c.Now)))
	if err != nil {
		return nil, false, fmt.Errorf("%q is not a time", c.Now)
	}
	return func() time.Time { return t }, true, nil
}

// Secrets reads the options marked as secret from the file that NAME_FILE names.
func Secrets() kong.Resolver {
	return kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, f *kong.Flag) (any, error) {
		if !f.Tag.Has("secret") {
			return nil, nil
		}
		for _, name := range f.Envs {
			path := os.Getenv(name + "_FILE")
			if path == "" || os.Getenv(name) != "" {
				continue
			}
			b, err := os.ReadFile(path)
			if err != nil {
				return nil, fmt.Errorf("%s_FILE: %w", name, err)
			}
			return strings.TrimSpace(string(b)), nil
		}
		return nil, nil
	})
}
