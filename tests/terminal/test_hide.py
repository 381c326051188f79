"""Hiding and leaving in a real terminal: nothing of the program can be seen, or scrolled back to."""

from __future__ import annotations

import re
import statistics
import time

from tests.terminal.conftest import Start
from tests.terminal.steps import answer, wait_until
from tests.terminal.terminal import Terminal

MOST = 0.05
"""Seconds from the key to an empty screen."""

CLEARS_ALL = re.compile(rb"\x1b\[[23]J|\x1bc")
"""What makes some terminals keep what stood there, to scroll back to."""

TITLE = re.compile(rb"\x1b\][012];")

PLACES = [
    ([], "Nu:"),
    (["f1"], "Toetsen op het scherm"),
    (["escape", "ctrl+p"], "Wat zoek je?"),
    (["escape", "f7"], "Data om in het oog"),
    (["escape", "f3"], "Wie bel ik · Nederland"),
]
"""Where somebody hides: the keys that lead there, and what is seen."""


def seconds_to_empty(terminal: Terminal) -> float:
    """Press the key that hides, and tell after how long the screen was empty."""
    begin = time.perf_counter()
    terminal.send("f8")
    while terminal.text.strip():
        assert time.perf_counter() - begin < 5, terminal.text
        terminal.read(0.001)
    return time.perf_counter() - begin


def still(terminal: Terminal) -> str:
    """Wait until nothing more comes, and return the screen."""
    while terminal.read(0.4):
        pass
    return terminal.text


def come_back(terminal: Terminal) -> None:
    """Press the key that hides, long after it was pressed before."""
    time.sleep(1.1)
    terminal.press("f8")


def test_hiding_takes_less_than_a_blink_and_leaves_nothing_behind(start: Start) -> None:
    with start("demo") as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        terminal.wait_for("OEFENING", "Nu:")
        took = []
        for keys, seen in PLACES:
            terminal.press(*keys)
            terminal.wait_for(seen)
            before = still(terminal)
            took.append(seconds_to_empty(terminal))
            assert not terminal.colours
            terminal.press("enter", "escape", "1", "ctrl+n")
            assert not terminal.text.strip()
            come_back(terminal)
            wait_until(lambda before=before: terminal.text == before)  # type: ignore[misc]
        assert statistics.median(took) < MOST, took
        assert "OnlineSafe" not in terminal.title
        assert not CLEARS_ALL.search(terminal.raw)
        assert not TITLE.search(terminal.raw)


def test_a_window_that_changes_its_size_stays_empty(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "f8")
        terminal.resize(100, 30)
        terminal.press("enter")
        assert not terminal.text.strip()
        come_back(terminal)
        terminal.wait_for("Er is net iets gebeurd", "112")


def test_stopping_leaves_nothing_even_where_a_terminal_has_no_second_screen(start: Start) -> None:
    with start(TERM="linux") as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        answer(terminal, "Geen gevaar", "Bedreiging")
        terminal.press("f10")
        terminal.wait_for("Er is nog niets bewaard")
        terminal.press("3")
        assert terminal.wait_for_end() == 0
        # This terminal of a test knows one screen only.
        assert not terminal.text.strip()
        assert not CLEARS_ALL.search(terminal.raw)
