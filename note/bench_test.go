package note

import (
	"maps"
	"slices"
	"testing"
)

// The report on the checks: precision and recall of each over the labelled letters, the wrong cases
// written out. The time is not what it is about.
func BenchmarkChecksAgainstLabels(b *testing.B) {
	for of, name := range sets {
		letters := readLabelled(b, set(of))
		var stop, advice score
		var by map[string]*score
		b.Run(name, func(b *testing.B) {
			stop, advice, by = measure(b, letters, false)
			for range b.N - 1 {
				measure(b, letters, false)
			}
			b.ReportMetric(stop.precision(), "stop-precision")
			b.ReportMetric(stop.recall(), "stop-recall")
			b.ReportMetric(advice.precision(), "advice-precision")
			b.ReportMetric(advice.recall(), "advice-recall")
		})
		for _, check := range slices.Sorted(maps.Keys(by)) {
			b.Run(name+"/"+check, func(b *testing.B) {
				for _, wrong := range by[check].cases {
					if b.N == 1 {
						b.Log(wrong)
					}
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(by[check].precision(), "precision")
				b.ReportMetric(by[check].recall(), "recall")
			})
		}
	}
}

// A letter is checked in under half a millisecond, so that one core checks 2,000 in a second.
func BenchmarkCheck(b *testing.B) {
	var all []labelled
	for of := range sets {
		all = append(all, readLabelled(b, set(of))...)
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
