// Package mime reads a mail as it arrived and writes one as it will leave.
//
// Read Parse first. It gives what a person sees of the mail, the calendar files in it wherever a
// mail program put them, and in Problems what could not be read. The package judges nothing: what a
// mail means is for reading, what a calendar file says is for calendar/ics. It opens no link,
// fetches no image and runs no HTML.
package mime

import (
	"time"

	"afterword"
)

// Message is a mail that came in.
type Message struct {
	From, Sender, ReplyTo afterword.Mailbox
	To, Cc                []afterword.Mailbox
	Subject               string
	Date                  time.Time // zero when there is none that can be read
	MessageID, InReplyTo  string    // without the brackets
	References            []string
	Text                  string // what a person reads; made from HTML where there is no text
	HTML                  string // as it came: not safe to show
	Calendars             [][]byte
	Attachments           []Attachment
	Problems              []string // what could not be read, in plain words
	Automatic             Automatic
}

// Automatic is what headers say about who wrote: RFC 3834, RFC 2919, RFC 2369 and the habits before.
type Automatic struct {
	AutoSubmitted   string // Auto-Submitted
	Precedence      string
	ListID          string
	ListUnsubscribe bool
	AutoReply       string // X-Autoreply, X-Autorespond, X-Auto-Response-Suppress: the first there is
	ReturnPath      string // "<>" for what must not be answered
	Report          bool   // a delivery report (multipart/report) or a read receipt
}

// Attachment is a file that hangs on the mail. Its bytes are not kept.
type Attachment struct {
	Name, Type string
	Size       int // bytes
}

// Limits of a mail.
const (
	maxBytes       = 12 << 20 // an attachment of 8 MiB fits
	maxParts       = 500
	maxBoundaries  = 60
	maxHeader      = 256 << 10
	maxText        = 1 << 20
	maxCalendar    = 1 << 20
	maxCalendars   = 20
	maxAttachments = 200
	maxPeople      = 500
	maxForwards    = 3 // mails within mails
)
