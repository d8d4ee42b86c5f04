package when

import (
	"slices"
	"strings"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/au"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/br"
	"github.com/rickar/cal/v2/ca"
	"github.com/rickar/cal/v2/ch"
	"github.com/rickar/cal/v2/cz"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/es"
	"github.com/rickar/cal/v2/fr"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/ie"
	"github.com/rickar/cal/v2/it"
	"github.com/rickar/cal/v2/jp"
	"github.com/rickar/cal/v2/nl"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/nz"
	"github.com/rickar/cal/v2/pl"
	"github.com/rickar/cal/v2/se"
	"github.com/rickar/cal/v2/us"
	"github.com/rickar/cal/v2/za"

	afterword "afterword"
)

// holidaysOf computes the public holidays of one year: what the library knows of the region, mended
// where provinces.go says so. A day moved over New Year belongs to the year it is taken in.
func holidaysOf(region string, year int) *holidays {
	h := &holidays{name: map[afterword.Date]string{}}
	for _, rule := range rulesOf(region) {
		for y := year - 1; y <= year+1; y++ {
			if y != year && rule.Month != time.January && rule.Month != time.December {
				continue
			}
			_, t := rule.Calc(y)
			if t.IsZero() || t.Year() != year {
				continue
			}
			d := afterword.DateOf(t)
			h.off[d.Month] |= 1 << d.Day
			h.name[d] = rule.Name
		}
	}
	return h
}

// rulesOf are the rules of a region, of its country where the region has none of its own.
func rulesOf(region string) []*cal.Holiday {
	country, part, _ := strings.Cut(region, "-")
	switch country {
	case "GB":
		return britain(part)
	case "US":
		return us.Holidays // the federal ones; see sureStates
	case "CA":
		return canada(part)
	case "AU":
		return australia(part)
	case "DE":
		return germany(part)
	}
	return slices.Concat(without(national(country), dropped(country)...), added(country))
}

// national is what the library has for a whole country, nil where it has nothing or where what it has
// was not checked.
func national(country string) []*cal.Holiday {
	switch country {
	case "AT":
		return at.Holidays
	case "BE":
		return be.Holidays
	case "BR":
		return br.Holidays
	case "CH":
		return ch.Holidays
	case "CZ":
		return cz.Holidays
	case "DK":
		return dk.Holidays
	case "ES":
		return es.Holidays
	case "FR":
		return fr.Holidays
	case "IE":
		return ie.Holidays
	case "IT":
		return it.Holidays
	case "JP":
		return jp.Holidays
	case "NL":
		return nl.Holidays
	case "NO":
		return no.Holidays
	case "NZ":
		return nz.Holidays
	case "PL":
		return pl.Holidays
	case "SE":
		return se.Holidays
	case "ZA":
		return za.Holidays
	}
	return nil
}

// germany has a list for each state. Below the states (Augsburg, the Catholic parishes of Bavaria)
// nothing is sure.
func germany(part string) []*cal.Holiday {
	switch part {
	case "BW":
		return de.HolidaysBW
	case "BY":
		return de.HolidaysBY
	case "BE":
		return append(slices.Clone(de.HolidaysBE), once("Tag der Befreiung", 2025, time.May, 8))
	case "BB":
		return de.HolidaysBB
	case "HB":
		return de.HolidaysHB
	case "HH":
		return de.HolidaysHH
	case "HE":
		return de.HolidaysHE
	case "MV":
		return de.HolidaysMV
	case "NI":
		return de.HolidaysNI
	case "NW":
		return de.HolidaysNW
	case "RP":
		return de.HolidaysRP
	case "SL":
		return de.HolidaysSL
	case "SN":
		return de.HolidaysSN
	case "ST":
		return de.HolidaysST
	case "SH":
		return de.HolidaysSH
	case "TH":
		return de.HolidaysTH
	}
	return de.Holidays
}

// australia has a list for each state; the country alone has what all of them share.
func australia(part string) []*cal.Holiday {
	switch part {
	case "ACT":
		return au.HolidaysACT
	case "NSW":
		return au.HolidaysNSW
	case "NT":
		return au.HolidaysNT
	case "QLD":
		return au.HolidaysQLD
	case "SA":
		return au.HolidaysSA
	case "TAS":
		return au.HolidaysTAS
	case "VIC":
		return au.HolidaysVIC
	case "WA":
		return au.HolidaysWA
	}
	return []*cal.Holiday{au.NewYear, au.AustraliaDay, au.GoodFriday, au.EasterMonday, au.AnzacDay, au.MourningDay2022, au.ChristmasDay, au.BoxingDay}
}

// britain: the library has England and Wales, which is also what GB alone stands for.
func britain(part string) []*cal.Holiday {
	switch part {
	case "SCT":
		return append(without(gb.Holidays, gb.EasterMonday.Name, gb.SummerHoliday.Name),
			observed("January 2nd", time.January, 2, cal.AltDay{Day: time.Saturday, Offset: 2}, cal.AltDay{Day: time.Sunday, Offset: 2}, cal.AltDay{Day: time.Monday, Offset: 1}),
			nth("Summer Bank Holiday", time.August, time.Monday, 1),
			observed("St Andrew's Day", time.November, 30, onMonday()...),
			once("World Cup", 2026, time.June, 15))
	case "NIR":
		return append(slices.Clone(gb.Holidays),
			observed("St Patrick's Day", time.March, 17, onMonday()...),
			observed("Battle of the Boyne", time.July, 12, onMonday()...))
	}
	return gb.Holidays
}

// canada: the days every province keeps, and the rest by province.
func canada(part string) []*cal.Holiday {
	return slices.Concat([]*cal.Holiday{ca.NewYear, ca.GoodFriday, ca.CanadaDay, ca.LabourDay, ca.ChristmasDay}, provinceDays(part))
}
