# Every target makes the virtual environment it needs; a second run starts at once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKSHOP := examples/lantern-street/lantern-street-peers.tacsi.peerkit.json

.PHONY: assess demo test check bench test-outside docs clean

assess: $(VENV)/.installed ## Set up and start the interview
	@$(BIN)/peerkit assess

demo: $(VENV)/.installed ## Set up and print the gap report of an invented program
	@$(BIN)/peerkit report $(WORKSHOP)

test: $(VENV)/.dev ## Set up and run the tests
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.outside ## Lint, format, types, frameworks, direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/peerkit lint frameworks
	$(BIN)/python -m pytest -q tests/test_architecture.py

bench: $(VENV)/.dev ## The benchmarks: ratios taken side by side, and 300 killed runs
	$(BIN)/python -m benchmarks

test-outside: $(VENV)/.outside ## Tests that need Node, a browser, an office or a PDF library; says what is missing
	$(BIN)/python -m pytest tests/outside

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

clean: ## Remove what the other targets made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build
