package config

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/alecthomas/kong"
)

func TestTheDataFolderIsThePlatformsOwn(t *testing.T) {
	t.Parallel()
	cases := []struct {
		goos string
		env  map[string]string
		want string
	}{
		{"linux", map[string]string{"HOME": "/home/sam"}, "/home/sam/.local/share/afterword"},
		{"linux", map[string]string{"HOME": "/home/sam", "XDG_DATA_HOME": "/data"}, "/data/afterword"},
		{"linux", map[string]string{"HOME": "/home/sam", "XDG_DATA_HOME": "data"}, "/home/sam/.local/share/afterword"},
		{"darwin", map[string]string{"HOME": "/Users/sam"}, "/Users/sam/Library/Application Support/afterword"},
		{"windows", map[string]string{"LocalAppData": "/local"}, "/local/afterword"},
	}
	for _, c := range cases {
		got, err := dataDir(c.goos, func(k string) string { return c.env[k] })
		if err != nil || filepath.ToSlash(got) != c.want {
			t.Errorf("%s %v: got %q, %v, want %q", c.goos, c.env, got, err, c.want)
		}
	}
	if _, err := dataDir("linux", func(string) string { return "" }); err == nil {
		t.Error("a computer that names no folder is no error")
	}
}

func TestNowIsATimeOrAnError(t *testing.T) {
	t.Parallel()
	now, pretended, err := Config{Now: "2026-11-20T15:30:00Z"}.Clock()
	if err != nil || !pretended || now().Hour() != 15 {
		t.Errorf("got %v, %v", pretended, err)
	}
	if _, _, err := (Config{Now: "soon"}).Clock(); err == nil {
		t.Error("\"soon\" was taken for a time")
	}
	if _, pretended, _ := (Config{}).Clock(); pretended {
		t.Error("the real clock counts as pretended")
	}
}

func TestOptionsComeFromTheEnvironmentAndSecretsFromAFile(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "url")
	if err := os.WriteFile(secret, []byte("postgres://db\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("AFTERWORD_DATA", "/somewhere")
	t.Setenv("AFTERWORD_DATABASE_URL_FILE", secret)
	var c Config
	p, err := kong.New(&c, kong.Resolvers(Secrets()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Parse([]string{"--addr", "127.0.0.1:1"}); err != nil {
		t.Fatal(err)
	}
	want := Config{Data: "/somewhere", Addr: "127.0.0.1:1", DatabaseURL: "postgres://db"}
	if c != want {
		t.Errorf("got %+v, want %+v", c, want)
	}
}
