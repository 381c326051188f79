"""Changing who can open what is kept: what it means comes first, then the choice, then how far it is."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from onlinesafe_tui.store.port import Tell


class ChangingScreen(BaseScreen[bool]):
    """Says what a change means, and makes it when the person chooses so."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1", "f10")

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._said: Callable[[], str] = str
        self.is_busy = False

    @abstractmethod
    def about(self) -> tuple[str, ...]:
        """Return the title and what the change means, in short paragraphs."""

    @abstractmethod
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return what can be chosen besides leaving it, each with its id."""

    @abstractmethod
    def change(self, id: str, tell: Tell) -> Callable[[], None]:
        """Return what makes a change that was chosen.

        Args:
            id: What was chosen.
            tell: Is told after each incident how many are done, and of how many.
        """

    def finish(self) -> None:
        """Say that it is done, and stay."""
        self._said = lambda: self.words(N_("It is done."))
        self.show()

    def compose_body(self) -> ComposeResult:
        """Lay out what it means, and what can be chosen."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="about")
            yield RowList(id="choices", is_numbered=True)
            yield PageView(id="said")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        if self.workspace.keeper.vault is None:
            return
        self.query_one("#about", PageView).draw(self._about)
        rows = [("back", self.words(N_("Leave it as it is"))), *self.choices()]
        self.query_one("#choices", RowList).show(
            [Row(id, Content(text), state=str(number)) for number, (id, text) in enumerate(rows, 1)]
        )
        self.query_one("#said", PageView).draw(self._said_lines)

    def _about(self, width: int) -> Lines:
        title, *texts = self.about()
        lines = [*titled(title, width), BLANK]
        for text in texts:
            lines.extend([*wrapped(Content(text), width), BLANK])
        return lines

    def _said_lines(self, width: int) -> Lines:
        return [BLANK, *wrapped(Content.styled(self._said(), "bold"), width)]

    def _say(self, said: Callable[[], str]) -> None:
        self._said = said
        view = self.query_one("#said", PageView)
        view.draw(self._said_lines)
        self.call_after_refresh(view.scroll_visible, animate=False)

    @on(RowList.Chosen, "#choices")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if self.is_busy:
            return
        if event.id == "back":
            self.dismiss()
            return
        self.is_busy = True
        self._say(lambda: self.words(N_("One moment: this takes a few seconds.")))
        self._work(self.change(event.id, self._teller()))

    def _teller(self) -> Tell:
        loop = asyncio.get_running_loop()

        def say(done: int, of: int) -> None:
            if self.is_mounted and self.is_busy:
                self._say(lambda: self.words(N_("{done} of {of} incidents"), done=done, of=of))

        def tell(done: int, of: int) -> None:
            loop.call_soon_threadsafe(say, done, of)

        return tell

    @work(description="change who can open what is kept")
    async def _work(self, change: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(change)
        except VaultError as error:
            told = error
            self.is_busy = False
            self._say(lambda: told.told(self.words))
            self.show()
        else:
            self.is_busy = False
            self.finish()

    def action_leave(self) -> None:
        """Go back when it is done."""
        if not self.is_busy:
            self.dismiss()
