// Package e2e tests the whole program as a person meets it: the built binary, a folder of its own, a
// real browser. It holds tests alone; nothing imports it.
//
// Read browser_test.go first: it builds the program and hands over to the scenarios, which are the
// *.test.mjs files. They start as many programs as they like (app.mjs), open them in eight looks
// (browser.mjs) and measure what every page must hold (measure.mjs). Rules that need no browser are
// tested in the package that they belong to, not here.
package e2e
