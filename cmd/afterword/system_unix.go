//go:build !windows

package main

import (
	"os"
	"os/exec"
	"syscall"
)

// tryLock takes a lock on an open file that ends with the program. The error says that another has it.
func tryLock(f *os.File) error {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}

// apart lets a program live on when Ctrl C ends this one.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// systemZone is what only Windows is asked for.
func systemZone() string { return "" }
