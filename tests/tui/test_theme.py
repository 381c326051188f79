"""The looks of the program can be read: words 7:1, lines and what shows the focus 3:1, and with 256 colours too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

import onlinesafe_tui.tui
from onlinesafe_tui.tui.colours import has_few_colours
from onlinesafe_tui.tui.theme import DARK, LIGHT, PLAIN

WORDS = 7.0
LINES = 3.0

WORN = ("foreground", "muted", "accent", "warning", "error", "success")
"""What words are written in."""

UNDER = ("background", "panel", "cursor-row")
"""What they stand on."""

TEXT = [
    *product(WORN, UNDER),
    ("danger-text", "danger-bar"),
    ("background", "warning"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("foreground", "input-selection-background"),
]

SHAPES = [
    *product(("line", "accent"), ("background", "panel")),
    ("scrollbar", "scrollbar-background"),
    ("input-cursor-background", "panel"),
]
"""Borders, what shows the focus, and the bar that shows where on a page one is."""

TOKEN = re.compile(r"\$([a-z][a-z-]*)")


def colours(theme: Theme) -> dict[str, str]:
    """All colours that a look gives a name."""
    return {**theme.to_color_system().generate(), **theme.variables}


def contrast(one: Color, other: Color) -> float:
    """How well one is told from the other, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """How light a colour looks, from 0 to 1."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def in_256(colour: Color) -> Color:
    """The nearest of the 256 colours that a terminal may have."""
    nearest = RichColor.from_rgb(colour.r, colour.g, colour.b).downgrade(ColorSystem.EIGHT_BIT)
    return Color(*nearest.get_truecolor())


def too_weak(theme: Theme, pairs: list[tuple[str, str]], least: float, *, few: bool = False) -> Iterator[str]:
    named = colours(theme)
    for front, back in pairs:
        one, other = Color.parse(named[front]), Color.parse(named[back])
        found = contrast(in_256(one), in_256(other)) if few else contrast(one, other)
        if found < least:
            yield f"{front} on {back}: {found:.1f}"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_words_and_lines_stand_out(theme: Theme) -> None:
    assert not list(too_weak(theme, TEXT, WORDS))
    assert not list(too_weak(theme, SHAPES, LINES))


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_they_stand_out_with_256_colours_too(theme: Theme) -> None:
    assert not list(too_weak(theme, TEXT, WORDS, few=True))
    assert not list(too_weak(theme, SHAPES, LINES, few=True))


def test_every_colour_that_the_screens_name_is_looked_at() -> None:
    folder = Path(onlinesafe_tui.tui.__file__).parent
    files = [*folder.rglob("*.py"), *folder.rglob("*.tcss")]
    used = {name for file in files for name in TOKEN.findall(file.read_text(encoding="utf-8"))}
    looked_at = {name for pair in (*TEXT, *SHAPES) for name in pair}
    assert used >= {"foreground", "muted", "accent", "danger-text"}
    assert used <= looked_at
    assert all(used <= colours(theme).keys() for theme in (DARK, LIGHT, PLAIN))
    # The library's own widgets name some that it does not make for such a look.
    assert not colours(DARK).keys() - colours(PLAIN).keys()


def test_with_few_colours_nothing_but_danger_has_a_colour_of_its_own() -> None:
    named = colours(PLAIN)
    own = {name for name in (*WORN, *UNDER, "line", "scrollbar") if Color.parse(named[name]).ansi != -1}
    assert not own
    assert Color.parse(named["danger-bar"]).ansi == 1


@pytest.mark.parametrize(
    ("environ", "few"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False),
        ({"TERM": "tmux-256color", "COLORTERM": ""}, False),
        ({"TERM": "xterm"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, True),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": ""}, True),
    ],
)
def test_a_terminal_says_how_many_colours_it_has(environ: dict[str, str], few: bool) -> None:
    assert has_few_colours(environ) is few
