package when

import (
	"strconv"
	"strings"
)

var numberWords = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
	"fifteen sixteen seventeen eighteen nineteen twenty")

var ordinalWords = strings.Fields("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth " +
	"thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")

func indexOf(list []string, w string) int {
	for i, s := range list {
		if s == w {
			return i
		}
	}
	return -1
}

func tens(w string) int {
	switch w {
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty", "fourty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "ninety":
		return 90
	}
	return 0
}

// amount is a number of units as people say it.
type amount struct {
	n     float64
	vague bool
	next  int
}

// integer reads digits or number words: "10", "ten", "twenty-one", "ten (10)".
func (r *reader) integer(i int) (n, next int, ok bool) {
	switch {
	case r.digits(i) && len(r.w(i)) <= 4:
		n, _ = strconv.Atoi(r.w(i))
		next = i + 1
	case tens(r.w(i)) > 0:
		n, next = tens(r.w(i)), i+1
		j := next
		if r.w(j) == "-" {
			j++
		}
		if k := indexOf(numberWords, r.w(j)); k > 0 && k < 10 {
			n, next = n+k, j+1
		}
	case indexOf(numberWords, r.w(i)) >= 0:
		n, next = indexOf(numberWords, r.w(i)), i+1
	default:
		return 0, i, false
	}
	if r.w(next) == "(" && r.w(next+2) == ")" { // ten (10)
		if r.digits(next+1) || indexOf(numberWords, r.w(next+1)) >= 0 || tens(r.w(next+1)) > 0 {
			next += 3
		}
	}
	return n, next, true
}

// amount reads how many: a number, one and a half, a couple, a few, several, another.
func (r *reader) amount(i int) (amount, bool) {
	if n, next, ok := r.integer(i); ok {
		a := amount{n: float64(n), next: next}
		switch {
		case r.digits(i) && r.w(next) == "." && r.glued(next) && r.digits(next+1) && r.glued(next+1):
			a.n, _ = strconv.ParseFloat(r.w(i)+"."+r.w(next+1), 64)
			a.next = next + 2
		case r.w(next) == "½":
			a.n, a.next = a.n+.5, next+1
		case r.is(next, "and", "a", "half"):
			a.n, a.next = a.n+.5, next+3
		case r.w(next) == "or" && r.w(next+1) == "so": // "two or so weeks"
			a.vague, a.next = true, next+2
		}
		if r.w(a.next) == "more" || r.w(a.next) == "further" || r.w(a.next) == "additional" || r.w(a.next) == "other" {
			a.next++
		}
		return a, true
	}
	j := i
	if w := r.w(j); w == "a" || w == "an" || w == "the" || w == "another" || w == "one" {
		j++
	}
	for r.w(j) == "further" || r.w(j) == "good" || r.w(j) == "additional" || r.w(j) == "full" || r.w(j) == "mere" || r.w(j) == "solid" || r.w(j) == "extra" {
		j++
	}
	if n, next, ok := r.integer(j); ok && j > i { // "another 2"
		return amount{n: float64(n), next: next}, true
	}
	of := func(k int) int {
		if r.w(k) == "more" {
			k++
		}
		if r.w(k) == "of" {
			k++
		}
		if r.w(k) == "more" {
			k++
		}
		return k
	}
	switch w := r.w(j); {
	case w == "couple":
		return amount{n: 2, next: of(j + 1)}, true
	case w == "few":
		return amount{n: 3, next: of(j + 1)}, true
	case w == "several":
		return amount{n: 4, next: of(j + 1)}, true
	case w == "handful":
		return amount{n: 4, vague: true, next: of(j + 1)}, true
	case w == "dozen":
		return amount{n: 12, next: of(j + 1)}, true
	case w == "half" && (r.w(j+1) == "a" || r.w(j+1) == "an"):
		return amount{n: .5, next: j + 2}, true
	case w == "some" && i == j:
		return amount{n: 3, vague: true, next: of(j + 1)}, true
	case w == "number" && r.w(j+1) == "of":
		return amount{n: 3, vague: true, next: j + 2}, true
	case (r.w(i) == "several" || r.w(i) == "few") && i == j:
		return amount{n: 3, next: i + 1}, true
	case j > i && r.w(i) != "the":
		return amount{n: 1, next: j}, true
	}
	return amount{}, false
}

// dayNumber reads a day of the month: "4", "4th", "fourth", "twenty-first". ordinal is true for the
// forms that can only be an ordinal.
func (r *reader) dayNumber(i int) (n, next int, ordinal, ok bool) {
	if r.digits(i) && len(r.w(i)) <= 2 {
		n, _ = strconv.Atoi(r.w(i))
		next = i + 1
		switch r.w(next) {
		case "st", "nd", "rd", "th":
			if r.glued(next) {
				next, ordinal = next+1, true
			}
		}
		return n, next, ordinal, n >= 1 && n <= 31
	}
	if n = indexOf(ordinalWords, r.w(i)); n > 0 {
		return n, i + 1, true, true
	}
	switch w := r.w(i); {
	case w == "thirtieth":
		return 30, i + 1, true, true
	case w == "twenty" || w == "thirty":
		j := i + 1
		if r.w(j) == "-" {
			j++
		}
		if k := indexOf(ordinalWords, r.w(j)); k > 0 && k < 10 && tens(w)+k <= 31 {
			return tens(w) + k, j + 1, true, true
		}
	}
	return 0, i, false, false
}
