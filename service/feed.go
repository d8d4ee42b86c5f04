package service

import (
	"context"

	"afterword"
	"afterword/store"
)

// FeedView says whether there is a calendar feed, and whether it tells in words.
type FeedView struct {
	Exists   bool `json:"exists"`
	OwnWords bool `json:"own_words"`
}

// NewFeed makes the address of the calendar feed, in the place of the one before, which opens nothing
// from then on. The token in it is told once: only its hash is kept. Titles are neutral unless
// ownWords is chosen.
func (s *Service) NewFeed(ctx context.Context, a afterword.Actor, ownWords bool) (string, error) {
	t := token()
	return t, s.db.Write(ctx, a.Account, func(tx *store.Tx) error {
		if err := tx.SaveFeed(hash(t)); err != nil {
			return err
		}
		return tx.SayOwnWords(ownWords)
	})
}

// RevokeFeed takes the address back at once; without one it changes nothing.
func (s *Service) RevokeFeed(ctx context.Context, a afterword.Actor) error {
	return s.db.Write(ctx, a.Account, func(tx *store.Tx) error { return tx.DeleteFeed() })
}

// FeedState says whether there is a calendar feed.
func (s *Service) FeedState(ctx context.Context, a afterword.Actor) (v FeedView, err error) {
	err = s.db.Read(ctx, a.Account, func(tx *store.Tx) error {
		v.OwnWords, err = tx.OwnWords()
		v.Exists = err == nil
		if afterword.KindOf(err) == afterword.NotFound {
			return nil
		}
		return err
	})
	return v, err
}

// Feed is every date for whoever shows the token of the feed. A token that is wrong, was replaced or
// was taken back is NotFound, in the same words: it says nothing about what exists.
func (s *Service) Feed(ctx context.Context, shown string) ([]CalendarEntry, error) {
	h := hash(shown)
	account, err := s.db.Whose(ctx, h)
	if err != nil {
		return nil, noFeed(err)
	}
	own := false
	err = s.db.Read(ctx, account, func(tx *store.Tx) error {
		if err := tx.Feed(h); err != nil { // the hash may be that of a browser
			return err
		}
		own, err = tx.OwnWords()
		return err
	})
	if err != nil {
		return nil, noFeed(err)
	}
	entries, err := s.Calendar(ctx, afterword.Actor{Account: account, Face: "feed"}, "")
	if err != nil {
		return nil, err
	}
	for i := range entries {
		if !own {
			entries[i].neutral()
		}
	}
	return entries, nil
}

func noFeed(err error) error {
	if afterword.KindOf(err) == afterword.NotFound {
		return afterword.Errorf(afterword.NotFound, "there is nothing here")
	}
	return err
}

// neutral leaves the time and takes everything else away.
func (e *CalendarEntry) neutral() { e.Summary, e.Description, e.Location = e.Neutral, "", "" }
