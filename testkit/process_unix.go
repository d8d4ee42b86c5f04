//go:build unix

package testkit

import (
	"os/exec"
	"syscall"
)

// asUser runs a command as someone else.
func asUser(c *exec.Cmd, uid, gid int) *exec.Cmd {
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, Setpgid: true}
	return c
}

// ownGroup keeps a command from being ended together with the tests.
func ownGroup(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
