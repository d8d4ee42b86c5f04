package cli

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// grammar lists the commands. A command is a struct of its own, in the file of its theme.
type grammar struct {
	JSON    bool             `name:"json" help:"Print one JSON value and nothing else." group:"Anywhere"`
	Version kong.VersionFlag `help:"Print the version." group:"Anywhere"`

	Plain plainCmd `cmd:"" hidden:"" default:"1"`

	Today    todayCmd    `cmd:"" group:"Day by day" help:"What is yours to do now."`
	Add      addCmd      `cmd:"" group:"Day by day" help:"Add an interview, by hand or from an invitation."`
	Over     overCmd     `cmd:"" group:"Day by day" help:"It is over now."`
	Debrief  debriefCmd  `cmd:"" group:"Day by day" help:"Write down what you remember."`
	LookBack lookBackCmd `cmd:"" group:"Day by day" help:"How it went, three short questions."`
	Decide   decideCmd   `cmd:"" group:"Day by day" help:"Do you still want it?"`
	Plan     planCmd     `cmd:"" group:"Day by day" help:"The steps of an interview and their dates."`
	Skip     skipCmd     `cmd:"" group:"Day by day" help:"Leave a step out."`

	Notes notesCmd `cmd:"" group:"Writing" help:"The drafts of an interview, with their checks."`
	Note  noteCmd  `cmd:"" group:"Writing" help:"One note: read it, change it, approve it, say that it went."`
	Write writeCmd `cmd:"" group:"Writing" help:"Draft a note of any kind."`
	May   mayCmd   `cmd:"" group:"Writing" help:"May I write to them now?"`

	News    newsCmd    `cmd:"" group:"What happened" help:"They wrote, or something happened."`
	Wait    waitCmd    `cmd:"" group:"What happened" help:"Change the date you wait for."`
	Promise promiseCmd `cmd:"" group:"What happened" help:"Something you owe them, or that you kept."`
	Record  recordCmd  `cmd:"" group:"What happened" help:"The facts of an interview."`
	Undo    undoCmd    `cmd:"" group:"What happened" help:"Take a fact back."`

	List      listCmd      `cmd:"" group:"Looking" help:"Your interviews."`
	Show      showCmd      `cmd:"" group:"Looking" help:"One interview."`
	Edit      editCmd      `cmd:"" group:"Looking" help:"Correct an interview."`
	Delete    deleteCmd    `cmd:"" group:"Looking" help:"Remove an interview with all that hangs on it."`
	Questions questionsCmd `cmd:"" group:"Looking" help:"Every question you were asked."`
	Prep      prepCmd      `cmd:"" group:"Looking" help:"The sheet for the next round."`
	Find      findCmd      `cmd:"" group:"Looking" help:"Find words in what you wrote."`
	Feedback  feedbackCmd  `cmd:"" group:"Looking" help:"Read the feedback that came, beside your own notes."`
	Noticed   noticedCmd   `cmd:"" group:"Looking" help:"What repeats, from three interviews on."`
	Proof     proofCmd     `cmd:"" group:"Looking" help:"The record of your interviews in a span of days, for a job office."`

	People  peopleCmd  `cmd:"" group:"People" help:"The people you met or need."`
	Person  personCmd  `cmd:"" group:"People" help:"One person: read, change, join two into one."`
	Referee refereeCmd `cmd:"" group:"People" help:"The people who speak for you."`
	Away    awayCmd    `cmd:"" group:"People" help:"Days on which you are away."`

	Set      setCmd      `cmd:"" group:"Your data" help:"What you say of yourself once."`
	Calendar calendarCmd `cmd:"" group:"Your data" help:"The dates with alarms, as an .ics file."`
	Export   exportCmd   `cmd:"" group:"Your data" help:"Everything as one JSON file."`
	Import   importCmd   `cmd:"" group:"Your data" help:"Put an export into an empty folder."`
	Backup   backupCmd   `cmd:"" group:"Your data" help:"A checked copy of everything."`
	Restore  restoreCmd  `cmd:"" group:"Your data" help:"Put a copy back. Sending is held then."`
	Doctor   doctorCmd   `cmd:"" group:"Your data" help:"What is wrong, in plain words."`

	Serve serveCmd `cmd:"" group:"In the browser" help:"The pages, on this computer."`
	Demo  demoCmd  `cmd:"" group:"In the browser" help:"The same with a made-up search, kept nowhere."`

	Invite inviteCmd `cmd:"" group:"Only reading, nothing is stored" help:"What an invitation says."`
	When   whenCmd   `cmd:"" group:"Only reading, nothing is stored" help:"Which dates some words promise."`
	Read   readCmd   `cmd:"" group:"Only reading, nothing is stored" help:"What a mail means."`
	Check  checkCmd  `cmd:"" group:"Only reading, nothing is stored" help:"Look a letter over."`
}

// groups are the headings of the help, in their order.
func groups() []kong.Group {
	var all []kong.Group
	for _, title := range []string{"Day by day", "Writing", "What happened", "Looking", "People", "Your data",
		"In the browser", "Only reading, nothing is stored", "Anywhere"} {
		all = append(all, kong.Group{Key: title, Title: title})
	}
	return all
}

const helpEnd = `
An INTERVIEW or a PERSON is an id, a mail address or a full name. A TIME is like
"2026-11-20 14:00" in the zone that goes with it, or RFC 3339. "-" is standard input.
Without a command it opens in the browser.

Exit codes
  0  done
  1  a fault of ours
  2  wrong usage
  3  the guard says not now
  4  not found
  5  the input is not valid
  6  asks first, or someone changed it meanwhile
  7  something outside did not answer
`

// help prints kong's help, and on the first page what every command has in common.
func help(o kong.HelpOptions, ctx *kong.Context) error {
	if err := kong.DefaultHelpPrinter(o, ctx); err != nil {
		return err
	}
	if ctx.Selected() == nil || ctx.Selected().Name == "plain" {
		_, err := fmt.Fprint(ctx.Stdout, helpEnd)
		return err
	}
	return nil
}

// commandName is the command as it was typed, without its arguments: "referee add".
func commandName(c *kong.Context) string {
	var names []string
	for _, p := range c.Path {
		if p.Command != nil && p.Command.Name != "plain" {
			names = append(names, p.Command.Name)
		}
	}
	return strings.Join(names, " ")
}

// joinDashes ties a value that begins with a dash and a blank to its flag: --sign "- left early".
func joinDashes(args []string) []string {
	var out []string
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			return append(out, args[i:]...)
		}
		if strings.HasPrefix(a, "--") && !strings.Contains(a, "=") && i+1 < len(args) && strings.HasPrefix(args[i+1], "- ") {
			i++
			a += "=" + args[i]
		}
		out = append(out, a)
	}
	return out
}
