package web

import "afterword"

// Frame is what every page has around it.
type Frame struct {
	Title    string // of the document, without the product's name
	Place    string // the place it belongs to; empty is a task page without the places
	Class    string // further classes of the page: writing, solo, pocketpage …
	Back     *Link
	Where    string // "Northwind, 2 of 6"
	Day      string // beside the heading of a place: "Mon 23 Nov"
	DayISO   string
	Heading  string // of a place, in the top line; other pages have theirs in the page
	Theme    string
	Keys     bool // single-key shortcuts are on
	Shared   bool // a shared computer: no text is kept in the browser
	Problems []Problem
	Said     string // what just happened: "Saved."
	Undo     string // the fact that can be taken back
	Modules  []string
	Address  map[string]string // of the static files
}

// Link is a place to go.
type Link struct{ Href, Label string }

// Problem is one thing to put right, with the box that it is in.
type Problem struct{ Field, Says string }

// Problem is what is wrong in a box, empty when it is right.
func (f Frame) Problem(field string) string {
	for _, p := range f.Problems {
		if p.Field == field {
			return p.Says
		}
	}
	return ""
}

// DocumentTitle is the title as the browser shows it.
func (f Frame) DocumentTitle() string {
	title := f.Title + " – Afterword"
	if len(f.Problems) > 0 {
		return "Error: " + title
	}
	return title
}

func (f Frame) appClass() string {
	class := "app"
	if f.Place == "" {
		class += " task"
	}
	if f.Class != "" {
		class += " " + f.Class
	}
	return class
}

func (f Frame) theme() string {
	switch f.Theme {
	case "light", "dark":
		return f.Theme
	}
	return ""
}

// places are the five, in their order.
func places() []Link {
	return []Link{{"/", "Today"}, {"/interviews", "Interviews"}, {"/people", "People"}, {"/learn", "Learn"}, {"/you", "You"}}
}

// Why is what stands behind "Why?": one sentence of ours and the article it came from.
type Why struct{ Because, Says, From, ID string }

// whys looks the practices up. The first is enough for a page; the register has the others.
func whys(because string, ids []string) *Why {
	for _, id := range ids {
		if p, ok := afterword.PracticeByID(id); ok {
			w := &Why{Because: because, Says: p.Says, ID: p.ID}
			if from := p.From(); len(from) > 0 {
				w.From = from[0].String()
			}
			return w
		}
	}
	if because != "" {
		return &Why{Because: because}
	}
	return nil
}

// solo narrows a page to one column.
func solo(f Frame) Frame {
	f.Class = joined(" ", f.Class, "solo")
	return f
}
