# make demo · make test · make lint · make bench: each sets up its own .venv first
SHELL := /bin/sh
PYTHON := $(shell for p in python3.11 python3.12 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import ensurepip, sys, venv; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 12)))' 2>/dev/null \
	&& { command -v $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO := build/demo

.PHONY: demo test lint bench train clean

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or 3.12 is needed: install one (say, 'apt-get install python3.11' or 'uv python install 3.11') and call make again" >&2; exit 1; }
	@echo "setting up $(VENV) with $(PYTHON) (once, a minute or two)"
	@"$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(STAMP)
	@mkdir -p $(DEMO)
	@$(BIN)/python -m tests.make_pdf $(DEMO)/review.pdf
	$(BIN)/extractor extract $(DEMO)/review.pdf -f table
	$(BIN)/extractor extract corpus/*.txt -f table
	$(BIN)/extractor extract $(DEMO)/review.pdf corpus/*.txt -o $(DEMO)/findings.jsonl
	$(BIN)/extractor extract $(DEMO)/review.pdf corpus/*.txt -o $(DEMO)/findings.csv
	$(BIN)/extractor extract $(DEMO)/review.pdf corpus/*.txt -o $(DEMO)/findings.xlsx

lint: $(STAMP)
	$(BIN)/ruff check extractor tests
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest -n 2 -q

bench: $(STAMP)
	$(BIN)/python -m tests.bench

train: $(STAMP)
	$(BIN)/python -m extractor.training train
	$(BIN)/python -m extractor.training evaluate

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache
