package e2e

import (
	"bufio"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// BenchmarkColdStart measures from the start of the process to the first answer to a request: once
// with an empty folder, once with the folder of a run before, and what it holds in memory then.
func BenchmarkColdStart(b *testing.B) {
	bin := program(b)
	for _, kind := range []string{"new folder", "known folder"} {
		b.Run(kind, func(b *testing.B) {
			known := b.TempDir()
			if kind == "known folder" {
				startUp(b, bin, known)
			}
			var memory int
			for i := 0; b.Loop(); i++ {
				dir := known
				if kind == "new folder" {
					dir = filepath.Join(known, strconv.Itoa(i))
				}
				memory += startUp(b, bin, dir)
			}
			b.ReportMetric(float64(memory)/float64(b.N)/1024, "MiB-idle")
		})
	}
	if info, err := os.Stat(bin); err == nil {
		b.Logf("binary: %.1f MiB", float64(info.Size())/(1<<20))
	}
}

var addressLine = regexp.MustCompile(`(https?://[^/\s]+)\S*$`)

// startUp starts the program, waits for its first answer, and ends it. The answer is how much memory
// it holds, in KiB.
func startUp(b *testing.B, bin, dir string) int {
	b.Helper()
	cmd := exec.CommandContext(b.Context(), bin, "--data", dir, "serve", "--addr", "127.0.0.1:0")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		b.StopTimer() // how it ends is not how it starts
		defer b.StartTimer()
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	}()
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		if found := addressLine.FindStringSubmatch(lines.Text()); found != nil {
			client := http.Client{Timeout: 10 * time.Second}
			res, err := client.Get(found[1] + "/")
			if err != nil {
				b.Fatal(err)
			}
			_ = res.Body.Close()
			return residentKiB(b, cmd.Process.Pid)
		}
	}
	b.Fatal("the program ended without an address")
	return 0
}

var residentLine = regexp.MustCompile(`(?m)^VmRSS:\s+(\d+) kB`)

func residentKiB(b *testing.B, pid int) int {
	b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Skip("memory is only read on Linux")
	}
	found := residentLine.FindSubmatch(status)
	if found == nil {
		b.Fatal("no VmRSS")
	}
	n, _ := strconv.Atoi(string(found[1]))
	return n
}
