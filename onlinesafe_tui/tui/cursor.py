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
    """Return the column and row of what has the focus: of a letter, a row, a link, or the page that is read.

    A row that one still has to scroll to is not what is read: then it is the page too.
    """
    focused = screen.focused
    # Fields and lists know it. Asked by name, none of them is loaded for a start on which none of them stands.
    offset = getattr(focused or screen, "cursor_screen_offset", None)
    page = next((part for part in focused.ancestors if isinstance(part, VerticalScroll)), None) if focused else None
    if isinstance(offset, Offset):
        seen = page.content_region if page is not None else screen.region
        if not seen or seen.y <= offset.y < seen.bottom:
            return Offset(min(offset.x, max(screen.region.right - 1, 0)), offset.y)
    read = page or focused or next(iter(screen.query(VerticalScroll)), None)
    return read.content_region.offset if read is not None else Offset(0, 0)
