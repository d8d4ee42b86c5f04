package cli

import (
	"bytes"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"afterword"
	"afterword/service"
)

type setCmd struct {
	Name  string   `arg:"" optional:"" help:"name, email, sign-off, link, zone, region, weekend, formal, matters, next-step, good-things or holidays."`
	Value []string `arg:"" optional:"" sep:"none" help:"Several make a list; \"\" clears it."`
}

// Validate finds what cannot go together.
func (c *setCmd) Validate() error {
	if c.Name != "" && len(c.Value) == 0 {
		return misused("there is no <value>: \"\" clears the setting")
	}
	return nil
}

func (c *setCmd) Run(s *session) error {
	if c.Name == "holidays" {
		return c.holidays(s)
	}
	v, a, err := s.open()
	if err != nil {
		return err
	}
	set, err := v.Settings(s.ctx, a)
	if err == nil && c.Name != "" {
		set, err = v.Set(s.ctx, a, c.Name, c.value())
	}
	if err != nil {
		return err
	}
	set.Matters, set.GoodThings = many(set.Matters), many(set.GoodThings)
	return s.print(set, func(p *page) { p.settings(set) })
}

// value is one value, or a list with one entry a line.
func (c *setCmd) value() string {
	if c.Name == "matters" || c.Name == "good-things" {
		return strings.Join(c.Value, "\n")
	}
	return strings.Join(c.Value, " ")
}

func (p *page) settings(v afterword.Settings) {
	formal := ""
	if v.Formal {
		formal = "yes"
	}
	for _, f := range [][2]string{
		{"name", v.Name}, {"email", v.Email}, {"sign-off", v.SignOff}, {"link", v.Link}, {"zone", v.Zone},
		{"region", v.Region}, {"weekend", v.Weekend}, {"formal", formal}, {"matters", strings.Join(v.Matters, "; ")},
		{"next-step", v.NextStep}, {"good-things", strings.Join(v.GoodThings, "; ")},
		{"holidays", holidayWords(v.Holidays)},
	} {
		p.line("%-12s %s", f[0], f[1])
	}
}

type exportCmd struct {
	File string `arg:"" optional:"" help:"Without it, standard output."`
}

func (c *exportCmd) Run(s *session) error {
	v, a, err := s.open()
	if err != nil {
		return err
	}
	if c.File == "" || c.File == "-" {
		return v.Export(s.ctx, a, s.Out)
	}
	if err := save(c.File, func(w io.Writer) error { return v.Export(s.ctx, a, w) }); err != nil {
		return err
	}
	return s.wrote(c.File)
}

// wrote says which file was written.
func (s *session) wrote(name string) error {
	return s.print(map[string]string{"file": name}, func(p *page) { p.line("Written: %s", name) })
}

type importCmd struct {
	File string `arg:"" help:"What afterword export wrote, or a plain list of applications (CSV)."`
}

func (c *importCmd) Run(s *session) error {
	b, err := s.file(c.File)
	if err != nil {
		return err
	}
	v, a, err := s.open()
	if err != nil {
		return err
	}
	if c.isList(b) {
		list, err := v.ImportList(s.ctx, a, b)
		if err != nil {
			return err
		}
		list.LeftOut, list.Stages, list.Said = many(list.LeftOut), many(list.Stages), many(list.Said)
		return s.print(list, func(p *page) { p.listed(list) })
	}
	if err := v.Import(s.ctx, a, bytes.NewReader(b)); err != nil {
		return err
	}
	all, err := v.List(s.ctx, a, everyInterview())
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) {
		p.line("Everything is in; interviews: %d. Sending is held until you say `afterword restore --release`.", len(all))
	})
}

// isList tells a plain list from an export: by its name, and without one by how it begins.
func (c *importCmd) isList(b []byte) bool {
	switch strings.ToLower(filepath.Ext(c.File)) {
	case ".csv", ".tsv", ".tab":
		return true
	}
	return c.File == "-" && !bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))), []byte("{"))
}

// listed tells what became of a plain list.
func (p *page) listed(l service.ListImport) {
	added, rounds, already := 0, 0, 0
	for _, a := range l.Applications {
		switch {
		case a.Already:
			already++
		case a.Interview != "":
			added, rounds = added+1, rounds+1
		default:
			added++
		}
	}
	p.line("In: %d applications, %d of them with an interview. Already here: %d.", added, rounds, already)
	heads := slices.Sorted(maps.Keys(l.Columns))
	for _, head := range heads {
		p.line("  column %q is %s", head, columnWords(l.Columns[head]))
	}
	for _, head := range l.LeftOut {
		p.line("  column %q has no place here and was left out", head)
	}
	if len(l.Stages) > 0 {
		p.line("  these words say nothing that happened and were left out: %s", strings.Join(l.Stages, ", "))
	}
	for _, said := range l.Said {
		p.line("%s", said)
	}
	for _, a := range l.Applications {
		if a.Interview == "" && !a.Already {
			p.line("line %d  %s %s has no interview yet: `afterword add --application %s --start TIME` adds one", a.Line, a.Employer, a.Role, a.Application)
		}
	}
}

// columnWords name for people what a column of a list was taken for.
func columnWords(what string) string {
	switch what {
	case "applied":
		return "the day you applied"
	case "interview":
		return "the day of the interview"
	case "answered":
		return "the day of their answer"
	case "stage":
		return "how it ended"
	case "contact", "email", "phone":
		return "the " + what + " of whom to write to"
	}
	return "the " + what
}

type backupCmd struct {
	File string `arg:"" help:"Where to."`
}

func (c *backupCmd) Run(s *session) error {
	v, _, err := s.open()
	if err != nil {
		return err
	}
	path, err := filepath.Abs(c.File)
	if err != nil {
		return fileError(c.File, err)
	}
	if err := v.Backup(s.ctx, path); err != nil {
		return err
	}
	return s.wrote(c.File)
}

type restoreCmd struct {
	File    string `arg:"" optional:"" help:"What afterword backup wrote."`
	Release bool   `help:"You have looked at what stands as unsent: sending is not held any more."`
}

// Validate wants a file or the word that nothing is held, and not both.
func (c *restoreCmd) Validate() error {
	if (c.File == "") != c.Release {
		return misused("give the FILE that afterword backup wrote, or --release")
	}
	return nil
}

func (c *restoreCmd) Run(s *session) error {
	if c.Release {
		v, a, err := s.open()
		if err == nil {
			err = v.Release(s.ctx, a)
		}
		if err != nil {
			return err
		}
		return s.print(map[string]bool{"held": false}, func(p *page) { p.line("Sending is not held any more.") })
	}
	path, err := filepath.Abs(c.File)
	if err != nil {
		return fileError(c.File, err)
	}
	if err := s.Restore(s.ctx, path); err != nil {
		return err
	}
	return s.print(map[string]string{"restored": c.File}, func(p *page) {
		p.line("Back as it was. What was in the folder before, if anything, is kept beside it. Sending is held until you say `afterword restore --release`.")
	})
}

type doctorCmd struct {
	Alive bool `help:"Only ask whether the pages of this computer answer."`
}

func (c *doctorCmd) Run(s *session) error {
	if c.Alive {
		if err := s.Alive(s.ctx); err != nil {
			return err
		}
		return s.print(map[string]bool{"alive": true}, func(p *page) { p.line("The pages answer.") })
	}
	v, a, err := s.open()
	if err != nil {
		return err
	}
	all, err := v.Doctor(s.ctx, a)
	if err != nil {
		return err
	}
	return s.print(many(all), func(p *page) { p.findings(all) })
}

// findings tells of each thing that was looked at.
func (p *page) findings(all []service.Finding) {
	for _, f := range all {
		mark := "good"
		if !f.OK {
			mark = "look"
		}
		p.line("%s  %s: %s", mark, f.What, f.Says)
	}
}
