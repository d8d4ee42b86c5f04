package mime

import (
	"strings"

	"golang.org/x/net/html"
)

// page turns HTML into the lines a person would see. Quoted mail gets a ">" before each line, as
// plain text has it, so that one reader can cut both.
type page struct {
	b      strings.Builder
	quotes int // blockquotes that are open
	skip   int // style, script and the like
	fresh  bool
	blank  int // empty lines at the end
	pre    int
	open   []string
	href   string
	label  int
}

const maxOpen = 5_000

var (
	reQuoteClass = pattern(`(?i)\b(gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|OLK_SRC_BODY_SECTION|tutanota_quote)\b`)
	reOutlookBar = pattern(`(?i)border-top:\s*solid\s*#?(B5C4DF|E1E1E1)`)
	reSpace      = pattern(`[ \t\r\n\f\x{a0}\x{200b}]+`)
)

// HTMLText is the text that a person sees in HTML. It runs in time and memory linear in the input.
func HTMLText(s string) string {
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(1 << 20)
	p := &page{fresh: true}
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(p.b.String())
		case html.TextToken:
			if p.skip == 0 {
				p.text(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, attrs := z.TagName()
			p.start(string(name), attributes(z, attrs))
		case html.EndTagToken:
			name, _ := z.TagName()
			p.end(string(name))
		}
	}
}

func attributes(z *html.Tokenizer, more bool) map[string]string {
	out := map[string]string{}
	for more && len(out) < 50 {
		var k, v []byte
		k, v, more = z.TagAttr()
		out[string(k)] = string(v)
	}
	return out
}

func (p *page) start(name string, a map[string]string) {
	switch name {
	case "style", "script", "head", "title", "template", "svg":
		p.skip++
		return
	case "br":
		p.newline()
		return
	case "hr":
		p.block(1)
		p.text("________________________________")
		p.block(1)
		return
	case "img", "meta", "input", "link", "wbr", "col", "area", "base":
		return
	}
	if name == "a" {
		p.href, p.label = a["href"], p.b.Len()
	}
	p.breakBefore(name)
	switch {
	case name == "blockquote" && !strings.Contains(a["style"], "margin: 0 0 0 40px"),
		reQuoteClass().MatchString(a["class"] + " " + a["id"]):
		p.block(1)
		p.quotes++
		p.remember("quote:" + name)
		return
	case a["id"] == "divRplyFwdMsg", a["id"] == "appendonsend", reOutlookBar().MatchString(a["style"]):
		// From here on it is their answer's original: Outlook closes nothing around it.
		p.block(1)
		p.text("________________________________")
		p.block(1)
	case name == "pre":
		p.pre++
	}
	p.remember(name)
}

// remember keeps the open elements that matter, so that the end of a quote is found.
func (p *page) remember(name string) {
	switch name {
	case "div", "blockquote", "section", "table", "span", "p", "quote:div", "quote:blockquote", "quote:section", "quote:table", "quote:span", "quote:p":
		if len(p.open) < maxOpen {
			p.open = append(p.open, name)
		}
	}
}

func (p *page) breakBefore(name string) {
	switch name {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl":
		p.block(1)
	case "div", "tr", "section", "article", "header", "footer", "li", "dt", "dd", "center", "address":
		p.block(0)
		if name == "li" {
			p.text("- ")
		}
	case "td", "th":
		p.text(" ")
	}
}

func (p *page) end(name string) {
	switch name {
	case "style", "script", "head", "title", "template", "svg":
		p.skip = max(p.skip-1, 0)
		return
	case "a":
		p.link()
		return
	case "pre":
		p.pre = max(p.pre-1, 0)
	}
	switch name {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl":
		p.block(1)
	case "div", "tr", "section", "article", "header", "footer", "li", "dt", "dd", "center", "address":
		p.block(0)
	}
	// The element may have been left open within others: look a little way up for it.
	for i := len(p.open) - 1; i >= 0 && i >= len(p.open)-8; i-- {
		o := p.open[i]
		if o != name && o != "quote:"+name {
			continue
		}
		for _, gone := range p.open[i:] {
			if strings.HasPrefix(gone, "quote:") {
				p.quotes = max(p.quotes-1, 0)
			}
		}
		p.open = p.open[:i]
		return
	}
}

// link writes the address after its words, where the words do not hold it.
func (p *page) link() {
	href := strings.TrimSpace(p.href)
	p.href = ""
	if !strings.HasPrefix(strings.ToLower(href), "http") || p.label > p.b.Len() || len(href) > 2000 {
		return
	}
	shown := p.b.String()[p.label:]
	if strings.TrimSpace(shown) != "" && !strings.Contains(shown, strings.TrimSuffix(href, "/")) {
		p.text(" <" + href + ">")
	}
}

func (p *page) text(s string) {
	if p.pre > 0 {
		for i, l := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
			if i > 0 {
				p.newline()
			}
			p.write(l)
		}
		return
	}
	p.write(reSpace().ReplaceAllString(s, " "))
}

func (p *page) write(s string) {
	if p.fresh {
		s = strings.TrimLeft(s, " ")
	}
	if s == "" || p.b.Len() > 2*maxText {
		return
	}
	if p.fresh && p.quotes > 0 {
		p.b.WriteString(strings.Repeat(">", min(p.quotes, 5)) + " ")
	}
	p.b.WriteString(s)
	p.fresh, p.blank = false, 0
}

func (p *page) newline() {
	if p.b.Len() > 2*maxText || p.skip > 0 {
		return
	}
	if p.fresh {
		p.blank++
		if p.blank > 2 {
			return
		}
		if p.quotes > 0 {
			p.b.WriteString(strings.Repeat(">", min(p.quotes, 5)))
		}
	}
	p.b.WriteByte('\n')
	p.fresh = true
}

// block ends the line, and leaves that many lines empty after it.
func (p *page) block(empty int) {
	if p.b.Len() == 0 {
		return
	}
	if !p.fresh {
		p.newline()
	}
	if empty > 0 && p.blank == 0 {
		p.newline()
	}
}
