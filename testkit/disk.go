package testkit

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// Disk is a small disk of the test's own, which can become full.
type Disk struct {
	t    testing.TB
	Path string
}

// SmallDisk mounts one. Only root may; elsewhere the test says so and is skipped.
func SmallDisk(t testing.TB) *Disk {
	t.Helper()
	d := &Disk{t, t.TempDir()}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64m", "afterword-test", d.Path).CombinedOutput(); err != nil {
		t.Skipf("skipped: a small disk to fill cannot be mounted here, which takes root: %v %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "--lazy", d.Path).CombinedOutput(); err != nil {
			t.Errorf("umount: %v %s", err, out)
		}
	})
	return d
}

// Left makes the disk so small that this many bytes can still be written; a negative number is plenty.
func (d *Disk) Left(bytes int) {
	d.t.Helper()
	size := "64m"
	if bytes >= 0 {
		out, err := exec.Command("stat", "-f", "-c", "%b %f %S", d.Path).Output()
		var blocks, free, block int
		if err == nil {
			_, err = fmt.Sscan(string(out), &blocks, &free, &block)
		}
		if err != nil {
			d.t.Fatal(err)
		}
		size = fmt.Sprint(max((blocks-free)*block+bytes, os.Getpagesize()))
	}
	d.remount("size=" + size)
}

// ReadOnly says whether the disk takes anything at all.
func (d *Disk) ReadOnly(yes bool) {
	d.t.Helper()
	d.remount(map[bool]string{true: "ro", false: "rw"}[yes])
}

func (d *Disk) remount(how string) {
	d.t.Helper()
	if out, err := exec.Command("mount", "-o", "remount,"+how, d.Path).CombinedOutput(); err != nil {
		d.t.Fatalf("remount: %v %s", err, out)
	}
}
