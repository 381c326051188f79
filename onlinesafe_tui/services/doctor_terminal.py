"""Looking at the terminal: its size, its colours, its letters, and how to copy from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.doctor_findings import Finding, Surroundings, bad, good, notice

_LEAST: Final = (60, 20)
_GOOD_SIZE: Final = (80, 24)
"""Columns and lines."""

_CLIPBOARD_PROGRAMS: Final = {"WAYLAND_DISPLAY": ("wl-copy",), "DISPLAY": ("xclip", "xsel")}
_WSL: Final = "WSL_DISTRO_NAME"


def look_at_terminal(place: Surroundings, words: Words) -> Iterator[Finding]:
    """Look at the terminal, in the order in which it is told."""
    for look in (_terminal, _size, _colours, _encoding, _clipboard):
        yield from look(place, words)


def _terminal(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.environ.get("TERM") == "dumb":
        yield notice("terminal", words(N_("This terminal is a simple one, so questions and answers are used.")))
    elif place.is_terminal:
        yield good("terminal", words(N_("There is a terminal.")))
    else:
        what = words(N_("There is no terminal here, so questions and answers are used."))
        yield notice("terminal", what, words(N_("Start it in a terminal window for the full screen.")))


def _size(place: Surroundings, words: Words) -> Iterator[Finding]:
    if not place.is_terminal:
        return
    size = (place.columns, place.lines)
    what = words(N_("The window has {columns} columns and {lines} lines."), columns=place.columns, lines=place.lines)
    if size[0] < _LEAST[0] or size[1] < _LEAST[1]:
        yield bad(
            "size", what, words(N_("Make it larger, or its letters smaller: 60 by 20 is the least, 80 by 24 is good."))
        )
    elif size[0] < _GOOD_SIZE[0] or size[1] < _GOOD_SIZE[1]:
        yield notice("size", what, words(N_("With 80 by 24 more fits on one screen.")))
    else:
        yield good("size", what)


def _colours(place: Surroundings, words: Words) -> Iterator[Finding]:
    environ = place.environ
    if "NO_COLOR" in environ:
        yield good("colours", words(N_("Colours are switched off (NO_COLOR); every state is a word too.")))
    elif environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or "WT_SESSION" in environ:
        yield good("colours", words(N_("All colours are there.")))
    elif "256" in environ.get("TERM", ""):
        yield good("colours", words(N_("There are 256 colours.")))
    else:
        what = words(N_("There are few colours; every state is a word too."))
        yield notice("colours", what)


def _encoding(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.encoding.lower().replace("-", "") in ("utf8", "utf8sig"):
        yield good("utf-8", words(N_("The terminal writes all letters (UTF-8).")))
    else:
        what = words(N_("The terminal is not set to UTF-8, so letters such as é may come out wrong."))
        yield bad("utf-8", what, words(N_("Set the terminal, or the language of the computer, to UTF-8.")))


def _clipboard(place: Surroundings, words: Words) -> Iterator[Finding]:
    environ = place.environ
    is_remote = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if is_remote:
        what = words(N_("You work on another computer, so copying goes through the terminal, which may refuse it."))
        yield notice("clipboard", what, words(N_("Where copying does not work, keep the text as a file.")))
        return
    if place.platform in ("win32", "darwin") or _WSL in environ or _has_clipboard(place):
        yield good("clipboard", words(N_("Copying should work.")))
        return
    what = words(N_("The clipboard cannot be reached, so copying goes through the terminal, which may refuse it."))
    todo = words(N_("On Linux install wl-clipboard, xclip or xsel, or keep texts as a file."))
    yield notice("clipboard", what, todo)


def _has_clipboard(place: Surroundings) -> bool:
    return any(
        place.environ.get(variable) and any(map(place.has_program, programs))
        for variable, programs in _CLIPBOARD_PROGRAMS.items()
    )
