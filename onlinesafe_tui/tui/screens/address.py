"""Web addresses: shown in full first, to judge, to copy, or to have opened by the browser."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any, ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.domain.addresses import WebAddress
from onlinesafe_tui.errors import BrowserError
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.address_views import (
    ASKED,
    BACK,
    COPY,
    OPEN,
    TITLE,
    AddressView,
    address_view,
    copy_address,
)
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

A_MOMENT: Final = 0.6
"""Seconds in which a click on a choice still belongs to the one on the link, wherever a hand that shakes put it."""


def show_address(screen: BaseScreen[Any], address: str) -> None:
    """Show an address over a screen, and do with it what is chosen there."""

    def answered(said: str | None) -> None:
        if said:
            screen.remark(screen.words(said))

    screen.app.push_screen(AddressScreen(screen.workspace, address), answered)


class AddressScreen(BaseScreen[str]):
    """Shows the whole of an address, and asks what happens with it. Its result is what to say about that."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1")

    def __init__(self, workspace: Workspace, address: str) -> None:
        """Create the question.

        Args:
            workspace: What a person can do.
            address: The address, as it stands in a text.
        """
        super().__init__(workspace)
        self._address = address
        self._failed: BrowserError | None = None
        self._is_opening = self._is_opened = False

    def compose_body(self) -> ComposeResult:
        """Lay out the address and the choices."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="question")
            yield Choices(id="answers", is_numbered=True)

    def show(self) -> None:
        """Ask in the language of now."""
        super().show()
        self.query_one("#question", PageView).draw(self._question)
        may_open = self._view.opens is not None and self._failed is None
        answers = [("copy", COPY), *([("open", OPEN)] if may_open else []), ("back", BACK)]
        rows = [Row(id, Content(self.words(text)), state=str(number)) for number, (id, text) in enumerate(answers, 1)]
        self.query_one("#answers", Choices).show(rows, cursor="copy")

    @property
    def _view(self) -> AddressView:
        return address_view(self._address, self.workspace.browser, self.words)

    def _question(self, width: int) -> Lines:
        view = self._view
        told = view.told if self._failed is None else (self._failed.told(self.words),)
        lines = titled(self.words(TITLE if self._failed is None else self._failed.title), width)
        for sentence in told:
            lines.extend([BLANK, *wrapped(Content(sentence), width)])
        # The address stands last, so that all of it is beside the choices in the smallest window too.
        return [*lines, BLANK, *wrapped(Content.styled(view.shown, "bold"), width), BLANK]

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        view = self._view
        if event.id == "copy":
            clipboard = self.workspace.clipboard.with_terminal(self.app.copy_to_clipboard)
            self.dismiss(copy_address(view.shown, clipboard))
        elif event.id == "back":
            self.dismiss()
        elif view.opens is not None and not self._is_opening:
            self._is_opening = True
            self.remark(self.words(N_("One moment: the browser is asked.")))
            self._open(view.opens)

    @work(description="open an address", exit_on_error=True)
    async def _open(self, address: WebAddress) -> None:
        """Ask the browser off the screen, which stays alive; what goes wrong is told here."""
        try:
            await asyncio.to_thread(self.workspace.browser.open, address)
        except BrowserError as error:
            self._failed = error
            self._is_opening = False
            self.forget_remark()
            self.show()
        else:
            self._is_opened = True
            self._go_back_when_opened()

    def on_screen_resume(self) -> None:
        """Go back when it was opened meanwhile."""
        super().on_screen_resume()
        # Only then: this screen is not there yet to be taken away.
        self.call_later(self._go_back_when_opened)

    def _go_back_when_opened(self) -> None:
        """Go back when it was opened; while another screen is on top, that waits."""
        if self._is_opened and self.app.screen is self:
            self._is_opened = False
            self.dismiss(ASKED)


class Choices(RowList):
    """The choices for an address. A second click right after the one on the link was meant for that one."""

    def on_mount(self) -> None:
        """Remember since when it is there."""
        self._since = monotonic()

    def on_click(self, event: events.Click) -> None:
        """Let only a click of its own choose."""
        if event.chain > 1 or monotonic() - self._since < A_MOMENT:
            event.prevent_default()
            event.stop()
