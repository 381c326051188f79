"""F1: the keys of the screen one came from, and how the program works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import App, ComposeResult
from textual.binding import ActiveBinding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

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
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_KEY_WIDTH: Final = 11


class HelpScreen(BaseScreen[ActiveBinding]):
    """Lists every key that works on a screen, and then the page about the program.

    Its result is the key that was chosen, to be pressed on the screen one came from.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f8", "ctrl+p", "f3", "f2", "f10")
    LABELS: ClassVar[dict[str, str]] = {"enter": N_("Do it")}

    def __init__(self, workspace: Workspace, keys: Sequence[ActiveBinding], keymap: KeyMap) -> None:
        """Create the help.

        Args:
            workspace: What a person can do.
            keys: The keys of the screen that one came from.
            keymap: Which of them were moved, and which could not be.
        """
        super().__init__(workspace)
        # Whoever presses Enter without looking asks for help first.
        self.keys = tuple(sorted(keys, key=lambda active: active.binding.id != "app.contacts"))
        """The keys of that screen, the one that shows who to call first."""

        self._keymap = keymap

    def compose_body(self) -> ComposeResult:
        """Lay out the keys above the page."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            yield RowList(id="keys")
            yield PageView(id="text")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        self.query_one("#keys", RowList).show(list(self._rows()))
        self.query_one("#text", PageView).draw(self._text)

    def _title(self, width: int) -> Lines:
        words = self.words
        lines = titled(words(N_("Keys on the screen you came from")), width)
        for problem in self._keymap.problems:
            lines.extend(
                wrapped(Content.styled(problem.told(words), "$warning"), width, f"{WARNING} ", style="$warning")
            )
        return lines

    def _rows(self) -> Iterator[Row]:
        words = self.words
        is_moving = bool(self._keymap.keys or self._keymap.problems)
        for active in self.keys:
            binding = active.binding
            name = key_name(binding.key, words).ljust(_KEY_WIDTH)
            about = Content(words(binding.tooltip or binding.description))
            # The keys of lists and fields stay where they are.
            if is_moving and binding.id and isinstance(active.node, Screen | App):
                about = Content.assemble(about, (f"  {binding.id}", "$muted"))
            if active.enabled:
                yield Row(f"command:{binding.action}", about, mark=name)
            else:
                yield Row("", Content.assemble(f"  {name} ", about).stylize("$muted"))

    @on(RowList.Chosen, "#keys")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.is_ticking:  # whoever reads on with the space bar
            event.list.action_page(1)
        else:
            self.dismiss(next(active for active in self.keys if event.id == f"command:{active.binding.action}"))

    def _text(self, width: int) -> Lines:
        page = self.workspace.library.page(Kind.ABOUT, "help", self.workspace.language)
        lines = [BLANK, *titled(page.title, width)]
        if origin := self.workspace.guide.origin(page):
            lines.extend(wrapped(Content.styled(origin, "$muted"), width))
        lines.extend([BLANK, *block_lines(page.shown(), width)])
        return lines
