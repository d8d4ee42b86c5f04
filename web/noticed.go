package web

import (
	"strconv"

	"afterword/service"
)

// NoticedPage is what repeats: at most five sentences, each with its numbers as a bar and as a table.
// There is no score and no comparison.
type NoticedPage struct {
	Frame
	Notices []NoticedView
}

// NoticedView is one sentence with its numbers.
type NoticedView struct {
	Says  string
	Parts []NoticedPart
}

// NoticedPart is one number, and where it lies in a bar that is 100 wide.
type NoticedPart struct {
	Label string
	Count int
	X, W  string
}

func noticed(v *visit) error {
	views, err := v.Service.Notices(v.ctx, v.a)
	if err != nil {
		return err
	}
	return v.show(noticedPage(v.noticedPage(views)))
}

func (v *visit) noticedPage(views []service.NoticeView) NoticedPage {
	p := NoticedPage{Frame: v.frame("Learn", "What I notice")}
	p.Heading = "Learn"
	for _, n := range views {
		p.Notices = append(p.Notices, noticedView(n))
	}
	return p
}

func noticedView(n service.NoticeView) NoticedView {
	nv := NoticedView{Says: n.Says}
	total, x := 0, 0.0
	for _, b := range n.Parts {
		total += b.Count
	}
	for _, b := range n.Parts {
		if b.Count == 0 || total == 0 {
			continue
		}
		wide := 100 * float64(b.Count) / float64(total)
		nv.Parts = append(nv.Parts, NoticedPart{Label: b.Label, Count: b.Count, X: hundredth(x), W: hundredth(wide)})
		x += wide
	}
	return nv
}

func hundredth(n float64) string { return strconv.FormatFloat(n, 'f', 2, 64) }

func galleryNoticed(f Frame) NoticedPage {
	return NoticedPage{Frame: f, Notices: []NoticedView{
		noticedView(service.NoticeView{Says: "“How do you take feedback?” came up 3 times; 2 went fine.", Parts: []service.NoticeBar{{Label: "fine", Count: 2}, {Label: "hard", Count: 1}}}),
		noticedView(service.NoticeView{Says: "Thanks went out within a day 5 of 6 times.", Parts: []service.NoticeBar{{Label: "within a day", Count: 5}, {Label: "later", Count: 1}}}),
	}}
}
