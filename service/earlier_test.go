package service_test

import (
	"fmt"
	"strings"
	"testing"

	"afterword"
	"afterword/service"
)

// What a letter said before it was changed is kept, and comes back; nothing that was written is lost (R39).
func TestALetterKeepsWhatItSaidBefore(t *testing.T) {
	tell(t, func(s *life) {
		s.northwind().at("Fri 20 Nov 15:40").debrief("met: [{name: Priya Nair, talked_about: moving the reports}]\nwant: still")
		n := s.writes("thanks")
		draft := n.Body
		write := func(body string) {
			_, err := s.svc.EditNote(t.Context(), s.me, string(n.ID), service.NoteEdit{Body: body})
			s.must(err)
		}
		texts := func() (all []string) {
			earlier, err := s.svc.Earlier(t.Context(), s.me, string(n.ID))
			s.must(err)
			for _, e := range earlier {
				all = append(all, e.Body)
			}
			return all
		}
		s.same("nothing was changed", len(texts()), 0)
		write("one")
		write("one")
		write("two")
		s.same("the draft and the first text", texts(), []string{"one", draft})

		earlier, err := s.svc.Earlier(t.Context(), s.me, string(n.ID))
		s.must(err)
		v, err := s.svc.BringBack(t.Context(), s.me, string(n.ID), earlier[1].Version)
		s.must(err)
		s.same("the draft is back", v.Body, draft)
		s.same("and the text it took the place of is kept", texts()[0], "two")
		_, err = s.svc.BringBack(t.Context(), s.me, string(n.ID), 77)
		s.same("a version that is not there", afterword.KindOf(err), afterword.NotFound)

		for i := range 2 * afterword.EarlierLimit {
			write(fmt.Sprint("text ", i))
		}
		s.same("the oldest go", len(texts()), afterword.EarlierLimit)
		if !strings.HasPrefix(texts()[afterword.EarlierLimit-1], "text ") {
			t.Error("the newest should be kept", texts())
		}
		earlier, err = s.svc.Earlier(t.Context(), s.me, string(n.ID))
		s.must(err)
		_, err = s.svc.SentNote(t.Context(), s.me, string(n.ID), "")
		s.must(err)
		_, err = s.svc.BringBack(t.Context(), s.me, string(n.ID), earlier[0].Version)
		s.same("what has gone is not changed", afterword.KindOf(err), afterword.Conflict)
	})
}
