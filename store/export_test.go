package store

import (
	"context"
	"io/fs"
	"strconv"
)

// Tables tells of each table the first column of its primary key, as the engine's catalogue has it.
func Tables(ctx context.Context, db *DB) (map[string]string, error) {
	q := `SELECT m.name, coalesce((SELECT i.name FROM pragma_table_info(m.name) i WHERE i.pk = 1), '') FROM sqlite_master m
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'finding_words%'`
	if db.engine == Postgres {
		q = `SELECT t.tablename, coalesce((SELECT k.column_name FROM information_schema.key_column_usage k
			JOIN information_schema.table_constraints c USING (constraint_schema, constraint_name)
			WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_name = t.tablename AND k.ordinal_position = 1), '')
			FROM pg_tables t WHERE t.schemaname = current_schema()`
	}
	tables := map[string]string{}
	return tables, db.Read(ctx, "", func(tx *Tx) error {
		return each(tx, q, func(r row) error {
			var name, column string
			err := r.Scan(&name, &column)
			tables[name] = column
			return err
		})
	})
}

// Rows counts the rows of every table, those of the full-text index too.
func Rows(ctx context.Context, db *DB) map[string]int {
	tables, err := Tables(ctx, db)
	if err != nil {
		panic(err)
	}
	if db.engine == SQLite {
		tables["finding_words"] = ""
	}
	rows := map[string]int{}
	for name := range tables {
		err := db.Read(ctx, "", func(tx *Tx) error {
			n, err := all(tx, `SELECT count(*) FROM `+name, scanNumber)
			if err == nil {
				rows[name] = int(n[0])
			}
			return err
		})
		if err != nil {
			panic(err)
		}
	}
	return rows
}

// Fill makes the disk look full once the file has that many pages; 0 makes room again.
func Fill(db *DB, pages int) {
	p := db.lite
	p.turn <- struct{}{}
	defer func() { <-p.turn }()
	p.setUp = writing
	if pages > 0 {
		p.setUp += "; PRAGMA max_page_count = " + strconv.Itoa(pages)
	}
	p.drop()
}

// Columns are those of a table of SQLite, each with its type.
func Columns(tx *Tx, table string) (map[string]string, error) {
	columns := map[string]string{}
	return columns, each(tx, `SELECT name, type FROM pragma_table_info($1)`, func(r row) error {
		var name, kind string
		err := r.Scan(&name, &kind)
		columns[name] = kind
		return err
	}, table)
}

// Spoil puts a value into a column of every row.
func Spoil(tx *Tx, table, column string, value any) (int64, error) {
	if err := tx.do(`PRAGMA defer_foreign_keys = ON`); err != nil {
		return 0, err
	}
	return tx.exec(`UPDATE `+table+` SET `+column+` = $1 WHERE rowid = (SELECT max(rowid) FROM `+table+`)`, value)
}

// Weaken makes the writer ask less of the disk than it should.
func Weaken(db *DB, synchronous string) {
	p := db.lite
	p.turn <- struct{}{}
	defer func() { <-p.turn }()
	p.setUp = writing + "; PRAGMA synchronous = " + synchronous
	p.drop()
}

// AsItIs opens a database and leaves its tables alone.
func AsItIs(ctx context.Context, o Options) (*DB, error) {
	db, open := &DB{engine: SQLite, path: o.Path, now: o.Now}, openSQLite
	if o.URL != "" {
		db.engine, db.path, open = Postgres, "", openPostgres
	}
	return db, open(ctx, db, o)
}

// Migrations are the steps of an engine; Climb runs those that are missing.
func Migrations(engine string) (fs.FS, error) { return migrations(engine) }

// Climb runs the steps that are missing.
func Climb(ctx context.Context, db *DB, steps fs.FS) error { return db.climb(ctx, steps) }

// Waiting is how many statements wait for the next question on PostgreSQL.
func Waiting(tx *Tx) int { return tx.on.(*pipeline).waiting.Len() }
