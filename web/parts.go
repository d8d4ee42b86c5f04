package web

import (
	"fmt"
	"math"
	"time"
)

// Do is a button that changes something: a small form of its own, since a link never does.
type Do struct {
	Action, Label string
	Fields        []Pair
	About         string // what it is about, for those who hear the button alone
	Look          string // "go", "plain", "away"; empty looks like a link
}

// Pair is a hidden field.
type Pair struct{ Name, Value string }

func (d Do) class() string {
	switch d.Look {
	case "go":
		return "btn go"
	case "plain":
		return "btn"
	case "away":
		return "link away"
	case "whole":
		return "whole"
	}
	return "link"
}

// Row is one line of a list on the desk.
type Row struct {
	Href, Title, Small string
	Yours              string // the person's own words
	Owed               string // what is yours to do for them
	After              string // what was done
	Do                 *Do    // instead of a link
}

// Field is one box with its label.
type Field struct {
	ID                              string // the name when empty; differs where a name stands twice on a page
	Name, Label, Hint, Value, Error string
	Type                            string // text when empty; "area" is many lines
	Complete, Mode, Placeholder     string
	Rows                            int
	Yours                           bool   // the person's own words: serif
	Lead                            string // stem: the bold part before Label
	Max                             int
	List                            string // id of a datalist
}

func (f Field) id() string { return orElse(f.ID, f.Name) }

func (f Field) described() string {
	switch {
	case f.Error != "" && f.Hint != "":
		return f.id() + "-hint " + f.id() + "-error"
	case f.Error != "":
		return f.id() + "-error"
	case f.Hint != "":
		return f.id() + "-hint"
	}
	return ""
}

func (f Field) rows() int { return max(f.Rows, 2) }

func (f Field) complete() string {
	if f.Complete == "" {
		return "off"
	}
	return f.Complete
}

func (f Field) kind() string {
	if f.Type == "" {
		return "text"
	}
	return f.Type
}

// Pick is a choice of one, or of several.
type Pick struct {
	Name, Legend, Hint, Error string
	Flat, Many, HideLegend    bool
	Options                   []Option
}

func (p Pick) kind() string {
	if p.Many {
		return "checkbox"
	}
	return "radio"
}

// Option is one answer of a Pick.
type Option struct {
	Value, Label, Small string
	Chosen              bool
}

// chosen marks the option that has the value.
func chosen(value string, options ...Option) []Option {
	for i := range options {
		options[i].Chosen = options[i].Value == value
	}
	return options
}

// Thread counts days: those gone, one dot for each to come, a ring for the date.
type Thread struct{ Day, Days int }

func (t Thread) length() string { return fmt.Sprint(max(t.Days, 1)) }

func (t Thread) at() string {
	part := float64(min(max(t.Day, 0), t.Days)) / float64(max(t.Days, 1))
	return fmt.Sprintf("%g%%", math.Round(part*1000)/10)
}

func (t Thread) words() string { return fmt.Sprintf("day %d of %d", t.Day, t.Days) }

// Moment is a time for people and for machines.
type Moment struct{ Text, ISO string }

func stamp(t time.Time, text string) Moment { return Moment{text, t.Format(time.RFC3339)} }

// orMain is where a problem without a box leads to.
func orMain(field string) string {
	if field == "" {
		return "main"
	}
	return field
}

func errorClass(class, problem string) string {
	if problem == "" {
		return class
	}
	return class + " wrong"
}

func flag(on bool) string {
	if on {
		return "true"
	}
	return "false"
}

// optionID is the name of the field for its first answer, so that a problem leads there.
func optionID(name string, i int) string {
	if i == 0 {
		return name
	}
	return fmt.Sprintf("%s-%d", name, i)
}
