"""Letting an organisation open what is kept, or no longer: what it means comes first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.letting_in import organisation_words
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList


class LettingInScreen(BaseScreen[None]):
    """Says what it means, and changes it when the person chooses so."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1", "f10")

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._said: Callable[[], str] = str
        self._doing: Callable[[], None] = _nothing
        self.is_busy = False

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
        self.query_one("#choices", RowList).show(list(self._rows()))
        self.query_one("#said", PageView).draw(self._said_lines)

    def _about(self, width: int) -> Lines:
        title = self.words(N_("Let my organisation open it, or not"))
        lines = [*titled(title, width), BLANK]
        view = self.workspace.care.organisation(self.workspace.library)
        for text in organisation_words(view, self.words):
            lines.extend([*wrapped(Content(text), width), BLANK])
        return lines

    def _rows(self) -> Iterator[Row]:
        words, view = self.words, self.workspace.care.organisation(self.workspace.library)
        yield Row("back", Content(words(N_("Leave it as it is"))), state="1")
        rows = []
        if view.offered and (not view.current or view.is_another):
            rows.append(("new", words(N_("Let it open what I begin from now on"))))
        if view.offered and (view.is_another or view.shared < view.of or not view.current):
            rows.append(("all", words(N_("Let it open everything, also what is there already"))))
        if view.current:
            rows.append(("out", words(N_("Let it open nothing any more"))))
        for number, (id, text) in enumerate(rows, 2):
            yield Row(id, Content(text), state=str(number))

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
        care = self.workspace.care
        key = care.organisation(self.workspace.library).offered
        match event.id:
            case "new" | "all":
                self._doing = partial(care.let_in, key, share_all=event.id == "all", tell=self._teller())
            case "out":
                self._doing = partial(care.leave_out, self._teller())
            case _:
                self.dismiss()
                return
        self.is_busy = True
        self._say(lambda: self.words(N_("One moment: this takes a few seconds.")))
        self._work()

    def _teller(self) -> Callable[[int, int], None]:
        loop = asyncio.get_running_loop()

        def say(done: int, of: int) -> None:
            if self.is_mounted and self.is_busy:
                self._say(lambda: self.words(N_("{done} of {of} incidents"), done=done, of=of))

        def tell(done: int, of: int) -> None:
            loop.call_soon_threadsafe(say, done, of)

        return tell

    @work(description="let an organisation in or leave it out")
    async def _work(self) -> None:
        try:
            await asyncio.to_thread(self._doing)
        except VaultError as error:
            told = error
            self._say(lambda: told.told(self.words))
        else:
            self._said = lambda: self.words(N_("It is done."))
        self.is_busy = False
        self.show()

    def action_leave(self) -> None:
        """Go back when it is done."""
        if not self.is_busy:
            self.dismiss()


def _nothing() -> None:
    """Nothing was chosen yet."""
