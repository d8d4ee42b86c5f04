package ics_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword"
	"afterword/cli"
	"afterword/reading"
	"afterword/service"
	"afterword/testkit"
)

// Every public sample goes through the whole of `add --invite`: it becomes an interview at its own time, in
// its own zone and with its own people, once; or it says what is missing and what to do.
func TestEachSampleIsTakenOnceOrSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	const me = "asha@example.org"
	clock := testkit.NewClock("2026-11-18T09:00:00Z")
	svc := service.New(service.Options{DB: testkit.SQLite(t, clock.Now), Now: clock.Now, Local: time.UTC})
	own := afterword.Actor{Account: testkit.Me, Face: "cli"}
	root := filepath.Join("..", "..", "..", "shared", "corpora", "ics")
	if _, err := os.Stat(root); err != nil {
		t.Skip("the public samples are not here: ../shared/corpora/ics")
	}
	taken, asked := 0, 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(strings.ToLower(path), "cs") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(path, root)
		in := service.InvitationInput{File: "file", Me: me, As: "new"}
		if in.Invitations, err = cli.Invitations("file", bytes.NewReader(b)); err != nil {
			saysWhy(t, name, err)
			return nil
		}
		v, changed, err := svc.AddInvitation(t.Context(), own, in)
		if err != nil {
			asked++
			saysWhy(t, name, err)
			return nil
		}
		taken++
		inv, _, err := in.Meeting(me)
		if err != nil || !changed {
			t.Errorf("%s: nothing was new: %v", name, err)
			return nil
		}
		if !inv.Floating && (!v.Start.Equal(inv.Start) || v.Zone != inv.Zone) || inv.Floating && len(v.Said) == 0 {
			t.Errorf("%s: %s in %s, and the file says %s in %s; %q", name, v.Start, v.Zone, inv.Start, inv.Zone, v.Said)
		}
		for _, p := range v.People {
			if reading.NoReply(p.Email) || strings.EqualFold(p.Email, me) {
				t.Errorf("%s: with %s", name, p.Email)
			}
		}
		if again, changed, err := svc.AddInvitation(t.Context(), own, in); err != nil || changed || again.ID != v.ID {
			t.Errorf("%s: the second time: %v, %v", name, changed, err)
		}
		return svc.Delete(t.Context(), own, string(v.ID))
	})
	if err != nil || taken < 150 || asked < 100 {
		t.Errorf("%d taken, %d asked, %v", taken, asked, err)
	}
	t.Logf("%d taken, %d asked about", taken, asked)
}

func saysWhy(t *testing.T, name string, err error) {
	t.Helper()
	var e *afterword.Error
	if !errors.As(err, &e) || e.Field == "" || e.Msg == "" || e.Hint == "" {
		t.Errorf("%s: %v does not name a field and a way out", name, err)
	}
}
