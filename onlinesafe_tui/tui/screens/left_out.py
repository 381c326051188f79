"""What of an organisation's folder is not shown, told to whoever looks after its texts."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.services.own_words import DETAILS, FOR_AUTHORS, left_out_told
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView


class LeftOutScreen(BaseScreen[None]):
    """Says file by file what is wrong and what to write instead."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(15)", show=False),
        Binding("pageup", "scroll(-15)", show=False),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="text")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#text", PageView).draw(self._text)

    def action_scroll(self, lines: int) -> None:
        """Move the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _text(self, width: int) -> Lines:
        words = self.words
        lines = [*titled(words(DETAILS), width), *wrapped(Content.styled(words(FOR_AUTHORS), "$muted"), width)]
        for told in left_out_told(self.workspace.library, words):
            lines.extend([BLANK, *wrapped(Content(told), width)])
        return lines
