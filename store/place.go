package store

import (
	"os"
	"path/filepath"
)

// Place is where a SQLite database lies, and how it is there.
type Place struct {
	Folder string // empty on PostgreSQL
	Room   uint64 // bytes that are free, where the system tells
	Told   bool   // that it does
	Others bool   // others on this computer may read the folder and the file
	Write  error  // why nothing new can be written there, nil when it can
}

// Place looks at the folder of the database.
func (db *DB) Place() Place {
	if db.lite == nil {
		return Place{}
	}
	p := Place{Folder: filepath.Dir(db.path)}
	p.Room, p.Told = room(p.Folder)
	p.Others = open(p.Folder) && open(db.path)
	f, err := os.CreateTemp(p.Folder, ".afterword-*")
	if err == nil {
		_ = f.Close()
		err = os.Remove(f.Name())
	}
	p.Write = err
	return p
}
