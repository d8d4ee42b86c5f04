// Package reading tells what a mail from an employer means, and whether an invitation is an
// interview.
//
// Read Mail first, then Interview. Both give a reason in words and an honest confidence: where the
// words leave room the answer is "reply" with a low one, and the person decides. A no is never taken
// for an offer to be kind, nor an offer for a no. The package stores nothing, asks no clock and sends
// no text anywhere; it knows words, it does not learn.
package reading

import (
	"strings"

	"afterword"
	"afterword/when"
)

// The kinds of a mail, as the contract names them.
const (
	No              = "no"
	Offer           = "offer"
	NextRound       = "next_round"
	Documents       = "documents"
	References      = "references"
	Delay           = "delay"
	Acknowledgement = "acknowledgement"
	Feedback        = "feedback"
	Reply           = "reply"
	AutomaticReply  = "automatic"
	Unrelated       = "unrelated"
)

// Input is a mail, as far as its meaning depends on it.
type Input struct {
	Subject string
	From    afterword.Mailbox
	Text    string // as it came, quotes and signature included

	AutoSubmitted string // header Auto-Submitted (RFC 3834)
	Precedence    string // header Precedence
	ListID        string // header List-Id
	AutoReply     string // X-Autoreply and its like
	ReturnPath    string
	Unsubscribe   bool // there is a List-Unsubscribe
	Report        bool // a delivery report

	Invitation *afterword.Invitation // that came with it
	Problems   []string              // of the invitation
}

// Reading is what a mail means; its JSON is that of `afterword read`.
type Reading struct {
	File       string             `json:"file"`
	Kind       string             `json:"kind"`
	Confidence float64            `json:"confidence"` // 0 to 1
	Because    string             `json:"because"`
	Windows    []afterword.Window `json:"windows"`
	Text       string             `json:"text"` // without quotes and signature
	Signature  Signature          `json:"signature"`
	Invite     *Invite            `json:"invite"`
}

// Signature is who signed a mail, as far as the mail tells.
type Signature struct {
	Name  string   `json:"name"`
	Role  string   `json:"role"`
	Phone string   `json:"phone"`
	Email string   `json:"email"`
	Links []string `json:"links"`
}

// maxText is how much of a mail is read: more than anyone writes.
const maxText = 256 << 10

// maxRead is how much of it is weighed and searched for dates: what matters stands in front.
const maxRead = 24 << 10

// Mail tells what a mail means. from is the day on which it was sent, in the interview's zone.
func Mail(m Input, from afterword.Date, opt when.Options) Reading {
	body := clip(m.Text, maxText)
	text, rest := Visible(body)
	sender := m.From
	if forwarded, who, ok := forwardedIn(body); ok && len(strings.Fields(text)) < 40 {
		// The candidate passed their mail on: what counts is what they wrote.
		text, rest = Visible(forwarded)
		sender = who
	}
	r := Reading{Text: text, Signature: ReadSignature(text, rest, sender)}
	r.Kind, r.Confidence, r.Because = kindOf(m, text)
	r.Windows = when.Read(clip(text, maxRead), from, opt)
	if r.Windows == nil {
		r.Windows = []afterword.Window{}
	}
	if m.Invitation != nil {
		inv := Describe("", *m.Invitation, m.Problems)
		r.Invite = &inv
	}
	return r
}

func clip(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	return strings.ToValidUTF8(s[:limit], "")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
