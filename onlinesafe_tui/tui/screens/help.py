"""F1: the keys of the screen one came from, and how the program works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.language import N_
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.draw_blocks import block_lines
from onlinesafe_tui.tui.glyphs import WARNING
from onlinesafe_tui.tui.keys import key_name
from onlinesafe_tui.tui.moved import KeyMap
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView

_KEY_WIDTH = 12


class HelpScreen(BaseScreen[None]):
    """Lists every key that works on a screen, and then the page about the program."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "f3", "f2", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(15)", show=False),
        Binding("pageup", "scroll(-15)", show=False),
    ]

    def __init__(self, workspace: Workspace, bindings: Sequence[Binding], keymap: KeyMap) -> None:
        """Create the help.

        Args:
            workspace: What a person can do.
            bindings: The keys of the screen that one came from.
            keymap: Which of them were moved, and which could not be.
        """
        super().__init__(workspace)
        self._keys = tuple(bindings)
        self._keymap = keymap

    def compose_body(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="text")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#text", PageView).draw(self._text)

    def _text(self, width: int) -> Lines:
        words = self.words
        lines = titled(words(N_("Keys on the screen you came from")), width)
        for problem in self._keymap.problems:
            lines.extend(
                wrapped(Content.styled(problem.told(words), "$warning"), width, f"{WARNING} ", style="$warning")
            )
        is_moving = bool(self._keymap.keys or self._keymap.problems)
        for binding in self._keys:
            name = key_name(binding.key, words).ljust(_KEY_WIDTH)
            about = Content(words(binding.tooltip or binding.description))
            if is_moving:
                about = Content.assemble(about, (f"  {binding.id}", "$muted"))
            lines.extend(wrapped(about, width, f"  {name}", style="bold"))
        page = self.workspace.library.page(Kind.ABOUT, "help", self.workspace.language)
        lines.extend([BLANK, *titled(page.title, width)])
        if origin := self.workspace.guide.origin(page):
            lines.extend(wrapped(Content.styled(origin, "$muted"), width))
        lines.extend([BLANK, *block_lines(page.shown(), width)])
        return lines

    def action_scroll(self, lines: int) -> None:
        """Move the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
