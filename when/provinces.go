package when

import (
	"slices"
	"strings"
	"time"

	"github.com/rickar/cal/v2"

	afterword "afterword"
)

// The library was last changed in spring 2023 and knows no provinces of Canada. What follows mends it
// by the laws as they stand; calendar_test.go holds it against an independent list.

// dropped names what the library lists for a country although it is not a public holiday there: days
// of some cantons or trades, or abolished ones.
func dropped(country string) []string {
	switch country {
	case "BR":
		return []string{"Carnaval", "Corpus Christi"} // days off by custom, not by law
	case "CH":
		return []string{"Berchtoldstag", "Heilige Drei Könige", "Josefstag", "Tag der Arbeit", "Fronleichnam",
			"Mariä Himmelfahrt", "Allerheiligen", "Mariä Empfängnis"} // some cantons only
	case "DK":
		return []string{"Grundlovsdag"} // a half day by agreement
	case "NL":
		return []string{"Goede Vrijdag", "Bevrijdingsdag"} // by agreement; the latter every fifth year
	case "SE":
		return []string{"Midsommarafton", "Julafton", "Nyårsafton"} // eves, free by custom
	}
	return nil
}

// added are the days that came after the library, or that it never had.
func added(country string) []*cal.Holiday {
	switch country {
	case "BR":
		return []*cal.Holiday{since(2024, fixed("Dia da Consciência Negra", time.November, 20))}
	case "IT":
		return []*cal.Holiday{since(2026, fixed("San Francesco", time.October, 4))}
	case "NZ":
		return matariki()
	case "PL":
		return []*cal.Holiday{since(2025, fixed("Wigilia", time.December, 24))}
	}
	return nil
}

// matariki follows the moon; the days until 2052 stand in the Te Kāhui o Matariki Public Holiday Act 2022.
func matariki() []*cal.Holiday {
	var days []*cal.Holiday
	for i, d := range []struct {
		m   time.Month
		day int
	}{{6, 24}, {7, 14}, {6, 28}, {6, 20}, {7, 10}, {6, 25}, {7, 14}, {7, 6}, {6, 21}, {7, 11},
		{7, 2}, {6, 24}, {7, 7}, {6, 29}, {7, 18}, {7, 10}, {6, 25}, {7, 15}, {7, 6}} {
		days = append(days, once("Matariki", 2022+i, d.m, d.day))
	}
	return days
}

// provinceDays are what a Canadian province or territory keeps beside the five days that all share.
func provinceDays(part string) []*cal.Holiday {
	february := nth("Family Day", time.February, time.Monday, 3)
	victoria := &cal.Holiday{Name: "Victoria Day", Month: time.May, Day: 24, Weekday: time.Monday, Offset: -1, Func: cal.CalcWeekdayFrom}
	civic := nth("Civic Holiday", time.August, time.Monday, 1)
	truth := since(2021, fixed("National Day for Truth and Reconciliation", time.September, 30))
	thanks := nth("Thanksgiving", time.October, time.Monday, 2)
	remembrance := fixed("Remembrance Day", time.November, 11)
	boxing := fixed("Boxing Day", time.December, 26)
	switch part {
	case "AB":
		return []*cal.Holiday{february, victoria, thanks, remembrance}
	case "BC":
		return []*cal.Holiday{february, victoria, civic, since(2023, truth), thanks, remembrance}
	case "MB":
		return []*cal.Holiday{february, victoria, thanks, since(2024, truth)}
	case "NB":
		return []*cal.Holiday{february, civic, remembrance}
	case "NS":
		return []*cal.Holiday{february, remembrance}
	case "ON":
		return []*cal.Holiday{february, victoria, thanks, boxing}
	case "PE":
		return []*cal.Holiday{february, since(2022, truth), remembrance}
	case "QC":
		return []*cal.Holiday{victoria, observed("Fête nationale", time.June, 24, onMonday()[1]), thanks}
	case "SK":
		return []*cal.Holiday{february, victoria, civic, thanks, remembrance}
	}
	return nil
}

// sureStates keep the federal holidays and no others, so that the library's list is theirs.
const sureStates = " AZ ID MN ND OH OR PA SD VA WA WY "

// sureProvinces are the parts of other countries whose whole list is known.
const sureProvinces = " GB-ENG GB-WLS GB-EAW GB-SCT GB-NIR GB-UKM GB-GBN" +
	" AU-ACT AU-NSW AU-NT AU-QLD AU-SA AU-TAS AU-VIC AU-WA" +
	" CA-AB CA-BC CA-MB CA-NB CA-NS CA-ON CA-QC CA-SK" +
	" DE-BW DE-BY DE-BE DE-BB DE-HB DE-HH DE-HE DE-MV DE-NI DE-NW DE-RP DE-SL DE-SN DE-ST DE-SH DE-TH "

// sureCountries have one list that was checked.
const sureCountries = " AT AU BE BR CA CH CZ DE DK ES FR GB IE IT JP NL NO NZ PL SE US ZA "

// oneList are the countries whose parts have no public holidays of their own.
const oneList = " BE CZ DK IE JP NL NO PL SE ZA "

// sureRegion says that the whole list of the region is known, not only its country's.
func sureRegion(region string) bool {
	country, part, _ := strings.Cut(region, "-")
	switch {
	case part == "":
		return strings.Contains(sureCountries, " "+country+" ")
	case country == "US":
		return strings.Contains(sureStates, " "+part+" ")
	}
	return strings.Contains(oneList, " "+country+" ") || strings.Contains(sureProvinces, " "+region+" ")
}

// ParseRegion reads an ISO 3166 code of a country or of a part of one: "gb", "GB-SCT", "us_ca". Empty
// is no region. UK is taken for GB. The error has the field "region".
func ParseRegion(s string) (string, error) {
	hint := "write a code of ISO 3166 like GB, US, IE, DE-BY or GB-SCT"
	r := strings.ToUpper(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if r == "" {
		return "", nil
	}
	country, part, cut := strings.Cut(r, "-")
	if country == "UK" {
		country = "GB"
	}
	if len(country) != 2 || !strings.Contains(countries, " "+country+" ") {
		return "", afterword.Invalid("region", "%q is not a region", s).WithHint("%s", hint)
	}
	if !cut {
		return country, nil
	}
	if len(part) < 1 || len(part) > 3 || strings.Trim(part, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
		return "", afterword.Invalid("region", "%q is not a region", s).WithHint("%s", hint)
	}
	if known, ok := partsOf(country); ok && !slices.Contains(known, part) {
		return "", afterword.Invalid("region", "%q is not a part of %s", s, country).WithHint("one of %s", strings.Join(known, ", "))
	}
	return country + "-" + part, nil
}

// partsOf are the codes of ISO 3166-2 for the countries whose parts matter here.
func partsOf(country string) ([]string, bool) {
	switch country {
	case "GB":
		return strings.Fields("ENG WLS SCT NIR EAW GBN UKM"), true
	case "US":
		return strings.Fields("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR UM VI"), true
	case "CA":
		return strings.Fields("AB BC MB NB NL NS NT NU ON PE QC SK YT"), true
	case "AU":
		return strings.Fields("ACT NSW NT QLD SA TAS VIC WA"), true
	case "DE":
		return strings.Fields("BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH"), true
	}
	return nil, false
}

// countries are the officially assigned two-letter codes of ISO 3166-1.
const countries = " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS" +
	" BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET" +
	" FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO" +
	" IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH" +
	" MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM" +
	" PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG" +
	" TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "

func without(rules []*cal.Holiday, names ...string) []*cal.Holiday {
	return slices.DeleteFunc(slices.Clone(rules), func(h *cal.Holiday) bool { return slices.Contains(names, h.Name) })
}

func fixed(name string, m time.Month, day int) *cal.Holiday {
	return &cal.Holiday{Name: name, Month: m, Day: day, Func: cal.CalcDayOfMonth}
}

func nth(name string, m time.Month, d time.Weekday, n int) *cal.Holiday {
	return &cal.Holiday{Name: name, Month: m, Weekday: d, Offset: n, Func: cal.CalcWeekdayOffset}
}

// observed is a fixed day that moves when it falls on certain weekdays.
func observed(name string, m time.Month, day int, moved ...cal.AltDay) *cal.Holiday {
	h := fixed(name, m, day)
	h.Observed = moved
	return h
}

func onMonday() []cal.AltDay {
	return []cal.AltDay{{Day: time.Saturday, Offset: 2}, {Day: time.Sunday, Offset: 1}}
}

func since(year int, h *cal.Holiday) *cal.Holiday {
	return h.Clone(&cal.Holiday{StartYear: year})
}

func once(name string, year int, m time.Month, day int) *cal.Holiday {
	h := fixed(name, m, day)
	h.StartYear, h.EndYear = year, year
	return h
}
