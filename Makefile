# The one command before a commit is `make check`. Everything runs in .venv; `make setup` makes it.

PYTHON ?= python3
BIN := .venv/bin
SOURCES := onlinesafe_tui tests
CATALOGUE := onlinesafe_tui/locale/nl/LC_MESSAGES/onlinesafe

.PHONY: setup check format lint types imports content messages check-messages test bench kills wheel

setup:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -e '.[dev]'

check: format lint types imports content check-messages test

format:
	$(BIN)/ruff format --check $(SOURCES)

lint:
	$(BIN)/ruff check $(SOURCES)

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

content:
	$(BIN)/onlinesafe --language en content check

# Brings new messages into the Dutch catalogue, to be translated there.
messages:
	$(BIN)/pybabel -q extract -k N_ -k words -k _words -k plural:1,2 --no-location --no-wrap -o $(CATALOGUE).pot onlinesafe_tui
	$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --no-wrap -i $(CATALOGUE).pot -o $(CATALOGUE).po -l nl
	$(BIN)/pybabel -q compile -i $(CATALOGUE).po -o $(CATALOGUE).mo -l nl
	rm $(CATALOGUE).pot

check-messages:
	$(BIN)/pytest -p no:xdist -o addopts= -q tests/language

test:
	$(BIN)/pytest

bench:
	$(BIN)/python -m tests.bench

# A long run of what CI does briefly: a process that saves is killed again and again.
kills:
	ONLINESAFE_KILLS=200 $(BIN)/pytest -o addopts= -q tests/store -k kill

wheel:
	$(BIN)/pip wheel --no-deps -w dist .
