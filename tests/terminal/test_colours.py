"""The screen in terminals with few colours or none: everything is there, in words, and can be read."""

from __future__ import annotations

import re

import pytest

from tests.terminal.conftest import Start
from tests.terminal.steps import answer
from tests.terminal.terminal import Terminal

OWN = re.compile(rb"\x1b\[[0-9;]*\b[34]8;[25];")
"""A colour that is not one of the sixteen of every terminal."""

COLOURED = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;[0-9;]+)(?:;[0-9;]*)?m")
"""Any colour at all."""


QUESTIONS = [
    ("Vraag 1 van", "Geen gevaar"),
    ("Vraag 2 van", "Bedreiging"),
    ("Vraag 3 van", "YouTube"),
    ("Vraag 4 van", "Video"),
    ("Vraag 5 van", "Ouder"),
    ("Vraag 6 van", "Niets van thuis"),
    ("Vraag 7 van", "Niets van dit"),
]


def walk(terminal: Terminal) -> str:
    """Come past the first screen, a question, the steps and a field, and return what was read there."""
    terminal.wait_for("Nederland · Nederlands")
    terminal.press("1")
    seen = terminal.wait_for("Er is net iets gebeurd", "In direct gevaar?")
    terminal.press("1")
    for question, label in QUESTIONS:
        terminal.wait_for(question)
        answer(terminal, label)
    seen += terminal.wait_for("Nu:")
    terminal.press("ctrl+g", "space")
    seen += terminal.wait_for("[x]")
    terminal.press("f7")
    seen += terminal.wait_for("nog te doen")
    terminal.press("escape", "ctrl+p")
    seen += terminal.wait_for("Wat zoek je?")
    return seen


@pytest.mark.parametrize("term", ["xterm", "linux"])
def test_with_sixteen_colours_only_the_terminals_own_two_and_red_are_used(start: Start, term: str) -> None:
    with start(TERM=term) as terminal:
        seen = walk(terminal)
        assert not OWN.search(terminal.raw)
        # Danger is white on red, and the letter that is typed next stands in a block.
        assert terminal.colours <= {"red", "brightwhite", "white", "black"}
        assert "▸" in seen


@pytest.mark.parametrize("value", ["1", ""])
def test_where_no_colour_is_wanted_there_is_none_and_every_state_is_a_word(start: Start, value: str) -> None:
    with start(NO_COLOR=value, COLORTERM="truecolor") as terminal:
        seen = walk(terminal)
        assert not COLOURED.search(terminal.raw), COLOURED.search(terminal.raw)
        assert not terminal.colours
        for sign in ("▸", "[x]", "[ ]", "○ 3.", "nog te doen", "niet alleen"):
            assert sign in seen


def test_without_a_word_about_colours_there_are_256(start: Start) -> None:
    with start(TERM="xterm-256color") as terminal:
        walk(terminal)
        assert OWN.search(terminal.raw)
        assert b"8;2;" not in terminal.raw


def test_a_terminal_without_a_mouse_gets_everything_by_keys(start: Start) -> None:
    with start(TERM="vt220") as terminal:
        assert walk(terminal)
