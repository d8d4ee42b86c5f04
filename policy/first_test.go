package policy_test

import (
	"encoding/json"
	"testing"
)

func TestScratch(t *testing.T) {
	s := tell(t, usual)
	p := s.plan("r1", "2026-11-25 10:00")
	b, _ := json.MarshalIndent(p, "", " ")
	t.Log(string(b))
	v := s.may("2026-11-25 10:00", "status")
	t.Log(v)
}
