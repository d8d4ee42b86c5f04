// Command sbom lists what is in the built binaries: one CycloneDX document from what the compiler
// recorded in them. Read list; it refuses to list what is only in go.mod and not in the program, and a
// file that is not what its name says.
package main

import (
	"cmp"
	"debug/buildinfo"
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// component is a module in the form of CycloneDX 1.5.
type component struct {
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"version"`
	Purl    string `json:"purl,omitempty"`
	Hashes  []hash `json:"hashes,omitempty"`
}

// hash is the sum of go.sum: that of the list of the module's files with their own sums.
type hash struct {
	Alg     string `json:"alg"`
	Content string `json:"content"`
}

type document struct {
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Version    int         `json:"version"`
	Metadata   metadata    `json:"metadata"`
	Components []component `json:"components"`
}

type metadata struct {
	Component component `json:"component"`
}

func main() {
	version := flag.String("version", "unknown", "version of the program")
	flag.Parse()
	if err := list(*version, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "sbom:", err)
		os.Exit(1)
	}
}

func list(version string, files []string) error {
	seen := map[string]component{}
	for _, f := range files {
		info, err := buildinfo.ReadFile(f)
		if err != nil {
			return fmt.Errorf("read %s: %w", f, err)
		}
		if err := is(f, setting(info, "GOOS"), setting(info, "GOARCH")); err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
		if setting(info, "CGO_ENABLED") != "0" {
			return fmt.Errorf("%s was built with C and is not static", f)
		}
		seen["go"] = component{Type: "platform", Name: "go", Version: info.GoVersion}
		for _, m := range info.Deps {
			if m.Replace != nil {
				m = m.Replace
			}
			c := component{Type: "library", Name: m.Path, Version: m.Version, Purl: "pkg:golang/" + m.Path + "@" + m.Version}
			if sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(m.Sum, "h1:")); err == nil && len(sum) > 0 {
				c.Hashes = []hash{{"SHA-256", hex.EncodeToString(sum)}}
			}
			seen[m.Path] = c
		}
	}
	d := document{Format: "CycloneDX", Spec: "1.5", Version: 1, Metadata: metadata{component{Type: "application", Name: "afterword", Version: version}}}
	for _, c := range seen {
		d.Components = append(d.Components, c)
	}
	slices.SortFunc(d.Components, func(a, b component) int { return cmp.Compare(a.Name, b.Name) })
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent("", "  ")
	return enc.Encode(d)
}

func setting(info *buildinfo.BuildInfo, key string) string {
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}

// is says that a file is a program for the machine that its name ends in, by its own header.
func is(path, goos, goarch string) error {
	if name := strings.TrimSuffix(filepath.Base(path), ".exe"); !strings.HasSuffix(name, "-"+goos+"-"+goarch) {
		return fmt.Errorf("it was built for %s/%s", goos, goarch)
	}
	var machine string
	switch goos {
	case "linux":
		f, err := elf.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		machine = map[elf.Machine]string{elf.EM_X86_64: "amd64", elf.EM_AARCH64: "arm64"}[f.Machine]
		if f.Section(".interp") != nil {
			return fmt.Errorf("it asks for a loader and is not static")
		}
	case "darwin":
		f, err := macho.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		machine = map[macho.Cpu]string{macho.CpuAmd64: "amd64", macho.CpuArm64: "arm64"}[f.Cpu]
	case "windows":
		f, err := pe.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		machine = map[uint16]string{pe.IMAGE_FILE_MACHINE_AMD64: "amd64", pe.IMAGE_FILE_MACHINE_ARM64: "arm64"}[f.Machine]
	}
	if machine != goarch {
		return fmt.Errorf("its header is for %q, not for %s/%s", machine, goos, goarch)
	}
	return nil
}
