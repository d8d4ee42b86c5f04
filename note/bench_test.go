package note

import "testing"

// A letter is checked in under half a millisecond, so that one core checks 2,000 in a second.
func BenchmarkCheck(b *testing.B) {
	var all []labelled
	for _, held := range []bool{false, true} {
		all = append(all, readLabelled(b, held)...)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		l := all[i%len(all)]
		Check("", l.body, l.known)
		i++
	}
}

func BenchmarkCheckWithTheDebrief(b *testing.B) {
	brief := tableOfBriefs(3)[0]
	l := Draft(brief)
	b.ReportAllocs()
	for b.Loop() {
		Check(l.Subject, l.Body, Known{Brief: &brief, OtherBodies: map[string]string{"Luca Bianchi": l.Body + " And more."}})
	}
}

func BenchmarkDraft(b *testing.B) {
	brief := tableOfBriefs(3)[0]
	b.ReportAllocs()
	for b.Loop() {
		Draft(brief)
	}
}

func BenchmarkAlikeOfTwoLettersOf200Words(b *testing.B) {
	l := Draft(tableOfBriefs(3)[0]).Body
	long := l + l
	other := l + "Quite another end. " + l
	b.ReportAllocs()
	for b.Loop() {
		Alike(long, other)
	}
}
