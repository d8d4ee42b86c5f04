package testkit

import (
	"database/sql"
	"strings"
	"testing"
	"time"

	"afterword"
	"afterword/when"
)

// wallCase is a wall time in a zone, and the instant that the program says it is.
type wallCase struct {
	zone, wall, kind string
	at               time.Time
}

const wallLayout = "2006-01-02 15:04:05"

// wallCases are, for every change of a zone's clock from 2024 to 2037, the hours around it that matter:
// the middle of the gap or of the overlap, and 00:00, 09:00 and 23:30 of the day before, that day and the next.
func wallCases(zone string, loc *time.Location) (cases []wallCase) {
	add := func(wall time.Time, kind string) {
		at := afterword.Wall(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), loc)
		cases = append(cases, wallCase{zone, wall.Format(wallLayout), kind, at})
	}
	around := func(day time.Time) {
		for d := -1; d <= 1; d++ {
			for _, minutes := range []int{0, 9 * 60, 23*60 + 30} {
				add(time.Date(day.Year(), day.Month(), day.Day()+d, 0, minutes, 0, 0, time.UTC), "day")
			}
		}
	}
	around(time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC))
	around(time.Date(2026, 7, 15, 0, 0, 0, 0, time.UTC))
	last := time.Date(2038, 1, 1, 0, 0, 0, 0, time.UTC)
	for t := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC); ; {
		_, change := t.In(loc).ZoneBounds()
		if change.IsZero() || change.After(last) {
			return cases
		}
		_, before := change.Add(-time.Second).In(loc).Zone()
		_, after := change.In(loc).Zone()
		if !change.After(t) { // bounds that do not move on
			t = t.Add(time.Hour)
			continue
		}
		if before == after { // only its name changes
			t = change
			continue
		}
		old := change.UTC().Add(time.Duration(before) * time.Second) // what a clock that was not changed shows
		middle := old.Add(time.Duration(after-before) * time.Second / 2)
		kind := "gap"
		if after < before {
			kind = "overlap"
		}
		add(middle, kind)
		around(old)
		t = change
	}
}

// abbreviated are names that PostgreSQL takes for abbreviations with a fixed offset and not for the zones
// of that name, which have a summer time. They are left out of what must agree, and counted.
var abbreviated = map[string]bool{"CET": true, "EET": true, "MET": true, "WET": true}

func TestEveryZoneAndChangeOfTheClockIsAsPostgreSQLSays(t *testing.T) {
	t.Parallel()
	db, err := sql.Open("pgx", PostgresURL(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	cases := casesOfAllZones(t, db)
	var zones, walls []string
	var instants []int64
	for _, c := range cases {
		zones, walls, instants = append(zones, c.zone), append(walls, c.wall), append(instants, c.at.Unix())
	}
	rows, err := db.QueryContext(t.Context(), `SELECT
			to_char(to_timestamp(x) AT TIME ZONE z, 'YYYY-MM-DD HH24:MI:SS'),
			to_char(to_timestamp(x - 1) AT TIME ZONE z, 'YYYY-MM-DD HH24:MI:SS'),
			extract(epoch FROM w::timestamp AT TIME ZONE z)::bigint
		FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY AS c(z, w, x, n) ORDER BY n`, zones, walls, instants)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	seen, wrong := map[string]int{}, map[string]int{}
	for i := 0; rows.Next(); i++ {
		var shown, justBefore string
		var theirs int64
		if err := rows.Scan(&shown, &justBefore, &theirs); err != nil {
			t.Fatal(err)
		}
		c := cases[i]
		seen[c.kind]++
		if abbreviated[c.zone] {
			continue
		}
		if !c.agrees(shown, justBefore, theirs) {
			if wrong[c.zone]++; wrong[c.zone] == 1 {
				t.Errorf("%s %s (%s): we say %s, which shows %s there, and %s a second before; they say %s",
					c.zone, c.wall, c.kind, c.at.UTC().Format(time.RFC3339), shown, justBefore, time.Unix(theirs, 0).UTC().Format(time.RFC3339))
			}
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d wall times: %v; %d zones differ, %d are left out", len(cases), seen, len(wrong), len(abbreviated))
	if seen["gap"] < 1500 || seen["overlap"] < 1500 || seen["day"] < 20000 {
		t.Errorf("too few were asked: %v", seen)
	}
}

// agrees compares with what PostgreSQL shows at our instant, a second before it, and with its own
// instant: it takes a repeated hour the second time, and reads a skipped one by the old clock.
func (c wallCase) agrees(shown, justBefore string, theirs int64) bool {
	switch {
	case shown == c.wall && c.kind == "overlap":
		return theirs > c.at.Unix()
	case shown == c.wall:
		return theirs == c.at.Unix() || theirs > c.at.Unix() && c.kind == "day" // midnight may be repeated too
	}
	return justBefore < c.wall && c.wall < shown // the end of the gap
}

// casesOfAllZones are those of every zone that both know.
func casesOfAllZones(t *testing.T, db *sql.DB) (cases []wallCase) {
	rows, err := db.QueryContext(t.Context(), `SELECT name FROM pg_timezone_names ORDER BY name`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	known := 0
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		loc, err := when.LoadZone("zone", name)
		if err != nil {
			if strings.Contains(name, "/") && !strings.HasPrefix(name, "posix/") && !strings.HasPrefix(name, "right/") {
				t.Errorf("%s is not known here: %v", name, err)
			}
			continue
		}
		known++
		cases = append(cases, wallCases(name, loc)...)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	if known < 500 {
		t.Errorf("only %d zones are known", known)
	}
	t.Logf("%d zones", known)
	return cases
}
