"""Lines of text on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.content import Content

WIDEST: Final = 72
"""Cells of the longest line of text, also on a wide screen."""

Lines = list[Content]
"""Lines that fit the width they were made for."""

BLANK: Final = Content("")


def wrapped(content: Content, width: int, first: str = "", rest: str | None = None, style: str = "") -> Lines:
    """Wrap a text; `first` stands before its first line, `rest` (as many spaces when None) before the others."""
    rest = " " * len(first) if rest is None else rest
    lines = content.wrap(max(width - len(first), 8)) or [BLANK]
    return [Content.assemble((first if index == 0 else rest, style), line.rstrip()) for index, line in enumerate(lines)]


def titled(title: str, width: int) -> Lines:
    """Draw the title of a screen, or of a part of it."""
    return wrapped(Content.styled(title, "bold $accent"), width)


def joined(lines: Iterable[Content]) -> Content:
    """Return lines as one content for a widget that shows them as they are."""
    return Content("\n").join(lines)
