package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// localZone is the machine's zone under its IANA name, which time.Local does not tell.
func localZone() *time.Location {
	tz, set := os.LookupEnv("TZ")
	if set && tz == "" {
		return time.UTC
	}
	for _, name := range []string{strings.TrimPrefix(tz, ":"), linkedZone("/etc/localtime"), writtenZone("/etc/timezone"), systemZone()} {
		if name = zoneOfPath(name); name == "" || name == "Local" {
			continue
		}
		if loc, err := time.LoadLocation(name); err == nil {
			return loc
		}
	}
	if name, off := time.Now().Zone(); name == "UTC" && off == 0 {
		return time.UTC
	}
	return time.Local
}

// zoneOfPath cuts a path to a zone file down to the zone's name.
func zoneOfPath(path string) string {
	path = filepath.ToSlash(path)
	if _, name, ok := strings.Cut(path, "/zoneinfo/"); ok {
		return strings.TrimPrefix(strings.TrimPrefix(name, "posix/"), "right/")
	}
	return path
}

// linkedZone is the zone file that a link points to.
func linkedZone(path string) string {
	to, err := filepath.EvalSymlinks(path)
	if err != nil || !strings.Contains(filepath.ToSlash(to), "/zoneinfo/") {
		return ""
	}
	return to
}

// writtenZone is the zone that a file names.
func writtenZone(path string) string {
	b, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(b))
}
