package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"afterword"
)

// fileLimit bounds every file that is read whole. A mail with its attachments fits.
const fileLimit = 32 << 20

// file reads a file whole; "-" is standard input.
func (s *session) file(name string) ([]byte, error) {
	in := s.In
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fileError(name, err)
		}
		defer f.Close() //nolint:errcheck // only read from
		in = f
	}
	b, err := io.ReadAll(io.LimitReader(in, fileLimit+1))
	if err != nil {
		return nil, fileError(name, err)
	}
	if len(b) > fileLimit {
		return nil, afterword.Invalid("file", "%q is larger than 32 MiB", name)
	}
	return b, nil
}

// save writes a file whole or not at all, readable by its owner alone.
func save(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".afterword-*")
	if err != nil {
		return fileError(name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fileError(name, err)
	}
	return nil
}
