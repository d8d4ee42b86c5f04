package web

import (
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"afterword"
	"afterword/cli"
	"afterword/service"
	"afterword/store"
	"afterword/testkit"
)

// BenchmarkPages asks for the pages of a person with many interviews, all but forty of them closed, and
// up to a thousand people, over one connection and over sixteen that stay open. p99 is in milliseconds,
// as the client sees it.
func BenchmarkPages(b *testing.B) {
	for _, many := range []int{1000, 10000} {
		b.Run(fmt.Sprintf("interviews=%d", many), func(b *testing.B) {
			s := served(b, many)
			for _, page := range []struct{ name, path string }{
				{"today", "/"}, {"interviews", "/interviews?show=all"}, {"interview", "/interviews/" + s.newest},
				{"people", "/people"}, {"questions", "/learn"}, {"question", "/learn?q=feedback"},
			} {
				for _, connections := range []int{1, 16} {
					b.Run(fmt.Sprintf("%s/connections=%d", page.name, connections), func(b *testing.B) { s.ask(b, page.path, connections) })
				}
			}
		})
	}
}

// busy is a server with many interviews in it and a browser that is signed in.
type busy struct {
	*httptest.Server
	client *http.Client
	newest string
}

func served(b *testing.B, many int) *busy {
	b.Helper()
	clock := testkit.NewClock("2025-01-06T15:00:00Z")
	db, err := store.Open(b.Context(), store.Options{Path: filepath.Join(b.TempDir(), "afterword.db"), Now: clock.Now})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	svc := service.New(service.Options{DB: db, Now: clock.Now, Local: time.UTC})
	own, err := svc.Own(b.Context(), "web")
	if err != nil {
		b.Fatal(err)
	}
	s := &busy{}
	for n := range many {
		open := n >= many-40
		if open {
			clock.Set("2026-11-20T15:00:00Z")
		}
		in := service.AddInput{Employer: fmt.Sprintf("Employer %d", n), Role: "Analyst"}
		if n >= many-1000 {
			in.With = []string{fmt.Sprintf("Priya Nair %d <priya%d@northwind.example>", n, n)}
		}
		v, err := svc.Add(b.Context(), own, in)
		if err != nil {
			b.Fatal(err)
		}
		s.newest = string(v.ID)
		if in.With != nil && (n%3 == 0 || open) {
			if _, err := svc.Debrief(b.Context(), own, s.newest, service.DebriefInput{Debrief: afterword.Debrief{
				Met:       []afterword.Met{{Name: fmt.Sprintf("Priya Nair %d", n), TalkedAbout: "the reports"}},
				Questions: []afterword.Asked{{Asked: fmt.Sprintf("How do you take feedback %d?", n%500), Answered: "I ask early"}},
			}}); err != nil {
				b.Fatal(err)
			}
		}
		if !open {
			if _, err := svc.News(b.Context(), own, s.newest, service.NewsInput{Kind: "no_reply"}); err != nil {
				b.Fatal(err)
			}
		}
	}
	clock.Set("2026-11-24T16:00:00Z")
	if err := svc.Refresh(b.Context(), own); err != nil {
		b.Fatal(err)
	}
	s.Server = httptest.NewServer(New(Options{Service: svc, Local: time.UTC, Invitations: cli.Invitations, Calendar: cli.WriteCalendar}))
	b.Cleanup(s.Close)
	jar, _ := cookiejar.New(nil)
	s.client = &http.Client{Jar: jar, Transport: &http.Transport{MaxIdleConnsPerHost: 16}}
	token, err := svc.NewLink(b.Context(), own)
	if err != nil {
		b.Fatal(err)
	}
	s.page(b, "/open/"+token)
	return s
}

func (s *busy) page(b *testing.B, path string) {
	r, err := s.client.Get(s.URL + path)
	if err != nil {
		b.Error(err)
		return
	}
	_, _ = io.Copy(io.Discard, r.Body)
	_ = r.Body.Close()
	if r.StatusCode != http.StatusOK {
		b.Errorf("%s: %s", path, r.Status)
	}
}

func (s *busy) ask(b *testing.B, path string, connections int) {
	took := make([]time.Duration, b.N)
	var next atomic.Int64
	var wg sync.WaitGroup
	b.ReportAllocs()
	b.ResetTimer()
	for range connections {
		wg.Go(func() {
			for {
				n := int(next.Add(1)) - 1
				if n >= b.N {
					return
				}
				from := time.Now()
				s.page(b, path)
				took[n] = time.Since(from)
			}
		})
	}
	wg.Wait()
	slices.Sort(took)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
	b.ReportMetric(float64(took[b.N*99/100].Microseconds())/1000, "p99-ms")
}
