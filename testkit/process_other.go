//go:build !unix

package testkit

import "os/exec"

func asUser(c *exec.Cmd, uid, gid int) *exec.Cmd { return c }

func ownGroup(c *exec.Cmd) {}
