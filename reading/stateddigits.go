package reading

import (
	"strconv"
	"strings"
)

var (
	smallNumbers = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
	tensNumbers = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

	numberWord = lazily(`\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b`)
	hundreds   = lazily(`\b(a|\d{1,2}) hundred(?: (?:and )?(\d{1,2}))?\b`)
	decades    = lazily(`\b(low|early|mid|middle|high|upper|late)[- ](?:to[- ](?:mid|high|upper)[- ])?(?:the )?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0'?s)\b`)
	aWeek      = lazily(`\b(?:an?|the usual|the standard) (?:full |whole |calendar )?(week|month|fortnight|quarter)\b`)
	andAHalf   = lazily(`\b(\d+) (weeks?|months?) and a half\b`)
	half       = lazily(`\b(\d+) and a half\b`)
)

// inDigits is a text in lower case with its numbers in digits: "forty-five thousand" is "45 thousand".
func inDigits(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "–", "-", "—", " - ", "\u00a0", " ", "\u202f", " ").Replace(strings.ToLower(s))
	s = decades.re().ReplaceAllStringFunc(s, func(m string) string {
		p := decades.re().FindStringSubmatch(m)
		base := 0
		for word, n := range tensNumbers {
			if strings.HasPrefix(p[2], word[:len(word)-1]) || strings.HasPrefix(p[2], strconv.Itoa(n)) {
				base = n
			}
		}
		from, to := 4, 6
		switch p[1] {
		case "low", "early":
			from, to = 0, 3
		case "high", "upper", "late":
			from, to = 7, 9
		}
		return strconv.Itoa(base+from) + "-" + strconv.Itoa(base+to) + "k"
	})
	s = numberWord.re().ReplaceAllStringFunc(s, func(m string) string {
		tens, ones, _ := strings.Cut(strings.ReplaceAll(m, "-", " "), " ")
		n, ok := tensNumbers[tens]
		if !ok {
			n = smallNumbers[tens]
		}
		return strconv.Itoa(n + smallNumbers[ones])
	})
	s = hundreds.re().ReplaceAllStringFunc(s, func(m string) string {
		p := hundreds.re().FindStringSubmatch(m)
		n, _ := strconv.Atoi(p[1])
		rest, _ := strconv.Atoi(p[2])
		return strconv.Itoa(max(n, 1)*100 + rest)
	})
	s = half.re().ReplaceAllString(s, "$1.5")
	return andAHalf.re().ReplaceAllString(aWeek.re().ReplaceAllString(s, "1 $1"), "$1.5 $2")
}

const currencies = `£|€|\$|¥|₹|zł|kč|usd|us\$|eur|gbp|chf|sek|nok|dkk|pln|inr|aud|cad|sgd|s\$|jpy|euros?|pounds?|dollars?|quid|francs?|crowns?|rupees?|rs\.?`

var (
	amount  = lazily(`(?:(` + currencies + `)\s?)?\b(\d{1,3}(?:[,.' ]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:[.,]\d{1,2})?)\s?(k\b|thousand\b|grand\b|lakhs?\b|lpa\b|m\b|million\b|tsd\b)?\s?(` + currencies + `)?`)
	months  = lazily(`\b\d+(?:\.\d+)?(?:\s?-\s?\d+)?\s?(?:weeks?|wks?|months?|days|years?|fortnights?|quarters?)\b`)
	spans   = months
	between = lazily(`^\s*(?:-|to|and|up to|or)\s*$`)
	payNow  = lazily(`\b(?:now|current|currently|at present|at the moment|today|these days|so far|i'm on|i am on|i'm at|i was on|i make|i earn|i'm making|i'm earning|i get|my (?:base|salary) is)\b`)
	perDay  = lazily(`\b(?:(?:a|per|each|/) ?day|daily|day rate|p/?d|/d)\b|/ ?day\b`)
	perHr   = lazily(`\b(?:(?:an?|per|each) ?hour|hourly|p/?h)\b|/ ?(?:h|hr|hour)\b`)
	perMon  = lazily(`\b(?:(?:a|per|each) ?month|1 month|monthly|p\.?c?\.?m)\b|/ ?(?:m|mo|month)\b`)
	about   = lazily(`\b(?:about|around|roughly|approximately|approx|circa|ca|c\.|or so|somewhere|ish|ballpark|give or take|region of)\b|~|ish\b`)
	atMost  = lazily(`\b(?:up to|at most|no more than|not more than|maximum|max|below|under)\b`)
	notLess = lazily(`\b(?:not|n't|never|nothing|no less)(?: \w+){0,2} (?:below|under)\b`)
	atLeast = lazily(`\b(?:at least|from|minimum|min|no less than|above|over|more than|upwards|north of|or more|and up|upwards|or above)\b|\bup$|\d\s?k?\+`)
)

// amountOf is one amount, or the ends of a range.
type amountOf struct {
	low, high float64
	currency  string
	bare      bool // a number alone: no currency and no thousands
}

// amountsIn are the amounts of money in a text; a range is one.
func amountsIn(low string) (list []amountOf) {
	last := -1
	for _, at := range amount.re().FindAllStringSubmatchIndex(low, -1) {
		part := func(i int) string {
			if at[2*i] < 0 {
				return ""
			}
			return low[at[2*i]:at[2*i+1]]
		}
		n, ok := numberOf(part(2))
		if !ok || strings.HasPrefix(low[at[5]:], "%") || strings.HasPrefix(low[at[5]:], " %") || strings.HasPrefix(low[at[5]:], " percent") {
			continue
		}
		n *= scaleOf(part(3))
		cur := currencyOf(part(1) + part(4))
		a := amountOf{n, n, cur, cur == "" && part(3) == "" && n < 5000}
		if len(list) > 0 && last >= 0 && between.re().MatchString(low[last:at[0]]) {
			prev := &list[len(list)-1]
			prev.joined(a)
		} else {
			list = append(list, a)
		}
		last = at[1]
	}
	return list
}

// joined makes two amounts a range: "45-50k" means thousands on both sides.
func (a *amountOf) joined(b amountOf) {
	if a.low < b.high/100 {
		a.low *= 1000
	}
	a.low, a.high = min(a.low, b.high), max(a.high, b.high)
	if a.currency == "" {
		a.currency = b.currency
	}
	a.bare = a.bare && b.bare
}

func numberOf(s string) (float64, bool) {
	if i := strings.LastIndexAny(s, ",.' "); i >= 0 && len(s)-i == 4 { // thousands
		s = strings.NewReplacer(",", "", ".", "", "'", "", " ", "").Replace(s)
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64)
	return n, err == nil
}

func scaleOf(s string) float64 {
	switch s {
	case "k", "thousand", "grand", "tsd":
		return 1e3
	case "lakh", "lakhs", "lpa":
		return 1e5
	case "m", "million":
		return 1e6
	}
	return 1
}

func currencyOf(s string) string {
	switch {
	case s == "":
		return ""
	case strings.HasPrefix(s, "£"), s == "gbp", strings.HasPrefix(s, "pound"), s == "quid":
		return "GBP"
	case strings.HasPrefix(s, "€"), strings.HasPrefix(s, "eur"):
		return "EUR"
	case strings.HasPrefix(s, "$"), s == "usd", s == "us$", strings.HasPrefix(s, "dollar"):
		return "USD"
	}
	if strings.HasPrefix(s, "rs") || strings.HasPrefix(s, "rupee") || s == "₹" {
		return "inr"
	}
	return strings.TrimSuffix(s, "s")
}
