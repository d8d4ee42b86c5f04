package web

import (
	"afterword"
	"afterword/service"
)

// FirstPage is the first page of all, and "Add an interview": three doors, or two.
type FirstPage struct {
	Frame
	Doors
	First bool // nothing is there yet
}

// Doors are the ways in: one that just ended, one that comes up, an example.
type Doors struct {
	Open     string // which door stands open: ended, paste or type
	Employer string
	Pasted   string
	Once     string
	Example  bool
	Typed    TypedForm
}

// TypedForm is an interview by hand.
type TypedForm struct {
	Employer, Role, Start, Duration, Zone, With, Agency, Location, Application, Kind string
	Rounds                                                                           []Option // applications it may be a further round of
}

func (v *visit) doors(open string) Doors {
	return Doors{Open: open, Once: newOnce(), Example: v.Example != nil, Typed: TypedForm{Zone: orElse(v.set.Zone, v.loc.String())}}
}

// add is the page with the doors.
func (v *visit) addPage() FirstPage {
	p := FirstPage{Frame: v.task("Add an interview", Link{"/interviews", "Interviews"}), Doors: v.doors(orElse(v.query("door"), "paste"))}
	p.Example = false
	return p
}

func addForm(v *visit) error {
	p := v.addPage()
	if p.Typed.Application = v.query("application"); p.Typed.Application != "" {
		x, err := v.Service.Application(v.ctx, v.a, afterword.ID(p.Typed.Application))
		if err != nil {
			return err
		}
		p.Open, p.Typed.Employer, p.Typed.Role = "type", x.Employer, x.Role
		if after := v.query("after"); after != "" {
			iv, err := v.Service.Show(v.ctx, v.a, after)
			if err != nil {
				return err
			}
			p.Typed.Zone = orElse(iv.Zone, p.Typed.Zone)
		}
	}
	return v.show(firstPage(p))
}

// addEnded is the first door: it just ended.
func addEnded(v *visit) error {
	in := service.AddInput{Employer: v.text("employer"), Once: v.once()}
	if in.Employer == "" {
		return v.addAgain("ended", afterword.Invalid("employer", "say who it was with, like Northwind"))
	}
	iv, err := v.Service.Add(v.ctx, v.a, in)
	if err != nil {
		return v.addAgain("ended", err)
	}
	return v.see("/interviews/" + string(iv.ID) + "/debrief/1")
}

// addTyped is an interview by hand.
func addTyped(v *visit) error {
	t := v.typed()
	iv, err := v.Service.Add(v.ctx, v.a, service.AddInput{
		Employer: t.Employer, Role: t.Role, Start: t.Start, Duration: t.Duration, Zone: t.Zone, With: lines(t.With),
		Agency: t.Agency, Location: t.Location, Application: t.Application, Kind: t.Kind, Once: v.once(),
	})
	if err != nil {
		return v.addAgain("type", err)
	}
	return v.seeSaid("/interviews/"+string(iv.ID), "added", "")
}

func (v *visit) typed() TypedForm {
	return TypedForm{
		Employer: v.text("employer"), Role: v.text("role"), Start: typedTime(v.text("start")), Duration: v.text("duration"), Zone: v.text("zone"),
		With: v.text("with"), Agency: v.text("agency"), Location: v.text("location"), Application: v.text("application"), Kind: v.text("kind"),
	}
}

// addAgain shows the doors again with what is wrong behind one of them.
func (v *visit) addAgain(door string, err error) error {
	p := v.addPage()
	if p.Problems = problems(err); p.Problems == nil {
		return err
	}
	p.Open, p.Once, p.Pasted, p.Typed = door, v.text("once"), v.text("invitation"), v.typed()
	p.Employer = v.text("employer")
	return v.again(firstPage(p))
}

// openExample fills in the made-up search.
func openExample(v *visit) error {
	if v.Example == nil {
		return afterword.Errorf(afterword.NotFound, "there is no example here").WithHint("run: afterword demo")
	}
	if err := v.Example(v.ctx, v.a); err != nil {
		return err
	}
	return v.seeSaid("/", "example", "")
}

// apart keeps the ids of the two boxes for the employer from being the same: the box behind the door
// that stands open has the plain one, which is where a problem leads.
func apart(open bool, door string) string {
	if open {
		return "employer"
	}
	return "employer-" + door
}

func (p FirstPage) doorProblem(door, field string) string { return p.problemIf(p.Open == door, field) }

func (f Frame) problemIf(on bool, field string) string {
	if !on {
		return ""
	}
	return f.Problem(field)
}

// opened says that the folded part holds something to see.
func (t TypedForm) opened(f Frame) bool {
	for _, name := range []string{"duration", "zone", "with", "agency", "location", "kind"} {
		if f.Problem(name) != "" {
			return true
		}
	}
	return t.With+t.Agency+t.Location+t.Duration != "" || t.Kind != "" && t.Kind != string(afterword.New)
}
