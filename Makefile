# Thin targets; the work is in scripts/, each short enough to read.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run demo test check bench messages face pictures lock clean

help: ## List what can be done here
	@awk -F':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Install what is missing, then start Værn with a demo workplace (Ctrl-C stops it)
	@scripts/setup run
	@exec .venv/bin/vaern demo

demo: run ## The same as make run

test: ## Run the tests on SQLite and on PostgreSQL (T=path limits them)
	@scripts/setup dev
	@scripts/test $(T)

check: ## Style, types, import order, translations, licences and addresses
	@scripts/setup dev
	@.venv/bin/python scripts/check

bench: ## Measure reports per second, triage and memory on both databases
	@scripts/setup dev
	@.venv/bin/python benchmarks/run.py $(ARGS)

messages: ## Collect new texts into locale/en and compile the translations
	@scripts/setup dev
	@scripts/messages .
	@.venv/bin/python scripts/compile-messages

face: ## Build the styles and scripts of the web pages (needs Node.js)
	@scripts/face build

pictures: ## Take the pictures in docs/pictures again, from a fresh demo
	@scripts/setup dev
	@.venv/bin/python scripts/pictures

lock: ## Pin the requirement files again, with hashes and without addresses
	@scripts/setup dev
	@scripts/lock

clean: ## Remove what was built here; the data folder is kept
	@scripts/clean
