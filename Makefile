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

# These start programs. Foundation loses sight of a program's end in a process with more than 1,024 open files, which
# the databases of all tests, open at the same time, have together: so they run apart, and one after the other.
APART := ^(Scenarios|BrowserTests|WebFetchTests|DatabaseTests|AuditLogTests)\.

.PHONY: test
test: deps ## builds and runs every test
	@Scripts/deps packages test
	@$(MAKE) --no-print-directory python
	swift build --build-tests
	swift test --skip-build --skip '$(APART)'
	swift test --skip-build --no-parallel --filter '$(APART)'

.PHONY: bench
bench: deps ## measures what is promised, beside other tools, in one run
	@Scripts/deps packages bench
	swift build -c release --product sen
	swift run -c release Benchmarks

.PHONY: lint
lint: ## checks format and style
	swift format lint --strict --recursive Sources Tests Benchmarks Package.swift
