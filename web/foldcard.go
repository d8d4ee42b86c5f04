package web

import (
	"strings"
)

// FoldCardPage is the thank-you card: a sheet folded twice and printed on one side, or a smaller one
// folded once and printed on both, with the words or with lines to write them by hand, and a label for
// the envelope on a page of its own (R48).
type FoldCardPage struct {
	Frame
	ID          string
	First, Name string
	Paragraphs  []string
	Back        string
	Paper       string // a4: folds twice to A6; a5: once to A6; letter: twice to A2, 4.25 x 5.5 in
	Code        bool   // the link as a picture to photograph, on the back
	QR          QR
	Inside      string // words or lines
	Lines       []struct{}
	Street      string // asked for here and not kept
	Own         string // the sender's name, on the label
	Long        bool   // more than a card holds
	Words       int
}

// How much a card holds: words at 13 pt, lines at 9 mm.
const (
	cardWords = 60
	cardLines = 13
)

// foldCard shows the card as it was asked for. The choices are sent and not asked for by address, so
// that where someone lives stands in no history.
func foldCard(v *visit) error {
	n, err := v.Service.Note(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	p := FoldCardPage{Frame: v.task("A card for "+n.To.Name, Link{"/notes/" + v.id(), n.To.Name}), ID: v.id(), First: first(n.To.Name), Name: n.To.Name, Back: v.set.Link,
		Paper: "a4", Inside: "words", Street: strings.TrimSpace(v.text("address")), Own: v.set.Name, Words: len(strings.Fields(n.Body)), Lines: make([]struct{}, cardLines)}
	if v.text("do") == "printed" {
		if err := v.Service.CardPrinted(v.ctx, v.a, v.id()); err != nil {
			return err
		}
		return v.seeSaid("/notes/"+v.id(), "printed", "")
	}
	if paper := v.text("paper"); paper == "letter" || paper == "a5" {
		p.Paper = paper
	}
	if p.Code = v.text("code") != "" && p.Back != ""; p.Code {
		p.QR = qrOf(webAddress(p.Back))
	}
	if v.text("inside") == "lines" {
		p.Inside = "lines"
	}
	p.Class = foldClass(p.Paper)
	p.Long = p.Words > cardWords && p.Inside == "words"
	for para := range strings.SplitSeq(n.Body, "\n\n") {
		if para = strings.TrimSpace(para); para != "" {
			p.Paragraphs = append(p.Paragraphs, para)
		}
	}
	return v.show(foldCardPage(p))
}

// foldClass tells the style sheet which paper is folded.
func foldClass(paper string) string {
	if paper == "letter" {
		return "foldcard usletter"
	}
	return "foldcard " + paper
}

// folding says what becomes of the paper.
func (p FoldCardPage) folding() string {
	switch p.Paper {
	case "a5":
		return "One A5 page, printed on both sides and folded once to A6."
	case "letter":
		return "One Letter page, folded twice to A2."
	}
	return "One A4 page, folded twice to A6."
}

// webAddress is a link as a phone opens it.
func webAddress(link string) string {
	if strings.Contains(link, "://") {
		return link
	}
	return "https://" + link
}

// size is how large the words are set, so that a longer letter still fits inside.
func (p FoldCardPage) size() string {
	switch {
	case p.Words > 150:
		return "tiny"
	case p.Words > 110:
		return "small"
	case p.Words > 75:
		return "less"
	}
	return ""
}

// to is who and where the label names.
func (p FoldCardPage) to() []string {
	lines := []string{p.Name}
	for l := range strings.Lines(p.Street) {
		if l = strings.TrimSpace(l); l != "" && len(lines) < 7 {
			lines = append(lines, l)
		}
	}
	return lines
}

func galleryFoldCard(paper, inside string) FoldCardPage {
	p := FoldCardPage{Frame: galleryFrame("", "A card for Priya"), ID: "a", First: "Priya", Name: "Priya Nair", Back: "asha-k.example", Paper: paper, Inside: inside, Own: "Asha Kapoor",
		Street: "Northwind\n1 Dock Road\nBristol", Lines: make([]struct{}, cardLines), Paragraphs: strings.Split(galleryLetter, "\n\n"), Words: len(strings.Fields(galleryLetter)), Long: inside == "words"}
	p.Class, p.Code, p.QR = foldClass(paper), true, qrOf(webAddress(p.Back))
	return p
}
