package service

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"afterword"
	"afterword/store"
)

// exportFormat names the form of an export; a program that knows no other refuses the rest in words.
const exportFormat = "afterword/1"

// exported is the whole of an account: one object, one array per noun, no time of export.
type exported struct {
	Format string `json:"format"`
	store.Dump
}

// Export writes everything as one JSON object.
func (s *Service) Export(ctx context.Context, a afterword.Actor, to io.Writer) error {
	e := exported{Format: exportFormat}
	err := s.db.Read(ctx, a.Account, func(tx *store.Tx) (err error) {
		e.Dump, err = tx.Dump()
		return err
	})
	if err != nil {
		return err
	}
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(e)
}

// importLimit bounds an export that is read back: ten thousand interviews are some 100 MB.
const importLimit = 512 << 20

// Import reads an export into a folder that is empty. Sending is held then: what the export holds as
// unsent may have gone from where it came from.
func (s *Service) Import(ctx context.Context, a afterword.Actor, from io.Reader) error {
	b, err := io.ReadAll(io.LimitReader(from, importLimit+1))
	if err != nil {
		return &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: "cannot be read", Err: err}
	}
	if len(b) > importLimit {
		return afterword.Invalid("file", "is larger than an export can be")
	}
	e, err := decodeExport(b)
	if err != nil {
		return err
	}
	return s.write(ctx, a, func(w *work) error {
		if err := w.Load(e.Dump); err != nil {
			return notWhole(err)
		}
		if err := w.SetMeta(store.Held, "yes"); err != nil {
			return err
		}
		if w.account, err = w.Tx.Account(); err != nil {
			return err
		}
		if l, ok := s.zone(w.account.Settings.Zone); ok {
			w.own = l
		}
		for _, app := range e.Applications {
			w.touched = append(w.touched, app.ID)
		}
		if err := w.refresh(); err != nil {
			return err
		}
		w.touched, w.all = nil, true // once more: an accepted offer among them matters to the others
		return nil
	})
}

// decodeExport reads an export, and refuses one that holds what this program does not know: it would
// be lost.
func decodeExport(b []byte) (e exported, err error) {
	b = bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")))
	if len(b) == 0 {
		return e, afterword.Invalid("file", "is empty")
	}
	var kind struct {
		Format string `json:"format"`
	}
	if err := json.Unmarshal(b, &kind); err != nil {
		return e, decodeError("file", b, err)
	}
	if kind.Format != exportFormat {
		return e, afterword.Invalid("format", "%q is not known", kind.Format).WithHint("this program reads %s, which `afterword export` writes", exportFormat)
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		if key, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
			return e, afterword.Invalid(strings.Trim(key, `"`), "is not known").WithHint("a newer afterword wrote this export: install that one, so that nothing is lost")
		}
		return e, decodeError("file", b, err)
	}
	return e, factsHaveTheirPlace(e)
}

// factsHaveTheirPlace says which fact of an export speaks of something that is not in it. The tables do
// not: the facts about people belong to no application.
func factsHaveTheirPlace(e exported) error {
	applications, rounds := map[afterword.ID]bool{"": true}, map[afterword.ID]bool{"": true}
	for _, a := range e.Applications {
		applications[a.ID] = true
	}
	for _, i := range e.Interviews {
		rounds[i.ID] = true
	}
	for n, f := range e.Facts {
		for _, at := range []struct {
			key   string
			id    afterword.ID
			there map[afterword.ID]bool
		}{{"application", f.Application, applications}, {"interview", f.Interview, rounds}} {
			if !at.there[at.id] {
				return afterword.Invalid(fmt.Sprintf("facts[%d].%s", n, at.key), "refers to something that is not in the file").
					WithHint("nothing was stored; take the export as it was written")
			}
		}
	}
	return nil
}

// notWhole says of what the store refused that the file is to blame.
func notWhole(err error) error {
	var known *afterword.Error
	if !errors.As(err, &known) || known.Err == nil {
		return err
	}
	switch known.Kind {
	case afterword.Conflict:
		return &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: "holds something twice", Hint: "nothing was stored; take the export as it was written", Err: err}
	case afterword.NotFound:
		return &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: "refers to something that is not in it", Hint: "nothing was stored; take the export as it was written", Err: err}
	}
	return err
}

// Backup writes a checked copy of the database to a file, while it is in use.
func (s *Service) Backup(ctx context.Context, path string) error { return s.db.Backup(ctx, path) }

// Held says that nothing is to be sent from this folder: it came from a copy, and what the copy holds as
// unsent may have gone meanwhile.
func (s *Service) Held(ctx context.Context, a afterword.Actor) (held bool, err error) {
	err = s.read(ctx, a, func(w *work) error {
		word, err := w.Meta(store.Held)
		held = word != ""
		return err
	})
	return held, err
}

// Release ends that, once the person has looked at what stands as unsent.
func (s *Service) Release(ctx context.Context, a afterword.Actor) error {
	return s.write(ctx, a, func(w *work) error { return w.SetMeta(store.Held, "") })
}
