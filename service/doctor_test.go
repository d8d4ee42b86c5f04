package service_test

import (
	"strings"
	"testing"

	"afterword/service"
)

func TestTheDoctorKnowsTheHolidaysThatWereGiven(t *testing.T) {
	eachCalendar(t, func(d calendarDesk) {
		says := func(what string) (said string, ok bool) {
			all, err := d.svc.Doctor(d.Context(), d.a)
			d.must(err)
			for _, f := range all {
				if f.What == what {
					return f.Says, f.OK
				}
			}
			return "", true
		}
		_, err := d.svc.Set(d.Context(), d.a, "region", "IN")
		d.must(err)
		if said, ok := says("region"); ok || !strings.Contains(said, "are not known for 2026") {
			d.Errorf("without a file: %q", said)
		}
		_, err = d.svc.SetHolidays(d.Context(), d.a, "", []service.Days{{From: day(2026, 12, 25), To: day(2026, 12, 25)}})
		d.must(err)
		if said, ok := says("region"); !ok || said != "The public holidays of IN are counted." {
			d.Errorf("with the file: %q", said)
		}
	})
}
