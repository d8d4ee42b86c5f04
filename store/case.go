package store

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword"
)

// Case is everything the rules need to know of one application. Debriefs are keyed by their own id,
// which the facts name; Elsewhere is left to the service. What cannot be read is left out and named in
// Unreadable.
func (tx *Tx) Case(application afterword.ID) (afterword.Case, error) {
	cases, err := tx.Cases([]afterword.ID{application})
	if err != nil {
		return afterword.Case{}, err
	}
	c, ok := cases[application]
	if !ok {
		return c, missing("application")
	}
	return c, nil
}

// Cases is Case for many, in the same number of queries. Applications that are not there are left out.
func (tx *Tx) Cases(applications []afterword.ID) (map[afterword.ID]afterword.Case, error) {
	l := loading{tx: tx, cases: map[afterword.ID]*afterword.Case{}, round: map[afterword.ID]afterword.ID{}}
	for _, step := range []func() error{
		func() error { return l.applications(applications) }, l.interviews, l.roles, l.points, l.facts, l.debriefs, l.notes, l.settings, l.people,
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	done := make(map[afterword.ID]afterword.Case, len(l.cases))
	for id, c := range l.cases {
		done[id] = *c
	}
	return done, nil
}

// loading is a set of cases being read, kind by kind.
type loading struct {
	tx    *Tx
	ids   []afterword.ID // the applications that are there
	cases map[afterword.ID]*afterword.Case
	round map[afterword.ID]afterword.ID // interview to application
}

func (l *loading) applications(ids []afterword.ID) error {
	list, err := within(l.tx, `SELECT `+applicationColumns+` FROM application WHERE account = $1 AND id IN`, ``, scanApplication, ids)
	for _, a := range list {
		l.ids = append(l.ids, a.ID)
		l.cases[a.ID] = &afterword.Case{Application: a, People: map[afterword.ID]afterword.Person{}, Debriefs: map[afterword.ID]afterword.Debrief{}}
	}
	return err
}

func (l *loading) interviews() error {
	list, err := within(l.tx, `SELECT `+interviewColumns+` FROM interview WHERE account = $1 AND application IN`, `ORDER BY n, id`, scanInterview, l.ids)
	for _, i := range list {
		l.round[i.ID] = i.Application
		c := l.cases[i.Application]
		c.Interviews = append(c.Interviews, i)
	}
	return err
}

func (l *loading) roles() error {
	list, err := within(l.tx, `SELECT `+roleColumns+` FROM role WHERE account = $1 AND application IN`, `ORDER BY application, person, kind`, scanRole, l.withNone())
	of := map[afterword.ID][]afterword.Role{}
	for _, r := range list {
		of[r.Application] = append(of[r.Application], r)
	}
	for id, c := range l.cases {
		c.Roles = slices.Concat(of[""], of[id])
	}
	return err
}

func (l *loading) points() error {
	list, err := within(l.tx, `SELECT interview, person, points FROM points WHERE account = $1 AND interview IN`, `ORDER BY interview, person`, scanPoints, l.rounds())
	for _, p := range list {
		c := l.cases[l.round[p.Interview]]
		c.Points = append(c.Points, p)
	}
	return err
}

func (l *loading) facts() error {
	of := map[afterword.ID][]afterword.Fact{}
	unreadable := map[afterword.ID]string{}
	_, err := within(l.tx, `SELECT `+factColumns+` FROM fact WHERE account = $1 AND application IN`, `ORDER BY seq`,
		func(r row) (none struct{}, err error) {
			f, detail, err := scanFactText(r)
			if err != nil {
				return none, err
			}
			if json.Unmarshal([]byte(detail), &f.Detail) != nil {
				unreadable[f.Application] = "the fact " + string(f.ID)
				return none, nil
			}
			of[f.Application] = append(of[f.Application], f)
			return none, nil
		}, l.withNone())
	for _, facts := range of {
		markVoided(facts)
	}
	for id, c := range l.cases {
		c.Facts = slices.Concat(of[id], of[""])
		slices.SortFunc(c.Facts, func(a, b afterword.Fact) int { return cmp.Compare(a.Seq, b.Seq) })
		c.Unreadable = unreadable[id] + unreadable[""]
	}
	return err
}

func (l *loading) debriefs() error {
	_, err := within(l.tx, `SELECT `+debriefColumns+` FROM debrief WHERE account = $1 AND interview IN`, ``,
		func(r row) (none struct{}, err error) {
			var id, interview afterword.ID
			var begun stamp
			var body string
			var version int
			if err := r.Scan(&id, &interview, &begun, &body, &version); err != nil {
				return none, err
			}
			c := l.cases[l.round[interview]]
			d := afterword.Debrief{}
			if json.Unmarshal([]byte(body), &d) != nil {
				c.Unreadable = "the debrief " + string(id)
				return none, nil
			}
			d.Begun = time.Time(begun)
			c.Debriefs[id] = d
			return none, nil
		}, l.rounds())
	return err
}

func (l *loading) notes() error {
	list, err := within(l.tx, `SELECT `+noteColumns+` FROM note WHERE account = $1 AND application IN`, `ORDER BY created_at, id`, scanNote, l.ids)
	for _, n := range list {
		c := l.cases[n.Application]
		c.Notes = append(c.Notes, n)
	}
	return err
}

func (l *loading) settings() error {
	if len(l.ids) == 0 {
		return nil
	}
	account, err := l.tx.Account()
	if err != nil {
		return err
	}
	away, err := l.tx.AwayList()
	for _, c := range l.cases {
		c.Settings, c.Away = account.Settings, away
	}
	return err
}

// people reads everyone whom a case names, and those whom they turned out to be.
func (l *loading) people() error {
	named := map[afterword.ID]map[afterword.ID]bool{} // application to its people
	wanted := map[afterword.ID]bool{}
	for id, c := range l.cases {
		named[id] = peopleOf(c)
		for p := range named[id] {
			wanted[p] = true
		}
	}
	known := map[afterword.ID]afterword.Person{}
	for range 8 { // someone merged into someone merged: a longer chain is a mistake
		var ids []afterword.ID
		for id := range wanted {
			if _, ok := known[id]; !ok {
				ids = append(ids, id)
			}
		}
		clear(wanted)
		list, err := within(l.tx, `SELECT `+personColumns+` FROM person WHERE account = $1 AND id IN`, ``, scanPerson, ids)
		if err != nil {
			return err
		}
		for _, p := range list {
			known[p.ID] = p
			if p.MergedInto != "" {
				wanted[p.MergedInto] = true
			}
		}
		if len(wanted) == 0 {
			break
		}
	}
	for id, c := range l.cases {
		for p := range named[id] {
			for person, ok := known[p]; ok && c.People[person.ID].ID == ""; person, ok = known[person.MergedInto] {
				c.People[person.ID] = person
			}
		}
	}
	return nil
}

// peopleOf are the ids of everyone whom a case names.
func peopleOf(c *afterword.Case) map[afterword.ID]bool {
	ids := map[afterword.ID]bool{c.Application.Agency: true, c.Application.Contact: true}
	for _, i := range c.Interviews {
		for _, p := range i.Invited {
			ids[p] = true
		}
	}
	for _, r := range c.Roles {
		ids[r.Person] = true
	}
	for _, p := range c.Points {
		ids[p.Person] = true
	}
	for _, f := range c.Facts {
		ids[f.Detail.From], ids[f.Detail.Person], ids[f.Detail.To] = true, true, true
	}
	for _, d := range c.Debriefs {
		for _, m := range d.Met {
			ids[m.Person] = true
		}
	}
	for _, n := range c.Notes {
		ids[n.To] = true
	}
	delete(ids, "")
	return ids
}

func (l *loading) withNone() []afterword.ID { return append(slices.Clone(l.ids), "") }

func (l *loading) rounds() []afterword.ID {
	var ids []afterword.ID
	for _, c := range l.cases {
		for _, i := range c.Interviews {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

// atOnce is how many ids one query asks for.
const atOnce = 256

// within reads the rows whose key is one of ids. The list of places grows in powers of two, so that
// few texts are prepared; the last id fills it up.
func within[T any](tx *Tx, query, order string, scan func(row) (T, error), ids []afterword.ID) ([]T, error) {
	var list []T
	for some := range slices.Chunk(ids, atOnce) {
		places := 1
		for places < len(some) {
			places *= 2
		}
		args := make([]any, 1, places+1)
		args[0] = tx.account
		var q strings.Builder
		q.WriteString(query + " (")
		for i := range places {
			if i > 0 {
				q.WriteString(", ")
			}
			q.WriteString("$" + strconv.Itoa(i+2))
			args = append(args, some[min(i, len(some)-1)])
		}
		q.WriteString(") " + order)
		part, err := all(tx, q.String(), scan, args...)
		if err != nil {
			return nil, err
		}
		list = append(list, part...)
	}
	return list, nil
}
