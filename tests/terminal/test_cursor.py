"""The terminal's own cursor, for whoever follows it with a magnifier, a screen reader or a braille line."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.steps import wait_until
from tests.terminal.terminal import Terminal


@pytest.fixture
def seen(start: Start, tmp_path: Path) -> Terminal:
    """A terminal in which the cursor was asked for before."""
    chosen = {"language": "nl", "country": "nl", "theme": "dark", "visible_cursor": True}
    (tmp_path / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")
    return start()


def at_marker(terminal: Terminal) -> bool:
    """Whether the cursor stands on the sign before the row that is chosen with Enter."""
    if terminal.cursor is None:
        return False
    column, row = terminal.cursor
    return terminal.text.split("\n")[row][column : column + 1] == "▸"


def row_of(terminal: Terminal) -> int:
    """The row of the cursor."""
    assert terminal.cursor
    return terminal.cursor[1]


def test_the_cursor_follows_the_row_and_the_letter(seen: Terminal) -> None:
    with seen as terminal:
        terminal.wait_for("Er is net iets gebeurd")
        rows: list[int] = []
        for key in ("", "down", "down", "end", "home"):
            terminal.press(*([key] if key else []))
            wait_until(lambda: at_marker(terminal) and rows[-1:] != [row_of(terminal)])
            rows.append(row_of(terminal))
        assert rows[0] < rows[1] < rows[2] < rows[3]
        assert rows[4] == rows[0]

        terminal.press("ctrl+p")
        terminal.wait_for("Wat zoek je?")
        field = terminal.cursor
        assert field
        terminal.type("brief")
        wait_until(lambda: terminal.cursor == (field[0] + 5, field[1]))

        terminal.press("escape", "f1")
        terminal.wait_for("Toetsen op het scherm")
        assert terminal.cursor


def test_it_is_where_it_was_after_hiding(seen: Terminal) -> None:
    with seen as terminal:
        terminal.wait_for("Er is net iets gebeurd")
        terminal.press("down")
        before = terminal.cursor
        terminal.press("f8")
        wait_until(lambda: terminal.cursor == (0, 0))
        time.sleep(1.1)
        terminal.press("f8")
        terminal.wait_for("Er is net iets gebeurd")
        wait_until(lambda: terminal.cursor == before)


def test_it_is_hidden_for_everybody_else_and_can_be_asked_for(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1")
        terminal.wait_for("Er is net iets gebeurd")
        assert terminal.cursor is None
        terminal.press("end", "enter")
        terminal.wait_for("Zichtbare cursor")
        terminal.press("end", "enter")
        terminal.wait_for(" aan")
        wait_until(lambda: at_marker(terminal))

    with start() as terminal:
        terminal.wait_for("Er is net iets gebeurd")
        wait_until(lambda: at_marker(terminal))
