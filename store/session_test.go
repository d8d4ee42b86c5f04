package store_test

import (
	"testing"
	"time"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

func TestASessionEndsWhenItIsOverOrSignedOut(t *testing.T) {
	t.Parallel()
	eachWithClock(t, func(t *testing.T, db *store.DB, clock *testkit.Clock) {
		start := clock.Now().UTC()
		s := store.Session{Hash: "h", Agent: "Firefox", CreatedAt: start, SeenAt: start, Until: start.Add(time.Hour)}
		write(t, db, func(tx *store.Tx) error { return must(tx.SaveSession(s), tx.SaveSession(s)) })
		whose := func(hash string) string {
			id, err := db.Whose(t.Context(), hash)
			if err != nil && afterword.KindOf(err) != afterword.NotFound {
				t.Fatal(err)
			}
			return string(id)
		}
		read(t, db, func(tx *store.Tx) error {
			got, err := tx.Session("h")
			list, err2 := tx.Sessions()
			same(t, got, s)
			same(t, list, []store.Session{s})
			return must(err, err2)
		})
		same(t, []string{whose("h"), whose("x")}, []string{string(me), ""})
		clock.Add(time.Hour)
		wantKind(t, db, afterword.NotFound, func(tx *store.Tx) error { _, err := tx.Session("h"); return err })
		same(t, whose("h"), "")
		s.Until = clock.Now().Add(time.Hour)
		write(t, db, func(tx *store.Tx) error { return must(tx.SaveSession(s), tx.DeleteSession("h"), tx.DeleteSession("h")) })
		same(t, whose("h"), "")
	})
}

func TestALoginLinkSignsInOnceAndForAWhile(t *testing.T) {
	t.Parallel()
	eachWithClock(t, func(t *testing.T, db *store.DB, clock *testkit.Clock) {
		write(t, db, func(tx *store.Tx) error {
			return must(tx.SaveLogin("a", tx.Now().Add(10*time.Minute)), tx.SaveLogin("b", tx.Now().Add(10*time.Minute)))
		})
		write(t, db, func(tx *store.Tx) error { return tx.UseLogin("a") })
		wantKind(t, db, afterword.NotFound, func(tx *store.Tx) error { return tx.UseLogin("a") })
		clock.Add(10 * time.Minute)
		wantKind(t, db, afterword.NotFound, func(tx *store.Tx) error { return tx.UseLogin("b") })
		wantKind(t, db, afterword.NotFound, func(tx *store.Tx) error { return tx.UseLogin("c") })
	})
}

func TestThereIsOneFeedAndItCanBeTakenBack(t *testing.T) {
	t.Parallel()
	eachWithClock(t, func(t *testing.T, db *store.DB, clock *testkit.Clock) {
		write(t, db, func(tx *store.Tx) error { return must(tx.SaveFeed("a"), tx.SaveFeed("b"), tx.Feed("b"), tx.Feed("")) })
		wantKind(t, db, afterword.NotFound, func(tx *store.Tx) error { return tx.Feed("a") })
		if id, err := db.Whose(t.Context(), "b"); err != nil || id != me {
			t.Error(id, err)
		}
		write(t, db, func(tx *store.Tx) error { return tx.DeleteFeed() })
		wantKind(t, db, afterword.NotFound, func(tx *store.Tx) error { return tx.Feed("b") })
		wantKind(t, db, afterword.NotFound, func(tx *store.Tx) error { return tx.Feed("") })
	})
}

func TestAFormIsTakenOnceAndItsResultRemembered(t *testing.T) {
	t.Parallel()
	eachWithClock(t, func(t *testing.T, db *store.DB, clock *testkit.Clock) {
		once := func() (already bool, result string) {
			read(t, db, func(tx *store.Tx) (err error) { already, result, err = tx.Once("key"); return err })
			return already, result
		}
		if already, _ := once(); already {
			t.Error("taken before it was")
		}
		write(t, db, func(tx *store.Tx) error { return tx.SaveOnce("key", "/interview/x") })
		if already, result := once(); !already || result != "/interview/x" {
			t.Error(already, result)
		}
		wantKind(t, db, afterword.Conflict, func(tx *store.Tx) error { return tx.SaveOnce("key", "other") })
		clock.Add(8 * 24 * time.Hour)
		write(t, db, func(tx *store.Tx) error { return tx.SaveOnce("another", "") })
		if already, _ := once(); already {
			t.Error("remembered for ever")
		}
	})
}

func TestAMetaValueIsEmptyUntilItIsSet(t *testing.T) {
	t.Parallel()
	eachWithClock(t, func(t *testing.T, db *store.DB, clock *testkit.Clock) {
		write(t, db, func(tx *store.Tx) error {
			before, err := tx.Meta("held")
			same(t, before, "")
			return must(err, tx.SetMeta("held", "a"), tx.SetMeta("held", "yes"))
		})
		read(t, db, func(tx *store.Tx) error { v, err := tx.Meta("held"); same(t, v, "yes"); return err })
	})
}

// eachWithClock gives every engine a clock of its own.
func eachWithClock(t *testing.T, test func(t *testing.T, db *store.DB, clock *testkit.Clock)) {
	t.Helper()
	t.Run(store.SQLite, func(t *testing.T) {
		t.Parallel()
		clock := testkit.NewClock("2026-11-20T12:00:00Z")
		test(t, testkit.SQLite(t, clock.Now), clock)
	})
	t.Run(store.Postgres, func(t *testing.T) {
		t.Parallel()
		clock := testkit.NewClock("2026-11-20T12:00:00Z")
		test(t, testkit.Postgres(t, clock.Now), clock)
	})
}
