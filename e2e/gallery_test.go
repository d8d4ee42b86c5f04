package e2e

import (
	"net/http/httptest"
	"testing"

	"afterword/web"
)

func TestEveryPageInEveryStateIsAccessible(t *testing.T) {
	server := httptest.NewServer(web.GalleryHandler())
	t.Cleanup(server.Close)
	t.Setenv("AFTERWORD_GALLERY", server.URL)
	node(t, "--test", "--test-reporter=tap", "gallery.mjs")
}
