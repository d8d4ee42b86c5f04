package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed static
var static embed.FS

// assets are the static files under names that change with what they hold, so that a browser may
// keep them for ever.
type assets struct {
	address map[string]string // "app.css" is at "/assets/app.1f2e3d4c5b.css"
	file    map[string][]byte // by the last part of the address
}

func packed() assets {
	a := assets{address: map[string]string{}, file: map[string][]byte{}}
	entries, err := fs.ReadDir(static, "static")
	if err != nil {
		panic("web: the static files are not in the program: " + err.Error())
	}
	for _, e := range entries {
		b, err := static.ReadFile("static/" + e.Name())
		if err != nil {
			panic("web: " + err.Error())
		}
		sum := sha256.Sum256(b)
		ext := path.Ext(e.Name())
		name := strings.TrimSuffix(e.Name(), ext) + "." + hex.EncodeToString(sum[:5]) + ext
		a.address[e.Name()] = "/assets/" + name
		a.file[name] = b
	}
	return a
}

var mediaTypes = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json",
}

func (s *site) asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	b, ok := s.assets.file[name]
	if !ok {
		s.stop(w, r, http.StatusNotFound, "There is nothing here", "The page may have changed. Reload it.")
		return
	}
	w.Header().Set("Content-Type", mediaTypes[path.Ext(name)])
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
}
