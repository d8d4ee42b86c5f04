package store_test

import (
	"encoding/json"
	"errors"
	"testing"

	"afterword"
	"afterword/store"
	"afterword/testkit"
)

// notCarried are the tables that an export leaves out, each with the reason. A new table belongs into
// the export, or here.
var notCarried = map[string]string{
	"line":             "a cache of what the rules say",
	"finding":          "a cache of what can be found",
	"session":          "a browser that is signed in",
	"login":            "a link that signs in once",
	"feed":             "the secret of a calendar feed",
	"once":             "a form that was posted",
	"published":        "what the feed was given, whose secret is not carried either; numbers go on from the facts",
	"folder":           "of the folder, not of a person",
	"goose_db_version": "of the tables themselves",
}

// notCarriedColumns likewise.
var notCarriedColumns = map[string]string{
	"account.created_at":   "of the folder, not of a person",
	"interview.n":          "told by the order of the list",
	"invitation.interview": "stands in the body too",
}

func TestAnExportHoldsEveryColumnOfEveryTable(t *testing.T) {
	t.Parallel()
	db := testkit.SQLite(t, noon)
	write(t, db, func(tx *store.Tx) error { return must(search(tx, "a"), everythingElse(tx)) })
	tables, err := store.Tables(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	undo := errors.New("undo")
	for table := range tables {
		if notCarried[table] != "" {
			continue
		}
		var columns map[string]string
		read(t, db, func(tx *store.Tx) (err error) { columns, err = store.Columns(tx, table); return err })
		for column, kind := range columns {
			if column == "account" || notCarriedColumns[table+"."+column] != "" {
				continue
			}
			told := false
			for _, value := range canaries(kind) {
				err := db.Write(t.Context(), me, func(tx *store.Tx) error {
					before := dumped(t, tx)
					n, err := store.Spoil(tx, table, column, value)
					if err != nil { // a key that is taken, for one
						return undo
					}
					if n == 0 {
						t.Errorf("%s is empty: this tells nothing of it", table)
					}
					d, err := tx.Dump()
					if err == nil {
						b, _ := json.Marshal(d)
						told = told || string(b) != before
					}
					return undo
				})
				if !errors.Is(err, undo) {
					t.Fatal(err)
				}
			}
			if !told {
				t.Errorf("%s.%s is not in an export: it would be lost", table, column)
			}
		}
	}
}

// everythingElse fills the tables that search does not.
func everythingElse(tx *store.Tx) error {
	return must(
		tx.SaveAway(afterword.Away{ID: "w", From: afterword.Date{Year: 2026, Month: 12, Day: 24}, To: afterword.Date{Year: 2027, Month: 1, Day: 2}, Note: "home"}),
		tx.SaveInvitation(store.KeptInvitation{Interview: "afirst", Organizer: afterword.Mailbox{Name: "Dana Roe", Email: "dana@northwind.example"}, Me: "asha@example.org"}),
		tx.KeepEarlier(&afterword.EarlierText{Note: "anote", Version: 1, Subject: "Thank you", Body: "Dear Priya", ChangedAt: noon()}),
		tx.SavePublished(store.Published{UID: "u@afterword", Application: "a", Sequence: 3, Stamp: noon(), Digest: "d", Title: "Appointment", Start: noon(), End: noon()}))
}

// canaries are values of which one at least can be read back, whatever the column holds.
func canaries(kind string) []any {
	if kind == "TEXT" {
		return []any{"canary", "2031-01-01T00:00:00.000000Z", "2031-01-01", `["canary"]`, `{"name":"canary"}`, `{"what":"canary"}`, `{"just":"canary"}`, `{"me":"canary"}`}
	}
	return []any{0, 1, 77}
}

func dumped(t *testing.T, tx *store.Tx) string {
	t.Helper()
	d, err := tx.Dump()
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
