"""A page of text, drawn by one widget."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from onlinesafe_tui.tui.draw import WIDEST, Lines, joined

Draw = Callable[[int], Lines]
"""Draws lines that fit a width in cells."""


class PageView(Widget):
    """Shows text that fits its width. A whole page is one widget, because a widget a paragraph is slow to show."""

    DEFAULT_CSS = """
    PageView { height: auto; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Create the view, with nothing in it."""
        super().__init__(id=id, classes=classes)
        self._draw: Draw = _nothing
        self._drawn: tuple[int, Lines] | None = None

    def draw(self, draw: Draw) -> None:
        """Show something else: `draw` is asked for its lines whenever the width changes."""
        self._draw = draw
        self._drawn = None
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the lines."""
        return joined(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Say how many lines there are at this width."""
        return len(self._lines(width))

    def _lines(self, width: int) -> Lines:
        width = min(width, WIDEST)
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        return self._drawn[1]


def _nothing(_: int) -> Lines:
    return []
