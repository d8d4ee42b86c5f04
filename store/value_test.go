package store

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"afterword"
)

func TestTimesAsTextAreOrderedAsTimesAndComeBack(t *testing.T) {
	t.Parallel()
	text := func(at time.Time) string {
		v, err := stamp(at).Value()
		if err != nil {
			t.Fatal(err)
		}
		return v.(string)
	}
	zone := time.FixedZone("", 14*3600)
	var before time.Time
	for range 2000 {
		at := time.Unix(rand.Int64N(200_000_000_000)-60_000_000_000, rand.Int64N(1e9)).In(zone).Truncate(time.Microsecond)
		if a, b := text(before), text(at); strings.Compare(a, b) != before.Compare(at) {
			t.Errorf("%s and %s are ordered otherwise than as times", a, b)
		}
		var back stamp
		if err := back.Scan(text(at)); err != nil || !time.Time(back).Equal(at) || time.Time(back).Location() != time.UTC {
			t.Error(at, time.Time(back), err)
		}
		before = at
	}
	if text(time.Time{}) != "" {
		t.Error("no time is not empty")
	}
	_, err := stamp(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)).Value()
	if afterword.KindOf(err) != afterword.InvalidInput {
		t.Error(err)
	}
	for _, bad := range []any{"2026-11-20", "2026-11-20T12:00:00+01:00", 5, nil} {
		if err := new(stamp).Scan(bad); err == nil {
			t.Errorf("%v was read as a time", bad)
		}
	}
}

func TestAnEngineThatMayLoseDataIsOlder(t *testing.T) {
	t.Parallel()
	for version, want := range map[string]bool{"3.40.1": true, "3.51.2": true, "3.51.3": false, "3.54.1": false, "3.9.9": true, "4.0.0": false, "": true} {
		if older(version, oldestSQLite) != want {
			t.Error(version)
		}
	}
}
