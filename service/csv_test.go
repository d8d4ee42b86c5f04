package service_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"afterword"
	"afterword/service"
	"afterword/testkit"
)

// lister is a service on an empty folder, in a region.
func lister(t *testing.T, region string) (*service.Service, afterword.Actor) {
	t.Helper()
	v := service.New(service.Options{DB: testkit.SQLite(t, nil), Local: time.UTC,
		Now: func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) }})
	a, err := v.Own(t.Context(), "test")
	if err == nil {
		_, err = v.Set(t.Context(), a, "region", region)
	}
	if err != nil {
		t.Fatal(err)
	}
	return v, a
}

func TestAListGoesInOnceWithItsOwnColumns(t *testing.T) {
	t.Parallel()
	v, a := lister(t, "")
	text := "\xef\xbb\xbfsep=;\r\nCompany Name;POSITION;Date applied;Interview date;Status;Contact;E-mail;Interviewers;Salary\r\n" +
		"Northwind;Analyst;2026-11-01;2026-11-18 2:30 pm;Interview;Dana Roe;dana@northwind.example;Priya Nair, Tom Wu;40k\r\n" +
		"Hale;Designer;3/10/2026;13/10/2026;Rejected;;;;\r\n;;;;;;;;\r\n\"Quay; Sons\";;5 Oct 2026;;Applied;;;;\"a\nb\"\r\n"
	for range 2 {
		r, err := v.ImportList(t.Context(), a, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Applications) != 3 || strings.Join(r.LeftOut, ",") != "Salary" || strings.Join(r.Stages, ",") != "Interview,Applied" || r.Applications[2].Line != 6 {
			t.Errorf("%+v", r)
		}
	}
	all, err := v.List(t.Context(), a, service.ListFilter{})
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	if all[0].Start == nil || !all[0].Start.Equal(time.Date(2026, 11, 18, 14, 30, 0, 0, time.UTC)) || len(all[0].People) < 2 {
		t.Errorf("%+v", all[0])
	}
	if all[1].Outcome != afterword.OutcomeNo || all[1].State != afterword.StateClosed || all[1].Start.Day() != 13 {
		t.Errorf("%+v", all[1])
	}
}

func TestAListThatCannotBeReadChangesNothing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		region, text string
		kind         afterword.Kind
		says         string
	}{
		"a day or a month":             {"", "Company,Applied\nA,2026-01-02\nB,03/04/2026\n", afterword.Conflict, "line 3"},
		"a day or a month in Canada":   {"CA-ON", "Company,Applied\nB,03/04/2026\n", afterword.Conflict, "line 2"},
		"another order than in Boston": {"US", "Company,Applied\nA,25/12/2026\nB,03/04/2026\n", afterword.Conflict, "line 3"},
		"both orders":                  {"", "Company,Applied\nA,25/12/2026\nB,12/25/2026\n", afterword.InvalidInput, "line 3"},
		"no such day":                  {"GB", "Company,Applied\nGood,1/2/2026\nB,31/04/2026\n", afterword.InvalidInput, "line 3"},
		"no such hour":                 {"GB", "Company,Interview\nB,2026-04-01 25:00\n", afterword.InvalidInput, "line 2"},
		"words for a date":             {"GB", "Company,Interview\nB,soon\n", afterword.InvalidInput, "line 2"},
		"no employer":                  {"GB", "Company,Role\nGood,Dev\n,Dev\n", afterword.InvalidInput, "line 3"},
		"no column for it":             {"GB", "Foo,Bar\n1,2\n", afterword.InvalidInput, "employer"},
		"two columns for it":           {"GB", "Company,Employer\n1,2\n", afterword.Conflict, "Employer"},
		"a column that may be two":     {"GB", "Company,Date\nA,2026-01-01\n", afterword.Conflict, "Date"},
		"too many cells":               {"GB", "Company,Role\nGood,Dev\nA,B,C\n", afterword.InvalidInput, "line 3"},
		"an open quote":                {"GB", "Company,Role\nGood,Dev\n\"A,B\n", afterword.InvalidInput, "line 3"},
		"not an address":               {"GB", "Company,Email\nGood,a@b.example\nB,nobody\n", afterword.InvalidInput, "line 3"},
		"a zone that is none":          {"GB", "Company,Interview,Zone\nB,2026-04-01 10:00,Mars\n", afterword.InvalidInput, "line 2"},
		"not text":                     {"GB", "Company\n\xff\xfe\n", afterword.InvalidInput, "UTF-8"},
		"nothing":                      {"GB", "\n \n", afterword.InvalidInput, "empty"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v, a := lister(t, c.region)
			_, err := v.ImportList(t.Context(), a, []byte(c.text))
			var e *afterword.Error
			if afterword.KindOf(err) != c.kind {
				t.Fatalf("got %v", err)
			} else if !errors.As(err, &e) || !strings.Contains(e.Error()+e.Hint, c.says) {
				t.Errorf("%q does not say %q", e.Error(), c.says)
			}
			if hits, err := v.Find(t.Context(), a, "good"); err != nil || len(hits) > 0 {
				t.Error("a part of it was stored", hits, err)
			}
		})
	}
}

func TestADayInAListIsReadInTheOrderOfItsRegion(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ region, cell, want string }{
		{"GB", "03/04/2026", "2026-04-03"}, {"US", "03/04/2026", "2026-03-04"}, {"US", "3/4/26 9am", "2026-03-04 09:00"},
		{"", "25/12/2026", "2026-12-25"}, {"", "12/25/2026", "2026-12-25"}, {"", "04/04/2026", "2026-04-04"}, {"US", "3.4.2026", "2026-04-03"},
		{"", "Fri, 4 Dec 2026 14:05", "2026-12-04 14:05"}, {"", "December 4th, 2026 at 2:05 pm", "2026-12-04 14:05"}, {"", "4-Dec-26", "2026-12-04"},
		{"", "2026/12/4", "2026-12-04"}, {"", "2026-12-04T14:05:00+01:00", "2026-12-04 13:05"}, {"", "2026-12-04 12:30 AM", "2026-12-04 00:30"},
	} {
		v, a := lister(t, c.region)
		r, err := v.ImportList(t.Context(), a, []byte("Company,Interview\nA,\""+c.cell+"\"\n"))
		if err != nil {
			t.Errorf("%s %q: %v", c.region, c.cell, err)
			continue
		}
		iv, err := v.Show(t.Context(), a, string(r.Applications[0].Interview))
		want := c.want
		if len(want) == len("2006-01-02") {
			want += " 12:00" // a day alone, and it is said
			if len(r.Said) == 0 {
				t.Errorf("%q: noon was guessed in silence", c.cell)
			}
		}
		if err != nil || iv.Start == nil || iv.Start.UTC().Format("2006-01-02 15:04") != want {
			t.Errorf("%s %q: got %v, want %s, %v", c.region, c.cell, iv.Start, want, err)
		}
	}
}
