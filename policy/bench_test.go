package policy_test

import (
	"testing"

	"afterword"
	"afterword/policy"
)

const usual = `
own Europe/London
region GB
contact Hana Mori <hana@northwind.example>
referee Ruth Adler
2026-11-02 09:00 agreed Ruth Adler
2026-11-10 09:00 booked r1 2026-11-20 14:00 to 15:10 in Europe/London with Priya Nair <priya@northwind.example>, Tom Reed <tom@northwind.example>
2026-11-20 15:40 debrief r1 {"met":[{"name":"Priya Nair","talked_about":"the reports"},{"name":"Tom Reed"}],"hear":{"said":"1 to 2 weeks","channel":"email"},"want":"still","promised":[{"what":"portfolio link","due":"2026-11-24"}]}
2026-11-20 19:40 sent thanks to Priya Nair for r1
2026-11-20 20:10 sent thanks to Tom Reed for r1
2026-11-21 11:00 sent referee_heads_up to Ruth Adler for r1
2026-11-23 10:00 kept r1 portfolio link
2026-11-24 10:00 look_back r1 {"went_well":["calm"]}
`

func BenchmarkPlan(b *testing.B) {
	s := tell(b, usual)
	now := s.at("2026-11-25 10:00")
	b.ReportAllocs()
	for b.Loop() {
		policy.Compute(s.c, "r1", s.r, now)
	}
}

func BenchmarkGuard(b *testing.B) {
	s := tell(b, usual)
	now := s.at("2026-11-25 10:00")
	b.ReportAllocs()
	for b.Loop() {
		policy.May(s.c, "r1", afterword.Try{Kind: afterword.StatusQuestion}, s.r, now)
	}
}
