# `make help` lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help

.PHONY: help
help: ## lists these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

.PHONY: deps
deps: ## installs missing Debian packages and fetches what third-party.lock names into .deps
	@Scripts/deps packages build
	@Scripts/deps

.PHONY: run
run: deps ## builds Sen and starts it with the demo province; Ctrl-C ends it
	@echo "run: building Sen; the first time takes about four minutes, later ones seconds"
	@swift build -c release --product sen
	@SEN_DATA_FOLDER="$${SEN_DATA_FOLDER:-.run/sen}" exec "$$(swift build -c release --show-bin-path)/sen" serve --lab

.PHONY: build
build: deps ## builds everything
	swift build

# What is asked with stands in a list with hashes; a change of the list makes it anew.
.deps/python/whole: Scripts/requirements-test.txt
	@rm -rf .deps/python
	python3 -m venv .deps/python
	.deps/python/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement $<
	@touch $@

.PHONY: python
python: .deps/python/whole ## lays what the tests of the API run with under .deps/python

# The browser's tests wait for a real browser, which beside all others gets too little of a small machine.
IN_A_BROWSER = ^BrowserTests\.|LookTests/

.PHONY: test
test: deps ## builds and runs every test
	@Scripts/deps packages test
	@$(MAKE) --no-print-directory python
	swift build --build-tests
	swift test --skip-build --skip '$(IN_A_BROWSER)'
	swift test --skip-build --filter '$(IN_A_BROWSER)'

.PHONY: bench
bench: deps ## measures what is promised, beside other tools, in one run
	@Scripts/deps packages bench
	swift build -c release --product sen
	swift run -c release Benchmarks

.PHONY: lint
lint: ## checks format and style
	swift format lint --strict --recursive Sources Tests Benchmarks Package.swift
