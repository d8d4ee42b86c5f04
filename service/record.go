package service

import (
	"context"
	"strings"

	"afterword"
	"afterword/policy"
)

// Record is what happened in an application, oldest first, taken back facts too.
func (s *Service) Record(ctx context.Context, a afterword.Actor, ref string) (views []FactView, err error) {
	err = s.read(ctx, a, func(w *work) error {
		_, f, err := w.round(ref)
		if err != nil {
			return err
		}
		views = w.record(f)
		return nil
	})
	return views, err
}

// record is what happened in an application, without what only took something back.
func (w *work) record(f *file) []FactView {
	views := []FactView{}
	for _, x := range f.Facts {
		if x.Application == f.Application.ID && x.Kind != afterword.Voided {
			views = append(views, w.factView(f, x))
		}
	}
	return views
}

// Undo takes a fact back. Unsent notes that rest on it are cancelled with their text kept; what was
// sent stays sent.
func (s *Service) Undo(ctx context.Context, a afterword.Actor, fact string) (v FactView, err error) {
	err = s.write(ctx, a, func(w *work) error {
		x, err := w.Fact(afterword.ID(strings.TrimSpace(fact)))
		if err != nil {
			return named(err, "fact", fact)
		}
		switch {
		case x.VoidedBy != "":
			return afterword.Errorf(afterword.Conflict, "this was taken back already")
		case x.Kind == afterword.Voided:
			return afterword.Invalid("fact", "is itself an undo").WithHint("record again what happened")
		case x.Kind == afterword.Booked:
			return afterword.Invalid("fact", "is the interview itself").WithHint("`afterword delete` removes it")
		}
		if x.Application != "" {
			if err := w.cancelNotes(x); err != nil {
				return err
			}
		}
		void, err := w.void(x)
		if err != nil {
			return err
		}
		if err := w.voidWhatFollowed(x); err != nil {
			return err
		}
		if x.Kind == afterword.Accepted {
			w.all = true
		}
		x.VoidedBy = void.ID
		var f *file
		if x.Application != "" {
			if f, err = w.file(x.Application); err != nil {
				return err
			}
		}
		v = w.factView(f, x)
		return nil
	})
	return v, err
}

func (w *work) void(x afterword.Fact) (afterword.Fact, error) {
	return w.fact(afterword.Fact{Application: x.Application, Interview: x.Interview, Kind: afterword.Voided,
		Detail: afterword.Detail{Voids: x.ID}})
}

// voidWhatFollowed takes back what was recorded of itself with a fact: that a sent withdrawal ended the
// application and a sent letter kept a promise, and the date of a next round. A round about which
// something was noted since stays.
func (w *work) voidWhatFollowed(x afterword.Fact) error {
	if x.Kind != afterword.Sent && (x.Kind != afterword.NextRound || x.Detail.Start.IsZero()) {
		return nil
	}
	facts, err := w.Facts(x.Application)
	if err != nil {
		return err
	}
	noted := map[afterword.ID]int{}
	for _, o := range facts {
		if o.VoidedBy == "" && o.Kind != afterword.Voided {
			noted[o.Interview]++
		}
	}
	for _, o := range facts {
		if o.VoidedBy != "" || o.Seq < x.Seq {
			continue
		}
		follows := false
		switch o.Kind {
		case afterword.Withdrew, afterword.Kept:
			follows = x.Kind == afterword.Sent && o.Detail.Note == x.Detail.Note
		case afterword.Booked:
			follows = x.Kind == afterword.NextRound && o.Detail.Start.Equal(x.Detail.Start) && noted[o.Interview] == 1
		}
		if !follows {
			continue
		}
		if _, err := w.void(o); err != nil {
			return err
		}
	}
	return nil
}

// cancelNotes keeps the text of unsent notes that rest on a fact about to be voided, as it reads now.
func (w *work) cancelNotes(x afterword.Fact) error {
	f, err := w.file(x.Application)
	if err != nil {
		return err
	}
	for _, n := range f.Notes {
		if n.RestsOn != x.ID {
			continue
		}
		if state, _, _ := policy.NoteState(f.Case, n, w.Now()); state == afterword.NoteSent || state == afterword.NotePassedOn {
			continue
		}
		if err := w.freeze(f, &n); err != nil {
			return err
		}
	}
	return nil
}

// factView is a fact as it is printed, with one line for people.
func (w *work) factView(f *file, x afterword.Fact) FactView {
	v := FactView{ID: x.ID, Interview: x.Interview, Kind: x.Kind, At: x.At, RecordedAt: x.RecordedAt, VoidedBy: x.VoidedBy, Detail: x.Detail}
	v.Says = factWords(f, x)
	if f != nil {
		for _, n := range f.Notes {
			if n.ID == x.Detail.Note && n.ID != "" {
				v.NoteKind = n.Kind
			}
		}
	}
	v.MayUndo = x.VoidedBy == "" && x.Kind != afterword.Booked && x.Kind != afterword.Voided
	switch x.Kind {
	case afterword.Promised, afterword.Kept:
		v.Promise = firstID(x.Detail.Promise, afterword.PromiseID(x.Application, x.Detail.What))
	}
	return v
}

func firstID(a, b afterword.ID) afterword.ID {
	if a != "" {
		return a
	}
	return b
}

// words of the record, one a fact kind; %s is whom or what it is about.
func recordWords() map[afterword.FactKind]string {
	return map[afterword.FactKind]string{
		afterword.Booked: "interview noted", afterword.Moved: "moved to another time", afterword.Corrected: "time corrected",
		afterword.Over: "interview ended", afterword.CalledOff: "called off", afterword.NoShow: "nobody came",
		afterword.WroteDown: "notes written", afterword.LookedBack: "looked back", afterword.Decided: "thought about wanting it",
		afterword.Promised: "promised: %s", afterword.Kept: "promise kept: %s", afterword.WaitSet: "waiting until %s",
		afterword.Approved: "%s approved", afterword.KeptUntil: "%s kept for later", afterword.LetGo: "%s let go",
		afterword.Sent: "%s sent", afterword.Skipped: "%s left out", afterword.PassedOn: "%s passed on", afterword.Overrode: "sent early, with a reason",
		afterword.CardPrinted: "card printed", afterword.Connected: "connected with %s", afterword.Told: "told %s",
		afterword.Wrote: "they wrote", afterword.Automatic: "an automatic reply", afterword.HeardNo: "a no", afterword.HeardOffer: "an offer",
		afterword.Accepted: "offer accepted", afterword.Declined: "offer declined", afterword.NextRound: "through to the next round",
		afterword.Delay: "they need longer", afterword.DocumentsAsked: "documents asked for", afterword.ReferencesAsked: "references asked for",
		afterword.Checked: "references checked", afterword.FeedbackCame: "feedback came", afterword.AgencyYes: "the agency said yes",
		afterword.AgencyNo: "the agency said no", afterword.Submitted: "task handed in", afterword.Stopped: "they stopped the hiring",
		afterword.Withdrew: "withdrew", afterword.NoReply: "put down without an answer", afterword.Reopened: "taken up again",
		afterword.FeedbackOpened: "feedback read", afterword.RefereeAdded: "referee added", afterword.RefereeAgreed: "%s agreed to be named",
		afterword.RefereeReplaced: "referee replaced", afterword.NoLongerNeeded: "%s no longer needed",
	}
}

func factWords(f *file, x afterword.Fact) string {
	words := recordWords()[x.Kind]
	if words == "" {
		words = strings.ReplaceAll(string(x.Kind), "_", " ")
	}
	if !strings.Contains(words, "%s") {
		return words
	}
	about := x.Detail.What
	if !x.Detail.Until.IsZero() && x.Kind == afterword.WaitSet {
		about = x.Detail.Until.Words()
	}
	if f != nil {
		if p, ok := f.People[f.kept(x.Detail.Person)]; ok {
			about = p.Name
		}
		for _, n := range f.Notes {
			if n.ID == x.Detail.Note && x.Kind != afterword.Kept {
				about = noteWords(n.Kind)
				if p, ok := f.People[f.kept(n.To)]; ok {
					about += " to " + firstOf(p.Name, p.Email)
				}
			}
		}
	}
	if about == "" {
		about = strings.ReplaceAll(x.Detail.Step, "_", " ")
		if kind, _, ok := strings.Cut(about, ":"); ok {
			about = kind
		}
	}
	return strings.TrimSpace(strings.Replace(words, "%s", about, 1))
}

// noteWords name a kind of note for people.
func noteWords(k afterword.NoteKind) string {
	return map[afterword.NoteKind]string{
		afterword.Thanks: "thanks", afterword.AgencyThanks: "thanks", afterword.StatusQuestion: "the question", afterword.PromisedNote: "what was promised",
		afterword.Reply: "reply", afterword.Withdrawal: "withdrawal", afterword.AnswerNo: "answer to the no", afterword.AnswerOffer: "answer to the offer",
		afterword.Feedback: "question for feedback", afterword.RefereeHeadsUp: "heads-up", afterword.RefereeThanks: "thanks",
		afterword.AskWord: "question for a good word", afterword.AskInsider: "question", afterword.StayInTouchNote: "a line to stay in touch",
	}[k]
}
