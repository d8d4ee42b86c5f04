// Package afterword is what a job candidate opens when an interview ends.
//
// This package holds the nouns, one file each, and imports only the standard library. Around it,
// one folder a layer:
//
//	policy/    facts, a calendar and now become a plan; the guard          pure
//	note/      a debrief becomes drafts; a letter becomes findings         pure
//	when/      their words become dates; working days and holidays         pure
//	reading/   what a mail means; whether an invitation is an interview    pure
//	service/   the verbs: one verb, one transaction
//	store/     facts and texts in SQL, on SQLite and PostgreSQL
//	calendar/  iCalendar in and out
//	contact/   vCards in and out
//	mail/      MIME in and out
//	web/       HTML pages
//	cli/       commands
//	config/    settings, read once
//	cmd/       the program: wires the above
//	example/   a made-up search, for the demo, the page gallery and the screenshots
//	packaging/ what a release is made of: container, unit, list of parts
//	e2e/       the whole program in a real browser (tests only)
//	doc/       architecture.md, the practices, decisions
//
// Read policy first: everything else serves it.
package afterword
