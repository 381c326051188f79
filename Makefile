# The one command before a commit is `make check`. Everything runs in .venv; `make setup` makes it.

PYTHON ?= python3
BIN := .venv/bin
SOURCES := onlinesafe_tui tests

.PHONY: setup check format lint types imports content messages check-messages test bench kills bits hostile wheel

setup:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -e '.[dev]'

check: format lint types imports content check-messages test

format:
	$(BIN)/ruff format --check $(SOURCES)

lint:
	$(BIN)/ruff check $(SOURCES)

# The program once more as it is for the other systems, where other parts of the standard library are there.
types:
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 --exclude '/terminal_input\.py$$' onlinesafe_tui
	$(BIN)/mypy --platform darwin --cache-dir .mypy_cache/darwin onlinesafe_tui

imports:
	$(BIN)/lint-imports

content:
	$(BIN)/onlinesafe --language en content check

# Brings the Dutch catalogue up to date with the code, compiles it, and names what is not translated yet.
messages:
	$(BIN)/python -m tests.language.refresh

check-messages:
	$(BIN)/pytest -p no:xdist -o addopts= -q tests/language

test:
	$(BIN)/pytest

# Every figure against its floor; `make bench ARGS=--quick`, or ARGS=steps for one of them.
bench:
	$(BIN)/python -m tests.bench $(ARGS)

# A long run of what CI does briefly: a process that saves is killed again and again.
kills:
	ONLINESAFE_KILLS=200 $(BIN)/pytest -o addopts= -q tests/store/test_processes.py -k kill

# Another long run of what CI does briefly: every bit of every file of a vault is changed.
bits:
	ONLINESAFE_BITS=8 $(BIN)/pytest -o addopts= -q tests/faults/test_every_byte.py

# Every screen and every question once more, with text that is hostile in other ways; a minute each.
hostile:
	ONLINESAFE_HOSTILE=1 $(BIN)/pytest -o addopts= -q tests/tui/test_hostile_everywhere.py tests/plain/test_hostile_everywhere.py

wheel:
	$(BIN)/pip wheel --no-deps -w dist .
