"""Checking everything that was saved: how far it is, what is wrong, and what to do about it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.glyphs import BULLET, WARNING
from onlinesafe_tui.tui.messages import OpenKept
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.widgets.page_view import PageView
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from onlinesafe_tui.services.verifying import Verification


class CheckScreen(BaseScreen[None]):
    """Opens every file anew, as long as the person waits for it. It changes nothing."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1", "f10")

    def __init__(self, workspace: Workspace) -> None:
        """Create the check; it begins when it is shown.

        Args:
            workspace: What a person can do.
        """
        super().__init__(workspace)
        self._said: Callable[[], str] = lambda: self.words(N_("Looking at every file…"))
        self._found: Verification | None = None
        self._language: Language | None = None
        self._is_left = False

    def compose_body(self) -> ComposeResult:
        """Lay out how far it is, what was found, and where to go from there."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="found")
            yield RowList(id="ways", is_numbered=True)

    def show(self) -> None:
        """Say everything in the language of now; what was found is found anew in another one."""
        super().show()
        self.query_one("#found", PageView).draw(self._lines)
        rows = [Row("incidents", Content(self.words(N_("To the incidents"))))] if self._found else []
        rows.append(Row("back", Content(self.words(N_("Back")) if self._found else self.words(N_("Stop checking")))))
        self.query_one("#ways", RowList).show(rows)
        if self._language is not self.workspace.language:
            self._language = self.workspace.language
            self._check()

    def _lines(self, width: int) -> Lines:
        lines = [*titled(self.words(N_("Check everything")), width), BLANK]
        lines.extend([*wrapped(Content.styled(self._said(), "bold"), width), BLANK])
        for one in self._found.findings if self._found else ():
            mark, style = (WARNING, "$warning") if one.is_bad else (BULLET, "")
            lines.extend(wrapped(Content.styled(f"{one.name}: {one.what}", style), width, f"{mark} "))
            lines.extend([*wrapped(Content.styled(one.todo, "$muted"), width, "  "), BLANK])
        return lines

    @work(description="check everything", exclusive=True)
    async def _check(self) -> None:
        loop = asyncio.get_running_loop()

        def tell(done: int, of: int) -> None:
            if self._is_left or self.workspace.keeper.vault is None:
                raise _Left
            loop.call_soon_threadsafe(self._say_how_far, done, of)

        try:
            found = await asyncio.to_thread(self.workspace.care.check, self.words, tell)
        except _Left:
            return
        except VaultError as error:
            told = error
            self._said = lambda: told.told(self.words)
        else:
            self._found = found
            self._said = lambda: found.summary
        if not self._is_left:
            self.show()

    def _say_how_far(self, done: int, of: int) -> None:
        if self._found is None and not self._is_left and self.is_mounted:
            self._said = lambda: self.words(N_("Looking at every file… {done} of {of}"), done=done, of=of)
            self.query_one("#found", PageView).draw(self._lines)

    @on(RowList.Chosen, "#ways")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.id == "incidents":
            self.post_message(OpenKept(""))
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Stop checking, and go back."""
        self._is_left = True
        super().action_leave()

    def on_unmount(self) -> None:
        """Stop checking when the screen is gone in another way."""
        self._is_left = True


class _Left(Exception):
    """Nobody waits for it any more."""
