package service

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword"
)

// The columns of a plain list that have a place here.
const (
	colEmployer    = "employer"
	colRole        = "role"
	colApplied     = "applied"
	colInterview   = "interview"
	colZone        = "zone"
	colStage       = "stage"
	colAnswered    = "answered"
	colContact     = "contact"
	colEmail       = "email"
	colPhone       = "phone"
	colInterviewer = "interviewer"
	colAgency      = "agency"
	colPlace       = "location"
	colCall        = "link"
)

// csvHeads are the names that a column may have, folded. A name that may mean two things is not here.
func csvHeads() map[string][]string {
	return map[string][]string{
		colEmployer: {"employer", "company", "company name", "employer name", "organisation", "organization", "organisation name", "organization name",
			"firm", "business", "company organization", "firma", "unternehmen", "arbeitgeber", "entreprise", "empresa"},
		colRole: {"role", "position", "title", "job title", "job", "job role", "role title", "position title", "job position", "vacancy", "job name",
			"stelle", "poste", "puesto"},
		colApplied: {"applied", "date applied", "applied date", "applied on", "applied at", "application date", "date of application", "submitted", "date submitted",
			"submitted on", "application submitted"},
		colInterview: {"interview", "interview date", "date of interview", "interviewed", "interviewed on", "interview on", "interview time", "interview at",
			"interview date time", "interview date and time", "interview start", "next interview", "first interview"},
		colZone:  {"zone", "time zone", "timezone"},
		colStage: {"stage", "status", "application status", "current status", "application stage", "current stage", "outcome", "result"},
		colAnswered: {"answered", "answer date", "decision date", "date of decision", "outcome date", "response date", "date of response", "result date",
			"rejected on", "date closed", "closed on"},
		colContact:     {"contact", "contact name", "contact person", "point of contact"},
		colEmail:       {"email", "e mail", "email address", "contact email", "contact e mail", "contact email address", "mail"},
		colPhone:       {"phone", "phone number", "telephone", "mobile", "contact phone", "contact number"},
		colInterviewer: {"interviewer", "interviewers", "interviewer name", "interviewed by", "met with", "met"},
		colAgency:      {"agency contact", "agency recruiter", "recruiter at the agency"},
		colPlace:       {"interview location", "interview place", "place of interview", "where the interview is"},
		colCall:        {"meeting link", "video link", "call link", "interview link", "meeting url", "video call"},
	}
}

// csvLimit bounds a list: ten thousand rows are a few megabytes.
const csvLimit = 16 << 20

// csvTable is a plain list that was read: which column is what, and its rows.
type csvTable struct {
	columns map[string]string // what to heading
	order   []string          // the headings that have a place, as they stand in the file
	leftOut []string          // the headings that have none
	rows    []csvRow
}

// csvRow is one line that holds something.
type csvRow struct {
	line  int
	cells map[string]string
}

// readCSV reads a plain list. It says what is wrong with it by line, and asks where a heading could
// mean two things.
func readCSV(b []byte) (*csvTable, error) {
	if len(b) > csvLimit {
		return nil, afterword.Invalid("file", "is larger than 16 MiB")
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0 {
		return nil, afterword.Invalid("file", "holds bytes that are not text").WithHint("save the list as “CSV UTF-8” and try again")
	}
	if len(bytes.TrimSpace(b)) == 0 {
		return nil, afterword.Invalid("file", "is empty")
	}
	comma := ','
	if line, rest, ok := bytes.Cut(b, []byte("\n")); ok {
		if sep, said := bytes.CutPrefix(bytes.ToLower(bytes.TrimSpace(line)), []byte("sep=")); said && len(sep) == 1 {
			comma = rune(sep[0])
			// The line stays, empty, so that line numbers are those of the file.
			b = append([]byte("\n"), rest...)
		} else {
			comma = separator(line)
		}
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma, r.FieldsPerRecord, r.TrimLeadingSpace = comma, -1, true
	heads, err := r.Read()
	if err != nil {
		return nil, csvFault(err)
	}
	t := &csvTable{columns: map[string]string{}}
	what, err := t.match(heads)
	if err != nil {
		return nil, err
	}
	return t, t.read(r, heads, what)
}

// separator is what parts the columns in the first line: the one that gives the most headings we know.
func separator(line []byte) rune {
	best, most := ',', 0
	for _, c := range []rune{',', ';', '\t', '|'} {
		known := 0
		for _, head := range strings.Split(string(line), string(c)) {
			if headOf(strings.Trim(strings.TrimSpace(head), `"`)) != "" {
				known++
			}
		}
		if known > most {
			best, most = c, known
		}
	}
	return best
}

// headOf is what a heading means, empty when it has no place here.
func headOf(head string) string {
	plain := strings.Join(strings.FieldsFunc(strings.ToLower(head), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
	for what, names := range csvHeads() {
		if slices.Contains(names, plain) {
			return what
		}
	}
	return ""
}

// match says of each column what it is, empty for one that has no place here.
func (t *csvTable) match(heads []string) ([]string, error) {
	what := make([]string, len(heads))
	for i, head := range heads {
		head = strings.TrimSpace(head)
		w := headOf(head)
		switch {
		case w == "" && head != "":
			t.leftOut = append(t.leftOut, head)
		case w == "":
		case t.columns[w] != "":
			return nil, afterword.Errorf(afterword.Conflict, "the columns %q and %q could both be the %s", t.columns[w], head, w).
				WithHint("rename the one that is not, and import again; nothing was stored")
		default:
			what[i], t.columns[w] = w, head
			t.order = append(t.order, head)
		}
	}
	if t.columns[colEmployer] == "" {
		return nil, afterword.Invalid("file", "has no column that names the employer: its first line says %s", quoted(heads)).
			WithHint("name one Company or Employer; others that are known: Role, Date applied, Interview date, Status, Contact, Email")
	}
	if i := slices.IndexFunc(heads, func(h string) bool { return fold(h) == "date" }); i >= 0 && (t.columns[colApplied] == "" || t.columns[colInterview] == "") {
		return nil, afterword.Errorf(afterword.Conflict, "the column %q could be the day you applied or the day of the interview", strings.TrimSpace(heads[i])).
			WithHint("rename it to Date applied or Interview date, and import again; nothing was stored")
	}
	return what, nil
}

// read reads the rows.
func (t *csvTable) read(r *csv.Reader, heads, what []string) error {
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return csvFault(err)
		}
		line, _ := r.FieldPos(0)
		row := csvRow{line: line, cells: map[string]string{}}
		filled := false
		for i, cell := range cells {
			cell = strings.TrimSpace(cell)
			filled = filled || cell != ""
			switch {
			case i < len(what) && what[i] != "":
				row.cells[what[i]] = cell
			case i >= len(what) && cell != "":
				return afterword.Invalid(fmt.Sprintf("line %d", line), "has %d cells, the first line has %d", len(cells), len(heads)).
					WithHint("put cells that hold the separator into quotes; nothing was stored")
			}
		}
		if filled {
			t.rows = append(t.rows, row)
		}
	}
}

// csvFault says what is wrong with the form of a list.
func csvFault(err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return &afterword.Error{Kind: afterword.InvalidInput, Field: fmt.Sprintf("line %d", p.StartLine), Msg: "cannot be read: " + p.Err.Error(),
			Hint: "save the list as CSV again; nothing was stored", Err: err}
	}
	return &afterword.Error{Kind: afterword.InvalidInput, Field: "file", Msg: "cannot be read", Err: err}
}

func quoted(names []string) string {
	var out []string
	for _, n := range names {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, quote(n))
		}
	}
	return strings.Join(out, ", ")
}
