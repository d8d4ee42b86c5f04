# Afterword. `make help` lists what can be made.

SHELL       := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS   += --no-print-directory
.DEFAULT_GOAL := help

# Tools of the project live in .bin, which git ignores.
export PATH := $(CURDIR)/.bin:$(PATH)

LINT_VERSION := v2.15.0
LINT         := .bin/golangci-lint-$(LINT_VERSION)

# The packages whose tests need neither a database nor a browser.
PURE := . $(patsubst %,./%/...,$(wildcard when policy note reading calendar mail))

FUZZTIME ?= 20s

.PHONY: help
help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{ printf "  %-12s %s\n", $$1, $$2 }'

.PHONY: run demo
run: ## start Afterword on this machine and open it
	go run ./cmd/afterword

demo: ## the same with a made-up search
	go run ./cmd/afterword demo --open

.PHONY: check
check: format vet ## the quick round while working: format, vet, pure tests, rules of the house
	go test -short $(PURE)

.PHONY: test
test: setup format generated lint vet unit browser ## everything; installs first what the tests need
	@echo "All of it passes."

.PHONY: setup
setup: ## install what the tests need and this machine lacks
	@.ci/setup

.PHONY: format fmt
format:
	@unformatted="$$(git ls-files -co --exclude-standard '*.go' | grep -v _templ.go | xargs -r gofmt -l)"; \
	test -z "$$unformatted" || { echo "not formatted, run make fmt:"; echo "$$unformatted"; exit 1; }

fmt: ## format Go and templ files
	gofmt -w $$(git ls-files -co --exclude-standard '*.go' | grep -v _templ.go)
	go tool templ fmt .

.PHONY: generate generated
generate: ## write the Go files that come from templ files
	go tool templ generate

generated: ## check that they are up to date
	@sum() { git ls-files -co --exclude-standard '*_templ.go' | sort | xargs -r sha256sum; }; \
	before="$$(sum)"; go tool templ generate; after="$$(sum)"; \
	test "$$before" = "$$after" || { echo "generated files were stale: commit what make generate wrote"; exit 1; }

.PHONY: lint vet
lint: $(LINT) ## the linters of .golangci.yml
	$(LINT) run ./...

$(LINT):
	@mkdir -p .bin
	GOBIN="$(CURDIR)/.bin" go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	@mv .bin/golangci-lint $(LINT)

vet:
	go vet ./...

.PHONY: unit browser
# What runs side by side gets the race detector; the pure packages and the codecs start no goroutine,
# and their bounds of time and memory hold for the program without it.
SIDE_BY_SIDE := ./store ./web

unit: ## Go tests, on SQLite and on PostgreSQL; with the race detector where things run side by side
	go test -shuffle=on $$(go list ./... | grep -v -e '/e2e' -e '/store$$' -e '/web$$')
	go test -race -shuffle=on $(SIDE_BY_SIDE)

browser: ## the whole program in a real browser
	go test -count=1 -v -timeout 15m ./e2e/...

.PHONY: bench fuzz screenshots
bench: ## time and memory: functions, cold start, idle
	go test -run '^$$' -bench . -benchmem $$(go list ./... | grep -v '/e2e')
	go test -run '^$$' -bench . -benchtime 5x ./e2e/

fuzz: ## each fuzz test for FUZZTIME (20s)
	@git ls-files '*_test.go' | xargs grep -HoE '^func Fuzz[A-Za-z0-9_]+' | while IFS=: read -r file fn; do \
		name="$${fn#func }"; echo "$$name in $$(dirname "$$file")"; \
		go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) "./$$(dirname "$$file")"; \
	done

screenshots: ## pictures of the main pages, into doc/pictures
	AFTERWORD_PICTURES="$(CURDIR)/doc/pictures" go test -count=1 -v -run Pictures ./e2e/

.PHONY: release
release: ## static binaries for six machines, with checksums and a list of what is in them, into dist
	.ci/release

.PHONY: clean
clean: ## remove what was built or installed here
	rm -rf .bin dist e2e/node_modules e2e/out afterword
