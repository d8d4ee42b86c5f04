package main

import (
	"os"
	"os/exec"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"

	"afterword/calendar/ics"
)

// tryLock takes a lock on an open file that ends with the program. The error says that another has it.
func tryLock(f *os.File) error {
	return windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, &windows.Overlapped{})
}

// apart has nothing to do: Ctrl C reaches only the console's own.
func apart(*exec.Cmd) {}

// systemZone is the zone of Windows under its IANA name.
func systemZone() string {
	k, err := registry.OpenKey(registry.LOCAL_MACHINE, `SYSTEM\CurrentControlSet\Control\TimeZoneInformation`, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer k.Close() //nolint:errcheck // only read from
	name, _, err := k.GetStringValue("TimeZoneKeyName")
	if err != nil {
		return ""
	}
	iana, _ := ics.ZoneName(name)
	return iana
}
