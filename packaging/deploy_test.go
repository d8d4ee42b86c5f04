package packaging_test

import (
	"bufio"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
)

func TestTheContainerIsNotRootHasOneVolumeAndIsLookedAfter(t *testing.T) {
	t.Parallel()
	last := lastStage(t)
	if from := last["FROM"]; !slices.Equal(from, []string{"scratch"}) {
		t.Errorf("the last stage is made from %q", from)
	}
	user := last["USER"]
	if len(user) != 1 || !regexp.MustCompile(`^[1-9]\d+:[1-9]\d+$`).MatchString(user[0]) {
		t.Errorf("it runs as %q: a number that is not root's is what a host can check", user)
	}
	if v := last["VOLUME"]; !slices.Equal(v, []string{`["/data"]`}) || !strings.Contains(strings.Join(last["ENV"], " "), "AFTERWORD_DATA=/data") {
		t.Errorf("the volumes are %q, the data are in %q", v, last["ENV"])
	}
	if !strings.Contains(strings.Join(last["COPY"], "\n"), "--chown="+user[0]+" /out/data /data") {
		t.Error("the volume does not belong to the one it runs as")
	}
	run(t, strings.Join(last["ENV"], " "), words(t, last["ENTRYPOINT"]), words(t, last["CMD"]), healthCheck(t, last))
}

// run starts what the container starts, in a folder and at a port of the test, and asks for its health
// as the container would, before and after.
func run(t *testing.T, env string, entry, command, health []string) {
	t.Helper()
	bin, dir, port := built(t), t.TempDir(), freePort(t)
	if entry[0] != "/afterword" || health[0] != "/afterword" {
		t.Fatal("it starts", entry, health)
	}
	env = strings.NewReplacer("/data", dir, "8484", port).Replace(env)
	with := append(append(os.Environ(), strings.Fields(env)...), "AFTERWORD_HOST=afterword.example.org")
	ask := func() ([]byte, error) {
		c := exec.Command(bin, health[1:]...)
		c.Env = with
		return c.CombinedOutput()
	}
	if out, err := ask(); err == nil || !strings.Contains(string(out), "nothing of ours answers") {
		t.Errorf("it is healthy before it runs: %s", out)
	}
	server := exec.Command(bin, append(entry[1:], command...)...)
	server.Env = with
	said, err := server.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = server.Process.Signal(syscall.SIGTERM)
		if err := server.Wait(); err != nil {
			t.Errorf("told to stop it ended with %v", err)
		}
	}()
	line, _ := bufio.NewReader(said).ReadString('\n')
	if !strings.Contains(line, "https://afterword.example.org/open/") {
		t.Errorf("its first line is %q", line)
	}
	if out, err := ask(); err != nil {
		t.Errorf("it is not healthy: %s", out)
	}
}

func TestTheComposeFileFitsTheContainerAndTheProxy(t *testing.T) {
	t.Parallel()
	var c struct {
		Services map[string]struct {
			Build       struct{ Context, Dockerfile string }
			Environment map[string]string
			Volumes     []string
			Ports       []string
			ReadOnly    bool     `yaml:"read_only"`
			CapDrop     []string `yaml:"cap_drop"`
			SecurityOpt []string `yaml:"security_opt"`
			MemLimit    string   `yaml:"mem_limit"`
			Restart     string
			Image       string
			DependsOn   []string `yaml:"depends_on"`
		}
		Volumes map[string]any
	}
	if err := yaml.UnmarshalWithOptions([]byte(read(t, "compose.yaml")), &c, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	ours, proxy := c.Services["afterword"], c.Services["caddy"]
	if _, err := os.Stat(filepath.Join(ours.Build.Context, ours.Build.Dockerfile)); err != nil {
		t.Error(err)
	}
	if !ours.ReadOnly || !slices.Equal(ours.CapDrop, []string{"ALL"}) || !slices.Contains(ours.SecurityOpt, "no-new-privileges:true") || ours.MemLimit != "256m" {
		t.Errorf("the container may more than it needs: %+v", ours)
	}
	if len(ours.Ports) > 0 {
		t.Error("the container is reached beside the proxy", ours.Ports)
	}
	if _, named := c.Volumes["data"]; !named || !slices.Equal(ours.Volumes, []string{"data:/data"}) {
		t.Error("what is written is not in the one volume", ours.Volumes)
	}
	caddy := read(t, "Caddyfile")
	if host := ours.Environment["AFTERWORD_HOST"]; host == "" || !strings.HasPrefix(caddy, host+" {") || !strings.Contains(caddy, "reverse_proxy afterword:8484") {
		t.Errorf("the proxy does not lead to %q: %s", host, caddy)
	}
	if !slices.Contains(proxy.Ports, "443:443") || !slices.Contains(proxy.Volumes, "./Caddyfile:/etc/caddy/Caddyfile:ro") {
		t.Errorf("the proxy: %+v", proxy)
	}
}

func TestTheUnitStartsWhatThereIsAndMayLittle(t *testing.T) {
	t.Parallel()
	unit := read(t, "afterword.service")
	for _, want := range []string{"DynamicUser=yes", "StateDirectory=afterword", "MemoryMax=256M", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "CapabilityBoundingSet=\n"} {
		if !strings.Contains(unit, want) {
			t.Errorf("the unit lacks %q", want)
		}
	}
	m := regexp.MustCompile(`(?m)^ExecStart=/usr/local/bin/afterword (.*)$`).FindStringSubmatch(unit)
	if m == nil || !strings.Contains(m[1], "--data /var/lib/afterword") {
		t.Fatal("it starts", m)
	}
	port, bin := freePort(t), built(t)
	args := strings.Fields(strings.NewReplacer("/var/lib/afterword", t.TempDir(), "8484", port).Replace(m[1]))
	server := exec.Command(bin, args...)
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = server.Process.Signal(syscall.SIGTERM); _ = server.Wait() }()
	for tries := 0; ; tries++ {
		out, err := exec.Command(bin, "doctor", "--alive", "--addr", "127.0.0.1:"+port).CombinedOutput()
		if err == nil {
			break
		}
		if tries > 100 {
			t.Fatalf("it does not answer: %s", out)
		}
		time.Sleep(50 * time.Millisecond)
	}
	verify, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Log("systemd-analyze is not here: the unit was not verified with it")
		return
	}
	// The program stands elsewhere in a test; nothing else of the unit is changed.
	at := filepath.Join(t.TempDir(), "afterword.service")
	if err := os.WriteFile(at, []byte(strings.ReplaceAll(unit, "/usr/local/bin/afterword", bin)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(verify, "verify", at).CombinedOutput(); err != nil || strings.Contains(string(out), "afterword.service") {
		t.Errorf("systemd-analyze verify: %v %s", err, out)
	}
}

// lastStage are the instructions of the last stage of the Dockerfile, by name.
func lastStage(t *testing.T) map[string][]string {
	t.Helper()
	stage := map[string][]string{}
	text := strings.ReplaceAll(read(t, "Dockerfile"), "\\\n", " ")
	for line := range strings.Lines(text) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case name == "" || name[0] == '#':
			continue
		case name == "FROM":
			clear(stage)
		}
		stage[name] = append(stage[name], strings.TrimSpace(rest))
	}
	return stage
}

// words are those of an instruction in its form for no shell: ["a", "b"].
func words(t *testing.T, instruction []string) (list []string) {
	t.Helper()
	if len(instruction) != 1 {
		t.Fatalf("there are %d: %q", len(instruction), instruction)
	}
	if err := yaml.Unmarshal([]byte(instruction[0]), &list); err != nil || len(list) == 0 {
		t.Fatalf("%q needs a shell, and there is none: %v", instruction, err)
	}
	return list
}

func healthCheck(t *testing.T, stage map[string][]string) []string {
	t.Helper()
	_, command, ok := strings.Cut(strings.Join(stage["HEALTHCHECK"], " "), "CMD ")
	if !ok {
		t.Fatal("there is no health check")
	}
	return words(t, []string{command})
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// built is the program, built for a test.
func built(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "afterword")
	if out, err := exec.Command("go", "build", "-o", bin, "../cmd/afterword").CombinedOutput(); err != nil {
		t.Fatalf("the program does not build: %s", out)
	}
	return bin
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}
