# Every target makes the virtual environment it needs; a second run starts at once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest -n auto --dist worksteal

.PHONY: help assess report demo test test-long test-outside check regenerate bench docs clean

assess: $(VENV)/.installed ## Set up and start the interview
	@$(BIN)/peerkit assess

report: $(VENV)/.installed ## Set up and print the gap report of the newest answers here
	@newest="$$(ls -t -- *.peerkit.json 2>/dev/null | head -n 1)"; \
	[ -n "$$newest" ] || { echo "There are no answers here yet. Start with: make assess"; exit 1; }; \
	$(BIN)/peerkit report "$$newest"

demo: $(VENV)/.installed ## Set up and print the gap report of an invented program
	@$(BIN)/peerkit demo

test: $(VENV)/.dev ## Set up and run what a change can break: 4 minutes on two cores
	$(PYTEST)

test-long: $(VENV)/.dev ## Long lists, thousands of changes, killed runs, builds, and properties tried harder: 12 minutes
	$(PYTEST) -m 'long or hypothesis' --hypothesis-profile long

test-outside: $(VENV)/.outside ## What needs Node, a browser, an office or a PDF library; says what is missing: 15 minutes
	$(BIN)/python -m pytest -m '' tests/outside

check: $(VENV)/.outside ## Lint, format, types, frameworks, direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/peerkit lint frameworks
	$(BIN)/python -m pytest -q tests/test_architecture.py

regenerate: $(VENV)/.outside ## Write anew what is made: snapshots, screens and rule pages in docs, examples, schemas, the template for Word
	$(BIN)/python -m pytest -q -m '' --regenerate tests/examples
	$(BIN)/python -m pytest -q -m '' --regenerate tests
	$(BIN)/python -m pytest -q -m '' --regenerate tests/outside

bench: $(VENV)/.dev ## The benchmarks: ratios taken side by side, 300 killed runs, and whether typer must still be bounded
	$(BIN)/python -m benchmarks

docs: $(VENV)/.dev ## The pictures of the documentation, from an example, in Chromium
	cd tests/outside && npm ci --ignore-scripts --silent
	cd tests && ../$(BIN)/python -m support.pictures

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "peerkit needs Python 3.11 or later; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "On Debian or Ubuntu, install the package python3-venv first."; rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up; this happens once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up for development; this happens once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.outside: $(VENV)/.dev
	@echo "Setting up what writes office files and PDF; this happens once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,office,pdf,stats]'
	@touch $@

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-13s %s\n", $$1, $$2 }' Makefile

clean: ## Remove what the other targets made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build
