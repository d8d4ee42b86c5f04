package note

// Draft writes a letter from a brief. The same brief always gives the same letter.
func Draft(b Brief) Letter { return Letter{Lang: b.Lang} }
