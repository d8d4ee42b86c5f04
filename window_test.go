package afterword

import (
	"testing"
	"time"
)

func TestWallTimeInAGapMovesToItsEndAndARepeatedOneIsTheFirst(t *testing.T) {
	t.Parallel()
	cases := []struct {
		zone, wall, want string
	}{
		{"America/New_York", "2026-03-08 02:30", "2026-03-08T03:00:00-04:00"},
		{"America/New_York", "2026-11-01 01:30", "2026-11-01T01:30:00-04:00"},
		{"Europe/London", "2026-03-29 01:00", "2026-03-29T02:00:00+01:00"},
		{"Europe/London", "2026-10-25 01:30", "2026-10-25T01:30:00+01:00"},
		{"Australia/Lord_Howe", "2026-10-04 02:10", "2026-10-04T02:30:00+11:00"},
		{"Africa/Casablanca", "2026-02-15 02:30", "2026-02-15T02:30:00+01:00"},
		{"Asia/Singapore", "2026-11-20 14:00", "2026-11-20T14:00:00+08:00"},
	}
	for _, c := range cases {
		loc, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		w, _ := time.Parse("2006-01-02 15:04", c.wall)
		got := DateOf(w).At(w.Hour(), w.Minute(), loc).Format(time.RFC3339)
		if got != c.want {
			t.Errorf("%s in %s: got %s, want %s", c.wall, c.zone, got, c.want)
		}
	}
}
