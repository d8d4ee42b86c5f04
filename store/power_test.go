package store_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

// What the process that is recorded is told.
const (
	poweredFile = "AFTERWORD_POWERED_FILE"
	poweredSync = "AFTERWORD_POWERED_SYNC"
)

// TestWhatWasAcknowledgedSurvivesALossOfPower records what the store asks of the disk while it makes
// its tables, stores facts, closes, opens and makes a copy. Then it cuts the power at points all over
// that record: what was synced is there, of the rest each sector of 512 bytes is there or not, and so
// are names that no sync of the folder made last. Each such disk opens, is sound and holds what was
// acknowledged. With less asked of the disk it must not: those runs prove that the cuts cut.
func TestWhatWasAcknowledgedSurvivesALossOfPower(t *testing.T) {
	if path := os.Getenv(poweredFile); path != "" {
		writeWhileRecorded(path, os.Getenv(poweredSync))
		return
	}
	t.Parallel()
	traceable(t)
	whole := recorded(t, "")
	cuts := share(2000, 120)
	if lost := cutPower(t, whole, cuts, false); len(lost) > 0 {
		t.Errorf("%d of %d disks lost something: %s", len(lost), cuts, lost[0])
	}
	for _, weak := range []string{"NORMAL", "OFF"} {
		if lost := cutPower(t, recorded(t, weak), 40, false); len(lost) == 0 {
			t.Errorf("synchronous=%s loses nothing here: the cuts cut nothing", weak)
		}
	}
	if lost := cutPower(t, whole, 40, true); len(lost) == 0 {
		t.Error("nothing is lost without a sync of the folder: the cuts lose no name")
	}
}

// traceable skips where no program may be looked at.
func traceable(t *testing.T) {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("skipped: strace runs on Linux alone")
	}
	if _, err := exec.LookPath("strace"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("strace is missing: apt-get install strace")
		}
		t.Skip("skipped: strace is not installed here")
	}
	if out, err := exec.Command("strace", "-f", "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("skipped: this machine does not let strace look at a program: %s", out)
	}
}

// writeWhileRecorded stores facts and makes copies, and says of each that it is done.
func writeWhileRecorded(path, synchronous string) {
	ctx := context.Background()
	check := func(err error) {
		if err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
	}
	for round := range 3 {
		db, err := store.Open(ctx, store.Options{Path: path})
		check(err)
		if synchronous != "" {
			store.Weaken(db, synchronous)
		}
		check(db.Write(ctx, testkit.Me, func(tx *store.Tx) error {
			if _, err := tx.Account(); err != nil {
				return tx.SaveAccount(&afterword.Account{ID: testkit.Me})
			}
			return nil
		}))
		for range 6 {
			id := afterword.NewID()
			check(db.Write(ctx, testkit.Me, func(tx *store.Tx) error {
				return tx.AddFact(&afterword.Fact{ID: id, Kind: afterword.Wrote, Detail: afterword.Detail{What: strings.Repeat("word ", 300)}})
			}))
			fmt.Println("stored", id)
		}
		copied := filepath.Join(filepath.Dir(path), fmt.Sprintf("copy%d.db", round))
		check(db.Backup(ctx, copied))
		fmt.Println("copied", filepath.Base(copied))
		check(db.Close())
	}
}

// event is one thing that was asked of the disk, or said to the person.
type event struct {
	call, name, to string // names within the folder
	data           []byte
	at             int64
}

var (
	reCall  = regexp.MustCompile(`^\d+ +(\w+)\(`)
	reBegun = regexp.MustCompile(`^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$`)
	reEnded = regexp.MustCompile(`^(\d+) +<\.\.\. \w+ resumed>(.*)`)
	reFD    = regexp.MustCompile(`^(\d+)<([^>]*)>`)
)

// recorded runs the writing once and gives what it asked of the disk, in the order of the answers.
func recorded(t *testing.T, synchronous string) (events []event) {
	t.Helper()
	dir := t.TempDir()
	log := filepath.Join(t.TempDir(), "log")
	folder := filepath.Join(dir, "data")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("strace", "-f", "-qq", "-y", "-xx", "-s", "1000000", "-e", "signal=none", "-o", log,
		"-e", "trace=?open,openat,pwrite64,write,fsync,fdatasync,ftruncate,rename,renameat,unlink,unlinkat",
		os.Args[0], "-test.run=^TestWhatWasAcknowledgedSurvivesALossOfPower$")
	c.Env = append(os.Environ(), poweredFile+"="+filepath.Join(folder, "afterword.db"), poweredSync+"="+synchronous)
	if out, err := c.CombinedOutput(); err != nil || bytes.Contains(out, []byte("error")) {
		t.Fatalf("%v %s", err, out)
	}
	raw, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	begun := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasSuffix(line, "<unfinished ...>") {
			m := reBegun.FindStringSubmatch(line)
			begun[m[1]] = m[1] + " " + m[2] + "(" + m[3]
			continue
		}
		if m := reEnded.FindStringSubmatch(line[:min(len(line), 200)]); m != nil {
			line = begun[m[1]] + line[len(m[0])-len(m[2]):]
		}
		m, end := reCall.FindStringSubmatch(line), strings.LastIndex(line, ")")
		if m == nil || end < len(m[0]) {
			continue
		}
		if answer := strings.TrimLeft(line[end+1:], " ="); !strings.HasPrefix(answer, "-") {
			if e, ok := eventOf(m[1], line[len(m[0]):end], folder); ok {
				events = append(events, e)
			}
		}
	}
	return events
}

// eventOf reads one line of the record; ok says that it is about the folder or is said to the person.
func eventOf(call, args, folder string) (e event, ok bool) {
	var quoted []string
	for i, part := range strings.Split(args, `"`) {
		if i%2 == 1 { // within quotes, where there is nothing but \x and two digits
			quoted = append(quoted, unescaped(part))
		}
	}
	e.call = call
	last := func() int64 {
		n, _ := strconv.ParseInt(args[strings.LastIndex(args, " ")+1:], 0, 64)
		return n
	}
	fd, path := "", ""
	if m := reFD.FindStringSubmatch(args); m != nil {
		fd, path = m[1], unescaped(m[2])
	}
	switch call {
	case "write":
		if fd == "1" && len(quoted) == 1 {
			e.name = quoted[0]
			return e, true
		}
		return e, false
	case "open", "openat":
		path, ok = quoted[0], strings.Contains(args, "O_CREAT")
	case "rename", "renameat":
		path, e.to, ok = quoted[0], filepath.Base(quoted[1]), true
	case "unlink", "unlinkat":
		path, ok = quoted[0], true
	case "pwrite64":
		e.data, e.at, ok = []byte(quoted[0]), last(), true
	case "ftruncate":
		e.at, ok = last(), true
	case "fsync", "fdatasync":
		ok = true
		if path == folder {
			e.call = "folder"
			return e, true
		}
	}
	e.name = filepath.Base(path)
	return e, ok && filepath.Dir(path) == folder && !strings.HasSuffix(e.name, "-shm")
}

// unescaped is a path as strace writes it with -xx.
func unescaped(s string) string {
	if !strings.HasPrefix(s, `\x`) {
		return s
	}
	b, _ := hex.DecodeString(strings.ReplaceAll(s, `\x`, ""))
	return string(b)
}

// disk is a folder on a disk that forgets what was not synced.
type disk struct {
	names, lasting map[string]*inode
	renamed        []map[string]*inode // the names after each change that no sync of the folder made last
}

// inode is a file: what lasts of it, and what was asked since.
type inode struct {
	lasting []byte
	since   []event
}

func (n *inode) apply(b []byte, e event) []byte {
	if e.call == "ftruncate" {
		if int64(len(b)) > e.at {
			return b[:e.at]
		}
		return append(b, make([]byte, e.at-int64(len(b)))...)
	}
	if end := e.at + int64(len(e.data)); end > int64(len(b)) {
		b = append(b, make([]byte, end-int64(len(b)))...)
	}
	copy(b[e.at:], e.data)
	return b
}

func (d *disk) do(e event) {
	n := d.names[e.name]
	switch e.call {
	case "open", "openat":
		if n == nil {
			d.rename(func() { d.names[e.name] = &inode{} })
		}
	case "rename", "renameat":
		d.rename(func() { d.names[e.to] = n; delete(d.names, e.name) })
	case "unlink", "unlinkat":
		d.rename(func() { delete(d.names, e.name) })
	case "pwrite64", "ftruncate":
		n.since = append(n.since, e)
	case "fsync", "fdatasync":
		for _, s := range n.since {
			n.lasting = n.apply(n.lasting, s)
		}
		n.since = nil
	case "folder":
		d.lasting, d.renamed = maps.Clone(d.names), nil
	}
}

func (d *disk) rename(change func()) {
	change()
	d.renamed = append(d.renamed, maps.Clone(d.names))
}

// after writes what may be found after the power came back.
func (d *disk) after(t *testing.T, folder string) {
	names := d.lasting
	if k := rand.IntN(len(d.renamed) + 1); k > 0 {
		names = d.renamed[k-1]
	}
	chance := []float64{0, 0.3, 0.7, 1}[rand.IntN(4)]
	for name, n := range names {
		b := slices.Clone(n.lasting)
		for _, e := range n.since {
			if e.call == "ftruncate" {
				if rand.Float64() < chance {
					b = n.apply(b, e)
				}
				continue
			}
			for from := int64(0); from < int64(len(e.data)); {
				to := min((e.at+from)/512*512+512-e.at, int64(len(e.data))) // the end of the sector
				if rand.Float64() < chance {
					b = n.apply(b, event{at: e.at + from, data: e.data[from:to]})
				}
				from = to
			}
		}
		if err := os.WriteFile(filepath.Join(folder, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// cutPower cuts the power at points all over a record, and says what was lost each time.
func cutPower(t *testing.T, events []event, cuts int, forgetFolder bool) (lost []string) {
	t.Helper()
	points := make([]int, cuts)
	for i := range points {
		points[i] = rand.IntN(len(events) + 1)
	}
	slices.Sort(points)
	d := &disk{names: map[string]*inode{}, lasting: map[string]*inode{}}
	var stored []afterword.ID
	var copies []string
	done := 0
	for _, point := range points {
		for ; done < point; done++ {
			e := events[done]
			if e.call != "write" {
				if !forgetFolder || e.call != "folder" {
					d.do(e)
				}
			} else if id, ok := strings.CutPrefix(e.name, "stored "); ok {
				stored = append(stored, afterword.ID(strings.TrimSpace(id)))
			} else if name, ok := strings.CutPrefix(e.name, "copied "); ok {
				copies = append(copies, strings.TrimSpace(name))
			}
		}
		if why := afterPower(t, d, stored, copies); why != "" {
			lost = append(lost, fmt.Sprintf("after %d of %d: %s", point, len(events), why))
		}
	}
	if len(stored) < 10 {
		t.Errorf("only %d were acknowledged in %d events", len(stored), len(events))
	}
	t.Logf("%d cuts over %d events, %d acknowledged; %d lost something", cuts, len(events), len(stored), len(lost))
	return lost
}

// inMemory is a folder that costs no disk, where there is one.
func inMemory() string {
	if _, err := os.Stat("/dev/shm"); err == nil {
		return "/dev/shm"
	}
	return ""
}

// afterPower opens the disk as the next start would, and says what is wrong with it.
func afterPower(t *testing.T, d *disk, stored []afterword.ID, copies []string) string {
	t.Helper()
	folder, err := os.MkdirTemp(inMemory(), "power")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	d.after(t, folder)
	found, _ := filepath.Glob(filepath.Join(folder, "copy?.db"))
	for _, name := range copies {
		found = append(found, filepath.Join(folder, name))
	}
	for _, path := range found {
		if err := store.Examine(t.Context(), path); err != nil {
			return err.Error()
		}
	}
	db, err := store.Open(t.Context(), store.Options{Path: filepath.Join(folder, "afterword.db")})
	if err != nil {
		return err.Error()
	}
	defer db.Close()
	if wrong, err := db.Check(t.Context()); err != nil || len(wrong) > 0 {
		return fmt.Sprint(wrong, err)
	}
	there := map[afterword.ID]bool{}
	err = db.Read(t.Context(), me, func(tx *store.Tx) error {
		facts, err := tx.FactsSince(0)
		for _, f := range facts {
			there[f.ID] = true
		}
		return err
	})
	for _, id := range stored {
		if err == nil && !there[id] {
			err = fmt.Errorf("%s was acknowledged and is lost", id)
		}
	}
	if err != nil {
		return err.Error()
	}
	return ""
}
