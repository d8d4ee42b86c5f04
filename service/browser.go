package service

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"time"

	"afterword"
	"afterword/store"
)

// How long a link and a session live (contract section 4; experience 3.12).
const (
	linkFor    = 10 * time.Minute
	sessionFor = 90 * 24 * time.Hour
	sharedFor  = 12 * time.Hour // a shared computer: the cookie ends with the browser, this is the outer edge
)

// token is 256 random bits for a URL or a cookie; only its hash is stored.
func token() string {
	var b [32]byte
	_, _ = rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

func hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// NewLink makes an address that opens one browser session, once, within ten minutes.
func (s *Service) NewLink(ctx context.Context, a afterword.Actor) (string, error) {
	t := token()
	return t, s.db.Write(ctx, a.Account, func(tx *store.Tx) error { return tx.SaveLogin(hash(t), tx.Now().Add(linkFor)) })
}

// SignIn turns a link into a session. agent is what the browser says it is.
func (s *Service) SignIn(ctx context.Context, link, agent string, shared bool) (string, error) {
	session := token()
	err := s.db.Write(ctx, ownAccount, func(tx *store.Tx) error {
		if err := tx.UseLogin(hash(link)); err != nil {
			if afterword.KindOf(err) == afterword.NotFound {
				return afterword.Errorf(afterword.Forbidden, "this address was used already, or its ten minutes are over").
					WithHint("start `afterword` again, or ask for a new one under You")
			}
			return err
		}
		until := tx.Now().Add(sessionFor)
		if shared {
			until = tx.Now().Add(sharedFor)
		}
		return tx.SaveSession(store.Session{Hash: hash(session), Agent: shorten(agent, 200), CreatedAt: tx.Now(), SeenAt: tx.Now(), Until: until})
	})
	return session, err
}

func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) > n {
		return string(r[:n])
	}
	return s
}

// Session is who a browser is. Forbidden when its session is over or was shut out.
func (s *Service) Session(ctx context.Context, session string) (afterword.Actor, error) {
	none := afterword.Actor{}
	if session == "" {
		return none, afterword.Errorf(afterword.Forbidden, "this browser is not signed in")
	}
	err := s.db.Read(ctx, ownAccount, func(tx *store.Tx) error {
		_, err := tx.Session(hash(session))
		return err
	})
	if afterword.KindOf(err) == afterword.NotFound {
		return none, afterword.Errorf(afterword.Forbidden, "this browser is not signed in")
	}
	if err != nil {
		return none, err
	}
	return afterword.Actor{Account: ownAccount, Face: "web"}, nil
}

// BrowserView is a browser that is signed in.
type BrowserView struct {
	ID      string    `json:"id"`
	Agent   string    `json:"agent"`
	Since   time.Time `json:"since"`
	Until   time.Time `json:"until"`
	Current bool      `json:"-"`
}

// Browsers are those that are signed in, the newest first. session is the one that asks.
func (s *Service) Browsers(ctx context.Context, a afterword.Actor, session string) (views []BrowserView, err error) {
	views = []BrowserView{}
	err = s.db.Read(ctx, a.Account, func(tx *store.Tx) error {
		list, err := tx.Sessions()
		if err != nil {
			return err
		}
		for _, x := range list {
			views = append(views, BrowserView{ID: x.Hash, Agent: x.Agent, Since: x.CreatedAt, Until: x.Until, Current: session != "" && x.Hash == hash(session)})
		}
		return nil
	})
	return views, err
}

// ShutOut ends a browser's session at once.
func (s *Service) ShutOut(ctx context.Context, a afterword.Actor, id string) error {
	return s.db.Write(ctx, a.Account, func(tx *store.Tx) error { return named(tx.DeleteSession(id), "browser", id) })
}

// SignOut ends the session of the browser that asks.
func (s *Service) SignOut(ctx context.Context, session string) error {
	err := s.db.Write(ctx, ownAccount, func(tx *store.Tx) error { return tx.DeleteSession(hash(session)) })
	if afterword.KindOf(err) == afterword.NotFound {
		return nil
	}
	return err
}
