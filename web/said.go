package web

// said is what a page says after something was done. The address holds the key, never the sentence,
// so that no one can put words into our mouth with a link.
func said(key string) string { return saids[key] }

var saids = map[string]string{
	"saved":     "Saved.",
	"skipped":   "That is fine.",
	"undone":    "Taken back. Nothing else was changed.",
	"deleted":   "Deleted.",
	"sent":      "Sent. Nothing more to do for this note.",
	"not-yet":   "It is here when you are ready.",
	"kept":      "Kept. It is with your kept notes until then.",
	"back":      "It is back. What it took the place of is with the earlier versions.",
	"let-go":    "Let go. Nothing was sent.",
	"passed-on": "Noted. It went through someone.",
	"noted":     "Noted.",
	"waiting":   "The date is changed.",
	"closed":    "Put down. You can open it again at any time.",
	"promised":  "Noted. We show it until it is sent.",
	"kept-word": "Done. You kept your word.",
	"over":      "Noted that it is over.",
	"moved":     "The new time is noted.",
	"merged":    "They are one person now.",
	"split":     "They are two people again.",
	"added":     "Added.",
	"connected": "Noted. You are in touch, and we leave it at that.",
	"spared":    "Noted. They need not be told about this one.",
	"replaced":  "Noted. Ask the new one first, before you name them.",
	"shut":      "That browser is shut out.",
	"questions": "They are kept. What was there already stays as it is.",
	"removed":   "Removed.",
	"stopped":   "Saved. Come back whenever you like.",
	"example":   "This is a made-up search. Look around, change what you like.",
	"released":  "Noted. Nothing is held any more.",
	"known":     "This invitation is known already. Nothing was changed.",
	"signed-in": "You are signed in.",
}
