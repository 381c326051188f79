"""Where the terminal's own cursor belongs: magnifiers, screen readers and braille lines look there."""

from __future__ import annotations

from typing import Any, Final

from textual.containers import VerticalScroll
from textual.geometry import Offset
from textual.screen import Screen

SHOW: Final = "\x1b[?25h"
HIDE: Final = "\x1b[?25l"
"""What shows and hides the cursor of a terminal."""


def cursor_of(screen: Screen[Any]) -> Offset:
    """Return the column and row of what has the focus: of a letter, a row, a link, or the page that is read."""
    focused = screen.focused
    # Fields and lists know it. Asked by name, none of them is loaded for a start on which none of them stands.
    offset = getattr(focused or screen, "cursor_screen_offset", None)
    if isinstance(offset, Offset):
        return offset
    page = focused or next(iter(screen.query(VerticalScroll)), None)
    return page.content_region.offset if page is not None else Offset(0, 0)
