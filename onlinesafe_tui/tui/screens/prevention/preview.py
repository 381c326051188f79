"""A report as text, to read before it comes on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.exports.plain_text import as_plain_text
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import Lines, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView


class PreviewScreen(BaseScreen[None]):
    """Shows what a report says, in the language of now."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f2", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(15)", show=False),
        Binding("pageup", "scroll(-15)", show=False),
    ]

    def __init__(self, workspace: Workspace, make: Callable[[Language], Report]) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            make: Makes the report in a language.
        """
        super().__init__(workspace)
        self._make = make

    def compose_body(self) -> ComposeResult:
        """Lay out the text."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="text")

    def show(self) -> None:
        """Show the report in the language of now."""
        super().show()
        rows = as_plain_text(self._make(self.workspace.language)).rstrip("\n").split("\n")
        self.query_one("#text", PageView).draw(lambda width: _drawn(rows, width))

    def action_scroll(self, lines: int) -> None:
        """Move the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _drawn(rows: list[str], width: int) -> Lines:
    lines: Lines = []
    for index, row in enumerate(rows):
        text = row.lstrip()
        style = "bold $accent" if not index or (row and row == text) else ""
        lines.extend(wrapped(Content.styled(text, style), width, row[: len(row) - len(text)]))
    return lines
