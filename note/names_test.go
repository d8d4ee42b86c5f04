package note

import (
	"testing"

	"afterword"
)

func TestPeopleAreGreetedAsTheyAreCalled(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, called, first, formal, american string }{
		{"Priya Nair", "", "Priya", "Priya Nair", "Priya Nair"},
		{"Ms Priya Nair", "", "Priya", "Ms Nair", "Ms. Nair"},
		{"Dr. Amina Okafor", "", "Amina", "Dr Okafor", "Dr. Okafor"},
		{"Okafor", "Dr Okafor", "Dr Okafor", "Dr Okafor", "Dr Okafor"},
		{"Prof. Dr. Hans Müller", "", "Hans", "Professor Müller", "Professor Müller"},
		{"Dr Okafor", "", "Dr Okafor", "Dr Okafor", "Dr. Okafor"},
		{"Sukarno", "", "Sukarno", "Sukarno", "Sukarno"},
		{"Nair, Priya", "", "Priya", "Priya Nair", "Priya Nair"},
		{"WANG Xiaoming", "", "Xiaoming", "Xiaoming Wang", "Xiaoming Wang"},
		{"Kim Min-jun", "", "Min-jun", "Kim Min-jun", "Kim Min-jun"},
		{"Kim Larsen", "", "Kim", "Kim Larsen", "Kim Larsen"},
		{"Nguyen Thi Lan", "", "Lan", "Nguyen Thi Lan", "Nguyen Thi Lan"},
		{"Ms Nguyen Thi Lan", "", "Lan", "Ms Lan", "Ms. Lan"},
		{"王小明", "", "王小明", "王小明", "王小明"},
		{"Ludwig van Beethoven", "", "Ludwig", "Ludwig van Beethoven", "Ludwig van Beethoven"},
		{"Mr Ludwig van Beethoven", "", "Ludwig", "Mr van Beethoven", "Mr. van Beethoven"},
		{"Siti binti Ahmad", "", "Siti", "Siti binti Ahmad", "Siti binti Ahmad"},
		{"J. R. Ames", "", "J. R. Ames", "J. R. Ames", "J. R. Ames"},
		{"J Ames", "", "J Ames", "J Ames", "J Ames"},
		{"Dana Wells, PhD", "", "Dana", "Dana Wells", "Dana Wells"},
		{"Dana Wells Jr.", "", "Dana", "Dana Wells", "Dana Wells"},
		{"Dana Wells (she/her)", "", "Dana", "Dana Wells", "Dana Wells"},
		{"Dana Wells | Northwind", "", "Dana", "Dana Wells", "Dana Wells"},
		{"dana wells", "", "Dana", "Dana Wells", "Dana Wells"},
		{"Jean-Luc Petit", "", "Jean-Luc", "Jean-Luc Petit", "Jean-Luc Petit"},
		{"María José Núñez", "", "María José", "María José Núñez", "María José Núñez"},
		{"Sir Malcolm Dent", "", "Malcolm", "Sir Malcolm", "Sir Malcolm"},
		{"priya.nair@northwind.example", "", "", "", ""},
		{"", "", "", "", ""},
	}
	for _, c := range cases {
		r := Recipient{Name: c.name, Called: c.called}
		if got := r.greeted(false, false); got != c.first {
			t.Errorf("%q by first name: got %q, want %q", c.name, got, c.first)
		}
		if got := r.greeted(true, false); got != c.formal {
			t.Errorf("%q formally: got %q, want %q", c.name, got, c.formal)
		}
		if got := r.greeted(true, true); got != c.american {
			t.Errorf("%q formally in the United States: got %q, want %q", c.name, got, c.american)
		}
	}
}

func TestAGreetingIsComparedWithCare(t *testing.T) {
	t.Parallel()
	cases := []struct{ to, greeting, level string }{
		{"Priya Nair", "Dear Priya,", afterword.OK},
		{"Priya Nair", "Hi Priya Nair", afterword.OK},
		{"Priya Nair", "Dear Ms Nair,", afterword.OK},
		{"Priya Nair", "Dear Ms. Nair:", afterword.OK},
		{"Priya Nair", "Priya,", afterword.OK},
		{"Priya Nair", "Hello Priya!", afterword.OK},
		{"Priya Nair", "Good morning Priya -", afterword.OK},
		{"Priya Nair", "Dear Priya and Carl,", afterword.OK},
		{"Priya Nair", "Dear Carl and Priya,", afterword.OK},
		{"Priya Nair", "hi priya,", afterword.OK},
		{"Priya Nair", "DEAR PRIYA,", afterword.OK},
		{"Priya Nair", "Dear Tom,", afterword.Stop},
		{"Priya Nair", "Dear Mr Shah,", afterword.Stop},
		{"Priya Nair", "Dear Priya Shah,", afterword.Stop},
		{"Priya Nair", "Dear Pria,", afterword.Stop},
		{"Priya Nair", "Dear ,", afterword.Stop},
		{"Priya Nair", "Dear Dr.,", afterword.Stop},
		{"Priya Nair", "Dear Hiring Manager,", afterword.Advice},
		{"Priya Nair", "Dear Sir or Madam,", afterword.Advice},
		{"Priya Nair", "Hi there,", afterword.Advice},
		{"Priya Nair", "Hello,", afterword.OK},
		{"Priya Nair", "Hey Carl", afterword.Stop},
		{"Ms Priya Nair", "Dear Mr Nair,", afterword.Stop},
		{"Dr. Amina Okafor", "Dear Dr. Okafor,", afterword.OK},
		{"Dr. Amina Okafor", "Dear Dr Amina Okafor,", afterword.OK},
		{"Dr. Amina Okafor", "Dear Dr. Okafur,", afterword.Stop},
		{"Zoë Brontë", "Dear Zoe,", afterword.OK},
		{"José Núñez", "Dear Jose,", afterword.OK},
		{"Jörg Müller", "Dear Mr Mueller,", afterword.OK},
		{"Thomas Webb", "Dear Tom,", afterword.OK},
		{"Catherine Wu", "Hi Kate,", afterword.OK},
		{"Samantha Lee", "Hi Sam,", afterword.OK},
		{"Ludwig van Beethoven", "Dear Mr van Beethoven,", afterword.OK},
		{"Wu-Reynolds, Catherine", "Dear Ms Wu-Reynolds,", afterword.OK},
		{"Priya", "Dear Priya Nair,", afterword.OK},
		{"priya.nair@northwind.example", "Dear Priya,", afterword.OK},
		{"priya.nair@northwind.example", "Dear Tom,", afterword.Stop},
		{"O'Neill, Siobhán", "Dear Ms O’Neill,", afterword.OK},
		{"王小明", "Dear 王小明,", afterword.OK},
		{"Frau Sabine Vogel", "Sehr geehrte Frau Vogel,", afterword.OK},
		{"Priya Nair", "Dear Professor,", afterword.Stop},
	}
	for _, above := range []string{"Subject: Thank you\n\n", "Asha Kumar\n1 High Street\nLeeds\n\n20 November 2026\n\n"} {
		cases = append(cases, struct{ to, greeting, level string }{"Priya Nair", above + "Dear Tom,", afterword.Stop},
			struct{ to, greeting, level string }{"Priya Nair", above + "Dear Priya,", afterword.OK})
	}
	for _, c := range cases {
		body := c.greeting + "\n\nThank you for showing me the cold store today. I would be glad to work there.\n\nAsha"
		got := "none"
		for _, f := range Check("", body, Known{To: c.to}).Checks {
			if f.Check == "name" || f.Check == "spelling" && f.Level == afterword.Stop { // a slip of the pen is told as one
				got = f.Level
			}
		}
		if got != c.level {
			t.Errorf("%q to %q: got %s, want %s", c.greeting, c.to, got, c.level)
		}
	}
}
