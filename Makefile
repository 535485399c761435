# Two commands do everything: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help

help: ## lists these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

packages: ## installs the Debian packages that a build needs and that are missing
	@Scripts/install-packages Scripts/packages-build.txt

build: packages ## builds everything
	swift build

test: packages ## builds and runs every test
	swift build --build-tests
	swift test --skip-build

lint: ## checks format and style
	swift format lint --strict --recursive Sources Tests Package.swift

.PHONY: help packages build test lint
